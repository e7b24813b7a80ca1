import { taskDefinitionIn, withoutHooks, writeAppSpec } from '#shared/ecs/code-deploy/app-spec';
import { placeOf } from '#shared/ecs/code-deploy/place';

const spec = { taskDefinition: 'api:42', container: 'api', port: 3000 };

test('what is not said stays out of the AppSpec, so that CodeDeploy takes it from the service', () => {
  const { Resources, Hooks } = JSON.parse(writeAppSpec(spec));
  expect(Resources[0].TargetService).toEqual({
    Type: 'AWS::ECS::Service',
    Properties: { TaskDefinition: 'api:42', LoadBalancerInfo: { ContainerName: 'api', ContainerPort: 3000 } },
  });
  expect(Hooks).toBeUndefined();
});

test('capacity providers, network and hooks are written in the words of an AppSpec', () => {
  const content = writeAppSpec({
    ...spec,
    capacityProviders: [{ capacityProvider: 'FARGATE_SPOT', weight: 3 }],
    network: { subnets: ['subnet-1'], assignPublicIp: 'ENABLED' },
    hooks: { AfterAllowTestTraffic: 'arn:hook' },
  });
  const { Resources, Hooks } = JSON.parse(content);
  expect(Resources[0].TargetService.Properties).toMatchObject({
    CapacityProviderStrategy: [{ Base: 0, CapacityProvider: 'FARGATE_SPOT', Weight: 3 }],
    NetworkConfiguration: {
      AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [], AssignPublicIp: 'ENABLED' },
    },
  });
  expect(Hooks).toEqual([{ AfterAllowTestTraffic: 'arn:hook' }]);
});

test.each([
  ['as this action writes it', writeAppSpec(spec), 'api:42'],
  [
    'in YAML with a small letter',
    'version: 0.0\nresources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      Properties:\n        TaskDefinition: "api:7"\n',
    'api:7',
  ],
  ['that is broken', '{"Resources": [', undefined],
  ['of a function', '{"Resources": [{"f": {"Properties": {"Name": "f"}}}]}', undefined],
])('the definition of an AppSpec %s', (_, content, taskDefinition) => {
  expect(taskDefinitionIn(content)).toBe(taskDefinition);
});

test('application and group have the names that the console gives, unless others are said', () => {
  expect(placeOf('arn:aws:ecs:eu-central-1:1:cluster/prod', 'api', undefined)).toEqual({
    application: 'AppECS-prod-api',
    group: 'DgpECS-prod-api',
  });
  const own = { group: 'blue-green', 'wait-for-termination': true };
  expect(placeOf('prod', 'api', own)).toEqual({ application: 'AppECS-prod-api', group: 'blue-green' });
});

test('the AppSpec that puts something back has all that the one of then had, but its hooks', () => {
  const written = writeAppSpec({ ...spec, platformVersion: '1.4.0', hooks: { AfterInstall: 'arn:hook' } });
  expect(JSON.parse(withoutHooks(written) ?? '')).toEqual(
    JSON.parse(writeAppSpec({ ...spec, platformVersion: '1.4.0' })),
  );
  const yaml =
    'version: 0.0\nresources:\n  - web:\n      properties: { TaskDefinition: api:41 }\nhooks:\n  - AfterInstall: x\n';
  expect(JSON.parse(withoutHooks(yaml) ?? '')).toEqual({
    version: 0,
    resources: [{ web: { properties: { TaskDefinition: 'api:41' } } }],
  });
  expect(withoutHooks('- no AppSpec')).toBeUndefined();
});
