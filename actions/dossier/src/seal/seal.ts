import type { EffectiveChecklist } from '#shared/checklist/effective';
import { canonicalJson } from '#shared/values/canonical-json';
import { chainOf } from './chain.ts';
import { pack, sha256 } from './pack.ts';
import type { Copy, Sealed } from './sealed.ts';

/** What goes into a dossier besides what is said in values. */
export interface Contents {
  readonly checklist: EffectiveChecklist;
  readonly record: Buffer | undefined;
  /** In the order in which they were written. */
  readonly evidence: readonly { readonly name: string; readonly content: Buffer }[];
}

/** Files and values under one seal; everything else in a dossier is computed from it. */
export function seal(said: Pick<Sealed, 'about' | 'generatedAt' | 'phases' | 'jobs' | 'silent'>, contents: Contents) {
  const { checklist, record, evidence } = contents;
  const copies = evidence.map(({ name, content }) => ({ name, ...copyOf(content) }));
  const sealed: Sealed = {
    ...said,
    checklist: copyOf(Buffer.from(canonicalJson(checklist))),
    ...(record === undefined ? {} : { record: copyOf(record) }),
    evidence: chainOf(copies).map((link, index) => ({ ...link, copy: copies[index]?.copy ?? '' })),
  };
  return sealed;
}

function copyOf(content: Buffer): Copy {
  return { bytes: content.length, sha256: sha256(content), copy: pack(content) };
}
