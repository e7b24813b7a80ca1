import { verifyChain } from '#shared/evidence/evidence-file';
import { linkOf } from '../seal/chain.ts';
import { pack, sha256, unpack } from '../seal/pack.ts';
import type { Copy, Sealed } from '../seal/sealed.ts';
import { unseal } from '../seal/unseal.ts';
import type { Finding } from './finding.ts';

const file = 'dossier.json';

/** What is wrong with the copies in a dossier and their chain, by themselves. */
export function findInSeal(sealed: Sealed): readonly Finding[] {
  const copies: readonly (readonly [string, Copy | undefined])[] = [
    ['the checklist', sealed.checklist],
    ['the release record', sealed.record],
    ...sealed.evidence.map((entry) => [`evidence/${entry.name}`, entry] as const),
  ];
  const broken = copies.flatMap(([what, copy]) => (copy === undefined ? [] : brokenCopy(what, copy)));
  return [...broken, ...brokenLinks(sealed), ...(broken.length > 0 ? [] : brokenEvidenceChain(sealed))];
}

/** The bytes of a copy; undefined when it holds none. */
export function contentOf(copy: Copy): Buffer | undefined {
  try {
    return unpack(copy.copy, copy.bytes);
  } catch {
    return undefined;
  }
}

function brokenCopy(what: string, copy: Copy): readonly Finding[] {
  const content = contentOf(copy);
  if (content === undefined) return [{ file, what: `the copy of ${what} cannot be unpacked` }];
  if (content.length !== copy.bytes)
    return [{ file, what: `the copy of ${what} has ${content.length} bytes, and is said to have ${copy.bytes}` }];
  if (sha256(content) !== copy.sha256)
    return [
      { file, what: `the copy of ${what} has the SHA-256 ${sha256(content)}, and is said to have ${copy.sha256}` },
    ];
  return [];
}

function brokenLinks({ evidence }: Sealed): readonly Finding[] {
  const at = evidence.findIndex(
    (entry, index) => entry.previous !== (evidence[index - 1]?.link ?? null) || entry.link !== linkOf(entry),
  );
  const entry = evidence[at];
  if (entry === undefined) return [];
  return [{ file, what: `the chain is broken at evidence/${entry.name}, link ${at + 1} of ${evidence.length}` }];
}

/** Each action names the file that it found before its own: one that was changed before it was sealed shows here. */
function brokenEvidenceChain(sealed: Sealed): readonly Finding[] {
  const { problems } = verifyChain(unseal(sealed).files);
  return problems.map((what) => ({ file: 'evidence', what: `the evidence was broken when it was sealed: ${what}` }));
}

/** The same seal with every copy packed anew, as this program packs. */
export function repacked(sealed: Sealed): Sealed {
  const again = <Kind extends Copy>(copy: Kind): Kind => {
    const content = contentOf(copy);
    return content === undefined ? copy : { ...copy, copy: pack(content) };
  };
  return {
    ...sealed,
    checklist: again(sealed.checklist),
    ...(sealed.record === undefined ? {} : { record: again(sealed.record) }),
    evidence: sealed.evidence.map(again),
  };
}
