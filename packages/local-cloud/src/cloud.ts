import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Clock, scaledClock } from './clock.ts';
import { type Journal, openJournal } from './journal.ts';
import { AwsError, type AwsService } from './wire/aws-service.ts';

/** What every service is given. */
export interface Cloud {
  readonly account: '123456789012';
  readonly region: string;
  readonly clock: Clock;
  /** A scratch folder, deleted when the cloud stops. */
  readonly stateDir: string;
  readonly journal: Journal;
  /** Aborted as soon as the cloud stops, so that nothing begins that would outlive it. */
  readonly stopped: AbortSignal;
  /** Runs `fn` when the cloud stops; the latest registered runs first. */
  readonly onStop: (fn: () => Promise<void>) => void;
  /** A sibling's engine, by file name (`elb`) or signing name (`elasticloadbalancing`); throws where there is none. */
  service<T>(name: string): T;
  /**
   * Calls an operation from within, unsigned and without faults or quotas, as the seed and the services do; `as` is the
   * caller's ARN, root's where absent.
   */
  // biome-ignore lint/suspicious/noExplicitAny: the caller knows the shape of the operation that it names
  call(signingName: string, operation: string, input: unknown, as?: string): Promise<any>;
}

/** What `createEcs(cloud)` and its siblings return. */
export interface Part {
  /** Absent for what is no AWS service, such as GitHub. */
  readonly service?: AwsService;
  readonly engine: unknown;
  /** Opens what the service listens on beside the API: the registry and the load balancer give a url, DNS `host:port`. */
  readonly start?: () => Promise<{ readonly url?: string }>;
  /** Control endpoints of its own: `POST /_golive/<name>` with a JSON body, answered with what the function returns. */
  readonly controls?: Readonly<Record<string, (body: unknown) => unknown | Promise<unknown>>>;
}

export interface CloudHost extends Cloud {
  add(name: string, part: Part): void;
  readonly parts: ReadonlyMap<string, Part>;
  /** Undoes everything in the reverse order; every step runs even when another fails. */
  stop(): Promise<void>;
}

export interface CloudSettings {
  readonly stateDir: string;
  readonly scale?: number;
  readonly region?: string;
}

export function createCloud(settings: CloudSettings): CloudHost {
  const clock = scaledClock(settings.scale ?? 1);
  const parts = new Map<string, Part>();
  const stops: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  const find = (name: string): Part => {
    const part = parts.get(name) ?? [...parts.values()].find((each) => each.service?.signingName === name);
    if (!part) throw new Error(`local cloud: there is no service ${name}; there are ${[...parts.keys()].join(', ')}`);
    return part;
  };
  const cloud: CloudHost = {
    account: '123456789012',
    region: settings.region ?? 'ap-northeast-2',
    clock,
    stateDir: settings.stateDir,
    journal: openJournal(join(settings.stateDir, 'journal.jsonl')),
    parts,
    stopped: stopping.signal,
    add: (name, part) => void parts.set(name, part),
    onStop: (fn) => void stops.push(fn),
    service: <T>(name: string) => find(name).engine as T,
    async call(signingName, operation, input, as = `arn:aws:iam::${cloud.account}:root`) {
      const { service } = find(signingName);
      const run = service?.operations[operation];
      if (!service || !run)
        throw new AwsError('UnknownOperationException', `${signingName} has no operation ${operation}`);
      return run(structuredClone(input), {
        service: service.signingName,
        operation,
        requestId: randomUUID(),
        caller: as,
      });
    },
    async stop() {
      stopping.abort(new Error('the local cloud was told to stop'));
      clock.stop();
      for (const stop of stops.splice(0).reverse()) await withinLimit(stop);
    },
  };
  return cloud;
}

const STOP_LIMIT_MS = 10_000;

/** Waits for one stop step, but not for ever: the others must have their turn. The timer keeps the process alive. */
async function withinLimit(stop: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`a part did not stop within ${STOP_LIMIT_MS / 1000} s`)), STOP_LIMIT_MS);
  });
  try {
    await Promise.race([stop(), late]);
  } catch (error) {
    process.stderr.write(`local cloud: while stopping: ${error}\n`);
  } finally {
    clearTimeout(timer);
  }
}
