// brief.html in Chromium: what a role looks at before it signs, in light, dark and on a phone.
import type { Browser } from 'playwright-core';
import {
  faultsOf,
  openBrowser,
  overflowOf,
  show,
  type Way,
  ways,
  whyNot,
} from '../../../packages/shared/__tests__/evidence/page/a-browser.ts';
import { sealed } from '../src/brief/brief.ts';
import { briefAsHtml } from '../src/brief/page.ts';

const hex = '1f'.repeat(32);
const long = 'arn:aws:ecs:ap-northeast-2:123456789012:task-definition/coldchain-backend-service-with-a-long-name:1234';
const sql =
  'ALTER TABLE shipments ADD COLUMN arrived_at timestamptz NOT NULL DEFAULT now(); -- one statement that is long';

const html = briefAsHtml(
  sealed({
    project: 'fleet',
    repository: 'acme/fleet',
    run: '7',
    attempt: 1,
    material: {
      commit: 'c0ffee'.repeat(6),
      tag: 'refs/tags/v1.4.0',
      images: { backend: `fleet-backend@sha256:${hex}`, frontend: `fleet-frontend@sha256:${hex}` },
      findings: {
        backend: { verdict: 'pass', because: 'no critical finding in 212 packages' },
        frontend: { verdict: 'warn', because: 'the scanner knows 3 findings without a fix' },
      },
      plans: { migrate: hex },
      checklist: hex,
      waivers: [{ box: 3, owner: 'mira', reason: 'the account is being moved', until: '2027-12-31' }],
      posture: [
        { check: 'gate.reviewers', subject: 'golive-cto', verdict: 'pass' },
        { check: 'gate.relaxed', subject: 'author-signs', verdict: 'warn' },
      ],
    },
    range: {
      because: '2 commits since v1.3.0, which is deployed',
      total: 2,
      commits: [{ sha: 'c0ffee'.repeat(6), subject: `Name the task definition ${long}`, author: 'noa' }],
      files: [
        {
          name: `backend/migrations/${'a-long-folder/'.repeat(6)}0007.sql`,
          status: 'added',
          additions: 9,
          deletions: 0,
        },
      ],
    },
    plans: [
      {
        schema: 'golive/plan@1',
        action: 'migrate',
        because: '1 migration is pending',
        changes: [{ subject: 'coldchain-db', what: 'change', text: sql, risk: 'locks' }],
        detail: { statements: [sql, sql] },
      },
    ],
    baseline: [],
  }),
);

const look = whyNot === undefined ? test : test.skip;
const unless = whyNot === undefined ? '' : ` (not looked at: ${whyNot})`;

let browser: Browser | undefined;
beforeAll(async () => {
  if (whyNot === undefined) browser = await openBrowser();
}, 90_000);
afterAll(() => browser?.close());

const shown = (way: Way) => show(browser as Browser, html, way);

for (const way of Object.keys(ways) as Way[]) {
  look(`axe-core finds nothing wrong with the brief, ${way}${unless}`, async () => {
    expect(await faultsOf(await shown(way))).toEqual([]);
  });

  look(`nothing stands beyond the right edge, ${way}${unless}`, async () => {
    expect(await overflowOf(await shown(way))).toBe(0);
  });
}
