/** The actions under test, and what a workflow would give them to deploy one service. */
import { copyFileSync, cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Scenario } from './scenarios.ts';
import { CLUSTER } from './world.ts';

export interface Contender {
  readonly name: 'golive' | 'market';
  /** The bundle that the runner would execute. */
  readonly script: string;
  /** Inputs by name: `definition` is a file in the workspace. */
  inputs(service: string, definition: string, scenario?: Scenario): Readonly<Record<string, string>>;
}

const BUNDLES = resolve('dist');

const golive = (bundles: string): Contender => ({
  name: 'golive',
  script: join(bundles, 'ecs-rollout', 'index.js'),
  inputs: (service, definition, scenario) => ({
    cluster: CLUSTER,
    definition,
    services: JSON.stringify({ [service]: {} }),
    ...scenario?.golive,
  }),
});

const market = (folder: string): Contender => ({
  name: 'market',
  script: join(folder, 'dist', 'index.js'),
  inputs: (service, definition, scenario) => ({
    cluster: CLUSTER,
    'task-definition': definition,
    service,
    'wait-for-service-stability': 'true',
    'wait-for-minutes': String(scenario?.marketMinutes ?? 5),
  }),
});

/** Throws an Error that says what to do when a bundle is not there. */
export function mustBeThere(against: string | undefined): void {
  for (const { name, script } of [golive(BUNDLES), ...(against === undefined ? [] : [market(against)])])
    if (!existsSync(script))
      throw new Error(`${script} is not there: ${name === 'golive' ? 'run npm run build' : '--against needs a dist/'}`);
}

/** Golive from a copy in the folder: a build meanwhile does not change what is measured. */
export function contenders(against: string | undefined, folder: string): readonly Contender[] {
  const bundles = join(folder, 'dist');
  cpSync(BUNDLES, bundles, { recursive: true });
  // The bundles are ES modules by the repository's own package.json.
  copyFileSync('package.json', join(folder, 'package.json'));
  return [golive(bundles), ...(against === undefined ? [] : [market(against)])];
}
