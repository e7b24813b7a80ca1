import { z } from 'zod';
import { duration } from '../../values/duration.ts';

/** A template such as `${{ captures.token }}`, or a value that YAML gave its own type. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const fields = z.record(z.string(), scalar);

/** One comparison of a list, such as `- gte: 1`. */
export interface Matcher {
  readonly eq?: unknown;
  readonly ne?: unknown;
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
  readonly contains?: string;
  readonly match?: string;
}

const capture = z
  .strictObject({
    jsonpath: z.string().exactOptional(),
    header: z.string().exactOptional(),
    regex: z.string().exactOptional(),
    secret: z.boolean().exactOptional(),
  })
  .refine((one) => [one.jsonpath, one.header, one.regex].filter((way) => way !== undefined).length === 1, {
    error: 'expected exactly one of jsonpath, header and regex',
  });
export type Capture = z.output<typeof capture>;

const httpCheck = z.strictObject({
  status: z.union([z.number().int(), z.string(), z.array(z.number().int())]).exactOptional(),
  headers: fields.exactOptional(),
  jsonpath: z.record(z.string(), z.unknown()).exactOptional(),
  matches: z.union([z.string(), z.array(z.string())]).exactOptional(),
  duration: duration().optional(),
});
export type HttpCheck = z.output<typeof httpCheck>;

const part = z.union([
  scalar,
  z.strictObject({ content: z.string(), filename: z.string(), type: z.string().default('application/octet-stream') }),
]);

const http = z
  .strictObject({
    url: z.string().min(1),
    method: z.string().regex(/^[A-Z]+$/, { error: 'expected a method in capitals, such as GET' }),
    headers: fields.default({}),
    json: z.unknown().optional(),
    body: z.string().exactOptional(),
    form: fields.exactOptional(),
    multipart: z.record(z.string(), part).exactOptional(),
    followRedirects: z.boolean().default(true),
    captures: z.record(z.string(), capture).default({}),
    check: httpCheck,
  })
  .refine((one) => [one.json, one.body, one.form, one.multipart].filter((body) => body !== undefined).length <= 1, {
    error: 'expected at most one of json, body, form and multipart',
  });
export type HttpStep = z.output<typeof http>;

const ws = z.strictObject({
  url: z.string().min(1),
  headers: fields.default({}),
  send: z.unknown().optional(),
  expect: z
    .strictObject({
      text: z.string().exactOptional(),
      json: z.unknown().optional(),
      within: duration().default('5s'),
    })
    .refine((one) => (one.text === undefined) !== (one.json === undefined), {
      error: 'expected one of text and json',
    }),
});
export type WsStep = z.output<typeof ws>;

const step = z
  .strictObject({
    name: z.string().min(1),
    /** The check is called `smoke.<id>`; steps that prove one thing together share it. */
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected lower-case words joined by hyphens' })
      .exactOptional(),
    retry: z.strictObject({ for: duration(), every: duration().default('1s') }).exactOptional(),
    http: http.exactOptional(),
    ws: ws.exactOptional(),
  })
  .refine((one) => (one.http === undefined) !== (one.ws === undefined), { error: 'expected one of http and ws' });
export type Step = z.output<typeof step>;

export const suiteSchema = z.strictObject({
  version: z.string().exactOptional(),
  name: z.string().min(1),
  env: fields.default({}),
  tests: z
    .record(z.string(), z.strictObject({ name: z.string().exactOptional(), steps: z.array(step).min(1) }))
    .refine((tests) => Object.keys(tests).length > 0, { error: 'expected at least one test' }),
});
export type Suite = z.output<typeof suiteSchema>;
