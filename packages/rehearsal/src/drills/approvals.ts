// Approvals that do not count: of the wrong person, of another attempt, or of something else than what is released.
import { DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { guard } from '../stage/github.ts';
import type { Carried, Drill, Expectation } from './drill.ts';
import { edited } from './edited.ts';

const user = (login: string) => ({ type: 'User', name: login });

/** Everybody has approved on GitHub, and the release stops all the same. */
const refused = (job: string, says: RegExp, tells: RegExp): Expectation => ({
  result: 'failure',
  job,
  says,
  tells,
  served: 'old',
  untouched: true,
});

/** In the place of the release's own image, the one of the release before: it exists, and nobody has signed it. */
const withEarlierImage: Carried['change'] = async (outputs, { aws, repository }) => {
  const ids = [{ imageTag: repository.previousTag }];
  const about = { repositoryName: 'coldchain-backend', imageIds: ids };
  const { imageDetails } = await new ECRClient(aws).send(new DescribeImagesCommand(about));
  const images = JSON.parse(outputs.images ?? '{}') as Record<string, string>;
  images.backend = `coldchain-backend@${imageDetails?.[0]?.imageDigest}`;
  return { ...outputs, images: JSON.stringify(images) };
};

export const approvalDrills: readonly Drill[] = [
  {
    name: 'sign-off-denied',
    title: 'The security lead refuses to sign',
    approve: { deny: 'security-lead' },
    expect: refused('sign-off (security-lead)', /rejected by \w+/, /security-lead/),
  },
  {
    name: 'one-person-two-roles',
    title: 'One person signs as CEO and as CTO',
    environments: ({ signers: { ceo = '' } }) => ({ 'golive-cto': { reviewers: [user(ceo)] } }),
    reviewers: ({ signers: { ceo = '' } }) => ({ 'golive-cto': ceo }),
    expect: refused('collect', /sign-off\.(?:cto|ceo)/, /amara.*(?:cto|ceo)/),
  },
  {
    name: 'author-approves',
    title: 'Who wrote the commit signs as QA lead',
    environments: ({ author }) => ({ 'golive-qa-lead': { reviewers: [user(author)] } }),
    reviewers: ({ author }) => ({ 'golive-qa-lead': author }),
    expect: refused('collect', /sign-off\.qa-lead/, /ravi.*(?:wrote|author)/),
  },
  {
    name: 'outsider-approves',
    title: 'Somebody is made a reviewer of the QA lead’s environment for a moment, signs, and is taken out again',
    meddle: [
      {
        after: 'build',
        act: (hands) =>
          guard(hands, hands.repository, 'golive-qa-lead', { reviewers: [user(hands.repository.people.outsider)] }),
      },
      { after: 'sign-off (qa-lead)', act: (hands) => guard(hands, hands.repository, 'golive-qa-lead') },
    ],
    reviewers: ({ outsider }) => ({ 'golive-qa-lead': outsider }),
    expect: refused('collect', /sign-off\.qa-lead/, /oskar.*reviewer/),
  },
  {
    name: 'approval-of-earlier-attempt',
    title: 'Everybody signs, the runner of collect dies, and only the failed jobs are run again',
    lost: { job: 'collect', again: 'failed' },
    expect: refused('collect', /sign-off\.\S+/, /attempt.*re-run all jobs/is),
  },
  {
    name: 'digest-changed-after-approval',
    title: 'Everybody signs, and production is about to get another image than the one that they saw',
    lost: { job: 'migrate', again: 'failed', carried: { job: 'build', change: withEarlierImage } },
    expect: refused('migrate', /sign-off\.brief-unchanged/, /the image backend was .* and is/),
  },
  {
    name: 'checklist-edited-after-approval',
    title: 'Everybody signs, and then the checklist asks for less',
    edits: {},
    meddle: [
      {
        after: 'collect',
        act: async ({ edit }) =>
          edit('golive.yml', (text) => edited(text, '  remove:\n', '  remove:\n    41: Nobody will look\n')),
      },
    ],
    expect: refused('migrate', /sign-off\.brief-unchanged/, /checklist/),
  },
];
