/** The Condition element: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
import { arnMatches, wildcard } from './patterns.ts';

/** What is known of a call, by condition key; keys are compared without regard to case. */
export type Context = Readonly<Record<string, readonly string[]>>;

/** `{ StringEquals: { 'ecs:cluster': ['…'] } }` */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Compare = (pattern: string, value: string) => boolean;

const equals: Compare = (pattern, value) => pattern === value;
const ignoringCase: Compare = (pattern, value) => pattern.toLowerCase() === value.toLowerCase();
const like: Compare = (pattern, value) => wildcard(pattern, value);

const operators: Readonly<Record<string, readonly [compare: Compare, negated: boolean]>> = {
  StringEquals: [equals, false],
  StringNotEquals: [equals, true],
  StringEqualsIgnoreCase: [ignoringCase, false],
  StringNotEqualsIgnoreCase: [ignoringCase, true],
  StringLike: [like, false],
  StringNotLike: [like, true],
  // IAM documents that ArnEquals and ArnLike behave identically.
  ArnEquals: [arnMatches, false],
  ArnNotEquals: [arnMatches, true],
  ArnLike: [arnMatches, false],
  ArnNotLike: [arnMatches, true],
  Bool: [ignoringCase, false],
};

interface Operator {
  readonly name: string;
  readonly set: 'ForAnyValue' | 'ForAllValues' | undefined;
  readonly ifExists: boolean;
}

function read(text: string): Operator {
  const [, set, name = '', ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(text) ?? [];
  return { name, set: set as Operator['set'], ifExists: ifExists !== undefined };
}

const SINGLE = [
  'aws:PrincipalArn',
  'aws:RequestedRegion',
  'ecs:cluster',
  'ecs:service',
  'ecs:task-definition',
  'ecs:CreateAction',
  'elasticloadbalancing:CreateAction',
  'iam:PassedToService',
  'secretsmanager:SecretId',
];
const MULTIPLE = [
  'aws:TagKeys',
  'route53:ChangeResourceRecordSetsActions',
  'route53:ChangeResourceRecordSetsNormalizedRecordNames',
  'route53:ChangeResourceRecordSetsRecordTypes',
];
const among = (keys: readonly string[], key: string) => keys.some((each) => ignoringCase(each, key));

/** Why this condition can't be evaluated here; undefined where it can. An unknown one must not be taken for fulfilled. */
export function unsupported(conditions: Conditions): string | undefined {
  for (const [operator, keys] of Object.entries(conditions)) {
    const { name, set } = read(operator);
    if (name !== 'Null' && !Object.hasOwn(operators, name))
      return `the condition operator ${operator} is not evaluated here, only Null, ${Object.keys(operators).join(', ')}`;
    for (const key of Object.keys(keys)) {
      const multiple = among(MULTIPLE, key);
      if (!multiple && !among(SINGLE, key) && !/^aws:RequestTag\/.+$/i.test(key))
        return `the condition key ${key} is not evaluated here, only aws:RequestTag/…, ${[...SINGLE, ...MULTIPLE].join(', ')}`;
      if (multiple && !set && name !== 'Null')
        return `the condition key ${key} has several values: ${operator} needs ForAnyValue: or ForAllValues:`;
    }
  }
  return undefined;
}

/** All operators and all of their keys must hold; of the values listed for a key one suffices. */
export function hold(conditions: Conditions, context: Context): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(read(operator), wanted, givenFor(context, key))),
  );
}

const givenFor = (context: Context, key: string): readonly string[] | undefined =>
  Object.entries(context).find(([name]) => ignoringCase(name, key))?.[1];

function holds({ name, set, ifExists }: Operator, wanted: readonly string[], given: readonly string[] | undefined) {
  if (name === 'Null') return wanted.some((each) => ignoringCase(each, String(given === undefined)));
  const [compare, negated] = operators[name] ?? [() => false, false];
  // A key that the call lacks fulfils only what is negated, IfExists or ForAllValues.
  if (given === undefined || given.length === 0) return ifExists || set === 'ForAllValues' || (negated && !set);
  const one = (value: string) => wanted.some((pattern) => compare(pattern, value)) !== negated;
  return set === 'ForAnyValue' ? given.some(one) : given.every(one);
}
