export const id = 7663;
export const ids = [7663];
export const modules = {

/***/ 25352:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U2: () => (/* binding */ writtenByEcs),
/* harmony export */   WY: () => (/* binding */ described),
/* harmony export */   ZV: () => (/* binding */ registrable)
/* harmony export */ });
/* unused harmony export shapeOf */
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44947);

// The notation of the SDK's schemas: https://github.com/smithy-lang/smithy-typescript/tree/main/packages/types/src/schema
const text = 0;
const number = 1;
const flag = 2;
const times = [4, 5, 6, 7];
const listOf = 64;
const mapOf = 128;
const list = 1;
const map = 2;
const structure = 3;
const union = 4;
/** The shape behind one of the SDK's schemas. Throws when it is written in a way that is not understood here. */
function shapeOf(schema) {
    if (typeof schema === 'function')
        return shapeOf(schema());
    if (typeof schema === 'number')
        return simple(schema);
    if (!Array.isArray(schema))
        throw new Error(`the ECS model holds ${String(schema)}, which is no schema`);
    const [kind, , name, , members, of] = schema;
    // A schema with traits of its own is a pair: the schema, and the traits.
    if (typeof kind !== 'number')
        return shapeOf(kind);
    if (kind === list)
        return { kind: 'list', of: shapeOf(members) };
    if (kind === map)
        return { kind: 'map', of: shapeOf(of) };
    if ((kind === structure || kind === union) && Array.isArray(members) && Array.isArray(of)) {
        const fields = Object.fromEntries(members.map((field, index) => [String(field), shapeOf(of[index])]));
        // Required members stand first, and the schema tells how many they are.
        const required = kind === structure ? members.slice(0, Number(schema[6] ?? 0)).map(String) : [];
        return { kind: 'fields', name: String(name), fields, required };
    }
    throw new Error(`the ECS model describes ${String(name)} in a way that is not known here (${kind})`);
}
function simple(code) {
    if (code >= mapOf)
        return { kind: 'map', of: simple(code - mapOf) };
    if (code >= listOf)
        return { kind: 'list', of: simple(code - listOf) };
    if (code === text)
        return { kind: 'text' };
    if (code === number)
        return { kind: 'number' };
    if (code === flag)
        return { kind: 'flag' };
    if (times.includes(code))
        return { kind: 'time' };
    throw new Error(`the ECS model has a value of a kind that is not known here (${code})`);
}
function fieldsOf(schema) {
    const shape = shapeOf(schema);
    if (shape.kind !== 'fields')
        throw new Error('the ECS model describes a task definition as something without fields');
    return shape;
}
/** All that RegisterTaskDefinition takes. */
const registrable = fieldsOf(_aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .RegisterTaskDefinitionRequest$ */ .fSK);
/** All that DescribeTaskDefinition tells of a definition. */
const described = fieldsOf(_aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .TaskDefinition$ */ .TAv);
/** Fields of a described definition that ECS writes and RegisterTaskDefinition does not take. */
const writtenByEcs = Object.keys(described.fields).filter((field) => !(field in registrable.fields));


/***/ }),

/***/ 66263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   G1: () => (/* binding */ position),
/* harmony export */   PZ: () => (/* binding */ nextStepBack),
/* harmony export */   Po: () => (/* binding */ countBack),
/* harmony export */   SU: () => (/* binding */ hasSettled)
/* harmony export */ });
/* harmony import */ var _service_deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34544);
/* harmony import */ var _service_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47102);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2089);



/** The next step that brings a service back to its goal. Asking it again at any moment is safe. */
function nextStepBack(at, goal) {
    const { latest } = at;
    if (latest && (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoingBack */ .s6)(latest))
        return { kind: 'wait', because: `deployment is ${latest.status}` };
    if (latest && (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .isInFlight */ .wn)(latest)) {
        // One that comes from the goal is no way back to it, though it leads to the same revision: it was forced.
        if (latest.taskDefinition === goal.taskDefinition && (latest.from !== goal.taskDefinition || goal.renewed))
            return { kind: 'wait', because: 'on the way back' };
        if (latest.from === goal.taskDefinition)
            return {
                kind: 'stop',
                because: `deployment to ${short(latest.taskDefinition)} is under way`,
                deployment: latest.arn,
            };
        return { kind: 'update', because: `deployment to ${short(latest.taskDefinition)} did not start from the goal` };
    }
    const there = at.taskDefinition === goal.taskDefinition;
    const different = at.service && goal.settings ? Object.keys((0,_service_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settingsBack */ .PO)(at.service, goal.settings)) : [];
    const counted = countBack(at, goal) === undefined && different.length === 0;
    if (there &&
        counted &&
        latest?.status === 'SUCCESSFUL' &&
        (latest.taskDefinition ?? goal.taskDefinition) !== goal.taskDefinition)
        return { kind: 'wait', because: 'ECS does not list the new deployment yet' };
    if (there && counted && hasSettled(at))
        return { kind: 'done', because: `runs ${short(goal.taskDefinition)}` };
    const what = different.length > 0 ? ` (${different.join(', ')})` : '';
    return { kind: 'update', because: `${short(at.taskDefinition)} -> ${short(goal.taskDefinition)}${what}` };
}
/**
 * Tasks to ask for; undefined where the count is left alone: where they are as many already, and where ECS itself counts,
 * on every instance of a cluster. More tasks than before stay too, unless the release itself asked for just as many:
 * autoscaling or a person has added them since for the load of now, and a rollback must not make an overload of a bad
 * release. Too many tasks cost little, and autoscaling takes them away again.
 */
function countBack({ service, desiredCount }, goal) {
    // "The daemon scheduling strategy does not support a desired count": CreateService, API reference.
    if (service?.schedulingStrategy === 'DAEMON')
        return undefined;
    if (goal.desiredCount === undefined || goal.desiredCount === desiredCount)
        return undefined;
    return goal.desiredCount > desiredCount || desiredCount === goal.releaseCount ? goal.desiredCount : undefined;
}
/** A first deployment, made before ECS kept service deployments, leaves none to look at. */
const hasSettled = ({ latest }) => !latest || ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(latest.status);
async function position(ecs, cluster, name) {
    const [services, [latest]] = await Promise.all([
        (0,_services_js__WEBPACK_IMPORTED_MODULE_2__/* .describeServices */ .Ge)(ecs, cluster, [name]),
        (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .latestDeployments */ .uV)(ecs, cluster, name, 1),
    ]);
    const service = services.get(name);
    if (!service)
        throw new Error(`${cluster} has no active service ${name}`);
    return {
        taskDefinition: targetOf(service),
        desiredCount: service.desiredCount ?? 0,
        service,
        ...(latest ? { latest } : {}),
    };
}
/** The task definition that a service is at, or on its way to. */
function targetOf(service) {
    const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
    return primary?.taskDefinition ?? service.taskDefinition ?? '';
}
const short = (arn) => arn?.split('/').at(-1) ?? 'an unknown task definition';


/***/ }),

/***/ 42034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ readTaskDefinition),
  e: () => (/* binding */ registerTaskDefinition)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js
var DescribeTaskDefinitionCommand = __webpack_require__(82511);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/RegisterTaskDefinitionCommand.js
var RegisterTaskDefinitionCommand = __webpack_require__(54031);
// EXTERNAL MODULE: ./packages/shared/src/ecs/task-definition.ts
var task_definition = __webpack_require__(33224);
// EXTERNAL MODULE: ./packages/shared/src/ecs/definition-shape.ts
var definition_shape = __webpack_require__(25352);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/unknown-fields.ts

/**
 * Fields of a definition, as ECS answered it, that the SDK's model does not have: ECS has learnt something since. The
 * SDK drops them without a word, so whoever registers such a definition again would lose them.
 *
 * @param raw the `taskDefinition` of the answer, before the SDK has read it
 * @returns their paths, such as `containerDefinitions.api.newField`
 */
function unknownFields(raw) {
    return walk(definition_shape/* described */.WY, raw, '');
}
function walk(shape, value, path) {
    if (typeof value !== 'object' || value === null)
        return [];
    if (shape.kind === 'list' && Array.isArray(value))
        return value.flatMap((item, index) => walk(shape.of, item, `${path}.${nameOf(item) ?? index}`));
    if (shape.kind === 'map')
        return Object.entries(value).flatMap(([key, item]) => walk(shape.of, item, `${path}.${key}`));
    if (shape.kind !== 'fields')
        return [];
    return Object.entries(value).flatMap(([field, inner]) => {
        const of = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
        const at = path === '' ? field : `${path}.${field}`;
        if (of)
            return walk(of, inner, at);
        // What says nothing can be lost.
        return inner === null || inner === false || isEmpty(inner) ? [] : [at];
    });
}
const isEmpty = (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
function nameOf(item) {
    const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
    return typeof name === 'string' ? name : undefined;
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/register-task-definition.ts




/** One task definition with its tags, by ARN, `family:revision`, or family (its newest active revision). */
async function readTaskDefinition(ecs, name) {
    const command = new DescribeTaskDefinitionCommand/* DescribeTaskDefinitionCommand */.Z({ taskDefinition: name, include: ['TAGS'] });
    const raw = answerOf(command);
    const answer = await ecs.send(command);
    const definition = answer.taskDefinition;
    if (!definition?.taskDefinitionArn)
        throw new Error(`ECS described task definition ${name} without its ARN`);
    const { taskDefinition } = JSON.parse(raw.text);
    return {
        arn: definition.taskDefinitionArn,
        definition,
        tags: answer.tags ?? [],
        unknownFields: unknownFields(taskDefinition),
    };
}
/** The text of the answer to a command, once it has been sent: what ECS said, before the SDK drops what it does not know. */
function answerOf(command) {
    const answer = { text: '' };
    command.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const bytes = response.body instanceof Uint8Array ? response.body : await (0,consumers_.buffer)(response.body);
        answer.text = new TextDecoder().decode(bytes);
        response.body = bytes;
        return result;
    }, 
    // Nearest to the wire: before the SDK reads the answer.
    { step: 'deserialize', priority: 'low', name: 'keepAnswer' });
    return answer;
}
/**
 * Registers `wanted`, unless the newest active revision of its family, or `current`, already is that.
 *
 * @param tags of `current`; with them, a change of the user's own tags makes a new revision
 */
async function registerTaskDefinition(ecs, wanted, current, tags) {
    const family = wanted.family ?? '';
    if (current && isSame(current, wanted, tags))
        return { arn: current.taskDefinitionArn ?? '', reused: true };
    const newest = await newestOf(ecs, family);
    // A revision with something in it that is not known here is not what was wanted.
    const isKnown = newest?.unknownFields.length === 0;
    if (newest && isKnown && isSame(newest.definition, wanted, newest.tags))
        return { arn: newest.arn, reused: true };
    const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand/* RegisterTaskDefinitionCommand */.$(wanted));
    if (!taskDefinition?.taskDefinitionArn)
        throw new Error(`ECS registered ${family} without telling its ARN`);
    return { arn: taskDefinition.taskDefinitionArn, reused: false };
}
// An inactive revision starts no new tasks, nor does one that is being deleted.
function isSame(definition, wanted, tags) {
    const usable = definition.taskDefinitionArn !== undefined && (definition.status ?? 'ACTIVE') === 'ACTIVE';
    return usable && (0,task_definition/* sameDefinition */.uD)(definition, wanted, tags);
}
async function newestOf(ecs, family) {
    try {
        return await readTaskDefinition(ecs, family);
    }
    catch (error) {
        // ECS answers a family without an active revision with ClientException "Unable to describe task definition."
        if (error instanceof Error && error.name === 'ClientException')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 34544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ readDeployments),
/* harmony export */   gM: () => (/* binding */ latestOfEach),
/* harmony export */   s6: () => (/* binding */ isGoingBack),
/* harmony export */   uV: () => (/* binding */ latestDeployments),
/* harmony export */   wn: () => (/* binding */ isInFlight)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83723);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9064);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32006);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2089);


const IN_FLIGHT = ['PENDING', 'IN_PROGRESS'];
const ON_THE_WAY_BACK = ['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];
const isInFlight = (deployment) => IN_FLIGHT.includes(deployment.status);
const isGoingBack = (deployment) => ON_THE_WAY_BACK.includes(deployment.status);
/** The newest deployments of one service, newest first. */
async function latestDeployments(ecs, cluster, service, count = 5) {
    return readDeployments(ecs, (await newestArns(ecs, cluster, service)).slice(0, count));
}
/** The newest deployment of each service that has one, by service: one list a service, and the rest in batches. */
async function latestOfEach(ecs, cluster, services) {
    const newest = await Promise.all(services.map(async (service) => [service, (await newestArns(ecs, cluster, service))[0] ?? '']));
    const arns = newest.flatMap(([, arn]) => (arn === '' ? [] : [arn]));
    const views = new Map((await readDeployments(ecs, arns)).map((one) => [one.arn, one]));
    return new Map(newest.flatMap(([service, arn]) => {
        const one = views.get(arn);
        return one ? [[service, one]] : [];
    }));
}
async function newestArns(ecs, cluster, service) {
    const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ListServiceDeploymentsCommand */ .j({ cluster, service, maxResults: 100 }));
    return [...(answer.serviceDeployments ?? [])]
        .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
        .flatMap((brief) => brief.serviceDeploymentArn ?? []);
}
/** Deployments in the order asked for, each with the task definitions of its revisions. */
async function readDeployments(ecs, arns) {
    const found = [];
    // DescribeServiceDeployments and DescribeServiceRevisions take at most 20 ARNs.
    for (const batch of (0,_services_js__WEBPACK_IMPORTED_MODULE_1__/* .chunks */ .VN)(arns, 20)) {
        const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeServiceDeploymentsCommand */ .A({ serviceDeploymentArns: batch }));
        found.push(...(answer.serviceDeployments ?? []));
    }
    const revisions = await taskDefinitionsOf(ecs, found.flatMap(revisionArns));
    const byArn = new Map(found.map((one) => [one.serviceDeploymentArn, one]));
    return arns.flatMap((arn) => {
        const deployment = byArn.get(arn);
        return deployment ? [view(arn, deployment, revisions)] : [];
    });
}
function view(arn, deployment, revisions) {
    const taskDefinition = revisions.get(deployment.targetServiceRevision?.arn ?? '');
    const from = revisions.get(deployment.sourceServiceRevisions?.[0]?.arn ?? '');
    return {
        arn,
        status: deployment.status ?? 'PENDING',
        ...(deployment.statusReason ? { statusReason: deployment.statusReason } : {}),
        ...(deployment.lifecycleStage ? { stage: deployment.lifecycleStage } : {}),
        ...(taskDefinition ? { taskDefinition } : {}),
        ...(from ? { from } : {}),
        createdAt: deployment.createdAt ?? new Date(0),
        ...(deployment.finishedAt ? { finishedAt: deployment.finishedAt } : {}),
        ...(deployment.rollback?.startedAt ? { rollbackAt: deployment.rollback.startedAt } : {}),
    };
}
function revisionArns(deployment) {
    return [deployment.targetServiceRevision, ...(deployment.sourceServiceRevisions ?? [])].flatMap((r) => r?.arn ?? []);
}
async function taskDefinitionsOf(ecs, arns) {
    const found = new Map();
    for (const batch of (0,_services_js__WEBPACK_IMPORTED_MODULE_1__/* .chunks */ .VN)([...new Set(arns)], 20)) {
        const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_3__/* .DescribeServiceRevisionsCommand */ .o({ serviceRevisionArns: batch }));
        for (const revision of answer.serviceRevisions ?? [])
            if (revision.serviceRevisionArn && revision.taskDefinition)
                found.set(revision.serviceRevisionArn, revision.taskDefinition);
    }
    return found;
}


/***/ }),

/***/ 47102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ settingsOfRevision),
/* harmony export */   PO: () => (/* binding */ settingsBack),
/* harmony export */   SE: () => (/* binding */ fieldsOfRevision),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   oW: () => (/* binding */ takesForce)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

/** Everything of a service that UpdateService can set, besides its task definition and desired count. */
const fields = [
    'availabilityZoneRebalancing',
    'capacityProviderStrategy',
    'deploymentConfiguration',
    'enableECSManagedTags',
    'enableExecuteCommand',
    'healthCheckGracePeriodSeconds',
    'loadBalancers',
    'networkConfiguration',
    'placementConstraints',
    'placementStrategy',
    'platformVersion',
    'propagateTags',
    'serviceRegistries',
];
/** Those that ECS shows on the service's primary deployment instead. */
const fieldsOfDeployment = ['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations'];
function settingsOf(service) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    const own = fields.map((field) => [field, service[field]]);
    const deployed = fieldsOfDeployment.map((field) => [field, primary?.[field]]);
    return Object.fromEntries([...own, ...deployed].filter(([, value]) => value !== undefined));
}
/** The settings that a service revision tells. It also tells a platform version, but the resolved one. */
const fieldsOfRevision = [
    'capacityProviderStrategy',
    'loadBalancers',
    'networkConfiguration',
    'serviceConnectConfiguration',
    'serviceRegistries',
    'volumeConfigurations',
    'vpcLatticeConfigurations',
];
/**
 * The settings that a service has to have to be at an earlier revision again; what no revision tells stays as it is.
 * @param configuration that the deployment of the revision went by
 */
function settingsOfRevision(service, revision, configuration) {
    const told = Object.fromEntries(fieldsOfRevision.map((field) => [field, revision[field]]));
    const settings = {
        ...settingsOf(service),
        ...told,
        ...(configuration ? { deploymentConfiguration: configuration } : {}),
    };
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
/**
 * What UpdateService must be given for a service to have the recorded settings again: only what differs, so that a
 * rollback of an image asks for no permission to touch a load balancer.
 */
function settingsBack(service, recorded) {
    const now = settingsOf(service);
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
    const changed = keys.flatMap((key) => {
        const [before, after] = [recorded[key], now[key]];
        if (key === 'deploymentConfiguration')
            return configurationBack(now[key], recorded[key]);
        if (same(before, after))
            return [];
        // UpdateService takes an empty list for "none any more"; what is no list cannot be taken away, and stays.
        if (before === undefined)
            return Array.isArray(after) ? [[key, []]] : [];
        return [[key, before]];
    });
    return Object.fromEntries(changed);
}
/**
 * Whether UpdateService refuses the change unless it is to begin a deployment: "When switching from launch type to
 * capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service
 * that is already using one, you must force a new deployment" (https://github.com/reproio/ecs_deploy/pull/74).
 */
const takesForce = ({ capacityProviderStrategy }) => capacityProviderStrategy !== undefined;
/** Members that UpdateService leaves as they are when it is not given them, with what takes each away. */
const takenAway = {
    alarms: { alarmNames: [], enable: false, rollback: false },
    bakeTimeInMinutes: 0,
    lifecycleHooks: [],
};
function configurationBack(now, recorded) {
    if (recorded === undefined || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(telling(now), telling(recorded)))
        return [];
    const added = Object.entries(takenAway).filter(([key]) => key in telling(now) && !(key in telling(recorded)));
    return [['deploymentConfiguration', { ...recorded, ...Object.fromEntries(added) }]];
}
/** Without the members that say the same as their absence. */
function telling({ alarms, bakeTimeInMinutes, lifecycleHooks, ...others } = {}) {
    return {
        ...others,
        ...(alarms?.enable ? { alarms } : {}),
        ...(bakeTimeInMinutes ? { bakeTimeInMinutes } : {}),
        ...(lifecycleHooks?.length ? { lifecycleHooks } : {}),
    };
}
/** ECS leaves an empty list out in one answer and shows it in another. */
const same = (a, b) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(a, b) || (isNothing(a) && isNothing(b));
const isNothing = (value) => value === undefined || (Array.isArray(value) && value.length === 0);


/***/ }),

/***/ 2089:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ describeServices),
/* harmony export */   Uz: () => (/* binding */ findTasks),
/* harmony export */   VN: () => (/* binding */ chunks),
/* harmony export */   yz: () => (/* binding */ describeTasks)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56987);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54810);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8639);

/** The services of a cluster by name; names that ECS does not know, or that are deleted, are missing from the map. */
async function describeServices(ecs, cluster, names) {
    const found = new Map();
    // DescribeServices takes at most 10 names.
    for (const services of chunks(names, 10)) {
        const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServicesCommand */ .H({ cluster, services }));
        for (const service of answer.services ?? [])
            if (service.serviceName && service.status !== 'INACTIVE')
                found.set(service.serviceName, service);
    }
    return found;
}
/** Every task that a ListTasks filter finds, described. */
async function findTasks(ecs, filter) {
    const arns = [];
    let nextToken;
    do {
        const page = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__/* .ListTasksCommand */ .M({ ...filter, ...(nextToken ? { nextToken } : {}) }));
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken);
    return describeTasks(ecs, filter.cluster ?? 'default', arns);
}
async function describeTasks(ecs, cluster, arns) {
    const tasks = [];
    // DescribeTasks takes at most 100 tasks.
    for (const batch of chunks(arns, 100))
        tasks.push(...((await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeTasksCommand */ .z({ cluster, tasks: batch }))).tasks ?? []));
    return tasks;
}
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}


/***/ }),

/***/ 2988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MN: () => (/* binding */ cpuUnits),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   jh: () => (/* binding */ mebibytes)
/* harmony export */ });
/* harmony import */ var _definition_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25352);

/**
 * What ECS takes when a field is not there, in the words of its API model ("The default value is …"). A flag that is
 * not here is false by default.
 */
const defaults = {
    // "The value is 0 if no value was specified in the container definition when the task definition was registered."
    'ContainerDefinition.cpu': 0,
    'ContainerDefinition.essential': true,
    'ContainerDefinition.versionConsistency': 'enabled',
    'PortMapping.protocol': 'tcp',
    'HealthCheck.interval': 30,
    'HealthCheck.timeout': 5,
    'HealthCheck.retries': 3,
    'EFSVolumeConfiguration.rootDirectory': '/',
    'EFSVolumeConfiguration.transitEncryption': 'DISABLED',
    'EFSAuthorizationConfig.iam': 'DISABLED',
    'S3FilesVolumeConfiguration.rootDirectory': '/',
};
/**
 * Lists whose order means nothing, by the field that names an item. ECS gives containers, environment and secrets back
 * in an order of its own: https://github.com/hashicorp/terraform-provider-aws/issues/3035 and /pull/36029. A list that
 * is not here keeps its order: taking two definitions for different costs a revision, taking them for the same loses
 * a change.
 */
const unordered = {
    'RegisterTaskDefinitionRequest.containerDefinitions': 'name',
    'RegisterTaskDefinitionRequest.volumes': 'name',
    'ContainerDefinition.environment': 'name',
    'ContainerDefinition.secrets': 'name',
    'LogConfiguration.secretOptions': 'name',
    'ProxyConfiguration.properties': 'name',
};
/**
 * A task definition without what ECS writes into it by itself, so that what was registered and what is described
 * afterwards are equal: without ECS's own fields and defaults, without what is empty, sizes in units, in one order.
 * Tags are no part of it.
 */
function settled(definition) {
    const { cpu, memory, networkMode, requiresCompatibilities = [], containerDefinitions = [] } = definition;
    const { tags: _, ...plain } = settleFields(_definition_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .registrable */ .ZV, {
        ...definition,
        containerDefinitions: containerDefinitions.map((container) => ({
            ...container,
            portMappings: container.portMappings?.map((port) => withHostPort(port, networkMode)),
        })),
    });
    return {
        ...plain,
        ...(cpu === undefined ? {} : { cpu: cpuUnits(cpu) }),
        ...(memory === undefined ? {} : { memory: mebibytes(memory) }),
        ...(requiresCompatibilities.length > 0 ? { requiresCompatibilities: [...requiresCompatibilities].sort() } : {}),
    };
}
// "For containers in a task with the awsvpc network mode, the hostPort is set to the same value as the containerPort";
// in bridge mode 0 and none both ask for a free port.
function withHostPort(port, networkMode) {
    const asContainer = networkMode === 'awsvpc' || networkMode === 'host';
    return { ...port, hostPort: port.hostPort || (asContainer ? port.containerPort : undefined) };
}
function settle(shape, value) {
    if (shape.kind === 'list' && Array.isArray(value))
        return value.map((item) => settle(shape.of, item));
    if (shape.kind === 'fields' && typeof value === 'object' && value !== null)
        return settleFields(shape, value);
    return value;
}
/** Fields that the model does not have are ECS's own, and go. */
function settleFields({ name, fields }, value) {
    const entries = Object.entries(fields).flatMap(([field, shape]) => {
        const place = `${name}.${field}`;
        const inner = settle(shape, value[field]);
        const unsaid = defaults[place] ?? (shape.kind === 'flag' ? false : undefined);
        if (inner === undefined || inner === null || inner === unsaid || isEmpty(inner))
            return [];
        const key = unordered[place];
        return [[field, key !== undefined && Array.isArray(inner) ? sortedBy(key, inner) : inner]];
    });
    return Object.fromEntries(entries);
}
// ECS adds empty lists and leaves out empty objects when it stores a definition. An empty text is something.
const isEmpty = (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
/** Items of one name keep their order. */
function sortedBy(key, list) {
    const nameOf = (item) => String(item?.[key] ?? '');
    return [...list].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}
/**
 * `1 vCPU` and `1024` are both 1024 CPU units, which ECS makes of them when it registers the definition.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
function cpuUnits(text) {
    const [, vcpus] = /^\s*(\d{0,9}\.?\d{1,9})\s*vcpu\s*$/i.exec(text) ?? [];
    return vcpus === undefined ? text.trim() : String(Math.round(Number(vcpus) * 1024));
}
/** `2 GB` and `2048` are both 2048 MiB. */
function mebibytes(text) {
    const [, gigabytes] = /^\s*(\d{0,9}\.?\d{1,9})\s*gb\s*$/i.exec(text) ?? [];
    return gigabytes === undefined ? text.trim() : String(Math.round(Number(gigabytes) * 1024));
}


/***/ }),

/***/ 33224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   MR: () => (/* binding */ containerNames),
/* harmony export */   iw: () => (/* binding */ fromDescribed),
/* harmony export */   nS: () => (/* binding */ withImages),
/* harmony export */   uD: () => (/* binding */ sameDefinition)
/* harmony export */ });
/* harmony import */ var _definition_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25352);
/* harmony import */ var _settled_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2988);


/** What to register to get a described definition again: all of it but what ECS itself wrote. */
function fromDescribed(definition, tags = []) {
    const kept = Object.fromEntries(Object.entries(definition).filter(([field]) => !_definition_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .writtenByEcs */ .U2.includes(field)));
    return {
        ...kept,
        family: definition.family ?? '',
        containerDefinitions: definition.containerDefinitions ?? [],
        // RegisterTaskDefinition refuses an empty list of tags, and tags that AWS itself has set.
        ...(tags.some(isOwn) ? { tags: tags.filter(isOwn) } : {}),
    };
}
/** What to register to get `definition` again, with other images in the named containers and all else unchanged. */
function withImages(definition, images, tags = []) {
    const again = fromDescribed(definition, tags);
    return {
        ...again,
        containerDefinitions: again.containerDefinitions?.map((container) => {
            const image = images[container.name ?? ''];
            return image === undefined ? container : { ...container, image };
        }),
    };
}
function containerNames(definition) {
    return (definition.containerDefinitions ?? []).map((container) => container.name ?? '');
}
/** Image of every container, by container name. */
function imagesOf(definition) {
    return Object.fromEntries((definition.containerDefinitions ?? []).map((c) => [c.name ?? '', c.image ?? '']));
}
/**
 * Whether registering `wanted` would only repeat `registered` under a new revision number: the two differ in nothing
 * but ECS's own defaults and the order of what has none.
 *
 * @param tags of what is registered; with them the user's tags count too, but not those of a release (`golive:…`)
 */
function sameDefinition(registered, wanted, tags) {
    if (tags && ownTags(tags) !== ownTags(wanted.tags ?? []))
        return false;
    return canonical((0,_settled_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .settled */ .gu)(registered)) === canonical((0,_settled_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .settled */ .gu)(wanted));
}
// Tags that begin with aws: are set by AWS alone, in any case of letters.
const isOwn = ({ key }) => !/^aws:/i.test(key ?? '');
function ownTags(tags) {
    const own = tags.filter((tag) => isOwn(tag) && !tag.key?.startsWith('golive:'));
    return canonical(Object.fromEntries(own.map(({ key, value }) => [key ?? '', value ?? ''])));
}
/** JSON with sorted keys. */
function canonical(value) {
    return JSON.stringify(value, (_key, part) => part === null || typeof part !== 'object' || Array.isArray(part)
        ? part
        : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))));
}


/***/ }),

/***/ 3116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ releaseRecordSchema),
/* harmony export */   QH: () => (/* binding */ writeReleaseRecord),
/* harmony export */   d9: () => (/* binding */ readReleaseRecord),
/* harmony export */   wJ: () => (/* binding */ updateReleaseRecord)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/** A record set of Route 53, raw: rollback must give back every field, so none is dropped. */
const recordSets = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({}));
/** Whether the release before this one works with the schema that the migration left. */
const compatibility = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['compatible', 'incompatible', 'unknown']),
    because: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
/** Everything that rollback needs, written before anything changes. */
const releaseRecordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('golive/release-record@1'),
    project: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    region: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Tag of the release'),
    commit: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    runId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('ISO 8601'),
    services: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        cluster: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        serviceArn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        taskDefinition: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('ARN of what ran before'),
        desiredCount: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().min(0),
        deploymentId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Container -> image'),
        settings: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({})
            .exactOptional()
            .describe('Everything else of the service that UpdateService can set, raw: network, load balancers, deployment'),
    })),
    database: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        instance: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Identifier that the snapshot before the migration has, or will have'),
        snapshotArn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionFrom: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionTo: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        compatibility: compatibility
            .exactOptional()
            .describe('Whether the release before this one works with the migrated schema; absent before the migration'),
    })
        .exactOptional(),
    dns: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ zoneId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), records: recordSets, wanted: recordSets.exactOptional() })),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Image name -> repository@digest'),
});
/** Reads a release record; undefined when the file does not exist. Throws when it is not one. */
async function readReleaseRecord(file) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    return text === undefined ? undefined : parse(text, file);
}
/** Writes a release record so that a killed runner leaves the old one or the new one, never half of one. */
async function writeReleaseRecord(file, record) {
    const text = `${JSON.stringify(record, null, 2)}\n`;
    parse(text, file);
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const next = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `.${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(next, 'wx'), true);
                await handle.writeFile(text);
                await handle.sync();
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(next, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(next, { force: true });
        throw error;
    }
    await syncFolder(folder);
}
/** Reads a release record, changes it and writes it back. Throws when there is none. */
async function updateReleaseRecord(file, change) {
    const record = await readReleaseRecord(file);
    if (record === undefined)
        throw new Error(`there is no release record at ${file}. Run the record action before anything changes.`);
    const changed = change(record);
    await writeReleaseRecord(file, changed);
    return changed;
}
function parse(text, file) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new Error(`${file} is no release record: it is not JSON`, { cause });
    }
    const parsed = releaseRecordSchema.safeParse(value);
    if (!parsed.success)
        throw new Error(`${file} is no release record: ${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(parsed.error)}`);
    return parsed.data;
}
// The rename itself is durable only once the folder is on disk; Windows cannot open a folder for that.
async function syncFolder(folder) {
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_2, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(folder, 'r'), true);
            await handle.sync();
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = __disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
    catch (error) {
        if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].includes(error.code ?? ''))
            throw error;
    }
}


/***/ })

};
