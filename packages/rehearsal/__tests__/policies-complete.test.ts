// What an action's code can ask of AWS, against what its policy allows. A call on a path that nobody has played yet is
// found here, and so is a permission that nothing asks for.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploymentLifecycleHook } from '@aws-sdk/client-ecs';
import { parse } from 'yaml';
import { deploymentConfiguration } from '../../../actions/ecs-rollout/src/deploy/deployment-configuration.ts';
import { deploymentSettings } from '../../../actions/ecs-rollout/src/settings.ts';
import { permissionsFor } from '../../local-cloud/src/iam/permissions.ts';
import { additions } from '../src/policies/additions.ts';
import { grantsOf, type Policy, policyOf } from '../src/policies/policy.ts';
import { policyFile } from '../src/stage/enforce.ts';
import { reachedCommands } from './reached-commands.ts';

const root = join(__dirname, '../../..');
const actions = globSync('actions/*/src/main.ts', { cwd: root }).map((file) => file.split('/')[1] ?? '');

/** IAM's prefix of the service that a client asks. */
const prefixes: Readonly<Record<string, string>> = {
  cloudwatch: 'cloudwatch',
  'cloudwatch-logs': 'logs',
  codedeploy: 'codedeploy',
  ecr: 'ecr',
  ecs: 'ecs',
  'elastic-load-balancing-v2': 'elasticloadbalancing',
  iam: 'iam',
  rds: 'rds',
  'route-53': 'route53',
  'secrets-manager': 'secretsmanager',
  'service-quotas': 'servicequotas',
  ssm: 'ssm',
  sts: 'sts',
};

/** The permissions that the commands in an action's code take. */
function permissionsOf(action: string): string[] {
  return reachedCommands(join(root, 'actions', action, 'src/main.ts')).map(([client, operation]) => {
    const prefix = prefixes[client];
    if (prefix === undefined) throw new Error(`IAM's prefix of @aws-sdk/client-${client} is not known here`);
    return `${prefix}:${operation}`;
  });
}

function policyFor(action: string): Policy {
  const file = join(root, policyFile(action));
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Policy) : policyOf([]);
}
const allowed = (action: string): Set<string> =>
  new Set(grantsOf(policyFor(action)).map(({ permission }) => permission));

test.each(actions)('%s may send every command that its code can come to', (action) => {
  const may = allowed(action);
  expect(permissionsOf(action).filter((permission) => !may.has(permission))).toEqual([]);
});

/** Permissions that other calls take along, or that the registry's own protocol takes. */
const ALONG =
  /^(?:iam:PassRole|ecs:TagResource|rds:AddTagsToResource|codedeploy:GetDeploymentConfig|codedeploy:RegisterApplicationRevision)$/;
const REGISTRY =
  /^ecr:(?:BatchCheckLayerAvailability|InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchGetImage|GetDownloadUrlForLayer)$/;

test.each(actions)('%s may do nothing that its code never does', (action) => {
  const sent = new Set(permissionsOf(action));
  const useless = [...allowed(action)].filter(
    (permission) =>
      !sent.has(permission) && !ALONG.test(permission) && !(action === 'build-scan-push' && REGISTRY.test(permission)),
  );
  expect(useless).toEqual([]);
});

test.each(actions)('the policy of %s fits into a role', (action) => {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: white space does not count.
  expect(JSON.stringify(policyFor(action)).length).toBeLessThan(6144);
});

test('a permission that was added by hand is one that the action’s code asks for, and says why no journal holds it', () => {
  for (const { action, grant, because } of additions) {
    if (!ALONG.test(grant.permission)) expect(permissionsOf(action)).toContain(grant.permission);
    expect(because).toMatch(/^\p{Lu}.{30,}\.$/u);
  }
});

test('a roll-out that sets pauses repeats the hooks that call a function, and so hands their role to ECS', async () => {
  const roleArn = 'arn:aws:iam::123456789012:role/hook';
  const hook: DeploymentLifecycleHook = { targetType: 'AWS_LAMBDA', roleArn, lifecycleStages: ['POST_SCALE_UP'] };
  const wanted = deploymentSettings.parse({
    pauses: [{ stage: 'post-test-traffic-shift', suites: ['smoke.yml'], 'base-url': 'http://test.example' }],
  });
  const place = {
    account: '1',
    region: 'r',
    secretArn: async () => '',
    taskDefinition: async () => ({ arn: 'd', roles: [] }),
  };
  const permissions = await permissionsFor(place, 'ecs', 'UpdateService', {
    service: 'api',
    deploymentConfiguration: deploymentConfiguration({ lifecycleHooks: [hook] }, wanted),
  });
  expect(permissions).toContainEqual(
    expect.objectContaining({ action: 'iam:PassRole', context: { 'iam:PassedToService': ['ecs.amazonaws.com'] } }),
  );
  expect(additions.map(({ grant }) => grant)).toContainEqual(
    expect.objectContaining({
      permission: 'iam:PassRole',
      condition: { StringEquals: { 'iam:PassedToService': ['ecs.amazonaws.com'] } },
    }),
  );
});

test('the union allows what each action may do, and nothing else', () => {
  const union = JSON.parse(readFileSync(join(root, 'docs/policy.json'), 'utf8')) as Policy;
  expect(union).toEqual(policyOf(actions.flatMap((action) => grantsOf(policyFor(action)))));
});

test('docs/aws-role.md tells the sub of every job that signs in to AWS', () => {
  const page = readFileSync(join(root, 'docs/aws-role.md'), 'utf8');
  const jobs = globSync('.github/workflows/*.yml', { cwd: root }).flatMap((file) =>
    Object.values((parse(readFileSync(join(root, file), 'utf8')) as { jobs: Record<string, Job> }).jobs),
  );
  const signingIn = jobs.filter(({ permissions, uses }) => permissions?.['id-token'] === 'write' && uses === undefined);
  expect(signingIn.length).toBeGreaterThan(5);
  const names = signingIn.map(({ environment }) => (typeof environment === 'object' ? environment.name : environment));
  for (const environment of names)
    expect(page).toContain(environment === undefined ? '`ref:refs/tags/' : `\`environment:${environment}\``);
});

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string | { readonly name: string };
  readonly uses?: string;
}
