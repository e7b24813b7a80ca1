import type { Call, Change } from './change.ts';

/** Where the commands go: a repository, on github.com or on a server of one's own. */
export interface Target {
  readonly repository: string;
  readonly apiUrl: string;
}

/** The `gh api` commands that do what `apply` does, in its order, for a POSIX shell. */
export function ghCommands(changes: readonly Change[], target: Target): readonly string[] {
  return changes.flatMap(({ calls }) => calls.map((call) => ghCommand(call, target)));
}

function ghCommand({ method, path, body }: Call, { repository, apiUrl }: Target): string {
  const host = hostOf(apiUrl);
  const gh = ['gh', 'api', ...(host === undefined ? [] : ['--hostname', host]), '--method', method];
  const command = [...gh, `repos/${repository}${path}`, ...(body === undefined ? [] : ['--input', '-'])]
    .map(quoted)
    .join(' ');
  return body === undefined ? command : `printf '%s' ${quoted(JSON.stringify(body))} | ${command}`;
}

/** The host as gh knows it; undefined for github.com, its default. */
function hostOf(apiUrl: string): string | undefined {
  const host = new URL(apiUrl).host.replace(/^api\./, '');
  return host === 'github.com' ? undefined : host;
}

/** One word of a POSIX shell, whatever is in it: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
export function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
