import { ValueError } from './value-error.ts';

/** An Amazon Resource Name, `arn:partition:service:region:account:resource`. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for global services. */
  readonly region: string;
  /** Empty where a service leaves it out. */
  readonly account: string;
  /** Everything after the account, such as `service/cluster/name`. */
  readonly resource: string;
  /** The last part of the resource, after `/` or `:`. */
  readonly name: string;
}

/** Parses an ARN. Throws a ValueError when the text is not one. */
export function parseArn(text: string): Arn {
  const [, partition, service, region, account, resource] =
    /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text.trim()) ?? [];
  if (!partition || !service || region === undefined || account === undefined || !resource)
    throw new ValueError(`expected an ARN such as arn:aws:ecs:ap-northeast-2:123456789012:cluster/prod, got '${text}'`);
  return { partition, service, region, account, resource, name: resource.split(/[/:]/).at(-1) ?? resource };
}
