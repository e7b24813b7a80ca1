// The file that says how production looks before the release: golive.rehearsal.yml.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const secret = z.union([
  z.strictObject({ generate: z.number().int().min(16) }),
  z.strictObject({ database: z.string() }),
  z.strictObject({ value: z.string() }),
]);

const worldSchema = z.strictObject({
  /** Tag of the version that runs before the release. */
  previous: z.string(),
  cluster: z.string(),
  secrets: z.record(z.string(), secret).default({}),
  databases: z
    .record(
      z.string(),
      z.strictObject({
        'engine-version': z.string().optional(),
        name: z.string(),
        user: z.string(),
        image: z.string().optional(),
        migrate: z.array(z.string()).min(1).optional(),
        rows: z.string().optional(),
      }),
    )
    .default({}),
  'load-balancer': z.strictObject({
    name: z.string(),
    port: z.number().int(),
    /** A second listener with the same rules, which reaches the new revision first where a service is deployed in stages. */
    'test-port': z.number().int().optional(),
    rules: z.record(z.string(), z.array(z.string())).default({}),
    default: z.string(),
  }),
  services: z.record(
    z.string(),
    z.strictObject({
      container: z.string(),
      image: z.string(),
      port: z.number().int(),
      health: z.string(),
      desired: z.number().int().min(1),
      /** All but `rolling` give the service a second target group, and need a rule of its own for its paths. */
      strategy: z.enum(['rolling', 'blue-green', 'linear', 'canary']).default('rolling'),
      secrets: z.record(z.string(), z.string()).default({}),
      environment: z.record(z.string(), z.string()).default({}),
    }),
  ),
  zones: z
    .record(
      z.string(),
      z.record(z.string(), z.strictObject({ type: z.string(), ttl: z.number().int(), values: z.array(z.string()) })),
    )
    .default({}),
  // Read by the rehearsal, which plays GitHub.
  github: z.unknown().optional(),
});
export type World = z.output<typeof worldSchema>;

const imagesSchema = z.looseObject({
  images: z.record(
    z.string(),
    z.looseObject({ context: z.string(), repository: z.string(), 'build-command': z.array(z.string()).min(1) }),
  ),
});
export type Images = z.output<typeof imagesSchema>['images'];

/** Throws with every mistake and the file it is in. */
export function readWorld(appDir: string): { readonly world: World; readonly images: Images } {
  return {
    world: read(join(appDir, 'golive.rehearsal.yml'), worldSchema),
    images: read(join(appDir, 'golive.yml'), imagesSchema).images,
  };
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
