// The bundle in dist/ with a real Docker engine and the local cloud's registry: what was built is what runs.
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';

const root = join(__dirname, '../../..');
const node = join(root, 'node_modules/node/bin/node');
const run = promisify(execFile);

function whyNot(program: string, ...args: string[]): string | undefined {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 });
  return status === 0
    ? undefined
    : (error?.message ?? stderr.trim().split('\n').at(-1) ?? `${program} does not answer`);
}
const noDocker = whyNot('docker', 'version', '--format', '{{.Server.Version}}');
const noSkopeo = whyNot('skopeo', '--version');
const describeDocker = noDocker === undefined ? describe : describe.skip;
const because = noDocker === undefined ? '' : ` (skipped: no Docker engine answers: ${noDocker})`;
const testSkopeo = noSkopeo === undefined ? test : test.skip;

interface Addresses {
  readonly endpoint: string;
  readonly registry: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The example without its build-commands and without packages from the network, and a base image with Node and npm. */
function layOut(folder: string, base: string): void {
  for (const part of ['backend', 'frontend'])
    cpSync(join(root, 'examples/coldchain', part), join(folder, part), { recursive: true });
  // The registry of packages is not reached from a build here: what npm ci would install is copied into the context.
  const dockerfile = join(folder, 'backend/Dockerfile.prod');
  const text = readFileSync(dockerfile, 'utf8');
  const offline = text.replace(
    /^COPY package\.json package-lock\.json \.\/\nRUN npm ci .*$/m,
    'COPY node_modules ./node_modules',
  );
  expect(offline).not.toBe(text);
  writeFileSync(dockerfile, offline);
  copyPackages(join(folder, 'backend'));
  const image = (name: string) =>
    `  ${name}: { context: ${name}, dockerfile: Dockerfile.prod, repository: coldchain-${name}, build-args: { BASE: "${base}", VERSION: v1.2.0 } }`;
  writeFileSync(
    join(folder, 'golive.yml'),
    `project: coldchain\nregion: ap-northeast-2\nimages:\n${['backend', 'frontend'].map(image).join('\n')}\n`,
  );
}

/** The example's packages are installed at the root of this repository; links keep their targets. */
function copyPackages(context: string): void {
  writeFileSync(join(context, '.dockerignore'), 'test\n');
  const listed = execFileSync(
    node,
    [
      '--input-type=module',
      '-e',
      `import { dependencyClosure } from '${join(root, 'examples/coldchain/build/files.mjs')}';
       console.log(JSON.stringify([...dependencyClosure('${join(root, 'examples/coldchain/backend')}', ['${root}'])]));`,
    ],
    { encoding: 'utf8' },
  );
  for (const [from, to] of JSON.parse(listed))
    cpSync(from, join(context, to), {
      recursive: true,
      filter: (path) => !path.slice(from.length).includes('node_modules'),
    });
}

/** `docker import` of Node, a shell, and the libraries that they are linked to. */
function importBase(folder: string, base: string): void {
  const rootfs = join(folder, 'rootfs');
  const add = (file: string, to = file) => {
    mkdirSync(join(rootfs, to, '..'), { recursive: true });
    cpSync(realpathSync(file), join(rootfs, to));
  };
  add(node, '/usr/local/bin/node');
  add('/bin/sh', '/bin/sh');
  for (const program of [node, '/bin/sh'])
    for (const [, library] of execFileSync('ldd', [program], { encoding: 'utf8' }).matchAll(/(\/\S+)\s+\(0x/g))
      if (library) add(library);
  mkdirSync(join(rootfs, 'tmp'), { recursive: true });
  const tar = join(folder, 'base.tar');
  execFileSync('tar', ['--create', '--file', tar, '--directory', rootfs, '.']);
  docker('import', '--change', 'ENV PATH=/usr/local/bin:/usr/bin:/bin', tar, base);
}

const docker = (...args: string[]): string =>
  execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 }).trim();

describeDocker(`images built by Docker${because}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'golive-docker-build-'));
  const base = `golive-test-base:${process.pid}`;
  const mine: string[] = [base];
  let cloud: ReturnType<typeof spawn>;
  let at: Addresses;
  let ecr: ECRClient;
  let digests: Record<string, string>;
  let log: string;
  const host = () => new URL(at.registry).host;
  const password = async (): Promise<string> => {
    const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
    const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString();
    return token.slice('AWS:'.length);
  };

  beforeAll(async () => {
    const main = join(root, 'packages/local-cloud/src/main.ts');
    cloud = spawn(node, [main, '--port', '0', '--scale', '60', '--state', folder, '--stop-with-stdin'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!cloud.stdout) throw new Error('the cloud has no output');
    for await (const line of createInterface({ input: cloud.stdout })) {
      at = JSON.parse(line);
      break;
    }
    const { endpoint, accessKeyId, secretAccessKey } = at;
    ecr = new ECRClient({ endpoint, region: 'ap-northeast-2', credentials: { accessKeyId, secretAccessKey } });
    for (const repositoryName of ['coldchain-backend', 'coldchain-frontend', 'copies'])
      await ecr.send(new CreateRepositoryCommand({ repositoryName, imageTagMutability: 'IMMUTABLE' }));
    importBase(folder, base);
    layOut(folder, base);
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const action = await run(node, [join(root, 'dist/build-scan-push/index.js')], {
      cwd: folder,
      timeout: 240_000,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        ...(process.env.DOCKER_HOST ? { DOCKER_HOST: process.env.DOCKER_HOST } : {}),
        RUNNER_TEMP: folder,
        GITHUB_WORKSPACE: folder,
        GITHUB_OUTPUT: output,
        GITHUB_REF: 'refs/tags/v1.2.0',
        GITHUB_SHA: '1'.repeat(40),
        GITHUB_REPOSITORY: 'acme/coldchain',
        GITHUB_RUN_ID: '1',
        INPUT_SCANNER: 'ecr',
        AWS_ENDPOINT_URL: endpoint,
        AWS_REGION: 'ap-northeast-2',
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
      },
    }).catch((error: unknown) => {
      const told = error as { stdout?: string; stderr?: string };
      throw new Error(`build-scan-push failed: ${told.stdout} ${told.stderr}`);
    });
    log = action.stdout;
    digests = JSON.parse(/digests<<(\S+)\n([\s\S]*?)\n\1/.exec(readFileSync(output, 'utf8'))?.[2] ?? '{}');
    docker('--config', folder, 'login', '--username', 'AWS', '--password', await password(), host());
  }, 400_000);
  afterAll(async () => {
    for (const image of mine) spawnSync('docker', ['rmi', '--force', image], { stdio: 'ignore' });
    for (const name of ['backend', 'frontend'])
      spawnSync('docker', ['rmi', '--force', `golive-build/${name}:v1.2.0`], { stdio: 'ignore' });
    const ended = once(cloud, 'exit');
    cloud.stdin?.end();
    await ended;
    ecr.destroy();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('the log says by what each was built, and why so', () => {
    expect(log).toMatch(/\[backend\] built by docker, because .+/);
  });

  test.each(['backend', 'frontend'])(
    'the digest of %s that was scanned is the one that ECR has under the tag',
    async (name) => {
      const { imageDetails } = await ecr.send(
        new DescribeImagesCommand({ repositoryName: `coldchain-${name}`, imageIds: [{ imageTag: 'v1.2.0' }] }),
      );
      expect(digests[name]).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(imageDetails).toMatchObject([{ imageDigest: digests[name], imageScanStatus: { status: 'COMPLETE' } }]);
    },
  );

  test('Docker pulls the frontend by that digest and runs it: it answers its health check with its version', async () => {
    const image = `${host()}/coldchain-frontend@${digests.frontend}`;
    mine.push(image);
    docker('--config', folder, 'pull', image);
    const address = '127.70.0.1';
    const id = docker('run', '--detach', '--network', 'host', '--env', `HOST=${address}`, '--env', 'PORT=18080', image);
    try {
      const health = await answer(`http://${address}:18080/healthz`);
      expect(health.status).toBe(200);
      expect(docker('inspect', '--format', '{{index .Config.Labels "org.opencontainers.image.revision"}}', id)).toBe(
        '1'.repeat(40),
      );
      expect(docker('exec', id, 'node', '-p', 'require("fs").readFileSync("version","utf8").trim()')).toBe('v1.2.0');
    } finally {
      docker('rm', '--force', id);
    }
  }, 60_000);

  test('Docker pulls the backend by that digest and runs it, and /health answers', async () => {
    const image = `${host()}/coldchain-backend@${digests.backend}`;
    mine.push(image);
    docker('--config', folder, 'pull', image);
    const address = '127.70.0.2';
    const database = 'DATABASE_URL=postgresql://nobody:none@127.0.0.1:1/none';
    const environment = ['--env', `HOST=${address}`, '--env', database, '--env', `JWT_SECRET=${'x'.repeat(32)}`];
    const id = docker('run', '--detach', '--network', 'host', ...environment, image);
    try {
      expect((await answer(`http://${address}:8080/health`)).status).toBe(200);
    } finally {
      docker('rm', '--force', id);
    }
  }, 60_000);

  test('docker push brings an image into the registry', async () => {
    const image = `${host()}/copies:pushed`;
    mine.push(image);
    docker('tag', base, image);
    docker('--config', folder, 'push', image);
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: 'copies' }));
    expect(imageDetails).toMatchObject([{ imageTags: ['pushed'] }]);
  }, 60_000);

  testSkopeo(
    `skopeo copies an image from repository to repository and keeps its digest${noSkopeo ? ` (skipped: ${noSkopeo})` : ''}`,
    async () => {
      const credentials = `AWS:${await password()}`;
      const plain = ['--src-tls-verify=false', '--dest-tls-verify=false'];
      const from = `docker://${host()}/coldchain-frontend@${digests.frontend}`;
      await run('skopeo', [
        'copy',
        '--preserve-digests',
        ...plain,
        '--src-creds',
        credentials,
        '--dest-creds',
        credentials,
        from,
        `docker://${host()}/copies:copied`,
      ]);
      const { imageDetails } = await ecr.send(
        new DescribeImagesCommand({ repositoryName: 'copies', imageIds: [{ imageTag: 'copied' }] }),
      );
      expect(imageDetails).toMatchObject([{ imageDigest: digests.frontend }]);
    },
    60_000,
  );

  test('a wrong password is refused', async () => {
    const login = spawnSync('docker', [
      '--config',
      folder,
      'login',
      '--username',
      'AWS',
      '--password',
      'wrong',
      host(),
    ]);
    expect(login.status).not.toBe(0);
  });
});

async function answer(url: string): Promise<Response> {
  for (let left = 150; ; left--) {
    try {
      return await fetch(url);
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
}
