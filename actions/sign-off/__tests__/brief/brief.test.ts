import { differences } from '../../src/brief/differences.ts';
import { briefAsHtml } from '../../src/brief/page.ts';
import { briefAsMarkdown } from '../../src/brief/summary.ts';
import { aBrief, migrationPlan } from './a-brief.ts';

const evil = '<script>alert(1)</script> | [x](javascript:1) ::error::x @everyone ```\n</code></pre>';

const brief = aBrief();
const markdown = briefAsMarkdown(brief).text;

test.each([
  ['the range', '3 commits since v1.3.2'],
  ['each commit', 'Keep the limit of a dispatch'],
  ['images by digest', `sha256:${'4d'.repeat(32)}`],
  ['what the scan found', '2 high, 5 medium'],
  ['the SQL of what is new, with its risk', '-- destroys: what is in it is gone\nDROP TABLE legacy_routes;'],
  ['the difference of a task definition', '+ api.environment.LIMITS   on'],
  ['records before and after', '- A 192.0.2.10 (TTL 60)'],
  ['waivers with their owners', 'the load test of the new region runs next week'],
  ['relaxed rules', 'gate.relaxed'],
])('a brief shows %s', (_, words) => {
  expect(markdown).toContain(words);
});

test('a migration that the deployed release has already is named and not shown', () => {
  expect(markdown).not.toContain('CREATE TABLE users');
  expect(markdown).toContain('20260901');
});

test('where nobody can tell what is deployed, every migration is shown', () => {
  const { from: _, ...unknown } = brief.range;
  expect(briefAsMarkdown(aBrief({ range: unknown })).text).toContain('CREATE TABLE users');
});

test('where GitHub lists commits and no files, every migration is shown', () => {
  expect(briefAsMarkdown(aBrief({ range: { ...brief.range, files: [] } })).text).toContain('CREATE TABLE users');
});

test('a plan of files that are all the same does not say that nothing will happen', () => {
  const files = [{ name: 'README.md', status: 'modified', additions: 1, deletions: 1 }];
  const { text } = briefAsMarkdown(aBrief({ range: { ...brief.range, files } }));
  expect(text).toContain('Database migration: no file is another');
  expect(text).not.toContain('Database migration: nothing changes');
});

test('where GitHub lists no more files, every migration is shown', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    name: `f${index}`,
    status: 'added',
    additions: 1,
    deletions: 0,
  }));
  expect(briefAsMarkdown(aBrief({ range: { ...brief.range, files: many } })).text).toContain('CREATE TABLE users');
});

describe('what is too long for a summary', () => {
  const [, , third] = migrationPlan.changes;
  const long = {
    ...migrationPlan,
    changes: [
      { subject: 'dump.sql', what: 'create' as const, text: 'x'.repeat(2_000_000), risk: 'writes' as const },
      ...(third ? [third] : []),
    ],
  };
  const { from: _, ...range } = brief.range;
  const cut = briefAsMarkdown(aBrief({ plans: [long], range })).text;

  test('stays below GitHub’s 1 MiB', () => {
    expect(Buffer.byteLength(cut)).toBeLessThan(1_048_576);
  });

  test('loses its largest part alone, with a pointer to the whole', () => {
    expect(cut).toContain('1954 KiB are too long for this page: they stand in brief.html of the artifact brief');
    expect(cut).toContain('DROP TABLE legacy_routes');
  });
});

test('of thousands of migrations, as many are shown as there is room for', () => {
  const changes = Array.from({ length: 30_000 }, (_, index) => ({
    subject: `migrations/${index}.sql`,
    what: 'create' as const,
    text: 'SELECT 1',
  }));
  const { from: _, ...range } = brief.range;
  const { text } = briefAsMarkdown(aBrief({ plans: [{ ...migrationPlan, changes }], range }));
  expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  expect(text).toMatch(/And \d+ parts more/);
});

describe('untrusted text', () => {
  const hostile = aBrief({
    project: evil,
    range: { total: 1, files: [], because: evil, commits: [{ sha: 'a'.repeat(40), subject: evil, author: evil }] },
    plans: [
      {
        ...migrationPlan,
        because: evil,
        changes: [{ subject: evil, what: 'create', text: `${evil}\u202e`, risk: 'adds' }],
      },
    ],
    material: { tag: `refs/tags/${evil}`, waivers: [{ box: 1, owner: evil, reason: evil, until: '2026-12-04' }] },
  });

  test('becomes no element of the page', () => {
    const page = briefAsHtml(hostile);
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('\u202e');
    expect(page.match(/<\/pre>/g)).toHaveLength(1);
  });

  test('becomes no markup of the summary', () => {
    const text = briefAsMarkdown(hostile).text;
    const outside = text.replace(/^(`{4,})sql?\n?[\s\S]*?^\1$/gm, '').replace(/^(`{4,})\n[\s\S]*?^\1$/gm, '');
    expect(outside).not.toContain('<script>');
    expect(outside).not.toContain('](javascript');
    expect(outside).not.toContain('@everyone');
  });
});

test('a brief is the same whenever it is written of the same material', () => {
  expect(aBrief({ run: '2', attempt: 3 }).digest).toBe(brief.digest);
  expect(aBrief({ material: { checklist: 'f'.repeat(64) } }).digest).not.toBe(brief.digest);
});

describe('differences', () => {
  const { material } = brief;

  test('there are none between equals', () => {
    expect(differences(material, structuredClone(material))).toEqual([]);
  });

  test.each([
    ['another commit', { commit: 'f'.repeat(40) }, 'the commit was d'],
    ['another tag', { tag: 'refs/tags/v2' }, 'the tag was refs/tags/v1.4.0 and is refs/tags/v2'],
    ['an image that is gone', { images: {} }, 'the image backend was'],
    ['a finding', { findings: {} }, 'what the scan found in backend was pass: Trivy'],
    ['a waiver', { waivers: [] }, 'the waiver of box 212 was jiwoo-han until 2026-12-04'],
    [
      'a gate',
      { posture: material.posture.slice(1) },
      'the gate gate.relaxed of one-person-two-roles was warn and is not there',
    ],
  ])('%s is named', (_, change, words) => {
    expect(differences(material, { ...material, ...change })[0]).toContain(words);
  });
});
