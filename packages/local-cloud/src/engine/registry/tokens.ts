import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';

/** ECR's tokens are valid for 12 hours: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html */
const lifetimeMs = 12 * 60 * 60 * 1000;

/** The passwords given out by GetAuthorizationToken. */
export class Tokens {
  readonly #clock: Clock;
  readonly #expiry = new Map<string, Date>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(): { authorizationToken: string; expiresAt: Date } {
    const password = randomBytes(48).toString('base64url');
    const expiresAt = new Date(this.#clock.now().getTime() + lifetimeMs);
    this.#expiry.set(password, expiresAt);
    return { authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'), expiresAt };
  }

  accepts(authorization: string | undefined): boolean {
    const [, encoded] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? [];
    const [, password] = /^AWS:(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
    const expiresAt = this.#expiry.get(password ?? '');
    return expiresAt !== undefined && this.#clock.now() < expiresAt;
  }
}
