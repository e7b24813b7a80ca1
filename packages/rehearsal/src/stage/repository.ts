// The repository as GitHub has it: its name, who guards its environments, its variables and secrets.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export interface Repository {
  /** owner/name */
  readonly name: string;
  readonly mainBranch: string;
  /** `golive-<role>` for everybody who signs, and the two that guard production: environment -> its reviewer. */
  readonly environments: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

const goliveFile = z.looseObject({
  project: z.string().min(1),
  region: z.string().min(1),
  'sign-offs': z.union([z.array(z.string()), z.looseObject({ roles: z.array(z.string()).default([]) })]).default([]),
});
const texts = z.record(z.string(), z.coerce.string()).default({});
const rehearsalFile = z.looseObject({
  github: z.looseObject({ owner: z.string().default('example'), vars: texts, secrets: texts }).prefault({}),
});

const ROLE = 'arn:aws:iam::123456789012:role/golive';
const REVIEWER = 'release-manager';

/** Throws with a sentence where the folder is not an application that can be rehearsed. */
export function readRepository(appDir: string): { readonly repository: Repository; readonly region: string } {
  const golive = read(appDir, 'golive.yml', goliveFile);
  const { github } = read(appDir, 'golive.rehearsal.yml', rehearsalFile);
  const given = golive['sign-offs'];
  const roles = Array.isArray(given) ? given : given.roles;
  const signing = roles.map((role) => [`golive-${role}`, role]);
  return {
    region: golive.region,
    repository: {
      name: `${github.owner}/${golive.project}`,
      mainBranch: 'main',
      environments: Object.fromEntries([...signing, ['production', REVIEWER], ['rollback', REVIEWER]]),
      vars: { AWS_ROLE: ROLE, ...github.vars },
      secrets: github.secrets,
    },
  };
}

const PURPOSE: Readonly<Record<string, string>> = {
  'golive.yml': 'which says what the application is',
  'golive.rehearsal.yml': 'which says how production looks before the release (examples/coldchain has one)',
};

function read<T>(appDir: string, name: string, schema: z.ZodType<T>): T {
  const file = join(appDir, name);
  if (!existsSync(file)) throw new Error(`${appDir} has no ${name}, ${PURPOSE[name]}`);
  const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
