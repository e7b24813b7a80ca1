import { type Catalogue, patternOf } from '../../packages/shared/src/checklist/catalogue.ts';
import { type Kind, kindOf, kinds, weightOf } from './ledger.ts';

/** What one test was seen to make. */
export interface Seen {
  readonly file: string;
  readonly test: string;
  readonly checks: readonly { readonly id: string; readonly verdict: string; readonly measured?: unknown }[];
}

/** A test that may prove something about a check. */
export interface Candidate {
  readonly pattern: string;
  readonly kind: Kind;
  readonly file: string;
  readonly test: string;
  readonly verdict: string;
  readonly measured?: string;
}

/** What is to be proven about one check, and the tests that may, the most telling first. */
export interface Queue {
  readonly pattern: string;
  readonly kind: Kind;
  readonly candidates: Candidate[];
}

/** Plain failures come first, then the tests of the action itself, and those that make few checks before those that make many. */
export function candidatesOf(seen: readonly Seen[], catalogue: Catalogue): readonly Queue[] {
  return Object.entries(catalogue).flatMap(([pattern, { action }]) =>
    kinds.map((kind): Queue => {
      const candidates = seen
        .flatMap((one): (Candidate & { readonly far: number })[] => {
          const made = one.checks.filter(
            ({ id, verdict }) => patternOf(catalogue, id) === pattern && kindOf(verdict) === kind,
          );
          const [best] = made.toSorted((a, b) => weightOf(a.verdict) - weightOf(b.verdict));
          if (best === undefined) return [];
          const { file, test, checks } = one;
          const measured = shapeOf(best.measured);
          const far =
            weightOf(best.verdict) * 10_000 + (file.startsWith(`actions/${action}/`) ? 0 : 1000) + checks.length;
          return [
            { pattern, kind, file, test, verdict: best.verdict, far, ...(measured === undefined ? {} : { measured }) },
          ];
        })
        .sort((a, b) => a.far - b.far || order(a.file, b.file) || order(a.test, b.test))
        .map(({ far: _, ...candidate }) => candidate);
      return { pattern, kind, candidates: candidates.slice(0, most) };
    }),
  );
}

// A verdict that so many tests do not notice is one that none asserts.
const most = 24;

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What kind of thing was measured, as bounds tell them apart. */
function shapeOf(measured: unknown): string | undefined {
  if (measured === undefined || measured === null) return undefined;
  if (typeof measured === 'number') return 'number';
  if (typeof measured !== 'object') return typeof measured === 'boolean' ? 'boolean' : 'text';
  const [key, ...more] = Object.keys(measured);
  return more.length === 0 && key !== undefined && ['ms', 'seconds', 'bytes'].includes(key) ? key : 'value';
}
