import type { CredentialStore } from './credentials.ts';
import { denialMessage, evaluate, type Policy, permissionsFor } from './iam.ts';
import type { HttpRequest } from './wire/aws-service.ts';
import { accessDenied, unknownOperation } from './wire/common-errors.ts';
import type { Asked } from './wire/identify.ts';
import { verifySignature } from './wire/sigv4.ts';

export interface Gate {
  /** Answers the caller's ARN; throws the service's own error where the call may not be made. */
  admit(request: HttpRequest, asked: Asked, action: string | undefined): string;
  /** From now on, calls of this action (`*`: of every action without one of its own) need this policy's permission. */
  restrict(action: string, policy: Policy): void;
  liftAll(): void;
}

/** Whether there is such an operation, whose signature it bears, and whether a policy allows it. */
export function createGate(credentials: CredentialStore, region: string): Gate {
  const policies = new Map<string, Policy>();
  return {
    restrict: (action, policy) => void policies.set(action, policy),
    liftAll: () => policies.clear(),
    admit(request, asked, action) {
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
      // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no permission can be withheld.
      if (operation === 'GetCallerIdentity') return caller;
      const policy = policies.get(action ?? '*') ?? policies.get('*');
      if (!policy) return caller;
      const input = service.wire.kind === 'json' ? protocol.read(request) : {};
      for (const needed of permissionsFor(service.signingName, operation, input)) {
        const ruling = evaluate(policy, needed.action);
        if (ruling !== 'allowed') throw accessDenied(family, denialMessage(caller, needed, ruling));
      }
      return caller;
    },
  };
}
