// Where `uses:` leads: an action or workflow of this repository, or a stand-in.
import { join } from 'node:path';
import { standInFor } from '../stand-ins.ts';
import { type JavaScriptAction, readAction } from './action-file.ts';

export type Used =
  | { readonly kind: 'action'; readonly action: JavaScriptAction }
  | { readonly kind: 'stand-in'; readonly name: string }
  | { readonly kind: 'unknown'; readonly because: string };

/** `$/…` is the repository of the file it stands in, which is this one; `OWNER/golive/…@ref` names it from outside. */
export function resolveStepUses(uses: string, root: string): Used {
  const standIn = standInFor(uses);
  if (standIn) return { kind: 'stand-in', name: standIn };
  const path = /^\$\/(.+)$/.exec(uses)?.[1] ?? /^[^/]+\/golive\/([^@]+)@.+$/.exec(uses)?.[1];
  if (!path) return { kind: 'unknown', because: `uses: ${uses} (no stand-in for it)` };
  const action = readAction(join(root, path));
  return typeof action === 'string' ? { kind: 'unknown', because: action } : { kind: 'action', action };
}

/** `./…` is the caller's repository, that is the app; `OWNER/golive/…@ref` and `$/…` are this one. */
export function resolveWorkflowUses(uses: string, root: string, appDir: string): string | undefined {
  const own = /^\$\/(.+)$/.exec(uses)?.[1] ?? /^[^/]+\/golive\/([^@]+)@.+$/.exec(uses)?.[1];
  if (own) return join(root, own);
  const local = /^\.\/(.+)$/.exec(uses)?.[1];
  return local ? join(appDir, local) : undefined;
}
