import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseDocker, type DockerSeen } from '../src/choose-docker.ts';
import { lookAtDocker } from '../src/look-at-docker.ts';

const aDocker = (more: Partial<DockerSeen> = {}): DockerSeen => ({
  client: '28.0.1',
  engine: '28.0.1',
  buildx: 'v0.21.1',
  driver: 'docker',
  containerdStore: false,
  ...more,
});
const { buildx: _, driver: __, ...withoutBuildx } = aDocker();

test("GitHub's runners, with buildx over the engine's own store, save and convert", () => {
  expect(chooseDocker(aDocker())).toMatchObject({ kind: 'save', because: expect.stringContaining('28.0.1') });
});

test.each([
  ["containerd's store", aDocker({ containerdStore: true })],
  ['the docker-container driver', aDocker({ driver: 'docker-container' })],
  ['a remote builder and no engine', (({ engine: _engine, ...rest }) => rest)(aDocker({ driver: 'remote' }))],
])('buildx with %s writes the layout itself', (_what, docker) => {
  expect(chooseDocker(docker).kind).toBe('export');
});

test("Debian's Docker 20.10, without buildx, saves and converts", () => {
  const docker = { ...withoutBuildx, client: '20.10.24+dfsg1', engine: '20.10.24+dfsg1' };
  expect(chooseDocker(docker)).toEqual({
    kind: 'save',
    because: 'Docker 20.10.24+dfsg1 builds with its own BuildKit: docker save and conversion',
  });
});

test.each([
  ['a client from 23.0 on without buildx', withoutBuildx, /only through its plugin buildx/, /docker-buildx-plugin/],
  ['an engine before 18.09', aDocker({ engine: '17.12.1-ce' }), /17\.12\.1-ce has no BuildKit/, /update Docker/],
  ['a client alone', (({ engine: _engine, ...rest }) => rest)(aDocker()), /no Docker engine answers/, /DOCKER_HOST/],
  ['no client', undefined, /not installed/, /install Docker/],
])('%s cannot build, and the hint says what to do', (_what, docker, because, hint) => {
  const route = chooseDocker(docker);
  expect(route).toMatchObject({ kind: 'none', because: expect.stringMatching(because) });
  expect(route).toMatchObject({ hint: expect.stringMatching(hint) });
  expect(route).toMatchObject({ hint: expect.stringContaining('build-command') });
});

describe('a look at docker', () => {
  let folder: string;
  const path = process.env.PATH;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golive-docker-'));
    // @actions/exec looks programs up in the PATH of its own process.
    process.env.PATH = folder;
  });
  afterEach(async () => {
    process.env.PATH = path;
    await rm(folder, { recursive: true });
  });
  const look = async (cases: string) => {
    await writeFile(join(folder, 'docker'), `#!/bin/sh\ncase "$1 $2" in\n${cases}\n*) exit 1;; esac\n`);
    await chmod(join(folder, 'docker'), 0o755);
    return lookAtDocker({ env: { PATH: folder }, signal: new AbortController().signal });
  };

  test('finds versions, driver and store', async () => {
    const seen = await look(`
'version --format') echo '{"Client":{"Version":"28.0.1"},"Server":{"Version":"27.5.1"}}';;
'buildx version') echo 'github.com/docker/buildx v0.21.1 7c2359c';;
'buildx inspect') printf 'Name:   default\\nDriver: docker\\nLast Activity: x\\n';;
'info --format') echo '[["driver-type","io.containerd.snapshotter.v1"]]';;`);
    expect(seen).toEqual(aDocker({ engine: '27.5.1', containerdStore: true }));
  });

  test('finds a client whose engine does not answer and that has no plugin', async () => {
    const seen = await look(`
'version --format') echo '{"Client":{"Version":"28.2.2"},"Server":null}'; exit 1;;
'buildx version') echo 'docker: unknown command: docker buildx' >&2; exit 1;;`);
    expect(seen).toEqual({ client: '28.2.2', containerdStore: false });
  });

  test('takes no next line for the driver that buildx cannot tell without an engine', async () => {
    const seen = await look(`
'version --format') echo '{"Client":{"Version":"28.2.2"},"Server":null}'; exit 1;;
'buildx version') echo 'github.com/docker/buildx v0.21.2 unknown';;
'buildx inspect') printf 'Name:   remote1\\nDriver: \\nLast Activity: 2026-11-23\\n';;`);
    expect(seen).toEqual({ client: '28.2.2', buildx: 'v0.21.2', containerdStore: false });
  });

  test('finds nothing where there is no client', async () => {
    expect(await lookAtDocker({ env: { PATH: folder }, signal: new AbortController().signal })).toBeUndefined();
  });
});
