import { type Catalogue, patternOf } from '../../packages/shared/src/checklist/catalogue.ts';
import {
  type Box,
  boxesOf,
  type Checklist,
  type Measure,
  type MeasuredBox,
} from '../../packages/shared/src/checklist/checklist.ts';
import type { Kind, Ledger } from './ledger.ts';

/** How far a checklist is held by checks that tests have seen pass and close. */
export interface Coverage {
  readonly total: number;
  /** Measured boxes each of whose checks has both tests. */
  readonly proven: number;
  readonly measured: number;
  /** Signed boxes that say what would measure them. */
  readonly unmeasured: number;
  /** Signed boxes that only a person can judge. */
  readonly judged: number;
  /** Checks that the checklist asks for, as the actions' registries name them. */
  readonly checks: readonly string[];
  /** What is missing, one sentence each; empty when the checklist is covered. */
  readonly gaps: readonly string[];
}

const words: Readonly<Record<Kind, string>> = { passes: 'passes', closes: 'closes its gate' };

/** Every box from 1 to `boxes` once, each measured by checks that were seen both ways, or signed. */
export function coverageOf(checklist: Checklist, catalogue: Catalogue, ledger: Ledger, boxes: number): Coverage {
  const all = boxesOf(checklist);
  const measured = all.filter((box): box is MeasuredBox => 'measured' in box);
  const signed = all.filter((box) => 'signed' in box);
  const missing = (box: MeasuredBox) => box.measured.flatMap((one) => missingOf(one, catalogue, ledger));
  const gaps = Map.groupBy(
    measured.flatMap((box) => missing(box).map((gap) => ({ box: box.box, gap }))),
    ({ gap }) => gap,
  );
  const needed = [
    ...measured.flatMap((box) => box.measured.map(({ check }) => check)),
    ...(signed.length > 0 ? [signature] : []),
  ];
  return {
    total: all.length,
    measured: measured.length,
    proven: measured.filter((box) => missing(box).length === 0).length,
    unmeasured: signed.filter((box) => 'would-measure' in box).length,
    judged: signed.filter((box) => 'judgement' in box).length,
    checks: [...new Set(needed.map((id) => patternOf(catalogue, id) ?? id))].sort(),
    gaps: [
      ...numbersMissing(all, boxes).map(
        (number) => `box ${number} is bound to nothing: it does not stand in the checklist`,
      ),
      ...[...gaps].map(([gap, of]) => `${gap}, which measures ${boxesIn(of)}`),
      ...(signed.length > 0
        ? missingOf({ check: signature }, catalogue, ledger).map((gap) => `${signed.length} signed boxes: ${gap}`)
        : []),
    ],
  };
}

/** Every signed box is closed by the signature of its role. */
const signature = 'sign-off.cto';

function missingOf({ check, verdict }: Measure, catalogue: Catalogue, ledger: Ledger): string[] {
  const pattern = patternOf(catalogue, check);
  if (pattern === undefined) return [`no action reports ${check}`];
  const proofs = ledger[pattern];
  // A warning keeps a box from being closed only where the box takes none.
  const closes = proofs?.closes?.verdict === 'warn' && verdict !== 'pass' ? undefined : proofs?.closes;
  const missing: readonly Kind[] = [
    ...(proofs?.passes ? [] : ['passes' as const]),
    ...(closes ? [] : ['closes' as const]),
  ];
  return missing.map((kind) => `no test proves that ${pattern} ${words[kind]}`);
}

function boxesIn(gaps: readonly { readonly box: number }[]): string {
  const numbers = [...new Set(gaps.map(({ box }) => box))];
  return `${numbers.length === 1 ? 'box' : 'boxes'} ${numbers.join(', ')}`;
}

function numbersMissing(all: readonly Box[], boxes: number): readonly number[] {
  const there = new Set(all.map(({ box }) => box));
  return Array.from({ length: boxes }, (_, index) => index + 1).filter((number) => !there.has(number));
}
