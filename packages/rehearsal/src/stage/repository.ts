// The repository as GitHub has it: its name, who works in it and guards its environments, its variables and secrets.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type People, peopleFor } from './people.ts';

export interface Repository {
  /** owner/name */
  readonly name: string;
  readonly mainBranch: string;
  /** The tag that production runs before the release, and the one that is released. */
  readonly previousTag: string;
  readonly tag: string;
  readonly people: People;
  /** `golive-<role>` for everybody who signs, and the two that guard production: environment -> its reviewers. */
  readonly environments: Readonly<Record<string, readonly string[]>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

const logins = z.record(z.string(), z.array(z.string()));
const signOffs = z.looseObject({
  roles: z.array(z.string()).default([]),
  reviewers: logins.default({}),
  'production-reviewers': z.boolean().default(false),
});
const goliveFile = z.looseObject({
  project: z.string().min(1),
  region: z.string().min(1),
  'sign-offs': z.union([z.array(z.string()).transform((roles) => signOffs.parse({ roles })), signOffs]).prefault([]),
});
const texts = z.record(z.string(), z.coerce.string()).default({});
const rehearsalFile = z.looseObject({
  previous: z.string().default('v0.0.1'),
  github: z.looseObject({ owner: z.string().default('example'), vars: texts, secrets: texts }).prefault({}),
});

const ROLE = 'arn:aws:iam::123456789012:role/golive';

/** Throws with a sentence where the folder is not an application that can be rehearsed. */
export function readRepository(appDir: string): { readonly repository: Repository; readonly region: string } {
  const { 'sign-offs': given, ...golive } = read(appDir, 'golive.yml', goliveFile);
  const { github, previous } = read(appDir, 'golive.rehearsal.yml', rehearsalFile);
  // A team is written as organisation/team; here people sign.
  const named = Object.entries(given.reviewers).map(([role, all]) => [role, all.filter((one) => !one.includes('/'))]);
  const people = peopleFor(given.roles, Object.fromEntries(named) as Record<string, string[]>);
  const signing = given.roles.map((role) => [`golive-${role}`, [people.signers[role] ?? people.admin]] as const);
  // One of several is enough: whoever did not start it.
  const onCall = [...new Set([signing[0]?.[1][0] ?? people.admin, people.manager])];
  return {
    region: golive.region,
    repository: {
      name: `${github.owner}/${golive.project}`,
      mainBranch: 'main',
      previousTag: previous,
      tag: tagAfter(previous),
      people,
      environments: {
        ...Object.fromEntries(signing),
        // Reviewed once more only where the application asks for it: the roles have signed by then.
        production: given['production-reviewers'] ? onCall : [],
        rollback: onCall,
      },
      vars: { AWS_ROLE: ROLE, ...github.vars },
      secrets: github.secrets,
    },
  };
}

/** The next minor version. */
function tagAfter(previous: string): string {
  const [, major, minor] = /^v?(\d+)\.(\d+)\./.exec(previous) ?? [];
  return major === undefined ? 'v1.2.0' : `v${major}.${Number(minor) + 1}.0`;
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
