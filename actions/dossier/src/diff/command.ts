import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Command, UsageError } from '#shared/runtime/command';
import { GoliveError } from '#shared/runtime/golive-error';
import { dossierSchema } from '../dossier.ts';
import { evidenceOfRelease } from '../plan.ts';
import { unseal } from '../seal/unseal.ts';
import { readDossier } from '../verify/read.ts';
import { compare, type Release } from './compare.ts';
import { tell } from './tell.ts';

export const command: Command = {
  usage: `usage: golive diff A B [--json]

What changed from the release of dossier A to that of B: boxes in another state, facts that were measured anew, images,
task definitions, signatures, relaxed rules, waivers, and the checklist itself.

  A, B    the folder that holds dossier.json, or dossier.json alone
  --json  each kind of thing with [{ name, from, to, because }] on standard output

It believes both dossiers: ask golive verify first whether they are as they were written.
Exit code: 0 they were compared, 1 one of them is no dossier, 2 there is nothing to compare.`,
  run: async (args, { out, cwd }) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [a, b] = positionals;
    if (a === undefined || b === undefined || positionals.length > 2)
      throw new UsageError('give two dossiers, A and B');
    const difference = compare(await read(resolve(cwd, a)), await read(resolve(cwd, b)));
    out(values.json ? JSON.stringify(difference, undefined, 2) : tell(difference));
    return 0;
  },
};

async function read(path: string): Promise<Release> {
  const { json } = await readDossier(path);
  try {
    const dossier = dossierSchema.parse(JSON.parse(json.toString()));
    const { material } = unseal(dossier.sealed);
    const evidence = evidenceOfRelease(material);
    return { dossier, checks: evidence.flatMap(({ action, checks }) => checks.map((check) => ({ action, check }))) };
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new GoliveError('DIFF_NO_DOSSIER', `${path} holds no dossier: ${why}`, {
      hint: 'golive verify says what is wrong with it',
      cause,
    });
  }
}
