import { z } from 'zod';
import type { Cloud, Part } from '../cloud.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';

interface Parameter {
  readonly name: string;
  readonly type: 'String' | 'StringList' | 'SecureString';
  readonly value: string;
  readonly version: number;
  readonly changedAt: Date;
}

const put = z.object({
  Name: z.string().regex(/^[\w./-]{1,2048}$/),
  Value: z.string().min(1),
  Type: z.enum(['String', 'StringList', 'SecureString']).default('String'),
  Overwrite: z.boolean().default(false),
});
const names = z.object({ Names: z.array(z.string()).min(1).max(10) });
const filters = z.object({
  ParameterFilters: z
    .array(z.object({ Key: z.string(), Option: z.string().default('Equals'), Values: z.array(z.string()).max(50) }))
    .default([]),
  MaxResults: z.number().int().min(1).max(50).default(10),
  NextToken: z.string().default('0'),
});

/** Systems Manager's Parameter Store: https://docs.aws.amazon.com/systems-manager/latest/APIReference/ */
export function createSsm(cloud: Cloud): Part {
  const parameters = new Map<string, Parameter>();
  const arnOf = (name: string) =>
    `arn:aws:ssm:${cloud.region}:${cloud.account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
  // GetParameters takes ARNs as well as names, since parameters can be shared between accounts.
  const find = (id: string) => [...parameters.values()].find(({ name }) => id === name || id === arnOf(name));
  const view = ({ name, type, value, version, changedAt }: Parameter) => ({
    Name: name,
    Type: type,
    Value: value,
    Version: version,
    LastModifiedDate: changedAt,
    ARN: arnOf(name),
    DataType: 'text',
  });
  const service: AwsService = {
    signingName: 'ssm',
    wire: { kind: 'json', version: '1.1', targetPrefix: 'AmazonSSM' },
    operations: {
      PutParameter(input) {
        const { Name, Value, Type, Overwrite } = parse(put, input);
        const old = parameters.get(Name);
        if (old && !Overwrite)
          throw new AwsError(
            'ParameterAlreadyExists',
            'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
          );
        const version = (old?.version ?? 0) + 1;
        parameters.set(Name, { name: Name, type: Type, value: Value, version, changedAt: cloud.clock.now() });
        return { Version: version, Tier: 'Standard' };
      },
      GetParameters(input) {
        const { Names } = parse(names, input);
        const found = Names.map((name) => find(name));
        return {
          Parameters: found.flatMap((one) => (one ? [view(one)] : [])),
          InvalidParameters: Names.filter((_, at) => !found[at]),
        };
      },
      DescribeParameters(input) {
        const { ParameterFilters, MaxResults, NextToken } = parse(filters, input);
        const unsupported = ParameterFilters.find(({ Key, Option }) => Key !== 'Name' || Option !== 'Equals');
        if (unsupported)
          throw new AwsError(
            'InvalidFilterKey',
            `The filter ${unsupported.Key} is not evaluated here, only Name Equals`,
          );
        // Pages are cut before they are filtered, so that one may be empty: https://github.com/boto/boto3/issues/1632
        const from = Number(NextToken);
        const page = [...parameters.values()].slice(from, from + MaxResults);
        const found = page.filter(({ name }) => ParameterFilters.every(({ Values }) => Values.includes(name)));
        return {
          Parameters: found.map(view).map(({ Value: _, ...metadata }) => metadata),
          ...(from + MaxResults < parameters.size ? { NextToken: String(from + MaxResults) } : {}),
        };
      },
      DeleteParameter(input) {
        const one = find(String(input.Name));
        if (!one) throw new AwsError('ParameterNotFound', '');
        parameters.delete(one.name);
        return {};
      },
    },
  };
  return { service, engine: undefined };
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AwsError('ValidationException', `${issue?.path.join('.')}: ${issue?.message}`);
}
