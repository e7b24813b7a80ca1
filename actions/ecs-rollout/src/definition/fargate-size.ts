import type { RuntimePlatform } from '@aws-sdk/client-ecs';
import { cpuUnits, mebibytes } from '#shared/ecs/settled-definition';

/** A size of a Fargate task: CPU units and MiB. */
export interface FargateSize {
  readonly cpu: number;
  readonly memory: number;
}

export type SizeVerdict =
  | { readonly kind: 'valid'; readonly size: FargateSize }
  | { readonly kind: 'invalid'; readonly because: string; readonly nearest: readonly FargateSize[] };

const GiB = 1024;

// The table of https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html, which the
// API model repeats at RegisterTaskDefinitionRequest.memory. From 8192 units on, Linux only and platform 1.4.0 or later.
const table: readonly { readonly cpu: number; readonly memory: readonly number[] }[] = [
  { cpu: 256, memory: [GiB / 2, GiB, 2 * GiB] },
  { cpu: 512, memory: steps(1, 4, 1) },
  { cpu: 1024, memory: steps(2, 8, 1) },
  { cpu: 2048, memory: steps(4, 16, 1) },
  { cpu: 4096, memory: steps(8, 30, 1) },
  { cpu: 8192, memory: steps(16, 60, 4) },
  { cpu: 16384, memory: steps(32, 120, 8) },
];

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, index) => (from + index * by) * GiB);
}

// "The CPU units cannot be less than 1 vCPU when you use Windows containers on Fargate."
const windows = { least: 1024, most: 4096 };

/** Whether Fargate has a task of this size; else what is nearest to it, as it is written in a definition. */
export function validFargateSize(
  cpu: string | undefined,
  memory: string | undefined,
  platform: RuntimePlatform = {},
): SizeVerdict {
  const isWindows = platform.operatingSystemFamily?.startsWith('WINDOWS') ?? false;
  const offered = isWindows ? table.filter((row) => row.cpu >= windows.least && row.cpu <= windows.most) : table;
  const sizes = offered.flatMap((row) => row.memory.map((one) => ({ cpu: row.cpu, memory: one })));
  if (!cpu || !memory) {
    const missing = [...(cpu ? [] : ['cpu']), ...(memory ? [] : ['memory'])].join(' and ');
    return { kind: 'invalid', because: `Fargate needs ${missing} of the task`, nearest: sizes.slice(0, 1) };
  }
  const asked = { cpu: Number(cpuUnits(cpu)), memory: Number(mebibytes(memory)) };
  if (sizes.some((size) => size.cpu === asked.cpu && size.memory === asked.memory))
    return { kind: 'valid', size: asked };
  const row = offered.find((one) => one.cpu === asked.cpu);
  return { kind: 'invalid', because: reason(cpu, memory, isWindows, row), nearest: nearest(sizes, asked) };
}

function reason(
  cpu: string,
  memory: string,
  isWindows: boolean,
  row: { readonly cpu: number; readonly memory: readonly number[] } | undefined,
): string {
  const kind = isWindows ? 'a Windows task' : 'a task';
  if (!row) return `Fargate has no ${kind.slice(2)} with cpu ${cpu}`;
  const [least = 0, next = 0] = row.memory;
  const most = row.memory.at(-1) ?? 0;
  const choice = row.memory.length > 3 ? `${least} to ${most} in steps of ${next - least}` : row.memory.join(', ');
  return `Fargate gives ${kind} with cpu ${cpu} memory of ${choice}, not ${memory}`;
}

/** The smallest that holds what was asked for, then what is nearest with the same CPU. */
function nearest(sizes: readonly FargateSize[], asked: FargateSize): FargateSize[] {
  const away = (size: FargateSize) => Math.abs(size.memory - asked.memory);
  const holding = sizes.find((size) => size.cpu >= asked.cpu && size.memory >= asked.memory);
  const sameCpu = sizes.filter((size) => size.cpu === asked.cpu).sort((a, b) => away(a) - away(b))[0];
  const found = [holding, sameCpu].filter((size) => size !== undefined);
  const fallback = Number.isFinite(asked.cpu + asked.memory) ? sizes.slice(-1) : sizes.slice(0, 1);
  return found.length > 0 ? [...new Set(found)] : fallback;
}

/** `cpu 512 with memory 1024, or cpu 256 with memory 512`. */
export function formatSizes(sizes: readonly FargateSize[]): string {
  return sizes.map(({ cpu, memory }) => `cpu ${cpu} with memory ${memory}`).join(', or ');
}

/** What Fargate cannot run of a platform, or undefined. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html */
export function problemOfPlatform({
  cpuArchitecture,
  operatingSystemFamily,
}: RuntimePlatform = {}): string | undefined {
  return cpuArchitecture === 'ARM64' && operatingSystemFamily?.startsWith('WINDOWS')
    ? 'Fargate runs Windows on X86_64 only, not on ARM64'
    : undefined;
}

/** The architecture that the images must have, as OCI names it. ECS takes X86_64 when nothing is said. */
export function architectureOf(platform: RuntimePlatform = {}): 'amd64' | 'arm64' {
  return platform.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64';
}
