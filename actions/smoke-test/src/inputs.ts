import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { duration } from '#shared/values/duration';

export const definition = defineAction({
  name: 'smoke-test',
  title: 'Golive: smoke test',
  description: 'Asks the deployed application what its users will ask: HTTP and WebSocket steps in YAML suites.',
  section: 'smoke',
  inputs: z.object({
    suites: z.array(z.string()).min(1).describe('Suite files, as globs below the folder of golive.yml'),
    'base-url': z.url({ protocol: /^https?$/ }).describe('What the relative URLs of the suites are joined to'),
    timeout: duration().default('10s').describe('How long one request may take'),
    concurrency: z.number().int().min(1).max(32).default(4).describe('How many tests run at once'),
    'max-p95': duration().optional().describe('Fails when the 95th percentile of all answers is above this'),
  }),
  outputs: {
    verdict: '`pass` or `fail`',
    passed: 'Number of steps that passed',
    failed: 'Number of steps that failed',
    skipped: 'Number of steps not run because one before them failed',
    p95: '95th percentile of the answer times, in milliseconds',
  },
});
