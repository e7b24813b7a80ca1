import { fold } from '#shared/verify/finding';
import { judgeImages, platformOf, shortImage } from '#shared/verify/images';
import { judgeLoadBalancers } from '#shared/verify/load-balancers';
import { judgeRoles } from '#shared/verify/roles';
import { judgeSecrets, parseReference } from '#shared/verify/secrets';
import { trusts } from '#shared/verify/trust-policy';
import { aCandidate, image } from './a-candidate.ts';

const verdicts = (findings: readonly { verdict: string }[]) => findings.map(({ verdict }) => verdict);
const policy = (Principal: unknown, Effect = 'Allow', Action: unknown = 'sts:AssumeRole') =>
  encodeURIComponent(JSON.stringify({ Statement: [{ Effect, Principal, Action }] }));
const execution = 'arn:aws:iam::123456789012:role/execution';
const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf';
const group = 'arn:aws:x:y:z:targetgroup/api/1';

describe('images', () => {
  test('an image of another architecture than its tasks fails, and both are named', () => {
    const [finding] = judgeImages(
      aCandidate(),
      new Map([[image, { kind: 'found', value: { platforms: ['linux/arm64'], digests: [] } }]]),
    );
    expect(finding).toMatchObject({
      verdict: 'fail',
      because: expect.stringMatching(/linux\/arm64.*need linux\/amd64/),
    });
  });

  test('an image for several platforms passes when one of them is the tasks', () => {
    const found = new Map([
      [image, { kind: 'found' as const, value: { platforms: ['linux/arm64', 'linux/amd64'], digests: [] } }],
    ]);
    expect(verdicts(judgeImages(aCandidate(), found))).toEqual(['pass']);
  });

  test('an image that could not be asked about is inconclusive, and one outside ECR is skipped', () => {
    const denied = new Map([[image, { kind: 'unknown' as const, because: 'needs the permission ecr:BatchGetImage' }]]);
    expect(verdicts(judgeImages(aCandidate(), denied))).toEqual(['inconclusive']);
    expect(verdicts(judgeImages(aCandidate(), new Map()))).toEqual(['skipped']);
  });

  test('Windows and ARM64 are read from the runtime platform', () => {
    const on = (runtimePlatform: object) => platformOf(aCandidate({ definition: { runtimePlatform } }));
    expect(on({ cpuArchitecture: 'ARM64' })).toBe('linux/arm64');
    expect(on({ operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' })).toBe('windows/amd64');
  });

  test('messages name an image without its registry', () => {
    expect(shortImage(image)).toBe(`api@sha256:${'a'.repeat(12)}…`);
  });
});

describe('secrets', () => {
  const withSecret = (valueFrom: string) => aCandidate({ container: { secrets: [{ name: 'DB', valueFrom }] } });

  test('the secret of a reference ends where its JSON key begins', () => {
    expect(parseReference(`${secret}:password:AWSPENDING:`)).toMatchObject({
      id: secret,
      key: 'password',
      stage: 'AWSPENDING',
    });
  });

  test('a parameter is named by its path, or by an ARN that holds the path', () => {
    expect(parseReference('arn:aws:ssm:eu-west-1:123456789012:parameter/app/db')).toMatchObject({ name: '/app/db' });
    expect(parseReference('/app/db')).toEqual({ kind: 'parameter', name: '/app/db' });
  });

  test('a secret that does not exist fails and tells which variable wants it', () => {
    const found = new Map([[secret, { kind: 'missing' as const, because: '' }]]);
    expect(judgeSecrets(withSecret(secret), found)).toEqual([
      { verdict: 'fail', because: 'api.DB: secret app/db-AbCdEf does not exist' },
    ]);
  });

  test('a secret without the wanted version fails', () => {
    const reference = `${secret}::AWSPENDING:`;
    const found = new Map([[reference, { kind: 'found' as const, value: ['AWSCURRENT'] }]]);
    expect(verdicts(judgeSecrets(withSecret(reference), found))).toEqual(['fail']);
  });

  test('secrets of the log driver and of a private registry are needed too', () => {
    const candidate = aCandidate({
      container: {
        logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'token', valueFrom: '/splunk' }] },
        repositoryCredentials: { credentialsParameter: secret },
      },
    });
    const found = new Map(['/splunk', secret].map((one) => [one, { kind: 'missing' as const, because: '' }]));
    expect(verdicts(judgeSecrets(candidate, found))).toEqual(['fail', 'fail']);
  });

  test('credentials of a Windows share and of a domain are needed too', () => {
    const spec = 'arn:aws:ssm:eu-west-1:123456789012:parameter/gmsa';
    const fsxWindowsFileServerVolumeConfiguration = {
      fileSystemId: 'fs-1',
      rootDirectory: 'share',
      authorizationConfig: { credentialsParameter: secret, domain: 'example.com' },
    };
    const candidate = aCandidate({
      container: { credentialSpecs: [`credentialspecdomainless:${spec}`, 'credentialspec:arn:aws:s3:::bucket/key'] },
      definition: { volumes: [{ name: 'share', fsxWindowsFileServerVolumeConfiguration }] },
    });
    const found = new Map([spec, secret].map((one) => [one, { kind: 'missing' as const, because: '' }]));
    expect(judgeSecrets(candidate, found).map(({ because }) => because)).toEqual([
      'api.credentialSpecs: parameter /gmsa does not exist',
      'volume share: secret app/db-AbCdEf does not exist',
    ]);
  });
});

describe('roles', () => {
  test('a role that trusts somebody else fails', () => {
    const found = new Map([[execution, { kind: 'found' as const, value: policy({ Service: 'ec2.amazonaws.com' }) }]]);
    expect(judgeRoles(aCandidate(), found)).toMatchObject([
      { verdict: 'fail', because: expect.stringContaining('does not trust ecs-tasks') },
    ]);
  });

  test.each([
    [policy({ Service: 'ecs-tasks.amazonaws.com' }), true],
    [policy({ Service: ['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'] }), true],
    [policy({ Service: 'ecs-tasks.amazonaws.com' }, 'Deny'), false],
    [policy({ Service: 'ecs-tasks.amazonaws.com' }, 'Allow', ['sts:TagSession']), false],
    [policy({ AWS: '*' }), false],
    ['not json', false],
  ])('trust policy %#', (text, trusted) => {
    expect(trusts(text)).toBe(trusted);
  });

  test.each([
    ['sts:Assume*', true],
    ['STS:assumerole', true],
    ['sts:AssumeRoleWith*', false],
  ])('an action %s of a trust policy', (action, trusted) => {
    expect(trusts(policy({ Service: 'ecs-tasks.amazonaws.com' }, 'Allow', action))).toBe(trusted);
  });

  const allowed = { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const own = 'arn:aws:ecs:eu-west-1:123456789012:service/prod/api';

  test('a role that is denied to tasks by another statement is not trusted with them', () => {
    expect(trusts(encodeURIComponent(JSON.stringify({ Statement: [allowed, { ...allowed, Effect: 'Deny' }] })))).toBe(
      false,
    );
  });

  test.each<[object, string]>([
    [{ StringEquals: { 'aws:SourceAccount': '123456789012' } }, 'pass'],
    [{ StringEquals: { 'aws:SourceAccount': '999999999999' } }, 'fail'],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:123456789012:*' } }, 'pass'],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:*:123456789012:*' } }, 'pass'],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:us-east-1:123456789012:*' } }, 'fail'],
    [{ StringLike: { 'aws:SourceArn': ['arn:aws:lambda:*', 'arn:aws:ecs:eu-*'] } }, 'pass'],
    [{ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'pass'],
  ])('a role that is trusted under the condition %j: %s', (Condition, verdict) => {
    const value = encodeURIComponent(JSON.stringify({ Statement: { ...allowed, Condition } }));
    const candidate = aCandidate({ view: { serviceArn: own } });
    expect(verdicts(judgeRoles(candidate, new Map([[execution, { kind: 'found', value }]])))).toEqual([verdict]);
  });

  test('secrets of the log driver and files of variables need an execution role', () => {
    const definition = { executionRoleArn: undefined };
    const logConfiguration = { logDriver: 'splunk' as const, secretOptions: [{ name: 'token', valueFrom: '/splunk' }] };
    const environmentFiles = [{ value: 'arn:aws:s3:::bucket/api.env', type: 's3' as const }];
    const image = 'nginx';
    for (const container of [{ logConfiguration }, { environmentFiles }])
      expect(verdicts(judgeRoles(aCandidate({ container: { image, ...container }, definition }), new Map()))).toEqual([
        'fail',
      ]);
  });

  test('secrets without an execution role fail', () => {
    const candidate = aCandidate({
      container: { secrets: [{ name: 'DB', valueFrom: '/db' }] },
      definition: { executionRoleArn: undefined },
    });
    expect(judgeRoles(candidate, new Map())).toMatchObject([{ verdict: 'fail' }]);
  });
});

describe('load balancers', () => {
  const ip = new Map([[group, { kind: 'found' as const, value: { TargetType: 'ip' as const } }]]);

  test('a container port that nothing maps fails, and tells what is mapped', () => {
    const candidate = aCandidate({ container: { portMappings: [{ containerPort: 3000 }] } });
    expect(judgeLoadBalancers(candidate, ip)).toContainEqual({
      verdict: 'fail',
      because: 'container api does not map port 8080, but 3000',
    });
  });

  test('a target group of instances cannot take tasks in awsvpc mode', () => {
    const found = new Map([[group, { kind: 'found' as const, value: { TargetType: 'instance' as const } }]]);
    expect(verdicts(judgeLoadBalancers(aCandidate(), found))).toContain('fail');
  });

  test.each(['bridge', 'host', undefined] as const)(
    'a target group of addresses cannot take tasks in %s mode',
    (networkMode) => {
      const candidate = aCandidate({ definition: { networkMode } });
      expect(verdicts(judgeLoadBalancers(candidate, ip))).toContain('fail');
      const found = new Map([[group, { kind: 'found' as const, value: { TargetType: 'instance' as const } }]]);
      expect(verdicts(judgeLoadBalancers(candidate, found))).toEqual(['pass']);
    },
  );

  test('a port by whose name the service is found has to be mapped by a container', () => {
    const named = (name: string) =>
      aCandidate({
        container: { portMappings: [{ containerPort: 8080, name }] },
        namedPorts: [{ who: 'Service Connect', port: 'http' }],
      });
    expect(judgeLoadBalancers(named('web'), ip)).toContainEqual({
      verdict: 'fail',
      because: 'Service Connect wants a port named http, and no container maps one',
    });
    expect(verdicts(judgeLoadBalancers(named('http'), ip))).toEqual(['pass', 'pass']);
  });

  test('a port of a service registry has to be mapped by its container', () => {
    const registered = (containerName: string, containerPort: number) =>
      aCandidate({ view: { loadBalancers: [], serviceRegistries: [{ containerName, containerPort }] } });
    expect(verdicts(judgeLoadBalancers(registered('api', 8080), ip))).toEqual(['pass']);
    expect(verdicts(judgeLoadBalancers(registered('api', 9090), ip))).toEqual(['fail']);
    expect(verdicts(judgeLoadBalancers(registered('web', 8080), ip))).toEqual(['fail']);
  });

  test('a strategy with two sets of tasks needs a second target group and a listener rule', () => {
    const findings = judgeLoadBalancers(aCandidate({ sideBySide: true }), ip);
    expect(verdicts(findings).filter((one) => one === 'fail')).toHaveLength(2);
  });

  test('a service whose load balancer fits passes', () => {
    expect(verdicts(judgeLoadBalancers(aCandidate(), ip))).toEqual(['pass']);
  });
});

test('a check tells the worst of its findings only, and what was skipped does not outweigh what passed', () => {
  const more = { none: 'nothing', source: 's', at: 'now' };
  const skipped = { verdict: 'skipped' as const, because: 'elsewhere' };
  const passed = { verdict: 'pass' as const, because: 'there' };
  const failed = { verdict: 'fail' as const, because: 'gone' };
  expect(fold('id', 'api', [skipped, passed], more)).toMatchObject({ verdict: 'pass', because: 'there' });
  expect(fold('id', 'api', [skipped, passed, failed], more)).toMatchObject({ verdict: 'fail', because: 'gone' });
  expect(fold('id', 'api', [skipped], more)).toMatchObject({ verdict: 'skipped' });
  expect(fold('id', 'api', [], more)).toMatchObject({ verdict: 'pass', because: 'nothing' });
});
