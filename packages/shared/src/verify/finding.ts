import { type Check, check, type Verdict, worst } from '../evidence/check.ts';

/** What came of looking one thing up. `unknown`: the question itself failed, which is not the same as an absence. */
export type Found<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing'; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string };

/** @param absent names of the errors by which AWS says that the thing does not exist */
export async function lookUp<T>(permission: string, absent: RegExp, ask: () => Promise<T>): Promise<Found<T>> {
  try {
    return { kind: 'found', value: await ask() };
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    if (absent.test(error.name)) return { kind: 'missing', because: error.message };
    const denied = /AccessDenied|NotAuthorized|Unauthorized/i.test(error.name);
    return {
      kind: 'unknown',
      because: denied ? `needs the permission ${permission}` : `could not be asked (${error.name}: ${error.message})`,
    };
  }
}

/** What came of looking something up in another region, where other permissions hold. */
export const inRegion = <T>(found: Found<T>, region: string): Found<T> =>
  found.kind === 'unknown' ? { ...found, because: `${found.because}, in ${region}` } : found;

/** One finding about one part of a service. */
export interface Finding {
  readonly verdict: Verdict;
  readonly because: string;
}

export const pass = (because: string): Finding => ({ verdict: 'pass', because });
export const fail = (because: string): Finding => ({ verdict: 'fail', because });
export const warn = (because: string): Finding => ({ verdict: 'warn', because });
export const skip = (because: string): Finding => ({ verdict: 'skipped', because });
export const unknown = (because: string): Finding => ({ verdict: 'inconclusive', because });

/** One check out of all findings about a service; only the worst of them are told. */
export function fold(
  id: string,
  subject: string,
  findings: readonly Finding[],
  more: { readonly none: string; readonly source: string; readonly at: string },
): Check {
  const { none, source, at } = more;
  if (findings.length === 0) return check(id, subject, 'pass', none, { source, at });
  // What could not be looked at does not outweigh what could: `skipped` only when nothing else was found.
  const told = findings.filter(({ verdict }) => verdict !== 'skipped');
  const verdict = worst((told.length > 0 ? told : findings).map((one) => one.verdict));
  const because = (told.length > 0 ? told : findings)
    .filter((one) => one.verdict === verdict)
    .map((one) => one.because)
    .join('; ');
  return check(id, subject, verdict, because, { source, at });
}
