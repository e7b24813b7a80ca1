import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { IAMClient } from '@aws-sdk/client-iam';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SSMClient } from '@aws-sdk/client-ssm';
import { lazily } from '#shared/ecs/code-deploy/lazily';
import { sharedQuotas } from '#shared/ecs/paced-client';
import type { Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { onceARegion, type Stores } from '#shared/verify/elsewhere';
import { after } from './after.ts';
import { definition } from './inputs.ts';
import { rollOut } from './roll-out.ts';

await runAction(
  definition,
  async (input, run) => {
    // A cancelled run still has to wait for its way back.
    const uncancelled = (ms: number) => delay(ms);
    // Services are watched while others are still begun: both together have half of the quotas.
    const withinQuotas = sharedQuotas({ now: run.now, sleep: uncancelled });
    const clients = {
      ecs: withinQuotas(new ECSClient(run.aws)),
      watching: withinQuotas(new ECSClient({ ...run.aws, maxAttempts: 1 })),
      codeDeploy: lazily(run.aws),
      logs: new CloudWatchLogsClient(run.aws),
      elb: new ElasticLoadBalancingV2Client(run.aws),
      iam: new IAMClient(run.aws),
      ...storesIn(run.aws),
      elsewhere: onceARegion((region) => storesIn({ ...run.aws, region })),
      quotas: new ServiceQuotasClient(run.aws),
      cloudwatch: new CloudWatchClient(run.aws),
    };
    return rollOut(clients, input, run, {
      uncancelled,
      runId: `${run.github.runId}-${run.github.runAttempt}-${randomBytes(4).toString('hex')}`,
      environment: process.env,
    });
  },
  { post: after },
);

function storesIn(settings: Run['aws']): Stores {
  return {
    ecr: new ECRClient(settings),
    secrets: new SecretsManagerClient(settings),
    ssm: new SSMClient(settings),
  };
}
