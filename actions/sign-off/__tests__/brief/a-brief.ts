import type { PlanFile } from '#shared/release/plan-file';
import { digestOf } from '#shared/values/canonical-json';
import { type Brief, type Material, sealed } from '../../src/brief/brief.ts';

const sha = (digit: string) => digit.repeat(40);

export const migrationPlan: PlanFile = {
  schema: 'golive/plan@1',
  action: 'migrate',
  because:
    '3 migrations in backend/migrations; which of them the database has already is decided when it runs; golive.yml says that the release before works with the new schema',
  changes: [
    {
      subject: 'backend/migrations/20260901_users.sql',
      what: 'create',
      text: '-- adds: a new table\nCREATE TABLE users (id int);',
      risk: 'adds',
    },
    {
      subject: 'backend/migrations/20261120_temperature-limit.sql',
      what: 'create',
      text: '-- adds: a new column\nALTER TABLE dispatches ADD COLUMN temperature_limit_c numeric(4,1);\n\n-- locks: writers wait until the index is built\nCREATE INDEX dispatches_limit ON dispatches (temperature_limit_c);',
      risk: 'locks',
    },
    {
      subject: 'backend/migrations/20261121_drop-legacy.sql',
      what: 'create',
      text: '-- destroys: what is in it is gone\nDROP TABLE legacy_routes;',
      risk: 'destroys',
    },
  ],
  detail: { files: true, tool: 'dbmate' },
};

export const rolloutPlan: PlanFile = {
  schema: 'golive/plan@1',
  action: 'ecs-rollout',
  because: '1 of 2 services change',
  changes: [
    {
      subject: 'backend-service',
      what: 'change',
      text: '  api.image                sha256:11aa22bb33cc… → sha256:44dd55ee66ff…\n+ api.environment.LIMITS   on\n~ deploymentConfiguration.maximumPercent: 200 -> 150',
    },
    { subject: 'frontend-service', what: 'none', text: '' },
  ],
  detail: {},
};

export const dnsPlan: PlanFile = {
  schema: 'golive/plan@1',
  action: 'dns-cutover',
  because: '1 of 1 names of example.com change where they lead',
  changes: [
    {
      subject: 'api.example.com',
      what: 'change',
      text: '- A 192.0.2.10 (TTL 60)\n+ A alias coldchain-alb.ap-northeast-2.elb.amazonaws.com.',
    },
  ],
  detail: {},
};

/** A brief of everything that a brief can say. */
export function aBrief(
  change: Partial<Omit<Brief, 'material' | 'digest' | 'schema'>> & { readonly material?: Partial<Material> } = {},
): Brief {
  const plans = change.plans ?? [migrationPlan, rolloutPlan, dnsPlan];
  return sealed({
    project: 'coldchain',
    repository: 'acme/coldchain',
    run: '18423377012',
    attempt: 1,
    range: {
      because: '3 commits since v1.3.2, which is deployed',
      from: sha('a'),
      total: 3,
      commits: [
        { sha: sha('b'), subject: 'Warn when a vehicle is warmer than its load may be', author: 'jiwoo-han' },
        { sha: sha('c'), subject: 'Keep the limit of a dispatch', author: 'noa-lim' },
        { sha: sha('d'), subject: 'Drop the routes that nobody has used since spring', author: 'noa-lim' },
      ],
      files: [
        { name: 'backend/src/dispatches.mjs', status: 'modified', additions: 41, deletions: 7 },
        { name: 'backend/migrations/20261120_temperature-limit.sql', status: 'added', additions: 2, deletions: 0 },
        { name: 'backend/migrations/20261121_drop-legacy.sql', status: 'added', additions: 1, deletions: 0 },
      ],
    },
    baseline: [],
    ...change,
    plans,
    material: {
      commit: sha('d'),
      tag: 'refs/tags/v1.4.0',
      images: {
        backend: `coldchain-backend@sha256:${'4d'.repeat(32)}`,
        frontend: `coldchain-frontend@sha256:${'7e'.repeat(32)}`,
      },
      findings: {
        backend: { verdict: 'pass', because: 'Trivy found nothing critical among 112 packages: 2 high, 5 medium' },
        frontend: { verdict: 'pass', because: 'Trivy found nothing critical among 38 packages' },
      },
      plans: Object.fromEntries(plans.map((plan) => [plan.action, digestOf(plan)])),
      checklist: 'e'.repeat(64),
      waivers: [
        { box: 212, owner: 'jiwoo-han', reason: 'the load test of the new region runs next week', until: '2026-12-04' },
      ],
      posture: [
        { check: 'gate.relaxed', subject: 'one-person-two-roles', verdict: 'warn' },
        ...['cto', 'ceo', 'qa-lead', 'security-lead'].flatMap((role) =>
          ['gate.exists', 'gate.reviewers', 'gate.self-review', 'gate.admin-bypass', 'gate.tags'].map((check) => ({
            check,
            subject: `golive-${role}`,
            verdict: 'pass' as const,
          })),
        ),
        { check: 'gate.tag-on-main', subject: 'v1.4.0', verdict: 'pass' },
        { check: 'gate.required-checks', subject: 'checks', verdict: 'pass' },
      ],
      ...change.material,
    },
  });
}
