import type { Check } from '#shared/evidence/check';
import type { Answer } from '#shared/github/rest';
import { check } from '../checks.ts';
import type { Relaxation } from '../relaxations.ts';
import type { Candidate, DeployedView, Deployment, TagView } from './read-tag.ts';
import { compareVersions, parseVersion } from './semantic-version.ts';
import { unknown } from './unknown.ts';

interface Demanded {
  readonly branch: string;
  readonly production: string;
  readonly allow: readonly Relaxation[];
}

/** Whether this tag may be released: it is on the branch, has not moved, and is newer than what is deployed. */
export function judgeTag(candidate: Candidate, view: TagView, demanded: Demanded, at: string): readonly Check[] {
  return [
    unmoved(candidate, view, demanded, at),
    onBranch(candidate, view, demanded, at),
    newer(candidate, view, demanded, at),
  ];
}

const nameOf = ({ tag, ref }: Candidate) => tag ?? ref;
const short = (sha: string) => sha.slice(0, 7);

function unmoved(candidate: Candidate, view: TagView, { production }: Demanded, at: string): Check {
  const id = 'gate.tag-unmoved';
  const { tag, commit } = candidate;
  const more = { source: `GET git/ref/tags/${tag ?? ''}`, at, expected: commit };
  if (tag === undefined)
    return check(id, candidate.ref, 'fail', `${candidate.ref} is no tag, and only a tag is released; push one`, more);
  if (view.now.kind === 'missing')
    return check(id, tag, 'fail', `${tag} does not exist any more; it was ${short(commit)} when the run began`, more);
  if (view.now.kind === 'unreadable') return check(id, tag, ...unknown('whether the tag has moved', view.now), more);
  const measured = view.now.value.at(-1);
  if (!view.now.value.includes(commit)) {
    const because = `${tag} has moved: it was ${short(commit)} when the run began and is ${short(measured ?? '')} now; release that commit under a new tag`;
    return check(id, tag, 'fail', because, { ...more, measured });
  }
  const earlier = deploymentsOf(view.deployments).find(({ ref, sha }) => tagOf(ref) === tag && sha !== commit);
  if (earlier !== undefined) {
    const because = `${tag} has moved: it was ${short(earlier.sha)} when it was deployed to ${production}, and is ${short(commit)} now; release that commit under a new tag`;
    return check(id, tag, 'fail', because, { ...more, measured: earlier.sha });
  }
  return check(id, tag, 'pass', `${tag} still is ${short(commit)}`, { ...more, measured });
}

function onBranch(candidate: Candidate, { againstBranch }: TagView, { branch }: Demanded, at: string): Check {
  const id = 'gate.tag-on-main';
  const subject = nameOf(candidate);
  const more = { source: `GET compare/${branch}...${candidate.commit}`, at, expected: `a commit of ${branch}` };
  if (againstBranch.kind !== 'found')
    return check(id, subject, ...unknown(`whether ${short(candidate.commit)} is on ${branch}`, againstBranch), more);
  const stands = againstBranch.value;
  return stands === 'identical' || stands === 'behind'
    ? check(id, subject, 'pass', `${short(candidate.commit)} is on ${branch}`, { ...more, measured: stands })
    : check(
        id,
        subject,
        'fail',
        `${short(candidate.commit)} is not on ${branch}; merge it first, and tag what is there`,
        {
          ...more,
          measured: stands,
        },
      );
}

/** Whether nothing newer was deployed, by the deployments that succeeded. */
export function newer(
  candidate: Candidate,
  view: DeployedView,
  { production, allow }: Pick<Demanded, 'production' | 'allow'>,
  at: string,
): Check {
  const id = 'gate.tag-newer';
  const subject = nameOf(candidate);
  const source = `GET deployments?environment=${production}`;
  if (view.deployed.kind === 'unreadable')
    return check(id, subject, ...unknown(`what is deployed to ${production}`, view.deployed), { source, at });
  if (view.deployed.kind === 'missing')
    return view.deployments.kind === 'missing'
      ? check(id, subject, ...unknown(`what is deployed to ${production}`, view.deployments), { source, at })
      : check(id, subject, 'pass', `nothing has been deployed to ${production} yet`, { source, at });
  const { ref, sha } = view.deployed.value;
  const last = tagOf(ref);
  const more = { source, at, measured: last, expected: `newer than ${last}` };
  const age = ageOf(candidate, last, sha, view);
  if (age.kind === 'unknown') return check(id, subject, 'inconclusive', age.because, more);
  if (age.kind === 'newer') return check(id, subject, 'pass', age.because, more);
  if (allow.includes('older-release'))
    return check(id, subject, 'warn', `${age.because}; older-release allows it`, more);
  return check(id, subject, 'fail', `${age.because}; release a newer one, or go back with the rollback workflow`, more);
}

type Age = { readonly kind: 'newer' | 'older' | 'unknown'; readonly because: string };

function ageOf(candidate: Candidate, last: string, sha: string, { deployedStands }: DeployedView): Age {
  const { commit } = candidate;
  const name = nameOf(candidate);
  if (sha === commit && last === name)
    return { kind: 'newer', because: `${name} is what was deployed last; it is released again` };
  const [ours, theirs] = [parseVersion(name), parseVersion(last)];
  if (ours !== undefined && theirs !== undefined && compareVersions(ours, theirs) <= 0)
    return { kind: 'older', because: `${name} is not newer than ${last}, which was deployed last` };
  if (deployedStands.kind !== 'found') {
    const [, because] = unknown(
      `whether ${name} contains ${last} (${short(sha)}), which was deployed last,`,
      deployedStands,
    );
    return { kind: 'unknown', because };
  }
  const contains = deployedStands.value === 'behind' || deployedStands.value === 'identical';
  return contains
    ? { kind: 'newer', because: `${name} is newer than ${last}, and contains it` }
    : { kind: 'older', because: `${name} does not contain ${last} (${short(sha)}), which was deployed last` };
}

const tagOf = (ref: string) => ref.replace(/^refs\/(tags|heads)\//, '');
const deploymentsOf = (answer: Answer<readonly Deployment[]>) => (answer.kind === 'found' ? answer.value : []);
