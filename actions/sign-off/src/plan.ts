import type { Gate, RoleGate } from './gates/gate.ts';
import type { Input, Quorum } from './inputs.ts';
import type { Relaxation } from './relaxations.ts';

interface Why {
  readonly because: string;
}

/** What the release's gates and the tag must be like. */
export interface Demands {
  readonly gates: readonly Gate[];
  readonly tagPolicy: string;
  readonly production: string;
  /** The branch that releases come from; the default branch when undefined. */
  readonly branch?: string;
  readonly requiredChecks: readonly string[];
  readonly reviewers: Readonly<Record<string, readonly string[]>>;
  readonly allow: readonly Relaxation[];
}

/** Whose signatures a release needs. */
export interface Signatories {
  readonly roles: readonly RoleGate[];
  readonly reviewers: Readonly<Record<string, readonly string[]>>;
  readonly quorum: readonly Quorum[];
  readonly allow: readonly Relaxation[];
}

/** One for each mode. */
export type Plan =
  | ({ readonly kind: 'verify' } & Demands & Why)
  | ({ readonly kind: 'plan' } & Demands & Why)
  | ({ readonly kind: 'apply' } & Demands & Why)
  | ({ readonly kind: 'brief' } & Demands & Signatories & Why)
  | ({ readonly kind: 'sign'; readonly gate: RoleGate } & Why)
  | ({ readonly kind: 'collect' } & Signatories & Why)
  | ({ readonly kind: 'confirm' } & Demands & Why)
  | ({ readonly kind: 'continue' } & Demands & Why)
  | { readonly kind: 'refuse'; readonly because: string; readonly hint: string };

export type PlanOf<Kind extends Plan['kind']> = Extract<Plan, { readonly kind: Kind }>;

/** What a mode has to do, and why. */
export function plan(input: Input): Plan {
  const roles = [...new Set(input.roles)].map((role) => gateOf(input, role));
  const demands = demandsOf(input, roles);
  const { reviewers, quorum, allow } = input;
  const signatories: Signatories = { roles, reviewers, quorum, allow };
  const strangers = quorum.flatMap(({ of }) => of).filter((role) => !input.roles.includes(role));
  if (strangers.length > 0)
    return {
      kind: 'refuse',
      because: `a quorum counts ${[...new Set(strangers)].join(', ')}, and nobody is asked to sign as that`,
      hint: 'name each role of sign-offs.quorum in sign-offs.roles too',
    };
  switch (input.mode) {
    case 'verify':
      // Naming an environment that does not exist creates it, without any protection.
      return {
        kind: 'verify',
        ...demands,
        because: `${demands.gates.length} environments must be protected before a job names them`,
      };
    case 'plan':
    case 'apply':
      return {
        kind: input.mode,
        ...demands,
        because: `${demands.gates.length} environments, the release tags and the branch must be protected`,
      };
    case 'brief':
      return {
        kind: 'brief',
        ...signatories,
        ...demands,
        because: `${roles.length} roles are asked to sign what this release changes`,
      };
    case 'sign':
      return sign(input, roles);
    case 'collect':
      return { kind: 'collect', ...signatories, because: `${roles.length} roles have to sign this release` };
    case 'confirm':
      return { kind: 'confirm', ...demands, because: 'production changes only by what was signed' };
    case 'continue':
      return { kind: 'continue', ...demands, because: 'an older release does not follow a newer one' };
  }
}

function sign(input: Input, roles: readonly RoleGate[]): Plan {
  const gate = roles.find(({ role }) => role === input.role);
  if (gate !== undefined) return { kind: 'sign', gate, because: `${gate.role} signs what this release changes` };
  const hint = `give the role as the input role, one of ${roles.map(({ role }) => role).join(', ')}`;
  const because =
    input.role === undefined ? 'nobody said which role signs here' : `${input.role} is no role that signs`;
  return { kind: 'refuse', because, hint };
}

function gateOf(input: Input, role: string): RoleGate {
  return { role, environment: `${input['environment-prefix']}${role}`, ...reviewOf(input, true) };
}

/** Who has to review a gate: GitHub's reviewers, or whoever starts the signing workflow. */
function reviewOf(input: Input, reviewed: boolean): Pick<Gate, 'reviewed' | 'signedBy'> {
  if (!reviewed || input['sign-by'] === 'environment') return { reviewed };
  return { reviewed: false, signedBy: input['sign-workflow'] };
}

function demandsOf(input: Input, roles: readonly RoleGate[]): Demands {
  const production = input['production-environment'];
  // Jobs name it whatever the list says, so it is never left out.
  const others = [...new Set([...input.environments, production])]
    .filter((environment) => !roles.some((gate) => gate.environment === environment))
    // Every job that changes production names it, so its reviewers would be asked again in the middle of a release.
    .map((environment) => ({
      environment,
      ...reviewOf(input, environment !== production || input['production-reviewers']),
    }));
  return {
    gates: [...roles, ...others],
    tagPolicy: input['tag-policy'],
    production,
    ...(input.branch === undefined ? {} : { branch: input.branch }),
    requiredChecks: input['required-checks'],
    reviewers: input.reviewers,
    allow: input.allow,
  };
}
