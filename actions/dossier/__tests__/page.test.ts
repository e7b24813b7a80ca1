import { styleHash } from '#shared/evidence/page/document';
import { page } from '../src/page/page.ts';
import { report } from '../src/report.ts';
import { summary } from '../src/summary/summary.ts';
import { aCheck, anEvidence, aSealedDossier, aSignature, sealedFrom } from './builders.ts';

const hostile = '<img src=x onerror=alert(1)>"\' | `code` [link](javascript:x)';

test('text from outside cannot become markup of the page', () => {
  const because = `log says ${hostile}`;
  const dossier = aSealedDossier([aCheck({ id: 'images.size', verdict: 'fail', because, subject: hostile })]);
  const text = page({ ...dossier, project: hostile, release: hostile });
  expect(text).not.toContain('<img');
  expect(text).toContain('&lt;img src=x');
});

test('text from outside cannot become markup of the summary', () => {
  const checks = [aCheck({ id: 'images.size', verdict: 'fail', because: hostile })];
  const text = String(summary(aSealedDossier(checks)));
  expect(text).not.toContain('<img');
  expect(text).not.toContain('[link](');
});

test('the page carries no script and no inline style, and admits no other style than its own', () => {
  const text = page(aSealedDossier([aSignature('qa-lead')]));
  expect(text).not.toMatch(/<script|\sstyle=|\son\w+=/);
  expect(text).toContain(`style-src &#39;sha256-${styleHash.slice(0, 5)}`);
  expect(text.match(/(?:src|href)="(?!#)[^"]*"/g)).toBeNull();
});

test('the verdict, the reason and every box stand on the page', () => {
  const because = '600 MB of at most 500 MB';
  const dossier = aSealedDossier([aCheck({ id: 'images.size', verdict: 'fail', because })]);
  const text = page(dossier);
  expect(text).toContain('<h1>Stopped</h1>');
  expect(text).toContain(`Stopped by build-scan-push, backend: ${because}.`);
  expect(text.match(/<td class="number">/g)).toHaveLength(3);
});

test('a warning stands on the page with its reason', () => {
  const because = 'who may move tags is not told to this token';
  expect(page(aSealedDossier([aCheck({ id: 'gate.tag-bypass', verdict: 'warn', because })]))).toContain(because);
});

test('an environment is named where it alone tells jobs of a matrix apart, and nowhere else', () => {
  const signed = ['cto', 'ceo'].map((role) =>
    anEvidence({ action: 'sign-off', job: 'sign-off', environment: `golive-${role}` }),
  );
  const text = page(sealedFrom([...signed, anEvidence({ environment: 'production' })]));
  expect(text).toContain('>golive-cto<');
  expect(text).not.toContain('>production<');
});

const outcome = (required: 'nothing' | 'ready') => {
  const dossier = aSealedDossier([]);
  const at = dossier.generatedAt;
  const rest = { page: 'd.html', attestable: false, chainFaults: [], foreign: 0 };
  return report({ dossier, summary: summary(dossier), ...rest, required, at });
};

test('a release that is not ready does not fail the dossier', () => {
  expect(outcome('nothing').checks.map((one) => one.verdict)).toEqual(['pass', 'warn']);
});

test('where readiness is required, an open box fails it', () => {
  expect(outcome('ready').checks.map((one) => one.verdict)).toEqual(['pass', 'fail']);
});
