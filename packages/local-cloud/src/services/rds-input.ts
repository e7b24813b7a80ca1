import { errors, type Tag } from '../state/rds.ts';

export interface Filter {
  readonly Name: string;
  readonly Values: readonly string[];
}

export interface Input {
  readonly [name: string]: unknown;
  readonly Filters?: readonly Filter[];
  readonly Tags?: readonly Tag[];
}

/** The Query protocol sends `true` as text. */
export const isTrue = (value: unknown) => value === true || value === 'true';
export const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
export const number = (value: unknown, or: number) => (value === undefined ? or : Number(value));

export function required(input: Input, name: string): string {
  const value = input[name];
  if (value === undefined || value === '') throw errors.missing(name);
  return String(value);
}

export function passwordOf(value: string): string {
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
  if (value.length < 8)
    throw errors.invalid(
      'The parameter MasterUserPassword is not a valid password because it is shorter than 8 characters.',
    );
  if (/[/"@\s]/.test(value))
    throw errors.invalid(
      "The parameter MasterUserPassword is not a valid password. Only printable ASCII characters besides '/', '@', '\"', ' ' may be used.",
    );
  return value;
}

export function matches(
  filters: readonly Filter[] | undefined,
  values: Readonly<Record<string, readonly string[]>>,
): boolean {
  return (filters || []).every(({ Name, Values }) => {
    const own = values[Name];
    if (!own) throw errors.invalid(`Unrecognized filter name: ${Name}`);
    return Values.some((value) => own.includes(value));
  });
}

/** RDS pages by 100; the marker is the index of the next item. */
export function page<T>(items: readonly T[], input: Input): { items: readonly T[]; Marker: string | undefined } {
  const from = number(input.Marker, 0);
  const to = from + number(input.MaxRecords, 100);
  return { items: items.slice(from, to), Marker: to < items.length ? String(to) : undefined };
}
