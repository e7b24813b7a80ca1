import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';

/** ECR's tokens are valid for 12 hours: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html */
const lifetimeMs = 12 * 60 * 60 * 1000;

/** The passwords given out by GetAuthorizationToken. */
export class Tokens {
  readonly #clock: Clock;
  readonly #issued = new Map<string, { readonly expiresAt: Date; readonly caller: string }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param caller the ARN of whom the token stands for */
  issue(caller: string): { authorizationToken: string; expiresAt: Date } {
    const password = randomBytes(48).toString('base64url');
    const expiresAt = new Date(this.#clock.now().getTime() + lifetimeMs);
    this.#issued.set(password, { expiresAt, caller });
    return { authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'), expiresAt };
  }

  /** Whose token it is; undefined where it is none, or has expired. */
  callerOf(authorization: string | undefined): string | undefined {
    const [, encoded] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? [];
    const [, password] = /^AWS:(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
    const issued = this.#issued.get(password ?? '');
    return issued && this.#clock.now() < issued.expiresAt ? issued.caller : undefined;
  }
}
