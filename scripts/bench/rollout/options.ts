import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run bench rollout [-- [--against DIR] [--only NAME[,NAME]] [--quick] [--services N[,N]] [--json FILE]]
  --against DIR   a checkout of aws-actions/amazon-ecs-deploy-task-definition, with its dist/, to run beside Golive
  --only NAME     only these scenarios; "fleet" is the part with many services
  --quick         without the success at 300 s, and with the market's action waiting at most 2 minutes
  --services N    sizes of the fleet; default 1,20,200,500
  --json FILE     writes what was measured there`;

export interface Options {
  readonly against?: string;
  /** Names of scenarios; empty for all. */
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly sizes: readonly number[];
  readonly json?: string;
}

/** Throws an Error with one sentence when the arguments are no good. */
export function readOptions(args: readonly string[], scenarios: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      against: { type: 'string' },
      only: { type: 'string', default: '' },
      quick: { type: 'boolean', default: false },
      services: { type: 'string', default: '1,20,200,500' },
      json: { type: 'string' },
    },
  });
  const only = listOf(values.only);
  const unknown = only.filter((name) => !scenarios.includes(name));
  if (unknown.length > 0) throw new Error(`--only ${unknown.join(', ')}: there are ${scenarios.join(', ')}`);
  const sizes = listOf(values.services).map(Number);
  if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1 || size > 500))
    throw new Error(`--services ${values.services}: expected whole numbers from 1 to 500`);
  return {
    only,
    quick: values.quick,
    sizes: sizes.toSorted((a, b) => a - b),
    ...(values.against === undefined ? {} : { against: resolve(values.against) }),
    ...(values.json === undefined ? {} : { json: resolve(values.json) }),
  };
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
