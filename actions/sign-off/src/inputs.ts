import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';

/** A role becomes part of an environment's name and of a check's id. */
const role = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a role is written in lower case with dashes, like qa-lead');

export const definition = defineAction({
  name: 'sign-off',
  title: 'Golive: sign-off',
  description: 'Proves that each gate of a release is a protected environment, and collects who signed.',
  section: 'sign-offs',
  sectionAs: 'roles',
  inputs: z.object({
    mode: z
      .enum(['verify', 'collect'])
      .describe(
        'verify: each environment exists and is protected, before a job names it. collect: who approved which environment in this run.',
      ),
    roles: z
      .array(role)
      .min(1)
      .describe('Roles that must sign, one environment each. In golive.yml: the list under sign-offs.'),
    'environment-prefix': z.string().default('golive-').describe('What stands before a role in its environment.'),
    environments: z
      .array(z.string().min(1))
      .default(['production', 'rollback'])
      .describe('Further environments that must be protected in the same way.'),
    'tag-policy': z.string().default('v*').describe('The tags, and nothing else, that the environments must admit.'),
    'github-token': z.string().min(1).meta({
      secret: true,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
      actionDefault: '${{ github.token }}',
      description: 'Token that may read actions of this repository; the one of the job will do.',
    }),
  }),
  outputs: {
    verdict: 'pass, inconclusive or fail',
    approvals: 'JSON object: role -> login of who signed',
  },
});
