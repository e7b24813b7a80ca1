import { kinds, type Ledger } from './ledger.ts';
import { hasTest } from './titles.ts';

/** Tests that the ledger counts and that are gone; `read` gives a file's text, undefined when it does not exist. */
export function lostTests(ledger: Ledger, read: (file: string) => string | undefined): readonly string[] {
  return Object.entries(ledger).flatMap(([id, proofs]) =>
    kinds.flatMap((kind) => {
      const proof = proofs[kind];
      if (proof === undefined || hasTest(read(proof.file) ?? '', proof.test)) return [];
      return [
        `${id} ${kind} in “${proof.test}” of ${proof.file}, which is not there any more: npm run checklist -- --prove`,
      ];
    }),
  );
}
