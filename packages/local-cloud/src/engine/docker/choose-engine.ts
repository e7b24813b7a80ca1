/** Which engine runs the tasks, decided from what was asked and what a Docker engine said of itself. */
export type EngineWanted = 'process' | 'docker' | 'auto';

export const ENGINES: readonly EngineWanted[] = ['process', 'docker', 'auto'];

/** What `GET /info` of a Docker engine says, or why nothing was to be had. */
export type DockerSeen =
  | { readonly kind: 'silent'; readonly because: string }
  | {
      readonly kind: 'answers';
      readonly version: string;
      readonly osType: string;
      readonly operatingSystem: string;
      readonly securityOptions: readonly string[];
    };

export type EngineChoice =
  | { readonly kind: 'process' | 'docker'; readonly because: string }
  | { readonly kind: 'refuse'; readonly because: string; readonly hint: string };

export function chooseEngine(wanted: EngineWanted, docker: DockerSeen): EngineChoice {
  if (wanted === 'process') return { kind: 'process', because: 'processes were asked for' };
  const obstacle = whyNot(docker);
  if (obstacle === undefined)
    return { kind: 'docker', because: `Docker ${docker.kind === 'answers' ? docker.version : ''} answers` };
  if (wanted === 'auto') return { kind: 'process', because: obstacle };
  return {
    kind: 'refuse',
    because: `the engine docker was asked for, but ${obstacle}`,
    hint: 'start a Docker engine on this machine, name its socket in DOCKER_HOST, or use --engine process',
  };
}

/** Tasks use the network of this machine, where database, registry and load balancer listen on the loopback interface. */
function whyNot(docker: DockerSeen): string | undefined {
  if (docker.kind === 'silent') return docker.because;
  if (docker.osType !== 'linux') return `Docker ${docker.version} runs containers of ${docker.osType}, not of Linux`;
  if (/Docker Desktop/i.test(docker.operatingSystem))
    return `${docker.operatingSystem} runs containers in a virtual machine, which has another loopback interface`;
  if (docker.securityOptions.some((option) => option.startsWith('name=rootless')))
    return `Docker ${docker.version} runs rootless, where containers have another loopback interface`;
  return undefined;
}
