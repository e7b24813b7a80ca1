import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inert } from '#shared/evidence/commands';
import { type Command, UsageError } from '#shared/runtime/command';
import type { SealedDossier } from '../dossier.ts';
import type { Finding } from './finding.ts';
import { readDossier } from './read.ts';
import { verify } from './verify.ts';

export const command: Command = {
  usage: `usage: golive verify DOSSIER [--json]

Checks that nothing of a dossier has changed since it was written: every evidence file against its hash, its copy and
its place in the chain; the verdict, the boxes and all the rest against what the evidence comes to, computed anew; the
page, the summary and the JUnit file against the in-toto statement. Nothing is asked of any network.

  DOSSIER  the folder that holds dossier.json and evidence/, or dossier.json alone
  --json   { dossier, findings: [{ file, offset, what }] } on standard output

Who wrote the statement is not checked here: gh attestation verify does that.
Exit code: 0 nothing has changed, 1 something has, 2 there is no dossier to look at.`,
  run: async (args, { out, cwd }) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('give one DOSSIER');
    const { dossier, findings } = verify(await readDossier(resolve(cwd, path)));
    out(values.json ? asJson(path, findings) : findings.length > 0 ? told(findings) : whole(dossier));
    return findings.length === 0 ? 0 : 1;
  },
};

function told(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, offset, what }) =>
    offset === undefined ? `${file}: ${what}` : `${file}: byte ${offset} is off: ${what}`,
  );
  const count = findings.length === 1 ? 'one thing is' : `${findings.length} things are`;
  return inert([...lines, `${count} not as written`].join('\n'));
}

function whole(dossier: SealedDossier | undefined): string {
  if (dossier === undefined) return '';
  const { project, release, verdict, readiness, sealed } = dossier;
  const { closed, total } = readiness.all;
  return inert(
    `${project} ${release}: ${sealed.evidence.length} evidence files are as they were written, and come to what the dossier says: ${verdict}, ${closed} of ${total} boxes closed`,
  );
}

function asJson(dossier: string, findings: readonly Finding[]): string {
  return JSON.stringify({ dossier, findings }, undefined, 2);
}
