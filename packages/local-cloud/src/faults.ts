/** A fault that a drill injects into calls that match. */
export interface Fault {
  /** Signing name, or `*`. */
  readonly service: string;
  /** Operation, or `*`. */
  readonly operation: string;
  /**
   * latency: answer `ms` later; throttle, error and denied: refuse; drop: make the change, then cut the connection.
   */
  readonly kind: 'latency' | 'throttle' | 'error' | 'denied' | 'drop';
  /** How many matching calls it meets. */
  readonly count: number;
  /** Lets this many matching calls pass first. */
  readonly skip?: number;
  /** Real milliseconds of latency. */
  readonly ms?: number;
  /** Of an error; only GitHub has more than one. */
  readonly status?: number;
  /** Only calls of this action. */
  readonly action?: string;
}

export interface FaultView extends Fault {
  readonly met: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly FaultView[];
  /** The fault that this call meets, counted as met. */
  meet(service: string, operation: string, action: string | undefined): Fault | undefined;
}

const KINDS = ['latency', 'throttle', 'error', 'denied', 'drop'];

export function createFaults(): Faults {
  let armed: { fault: Fault; skip: number; met: number }[] = [];
  return {
    add: (fault) => void armed.push({ fault, skip: fault.skip ?? 0, met: 0 }),
    clear: () => {
      armed = [];
    },
    list: () => armed.map(({ fault, met }) => ({ ...fault, met })),
    meet(service, operation, action) {
      for (const each of armed) {
        const { fault } = each;
        if (fault.service !== '*' && fault.service !== service) continue;
        if (fault.operation !== '*' && fault.operation !== operation) continue;
        if (fault.action !== undefined && fault.action !== action) continue;
        if (each.met >= fault.count) continue;
        if (each.skip > 0) {
          each.skip -= 1;
          continue;
        }
        each.met += 1;
        return fault;
      }
      return undefined;
    },
  };
}

/** Reads a fault from a control request; throws with every mistake named. */
export function parseFault(value: unknown): Fault {
  const { service, operation, kind, count, skip, ms, action, status } = Object(value) as Record<string, unknown>;
  const whole = (number: unknown) => Number.isInteger(number) && (number as number) >= 0;
  const wrong = [
    typeof service !== 'string' && 'service must be a signing name or *',
    typeof operation !== 'string' && 'operation must be a name or *',
    !KINDS.includes(kind as string) && `kind must be one of ${KINDS.join(', ')}`,
    count !== undefined && !whole(count) && 'count must be a whole number',
    skip !== undefined && !whole(skip) && 'skip must be a whole number',
    ms !== undefined && !whole(ms) && 'ms must be a whole number',
    status !== undefined && !(whole(status) && (status as number) >= 400) && 'status must be 400 or above',
    kind === 'latency' && ms === undefined && 'latency needs ms',
    action !== undefined && typeof action !== 'string' && 'action must be a name',
  ].filter((each) => each !== false);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return { ...(value as Fault), count: (count as number | undefined) ?? 1 };
}
