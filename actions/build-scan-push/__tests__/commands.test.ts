import { type Build, buildCommand, buildxExport, dockerBuild, trivyScan, withoutCredentials } from '../src/commands.ts';

const build: Build = {
  name: 'backend',
  version: 'v1',
  context: 'backend',
  dockerfile: 'Dockerfile.prod',
  output: '/out/backend',
  buildArgs: { MODE: 'a b' },
  commit: 'abc',
};

test.each([
  ['into its store', dockerBuild(build), ['--tag', 'golive-build/backend:v1']],
  ['into a layout', buildxExport(build, '/out/image.tar'), ['--output', 'type=oci,dest=/out/image.tar']],
])('Docker builds %s with BuildKit and without attestations', (_where, { argv, env }, output) => {
  const said = argv.join(' ');
  expect(said).toContain('--file backend/Dockerfile.prod');
  expect(said).toContain('--label org.opencontainers.image.revision=abc');
  expect(said).toContain(output.join(' '));
  expect(argv).toContain('MODE=a b');
  expect(argv.at(-1)).toBe('backend');
  expect(env).toEqual({ DOCKER_BUILDKIT: '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' });
});

test('a build-command is told where, what and from which sources', () => {
  expect(buildCommand(['node', 'oci.mjs'], build, '/app')).toEqual({
    argv: ['node', 'oci.mjs'],
    cwd: '/app',
    env: { GOLIVE_OUTPUT: '/out/backend', GOLIVE_IMAGE: 'backend', GOLIVE_VERSION: 'v1', GOLIVE_CONTEXT: 'backend' },
  });
});

test('Trivy reads the layout, not a registry', () => {
  expect(trivyScan('/out/backend', '/out/report.json').argv.slice(-2)).toEqual(['--input', '/out/backend']);
});

test('a scanner sees no credential', () => {
  const env = { PATH: '/bin', AWS_SECRET_ACCESS_KEY: 's', GITHUB_TOKEN: 't', INPUT_X: 'u', TRIVY_PASSWORD: 'v' };
  expect(withoutCredentials(env)).toEqual({ PATH: '/bin' });
});
