export const id = 818;
export const ids = [818];
export const modules = {

/***/ 66263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   G1: () => (/* binding */ position),
/* harmony export */   OE: () => (/* binding */ goBack),
/* harmony export */   PZ: () => (/* binding */ nextStepBack)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47188);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95416);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91902);
/* harmony import */ var _service_deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34544);
/* harmony import */ var _service_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47102);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2089);





/** The next step that brings a service back to its goal. Asking it again at any moment is safe. */
function nextStepBack(at, goal) {
    const { latest } = at;
    if (latest && (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoingBack */ .s6)(latest))
        return { kind: 'wait', because: `deployment is ${latest.status}` };
    if (latest && (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .isInFlight */ .wn)(latest)) {
        if (latest.taskDefinition === goal.taskDefinition)
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
    const different = at.service && goal.settings ? Object.keys((0,_service_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settingsBack */ .P)(at.service, goal.settings)) : [];
    const counted = (goal.desiredCount === undefined || at.desiredCount === goal.desiredCount) && different.length === 0;
    if (there &&
        counted &&
        latest?.status === 'SUCCESSFUL' &&
        (latest.taskDefinition ?? goal.taskDefinition) !== goal.taskDefinition)
        return { kind: 'wait', because: 'ECS does not list the new deployment yet' };
    // A first deployment, made before ECS kept service deployments, leaves none to look at.
    const settled = !latest || ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(latest.status);
    if (there && counted && settled)
        return { kind: 'done', because: `runs ${short(goal.taskDefinition)}` };
    const what = different.length > 0 ? ` (${different.join(', ')})` : '';
    return { kind: 'update', because: `${short(at.taskDefinition)} -> ${short(goal.taskDefinition)}${what}` };
}
/** UpdateService is asked for at most this often: a goal that itself fails to start would be tried for ever. */
const MOST_UPDATES = 2;
/** How long UpdateService may take to show among the deployments before it is asked for again. */
const UPDATE_SHOWS_WITHIN_MS = 60_000;
/** Brings one service back to an earlier task definition and waits until it runs there. */
async function goBack(ecs, cluster, goal, pace) {
    const steps = [];
    const updates = [];
    let last = '';
    const end = await (0,_pace_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .k)(pace, async () => {
        const at = await position(ecs, cluster, goal.service);
        const step = nextStepBack(at, goal);
        last = step.because;
        if (step.kind === 'done')
            return { done: { back: true, took: steps.length > 0 ? took(at.latest) : undefined } };
        const waiting = { waiting: `${goal.service}: ${last}` };
        if (step.kind === 'wait')
            return waiting;
        if (step.kind === 'update') {
            const before = updates.at(-1);
            if (before && before.latest === at.latest?.arn && pace.now().getTime() - before.at < UPDATE_SHOWS_WITHIN_MS)
                return waiting;
            if (updates.length === MOST_UPDATES)
                return { done: { back: false, took: undefined } };
            updates.push({ at: pace.now().getTime(), latest: at.latest?.arn });
            await update(ecs, cluster, goal, at.service);
        }
        else
            await stop(ecs, step.deployment);
        steps.push({
            at: pace.now(),
            what: `${step.kind === 'stop' ? 'StopServiceDeployment' : 'UpdateService'}: ${last}`,
        });
        return waiting;
    });
    return {
        back: end?.back ?? false,
        because: end ? last : `not back within ${pace.within.ms / 1000} s: ${last}`,
        steps,
        ...(end?.took ? { took: end.took } : {}),
    };
}
function took(latest) {
    if (!latest?.finishedAt)
        return undefined;
    return { from: latest.rollbackAt ?? latest.createdAt, to: latest.finishedAt };
}
async function position(ecs, cluster, name) {
    const [services, [latest]] = await Promise.all([
        (0,_services_js__WEBPACK_IMPORTED_MODULE_3__/* .describeServices */ .Ge)(ecs, cluster, [name]),
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
async function update(ecs, cluster, goal, now) {
    const { service, taskDefinition, desiredCount, settings } = goal;
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_4__/* .UpdateServiceCommand */ .k({
        cluster,
        service,
        taskDefinition,
        ...(now && settings ? (0,_service_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settingsBack */ .P)(now, settings) : {}),
        ...(desiredCount === undefined ? {} : { desiredCount }),
    }));
}
async function stop(ecs, serviceDeploymentArn) {
    try {
        await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_5__/* .StopServiceDeploymentCommand */ .a({ serviceDeploymentArn, stopType: 'ROLLBACK' }));
    }
    catch (error) {
        // It ended between the look and the call: the next look decides again.
        if (error instanceof Error && /^(ConflictException|ServiceDeploymentNotFoundException)$/.test(error.name))
            return;
        throw error;
    }
}
const short = (arn) => arn?.split('/').at(-1) ?? 'an unknown task definition';


/***/ }),

/***/ 91902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/** Asks until there is an answer; undefined when the time ran out. Says each new progress line once. */
async function ask(pace, once) {
    const end = pace.now().getTime() + pace.within.ms;
    let said = '';
    for (;;) {
        const answer = await once();
        if ('done' in answer)
            return answer.done;
        if (answer.waiting !== said)
            pace.progress(answer.waiting);
        said = answer.waiting;
        if (pace.now().getTime() >= end)
            return undefined;
        await pace.sleep(pace.every.ms);
    }
}


/***/ }),

/***/ 34544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s6: () => (/* binding */ isGoingBack),
/* harmony export */   uV: () => (/* binding */ latestDeployments),
/* harmony export */   wn: () => (/* binding */ isInFlight)
/* harmony export */ });
/* unused harmony export readDeployments */
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
    const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ListServiceDeploymentsCommand */ .j({ cluster, service, maxResults: 100 }));
    const arns = [...(answer.serviceDeployments ?? [])]
        .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
        .flatMap((brief) => brief.serviceDeploymentArn ?? [])
        .slice(0, count);
    return readDeployments(ecs, arns);
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
    return arns.flatMap((arn) => {
        const deployment = found.find((d) => d.serviceDeploymentArn === arn);
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
/* harmony export */   P: () => (/* binding */ settingsBack),
/* harmony export */   f: () => (/* binding */ settingsOf)
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
/**
 * What UpdateService must be given for a service to have the recorded settings again: only what differs, so that a
 * rollback of an image asks for no permission to touch a load balancer.
 */
function settingsBack(service, recorded) {
    const now = settingsOf(service);
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
    const changed = keys.flatMap((key) => {
        const [before, after] = [recorded[key], now[key]];
        if (same(before, after))
            return [];
        // UpdateService takes an empty list for "none any more"; what is no list cannot be taken away, and stays.
        if (before === undefined)
            return Array.isArray(after) ? [[key, []]] : [];
        return [[key, before]];
    });
    return Object.fromEntries(changed);
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

/***/ 3116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QH: () => (/* binding */ writeReleaseRecord),
/* harmony export */   d9: () => (/* binding */ readReleaseRecord),
/* harmony export */   wJ: () => (/* binding */ updateReleaseRecord)
/* harmony export */ });
/* unused harmony export releaseRecordSchema */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13798);
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
