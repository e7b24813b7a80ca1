import { permissionsFor } from '../src/iam/permissions.ts';

const ECS = 'arn:aws:ecs:ap-northeast-2:123456789012';
const TASK_ROLE = 'arn:aws:iam::123456789012:role/task';

const place = {
  account: '123456789012',
  region: 'ap-northeast-2',
  secretArn: async (id: string) => `arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:${id}-a1b2c3`,
  taskDefinition: async () => ({ arn: `${ECS}:task-definition/api:7`, roles: [TASK_ROLE] }),
};
const needed = async (service: string, operation: string, input: object = {}) =>
  (await permissionsFor(place, service, operation, input)).map(({ action, resource }) => `${action} ${resource}`);

test('a service is updated on its own ARN, under the keys of its cluster and definition', async () => {
  const input = { cluster: 'prod', service: 'api', taskDefinition: 'api' };
  expect(await permissionsFor(place, 'ecs', 'UpdateService', input)).toEqual([
    {
      action: 'ecs:UpdateService',
      resource: `${ECS}:service/prod/api`,
      context: { 'ecs:cluster': [`${ECS}:cluster/prod`], 'ecs:task-definition': [`${ECS}:task-definition/api:7`] },
    },
  ]);
});

test('a task runs a definition and is handed its roles', async () => {
  const permissions = await permissionsFor(place, 'ecs', 'RunTask', { cluster: 'prod', taskDefinition: 'api' });
  expect(permissions).toMatchObject([
    { action: 'ecs:RunTask', resource: `${ECS}:task-definition/api:7` },
    { action: 'iam:PassRole', resource: TASK_ROLE, context: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } },
  ]);
});

test('a definition hands over each of its roles once', async () => {
  const roles = { executionRoleArn: TASK_ROLE, taskRoleArn: TASK_ROLE };
  expect(await needed('ecs', 'RegisterTaskDefinition', { family: 'api', ...roles })).toEqual([
    'ecs:RegisterTaskDefinition *',
    `iam:PassRole ${TASK_ROLE}`,
  ]);
});

test('a lifecycle hook takes its role to ECS', async () => {
  const deploymentConfiguration = { lifecycleHooks: [{ roleArn: TASK_ROLE }] };
  const permissions = await permissionsFor(place, 'ecs', 'UpdateService', { service: 'api', deploymentConfiguration });
  expect(permissions.at(-1)).toMatchObject({
    action: 'iam:PassRole',
    context: { 'iam:PassedToService': ['ecs.amazonaws.com'] },
  });
});

test('tags at creation take the permission to tag, under the operation that creates', async () => {
  const tags = [{ key: 'team', value: 'fleet' }];
  const permissions = await permissionsFor(place, 'ecs', 'RegisterTaskDefinition', { family: 'api', tags });
  expect(permissions.at(-1)).toEqual({
    action: 'ecs:TagResource',
    resource: `${ECS}:task-definition/api:*`,
    context: {
      'aws:RequestTag/team': ['fleet'],
      'aws:TagKeys': ['team'],
      'ecs:CreateAction': ['RegisterTaskDefinition'],
    },
  });
});

test('records are changed in their zone, under the keys of names, types and actions', async () => {
  const change = { Action: 'CREATE', ResourceRecordSet: { Name: 'API.example.com.', Type: 'A' } };
  const input = { Id: '/hostedzone/Z1', ChangeBatch: { Changes: [change] } };
  expect(await permissionsFor(place, 'route53', 'ChangeResourceRecordSets', input)).toEqual([
    {
      action: 'route53:ChangeResourceRecordSets',
      resource: 'arn:aws:route53:::hostedzone/Z1',
      context: {
        'route53:ChangeResourceRecordSetsActions': ['CREATE'],
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['api.example.com'],
        'route53:ChangeResourceRecordSetsRecordTypes': ['A'],
      },
    },
  ]);
});

test.each([
  [
    'ecs',
    'DescribeServices',
    { cluster: 'prod', services: ['a', 'b'] },
    [`${ECS}:service/prod/a`, `${ECS}:service/prod/b`],
  ],
  ['ecs', 'StopTask', { cluster: `${ECS}:cluster/prod`, task: 'abc' }, [`${ECS}:task/prod/abc`]],
  ['ecs', 'ListTasks', { cluster: 'prod' }, ['*']],
  ['ecr', 'PutImage', { repositoryName: 'api' }, ['arn:aws:ecr:ap-northeast-2:123456789012:repository/api']],
  ['ecr', 'GetAuthorizationToken', {}, ['*']],
  [
    'rds',
    'CreateDBSnapshot',
    { DBInstanceIdentifier: 'db', DBSnapshotIdentifier: 's' },
    ['arn:aws:rds:ap-northeast-2:123456789012:db:db', 'arn:aws:rds:ap-northeast-2:123456789012:snapshot:s'],
  ],
  [
    'rds',
    'RestoreDBInstanceFromDBSnapshot',
    { DBInstanceIdentifier: 'new', DBSnapshotIdentifier: 's', DBSubnetGroupName: 'private' },
    ['db:new', 'snapshot:s', 'og:default', 'pg:default', 'subgrp:private'].map(
      (resource) => `arn:aws:rds:ap-northeast-2:123456789012:${resource}`,
    ),
  ],
  ['route53', 'GetChange', { Id: 'C12' }, ['arn:aws:route53:::change/C12']],
  [
    'logs',
    'GetLogEvents',
    { logGroupName: '/a', logStreamName: 'b' },
    ['arn:aws:logs:ap-northeast-2:123456789012:log-group:/a:log-stream:b'],
  ],
  [
    'secretsmanager',
    'GetSecretValue',
    { SecretId: 'db' },
    ['arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:db-a1b2c3'],
  ],
  ['elasticloadbalancing', 'DescribeRules', { ListenerArn: 'arn:l' }, ['*']],
])('%s:%s on %j', async (service, operation, input, resources) => {
  const all = await permissionsFor(place, service, operation, input);
  expect(all.map(({ resource }) => resource)).toEqual(resources);
});

test('input of a wrong shape does no harm: the operation says what is wrong with it', async () => {
  for (const input of [null, 'text', { services: 'x', cluster: 7, tags: 'y', overrides: null, tasks: [null] }])
    expect(await needed('ecs', 'DescribeServices', input as object)).toHaveLength(1);
});

test('nobody can be denied to ask who he is', async () => {
  expect(await needed('sts', 'GetCallerIdentity')).toEqual([]);
});
