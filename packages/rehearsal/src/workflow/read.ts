// A workflow file, parsed and validated by GitHub's parser, as the values that the runner works with.
import { readFileSync } from 'node:fs';
import { NotSupported, WorkflowInvalid } from './errors.ts';
import { githubParser } from './github-parser.ts';
import { linesOf } from './lines.ts';
import type { Job, Step, ValueMap, Workflow, WorkflowInput } from './model.ts';
import { readPermissions } from './permissions.ts';
import { expressionsIn, isMap, plainValue, type Value } from './value.ts';

type Node = { readonly [key: string]: Value };

const WORKFLOW_KEYS = new Set(['name', 'run-name', 'on', 'permissions', 'env', 'concurrency', 'jobs']);
const JOB_KEYS = new Set(
  'name needs if permissions runs-on environment concurrency outputs env strategy steps timeout-minutes uses with secrets'.split(
    ' ',
  ),
);
const STEP_KEYS = new Set(
  'id name if uses run with env continue-on-error timeout-minutes shell working-directory'.split(' '),
);

/** What is being read: where each key stands, and what was found that the runner does not do. */
interface Reading {
  readonly file: string;
  readonly lines: ReadonlyMap<string, number>;
  readonly missing: string[];
}

export async function readWorkflow(file: string): Promise<Workflow> {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await githubParser();
  const parsed = parseWorkflow({ name: file, content: readFileSync(file, 'utf8') }, new NoOperationTraceWriter());
  const mistakes = parsed.context.errors.getErrors();
  if (mistakes.length > 0 || !parsed.value)
    throw new WorkflowInvalid(
      file,
      mistakes.map((mistake) => mistake.message),
    );
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  if (template.errors?.length)
    throw new WorkflowInvalid(
      file,
      template.errors.map((error) => error.Message),
    );

  const root = plainValue(parsed.value) as Node;
  const reading: Reading = { file, lines: linesOf(parsed.value), missing: [] };
  refuseOthers(root, WORKFLOW_KEYS, '', reading);
  refuseQueue(root, '', reading);
  const jobNodes = root.jobs as Node;
  const conditions: { text: string; line: number | undefined }[] = [];
  const jobs = template.jobs.map((job): Job => {
    const steps = job.type === 'job' ? job.steps : [];
    const all = [job.if, ...steps.map((step) => step.if)];
    for (const each of all) if (each) conditions.push({ text: each.expression, line: each.line });
    return readJob(
      job.id.value,
      jobNodes[job.id.value] as Node,
      {
        needs: (job.needs ?? []).map((need) => need.value),
        condition: job.if.expression,
        steps: steps.map((step) => step.if?.expression ?? 'success()'),
      },
      reading,
    );
  });
  if (reading.missing.length > 0) throw new NotSupported(reading.missing);

  const on = root.on;
  const listed = typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : undefined;
  const triggers = listed ? Object.fromEntries(listed.map((event) => [event, null])) : map(on);
  const call = map(triggers.workflow_call);
  const dispatch = map(triggers.workflow_dispatch);
  return {
    file,
    name: typeof root.name === 'string' ? root.name : file,
    triggers,
    inputs: readInputs(call.inputs),
    dispatchInputs: readInputs(dispatch.inputs),
    outputs: Object.fromEntries(
      Object.entries(map(call.outputs)).map(([name, node]) => [name, isMap(node) ? (node.value ?? null) : null]),
    ),
    env: map(root.env),
    permissions: readPermissions(root.permissions),
    jobs,
    expressions: [...expressionsIn(root), ...conditions],
    ...given('concurrency', root.concurrency),
  };
}

interface Parsed {
  readonly needs: readonly string[];
  readonly condition: string;
  /** Conditions of the steps, in their order. */
  readonly steps: readonly string[];
}

function readJob(id: string, node: Node, parsed: Parsed, reading: Reading): Job {
  const path = `jobs.${id}`;
  refuseOthers(node, JOB_KEYS, path, reading);
  refuseQueue(node, path, reading);
  if (isMap(node.strategy) && 'max-parallel' in node.strategy) refuse(`${path}.strategy.max-parallel`, reading);
  return {
    id,
    needs: parsed.needs,
    condition: parsed.condition,
    permissions: readPermissions(node.permissions),
    env: map(node.env),
    outputs: map(node.outputs),
    with: map(node.with),
    secrets: node.secrets === 'inherit' ? 'inherit' : map(node.secrets),
    line: reading.lines.get(path),
    steps: ((node.steps ?? []) as readonly Node[]).map((step, at) =>
      readStep(step, parsed.steps[at] ?? 'success()', `${path}.steps[${at}]`, reading),
    ),
    ...given('name', node.name),
    ...given('strategy', node.strategy),
    ...given('environment', node.environment),
    ...given('concurrency', node.concurrency),
    ...given('timeoutMinutes', node['timeout-minutes']),
    ...(typeof node.uses === 'string' && { uses: node.uses }),
  };
}

function readStep(node: Node, condition: string, path: string, reading: Reading): Step {
  refuseOthers(node, STEP_KEYS, path, reading);
  if (node.shell !== undefined && node.shell !== 'bash')
    refuse(`${path}.shell`, reading, `${path}: shell ${String(node.shell)}`);
  return {
    condition,
    env: map(node.env),
    with: map(node.with),
    continueOnError: node['continue-on-error'] ?? false,
    line: reading.lines.get(path),
    ...(typeof node.id === 'string' && { id: node.id }),
    ...given('name', node.name),
    ...given('timeoutMinutes', node['timeout-minutes']),
    ...(typeof node.uses === 'string' && { uses: node.uses }),
    ...given('run', node.run),
    ...given('workingDirectory', node['working-directory']),
  };
}

function readInputs(value: Value | undefined): Record<string, WorkflowInput> {
  return Object.fromEntries(Object.entries(map(value)).map(([name, node]) => [name, readInput(node)]));
}

function readInput(node: Value): WorkflowInput {
  const input = isMap(node) ? node : {};
  return {
    type: String(input.type ?? 'string'),
    required: input.required === true,
    ...given('default', input.default),
  };
}

function refuseOthers(node: Node, known: ReadonlySet<string>, path: string, reading: Reading): void {
  for (const key of Object.keys(node))
    if (!known.has(key)) {
      const place = path === '' ? key : `${path}.${key}`;
      refuse(place, reading, path === '' ? key : `${path}: ${key}`);
    }
}

/** GitHub: the two contradict each other, "and will result in a workflow validation error". */
function refuseQueue(node: Node, path: string, { file, lines }: Reading): void {
  const { concurrency } = node;
  if (!isMap(concurrency) || concurrency.queue !== 'max' || concurrency['cancel-in-progress'] !== true) return;
  const place = path === '' ? 'concurrency' : `${path}.concurrency`;
  throw new WorkflowInvalid(file, [`(Line: ${lines.get(place)}) queue: max cannot go with cancel-in-progress: true`]);
}

function refuse(path: string, { file, lines, missing }: Reading, what = path): void {
  missing.push(`${file}:${lines.get(path) ?? 1}: ${what}`);
}

function map(value: Value | undefined): ValueMap {
  return isMap(value) ? value : {};
}

function given<K extends string>(key: K, value: Value | undefined): { [P in K]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: Value });
}
