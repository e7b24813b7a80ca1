import type { Cloud } from '../cloud.ts';
import { taskFleet } from '../engine/task-fleet.ts';
import { type EcsState, emptyState } from '../state/ecs/store.ts';
import type { AwsService } from '../wire/aws-service.ts';
import { byApiModel } from './ecs/api.ts';
import { clusterOperations } from './ecs/clusters.ts';
import { deploymentOperations } from './ecs/deployments.ts';
import { serviceOperations } from './ecs/services.ts';
import { taskDefinitionOperations } from './ecs/task-definitions.ts';
import { taskOperations } from './ecs/tasks.ts';

export interface EcsEngine {
  readonly state: EcsState;
}

export function createEcs(cloud: Cloud): { service: AwsService; engine: EcsEngine } {
  const state = emptyState();
  const fleet = taskFleet(cloud, state);
  return {
    service: {
      signingName: 'ecs',
      wire: { kind: 'json', version: '1.1', targetPrefix: 'AmazonEC2ContainerServiceV20141113' },
      operations: byApiModel({
        ...clusterOperations(cloud, state),
        ...taskDefinitionOperations(cloud, state),
        ...serviceOperations(cloud, state, fleet),
        ...deploymentOperations(cloud, state, fleet),
        ...taskOperations(cloud, state, fleet),
      }),
    },
    engine: { state },
  };
}
