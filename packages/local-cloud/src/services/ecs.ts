import type { Cloud, Part } from '../cloud.ts';
import { taskFleet } from '../engine/task-fleet.ts';
import { hookFunctions } from '../state/ecs/hook-functions.ts';
import { type EcsState, emptyState } from '../state/ecs/store.ts';
import { type EngineChoice, taskEngines } from '../state/ecs/task-engines.ts';
import { taskFaults } from '../state/ecs/task-faults.ts';
import type { AwsService } from '../wire/aws-service.ts';
import { byApiModel } from './ecs/api.ts';
import { clusterOperations } from './ecs/clusters.ts';
import { ecsControls } from './ecs/controls.ts';
import { deploymentOperations } from './ecs/deployments.ts';
import { type ExternalController, externalController } from './ecs/external-controller.ts';
import { lagging } from './ecs/lag.ts';
import { serviceOperations } from './ecs/services.ts';
import { taskDefinitionOperations } from './ecs/task-definitions.ts';
import { taskOperations } from './ecs/tasks.ts';

export interface EcsEngine {
  readonly state: EcsState;
  /** For CodeDeploy, which tells ECS what to run and shifts the traffic by itself. */
  readonly controller: ExternalController;
}

export interface EcsPart extends Part {
  readonly service: AwsService;
  readonly engine: EcsEngine;
}

/** `tasks`: whether tasks that no control says otherwise of are real or simulated. */
export function createEcs(cloud: Cloud, tasks: EngineChoice['engine'] = 'real'): EcsPart {
  const state = emptyState();
  const faults = taskFaults();
  const engines = taskEngines(tasks);
  const lag = lagging(cloud.clock, state);
  const functions = hookFunctions();
  const fleet = taskFleet(cloud, state, { engines, faults, ask: functions.ask });
  const operations = (of: EcsState) => ({
    ...clusterOperations(cloud, of),
    ...taskDefinitionOperations(cloud, of),
    ...serviceOperations(cloud, of, fleet),
    ...deploymentOperations(cloud, of, fleet),
    ...taskOperations(cloud, of, fleet),
  });
  return {
    service: {
      signingName: 'ecs',
      wire: { kind: 'json', version: '1.1', targetPrefix: 'AmazonEC2ContainerServiceV20141113' },
      operations: byApiModel(lag.around(operations)),
    },
    engine: { state, controller: externalController(cloud, state, fleet) },
    controls: ecsControls(cloud, state, fleet, { faults, engines, functions, lag }),
  };
}
