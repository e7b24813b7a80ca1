import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GoliveError } from '#shared/runtime/golive-error';
import { type Build, buildCommand, buildxExport, dockerBuild, dockerSave, unpack } from './commands.ts';
import { convertDockerArchive } from './docker-archive.ts';
import { type LayoutManifest, readLayout } from './oci-layout.ts';
import type { Builder } from './plan.ts';
import { runCommand, type Shell } from './run-command.ts';

/** Builds one image into the OCI layout `build.output`, and reads it back with every blob proven. */
export async function buildImage(build: Build, builder: Builder, cwd: string, shell: Shell): Promise<LayoutManifest> {
  if (builder.kind === 'none')
    throw new GoliveError('BUILD_NO_BUILDER', `image ${build.name} cannot be built: ${builder.because}`, {
      hint: builder.hint,
    });
  await rm(build.output, { recursive: true, force: true });
  await mkdir(build.output, { recursive: true });
  if (builder.kind === 'command') await runCommand(buildCommand(builder.argv, build, cwd), shell);
  else await buildWithDocker(build, builder.route, cwd, shell);
  return readLayout(build.output);
}

async function buildWithDocker(build: Build, route: 'export' | 'save', cwd: string, shell: Shell): Promise<void> {
  const scratch = `${build.output}.docker`;
  const file = join(scratch, 'image.tar');
  await mkdir(scratch, { recursive: true });
  try {
    if (route === 'export') {
      await runCommand({ ...buildxExport(build, file), cwd }, shell);
      await runCommand(unpack(file, build.output), shell);
    } else {
      await runCommand({ ...dockerBuild(build), cwd }, shell);
      await runCommand(dockerSave(build, file), shell);
      await runCommand(unpack(file, scratch), shell);
      await convertDockerArchive(scratch, build.output);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
