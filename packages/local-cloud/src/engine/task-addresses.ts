import { randomInt } from 'node:crypto';

/** 127.64.0.0/10 */
const base = (127 << 24) | (64 << 16);
const size = 1 << 22;

/** Hands out addresses; starts anywhere, so that two clouds on one machine hardly ever meet. */
export function taskAddresses(): () => string {
  let next = randomInt(size);
  return () => {
    next = (next + 1) % size;
    // .0 and .255 look like networks and broadcasts to some tools.
    while (next % 256 === 0 || next % 256 === 255) next = (next + 1) % size;
    const address = (base | next) >>> 0;
    return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
  };
}
