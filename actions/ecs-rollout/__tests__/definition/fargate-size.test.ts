import { architectureOf, formatSizes, problemOfPlatform, validFargateSize } from '../../src/definition/fargate-size.ts';

test.each([
  ['256', '512'],
  ['.25 vCPU', '2 GB'],
  ['512', '4096'],
  ['1 vCPU', '8GB'],
  ['2048', '16384'],
  ['4096', '30720'],
  ['8192', '61440'],
  ['16384', '122880'],
])('Fargate has a task with cpu %s and memory %s', (cpu, memory) => {
  expect(validFargateSize(cpu, memory).kind).toBe('valid');
});

test.each([
  ['256', '4096', 'memory of 512, 1024, 2048, not 4096', 'cpu 512 with memory 4096, or cpu 256 with memory 2048'],
  ['1024', '1024', 'memory of 2048 to 8192 in steps of 1024', 'cpu 1024 with memory 2048'],
  ['8192', '17408', 'in steps of 4096', 'cpu 8192 with memory 20480, or cpu 8192 with memory 16384'],
  ['300', '1024', 'no task with cpu 300', 'cpu 512 with memory 1024'],
  ['32768', '244000', 'no task with cpu 32768', 'cpu 16384 with memory 122880'],
  ['lots', '512', 'no task with cpu lots', 'cpu 256 with memory 512'],
])('Fargate has no task with cpu %s and memory %s, and the nearest is named', (cpu, memory, because, nearest) => {
  const verdict = validFargateSize(cpu, memory);
  if (verdict.kind === 'valid') throw new Error('is valid');
  expect(verdict.because).toContain(because);
  expect(formatSizes(verdict.nearest)).toBe(nearest);
});

test('a task without cpu or memory is no Fargate task', () => {
  expect(validFargateSize(undefined, undefined)).toMatchObject({ because: 'Fargate needs cpu and memory of the task' });
  expect(validFargateSize('256', '')).toMatchObject({ because: 'Fargate needs memory of the task' });
});

test('a Windows task has 1 to 4 vCPU', () => {
  const platform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } as const;
  expect(validFargateSize('1024', '2048', platform).kind).toBe('valid');
  expect(validFargateSize('512', '1024', platform)).toMatchObject({
    kind: 'invalid',
    nearest: [{ cpu: 1024, memory: 2048 }],
  });
  expect(validFargateSize('8192', '16384', platform).kind).toBe('invalid');
});

test('Fargate has no Windows on ARM', () => {
  expect(problemOfPlatform({ cpuArchitecture: 'ARM64', operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' })).toContain(
    'X86_64',
  );
  expect(problemOfPlatform({ cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' })).toBeUndefined();
  expect([architectureOf(), architectureOf({ cpuArchitecture: 'ARM64' })]).toEqual(['amd64', 'arm64']);
});
