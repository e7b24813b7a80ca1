/** A rollout as a picture: when each service registered, started, became healthy, took traffic and was stable. */

import { type Markdown, table, trustedMarkdown } from '../evidence/markdown.ts';
import { formatDuration } from '../values/duration.ts';
import type { Moment, MomentName } from './watch/outcome.ts';

/** One bar: a stretch of time between two moments. */
export interface Stretch {
  readonly service: string;
  readonly what: string;
  readonly from: Date;
  readonly to: Date;
  readonly kind: 'done' | 'active' | 'crit';
}

/** Stages in the order in which they come; what a bar is called that leads up to the moment. */
const stages: readonly { readonly until: MomentName; readonly what: string }[] = [
  { until: 'first task started', what: 'first task starts' },
  { until: 'first healthy', what: 'becomes healthy' },
  { until: 'traffic shifted', what: 'traffic shifts' },
  { until: 'bake', what: 'bakes' },
  { until: 'stable', what: 'settles' },
];

/** The bars of one service, without gaps, from the beginning of its deployment to its end. */
export function stretchesOf(service: string, moments: readonly Moment[]): Stretch[] {
  const ours = moments.filter((one) => one.service === service);
  const first = (what: MomentName) => ours.find((one) => one.what === what)?.at;
  // Of a deployment that this run only took back, the beginning is not told.
  let from = first('deployment began') ?? first('going back');
  if (!from) return [];
  const bars: Stretch[] = [];
  const until = (what: string, to: Date | undefined, kind: Stretch['kind']) => {
    if (!from || !to || to < from) return;
    bars.push({ service, what, from, to, kind });
    from = to;
  };
  const turned = first('going back') ?? first('stopped by us');
  for (const { until: moment, what } of stages) {
    const at = first(moment);
    if (!turned || (at && at <= turned)) until(what, at, moment === 'stable' ? 'done' : 'active');
  }
  if (turned) {
    // A service that was stable goes back for another's sake; between the two it only waited.
    const settled = first('stable');
    if (settled && settled <= turned) from = turned;
    else if (from < turned) until('fails', turned, 'crit');
    until('goes back', first('back'), 'crit');
  }
  return bars;
}

/** A Mermaid Gantt chart, which GitHub draws in a job summary. */
export function gantt(services: readonly string[], moments: readonly Moment[]): Markdown {
  const bars = services.map((service) => stretchesOf(service, moments));
  const all = bars.flat();
  if (all.length === 0) return trustedMarkdown('');
  const start = Math.min(...all.map(({ from }) => from.getTime()));
  const line = ({ what, from, to, kind }: Stretch, index: number, section: number) =>
    // Milliseconds since the start, so that the axis reads as a stop watch. Mermaid hides a bar without width.
    `  ${what} :${kind}, s${section}b${index}, ${from.getTime() - start}, ${Math.max(1, Math.round((to.getTime() - from.getTime()) / 1000))}s`;
  const sections = services.flatMap((service, section) => {
    const own = bars[section] ?? [];
    if (own.length === 0) return [];
    return [`  section ${label(service)}`, ...own.map((bar, index) => line(bar, index, section))];
  });
  return trustedMarkdown(
    ['```mermaid', roomFor(services), 'gantt', '  dateFormat x', '  axisFormat %M:%S', ...sections, '```'].join('\n'),
  );
}

/** Mermaid's font is about 7 pixels a letter, and its own margin is too narrow for most services' names. */
const roomFor = (services: readonly string[]) => {
  const longest = Math.max(...services.map((service) => service.length));
  return `%%{init: {"gantt": {"leftPadding": ${Math.max(75, longest * 7 + 25)}}}}%%`;
};

/** Mermaid takes `:`, `;` and `#` for its own; ECS allows letters, digits, - and _ in a service's name. */
const label = (text: string) => text.replace(/[^\p{L}\p{N} _-]/gu, ' ');

const columns: readonly { readonly what: MomentName; readonly head: string }[] = [
  { what: 'first task started', head: 'First task' },
  { what: 'first healthy', head: 'Healthy' },
  { what: 'traffic shifted', head: 'Traffic' },
  { what: 'stable', head: 'Stable' },
];

/** When each stage was reached, counted from the beginning; a stage that no service came to has no column. */
export function durationsTable(
  services: readonly string[],
  moments: readonly Moment[],
  history: ReadonlyMap<string, readonly number[]>,
): Markdown {
  const when = (service: string, what: MomentName) =>
    moments.find((one) => one.service === service && one.what === what)?.at.getTime();
  const begun = services.filter((service) => when(service, 'deployment began') !== undefined);
  if (begun.length === 0) return trustedMarkdown('');
  const shown = columns.filter(({ what }) => begun.some((service) => when(service, what) !== undefined));
  const rows = begun.map((service) => {
    const began = when(service, 'deployment began') ?? 0;
    const after = ({ what }: { readonly what: MomentName }) => {
      const at = when(service, what);
      return at === undefined ? '–' : `+${formatDuration({ ms: Math.max(0, at - began) })}`;
    };
    return [service, ...shown.map(after), usual(history.get(service) ?? [])];
  });
  return table(['Service', ...shown.map(({ head }) => head), 'Usually stable after'], rows);
}

/** `3m 40s (2m 10s to 5m, last 10)`: median, least and most of the deployments before. */
export function usual(durations: readonly number[]): string {
  if (durations.length === 0) return 'no deployment before';
  const sorted = [...durations].sort((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const told = `${formatDuration({ ms: median(sorted) })}`;
  return sorted.length === 1
    ? `${told} (the last one)`
    : `${told} (${formatDuration({ ms: least })} to ${formatDuration({ ms: most })}, last ${sorted.length})`;
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
