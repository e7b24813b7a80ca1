export const id = 6012;
export const ids = [6012];
export const modules = {

/***/ 16384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WK: () => (/* binding */ writeAppSpec),
/* harmony export */   ah: () => (/* binding */ taskDefinitionIn),
/* harmony export */   bz: () => (/* binding */ withoutHooks)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);


/** As JSON, which CodeDeploy takes as well as YAML. */
function writeAppSpec({ taskDefinition, container, port, capacityProviders, network, platformVersion, hooks = {}, }) {
    const properties = {
        TaskDefinition: taskDefinition,
        LoadBalancerInfo: { ContainerName: container, ContainerPort: port },
        ...(platformVersion ? { PlatformVersion: platformVersion } : {}),
        ...(capacityProviders
            ? {
                CapacityProviderStrategy: capacityProviders.map(({ capacityProvider, base = 0, weight = 0 }) => ({
                    Base: base,
                    CapacityProvider: capacityProvider,
                    Weight: weight,
                })),
            }
            : {}),
        ...(network
            ? {
                NetworkConfiguration: {
                    AwsvpcConfiguration: {
                        Subnets: network.subnets,
                        SecurityGroups: network.securityGroups ?? [],
                        AssignPublicIp: network.assignPublicIp ?? 'DISABLED',
                    },
                },
            }
            : {}),
    };
    return JSON.stringify({
        version: 0,
        Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
        ...(Object.keys(hooks).length > 0
            ? { Hooks: Object.entries(hooks).map(([event, functionArn]) => ({ [event]: functionArn })) }
            : {}),
    });
}
const service = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Properties: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ TaskDefinition: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) });
const resources = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), service)).min(1);
const sections = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
/** The task definition that an AppSpec, of whoever it is, leads to; undefined when it is not to be found in it. */
function taskDefinitionIn(content) {
    const read = sectionsOf(content);
    const [first] = resources.safeParse(read?.Resources ?? read?.resources).data ?? [];
    return Object.values(first ?? {})[0]?.Properties.TaskDefinition;
}
/**
 * The AppSpec that puts back what ran before by this one: nobody is asked about it once more, so that a hook that is
 * broken by now cannot keep a service from going back. Undefined when it is no AppSpec.
 */
function withoutHooks(content) {
    const read = sectionsOf(content);
    if (!read)
        return undefined;
    return JSON.stringify(Object.fromEntries(Object.entries(read).filter(([section]) => !/^hooks$/i.test(section))));
}
function sectionsOf(content) {
    try {
        return sections.safeParse((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(content ?? '')).data;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ goBackByCodeDeploy)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47188);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91902);
/* harmony import */ var _app_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16384);
/* harmony import */ var _next_step_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77427);
/* harmony import */ var _position_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70542);
/* harmony import */ var _task_sets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21428);
/* harmony import */ var _whose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6113);







/** A definition that itself fails would be tried for ever. */
const MOST_CHANGES = 2;
/** How long UpdateService may take to show before it is asked for again. */
const SHOWS_WITHIN_MS = 60_000;
/** CodeDeploy shows the way back of a deployment a moment after its end. */
const QUIET_MS = 10_000;
/** Brings one service back to an earlier task definition, and waits until its tasks have the traffic. */
async function goBackByCodeDeploy(ecs, calls, cluster, goal, pace) {
    const world = { ecs, calls, cluster, goal, pace };
    const one = {
        ...world,
        steps: [],
        updates: [],
        deployments: 0,
        busyAt: undefined,
        leadsBack: undefined,
        last: '',
    };
    const end = await (0,_pace_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .k)(pace, async () => {
        const done = await advance(one);
        return done === undefined ? { waiting: `${goal.service}: ${one.last}` } : { done };
    });
    const late = end === undefined ? `not back within ${pace.within.ms / 1000} s: ` : '';
    const took = end && one.leadsBack !== undefined ? tookBy(await calls.deployment(one.leadsBack)) : undefined;
    return {
        back: end ?? false,
        because: `${late}${one.last}`,
        steps: one.steps,
        ...(took ? { took } : {}),
        ...(one.outcome ? { outcome: one.outcome } : {}),
    };
}
/** Looks at the service and does the next step; whether it is back, once that is known. */
async function advance(one) {
    const { ecs, calls, cluster, goal, pace } = one;
    const at = await (0,_position_js__WEBPACK_IMPORTED_MODULE_2__/* .position */ .G)(ecs, calls, cluster, goal.service, goal.place);
    const step = (0,_next_step_back_js__WEBPACK_IMPORTED_MODULE_1__/* .nextStepBack */ .PZ)(at, goal);
    one.last = step.because;
    // Once a way back was seen, no other is to come.
    if (at.inFlight)
        one.busyAt = (0,_whose_js__WEBPACK_IMPORTED_MODULE_4__/* .isWayBack */ .PU)(at.inFlight.info) ? undefined : pace.now().getTime();
    switch (step.kind) {
        case 'theirs':
            one.outcome = superseded(goal, step, pace.now());
            return false;
        case 'wait':
            one.leadsBack = at.inFlight?.info.deploymentId ?? one.leadsBack;
            return undefined;
        case 'continue':
            one.leadsBack = step.deployment;
            await calls.continue(step.deployment);
            note(one, 'ContinueDeployment');
            return undefined;
        case 'stop':
            if (one.stopped === step.deployment)
                return undefined;
            one.stopped = step.deployment;
            await calls.stop(step.deployment);
            note(one, 'StopDeployment');
            return undefined;
    }
    if (step.kind === 'done' && at.inFlight)
        return true;
    if (!(await isQuiet(one)))
        return undefined;
    return step.kind === 'done' ? true : change(one, at.service, step);
}
/** Changes the service, or has it deployed; false when that was done too often already. */
async function change(one, service, step) {
    const { ecs, cluster, goal, pace, updates } = one;
    if (step.kind === 'deploy') {
        if (one.deployments === MOST_CHANGES)
            return false;
        const begun = await one.calls.createUnlessBusy(goal.place, {
            content: goal.appSpec ?? appSpecOf(service, goal),
            description: (0,_whose_js__WEBPACK_IMPORTED_MODULE_4__/* .descriptionBack */ .I)(goal.mark),
            ...(goal.config ? { config: goal.config } : {}),
        });
        if (begun === undefined)
            return undefined;
        one.deployments += 1;
        note(one, 'CreateDeployment');
        return undefined;
    }
    const now = pace.now().getTime();
    if (now - (updates.at(-1) ?? Number.NEGATIVE_INFINITY) < SHOWS_WITHIN_MS)
        return undefined;
    if (updates.length === MOST_CHANGES)
        return false;
    updates.push(now);
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_5__/* .UpdateServiceCommand */ .k({ cluster, service: goal.service, ...step.change }));
    note(one, 'UpdateService');
    return undefined;
}
const note = ({ steps, pace, last }, what) => steps.push({ at: pace.now(), what: `${what}: ${last}` });
/** Whether CodeDeploy has nothing more to take back by itself. */
async function isQuiet({ calls, pace, busyAt, stopped }) {
    if (busyAt === undefined || pace.now().getTime() - busyAt >= QUIET_MS)
        return true;
    return stopped !== undefined && hasGoneBack(calls, stopped);
}
/** By CodeDeploy's clock; it stamps no shift of traffic, so one that still waits to end the old tasks tells nothing. */
function tookBy({ createTime: from, completeTime: to }) {
    return from && to ? { from, to } : undefined;
}
function superseded({ service }, { because, deployment, taskDefinition }, at) {
    const { deploymentId = '', createTime } = deployment;
    const by = {
        deployment: deploymentId,
        tags: {},
        ...(createTime ? { since: createTime } : {}),
        ...(taskDefinition ? { taskDefinition } : {}),
    };
    return { kind: 'superseded', service, deployment: deploymentId, because, at, by };
}
/** Whether the way back of a stopped deployment is known, and over. */
async function hasGoneBack(calls, stopped) {
    const back = (await calls.deployment(stopped)).rollbackInfo?.rollbackDeploymentId;
    return back !== undefined && ['Succeeded', 'Failed', 'Stopped'].includes((await calls.deployment(back)).status ?? '');
}
function appSpecOf(service, { taskDefinition, settings = {} }) {
    const forward = (0,_task_sets_js__WEBPACK_IMPORTED_MODULE_6__/* .loadBalancerOf */ .Aw)(service);
    if (!forward)
        throw new Error(`${service.serviceName} stands behind no load balancer any more`);
    const { capacityProviderStrategy, networkConfiguration, platformVersion } = settings;
    const network = networkConfiguration?.awsvpcConfiguration;
    return (0,_app_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAppSpec */ .WK)({
        taskDefinition,
        ...forward,
        ...(capacityProviderStrategy?.length ? { capacityProviders: capacityProviderStrategy } : {}),
        ...(network ? { network } : {}),
        ...(platformVersion ? { platformVersion } : {}),
    });
}


/***/ }),

/***/ 87022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ groupOf)
/* harmony export */ });
/** The deployment group of a service; refused when there is none, or when it deploys another service. */
async function groupOf(calls, place, cluster, service) {
    const group = await groupAt(calls, place);
    return 'kind' in group ? group : (mistakeIn(group, place, cluster, service) ?? group);
}
async function groupAt(calls, place) {
    try {
        return await calls.group(place);
    }
    catch (error) {
        const missing = error instanceof Error && missingIn[error.name];
        if (!missing)
            throw error;
        return {
            kind: 'refused',
            because: `is deployed by CodeDeploy, which has ${missing(place)}`,
            hint: 'create it, or name the right one under code-deploy of the service',
        };
    }
}
const missingIn = {
    ApplicationDoesNotExistException: ({ application }) => `no application ${application}`,
    DeploymentGroupDoesNotExistException: ({ application, group }) => `no group ${group} in application ${application}`,
};
function mistakeIn({ ecsServices = [] }, { group }, cluster, { serviceName }) {
    const [first] = ecsServices;
    const nameOf = (text) => text?.split('/').at(-1);
    if (first && nameOf(first.serviceName) === serviceName && nameOf(first.clusterName) === nameOf(cluster))
        return undefined;
    return {
        kind: 'refused',
        because: `is not what the deployment group ${group} deploys, but ${first?.clusterName}/${first?.serviceName}`,
        hint: 'name the right application and group under code-deploy of the service',
    };
}


/***/ }),

/***/ 36276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lazily)
/* harmony export */ });
/** Loads the client of CodeDeploy with the first service that needs it, and once. */
function lazily(settings) {
    let opened;
    return () => {
        opened ??= Promise.all(/* import() */[__webpack_require__.e(891), __webpack_require__.e(2428)]).then(__webpack_require__.bind(__webpack_require__, 12428)).then(({ openCodeDeploy }) => openCodeDeploy(settings));
        return opened;
    };
}


/***/ }),

/***/ 77427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ nextStepBack),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/* unused harmony export sameRevision */
/* harmony import */ var _go_back_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66263);
/* harmony import */ var _service_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47102);
/* harmony import */ var _task_sets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21428);
/* harmony import */ var _whose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6113);




/** Asking it again at any moment is safe. */
function nextStepBack({ service, inFlight }, goal) {
    if (inFlight)
        return stepInFlight(service, inFlight, goal);
    const { taskDefinition } = goal;
    const primary = (0,_task_sets_js__WEBPACK_IMPORTED_MODULE_2__/* .primarySet */ .bY)(service);
    const running = primary?.taskDefinition ?? service.taskDefinition;
    const different = goal.settings ? (0,_service_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsBack */ .PO)(service, goal.settings) : {};
    // Before the deployment, which may go on for an hour once the traffic is where it should be.
    const change = changeBack(service, different, goal);
    if (Object.keys(change).length > 0)
        return { kind: 'update', because: tell(service, change), change };
    if (!sameRevision(running, taskDefinition))
        return { kind: 'deploy', because: `${short(running)} -> ${short(taskDefinition)}` };
    const redeployed = Object.keys(different).filter((field) => ofTaskSets.includes(field));
    if (redeployed.length > 0)
        return { kind: 'deploy', because: `${short(running)} with ${redeployed.join(', ')}` };
    if (primary && primary.stabilityStatus !== 'STEADY_STATE')
        return { kind: 'wait', because: `the tasks of ${short(taskDefinition)} are not steady yet` };
    return { kind: 'done', because: `runs ${short(taskDefinition)}` };
}
function stepInFlight(service, { info, taskDefinition, from }, goal) {
    const { deploymentId = '', description } = info;
    if ((0,_whose_js__WEBPACK_IMPORTED_MODULE_3__/* .isWayBack */ .PU)(info))
        return { kind: 'wait', because: `${deploymentId} takes it back` };
    const ours = deploymentId === goal.adopted || (0,_whose_js__WEBPACK_IMPORTED_MODULE_3__/* .isMarked */ .rZ)(description, goal.mark);
    // One that comes from the goal is no way back to it, though it leads to the same revision: it was forced.
    const forced = ours && !goal.renewed && sameRevision(from, goal.taskDefinition);
    if (sameRevision(taskDefinition, goal.taskDefinition) && !forced) {
        // What is left of it is to wait, an hour perhaps, and then to end the tasks that have no traffic any more.
        if (info.instanceTerminationWaitTimeStarted && sameRevision((0,_task_sets_js__WEBPACK_IMPORTED_MODULE_2__/* .primarySet */ .bY)(service)?.taskDefinition, taskDefinition))
            return { kind: 'done', because: `runs ${short(taskDefinition)}; CodeDeploy waits to end the tasks of before` };
        if (ours && info.status === 'Ready')
            return { kind: 'continue', because: `${deploymentId} waits before the traffic shifts`, deployment: deploymentId };
        return { kind: 'wait', because: 'on the way back' };
    }
    if (!ours)
        return {
            kind: 'theirs',
            because: `somebody else's deployment ${deploymentId} to ${short(taskDefinition)} is under way`,
            deployment: info,
            ...(taskDefinition ? { taskDefinition } : {}),
        };
    return { kind: 'stop', because: `${deploymentId} is under way`, deployment: deploymentId };
}
/** Fields that a deployment of CodeDeploy changes, by its AppSpec. */
const ofTaskSets = ['capacityProviderStrategy', 'networkConfiguration'];
/**
 * "For services using the blue/green (CODE_DEPLOY) deployment controller, only the desired count, deployment
 * configuration, health check grace period, task placement constraints and strategies, enable ECS managed tags option,
 * and propagate tags can be updated": https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
const ofService = [
    'deploymentConfiguration',
    'enableECSManagedTags',
    'healthCheckGracePeriodSeconds',
    'placementConstraints',
    'placementStrategy',
    'propagateTags',
];
function changeBack(service, different, goal) {
    const desiredCount = (0,_go_back_js__WEBPACK_IMPORTED_MODULE_0__/* .countBack */ .Po)({ service, desiredCount: service.desiredCount ?? 0 }, goal);
    const settings = ofService.flatMap((field) => (field in different ? [[field, different[field]]] : []));
    return { ...Object.fromEntries(settings), ...(desiredCount === undefined ? {} : { desiredCount }) };
}
function tell({ desiredCount: now }, { desiredCount, ...settings }) {
    const counts = desiredCount === undefined ? [] : [`${now} -> ${desiredCount} tasks`];
    return [...counts, ...Object.keys(settings)].join(', ');
}
/** By family and revision: an AppSpec names a definition by these or by the whole ARN. */
const sameRevision = (a, b) => a !== undefined && short(a) === short(b);
const short = (arn) => arn?.split('/').at(-1) ?? 'an unknown task definition';


/***/ }),

/***/ 26598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf)
/* harmony export */ });
/** The names that the ECS console gives, which the market's action takes too, where nothing else is said. */
function placeOf(cluster, service, named = {}) {
    const name = cluster.split('/').at(-1);
    return {
        application: named.application ?? `AppECS-${name}-${service}`,
        group: named.group ?? `DgpECS-${name}-${service}`,
    };
}


/***/ }),

/***/ 70542:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ position)
/* harmony export */ });
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2089);
/* harmony import */ var _app_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16384);
/* harmony import */ var _task_sets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21428);
/* harmony import */ var _whose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6113);




/** Where a service of CodeDeploy stands. Throws when the cluster has no active service of this name. */
async function position(ecs, calls, cluster, name, place) {
    // The deployments first: one that ends in between is then seen in what it has left behind.
    const [id] = await calls.inFlight(place);
    const info = id === undefined ? undefined : await calls.deployment(id);
    const taskDefinition = info && !(0,_whose_js__WEBPACK_IMPORTED_MODULE_1__/* .isWayBack */ .PU)(info) ? (0,_app_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .taskDefinitionIn */ .ah)(await calls.appSpec(info)) : undefined;
    const service = (await (0,_services_js__WEBPACK_IMPORTED_MODULE_2__/* .describeServices */ .Ge)(ecs, cluster, [name])).get(name);
    if (!service)
        throw new Error(`${cluster} has no active service ${name}`);
    const from = (0,_task_sets_js__WEBPACK_IMPORTED_MODULE_3__/* .setBesides */ .g6)(service, id ?? '')?.taskDefinition;
    return {
        service,
        ...(info ? { inFlight: { info, ...(taskDefinition ? { taskDefinition } : {}), ...(from ? { from } : {}) } } : {}),
    };
}


/***/ }),

/***/ 21428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ loadBalancerOf),
/* harmony export */   bY: () => (/* binding */ primarySet),
/* harmony export */   g6: () => (/* binding */ setBesides),
/* harmony export */   s4: () => (/* binding */ setOf)
/* harmony export */ });
/** The task set that has the production traffic. */
const primarySet = ({ taskSets = [] }) => taskSets.find(({ status }) => status === 'PRIMARY');
/** The task set that a deployment made, by the id that it bears: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html */
const setOf = ({ taskSets = [] }, deployment) => taskSets.find(({ externalId }) => externalId === deployment);
/** The task set that a deployment is to replace, or would have replaced. */
const setBesides = ({ taskSets = [] }, deployment) => taskSets.find(({ externalId }) => externalId !== deployment);
/** What the load balancer of a service forwards to; undefined where it stands behind none. */
function loadBalancerOf(service) {
    const [first] = primarySet(service)?.loadBalancers ?? service.loadBalancers ?? [];
    if (!first?.containerName || first.containerPort === undefined)
        return undefined;
    return { container: first.containerName, port: first.containerPort };
}


/***/ }),

/***/ 6113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   I: () => (/* binding */ descriptionBack),
/* harmony export */   O0: () => (/* binding */ putsBack),
/* harmony export */   PU: () => (/* binding */ isWayBack),
/* harmony export */   rZ: () => (/* binding */ isMarked)
/* harmony export */ });
/** Ends the description of every deployment of a run, so that the run and its post step know their own. */
const markOf = (runId) => `[golive run ${runId}]`;
const isMarked = (description, mark) => description?.endsWith(mark) ?? false;
const back = 'puts back what was before';
/** Of a deployment that puts something back. */
const descriptionBack = (mark) => `${back} ${mark}`;
/** Whether a deployment of Golive's puts something back; undefined when it is not known to be Golive's. */
function putsBack(description = '') {
    return /\[golive run [^\]]+\]$/.test(description) ? description.startsWith(back) : undefined;
}
/** Whether CodeDeploy itself began it, to take another one back. */
const isWayBack = ({ creator }) => creator === 'codeDeployRollback';


/***/ }),

/***/ 2674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HH: () => (/* binding */ sharedQuotas),
/* harmony export */   cg: () => (/* binding */ keepWithinQuotas)
/* harmony export */ });
/* unused harmony exports quotas, bucket */
/**
 * Half of what https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html lets an account do
 * within any minute, which is the burst and sixty seconds of the sustained rate: other pipelines and consoles share
 * the account. Changes are made once and keep most of their burst, so that few services do not wait at all.
 */
const quotas = [
    { operations: ['DescribeServices'], burst: 50, sustained: 10 },
    {
        operations: ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'],
        burst: 25,
        sustained: 10,
    },
    { operations: ['DescribeTasks', 'ListTasks'], burst: 50, sustained: 10 },
    { operations: ['DescribeTaskDefinition', 'ListTaskDefinitions'], burst: 25, sustained: 10 },
    // 175 of 350 a minute.
    { operations: ['UpdateService', 'StopServiceDeployment'], burst: 40, sustained: 2.25 },
    // 40 of 80 a minute.
    { operations: ['RegisterTaskDefinition'], burst: 16, sustained: 0.4 },
];
/** Every call of this client waits for its turn from here on; a call without a quota of its own goes at once. */
const keepWithinQuotas = (ecs, waiting) => sharedQuotas(waiting)(ecs);
/** The same for several clients, which take their turns from one another: together they stay within the quotas. */
function sharedQuotas(waiting) {
    const buckets = new Map();
    for (const quota of quotas) {
        const take = bucket(quota, waiting);
        for (const operation of quota.operations)
            buckets.set(operation, take);
    }
    return (ecs) => {
        ecs.middlewareStack.add((next, context) => async (input) => {
            await buckets.get((context.commandName ?? '').replace(/Command$/, ''))?.();
            return next(input);
        }, { step: 'initialize', name: 'withinQuotas' });
        return ecs;
    };
}
/** Gives one turn after another, each at the moment at which the bucket has a token for it. */
function bucket({ burst, sustained }, { now, sleep }) {
    // Whole milliseconds, as the clock tells them: a part of one less would let a call come too early.
    const gap = Math.ceil(1000 / sustained);
    // The moment at which the bucket will be full again; it may lie ahead by at most `burst` tokens without a wait.
    let full = Number.NEGATIVE_INFINITY;
    return async () => {
        const at = now().getTime();
        full = Math.max(full, at) + gap;
        const wait = full - at - burst * gap;
        if (wait > 0)
            await sleep(wait);
    };
}


/***/ }),

/***/ 52562:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VM: () => (/* binding */ gantt),
/* harmony export */   eX: () => (/* binding */ durationsTable)
/* harmony export */ });
/* unused harmony exports stretchesOf, usual */
/* harmony import */ var _evidence_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87232);
/* harmony import */ var _values_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);
/** A rollout as a picture: when each service registered, started, became healthy, took traffic and was stable. */


/** Stages in the order in which they come; what a bar is called that leads up to the moment. */
const stages = [
    { until: 'first task started', what: 'first task starts' },
    { until: 'first healthy', what: 'becomes healthy' },
    { until: 'traffic shifted', what: 'traffic shifts' },
    { until: 'bake', what: 'bakes' },
    { until: 'stable', what: 'settles' },
];
/** The bars of one service, without gaps, from the beginning of its deployment to its end. */
function stretchesOf(service, moments) {
    const ours = moments.filter((one) => one.service === service);
    const first = (what) => ours.find((one) => one.what === what)?.at;
    // Of a deployment that this run only took back, the beginning is not told.
    let from = first('deployment began') ?? first('going back');
    if (!from)
        return [];
    const bars = [];
    const until = (what, to, kind) => {
        if (!from || !to || to < from)
            return;
        bars.push({ service, what, from, to, kind });
        from = to;
    };
    const turned = first('going back') ?? first('stopped by us');
    for (const { until: moment, what } of stages) {
        const at = first(moment);
        if (!turned || (at && at <= turned))
            until(what, at, moment === 'stable' ? 'done' : 'active');
    }
    if (turned) {
        // A service that was stable goes back for another's sake; between the two it only waited.
        const settled = first('stable');
        if (settled && settled <= turned)
            from = turned;
        else if (from < turned)
            until('fails', turned, 'crit');
        until('goes back', first('back'), 'crit');
    }
    return bars;
}
/** A Mermaid Gantt chart, which GitHub draws in a job summary. */
function gantt(services, moments) {
    const bars = services.map((service) => stretchesOf(service, moments));
    const all = bars.flat();
    if (all.length === 0)
        return (0,_evidence_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .trustedMarkdown */ .pG)('');
    const start = Math.min(...all.map(({ from }) => from.getTime()));
    const line = ({ what, from, to, kind }, index, section) => 
    // Milliseconds since the start, so that the axis reads as a stop watch. Mermaid hides a bar without width.
    `  ${what} :${kind}, s${section}b${index}, ${from.getTime() - start}, ${Math.max(1, Math.round((to.getTime() - from.getTime()) / 1000))}s`;
    const sections = services.flatMap((service, section) => {
        const own = bars[section] ?? [];
        if (own.length === 0)
            return [];
        return [`  section ${label(service)}`, ...own.map((bar, index) => line(bar, index, section))];
    });
    return (0,_evidence_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .trustedMarkdown */ .pG)(['```mermaid', roomFor(services), 'gantt', '  dateFormat x', '  axisFormat %M:%S', ...sections, '```'].join('\n'));
}
/** Mermaid's font is about 7 pixels a letter, and its own margin is too narrow for most services' names. */
const roomFor = (services) => {
    const longest = Math.max(...services.map((service) => service.length));
    return `%%{init: {"gantt": {"leftPadding": ${Math.max(75, longest * 7 + 25)}}}}%%`;
};
/** Mermaid takes `:`, `;` and `#` for its own; ECS allows letters, digits, - and _ in a service's name. */
const label = (text) => text.replace(/[^\p{L}\p{N} _-]/gu, ' ');
const columns = [
    { what: 'first task started', head: 'First task' },
    { what: 'first healthy', head: 'Healthy' },
    { what: 'traffic shifted', head: 'Traffic' },
    { what: 'stable', head: 'Stable' },
];
/** When each stage was reached, counted from the beginning; a stage that no service came to has no column. */
function durationsTable(services, moments, history) {
    const when = (service, what) => moments.find((one) => one.service === service && one.what === what)?.at.getTime();
    const begun = services.filter((service) => when(service, 'deployment began') !== undefined);
    if (begun.length === 0)
        return (0,_evidence_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .trustedMarkdown */ .pG)('');
    const shown = columns.filter(({ what }) => begun.some((service) => when(service, what) !== undefined));
    const rows = begun.map((service) => {
        const began = when(service, 'deployment began') ?? 0;
        const after = ({ what }) => {
            const at = when(service, what);
            return at === undefined ? '–' : `+${(0,_values_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)({ ms: Math.max(0, at - began) })}`;
        };
        return [service, ...shown.map(after), usual(history.get(service) ?? [])];
    });
    return (0,_evidence_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Service', ...shown.map(({ head }) => head), 'Usually stable after'], rows);
}
/** `3m 40s (2m 10s to 5m, last 10)`: median, least and most of the deployments before. */
function usual(durations) {
    if (durations.length === 0)
        return 'no deployment before';
    const sorted = [...durations].sort((a, b) => a - b);
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
    const told = `${(0,_values_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)({ ms: median(sorted) })}`;
    return sorted.length === 1
        ? `${told} (the last one)`
        : `${told} (${(0,_values_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)({ ms: least })} to ${(0,_values_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)({ ms: most })}, last ${sorted.length})`;
}
function median(sorted) {
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle] ?? 0;
    return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}


/***/ }),

/***/ 90768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sayBy),
/* harmony export */   m: () => (/* binding */ endedBy)
/* harmony export */ });
/** Who took a deployment back, by what ECS says about its monitors, its hooks and its reasons. */
function endedBy(deployment, ourStop) {
    const said = `${deployment.rollback?.reason ?? ''} ${deployment.statusReason ?? ''}`;
    const alarms = deployment.alarms?.triggeredAlarmNames ?? [];
    if (deployment.alarms?.status === 'TRIGGERED' || alarms.length > 0 || /\balarms?\b/i.test(said))
        return { kind: 'alarm', alarms };
    const breaker = deployment.deploymentCircuitBreaker;
    if (breaker?.status === 'TRIGGERED' || /circuit breaker/i.test(said))
        return {
            kind: 'circuit-breaker',
            ...(breaker?.failureCount === undefined ? {} : { failures: breaker.failureCount }),
            ...(breaker?.threshold === undefined ? {} : { threshold: breaker.threshold }),
        };
    if (ourStop !== undefined)
        return { kind: 'us', why: ourStop };
    const hook = deployment.lifecycleHookDetails?.find(({ status }) => status === 'FAILED' || status === 'TIMED_OUT');
    if (hook || /\bhook\b/i.test(said))
        return { kind: 'hook', hook: hook?.targetArn ?? hook?.hookId ?? 'a lifecycle hook' };
    return { kind: 'somebody' };
}
function sayBy(by) {
    switch (by.kind) {
        case 'alarm':
            return by.alarms.length > 0 ? `by alarm ${by.alarms.join(', ')}` : 'by an alarm';
        case 'circuit-breaker':
            return by.failures === undefined
                ? 'by the circuit breaker'
                : `by the circuit breaker (${by.failures} of ${by.threshold ?? '?'} failures)`;
        case 'us':
            return `by this run: ${by.why}`;
        case 'hook':
            return `by ${by.hook}`;
        case 'code-deploy':
            return `by CodeDeploy, ${by.code}`;
        case 'somebody':
            return 'by a request that was not this run’s';
    }
}


/***/ }),

/***/ 33358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ BATCH),
/* harmony export */   Fy: () => (/* binding */ untilNextService),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   Us: () => (/* binding */ whileOpen),
/* harmony export */   _y: () => (/* binding */ CADENCE),
/* harmony export */   lg: () => (/* binding */ untilNextLook)
/* harmony export */ });
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35085);

const CADENCE = {
    quick: 1000,
    early: 1500,
    steady: 2000,
    waiting: 4200,
    relist: 2000,
    reprove: 8000,
    explain: 3000,
    show: 3500,
};
/** The same cadence, nowhere slower than `ms`. */
const atMost = (ms) => {
    const least = (name) => Math.min(CADENCE[name], ms);
    return {
        quick: least('quick'),
        early: least('early'),
        steady: least('steady'),
        waiting: least('waiting'),
        relist: least('relist'),
        reprove: least('reprove'),
        explain: Math.min(CADENCE.explain, 20 * ms),
        show: Math.min(CADENCE.show, 20 * ms),
    };
};
/** While services still join only a failure is waited for. */
const whileOpen = (cadence) => ({
    ...cadence,
    quick: cadence.early,
    early: cadence.waiting,
    steady: cadence.waiting,
});
const EARLY_MS = 60_000;
/** How many services one call can ask for. */
const BATCH = { deployments: 20, services: 10, tasks: 100 };
/** Milliseconds until a service's deployment is asked for again: its stage decides, and the quota bounds it. */
function untilNextLook(cadence, deployment, at) {
    const round = (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__/* .shortestRound */ .vN)('deployments', Math.ceil(at.services / BATCH.deployments));
    return Math.max(wanted(cadence, deployment, at), round);
}
function wanted(cadence, deployment, { nowMs, beganMs, bakeEndsMs }) {
    if (!deployment)
        return cadence.quick;
    if (deployment.lifecycleStage === 'BAKE_TIME' && bakeEndsMs !== undefined) {
        const left = bakeEndsMs - nowMs;
        // Looks again at the end itself, and quickly from then on.
        return left > cadence.quick ? Math.min(cadence.waiting, left) : cadence.quick;
    }
    return nowMs - beganMs < EARLY_MS ? cadence.early : cadence.steady;
}
/** Milliseconds until DescribeServices is asked for a service whose deployment did not change meanwhile. */
function untilNextService(cadence, services) {
    const bucket = 'services';
    return Math.max(cadence.waiting, (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__/* .shortestRound */ .vN)(bucket, Math.ceil(services / BATCH.services)));
}


/***/ }),

/***/ 2728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ ourEvents),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   N5: () => (/* binding */ knownFailures),
/* harmony export */   Ox: () => (/* binding */ failedTasks),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   Yi: () => (/* binding */ countedFailures),
/* harmony export */   bw: () => (/* binding */ ourEntry),
/* harmony export */   lx: () => (/* binding */ stoppedCounters),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   tu: () => (/* binding */ runningCounters)
/* harmony export */ });
/* harmony import */ var _causes_explain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37077);

/** Events that come with every deployment and tell nothing of a task's end. */
const ROUTINE = /has reached a steady state|deployment completed|registered \d+ targets|has begun draining|has stopped \d+ running tasks|has started \d+ tasks/;
/** The entry of `service.deployments` that is ours: the one nearest in time with our definition. */
function ourEntry(state, service) {
    const entries = service.deployments ?? [];
    if (state.startedBy)
        return entries.find(({ id }) => id === state.startedBy);
    const began = state.deployment?.createdAt?.getTime();
    if (began === undefined)
        return undefined;
    // A definition deployed again by force stands there twice; an older entry of it is not ours.
    const near = entries
        .filter(({ taskDefinition }) => taskDefinition === state.watched.taskDefinition)
        .map((entry) => ({ entry, away: (entry.createdAt?.getTime() ?? 0) - began }))
        .filter(({ away }) => away >= -ENTRY_MAY_PRECEDE_MS)
        .sort((a, b) => Math.abs(a.away) - Math.abs(b.away));
    return near[0]?.entry;
}
const ENTRY_MAY_PRECEDE_MS = 60_000;
/** Service events since our deployment began. */
function ourEvents(state) {
    const began = state.deployment?.createdAt?.getTime() ?? Number.POSITIVE_INFINITY;
    return (state.service?.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= began);
}
/** Tasks of our deployment, as the deployment itself counts them. */
function countsOf(state) {
    const target = state.deployment?.targetServiceRevision;
    const entry = state.service && ourEntry(state, state.service);
    return {
        running: target?.runningTaskCount ?? entry?.runningCount ?? 0,
        pending: target?.pendingTaskCount ?? entry?.pendingCount ?? 0,
        desired: target?.requestedTaskCount ?? entry?.desiredCount ?? state.service?.desiredCount ?? 0,
    };
}
/** Failures as ECS counts them, for the breaker and for the deployment. */
function countedFailures(state) {
    const entry = state.service && ourEntry(state, state.service);
    return Math.max(state.deployment?.deploymentCircuitBreaker?.failureCount ?? 0, entry?.failedTasks ?? 0);
}
/** Whether a described task belongs to this deployment. */
function isOurs(state, task) {
    if (state.startedBy)
        return task.startedBy === state.startedBy;
    const began = state.deployment?.createdAt?.getTime() ?? Number.POSITIVE_INFINITY;
    return (task.taskDefinitionArn === state.watched.taskDefinition &&
        (task.createdAt?.getTime() ?? 0) >= began - ENTRY_MAY_PRECEDE_MS);
}
const explained = new WeakMap();
/** An answer never changes, so that each is matched against the catalogue once. */
function explainOnce(task) {
    if (!explained.has(task))
        explained.set(task, (0,_causes_explain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .explainStopped */ .$d)(task));
    return explained.get(task);
}
/** Tasks of this deployment that speak against it, with why. */
function failedTasks(state) {
    return [...state.tasks.values()].flatMap((task) => {
        const explanation = isOurs(state, task) ? explainOnce(task) : undefined;
        return explanation && explanation.weight !== 'not-a-failure' ? [{ task, explanation }] : [];
    });
}
/** Failures that are known: what tasks show, or what ECS counts when it shows fewer. */
const knownFailures = (state) => Math.max(failedTasks(state).length, countedFailures(state));
/** Changes when a list of stopped tasks could be longer. */
function stoppedCounters(state) {
    const events = ourEvents(state);
    const telling = events.filter(({ message }) => !ROUTINE.test(message ?? ''));
    const started = events.reduce((sum, { message }) => sum + Number(/has started (\d+) tasks/.exec(message ?? '')?.[1] ?? 0), 0);
    const replaced = Math.max(0, started - Math.max(1, countsOf(state).desired));
    return [countedFailures(state), state.drops, replaced, telling.length].join('/');
}
/** Changes when a list of running tasks could differ. */
function runningCounters(state) {
    return `${countsOf(state).running}/${countedFailures(state)}`;
}
const RANK = {
    PENDING: 0,
    IN_PROGRESS: 1,
    STOP_REQUESTED: 2,
    ROLLBACK_REQUESTED: 2,
    ROLLBACK_IN_PROGRESS: 3,
};
/** Statuses that a deployment never leaves. */
const isOver = ({ status }) => ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(status ?? '');
const rank = (deployment) => (isOver(deployment) ? 9 : (RANK[deployment.status ?? ''] ?? 0));
/** Whether an answer is older than what is known already: describes lag, and answers overtake each other. */
function isStale(known, said) {
    if (!known)
        return false;
    if (rank(said) !== rank(known))
        return rank(said) < rank(known);
    return (said.updatedAt?.getTime() ?? 0) < (known.updatedAt?.getTime() ?? 0);
}


/***/ }),

/***/ 42235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ proofOfTask),
/* harmony export */   o: () => (/* binding */ proofOf)
/* harmony export */ });
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2728);

/** Whether a task's own answer proves all images that are asked about, disproves one, or says nothing yet. */
function proofOfTask(task, digests) {
    let open;
    for (const [name, right] of Object.entries(digests)) {
        const container = task.containers?.find((one) => one.name === name);
        const runs = container?.imageDigest;
        // Of an image of several platforms ECS tells the platform's digest; a reference by digest then is the proof.
        if (right.some((digest) => runs === digest || container?.image?.endsWith(`@${digest}`)))
            continue;
        const id = task.taskArn?.split('/').at(-1);
        if (runs)
            return { kind: 'wrong', because: `container ${name} of task ${id} runs ${runs}, not ${right[0]}` };
        open ??= `ECS does not tell which digest container ${name} of task ${id} runs`;
    }
    return open ? { kind: 'open', because: open } : { kind: 'right', running: 1 };
}
/** Whether every running task of a SUCCESSFUL deployment runs what was deployed, by lists that cover all of them. */
function proofOf(one) {
    const { digests } = one.watched;
    const { running: counted, desired } = (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .countsOf */ .mQ)(one);
    if (Object.keys(digests).length === 0)
        return { kind: 'right', running: counted };
    const ours = [...one.tasks.values()].filter((task) => (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(one, task));
    const wrong = one.startedBy
        ? ours.map((task) => proofOfTask(task, digests)).find((proof) => proof.kind === 'wrong')
        : undefined;
    if (wrong)
        return wrong;
    const listed = new Set(one.running.listed);
    const running = ours.filter(({ taskArn, lastStatus }) => lastStatus === 'RUNNING' && listed.has(taskArn ?? ''));
    const proofs = running.map((task) => proofOfTask(task, digests));
    for (const proof of proofs)
        if (proof.kind !== 'right')
            return { kind: 'open', because: proof.because };
    const expected = Math.max(counted, desired > 0 ? 1 : 0);
    if (running.length < expected)
        return { kind: 'open', because: `${running.length} of ${expected} running tasks were seen` };
    return { kind: 'right', running: running.length };
}


/***/ }),

/***/ 35085:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ nextTokenAt),
/* harmony export */   Rf: () => (/* binding */ spend),
/* harmony export */   cM: () => (/* binding */ fullBucket),
/* harmony export */   qC: () => (/* binding */ available),
/* harmony export */   vN: () => (/* binding */ shortestRound)
/* harmony export */ });
/* unused harmony exports QUOTAS, callsPerMinute, capacity, refill */
/**
 * Burst and sustained calls a second of the buckets that the watcher's reads share.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const QUOTAS = {
    deployments: { burst: 50, sustained: 20 },
    services: { burst: 100, sustained: 20 },
    tasks: { burst: 100, sustained: 20 },
    definitions: { burst: 50, sustained: 20 },
};
/** The part of a quota that a watch takes: other pipelines and consoles share the account. */
const SHARE = 0.5;
/** Calls that a watch may make of a bucket within any 60 seconds: half of what the sustained rate allows. */
const callsPerMinute = (name) => QUOTAS[name].sustained * 60 * SHARE;
/** Tokens that can be spent at once. */
const capacity = (name) => QUOTAS[name].burst * SHARE;
/** Tokens a second: with a full bucket at the start of a minute, this still ends at `callsPerMinute`. */
const refill = (name) => (callsPerMinute(name) - capacity(name)) / 60;
const fullBucket = (name, nowMs) => ({ tokens: capacity(name), at: nowMs });
/** The bucket after `calls` more at `nowMs`; the caller asks `available` first. */
const spend = (name, bucket, calls, nowMs) => ({
    tokens: level(name, bucket, nowMs) - calls,
    at: Math.max(nowMs, bucket.at),
});
const available = (name, bucket, nowMs) => Math.max(0, Math.floor(level(name, bucket, nowMs) + 1e-9));
/** When the next call can be made, in milliseconds. */
function nextTokenAt(name, bucket, nowMs) {
    const missing = 1 - level(name, bucket, nowMs);
    return missing <= 0 ? nowMs : nowMs + Math.ceil((missing / refill(name)) * 1000);
}
function level(name, bucket, nowMs) {
    const passed = Math.max(0, nowMs - bucket.at) / 1000;
    return Math.min(capacity(name), bucket.tokens + passed * refill(name));
}
/** The shortest time between two rounds of `calls` calls that the bucket bears for ever, in milliseconds. */
const shortestRound = (name, calls) => Math.ceil((calls / refill(name)) * 1000);


/***/ }),

/***/ 80918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   as: () => (/* binding */ readErrorOf),
/* harmony export */   f7: () => (/* binding */ missingAction),
/* harmony export */   fu: () => (/* binding */ backOff),
/* harmony export */   mQ: () => (/* binding */ kindOfReadError)
/* harmony export */ });
/* harmony import */ var _causes_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57532);

/** Names from the ECS API's common errors: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html */
const FINAL = new Set([
    'AccessDeniedException',
    'AccessDenied',
    'NotAuthorized',
    'OptInRequired',
    'UnauthorizedOperation',
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'CredentialsProviderError',
    'ClusterNotFoundException',
    'InvalidParameterException',
    'ValidationException',
    'UnknownOperationException',
]);
const kindOfReadError = ({ name }) => (FINAL.has(name) ? 'final' : 'passing');
/** The IAM action that an AccessDenied misses, from its message or else from what was asked. */
function missingAction(error, operation) {
    if (!/^(AccessDenied|NotAuthorized|Unauthorized)/.test(error.name))
        return undefined;
    // "User: arn:… is not authorized to perform: ecs:DescribeServices on resource: … because …"
    return /not authorized to perform:? (ecs:[A-Za-z]+)/.exec(error.message)?.[1] ?? `ecs:${operation}`;
}
function sentenceOf(error, operation) {
    const action = missingAction(error, operation);
    if (action)
        return `${operation} was denied: the role that runs this needs ${action}`;
    if (error.name === 'ClusterNotFoundException')
        return `${operation}: ECS has no such cluster in this region`;
    if (/Token|Client|Credentials/.test(error.name))
        return `${operation}: the credentials were not accepted (${error.name})`;
    if (kindOfReadError(error) === 'final')
        return `${operation} was refused (${error.name}: ${(0,_causes_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(error.message)})`;
    return `${operation} was not answered (${error.name})`;
}
function readErrorOf(error) {
    if (!(error instanceof Error))
        return { name: 'Error', message: String(error) };
    const status = error.$metadata?.httpStatusCode;
    return { name: error.name, message: error.message, ...(status === undefined ? {} : { status }) };
}
/** Milliseconds before a read that failed `times` times in a row is tried again; `random` is in [0, 1). */
function backOff(times, random) {
    const most = Math.min(8000, 500 * 2 ** Math.min(times, 10));
    return Math.round(most * (0.5 + random / 2));
}


/***/ }),

/***/ 6391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ supersederOf),
/* harmony export */   h: () => (/* binding */ sayTags)
/* harmony export */ });
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2728);

/**
 * The deployment that took the service away: the PRIMARY of the service, when it is younger than ours and not ours.
 * `known` once its tags were read too, or could not be.
 */
function supersederOf(one) {
    const { service, deployment, watched } = one;
    if (!service || !deployment?.createdAt || !(0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .isOver */ .PU)(deployment))
        return undefined;
    const began = deployment.createdAt.getTime();
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    if (!primary?.taskDefinition || (primary.createdAt?.getTime() ?? 0) <= began)
        return undefined;
    const isOurs = one.startedBy ? primary.id === one.startedBy : primary.taskDefinition === watched.taskDefinition;
    if (isOurs)
        return undefined;
    const current = service.currentServiceDeployment;
    const superseder = {
        taskDefinition: primary.taskDefinition,
        ...(current && current !== watched.deployment ? { deployment: current } : {}),
        ...(primary.createdAt ? { since: primary.createdAt } : {}),
        tags: one.superseder?.tags ?? {},
    };
    return { superseder, known: one.superseder?.tags !== undefined };
}
/** Tags that tell who deployed, in Golive's own words or a pipeline's. */
function sayTags(tags) {
    const told = Object.entries(tags)
        .filter(([key]) => /commit|run|actor|release|sha/i.test(key))
        .map(([key, value]) => `${key} ${value}`);
    return told.length > 0 ? ` (${told.join(', ')})` : '';
}


/***/ }),

/***/ 73413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ watchServices)
});

// UNUSED EXPORTS: rollBack

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/StopServiceDeploymentCommand.js
var StopServiceDeploymentCommand = __webpack_require__(95416);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServiceDeploymentsCommand.js
var DescribeServiceDeploymentsCommand = __webpack_require__(9064);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServicesCommand.js
var DescribeServicesCommand = __webpack_require__(56987);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ListTasksCommand.js
var ListTasksCommand = __webpack_require__(54810);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTasksCommand.js
var DescribeTasksCommand = __webpack_require__(8639);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js
var DescribeTaskDefinitionCommand = __webpack_require__(82511);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/read-error.ts
var read_error = __webpack_require__(80918);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/ask-ecs.ts


/** How long one call may take; a hung connection must not cost the verdict. */
const CALL_MS = 10_000;
/** Asks one question; every way in which it can go wrong is an answer too. */
async function askEcs(ecs, cluster, question, signal) {
    try {
        const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]);
        return await send(ecs, cluster, question, { abortSignal });
    }
    catch (error) {
        return { kind: 'error', question, error: (0,read_error/* readErrorOf */.as)(error) };
    }
}
async function send(ecs, cluster, question, options) {
    switch (question.kind) {
        case 'deployments': {
            const command = new DescribeServiceDeploymentsCommand/* DescribeServiceDeploymentsCommand */.A({ serviceDeploymentArns: [...question.arns] });
            const { serviceDeployments = [] } = await ecs.send(command, options);
            return { kind: 'deployments', question, deployments: serviceDeployments };
        }
        case 'services': {
            const command = new DescribeServicesCommand/* DescribeServicesCommand */.H({ cluster, services: [...question.services] });
            const { services = [] } = await ecs.send(command, options);
            return { kind: 'services', question, found: services };
        }
        case 'list': {
            const { by, status, token } = question;
            const filter = by === 'cluster' ? {} : 'startedBy' in by ? by : { serviceName: by.service };
            const page = token === undefined ? {} : { nextToken: token };
            const command = new ListTasksCommand/* ListTasksCommand */.M({ cluster, desiredStatus: status, ...filter, ...page });
            const { taskArns = [], nextToken } = await ecs.send(command, options);
            return { kind: 'list', question, arns: taskArns, ...(nextToken ? { token: nextToken } : {}) };
        }
        case 'tasks': {
            const command = new DescribeTasksCommand/* DescribeTasksCommand */.z({ cluster, tasks: [...question.arns] });
            const { tasks = [] } = await ecs.send(command, options);
            return { kind: 'tasks', question, tasks };
        }
        case 'definition': {
            const command = new DescribeTaskDefinitionCommand/* DescribeTaskDefinitionCommand */.Z({ taskDefinition: question.arn, include: ['TAGS'] });
            const { tags = [] } = await ecs.send(command, options);
            return { kind: 'definition', question, tags };
        }
    }
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/quota.ts
var quota = __webpack_require__(35085);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/afford.ts

/** An answer that takes longer than this is not waited for. */
const LOST_AFTER_MS = 15_000;
/** Takes as many of the wanted questions as the bucket has tokens for. */
function afford(state, name, wanted, nowMs) {
    if (state.rest[name].until > nowMs)
        return { state, questions: [] };
    const questions = wanted.slice(0, (0,quota/* available */.qC)(name, state.buckets[name], nowMs));
    if (questions.length === 0)
        return { state, questions };
    const bucket = (0,quota/* spend */.Rf)(name, state.buckets[name], questions.length, nowMs);
    return { state: { ...state, buckets: { ...state.buckets, [name]: bucket } }, questions };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/cadence.ts
var watch_cadence = __webpack_require__(33358);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/counters.ts
var counters = __webpack_require__(2728);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/state.ts
/** A service as long as nothing has been heard of it. */
function fresh(watched, nowMs) {
    const read = { dueAt: nowMs, missing: [], awaited: [], listed: [], listing: [], whole: false, short: 0 };
    return {
        watched,
        beganMs: nowMs,
        tasks: new Map(),
        deploymentDueAt: nowMs,
        serviceDueAt: nowMs,
        running: read,
        stopped: read,
        countersChangedAt: nowMs,
        drops: 0,
        goingBackTold: false,
        pausesTold: [],
        trouble: { times: 0 },
        moments: [],
        said: '',
    };
}
function change(state, names, how) {
    if (names.length === 0)
        return state;
    const services = new Map(state.services);
    for (const name of names) {
        const service = services.get(name);
        if (service)
            services.set(name, how(service));
    }
    return { ...state, services };
}
const unfinished = (state) => [...state.services.values()].filter(({ outcome }) => !outcome);

// EXTERNAL MODULE: ./packages/shared/src/ecs/causes/explain-failure.ts + 3 modules
var explain_failure = __webpack_require__(37077);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/proof.ts
var watch_proof = __webpack_require__(42235);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/task-read.ts
const readOf = (one, status) => status === 'RUNNING' ? one.running : one.stopped;
const withRead = (one, status, read) => status === 'RUNNING' ? { ...one, running: read } : { ...one, stopped: read };
/** The read as it was before the list that is given up or finished. */
function idle(read, dueAt) {
    const { busySince: _, busyFrom: __, busyFor: ___, token: ____, ...rest } = read;
    return { ...rest, dueAt, missing: [], awaited: [], listing: [], whole: false };
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/sweep.ts







function beginSweep(state, status, services, nowMs) {
    const empty = { arns: [], missing: [], awaited: [], pages: 0, whole: false, asked: false };
    return { ...state, sweep: { status, services, ...empty, since: nowMs } };
}
/** The next page of a listing of the whole cluster, and the tasks of the pages before. */
function nextSweepQuestions(before, nowMs) {
    const { sweep } = before;
    if (!sweep)
        return { state: before, questions: [] };
    const { status, services, missing, token } = sweep;
    const page = { kind: 'list', status, by: 'cluster', services, ...(token ? { token } : {}) };
    const parts = Array.from({ length: Math.ceil(missing.length / watch_cadence/* BATCH */.D_.tasks) }, (_, i) => missing.slice(i * watch_cadence/* BATCH */.D_.tasks, (i + 1) * watch_cadence/* BATCH */.D_.tasks));
    const describe = parts.map((arns) => ({ kind: 'tasks', arns, services, sweep: true }));
    const step = afford(before, 'tasks', [...(sweep.whole || sweep.asked ? [] : [page]), ...describe], nowMs);
    if (step.questions.length === 0)
        return step;
    const asked = new Set(step.questions.flatMap((question) => (question.kind === 'tasks' ? question.arns : [])));
    const next = {
        ...sweep,
        asked: sweep.asked || step.questions[0]?.kind === 'list',
        missing: missing.filter((arn) => !asked.has(arn)),
        awaited: [...sweep.awaited, ...asked],
        since: nowMs,
    };
    return { state: { ...step.state, sweep: next }, questions: step.questions };
}
/** One page. A cluster that runs far more than these services is left: one list for each of them costs less. */
function takePage(state, answer, nowMs) {
    const { sweep, ...rest } = state;
    if (!sweep || answer.question.kind !== 'list' || sweep.status !== answer.question.status)
        return state;
    const pages = sweep.pages + 1;
    if (answer.token !== undefined && pages >= sweep.services.length)
        return change({ ...rest, noSweep: true }, sweep.services, (one) => withRead(one, sweep.status, idle(readOf(one, sweep.status), nowMs)));
    const arns = [...new Set([...sweep.arns, ...answer.arns])];
    const known = knownTasks(state, sweep);
    const fresh = answer.arns.filter((arn) => !known.has(arn) && !sweep.arns.includes(arn));
    const { token: _, ...others } = sweep;
    return finishSweep({
        ...rest,
        sweep: {
            ...others,
            ...(answer.token === undefined ? {} : { token: answer.token }),
            pages,
            arns,
            missing: [...sweep.missing, ...fresh],
            whole: answer.token === undefined,
            asked: false,
            since: nowMs,
        },
    });
}
/** Tasks of which everything is known. */
function knownTasks(state, { services, status }) {
    const known = new Set();
    for (const name of services) {
        const one = state.services.get(name);
        for (const [arn, task] of one?.tasks ?? [])
            if (one && isKnown(one, status, task))
                known.add(arn);
    }
    return known;
}
function isKnown(one, status, task) {
    if (!task)
        return false;
    if (status === 'STOPPED')
        return (0,explain_failure/* hasStopped */.Ex)(task);
    return task.lastStatus === 'RUNNING' && (0,watch_proof/* proofOfTask */.X)(task, one.watched.digests).kind === 'right';
}
function takeSweptTasks(state, answer) {
    const { sweep } = state;
    if (!sweep || answer.question.kind !== 'tasks')
        return state;
    const asked = new Set(answer.question.arns);
    const byId = new Map([...state.services.values()].flatMap((one) => (one.startedBy ? [[one.startedBy, one]] : [])));
    const kept = new Map();
    for (const task of answer.tasks) {
        // A service's tasks are in the group service:NAME.
        const one = byId.get(task.startedBy ?? '') ?? state.services.get(task.group?.replace(/^service:/, '') ?? '');
        if (!one || !(0,counters/* isOurs */.MU)(one, task))
            continue;
        const name = one.watched.service;
        kept.set(name, [...(kept.get(name) ?? []), task]);
    }
    const next = change(state, [...kept.keys()], (one) => keepTasks(one, kept.get(one.watched.service) ?? []));
    return finishSweep({ ...next, sweep: { ...sweep, awaited: sweep.awaited.filter((arn) => !asked.has(arn)) } });
}
/** The tasks of a service with newer answers in place of older ones. */
function keepTasks(one, said) {
    const tasks = new Map(one.tasks);
    for (const task of said) {
        const known = tasks.get(task.taskArn ?? '');
        // Versions of a task only grow; a lower one is from before.
        const goesBack = known && ((task.version ?? 0) < (known.version ?? 0) || ((0,explain_failure/* hasStopped */.Ex)(known) && !(0,explain_failure/* hasStopped */.Ex)(task)));
        if (!goesBack)
            tasks.set(task.taskArn ?? '', task);
    }
    return { ...one, tasks };
}
/** A sweep that has read all is handed to the services that it was made for. */
function finishSweep(state) {
    const { sweep, ...rest } = state;
    if (!sweep?.whole || sweep.missing.length > 0 || sweep.awaited.length > 0)
        return state;
    const listed = new Set(sweep.arns);
    return change(rest, sweep.services, (one) => {
        const listing = [...one.tasks.keys()].filter((arn) => listed.has(arn));
        return withRead(one, sweep.status, { ...readOf(one, sweep.status), listing, whole: true });
    });
}
function dropSweptQuestion({ sweep, ...rest }, question) {
    if (!sweep)
        return rest;
    if (question.kind === 'list')
        return { ...rest, sweep: { ...sweep, asked: false } };
    const asked = new Set(question.kind === 'tasks' ? question.arns : []);
    const back = sweep.awaited.filter((arn) => asked.has(arn));
    const awaited = sweep.awaited.filter((arn) => !asked.has(arn));
    return { ...rest, sweep: { ...sweep, awaited, missing: [...sweep.missing, ...back] } };
}
/** Questions whose answer never came are asked again. */
function dropLostSweep(state, nowMs) {
    const { sweep } = state;
    if (!sweep || nowMs - sweep.since < LOST_AFTER_MS)
        return state;
    const missing = [...sweep.missing, ...sweep.awaited];
    return { ...state, sweep: { ...sweep, asked: false, awaited: [], missing, since: nowMs } };
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/next-task-questions.ts






/** From this many lists on, one listing of the whole cluster is tried first. */
const SWEEP_FROM = 15;
/** What `stoppedCounters` says while no task ended. */
const NOTHING_STOPPED = '0/0/0/0';
/** ListTasks and DescribeTasks, only where counters changed since the last look; what decides soonest goes first. */
function nextTaskQuestions(before, nowMs) {
    const state = dropLost(before, nowMs);
    const describe = describeQuestions(state);
    const described = afford(state, 'tasks', describe, nowMs);
    const marked = markDescribed(described.state, described.questions, nowMs);
    const swept = nextSweepQuestions(marked, nowMs);
    const listed = listQuestions(swept.state, nowMs);
    return {
        state: listed.state,
        questions: [...described.questions, ...swept.questions, ...listed.questions],
    };
}
/** Whether the list could tell something new. */
function wantsList(one, status, open = false) {
    const read = readOf(one, status);
    if (read.busySince !== undefined || one.outcome || !one.deployment)
        return false;
    if (status === 'STOPPED') {
        const sinceEnd = one.endedSeenAt === undefined || (read.askedAt ?? 0) >= one.endedSeenAt;
        return (read.forCounters ?? NOTHING_STOPPED) !== (0,counters/* stoppedCounters */.lx)(one) || read.short > 0 || !sinceEnd;
    }
    if (open || one.endedSeenAt !== undefined || Object.keys(one.watched.digests).length === 0)
        return false;
    if (one.successSeenAt !== undefined)
        return true;
    return (0,counters/* countsOf */.mQ)(one).running > 0 && read.forCounters !== (0,counters/* runningCounters */.tu)(one);
}
/** When a wanted list may be asked for. */
function listDueAt(one, status, cadence) {
    const { dueAt, askedAt = 0 } = readOf(one, status);
    if (status === 'STOPPED')
        return dueAt;
    // What was seen before the success need not hold any more: the first look after it waits for nothing.
    if (one.successSeenAt !== undefined)
        return askedAt < one.successSeenAt ? one.successSeenAt : dueAt;
    // Counters that still change are let come to rest first.
    return Math.max(dueAt, one.countersChangedAt + cadence.steady);
}
function taskWakeUps(one, { cadence, open }, nowMs) {
    return ['RUNNING', 'STOPPED'].flatMap((status) => {
        const { busySince, missing, token } = readOf(one, status);
        if (busySince !== undefined)
            return missing.length > 0 || token ? [nowMs] : [busySince + LOST_AFTER_MS];
        return wantsList(one, status, open) ? [listDueAt(one, status, cadence)] : [];
    });
}
function listQuestions(state, nowMs) {
    const more = unfinished(state).flatMap((one) => nextPages(one));
    const wanting = ['STOPPED', 'RUNNING'].flatMap((status) => unfinished(state)
        .filter((one) => wantsList(one, status, state.plan.open) && listDueAt(one, status, state.plan.cadence) <= nowMs)
        .map((one) => ({ one, status })));
    const urgent = (a) => a.one.successSeenAt !== undefined || a.one.endedSeenAt !== undefined ? 0 : a.status === 'STOPPED' ? 1 : 2;
    wanting.sort((a, b) => urgent(a) - urgent(b));
    for (const status of ['STOPPED', 'RUNNING']) {
        const names = wanting.filter((one) => one.status === status).map(({ one }) => one.watched.service);
        if (names.length >= SWEEP_FROM && !state.sweep && !state.noSweep)
            return nextSweepQuestions(beginSweep(change(state, names, (one) => beginRead(one, status, nowMs)), status, names, nowMs), nowMs);
    }
    const wanted = wanting.map(({ one, status }) => listQuestion(one, status));
    const step = afford(state, 'tasks', [...more, ...wanted], nowMs);
    return { state: markListing(step.state, step.questions, nowMs), questions: step.questions };
}
const listQuestion = (one, status) => ({
    kind: 'list',
    status,
    by: one.startedBy ? { startedBy: one.startedBy } : { service: one.watched.service },
    services: [one.watched.service],
});
/** A list of more than 100 tasks goes on where its last page ended. */
const nextPages = (one) => ['STOPPED', 'RUNNING'].flatMap((status) => {
    const { token } = readOf(one, status);
    return token === undefined ? [] : [{ ...listQuestion(one, status), token }];
});
function markListing(state, questions, nowMs) {
    return questions.reduce((before, question) => {
        if (question.kind !== 'list')
            return before;
        const goOn = (one) => {
            const { token: _, ...read } = readOf(one, question.status);
            return withRead(one, question.status, { ...read, busySince: nowMs });
        };
        return change(before, question.services, (one) => question.token === undefined ? beginRead(one, question.status, nowMs) : goOn(one));
    }, state);
}
function beginRead(one, status, nowMs) {
    const busyFor = status === 'RUNNING' ? (0,counters/* runningCounters */.tu)(one) : (0,counters/* stoppedCounters */.lx)(one);
    const fresh = { busySince: nowMs, busyFrom: nowMs, busyFor, listing: [], whole: false, missing: [], awaited: [] };
    return withRead(one, status, { ...readOf(one, status), ...fresh });
}
/** Tasks still to be described, of all services together, in calls of 100. */
function describeQuestions(state) {
    const wanted = new Map();
    for (const one of unfinished(state))
        for (const { missing } of [one.stopped, one.running])
            for (const arn of missing)
                wanted.set(arn, (wanted.get(arn) ?? new Set()).add(one.watched.service));
    const arns = [...wanted.keys()];
    return Array.from({ length: Math.ceil(arns.length / watch_cadence/* BATCH */.D_.tasks) }, (_, i) => {
        const part = arns.slice(i * watch_cadence/* BATCH */.D_.tasks, (i + 1) * watch_cadence/* BATCH */.D_.tasks);
        return {
            kind: 'tasks',
            arns: part,
            services: [...new Set(part.flatMap((arn) => [...(wanted.get(arn) ?? [])]))],
            sweep: false,
        };
    });
}
/** Tasks that were asked for are no longer missing; the read stays busy until their answer. */
function markDescribed(state, questions, nowMs) {
    return questions.reduce((before, question) => {
        if (question.kind !== 'tasks')
            return before;
        const asked = new Set(question.arns);
        const rest = (read) => read.missing.some((arn) => asked.has(arn))
            ? {
                ...read,
                missing: read.missing.filter((arn) => !asked.has(arn)),
                awaited: [...read.awaited, ...read.missing.filter((arn) => asked.has(arn))],
                busySince: nowMs,
            }
            : read;
        return change(before, question.services, (one) => ({
            ...one,
            running: rest(one.running),
            stopped: rest(one.stopped),
        }));
    }, state);
}
/** Lists and tasks whose answer never came are asked for again. */
function dropLost(state, nowMs) {
    const lost = (read) => read.busySince !== undefined &&
        read.missing.length === 0 &&
        read.token === undefined &&
        nowMs - read.busySince >= LOST_AFTER_MS;
    const names = unfinished(state)
        .filter((one) => (lost(one.running) || lost(one.stopped)) && !isSwept(state, one))
        .map(({ watched }) => watched.service);
    return change(dropLostSweep(state, nowMs), names, (one) => ({
        ...one,
        running: lost(one.running) ? idle(one.running, nowMs) : one.running,
        stopped: lost(one.stopped) ? idle(one.stopped, nowMs) : one.stopped,
    }));
}
const isSwept = ({ sweep }, one) => sweep?.services.includes(one.watched.service) ?? false;

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/next-questions.ts





/** How early a service may be asked for, to fill a call that is made anyway. */
const FILL_MS = 400;
/** While services still join their looks fall at all times, and few would share a call. */
const OPEN_FILL_MS = 2000;
/** What to ask now, within the quotas; the state remembers that it was asked. */
function nextQuestions(state, nowMs) {
    const asked = [];
    let now = state;
    for (const ask of [nextDeployments, nextTaskQuestions, nextServices, nextDefinitions]) {
        const step = ask(now, nowMs);
        now = step.state;
        asked.push(...step.questions);
    }
    return { state: now, questions: asked, wakeAt: wakeAt(now, nowMs) };
}
const waiting = (askedAt, nowMs) => askedAt !== undefined && nowMs - askedAt < LOST_AFTER_MS;
/** Those of which something is to be heard: what has succeeded rests until no more join. */
const watched = (state) => unfinished(state).filter(({ successSeenAt }) => !(state.plan.open && successSeenAt !== undefined));
function nextDeployments(state, nowMs) {
    const free = watched(state).filter((one) => !waiting(one.deploymentAskedAt, nowMs) && !one.endedSeenAt);
    const groups = batches(free, (one) => one.deploymentDueAt, watch_cadence/* BATCH */.D_.deployments, state, nowMs);
    const wanted = groups.map((group) => ({
        kind: 'deployments',
        arns: group.map(({ watched: { deployment } }) => deployment),
        services: group.map(({ watched: { service } }) => service),
    }));
    const step = afford(state, 'deployments', wanted, nowMs);
    const names = step.questions.flatMap(({ services }) => services);
    return {
        state: change(step.state, names, (one) => ({ ...one, deploymentAskedAt: nowMs })),
        questions: step.questions,
    };
}
function nextServices(state, nowMs) {
    const free = watched(state).filter((one) => !waiting(one.serviceAskedAt, nowMs));
    const groups = batches(free, (one) => one.serviceDueAt, watch_cadence/* BATCH */.D_.services, state, nowMs);
    const wanted = groups.map((group) => ({ kind: 'services', services: group.map(({ watched: { service } }) => service) }));
    const step = afford(state, 'services', wanted, nowMs);
    const names = step.questions.flatMap(({ services }) => services);
    return {
        state: change(step.state, names, (one) => ({ ...one, serviceAskedAt: nowMs })),
        questions: step.questions,
    };
}
function nextDefinitions(state, nowMs) {
    const wanted = unfinished(state)
        .filter((one) => one.superseder && !one.superseder.tags && one.tagsAskedAt === undefined)
        .map(({ superseder, watched }) => {
        const arn = superseder?.taskDefinition ?? '';
        return { kind: 'definition', arn, services: [watched.service] };
    });
    const step = afford(state, 'definitions', wanted, nowMs);
    const names = step.questions.flatMap(({ services }) => services);
    return { state: change(step.state, names, (one) => ({ ...one, tagsAskedAt: nowMs })), questions: step.questions };
}
/** Groups of those that are due, filled up with those that soon will be. */
function batches(services, dueAt, size, { plan }, nowMs) {
    const fill = plan.open ? OPEN_FILL_MS : FILL_MS;
    const soon = services.filter((one) => dueAt(one) <= nowMs + fill).sort((a, b) => dueAt(a) - dueAt(b));
    const groups = Array.from({ length: Math.ceil(soon.length / size) }, (_, i) => soon.slice(i * size, (i + 1) * size));
    return groups.filter(([first]) => first !== undefined && dueAt(first) <= nowMs);
}
function wakeAt(state, nowMs) {
    const not = (name, at) => Math.max(at, state.rest[name].until, (0,quota/* nextTokenAt */.Ks)(name, state.buckets[name], nowMs));
    const lost = (askedAt, dueAt) => waiting(askedAt, nowMs) ? (askedAt ?? nowMs) + LOST_AFTER_MS : dueAt;
    const times = watched(state).flatMap((one) => [
        ...(one.endedSeenAt ? [] : [not('deployments', lost(one.deploymentAskedAt, one.deploymentDueAt))]),
        not('services', lost(one.serviceAskedAt, one.serviceDueAt)),
        ...taskWakeUps(one, state.plan, nowMs).map((at) => not('tasks', at)),
        ...(one.endedSeenAt || one.successSeenAt ? [nowMs + Math.min(1000, state.plan.cadence.explain / 3)] : []),
    ]);
    const soonest = times.reduce((least, at) => Math.min(least, at), state.plan.deadlineMs);
    return Math.max(nowMs + 1, soonest);
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/progress.ts

/** Where one service's deployment stands, in numbers and in one line. */
function progressOf(one, budget, nowMs) {
    const { deployment, watched } = one;
    const { running, pending, desired } = (0,counters/* countsOf */.mQ)(one);
    const failures = (0,counters/* knownFailures */.N5)(one);
    const breaker = deployment?.deploymentCircuitBreaker;
    const threshold = breaker?.status === 'DISABLED' ? undefined : breaker?.threshold;
    const ends = bakeEndsMs(one);
    const bake = ends === undefined ? undefined : Math.max(0, ends - nowMs);
    const traffic = deployment?.targetServiceRevision?.requestedProductionTrafficWeight;
    const numbers = {
        service: watched.service,
        status: deployment?.status ?? 'not described yet',
        ...(deployment?.lifecycleStage ? { stage: deployment.lifecycleStage } : {}),
        running,
        pending,
        desired,
        failures,
        budget,
        ...(threshold === undefined ? {} : { threshold }),
        ...(bake === undefined ? {} : { bakeRemainingMs: bake }),
        ...(traffic === undefined ? {} : { traffic }),
    };
    return { ...numbers, text: sayProgress(numbers) };
}
/** When the bake time ends, once it has begun. */
function bakeEndsMs({ deployment, bakeBeganMs }) {
    const minutes = deployment?.deploymentConfiguration?.bakeTimeInMinutes;
    if (deployment?.lifecycleStage !== 'BAKE_TIME' || bakeBeganMs === undefined || minutes === undefined)
        return undefined;
    return bakeBeganMs + minutes * 60_000;
}
function sayProgress(at) {
    const least = Math.min(at.budget, at.threshold ?? Number.POSITIVE_INFINITY);
    const parts = [
        at.stage ? `${at.status}, ${at.stage}` : at.status,
        `${at.running}/${at.desired} running${at.pending > 0 ? `, ${at.pending} pending` : ''}`,
        ...(at.failures > 0 ? [`${at.failures}${Number.isFinite(least) ? ` of ${least}` : ''} failures`] : []),
        ...(at.traffic === undefined ? [] : [`${at.traffic} % of traffic`]),
        // In steps, so that the line does not change with every look.
        ...(at.bakeRemainingMs === undefined ? [] : [`bakes for ${Math.ceil(at.bakeRemainingMs / 30_000) / 2} min more`]),
    ];
    return `${at.service}: ${parts.join('; ')}`;
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/question.ts
const OPERATIONS = {
    deployments: 'DescribeServiceDeployments',
    services: 'DescribeServices',
    list: 'ListTasks',
    tasks: 'DescribeTasks',
    definition: 'DescribeTaskDefinition',
};
/** The quota that a question draws on. */
const bucketOf = (question) => ({ deployments: 'deployments', services: 'services', list: 'tasks', tasks: 'tasks', definition: 'definitions' })[question.kind];

// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/superseder.ts
var watch_superseder = __webpack_require__(6391);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/take-tasks.ts




/** Lists that show fewer failures than ECS counts are asked for again this often: tasks show up late. */
const MOST_SHORT = 3;
function takeList(state, answer, nowMs) {
    const { question } = answer;
    if (question.kind !== 'list')
        return state;
    const { services, status } = question;
    if (question.by === 'cluster')
        return finishAll(takePage(state, answer, nowMs), services, nowMs);
    return change(state, services, (one) => {
        const read = readOf(one, status);
        if (read.busySince === undefined)
            return one;
        const listing = [...new Set([...read.listing, ...answer.arns])];
        const asked = new Set([...read.awaited, ...read.missing]);
        const fresh = listing.filter((arn) => !isKnown(one, status, one.tasks.get(arn)) && !asked.has(arn));
        const next = {
            ...read,
            listing,
            missing: [...read.missing, ...fresh],
            ...(answer.token === undefined ? { whole: true } : { token: answer.token }),
        };
        return finish(withRead(one, status, next), status, state.plan.cadence, nowMs);
    });
}
function takeTasks(state, answer, nowMs) {
    const { question } = answer;
    if (question.kind !== 'tasks')
        return state;
    if (question.sweep)
        return finishAll(takeSweptTasks(state, answer), question.services, nowMs);
    const asked = new Set(question.arns);
    return change(state, question.services, (before) => {
        const concern = new Set([...before.running.awaited, ...before.stopped.awaited]);
        const said = answer.tasks.filter((task) => concern.has(task.taskArn ?? '') && (0,counters/* isOurs */.MU)(before, task));
        const less = (read) => ({ ...read, awaited: read.awaited.filter((arn) => !asked.has(arn)) });
        const kept = keepTasks(before, said);
        const one = { ...kept, running: less(before.running), stopped: less(before.stopped) };
        return finishBoth(one, state.plan.cadence, nowMs);
    });
}
const finishAll = (state, services, nowMs) => change(state, services, (one) => finishBoth(one, state.plan.cadence, nowMs));
const finishBoth = (one, cadence, nowMs) => finish(finish(one, 'RUNNING', cadence, nowMs), 'STOPPED', cadence, nowMs);
/** Closes a read of which nothing is missing any more. */
function finish(one, status, cadence, nowMs) {
    const read = readOf(one, status);
    if (!read.whole || read.missing.length > 0 || read.awaited.length > 0)
        return one;
    const { busyFor, busyFrom } = read;
    const again = status === 'STOPPED' ? cadence.relist : one.successSeenAt ? cadence.early : cadence.reprove;
    const isShort = status === 'STOPPED' && (0,counters/* failedTasks */.Ox)(one).length < (0,counters/* countedFailures */.Yi)(one);
    const closed = {
        ...idle(read, nowMs + again),
        ...(busyFor === undefined ? {} : { forCounters: busyFor }),
        ...(busyFrom === undefined ? {} : { askedAt: busyFrom }),
        listed: read.listing,
        short: isShort && read.short < MOST_SHORT ? read.short + 1 : 0,
    };
    return withRead(one, status, closed);
}
/** Reads whose question failed are as if they had not been asked. */
function dropReads(state, question, nowMs) {
    if (question.kind === 'list' && question.by === 'cluster')
        return dropSweptQuestion(state, question);
    if (question.kind === 'list')
        return change(state, question.services, (one) => withRead(one, question.status, idle(readOf(one, question.status), nowMs)));
    if (question.kind !== 'tasks')
        return state;
    if (question.sweep)
        return dropSweptQuestion(state, question);
    const asked = new Set(question.arns);
    const back = (read) => ({
        ...read,
        awaited: read.awaited.filter((arn) => !asked.has(arn)),
        missing: [...read.missing, ...read.awaited.filter((arn) => asked.has(arn))],
    });
    return change(state, question.services, (one) => ({
        ...one,
        running: back(one.running),
        stopped: back(one.stopped),
    }));
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/moments.ts

/** Stages by which production traffic has moved. */
const SHIFTED = ['POST_PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME', 'CLEAN_UP'];
/** Points of the timeline that the state shows and that were not noted yet, each with ECS's own time if it has one. */
function newMoments(one, nowMs) {
    const { deployment, watched } = one;
    const noted = new Set(one.moments.map(({ what }) => what));
    const found = [];
    const note = (what, stamp, detail) => {
        if (noted.has(what))
            return;
        noted.add(what);
        const at = stamp ?? new Date(nowMs);
        const clock = stamp ? 'ecs' : 'seen';
        found.push({ service: watched.service, what, at, clock, ...(detail ? { detail } : {}) });
    };
    if (watched.registeredAt)
        note('registered', watched.registeredAt);
    if (!deployment)
        return found;
    const began = deployment.startedAt ?? deployment.createdAt;
    if (began)
        note('deployment began', began);
    const tasks = [...one.tasks.values()].filter((task) => (0,counters/* isOurs */.MU)(one, task));
    const started = tasks.flatMap(({ startedAt }) => startedAt ?? []).sort((a, b) => a.getTime() - b.getTime());
    if (started[0])
        note('first task started', started[0]);
    // ECS stamps no health: the moment is when it was first seen.
    if (tasks.some(({ healthStatus }) => healthStatus === 'HEALTHY'))
        note('first healthy', undefined);
    const failed = tasks
        .filter(({ stoppedAt, stopCode }) => stoppedAt && stopCode !== 'ServiceSchedulerInitiated')
        .flatMap(({ stoppedAt }) => stoppedAt ?? [])
        .sort((a, b) => a.getTime() - b.getTime());
    if (failed[0])
        note('task failed', failed[0]);
    const stage = deployment.lifecycleStage ?? '';
    // A stage has no stamp of its own, but its beginning is what updated the deployment when it is first seen.
    if (SHIFTED.includes(stage))
        note('traffic shifted', deployment.updatedAt);
    if (stage === 'BAKE_TIME')
        note('bake', deployment.updatedAt);
    if (one.stop)
        note('stopped by us', undefined, one.stop.because);
    const { status = '' } = deployment;
    if (/ROLLBACK|STOP_REQUESTED/.test(status))
        note('going back', deployment.rollback?.startedAt);
    if (status === 'ROLLBACK_SUCCESSFUL')
        note('back', deployment.finishedAt);
    if (status === 'SUCCESSFUL')
        note('stable', deployment.finishedAt);
    return found;
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/attribution.ts
var attribution = __webpack_require__(90768);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/settle.ts





/** How long the running tasks of a SUCCESSFUL deployment may take to be proven. */
const PROVE_WITHIN_MS = 60_000;
const budgetOf = (one) => one.watched.maxFailedTasks ?? 2;
/** What is known of the failure so far. */
function evidenceOf(one) {
    const going = one.deployment && ((0,counters/* isOver */.PU)(one.deployment) || one.goingBackTold);
    return {
        tasks: (0,counters/* failedTasks */.Ox)(one).map(({ task }) => task),
        events: (0,counters/* ourEvents */.MF)(one),
        ...(going && one.deployment ? { deployment: one.deployment } : {}),
    };
}
/** The same service with an outcome; a failure gets its explanation. */
function end(one, outcome, nowMs) {
    const { service, deployment } = one.watched;
    const evidence = evidenceOf(one);
    const failed = outcome.kind !== 'succeeded' && outcome.kind !== 'cancelled';
    const explanation = failed ? (one.stop?.explanation ?? (0,explain_failure/* explainFailure */.SP)(evidence)) : undefined;
    const told = explanation && ['rolled-back', 'failed', 'hopeless', 'timed-out'].includes(outcome.kind);
    const because = told ? `${outcome.because}: ${explanation.cause}` : outcome.because;
    const at = new Date(nowMs);
    const found = { ...(explanation ? { explanation } : {}), ...(failed ? { evidence } : {}) };
    return { ...one, outcome: { ...outcome, because, service, deployment, at, ...found } };
}
/** What a service's state means now: an outcome, a decision for the caller, or neither yet. */
function settle(one, plan, nowMs) {
    if (one.outcome || !one.deployment)
        return { one, decisions: [] };
    const { deployment } = one;
    if (deployment.status === 'SUCCESSFUL')
        return { one: settleSuccess(one, plan, nowMs), decisions: [] };
    if ((0,counters/* isOver */.PU)(deployment))
        return { one: settleEnd(one, deployment, plan, nowMs), decisions: [] };
    if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS')
        return goingBack(one, deployment);
    const paused = pauses(one, deployment);
    const stopped = settleBudget(paused.one, plan, nowMs);
    return { one: stopped.one, decisions: [...paused.decisions, ...stopped.decisions] };
}
function settleSuccess(before, { open }, nowMs) {
    const one = before.successSeenAt === undefined ? { ...before, successSeenAt: nowMs } : before;
    if (open)
        return one;
    const proof = (0,watch_proof/* proofOf */.o)(one);
    if (proof.kind === 'right') {
        const images = Object.keys(one.watched.digests).length > 0 ? ', every one with the deployed image' : '';
        const because = `ECS reports the deployment SUCCESSFUL; ${proof.running} tasks run${images}`;
        return end(one, { kind: 'succeeded', running: proof.running, because }, nowMs);
    }
    if (proof.kind === 'wrong') {
        const because = `ECS reports the deployment SUCCESSFUL, but ${proof.because}`;
        return end(one, { kind: 'failed', by: { kind: 'wrong-image' }, rollback: 'none', because }, nowMs);
    }
    if (nowMs - (one.successSeenAt ?? nowMs) < PROVE_WITHIN_MS)
        return one;
    const because = `ECS reports the deployment SUCCESSFUL, but which images run could not be found out: ${proof.because}`;
    return end(one, { kind: 'could-not-find-out', because }, nowMs);
}
function settleEnd(before, deployment, { cadence }, nowMs) {
    const one = before.endedSeenAt === undefined ? { ...before, endedSeenAt: nowMs, serviceDueAt: nowMs } : before;
    const since = nowMs - (one.endedSeenAt ?? nowMs);
    const by = (0,watch_superseder/* supersederOf */.c)(one);
    if (by && deployment.status === 'STOPPED') {
        if (!by.known && since < cadence.explain)
            return one;
        const what = by.superseder.taskDefinition?.split('/').at(-1) ?? 'another deployment';
        const because = `superseded by ${what}${(0,watch_superseder/* sayTags */.h)(by.superseder.tags)}`;
        return end(one, { kind: 'superseded', by: by.superseder, because }, nowMs);
    }
    if (!isExplained(one) && since < cadence.explain)
        return one;
    const who = (0,attribution/* endedBy */.m)(deployment, one.stop?.because);
    if (deployment.status === 'ROLLBACK_SUCCESSFUL')
        return end(one, { kind: 'rolled-back', by: who, because: `rolled back ${(0,attribution/* sayBy */.F)(who)}` }, nowMs);
    if (deployment.status === 'ROLLBACK_FAILED') {
        const because = `stopped ${(0,attribution/* sayBy */.F)(who)}, and the rollback failed too`;
        return end(one, { kind: 'failed', by: who, rollback: 'failed', because }, nowMs);
    }
    if (/new(er)? (service )?deployment/i.test(deployment.statusReason ?? '')) {
        const because = 'superseded by a newer deployment, which ECS does not describe yet';
        return end(one, { kind: 'superseded', by: { tags: {} }, because }, nowMs);
    }
    const because = `ended ${(0,attribution/* sayBy */.F)(who)} without a rollback`;
    return end(one, { kind: 'failed', by: who, rollback: 'none', because }, nowMs);
}
/** Whether more questions could tell more about the end of a deployment. */
function isExplained(one) {
    const seen = (at) => at !== undefined && at >= (one.endedSeenAt ?? 0);
    return seen(one.serviceSeenAt) && seen(one.stopped.askedAt);
}
function goingBack(one, deployment) {
    if (one.goingBackTold)
        return { one, decisions: [] };
    const by = (0,attribution/* endedBy */.m)(deployment, one.stop?.because);
    const cause = (0,explain_failure/* explainFailure */.SP)(evidenceOf(one))?.cause;
    const how = `${deployment.status === 'STOP_REQUESTED' ? 'is being stopped' : 'goes back'} ${(0,attribution/* sayBy */.F)(by)}`;
    const because = cause ? `${how}: ${cause}` : how;
    const { service } = one.watched;
    return { one: { ...one, goingBackTold: true }, decisions: [{ kind: 'going-back', service, by, because }] };
}
function pauses(one, deployment) {
    const fresh = (deployment.lifecycleHookDetails ?? []).filter(({ hookId, status }) => hookId && status === 'AWAITING_ACTION' && !one.pausesTold.includes(hookId));
    if (fresh.length === 0)
        return { one, decisions: [] };
    const decisions = fresh.map(({ hookId = '', expiresAt, timeoutAction }) => ({
        kind: 'paused',
        service: one.watched.service,
        deployment: one.watched.deployment,
        hook: hookId,
        ...(deployment.lifecycleStage ? { stage: deployment.lifecycleStage } : {}),
        ...(expiresAt ? { expiresAt } : {}),
        ...(timeoutAction ? { onExpiry: timeoutAction } : {}),
    }));
    return { one: { ...one, pausesTold: [...one.pausesTold, ...fresh.map(({ hookId = '' }) => hookId)] }, decisions };
}
function settleBudget(one, plan, nowMs) {
    if (one.stop)
        return { one, decisions: [] };
    const because = overBudget(one, plan, nowMs);
    if (!because)
        return { one, decisions: [] };
    const explanation = (0,explain_failure/* explainFailure */.SP)(evidenceOf(one));
    if (plan.hopeless === 'end')
        return { one: end(one, { kind: 'hopeless', because }, nowMs), decisions: [] };
    const { service, deployment } = one.watched;
    const stop = { because, ...(explanation ? { explanation } : {}) };
    return { one: { ...one, stop }, decisions: [{ kind: 'stop', service, deployment, ...stop }] };
}
/** Why a deployment is not worth waiting for. */
function overBudget(one, { cadence }, nowMs) {
    const failed = (0,counters/* failedTasks */.Ox)(one);
    const hopeless = failed.find(({ explanation }) => explanation.weight === 'hopeless');
    if (hopeless && Number.isFinite(budgetOf(one)))
        return 'no attempt can succeed';
    const failures = (0,counters/* knownFailures */.N5)(one);
    if (failures < budgetOf(one))
        return undefined;
    // ECS counts failures before it lists their tasks; the reasons are worth a moment.
    const shown = failed.length >= Math.min((0,counters/* countedFailures */.Yi)(one), budgetOf(one));
    const looked = one.stopped.forCounters === (0,counters/* stoppedCounters */.lx)(one) && one.stopped.short === 0;
    if (!shown && !looked && nowMs - one.countersChangedAt < cadence.show)
        return undefined;
    return `${failures} tasks failed, and the budget is ${budgetOf(one)}`;
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/watcher.ts







/** A watch before its first question. */
function beginWatch(services, options, nowMs) {
    const { deadlineMs, cadence = watch_cadence/* CADENCE */._y, hopeless = 'stop', open = false, seed = 1 } = options;
    const names = ['deployments', 'services', 'tasks', 'definitions'];
    const each = (of) => Object.fromEntries(names.map((name) => [name, of(name)]));
    return {
        plan: { services, deadlineMs, cadence, hopeless, open },
        beganMs: nowMs,
        services: new Map(services.map((one) => [one.service, fresh(one, nowMs)])),
        buckets: each((name) => (0,quota/* fullBucket */.cM)(name, nowMs)),
        rest: each(() => ({ times: 0, until: nowMs })),
        noSweep: false,
        seed,
    };
}
/** It waits a moment for others with which it can be asked for: each by itself would cost a call. */
function joined(one, { steady }, nowMs) {
    return { ...fresh(one, nowMs), deploymentDueAt: nowMs + steady, serviceDueAt: nowMs + 2 * steady };
}
/** The watch with more services, which are asked for soon; the deadline is the later of its own and theirs. */
function joinWatch(state, joining, deadlineMs, nowMs) {
    const { plan, services } = state;
    return {
        ...state,
        plan: {
            ...plan,
            services: [...plan.services, ...joining],
            deadlineMs: Math.max(plan.deadlineMs, deadlineMs),
        },
        services: new Map([...services, ...joining.map((one) => [one.service, joined(one, plan.cadence, nowMs)])]),
    };
}
/** No more are to join: what has succeeded meanwhile is proven from now on, and what just joined waits no longer. */
function closeWatch(state, nowMs) {
    const closed = { ...state, plan: { ...state.plan, open: false } };
    return change(closed, unfinished(state).map(nameOf), (one) => ({
        ...one,
        ...(one.successSeenAt === undefined ? {} : { successSeenAt: nowMs }),
        ...(one.deployment ? {} : { deploymentDueAt: nowMs, serviceDueAt: nowMs }),
    }));
}
const isFinished = (state) => unfinished(state).length === 0;
/** What the passing of time means: deadlines, and waits that are over. */
function tick(state, nowMs) {
    if (nowMs >= state.plan.deadlineMs)
        return conclude(state, unfinished(state).map(nameOf), nowMs, (one) => late(one, nowMs));
    const timed = unfinished(state).filter(({ successSeenAt, endedSeenAt }) => successSeenAt ?? endedSeenAt);
    return settleAll(state, timed.map(nameOf), nowMs);
}
/** Ends all that is still open, at the caller's wish. */
const cancelWatch = (state, reason, nowMs) => conclude(state, unfinished(state).map(nameOf), nowMs, (one) => end(one, { kind: 'cancelled', because: `no longer watched: ${reason}` }, nowMs));
/** The caller has asked ECS to stop a deployment, for this reason: its way back counts as ours. */
const noteStop = (state, service, because, nowMs) => settleAll(change(state, [service], (one) => (one.stop ? one : { ...one, stop: { because } })), [service], nowMs);
/** ECS would not stop it: there is nothing to go back to, or it may not be asked. */
const stopRefused = (state, service, why, nowMs) => conclude(state, [service], nowMs, (one) => {
    const because = `${one.stop?.because ?? 'was to be stopped'}, but ECS refused to stop it (${why})`;
    const by = { kind: 'us', why: one.stop?.because ?? 'no reason given' };
    return end(one, { kind: 'failed', by, rollback: 'failed', because }, nowMs);
});
/** A read that cannot be answered at all ends what it was asked for. */
const endUnknown = (state, services, error, operation, nowMs) => conclude(state, services, nowMs, (one) => {
    const action = (0,read_error/* missingAction */.f7)(error, operation);
    const because = `how the deployment stands could not be found out: ${(0,read_error/* sentenceOf */.$N)(error, operation)}`;
    return end(one, { kind: 'could-not-find-out', because, ...(action ? { action } : {}) }, nowMs);
});
/** Settles the named services and tells what is new about them. */
function settleAll(state, names, nowMs) {
    const happenings = [];
    const next = change(state, names, (before) => {
        if (before.outcome)
            return before;
        const { one, decisions } = settle(before, state.plan, nowMs);
        happenings.push(...decisions.map((decision) => ({ kind: 'decision', decision })));
        return tell(one, nowMs, happenings);
    });
    return { state: next, happenings };
}
function conclude(state, names, nowMs, how) {
    const happenings = [];
    const next = change(state, names, (one) => (one.outcome ? one : tell(how(one), nowMs, happenings)));
    return { state: next, happenings };
}
function tell(one, nowMs, happenings) {
    const moments = newMoments(one, nowMs);
    happenings.push(...moments.map((moment) => ({ kind: 'moment', moment })));
    const progress = progressOf(one, budgetOf(one), nowMs);
    if (progress.text !== one.said)
        happenings.push({ kind: 'progress', progress });
    if (one.outcome)
        happenings.push({ kind: 'outcome', outcome: one.outcome });
    return { ...one, moments: [...one.moments, ...moments], said: progress.text };
}
/** Silence for this long before the deadline means that ECS was not heard, not that the deployment is slow. */
const SILENCE_MS = 30_000;
function late(one, nowMs) {
    const { said } = { said: progressOf(one, budgetOf(one), nowMs).text.slice(one.watched.service.length + 2) };
    if (one.successSeenAt !== undefined) {
        const because = 'ECS reports the deployment SUCCESSFUL, but the deadline came before its running images were proven';
        return end(one, { kind: 'could-not-find-out', because }, nowMs);
    }
    const heard = one.seenAt ?? Number.NEGATIVE_INFINITY;
    if (nowMs - heard > Math.min(SILENCE_MS, (nowMs - one.beganMs) / 2)) {
        const why = one.trouble.last ?? 'ECS did not describe the deployment';
        return end(one, { kind: 'could-not-find-out', because: `the deadline came, and ${why}` }, nowMs);
    }
    const seconds = Math.round((nowMs - one.beganMs) / 1000);
    return end(one, { kind: 'timed-out', because: `not done within ${seconds} s (${said})` }, nowMs);
}
const nameOf = ({ watched }) => watched.service;

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/take-answer.ts









/** What an answer of ECS changes, in whatever order answers come. */
function takeAnswer(state, answer, nowMs) {
    const { services } = answer.question;
    if (answer.kind === 'error')
        return takeError(state, answer, nowMs);
    const bucket = bucketOf(answer.question);
    const rested = { ...state, rest: { ...state.rest, [bucket]: { times: 0, until: nowMs } } };
    const taken = take(rested, answer, nowMs);
    return settleAll(taken, services, nowMs);
}
function take(state, answer, nowMs) {
    const { services } = answer.question;
    if (answer.kind === 'list')
        return takeList(state, answer, nowMs);
    if (answer.kind === 'tasks')
        return takeTasks(state, answer, nowMs);
    if (answer.kind === 'definition') {
        const tags = Object.fromEntries(answer.tags.map(({ key = '', value = '' }) => [key, value]));
        return change(state, services, (one) => one.superseder ? { ...one, superseder: { ...one.superseder, tags } } : one);
    }
    const open = unfinished(state).length;
    if (answer.kind === 'deployments') {
        const said = new Map(answer.deployments.map((one) => [one.serviceDeploymentArn, one]));
        return change(state, services, (one) => takeDeployment(one, said.get(one.watched.deployment), state, open, nowMs));
    }
    const found = new Map(answer.found.map((one) => [one.serviceName, one]));
    return change(state, services, (one) => takeService(one, found.get(one.watched.service), state, open, nowMs));
}
function takeDeployment(before, said, { plan }, open, nowMs) {
    const { deploymentAskedAt: _, ...one } = before;
    // A describe that lags, or misses a deployment that was there, changes nothing but the time of the next look.
    const known = said && !(0,counters/* isStale */.QO)(one.deployment, said) ? said : one.deployment;
    const heard = {
        ...one,
        ...(known ? { deployment: known } : {}),
        ...(said ? { seenAt: nowMs, trouble: { times: 0 } } : {}),
    };
    const counted = withCounters(heard, before, nowMs);
    const baking = counted.deployment?.lifecycleStage === 'BAKE_TIME';
    const next = baking && counted.bakeBeganMs === undefined ? { ...counted, bakeBeganMs: nowMs } : counted;
    const ends = bakeEndsMs(next);
    const wait = (0,watch_cadence/* untilNextLook */.lg)(plan.open ? (0,watch_cadence/* whileOpen */.Us)(plan.cadence) : plan.cadence, next.deployment, {
        nowMs,
        beganMs: next.beganMs,
        ...(ends === undefined ? {} : { bakeEndsMs: ends }),
        services: open,
    });
    return { ...next, deploymentDueAt: nowMs + wait };
}
function takeService(before, said, { plan }, open, nowMs) {
    const { serviceAskedAt: _, ...one } = before;
    const wait = (0,watch_cadence/* untilNextService */.Fy)(plan.cadence, open) * (plan.open ? 2 : 1);
    // Without the deployment's entry an answer is from before it began: asked again soon, not too soon.
    const known = said && isOlder(one.service, said) ? one.service : (said ?? one.service);
    const entry = known && (0,counters/* ourEntry */.bw)(one, known);
    const dueAt = nowMs + (entry ? wait : Math.max(plan.cadence.early, Math.min(wait, plan.cadence.steady)));
    const heard = {
        ...one,
        ...(known ? { service: known } : {}),
        ...(said ? { serviceSeenAt: nowMs } : {}),
        ...(one.startedBy === undefined && entry?.id ? { startedBy: entry.id } : {}),
        serviceDueAt: dueAt,
    };
    const by = (0,watch_superseder/* supersederOf */.c)(heard);
    const superseder = by?.superseder.taskDefinition;
    const named = superseder && !heard.superseder ? { superseder: { taskDefinition: superseder } } : {};
    return withCounters({ ...heard, ...named }, before, nowMs);
}
/** Events only grow: an answer whose newest event is older than one that was seen lags. */
function isOlder(known, said) {
    const newest = (service) => Math.max(...(service.events ?? []).map(({ createdAt }) => createdAt?.getTime() ?? 0), ...(service.deployments ?? []).map(({ updatedAt, createdAt }) => (updatedAt ?? createdAt)?.getTime() ?? 0), 0);
    return known !== undefined && newest(said) < newest(known);
}
/** Notes that the counters changed, and that a task ended: then the service and its stopped tasks are looked at. */
function withCounters(one, before, nowMs) {
    const sum = (state) => (0,counters/* countsOf */.mQ)(state).running + (0,counters/* countsOf */.mQ)(state).pending;
    const going = one.deployment?.status === 'PENDING' || one.deployment?.status === 'IN_PROGRESS';
    const dropped = going && before.deployment && sum(one) < sum(before);
    const changed = (0,counters/* countedFailures */.Yi)(one) !== (0,counters/* countedFailures */.Yi)(before) ||
        (0,counters/* countsOf */.mQ)(one).running !== (0,counters/* countsOf */.mQ)(before).running ||
        (0,counters/* stoppedCounters */.lx)(one) !== (0,counters/* stoppedCounters */.lx)(before);
    return {
        ...one,
        ...(dropped ? { drops: one.drops + 1, serviceDueAt: Math.min(one.serviceDueAt, nowMs) } : {}),
        ...(changed || dropped ? { countersChangedAt: nowMs } : {}),
    };
}
function takeError(state, answer, nowMs) {
    const { question, error } = answer;
    const operation = OPERATIONS[question.kind];
    if (question.kind === 'definition') {
        // Whose it is is good to know, and no more than that.
        const next = change(state, question.services, (one) => one.superseder ? { ...one, superseder: { ...one.superseder, tags: {} } } : one);
        return settleAll(next, question.services, nowMs);
    }
    if ((0,read_error/* kindOfReadError */.mQ)(error) === 'final')
        return endUnknown(state, question.services, error, operation, nowMs);
    const bucket = bucketOf(question);
    const times = state.rest[bucket].times + 1;
    // https://en.wikipedia.org/wiki/Linear_congruential_generator, the constants of Numerical Recipes
    const seed = (Math.imul(state.seed, 1664525) + 1013904223) >>> 0;
    const until = nowMs + (0,read_error/* backOff */.fu)(times, seed / 2 ** 32);
    const last = (0,read_error/* sentenceOf */.$N)(error, operation);
    const rested = { ...state, seed, rest: { ...state.rest, [bucket]: { times, until } } };
    const freed = change(dropReads(rested, question, nowMs), question.services, (one) => {
        const { deploymentAskedAt, serviceAskedAt, ...others } = one;
        return {
            ...others,
            ...(question.kind !== 'deployments' && deploymentAskedAt !== undefined ? { deploymentAskedAt } : {}),
            ...(question.kind !== 'services' && serviceAskedAt !== undefined ? { serviceAskedAt } : {}),
            trouble: { times: one.trouble.times + 1, last },
        };
    });
    return { state: freed, happenings: [] };
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/watch-services.ts







/** Watches many service deployments of one cluster together until each has exactly one outcome. */
function watchServices(tools, watched, settings) {
    const { deadline, cadence, hopeless = 'stop', onHappening } = settings;
    const now = () => tools.now().getTime();
    const options = {
        deadlineMs: deadline.getTime(),
        hopeless,
        open: settings.open === true,
        seed: process.pid,
        ...(cadence ? { cadence } : {}),
    };
    let state = beginWatch(watched, options, now());
    let wake = () => undefined;
    let isOpen = settings.open === true;
    let givenUp;
    const answers = [];
    const calls = new AbortController();
    const apply = (step) => {
        state = step.state;
        for (const happening of step.happenings) {
            onHappening?.(happening);
            if (happening.kind === 'decision' && happening.decision.kind === 'stop' && hopeless === 'stop')
                void requestStop(happening.decision.service);
        }
    };
    const act = (step) => {
        apply(step);
        wake();
    };
    const requestStop = async (service) => {
        const refused = await rollBack(tools.ecs, state.services.get(service)?.watched.deployment ?? '');
        if (refused)
            act(stopRefused(state, service, refused, now()));
    };
    const ask = async (question) => {
        answers.push(await askEcs(tools.ecs, tools.cluster, question, calls.signal));
        wake();
    };
    const isOver = () => isFinished(state) && !isOpen;
    const giveUp = (reason) => {
        givenUp ??= reason;
        act(cancelWatch(state, reason, now()));
    };
    const rest = async (until) => {
        if (answers.length > 0 || isOver())
            return;
        const timer = new AbortController();
        const woken = new Promise((resolve) => {
            wake = resolve;
        });
        const sleep = (0,promises_.setTimeout)(Math.max(1, until - now()), undefined, { signal: timer.signal }).catch(() => undefined);
        // With nothing to ask for, only a service that joins or the end of joining brings anything new.
        await Promise.race(isFinished(state) ? [woken] : [woken, sleep]);
        timer.abort();
    };
    const run = async () => {
        const cancelled = () => giveUp(reasonOf(tools.signal));
        if (tools.signal?.aborted)
            cancelled();
        tools.signal?.addEventListener('abort', cancelled, { once: true });
        try {
            while (!isOver()) {
                for (const answer of answers.splice(0))
                    apply(takeAnswer(state, answer, now()));
                apply(tick(state, now()));
                const next = nextQuestions(state, now());
                state = next.state;
                for (const question of next.questions)
                    void ask(question);
                await rest(next.wakeAt);
            }
        }
        finally {
            tools.signal?.removeEventListener('abort', cancelled);
            calls.abort();
        }
        return outcomesOf(state);
    };
    return {
        // A moment later, so that whoever is told of something already holds this watch.
        outcomes: Promise.resolve().then(run),
        async stop(service, because) {
            if (state.services.get(service)?.outcome)
                return;
            act(noteStop(state, service, because, now()));
            await requestStop(service);
        },
        cancel: giveUp,
        join(one, until) {
            state = joinWatch(state, [one], until.getTime(), now());
            if (givenUp === undefined)
                wake();
            else
                giveUp(givenUp);
        },
        close() {
            isOpen = false;
            state = closeWatch(state, now());
            wake();
        },
    };
}
const outcomesOf = (state) => new Map([...state.services].flatMap(([name, { outcome }]) => (outcome ? [[name, outcome]] : [])));
const reasonOf = (signal) => signal?.reason instanceof Error ? signal.reason.message : String(signal?.reason ?? 'cancelled');
/** Tries of a stop that was throttled or lost; ECS takes the same stop twice. */
const STOP_TRIES = 4;
/** How long one try may take. */
const STOP_MS = 10_000;
/**
 * Why ECS will not stop the deployment; undefined when it will, or when it ended meanwhile. Goes on when the watch ends:
 * a stop that was decided is made.
 */
async function rollBack(ecs, serviceDeploymentArn) {
    const command = new StopServiceDeploymentCommand/* StopServiceDeploymentCommand */.a({ serviceDeploymentArn, stopType: 'ROLLBACK' });
    for (let tries = 1;; tries++) {
        try {
            await ecs.send(command, { abortSignal: AbortSignal.timeout(STOP_MS) });
            return undefined;
        }
        catch (error) {
            const { name, message, status } = (0,read_error/* readErrorOf */.as)(error);
            // It ended between the look and the call: the next look tells how.
            if (name === 'ConflictException' || name === 'ServiceDeploymentNotFoundException')
                return undefined;
            const passing = status === undefined || status >= 500 || /Throttl|TooMany|Limit/i.test(name);
            if (!passing || tries === STOP_TRIES)
                return `${name}: ${message}`;
            await (0,promises_.setTimeout)(400 * tries);
        }
    }
}


/***/ }),

/***/ 20330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ goBack)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/UpdateServiceCommand.js
var UpdateServiceCommand = __webpack_require__(47188);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/StopServiceDeploymentCommand.js
var StopServiceDeploymentCommand = __webpack_require__(95416);
// EXTERNAL MODULE: ./packages/shared/src/ecs/go-back.ts
var go_back = __webpack_require__(66263);
// EXTERNAL MODULE: ./packages/shared/src/ecs/services.ts
var services = __webpack_require__(2089);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/position-of-service.ts


/**
 * A role that may no longer look at service deployments can still put a service back: DescribeServices tells enough of
 * the newest one. Any other error is thrown on.
 */
function asServiceTells(ecs, cluster, name) {
    return async (error) => {
        if (!(error instanceof Error) || error.name !== 'AccessDeniedException')
            throw error;
        const service = (await (0,services/* describeServices */.Ge)(ecs, cluster, [name])).get(name);
        if (!service)
            throw error;
        const latest = primaryOf(service);
        return {
            taskDefinition: (0,go_back/* targetOf */.$r)(service),
            desiredCount: service.desiredCount ?? 0,
            service,
            ...(latest ? { latest } : {}),
        };
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
const rolloutStates = { COMPLETED: 'SUCCESSFUL', FAILED: 'STOPPED' };
function primaryOf({ deployments = [] }) {
    const primary = deployments.find(({ status }) => status === 'PRIMARY');
    if (!primary)
        return undefined;
    return {
        arn: primary.id ?? '',
        status: rolloutStates[primary.rolloutState ?? ''] ?? 'IN_PROGRESS',
        createdAt: primary.createdAt ?? new Date(0),
        ...(primary.taskDefinition ? { taskDefinition: primary.taskDefinition } : {}),
    };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/service-deployment.ts
var service_deployment = __webpack_require__(34544);
// EXTERNAL MODULE: ./packages/shared/src/ecs/service-settings.ts
var service_settings = __webpack_require__(47102);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/way-back.ts
/** Brings services back to what they were before, all together, and waits until each is there. */





/** UpdateService is asked for at most this often: a goal that itself fails to start would be tried for ever. */
const MOST_UPDATES = 2;
/** How long UpdateService may take to show among the deployments before it is asked for again. */
const UPDATE_SHOWS_WITHIN_MS = 60_000;
/**
 * One way back for each goal. What AWS refuses for one service keeps none of the others; a cancelled run throws what
 * its `pace.sleep` throws, and what ECS was asked for by then goes on.
 */
async function goBack(ecs, cluster, goals, pace, waitFor) {
    const end = pace.now().getTime() + pace.within.ms;
    const all = goals.map((goal) => ({ goal, steps: [], updates: [], unstoppable: new Set(), last: '', said: '' }));
    for (;;) {
        const open = all.filter((one) => !one.end);
        const awaited = (await Promise.all(open.map((one) => advance(ecs, cluster, one, pace)))).flat();
        const left = open.filter((one) => !one.end);
        if (left.length === 0)
            break;
        const remaining = end - pace.now().getTime();
        if (remaining <= 0) {
            for (const one of left)
                one.end = ended(one, false, `not back within ${pace.within.ms / 1000} s: ${one.last}`);
            break;
        }
        if (waitFor && awaited.length === left.length)
            take(left, awaited, await waitFor(awaited, { ...pace, within: { ms: remaining } }));
        else
            await pace.sleep(pace.every.ms);
    }
    return new Map(all.flatMap(({ goal, end: way }) => (way ? [[goal.service, way]] : [])));
}
/** Looks at one service and does the next step; the deployment that it then waits for. */
async function advance(ecs, cluster, one, pace) {
    try {
        const at = await (0,go_back/* position */.G1)(ecs, cluster, one.goal.service).catch(asServiceTells(ecs, cluster, one.goal.service));
        const step = (0,go_back/* nextStepBack */.PZ)(at, one.goal);
        one.last = step.because;
        if (step.kind === 'done')
            one.end = ended(one, true, step.because, tookUntil(one, at.latest));
        else if (step.kind !== 'wait')
            await act(ecs, cluster, one, at, step, pace);
        const line = `${one.goal.service}: ${one.last}`;
        if (!one.end && line !== one.said)
            pace.progress(line);
        one.said = line;
        const { latest } = at;
        if (step.kind !== 'wait' || !latest || !((0,service_deployment/* isInFlight */.wn)(latest) || (0,service_deployment/* isGoingBack */.s6)(latest)))
            return [];
        one.from ??= latest.rollbackAt ?? latest.createdAt;
        return [{ goal: one.goal, deployment: latest }];
    }
    catch (error) {
        if (!(error instanceof Error) || error.name === 'AbortError')
            throw error;
        one.end = ended(one, false, `${error.name}: ${error.message}`);
        return [];
    }
}
async function act(ecs, cluster, one, at, step, pace) {
    const now = pace.now();
    const theirs = superseded(one, at.latest, now);
    if (theirs) {
        one.end = { ...ended(one, false, theirs.because), outcome: theirs };
        return;
    }
    // Begun by the update below, to a revision that the service was at: stopping it would leave it without a way back.
    if (step.kind === 'stop' && one.updates.length > 0 && at.latest?.taskDefinition === one.goal.taskDefinition)
        return;
    const stops = step.kind === 'stop' && !one.unstoppable.has(step.deployment);
    if (stops) {
        if (!(await stop(ecs, step.deployment)))
            one.unstoppable.add(step.deployment);
        else
            one.steps.push({ at: now, what: `StopServiceDeployment: ${step.because}` });
        return;
    }
    const before = one.updates.at(-1);
    if (before && before.latest === at.latest?.arn && now.getTime() - before.at < UPDATE_SHOWS_WITHIN_MS)
        return;
    if (one.updates.length === MOST_UPDATES) {
        one.end = ended(one, false, step.because);
        return;
    }
    one.updates.push({ at: now.getTime(), latest: at.latest?.arn });
    const began = await update(ecs, cluster, one.goal, at);
    if (began)
        one.began = began;
    one.steps.push({ at: now, what: `UpdateService: ${step.because}` });
}
/** A deployment that was to bring a service back and did not ends its way; all else is told by the next look. */
function take(left, awaited, outcomes) {
    for (const { goal, deployment } of awaited) {
        const one = left.find((traveller) => traveller.goal === goal);
        const outcome = outcomes.get(goal.service);
        if (!one || !outcome || deployment.taskDefinition !== goal.taskDefinition || (0,service_deployment/* isGoingBack */.s6)(deployment))
            continue;
        if (!isForNextLook(outcome, goal))
            one.end = { ...ended(one, false, outcome.because), outcome };
    }
}
function isForNextLook(outcome, goal) {
    if (outcome.kind === 'succeeded' || outcome.kind === 'timed-out')
        return true;
    // Somebody else who goes back at the same time has begun the same deployment once more.
    if (outcome.kind === 'superseded')
        return outcome.by.taskDefinition === undefined || outcome.by.taskDefinition === goal.taskDefinition;
    return false;
}
const ended = (one, back, because, took) => ({
    back,
    because,
    steps: one.steps,
    ...(took ? { took } : {}),
});
function tookUntil({ from, steps }, latest) {
    if (!latest?.finishedAt || (!from && steps.length === 0))
        return undefined;
    const began = latest.rollbackAt ?? latest.createdAt;
    return { from: from && from < began ? from : began, to: latest.finishedAt };
}
/** What somebody else began after our own update is theirs: to stop it would undo what they did. */
function superseded({ began, goal }, latest, at) {
    if (!began || !latest || !(0,service_deployment/* isInFlight */.wn)(latest) || latest.createdAt <= began)
        return undefined;
    const { arn: deployment, taskDefinition } = latest;
    const because = `superseded by ${taskDefinition?.split('/').at(-1) ?? 'another deployment'}`;
    const by = { deployment, since: latest.createdAt, tags: {}, ...(taskDefinition ? { taskDefinition } : {}) };
    return { kind: 'superseded', service: goal.service, deployment, because, at, by };
}
/** When the deployment began that this update made, by ECS's clock. */
async function update(ecs, cluster, goal, at) {
    const { service, taskDefinition, settings } = goal;
    const desiredCount = (0,go_back/* countBack */.Po)(at, goal);
    const back = at.service && settings ? (0,service_settings/* settingsBack */.PO)(at.service, settings) : {};
    // ECS does nothing for a revision that the service has already, unless it is told to.
    const again = at.taskDefinition === taskDefinition && !(0,go_back/* hasSettled */.SU)(at);
    const answer = await ecs.send(new UpdateServiceCommand/* UpdateServiceCommand */.k({
        cluster,
        service,
        taskDefinition,
        ...back,
        ...(again || (0,service_settings/* takesForce */.oW)(back) ? { forceNewDeployment: true } : {}),
        ...(desiredCount === undefined ? {} : { desiredCount }),
    }));
    const primary = answer.service?.deployments?.find(({ status }) => status === 'PRIMARY');
    return primary?.taskDefinition === taskDefinition ? primary?.createdAt : undefined;
}
/** False when ECS has nothing that the deployment could go back to; the goal is then gone to by UpdateService. */
async function stop(ecs, serviceDeploymentArn) {
    try {
        await ecs.send(new StopServiceDeploymentCommand/* StopServiceDeploymentCommand */.a({ serviceDeploymentArn, stopType: 'ROLLBACK' }));
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        if (error.name === 'InvalidParameterException')
            return false;
        // It ended between the look and the call, or somebody else stopped it first: the next look decides again.
        if (!/^(ConflictException|ServiceDeploymentNotFoundException)$/.test(error.name))
            throw error;
    }
    return true;
}


/***/ }),

/***/ 543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* unused harmony export formatImageReference */
/* harmony import */ var _value_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79916);

// The grammar of the OCI distribution specification, "Pulling manifests".
const repositoryPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagPattern = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const digestPattern = /^sha256:[a-f0-9]{64}$/;
/** Parses an image reference. Throws a ValueError that names the part that is wrong. */
function parseImageReference(text) {
    const [named = '', digest, ...rest] = text.trim().split('@');
    if (rest.length > 0 || (digest !== undefined && !digestPattern.test(digest)))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`'${text}' has no valid digest: after @ stand sha256: and 64 hexadecimal digits`);
    const first = named.indexOf('/');
    const host = first > 0 ? named.slice(0, first) : '';
    // A first part with a dot or a port, or localhost, is a host; any other is part of the repository.
    const isHost = /[.:]/.test(host) || host === 'localhost';
    const path = isHost ? named.slice(first + 1) : named;
    const colon = path.lastIndexOf(':');
    const repository = colon < 0 ? path : path.slice(0, colon);
    const tag = colon < 0 ? undefined : path.slice(colon + 1);
    if (!repositoryPattern.test(repository))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`'${text}' has no valid repository: '${repository}' must be lower-case letters, digits and . _ - between them`);
    if (tag !== undefined && !tagPattern.test(tag))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`'${text}' has no valid tag: '${tag}'`);
    return {
        ...(isHost && { registry: host }),
        repository,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
/** The text of an image reference. */
function formatImageReference({ registry, repository, tag, digest }) {
    return `${registry ? `${registry}/` : ''}${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}


/***/ }),

/***/ 16412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ containersOf),
/* harmony export */   r: () => (/* binding */ isFargate)
/* harmony export */ });
const containersOf = ({ definition }) => definition.containerDefinitions ?? [];
/** Whether its tasks run on Fargate: as the service says, else as the definition requires. */
function isFargate({ view, definition }) {
    const providers = view.capacityProviderStrategy ?? [];
    if (providers.length > 0)
        return providers.every(({ capacityProvider }) => capacityProvider?.startsWith('FARGATE'));
    if (view.launchType)
        return view.launchType === 'FARGATE';
    return definition.requiresCompatibilities?.includes('FARGATE') ?? false;
}


/***/ }),

/***/ 64172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   IX: () => (/* binding */ pass),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   fJ: () => (/* binding */ fail),
/* harmony export */   iv: () => (/* binding */ skip)
/* harmony export */ });
/* harmony import */ var _evidence_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);

/** @param absent names of the errors by which AWS says that the thing does not exist */
async function lookUp(permission, absent, ask) {
    try {
        return { kind: 'found', value: await ask() };
    }
    catch (error) {
        if (!(error instanceof Error) || error.name === 'AbortError')
            throw error;
        if (absent.test(error.name))
            return { kind: 'missing', because: error.message };
        const denied = /AccessDenied|NotAuthorized|Unauthorized/i.test(error.name);
        return {
            kind: 'unknown',
            because: denied ? `needs the permission ${permission}` : `could not be asked (${error.name}: ${error.message})`,
        };
    }
}
const pass = (because) => ({ verdict: 'pass', because });
const fail = (because) => ({ verdict: 'fail', because });
const warn = (because) => ({ verdict: 'warn', because });
const skip = (because) => ({ verdict: 'skipped', because });
const unknown = (because) => ({ verdict: 'inconclusive', because });
/** One check out of all findings about a service; only the worst of them are told. */
function fold(id, subject, findings, more) {
    const { none, source, at } = more;
    if (findings.length === 0)
        return (0,_evidence_check_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)(id, subject, 'pass', none, { source, at });
    // What could not be looked at does not outweigh what could: `skipped` only when nothing else was found.
    const told = findings.filter(({ verdict }) => verdict !== 'skipped');
    const verdict = (0,_evidence_check_js__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)((told.length > 0 ? told : findings).map((one) => one.verdict));
    const because = (told.length > 0 ? told : findings)
        .filter((one) => one.verdict === verdict)
        .map((one) => one.because)
        .join('; ');
    return (0,_evidence_check_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)(id, subject, verdict, because, { source, at });
}


/***/ }),

/***/ 44795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ judgeImages),
/* harmony export */   Mz: () => (/* binding */ findImages),
/* harmony export */   Uq: () => (/* binding */ shortImage)
/* harmony export */ });
/* unused harmony export platformOf */
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59952);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71982);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _values_image_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(543);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16412);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64172);





const ociArchitectures = { X86_64: 'amd64', ARM64: 'arm64' };
/** The platform that a candidate's tasks need; ECS takes Linux on x86_64 where the definition says nothing. */
function platformOf({ definition }) {
    const { cpuArchitecture = 'X86_64', operatingSystemFamily = 'LINUX' } = definition.runtimePlatform ?? {};
    return `${operatingSystemFamily.startsWith('WINDOWS') ? 'windows' : 'linux'}/${ociArchitectures[cpuArchitecture] ?? cpuArchitecture.toLowerCase()}`;
}
/** @param found each image by reference; an image outside ECR is not in it */
function judgeImages(candidate, found) {
    const wanted = platformOf(candidate);
    return (0,_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(candidate).map(({ name, image = '' }) => {
        const answer = found.get(image);
        const told = `${name}: image ${shortImage(image)}`;
        if (!answer)
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .skip */ .iv)(`${told} is not in the ECR of this region, and is not asked for`);
        if (answer.kind === 'unknown')
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(`${told} ${answer.because}`);
        if (answer.kind === 'missing')
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`${told} is not in its repository: push it with build-scan-push`);
        const { platforms } = answer.value;
        if (!platforms.includes(wanted))
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`${told} is built for ${platforms.join(', ') || 'nothing'}, and its tasks need ${wanted}`);
        return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)(`${told} is there for ${wanted}`);
    });
}
const shortImage = (image) => image.replace(/^[^/]+\.[^/]+\/|^[^/]+:\d+\//, '').replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}/, '$1…');
const index = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    manifests: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        platform: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).optional(),
    })),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ config: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }) });
const imageConfig = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/**
 * Asks ECR for every image that is in it.
 * @param registries hosts that are known to be this account's ECR, besides those with ECR's own form
 */
async function findImages(ecr, candidates, registries, signal) {
    const images = new Set(candidates.flatMap((one) => (0,_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(one).map(({ image = '' }) => image)));
    const here = await ecr.config.region();
    const ours = [...images].flatMap((image) => {
        const reference = inEcr(image, registries);
        return reference && (reference.region ?? here) === here ? [{ image, ...reference }] : [];
    });
    const found = await Promise.all(ours.map(async ({ image, id, ...place }) => [
        image,
        await findPlatforms(ecr, place, id, signal),
    ]));
    return new Map(found);
}
function inEcr(image, registries) {
    try {
        const { registry = '', repository, tag = 'latest', digest } = (0,_values_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseImageReference */ .o)(image);
        const [, account, region] = /^(\d{12})\.dkr\.ecr\.([\w-]+)\.amazonaws\.com(?:\.cn)?$/.exec(registry) ?? [];
        if (!registries.includes(registry) && !account)
            return undefined;
        return {
            repository,
            id: digest ? { imageDigest: digest } : { imageTag: tag },
            ...(account && region ? { account, region } : {}),
        };
    }
    catch {
        return undefined;
    }
}
async function findPlatforms(ecr, place, imageId, abortSignal) {
    const answer = await (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUp */ .TE)('ecr:BatchGetImage', /^RepositoryNotFound/, () => ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_4__/* .BatchGetImageCommand */ .P({ ...namesOf(place), imageIds: [imageId] }), { abortSignal }));
    if (answer.kind !== 'found')
        return answer;
    const [image] = answer.value.images ?? [];
    if (!image?.imageManifest) {
        const [failure] = answer.value.failures ?? [];
        return failure && failure.failureCode !== 'ImageNotFound'
            ? { kind: 'unknown', because: `could not be read (${failure.failureCode}: ${failure.failureReason})` }
            : { kind: 'missing', because: 'is not in its repository' };
    }
    const own = image.imageId?.imageDigest ?? '';
    return viewOf(ecr, place, own, image.imageManifest, abortSignal);
}
const namesOf = ({ repository, account }) => ({
    repositoryName: repository,
    ...(account ? { registryId: account } : {}),
});
async function viewOf(ecr, place, own, text, signal) {
    const json = parse(text);
    const many = index.safeParse(json);
    if (many.success) {
        const { manifests } = many.data;
        const platforms = manifests.flatMap(({ platform }) => platform ? [`${platform.os}/${platform.architecture}`] : []);
        return { kind: 'found', value: { platforms, digests: [own, ...manifests.map(({ digest }) => digest)] } };
    }
    const one = manifest.safeParse(json);
    if (!one.success)
        return { kind: 'unknown', because: 'has a manifest that is not understood' };
    return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUp */ .TE)('ecr:GetDownloadUrlForLayer', /^$/, async () => {
        const { downloadUrl = '' } = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_5__/* .GetDownloadUrlForLayerCommand */ .p({ ...namesOf(place), layerDigest: one.data.config.digest }), { abortSignal: signal });
        const answer = await fetch(downloadUrl, { signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]) });
        if (!answer.ok)
            throw new Error(`its configuration could not be read: HTTP ${answer.status}`);
        const { os, architecture } = imageConfig.parse(await answer.json());
        return { platforms: [`${os}/${architecture}`], digests: [own] };
    });
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P4: () => (/* binding */ findTargetGroups),
/* harmony export */   Tg: () => (/* binding */ judgeLoadBalancers)
/* harmony export */ });
/* unused harmony export targetGroupsOf */
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38358);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16412);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64172);



/** Every target group that the service's tasks will be registered with. */
function targetGroupsOf({ view, sideBySide }) {
    return (view.loadBalancers ?? []).flatMap(({ targetGroupArn, advancedConfiguration }) => [
        ...(targetGroupArn ? [targetGroupArn] : []),
        ...(sideBySide && advancedConfiguration?.alternateTargetGroupArn
            ? [advancedConfiguration.alternateTargetGroupArn]
            : []),
    ]);
}
function judgeLoadBalancers(candidate, found) {
    const { view, definition, sideBySide } = candidate;
    const findings = targetGroupsOf(candidate).map((arn) => judgeGroup(arn, found.get(arn), definition.networkMode));
    for (const { containerName, containerPort, advancedConfiguration } of view.loadBalancers ?? []) {
        const container = (0,_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(candidate).find(({ name }) => name === containerName);
        const ports = (container?.portMappings ?? []).flatMap(({ containerPort: port }) => port ?? []);
        if (!container)
            findings.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`the load balancer forwards to container ${containerName}, which is not there`));
        else if (containerPort !== undefined && !ports.includes(containerPort))
            findings.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`container ${containerName} does not map port ${containerPort}, but ${ports.join(', ') || 'none'}`));
        if (sideBySide && !advancedConfiguration?.alternateTargetGroupArn)
            findings.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`the strategy needs an alternate target group for ${containerName}, and the service has none`));
        if (sideBySide && !advancedConfiguration?.productionListenerRule)
            findings.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`the strategy needs a production listener rule for ${containerName}, and the service has none`));
    }
    return findings;
}
function judgeGroup(arn, group, networkMode) {
    const name = `target group ${arn.split('/')[1] ?? arn}`;
    if (!group || group.kind === 'unknown')
        return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(`${name} ${group?.because ?? 'was not asked for'}`);
    if (group.kind === 'missing')
        return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`${name} does not exist`);
    // A task in awsvpc mode is registered by its address.
    if (networkMode === 'awsvpc' && group.value.TargetType !== 'ip')
        return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`${name} takes targets by ${group.value.TargetType}, and tasks in awsvpc mode need one by ip`);
    return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)(`${name} exists`);
}
async function findTargetGroups(elb, candidates) {
    const arns = [...new Set(candidates.flatMap(targetGroupsOf))];
    const found = await Promise.all(
    // One by one: a batch in which one is missing answers with an error for all.
    arns.map(async (arn) => {
        const answer = await (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUp */ .TE)('elasticloadbalancing:DescribeTargetGroups', /^TargetGroupNotFound/, () => elb.send(new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_2__/* .DescribeTargetGroupsCommand */ .s({ TargetGroupArns: [arn] })));
        if (answer.kind !== 'found')
            return [arn, answer];
        const [value] = answer.value.TargetGroups ?? [];
        return [arn, value ? { kind: 'found', value } : { kind: 'missing', because: 'is not there' }];
    }));
    return new Map(found);
}


/***/ }),

/***/ 77404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vo: () => (/* binding */ judgeSecrets),
/* harmony export */   dL: () => (/* binding */ findSecrets)
/* harmony export */ });
/* unused harmony exports parseReference, secretsOf */
/* harmony import */ var _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34144);
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93702);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16412);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64172);




function parseReference(valueFrom) {
    // arn:aws:secretsmanager:region:account:secret:name-AbCdEf[:json-key:version-stage:version-id]
    const [, partition, service, region = '', account, ...rest] = valueFrom.split(':');
    if (service === 'secretsmanager') {
        const [, name = '', key = '', stage = ''] = rest;
        return {
            kind: 'secret',
            id: ['arn', partition, service, region, account, 'secret', name].join(':'),
            region,
            stage,
            key,
        };
    }
    if (service === 'ssm')
        return { kind: 'parameter', name: `/${rest.join(':').split('/').slice(1).join('/')}`, region };
    return { kind: 'parameter', name: valueFrom };
}
/** `[where it is used, valueFrom]` of every secret that a task needs before it can start. */
function secretsOf(candidate) {
    return (0,_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(candidate).flatMap(({ name, secrets = [], logConfiguration, repositoryCredentials }) => [
        ...[...secrets, ...(logConfiguration?.secretOptions ?? [])].map((secret) => [
            `${name}.${secret.name}`,
            secret.valueFrom ?? '',
        ]),
        ...(repositoryCredentials?.credentialsParameter
            ? [[`${name}.repositoryCredentials`, repositoryCredentials.credentialsParameter]]
            : []),
    ]);
}
/** @param found version stages of each secret, or the name of each parameter, by `valueFrom` */
function judgeSecrets(candidate, found) {
    return secretsOf(candidate).map(([use, valueFrom]) => {
        const answer = found.get(valueFrom);
        const reference = parseReference(valueFrom);
        const told = `${use}: ${reference.kind} ${nameOf(reference)}`;
        if (!answer)
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .skip */ .iv)(`${told} is in another region, which is not asked`);
        if (answer.kind === 'unknown')
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(`${told} ${answer.because}`);
        if (answer.kind === 'missing')
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`${told} does not exist`);
        const stage = reference.kind === 'secret' ? reference.stage || 'AWSCURRENT' : '';
        if (stage && !answer.value.includes(stage))
            return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`${told} has no version ${stage}`);
        return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)(`${told} exists`);
    });
}
const nameOf = (reference) => reference.kind === 'secret' ? (reference.id.split(':').at(-1) ?? '') : reference.name;
/** Asks for names and versions only; no value is ever read. */
async function findSecrets(clients, region, candidates) {
    const wanted = [...new Set(candidates.flatMap((one) => secretsOf(one).map(([, valueFrom]) => valueFrom)))];
    const here = wanted.filter((valueFrom) => [undefined, '', region].includes(parseReference(valueFrom).region));
    const found = await Promise.all(here.map(async (valueFrom) => {
        const reference = parseReference(valueFrom);
        return [
            valueFrom,
            reference.kind === 'secret'
                ? await findSecret(clients.secrets, reference.id)
                : await findParameter(clients.ssm, reference.name),
        ];
    }));
    return new Map(found);
}
async function findSecret(client, id) {
    const answer = await (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUp */ .TE)('secretsmanager:DescribeSecret', /^ResourceNotFound/, () => client.send(new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_2__/* .DescribeSecretCommand */ .X({ SecretId: id })));
    if (answer.kind !== 'found')
        return answer;
    const { DeletedDate, VersionIdsToStages } = answer.value;
    if (DeletedDate)
        return { kind: 'missing', because: `is deleted, since ${DeletedDate.toISOString()}` };
    return { kind: 'found', value: Object.values(VersionIdsToStages ?? {}).flat() };
}
async function findParameter(client, name) {
    // A bare name may be stored with or without its leading slash; `Equals` takes both spellings at once.
    const Values = [...new Set([name, name.replace(/^\//, '')])];
    const answer = await (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUp */ .TE)('ssm:DescribeParameters', /^ParameterNotFound/, () => client.send(new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_3__/* .DescribeParametersCommand */ .$({ ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values }] })));
    if (answer.kind !== 'found')
        return answer;
    const [parameter] = answer.value.Parameters ?? [];
    return parameter
        ? { kind: 'found', value: [parameter.Name ?? name] }
        : { kind: 'missing', because: 'does not exist' };
}


/***/ })

};
