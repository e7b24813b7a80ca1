/** Where in CodeDeploy a service is deployed. */
export interface Place {
  readonly application: string;
  readonly group: string;
}

/** The names that the ECS console gives, which the market's action takes too, where nothing else is said. */
export function placeOf(cluster: string, service: string, named: Partial<Place> = {}): Place {
  const name = cluster.split('/').at(-1);
  return {
    application: named.application ?? `AppECS-${name}-${service}`,
    group: named.group ?? `DgpECS-${name}-${service}`,
  };
}
