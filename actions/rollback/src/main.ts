import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { RDSClient } from '@aws-sdk/client-rds';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { lazily } from '#shared/ecs/code-deploy/lazily';
import { keepWithinQuotas } from '#shared/ecs/paced-client';
import { askGitHub, postToGitHub } from '#shared/github/rest';
import type { Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { onceARegion, type Stores } from '#shared/verify/elsewhere';
import { definition } from './inputs.ts';
import type { GitHubClient } from './release/end-release.ts';
import { onlyEndRelease, rollBack } from './roll-back.ts';

await runAction(definition, async (input, run) => {
  if (input['cancel-release'] === 'only') return onlyEndRelease(gitHubOf(run), input, run);
  const clients = {
    ecs: keepWithinQuotas(new ECSClient(run.aws), { now: run.now, sleep: (ms) => delay(ms) }),
    codeDeploy: lazily(run.aws),
    watching: new ECSClient({ ...run.aws, maxAttempts: 1 }),
    elb: new ElasticLoadBalancingV2Client(run.aws),
    ...storesIn(run.aws),
    elsewhere: onceARegion((region) => storesIn({ ...run.aws, region })),
    rds: new RDSClient(run.aws),
    route53: new Route53Client(run.aws),
    github: gitHubOf(run),
  };
  return rollBack(clients, input, run, {
    runId: `${run.github.runId}-${run.github.runAttempt}-${randomBytes(4).toString('hex')}`,
    environment: process.env,
  });
});

function gitHubOf({ action, github, signal, sleep }: Run): GitHubClient | undefined {
  const { apiUrl, repository, token } = github;
  if (!token) return undefined;
  const settings = { action, apiUrl, repository, token, signal, sleep };
  return { ask: askGitHub(settings), post: postToGitHub(settings) };
}

function storesIn(settings: Run['aws']): Stores {
  return {
    ecr: new ECRClient(settings),
    secrets: new SecretsManagerClient(settings),
    ssm: new SSMClient(settings),
  };
}
