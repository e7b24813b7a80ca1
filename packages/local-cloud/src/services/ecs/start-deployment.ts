import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import type { Deployment, Service, TaskDefinition } from '../../state/ecs/model.ts';
import { beginDeployment } from '../../state/ecs/new-deployment.ts';

interface Alarms {
  alarmState(name: string): string | undefined;
}

/** A new deployment of the service as it is now configured; the scheduler looks at it soon. */
export function startDeployment(cloud: Cloud, fleet: Fleet, service: Service, definition: TaskDefinition): Deployment {
  const images = definition.containerDefinitions.map(({ name, image }) => {
    const imageDigest = fleet.digestOf({ service: service.name, definition }, image);
    return { containerName: name, image, ...(imageDigest ? { imageDigest } : {}) };
  });
  const begun = beginDeployment(service, {
    definition,
    images,
    place: cloud,
    now: cloud.clock.now().getTime(),
    alarmState: (name) => cloud.service<Alarms>('monitoring').alarmState(name),
  });
  fleet.scheduler.poke(service);
  return begun;
}
