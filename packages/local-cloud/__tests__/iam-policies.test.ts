import { evaluate } from '../src/iam/evaluate.ts';
import { parsePolicy } from '../src/iam/policy.ts';

const SERVICE = 'arn:aws:ecs:ap-northeast-2:123456789012:service/prod/api';
const CLUSTER = 'arn:aws:ecs:ap-northeast-2:123456789012:cluster/prod';

const ruling = (statement: object | object[], action: string, resource = '*', context = {}) =>
  evaluate(parsePolicy({ Version: '2012-10-17', Statement: statement }), { action, resource, context });
const allow = (more: object) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...more });
const withCondition = (Condition: object, context: Record<string, string[]>) =>
  ruling(allow({ Condition }), 'ecs:UpdateService', SERVICE, context);

test('an explicit Deny wins over every Allow', () => {
  const statements = [allow({}), { Effect: 'Deny', Action: 'ecs:Delete?ervice', Resource: '*' }];
  expect(ruling(statements, 'ecs:DeleteService')).toBe('explicit-deny');
  expect(ruling(statements, 'ecs:UpdateService')).toBe('allowed');
});

test('what no statement speaks of is denied', () => {
  expect(ruling(allow({ Action: 'ecs:*' }), 'rds:DescribeDBInstances')).toBe('implicit-deny');
});

test('actions match without regard to case', () => {
  expect(ruling(allow({ Action: 'ECS:update*' }), 'ecs:UpdateService')).toBe('allowed');
});

test.each([
  [SERVICE, 'allowed'],
  ['arn:aws:ecs:*:123456789012:service/prod/*', 'allowed'],
  ['arn:aws:ecs:ap-northeast-2:123456789012:service/prod/ap?', 'allowed'],
  ['arn:aws:ecs:ap-northeast-2:123456789012:service/staging/*', 'implicit-deny'],
  ['arn:aws:ecs:*:service/prod/api', 'implicit-deny'],
  ['arn:aws:ecs:ap-northeast-2:123456789012:service/prod/AP*', 'implicit-deny'],
])('the resource %s of a policy: %s', (Resource, expected) => {
  expect(ruling(allow({ Resource }), 'ecs:UpdateService', SERVICE)).toBe(expected);
});

test('an action without resources needs the resource *', () => {
  expect(ruling(allow({ Resource: 'arn:aws:ecr:*:*:repository/*' }), 'ecr:GetAuthorizationToken')).toBe(
    'implicit-deny',
  );
});

test('NotAction and NotResource mean everything else', () => {
  const statement = { Effect: 'Deny', NotAction: 'ecs:*', NotResource: SERVICE };
  expect(ruling([allow({}), statement], 'rds:DeleteDBInstance', 'arn:aws:rds:a:1:db:x')).toBe('explicit-deny');
  expect(ruling([allow({}), statement], 'ecs:DeleteService', 'arn:aws:rds:a:1:db:x')).toBe('allowed');
  expect(ruling([allow({}), statement], 'rds:DeleteDBInstance', SERVICE)).toBe('allowed');
});

test.each([
  [{ StringEquals: { 'aws:RequestTag/team': 'fleet' } }, { 'aws:RequestTag/team': ['fleet'] }, 'allowed'],
  [{ StringEquals: { 'aws:RequestTag/team': 'fleet' } }, { 'aws:RequestTag/team': ['Fleet'] }, 'implicit-deny'],
  [{ StringEquals: { 'aws:RequestTag/team': 'fleet' } }, {}, 'implicit-deny'],
  [{ StringEquals: { 'aws:RequestTag/team': ['fleet', 'web'] } }, { 'aws:requesttag/team': ['web'] }, 'allowed'],
  [{ StringEqualsIfExists: { 'aws:RequestTag/team': 'fleet' } }, {}, 'allowed'],
  [{ StringNotEquals: { 'aws:RequestTag/team': 'fleet' } }, {}, 'allowed'],
  [
    { StringLike: { 'iam:PassedToService': 'ecs*.amazonaws.com' } },
    { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] },
    'allowed',
  ],
  [
    { StringLike: { 'iam:PassedToService': 'ecs*.amazonaws.com' } },
    { 'iam:PassedToService': ['ec2.amazonaws.com'] },
    'implicit-deny',
  ],
  [{ ArnEquals: { 'ecs:cluster': CLUSTER } }, { 'ecs:cluster': [CLUSTER] }, 'allowed'],
  [{ ArnLike: { 'ecs:cluster': 'arn:aws:ecs:*:*:cluster/stag*' } }, { 'ecs:cluster': [CLUSTER] }, 'implicit-deny'],
  [{ Null: { 'aws:RequestTag/team': true } }, {}, 'allowed'],
  [{ Null: { 'aws:RequestTag/team': 'false' } }, {}, 'implicit-deny'],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'c'] }, 'implicit-deny'],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, {}, 'allowed'],
  [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'c'] }, 'allowed'],
  [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a'] } }, {}, 'implicit-deny'],
  [
    { StringEquals: { 'ecs:cluster': CLUSTER, 'aws:RequestTag/team': 'fleet' } },
    { 'ecs:cluster': [CLUSTER] },
    'implicit-deny',
  ],
])('the condition %j of a call with %j: %s', (condition, context, expected) => {
  expect(withCondition(condition, context as unknown as Record<string, string[]>)).toBe(expected);
});

test.each([
  ['an operator', allow({ Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.1' } } }), 'condition operator IpAddress'],
  ['a key', allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'x' } } }), 'condition key aws:SourceVpc'],
  ['a set without its operator', allow({ Condition: { StringEquals: { 'aws:TagKeys': 'x' } } }), 'needs ForAnyValue'],
  ['a variable', allow({ Resource: `arn:aws:s3:::$\{aws:username}` }), 'policy variables'],
  ['a principal', allow({ Principal: '*' }), 'Principal'],
  ['no resource', { Effect: 'Allow', Action: '*' }, 'exactly one of Resource and NotResource'],
  ['another effect', allow({ Effect: 'Maybe' }), 'Statement.0.Effect'],
])('a policy with %s that is not evaluated here is refused', (_what, statement, sentence) => {
  expect(() => parsePolicy({ Statement: [statement] })).toThrow(sentence);
});
