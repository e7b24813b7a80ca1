// What a job's GITHUB_TOKEN may do: what the workflow grants, never more than a calling workflow was granted.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions
import { isMap, type Value } from './value.ts';

export type Access = 'none' | 'read' | 'write';
/** By the name that stands in a workflow; what is not there is `none`. */
export type Permissions = Readonly<Record<string, Access>>;

const SCOPES =
  'actions artifact-metadata attestations checks contents deployments discussions id-token issues models packages pages pull-requests repository-projects security-events statuses'.split(
    ' ',
  );
const RANK: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2 };

/** What a repository grants where no workflow says anything, in the restricted setting that is GitHub's default. */
export const RESTRICTED: Permissions = { contents: 'read', packages: 'read' };

/** Undefined where nothing is said. A scope that is not named beside others gets nothing. */
export function readPermissions(value: Value | undefined): Permissions | undefined {
  if (value === undefined || value === null) return undefined;
  // An identity token can only be written; reading everything does not include it.
  if (value === 'read-all')
    return all(
      SCOPES.filter((scope) => scope !== 'id-token'),
      'read',
    );
  if (value === 'write-all') return all(SCOPES, 'write');
  if (!isMap(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([scope, access]) => [scope, accessOf(access)]));
}

export function allows(granted: Permissions, scope: string, access: Access): boolean {
  return RANK[granted[scope] ?? 'none'] >= RANK[access];
}

/** The permissions of a job, where `allowed` are those of the job that calls its workflow; undefined at the top. */
export function grantedTo(stated: Permissions | undefined, allowed: Permissions | undefined): Permissions {
  if (!stated) return allowed ?? RESTRICTED;
  if (!allowed) return stated;
  const least = Object.entries(stated).map(([scope, access]): [string, Access] => [
    scope,
    allows(allowed, scope, access) ? access : (allowed[scope] ?? 'none'),
  ]);
  return Object.fromEntries(least);
}

/** GitHub's sentence about a called workflow that wants more than its caller may give; undefined where it does not. */
export function excess(
  who: string,
  stated: Permissions | undefined,
  allowed: Permissions | undefined,
): string | undefined {
  if (!stated || !allowed) return undefined;
  const beyond = Object.entries(stated).filter(([scope, access]) => !allows(allowed, scope, access));
  if (beyond.length === 0) return undefined;
  const asked = beyond.map(([scope, access]) => `${scope}: ${access}`).join(', ');
  const given = beyond.map(([scope]) => `${scope}: ${allowed[scope] ?? 'none'}`).join(', ');
  return `${who} is requesting '${asked}', but is only allowed '${given}'`;
}

function all(scopes: readonly string[], access: Access): Permissions {
  return Object.fromEntries(scopes.map((scope) => [scope, access]));
}

function accessOf(value: Value): Access {
  return value === 'read' || value === 'write' ? value : 'none';
}
