import { chooseEngine, type DockerSeen } from '../src/engine/docker/choose-engine.ts';
import { containerConfig } from '../src/engine/docker/container-config.ts';
import { socketOf } from '../src/engine/docker/engine-api.ts';
import { outputLines } from '../src/engine/docker/output-lines.ts';
import type { ContainerDefinition, Task, TaskDefinition } from '../src/state/ecs/model.ts';

const aDocker = (more: object = {}): DockerSeen => ({
  kind: 'answers',
  version: '28.0.1',
  osType: 'linux',
  operatingSystem: 'Ubuntu 24.04',
  securityOptions: ['name=seccomp,profile=builtin'],
  ...more,
});
const silent: DockerSeen = { kind: 'silent', because: 'no Docker engine answers at /var/run/docker.sock' };

test('tasks are processes unless Docker is asked for, even where it answers', () => {
  expect(chooseEngine('process', aDocker()).kind).toBe('process');
  expect(chooseEngine('auto', aDocker())).toEqual({ kind: 'docker', because: 'Docker 28.0.1 answers' });
});

test('auto falls back to processes and says why, docker refuses and says what to do', () => {
  expect(chooseEngine('auto', silent)).toEqual({ kind: 'process', because: silent.because });
  expect(chooseEngine('docker', silent)).toMatchObject({
    kind: 'refuse',
    because: expect.stringContaining('no Docker engine answers'),
    hint: expect.stringContaining('DOCKER_HOST'),
  });
});

test.each([
  ['Docker Desktop', { operatingSystem: 'Docker Desktop' }],
  ['rootless', { securityOptions: ['name=rootless'] }],
  ['windows', { osType: 'windows' }],
])('an engine whose containers have another loopback interface (%s) is refused', (word, more) => {
  expect(chooseEngine('docker', aDocker(more))).toMatchObject({
    kind: 'refuse',
    because: expect.stringContaining(word),
  });
});

test('an engine on another machine is no engine for tasks', () => {
  expect(socketOf({ DOCKER_HOST: 'tcp://10.0.0.1:2375' }).kind).toBe('none');
  expect(socketOf({ DOCKER_HOST: 'unix:///run/d.sock' })).toEqual({ kind: 'socket', socket: '/run/d.sock' });
  expect(socketOf({})).toEqual({ kind: 'socket', socket: '/var/run/docker.sock' });
});

const config = (container: Partial<ContainerDefinition>, task: Partial<TaskDefinition> = {}) =>
  containerConfig('registry/api@sha256:1', 'cloud-1', {
    task: { arn: 'arn:task', definition: { family: 'api', revision: 7, memory: '512', ...task } } as Task,
    definition: { name: 'api', image: 'api', ...container },
    environment: { A: 'x=y\nz' },
  });

test('what the definition does not set is left to the image', () => {
  const body = config({});
  expect(body).not.toHaveProperty('Entrypoint');
  expect(body).not.toHaveProperty('Cmd');
  expect(body).not.toHaveProperty('User');
  expect(body).toMatchObject({ Image: 'registry/api@sha256:1', Env: ['A=x=y\nz'] });
});

test('entry point, command, user and working folder of the definition replace those of the image', () => {
  expect(config({ entryPoint: ['/run'], command: ['a'], user: '7', workingDirectory: '/w' })).toMatchObject({
    Entrypoint: ['/run'],
    Cmd: ['a'],
    User: '7',
    WorkingDir: '/w',
  });
});

test("a container may use its own memory, or the task's where it has none, and no swap", () => {
  expect(config({ memory: 64 })).toMatchObject({ HostConfig: { Memory: 64 * 2 ** 20, MemorySwap: 64 * 2 ** 20 } });
  expect(config({})).toMatchObject({ HostConfig: { Memory: 512 * 2 ** 20 } });
});

test('a container is labelled with its cloud and its task', () => {
  expect(config({})).toMatchObject({
    Labels: { 'golive.local-cloud': 'cloud-1', 'com.amazonaws.ecs.task-arn': 'arn:task' },
  });
});

const frame = (stream: number, text: Buffer | string) => {
  const bytes = Buffer.from(text);
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
};

test('lines are whole however the stream is cut, even within a character', () => {
  const whole = Buffer.concat([frame(1, 'über'), frame(2, 'err\r\n'), frame(1, ' all\nlast')]);
  for (let cut = 0; cut <= whole.length; cut++) {
    const lines: string[] = [];
    const output = outputLines((line) => lines.push(line));
    output.write(whole.subarray(0, cut));
    output.write(whole.subarray(cut));
    output.end();
    expect(lines).toEqual(['err', 'über all', 'last']);
  }
});

test('a character that two frames share stays one', () => {
  const lines: string[] = [];
  const output = outputLines((line) => lines.push(line));
  const bytes = Buffer.from('é\n');
  output.write(Buffer.concat([frame(1, bytes.subarray(0, 1)), frame(1, bytes.subarray(1))]));
  expect(lines).toEqual(['é']);
});
