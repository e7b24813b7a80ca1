import { askGitHub } from '#shared/github/rest';
import { readBarred } from '../../src/signatures/read-barred.ts';
import { aGitHub } from '../builders.ts';

const commit = '/repos/acme/fleet/commits/abc';
const run = '/repos/acme/fleet/actions/runs/7';
const mira = { login: 'mira' };
const pushed = { event: 'push', actor: mira, triggering_actor: mira };

async function barredBy(ofCommit: unknown, ofRun: unknown = pushed) {
  await using github = await aGitHub({ [commit]: [[200, ofCommit]], [run]: [[200, ofRun]] });
  const signal = new AbortController().signal;
  const settings = { action: 'sign-off', repository: 'acme/fleet', token: 'secret', signal, sleep: async () => {} };
  return await readBarred(askGitHub({ ...settings, apiUrl: github.apiUrl }), 'abc', '7');
}

test('who wrote and who committed are authors, and GitHub itself, which commits what is merged, is nobody', async () => {
  expect((await barredBy({ author: { login: 'noa' }, committer: { login: 'jan' } })).barred).toEqual([
    { login: 'noa', as: 'author' },
    { login: 'jan', as: 'author' },
    { login: 'mira', as: 'pusher' },
  ]);
  expect((await barredBy({ author: { login: 'noa' }, committer: { login: 'web-flow' } })).barred).toHaveLength(2);
});

test('who ran a pushed tag again started this run, beside whoever pushed it', async () => {
  const again = { ...pushed, triggering_actor: { login: 'jan' } };
  expect((await barredBy({ author: { login: 'noa' } }, again)).barred.slice(1)).toEqual([
    { login: 'mira', as: 'pusher' },
    { login: 'jan', as: 'starter' },
  ]);
});

test('who dispatched a run has pushed nothing, and started it', async () => {
  const dispatched = { ...pushed, event: 'workflow_dispatch' };
  expect((await barredBy({ author: { login: 'noa' } }, dispatched)).barred[1]).toEqual({
    login: 'mira',
    as: 'starter',
  });
});

test.each([
  ['an author without an account', { author: null }, pushed, 'author-signs'],
  ['a run of nobody', { author: { login: 'noa' } }, { event: 'push', actor: null }, 'pusher-signs'],
])('%s could be anybody, which only a relaxed rule lets pass', async (_, ofCommit, ofRun, unless) => {
  expect((await barredBy(ofCommit, ofRun)).unknown).toMatchObject([{ unless }]);
});
