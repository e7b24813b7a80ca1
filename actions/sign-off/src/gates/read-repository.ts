import { z } from 'zod';
import type { Answer, Ask } from '#shared/github/rest';

const repository = z.looseObject({ default_branch: z.string(), private: z.boolean() });
const meta = z.looseObject({ installed_version: z.string().optional() });

export type Repository = z.infer<typeof repository>;

/** metadata: read: https://docs.github.com/en/rest/repos/repos#get-a-repository */
export function readRepository(ask: Ask): Promise<Answer<Repository>> {
  return ask('', repository);
}

/** The version of GitHub Enterprise Server; undefined for github.com: https://docs.github.com/en/rest/meta/meta */
export async function readServerVersion(askItself: Ask): Promise<string | undefined> {
  const answer = await askItself('/meta', meta);
  return answer.kind === 'found' ? answer.value.installed_version : undefined;
}
