/** CodeDeploy for services of ECS: blue/green, linear and canary deployments by its own names, over ECS's own stages. */
import * as sdk from '@aws-sdk/client-codedeploy';
import type { Cloud, Part } from '../cloud.ts';
import { isInstalling, isReady, replacement, shiftOf } from '../state/codedeploy.ts';
import { minutes } from '../state/ecs/delays.ts';
import { stepOf } from '../state/ecs/lifecycle.ts';
import type { Service } from '../state/ecs/model.ts';
import { tasksOf } from '../state/ecs/store.ts';
import { behindModel } from '../wire/api-model.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';
import { readAppSpec } from './codedeploy/app-spec.ts';
import { applicationsOf, byDefault } from './codedeploy/applications.ts';
import { configurationFor, goesBackOnFailure, loadBalancersOf, waitOf } from './codedeploy/from-group.ts';
import { type CodeDeployment, errors, type Group } from './codedeploy/model.ts';
import { contentOf, revisionBy } from './codedeploy/revisions.ts';
import { deploymentView, statusOfDeployment, targetView } from './codedeploy/views.ts';
import type { EcsEngine } from './ecs.ts';

/** `d-` and nine capitals or digits. */
const deploymentId = () => `d-${crypto.randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`;

/** How often a deployment that waits for somebody is looked at, in cloud milliseconds. */
const LOOKS_EVERY_MS = 5000;
const goesBackOnStop = ({ group }: CodeDeployment): boolean => group.input.autoRollbackConfiguration?.enabled ?? false;

export function createCodeDeploy(cloud: Cloud): Part & { readonly service: AwsService } {
  const known = applicationsOf();
  const deployments = new Map<string, CodeDeployment>();
  const ecs = () => cloud.service<EcsEngine>('ecs');
  /** The deployment, and the one that takes it back as soon as there is one. */
  const deployment = (id = ''): { readonly one: CodeDeployment; readonly rollback: CodeDeployment | undefined } => {
    const one = deployments.get(id);
    if (!one) throw errors.noDeployment(id);
    if (one.takesBack !== undefined || !one.of.rollback) return { one, rollback: undefined };
    const already = [...deployments.values()].find(({ takesBack }) => takesBack === id);
    const rollback = already ?? { ...one, id: deploymentId(), takesBack: id };
    deployments.set(rollback.id, rollback);
    return { one, rollback };
  };
  const serviceOf = ({ input }: Group): Service => {
    const { clusterName = '', serviceName = '' } = input.ecsServices?.[0] ?? {};
    const found = ecs().controller.find(clusterName, serviceName);
    if (!found) throw errors.badService(`The ECS service ${serviceName} in ${clusterName} could not be found.`);
    if (found.deploymentController.type !== 'CODE_DEPLOY')
      throw errors.badService(
        `Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller.`,
      );
    return found;
  };
  const targetOf = ({ service }: CodeDeployment) => `${service.clusterArn.split('/').at(-1)}:${service.name}`;
  const target = (one: CodeDeployment, id: string) => targetView(one, id, tasksOf(ecs().state, one.service));

  /** Stopped when it was Ready for so long. */
  const stopWhenNobodyContinues = (one: CodeDeployment, forMs: number, since?: number): void => {
    cloud.clock.after(LOOKS_EVERY_MS, () => {
      if (one.of.finishedAt !== undefined || one.of.rollback) return;
      const now = cloud.clock.now().getTime();
      const began = isReady(one.of) ? (since ?? now) : undefined;
      if (began !== undefined && now - began >= forMs) ecs().controller.stop(one.service, goesBackOnStop(one));
      else stopWhenNobodyContinues(one, forMs, began);
    });
  };

  const operations: AwsService['operations'] = {
    ...known.operations(serviceOf),
    async CreateDeployment(input: sdk.CreateDeploymentInput) {
      const application = known.application(input.applicationName);
      if (!input.deploymentGroupName) throw errors.noGroupName();
      const of = known.group(application, input.deploymentGroupName);
      if (!input.revision) throw errors.noRevisionAtAll();
      const configName = input.deploymentConfigName ?? of.input.deploymentConfigName ?? byDefault;
      const shift = shiftOf(configName);
      if (!shift) throw errors.noConfig(configName);
      const { revision } = input;
      const spec = readAppSpec(contentOf(revision));
      const service = serviceOf(of);
      const busy = [...deployments.values()].find(
        (each) => each.service === service && each.of.finishedAt === undefined,
      );
      if (busy) throw errors.busy(input.deploymentGroupName ?? '', busy.id);
      const balancers = await loadBalancersOf(cloud, of, spec);
      const id = deploymentId();
      const begun = ecs().controller.start(service, {
        id,
        taskDefinition: spec.taskDefinition,
        configuration: configurationFor(of, spec, shift),
        loadBalancers: balancers,
      });
      const made: CodeDeployment = {
        id,
        application: input.applicationName ?? '',
        group: of,
        configName,
        description: input.description,
        revision,
        service,
        of: begun,
      };
      deployments.set(id, made);
      cloud.clock.after(replacement.withinMs, () => {
        if (isInstalling(begun)) ecs().controller.giveUp(service, goesBackOnFailure(input, of), replacement.late);
      });
      const wait = waitOf(of);
      if (wait !== undefined) stopWhenNobodyContinues(made, minutes(wait));
      return { deploymentId: id };
    },
    GetApplicationRevision({ applicationName, revision = {} }: sdk.GetApplicationRevisionInput) {
      const { name } = known.application(applicationName);
      const theirs = [...deployments.values()].filter((one) => one.application === name);
      const found = revisionBy(
        revision,
        theirs.map((one) => one.revision),
      );
      if (!found) throw errors.noRevision(revision.appSpecContent?.sha256);
      return { applicationName: name, revision: found, revisionInfo: {} };
    },
    GetDeployment(input: sdk.GetDeploymentInput) {
      const { one, rollback } = deployment(input.deploymentId);
      return { deploymentInfo: deploymentView(one, rollback) };
    },
    BatchGetDeployments({ deploymentIds = [] }: sdk.BatchGetDeploymentsInput) {
      if (deploymentIds.length > 25) throw errors.tooMany(deploymentIds.length);
      const found = deploymentIds.filter((id) => deployments.has(id)).map((id) => deployment(id));
      return { deploymentsInfo: found.map(({ one, rollback }) => deploymentView(one, rollback)) };
    },
    ListDeployments(input: sdk.ListDeploymentsInput) {
      for (const id of [...deployments.keys()]) deployment(id);
      const wanted: readonly string[] | undefined = input.includeOnlyStatuses;
      const found = [...deployments.values()].filter(
        (one) =>
          (!input.applicationName || one.application === input.applicationName) &&
          (!input.deploymentGroupName || one.group.input.deploymentGroupName === input.deploymentGroupName) &&
          (!wanted || wanted.includes(statusOfDeployment(one))) &&
          isWithin(input.createTimeRange, one),
      );
      return { deployments: found.toReversed().map(({ id }) => id) };
    },
    // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
    ContinueDeployment({ deploymentId: id, deploymentWaitType = 'READY_WAIT' }: sdk.ContinueDeploymentInput) {
      const { one } = deployment(id);
      if (one.of.finishedAt !== undefined || one.of.rollback) throw errors.over(one.id);
      const waits = {
        READY_WAIT: isReady(one.of),
        TERMINATION_WAIT: one.of.progress !== undefined && stepOf(one.of.progress)?.stage === 'BAKE_TIME',
      };
      if (!waits[deploymentWaitType]) throw errors.notReady(one.id);
      ecs().controller.goOn(one.service);
      return {};
    },
    StopDeployment({ deploymentId: id, autoRollbackEnabled }: sdk.StopDeploymentInput) {
      const { one } = deployment(id);
      const goBack = autoRollbackEnabled ?? goesBackOnStop(one);
      if (one.of.finishedAt !== undefined || !ecs().controller.stop(one.service, goBack)) throw errors.over(one.id);
      return { status: 'Pending', statusMessage: 'Stopping deployment' };
    },
    GetDeploymentTarget({ deploymentId: id, targetId = '' }: sdk.GetDeploymentTargetInput) {
      const { one } = deployment(id);
      if (targetId !== targetOf(one)) throw errors.noTarget(targetId);
      return { deploymentTarget: target(one, targetId) };
    },
    ListDeploymentTargets: (input: sdk.ListDeploymentTargetsInput) => ({
      targetIds: [targetOf(deployment(input.deploymentId).one)],
    }),
  };
  return {
    service: {
      signingName: 'codedeploy',
      wire: { kind: 'json', version: '1.1', targetPrefix: 'CodeDeploy_20141006' },
      operations: behindModel(
        sdk,
        operations,
        () => (shape, member) => new AwsError('InvalidInputException', `${shape}.${member} is required.`),
      ),
    },
    engine: {},
  };
}

const isWithin = ({ start, end }: sdk.TimeRange = {}, { of, takesBack }: CodeDeployment): boolean => {
  const createdAt = (takesBack === undefined ? of.createdAt : of.rollback?.startedAt) ?? 0;
  return (!start || createdAt >= start.getTime()) && (!end || createdAt <= end.getTime());
};
