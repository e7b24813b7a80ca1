import { drawnServices, durationsTable, gantt, stretchesOf, usual } from '#shared/ecs/timeline';
import type { Moment, MomentName } from '#shared/ecs/watch/outcome';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));
const moment = (what: MomentName, seconds: number, service = 'api'): Moment => ({
  service,
  what,
  at: at(seconds),
  clock: 'ecs',
});
const good = [
  moment('deployment began', 0),
  moment('first task started', 30),
  moment('first healthy', 50),
  moment('stable', 90),
];

test('the bars of a service follow each other without gaps, from its beginning to its end', () => {
  const bars = stretchesOf('api', good);
  expect(bars.map(({ what }) => what)).toEqual(['first task starts', 'becomes healthy', 'settles']);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [at(0), at(30)],
    [at(30), at(50)],
    [at(50), at(90)],
  ]);
});

test('a deployment of which only the way back is known shows that alone', () => {
  const bars = stretchesOf('api', [moment('going back', 60), moment('back', 80)]);
  expect(bars).toEqual([{ service: 'api', what: 'goes back', from: at(60), to: at(80), kind: 'crit' }]);
});

test('a deployment that went back shows where it failed and how long the way back was', () => {
  const bars = stretchesOf('api', [...good.slice(0, 2), moment('going back', 60), moment('back', 80)]);
  expect(bars.map(({ what, kind }) => [what, kind])).toEqual([
    ['first task starts', 'active'],
    ['fails', 'crit'],
    ['goes back', 'crit'],
  ]);
});

test('a service that goes back for another’s sake is called off, and has not failed', () => {
  const moments = [...good.slice(0, 2), moment('going back', 60), moment('back', 80)];
  const bars = stretchesOf('api', moments, true);
  expect(bars[1]).toMatchObject({ what: 'is called off', kind: 'active' });
  const both = [...moments, ...moments.map((one) => ({ ...one, service: 'web' }))];
  const { text } = gantt(['api', 'web'], both, new Set(['web']));
  expect(text.match(/fails :crit|is called off :s/g)).toEqual(['fails :crit', 'is called off :s']);
});

test('what was only seen after the end takes nothing of the last bar', () => {
  const late = good.map((one) => (one.what === 'first healthy' ? { ...one, at: at(95) } : one));
  expect(stretchesOf('api', late).map(({ what, to }) => [what, to])).toEqual([
    ['first task starts', at(30)],
    ['settles', at(90)],
  ]);
});

test('no bar has the tag whose labels cannot be read on a dark page, and the colours are those for both pages', () => {
  const { text } = gantt(['api'], good);
  expect(text).not.toMatch(/:active|\bactive,/);
  const init = JSON.parse(/%%\{init: (.*)\}%%/.exec(text)?.[1] ?? '{}');
  expect(init).toMatchObject({ theme: 'base', themeVariables: { taskTextOutsideColor: expect.any(String) } });
  // Mermaid leaves out what is not of these characters: https://github.com/mermaid-js/mermaid/blob/develop/packages/mermaid/src/utils/sanitizeDirective.ts
  for (const colour of Object.values(init.themeVariables)) expect(colour).toMatch(/^[\d "#%(),.;A-Za-z]+$/);
});

test.each([4, 40, 203, 1053, 4000, 90_000, 14 * 86_400])('a grid of %d s has between two and nine lines', (seconds) => {
  const { text } = gantt(['api'], [moment('deployment began', 0), moment('stable', seconds)]);
  const [, count, unit = ''] = /tickInterval (\d+)(\w+)/.exec(text) ?? [];
  const each = { second: 1, minute: 60, hour: 3600, day: 86_400 }[unit] ?? Number.NaN;
  const lines = seconds / (Number(count) * each) + 1;
  expect(lines).toBeGreaterThanOrEqual(2);
  expect(lines).toBeLessThanOrEqual(9);
});

test('what a service waits between its registered definition and its deployment is drawn too', () => {
  const bars = stretchesOf('api', [moment('registered', -20), ...good]);
  expect(bars[0]).toEqual({ service: 'api', what: 'registered', from: at(-20), to: at(0), kind: 'active' });
  expect(bars[1]).toMatchObject({ what: 'first task starts', from: at(0), to: at(30) });
});

test('the bake time is the bar after its beginning, and a shift that it begins with has no bar between', () => {
  const bars = stretchesOf('api', [...good, moment('traffic shifted', 60), moment('bake', 60)]);
  expect(bars.slice(2).map(({ what, from, to }) => [what, from, to])).toEqual([
    ['traffic shifts', at(50), at(60)],
    ['bakes', at(60), at(90)],
  ]);
});

test('the chart counts from the first beginning in whatever time zone it is read, and a bar is at least a second wide', () => {
  const text = gantt(
    ['api', 'web'],
    [...good, moment('deployment began', 10, 'web'), moment('stable', 10, 'web')],
  ).text;
  // A time without a zone is read and shown as local time; milliseconds would begin at 30:00 in India.
  expect(text).toContain('first task starts :s0b0, 2001-01-01 00:00:00.000, 30s');
  expect(text).toContain('section web\n  settles :done, s1b0, 2001-01-01 00:00:10.000, 1s');
});

test.each([
  [59 * 60, '%M:%S'],
  [61 * 60, '%-H h %M'],
  [25 * 3600, 'day %-d, %H:%M'],
])('the axis of a rollout of %d s never begins anew at nought', (seconds, format) => {
  const { text } = gantt(['api'], [moment('deployment began', 0), moment('stable', seconds)]);
  expect(text).toContain(`axisFormat ${format}\n`);
});

test('of hundreds of services those that went back are drawn, then the slowest, and it is said', () => {
  const many = Array.from({ length: 500 }, (_, index) => `service-with-a-long-name-${index}`);
  const moments = many.flatMap((service, index) => [
    moment('deployment began', 0, service),
    ...(index === 3
      ? [moment('going back', 1, service), moment('back', 2, service)]
      : [moment('stable', 10 + index, service)]),
  ]);
  const { text } = gantt(many, moments);
  const drawn = [...text.matchAll(/section (\S+)/g)].map(([, service]) => service);
  expect(drawn).toEqual([many[3], ...many.slice(-19).toReversed()]);
  expect(text).toContain('20 of 500 services: those that went back, then those that took longest.');
  // Mermaid draws no chart of more than 50 000 characters: https://mermaid.js.org/config/schema-docs/config.html#maxtextsize
  expect(text.length).toBeLessThan(50_000);
});

test('a service that only waited to be asked for does not count as slow', () => {
  const many = Array.from({ length: 40 }, (_, index) => `s${index}`);
  const moments = many.flatMap((service, index) => [
    moment('registered', -10, service),
    moment('deployment began', index * 10, service),
    moment('stable', index * 10 + (index === 0 ? 90 : 60), service),
  ]);
  expect(drawnServices(many, moments)[0]).toBe('s0');
});

test('a name from outside cannot break out of the chart', () => {
  const evil = 'api\n```\n<img src=x>: crit';
  const text = gantt(
    [evil],
    good.map((one) => ({ ...one, service: evil })),
  ).text;
  expect(text).not.toContain('<img');
  expect(text.match(/```/g)).toHaveLength(2);
});

test('the table tells each stage as time since the beginning, against what is usual', () => {
  const { text } = durationsTable(['api'], good, new Map([['api', [60_000, 120_000, 100_000]]]));
  expect(text).toContain('| api | \\+30s | \\+50s | \\+1m 30s | 1m 40s \\(1m to 2m, last 3\\) |');
});

test('a stage that a service came to on its way back is none that it reached', () => {
  const moments = [...good.slice(0, 2), moment('going back', 60), moment('traffic shifted', 70), moment('back', 80)];
  expect(durationsTable(['api'], moments, new Map()).text).not.toContain('Traffic');
});

test('where nobody looked at the deployments before, nothing is said of them', () => {
  expect(durationsTable(['api'], good, new Map()).text).not.toContain('Usually');
  const { text } = durationsTable(
    ['api', 'web'],
    [...good, moment('deployment began', 0, 'web')],
    new Map([['api', []]]),
  );
  expect(text).toContain('no deployment before');
  expect(text).toContain('| web | – | – | – | – |');
});

test('the usual of an even number of deployments lies between the two in the middle', () => {
  expect(usual([10_000, 20_000])).toContain('15s');
  expect(usual([])).toBe('no deployment before');
});
