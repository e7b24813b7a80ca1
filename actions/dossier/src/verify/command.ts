import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEvidenceDir, verifyChain } from '#shared/evidence/evidence-file';
import { type Command, UsageError } from '#shared/runtime/command';
import { GoliveError } from '#shared/runtime/golive-error';

export const command: Command = {
  usage: `usage: golive verify DOSSIER

DOSSIER is the folder that holds the dossier and its evidence. Nothing is asked of any network.`,
  run: async (args, { out, cwd }) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [dossier] = positionals;
    if (dossier === undefined || positionals.length > 1) throw new UsageError('give one DOSSIER');
    const files = await readEvidenceDir(resolve(cwd, dossier, 'evidence')).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new GoliveError('VERIFY_EVIDENCE_UNREADABLE', why, { cause });
    });
    if (files.length === 0) throw new UsageError(`${basename(dossier)} holds no evidence`);
    const { problems } = verifyChain(files);
    out(problems.length === 0 ? `${files.length} evidence files follow one another` : problems.join('\n'));
    return problems.length === 0 ? 0 : 1;
  },
};
