import { durationsTable, gantt } from '#shared/ecs/timeline';
import type { OutcomeKind } from '#shared/ecs/watch/outcome';
import type { WayBack } from '#shared/ecs/way-back';
import type { Check, Verdict } from '#shared/evidence/check';
import { html } from '#shared/evidence/html';
import { codeBlock, type Markdown, md, table, trustedMarkdown } from '#shared/evidence/markdown';
import { marks } from '#shared/evidence/summary';
import type { Report } from '#shared/runtime/run';
import { formatDuration } from '#shared/values/duration';
import { shortImage } from '#shared/verify/images';
import { check } from './checks.ts';
import { revision } from './plan.ts';
import { imagesIn } from './resolve.ts';
import { exitCodes, headline, resultOf } from './result.ts';
import { sentence } from './sentence.ts';
import type { ServiceEnd, Trail } from './trail.ts';

export interface Facts {
  readonly trail: Trail;
  /** What was verified before. */
  readonly verified: readonly Check[];
  /** Milliseconds of each service's last successful deployments. */
  readonly history: ReadonlyMap<string, readonly number[]>;
  /** Whether the run itself was cancelled. */
  readonly cancelled: boolean;
  readonly placeOf: (end: ServiceEnd) => Check['place'] | undefined;
  /** Whether the running tasks were held to a digest at all. */
  readonly isProven: (end: ServiceEnd) => boolean;
  readonly at: string;
}

/** What the rollout means: one check a service, one for its running digests, one for each pause and way back. */
export function report(facts: Facts): Report {
  const { trail, verified, history } = facts;
  const { ends, steps, moments, pauses } = trail;
  const result = resultOf(facts);
  const backs = ends.filter(({ back }) => back);
  const services = ends.map(({ service }) => service);
  return {
    checks: [
      ...verified,
      ...ends.map((end) => deployed(end, facts)),
      ...ends.flatMap((end) => runningDigests(end, facts)),
      ...pauses.map(({ service, stage, action, because, at: when, source }) =>
        check('rollout.pause-answered', service, action === 'CONTINUE' ? 'pass' : 'fail', `${stage}: ${because}`, {
          source,
          at: when,
        }),
      ),
      ...backs.map((end) => putBack(end, facts)),
    ],
    outputs: {
      outcome: result,
      'task-definitions': JSON.stringify(Object.fromEntries(ends.map((end) => [end.service, runs(end)]))),
      deployments: JSON.stringify(
        Object.fromEntries(ends.flatMap((end) => (end.deployment ? [[end.service, end.deployment]] : []))),
      ),
      'rolled-back': String(backs.length > 0 && backs.every(({ back }) => back?.back)),
    },
    summary: md`## Rollout: ${headline[result]}

${table(
  ['Service', 'From', 'To', 'Result'],
  ends.map((end) => [
    end.service,
    revision(end.decision.before.taskDefinition),
    revision(end.definition),
    cellOf(end, facts),
  ]),
)}

${gantt(services, moments, new Set(ends.filter(isCalledOff).map(({ service }) => service)))}

${durationsTable(services, moments, history)}

${logs(ends)}
`,
    timeline: [
      ...steps,
      ...moments.map(({ service, what, at: when }) => ({ at: when.toISOString(), subject: service, what })),
    ].sort((a, b) => a.at.localeCompare(b.at)),
    exitCode: exitCodes[result],
  };
}

/** It goes back for another's sake, and has not failed itself. */
const isCalledOff = ({ outcome }: ServiceEnd): boolean => outcome?.kind === 'cancelled';

/** How it ended, and what it runs now where that is not what it was to run. */
function cellOf(end: ServiceEnd, facts: Facts): string {
  const { outcome, back } = end;
  const verdict = outcome ? verdicts[outcome.kind] : 'inconclusive';
  const told = `${marks[verdict]} ${verdict}: ${sentence(end, facts)}`;
  return back ? `${told}\n${saidBack(end, back, facts)}` : told;
}

function saidBack({ decision }: ServiceEnd, { back, because, took }: WayBack, { cancelled }: Facts): string {
  const to = revision(decision.before.taskDefinition);
  if (!back) return `${marks.inconclusive} ${cancelled ? 'Was told to go back' : 'Not back'} to ${to}: ${because}`;
  const after = took ? ` after ${formatDuration({ ms: took.to.getTime() - took.from.getTime() })}` : '';
  return `${marks.pass} Back at ${to}${after}`;
}

/** The revision that the service is left with, as far as this run knows. */
const runs = ({ back, outcome, decision, definition }: ServiceEnd): string =>
  back?.back || outcome?.kind === 'rolled-back' ? decision.before.taskDefinition : definition;

const verdicts: Readonly<Record<OutcomeKind, Verdict>> = {
  succeeded: 'pass',
  'rolled-back': 'fail',
  failed: 'fail',
  hopeless: 'fail',
  superseded: 'fail',
  'timed-out': 'fail',
  // Another service's failure leaves this one unfinished: not found out, rather than failed.
  cancelled: 'inconclusive',
  'could-not-find-out': 'inconclusive',
};

function deployed(end: ServiceEnd, facts: Facts): Check {
  const { outcome, decision } = end;
  const place = outcome && outcome.kind !== 'succeeded' ? facts.placeOf(end) : undefined;
  return check(
    'rollout.deployed',
    end.service,
    outcome ? verdicts[outcome.kind] : 'inconclusive',
    sentence(end, facts),
    {
      measured: end.definition,
      source: decision.view.codeDeploy ? 'codedeploy:GetDeployment' : 'ecs:DescribeServiceDeployments',
      at: outcome?.at.toISOString() ?? facts.at,
      ...(place ? { place } : {}),
    },
  );
}

/** A tag may have got another image since its tasks were started. */
function unprovenOf({ decision: { kind, view } }: ServiceEnd): string {
  const tagged = Object.entries(imagesIn(view.target)).map(([name, image]) => `${name} by ${shortImage(image)}`);
  const remedy = kind === 'leave' ? '; what a tag has got since is deployed with force' : '';
  return `nothing tells which images run, for none is named by digest: ${tagged.join(', ')}${remedy}`;
}

function runningDigests(end: ServiceEnd, { isProven, at }: Facts): Check[] {
  const { service, outcome } = end;
  const id = 'rollout.running-digests';
  const source = 'ecs:DescribeTasks';
  if (outcome?.kind === 'succeeded' && !isProven(end)) {
    return [check(id, service, 'warn', unprovenOf(end), { source, at })];
  }
  if (outcome?.kind === 'succeeded') {
    const { running } = outcome;
    const because = sayProven(running);
    return [check(id, service, running === 0 ? 'warn' : 'pass', because, { measured: running, source, at })];
  }
  if (outcome?.kind === 'failed' && outcome.by.kind === 'wrong-image')
    return [check(id, service, 'fail', outcome.because, { source, at })];
  return [];
}

function sayProven(running: number): string {
  if (running === 0) return 'no task is running (desired count 0?)';
  return `${running === 1 ? 'the running task runs' : `all ${running} running tasks run`} the digests of this release`;
}

function putBack(end: ServiceEnd, { cancelled, at }: Facts): Check {
  const { service, back, decision } = end;
  const done = back?.back ?? false;
  const to = revision(decision.before.taskDefinition);
  const late = cancelled ? 'was told to go back' : 'did not come back';
  const because = `${done ? 'is back' : late} at ${to}: ${back?.because}`;
  return check('rollout.put-back', service, done ? 'pass' : cancelled ? 'inconclusive' : 'fail', because, {
    expected: decision.before.taskDefinition,
    source: 'ecs:DescribeServices',
    at,
  });
}

/** The last lines of what failed, folded. */
function logs(ends: readonly ServiceEnd[]): Markdown {
  const parts = ends.flatMap(({ service, log, explanation }) => {
    if (log.length === 0) return [];
    const task = explanation?.task;
    return [
      // Inside an HTML element Markdown's escapes would be shown as they are.
      html`<details><summary>Last ${log.length === 1 ? 'log line' : `${log.length} log lines`} of ${service}${task ? ` (task ${task})` : ''}</summary>`
        .text,
      codeBlock(log.join('\n')).text,
      '</details>',
    ];
  });
  return trustedMarkdown(parts.join('\n\n'));
}
