// Puts production as it is before the release into an empty cloud, through the same operations that anybody calls.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Cloud } from '../cloud.ts';
import type { Route53Engine } from '../services/route53.ts';
import { allEnded } from './all-ended.ts';
import { createDatabases, insertRows } from './databases.ts';
import { pushPreviousImages } from './previous-images.ts';
import { createServices, registerTaskDefinitions, runOnce } from './services.ts';
import { createLoadBalancer } from './traffic.ts';
import { readWorld, type World } from './world.ts';
import { createZones } from './zones.ts';

/** Reads `golive.rehearsal.yml` and `golive.yml` of the folder; resolves when the previous version serves. */
export async function seed(cloud: Cloud, appDir: string): Promise<void> {
  const folder = resolve(appDir);
  const { world, images } = readWorld(folder);
  await cloud.call('ecs', 'CreateCluster', { clusterName: world.cluster });
  const [addresses, urls, traffic] = await allEnded([
    pushPreviousImages(cloud, folder, images, world.previous),
    createDatabases(cloud, world),
    createLoadBalancer(cloud, world),
    createZones(cloud, world),
  ]);
  cloud.stopped.throwIfAborted();
  const secrets = await createSecrets(cloud, world, urls);
  const definitions = await registerTaskDefinitions(cloud, world, { images: addresses, secrets });
  for (const { image, migrate } of Object.values(world.databases)) {
    const runner = Object.entries(world.services).find(([, service]) => service.image === image);
    if (migrate === undefined || runner === undefined) continue;
    const [name, { container }] = runner;
    await runOnce(cloud, world, definitions[name] ?? '', container, migrate);
  }
  await insertRows(folder, world, urls);
  cloud.service<Route53Engine>('route53').settle();
  await createServices(cloud, world, definitions, traffic);
}

async function createSecrets(
  cloud: Cloud,
  world: World,
  urls: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {};
  for (const [name, from] of Object.entries(world.secrets)) {
    const value =
      'value' in from
        ? from.value
        : 'generate' in from
          ? randomBytes(from.generate).toString('base64url')
          : urls[from.database];
    if (value === undefined) throw new Error(`golive.rehearsal.yml secrets.${name}: there is no such database`);
    const { ARN } = await cloud.call('secretsmanager', 'CreateSecret', { Name: name, SecretString: value });
    made[name] = ARN;
  }
  return made;
}
