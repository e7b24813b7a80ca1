import type { ServiceDeployment, ServiceEvent, Task } from '@aws-sdk/client-ecs';
import type { Symptom } from './explanation.ts';
import { plainText } from './plain-text.ts';

/** One target of a target group, as DescribeTargetHealth tells it. */
export interface TargetHealth {
  readonly target: string;
  readonly port?: number;
  readonly state: string;
  readonly reason?: string;
  readonly description?: string;
}

/** What a stopped task says for itself, the most telling first. */
export function symptomsOfTask(task: Task): Symptom[] {
  const about = {
    ...(task.taskArn ? { task: idOf(task.taskArn) } : {}),
    ...(task.stopCode ? { stopCode: task.stopCode } : {}),
  };
  const containers = (task.containers ?? []).flatMap((container): Symptom[] => {
    const its = {
      ...about,
      ...(container.name ? { container: container.name } : {}),
      ...(container.image ? { image: container.image } : {}),
      ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
    };
    return [
      ...(container.reason ? [{ ...its, on: 'reason' as const, text: container.reason }] : []),
      ...(container.healthStatus === 'UNHEALTHY' ? [{ ...its, on: 'health' as const, text: 'UNHEALTHY' }] : []),
      ...(container.exitCode === undefined || endedByEcs(task)
        ? []
        : [{ ...its, on: 'exit' as const, text: `exit ${container.exitCode}` }]),
    ];
  });
  const reason = task.stoppedReason
    ? [{ ...about, ...only(task), on: 'reason' as const, text: task.stoppedReason }]
    : [];
  return [...reason, ...containers].map((symptom) => ({ ...symptom, text: plainText(symptom.text) }));
}

/** ECS ended the task, so that the exit code is the answer to its own signal and explains nothing. */
const endedByEcs = (task: Task): boolean => task.stopCode !== undefined && task.stopCode !== 'EssentialContainerExited';

/** The container that a task's own reason must be about: the only one, or the one whose image it names. */
function only({ containers = [], stoppedReason = '' }: Task): Partial<Symptom> {
  const named = containers.filter(({ image }) => image && stoppedReason.includes(image));
  const [first, second] = named.length > 0 ? named : containers;
  if (!first || second) return {};
  return { ...(first.name ? { container: first.name } : {}), ...(first.image ? { image: first.image } : {}) };
}

export const symptomsOfEvents = (events: readonly ServiceEvent[]): Symptom[] =>
  events.flatMap(({ message }) => (message ? [{ on: 'event' as const, text: plainText(message) }] : []));

export const symptomsOfTargets = (targets: readonly TargetHealth[]): Symptom[] =>
  targets
    .filter(({ state }) => state === 'unhealthy' || state === 'unused')
    .map(({ state, reason = '', description = '', port }) => ({
      on: 'target' as const,
      text: plainText(`${state}${port === undefined ? '' : ` (port ${port})`} ${reason}: ${description}`),
    }));

export function symptomsOfDeployment(deployment: ServiceDeployment | undefined): Symptom[] {
  const alarms = deployment?.alarms?.triggeredAlarmNames ?? [];
  const texts = [
    ...(alarms.length > 0 ? [`ALARM ${alarms.join(', ')}`] : []),
    ...[deployment?.statusReason, deployment?.rollback?.reason].flatMap((text) => text ?? []),
  ];
  return texts.map((text) => ({ on: 'deployment', text: plainText(text) }));
}

export const symptomsOfLog = (lines: readonly string[], about: Partial<Symptom>): Symptom[] =>
  lines.map((line) => ({ ...about, on: 'log', text: plainText(line) }));

const idOf = (arn: string): string => arn.split('/').at(-1) ?? arn;
