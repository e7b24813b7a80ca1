import { z } from 'zod';
import { boxesOf } from '#shared/checklist/checklist';
import type { EffectiveChecklist } from '#shared/checklist/effective';
import { worst } from '#shared/evidence/check';
import type { Dossier, Signature } from './dossier.ts';
import { originOf, type Reported } from './measured-box.ts';

/** What `sign-off.<role>` measures: the login, or the login with what else is known of the approval. */
const approval = z.union([
  z.string().transform((by) => ({ by })),
  z.object({
    by: z.string(),
    comment: z.string().optional(),
    brief: z.string().optional(),
    relaxed: z.array(z.string()).optional(),
  }),
]);

/** The signature of each role that the checklist asks for or that sign-off speaks of; nobody else's word is one. */
export function signatures(checklist: EffectiveChecklist, reported: readonly Reported[]): readonly Signature[] {
  const own = reported.filter(({ action }) => action === 'sign-off');
  const asked = own.flatMap(({ check }) => (check.id === `sign-off.${check.subject}` ? [check.subject] : []));
  const needed = boxesOf(checklist).flatMap((box) => ('signed' in box ? [box.signed] : []));
  const byId = Map.groupBy(own, ({ check }) => check.id);
  const briefs = new Map((byId.get('sign-off.brief') ?? []).map(({ check }) => [check.subject, check.measured]));
  return [...new Set([...asked, ...needed])].map((role) =>
    signatureOf(role, byId.get(`sign-off.${role}`) ?? [], briefs.get(role)),
  );
}

function signatureOf(role: string, own: readonly Reported[], brief: unknown): Signature {
  const rank = worst(own.map(({ check }) => check.verdict));
  const decisive = own.find(({ check }) => check.verdict === rank);
  if (decisive === undefined) return { role, state: 'missing', because: `nobody was asked to sign as ${role}` };
  const { verdict, measured, because } = decisive.check;
  const { by, ...more } = approval.safeParse(measured).data ?? {};
  const unsigned = verdict === 'skipped' ? 'quorum' : 'missing';
  const state = verdict === 'pass' ? 'signed' : by === undefined ? unsigned : 'refused';
  const shown = typeof brief === 'string' && by !== undefined ? { brief } : {};
  const said = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined && value !== ''));
  return { role, state, ...(by === undefined ? {} : { by }), because, ...originOf(decisive), ...shown, ...said };
}

/** The rules that are relaxed, as sign-off reports each by its name. */
export function relaxations(reported: readonly Reported[]): Dossier['relaxations'] {
  const told = reported.flatMap(({ action, check }) =>
    action === 'sign-off' && check.id === 'gate.relaxed' && check.verdict !== 'pass' ? [check] : [],
  );
  return [...new Map(told.map(({ subject: name, because }) => [name, { name, because }])).values()];
}
