/** One request that brings a gate to what it must be; the path is relative to the repository. */
export interface Call {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** One property of a gate: as it is, and as it must be. */
export interface Fact {
  readonly name: string;
  readonly is: string;
  readonly must: string;
}

/** How one gate differs from what it must be, and the calls that end the difference. */
export interface Change {
  /** Such as `environment golive-cto`. */
  readonly subject: string;
  readonly facts: readonly Fact[];
  readonly calls: readonly Call[];
  /** Why it cannot be brought about, where it cannot. */
  readonly blocked?: { readonly because: string; readonly known: boolean };
}

/** Whether a gate is as it must be. */
export function isSettled({ facts, calls, blocked }: Change): boolean {
  return blocked === undefined && calls.length === 0 && facts.every(({ is, must }) => is === must);
}

/** A change that cannot be made; `known` tells what is wrong from what could not be found out. */
export function blockedChange(subject: string, because: string, known: boolean, facts: readonly Fact[] = []): Change {
  return { subject, facts, calls: [], blocked: { because, known } };
}

/** The differences as `diff` writes them: what stays, what goes, what comes. */
export function diffOf({ subject, facts, blocked }: Change): string {
  const lines = facts.flatMap(({ name, is, must }) =>
    is === must ? [`  ${name}: ${is}`] : [`- ${name}: ${is}`, `+ ${name}: ${must}`],
  );
  return [subject, ...lines, ...(blocked === undefined ? [] : [`! ${blocked.because}`])].join('\n');
}
