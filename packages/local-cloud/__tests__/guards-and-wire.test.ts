import { actionOf } from '../src/journal.ts';
import { tokenBuckets } from '../src/quotas.ts';
import { parseParameters } from '../src/wire/query.ts';
import { toXml } from '../src/wire/xml.ts';

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html; RunTask as Fargate limits it.
test.each([
  ['CreateCluster', 20, 1],
  ['DescribeClusters', 50, 20],
  ['RegisterTaskDefinition', 20, 1],
  ['DescribeTaskDefinition', 50, 20],
  ['RunTask', 20, 20],
  ['StopTask', 100, 40],
  ['DescribeTasks', 100, 20],
  ['UpdateService', 50, 5],
  ['DescribeServices', 100, 20],
  ['ListServiceDeployments', 50, 20],
  ['DescribeServiceRevisions', 50, 20],
])('%s may be called %i times at once and %i times a second', (operation, burst, sustained) => {
  let now = 0;
  const quotas = tokenBuckets(() => now);
  const taken = () => Array.from({ length: 300 }, () => quotas.take('ecs', operation)).filter(Boolean);
  expect(taken()).toHaveLength(burst);
  now += 1000;
  expect(taken()).toHaveLength(sustained);
});

test('looking at revisions takes nothing from looking at deployments', () => {
  const quotas = tokenBuckets(() => 0);
  for (let call = 0; call < 50; call++) quotas.take('ecs', 'DescribeServiceRevisions');
  expect(quotas.take('ecs', 'DescribeServiceDeployments')).toBe(true);
});

test('a bucket gives its burst at once, then its sustained rate', () => {
  let now = 0;
  const quotas = tokenBuckets(() => now);
  const taken = (times: number) =>
    Array.from({ length: times }, () => quotas.take('ecs', 'UpdateService')).filter(Boolean);
  expect(taken(80)).toHaveLength(50);
  now += 1000;
  expect(taken(80)).toHaveLength(5);
});

test('operations of one bucket share it', () => {
  const quotas = tokenBuckets(() => 0);
  for (let call = 0; call < 100; call++) quotas.take('ecs', call % 2 ? 'ListTasks' : 'DescribeTasks');
  expect(quotas.take('ecs', 'DescribeTasks')).toBe(false);
});

test('numbered parameters become lists, in the order of their numbers', () => {
  const form =
    'Filters.Filter.1.Name=a&Filters.Filter.1.Values.Value.1=x&Names.member.10=j&Names.member.2=b&Plain=1&Action=A';
  expect(parseParameters(new URLSearchParams(form))).toEqual({
    Filters: [{ Name: 'a', Values: ['x'] }],
    Names: ['b', 'j'],
    Plain: '1',
  });
});

test('a parameter named like a prototype property does no harm', () => {
  parseParameters(new URLSearchParams('__proto__.polluted=yes&constructor.prototype.polluted=yes'));
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test('a list is written with the item name of that list', () => {
  const xml = toXml('R', { Items: [{ A: '<1>' }], Zones: ['a', 'b'], Nothing: undefined }, { Items: 'Item' });
  expect(xml).toBe(
    '<R><Items><Item><A>&lt;1&gt;</A></Item></Items><Zones><member>a</member><member>b</member></Zones></R>',
  );
});

test.each([
  ['aws-sdk-js/3.1164.0 ua/2.1 os/linux api/ecs#3 app/golive-ecs-rollout', 'ecs-rollout'],
  ['golive-sign-off', 'sign-off'],
  ['aws-cli/1.45.11 md/Botocore', undefined],
])('the action of %s is %s', (userAgent, action) => {
  expect(actionOf(userAgent)).toBe(action);
});
