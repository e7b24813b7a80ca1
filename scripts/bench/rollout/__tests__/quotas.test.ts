import { busiestMinute, quotaShare } from '../quotas.ts';

test('the busiest minute is found wherever it begins', () => {
  expect(busiestMinute([0, 50_000, 70_000, 100_000, 109_999, 110_000])).toBe(4);
  expect(busiestMinute([])).toBe(0);
});

test('operations of one group share its quota, and the fullest group counts', () => {
  const call = (operation: string, at: number) => ({ operation, at, status: 200 });
  const reads = Array.from({ length: 125 }, (_, at) =>
    call(at % 2 ? 'ListServiceDeployments' : 'DescribeServiceRevisions', at),
  );
  expect(quotaShare(reads)).toBe(0.1);
  expect(quotaShare([...reads, ...Array.from({ length: 16 }, (_, at) => call('RegisterTaskDefinition', at))])).toBe(
    0.2,
  );
  expect(quotaShare([call('GetRole', 0)])).toBe(0);
});
