import type { ServiceDeployment, ServiceEvent, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { logLocation } from '../stopped-task.ts';
import type { Explanation, Symptom, Weight } from './explanation.ts';
import { explainSymptom } from './match.ts';
import { plainText } from './plain-text.ts';
import {
  symptomsOfDeployment,
  symptomsOfEvents,
  symptomsOfLog,
  symptomsOfTargets,
  symptomsOfTask,
  type TargetHealth,
} from './symptoms.ts';

/** Everything that was heard about a failed deployment. */
export interface FailureEvidence {
  /** Tasks of this deployment; those that run say nothing. */
  readonly tasks?: readonly Task[];
  /** Service events since the deployment began, in any order. */
  readonly events?: readonly ServiceEvent[];
  readonly targetHealth?: readonly TargetHealth[];
  readonly deployment?: ServiceDeployment;
  /** The definition that was deployed: tells where the log is. */
  readonly definition?: TaskDefinition;
  /** Last lines of the failed container's log, when they were read already. */
  readonly log?: readonly string[];
}

const HEAVY: Readonly<Record<Weight, number>> = { hopeless: 2, counted: 1, 'not-a-failure': 0 };

/** Entries that only repeat that something failed give way to those that say why. */
const VAGUE = new Set([
  'unknown',
  'circuit-breaker',
  'cannot-start-consistently',
  'essential-container-exited',
  'target-health',
]);

/** The most telling of everything that was heard; undefined when nothing tells of a failure. */
export function explainFailure(evidence: FailureEvidence): Explanation | undefined {
  const told = symptoms(evidence).flatMap((symptom) => explainSymptom(symptom) ?? []);
  const counts = new Map<string, number>();
  for (const { id } of told) counts.set(id, (counts.get(id) ?? 0) + 1);
  const failures = told.filter(({ weight }) => weight !== 'not-a-failure');
  const score = (one: Explanation) => [
    HEAVY[one.weight],
    VAGUE.has(one.id) ? 0 : 1,
    ownAccord(one),
    counts.get(one.id) ?? 0,
  ];
  const best = (failures.length > 0 ? failures : told).reduce<Explanation | undefined>(
    (found, one) => (found && compare(score(one), score(found)) <= 0 ? found : one),
    undefined,
  );
  return best && withTargets(withLog(best, evidence), evidence);
}

/** What one stopped task means: its weight is the heaviest of what it says. Undefined while it has not stopped. */
export function explainStopped(task: Task): Explanation | undefined {
  if (!hasStopped(task)) return undefined;
  return explainFailure({ tasks: [task] });
}

/** Why a task stopped, in one line: the cause, the remedy, and what AWS said. */
export function sayStopped(task: Task): string {
  const told = explainStopped(task);
  if (!told) return 'ECS gave no reason';
  const said = plainText(task.stoppedReason ?? '');
  const reason = said && !told.cause.includes(said) ? ` ECS says: ${said}` : '';
  return `${told.cause} ${told.remedy}${reason}`;
}

export const hasStopped = (task: Task): boolean => task.lastStatus === 'STOPPED' || task.desiredStatus === 'STOPPED';

/**
 * When an essential container ends, ECS ends the others with SIGTERM, and after stopTimeout with SIGKILL: their exit
 * codes are answers to that, and the container that began it has another one most of the time.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
function ownAccord({ id, exitCode }: Explanation): number {
  if (id !== 'signal' && id !== 'ended-early') return 3;
  return exitCode === 143 ? 0 : exitCode === 0 ? 1 : exitCode === 137 ? 2 : 3;
}

function symptoms(evidence: FailureEvidence): Symptom[] {
  const { tasks = [], events = [], targetHealth = [], deployment, log = [] } = evidence;
  const stopped = tasks.filter(hasStopped).flatMap(symptomsOfTask);
  const about = stopped.find(({ container }) => container !== undefined);
  const { container, task, image } = about ?? {};
  return [
    ...symptomsOfDeployment(deployment),
    ...symptomsOfTargets(targetHealth),
    ...stopped,
    ...symptomsOfEvents(events),
    ...symptomsOfLog(log, {
      ...(container ? { container } : {}),
      ...(task ? { task } : {}),
      ...(image ? { image } : {}),
    }),
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function withLog(best: Explanation, { definition, tasks = [] }: FailureEvidence): Explanation {
  const task = tasks.find(({ taskArn }) => best.task !== undefined && taskArn?.endsWith(`/${best.task}`));
  const container = best.container ?? task?.containers?.[0]?.name;
  const log = definition && task?.taskArn && container ? logLocation(definition, container, task.taskArn) : undefined;
  return log ? { ...best, log } : best;
}

/** What the load balancer says of the first target that is not healthy, whatever the cause was found in. */
function withTargets(best: Explanation, { targetHealth = [] }: FailureEvidence): Explanation {
  const [first] = symptomsOfTargets(targetHealth);
  return first ? { ...best, targetHealth: first.text } : best;
}
