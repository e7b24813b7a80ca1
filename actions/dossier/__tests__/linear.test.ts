// How much work a dossier is, counted instead of timed.
import type { Check } from '#shared/evidence/check';
import { plan } from '../src/plan.ts';
import { aCheck, aMaterial, anEvidence } from './builders.ts';

/** How often the checks are looked at while a dossier is made of so many jobs with twenty checks each. */
function looks(jobs: number): number {
  let count = 0;
  const counted = (check: Check): Check =>
    new Proxy(check, {
      get: (target, key) => {
        count++;
        return Reflect.get(target, key);
      },
    });
  const evidence = Array.from({ length: jobs }, (_, job) =>
    anEvidence({
      job: `job-${job}`,
      checks: Array.from({ length: 20 }, (_, index) =>
        counted(aCheck({ id: index % 2 === 0 ? 'images.size' : `own.fact-${index}`, subject: `service-${job}` })),
      ),
    }),
  );
  plan(aMaterial([], { evidence }));
  return count;
}

test('twice the evidence is twice the work, and no more', () => {
  const [some, more] = [looks(50), looks(200)];
  expect(more / some).toBeGreaterThan(3.5);
  expect(more / some).toBeLessThan(4.1);
});
