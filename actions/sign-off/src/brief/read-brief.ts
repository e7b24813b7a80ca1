import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { GoliveError } from '#shared/runtime/golive-error';
import { digestOf } from '#shared/values/canonical-json';
import { type Brief, briefSchema, shortDigest } from './brief.ts';

/**
 * Reads a brief and holds it to its digest: the material to the digest, each plan to the material, and the whole to
 * the digest that the job was given.
 * @param expected the digest that mode brief gave out; without it nothing is read
 */
export async function readBrief(file: string, expected: string | undefined): Promise<Brief> {
  if (expected === undefined)
    throw new GoliveError('BRIEF_DIGEST_MISSING', 'nobody said which brief is meant, so any would do', {
      hint: 'pass the output digest of the job with mode brief as brief-digest',
    });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new GoliveError('BRIEF_NOT_FOUND', `there is no brief ${file}`, {
      hint: 'fetch the artifact that the job with mode brief has kept',
    });
  });
  const parsed = briefSchema.safeParse(json(text));
  if (!parsed.success) throw spoilt(`${file} is no brief: ${z.prettifyError(parsed.error)}`);
  const brief = parsed.data;
  const problem = problemOf(brief, expected);
  if (problem !== undefined) throw spoilt(`${file} ${problem}`);
  return brief;
}

function problemOf({ digest, material, plans }: Brief, expected: string): string | undefined {
  if (digestOf(material) !== digest) return `says that its digest is ${shortDigest(digest)}, and it is not`;
  if (expected !== digest) return `is ${shortDigest(digest)}, and the one that was written is ${shortDigest(expected)}`;
  const strays = plans.filter((plan) => material.plans[plan.action] !== digestOf(plan));
  if (strays.length > 0)
    return `shows another plan of ${strays.map(({ action }) => action).join(', ')} than was sealed`;
  if (plans.length !== Object.keys(material.plans).length) return 'does not show every plan that was sealed';
  return undefined;
}

const spoilt = (message: string) =>
  new GoliveError('BRIEF_SPOILT', message, { hint: 're-run all jobs, so that it is written anew' });

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
