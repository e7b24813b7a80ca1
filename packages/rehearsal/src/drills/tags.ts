// Tags that may not be released, whoever has signed.
import { inventedCommit, pointTag, REQUIRED_CHECK } from '../stage/history.ts';
import type { Drill } from './drill.ts';
import { edited } from './edited.ts';
import { stopped } from './gates.ts';

const WAIVED = `checklist:
  waive:
    - { box: 41, owner: minseo, reason: the measurement moves house, until: 2020-01-31 }
`;

export const tagDrills: readonly Drill[] = [
  {
    name: 'tag-not-on-main',
    title: 'The tag is on a commit that never came to main',
    prepare: async ({ github, repository: { mainBranch, previousTag } }) =>
      void (await github('refs', { ref: `refs/heads/${mainBranch}`, sha: inventedCommit(previousTag) })),
    expect: stopped(/gate\.tag-on-main/, /is not on main/),
  },
  {
    name: 'required-check-skipped',
    title: 'The check that main requires was skipped on the commit, which GitHub lets pass',
    prepare: async ({ github, sha }) =>
      void (await github('check-runs', { head_sha: sha, name: REQUIRED_CHECK, conclusion: 'skipped' })),
    expect: stopped(/gate\.required-checks/, /skipped/),
  },
  {
    name: 'older-tag',
    title: 'Production runs a newer tag than the one that is released',
    async prepare({ github, repository: { mainBranch: branch, people } }) {
      const newer = { ref: 'v1.3.0', sha: inventedCommit('v1.3.0') };
      await github('commits', { branch, sha: newer.sha, message: `Release ${newer.ref}`, author: people.author });
      await github('refs', { ref: `refs/tags/${newer.ref}`, sha: newer.sha });
      await github('deployments', { environment: 'production', ...newer, state: 'success' });
    },
    expect: stopped(/gate\.tag-newer/, /v1\.3\.0/),
  },
  {
    name: 'waiver-expired',
    title: 'A box of the checklist is waived until a day that has passed',
    edits: { 'golive.yml': (text) => edited(text, 'checklist:\n', WAIVED) },
    expect: stopped(/gate\.waivers/, /2020-01-31/),
  },
  {
    name: 'tag-moved',
    title: 'Somebody moves the tag to another commit after everybody has signed',
    meddle: [
      {
        after: 'collect',
        act: (hands) => pointTag(hands, hands.repository, hands.repository.tag, inventedCommit('another')),
      },
    ],
    expect: {
      result: 'failure',
      job: 'migrate',
      says: /gate\.tag-unmoved/,
      tells: /moved/,
      served: 'old',
      untouched: true,
    },
  },
];
