// A workflow file, parsed and validated by GitHub's parser, as the values that the runner works with.
import { readFileSync } from 'node:fs';
import { NotSupported, WorkflowInvalid } from './errors.ts';
import { githubParser } from './github-parser.ts';
import type { Job, Step, ValueMap, Workflow, WorkflowInput } from './model.ts';
import { isExpression, isMap, plainValue, type Value } from './value.ts';

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
  const missing: string[] = [];
  refuseOthers(root, WORKFLOW_KEYS, file, missing);
  const jobNodes = root.jobs as Node;
  const jobs = template.jobs.map((job): Job => {
    const id = job.id.value;
    const node = jobNodes[id] as Node;
    const where = `${file}: jobs.${id}`;
    refuseOthers(node, JOB_KEYS, where, missing);
    const strategy = isMap(node.strategy) ? node.strategy : {};
    if ('max-parallel' in strategy) missing.push(`${where}: strategy.max-parallel`);
    const stepNodes = (node.steps ?? []) as readonly Node[];
    const conditions = job.type === 'job' ? job.steps.map((step) => step.if?.expression ?? 'success()') : [];
    return {
      id,
      needs: (job.needs ?? []).map((need) => need.value),
      condition: job.if.expression,
      env: map(node.env),
      outputs: map(node.outputs),
      with: map(node.with),
      secrets: node.secrets === 'inherit' ? 'inherit' : map(node.secrets),
      steps: stepNodes.map((step, at) =>
        readStep(step, conditions[at] ?? 'success()', `${where}.steps[${at}]`, missing),
      ),
      ...given('name', node.name),
      ...given('strategy', node.strategy),
      ...given('environment', node.environment),
      ...given('timeoutMinutes', node['timeout-minutes']),
      ...(typeof node.uses === 'string' && { uses: node.uses }),
    };
  });
  if (missing.length > 0) throw new NotSupported(missing);

  const on = root.on;
  const triggers = typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(map(on));
  const call = isMap(on) && isMap(on.workflow_call) ? on.workflow_call : {};
  const dispatch = isMap(on) && isMap(on.workflow_dispatch) ? on.workflow_dispatch : {};
  const concurrent = [root, ...Object.values(jobNodes)].some((node) => isMap(node) && 'concurrency' in node);
  return {
    file,
    name: typeof root.name === 'string' ? root.name : file,
    triggers,
    inputs: Object.fromEntries(
      Object.entries({ ...map(dispatch.inputs), ...map(call.inputs) }).map(([name, node]) => [name, readInput(node)]),
    ),
    outputs: Object.fromEntries(
      Object.entries(map(call.outputs)).map(([name, node]) => [name, isMap(node) ? (node.value ?? null) : null]),
    ),
    env: map(root.env),
    jobs,
    leftOut: concurrent ? ['concurrency groups (one release runs here, so nothing can queue)'] : [],
  };
}

function readStep(node: Node, condition: string, where: string, missing: string[]): Step {
  refuseOthers(node, STEP_KEYS, where, missing);
  if (node.shell !== undefined && node.shell !== 'bash') missing.push(`${where}: shell ${String(node.shell)}`);
  return {
    condition,
    env: map(node.env),
    with: map(node.with),
    continueOnError: node['continue-on-error'] ?? false,
    line: isExpression(node.run) ? node.run.line : undefined,
    ...(typeof node.id === 'string' && { id: node.id }),
    ...given('name', node.name),
    ...given('timeoutMinutes', node['timeout-minutes']),
    ...(typeof node.uses === 'string' && { uses: node.uses }),
    ...given('run', node.run),
    ...given('workingDirectory', node['working-directory']),
  };
}

function readInput(node: Value): WorkflowInput {
  const input = isMap(node) ? node : {};
  return {
    type: String(input.type ?? 'string'),
    required: input.required === true,
    ...given('default', input.default),
  };
}

function refuseOthers(node: Node, known: ReadonlySet<string>, where: string, missing: string[]): void {
  for (const key of Object.keys(node)) if (!known.has(key)) missing.push(`${where}: ${key}`);
}

function map(value: Value | undefined): ValueMap {
  return isMap(value) ? value : {};
}

function given<K extends string>(key: K, value: Value | undefined): { [P in K]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: Value });
}
