/** Carries a release out: registers everything, moves group after group, and takes all back when one fails. */
import type { Registered } from '#shared/ecs/register-task-definition';
import type { Moment, Outcome } from '#shared/ecs/watch/outcome';
import { deployGroup } from './deploy/deploy-group.ts';
import type { PauseAnswer } from './deploy/pauses.ts';
import { registerAll } from './deploy/register.ts';
import type { Going } from './plan.ts';
import { settle } from './settle.ts';
import type { Tools } from './tools.ts';
import type { ServiceEnd, Trail } from './trail.ts';

export async function apply(tools: Tools, groups: readonly (readonly Going[])[]): Promise<Trail> {
  const { ecs, run } = tools;
  const trail: Draft = {
    steps: [],
    moments: [],
    pauses: [],
    touched: new Set(),
    deployments: new Map(),
    outcomes: new Map(),
  };
  const note = (subject: string, what: string) => {
    trail.steps.push({ at: run.now().toISOString(), subject, what });
    run.log.info(`${subject}: ${what}`);
  };
  const registered = await registerAll(ecs, groups.flat(), run.signal, (service, what, at) => {
    note(service, what);
    if (at) trail.moments.push({ service, what: 'registered', at, clock: 'ecs' });
  });
  tools.registered(new Map([...registered].map(([service, { arn }]) => [service, arn])));
  let broke: Error | undefined;
  try {
    for (const group of groups) {
      // A run that is cancelled while it verifies or registers begins nothing any more.
      run.signal.throwIfAborted();
      if (!(await deploy(tools, group, registered, trail, note))) break;
    }
  } catch (error) {
    broke = error instanceof Error ? error : new Error(String(error));
    note('release', `broke off: ${broke.message}`);
  }
  const ends = groups.map((group) => group.map((decision) => endOf(decision, registered, trail)));
  const settled = await settle(tools, ends, broke, note);
  trail.moments.push(...settled.flatMap(momentsBack));
  return { ...trail, ends: settled, ...(broke ? { broke } : {}) };
}

interface Draft {
  readonly steps: { at: string; subject: string; what: string }[];
  readonly moments: Moment[];
  readonly pauses: PauseAnswer[];
  readonly touched: Set<string>;
  readonly deployments: Map<string, string>;
  readonly outcomes: Map<string, Outcome>;
}

type Note = (subject: string, what: string) => void;

/** Moves one group and watches it; whether all of it succeeded. */
async function deploy(
  tools: Tools,
  group: readonly Going[],
  registered: ReadonlyMap<string, Registered>,
  trail: Draft,
  note: Note,
): Promise<boolean> {
  const toBegin = group.map((decision) => ({
    decision,
    taskDefinition: registered.get(decision.service)?.arn ?? '',
  }));
  const { outcomes, moments, pauses, broke } = await deployGroup(tools, toBegin, {
    asked: ({ service }) => trail.touched.add(service),
    begun({ service, kind }, deployment) {
      trail.deployments.set(service, deployment);
      if (kind === 'adopt') trail.touched.add(service);
      if (kind !== 'leave') note(service, `deployment ${deployment.split('/').at(-1)} began`);
    },
    kept({ service, kind }, tasks) {
      if (kind === 'deploy') note(service, `scaled to ${tasks} tasks`);
    },
  });
  for (const outcome of outcomes) trail.outcomes.set(outcome.service, outcome);
  trail.moments.push(...moments);
  trail.pauses.push(...pauses);
  if (broke) throw broke;
  return outcomes.every(({ kind }) => kind === 'succeeded');
}

function endOf(decision: Going, registered: ReadonlyMap<string, Registered>, trail: Draft): ServiceEnd {
  const { service } = decision;
  const deployment = trail.deployments.get(service);
  const outcome = trail.outcomes.get(service);
  return {
    service,
    decision,
    definition: registered.get(service)?.arn ?? '',
    touched: trail.touched.has(service),
    log: [],
    ...(deployment ? { deployment } : {}),
    ...(outcome ? { outcome } : {}),
  };
}

function momentsBack({ service, back }: ServiceEnd): Moment[] {
  if (!back?.took) return [];
  const { from, to } = back.took;
  return [
    { service, what: 'going back', at: from, clock: 'ecs' },
    { service, what: 'back', at: to, clock: 'ecs' },
  ];
}
