// Actions that only make sense on GitHub, played here. Every stand-in that exists is in this file.
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { ArtifactStore } from './runner/artifacts.ts';
import { allows, type Permissions } from './workflow/permissions.ts';

export interface StandInCall {
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly attempt: number;
  readonly runId: string;
  /** What the job's token may do, and the token. */
  readonly permissions: Permissions;
  readonly token: string;
  /** owner/name */
  readonly repository: string;
  readonly log: (line: string) => void;
}

export interface StandInResult {
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly masks?: readonly string[];
}

export type StandIn = (call: StandInCall) => StandInResult;
export type StandIns = Readonly<Record<string, StandIn>>;

const NAMES = [
  'actions/checkout',
  'actions/upload-artifact',
  'actions/download-artifact',
  'aws-actions/configure-aws-credentials',
];

export function standInFor(uses: string): string | undefined {
  return NAMES.find((name) => uses.startsWith(`${name}@`));
}

export interface LocalAws {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export function createStandIns(appDir: string, artifacts: ArtifactStore, aws: LocalAws | undefined): StandIns {
  return {
    'actions/checkout': ({ workspace, inputs, permissions, repository }) => {
      // A private repository is not there for who may not read it.
      if (!allows(permissions, 'contents', 'read'))
        throw new Error(
          `remote: Repository not found. fatal: repository 'https://github.com/${repository}/' not found`,
        );
      const target = inputs.path ? resolve(workspace, inputs.path) : workspace;
      // What git would not have brought either.
      const left = new Set(['.git', '.golive', 'node_modules']);
      cpSync(appDir, target, { recursive: true, filter: (file) => file === appDir || !left.has(basename(file)) });
      return {};
    },
    'aws-actions/configure-aws-credentials': ({ inputs, permissions, log }) => {
      if (!aws) throw new Error('there is no local cloud in this run');
      const region = inputs['aws-region'];
      if (!region) throw new Error('Input required and not supplied: aws-region');
      if (!inputs['role-to-assume']) throw new Error('the rehearsal signs in by OIDC only: role-to-assume is missing');
      // In the words of the action: https://github.com/aws-actions/configure-aws-credentials/blob/main/src/index.ts
      if (!allows(permissions, 'id-token', 'write')) {
        log(
          'It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission?',
        );
        throw new Error(
          'Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers (id-token: write is not granted)',
        );
      }
      return {
        env: {
          AWS_ACCESS_KEY_ID: aws.accessKeyId,
          AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
          AWS_REGION: region,
          AWS_DEFAULT_REGION: region,
          AWS_ENDPOINT_URL: aws.endpoint,
        },
        masks: [aws.secretAccessKey],
      };
    },
    'actions/upload-artifact': (call) => uploadArtifact(artifacts, call),
    'actions/download-artifact': (call) => downloadArtifact(artifacts, call),
  };
}

function uploadArtifact(
  artifacts: ArtifactStore,
  { inputs, workspace, attempt, runId, log }: StandInCall,
): StandInResult {
  const name = inputs.name || 'artifact';
  const hidden = inputs['include-hidden-files'] === 'true';
  const patterns = (inputs.path ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const files = patterns
    .flatMap((pattern) => filesOf(resolve(workspace, pattern)))
    .filter(
      (file) =>
        hidden ||
        !relative(workspace, file)
          .split('/')
          .some((part) => part.startsWith('.')),
    );
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${inputs.path}. No artifacts will be uploaded.`;
    if (inputs['if-no-files-found'] === 'error') throw new Error(message);
    if (inputs['if-no-files-found'] !== 'ignore') log(`::warning::${message}`);
    return {};
  }
  const root = rootOf(
    patterns.map((pattern) => resolve(workspace, pattern)),
    files,
  );
  const folder = artifacts.create(runId, name, attempt, inputs.overwrite === 'true');
  for (const file of files) {
    const target = join(folder, relative(root, file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
  log(`Artifact ${name}: ${files.length} ${files.length === 1 ? 'file' : 'files'}`);
  return { outputs: { 'artifact-id': name } };
}

/**
 * Another run's artifacts come through the REST API with `github-token`; without one, `run-id` is not looked at.
 * https://github.com/actions/download-artifact/blob/main/src/download-artifact.ts
 */
function sourceRun({ inputs, runId, permissions, token }: StandInCall): string {
  const given = inputs['github-token'];
  if (!given) return runId;
  if (given !== token) throw new Error('Unable to download artifact(s): Bad credentials');
  if (!allows(permissions, 'actions', 'read'))
    throw new Error('Unable to download artifact(s): Resource not accessible by integration (actions: read)');
  return inputs['run-id'] || runId;
}

function downloadArtifact(artifacts: ArtifactStore, call: StandInCall): StandInResult {
  const { inputs, workspace, log } = call;
  const from = sourceRun(call);
  const target = resolve(workspace, inputs.path || '.');
  mkdirSync(target, { recursive: true });
  if (inputs.name) {
    const folder = artifacts.find(from, inputs.name);
    if (!folder) throw new Error(`Unable to download artifact(s): Artifact not found for name: ${inputs.name}`);
    cpSync(folder, target, { recursive: true });
  } else {
    const names = artifacts.names(from).filter((name) => !inputs.pattern || wildcard(inputs.pattern).test(name));
    for (const name of names) {
      const folder = artifacts.find(from, name);
      const merged = inputs['merge-multiple'] === 'true';
      if (folder) cpSync(folder, merged ? target : join(target, name), { recursive: true });
    }
    log(`Artifacts downloaded: ${names.join(', ') || 'none'}`);
  }
  return { outputs: { 'download-path': target } };
}

function filesOf(pattern: string): string[] {
  if (!existsSync(pattern)) return pattern.includes('*') ? matching(pattern).flatMap(filesOf) : [];
  if (!statSync(pattern).isDirectory()) return [pattern];
  return readdirSync(pattern).flatMap((name) => filesOf(join(pattern, name)));
}

/** Paths that fit a pattern with `*`, which stands for part of one name. */
function matching(pattern: string): string[] {
  return pattern
    .split('/')
    .reduce<string[]>(
      (folders, part) =>
        folders.flatMap((folder) => {
          if (!part.includes('*')) return [`${folder}${part}/`].filter(existsSync);
          const names = existsSync(folder) ? readdirSync(folder) : [];
          return names.filter((name) => wildcard(part).test(name)).map((name) => `${folder}${name}/`);
        }),
      [''],
    )
    .map((path) => path.slice(0, -1));
}

function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
}

/**
 * upload-artifact keeps paths below the one folder that it was given, else below the least common ancestor.
 * https://github.com/actions/upload-artifact/blob/main/src/shared/search.ts
 */
function rootOf(paths: readonly string[], files: readonly string[]): string {
  const [only] = paths;
  return paths.length === 1 && only !== undefined && existsSync(only) && statSync(only).isDirectory()
    ? only
    : commonFolder(files);
}

function commonFolder(files: readonly string[]): string {
  let root = dirname(files[0] ?? '/');
  while (!files.every((file) => file.startsWith(`${root}/`)) && root !== '/') root = dirname(root);
  return root;
}
