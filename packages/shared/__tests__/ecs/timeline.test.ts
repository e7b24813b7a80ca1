import { durationsTable, gantt, stretchesOf, usual } from '#shared/ecs/timeline';
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

test('the chart counts seconds from the first beginning, and a bar is at least a second wide', () => {
  const text = gantt(
    ['api', 'web'],
    [...good, moment('deployment began', 10, 'web'), moment('stable', 10, 'web')],
  ).text;
  expect(text).toContain('first task starts :active, s0b0, 0, 30s');
  expect(text).toContain('section web\n  settles :done, s1b0, 10000, 1s');
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

test('the usual of an even number of deployments lies between the two in the middle', () => {
  expect(usual([10_000, 20_000])).toContain('15s');
  expect(usual([])).toBe('no deployment before');
});
