import { z } from 'zod';
import { defineAction, type InputsOf } from '#shared/runtime/define-action';
import { relaxationNames } from './relaxations.ts';

/** A role becomes part of an environment's name and of a check's id. */
const role = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a role is written in lower case with dashes, like qa-lead');

const reviewer = z.string().regex(/^[\w-]+(\/[\w.-]+)?$/, 'a reviewer is a login, or a team as organisation/team');

const quorum = z
  .strictObject({ of: z.array(role).min(1), need: z.number().int().min(1) })
  .refine(({ of, need }) => need <= new Set(of).size, { error: 'asks for more roles than it names' });

export const modes = ['verify', 'plan', 'apply', 'brief', 'sign', 'collect', 'confirm', 'continue'] as const;

export const definition = defineAction({
  name: 'sign-off',
  title: 'Golive: sign-off',
  description:
    'Proves that each gate of a release is protected, shows each role what it signs, and collects who signed.',
  section: 'sign-offs',
  sectionAs: 'roles',
  subject: 'role',
  inputs: z.object({
    mode: z
      .enum(modes)
      .describe(
        'verify: every gate is protected, and the tag may be released. plan: how the gates differ from what they must be; apply: makes them so. brief: writes down what changes; sign: shows it to a role; collect: who approved it in this run; confirm: it is still the same. continue: no newer tag was released meanwhile.',
      ),
    roles: z
      .array(role)
      .min(1)
      .describe('Roles that must sign, one environment each. In golive.yml: the list under sign-offs.'),
    role: role.optional().describe('sign: the role whose environment has admitted this job.'),
    reviewers: z
      .record(z.string().min(1), z.array(reviewer).min(1).max(6))
      .default({})
      .describe(
        'Who may sign as each role, up to six: logins, and teams as organisation/team. Also by environment, for those that are no role.',
      ),
    quorum: z
      .array(quorum)
      .default([])
      .describe('Roles of which so many suffice, instead of every one: [{of: [cto, ceo, project-manager], need: 2}].'),
    allow: z
      .array(z.enum(relaxationNames))
      .default([])
      .describe(`Rules that are relaxed, each reported: ${relaxationNames.join(', ')}.`),
    'sign-by': z
      .enum(['environment', 'workflow'])
      .default('environment')
      .describe(
        'How a role signs. environment: by approving its environment. workflow: by starting the workflow sign-workflow, where the plan has no required reviewers; GitHub then holds no job back, and only collect does.',
      ),
    'sign-workflow': z
      .string()
      .regex(/^[\w.-]+\.ya?ml$/, 'a workflow is the name of its file, such as sign.yml')
      .default('sign.yml')
      .describe('File name of the workflow that people start to sign, with sign-by: workflow.'),
    'environment-prefix': z.string().default('golive-').describe('What stands before a role in its environment.'),
    environments: z
      .array(z.string().min(1))
      .default(['production', 'rollback'])
      .describe('Further environments that must be protected in the same way.'),
    'production-environment': z
      .string()
      .min(1)
      .default('production')
      .describe('The environment that jobs name when they change production; its deployments tell what is deployed.'),
    'production-reviewers': z
      .boolean()
      .default(false)
      .describe('Whether each job that changes production must be reviewed once more, besides the roles.'),
    'tag-policy': z.string().default('v*').describe('The tags, and nothing else, that the environments must admit.'),
    branch: z
      .string()
      .optional()
      .describe('The branch on which a release must be. Default: the default branch of the repository'),
    'required-checks': z
      .array(z.string().min(1))
      .default([])
      .describe("Checks that must have succeeded on the tag's commit, besides those that the branch requires."),
    images: z
      .record(z.string(), z.string())
      .default({})
      .describe('brief and confirm: JSON object from build-scan-push: image name -> `repository@sha256:…`'),
    brief: z
      .string()
      .default('.golive/brief.json')
      .describe('Where brief writes the brief, with .md and .html beside it, and the other modes find it.'),
    'brief-digest': z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'a digest is 64 hexadecimal digits')
      .optional()
      .describe('sign, collect and confirm: the output digest of brief; a brief with another one is refused.'),
    'evidence-from': z
      .string()
      .default('.golive/evidence-of-jobs')
      .describe('Folder with the evidence of earlier jobs: of build for brief, of the role jobs for collect.'),
    'collected-attempt': z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .describe('confirm: the output attempt of collect, which tells in which attempt of the run it judged.'),
    repository: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, 'a repository is owner/name')
      .optional()
      .describe('plan and apply: the repository whose gates they are. Default: the one of the run'),
    'github-token': z.string().min(1).meta({
      secret: true,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
      actionDefault: '${{ github.token }}',
      description:
        'Token that may read this repository; the one of the job will do, but for apply, which needs one that administers it.',
    }),
  }),
  outputs: {
    verdict: 'pass, inconclusive or fail',
    approvals: 'JSON object: role -> login of who signed',
    digest: 'brief: SHA-256 of what is to be approved, in hexadecimal digits',
    short: 'brief: the first 12 digits of it, for the name of a job',
    attempt: 'collect: the attempt of the run in which it judged',
    commands: 'plan and apply: the gh api commands that bring the gates to what they must be, one a line',
  },
});

export type Input = InputsOf<typeof definition>;
export type Quorum = Input['quorum'][number];
