import { setTimeout as realTime } from 'node:timers/promises';
import type { Cloud } from './cloud.ts';
import type { Fault, Faults } from './faults.ts';
import type { Gate } from './gate.ts';
import { denialMessage, type Needed } from './iam/evaluate.ts';
import { permissionsFor } from './iam/permissions.ts';
import { placeOf } from './iam/place.ts';
import { actionOf } from './journal.ts';
import type { Quotas } from './quotas.ts';
import { AwsError, type Call, type HttpRequest, type HttpResponse } from './wire/aws-service.ts';
import { accessDenied, internal, throttled } from './wire/common-errors.ts';
import type { Asked } from './wire/identify.ts';

export interface Guards {
  readonly gate: Gate;
  readonly quotas: Quotas;
  readonly faults: Faults;
}

export interface Outcome {
  readonly response: HttpResponse;
  /** The connection is to be cut instead of answered. */
  readonly dropped: boolean;
}

/** Takes one identified AWS call through gate, quotas and faults to its operation, and writes it into the journal. */
export async function respond(cloud: Cloud, guards: Guards, request: HttpRequest, asked: Asked, requestId: string) {
  const { service, operation, protocol } = asked;
  const action = actionOf(request.headers['user-agent']);
  const at = new Date();
  const met: { fault?: Fault } = {};
  let permissions: readonly Needed[] = [];
  let error: AwsError | undefined;
  let response: HttpResponse;
  try {
    const caller = guards.gate.admit(request, asked);
    permissions = await permissionsFor(placeOf(cloud), service.signingName, operation, inputOf(request, asked));
    guards.gate.allow(caller, action, permissions, protocol.family);
    if (!guards.quotas.take(service.signingName, operation)) throw throttled(protocol.family);
    const fault = guards.faults.meet(service.signingName, operation, action);
    if (fault) met.fault = fault;
    if (fault?.kind === 'throttle') throw throttled(protocol.family);
    if (fault?.kind === 'error') throw internal();
    if (fault?.kind === 'denied') {
      const [needed = { action: `${service.signingName}:${operation}`, resource: '*' }] = permissions;
      throw accessDenied(protocol.family, denialMessage(caller, needed, 'implicit-deny'));
    }
    if (fault?.kind === 'latency') await realTime(fault.ms);
    const call = { service: service.signingName, operation, requestId, caller, ...(action && { action }) };
    response = await run(request, asked, call);
  } catch (thrown) {
    error = thrown instanceof AwsError ? thrown : internal();
    if (error !== thrown) {
      const story = thrown instanceof Error ? thrown.stack : String(thrown);
      process.stderr.write(`local cloud: ${service.signingName} ${operation}: ${story}\n`);
    }
    response = protocol.refuse(error, requestId);
  }
  cloud.journal.add({
    at: at.toISOString(),
    service: service.signingName,
    operation,
    ...(action && { action }),
    requestId,
    status: response.status,
    ...(error && { error: error.code }),
    ...(met.fault && { fault: met.fault.kind }),
    ...(permissions.length > 0 && { permissions }),
    ...(error?.denied !== undefined && { denied: error.denied }),
    ms: Date.now() - at.getTime(),
  });
  return { response, dropped: met.fault?.kind === 'drop' } satisfies Outcome;
}

function inputOf(request: HttpRequest, { service, protocol }: Asked): unknown {
  return service.handle ? service.inputOf?.(request) : protocol.read(request);
}

async function run(request: HttpRequest, { service, operation, protocol }: Asked, call: Call): Promise<HttpResponse> {
  if (service.handle) return service.handle(request, call);
  const output = await service.operations[operation]?.(protocol.read(request), call);
  return protocol.answer(operation, output, call.requestId);
}
