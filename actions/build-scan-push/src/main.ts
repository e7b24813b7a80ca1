import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { readReleaseRecord, updateReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { apply, type BuiltImage } from './apply.ts';
import { buildImage } from './build.ts';
import { chooseDocker } from './choose-docker.ts';
import { trivyAnswers, withoutCredentials } from './commands.ts';
import { definition, type ImageInput } from './inputs.ts';
import { lookAtDocker } from './look-at-docker.ts';
import { chooseBuilder, type ScanResult, tagOf } from './plan.ts';
import type { Registry } from './registry.ts';
import { report } from './report.ts';
import { answers, type Shell } from './run-command.ts';
import { scanWithEcr } from './scan-ecr.ts';
import { scanWithTrivy } from './scan-trivy.ts';

await runAction(definition, async (input, run) => {
  const tag = tagOf(input.version ?? run.github.ref);
  if (!tag)
    throw new GoliveError(
      'IMAGES_VERSION_INVALID',
      `'${input.version ?? run.github.ref}' cannot be the tag of an image`,
      {
        hint: 'give the input version: letters, digits, dots, dashes and underscores, at most 128',
      },
    );
  const shell: Shell = { env: process.env, signal: run.signal, show: (line) => run.log.info(line) };
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'golive-images-'));
  try {
    const images = await buildAll(input.images, input.builder, { tag, folder, run, shell });
    const ecr = new ECRClient(run.aws);
    const pace = {
      every: input['poll-interval'],
      within: input['scan-timeout'],
      now: run.now,
      sleep: run.sleep,
      progress: (line: string) => run.log.info(line),
    };
    const trivy =
      input.scanner === 'trivy' ||
      (input.scanner === 'auto' && (await answers(trivyAnswers, { ...shell, env: withoutCredentials(shell.env) })));
    // One after the other: all scans share one database and one cache, which Trivy locks.
    let scanned: Promise<unknown> = Promise.resolve();
    const scanLayout = ({ name, layout, manifest }: BuiltImage): Promise<ScanResult> => {
      const show = (line: string) => run.log.info(`[${name}] ${line}`);
      const result = scanned.then(() => scanWithTrivy(layout, manifest, `${layout}.scan`, { ...shell, show }));
      scanned = result;
      return result;
    };
    const tools = {
      ecr,
      registry: await logIn(ecr, run),
      tag,
      failOn: input['fail-on'],
      pace,
      scanPushed: (repository: string, digest: string) => scanWithEcr(ecr, repository, digest, pace),
      ...(trivy ? { scanLayout } : {}),
    };
    const told = report(await apply(tools, images), tag, run.now().toISOString());
    if (told.outputs.images) await record(run, images);
    return told;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

interface Workshop {
  readonly tag: string;
  readonly folder: string;
  readonly run: Run;
  readonly shell: Shell;
}

/** All images at once, each once. Every failed build is told, not only the first. */
async function buildAll(
  inputs: Readonly<Record<string, ImageInput>>,
  wanted: 'auto' | 'docker' | 'command',
  { tag, folder, run, shell }: Workshop,
): Promise<BuiltImage[]> {
  const asksDocker = Object.values(inputs).some((image) => wanted === 'docker' || !image['build-command']);
  const docker = chooseDocker(asksDocker ? await lookAtDocker(shell) : undefined);
  const built = await Promise.allSettled(
    Object.entries(inputs).map(async ([name, image], index): Promise<BuiltImage> => {
      // Numbered, for a name may hold what is no part of a path.
      const layout = join(folder, String(index));
      const { context, dockerfile, repository } = image;
      const build = {
        name,
        version: tag,
        context,
        dockerfile,
        output: layout,
        buildArgs: image['build-args'],
        commit: run.github.sha,
      };
      const show = (line: string) => run.log.info(`[${name}] ${line}`);
      const builder = chooseBuilder(wanted, image['build-command'], docker);
      if (builder.kind !== 'none') show(`built by ${builder.kind}, because ${builder.because}`);
      const manifest = await buildImage(build, builder, dirname(run.paths.config), { ...shell, show });
      run.log.info(`${name}: built ${manifest.digest}`);
      const maxSize = image['max-size']?.bytes;
      return {
        name,
        repository,
        digest: manifest.digest,
        layout,
        manifest,
        ...(maxSize === undefined ? {} : { maxSize }),
      };
    }),
  );
  const failed = built.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (failed.length === 1 || run.signal.aborted) throw failed[0];
  if (failed.length > 1)
    throw new GoliveError(
      'BUILD_FAILED',
      failed.map((error) => (error instanceof Error ? error.message : error)).join('; '),
      {
        hint: 'nothing was pushed; the output of each build stands in the log above',
      },
    );
  return built.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

async function logIn(ecr: ECRClient, run: Run): Promise<Registry> {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const [data] = authorizationData ?? [];
  if (!data?.authorizationToken || !data.proxyEndpoint)
    throw new GoliveError('REGISTRY_NO_TOKEN', 'ECR gave no authorization token', {
      hint: 'allow ecr:GetAuthorizationToken',
    });
  run.mask(data.authorizationToken);
  const password = Buffer.from(data.authorizationToken, 'base64').toString('utf8').split(':').slice(1).join(':');
  if (password) run.mask(password);
  const endpoint = data.proxyEndpoint.replace(/\/$/, '');
  return { endpoint, authorization: `Basic ${data.authorizationToken}`, signal: run.signal };
}

/** Adds the images to the release record, where the job has one. */
async function record(run: Run, images: readonly BuiltImage[]): Promise<void> {
  if (!(await readReleaseRecord(run.paths.releaseRecord))) return;
  const added = Object.fromEntries(images.map(({ name, repository, digest }) => [name, `${repository}@${digest}`]));
  await updateReleaseRecord(run.paths.releaseRecord, (one) => ({ ...one, images: { ...one.images, ...added } }));
}
