/** What a drill may do to tasks: kinds, whom they meet, and ECS's words for each. */
import type { TaskDefinition } from './model.ts';
import { fault as words } from './wording.ts';

/** Nothing is started: the service says so in its events, RunTask in `failures`. */
const placement = {
  'no-capacity': () => words.noCapacity,
  'vcpu-limit': () => words.vcpuLimit,
  'resource-cpu': () => 'RESOURCE:CPU',
  'resource-memory': () => 'RESOURCE:MEMORY',
  'resource-eni': () => 'RESOURCE:ENI',
} as const;

/** The task gets no network interface. */
const network = {
  'no-ips': (at: Place) => words.noAddresses(at.subnet),
  'eni-limit': (at: Place) => words.interfaceLimit(at.subnet),
  'eni-timeout': () => words.interfaceTimeout,
} as const;

/** The task gets its interface, and no container starts. */
const start = {
  'pull-not-found': (at: Place) => words.pullNotFound(at.image),
  'pull-denied': (at: Place) => words.pullDenied(at.image),
  'pull-timeout': (at: Place) => words.pullTimeout(at.image),
  'secret-missing': (at: Place) => words.secretMissing(at.secret),
  'secret-denied': (at: Place) => words.secretDenied(at.secret),
} as const;

interface End {
  readonly exitCode: number;
  readonly reason?: string;
  readonly afterMs?: number;
  /** What the container's log says last. */
  readonly line?: (at: Place) => string;
}

/** The task runs for a while. */
const run: Readonly<Record<RunFault, End | undefined>> = {
  'out-of-memory': { exitCode: 137, reason: words.outOfMemory },
  exit: { exitCode: 1 },
  // ECS itself only says exit code 1: https://repost.aws/knowledge-center/ecs-task-exec-format-error
  'exec-format': { exitCode: 1, afterMs: 0, line: ({ command }) => words.execFormat(command) },
  'health-check-502': undefined,
};
type RunFault = 'out-of-memory' | 'exit' | 'exec-format' | 'health-check-502';

export interface Place {
  readonly subnet: string;
  readonly image: string;
  readonly secret: string;
  readonly command: string;
}

export type PlacementFault = keyof typeof placement;
export type TaskFaultKind = PlacementFault | keyof typeof network | keyof typeof start | keyof typeof run;

export const taskFaultKinds = [placement, network, start, run].flatMap((each) => Object.keys(each)) as TaskFaultKind[];

export interface TaskFault {
  readonly kind: TaskFaultKind;
  /** Only tasks of this service, this family, or with this text in an image reference. */
  readonly service?: string;
  readonly family?: string;
  readonly image?: string;
  /** How many tasks it meets; without end where absent. */
  readonly count?: number;
  /** Lets so many matching tasks pass first. */
  readonly skip?: number;
  /** Cloud milliseconds from RUNNING to the end, for the kinds that end a running task. */
  readonly afterMs?: number;
  readonly exitCode?: number;
}

export interface Candidate {
  readonly service?: string | undefined;
  readonly definition: TaskDefinition;
}

export const meets = (fault: TaskFault, { service, definition }: Candidate): boolean =>
  (fault.service === undefined || fault.service === service) &&
  (fault.family === undefined || fault.family === definition.family) &&
  (fault.image === undefined || definition.containerDefinitions.some(({ image }) => image.includes(fault.image ?? '')));

/** Why nothing is started, or undefined where the fault comes later. */
export const placementRefusal = ({ kind }: TaskFault): string | undefined =>
  kind in placement ? placement[kind as PlacementFault]() : undefined;

const placeOf = (definition: TaskDefinition, subnet: string): Place => {
  const [first] = definition.containerDefinitions;
  return {
    subnet,
    image: first?.image ?? '',
    secret: first?.secrets?.[0]?.valueFrom ?? 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:missing-AAAAAA',
    command: first?.entryPoint?.[0] ?? first?.command?.[0] ?? '/docker-entrypoint.sh',
  };
};

/** Why the task fails in this phase of its start, or undefined. */
export function startFailure(
  fault: TaskFault | undefined,
  phase: 'network' | 'start',
  definition: TaskDefinition,
  subnet: string,
): string | undefined {
  const table: Readonly<Record<string, (at: Place) => string>> = phase === 'network' ? network : start;
  return fault && table[fault.kind]?.(placeOf(definition, subnet));
}

export interface RunningEnd {
  readonly afterMs: number;
  readonly exitCode: number;
  /** The container's reason; a plain exit has none. */
  readonly reason: string | undefined;
  /** The last line of its log, where the fault writes one. */
  readonly line: string | undefined;
}

/** How the fault ends a task that runs, or undefined. Five seconds after RUNNING where neither says when. */
export function runningEnd(fault: TaskFault | undefined, definition: TaskDefinition): RunningEnd | undefined {
  const end = fault && run[fault.kind as RunFault];
  if (!fault || !end) return undefined;
  return {
    afterMs: fault.afterMs ?? end.afterMs ?? 5_000,
    exitCode: fault.exitCode ?? end.exitCode,
    reason: end.reason,
    line: end.line?.(placeOf(definition, '')),
  };
}

/** The HTTP status with which the task answers health checks, or undefined where it answers them itself. */
export const healthStatus = (fault: TaskFault | undefined): number | undefined =>
  fault?.kind === 'health-check-502' ? 502 : undefined;

export interface TaskFaults {
  add(fault: TaskFault): void;
  clear(): void;
  /** The fault that this task meets, counted as met. */
  meet(candidate: Candidate): TaskFault | undefined;
}

export function taskFaults(): TaskFaults {
  let armed: { readonly fault: TaskFault; skip: number; left: number }[] = [];
  return {
    add: (fault) => void armed.push({ fault, skip: fault.skip ?? 0, left: fault.count ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      armed = [];
    },
    meet(candidate) {
      for (const each of armed) {
        if (each.left === 0 || !meets(each.fault, candidate)) continue;
        if (each.skip > 0) {
          each.skip -= 1;
          continue;
        }
        each.left -= 1;
        return each.fault;
      }
      return undefined;
    },
  };
}
