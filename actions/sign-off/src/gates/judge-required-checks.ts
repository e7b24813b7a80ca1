import type { Check, Verdict } from '#shared/evidence/check';
import type { Answer } from '#shared/github/rest';
import { check } from '../checks.ts';
import type { Relaxation } from '../relaxations.ts';
import type { CheckRun, Reported } from './read-check-runs.ts';
import type { RequiredCheck } from './read-rules.ts';
import { isBeyondPlan, unknown } from './unknown.ts';

const id = 'gate.required-checks';

/** The checks that a release must have passed: those of the branch, and those of golive.yml; each once. */
export function allRequired(
  ofBranch: Answer<readonly RequiredCheck[]>,
  named: readonly string[],
): readonly RequiredCheck[] {
  const all: readonly RequiredCheck[] = [
    ...(ofBranch.kind === 'found' ? ofBranch.value : []),
    ...named.map((name) => ({ name, source: 'golive.yml' })),
  ];
  return all.filter((one, at) => {
    const same = all.filter(({ name }) => name === one.name);
    // One that is pinned to an app says more than the same one unpinned.
    const pinned = same.filter(({ app }) => app !== undefined);
    const kept = pinned.length > 0 ? pinned : same;
    return kept.includes(one) && all.findIndex((each) => each.name === one.name && each.app === one.app) === at;
  });
}

/** One check for each that is required; skipped, neutral or missing is not success. */
export function judgeRequiredChecks(
  commit: string,
  ofBranch: Answer<readonly RequiredCheck[]>,
  required: readonly RequiredCheck[],
  reported: Reported,
  { branch, allow }: { readonly branch: string; readonly allow: readonly Relaxation[] },
  at: string,
): readonly Check[] {
  const rules = { source: `GET rules/branches/${branch}`, at, expected: 'at least one required check' };
  if (ofBranch.kind !== 'found' && !isBeyondPlan(ofBranch))
    return [check(id, branch, ...unknown(`which checks ${branch} requires`, ofBranch), rules)];
  if (required.length === 0) {
    const because = `no check has to pass before a release: ${branch} requires none, and golive.yml names none under sign-offs.required-checks`;
    return [
      allow.includes('no-required-checks')
        ? check(id, branch, 'warn', `${because}; no-required-checks allows it`, rules)
        : check(id, branch, 'fail', because, rules),
    ];
  }
  const source = `GET commits/${commit}/check-runs`;
  return required.map((one) => {
    const { verdict, because, measured } = outcomeOf(one, reported, commit.slice(0, 7));
    const more = { source, at, expected: 'success' };
    return check(id, one.name, verdict, because, measured === undefined ? more : { ...more, measured });
  });
}

interface Outcome {
  readonly verdict: Verdict;
  readonly because: string;
  readonly measured?: string;
}

function outcomeOf({ name, app, source }: RequiredCheck, { runs, statuses }: Reported, commit: string): Outcome {
  if (runs.kind !== 'found') {
    const [verdict, because] = unknown(`whether ${name} succeeded on ${commit}`, runs);
    return { verdict, because };
  }
  const named = runs.value.filter((run) => run.name === name);
  const own = named.filter((run) => app === undefined || run.app?.id === app);
  const run = latest(own);
  if (run !== undefined) {
    const measured = run.conclusion ?? run.status;
    if (measured === 'success') return { verdict: 'pass', because: `${name} succeeded on ${commit}`, measured };
    const because =
      run.conclusion === null
        ? `${name} has not ended on ${commit}: it is ${measured}; release when it has succeeded`
        : `${name}, required by ${source}, ended as ${measured} on ${commit}, and only success counts`;
    return { verdict: 'fail', because, measured };
  }
  if (named.length > 0) {
    const by = named.map((each) => each.app?.slug ?? `app ${each.app?.id}`).join(', ');
    const because = `${name} on ${commit} was reported by ${by}, and ${source} wants it of app ${app}`;
    return { verdict: 'fail', because, measured: by };
  }
  return byStatus(name, app, source, statuses, commit);
}

function byStatus(
  name: string,
  app: number | undefined,
  source: string,
  statuses: Reported['statuses'],
  commit: string,
): Outcome {
  if (statuses.kind !== 'found') {
    const [verdict, because] = unknown(`whether ${name} succeeded on ${commit}`, statuses);
    return { verdict, because };
  }
  const status = statuses.value.find(({ context }) => context === name);
  if (status === undefined)
    return {
      verdict: 'fail',
      because: `${name}, required by ${source}, was never reported on ${commit}`,
      measured: 'nothing',
    };
  // A status does not tell the app that set it, so one that is pinned cannot be proven by it.
  if (app !== undefined)
    return {
      verdict: 'inconclusive',
      because: `${name} on ${commit} is a commit status, which does not tell whether app ${app} set it, as ${source} wants`,
      measured: status.state,
    };
  return status.state === 'success'
    ? { verdict: 'pass', because: `${name} succeeded on ${commit}`, measured: status.state }
    : {
        verdict: 'fail',
        because: `${name}, required by ${source}, is ${status.state} on ${commit}`,
        measured: status.state,
      };
}

/** The attempt that began last; ids grow, and tell apart those that began in the same second. */
function latest(runs: readonly CheckRun[]): CheckRun | undefined {
  return [...runs].sort((a, b) => (a.started_at ?? '').localeCompare(b.started_at ?? '') || a.id - b.id).at(-1);
}
