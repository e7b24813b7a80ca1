import {
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  type ECSClient,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import type { Answer, Question } from './question.ts';
import { readErrorOf } from './read-error.ts';

/** How long one call may take; a hung connection must not cost the verdict. */
const CALL_MS = 10_000;

/** Asks one question; every way in which it can go wrong is an answer too. */
export async function askEcs(
  ecs: ECSClient,
  cluster: string,
  question: Question,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]);
    return await send(ecs, cluster, question, { abortSignal });
  } catch (error) {
    return { kind: 'error', question, error: readErrorOf(error) };
  }
}

async function send(
  ecs: ECSClient,
  cluster: string,
  question: Question,
  options: { readonly abortSignal: AbortSignal },
): Promise<Answer> {
  switch (question.kind) {
    case 'deployments': {
      const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...question.arns] });
      const { serviceDeployments = [] } = await ecs.send(command, options);
      return { kind: 'deployments', question, deployments: serviceDeployments };
    }
    case 'services': {
      const command = new DescribeServicesCommand({ cluster, services: [...question.services] });
      const { services = [] } = await ecs.send(command, options);
      return { kind: 'services', question, found: services };
    }
    case 'list': {
      const { by, status, token } = question;
      const filter = by === 'cluster' ? {} : 'startedBy' in by ? by : { serviceName: by.service };
      const page = token === undefined ? {} : { nextToken: token };
      const command = new ListTasksCommand({ cluster, desiredStatus: status, ...filter, ...page });
      const { taskArns = [], nextToken } = await ecs.send(command, options);
      return { kind: 'list', question, arns: taskArns, ...(nextToken ? { token: nextToken } : {}) };
    }
    case 'tasks': {
      const command = new DescribeTasksCommand({ cluster, tasks: [...question.arns] });
      const { tasks = [] } = await ecs.send(command, options);
      return { kind: 'tasks', question, tasks };
    }
    case 'definition': {
      const command = new DescribeTaskDefinitionCommand({ taskDefinition: question.arn, include: ['TAGS'] });
      const { tags = [] } = await ecs.send(command, options);
      return { kind: 'definition', question, tags };
    }
  }
}
