// Services of kinds that the local cloud has none of: what ECS tells of one is changed on its way here.

import { ECSClient, type Service } from '@aws-sdk/client-ecs';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, type ReleaseCloud } from './a-release.ts';

let world: ReleaseCloud;
let name: string;
beforeAll(async () => {
  world = await aReleaseCloud({ v1: programs.server('v1'), v2: programs.server('v2') });
  name = await world.running();
}, 60_000);
afterAll(() => world?.stop());

/** What becomes of a release of the service, as if ECS had told so much else of it; nothing may be changed. */
async function refusal(told: Partial<Service>, given: object = {}): Promise<unknown> {
  const ecs = new ECSClient(world.cloud.settings);
  const changed: string[] = [];
  ecs.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (/^(Update|Register)/.test(commandName)) changed.push(commandName);
        const result = await next(args);
        const { services = [] } = result.output as { services?: Service[] };
        for (const service of services) Object.assign(service, told);
        return result;
      },
    { step: 'initialize' },
  );
  const clients = { ...world.clients, ecs };
  const error = await world.release({ [name]: 'v2' }, given, {}, clients).catch((thrown: unknown) => thrown);
  expect(changed).toEqual([]);
  return error;
}

test('a service of an external controller is refused, and told what to do', async () => {
  expect(await refusal({ deploymentController: { type: 'EXTERNAL' } })).toMatchObject({
    code: 'ROLLOUT_REFUSED',
    message: expect.stringContaining(`${name} is deployed by EXTERNAL, not by ECS or CodeDeploy`),
    hint: expect.stringContaining('deployment controller ECS'),
  });
});

test('a desired count for a daemon service is refused before anything is touched', async () => {
  expect(await refusal({ schedulingStrategy: 'DAEMON' }, { 'desired-count': 2 })).toMatchObject({
    code: 'ROLLOUT_REFUSED',
    message: expect.stringContaining('DAEMON'),
  });
});
