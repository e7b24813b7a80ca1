import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GoliveError } from '#shared/runtime/golive-error';
import { type Build, buildCommand, dockerBuild, dockerSave, unpack } from './commands.ts';
import { convertDockerArchive } from './docker-archive.ts';
import { type LayoutManifest, readLayout } from './oci-layout.ts';
import type { Builder } from './plan.ts';
import { runCommand, type Shell } from './run-command.ts';

/** Builds one image into the OCI layout `build.output`, and reads it back with every blob proven. */
export async function buildImage(build: Build, builder: Builder, cwd: string, shell: Shell): Promise<LayoutManifest> {
  if (builder.kind === 'none')
    throw new GoliveError('BUILD_NO_BUILDER', `image ${build.name} cannot be built: ${builder.because}`, {
      hint: 'start a Docker engine, or give the image a build-command that leaves an OCI layout',
    });
  await rm(build.output, { recursive: true, force: true });
  await mkdir(build.output, { recursive: true });
  if (builder.kind === 'command') await runCommand(buildCommand(builder.argv, build, cwd), shell);
  else await buildWithDocker(build, cwd, shell);
  return readLayout(build.output);
}

async function buildWithDocker(build: Build, cwd: string, shell: Shell): Promise<void> {
  const saved = `${build.output}.saved`;
  await mkdir(saved, { recursive: true });
  try {
    const file = join(saved, 'image.tar');
    await runCommand({ ...dockerBuild(build), cwd }, shell);
    await runCommand(dockerSave(build, file), shell);
    await runCommand(unpack(file, saved), shell);
    await convertDockerArchive(saved, build.output);
  } finally {
    await rm(saved, { recursive: true, force: true });
  }
}
