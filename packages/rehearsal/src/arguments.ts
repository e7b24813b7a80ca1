import { parseArgs } from 'node:util';
import { EVENTS, type Event } from './stage/trigger.ts';

export const USAGE = `usage: npm start -- [--app DIR] [--workflow FILE] [--event EVENT] [--input NAME=VALUE]...
                  [--drill NAME,...] [--list-drills] [--approve all|ask|deny:ROLE]
                  [--then rollback|hold] [--no-policies] [--scale N] [--out DIR]
                  [--json] [--help]

  --app DIR          the application, a folder with golive.yml and golive.rehearsal.yml (examples/coldchain)
  --workflow FILE    the workflow of the application to run (.github/workflows/release.yml)
  --event EVENT      what sets it going: ${EVENTS.join(', ')}; by default the first it listens to
  --input NAME=VALUE an input of a workflow_dispatch
  --drill NAME,...   inject a fault, and pass when the release ended as that drill must; a group's name stands for
                     all its drills
  --approve          who signs: everybody, the person at this terminal, or all but one role
  --then rollback    put the release back afterwards, and compare
  --then hold        leave the local cloud up afterwards, until Ctrl-C
  --no-policies      let every action do everything; else each may only do what its policy.json allows
  --scale N          how many times faster than AWS the local cloud's clock runs (20)
  --out DIR          where dossier, evidence, journal and logs go (.golive)
  --json             end with one line of JSON

exit code: 0 when it ended as it must, 1 when not, 2 when it could not be run as asked`;

/** Something that the person at the command line must put right. */
export class UsageError extends Error {}

export type Approve = 'all' | 'ask' | { readonly deny: string };

export interface Arguments {
  readonly app: string;
  /** Relative to the app. */
  readonly workflow: string;
  readonly event: Event | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  /** Names of drills and of groups of them; empty for a release that is left alone. */
  readonly drills: readonly string[];
  readonly listDrills: boolean;
  readonly approve: Approve;
  readonly thenRollback: boolean;
  readonly thenHold: boolean;
  /** Whether each action is held to its policy. */
  readonly policies: boolean;
  readonly scale: number;
  readonly out: string;
  readonly json: boolean;
  readonly help: boolean;
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
      event: { type: 'string' },
      input: { type: 'string', multiple: true, default: [] },
      drill: { type: 'string' },
      'list-drills': { type: 'boolean', default: false },
      approve: { type: 'string', default: 'all' },
      // biome-ignore lint/suspicious/noThenProperty: it is the name of an option, and nobody awaits this object
      then: { type: 'string' },
      'no-policies': { type: 'boolean', default: false },
      scale: { type: 'string', default: String(SCALE) },
      out: { type: 'string', default: '.golive' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1000))
    throw new UsageError(`--scale ${values.scale} is not a number above 0, up to 1000`);
  if (values.then !== undefined && values.then !== 'rollback' && values.then !== 'hold')
    throw new UsageError(`--then ${values.then}: only rollback or hold can follow`);
  return {
    app: values.app,
    workflow: values.workflow,
    event: readEvent(values.event),
    inputs: Object.fromEntries(values.input.map(readInput)),
    drills: values.drill?.split(',') ?? [],
    listDrills: values['list-drills'],
    approve: readApprove(values.approve),
    thenRollback: values.then === 'rollback',
    thenHold: values.then === 'hold',
    policies: !values['no-policies'],
    scale,
    out: values.out,
    json: values.json,
    help: values.help,
  };
}

function readEvent(text: string | undefined): Event | undefined {
  const event = EVENTS.find((each) => each === text);
  if (text !== undefined && !event) throw new UsageError(`--event ${text}: expected ${EVENTS.join(', ')}`);
  return event;
}

function readInput(text: string): [string, string] {
  const [, name, value] = /^([\w-]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new UsageError(`--input ${text}: expected NAME=VALUE`);
  return [name, value];
}

function readApprove(text: string): Approve {
  if (text === 'all' || text === 'ask') return text;
  const deny = /^deny:([a-z0-9-]+)$/.exec(text)?.[1];
  if (!deny) throw new UsageError(`--approve ${text}: expected all, ask or deny:ROLE`);
  return { deny };
}
