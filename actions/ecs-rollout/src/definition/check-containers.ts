import { isRecord, type Tell } from './check-shape.ts';

/** What the fields of a definition must be to each other, as far as the containers have to be told apart by it. */
export function checkContainers(definition: unknown, tell: Tell): void {
  const containers = isRecord(definition) ? definition.containerDefinitions : undefined;
  if (!Array.isArray(containers)) return;
  if (containers.length === 0) tell(['containerDefinitions'], 'is empty; ECS requires at least one container');
  const seen = new Set<string>();
  for (const [index, container] of containers.entries()) {
    if (!isRecord(container)) continue;
    const path = ['containerDefinitions', index];
    const { name } = container;
    if (name === undefined || name === '') tell([...path, 'name'], 'is missing; ECS requires it');
    else if (typeof name === 'string') {
      if (seen.has(name)) tell([...path, 'name'], `another container is called ${name} too`);
      seen.add(name);
    }
    checkNames(container, [...path], tell);
  }
}

// RegisterTaskDefinition: "The secret name must be unique and not shared with any new or existing environment
// variables set on the container".
function checkNames(container: Record<string, unknown>, path: readonly (string | number)[], tell: Tell): void {
  const variables = new Set(namesIn(container.environment));
  const secrets = new Set<string>();
  for (const [index, name] of namesIn(container.secrets).entries()) {
    if (name === undefined) continue;
    const at = [...path, 'secrets', index, 'name'];
    if (variables.has(name)) tell(at, `${name} is in environment too; ECS takes a name only once`);
    else if (secrets.has(name)) tell(at, `another secret is called ${name} too; ECS takes a name only once`);
    secrets.add(name);
  }
}

function namesIn(list: unknown): (string | undefined)[] {
  if (!Array.isArray(list)) return [];
  return list.map((one) => (isRecord(one) && typeof one.name === 'string' ? one.name : undefined));
}
