// dossier.html in Chromium: the production checklist with every state in it, in light, dark, on a phone and on paper.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { boxesOf, parseChecklist } from '#shared/checklist/checklist';
import { effective } from '#shared/checklist/effective';
import {
  faultsOf,
  openBrowser,
  overflowOf,
  show,
  type Way,
  ways,
  whyNot,
} from '../../../packages/shared/__tests__/evidence/page/a-browser.ts';
import { page } from '../src/page/page.ts';
import { aCheck, anEvidence, aSignature, sealedFrom } from './builders.ts';

const checklist = parseChecklist(readFileSync(join(__dirname, '../../../checklist/production.yml'), 'utf8'));
const long = 'arn:aws:ecs:ap-northeast-2:123456789012:task-definition/coldchain-backend-service-with-a-long-name:1234';

function everyState() {
  const waiver = { box: 3, owner: 'mira', reason: 'the account is being moved', until: '2027-12-31' };
  const removed = { box: 999, text: 'Somebody holds the door', reason: 'there is no door' };
  const measured = boxesOf(checklist).flatMap((box) => ('measured' in box ? box.measured : []));
  const verdicts = ['pass', 'warn', 'fail', 'pass', 'skipped', 'pass'] as const;
  const checks = measured.map(({ check, subject = 'backend' }, index) =>
    aCheck({ id: check, subject, verdict: verdicts[index % 6] ?? 'pass', because: `${subject} runs ${long}` }),
  );
  const signatures = [
    aSignature('qa-lead', { measured: { by: 'mira', comment: 'read it twice', brief: 'ab'.repeat(32) } }),
    aSignature('cto', { verdict: 'fail', measured: 'noa', because: 'noa refused to sign as cto' }),
    aCheck({ id: 'gate.relaxed', subject: 'author-signs', verdict: 'warn', because: 'an author may sign' }),
  ];
  const timeline = [{ at: '2026-11-23T12:00:00.000Z', what: 'deployed', subject: long }];
  const evidence = [
    anEvidence({ checks, timeline, verdict: 'fail' }),
    anEvidence({ action: 'sign-off', job: 'collect', checks: signatures }),
  ];
  const about = { project: 'fleet', repository: 'acme/fleet', ref: 'refs/tags/v1.4.0', commit: 'c0ffee', run: '7' };
  const said = { about: { ...about, attempt: 1, server: 'https://github.com' }, jobs: { dns: 'cancelled' as const } };
  return sealedFrom(evidence, said, undefined, effective(checklist, [waiver], [removed]));
}

const dossier = everyState();
const html = page(dossier);
const look = whyNot === undefined ? test : test.skip;
const unless = whyNot === undefined ? '' : ` (not looked at: ${whyNot})`;

let browser: Browser | undefined;
beforeAll(async () => {
  if (whyNot === undefined) browser = await openBrowser();
}, 90_000);
afterAll(() => browser?.close());

const shown = (way: Way) => show(browser as Browser, html, way);
const each = Object.keys(ways) as Way[];

test('every state that a box can have stands on the page that is looked at', () => {
  const states = new Set(dossier.steps.flatMap((step) => step.boxes.map((box) => box.state)));
  expect([...states].sort()).toEqual(['failed', 'measured', 'open', 'signed', 'waived']);
});

for (const way of each) {
  look(`axe-core finds nothing wrong with the page, ${way}${unless}`, async () => {
    expect(await faultsOf(await shown(way))).toEqual([]);
  });

  look(`nothing stands beyond the right edge, ${way}${unless}`, async () => {
    expect(await overflowOf(await shown(way))).toBe(0);
  });
}

look(`on paper every box is shown, folded or not, and no row is cut in two${unless}`, async () => {
  const tab = await shown('light');
  await tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = false");
  await tab.emulateMedia({ media: 'print' });
  const rows = (await tab.evaluate(
    "[...document.querySelectorAll('.boxes tbody tr')].map((row) => [row.getBoundingClientRect().height, getComputedStyle(row).breakInside])",
  )) as [number, string][];
  expect(rows).toHaveLength(boxesOf(checklist).length);
  expect(rows.filter(([height, broken]) => height < 8 || broken !== 'avoid')).toEqual([]);
});

look(`printed, it fills several pages${unless}`, async () => {
  const pdf = await (await shown('light')).pdf({ preferCSSPageSize: true, format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
});

look(`a picture without words would be found${unless}`, async () => {
  const tab = await shown('light');
  await tab.evaluate("document.querySelector('main').append(new Image())");
  expect(await faultsOf(tab)).toEqual([expect.stringMatching(/^image-alt: /)]);
});
