import type { CredentialStore } from './credentials.ts';
import { denialMessage, evaluate, type Needed } from './iam/evaluate.ts';
import type { Policy } from './iam/policy.ts';
import type { HttpRequest } from './wire/aws-service.ts';
import { accessDenied, unknownOperation } from './wire/common-errors.ts';
import type { Asked } from './wire/identify.ts';
import type { Protocol } from './wire/protocol.ts';
import { verifySignature } from './wire/sigv4.ts';

export interface Gate {
  /** Answers the caller's ARN; throws the service's own error where there is no such operation or nobody signed it. */
  admit(request: HttpRequest, asked: Asked): string;
  /** Throws AccessDenied where a policy is in force for this action and does not allow one of these permissions. */
  allow(caller: string, action: string | undefined, needed: readonly Needed[], family: Protocol['family']): void;
  /** From now on, calls of this action (`*`: of every action without one of its own) need this policy's permission. */
  restrict(action: string, policy: Policy): void;
  liftAll(): void;
}

/** Whether there is such an operation, whose signature it bears, and whether a policy allows what it takes. */
export function createGate(credentials: CredentialStore, region: string): Gate {
  const policies = new Map<string, Policy>();
  const allow: Gate['allow'] = (caller, action, permissions, family) => {
    const policy = policies.get(action ?? '*') ?? policies.get('*');
    if (!policy) return;
    const context = { 'aws:PrincipalArn': [caller], 'aws:RequestedRegion': [region] };
    for (const needed of permissions) {
      const ruling = evaluate(policy, needed, context);
      if (ruling === 'allowed') continue;
      const error = accessDenied(family, denialMessage(caller, needed, ruling));
      error.denied = `${needed.action} on ${needed.resource}`;
      throw error;
    }
  };
  return {
    restrict: (action, policy) => void policies.set(action, policy),
    liftAll: () => policies.clear(),
    admit(request, asked) {
      const { service, operation, protocol } = asked;
      const { family } = protocol;
      if (service.wire.kind !== 'rest-xml' && !Object.hasOwn(service.operations, operation))
        throw unknownOperation(family, operation);
      // A web identity is the caller's proof; this call bears no signature.
      if (operation === 'AssumeRoleWithWebIdentity') return 'anonymous';
      const { caller } = verifySignature(request, {
        service: service.signingName,
        // Route 53, IAM and the global STS are signed for us-east-1, unless an endpoint of one's own hides that they are global.
        regions: ['route53', 'iam', 'sts'].includes(service.signingName) ? [region, 'us-east-1'] : [region],
        family,
        now: new Date(),
        find: credentials.find,
      });
      return caller;
    },
    allow,
  };
}
