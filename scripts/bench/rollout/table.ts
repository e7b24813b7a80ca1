/** Tables of what was measured, as Markdown that is also read well in a terminal. */
import { type Judged, percent, seconds } from './judge.ts';

export function scenarioTable(rows: readonly Judged[]): string {
  const head = [
    'scenario',
    'contender',
    'told after',
    'ended after',
    'calls',
    'a minute',
    'of the quota',
    'memory',
    'CPU',
    'exit',
    'verdict',
  ];
  return table(
    head,
    rows.map((one) => [
      one.scenario,
      one.contender,
      lateness(one.toldLateMs),
      lateness(one.exitLateMs),
      String(one.calls),
      String(one.callsPerMinute),
      percent(one.quotaShare),
      megabytes(one.peakBytes),
      `${seconds(one.cpuMs)} s`,
      String(one.exitCode),
      one.wrong.length === 0 ? 'right' : `wrong: ${one.wrong.join(', ')}`,
    ]),
  );
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
const lateness = (ms: number | undefined): string => (ms === undefined ? '–' : `${seconds(ms)} s`);

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(width(at))).join(' | ')} |`;
  return [line(head), line(head.map((_, at) => '-'.repeat(width(at)))), ...rows.map(line)].join('\n');
}
