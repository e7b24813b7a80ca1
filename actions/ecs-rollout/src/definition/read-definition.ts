import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { registrable, writtenByEcs } from '#shared/ecs/definition-shape';
import type { Place } from '#shared/evidence/commands';
import { GoliveError } from '#shared/runtime/golive-error';
import { dotted, type KeyPath, type Mistake } from '#shared/runtime/mistake';
import { checkContainers } from './check-containers.ts';
import { checkShape, isRecord, type Tell } from './check-shape.ts';
import { type LineOf, linesOf } from './lines.ts';

/** What RegisterTaskDefinition takes. */
export type Definition = RegisterTaskDefinitionCommandInput;

/**
 * Where something of the definition is written, for an annotation on its line; nowhere when it came from ECS.
 *
 * The path is `['containerDefinitions', 'api', 'environment', 'LOG_LEVEL']`, or the same joined by dots; an item of
 * a list is named by its index or by its name. What is not there has the place of what is around it.
 */
export type PlaceOf = (path: KeyPath | string) => Place | undefined;

export type DefinitionReading =
  | { readonly kind: 'read'; readonly definition: Definition; readonly placeOf: PlaceOf }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] };

/** The places of a definition that came from ECS. */
export const nowhere: PlaceOf = () => undefined;

/**
 * Reads a task definition as people keep it: the input of RegisterTaskDefinition (also a CLI skeleton that was filled
 * in), or what `aws ecs describe-task-definition` printed, as JSON or YAML. Nothing of it is lost: a field that ECS
 * does not have is a mistake, never dropped. Only what ECS itself wrote into a described definition goes.
 *
 * Not taken, and said so: CloudFormation's form, whose values may be functions that only CloudFormation can resolve,
 * and a bare list of containers, as Terraform keeps it.
 *
 * @param file as messages and annotations shall name it, relative to the workspace
 */
export function readDefinitionFile(text: string, file: string): DefinitionReading {
  const counter = new LineCounter();
  const mistakes: Mistake[] = [];
  const at = (line: number, message: string, path: KeyPath = []) =>
    mistakes.push({ where: `${file}:${line}${path.length > 0 ? ` ${dotted(path)}` : ''}`, message, file, line });
  const parsed = parse(text, counter, at);
  if (parsed === undefined) return { kind: 'refused', mistakes };
  const form = formOf(parsed.value);
  if (form.kind === 'refused') {
    at(1, form.because);
    return { kind: 'refused', mistakes };
  }
  const lineOf = linesOf(parsed.document, counter, form.root);
  const lineOfTags = linesOf(parsed.document, counter, form.tagsRoot);
  const tell: Tell = (path, message, ofKey) =>
    at((path[0] === 'tags' ? lineOfTags : lineOf)(path, ofKey), message, path);
  const checked = checkShape(registrable, form.value, [], tell);
  checkContainers(checked, tell);
  if (mistakes.length > 0) return { kind: 'refused', mistakes: inOrder(mistakes) };
  // Every field was compared with the SDK's own model just now.
  return { kind: 'read', definition: checked as Definition, placeOf: placesIn(file, lineOf, lineOfTags) };
}

/** All mistakes of a file as one error. */
export function definitionError(file: string, mistakes: readonly Mistake[]): GoliveError {
  const list = mistakes.map(({ where, message }) => `${where}: ${message}`).join('\n');
  return new GoliveError('ROLLOUT_DEFINITION_INVALID', `${file} is not a task definition that ECS takes:\n${list}`, {
    hint: 'correct these lines; nothing was changed',
  });
}

interface Parsed {
  readonly document: Document;
  readonly value: unknown;
}

function parse(text: string, counter: LineCounter, at: (line: number, message: string) => void): Parsed | undefined {
  try {
    // JSON is YAML; parsed this way, it has places, and a key that is written twice is seen.
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, merge: true });
    // A warning is a tag that YAML does not know, such as CloudFormation's !Sub: the value would not be what it says.
    const wrong = [...document.errors, ...document.warnings];
    for (const { pos, message } of wrong) at(counter.linePos(pos[0]).line, message);
    return wrong.length > 0 ? undefined : { document, value: document.toJS() };
  } catch (error) {
    // Aliases that unfold without end, or nesting deeper than the stack.
    at(1, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

type Form =
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'taken'; readonly value: unknown; readonly root: KeyPath; readonly tagsRoot: KeyPath };

function formOf(value: unknown): Form {
  const refused = (because: string): Form => ({ kind: 'refused', because });
  if (Array.isArray(value))
    return refused(
      'is a list of containers, as Terraform keeps it; a task definition has them under containerDefinitions, beside its family',
    );
  if (!isRecord(value)) return refused('is empty; expected a task definition');
  if ('ContainerDefinitions' in value || 'Resources' in value || value.Type === 'AWS::ECS::TaskDefinition')
    return refused(
      "is in CloudFormation's form, whose values only CloudFormation can resolve; export the definition that it made with aws ecs describe-task-definition",
    );
  if (isRecord(value.taskDefinition) && !('containerDefinitions' in value)) {
    const { taskDefinition, tags } = value;
    return { kind: 'taken', value: ofEcs({ tags, ...taskDefinition }), root: ['taskDefinition'], tagsRoot: [] };
  }
  return { kind: 'taken', value: ofEcs(value), root: [], tagsRoot: [] };
}

/** Without what is not part of the definition: what ECS wrote, an editor's `$schema`, and `x-…` for YAML anchors. */
function ofEcs(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(value).filter(
    ([field, inner]) =>
      !writtenByEcs.includes(field) &&
      field !== '$schema' &&
      !field.startsWith('x-') &&
      // A described definition without tags has an empty list of them, and RegisterTaskDefinition refuses that list:
      // https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/52
      !(field === 'tags' && Array.isArray(inner) && inner.length === 0),
  );
  return Object.fromEntries(entries);
}

function placesIn(file: string, lineOf: LineOf, lineOfTags: LineOf): PlaceOf {
  return (path) => {
    const keys = typeof path === 'string' ? path.split('.') : path;
    return { file, line: (keys[0] === 'tags' ? lineOfTags : lineOf)(keys) };
  };
}

const inOrder = (mistakes: readonly Mistake[]) => [...mistakes].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
