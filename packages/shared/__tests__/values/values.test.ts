import fc from 'fast-check';
import { z } from 'zod';
import { parseArn } from '#shared/values/arn';
import { bytes, formatBytes, parseBytes } from '#shared/values/bytes';
import { duration, formatDuration, parseDuration } from '#shared/values/duration';
import { formatImageReference, parseImageReference } from '#shared/values/image-reference';

const digest = `sha256:${'ab'.repeat(32)}`;

test.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['1.5m', 90_000],
  ['1h30m', 5_400_000],
  ['7d', 604_800_000],
  ['0', 0],
])('%s is %d milliseconds', (text, ms) => {
  expect(parseDuration(text)).toEqual({ ms });
});

test.each(['', '5', '-5m', '5 minutes', 'm', '5m!', '1e3s', `${'9'.repeat(30)}d`])('%j is no duration', (text) => {
  expect(() => parseDuration(text)).toThrow(/expected a duration with its unit/);
});

test('a duration without a unit is told which unit to add', () => {
  expect(() => parseDuration('30')).toThrow("got '30': add a unit, for example 30s");
});

test('a default of a duration is parsed like an input, before and after its description', () => {
  expect(duration().default('5m').describe('x').parse(undefined)).toEqual({ ms: 300_000 });
  expect(duration().describe('x').default('5m').parse(undefined)).toEqual({ ms: 300_000 });
  expect(duration().optional().parse(undefined)).toBeUndefined();
});

test('a number in golive.yml is refused where a duration is wanted', () => {
  const { error } = z.object({ timeout: duration() }).safeParse({ timeout: 300 });
  expect(error?.issues[0]?.message).toMatch(/expected a duration with its unit.*got 300/);
});

test.each([
  [850, '850ms'],
  [2500, '2.5s'],
  [250_000, '4m 10s'],
  [3_900_000, '1h 5m'],
])('%d milliseconds are written %s', (ms, text) => {
  expect(formatDuration({ ms })).toBe(text);
});

test.each([
  ['500MB', 500_000_000],
  ['512MiB', 536_870_912],
  ['1.5 GB', 1_500_000_000],
  ['0', 0],
])('%s is %d bytes', (text, size) => {
  expect(parseBytes(text)).toEqual({ bytes: size });
});

test.each(['500', '500mb', 'MB', '-1MB', '5XB', '5constructor'])('%j is no size', (text) => {
  expect(() => parseBytes(text)).toThrow(/expected a size with its unit/);
});

test('a size is written as registries write it', () => {
  expect(formatBytes({ bytes: 412_740_000 })).toBe('412.7MB');
  expect(bytes().default('500MB').parse(undefined)).toEqual({ bytes: 500_000_000 });
});

test.each([
  ['alpine', { repository: 'alpine' }],
  ['team/api:v1.2', { repository: 'team/api', tag: 'v1.2' }],
  [`127.0.0.1:5000/api@${digest}`, { registry: '127.0.0.1:5000', repository: 'api', digest }],
  [`api:v1@${digest}`, { repository: 'api', tag: 'v1', digest }],
])('%s is taken apart and put together again', (text, parts) => {
  expect(parseImageReference(text)).toEqual(parts);
  expect(formatImageReference(parts)).toBe(text);
});

test.each(['', 'API', 'api:', 'api@sha256:12', 'api/../x', `api@${digest}@${digest}`, 'api:-x'])(
  '%j is no image',
  (text) => {
    expect(() => parseImageReference(text)).toThrow(/has no valid (repository|tag|digest)/);
  },
);

test('an ARN is taken apart; its name is the last part of the resource', () => {
  const arn = parseArn('arn:aws:ecs:ap-northeast-2:123456789012:service/prod/api');
  expect(arn).toMatchObject({ service: 'ecs', region: 'ap-northeast-2', resource: 'service/prod/api', name: 'api' });
  expect(parseArn('arn:aws:s3:::bucket')).toMatchObject({ region: '', account: '', name: 'bucket' });
  expect(() => parseArn('prod')).toThrow(
    "expected an ARN such as arn:aws:ecs:ap-northeast-2:123456789012:cluster/prod, got 'prod'",
  );
});

test('no text makes a parser throw anything but a ValueError', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const parse of [parseDuration, parseBytes, parseImageReference, parseArn]) {
        try {
          parse(text);
        } catch (error) {
          expect((error as Error).name).toBe('ValueError');
        }
      }
    }),
  );
});
