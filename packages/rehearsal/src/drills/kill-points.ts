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

  /** Whether to kill at this place; true once, of a change once in each step. */
  first(place: string, step = ''): boolean {
    const name = `${step}: ${place}`;
    if (this.#taken.has(name) || !this.#wants(place)) return false;
    this.#taken.add(name);
    return true;
  }

  /**
   * This step's action has come to its end by itself: from now on its changes pass. One that changed nothing, such as
   * a rollback that only looks whether the release has ended, may still come again to do its work.
   *
   * @param step names job and step: a job that plans a change before it makes it runs one action twice
   */
  ended(step: string): void {
    if ([...this.#made.keys()].some((name) => name.startsWith(`${step}: `))) this.#over.add(step);
  }

  /**
   * Whether to kill at this change of this step. Changes of one kind are told apart by how many of them the step made
   * before, in whatever attempt: a release that is run again does not make them anew.
   */
  rule({ action, operation }: Call, step: string): Ruling {
    const name = `${action}: ${operation}`;
    const made = this.#made.get(`${step}: ${name}`) ?? 0;
    const hold = this.#hold(step, name, made);
    if (hold !== 'before') this.#made.set(`${step}: ${name}`, made + 1);
    return hold;
  }

  #hold(step: string, name: string, made: number): Ruling {
    if (this.#over.has(step) || (ALIKE.test(name) && made > 0)) return 'pass';
    if (made >= CHANGES_AT_MOST) {
      this.#endless.add(name);
      return 'pass';
    }
    const holds: readonly Hold[] = ['before', 'after'];
    return holds.find((hold) => this.first(`${hold} ${name}${made === 0 ? '' : ` (${made + 1})`}`, step)) ?? 'pass';
  }
}
