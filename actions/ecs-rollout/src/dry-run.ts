/** What a rollout would do, for a person to read before it is done. */
import { type Markdown, md, table, trustedMarkdown } from '#shared/evidence/markdown';
import type { PlanFile } from '#shared/release/plan-file';
import { diffDefinitions } from './definition/diff.ts';
import { diffAsMarkdown, diffAsText } from './definition/show-diff.ts';
import { tellServiceChange } from './deploy/service-change.ts';
import { type Decision, type Going, revision, type ServiceView } from './plan.ts';
import { imagesIn } from './resolve.ts';
import type { Groups } from './wanted.ts';

const verbs: Readonly<Record<Decision['kind'], string>> = {
  leave: 'stays as it is',
  refuse: 'is refused',
  wait: 'is waited for',
  adopt: 'is watched to its end',
  deploy: 'is deployed',
};

/** The decisions with everything that differs, service by service. */
export function planSummary(decisions: readonly Decision[], groups: Groups): Markdown {
  const rows = decisions.map((one) => [one.service, groupOf(one.service, groups), verbs[one.kind], one.because]);
  const details = decisions.flatMap((one) => ('view' in one && one.kind !== 'leave' ? [detailsOf(one.view)] : []));
  return md`${table(['Service', 'Group', 'What', 'Because'], rows)}

${joined(details)}`;
}

/** The same for the log. */
export function planText(view: ServiceView): string {
  const definition = diffAsText(diffDefinitions(view.current, view.target));
  return [definition, ...settingsIn(view).map((line) => `~ ${line}`)].filter(Boolean).join('\n');
}

/** What differs beside the definition: as ECS has the service, and as CodeDeploy deploys it. */
function settingsIn({ service, change, codeDeploy }: ServiceView): string[] {
  const told = tellServiceChange(service, change);
  if (!codeDeploy) return told;
  const { config: now = 'its default', asked } = codeDeploy;
  const { config = now, hooks = {} } = asked.settings;
  return [
    ...told,
    ...(config === now ? [] : [`deployment configuration of CodeDeploy: ${now} -> ${config}`]),
    ...Object.entries(hooks).map(([event, functionArn]) => `hook ${event}: ${functionArn}`),
  ];
}

/** The same for whoever approves it. Secrets are hidden as in the log; what a hidden value belongs to is a revision. */
export function planFileOf(going: readonly Going[]): Omit<PlanFile, 'schema'> {
  const changing = going.filter(({ kind }) => kind !== 'leave').length;
  return {
    action: 'ecs-rollout',
    because: `${changing} of ${going.length} services change`,
    changes: going.map((one) => ({
      subject: one.service,
      what: one.kind === 'leave' ? 'none' : 'change',
      text: one.kind === 'leave' ? '' : planText(one.view),
    })),
    detail: {
      services: Object.fromEntries(
        going.map(({ service, view }) => [
          service,
          { from: revision(view.current.taskDefinitionArn), images: imagesIn(view.target) },
        ]),
      ),
    },
  };
}

function detailsOf(view: ServiceView): Markdown {
  const { name, current, target } = view;
  const differences = diffDefinitions(current, target);
  const settings = settingsIn(view);
  return md`### ${name}

${diffAsMarkdown(differences)}
${settings.length > 0 ? md`\nThe service itself:\n\n${trustedMarkdown(settings.map((line) => md`- ${line}`.text).join('\n'))}\n` : ''}`;
}

const groupOf = (service: string, groups: Groups) =>
  groups.length > 1 ? `${groups.findIndex((group) => group.includes(service)) + 1} of ${groups.length}` : 'all at once';

const joined = (parts: readonly Markdown[]) => trustedMarkdown(parts.map(({ text }) => text).join('\n'));
