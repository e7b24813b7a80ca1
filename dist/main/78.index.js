export const id = 78;
export const ids = [78];
export const modules = {

/***/ 33358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ BATCH),
/* harmony export */   Fy: () => (/* binding */ untilNextService),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   _y: () => (/* binding */ CADENCE),
/* harmony export */   lg: () => (/* binding */ untilNextLook)
/* harmony export */ });
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35085);

const CADENCE = {
    quick: 1000,
    early: 1500,
    steady: 2300,
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

/***/ 71078:
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
// EXTERNAL MODULE: ./packages/shared/src/ecs/causes/plain-text.ts
var plain_text = __webpack_require__(57532);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/read-error.ts

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
        return `${operation} was refused (${error.name}: ${(0,plain_text/* plainText */.w)(error.message)})`;
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
        return { kind: 'error', question, error: readErrorOf(error) };
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
// EXTERNAL MODULE: ./packages/shared/src/ecs/causes/explain-failure.ts + 3 modules
var explain_failure = __webpack_require__(37077);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/counters.ts

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
        explained.set(task, (0,explain_failure/* explainStopped */.$d)(task));
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

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/proof.ts

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
    const { running: counted, desired } = countsOf(one);
    if (Object.keys(digests).length === 0)
        return { kind: 'right', running: counted };
    const ours = [...one.tasks.values()].filter((task) => isOurs(one, task));
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
    return task.lastStatus === 'RUNNING' && proofOfTask(task, one.watched.digests).kind === 'right';
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
        if (!one || !isOurs(one, task))
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
function wantsList(one, status) {
    const read = readOf(one, status);
    if (read.busySince !== undefined || one.outcome || !one.deployment)
        return false;
    if (status === 'STOPPED') {
        const sinceEnd = one.endedSeenAt === undefined || (read.askedAt ?? 0) >= one.endedSeenAt;
        return (read.forCounters ?? NOTHING_STOPPED) !== stoppedCounters(one) || read.short > 0 || !sinceEnd;
    }
    if (one.endedSeenAt !== undefined || Object.keys(one.watched.digests).length === 0)
        return false;
    if (one.successSeenAt !== undefined)
        return true;
    return countsOf(one).running > 0 && read.forCounters !== runningCounters(one);
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
function taskWakeUps(one, cadence, nowMs) {
    return ['RUNNING', 'STOPPED'].flatMap((status) => {
        const { busySince, missing, token } = readOf(one, status);
        if (busySince !== undefined)
            return missing.length > 0 || token ? [nowMs] : [busySince + LOST_AFTER_MS];
        return wantsList(one, status) ? [listDueAt(one, status, cadence)] : [];
    });
}
function listQuestions(state, nowMs) {
    const more = unfinished(state).flatMap((one) => nextPages(one));
    const wanting = ['STOPPED', 'RUNNING'].flatMap((status) => unfinished(state)
        .filter((one) => wantsList(one, status) && listDueAt(one, status, state.plan.cadence) <= nowMs)
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
    const busyFor = status === 'RUNNING' ? runningCounters(one) : stoppedCounters(one);
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
function nextDeployments(state, nowMs) {
    const free = unfinished(state).filter((one) => !waiting(one.deploymentAskedAt, nowMs) && !one.endedSeenAt);
    const groups = batches(free, (one) => one.deploymentDueAt, watch_cadence/* BATCH */.D_.deployments, nowMs);
    const wanted = groups.map((group) => ({
        kind: 'deployments',
        arns: group.map(({ watched }) => watched.deployment),
        services: group.map(({ watched }) => watched.service),
    }));
    const step = afford(state, 'deployments', wanted, nowMs);
    const names = step.questions.flatMap(({ services }) => services);
    return {
        state: change(step.state, names, (one) => ({ ...one, deploymentAskedAt: nowMs })),
        questions: step.questions,
    };
}
function nextServices(state, nowMs) {
    const free = unfinished(state).filter((one) => !waiting(one.serviceAskedAt, nowMs));
    const groups = batches(free, (one) => one.serviceDueAt, watch_cadence/* BATCH */.D_.services, nowMs);
    const wanted = groups.map((group) => ({ kind: 'services', services: group.map(({ watched }) => watched.service) }));
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
function batches(services, dueAt, size, nowMs) {
    const soon = services.filter((one) => dueAt(one) <= nowMs + FILL_MS).sort((a, b) => dueAt(a) - dueAt(b));
    const groups = Array.from({ length: Math.ceil(soon.length / size) }, (_, i) => soon.slice(i * size, (i + 1) * size));
    return groups.filter(([first]) => first !== undefined && dueAt(first) <= nowMs);
}
function wakeAt(state, nowMs) {
    const not = (name, at) => Math.max(at, state.rest[name].until, (0,quota/* nextTokenAt */.Ks)(name, state.buckets[name], nowMs));
    const lost = (askedAt, dueAt) => waiting(askedAt, nowMs) ? (askedAt ?? nowMs) + LOST_AFTER_MS : dueAt;
    const times = unfinished(state).flatMap((one) => [
        ...(one.endedSeenAt ? [] : [not('deployments', lost(one.deploymentAskedAt, one.deploymentDueAt))]),
        not('services', lost(one.serviceAskedAt, one.serviceDueAt)),
        ...taskWakeUps(one, state.plan.cadence, nowMs).map((at) => not('tasks', at)),
        ...(one.endedSeenAt || one.successSeenAt ? [nowMs + Math.min(1000, state.plan.cadence.explain / 3)] : []),
    ]);
    const soonest = times.reduce((least, at) => Math.min(least, at), state.plan.deadlineMs);
    return Math.max(nowMs + 1, soonest);
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/progress.ts

/** Where one service's deployment stands, in numbers and in one line. */
function progressOf(one, budget, nowMs) {
    const { deployment, watched } = one;
    const { running, pending, desired } = countsOf(one);
    const failures = knownFailures(one);
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

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/superseder.ts

/**
 * The deployment that took the service away: the PRIMARY of the service, when it is younger than ours and not ours.
 * `known` once its tags were read too, or could not be.
 */
function supersederOf(one) {
    const { service, deployment, watched } = one;
    if (!service || !deployment?.createdAt || !isOver(deployment))
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
        const said = answer.tasks.filter((task) => concern.has(task.taskArn ?? '') && isOurs(before, task));
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
    const isShort = status === 'STOPPED' && failedTasks(one).length < countedFailures(one);
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
    const tasks = [...one.tasks.values()].filter((task) => isOurs(one, task));
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

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/attribution.ts
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
        case 'somebody':
            return 'by a request that was not this run’s';
    }
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/settle.ts





/** How long the running tasks of a SUCCESSFUL deployment may take to be proven. */
const PROVE_WITHIN_MS = 60_000;
const budgetOf = (one) => one.watched.maxFailedTasks ?? 2;
/** What is known of the failure so far. */
function evidenceOf(one) {
    const going = one.deployment && (isOver(one.deployment) || one.goingBackTold);
    return {
        tasks: failedTasks(one).map(({ task }) => task),
        events: ourEvents(one),
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
        return { one: settleSuccess(one, nowMs), decisions: [] };
    if (isOver(deployment))
        return { one: settleEnd(one, deployment, plan, nowMs), decisions: [] };
    if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS')
        return goingBack(one, deployment);
    const paused = pauses(one, deployment);
    const stopped = settleBudget(paused.one, plan, nowMs);
    return { one: stopped.one, decisions: [...paused.decisions, ...stopped.decisions] };
}
function settleSuccess(before, nowMs) {
    const one = before.successSeenAt === undefined ? { ...before, successSeenAt: nowMs } : before;
    const proof = proofOf(one);
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
    const by = supersederOf(one);
    if (by && deployment.status === 'STOPPED') {
        if (!by.known && since < cadence.explain)
            return one;
        const what = by.superseder.taskDefinition?.split('/').at(-1) ?? 'another deployment';
        const because = `superseded by ${what}${sayTags(by.superseder.tags)}`;
        return end(one, { kind: 'superseded', by: by.superseder, because }, nowMs);
    }
    if (!isExplained(one) && since < cadence.explain)
        return one;
    const who = endedBy(deployment, one.stop?.because);
    if (deployment.status === 'ROLLBACK_SUCCESSFUL')
        return end(one, { kind: 'rolled-back', by: who, because: `rolled back ${sayBy(who)}` }, nowMs);
    if (deployment.status === 'ROLLBACK_FAILED') {
        const because = `stopped ${sayBy(who)}, and the rollback failed too`;
        return end(one, { kind: 'failed', by: who, rollback: 'failed', because }, nowMs);
    }
    if (/new(er)? (service )?deployment/i.test(deployment.statusReason ?? '')) {
        const because = 'superseded by a newer deployment, which ECS does not describe yet';
        return end(one, { kind: 'superseded', by: { tags: {} }, because }, nowMs);
    }
    const because = `ended ${sayBy(who)} without a rollback`;
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
    const by = endedBy(deployment, one.stop?.because);
    const because = `${deployment.status === 'STOP_REQUESTED' ? 'is being stopped' : 'goes back'} ${sayBy(by)}`;
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
    const failed = failedTasks(one);
    const hopeless = failed.find(({ explanation }) => explanation.weight === 'hopeless');
    if (hopeless && Number.isFinite(budgetOf(one)))
        return 'no attempt can succeed';
    const failures = knownFailures(one);
    if (failures < budgetOf(one))
        return undefined;
    // ECS counts failures before it lists their tasks; the reasons are worth a moment.
    const shown = failed.length >= Math.min(countedFailures(one), budgetOf(one));
    const looked = one.stopped.forCounters === stoppedCounters(one) && one.stopped.short === 0;
    if (!shown && !looked && nowMs - one.countersChangedAt < cadence.show)
        return undefined;
    return `${failures} tasks failed, and the budget is ${budgetOf(one)}`;
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/watcher.ts







/** A watch before its first question. */
function beginWatch(services, options, nowMs) {
    const { deadlineMs, cadence = watch_cadence/* CADENCE */._y, hopeless = 'stop', seed = 1 } = options;
    const names = ['deployments', 'services', 'tasks', 'definitions'];
    const each = (of) => Object.fromEntries(names.map((name) => [name, of(name)]));
    return {
        plan: { services, deadlineMs, cadence, hopeless },
        beganMs: nowMs,
        services: new Map(services.map((one) => [one.service, fresh(one, nowMs)])),
        buckets: each((name) => (0,quota/* fullBucket */.cM)(name, nowMs)),
        rest: each(() => ({ times: 0, until: nowMs })),
        noSweep: false,
        seed,
    };
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
    const action = missingAction(error, operation);
    const because = `how the deployment stands could not be found out: ${sentenceOf(error, operation)}`;
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
    const known = said && !isStale(one.deployment, said) ? said : one.deployment;
    const heard = {
        ...one,
        ...(known ? { deployment: known } : {}),
        ...(said ? { seenAt: nowMs, trouble: { times: 0 } } : {}),
    };
    const counted = withCounters(heard, before, nowMs);
    const baking = counted.deployment?.lifecycleStage === 'BAKE_TIME';
    const next = baking && counted.bakeBeganMs === undefined ? { ...counted, bakeBeganMs: nowMs } : counted;
    const ends = bakeEndsMs(next);
    const wait = (0,watch_cadence/* untilNextLook */.lg)(plan.cadence, next.deployment, {
        nowMs,
        beganMs: next.beganMs,
        ...(ends === undefined ? {} : { bakeEndsMs: ends }),
        services: open,
    });
    return { ...next, deploymentDueAt: nowMs + wait };
}
function takeService(before, said, { plan }, open, nowMs) {
    const { serviceAskedAt: _, ...one } = before;
    const wait = (0,watch_cadence/* untilNextService */.Fy)(plan.cadence, open);
    // Without the deployment's entry an answer is from before it began: asked again soon, not too soon.
    const known = said && isOlder(one.service, said) ? one.service : (said ?? one.service);
    const entry = known && ourEntry(one, known);
    const dueAt = nowMs + (entry ? wait : Math.max(plan.cadence.early, Math.min(wait, plan.cadence.steady)));
    const heard = {
        ...one,
        ...(known ? { service: known } : {}),
        ...(said ? { serviceSeenAt: nowMs } : {}),
        ...(one.startedBy === undefined && entry?.id ? { startedBy: entry.id } : {}),
        serviceDueAt: dueAt,
    };
    const by = supersederOf(heard);
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
    const sum = (state) => countsOf(state).running + countsOf(state).pending;
    const going = one.deployment?.status === 'PENDING' || one.deployment?.status === 'IN_PROGRESS';
    const dropped = going && before.deployment && sum(one) < sum(before);
    const changed = countedFailures(one) !== countedFailures(before) ||
        countsOf(one).running !== countsOf(before).running ||
        stoppedCounters(one) !== stoppedCounters(before);
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
    if (kindOfReadError(error) === 'final')
        return endUnknown(state, question.services, error, operation, nowMs);
    const bucket = bucketOf(question);
    const times = state.rest[bucket].times + 1;
    // https://en.wikipedia.org/wiki/Linear_congruential_generator, the constants of Numerical Recipes
    const seed = (Math.imul(state.seed, 1664525) + 1013904223) >>> 0;
    const until = nowMs + backOff(times, seed / 2 ** 32);
    const last = sentenceOf(error, operation);
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
    const options = { deadlineMs: deadline.getTime(), hopeless, seed: process.pid, ...(cadence ? { cadence } : {}) };
    let state = beginWatch(watched, options, now());
    let wake = () => undefined;
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
    const rest = async (until) => {
        if (answers.length > 0 || isFinished(state))
            return;
        const timer = new AbortController();
        const woken = new Promise((resolve) => {
            wake = resolve;
        });
        const sleep = (0,promises_.setTimeout)(Math.max(1, until - now()), undefined, { signal: timer.signal }).catch(() => undefined);
        await Promise.race([woken, sleep]);
        timer.abort();
    };
    const run = async () => {
        const cancelled = () => act(cancelWatch(state, reasonOf(tools.signal), now()));
        if (tools.signal?.aborted)
            cancelled();
        tools.signal?.addEventListener('abort', cancelled, { once: true });
        try {
            while (!isFinished(state)) {
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
        cancel: (reason) => act(cancelWatch(state, reason, now())),
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
            const { name, message, status } = readErrorOf(error);
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


/***/ })

};
