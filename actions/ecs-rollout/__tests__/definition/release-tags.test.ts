import { problemsOfTags, releaseTags } from '../../src/definition/release-tags.ts';

const release = { commit: 'abc', run: '17', actor: 'octocat', release: 'v1.2.0' };
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: '' }));

test("commit, run, actor and release are added after the user's own tags", () => {
  expect(releaseTags(release, [{ key: 'team', value: 'web' }]).tags).toEqual([
    { key: 'team', value: 'web' },
    { key: 'golive:commit', value: 'abc' },
    { key: 'golive:run', value: '17' },
    { key: 'golive:actor', value: 'octocat' },
    { key: 'golive:release', value: 'v1.2.0' },
  ]);
});

test('tags of an earlier release are replaced, also those that this one has not', () => {
  const earlier = releaseTags(release).tags;
  const { release: _, ...nameless } = release;
  expect(releaseTags({ ...nameless, commit: 'def' }, earlier).tags.map(({ value }) => value)).toEqual([
    'def',
    '17',
    'octocat',
  ]);
});

test('an actor is written in the characters that ECS takes', () => {
  const { tags } = releaseTags({ ...release, actor: 'dependabot[bot]' });
  expect(tags).toContainEqual({ key: 'golive:actor', value: 'dependabot_bot_' });
  expect(problemsOfTags(tags)).toEqual([]);
});

test('a value is cut at 256 characters, not bytes', () => {
  const { tags } = releaseTags({ ...release, release: '한'.repeat(300) });
  expect([...(tags.at(-1)?.value ?? '')]).toHaveLength(256);
});

test('what does not fit beside fifty tags is left, and said', () => {
  const { tags, left } = releaseTags(release, many(48));
  expect(tags).toHaveLength(50);
  expect(left).toEqual(['golive:actor', 'golive:release']);
});

test.each([
  ['aws:cloudformation', '', 'only AWS'],
  ['AWS:x', '', 'only AWS'],
  ['', '', 'no key'],
  ['k'.repeat(129), '', 'longer than 128'],
  ['k', 'v'.repeat(257), 'longer than 256'],
  ['k', 'a*b', 'holds *'],
])('tag %j cannot be registered', (key, value, why) => {
  expect(problemsOfTags([{ key, value }])).toEqual([expect.stringContaining(why)]);
});

test('more than fifty tags, or a key twice, cannot be registered', () => {
  expect(problemsOfTags(many(51))).toEqual([expect.stringContaining('51 tags')]);
  expect(problemsOfTags([...many(1), ...many(1)])).toEqual(['tag k0 is there twice']);
});
