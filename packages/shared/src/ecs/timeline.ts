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
  /** A step on the way, the last one to a good end, or one of a failure. */
  readonly kind: 'active' | 'done' | 'crit';
}

/** Stages in the order in which they come; what a bar is called that leads up to the moment. */
const stages: readonly { readonly until: MomentName; readonly what: string }[] = [
  { until: 'first task started', what: 'first task starts' },
  { until: 'first healthy', what: 'becomes healthy' },
  { until: 'traffic shifted', what: 'traffic shifts' },
  { until: 'bake', what: 'settles' },
  { until: 'stable', what: 'settles' },
];

/**
 * The bars of one service, without gaps, from the beginning of its deployment to its end.
 *
 * @param calledOff whether it goes back for another's sake, without having failed
 */
export function stretchesOf(service: string, moments: readonly Moment[], calledOff = false): Stretch[] {
  const ours = moments.filter((one) => one.service === service);
  const first = (what: MomentName) => ours.find((one) => one.what === what)?.at;
  const began = first('deployment began');
  // Of a deployment that this run only took back, the beginning is not told.
  let from = began ?? first('going back');
  if (!from) return [];
  const bars: Stretch[] = [];
  const registered = first('registered');
  if (began && registered && registered < began)
    bars.push({ service, what: 'registered', from: registered, to: began, kind: 'active' });
  const until = (what: string, to: Date | undefined, kind: Stretch['kind']) => {
    if (!from || !to || to < from) return;
    bars.push({ service, what, from, to, kind });
    from = to;
  };
  const turned = first('going back') ?? first('stopped by us');
  const end = first('stable');
  for (const { until: moment, what } of stages) {
    const at = first(moment);
    // What was only seen after the end came before it.
    if (at && end && at > end) continue;
    // Most deployments bake from the moment at which their traffic has shifted.
    if (moment === 'bake' && at?.getTime() === from.getTime()) continue;
    if (!turned || (at && at <= turned))
      until(moment === 'stable' && first('bake') ? 'bakes' : what, at, moment === 'stable' ? 'done' : 'active');
  }
  if (turned) {
    // A service that was stable goes back for another's sake; between the two it only waited.
    if (end && end <= turned) from = turned;
    else if (from < turned) until(calledOff ? 'is called off' : 'fails', turned, calledOff ? 'active' : 'crit');
    until('goes back', first('back'), 'crit');
  }
  return bars;
}

/** More of them are no picture any more, and 50 000 characters are the most that Mermaid draws. */
const MOST_DRAWN = 20;

const barsOf = (
  services: readonly string[],
  moments: readonly Moment[],
  calledOff: ReadonlySet<string> = new Set(),
): (readonly Stretch[])[] => {
  const ours = Map.groupBy(moments, ({ service }) => service);
  return services
    .map((service) => stretchesOf(service, ours.get(service) ?? [], calledOff.has(service)))
    .filter(({ length }) => length > 0);
};

const drawn = (all: readonly (readonly Stretch[])[]): readonly (readonly Stretch[])[] =>
  all.length > MOST_DRAWN ? all.toSorted(byWeight).slice(0, MOST_DRAWN) : all;

/** The services that the picture shows: all of a few, of many those that went back and those that took longest. */
export const drawnServices = (services: readonly string[], moments: readonly Moment[]): string[] =>
  drawn(barsOf(services, moments)).flatMap(([first]) => first?.service ?? []);

/**
 * A Mermaid Gantt chart, which GitHub draws in a job summary.
 *
 * @param calledOff services that go back for another's sake, without having failed
 */
export function gantt(
  services: readonly string[],
  moments: readonly Moment[],
  calledOff: ReadonlySet<string> = new Set(),
): Markdown {
  const all = barsOf(services, moments, calledOff);
  if (all.length === 0) return trustedMarkdown('');
  const shown = drawn(all);
  const start = Math.min(...shown.map(([first]) => first?.from.getTime() ?? Number.POSITIVE_INFINITY));
  const end = Math.max(...shown.map((bars) => endOf(bars)));
  const sections = shown.flatMap((bars, section) => [
    `  section ${label(bars[0]?.service ?? '')}`,
    ...bars.map((bar, index) => line(bar, `s${section}b${index}`, start)),
  ]);
  return trustedMarkdown(
    [
      '```mermaid',
      lookOf(shown.map(([first]) => first?.service ?? '')),
      'gantt',
      '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
      `  axisFormat ${axisFor(end - start)}`,
      `  tickInterval ${tickFor(end - start)}`,
      ...sections,
      '```',
      ...(shown.length < all.length
        ? ['', `${shown.length} of ${all.length} services: those that went back, then those that took longest.`]
        : []),
    ].join('\n'),
  );
}

const endOf = (bars: readonly Stretch[]): number => bars.at(-1)?.to.getTime() ?? 0;

/** Services that went back stand first, then those that took longest. */
function byWeight(one: readonly Stretch[], other: readonly Stretch[]): number {
  const wentBack = (bars: readonly Stretch[]) => Number(bars.some(({ kind }) => kind === 'crit'));
  // Of hundreds the last wait minutes to be asked for at all; that makes none of them slow.
  const took = (bars: readonly Stretch[]) =>
    endOf(bars) - (bars.find(({ what }) => what !== 'registered')?.from.getTime() ?? endOf(bars));
  return wentBack(other) - wentBack(one) || took(other) - took(one);
}

/**
 * The axis reads as a stop watch: times count from a midnight without a zone, which Mermaid reads and shows in the
 * reader's own; a moment with a zone, or milliseconds, would be shifted by theirs.
 */
function line({ what, from, to, kind }: Stretch, id: string, start: number): string {
  const since = new Date(Date.UTC(2001, 0, 1) + from.getTime() - start).toISOString();
  // Mermaid hides a bar without width.
  const seconds = Math.max(1, Math.round((to.getTime() - from.getTime()) / 1000));
  // Mermaid has a colour for bars without a tag too; its `active` has labels that cannot be read on a dark page.
  const tag = kind === 'active' ? '' : `${kind}, `;
  return `  ${what} :${tag}${id}, ${since.replace('T', ' ').replace('Z', '')}, ${seconds}s`;
}

const HOUR_MS = 3_600_000;

/** Pauses and bake times can take days. */
const axisFor = (ms: number): string => (ms < HOUR_MS ? '%M:%S' : ms < 24 * HOUR_MS ? '%-H h %M' : 'day %-d, %H:%M');

const ticks: readonly (readonly [ms: number, name: string])[] = [
  ...[1, 5, 10, 15, 30].map((seconds) => [seconds * 1000, `${seconds}second`] as const),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => [minutes * 60_000, `${minutes}minute`] as const),
  ...[1, 2, 6, 12].map((hours) => [hours * HOUR_MS, `${hours}hour`] as const),
  ...[1, 7].map((days) => [days * 24 * HOUR_MS, `${days}day`] as const),
];

/** Every line of the grid goes through the labels beside the bars: so few that they do not matter. */
const MOST_TICKS = 8;

const tickFor = (ms: number): string => ticks.find(([every]) => ms / every <= MOST_TICKS)?.[1] ?? '1month';

/** Legible on the white page and on the dark one, between which GitHub's readers choose. */
const colours = {
  textColor: '#7d8590',
  titleColor: '#7d8590',
  taskTextOutsideColor: '#7d8590',
  taskTextColor: '#1f2328',
  taskTextDarkColor: '#1f2328',
  taskBkgColor: '#9ec5fe',
  taskBorderColor: '#4a90e2',
  doneTaskBkgColor: '#8fdca5',
  doneTaskBorderColor: '#2da44e',
  critBkgColor: '#ff9b94',
  critBorderColor: '#cf222e',
  sectionBkgColor: '#8080801a',
  sectionBkgColor2: '#8080801a',
  altSectionBkgColor: '#80808000',
};

/** Mermaid's font is about 7 pixels a letter, and its own margin is too narrow for most services' names. */
function lookOf(services: readonly string[]): string {
  const longest = Math.max(...services.map((service) => service.length));
  const leftPadding = Math.max(75, longest * 7 + 25);
  const gantt = { leftPadding, fontSize: 12, sectionFontSize: 12 };
  return `%%{init: ${JSON.stringify({ theme: 'base', themeVariables: colours, gantt })}}%%`;
}

/** Mermaid takes `:`, `;` and `#` for its own; ECS allows letters, digits, - and _ in a service's name. */
const label = (text: string) => text.replace(/[^\p{L}\p{N} _-]/gu, ' ');

const columns: readonly { readonly what: MomentName; readonly head: string }[] = [
  { what: 'first task started', head: 'First task' },
  { what: 'first healthy', head: 'Healthy' },
  { what: 'traffic shifted', head: 'Traffic' },
  { what: 'stable', head: 'Stable' },
];

/**
 * When each stage was reached, counted from the beginning; a stage that no service came to has no column.
 *
 * @param history milliseconds of the deployments before, of those services of which they were looked at
 */
export function durationsTable(
  services: readonly string[],
  moments: readonly Moment[],
  history: ReadonlyMap<string, readonly number[]>,
): Markdown {
  const ours = Map.groupBy(moments, ({ service }) => service);
  const when = (service: string, what: MomentName) => {
    const own = ours.get(service) ?? [];
    const at = own.find((one) => one.what === what)?.at;
    // What comes after the turn is a stage of the way back.
    const turned = own.find((one) => one.what === 'going back')?.at;
    return at && turned && at > turned ? undefined : at?.getTime();
  };
  const begun = services.filter((service) => when(service, 'deployment began') !== undefined);
  if (begun.length === 0) return trustedMarkdown('');
  const shown = columns.filter(({ what }) => begun.some((service) => when(service, what) !== undefined));
  const rows = begun.map((service) => {
    const began = when(service, 'deployment began') ?? 0;
    const after = ({ what }: { readonly what: MomentName }) => {
      const at = when(service, what);
      return at === undefined ? '–' : `+${formatDuration({ ms: Math.max(0, at - began) })}`;
    };
    const before = history.get(service);
    return [service, ...shown.map(after), ...(history.size > 0 ? [before ? usual(before) : '–'] : [])];
  });
  const heads = ['Service', ...shown.map(({ head }) => head)];
  return table(history.size > 0 ? [...heads, 'Usually stable after'] : heads, rows);
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
