import { fold } from '#shared/verify/finding';
import { judgeImages, platformOf, shortImage } from '#shared/verify/images';
import { judgeLoadBalancers } from '#shared/verify/load-balancers';
import { judgeRoles, trusts } from '#shared/verify/roles';
import { judgeSecrets, parseReference } from '#shared/verify/secrets';
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
