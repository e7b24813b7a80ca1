/** How an image comes out of Docker as an OCI layout, decided from what client and engine said of themselves. */
export interface DockerSeen {
  readonly client: string;
  /** Absent where no engine answers. */
  readonly engine?: string;
  /** Version of the plugin; absent where it is not installed. */
  readonly buildx?: string;
  /** Driver of buildx's current builder: `docker`, `docker-container`, `kubernetes`, `remote`. */
  readonly driver?: string;
  /** Whether the engine keeps images in containerd's store. */
  readonly containerdStore: boolean;
}

export type DockerRoute =
  /** `export`: buildx writes the layout itself; `save`: the engine's store is read with `docker save` and converted. */
  | { readonly kind: 'export' | 'save'; readonly because: string }
  | { readonly kind: 'none'; readonly because: string; readonly hint: string };

/** The first engine with BuildKit: https://docs.docker.com/engine/release-notes/18.09/ */
const FIRST_BUILDKIT = [18, 9] as const;
/** Since 23.0 the client builds through the plugin alone: https://docs.docker.com/engine/release-notes/23.0/ */
const BUILDX_ONLY = [23, 0] as const;

export function chooseDocker(docker: DockerSeen | undefined): DockerRoute {
  if (!docker) return { kind: 'none', because: 'docker is not installed', hint: `install Docker, ${OR_COMMAND}` };
  const { client, engine, buildx, driver = 'docker', containerdStore } = docker;
  if (buildx !== undefined && driver !== 'docker')
    return { kind: 'export', because: `buildx ${buildx} with the driver ${driver} writes OCI layouts` };
  if (engine === undefined)
    return { kind: 'none', because: 'no Docker engine answers', hint: `start one or set DOCKER_HOST, ${OR_COMMAND}` };
  if (before(engine, FIRST_BUILDKIT))
    return {
      kind: 'none',
      because: `Docker engine ${engine} has no BuildKit, which came with 18.09`,
      hint: `update Docker, ${OR_COMMAND}`,
    };
  if (buildx !== undefined && containerdStore)
    return {
      kind: 'export',
      because: `buildx ${buildx} and the containerd store of Docker ${engine} write OCI layouts`,
    };
  if (buildx !== undefined)
    return { kind: 'save', because: `the store of Docker ${engine} exports no OCI layout: docker save and conversion` };
  if (before(client, BUILDX_ONLY))
    return { kind: 'save', because: `Docker ${client} builds with its own BuildKit: docker save and conversion` };
  return {
    kind: 'none',
    because: `the docker client ${client} builds only through its plugin buildx, which is not installed`,
    hint: `install docker-buildx-plugin, or put a client before 23.0 first on PATH, ${OR_COMMAND}`,
  };
}

const OR_COMMAND = 'or give the image a build-command that leaves an OCI layout';

/** False for what does not begin like a version. */
function before(version: string, [major, minor]: readonly [number, number]): boolean {
  const [, ownMajor, ownMinor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  if (ownMajor === undefined || ownMinor === undefined) return false;
  return Number(ownMajor) < major || (Number(ownMajor) === major && Number(ownMinor) < minor);
}
