/** A value that was measured once; time in epoch milliseconds of cloud time. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** A metric is its name space, its name and exactly its dimensions, in any order. */
export function metricKey({ namespace, name, dimensions }: MetricName): string {
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, name, sorted]);
}

export const STATISTIC = /^(?:Sum|Average|Minimum|Maximum|SampleCount|p\d{1,2}(?:\.\d+)?|p100)$/;

/** One statistic of some values; undefined without any. Percentiles interpolate linearly. */
export function statistic(kind: string, values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  switch (kind) {
    case 'SampleCount':
      return values.length;
    case 'Sum':
      return sum;
    case 'Average':
      return sum / values.length;
    case 'Minimum':
      return values.reduce((a, b) => Math.min(a, b));
    case 'Maximum':
      return values.reduce((a, b) => Math.max(a, b));
  }
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (Number(kind.slice(1)) / 100) * (sorted.length - 1);
  const low = sorted[Math.floor(rank)] ?? 0;
  const high = sorted[Math.ceil(rank)] ?? low;
  return low + (high - low) * (rank - Math.floor(rank));
}

/** The values of each period that has any, by the period's start; `from` inclusive, `to` exclusive. */
export function byPeriod(points: readonly Point[], from: number, to: number, periodMs: number): Map<number, number[]> {
  const periods = new Map<number, number[]>();
  for (const { at, value } of points) {
    if (at < from || at >= to) continue;
    const start = Math.floor(at / periodMs) * periodMs;
    const values = periods.get(start);
    if (values) values.push(value);
    else periods.set(start, [value]);
  }
  return new Map([...periods].sort(([a], [b]) => a - b));
}
