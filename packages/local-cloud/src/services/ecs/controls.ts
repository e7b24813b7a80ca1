/** What drills ask of ECS at `POST /_golive/<name>`; a body that does not fit is refused with its mistakes named. */
import { z } from 'zod';
import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import type { HookFunctions } from '../../state/ecs/hook-functions.ts';
import { type EcsState, findService, tasksOf } from '../../state/ecs/store.ts';
import type { TaskEngines } from '../../state/ecs/task-engines.ts';
import { type TaskFault, type TaskFaults, taskFaultKinds } from '../../state/ecs/task-faults.ts';
import { fault as words } from '../../state/ecs/wording.ts';
import { deployAs, deploymentBySomebodyElse } from './deployment-by-somebody-else.ts';
import type { Lag } from './lag.ts';

const whole = z.int().nonnegative();
const clearing = z.strictObject({ clear: z.literal(true) });

const taskFault = z.strictObject({
  kind: z.enum(taskFaultKinds),
  service: z.string().optional(),
  family: z.string().optional(),
  image: z.string().optional(),
  count: whole.optional(),
  skip: whole.optional(),
  afterMs: whole.optional(),
  exitCode: z.int().min(0).max(255).optional(),
});

const engine = z.strictObject({
  engine: z.enum(['real', 'simulated']),
  service: z.string().optional(),
  family: z.string().optional(),
  startMs: whole.optional(),
});

const interruption = z.strictObject({ cluster: z.string(), service: z.string(), count: whole.default(1) });

const hook = z.strictObject({
  arn: z.string(),
  answers: z
    .array(
      z.strictObject({
        hookStatus: z.enum(['SUCCEEDED', 'FAILED', 'IN_PROGRESS']),
        callBackDelay: whole.optional(),
      }),
    )
    .min(1),
});

export interface Controlled {
  readonly faults: TaskFaults;
  readonly engines: TaskEngines;
  readonly functions: HookFunctions;
  readonly lag: Lag;
}

type Controls = Readonly<Record<string, (body: unknown) => unknown | Promise<unknown>>>;

export function ecsControls(
  cloud: Cloud,
  state: EcsState,
  fleet: Fleet,
  { faults, engines, functions, lag }: Controlled,
): Controls {
  return {
    'ecs-task-faults'(body) {
      if (clearing.safeParse(body).success) faults.clear();
      else faults.add(definedOnly(parsed(taskFault, body)) as TaskFault);
      return {};
    },
    'ecs-engine'(body) {
      engines.choose(definedOnly(parsed(engine, body)));
      return {};
    },
    'ecs-hook'(body) {
      const { arn, answers } = parsed(hook, body);
      functions.answer(
        arn,
        answers.map((each) => definedOnly(each)),
      );
      return {};
    },
    'ecs-lag'(body) {
      lag.set(parsed(z.strictObject({ ms: whole }), body).ms);
      return {};
    },
    'ecs-spot-interruption'(body) {
      const { cluster: name, service: reference, count } = parsed(interruption, body);
      const cluster = state.clusters.get(name);
      const service = cluster && findService(state, cluster, reference);
      if (!service) throw new Error(`there is no service ${reference} in the cluster ${name}`);
      const running = tasksOf(state, service).filter(
        ({ lastStatus, desiredStatus }) => lastStatus === 'RUNNING' && desiredStatus === 'RUNNING',
      );
      const met = running.toSorted(spotFirst).slice(0, count);
      for (const task of met) fleet.stop(task, 'TerminationNotice', words.spot);
      return { tasks: met.map(({ arn }) => arn) };
    },
    'ecs-deployment': (body) => deployAs(cloud, parsed(deploymentBySomebodyElse, body)),
  };
}

const spotFirst = (a: { capacityProviderName?: string }, b: { capacityProviderName?: string }) =>
  Number(b.capacityProviderName === 'FARGATE_SPOT') - Number(a.capacityProviderName === 'FARGATE_SPOT');

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new Error(z.prettifyError(result.error));
  return result.data;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const definedOnly = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
