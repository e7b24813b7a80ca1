import { existsSync, readFileSync } from 'node:fs';

const stamped = new URL('../version', import.meta.url);

/** What the build wrote into the image; `dev` when run from a checkout. */
export const version = existsSync(stamped) ? readFileSync(stamped, 'utf8').trim() : 'dev';
