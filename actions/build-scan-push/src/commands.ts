/** A command line as a value: nothing here runs it. */
export interface Command {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Build {
  readonly name: string;
  readonly version: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly output: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly commit: string;
}

export const dockerVersion: Command = { argv: ['docker', 'version', '--format', '{{json .}}'] };
export const dockerStore: Command = { argv: ['docker', 'info', '--format', '{{json .DriverStatus}}'] };
export const buildxVersion: Command = { argv: ['docker', 'buildx', 'version'] };
export const buildxInspect: Command = { argv: ['docker', 'buildx', 'inspect'] };

const localTag = ({ name, version }: Build) => `golive-build/${name.toLowerCase()}:${version}`;

/** Attestations would turn one image into an index with untagged entries in ECR. */
const BUILDKIT = { DOCKER_BUILDKIT: '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' };

/** Builds into the engine's store. */
export function dockerBuild(build: Build): Command {
  return { argv: ['docker', 'build', ...whatToBuild(build), '--tag', localTag(build), build.context], env: BUILDKIT };
}

/** Builds into a tar file that holds an OCI layout. */
export function buildxExport(build: Build, file: string): Command {
  const output = ['--output', `type=oci,dest=${file}`];
  return { argv: ['docker', 'buildx', 'build', ...whatToBuild(build), ...output, build.context], env: BUILDKIT };
}

function whatToBuild(build: Build): string[] {
  const labels = {
    'org.opencontainers.image.version': build.version,
    'org.opencontainers.image.revision': build.commit,
  };
  return [
    '--file',
    `${build.context}/${build.dockerfile}`,
    ...Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]),
    ...Object.entries(build.buildArgs).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]),
  ];
}

export function dockerSave(build: Build, file: string): Command {
  return { argv: ['docker', 'save', '--output', file, localTag(build)] };
}

export function unpack(file: string, folder: string): Command {
  return { argv: ['tar', '--extract', '--file', file, '--directory', folder] };
}

/** The user's own build: no shell, in the folder of golive.yml. */
export function buildCommand(argv: readonly string[], build: Build, cwd: string): Command {
  return {
    argv,
    cwd,
    env: {
      GOLIVE_OUTPUT: build.output,
      GOLIVE_IMAGE: build.name,
      GOLIVE_VERSION: build.version,
      GOLIVE_CONTEXT: build.context,
    },
  };
}

export const trivyAnswers: Command = { argv: ['trivy', '--version'] };

export function trivyScan(layout: string, report: string): Command {
  return {
    argv: [
      'trivy',
      'image',
      '--quiet',
      '--scanners',
      'vuln',
      '--format',
      'json',
      '--output',
      report,
      '--input',
      layout,
    ],
    // A scan asks for no newer version and sends no usage data; as variables, for older versions do not know the flags.
    env: { TRIVY_SKIP_VERSION_CHECK: 'true', TRIVY_DISABLE_TELEMETRY: 'true' },
  };
}

/** All that a scanner gets to know of the environment: where programs and its database are, and how to reach the network. */
const SCANNER_MAY_SEE = [
  'PATH',
  'HOME',
  'TMPDIR',
  'XDG_CACHE_HOME',
  'TRIVY_CACHE_DIR',
  'TRIVY_DB_REPOSITORY',
  'SSL_CERT_FILE',
];

/** The same, where no user and password stand in the address. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/** Scanners have been malicious (CVE-2026-33634): none gets a credential. */
export function withoutCredentials(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of [...SCANNER_MAY_SEE, ...PROXIES]) {
    const value = env[name];
    if (value !== undefined && !(PROXIES.includes(name) && value.includes('@'))) kept[name] = value;
  }
  return kept;
}
