// Where a runner is still to be killed in a release that is run again after each kill: each place once.
import type { Hold, Ruling } from './tap.ts';
import type { Call } from './tapped-call.ts';

/** An action that makes the same change more often than this, however often it is run again, never comes to an end. */
const CHANGES_AT_MOST = 8;
/** An image has many blobs and manifests, all put under their own digest: making one anew changes nothing. */
const ALIKE = /(?:blob|manifest)$/;

export class KillPoints {
  readonly #wants: (place: string) => boolean;
  readonly #taken = new Set<string>();
  readonly #made = new Map<string, number>();
  readonly #over = new Set<string>();
  readonly #endless = new Set<string>();

  /** @param wants which places; all of them by default */
  constructor(wants: (place: string) => boolean = () => true) {
    this.#wants = wants;
  }

  /** What is not as it must be. */
  get wrong(): readonly string[] {
    return [...this.#endless].map((each) => `${each} is made anew each time that the action is run again`);
  }

  /** Whether to kill at this place; true once. */
  first(place: string): boolean {
    if (this.#taken.has(place) || !this.#wants(place)) return false;
    this.#taken.add(place);
    return true;
  }

  /**
   * The action has come to its end by itself: from now on its changes pass. One that changed nothing, such as a
   * rollback that only looks whether the release has ended, may still come again to do its work.
   */
  ended(action: string): void {
    if ([...this.#made.keys()].some((name) => name.startsWith(`${action}: `))) this.#over.add(action);
  }

  /**
   * Whether to kill at this change. Changes of one kind are told apart by how many of them were made before, in
   * whatever attempt: a release that is run again does not make them anew.
   */
  rule({ action, operation }: Call): Ruling {
    const name = `${action}: ${operation}`;
    const made = this.#made.get(name) ?? 0;
    const hold = this.#hold(action, name, made);
    if (hold !== 'before') this.#made.set(name, made + 1);
    return hold;
  }

  #hold(action: string, name: string, made: number): Ruling {
    if (this.#over.has(action) || (ALIKE.test(name) && made > 0)) return 'pass';
    if (made >= CHANGES_AT_MOST) {
      this.#endless.add(name);
      return 'pass';
    }
    const holds: readonly Hold[] = ['before', 'after'];
    return holds.find((hold) => this.first(`${hold} ${name}${made === 0 ? '' : ` (${made + 1})`}`)) ?? 'pass';
  }
}
