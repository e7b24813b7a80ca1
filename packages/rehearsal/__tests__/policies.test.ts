// From what a journal says to a policy, and from a policy to what one account needs of it.
import { grantFor, grantsByAction } from '../src/policies/derive.ts';
import { fill } from '../src/policies/fill.ts';
import { generalise } from '../src/policies/generalise.ts';
import { anyName, type Names } from '../src/policies/placeholders.ts';
import { grantsOf, policyOf } from '../src/policies/policy.ts';
import { lackingPermissions } from '../src/stage/enforce.ts';

const ECS = 'arn:aws:ecs:eu-central-1:123456789012';
const OPEN = 'arn:aws:ecs:${Region}:${Account}';
const update = { action: 'ecs:UpdateService', resource: `${ECS}:service/prod/api` };

test.each([
  ['ecs:UpdateService', `${ECS}:service/prod/api`, `${OPEN}:service/\${Cluster}/\${Service}`],
  [
    'ecs:StopServiceDeployment',
    `${ECS}:service-deployment/p/a/x1`,
    `${OPEN}:service-deployment/\${Cluster}/\${Service}/*`,
  ],
  ['ecs:StopTask', `${ECS}:task/prod/097e`, `${OPEN}:task/\${Cluster}/*`],
  ['ecs:RunTask', `${ECS}:task-definition/api-golive-migrate:3`, `${OPEN}:task-definition/\${Family}-golive-migrate:*`],
  ['ecs:RegisterTaskDefinition', '*', '*'],
  ['iam:PassRole', 'arn:aws:iam::123456789012:role/team/task', 'arn:aws:iam::${Account}:role/${Role}'],
  [
    'logs:GetLogEvents',
    'arn:aws:logs:r:1:log-group:/a:log-stream:b/c',
    'arn:aws:logs:${Region}:${Account}:log-group:${LogGroup}:log-stream:*',
  ],
  ['rds:ModifyDBInstance', 'arn:aws:rds:r:1:db:fleet-kept-7', 'arn:aws:rds:${Region}:${Account}:db:${Database}-kept-*'],
  [
    'rds:CreateDBSnapshot',
    'arn:aws:rds:r:1:snapshot:golive-fleet-7-1',
    'arn:aws:rds:${Region}:${Account}:snapshot:golive-${Database}-*',
  ],
  ['route53:GetChange', 'arn:aws:route53:::change/C1', 'arn:aws:route53:::change/*'],
  [
    'secretsmanager:DescribeSecret',
    'arn:aws:secretsmanager:r:1:secret:app/db-a1b2c3',
    'arn:aws:secretsmanager:${Region}:${Account}:secret:${Secret}-??????',
  ],
])('%s on %s becomes %s', (permission, resource, expected) => {
  expect(generalise(permission, resource)).toBe(expected);
});

test('a resource that no template knows is refused by name, and never becomes *', () => {
  expect(() => generalise('sqs:SendMessage', 'arn:aws:sqs:r:1:queue')).toThrow(
    'sqs:SendMessage on arn:aws:sqs:r:1:queue',
  );
  expect(() => generalise('ecs:DeleteService', '*')).toThrow('ecs:DeleteService on *');
});

test('a role is handed to the service that it was handed to, and to no other', () => {
  const context = { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] };
  expect(grantFor({ action: 'iam:PassRole', resource: 'arn:aws:iam::1:role/task', context }).condition).toEqual({
    StringEquals: context,
  });
});

test('tasks are listed in the one cluster only, as no resource can say', () => {
  expect(grantFor({ action: 'ecs:ListTasks', resource: '*' }).condition).toEqual({
    ArnEquals: { 'ecs:cluster': [`${OPEN}:cluster/\${Cluster}`] },
  });
});

test('records are changed under the names of the release and of their marks', () => {
  const key = 'route53:ChangeResourceRecordSetsNormalizedRecordNames';
  const context = { [key]: ['api.example.com', '_golive-soak.api.example.com'] };
  const zone = 'arn:aws:route53:::hostedzone/Z1';
  expect(grantFor({ action: 'route53:ChangeResourceRecordSets', resource: zone, context }).condition).toEqual({
    'ForAllValues:StringLike': { [key]: ['${RecordName}', '_golive-soak.${RecordName}'] },
  });
});

test('each action gets what its own calls were authorised on', () => {
  const found = grantsByAction([
    { action: 'ecs-rollout', permissions: [update, update] },
    { action: 'record', permissions: [] },
    { permissions: [{ action: 'ecs:DeleteService', resource: '*' }] },
  ]);
  expect(found.get('ecs-rollout')).toHaveLength(1);
  expect([...found.keys()]).toEqual(['ecs-rollout', 'record']);
});

const grants = [
  { permission: 'ecs:UpdateService', resource: 'b' },
  { permission: 'ecs:DescribeServices', resource: 'a' },
  { permission: 'ecs:DescribeServices', resource: 'b' },
  { permission: 'ecs:UpdateService', resource: 'a' },
  { permission: 'iam:PassRole', resource: 'r', condition: { StringEquals: { 'iam:PassedToService': ['y'] } } },
  { permission: 'iam:PassRole', resource: 'r', condition: { StringEquals: { 'iam:PassedToService': ['x'] } } },
];

test('permissions on the same resources stand in one statement, and values of a condition in one list', () => {
  expect(policyOf(grants).Statement).toEqual([
    { Effect: 'Allow', Action: ['ecs:DescribeServices', 'ecs:UpdateService'], Resource: ['a', 'b'] },
    {
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['r'],
      Condition: { StringEquals: { 'iam:PassedToService': ['x', 'y'] } },
    },
  ]);
});

test('the order in which calls came does not show in the policy, nor does reading it change it', () => {
  const policy = policyOf(grants);
  expect(policyOf([...grants].reverse())).toEqual(policy);
  expect(policyOf(grantsOf(policy))).toEqual(policy);
});

const names: Names = { ...anyName, Account: ['1'], Cluster: ['prod'], Service: ['api', 'web'], Database: [] };

test('a resource stands once for each of the names that its placeholder means', () => {
  const policy = policyOf([{ permission: 'p', resource: 'service/${Cluster}/${Service}' }]);
  expect(fill(policy, names).Statement[0]?.Resource).toEqual(['service/prod/api', 'service/prod/web']);
});

test('conditions are filled too', () => {
  const condition = { ArnEquals: { 'ecs:cluster': ['cluster/${Cluster}'] } };
  expect(fill(policyOf([{ permission: 'p', resource: '*', condition }]), names).Statement[0]?.Condition).toEqual({
    ArnEquals: { 'ecs:cluster': ['cluster/prod'] },
  });
});

test('a permission on what the account does not have is left out', () => {
  expect(fill(policyOf([{ permission: 'p', resource: 'db:${Database}' }]), names).Statement).toEqual([]);
});

test('a placeholder that nobody knows is refused', () => {
  expect(() => fill(policyOf([{ permission: 'p', resource: '${Nobody}' }]), names)).toThrow('${Nobody}');
});

const call = { at: '', service: 'ecs', operation: 'UpdateService', status: 400, action: 'ecs-rollout' };

test('a denial is told once, with the permission and the file of the policy that lacks it', () => {
  const denied = `ecs:UpdateService on ${ECS}:service/prod/api`;
  expect(lackingPermissions([{ ...call, denied }, { ...call, denied }, call])).toEqual([
    expect.stringMatching(
      /^ecs-rollout needs ecs:UpdateService on arn:.*\/api, which actions\/ecs-rollout\/policy\.json/,
    ),
  ]);
});

test('a permission that lacks on many resources is told once', () => {
  const denied = (stream: string) => ({
    ...call,
    denied: `logs:GetLogEvents on arn:aws:logs:r:1:log-group:/a:${stream}`,
  });
  expect(lackingPermissions([denied('one'), denied('two')])).toHaveLength(1);
});

test('what a drill denies is no lack of a policy', () => {
  expect(lackingPermissions([{ ...call, denied: 'x', fault: 'denied' }])).toEqual([]);
});
