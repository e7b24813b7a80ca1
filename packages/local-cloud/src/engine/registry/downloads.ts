import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../../clock.ts';
import type { BlobStore } from './blobs.ts';

/** ECR gives URLs of S3 that are signed for an hour, and need no credentials of their own. */
const LIFETIME_MS = 60 * 60 * 1000;
const PREFIX = '/_layers/';

/** Layers that may be fetched by whoever knows their address. */
export class Downloads {
  readonly #tickets = new Map<string, { readonly digest: string; readonly until: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The path under which a blob can be fetched for the next hour. */
  pathOf(digest: string): string {
    const ticket = randomBytes(24).toString('base64url');
    this.#tickets.set(ticket, { digest, until: this.#clock.now().getTime() + LIFETIME_MS });
    return `${PREFIX}${ticket}`;
  }

  /** Answers a request for such a path; false when it is none. */
  serve(request: IncomingMessage, response: ServerResponse, blobs: BlobStore): boolean {
    const path = request.url?.split('?')[0] ?? '';
    if (!path.startsWith(PREFIX)) return false;
    const ticket = this.#tickets.get(path.slice(PREFIX.length));
    if (!ticket || ticket.until < this.#clock.now().getTime()) {
      // What S3 answers to a signature that has expired or was never made.
      response.writeHead(403, { 'content-type': 'application/xml' }).end('<Error><Code>AccessDenied</Code></Error>');
      return true;
    }
    void this.#send(ticket.digest, response, blobs);
    return true;
  }

  async #send(digest: string, response: ServerResponse, blobs: BlobStore): Promise<void> {
    try {
      const size = (await blobs.size(digest)) ?? 0;
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
      await pipeline(blobs.read(digest), response);
    } catch {
      response.destroy();
    }
  }
}
