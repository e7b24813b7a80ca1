import { parseArgs } from 'node:util';

export const USAGE = `usage: npm start -- [--app DIR] [--workflow FILE] [--drill NAME] [--list-drills]
                  [--approve all|ask|deny:ROLE] [--then rollback] [--scale N] [--out DIR] [--json]`;

export type Approve = 'all' | 'ask' | { readonly deny: string };

export interface Arguments {
  readonly app: string;
  /** Relative to the app. */
  readonly workflow: string;
  readonly drill: string | undefined;
  readonly listDrills: boolean;
  readonly approve: Approve;
  readonly thenRollback: boolean;
  readonly scale: number;
  readonly out: string;
  readonly json: boolean;
}

/** Cloud time runs this many times faster: Fargate's minutes in seconds, while a health check still has time to answer. */
const SCALE = 20;

/** Throws with a sentence where the command line is not one of ours. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      app: { type: 'string', default: 'examples/coldchain' },
      workflow: { type: 'string', default: '.github/workflows/release.yml' },
      drill: { type: 'string' },
      'list-drills': { type: 'boolean', default: false },
      approve: { type: 'string', default: 'all' },
      // biome-ignore lint/suspicious/noThenProperty: it is the name of an option, and nobody awaits this object
      then: { type: 'string' },
      scale: { type: 'string', default: String(SCALE) },
      out: { type: 'string', default: '.golive' },
      json: { type: 'boolean', default: false },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1000)) throw new Error(`--scale ${values.scale} is not a number above 0, up to 1000`);
  if (values.then !== undefined && values.then !== 'rollback')
    throw new Error(`--then ${values.then}: only rollback can follow`);
  return {
    app: values.app,
    workflow: values.workflow,
    drill: values.drill,
    listDrills: values['list-drills'],
    approve: readApprove(values.approve),
    thenRollback: values.then === 'rollback',
    scale,
    out: values.out,
    json: values.json,
  };
}

function readApprove(text: string): Approve {
  if (text === 'all' || text === 'ask') return text;
  const deny = /^deny:([a-z0-9-]+)$/.exec(text)?.[1];
  if (!deny) throw new Error(`--approve ${text}: expected all, ask or deny:ROLE`);
  return { deny };
}
