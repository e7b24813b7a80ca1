import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { Definition } from '../../src/definition/read-definition.ts';

/** `sha256:` and 64 times the same digit. */
export const aDigest = (digit: string) => `sha256:${digit.repeat(64)}`;
export const anImage = (digit: string, repository = 'backend') =>
  `123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/${repository}@${aDigest(digit)}`;

/** A task of an API and a proxy beside it. */
export function aDefinition(api: ContainerDefinition = {}, task: Partial<Definition> = {}): Definition {
  return {
    family: 'backend',
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    ...task,
    containerDefinitions: [
      { name: 'api', image: anImage('1'), ...api },
      { name: 'proxy', image: anImage('2', 'proxy') },
    ],
  };
}
