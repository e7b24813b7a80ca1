import { type CloudHost, createCloud } from './cloud.ts';
import { createCredentials } from './credentials.ts';
import { createContainers } from './engine/containers.ts';
import type { EngineWanted } from './engine/docker/choose-engine.ts';
import { createFaults } from './faults.ts';
import { createGate } from './gate.ts';
import { tokenBuckets } from './quotas.ts';
import { seed } from './seed/seed.ts';
import { serve } from './server.ts';
import { createCloudWatch } from './services/cloudwatch.ts';
import { createCodeDeploy } from './services/codedeploy.ts';
import { createEcr } from './services/ecr.ts';
import { createEcs } from './services/ecs.ts';
import { createElb } from './services/elb.ts';
import { createGithub } from './services/github.ts';
import { createIam } from './services/iam.ts';
import { createLogs } from './services/logs.ts';
import { createRds } from './services/rds.ts';
import { createRoute53 } from './services/route53.ts';
import { createSecretsManager } from './services/secrets-manager.ts';
import { createServiceQuotas } from './services/service-quotas.ts';
import { createSsm } from './services/ssm.ts';
import { createSts } from './services/sts.ts';

export interface CloudOptions {
  readonly port: number;
  readonly scale: number;
  readonly stateDir: string;
  /** A folder with a `golive.rehearsal.yml` to start from. */
  readonly app?: string | undefined;
  /** What tasks run as; `auto` takes Docker where an engine answers, `none` simulates them. Default: process. */
  readonly engine?: EngineWanted | 'none';
  /** Told what is worth a line to the person who started the cloud. */
  readonly say?: (line: string) => void;
}

/** Where everything listens: the one JSON line that the process prints. */
export interface Addresses {
  readonly endpoint: string;
  readonly registry: string;
  readonly dns: string;
  readonly github: string;
  readonly alb: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface ComposedCloud {
  readonly cloud: CloudHost;
  /** Opens what the services listen on, seeds them, and only then serves the API. */
  readonly open: () => Promise<Addresses>;
}

/** Puts all services together; nothing listens yet. */
export function composeCloud(options: CloudOptions): ComposedCloud {
  const cloud = createCloud(options);
  const credentials = createCredentials(cloud.account);
  const guards = {
    gate: createGate(credentials, cloud.region),
    quotas: tokenBuckets(() => cloud.clock.now().getTime()),
    faults: createFaults(),
  };
  cloud.add('sts', createSts(cloud, credentials));
  cloud.add('iam', createIam(cloud));
  cloud.add('secrets-manager', createSecretsManager(cloud));
  cloud.add('ssm', createSsm(cloud));
  cloud.add('logs', createLogs(cloud));
  cloud.add('cloudwatch', createCloudWatch(cloud));
  cloud.add('github', createGithub(cloud, guards.faults));
  cloud.add('ecr', createEcr(cloud, guards));
  cloud.add('rds', createRds(cloud));
  cloud.add('route53', createRoute53(cloud));
  cloud.add('elb', createElb(cloud));
  const { engine } = options;
  cloud.add('containers', createContainers(cloud, engine === 'none' ? 'process' : engine, options.say));
  cloud.add('ecs', createEcs(cloud, engine === 'none' ? 'simulated' : 'real'));
  cloud.add('codedeploy', createCodeDeploy(cloud));
  cloud.add('service-quotas', createServiceQuotas(cloud));
  return {
    cloud,
    async open() {
      const urls: Record<string, string> = {};
      for (const [name, part] of cloud.parts) urls[name] = (await part.start?.())?.url ?? '';
      if (options.app !== undefined) await seed(cloud, options.app);
      const endpoint = await serve(cloud, guards, options.port);
      const { ecr: registry = '', route53: dns = '', github = '', elb: alb = '' } = urls;
      return { endpoint, registry, dns, github, alb, ...credentials.root };
    },
  };
}

/** Composes and opens; closes again what was opened when that fails. */
export async function startCloud(options: CloudOptions): Promise<{ cloud: CloudHost; addresses: Addresses }> {
  const { cloud, open } = composeCloud(options);
  try {
    return { cloud, addresses: await open() };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}
