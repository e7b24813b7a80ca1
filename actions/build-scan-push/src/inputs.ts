import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { bytes } from '#shared/values/bytes';
import { duration } from '#shared/values/duration';

const image = z.object({
  context: z.string().default('.').describe('Folder with the sources'),
  dockerfile: z.string().default('Dockerfile').describe('Dockerfile, seen from the context'),
  repository: z.string().describe('ECR repository'),
  'max-size': bytes().optional().describe('Most that the compressed layers may weigh together'),
  'build-command': z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Command that leaves an OCI layout in $GOLIVE_OUTPUT'),
  'build-args': z.record(z.string(), z.string()).default({}).describe('Build arguments for Docker'),
});

export const definition = defineAction({
  name: 'build-scan-push',
  title: 'Golive: build, scan, push',
  description: 'Builds each image once, measures and scans it, and pushes those very bytes under an immutable tag.',
  section: 'images',
  sectionAs: 'images',
  inputs: z.object({
    images: z.record(z.string(), image).describe('The images by name; in golive.yml the section images itself'),
    version: z.string().optional().describe('Tag to push; default: the tag or branch of the run'),
    builder: z
      .enum(['auto', 'docker', 'command'])
      .default('auto')
      .describe('`auto`: the build-command of an image where it has one, else Docker'),
    scanner: z
      .enum(['auto', 'trivy', 'ecr'])
      .default('auto')
      .describe('`auto`: Trivy where it is on PATH, else the scan of ECR'),
    'fail-on': z
      .array(z.enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']))
      .default(['CRITICAL'])
      .describe('Severities that keep a release from being pushed'),
    'scan-timeout': duration().default('10m').describe('Time for the scan of ECR'),
    'poll-interval': duration().default('1s').describe('Time between two looks at the scan'),
  }),
  outputs: {
    images: 'JSON object: image name -> `repository@sha256:…`',
    digests: 'JSON object: image name -> `sha256:…`',
  },
});

export type ImageInput = z.output<typeof image>;
