export const id = 5632;
export const ids = [5632];
export const modules = {

/***/ 65167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ after)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7777);
/* harmony import */ var _shared_ecs_code_deploy_lazily__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36276);
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_paced_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2674);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34837);
/* harmony import */ var _deploy_put_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30950);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40616);
/** The post step: what a cancelled or killed main part left on its way is taken back, and waited for. */








/** GitHub ends a cancelled job five minutes after it was told to; the last minute is for the other steps. */
const WITHIN = { ms: 4 * 60_000 };
const EVERY = { ms: 2000 };
async function after(input, run) {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .readState */ .un)(run.state);
    if (state?.phase !== 'deploying')
        return;
    const names = state.services.map(({ service }) => service).join(', ');
    if (input['on-cancel'] === 'leave') {
        run.log.warn(`the rollout of ${names} was not finished, and is left as it is (on-cancel: leave)`);
        return;
    }
    run.log.info(`the rollout of ${names} was not finished: makes sure that it goes back`);
    const sleep = (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms);
    const ecs = (0,_shared_ecs_paced_client__WEBPACK_IMPORTED_MODULE_2__/* .keepWithinQuotas */ .cg)(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_6__/* .ECSClient */ .Z(run.aws), { now: run.now, sleep });
    const pace = { every: EVERY, within: WITHIN, now: run.now, sleep, progress: (line) => run.log.info(line) };
    const ours = await notTheirs(ecs, state, run);
    const groups = [
        ours.map(({ service, codeDeploy, ours: _, ...before }) => ({
            service,
            before,
            ...(codeDeploy ? { codeDeploy } : {}),
        })),
    ];
    const ways = await (0,_deploy_put_back_js__WEBPACK_IMPORTED_MODULE_4__/* .putBack */ .p)({ ecs, codeDeploy: (0,_shared_ecs_code_deploy_lazily__WEBPACK_IMPORTED_MODULE_7__/* .lazily */ .q)(run.aws), cluster: state.cluster }, groups, pace);
    const missing = [...ways].filter(([, way]) => !way.back);
    for (const [service, { back, because }] of ways)
        run.log.info(`${service}: ${back ? 'is back' : 'is not back'}: ${because}`);
    if (missing.length > 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__/* .GoliveError */ .N('ROLLOUT_NOT_BACK', missing.map(([service, { because }]) => `${service} is not back: ${because}`).join('; '), { hint: 'use the rollback action with the release record' });
}
/** What the newest deployment of a service leads to; undefined where it may not be looked at. */
async function definitionOf(ecs, cluster, service) {
    try {
        return (await (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_1__/* .position */ .G1)(ecs, cluster, service)).latest?.taskDefinition;
    }
    catch {
        return undefined;
    }
}
/** Without the services that somebody else has deployed since: to put them back would undo what they did. */
async function notTheirs(ecs, { cluster, services }, run) {
    const looked = await Promise.all(services.map(async (kept) => {
        // CodeDeploy's deployments bear the mark of their run; its way back looks for that.
        if (kept.codeDeploy || !kept.ours)
            return [kept];
        const now = await definitionOf(ecs, cluster, kept.service);
        if (!now || now === kept.ours || now === kept.taskDefinition)
            return [kept];
        run.log.warn(`${kept.service}: somebody has deployed ${now.split('/').at(-1)} since; it is left to them`);
        return [];
    }));
    return looked.flat();
}


/***/ }),

/***/ 30950:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ wayBackOf),
/* harmony export */   p: () => (/* binding */ putBack)
/* harmony export */ });
/* harmony import */ var _shared_ecs_code_deploy_go_back__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1283);
/* harmony import */ var _shared_ecs_code_deploy_whose__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6113);
/* harmony import */ var _shared_ecs_way_back__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20330);



/** What a service goes back to, and how. */
function wayBackOf(decision, runId) {
    const { service, before, view } = decision;
    if (!view.codeDeploy)
        return { service, before };
    const { place, asked } = view.codeDeploy;
    const { config } = asked.settings;
    const codeDeploy = {
        place,
        mark: (0,_shared_ecs_code_deploy_whose__WEBPACK_IMPORTED_MODULE_2__/* .markOf */ .Fg)(runId),
        ...(decision.kind === 'adopt' ? { adopted: decision.deployment } : {}),
        ...(config ? { config } : {}),
    };
    return { service, before, codeDeploy };
}
/** Groups in the reverse order of the release, within a group all at once; one that does not come back stops nothing. */
async function putBack(world, groups, pace) {
    const ways = new Map();
    for (const group of [...groups].reverse()) {
        const goals = group.flatMap(({ service, before, codeDeploy: by }) => (by ? [] : [{ service, ...before }]));
        const [ofEcs, ofCodeDeploy] = await Promise.all([
            (0,_shared_ecs_way_back__WEBPACK_IMPORTED_MODULE_1__/* .goBack */ .O)(world.ecs, world.cluster, goals, pace),
            Promise.all(group.flatMap((one) => (one.codeDeploy ? [goBackOrSay(world, one, one.codeDeploy, pace)] : []))),
        ]);
        for (const [service, way] of [...ofEcs, ...ofCodeDeploy])
            ways.set(service, way);
    }
    return ways;
}
async function goBackOrSay({ ecs, codeDeploy, cluster }, { service, before }, by, pace) {
    try {
        return [service, await (0,_shared_ecs_code_deploy_go_back__WEBPACK_IMPORTED_MODULE_0__/* .goBackByCodeDeploy */ .N)(ecs, await codeDeploy(), cluster, { service, ...before, ...by }, pace)];
    }
    catch (error) {
        // The others still go back; this one's check tells why it did not.
        const because = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        return [service, { back: false, because, steps: [] }];
    }
}


/***/ }),

/***/ 9125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ definition)
});

// UNUSED EXPORTS: preconditions

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/runtime/define-action.ts
var define_action = __webpack_require__(66044);
// EXTERNAL MODULE: ./packages/shared/src/values/duration.ts
var duration = __webpack_require__(35952);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/impossible.ts

/** Everything that cannot be; a service's settings are looked at with those for all services beside them. */
function impossibleIn({ deployment, services, ...all }) {
    const common = impossibleOf(deployment).map((one) => ({ ...one, path: ['deployment', ...one.path] }));
    const own = Object.entries(services).flatMap(([name, settings]) => impossibleOfService(name, settings, deployment));
    const providers = all['capacity-providers'];
    return [...common, ...(providers ? under(['capacity-providers'], impossibleProviders(providers)) : []), ...own];
}
function impossibleOfService(name, settings, common) {
    const { deployment: own, containers } = settings;
    const providers = settings['capacity-providers'];
    const found = own ? impossibleOf({ ...common, ...own }) : [];
    const placed = found.map((one) => {
        // What was said for all services goes wrong here by what this one says.
        const isOwn = Object.hasOwn(own ?? {}, one.path[0] ?? '');
        if (isOwn)
            return { ...one, path: ['deployment', ...one.path] };
        return { path: ['deployment', 'strategy'], because: `${one.path[0]} ${one.because}` };
    });
    const notOfAll = placed.filter(({ path }) => Object.hasOwn(own ?? {}, path[1] ?? ''));
    const tight = Object.entries(containers).flatMap(([container, said]) => {
        const { memory, 'memory-reservation': reserved } = typeof said === 'string' ? {} : said;
        // "If you specify both, memory must be greater than memoryReservation": ContainerDefinition, API reference.
        if (memory === undefined || reserved === undefined || memory > reserved)
            return [];
        const because = `keeps ${reserved} MiB for a container that is killed at ${memory} MiB; memory must be more`;
        return [{ path: ['containers', container, 'memory-reservation'], because }];
    });
    return under(['services', name], [...notOfAll, ...tight, ...(providers ? under(['capacity-providers'], impossibleProviders(providers)) : [])]);
}
const under = (path, found) => found.map((one) => ({ ...one, path: [...path, ...one.path] }));
/** 24 hours: bakeTimeInMinutes, canaryBakeTimeInMinutes and stepBakeTimeInMinutes, API reference. */
const LONGEST_BAKE_MS = 1440 * 60_000;
/** 14 days: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHookTimeoutConfiguration.html */
const LONGEST_PAUSE_MS = 20_160 * 60_000;
/** Settings, and the one strategy that takes them. */
const onlyWith = {
    'canary-percent': 'canary',
    'canary-bake-time': 'canary',
    'step-percent': 'linear',
    'step-bake-time': 'linear',
};
function impossibleOf(said) {
    const { strategy, pauses = [], 'minimum-healthy-percent': low, 'maximum-percent': high } = said;
    const told = [];
    const tell = (because, ...path) => told.push({ path, because });
    for (const [key, needed] of Object.entries(onlyWith))
        if (strategy && strategy !== needed && Object.hasOwn(said, key))
            tell(`needs the strategy ${needed}, not ${strategy}`, key);
    for (const key of ['bake-time', 'canary-bake-time', 'step-bake-time'])
        if ((said[key]?.ms ?? 0) > LONGEST_BAKE_MS)
            tell('is longer than 24h, the most that ECS bakes', key);
    // "Valid values are multiples of 0.1": CanaryConfiguration and LinearConfiguration, API reference.
    for (const key of ['canary-percent', 'step-percent'])
        if (!isTenths(said[key] ?? 0))
            tell('must be a multiple of 0.1', key);
    if (strategy === 'rolling' && said['bake-time'])
        tell('needs another strategy than rolling', 'bake-time');
    // Only the other strategies have the stages at which a pause stands: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
    if (strategy === 'rolling' && pauses.length > 0)
        tell('need another strategy than rolling', 'pauses');
    if (strategy === 'rolling' && low === 100 && high === 100)
        tell('and minimum-healthy-percent are both 100, which lets no task be replaced', 'maximum-percent');
    for (const [at, { stage, timeout }] of pauses.entries()) {
        if (timeout.ms > LONGEST_PAUSE_MS)
            tell(`is ${(0,duration/* formatDuration */.a3)(timeout)}; ECS waits for 14 days (336h) at most`, 'pauses', at, 'timeout');
        if (pauses.findIndex((other) => other.stage === stage) !== at)
            tell(`has a pause already; give that one all suites of ${stage}`, 'pauses', at, 'stage');
    }
    return told;
}
const isTenths = (value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;
/** CapacityProviderStrategyItem, API reference. */
function impossibleProviders(providers) {
    const based = providers.filter(({ base }) => base > 0);
    return [
        ...(based.length > 1 ? [{ path: [], because: 'more than one has a base; ECS takes it of one' }] : []),
        ...(providers.length > 1 && providers.every(({ weight }) => weight === 0)
            ? [{ path: [], because: 'all have the weight 0; one must have more' }]
            : []),
    ];
}

// EXTERNAL MODULE: ./actions/ecs-rollout/src/settings.ts
var settings = __webpack_require__(47560);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/inputs.ts





/** The checks that come before anything is touched, and that can be left out by name. */
const preconditions = [
    'images',
    'secrets',
    'roles',
    'load-balancers',
    'size',
    'health-checks',
    'capacity',
];
const definition = (0,define_action/* defineAction */.QP)({
    name: 'ecs-rollout',
    title: 'Golive: ECS rollout',
    description: 'Rolls every service of a release out to ECS as one: all succeed, or all go back.',
    section: 'rollout',
    post: true,
    inputs: schemas/* object */.Ikc({
        cluster: schemas/* string */.YjP().describe('ECS cluster, by name or ARN'),
        services: schemas/* record */.g1P(schemas/* string */.YjP(), settings/* serviceSettings */.xw)
            .refine((services) => Object.keys(services).length > 0, { error: 'expected at least one service' })
            .describe('What each service runs and how it is deployed; see [A service](#a-service)'),
        images: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
            .default({})
            .describe('JSON object from build-scan-push: image name -> `repository@sha256:…`'),
        order: schemas/* array */.YOg(schemas/* array */.YOg(schemas/* string */.YjP()).min(1))
            .optional()
            .describe('Groups of services, one after another; within a group, and by default, all at once'),
        definition: schemas/* string */.YjP()
            .default('running')
            .describe('Where task definitions come from: `running`, a JSON or YAML file, or an ARN or `family:revision`'),
        deployment: settings/* deploymentSettings */.$Y
            .default({})
            .describe('Strategy, percentages, circuit breaker, alarms, bake time, pauses; a service can say otherwise'),
        'desired-count': schemas/* number */.aig().int().min(0).optional().describe('Tasks of each service; default is as many as now'),
        'capacity-providers': settings/* capacityProviders */.By
            .optional()
            .describe('List of `{provider, weight, base}`; default is what the service has'),
        'health-check-grace-period': (0,duration/* duration */.p0)()
            .optional()
            .describe('How long target-group health checks are ignored after a task started'),
        force: schemas/* boolean */.zMY().default(false).describe('Deploy also where nothing changes, with new tasks'),
        'when-deploying': schemas/* enum */.k5n(['refuse', 'wait', 'take-over'])
            .default('refuse')
            .describe('What to do about a service that somebody else is deploying'),
        'max-failed-tasks': schemas/* number */.aig()
            .int()
            .min(1)
            .default(2)
            .describe('Failed tasks of one deployment at which it is stopped, before the circuit breaker would'),
        'on-failure': schemas/* enum */.k5n(['rollback', 'leave'])
            .default('rollback')
            .describe('Whether all services go back when one fails'),
        'on-cancel': schemas/* enum */.k5n(['rollback', 'leave'])
            .default('rollback')
            .describe('Whether a cancelled run stops its deployments and goes back'),
        'dry-run': schemas/* boolean */.zMY().default(false).describe('Verify, show what would change, and stop there'),
        'skip-checks': schemas/* array */.YOg(schemas/* enum */.k5n(preconditions))
            .default([])
            .describe(`Preconditions not to check, of ${preconditions.join(', ')}; each is reported as skipped`),
        timeout: (0,duration/* duration */.p0)().default('30m').describe('Time for all services to become healthy, and again to go back'),
        'log-lines': schemas/* number */.aig().int().min(0).max(1000).default(50).describe('Log lines shown of a task that failed'),
    })
        .superRefine((input, context) => {
        for (const { path, because } of impossibleIn(input))
            context.addIssue({ code: 'custom', path: [...path], message: because });
    }),
    outputs: {
        outcome: '`succeeded`, `rolled-back`, `failed`, `superseded`, `timed-out`, `cancelled`, `could-not-find-out` or `planned`',
        'task-definitions': 'JSON object: service -> ARN of the task definition it runs',
        deployments: 'JSON object: service -> ARN of its service deployment, or id of its deployment by CodeDeploy',
        'rolled-back': '`true` when the services were put back',
    },
});


/***/ }),

/***/ 45632:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(67695);
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(61334);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(74211);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7777);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24677);
/* harmony import */ var _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(85919);
/* harmony import */ var _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(53072);
/* harmony import */ var _aws_sdk_client_service_quotas__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(31440);
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(77650);
/* harmony import */ var _shared_ecs_code_deploy_lazily__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(36276);
/* harmony import */ var _shared_ecs_paced_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2674);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66046);
/* harmony import */ var _after_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65167);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9125);
/* harmony import */ var _roll_out_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48699);

















await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .definition */ .m, async (input, run) => {
    // A cancelled run still has to wait for its way back.
    const uncancelled = (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms);
    // Services are watched while others are still begun: both together have half of the quotas.
    const withinQuotas = (0,_shared_ecs_paced_client__WEBPACK_IMPORTED_MODULE_2__/* .sharedQuotas */ .HH)({ now: run.now, sleep: uncancelled });
    const clients = {
        ecs: withinQuotas(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__/* .ECSClient */ .Z(run.aws)),
        watching: withinQuotas(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__/* .ECSClient */ .Z({ ...run.aws, maxAttempts: 1 })),
        codeDeploy: (0,_shared_ecs_code_deploy_lazily__WEBPACK_IMPORTED_MODULE_8__/* .lazily */ .q)(run.aws),
        logs: new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_9__/* .CloudWatchLogsClient */ .T(run.aws),
        ecr: new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_10__/* .ECRClient */ .S(run.aws),
        elb: new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_11__/* .ElasticLoadBalancingV2Client */ .M(run.aws),
        iam: new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_12__/* .IAMClient */ .h(run.aws),
        secrets: new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_13__/* .SecretsManagerClient */ ._(run.aws),
        ssm: new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_14__/* .SSMClient */ .j(run.aws),
        quotas: new _aws_sdk_client_service_quotas__WEBPACK_IMPORTED_MODULE_15__/* .ServiceQuotasClient */ .i(run.aws),
        cloudwatch: new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_16__/* .CloudWatchClient */ .W(run.aws),
    };
    return (0,_roll_out_js__WEBPACK_IMPORTED_MODULE_6__/* .rollOut */ .O)(clients, input, run, {
        uncancelled,
        runId: `${run.github.runId}-${run.github.runAttempt}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`,
        environment: process.env,
    });
}, { post: _after_js__WEBPACK_IMPORTED_MODULE_4__/* .after */ .P });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 48699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/shared/src/evidence/check.ts
var check = __webpack_require__(90209);
// EXTERNAL MODULE: ./packages/shared/src/release/plan-file.ts
var plan_file = __webpack_require__(65629);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/whose.ts
var whose = __webpack_require__(6113);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ContinueServiceDeploymentCommand.js
var ContinueServiceDeploymentCommand = __webpack_require__(29005);
// EXTERNAL MODULE: ./packages/shared/src/probe/suite/ask.ts + 4 modules
var ask = __webpack_require__(92847);
// EXTERNAL MODULE: ./packages/shared/src/values/duration.ts
var duration = __webpack_require__(35952);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/deployment-configuration.ts
const strategies = { rolling: 'ROLLING', 'blue-green': 'BLUE_GREEN', linear: 'LINEAR', canary: 'CANARY' };
const breakers = {
    rollback: { enable: true, rollback: true },
    stop: { enable: true, rollback: false },
    off: { enable: false, rollback: false },
};
/**
 * The deployment configuration to send: what the service has, with what the user set instead. UpdateService gets it
 * whole, so that nothing that the service has is lost.
 */
function deploymentConfiguration(current, wanted) {
    const { strategy, alarms } = wanted;
    const breaker = wanted['circuit-breaker'];
    const next = { ...current };
    if (strategy)
        next.strategy = strategies[strategy];
    // What belongs to the strategy before is refused with another one.
    if (next.strategy !== 'CANARY')
        delete next.canaryConfiguration;
    if (next.strategy !== 'LINEAR')
        delete next.linearConfiguration;
    if (strategy === 'rolling')
        delete next.bakeTimeInMinutes;
    if (wanted['minimum-healthy-percent'] !== undefined)
        next.minimumHealthyPercent = wanted['minimum-healthy-percent'];
    if (wanted['maximum-percent'] !== undefined)
        next.maximumPercent = wanted['maximum-percent'];
    if (breaker)
        next.deploymentCircuitBreaker = { ...current?.deploymentCircuitBreaker, ...breakers[breaker] };
    if (alarms)
        next.alarms =
            alarms === 'off'
                ? { alarmNames: [], enable: false, rollback: false }
                : { alarmNames: [...alarms.names], enable: true, rollback: alarms.rollback };
    if (wanted['bake-time'])
        next.bakeTimeInMinutes = minutes(wanted['bake-time']);
    const canary = {
        ...(wanted['canary-percent'] === undefined ? {} : { canaryPercent: wanted['canary-percent'] }),
        ...(wanted['canary-bake-time'] ? { canaryBakeTimeInMinutes: minutes(wanted['canary-bake-time']) } : {}),
    };
    if (Object.keys(canary).length > 0)
        next.canaryConfiguration = { ...current?.canaryConfiguration, ...canary };
    const linear = {
        ...(wanted['step-percent'] === undefined ? {} : { stepPercent: wanted['step-percent'] }),
        ...(wanted['step-bake-time'] ? { stepBakeTimeInMinutes: minutes(wanted['step-bake-time']) } : {}),
    };
    if (Object.keys(linear).length > 0)
        next.linearConfiguration = { ...current?.linearConfiguration, ...linear };
    if (wanted.pauses)
        next.lifecycleHooks = withPauses(current?.lifecycleHooks ?? [], wanted.pauses);
    return next;
}
/** What ECS would refuse of a configuration, when other services may be on their way already. */
function problemsOf(configuration) {
    const { strategy = 'ROLLING', canaryConfiguration, linearConfiguration, bakeTimeInMinutes } = configuration;
    const { minimumHealthyPercent: low = 100, maximumPercent: high = 200, lifecycleHooks = [] } = configuration;
    const told = strategy.toLowerCase().replace('_', '-');
    return [
        ...(canaryConfiguration && strategy !== 'CANARY' ? [`canary-… needs the strategy canary, not ${told}`] : []),
        ...(linearConfiguration && strategy !== 'LINEAR' ? [`step-… needs the strategy linear, not ${told}`] : []),
        // "You must provide this parameter when you use the BLUE_GREEN deployment strategy": DeploymentConfiguration, API reference.
        ...(strategy === 'BLUE_GREEN' && bakeTimeInMinutes === undefined ? [`${told} needs a bake-time`] : []),
        ...(strategy === 'ROLLING' && bakeTimeInMinutes ? [`bake-time needs another strategy than ${told}`] : []),
        // Only the other strategies have the stages at which a pause stands.
        ...(strategy === 'ROLLING' && lifecycleHooks.some(({ targetType }) => targetType === 'PAUSE')
            ? [`pauses need another strategy than ${told}`]
            : []),
        ...(strategy === 'ROLLING' && low === 100 && high === 100
            ? ['minimum-healthy-percent and maximum-percent are both 100, which lets no task be replaced']
            : []),
    ];
}
/** Pauses are replaced by the wanted ones; hooks that call a Lambda function stay as they are. */
function withPauses(current, pauses) {
    return [
        ...current.filter(({ targetType }) => targetType !== 'PAUSE'),
        ...pauses.map(({ stage, timeout }) => ({
            targetType: 'PAUSE',
            lifecycleStages: [stageOf(stage)],
            // Nobody answered in time: that is no approval.
            timeoutConfiguration: { timeoutInMinutes: Math.max(1, minutes(timeout)), action: 'ROLLBACK' },
        })),
    ];
}
/** `post-test-traffic-shift` -> `POST_TEST_TRAFFIC_SHIFT`. */
const stageOf = (stage) => stage.toUpperCase().replaceAll('-', '_');
/** ECS counts in whole minutes; a part of one is rounded up. */
const minutes = ({ ms }) => Math.ceil(ms / 60_000);

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/pauses.ts
/** At a pause of a deployment: a smoke suite against the new tasks decides whether it goes on. */




/** How long before the pause runs out an answer is given: ECS decides by itself at its end. */
const MARGIN_MS = 30_000;
const REQUEST_TIMEOUT = { ms: 10_000 };
/** Runs the suites and tells ECS to go on, or to go back. A pause that nobody configured here is left alone. */
async function answerPause(ecs, paused, prepared, asking, world) {
    const ours = prepared.find(({ pause }) => stageOf(pause.stage) === paused.stage);
    if (!ours)
        return undefined;
    const left = paused.expiresAt ? paused.expiresAt.getTime() - world.now().getTime() : ours.pause.timeout.ms;
    const verdict = await judgeBySuites(ours, left, asking, world);
    const { deployment: serviceDeploymentArn, hook: hookId } = paused;
    const { action, because } = verdict;
    world.log.info(`${paused.service}: ${paused.stage}: ${action}: ${because}`);
    await ecs.send(new ContinueServiceDeploymentCommand/* ContinueServiceDeploymentCommand */.L({ serviceDeploymentArn, hookId, action }));
    const at = world.now().toISOString();
    const source = 'ecs:ContinueServiceDeployment';
    return { service: paused.service, stage: paused.stage ?? '', action, because, at, source };
}
/** @param withinMs until the wait ends by itself; the answer comes before that */
async function judgeBySuites({ baseUrl, suites }, withinMs, asking, world) {
    const left = withinMs - MARGIN_MS;
    const limit = AbortSignal.timeout(Math.max(1000, left));
    const signal = AbortSignal.any([world.signal, limit]);
    try {
        const results = await (0,ask/* ask */.k)(suites.tests, { ...asking, baseUrl, timeout: REQUEST_TIMEOUT, concurrency: 4 }, { ...world, signal });
        return verdictOf(results);
    }
    catch (error) {
        if (world.signal.aborted)
            throw world.signal.reason;
        if (limit.aborted)
            return { action: 'ROLLBACK', because: `the suites were not done within ${(0,duration/* formatDuration */.a3)({ ms: left })}` };
        throw error;
    }
}
/** Nothing but every step passed lets a deployment go on. */
function verdictOf(results) {
    const bad = results.filter(({ kind }) => kind === 'failed');
    if (results.length > 0 && results.every(({ kind }) => kind === 'passed'))
        return { action: 'CONTINUE', because: `all ${results.length} steps passed` };
    const told = bad.map(({ name, problems }) => `${name}: ${problems.join(', ')}`).join('; ');
    return { action: 'ROLLBACK', because: `${bad.length} of ${results.length} steps failed${told ? `: ${told}` : ''}` };
}
/** AWS tells of a pause that was answered with ROLLBACK as of any request; this run knows that it was its own. */
function withPause(outcome, pauses) {
    if (outcome.kind !== 'rolled-back' || !['somebody', 'hook'].includes(outcome.by.kind))
        return outcome;
    const answer = pauses.find(({ service, action }) => service === outcome.service && action === 'ROLLBACK');
    if (!answer)
        return outcome;
    const why = `its suites did not pass at ${answer.stage}`;
    return { ...outcome, by: { kind: 'us', why }, because: `rolled back by this run: ${why}` };
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/answer-ready.ts

/** What could not be asked is no approval. Throws when the run was cancelled, whose way back stops the deployment. */
async function answerReady(calls, ready, world) {
    const { service, deployment } = ready;
    const { action, because } = await judgeOrSay(ready, world);
    world.log.info(`${service}: Ready: ${action}: ${because}`);
    const answer = { service, stage: 'READY_WAIT', because };
    if (action === 'CONTINUE') {
        try {
            await calls.continue(deployment);
            return { ...answer, action, at: world.now().toISOString(), source: 'codedeploy:ContinueDeployment' };
        }
        catch (error) {
            answer.because = `${because}, but the deployment could not be continued: ${told(error)}`;
        }
    }
    await calls.stop(deployment);
    return { ...answer, action: 'ROLLBACK', at: world.now().toISOString(), source: 'codedeploy:StopDeployment' };
}
async function judgeOrSay({ prepared, wait, asking }, world) {
    try {
        return await judgeBySuites(prepared, wait.ms, asking, world);
    }
    catch (error) {
        if (world.signal.aborted)
            throw error;
        return { action: 'ROLLBACK', because: `the suites could not be asked: ${told(error)}` };
    }
}
const told = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/UpdateServiceCommand.js
var UpdateServiceCommand = __webpack_require__(47188);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/app-spec.ts
var app_spec = __webpack_require__(16384);
// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var ecs_pace = __webpack_require__(91902);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/begin.ts
/** Begins the deployment of a service by CodeDeploy. */




/** Gives the id of the deployment that carries a service to a task definition; undefined where there is none. */
async function beginByCodeDeploy(world, decision, controlled, taskDefinition) {
    const { latest } = controlled;
    if (decision.kind === 'leave')
        return latest?.status === 'SUCCESSFUL' ? latest.arn : undefined;
    if (decision.kind === 'adopt')
        return decision.deployment;
    const { ecs, calls, cluster, mark } = world;
    const { service, view } = decision;
    if (latest && latest.status !== 'SUCCESSFUL')
        await takeOver(world, service, controlled, latest.arn);
    // What the tasks run on is CodeDeploy's to change, and stands in the AppSpec; the rest is ECS's.
    const { capacityProviderStrategy: _, ...change } = view.change;
    if (Object.keys(change).length > 0)
        await ecs.send(new UpdateServiceCommand/* UpdateServiceCommand */.k({ ...change, cluster, service }));
    const { settings, capacityProviders } = controlled.asked;
    const { config, description, hooks } = settings;
    const content = (0,app_spec/* writeAppSpec */.WK)({
        taskDefinition,
        container: controlled.container,
        port: controlled.port,
        ...(capacityProviders ? { capacityProviders } : {}),
        ...(hooks ? { hooks } : {}),
    });
    try {
        return await calls.create(controlled.place, {
            content,
            description: [description, mark].filter(Boolean).join(' '),
            ...(config ? { config } : {}),
        });
    }
    catch (error) {
        if (!(error instanceof Error) || error.name !== 'DeploymentLimitExceededException')
            throw error;
        // Ours, when the answer to the call was lost and the call was made again.
        const [id] = await calls.inFlight(controlled.place);
        const leadsTo = id === undefined ? undefined : (0,app_spec/* taskDefinitionIn */.ah)(await calls.appSpec(await calls.deployment(id)));
        if (id !== undefined && leadsTo === taskDefinition)
            return id;
        throw new golive_error/* GoliveError */.N('ROLLOUT_NOT_BEGUN', `somebody else began a deployment of ${service}: ${error.message}`, {
            hint: 'wait for it and run again, or set when-deploying to wait or take-over',
            cause: error,
        });
    }
}
async function takeOver({ calls, pace }, service, { place }, id) {
    await calls.stop(id);
    const free = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const [other] = await calls.inFlight(place);
        return other === undefined ? { done: true } : { waiting: `${service}: waiting for ${other} to go back` };
    });
    if (free)
        return;
    throw new golive_error/* GoliveError */.N('ROLLOUT_NOT_BEGUN', `${service}: the deployment ${id} was stopped and did not end in time`, {
        hint: 'look at it in CodeDeploy, and run again',
    });
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/read-error.ts
var read_error = __webpack_require__(80918);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/look-until-ended.ts
/** Looks at one service again and again until its end is judged: exactly one ending, whatever happens. */

/** Gives the ending, and the last look, when there was one. */
async function lookUntilEnded(looks) {
    const { service, run, signal, deadline, source } = looks;
    let seen;
    let trouble;
    let overSince;
    let said = '';
    const end = (ending) => (seen === undefined ? { ending } : { ending, seen });
    for (;;) {
        if (signal.aborted)
            return end({ kind: 'cancelled', because: reasonOf(signal) });
        try {
            seen = await looks.look();
            trouble = undefined;
        }
        catch (error) {
            const told = (0,read_error/* readErrorOf */.as)(error);
            trouble = `${told.name}: ${told.message}`;
            if ((0,read_error/* kindOfReadError */.mQ)(told) === 'final')
                return end({ kind: 'could-not-find-out', ...missing(told) });
        }
        const now = run.now().getTime();
        if (seen !== undefined && !trouble) {
            const verdict = looks.judge(seen);
            if (verdict.kind === 'ended')
                return end(verdict.ending);
            overSince = verdict.over ? (overSince ?? now) : undefined;
            if (overSince !== undefined && now - overSince >= looks.settlesWithinMs(seen))
                return end(looks.unsettled(seen, verdict.because));
            if (verdict.because !== said)
                run.log.info(`${service}: ${verdict.because}`);
            said = verdict.because;
        }
        if (now >= deadline.getTime())
            return end(trouble
                ? { kind: 'could-not-find-out', because: `${source} was not heard of to the end: ${trouble}` }
                : { kind: 'timed-out', because: `not done in time: ${said}` });
        await rest(looks);
    }
}
/** Until the next look, or until the watch is given up. */
async function rest({ run, signal, everyMs }) {
    const aborted = new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
    // A sleep that a cancelled run cuts short ends the wait too: the signal says the rest.
    await Promise.race([run.sleep(everyMs).catch(() => undefined), aborted]);
}
const reasonOf = ({ reason }) => (reason instanceof Error ? reason.message : String(reason));
function missing({ name, message }) {
    const action = /not authorized to perform:? ([a-z-]+:[A-Za-z]+)/.exec(message)?.[1];
    const because = action ? `was denied: the role that runs this needs ${action}` : `was refused (${name}: ${message})`;
    return { because, ...(action ? { action } : {}) };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/causes/explain-failure.ts + 3 modules
var explain_failure = __webpack_require__(37077);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/verdict.ts
/** What one look at a service means, for the watches that ECS's service deployments do not serve. */

const verdict_open = (because, over = false) => ({ kind: 'open', over, because });
const ended = (ending) => ({ kind: 'ended', ending });
/** An outcome of what was watched; a failure is explained where the evidence explains it. */
function outcomeOf(ending, { service, deployment }, heard, at) {
    const evidence = ['succeeded', 'cancelled'].includes(ending.kind) ? undefined : heard;
    const explanation = evidence && (0,explain_failure/* explainFailure */.SP)(evidence);
    const told = explanation && ['rolled-back', 'failed', 'hopeless', 'timed-out'].includes(ending.kind);
    return {
        ...ending,
        because: told ? `${ending.because}: ${explanation.cause}` : ending.because,
        service,
        deployment,
        at,
        ...(explanation ? { explanation } : {}),
        ...(evidence ? { evidence } : {}),
    };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/causes/plain-text.ts
var plain_text = __webpack_require__(57532);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/task-sets.ts
var task_sets = __webpack_require__(21428);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/attribution.ts
var attribution = __webpack_require__(90768);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/proof.ts
var proof = __webpack_require__(42235);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/superseder.ts
var superseder = __webpack_require__(6391);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/judge.ts







function judge(seen, watched) {
    const { status } = seen.deployment;
    if (status === 'Succeeded')
        return judgeTasks(seen, watched, 'CodeDeploy reports the deployment Succeeded');
    if (status === 'Failed' || status === 'Stopped')
        return judgeEnd(seen, watched);
    if (!watched.waitForTermination && onlyEndsTheOld(seen))
        return judgeTasks(seen, watched, 'all traffic is on the new tasks, and CodeDeploy waits to end the old ones');
    return judgeFailures(seen, watched);
}
/** Every task of the task set that has the traffic runs what was deployed. */
function judgeTasks({ service, tasks }, { deployment, taskDefinition, digests }, told) {
    const set = (0,task_sets/* setOf */.s4)(service, deployment);
    const primary = (0,task_sets/* primarySet */.bY)(service);
    if (!set || primary?.taskDefinition !== taskDefinition)
        return verdict_open(`${told}, but ECS does not show its task set with the traffic`, true);
    const running = tasks.filter(({ lastStatus, desiredStatus }) => lastStatus === 'RUNNING' && desiredStatus === 'RUNNING');
    const proofs = running.map((task) => (0,proof/* proofOfTask */.X)(task, digests));
    const wrong = proofs.find(({ kind }) => kind === 'wrong');
    if (wrong?.kind === 'wrong')
        return ended({
            kind: 'failed',
            by: { kind: 'wrong-image' },
            rollback: 'none',
            because: `${told}, but ${wrong.because}`,
        });
    const unproven = proofs.find(({ kind }) => kind === 'open');
    if (unproven?.kind === 'open')
        return verdict_open(unproven.because, true);
    const expected = service.desiredCount ?? 0;
    if (running.length < expected)
        return verdict_open(`${running.length} of ${expected} running tasks were seen`, true);
    const images = Object.keys(digests).length > 0 ? ', every one with the deployed image' : '';
    return ended({
        kind: 'succeeded',
        running: running.length,
        because: `${told}; ${running.length} tasks run${images}`,
    });
}
/** The traffic has been shifted, and the last hook has passed. */
function onlyEndsTheOld({ deployment, target }) {
    const last = target?.lifecycleEvents?.find(({ lifecycleEventName }) => lifecycleEventName === 'AfterAllowTraffic');
    return deployment.instanceTerminationWaitTimeStarted === true && last?.status === 'Succeeded';
}
function judgeEnd(seen, watched) {
    const { rollback, other, deployment } = seen;
    const by = endedBy(seen, watched);
    const said = (0,plain_text/* plainText */.w)(deployment.errorInformation?.message ?? '');
    const who = `${(0,attribution/* sayBy */.F)(by)}${said ? ` (${said})` : ''}`;
    if (other) {
        const what = other.taskDefinition?.split('/').at(-1) ?? 'another deployment';
        return ended({ kind: 'superseded', by: other, because: `superseded by ${what}${(0,superseder/* sayTags */.h)(other.tags)}` });
    }
    if (!rollback)
        return verdict_open(`ended ${who} without a rollback`, true);
    if (rollback.status === 'Succeeded')
        return ended({ kind: 'rolled-back', by, because: `rolled back ${who}` });
    if (rollback.status === 'Failed' || rollback.status === 'Stopped')
        return ended({ kind: 'failed', by, rollback: 'failed', because: `stopped ${who}, and the rollback failed too` });
    return verdict_open(`goes back ${who}`);
}
/** What is left to say of a deployment that has ended and shows no way back. */
function withoutWayBack(seen, watched, because) {
    if (seen.deployment.status === 'Failed' || seen.deployment.status === 'Stopped')
        return { kind: 'failed', by: endedBy(seen, watched), rollback: 'none', because };
    return { kind: 'could-not-find-out', because: `which images run could not be found out: ${because}` };
}
function endedBy({ deployment, target }, { alarms }) {
    if (deployment.status === 'Stopped')
        return { kind: 'somebody' };
    const { code = 'no code' } = deployment.errorInformation ?? {};
    if (code === 'ALARM_ACTIVE')
        return { kind: 'alarm', alarms };
    if (code !== 'HOOK_EXECUTION_FAILURE')
        return { kind: 'code-deploy', code };
    const event = target?.lifecycleEvents?.find(({ status }) => status === 'Failed')?.lifecycleEventName;
    return { kind: 'hook', hook: event ? `the hook ${event}` : 'a lifecycle hook' };
}
/** CodeDeploy itself waits an hour for tasks that cannot start. */
function judgeFailures(seen, { maxFailedTasks }) {
    const failed = failedTasks(seen.tasks);
    const hopeless = failed.some(({ weight }) => weight === 'hopeless');
    if (hopeless)
        return ended({ kind: 'hopeless', because: 'no attempt can succeed' });
    if (failed.length >= maxFailedTasks)
        return ended({ kind: 'hopeless', because: `${failed.length} tasks failed, and the budget is ${maxFailedTasks}` });
    return verdict_open(progressOf(seen, failed.length, maxFailedTasks));
}
const failedTasks = (tasks) => tasks.flatMap((task) => {
    const explanation = (0,explain_failure/* explainStopped */.$d)(task);
    return explanation && explanation.weight !== 'not-a-failure' ? [explanation] : [];
});
function progressOf({ deployment, target, service }, failures, budget) {
    const events = target?.lifecycleEvents ?? [];
    const present = events.find(({ status }) => status === 'InProgress') ?? events.find(({ status }) => status === 'Pending');
    const green = (target?.taskSetsInfo ?? []).find(({ taskSetLabel }) => taskSetLabel === 'Green');
    const desired = green?.desiredCount ?? service.desiredCount ?? 0;
    const waits = deployment.instanceTerminationWaitTimeStarted ? ', waits to end the old tasks' : '';
    const ready = deployment.status === 'Ready' ? ', waits for somebody to let the traffic shift (ContinueDeployment)' : '';
    return [
        `CodeDeploy ${deployment.status}${present?.lifecycleEventName ? ` ${present.lifecycleEventName}` : ''}${ready || waits}`,
        `${green?.runningCount ?? 0} of ${desired} tasks run`,
        ...(green?.trafficWeight ? [`${green.trafficWeight} % of the traffic`] : []),
        `${failures} of ${budget} failures`,
    ].join(', ');
}
/** What explains a failure: the tasks of the replacement, and what ECS said since the deployment began. */
function evidenceOf({ tasks, service, deployment }) {
    const began = deployment.createTime?.getTime() ?? Number.POSITIVE_INFINITY;
    const events = (service.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= began);
    return { tasks, events };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ListTasksCommand.js
var ListTasksCommand = __webpack_require__(54810);
// EXTERNAL MODULE: ./packages/shared/src/ecs/register-task-definition.ts + 1 modules
var register_task_definition = __webpack_require__(42034);
// EXTERNAL MODULE: ./packages/shared/src/ecs/services.ts
var ecs_services = __webpack_require__(2089);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/look.ts
/** One look at a deployment: what CodeDeploy says, what ECS says, and the tasks of the replacement. */






async function look(looking) {
    const { ecs, calls, cluster, service: name, deployment: id } = looking;
    const targetId = `${cluster.split('/').at(-1)}:${name}`;
    const [deployment, target, services] = await Promise.all([
        calls.deployment(id),
        calls.target(id, targetId),
        (0,ecs_services/* describeServices */.Ge)(ecs, cluster, [name]),
    ]);
    const service = services.get(name);
    if (!service)
        throw new Error(`${cluster} has no active service ${name}`);
    const back = deployment.rollbackInfo?.rollbackDeploymentId;
    const over = deployment.status === 'Failed' || deployment.status === 'Stopped';
    const [tasks, rollback, other] = await Promise.all([
        tasksOf(looking, service, deployment.status === 'Succeeded' || deployment.instanceTerminationWaitTimeStarted),
        back ? calls.deployment(back) : undefined,
        over ? theirs(looking) : undefined,
    ]);
    return {
        deployment,
        ...(target ? { target } : {}),
        service,
        tasks,
        ...(rollback ? { rollback } : {}),
        ...(other ? { other } : {}),
    };
}
/** Those of the task set that the deployment made: the stopped ones, and the running ones where they are asked for. */
async function tasksOf(looking, service, running = false) {
    const { ecs, cluster, deployment, stopped } = looking;
    const set = (0,task_sets/* setOf */.s4)(service, deployment);
    const unread = (await list(looking, 'STOPPED')).filter((arn) => !stopped.has(arn));
    const alive = running ? await list(looking, 'RUNNING') : [];
    const read = await (0,ecs_services/* describeTasks */.yz)(ecs, cluster, [...unread, ...alive]);
    const known = [...stopped.values()];
    for (const task of read)
        if (task.taskArn && task.lastStatus === 'STOPPED')
            stopped.set(task.taskArn, task);
    return [...known, ...read].filter(({ startedBy }) => set !== undefined && startedBy === set.id);
}
async function list({ ecs, cluster, service: serviceName }, desiredStatus) {
    const arns = [];
    let nextToken;
    do {
        const page = await ecs.send(new ListTasksCommand/* ListTasksCommand */.M({ cluster, serviceName, desiredStatus, ...(nextToken ? { nextToken } : {}) }));
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken);
    return arns;
}
/** A deployment that began after ours had ended, and does not take ours back. */
async function theirs({ ecs, calls, place }) {
    for (const id of await calls.inFlight(place)) {
        const info = await calls.deployment(id);
        if ((0,whose/* isWayBack */.PU)(info))
            continue;
        const taskDefinition = (0,app_spec/* taskDefinitionIn */.ah)(await calls.appSpec(info));
        const tags = taskDefinition ? (await (0,register_task_definition/* readTaskDefinition */.L)(ecs, taskDefinition)).tags : [];
        return {
            deployment: id,
            ...(taskDefinition ? { taskDefinition } : {}),
            ...(info.createTime ? { since: info.createTime } : {}),
            tags: Object.fromEntries(tags.map(({ key = '', value = '' }) => [key, value])),
        };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/moments.ts
function momentsOf(service, { deployment, target, tasks, rollback }) {
    const earliest = (dates) => dates.flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
    const shifted = target?.lifecycleEvents?.find(({ lifecycleEventName }) => lifecycleEventName === 'AllowTraffic');
    const stamps = [
        ['deployment began', deployment.startTime ?? deployment.createTime],
        ['first task started', earliest(tasks.map(({ startedAt }) => startedAt))],
        ['traffic shifted', shifted?.status === 'Succeeded' ? shifted.endTime : undefined],
        ['stable', deployment.status === 'Succeeded' ? deployment.completeTime : undefined],
        ['going back', rollback?.createTime],
        ['back', rollback?.status === 'Succeeded' ? rollback.completeTime : undefined],
    ];
    return stamps.flatMap(([what, at]) => (at ? [{ service, what, at, clock: 'ecs' }] : []));
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/watch.ts






/**
 * CodeDeploy publishes no rates of its API, and a release of many services asks for all of them: a look at each every
 * five seconds, or two looks a second in all.
 */
const everyMs = (services) => Math.max(5000, services * 500);
/** How long the proof of what runs, or the beginning of a way back, may take once a deployment has ended. */
const SETTLES_WITHIN_MS = 60_000;
async function watchCodeDeploy(watch, one, services) {
    const { run, signal } = watch;
    const looking = { ...watch, ...one, stopped: new Map() };
    const answering = [];
    const answerOnce = ({ deployment }) => {
        if (deployment.status !== 'Ready' || !one.answer || answering.length > 0)
            return;
        const failed = (error) => {
            if (!signal.aborted)
                run.log.warn(`${one.service}: the wait could not be answered: ${String(error)}`);
            return [];
        };
        answering.push(one.answer().then((answer) => [answer], failed));
    };
    const { ending, seen } = await lookUntilEnded({
        service: one.service,
        run,
        signal,
        deadline: one.deadline,
        everyMs: everyMs(services),
        source: 'CodeDeploy',
        async look() {
            const found = await look(looking);
            // The tasks are looked at meanwhile: one that fails ends the watch sooner than its suites would.
            answerOnce(found);
            return found;
        },
        judge: (seen) => judge(seen, one),
        settlesWithinMs: settlesWithin,
        unsettled: (seen, because) => withoutWayBack(seen, one, because),
    });
    const outcome = outcomeOf(ending, one, seen && evidenceOf(seen), run.now());
    const pauses = (await Promise.all(answering)).flat();
    return { outcome: withPause(outcome, pauses), moments: seen ? momentsOf(one.service, seen) : [], pauses };
}
/** A deployment without automatic rollback has ended where it stands; with it, its way back shows a moment later. */
function settlesWithin({ deployment }) {
    const goesBack = deployment.autoRollbackConfiguration?.enabled === true || deployment.status === 'Stopped';
    return deployment.status === 'Succeeded' || goesBack ? SETTLES_WITHIN_MS : 0;
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/deploy-one.ts
/** Begins the deployment of one service by CodeDeploy, and watches it. */




/** Begins it; undefined where no deployment of CodeDeploy tells of what its tasks run. */
async function beginOne(tools, { decision, taskDefinition }, controlled, told) {
    const { ecs, cluster, pace, run, timeout } = tools;
    const calls = await tools.codeDeploy();
    const world = { ecs, calls, cluster, mark: (0,whose/* markOf */.Fg)(run.github.runId), pace: { ...pace, within: timeout } };
    if (decision.kind === 'deploy')
        told.asked(decision);
    const deployment = await beginByCodeDeploy(world, decision, controlled, taskDefinition);
    if (deployment === undefined)
        told.kept(decision);
    else
        told.begun(decision, deployment);
    return deployment;
}
/**
 * @param services how many are watched at once
 * @param given ends the watch, when the run is cancelled or another service of the group did not succeed
 */
async function watchOne(tools, { decision, taskDefinition }, controlled, deployment, services, given) {
    const { ecs, cluster, run, timeout, maxFailedTasks } = tools;
    const { place, waits, alarms, asked } = controlled;
    const waitForTermination = asked.settings['wait-for-termination'];
    // What the deployment group waits by itself is no part of the time that the tasks have to become healthy.
    const waitsMs = waits.ready.ms + (waitForTermination ? waits.termination.ms : 0);
    const calls = await tools.codeDeploy();
    const prepared = tools.ready.get(decision.service);
    const ready = prepared && {
        service: decision.service,
        deployment,
        prepared,
        wait: waits.ready,
        asking: tools.asking,
    };
    return watchCodeDeploy({ ecs, calls, cluster, run, signal: given }, {
        service: decision.service,
        deployment,
        taskDefinition,
        digests: tools.digests(decision),
        maxFailedTasks,
        waitForTermination,
        alarms,
        place,
        deadline: new Date(run.now().getTime() + timeout.ms + waitsMs),
        ...(ready ? { answer: () => answerReady(calls, ready, { ...run, signal: given }) } : {}),
    }, services);
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/go-back.ts
var go_back = __webpack_require__(66263);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/kept/judge.ts




/** Every running task runs the wanted definition and its images, and as many run as are wanted. */
function judge_judge({ service, alive, stopped }, kept) {
    const { taskDefinition, digests } = kept;
    const target = (0,go_back/* targetOf */.$r)(service);
    if (!kept.codeDeploy && target !== taskDefinition)
        return ended({
            kind: 'superseded',
            by: { taskDefinition: target, tags: {} },
            because: `somebody else deploys ${judge_short(target)} since`,
        });
    const running = alive.filter(({ lastStatus }) => lastStatus === 'RUNNING');
    const proofs = running.map((task) => (0,proof/* proofOfTask */.X)(task, digests));
    const wrong = proofs.find(({ kind }) => kind === 'wrong');
    if (wrong?.kind === 'wrong')
        return ended({ kind: 'failed', by: { kind: 'wrong-image' }, rollback: 'none', because: wrong.because });
    const missing = missingOf(service, running.length, kept);
    if (missing)
        return hopeless(stopped, kept) ?? verdict_open(missing);
    const other = alive.find((task) => task.taskDefinitionArn !== taskDefinition);
    if (other)
        return verdict_open(`task ${judge_short(other.taskArn)} runs ${judge_short(other.taskDefinitionArn)}`, true);
    const unproven = proofs.find(({ kind }) => kind === 'open');
    if (unproven?.kind === 'open')
        return verdict_open(unproven.because, true);
    const images = Object.keys(digests).length > 0 ? ', every one with the wanted image' : '';
    return ended({ kind: 'succeeded', running: running.length, because: `${running.length} tasks run${images}` });
}
/** What is still to come of its tasks; a description may be from before the change, so the count is looked for in it. */
function missingOf({ desiredCount = 0, runningCount = 0 }, running, { tasks }) {
    const wanted = tasks ?? desiredCount;
    if (desiredCount !== wanted)
        return `${desiredCount} tasks are wanted, not ${wanted} yet`;
    if (running < wanted || (tasks !== undefined && runningCount !== wanted))
        return `${Math.min(running, runningCount)} of ${wanted} tasks run`;
    return undefined;
}
/** ECS itself tries for ever where no deployment is under way. */
function hopeless(stopped, { maxFailedTasks, since }) {
    const failed = failedSince(stopped, since).map((task) => (0,explain_failure/* explainStopped */.$d)(task)?.weight);
    if (failed.includes('hopeless'))
        return ended({ kind: 'hopeless', because: 'no attempt can succeed' });
    if (failed.length < maxFailedTasks)
        return undefined;
    return ended({ kind: 'hopeless', because: `${failed.length} tasks failed, and the budget is ${maxFailedTasks}` });
}
function failedSince(stopped, since) {
    return stopped.filter((task) => {
        const weight = (0,explain_failure/* explainStopped */.$d)(task)?.weight;
        return weight !== undefined && weight !== 'not-a-failure' && isSince(task.createdAt, since);
    });
}
/** What explains a failure: the tasks that failed, and what ECS said, since the watch began. */
function judge_evidenceOf({ service, stopped }, { since }) {
    const events = (service.events ?? []).filter(({ createdAt }) => isSince(createdAt, since));
    return { tasks: failedSince(stopped, since), events };
}
const unproven = (because) => ({
    kind: 'could-not-find-out',
    because: `which images run could not be found out: ${because}`,
});
/** The newest stamp of ECS on what a service has told so far. */
const lastHeard = ({ events = [], createdAt }) => new Date(Math.max(...[createdAt, ...events.map((event) => event.createdAt)].map((at) => at?.getTime() ?? 0)));
const isSince = (at, since) => (at?.getTime() ?? 0) > since.getTime();
const judge_short = (arn) => arn?.split('/').at(-1) ?? 'an unknown task definition';

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/kept/watch.ts




/** A look takes up to three calls, and many services at once have to stay within half of the quotas. */
const watch_everyMs = (services) => Math.max(3000, services * 300);
/** ECS may tell the digest of a task that has just started a moment later. */
const watch_SETTLES_WITHIN_MS = 60_000;
/** @param given ends the watch, when the run is cancelled or another service of the group did not succeed */
async function watchKept(tools, { decision, taskDefinition, tasks }, services, given) {
    const { ecs, cluster, run, timeout, maxFailedTasks } = tools;
    const { service, view } = decision;
    const kept = {
        service,
        taskDefinition,
        digests: tools.digests(decision),
        maxFailedTasks,
        codeDeploy: view.codeDeploy !== undefined,
        since: lastHeard(view.service),
        ...(tasks === undefined ? {} : { tasks }),
    };
    const { ending, seen } = await lookUntilEnded({
        service,
        run,
        signal: given,
        deadline: new Date(run.now().getTime() + timeout.ms),
        everyMs: watch_everyMs(services),
        source: 'ECS',
        look: () => watch_look(ecs, cluster, service),
        judge: (one) => judge_judge(one, kept),
        settlesWithinMs: () => watch_SETTLES_WITHIN_MS,
        unsettled: (_, because) => unproven(because),
    });
    const deployment = view.service.deployments?.find(({ status }) => status === 'PRIMARY')?.id ?? '';
    return outcomeOf(ending, { service, deployment }, seen && judge_evidenceOf(seen, kept), run.now());
}
async function watch_look(ecs, cluster, serviceName) {
    const service = (await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, [serviceName])).get(serviceName);
    if (!service)
        throw new Error(`${cluster} has no active service ${serviceName}`);
    const { runningCount = 0, desiredCount = 0 } = service;
    // Why tasks are missing is told by those that have stopped.
    const [alive, stopped] = await Promise.all([
        (0,ecs_services/* findTasks */.Uz)(ecs, { cluster, serviceName, desiredStatus: 'RUNNING' }),
        runningCount < desiredCount ? (0,ecs_services/* findTasks */.Uz)(ecs, { cluster, serviceName, desiredStatus: 'STOPPED' }) : [],
    ]);
    return { service, alive, stopped };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/service-deployment.ts
var service_deployment = __webpack_require__(34544);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/find-begun.ts


/** @param found told of each service once */
function findBegun(ecs, cluster, found) {
    let waiting = [];
    let unread = [];
    const names = () => waiting.map(({ service }) => service);
    const take = async (candidates) => {
        const begun = await ours(ecs, waiting, candidates);
        for (const one of waiting) {
            const arn = begun.get(one.service);
            if (arn)
                found(one, arn);
        }
        waiting = waiting.filter(({ service }) => !begun.has(service));
    };
    return {
        open: () => waiting,
        add(updated) {
            waiting = [...waiting, updated];
            unread = [...unread, updated];
        },
        async lookAtAnswers() {
            const answers = unread.flatMap(({ answer }) => answer ?? []);
            unread = [];
            await take(currentOf(answers));
        },
        async askEcs() {
            await take(currentOf([...(await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, names())).values()]));
            // One that is over already, or was superseded at once, is no service's current one.
            const latest = await (0,service_deployment/* latestOfEach */.gM)(ecs, cluster, names());
            await take(new Map([...latest].map(([service, { arn }]) => [service, arn])));
        },
    };
}
const currentOf = (services) => new Map(services.flatMap(({ serviceName, currentServiceDeployment }) => serviceName && currentServiceDeployment ? [[serviceName, currentServiceDeployment]] : []));
/** How much earlier than the service's own deployment ECS may date the service deployment of it. */
const SAME_MOMENT_MS = 5000;
/** Of the candidates, by service, those that UpdateService began: as young as its answer, and leading where we want. */
async function ours(ecs, updated, candidates) {
    const arns = updated.flatMap(({ service, decision }) => {
        const arn = candidates.get(service);
        return arn && arn !== decision.view.latest?.arn ? [arn] : [];
    });
    const views = new Map((await (0,service_deployment/* readDeployments */.Fz)(ecs, arns)).map((view) => [view.arn, view]));
    return new Map(updated.flatMap((one) => {
        const view = views.get(candidates.get(one.service) ?? '');
        const since = newPrimaryAt(one);
        const isOurs = view &&
            since !== undefined &&
            view.taskDefinition === one.taskDefinition &&
            view.createdAt.getTime() >= since - SAME_MOMENT_MS;
        return isOurs ? [[one.service, view.arn]] : [];
    }));
}
/** When ECS made the deployment that it answered UpdateService with; undefined when that was there before. */
function newPrimaryAt({ answer, decision }) {
    const primaryOf = (service) => service?.deployments?.find(({ status }) => status === 'PRIMARY');
    const primary = primaryOf(answer);
    if (!primary || primary.id === primaryOf(decision.view.service)?.id)
        return undefined;
    return primary.createdAt?.getTime() ?? Number.NEGATIVE_INFINITY;
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/begin.ts
/** Begins the deployments of a group of services, and tells of each as soon as it is known. */





/** Calls of UpdateService at a time. More would wait for the quota all the same, and could not be called off. */
const AT_ONCE = 10;
/**
 * Tells the service deployment ARN that carries each service to its task definition: the one that is adopted, or the
 * one that UpdateService begins; for a service that is left alone, the one that brought it where it is, if ECS keeps
 * it. Throws what the first that could not begin threw, once all that were asked for have been answered.
 */
async function beginGroup(world, group, told) {
    const { ecs, cluster, pace, signal } = world;
    await findLeft(ecs, cluster, group, told);
    for (const { decision } of group)
        if (decision.kind === 'adopt')
            told.begun(decision, decision.deployment);
    const begun = findBegun(ecs, cluster, ({ decision }, deployment) => told.begun(decision, deployment));
    let done = false;
    const asking = updateEach(world, group, told, (one) => {
        if (isQuiet(one))
            told.kept(one.decision, one.answer?.desiredCount);
        else
            begun.add(one);
    }).finally(() => {
        done = true;
    });
    // Many services take minutes to ask for: the first of them are looked at meanwhile.
    while (!done) {
        await Promise.race([asking, pace.sleep(2 * pace.every.ms)]).catch(() => undefined);
        if (signal.aborted)
            break;
        await begun.lookAtAnswers();
    }
    await asking;
    await begun.lookAtAnswers();
    await findTheRest(begun, pace, signal);
}
const isQuiet = ({ decision }) => decision.kind === 'deploy' && decision.quiet === true;
/** Asks for each in turn, and for no more once one was refused. */
async function updateEach({ ecs, cluster, signal }, group, told, answered) {
    const queue = group.filter(({ decision }) => decision.kind === 'deploy');
    const refused = [];
    const work = async () => {
        for (let one = queue.shift(); one && !signal.aborted; one = queue.shift()) {
            told.asked(one.decision);
            try {
                answered(await update(ecs, cluster, one));
            }
            catch (error) {
                refused.push(error);
                queue.length = 0;
            }
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (refused.length > 0)
        throw refused[0];
}
async function findTheRest(begun, pace, signal) {
    const names = () => begun.open().map(({ service }) => service);
    await (0,ecs_pace/* ask */.k)(pace, async () => {
        if (signal.aborted || names().length === 0)
            return { done: true };
        await begun.askEcs();
        return names().length === 0
            ? { done: true }
            : { waiting: `${names().join(', ')}: waiting for ECS to begin the deployment` };
    });
    if (!signal.aborted && names().length > 0)
        throw new golive_error/* GoliveError */.N('ROLLOUT_NOT_BEGUN', `ECS began no deployment of ${names().join(', ')} after UpdateService`, {
            hint: 'run again; a deployment that has begun meanwhile is adopted',
        });
}
/** Nothing is begun for these, but what their tasks run is proven all the same. */
async function findLeft(ecs, cluster, group, told) {
    const left = group.flatMap(({ decision }) => (decision.kind === 'leave' ? [decision] : []));
    const unknown = left.filter(({ view }) => !view.latest).map(({ service }) => service);
    const latest = await (0,service_deployment/* latestOfEach */.gM)(ecs, cluster, unknown);
    for (const decision of left) {
        const last = decision.view.latest ?? latest.get(decision.service);
        // One that went back did not bring the service where it is, and proves nothing of what its tasks run.
        if (last?.status === 'SUCCESSFUL')
            told.begun(decision, last.arn);
        else
            told.kept(decision);
    }
}
async function update(ecs, cluster, { decision, taskDefinition }) {
    const { service } = decision;
    const force = decision.kind === 'deploy' && decision.force;
    const { service: answer } = await ecs.send(new UpdateServiceCommand/* UpdateServiceCommand */.k({
        ...decision.view.change,
        cluster,
        service,
        taskDefinition,
        ...(force ? { forceNewDeployment: true } : {}),
    }));
    return { decision, taskDefinition, service, answer };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/watch-services.ts + 14 modules
var watch_services = __webpack_require__(73413);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/open-watch.ts


/** @param judge told of each outcome as it comes to light */
function openWatch(tools, judge) {
    const { ecs, watching, cluster, run, timeout, maxFailedTasks } = tools;
    const moments = [];
    const pauses = [];
    const answering = [];
    const deadline = () => new Date(run.now().getTime() + timeout.ms);
    const answer = async (paused) => {
        try {
            const prepared = tools.pauses.get(paused.service) ?? [];
            const given = await answerPause(ecs, paused, prepared, tools.asking, run);
            if (given)
                pauses.push(given);
            else
                run.log.info(`${paused.service}: waits at ${paused.stage} for an answer that is not this run's to give`);
        }
        catch (error) {
            if (run.signal.aborted)
                return;
            const why = error instanceof Error ? error.message : String(error);
            await watch.stop(paused.service, `the pause at ${paused.stage} could not be answered: ${why}`);
        }
    };
    const happened = (happening) => {
        if (happening.kind === 'moment')
            moments.push(happening.moment);
        if (happening.kind === 'progress')
            run.log.info(happening.progress.text);
        if (happening.kind === 'decision' && happening.decision.kind === 'paused')
            answering.push(answer(happening.decision));
        if (happening.kind === 'decision' && happening.decision.kind === 'going-back')
            run.log.warn(`${happening.decision.service}: ${happening.decision.because}`);
        if (happening.kind === 'outcome')
            judge(happening.outcome);
    };
    const watch = (0,watch_services/* watchServices */.M)({ ecs: watching, cluster, now: run.now, signal: run.signal }, [], {
        deadline: deadline(),
        hopeless: 'end',
        open: true,
        onHappening: happened,
    });
    const end = async () => {
        const outcomes = [...(await watch.outcomes).values()];
        await Promise.all(answering);
        return { outcomes: outcomes.map((outcome) => withPause(outcome, pauses)), moments, pauses };
    };
    return {
        join({ decision, taskDefinition }, deployment) {
            const { service } = decision;
            const digests = tools.digests(decision);
            watch.join({ service, deployment, taskDefinition, digests, maxFailedTasks }, deadline());
        },
        close: watch.close,
        cancel: watch.cancel,
        ended: end(),
    };
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/deploy-group.ts




/**
 * One outcome for each service that began. The first that does not succeed ends the rest: what has not been asked for
 * is not begun any more, and what is under way is `cancelled` here and then to go back.
 */
async function deployGroup(tools, group, told) {
    const { ecs, cluster, run, pace } = tools;
    const halt = new AbortController();
    const signal = AbortSignal.any([run.signal, halt.signal]);
    const stop = (why) => {
        if (halt.signal.aborted)
            return;
        halt.abort(new Error(why));
        watch.cancel(why);
    };
    const judge = ({ kind, service }) => {
        if (kind !== 'succeeded')
            stop(`${service} did not succeed`);
    };
    const watch = openWatch(tools, judge);
    const others = [];
    const alone = (watched) => {
        const judged = watched.then((one) => {
            judge(one.outcome);
            return one;
        });
        // It is waited for only when all have begun.
        judged.catch(() => undefined);
        others.push(judged);
    };
    const byName = new Map(group.map((one) => [one.decision.service, one]));
    const count = (which) => group.filter(({ decision }) => which(decision)).length;
    const controlled = count(({ view }) => view.codeDeploy !== undefined);
    const kept = count((one) => one.kind === 'leave' || (one.kind === 'deploy' && one.quiet === true));
    const heard = {
        asked: told.asked,
        begun(decision, deployment) {
            told.begun(decision, deployment);
            const one = byName.get(decision.service) ?? { decision, taskDefinition: '' };
            const { codeDeploy } = decision.view;
            if (codeDeploy)
                alone(watchOne(tools, one, codeDeploy, deployment, controlled, signal));
            else
                watch.join(one, deployment);
        },
        kept(decision, tasks) {
            told.kept(decision, tasks);
            const { taskDefinition = '' } = byName.get(decision.service) ?? {};
            const one = { decision, taskDefinition, ...(tasks === undefined ? {} : { tasks }) };
            alone(watchKept(tools, one, kept, signal).then((outcome) => ({ outcome })));
        },
    };
    const byEcs = group.filter(({ decision }) => !decision.view.codeDeploy);
    const asked = await Promise.allSettled([
        beginGroup({ ecs, cluster, pace, signal }, byEcs, heard).finally(watch.close),
        ...group.flatMap((one) => {
            const { codeDeploy } = one.decision.view;
            return codeDeploy ? [beginOne(tools, one, codeDeploy, heard)] : [];
        }),
    ]);
    const refused = asked.find((one) => one.status === 'rejected');
    const broke = refused && (refused.reason instanceof Error ? refused.reason : new Error(String(refused.reason)));
    if (broke)
        stop(broke.message);
    const [ofEcs, ofOthers] = await Promise.all([watch.ended, Promise.all(others)]);
    return {
        outcomes: [...ofEcs.outcomes, ...ofOthers.map(({ outcome }) => outcome)],
        moments: [...ofEcs.moments, ...ofOthers.flatMap(({ moments = [] }) => moments)],
        pauses: [...ofEcs.pauses, ...ofOthers.flatMap(({ pauses = [] }) => pauses)],
        ...(broke ? { broke } : {}),
    };
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/register.ts

/**
 * Registers what has to be registered, before any service changes. One after another, so that services that share a
 * definition share its revision too.
 */
async function registerAll(ecs, decisions, told) {
    const registered = new Map();
    // What was asked for before in this run is not looked up again.
    const known = new Map();
    for (const decision of decisions) {
        const { service } = decision;
        if (decision.kind === 'adopt')
            registered.set(service, { arn: decision.definition, reused: true });
        else if (decision.kind === 'leave')
            registered.set(service, { arn: decision.view.current.taskDefinitionArn ?? '', reused: true });
        else {
            const { asItIs, target, current, currentTags } = decision.view;
            const text = JSON.stringify(target);
            const arn = asItIs ?? known.get(text);
            const one = arn ? { arn, reused: true } : await (0,register_task_definition/* registerTaskDefinition */.e)(ecs, target, current, currentTags);
            known.set(text, one.arn);
            registered.set(service, one);
            told(service, `${one.reused ? 'takes the registered' : 'registered'} ${one.arn.split('/').at(-1)}`);
        }
    }
    return registered;
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetHealthCommand.js
var DescribeTargetHealthCommand = __webpack_require__(97992);
// EXTERNAL MODULE: ./packages/shared/src/logs/log-stream.ts
var log_stream = __webpack_require__(67906);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/explain.ts




/** Never throws: what cannot be read makes an explanation poorer, and says so among the log lines. */
async function explain({ ecs, cluster, logs, elb }, outcome, { target, service }, logLines) {
    const definition = target;
    const heard = { ...outcome.evidence, definition };
    const place = (0,explain_failure/* explainFailure */.SP)(heard)?.log ?? outcome.explanation?.log;
    const [log, targetHealth, events] = await Promise.all([
        place && logLines > 0 ? readLog(logs, place, logLines) : [],
        unhealthyTargets(elb, service),
        eventsSince(ecs, cluster, outcome),
    ]);
    const explanation = (0,explain_failure/* explainFailure */.SP)({ ...heard, log, targetHealth, events }) ?? outcome.explanation;
    return { log, ...(explanation ? { explanation } : {}) };
}
/** The watch asks for tasks more often than for events, which may tell why ECS stopped them. */
async function eventsSince(ecs, cluster, outcome) {
    const { tasks = [], events: heard = [] } = outcome.evidence ?? {};
    const began = Math.min(...tasks.map(({ createdAt }) => createdAt?.getTime() ?? Number.POSITIVE_INFINITY));
    try {
        const { events = [] } = (await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, [outcome.service])).get(outcome.service) ?? {};
        const since = events.filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= began);
        return since.length > 0 ? since : heard;
    }
    catch {
        return heard;
    }
}
async function readLog(logs, place, count) {
    try {
        return await (0,log_stream/* lastLogLines */.E)(logs, place, count);
    }
    catch (error) {
        return [`(the log ${place.group} ${place.stream} could not be read: ${nameOf(error)})`];
    }
}
/** Targets that answered wrongly; one that merely comes or goes explains nothing. */
async function unhealthyTargets(elb, { loadBalancers = [] }) {
    const groups = loadBalancers.flatMap(({ targetGroupArn, advancedConfiguration }) => [
        targetGroupArn,
        advancedConfiguration?.alternateTargetGroupArn,
    ]);
    const found = await Promise.all(groups.map(async (TargetGroupArn) => {
        if (!TargetGroupArn)
            return [];
        try {
            return (await elb.send(new DescribeTargetHealthCommand/* DescribeTargetHealthCommand */.q({ TargetGroupArn }))).TargetHealthDescriptions ?? [];
        }
        catch {
            return [];
        }
    }));
    return found.flat().flatMap(({ Target, TargetHealth }) => TargetHealth?.State === 'unhealthy'
        ? [
            {
                target: Target?.Id ?? '',
                state: 'unhealthy',
                ...(Target?.Port === undefined ? {} : { port: Target.Port }),
                ...(TargetHealth.Reason ? { reason: TargetHealth.Reason } : {}),
                ...(TargetHealth.Description ? { description: TargetHealth.Description } : {}),
            },
        ]
        : []);
}
const nameOf = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

// EXTERNAL MODULE: ./actions/ecs-rollout/src/deploy/put-back.ts
var put_back = __webpack_require__(30950);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/settle.ts


/** The runner ends a cancelled step 7.5 s after SIGINT; evidence and summary need their part of that. */
const GRACE_MS = 4500;
/** What has to go back goes back; the log of what failed is read first, while it is there. */
async function settle(tools, groups, broke, note) {
    const ends = groups.flat();
    const failed = broke !== undefined || ends.some(({ outcome }) => outcome && outcome.kind !== 'succeeded');
    if (!failed)
        return ends;
    const cancelled = tools.run.signal.aborted;
    const told = cancelled ? ends : await Promise.all(ends.map((end) => explained(tools, end)));
    tools.failed(told);
    if ((cancelled ? tools.onCancel : tools.onFailure) === 'leave')
        return told;
    const toPutBack = groups.map((group) => group.filter(hasToGoBack).map(({ decision }) => (0,put_back/* wayBackOf */.m)(decision, tools.run.github.runId)));
    if (toPutBack.flat().length > 0)
        note('release', 'goes back');
    const ways = cancelled
        ? // All at once and within one grace: the post step sees to the end, and to what was not asked for here.
            await (0,put_back/* putBack */.p)(tools, [toPutBack.flat()], paceOfGrace(tools))
        : await (0,put_back/* putBack */.p)(tools, toPutBack, tools.paceBack);
    for (const [service, way] of ways)
        for (const step of way.steps)
            note(service, step.what);
    return told.map((end) => {
        const back = ways.get(end.service);
        return back ? { ...end, back } : end;
    });
}
/** A service that somebody else has deployed since is theirs: to put it back would undo what they did. */
const hasToGoBack = ({ touched, outcome }) => touched && outcome?.kind !== 'superseded';
/** What is left of the grace, which began with the signal and not with the end of what was under way then. */
function paceOfGrace({ paceBack, cancelledAt, run }) {
    const since = run.now().getTime() - (cancelledAt() ?? run.now()).getTime();
    return { ...paceBack, within: { ms: Math.max(0, GRACE_MS - since) } };
}
async function explained({ ecs, cluster, logs, elb, logLines }, end) {
    const { outcome, decision } = end;
    if (!outcome || outcome.kind === 'succeeded' || outcome.kind === 'cancelled')
        return end;
    return { ...end, ...(await explain({ ecs, cluster, logs, elb }, outcome, decision.view, logLines)) };
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/apply.ts



async function apply(tools, groups) {
    const { ecs, run } = tools;
    const trail = {
        steps: [],
        moments: [],
        pauses: [],
        touched: new Set(),
        deployments: new Map(),
        outcomes: new Map(),
    };
    const note = (subject, what) => {
        trail.steps.push({ at: run.now().toISOString(), subject, what });
        run.log.info(`${subject}: ${what}`);
    };
    const registered = await registerAll(ecs, groups.flat(), (service, what) => {
        note(service, what);
        trail.moments.push({ service, what: 'registered', at: run.now(), clock: 'seen' });
    });
    tools.registered(new Map([...registered].map(([service, { arn }]) => [service, arn])));
    let broke;
    try {
        for (const group of groups) {
            // A run that is cancelled while it verifies or registers begins nothing any more.
            run.signal.throwIfAborted();
            if (!(await deploy(tools, group, registered, trail, note)))
                break;
        }
    }
    catch (error) {
        broke = error instanceof Error ? error : new Error(String(error));
        note('release', `broke off: ${broke.message}`);
    }
    const ends = groups.map((group) => group.map((decision) => endOf(decision, registered, trail)));
    const settled = await settle(tools, ends, broke, note);
    trail.moments.push(...settled.flatMap(momentsBack));
    return { ...trail, ends: settled, ...(broke ? { broke } : {}) };
}
/** Moves one group and watches it; whether all of it succeeded. */
async function deploy(tools, group, registered, trail, note) {
    const toBegin = group.map((decision) => ({
        decision,
        taskDefinition: registered.get(decision.service)?.arn ?? '',
    }));
    const { outcomes, moments, pauses, broke } = await deployGroup(tools, toBegin, {
        asked: ({ service }) => trail.touched.add(service),
        begun({ service, kind }, deployment) {
            trail.deployments.set(service, deployment);
            if (kind === 'adopt')
                trail.touched.add(service);
            if (kind !== 'leave')
                note(service, `deployment ${deployment.split('/').at(-1)} began`);
        },
        kept({ service, kind }, tasks) {
            if (kind === 'deploy')
                note(service, `scaled to ${tasks} tasks`);
        },
    });
    for (const outcome of outcomes)
        trail.outcomes.set(outcome.service, outcome);
    trail.moments.push(...moments);
    trail.pauses.push(...pauses);
    if (broke)
        throw broke;
    return outcomes.every(({ kind }) => kind === 'succeeded');
}
function endOf(decision, registered, trail) {
    const { service } = decision;
    const deployment = trail.deployments.get(service);
    const outcome = trail.outcomes.get(service);
    return {
        service,
        decision,
        definition: registered.get(service)?.arn ?? '',
        touched: trail.touched.has(service),
        log: [],
        ...(deployment ? { deployment } : {}),
        ...(outcome ? { outcome } : {}),
    };
}
function momentsBack({ service, back }) {
    if (!back?.took)
        return [];
    const { from, to } = back.took;
    return [
        { service, what: 'going back', at: from, clock: 'ecs' },
        { service, what: 'back', at: to, clock: 'ecs' },
    ];
}

// EXTERNAL MODULE: ./packages/shared/src/release/record.ts
var release_record = __webpack_require__(3116);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/service-change.ts


function serviceChange(service, wanted) {
    const { settings } = wanted;
    const count = settings['desired-count'];
    const grace = settings['health-check-grace-period'];
    const configuration = deploymentConfiguration(service.deploymentConfiguration, wanted.deployment);
    const providers = settings['capacity-providers']?.map(({ provider, weight, base }) => ({
        capacityProvider: provider,
        weight,
        base,
    }));
    const now = service.capacityProviderStrategy?.map(({ capacityProvider, weight = 0, base = 0 }) => ({
        capacityProvider,
        weight,
        base,
    }));
    const seconds = grace && Math.ceil(grace.ms / 1000);
    return {
        ...(count === undefined || count === service.desiredCount ? {} : { desiredCount: count }),
        ...(seconds === undefined || seconds === service.healthCheckGracePeriodSeconds
            ? {}
            : { healthCheckGracePeriodSeconds: seconds }),
        ...((0,external_node_util_.isDeepStrictEqual)(configuration, service.deploymentConfiguration ?? {})
            ? {}
            : { deploymentConfiguration: configuration }),
        ...(!providers || (0,external_node_util_.isDeepStrictEqual)(providers, now) ? {} : { capacityProviderStrategy: providers }),
    };
}
/** One line a difference, for the summary: `deploymentConfiguration.maximumPercent: 200 -> 150`. */
function tellServiceChange(service, change) {
    return Object.entries(change).flatMap(([key, value]) => differences(key, service[key], value));
}
function differences(path, from, to) {
    if ((0,external_node_util_.isDeepStrictEqual)(from, to))
        return [];
    if (!isObject(from) && !isObject(to))
        return [`${path}: ${show(from)} -> ${show(to)}`];
    if (!isObject(to))
        return [`${path}: ${show(from)} -> ${show(to)}`];
    const before = isObject(from) ? from : {};
    const keys = [...new Set([...Object.keys(before), ...Object.keys(to)])];
    return keys.flatMap((key) => differences(`${path}.${key}`, before[key], to[key]));
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value) => (value === undefined ? 'not set' : JSON.stringify(value));

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/group.ts
var code_deploy_group = __webpack_require__(87022);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/place.ts
var code_deploy_place = __webpack_require__(26598);
// EXTERNAL MODULE: ./actions/ecs-rollout/src/settings.ts
var src_settings = __webpack_require__(47560);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/code-deploy/observe.ts






async function observeCodeDeploy(calls, cluster, service, settings) {
    const asked = askedOf(settings);
    const place = (0,code_deploy_place/* placeOf */.$)(cluster, service.serviceName ?? '', asked.settings);
    const group = await (0,code_deploy_group/* groupOf */.F)(calls, place, cluster, service);
    if ('kind' in group)
        return group;
    const mistaken = mistakeInReady(group, place, asked.settings);
    if (mistaken)
        return mistaken;
    const [id] = await calls.inFlight(place);
    const latest = id === undefined ? settledOf(service) : await viewOf(calls, id, service);
    const forward = (0,task_sets/* loadBalancerOf */.Aw)(service);
    if (!forward)
        return {
            kind: 'refused',
            because: 'stands behind no load balancer, whose traffic CodeDeploy could shift',
            hint: 'let ECS deploy it (deployment controller ECS)',
        };
    const onItsWay = latest?.status === 'ROLLBACK_IN_PROGRESS' ? undefined : latest?.taskDefinition;
    return {
        kind: 'controlled',
        place,
        ...forward,
        waits: waitsOf(group),
        alarms: (group.alarmConfiguration?.alarms ?? []).flatMap(({ name }) => name ?? []),
        running: onItsWay ?? (0,task_sets/* primarySet */.bY)(service)?.taskDefinition ?? service.taskDefinition ?? '',
        ...(latest ? { latest } : {}),
        asked,
    };
}
function askedOf(settings) {
    const providers = settings['capacity-providers']?.map(({ provider, weight, base }) => ({
        capacityProvider: provider,
        weight,
        base,
    }));
    return {
        settings: settings['code-deploy'] ?? src_settings/* codeDeploySettings */.sA.parse({}),
        ...(providers ? { capacityProviders: providers } : {}),
    };
}
/** The deployment whose tasks have the traffic and are steady: it succeeded. A service that was just created has none. */
function settledOf(service) {
    const primary = (0,task_sets/* primarySet */.bY)(service);
    if (!primary?.externalId || primary.stabilityStatus !== 'STEADY_STATE')
        return undefined;
    const { externalId: arn, taskDefinition, createdAt = new Date(0) } = primary;
    return { arn, status: 'SUCCESSFUL', createdAt, ...(taskDefinition ? { taskDefinition } : {}) };
}
/** A deployment under way, in the words that the decisions know. */
async function viewOf(calls, id, service) {
    const info = await calls.deployment(id);
    const taskDefinition = (0,app_spec/* taskDefinitionIn */.ah)(await calls.appSpec(info));
    const from = (service.taskSets ?? []).find(({ externalId }) => externalId !== id)?.taskDefinition;
    return {
        arn: id,
        status: (0,whose/* isWayBack */.PU)(info) ? 'ROLLBACK_IN_PROGRESS' : info.status === 'Created' ? 'PENDING' : 'IN_PROGRESS',
        ...(taskDefinition ? { taskDefinition } : {}),
        ...(from ? { from } : {}),
        createdAt: info.createTime ?? new Date(0),
    };
}
/** Whether the group lets a deployment wait for ContinueDeployment: DeploymentReadyOption, API reference. */
const letsWait = ({ blueGreenDeploymentConfiguration: waits }) => waits?.deploymentReadyOption?.actionOnTimeout === 'STOP_DEPLOYMENT';
/** Suites that would never be asked must not look as if they had passed. */
function mistakeInReady(group, { group: name }, { ready }) {
    if (!ready || letsWait(group))
        return undefined;
    return {
        kind: 'refused',
        because: `has suites for the wait before its traffic shifts, and the deployment group ${name} does not wait`,
        hint: 'set the group to wait (deploymentReadyOption with actionOnTimeout STOP_DEPLOYMENT), or leave out code-deploy.ready',
    };
}
function waitsOf(group) {
    const waits = group.blueGreenDeploymentConfiguration;
    const minutes = (count = 0) => ({ ms: count * 60_000 });
    return {
        ready: minutes(letsWait(group) ? waits?.deploymentReadyOption?.waitTimeInMinutes : 0),
        termination: minutes(waits?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes),
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./packages/shared/src/ecs/definition-shape.ts
var definition_shape = __webpack_require__(25352);
// EXTERNAL MODULE: ./packages/shared/src/runtime/mistake.ts
var mistake = __webpack_require__(10220);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/models/enums.js
var enums = __webpack_require__(81503);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/spelling.ts

/** The values that the API model has for a field, by the field's place in the model. */
const choices = {
    'ContainerDefinition.versionConsistency': enums/* VersionConsistency */.Xd,
    'ContainerDependency.condition': enums/* ContainerCondition */.fB,
    'Device.permissions': enums/* DeviceCgroupPermission */.aI,
    'DockerVolumeConfiguration.scope': enums/* Scope */.HG,
    'EFSAuthorizationConfig.iam': enums/* EFSAuthorizationConfigIAM */.Nn,
    'EFSVolumeConfiguration.transitEncryption': enums/* EFSTransitEncryption */.Rt,
    'EnvironmentFile.type': enums/* EnvironmentFileType */.IV,
    'FirelensConfiguration.type': enums/* FirelensConfigurationType */.XX,
    'LogConfiguration.logDriver': enums/* LogDriver */.$U,
    'PortMapping.appProtocol': enums/* ApplicationProtocol */.X1,
    'PortMapping.protocol': enums/* TransportProtocol */.gq,
    'ProxyConfiguration.type': enums/* ProxyConfigurationType */.rW,
    'RegisterTaskDefinitionRequest.ipcMode': enums/* IpcMode */.yz,
    'RegisterTaskDefinitionRequest.networkMode': enums/* NetworkMode */.yv,
    'RegisterTaskDefinitionRequest.pidMode': enums/* PidMode */.LX,
    'RegisterTaskDefinitionRequest.requiresCompatibilities': enums/* Compatibility */.x$,
    'ResourceRequirement.type': enums/* ResourceType */.vt,
    'RuntimePlatform.cpuArchitecture': enums/* CPUArchitecture */.kq,
    'RuntimePlatform.operatingSystemFamily': enums/* OSFamily */.jw,
    'TaskDefinitionPlacementConstraint.type': enums/* TaskDefinitionPlacementConstraintType */.Jh,
    'Ulimit.name': enums/* UlimitName */.GK,
};
/**
 * How ECS writes a value that differs from one it knows only in case, hyphens or underscores; undefined when there is
 * nothing to say. A value that is altogether new is left to ECS, which may know more of them than the SDK does.
 */
function properSpelling(place, value) {
    const known = Object.values(choices[place] ?? {});
    const plain = (text) => text.toLowerCase().replace(/[-_\s]/g, '');
    return known.includes(value) ? undefined : known.find((one) => plain(one) === plain(value));
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/check-shape.ts


/**
 * The value with all that is known of it, after telling whatever ECS would not understand.
 *
 * Empty texts and lists stay. A field that is null is left out, as if it were not written: that is what
 * CLI skeletons and templates write for it, and ECS takes it the same way.
 */
function checkShape(shape, value, path, tell) {
    if (shape.kind === 'fields')
        return checkFields(shape, value, path, tell);
    if (shape.kind === 'list') {
        if (!Array.isArray(value))
            return wrong(shape, value, path, tell);
        return value.map((item, index) => checkShape(shape.of, item, [...path, index], tell));
    }
    if (shape.kind === 'map') {
        if (!isRecord(value))
            return wrong(shape, value, path, tell);
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, checkShape(shape.of, item, [...path, key], tell)]));
    }
    const fits = shape.kind === 'text'
        ? typeof value === 'string'
        : shape.kind === 'number'
            ? Number.isSafeInteger(value)
            : shape.kind === 'flag'
                ? typeof value === 'boolean'
                : true;
    return fits ? value : wrong(shape, value, path, tell);
}
function checkFields(shape, value, path, tell) {
    if (!isRecord(value))
        return wrong(shape, value, path, tell);
    const known = Object.keys(shape.fields);
    for (const field of shape.required)
        if (value[field] === undefined || value[field] === null)
            tell([...path, field], 'is missing; ECS requires it');
    const entries = Object.entries(value).flatMap(([field, inner]) => {
        const of = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
        if (of === undefined) {
            tell([...path, field], `ECS has no such field${(0,mistake/* suggestion */.h)(field, known)}`, true);
            return [];
        }
        if (inner === null || inner === undefined)
            return [];
        checkSpelling(`${shape.name}.${field}`, inner, [...path, field], tell);
        return [[field, checkShape(of, inner, [...path, field], tell)]];
    });
    return Object.fromEntries(entries);
}
// A port mapping with protocol UDP would silently be one of tcp: "ECS treats any other specified value as tcp".
function checkSpelling(place, value, path, tell) {
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            checkSpelling(place, item, [...path, index], tell);
        return;
    }
    const proper = typeof value === 'string' ? properSpelling(place, value) : undefined;
    if (proper !== undefined)
        tell(path, `ECS writes it ${proper}, not ${value}`);
}
function wrong(shape, value, path, tell) {
    tell(path, `expected ${expected(shape)}, got ${found(value)}${remedy(shape, value)}`);
    return value;
}
function expected(shape) {
    if (shape.kind === 'fields')
        return `the fields of ${shape.name}`;
    if (shape.kind === 'list')
        return 'a list';
    if (shape.kind === 'map')
        return 'names with values';
    return { text: 'text', number: 'a whole number', flag: 'true or false', time: 'a time' }[shape.kind];
}
/** Numbers and flags are shown; texts are not, for one in the wrong place may be a secret. */
function found(value) {
    if (value === null || value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'number')
        return `the number ${value}`;
    if (typeof value === 'boolean')
        return String(value);
    return typeof value === 'string' ? 'text' : 'a map';
}
function remedy(shape, value) {
    if (shape.kind === 'text' && (typeof value === 'number' || typeof value === 'boolean'))
        return '; put it in quotation marks';
    if (typeof value !== 'string')
        return '';
    if (shape.kind === 'number' && /^-?\d+$/.test(value))
        return '; write it without quotation marks';
    if (shape.kind === 'flag' && /^(true|false)$/i.test(value))
        return '; write it without quotation marks';
    if (shape.kind === 'flag' && /^(yes|no|on|off)$/i.test(value))
        return '; YAML knows only true and false';
    if (shape.kind === 'list')
        return '; put it in square brackets';
    return '';
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/check-containers.ts

/** What the fields of a definition must be to each other, as far as the containers have to be told apart by it. */
function checkContainers(definition, tell) {
    const containers = isRecord(definition) ? definition.containerDefinitions : undefined;
    if (!Array.isArray(containers))
        return;
    if (containers.length === 0)
        tell(['containerDefinitions'], 'is empty; ECS requires at least one container');
    const seen = new Set();
    for (const [index, container] of containers.entries()) {
        if (!isRecord(container))
            continue;
        const path = ['containerDefinitions', index];
        const { name } = container;
        if (name === undefined || name === '')
            tell([...path, 'name'], 'is missing; ECS requires it');
        else if (typeof name === 'string') {
            if (seen.has(name))
                tell([...path, 'name'], `another container is called ${name} too`);
            seen.add(name);
        }
        checkNames(container, [...path], tell);
    }
}
// RegisterTaskDefinition: "The secret name must be unique and not shared with any new or existing environment
// variables set on the container".
function checkNames(container, path, tell) {
    const variables = new Set(namesIn(container.environment));
    const secrets = new Set();
    for (const [index, name] of namesIn(container.secrets).entries()) {
        if (name === undefined)
            continue;
        const at = [...path, 'secrets', index, 'name'];
        if (variables.has(name))
            tell(at, `${name} is in environment too; ECS takes a name only once`);
        else if (secrets.has(name))
            tell(at, `another secret is called ${name} too; ECS takes a name only once`);
        secrets.add(name);
    }
}
function namesIn(list) {
    if (!Array.isArray(list))
        return [];
    return list.map((one) => (isRecord(one) && typeof one.name === 'string' ? one.name : undefined));
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/lines.ts

/** @param root where the definition begins in the document, such as `['taskDefinition']` */
function linesOf(document, counter, root) {
    return (path, ofKey = false) => counter.linePos(offsetOf(document, [...root, ...path], ofKey)).line;
}
function offsetOf(document, path, ofKey) {
    let node = resolved(document.contents, document);
    let offset = node?.range?.[0] ?? 0;
    for (const [depth, key] of path.entries()) {
        const found = childOf(node, key);
        if (!found)
            break;
        const next = resolved(found.value, document);
        const isLast = depth === path.length - 1;
        if (found.key)
            offset = found.key.range?.[0] ?? offset;
        // What is under a key may begin lines below it, but people look for the key.
        if (!(ofKey && isLast) && ((0,dist/* isScalar */.jn)(next) || !found.key))
            offset = next?.range?.[0] ?? offset;
        node = next;
    }
    return offset;
}
/** In a list, a name finds the item that has it: a container, a variable, a secret, a volume, a tag. */
function childOf(node, key) {
    if ((0,dist/* isMap */.jh)(node)) {
        const pair = node.items.find((item) => String((0,dist/* isScalar */.jn)(item.key) ? item.key.value : item.key) === String(key));
        return pair && { ...((0,dist/* isNode */.Ll)(pair.key) ? { key: pair.key } : {}), value: pair.value };
    }
    if (!(0,dist/* isSeq */.oP)(node))
        return undefined;
    const value = typeof key === 'number'
        ? node.items[key]
        : node.items.find((item) => (0,dist/* isMap */.jh)(item) && (item.get('name') === key || item.get('key') === key));
    return value === undefined ? undefined : { value };
}
function resolved(node, document) {
    if ((0,dist/* isAlias */.Vj)(node))
        return node.resolve(document);
    return (0,dist/* isNode */.Ll)(node) ? node : undefined;
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/read-definition.ts







/** The places of a definition that came from ECS. */
const nowhere = () => undefined;
/**
 * Reads a task definition as people keep it: the input of RegisterTaskDefinition (also a CLI skeleton that was filled
 * in), or what `aws ecs describe-task-definition` printed, as JSON or YAML. Nothing of it is lost: a field that ECS
 * does not have is a mistake, never dropped. Only what ECS itself wrote into a described definition goes.
 *
 * Not taken, and said so: CloudFormation's form, whose values may be functions that only CloudFormation can resolve,
 * and a bare list of containers, as Terraform keeps it.
 *
 * @param file as messages and annotations shall name it, relative to the workspace
 */
function readDefinitionFile(text, file) {
    const counter = new dist/* LineCounter */.HN();
    const mistakes = [];
    const at = (line, message, path = []) => mistakes.push({ where: `${file}:${line}${path.length > 0 ? ` ${(0,mistake/* dotted */.B)(path)}` : ''}`, message, file, line });
    const parsed = parse(text, counter, at);
    if (parsed === undefined)
        return { kind: 'refused', mistakes };
    const form = formOf(parsed.value);
    if (form.kind === 'refused') {
        at(1, form.because);
        return { kind: 'refused', mistakes };
    }
    const lineOf = linesOf(parsed.document, counter, form.root);
    const lineOfTags = linesOf(parsed.document, counter, form.tagsRoot);
    const tell = (path, message, ofKey) => at((path[0] === 'tags' ? lineOfTags : lineOf)(path, ofKey), message, path);
    const checked = checkShape(definition_shape/* registrable */.ZV, form.value, [], tell);
    checkContainers(checked, tell);
    if (mistakes.length > 0)
        return { kind: 'refused', mistakes: inOrder(mistakes) };
    // Every field was compared with the SDK's own model just now.
    return { kind: 'read', definition: checked, placeOf: placesIn(file, lineOf, lineOfTags) };
}
/** All mistakes of a file as one error. */
function definitionError(file, mistakes) {
    const list = mistakes.map(({ where, message }) => `${where}: ${message}`).join('\n');
    return new golive_error/* GoliveError */.N('ROLLOUT_DEFINITION_INVALID', `${file} is not a task definition that ECS takes:\n${list}`, {
        hint: 'correct these lines; nothing was changed',
    });
}
function parse(text, counter, at) {
    try {
        // JSON is YAML; parsed this way, it has places, and a key that is written twice is seen.
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: counter, prettyErrors: false, merge: true });
        // A warning is a tag that YAML does not know, such as CloudFormation's !Sub: the value would not be what it says.
        const wrong = [...document.errors, ...document.warnings];
        for (const { pos, message } of wrong)
            at(counter.linePos(pos[0]).line, message);
        return wrong.length > 0 ? undefined : { document, value: document.toJS() };
    }
    catch (error) {
        // Aliases that unfold without end, or nesting deeper than the stack.
        at(1, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
}
function formOf(value) {
    const refused = (because) => ({ kind: 'refused', because });
    if (Array.isArray(value))
        return refused('is a list of containers, as Terraform keeps it; a task definition has them under containerDefinitions, beside its family');
    if (!isRecord(value))
        return refused('is empty; expected a task definition');
    if ('ContainerDefinitions' in value || 'Resources' in value || value.Type === 'AWS::ECS::TaskDefinition')
        return refused("is in CloudFormation's form, whose values only CloudFormation can resolve; export the definition that it made with aws ecs describe-task-definition");
    if (isRecord(value.taskDefinition) && !('containerDefinitions' in value)) {
        const { taskDefinition, tags } = value;
        return { kind: 'taken', value: ofEcs({ tags, ...taskDefinition }), root: ['taskDefinition'], tagsRoot: [] };
    }
    return { kind: 'taken', value: ofEcs(value), root: [], tagsRoot: [] };
}
/** Without what is not part of the definition: what ECS wrote, an editor's `$schema`, and `x-…` for YAML anchors. */
function ofEcs(value) {
    const entries = Object.entries(value).filter(([field, inner]) => !definition_shape/* writtenByEcs */.U2.includes(field) &&
        field !== '$schema' &&
        !field.startsWith('x-') &&
        // A described definition without tags has an empty list of them, and RegisterTaskDefinition refuses that list:
        // https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/52
        !(field === 'tags' && Array.isArray(inner) && inner.length === 0));
    return Object.fromEntries(entries);
}
function placesIn(file, lineOf, lineOfTags) {
    return (path) => {
        const keys = typeof path === 'string' ? path.split('.') : path;
        return { file, line: (keys[0] === 'tags' ? lineOfTags : lineOf)(keys) };
    };
}
const inOrder = (mistakes) => [...mistakes].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));

// EXTERNAL MODULE: ./packages/shared/src/ecs/task-definition.ts
var task_definition = __webpack_require__(33224);
// EXTERNAL MODULE: ./packages/shared/src/values/image-reference.ts
var image_reference = __webpack_require__(543);
// EXTERNAL MODULE: ./packages/shared/src/values/value-error.ts
var value_error = __webpack_require__(79916);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/edit-container.ts


/** One container with the changes for all containers and then its own in it. */
function editContainer(container, own, every, notes) {
    const scribe = scribeOf(container.name ?? '', notes);
    // That one container of all has nothing to take away is nothing to remark upon.
    const common = withNames(container, every, withoutNamesOf(own), { ...scribe, remark: () => undefined });
    const named = withNames(common, own, {}, scribe);
    const simple = withValues(named, own, scribe);
    return own.log ? { ...simple, ...withLog(simple, own.log, scribe) } : simple;
}
function scribeOf(container, notes) {
    const at = (path) => ['containerDefinitions', container, ...path];
    return {
        container,
        edit: (path, because) => notes.edits.push({ path: at(path), because }),
        refuse: (path, because) => notes.refusals.push({ path: at(path), because: `container ${container}: ${because}` }),
        remark: (text) => notes.remarks.push(`container ${container}: ${text}`),
    };
}
function withValues(container, own, scribe) {
    const result = { ...container };
    if (own.image !== undefined) {
        const because = problemOfImage(own.image);
        if (because)
            scribe.refuse(['image'], because);
        else if (own.image !== container.image) {
            result.image = own.image;
            scribe.edit(['image'], `image of ${scribe.container} was given`);
        }
    }
    for (const size of ['cpu', 'memory', 'memoryReservation']) {
        const wanted = own[size];
        if (wanted === undefined || wanted === container[size])
            continue;
        if (!Number.isSafeInteger(wanted) || wanted < 0)
            scribe.refuse([size], `${size} is ${wanted}; expected a whole number, not below 0`);
        result[size] = wanted;
        scribe.edit([size], `${size} of ${scribe.container} was given`);
    }
    for (const argv of ['command', 'entryPoint']) {
        const wanted = own[argv];
        if (wanted === undefined || JSON.stringify(wanted ?? undefined) === JSON.stringify(container[argv]))
            continue;
        if (wanted === null)
            delete result[argv];
        else
            result[argv] = [...wanted];
        scribe.edit([argv], `${argv} of ${scribe.container} ${wanted === null ? 'is to be the one of its image' : 'was given'}`);
    }
    return result;
}
function problemOfImage(image) {
    try {
        (0,image_reference/* parseImageReference */.o)(image);
        return undefined;
    }
    catch (error) {
        if (error instanceof value_error/* ValueError */.Q)
            return error.message;
        throw error;
    }
}
/** What one container gets wins over what all get: names that it speaks of, in whichever way. */
function withoutNamesOf({ environment, secrets }) {
    return { ...environment, ...secrets };
}
function withNames(container, { environment = {}, secrets = {} }, except, scribe) {
    for (const name of Object.keys({ ...environment, ...secrets })) {
        if (name === '' || name.includes('='))
            scribe.refuse(['environment'], `'${name}' cannot be the name of a variable`);
        if (typeof environment[name] === 'string' && typeof secrets[name] === 'string')
            scribe.refuse(['secrets', name], `${name} is given as a variable and as a secret; ECS takes a name only once`);
    }
    const allowed = (settings) => Object.entries(settings).filter(([name]) => !Object.hasOwn(except, name));
    let result = container;
    for (const [name, value] of allowed(environment))
        result = withName(result, 'environment', name, value, secrets, scribe);
    for (const [name, value] of allowed(secrets))
        result = withName(result, 'secrets', name, value, environment, scribe);
    return result;
}
const kinds = { environment: 'variable', secrets: 'secret' };
/** Sets or takes away one name, keeping its place; one that is given anew as the other kind leaves its old list. */
function withName(container, list, name, value, otherWanted, scribe) {
    const before = container[list] ?? [];
    const at = before.findIndex((one) => one.name === name);
    if (value === null) {
        if (at < 0) {
            scribe.remark(`${kinds[list]} ${name} is not there, so it need not be taken away`);
            return container;
        }
        scribe.edit([list, name], `${kinds[list]} ${name} is to go`);
        return { ...container, [list]: before.filter((one) => one.name !== name) };
    }
    const item = list === 'environment' ? { name, value } : { name, valueFrom: value };
    const others = before.filter((one, index) => one.name !== name || index === at);
    const after = at < 0 ? [...others, item] : others.map((one) => (one.name === name ? item : one));
    const other = list === 'environment' ? 'secrets' : 'environment';
    const moved = (container[other] ?? []).some((one) => one.name === name);
    const unchanged = !moved && JSON.stringify(before) === JSON.stringify(after);
    if (unchanged)
        return container;
    const taken = moved && otherWanted[name] !== null;
    const because = taken ? `: it was a ${kinds[other]}, and the newer wins` : '';
    scribe.edit([list, name], `${kinds[list]} ${name} was given${because}`);
    return {
        ...container,
        [list]: after,
        ...(moved ? { [other]: (container[other] ?? []).filter((one) => one.name !== name) } : {}),
    };
}
function withLog({ logConfiguration }, { driver, options = {} }, scribe) {
    if (!logConfiguration && !driver) {
        scribe.refuse(['logConfiguration'], 'has no log whose options could be set; give its driver as well');
        return {};
    }
    const drivers = driver ?? logConfiguration?.logDriver;
    if (driver && driver !== logConfiguration?.logDriver)
        scribe.edit(['logConfiguration', 'logDriver'], `log driver of ${scribe.container} was given`);
    const merged = new Map(Object.entries(logConfiguration?.options ?? {}));
    for (const [name, value] of Object.entries(options)) {
        const path = ['logConfiguration', 'options', name];
        if (value === null) {
            if (merged.delete(name))
                scribe.edit(path, `log option ${name} is to go`);
            else
                scribe.remark(`log option ${name} is not there, so it need not be taken away`);
        }
        else if (merged.get(name) !== value) {
            merged.set(name, value);
            scribe.edit(path, `log option ${name} was given`);
        }
    }
    const kept = merged.size > 0 || logConfiguration?.options ? { options: Object.fromEntries(merged) } : {};
    return { logConfiguration: { ...logConfiguration, logDriver: drivers, ...kept } };
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/edit.ts


/** The definition with the changes in it, everything else and its order untouched; all that cannot be done at once. */
function edit(definition, changes) {
    const notes = { edits: [], refusals: [], remarks: [] };
    const { containers = {}, every = {} } = changes;
    const there = (definition.containerDefinitions ?? []).map(({ name }) => name ?? '');
    for (const name of Object.keys(containers).filter((one) => !there.includes(one))) {
        const meant = (0,mistake/* suggestion */.h)(name, there);
        const because = `there is no container ${name}${meant || `; there are ${there.join(', ')}`}`;
        notes.refusals.push({ path: ['containerDefinitions'], because });
    }
    remarkMissing(definition, every, notes);
    const edited = {
        ...definition,
        ...editTask(definition, changes, notes),
        containerDefinitions: definition.containerDefinitions?.map((container) => {
            const own = Object.hasOwn(containers, container.name ?? '') ? containers[container.name ?? ''] : undefined;
            return editContainer(container, own ?? {}, every, notes);
        }),
    };
    return notes.refusals.length > 0
        ? { kind: 'refused', refusals: notes.refusals }
        : { kind: 'edited', definition: edited, edits: notes.edits, remarks: notes.remarks };
}
function remarkMissing({ containerDefinitions = [] }, every, { remarks }) {
    for (const list of ['environment', 'secrets'])
        for (const [name, value] of Object.entries(every[list] ?? {}))
            if (value === null && !containerDefinitions.some((one) => one[list]?.some((item) => item.name === name)))
                remarks.push(`${name} is in the ${list} of no container, so it need not be taken away`);
}
function editTask(definition, changes, notes) {
    const edited = {};
    for (const size of ['cpu', 'memory']) {
        const wanted = changes[size];
        if (wanted === undefined || wanted === definition[size])
            continue;
        edited[size] = wanted;
        notes.edits.push({ path: [size], because: `${size} of the task was given` });
    }
    for (const [field, value] of Object.entries(changes.runtimePlatform ?? {})) {
        const platform = { ...definition.runtimePlatform };
        if (platform[field] === value)
            continue;
        edited.runtimePlatform = { ...definition.runtimePlatform, ...edited.runtimePlatform, [field]: value };
        notes.edits.push({ path: ['runtimePlatform', field], because: `${field} was given` });
    }
    if (changes.tags) {
        const tags = withTags(definition.tags ?? [], changes.tags, notes);
        // RegisterTaskDefinition refuses an empty list of tags.
        return { ...edited, tags: tags.length > 0 ? tags : undefined };
    }
    return edited;
}
function withTags(tags, wanted, { edits, remarks }) {
    let result = [...tags];
    for (const [key, value] of Object.entries(wanted)) {
        const at = result.findIndex((tag) => tag.key === key);
        if (value === null) {
            if (at < 0)
                remarks.push(`tag ${key} is not there, so it need not be taken away`);
            else
                edits.push({ path: ['tags', key], because: `tag ${key} is to go` });
            result = result.filter((tag) => tag.key !== key);
        }
        else if (at < 0) {
            result.push({ key, value });
            edits.push({ path: ['tags', key], because: `tag ${key} was given` });
        }
        else if (result[at]?.value !== value) {
            result[at] = { key, value };
            edits.push({ path: ['tags', key], because: `tag ${key} was given` });
        }
    }
    return result;
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/release-tags.ts
// RegisterTaskDefinition: "Maximum number of tags per resource - 50", "Maximum key length - 128 Unicode characters",
// "Maximum value length - 256", "letters, numbers, and spaces representable in UTF-8, and + - = . _ : / @",
// "Do not use aws:, AWS:, or any upper or lowercase combination of such as a prefix".
const mostTags = 50;
const longestKey = 128;
const longestValue = 256;
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const notAllowed = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const prefix = 'golive:';
/**
 * The tags with those of this release in them, in place of an earlier release's. The user's own come first: when
 * fifty are too few, `left` names what did not fit, the most dispensable first to go.
 */
function releaseTags(release, tags = []) {
    const own = tags.filter(({ key }) => !key?.startsWith(prefix));
    const { commit, run, actor } = release;
    const wanted = Object.entries({ commit, run, actor, release: release.release })
        .filter(([, value]) => value)
        .map(([name, value = '']) => ({ key: `${prefix}${name}`, value: fitting(value) }));
    const room = Math.max(0, mostTags - own.length);
    return { tags: [...own, ...wanted.slice(0, room)], left: wanted.slice(room).map(({ key }) => key ?? '') };
}
/** What ECS would refuse of the tags, one sentence each. */
function problemsOfTags(tags) {
    const keys = tags.map(({ key }) => key ?? '');
    const problems = tags.flatMap(({ key = '', value = '' }) => {
        if (key === '')
            return ['a tag has no key'];
        if (/^aws:/i.test(key))
            return [`tag ${key} begins with aws:, which only AWS may set`];
        if ([...key].length > longestKey)
            return [`tag ${key} has a key longer than ${longestKey} characters`];
        if ([...value].length > longestValue)
            return [`tag ${key} has a value longer than ${longestValue} characters`];
        const strange = [...`${key}${value}`].filter((one) => !allowed.test(one));
        return strange.length > 0
            ? [`tag ${key} holds ${[...new Set(strange)].join(' ')}; allowed are letters, digits, spaces and + - = . _ : / @`]
            : [];
    });
    for (const key of new Set(keys.filter((one, index) => keys.indexOf(one) !== index)))
        problems.push(`tag ${key} is there twice`);
    if (tags.length > mostTags)
        problems.push(`there are ${tags.length} tags; ECS takes ${mostTags}`);
    return problems;
}
/** An actor such as `dependabot[bot]` has characters that ECS does not take in a tag. */
function fitting(value) {
    return [...value.replace(notAllowed, '_')].slice(0, longestValue).join('');
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/resolve.ts





/** A revision that ECS described, as it would be registered again: lossless. */
function baseOf(described, tags) {
    const arn = described.taskDefinitionArn;
    return { definition: (0,task_definition/* fromDescribed */.iw)(described, tags), placeOf: nowhere, ...(arn ? { arn } : {}) };
}
function resolve(base, { images, settings }, release) {
    const edited = edit(base.definition, changesOf(images, settings));
    if (edited.kind === 'refused')
        return { ...edited, placeOf: base.placeOf };
    const { edits, remarks } = edited;
    if (base.arn && edits.length === 0)
        return { kind: 'resolved', definition: base.definition, placeOf: base.placeOf, asItIs: base.arn, remarks };
    const { tags, left } = releaseTags(release, edited.definition.tags);
    const notTagged = left.map((key) => `tag ${key} was left out: ECS takes at most 50`);
    const wrongTags = problemsOfTags(tags);
    if (wrongTags.length > 0)
        return {
            kind: 'refused',
            refusals: wrongTags.map((because) => ({ path: ['tags'], because })),
            placeOf: base.placeOf,
        };
    const definition = { ...edited.definition, tags: [...tags] };
    return { kind: 'resolved', definition, placeOf: base.placeOf, remarks: [...remarks, ...notTagged] };
}
/** What the settings of a service mean for its task definition. */
function changesOf(images, settings) {
    const { environment = {}, secrets = {}, command = {}, containers = {}, cpu, memory, tags } = settings;
    const logOptions = settings['log-options'] ?? {};
    const platform = settings['runtime-platform'];
    const named = [images, containers, environment, secrets, command, logOptions].flatMap((one) => Object.keys(one));
    return {
        containers: Object.fromEntries([...new Set(named)]
            .filter((name) => name !== EVERY)
            .map((name) => [
            name,
            {
                ...(images[name] ? { image: images[name] } : {}),
                ...ownChanges((0,src_settings/* containerOf */.t8)(containers[name] ?? {}), logOptions[name]),
                ...(environment[name] ? { environment: environment[name] } : {}),
                ...(secrets[name] ? { secrets: secrets[name] } : {}),
                ...(command[name] === undefined ? {} : { command: command[name] }),
            },
        ])),
        every: {
            ...(environment[EVERY] ? { environment: environment[EVERY] } : {}),
            ...(secrets[EVERY] ? { secrets: secrets[EVERY] } : {}),
        },
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory }),
        ...(platform ? { runtimePlatform: platformOf(platform) } : {}),
        ...(tags ? { tags } : {}),
    };
}
/** What is said of one container by itself; its image is resolved elsewhere. */
function ownChanges(own, options) {
    const { cpu, memory, 'memory-reservation': reserved, 'entry-point': entryPoint, 'log-driver': driver } = own;
    const log = { ...(driver ? { driver } : {}), ...(options ? { options } : {}) };
    return {
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory }),
        ...(reserved === undefined ? {} : { memoryReservation: reserved }),
        ...(entryPoint === undefined ? {} : { entryPoint }),
        ...(Object.keys(log).length > 0 ? { log } : {}),
    };
}
function platformOf(platform) {
    const { 'cpu-architecture': cpuArchitecture, 'operating-system-family': operatingSystemFamily } = platform;
    return {
        ...(cpuArchitecture ? { cpuArchitecture } : {}),
        ...(operatingSystemFamily ? { operatingSystemFamily } : {}),
    };
}
/** In place of a container's name: every container. */
const EVERY = '*';
/** Container -> image of a resolved definition. */
const imagesIn = (definition) => (0,task_definition/* imagesOf */.IC)(definition);

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/observe.ts










/** Reads what each service runs, and the definition it is to start from. Services that are not there are missing. */
async function observeServices(ecs, cluster, wanted, workspace, codeDeploy) {
    const services = await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, wanted.map(({ service }) => service));
    const latest = await latestWhereItMatters(ecs, cluster, services);
    const read = remembering((name) => (0,register_task_definition/* readTaskDefinition */.L)(ecs, name));
    const views = await Promise.all(wanted.map(async (one) => {
        const service = services.get(one.service);
        if (!service)
            return undefined;
        const known = isCodeDeploys(service)
            ? await observeCodeDeploy(await codeDeploy(), cluster, service, one.settings)
            : undefined;
        const newest = known?.kind === 'controlled' ? known.latest : latest.get(one.service);
        return [one.service, await observe(service, newest, one.source, read, workspace, known)];
    }));
    return new Map(views.flatMap((view) => (view ? [view] : [])));
}
/**
 * The newest deployment of each service, except of those that have come to rest well: DescribeServices tells that of
 * ten at once, and of these nothing more has to be known. Services that are on their way name it themselves.
 */
async function latestWhereItMatters(ecs, cluster, services) {
    const named = [...services].flatMap(([name, { currentServiceDeployment: arn }]) => arn ? [[name, arn]] : []);
    const read = await (0,service_deployment/* readDeployments */.Fz)(ecs, named.map(([, arn]) => arn));
    const views = new Map(read.map((one) => [one.arn, one]));
    const found = new Map(named.flatMap(([name, arn]) => {
        const view = views.get(arn);
        return view ? [[name, view]] : [];
    }));
    const others = [...services].filter(([name, service]) => !found.has(name) && !isAtRest(service) && !isCodeDeploys(service));
    const listed = await (0,service_deployment/* latestOfEach */.gM)(ecs, cluster, others.map(([name]) => name));
    return new Map([...found, ...listed]);
}
const isCodeDeploys = ({ deploymentController }) => deploymentController?.type === 'CODE_DEPLOY';
/** One deployment, completed: ECS drops those before it when the last of their tasks has gone. */
const isAtRest = ({ deployments = [], currentServiceDeployment }) => !currentServiceDeployment && deployments.length === 1 && deployments[0]?.rolloutState === 'COMPLETED';
async function observe(service, latest, source, read, workspace, codeDeploy) {
    const running = codeDeploy?.kind === 'controlled' ? codeDeploy.running : (0,go_back/* targetOf */.$r)(service);
    const [current, base] = await Promise.all([read(running), baseFrom(source, running, read, workspace)]);
    const target = latest && (0,service_deployment/* isInFlight */.wn)(latest) ? latest.taskDefinition : undefined;
    return {
        service,
        current: current.definition,
        currentTags: current.tags,
        base,
        ...(latest ? { latest } : {}),
        ...(target ? { inFlight: (await read(target)).definition } : {}),
        ...(codeDeploy ? { codeDeploy } : {}),
    };
}
async function baseFrom(source, running, read, workspace) {
    if (source.kind === 'file')
        return baseFromFile(source.path, workspace);
    const { definition, tags, unknownFields } = await read(source.kind === 'running' ? running : source.name);
    if (definition.status === 'INACTIVE' && source.kind === 'registered')
        throw new golive_error/* GoliveError */.N('ROLLOUT_DEFINITION_INACTIVE', `${source.name} was deregistered`, {
            hint: 'name a revision that is active',
        });
    if (unknownFields.length > 0)
        throw new golive_error/* GoliveError */.N('ROLLOUT_DEFINITION_UNKNOWN_FIELDS', `${definition.taskDefinitionArn} has fields that this version does not know, and would lose: ${unknownFields.join(', ')}`, { hint: 'use a newer version of Golive, or deploy from a file' });
    return baseOf(definition, tags);
}
async function baseFromFile(file, workspace) {
    const text = await (0,promises_.readFile)(external_node_path_default().resolve(workspace, file), 'utf8').catch((cause) => {
        throw new golive_error/* GoliveError */.N('ROLLOUT_DEFINITION_NOT_FOUND', `the task definition ${file} cannot be read: ${cause.code}`, {
            hint: 'give its path from the root of the repository, `running`, or an ARN',
            cause,
        });
    });
    const reading = readDefinitionFile(text, file);
    if (reading.kind === 'refused')
        throw definitionError(file, reading.mistakes);
    return { definition: reading.definition, placeOf: reading.placeOf };
}
/** Asks for each name once: many services may share one definition. */
function remembering(ask) {
    const answers = new Map();
    return (name) => {
        const known = answers.get(name) ?? ask(name);
        answers.set(name, known);
        return known;
    };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/service-settings.ts
var service_settings = __webpack_require__(47102);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/plan.ts



/**
 * Settings that UpdateService takes over without a deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
const quietSettings = ['desiredCount', 'deploymentConfiguration', 'healthCheckGracePeriodSeconds'];
function decide(view, asked) {
    const { name: service, latest, target } = view;
    if (latest && ((0,service_deployment/* isInFlight */.wn)(latest) || (0,service_deployment/* isGoingBack */.s6)(latest)))
        return decideBusy(view, latest, asked);
    const changes = plan_changesOf(view);
    const healthy = !latest || ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(latest.status);
    const before = beforeOf(view);
    if (changes.length === 0 && healthy && !asked.force)
        return {
            kind: 'leave',
            service,
            because: `already runs ${revision(currentArn(view))} as it is wanted`,
            view,
            before,
        };
    const isQuiet = changes.length > 0 && changes.every((one) => quietSettings.includes(one)) && healthy && !asked.force;
    // CodeDeploy proves what it deployed, and a service without its deployment would have nothing to prove it.
    if (isQuiet && !view.codeDeploy) {
        const because = `${changes.join(', ')} of ${service}, without new tasks`;
        return { kind: 'deploy', service, because, view, before, force: false, quiet: true };
    }
    const why = healthy ? 'new tasks were asked for (force)' : `its last deployment ended ${latest?.status}`;
    const because = changes.length === 0 ? why : `${changes.join(', ')} of ${target.family}`;
    return { kind: 'deploy', service, because, view, before, force: asked.force || hasToBeForced(view) };
}
function decideBusy(view, latest, { whenDeploying }) {
    const { name: service, target, inFlight } = view;
    const definition = latest.taskDefinition;
    const before = view.recorded ?? (latest.from ? { taskDefinition: latest.from } : beforeOf(view));
    const ours = inFlight && (0,task_definition/* sameDefinition */.uD)(inFlight, target) && Object.keys(view.change).length === 0;
    if ((0,service_deployment/* isInFlight */.wn)(latest) && definition && ours)
        return {
            kind: 'adopt',
            service,
            because: `is already on its way to ${revision(definition)}, which is what is wanted`,
            view,
            deployment: latest.arn,
            definition,
            before,
        };
    const state = `is already deploying ${revision(definition)} (${latest.status})`;
    if (whenDeploying === 'take-over' && (0,service_deployment/* isInFlight */.wn)(latest))
        return { kind: 'deploy', service, because: `${state}; taken over`, view, before, force: hasToBeForced(view) };
    // A service on its way back is nobody's to take over: what it goes back to is what a rollback needs.
    if (whenDeploying !== 'refuse')
        return { kind: 'wait', service, because: state, view, deployment: latest.arn };
    return {
        kind: 'refuse',
        service,
        because: state,
        hint: 'wait for it, stop it with the rollback action, or set when-deploying to wait or take-over',
    };
}
/** What is different from now, in words; nothing when nothing is. */
const plan_changesOf = (view) => [
    ...(keepsRevision(view) ? [] : ['a new revision']),
    ...Object.keys(view.change),
];
const keepsRevision = ({ current, currentTags, target, asItIs }) => asItIs ? asItIs === current.taskDefinitionArn : (0,task_definition/* sameDefinition */.uD)(current, target, currentTags);
/**
 * Whether ECS begins a deployment only when it is told to. Of what is changed here a new revision alone begins one:
 * count, grace period and deployment configuration do not.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html
 */
const hasToBeForced = (view) => keepsRevision(view) || (0,service_settings/* takesForce */.oW)(view.change);
const currentArn = ({ current }) => current.taskDefinitionArn ?? '';
function beforeOf(view) {
    const { service, askedCount } = view;
    const now = {
        taskDefinition: currentArn(view),
        desiredCount: service.desiredCount ?? 0,
        settings: (0,service_settings/* settingsOf */.f5)(service),
    };
    const { desiredCount, ...before } = view.recorded ?? now;
    if (askedCount === undefined || desiredCount === undefined)
        return before;
    return { ...before, desiredCount, releaseCount: askedCount };
}
const digestOf = (image) => image.split('@').at(-1) ?? image;
const revision = (arn) => arn?.split('/').at(-1) ?? 'an unknown task definition';

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/decide-all.ts







/** How often a deployment that is waited for is looked at. */
const decide_all_EVERY = { ms: 7500 };
async function decideAll(ecs, codeDeploy, input, wanted, run) {
    const recorded = await recordedServices(run);
    const look = async (whenDeploying) => {
        const seen = await observeServices(ecs, input.cluster, wanted.services, run.github.workspace, codeDeploy);
        return wanted.services.map((one) => decideOne(one, seen.get(one.service), recorded[one.service], run, whenDeploying));
    };
    const end = run.now().getTime() + input.timeout.ms;
    for (let said = '';;) {
        const late = run.now().getTime() >= end;
        const decisions = await look(late ? 'refuse' : input['when-deploying']);
        const waiting = decisions.filter(({ kind }) => kind === 'wait');
        if (waiting.length === 0)
            return decisions;
        const line = `waits: ${waiting.map(({ service, because }) => `${service} ${because}`).join('; ')}`;
        if (line !== said)
            run.log.info(line);
        said = line;
        await run.sleep(decide_all_EVERY.ms);
    }
}
function decideOne(wanted, seen, recorded, run, whenDeploying) {
    const { service } = wanted;
    if (!seen)
        return {
            kind: 'refuse',
            service,
            because: 'is no active service of the cluster',
            hint: 'create it first, or correct its name under rollout.services',
        };
    const controlled = controllerOf(wanted, seen);
    if (controlled?.kind === 'refused')
        return { ...controlled, kind: 'refuse', service };
    const { sha: commit, runId, actor, ref } = run.github;
    const release = { commit, run: runId, actor, ...(ref ? { release: ref.replace(/^refs\/(tags|heads)\//, '') } : {}) };
    const resolved = resolve(seen.base, wanted, release);
    if (resolved.kind === 'refused')
        return {
            kind: 'refuse',
            service,
            because: resolved.refusals.map(({ because }) => because).join('; '),
            hint: `correct rollout.services.${service}`,
        };
    const change = controlled ? besidesCodeDeploy(seen.service, wanted) : serviceChange(seen.service, wanted);
    const problems = problemsOf(change.deploymentConfiguration ?? {});
    if (problems.length > 0)
        return {
            kind: 'refuse',
            service,
            because: `cannot be deployed that way: ${problems.join('; ')}`,
            hint: `correct rollout.services.${service}.deployment`,
            path: wanted.settings.deployment ? ['services', service, 'deployment'] : ['deployment'],
        };
    for (const remark of resolved.remarks)
        run.log.info(`${service}: ${remark}`);
    const view = {
        name: service,
        service: seen.service,
        current: seen.current,
        currentTags: seen.currentTags,
        target: resolved.definition,
        change,
        ...askedCount(wanted),
        placeOf: resolved.placeOf,
        ...(resolved.asItIs ? { asItIs: resolved.asItIs } : {}),
        ...(seen.latest ? { latest: seen.latest } : {}),
        ...(seen.inFlight ? { inFlight: seen.inFlight } : {}),
        ...(recorded ? { recorded } : {}),
        ...(controlled ? { codeDeploy: controlled } : {}),
    };
    return decide(view, { force: wanted.force, whenDeploying });
}
function askedCount({ settings: { 'desired-count': count } }) {
    return count === undefined ? {} : { askedCount: count };
}
/** What CodeDeploy knows of the service when it deploys it; undefined when ECS itself does. */
function controllerOf({ settings }, { service, codeDeploy }) {
    const controller = service.deploymentController?.type ?? 'ECS';
    if (controller === 'ECS')
        return settings['code-deploy']
            ? {
                kind: 'refused',
                because: 'is deployed by ECS, not by CodeDeploy',
                hint: 'take code-deploy out of its settings',
            }
            : undefined;
    if (!codeDeploy)
        return {
            kind: 'refused',
            because: `is deployed by ${controller}, not by ECS or CodeDeploy`,
            hint: 'let ECS deploy it (deployment controller ECS), with a strategy such as blue-green',
        };
    if (settings.deployment)
        return {
            kind: 'refused',
            because: 'is deployed by CodeDeploy, to which the settings under deployment mean nothing',
            hint: 'say code-deploy.config instead; alarms and rollback are those of the deployment group',
        };
    return codeDeploy;
}
/** A deployment configuration for all services is not for this one: UpdateService takes none of it. */
function besidesCodeDeploy(service, wanted) {
    const { deploymentConfiguration: _, ...change } = serviceChange(service, { ...wanted, deployment: {} });
    return change;
}
/** Nothing is touched when one service of the release is refused. */
function accepted(decisions, run) {
    const refused = decisions.filter((decision) => decision.kind === 'refuse');
    for (const { service, because, path = ['services', service] } of refused) {
        const place = run.placeOf(path);
        if (place)
            run.log.error(`${service} ${because}`, place);
    }
    if (refused.length > 0)
        throw new golive_error/* GoliveError */.N('ROLLOUT_REFUSED', refused.map(({ service, because }) => `${service} ${because}`).join('; '), { hint: [...new Set(refused.map(({ hint }) => hint))].join('; ') });
    return decisions.filter((decision) => 'before' in decision);
}
/** What every service was before the release, when the record action ran. */
async function recordedServices(run) {
    const record = await (0,release_record/* readReleaseRecord */.d9)(run.paths.releaseRecord);
    return Object.fromEntries(Object.entries(record?.services ?? {}).map(([name, { taskDefinition, desiredCount, settings }]) => [
        name,
        { taskDefinition, desiredCount, ...(settings ? { settings } : {}) },
    ]));
}

// EXTERNAL MODULE: ./packages/shared/src/probe/suite/load.ts + 2 modules
var load = __webpack_require__(80102);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/deploy/prepare-suites.ts
/** Reads the suites that decide on pauses and waits: a mistake in them must not be found half-way. */


/** @param folder that the paths of suites are relative to */
async function prepareSuites(services, folder) {
    const pauses = services.map(async ({ service, deployment }) => {
        const prepared = (deployment.pauses ?? []).map(async (pause) => {
            const suites = await prepare(pause, folder, `the pause at ${pause.stage} of ${service}`);
            return { pause, ...suites };
        });
        return [service, await Promise.all(prepared)];
    });
    const ready = services.flatMap(({ service, settings }) => {
        const said = settings['code-deploy']?.ready;
        return said
            ? [prepare(said, folder, `code-deploy.ready of ${service}`).then((one) => [service, one])]
            : [];
    });
    return { pauses: new Map(await Promise.all(pauses)), ready: new Map(await Promise.all(ready)) };
}
async function prepare({ suites: paths, 'base-url': baseUrl }, folder, whose) {
    const suites = await (0,load/* loadSuites */._)(paths, folder);
    if (suites.kind === 'ask')
        return { baseUrl, suites };
    throw new golive_error/* GoliveError */.N('ROLLOUT_SUITE_INVALID', [suites.because, ...suites.mistakes].join('; '), {
        hint: `correct the suites of ${whose}`,
    });
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/digests.ts

/**
 * Digests that each container may run. A tag stands for what ECR has under it now, where new tasks are started from it;
 * one that is not in ECR holds its container to nothing.
 */
function digestsOf(decision, images) {
    const { view } = decision;
    const startsTasks = decision.kind === 'deploy' && !decision.quiet;
    const entries = Object.entries(imagesIn(view.target)).flatMap(([container, image]) => {
        const found = images.get(image);
        const own = image.split('@')[1];
        const known = found?.kind === 'found' ? found.value.digests : [];
        if (own)
            return [[container, [...new Set([own, ...known])]]];
        return startsTasks && known.length > 0 ? [[container, known]] : [];
    });
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/ecs/settled-definition.ts
var settled_definition = __webpack_require__(2988);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/secret-like.ts
/** Whether a name is one that people give to secrets. */
function secretName(name) {
    const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
    return /pass(word|wd|phrase|code)?(_|\b|$)|pwd|secret|token|credential|private|api[-_.]?key|access[-_.]?key|(^|[-_.])(key|auth|dsn|salt|pin|cert|jwt|sas|cookie|pw|creds?|otp)([-_.]|$)|encrypt|signing|signature|webhook|connection[-_.]?string|license/.test(words);
}
// Bounded, for a definition may hold 64 KB of whatever somebody wrote.
const values = [
    // User and password in an address.
    /[a-z][a-z\d+.-]{0,30}:\/\/[^\s/?#@:]{0,256}:[^\s/?#@]{1,256}@/i,
    /-----BEGIN [A-Z ]{1,40}-----/,
    /\beyJ[\w-]{8,300}\.[\w-]/,
    /\b(AKIA|ASIA)[A-Z\d]{16}\b/,
    /\b(gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|[rs]k_(live|test)_|sk-|SG\.|npm_)[\w.-]{8,}/,
    /\bbasic [a-z\d+/=]{8,}|\bbearer [\w.~+/-]{8,}/i,
    /https:\/\/hooks\.|[?&](sig|signature|key|code|secret|token|password)=/i,
];
/** Names of values that look as if they were random and are not secret: a commit, a digest. */
const publicName = /commit|sha|revision|version|digest|build|release/i;
/**
 * Whether a text looks like a secret, by its name or by itself, so that a report must not show it. People do keep
 * secrets in environment variables; a report is read by many more than a task definition.
 */
function secretLike(name, value) {
    // An ARN says where a secret is, not what it is.
    if (value === '' || /^(true|false|yes|no|on|off)$/i.test(value) || /^arn:aws[\w-]*:\S+$/.test(value))
        return false;
    if (secretName(name) || values.some((pattern) => pattern.test(value)) || setsSecret(value))
        return true;
    return !publicName.test(name) && isRandom(value);
}
/** `--password=x`, `username=u,password=x`, `DB_PASSWORD=x npm start`. */
function setsSecret(value) {
    return [...value.matchAll(/([\w.-]{1,64})\s{0,4}[=:]\s{0,4}["']?[^\s"',;&]/g)].some(([, name = '']) => secretName(name));
}
/** A run of letters and digits as generators make them: long, mixed, and no digest, address, path or words. */
function isRandom(value) {
    if (/sha256:[a-f\d]{64}|^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(value))
        return false;
    return value.split(/[\s/,;:?&.@_-]+/).some((run) => {
        const digits = run.replace(/\D/g, '').length;
        if (run.length < 16 || digits < 3 || !/^(?=.*[a-z])[a-z\d+=]+$/i.test(run))
            return false;
        const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
        return mixed || /^[a-f\d]{20,}$/.test(run) || run.length >= 32;
    });
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/shown-value.ts


const shown_value_hidden = '(hidden)';
const longest = 300;
/** Two values as people may see them: no secret, no digest in full, and different where the values are. */
function shownPair(leaf, from, to) {
    if (leaf.kind === 'image' && typeof from === 'string' && typeof to === 'string')
        return imagePair(from, to);
    const shown = { from: clipped(shownValue(leaf, from)), to: clipped(shownValue(leaf, to)) };
    if (from === undefined || to === undefined || shown.from !== shown.to)
        return shown;
    return { from: shown.from, to: `${shown.to} with another value` };
}
function shownValue({ kind, name }, value) {
    if (value === undefined)
        return '';
    if (value === null)
        return '(no value)';
    if (kind === 'container')
        return `container with image ${isRecord(value) ? shortImage(String(value.image ?? '(none)')) : ''}`;
    if (kind === 'image')
        return shortImage(String(value));
    if (kind === 'item')
        return isRecord(value) ? compact(value) : String(value);
    if (Array.isArray(value))
        return `[${shownArguments(value).join(', ')}]`;
    if (typeof value !== 'string')
        return String(value);
    if (kind === 'setting' && secretLike(name, value))
        return shown_value_hidden;
    // A name or an ARN is where a secret is; anything else may be the secret itself, put there by mistake.
    if (kind === 'reference' && (!/^[\w./:+=@-]+$/.test(value) || secretLike('', value)))
        return shown_value_hidden;
    return quoted(value);
}
/** Arguments, of which `--password x` and `--token=x` are not shown. */
function shownArguments(list) {
    return list.map((item, index) => {
        const text = String(item);
        const before = String(list[index - 1] ?? '');
        const isValueOf = /^--?[a-z]/i.test(before) && !before.includes('=') && !/^-/.test(text) ? before : '';
        return secretLike('', text) || (isValueOf && secretName(isValueOf)) ? shown_value_hidden : JSON.stringify(item);
    });
}
function compact(value) {
    return Object.entries(value)
        .map(([field, inner]) => {
        if (isRecord(inner))
            return `${field} {${compact(inner)}}`;
        return `${field} ${shownValue({ kind: Array.isArray(inner) ? 'arguments' : 'setting', name: field }, inner)}`;
    })
        .join(', ');
}
/** An empty text, or one with spaces at its ends, would not be seen. */
const quoted = (text) => (text === '' || text.trim() !== text ? JSON.stringify(text) : text);
function clipped(text) {
    return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}
/** Of two images of one repository, what differs is shown: the digest or the tag. */
function imagePair(from, to) {
    const [repositoryFrom, versionFrom] = parted(from);
    const [repositoryTo, versionTo] = parted(to);
    if (repositoryFrom === repositoryTo && versionFrom && versionTo) {
        const [short, other] = [shortVersion(versionFrom), shortVersion(versionTo)];
        return short === other ? { from: versionFrom, to: versionTo } : { from: short, to: other };
    }
    return { from: shortImage(from), to: shortImage(to) };
}
function parted(image) {
    const at = image.indexOf('@');
    const colon = image.indexOf(':', image.lastIndexOf('/', at < 0 ? undefined : at) + 1);
    const end = at < 0 ? colon : colon >= 0 && colon < at ? colon : at;
    return end < 0 ? [image, ''] : [image.slice(0, end), image.slice(end + 1)];
}
const shortVersion = (version) => version.replace(/(sha256:[a-f\d]{12})[a-f\d]{52}/, '$1…');
const shortImage = (image) => shortVersion(image);

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/diff.ts




/** The field, or fields, by which people know an item of a list. */
const identity = {
    ContainerDefinition: ['name'],
    ContainerDependency: ['containerName'],
    Device: ['hostPath'],
    EnvironmentFile: ['value'],
    HostEntry: ['hostname'],
    InferenceAccelerator: ['deviceName'],
    KeyValuePair: ['name'],
    MountPoint: ['containerPath'],
    PortMapping: ['containerPort', 'containerPortRange'],
    ResourceRequirement: ['type'],
    Secret: ['name'],
    SystemControl: ['namespace'],
    Tag: ['key'],
    TaskDefinitionPlacementConstraint: ['expression'],
    Tmpfs: ['containerPath'],
    Ulimit: ['name'],
    Volume: ['name'],
    VolumeFrom: ['sourceContainer'],
};
/** Items that are a name with one value, which stands for them. */
const valueField = { KeyValuePair: 'value', Secret: 'valueFrom', Tag: 'value' };
/**
 * What changes from one definition to the other, by container and field, beyond ECS's own defaults. It is empty
 * exactly when the two are the same definition and have the same tags, tags of a release aside.
 */
function diffDefinitions(from, to) {
    const before = { ...(0,settled_definition/* settled */.gu)(from), tags: ownTags(from) };
    const after = { ...(0,settled_definition/* settled */.gu)(to), tags: ownTags(to) };
    return walk(definition_shape/* registrable */.ZV, before, after, []);
}
function ownTags(definition) {
    const tags = ('tags' in definition && definition.tags) || [];
    const own = tags
        .filter(({ key }) => !key?.startsWith('golive:'))
        .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
    return own.length > 0 ? own.map(({ key, value }) => ({ key, value: value ?? '' })) : undefined;
}
function walk(shape, from, to, path) {
    if (JSON.stringify(from) === JSON.stringify(to))
        return [];
    if (shape.kind === 'fields')
        return walkFields(shape, from, to, path);
    if (shape.kind === 'map')
        return walkMap(from, to, path);
    if (shape.kind === 'list' && shape.of.kind === 'fields')
        return walkItems(shape.of, from, to, path);
    const kind = shape.kind === 'list' ? 'arguments' : path.at(-1) === 'image' ? 'image' : 'plain';
    return [leaf({ kind, name: String(path.at(-1)) }, from, to, path)];
}
function walkFields({ fields }, from, to, path) {
    const before = isRecord(from) ? from : {};
    const after = isRecord(to) ? to : {};
    return Object.entries(fields).flatMap(([field, shape]) => walk(shape, before[field], after[field], [...path, field]));
}
function walkMap(from, to, path) {
    const before = new Map(Object.entries(isRecord(from) ? from : {}));
    const after = new Map(Object.entries(isRecord(to) ? to : {}));
    return [...new Set([...before.keys(), ...after.keys()])]
        .filter((key) => before.get(key) !== after.get(key))
        .map((key) => leaf({ kind: 'setting', name: key }, before.get(key), after.get(key), [...path, key]));
}
function walkItems(shape, from, to, path) {
    const before = byIdentity(shape, from);
    const after = byIdentity(shape, to);
    const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => walkItem(shape, before.get(key), after.get(key), [...path, key]));
    const kept = (one, other) => [...one.keys()].filter((key) => other.has(key)).join(', ');
    const [orderBefore, orderAfter] = [kept(before, after), kept(after, before)];
    return orderBefore === orderAfter
        ? differences
        : [...differences, { path, kind: 'reordered', from: orderBefore, to: orderAfter }];
}
function walkItem(shape, from, to, path) {
    const value = valueField[shape.name];
    const name = String(path.at(-1));
    if (value !== undefined) {
        const kind = shape.name === 'Secret' ? 'reference' : 'setting';
        const of = (item) => (isRecord(item) ? (item[value] ?? null) : undefined);
        return JSON.stringify(from) === JSON.stringify(to) ? [] : [leaf({ kind, name }, of(from), of(to), path)];
    }
    // A new container is shown field by field; of one that goes, its image tells enough.
    if (shape.name === 'ContainerDefinition' && from === undefined)
        return [leaf({ kind: 'container', name }, undefined, to, path), ...walkFields(shape, { name }, to, path)];
    if (shape.name === 'ContainerDefinition' && to === undefined)
        return [leaf({ kind: 'container', name }, from, undefined, path)];
    if (from === undefined || to === undefined)
        return [leaf({ kind: 'item', name }, from, to, path)];
    return walk(shape, from, to, path);
}
/** Items by what people call them; a second of one name is told apart by a number. */
function byIdentity({ name }, list) {
    const items = new Map();
    for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
        const fields = identity[name] ?? [];
        const called = fields.map((field) => (isRecord(item) ? item[field] : undefined)).find((one) => one !== undefined);
        const key = called === undefined ? `#${index + 1}` : String(called);
        let unique = key;
        for (let count = 2; items.has(unique); count += 1)
            unique = `${key}#${count}`;
        items.set(unique, item);
    }
    return items;
}
function leaf(what, from, to, path) {
    const shown = shownPair(what, from, to);
    if (from === undefined)
        return { path, kind: 'added', to: shown.to };
    if (to === undefined)
        return { path, kind: 'removed', from: shown.from };
    return { path, kind: 'changed', from: shown.from, to: shown.to };
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/printable.ts
var printable = __webpack_require__(18002);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/show-diff.ts


const signs = { added: '+', removed: '-', changed: ' ', reordered: ' ' };
/** `api.image`, `cpu`: a container's field under its name, one of the task as it is. */
function labelOf({ path }) {
    const [first, ...rest] = path;
    return (first === 'containerDefinitions' && rest.length > 0 ? rest : path).join('.');
}
function sentence(difference) {
    if (difference.kind === 'added')
        return difference.to ?? '';
    if (difference.kind === 'removed')
        return difference.from ?? '';
    const order = difference.kind === 'reordered' ? ' (order)' : '';
    return `${difference.from} → ${difference.to}${order}`;
}
/** One line for each difference, names and values under each other. */
function diffAsText(differences) {
    const line = (text) => (0,printable/* printable */.g)(text).replace(/\s*[\r\n]+\s*/g, ' ⏎ ');
    const labels = differences.map((one) => line(labelOf(one)));
    const width = Math.min(48, Math.max(0, ...labels.map((label) => label.length)));
    return differences
        .map((one, index) => `${signs[one.kind]} ${(labels[index] ?? '').padEnd(width)}  ${line(sentence(one))}`)
        .join('\n');
}
/** A table of the differences: field, before, after. */
function diffAsMarkdown(differences) {
    if (differences.length === 0)
        return (0,markdown.md) `Nothing changes.`;
    return (0,markdown/* table */.tp)(['Field', 'Before', 'After'], differences.map((one) => [
        (0,markdown.md) `${one.kind === 'reordered' ? `${labelOf(one)} (order)` : labelOf(one)}`,
        one.kind === 'added' ? (0,markdown.md) `*none*` : (one.from ?? ''),
        one.kind === 'removed' ? (0,markdown.md) `*none*` : (one.to ?? ''),
    ]));
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/dry-run.ts
/** What a rollout would do, for a person to read before it is done. */






const verbs = {
    leave: 'stays as it is',
    refuse: 'is refused',
    wait: 'is waited for',
    adopt: 'is watched to its end',
    deploy: 'is deployed',
};
/** The decisions with everything that differs, service by service. */
function planSummary(decisions, groups) {
    const rows = decisions.map((one) => [one.service, groupOf(one.service, groups), verbs[one.kind], one.because]);
    const details = decisions.flatMap((one) => ('view' in one && one.kind !== 'leave' ? [detailsOf(one.view)] : []));
    return (0,markdown.md) `${(0,markdown/* table */.tp)(['Service', 'Group', 'What', 'Because'], rows)}

${joined(details)}`;
}
/** The same for the log. */
function planText({ current, target, service, change }) {
    const definition = diffAsText(diffDefinitions(current, target));
    return [definition, ...tellServiceChange(service, change).map((line) => `~ ${line}`)].filter(Boolean).join('\n');
}
/** The same for whoever approves it. Secrets are hidden as in the log; what a hidden value belongs to is a revision. */
function planFileOf(going) {
    const changing = going.filter(({ kind }) => kind !== 'leave').length;
    return {
        action: 'ecs-rollout',
        because: `${changing} of ${going.length} services change`,
        changes: going.map((one) => ({
            subject: one.service,
            what: one.kind === 'leave' ? 'none' : 'change',
            text: one.kind === 'leave' ? '' : planText(one.view),
        })),
        detail: {
            services: Object.fromEntries(going.map(({ service, view }) => [
                service,
                { from: revision(view.current.taskDefinitionArn), images: imagesIn(view.target) },
            ])),
        },
    };
}
function detailsOf({ name, current, target, service, change }) {
    const differences = diffDefinitions(current, target);
    const settings = tellServiceChange(service, change);
    return (0,markdown.md) `### ${name}

${diffAsMarkdown(differences)}
${settings.length > 0 ? (0,markdown.md) `\nThe service itself:\n\n${(0,markdown/* trustedMarkdown */.pG)(settings.map((line) => (0,markdown.md) `- ${line}`.text).join('\n'))}\n` : ''}`;
}
const groupOf = (service, groups) => groups.length > 1 ? `${groups.findIndex((group) => group.includes(service)) + 1} of ${groups.length}` : 'all at once';
const joined = (parts) => (0,markdown/* trustedMarkdown */.pG)(parts.map(({ text }) => text).join('\n'));

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ListServiceDeploymentsCommand.js
var ListServiceDeploymentsCommand = __webpack_require__(83723);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/history.ts

/** As many of the last deployments are compared with. */
const LAST = 10;
/** Each service costs a call; a picture of more than these is not looked at line by line. */
const MOST_SERVICES = 20;
/**
 * How long each service's last successful deployments took, in milliseconds, newest first; nothing for releases of
 * more than twenty services. A picture lacks something when ECS does not tell; a release does not fail for it.
 */
async function readHistory(ecs, cluster, services) {
    if (services.length > MOST_SERVICES)
        return new Map();
    const entries = await Promise.all(services.map(async (service) => {
        try {
            return [service, await durations(ecs, cluster, service)];
        }
        catch {
            return [service, []];
        }
    }));
    return new Map(entries);
}
async function durations(ecs, cluster, service) {
    const { serviceDeployments = [] } = await ecs.send(new ListServiceDeploymentsCommand/* ListServiceDeploymentsCommand */.j({ cluster, service, status: ['SUCCESSFUL'], maxResults: 100 }));
    return [...serviceDeployments]
        .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
        .flatMap(({ createdAt, finishedAt }) => createdAt && finishedAt ? [finishedAt.getTime() - createdAt.getTime()] : [])
        .slice(0, LAST);
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/timeline.ts
var timeline = __webpack_require__(52562);
// EXTERNAL MODULE: ./packages/shared/src/evidence/html.ts
var html = __webpack_require__(41620);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'rollout.images-verified': 'Is every image in its repository, for the platform of its tasks?',
    'rollout.secrets-verified': 'Does every secret and parameter of the task exist?',
    'rollout.roles-verified': 'Do the roles of the task exist, and trust ECS tasks?',
    'rollout.load-balancers-verified': 'Do target groups, listener rules and container ports fit together?',
    'rollout.size-verified': 'Does Fargate have tasks of this size?',
    'rollout.health-checks-verified': 'Does anything check the health of the tasks?',
    'rollout.capacity-verified': 'Does the peak of the rollout fit the account’s quota?',
    'rollout.deployed': 'Did the service’s deployment succeed?',
    'rollout.running-digests': 'Do all running tasks run the digests of the release?',
    'rollout.pause-answered': 'Did the smoke suite pass at a pause of the deployment?',
    'rollout.put-back': 'Is the service back at what it was before?',
};
const checks_check = (0,checks/* checkIn */.i)(checks_checks);

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/result.ts
/** How the release as a whole ended, from best to worst in the order in which one hides another. */
const results = [
    'succeeded',
    'cancelled',
    'rolled-back',
    'failed',
    'timed-out',
    'superseded',
    'could-not-find-out',
];
/** Exit codes, for scripts: each result has its own. 130 is what a shell gives for SIGINT. */
const exitCodes = {
    succeeded: 0,
    failed: 1,
    'rolled-back': 3,
    superseded: 4,
    'timed-out': 5,
    'could-not-find-out': 6,
    cancelled: 130,
};
const headline = {
    succeeded: 'succeeded',
    cancelled: 'cancelled',
    'rolled-back': 'failed, and went back',
    failed: 'failed',
    'timed-out': 'not done in time',
    superseded: 'superseded by another deployment',
    'could-not-find-out': 'its end could not be found out',
};
/** The worst of all services; those that only stopped because another failed say nothing of their own. */
function resultOf({ trail, cancelled, }) {
    if (cancelled)
        return 'cancelled';
    const found = trail.ends.flatMap((end) => (end.outcome ? [ofOutcome(end.outcome.kind, end)] : []));
    if (trail.broke)
        found.push('could-not-find-out');
    return results[Math.max(0, ...found.map((one) => results.indexOf(one)))] ?? 'failed';
}
function ofOutcome(kind, end) {
    if (kind === 'cancelled')
        return 'succeeded';
    if (kind === 'hopeless')
        return end.back?.back ? 'rolled-back' : 'failed';
    return kind;
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/sentence.ts
/** What happened; for a failure its cause and its remedy too. */
function sentence_sentence({ outcome, decision, log, touched, explanation = outcome?.explanation }, { trail }) {
    if (!outcome) {
        if (trail.broke)
            return `broke off: ${trail.broke.message}`;
        if (touched)
            return 'was asked for, and not watched: the release was broken off before ECS told its deployment';
        const what = decision.kind === 'leave' ? 'was not looked at' : 'was not begun';
        return `${what}, because a service before it failed`;
    }
    const { because } = outcome;
    // What ECS says of a service that somebody else deploys meanwhile is about their deployment.
    if (outcome.kind === 'superseded')
        return `${because}; it is left to that deployment`;
    // Nor is what is heard of tasks that may be about to become healthy the reason why nobody could look.
    if (!explanation || outcome.kind === 'succeeded' || outcome.kind === 'could-not-find-out')
        return because;
    const { cause, remedy, stopCode, exitCode, targetHealth } = explanation;
    const details = [
        ...(stopCode ? [`stop code ${stopCode}`] : []),
        ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
        ...(targetHealth ? [`target ${targetHealth}`] : []),
    ].join(', ');
    const told = because.includes(cause.replace(/[.!?]$/, '')) ? [] : [cause];
    const happened = [because, ...told].map(withStop).join(' ');
    const withDetails = details ? `${happened.replace(/\.$/, '')} (${details})` : happened;
    const said = exitCode === undefined || stopCode === ENDED_BY_ECS ? [] : lastWords(log);
    return [withDetails, remedy, ...said].map(withStop).join(' ');
}
/** A task that did not end by itself: its last words are those of an orderly stop. */
const ENDED_BY_ECS = 'ServiceSchedulerInitiated';
/** The last line that the container wrote, which often is the reason. */
function lastWords(log) {
    const line = log.findLast((text) => text.trim() !== '')?.trim();
    return line ? [`Its last log line: ${line.slice(0, 200)}`] : [];
}
const withStop = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/report.ts







/** What the rollout means: one check a service, one for its running digests, one for each pause and way back. */
function report(facts) {
    const { trail, verified, history } = facts;
    const { ends, steps, moments, pauses } = trail;
    const result = resultOf(facts);
    const backs = ends.filter(({ back }) => back);
    const services = ends.map(({ service }) => service);
    return {
        checks: [
            ...verified,
            ...ends.map((end) => deployed(end, facts)),
            ...ends.flatMap((end) => runningDigests(end, facts)),
            ...pauses.map(({ service, stage, action, because, at: when, source }) => checks_check('rollout.pause-answered', service, action === 'CONTINUE' ? 'pass' : 'fail', `${stage}: ${because}`, {
                source,
                at: when,
            })),
            ...backs.map((end) => putBack(end, facts)),
        ],
        outputs: {
            outcome: result,
            'task-definitions': JSON.stringify(Object.fromEntries(ends.map((end) => [end.service, runs(end)]))),
            deployments: JSON.stringify(Object.fromEntries(ends.flatMap((end) => (end.deployment ? [[end.service, end.deployment]] : [])))),
            'rolled-back': String(backs.length > 0 && backs.every(({ back }) => back?.back)),
        },
        summary: (0,markdown.md) `## Rollout: ${headline[result]}

${(0,markdown/* table */.tp)(['Service', 'From', 'To', 'Result'], ends.map((end) => [
            end.service,
            revision(end.decision.before.taskDefinition),
            revision(end.definition),
            sentence_sentence(end, facts),
        ]))}

${(0,timeline/* gantt */.VM)(services, moments)}

${(0,timeline/* durationsTable */.eX)(services, moments, history)}

${logs(ends)}
`,
        timeline: [
            ...steps,
            ...moments.map(({ service, what, at: when }) => ({ at: when.toISOString(), subject: service, what })),
        ].sort((a, b) => a.at.localeCompare(b.at)),
        exitCode: exitCodes[result],
    };
}
/** The revision that the service is left with, as far as this run knows. */
const runs = ({ back, outcome, decision, definition }) => back?.back || outcome?.kind === 'rolled-back' ? decision.before.taskDefinition : definition;
const verdicts = {
    succeeded: 'pass',
    'rolled-back': 'fail',
    failed: 'fail',
    hopeless: 'fail',
    superseded: 'fail',
    'timed-out': 'fail',
    // Another service's failure leaves this one unfinished: not found out, rather than failed.
    cancelled: 'inconclusive',
    'could-not-find-out': 'inconclusive',
};
function deployed(end, facts) {
    const { outcome, decision } = end;
    const place = outcome && outcome.kind !== 'succeeded' ? facts.placeOf(end) : undefined;
    return checks_check('rollout.deployed', end.service, outcome ? verdicts[outcome.kind] : 'inconclusive', sentence_sentence(end, facts), {
        measured: end.definition,
        source: decision.view.codeDeploy ? 'codedeploy:GetDeployment' : 'ecs:DescribeServiceDeployments',
        at: outcome?.at.toISOString() ?? facts.at,
        ...(place ? { place } : {}),
    });
}
function runningDigests(end, { isProven, at }) {
    const { service, outcome } = end;
    const id = 'rollout.running-digests';
    const source = 'ecs:DescribeTasks';
    if (outcome?.kind === 'succeeded' && !isProven(end)) {
        const because = 'no container has an image of ECR or one that is named by digest: nothing tells which images run';
        return [checks_check(id, service, 'warn', because, { source, at })];
    }
    if (outcome?.kind === 'succeeded') {
        const { running } = outcome;
        const because = running === 0
            ? 'no task is running (desired count 0?)'
            : `all ${running} running tasks run the digests of this release`;
        return [checks_check(id, service, running === 0 ? 'warn' : 'pass', because, { measured: running, source, at })];
    }
    if (outcome?.kind === 'failed' && outcome.by.kind === 'wrong-image')
        return [checks_check(id, service, 'fail', outcome.because, { source, at })];
    return [];
}
function putBack(end, { cancelled, at }) {
    const { service, back, decision } = end;
    const done = back?.back ?? false;
    const to = revision(decision.before.taskDefinition);
    const late = cancelled ? 'was told to go back' : 'did not come back';
    const because = `${done ? 'is back' : late} at ${to}: ${back?.because}`;
    return checks_check('rollout.put-back', service, done ? 'pass' : cancelled ? 'inconclusive' : 'fail', because, {
        expected: decision.before.taskDefinition,
        source: 'ecs:DescribeServices',
        at,
    });
}
/** The last lines of what failed, folded. */
function logs(ends) {
    const parts = ends.flatMap(({ service, log, explanation }) => {
        if (log.length === 0)
            return [];
        const task = explanation?.task;
        return [
            // Inside an HTML element Markdown's escapes would be shown as they are.
            (0,html/* html */.qy) `<details><summary>Last ${log.length} log lines of ${service}${task ? ` (task ${task})` : ''}</summary>`.text,
            (0,markdown/* codeBlock */.DV)(log.join('\n')).text,
            '</details>',
        ];
    });
    return (0,markdown/* trustedMarkdown */.pG)(parts.join('\n\n'));
}

// EXTERNAL MODULE: ./packages/shared/src/ecr/digest-reference.ts
var digest_reference = __webpack_require__(56920);
// EXTERNAL MODULE: ./packages/shared/src/ecr/images.ts
var ecr_images = __webpack_require__(80150);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/resolve-addresses.ts



/** Registry addresses of the images, each proven to be in its repository. */
async function resolveAddresses(ecr, images) {
    const references = Object.entries(images).map(([name, text]) => {
        const reference = (0,digest_reference/* parseDigestReference */.D)(text);
        if (!reference)
            throw new golive_error/* GoliveError */.N('ROLLOUT_IMAGE_INVALID', `images.${name} is '${text}', not repository@sha256:…`, {
                hint: 'pass the output images of build-scan-push',
            });
        return { name, ...reference };
    });
    if (references.length === 0)
        return {};
    const uris = await (0,ecr_images/* repositoryUris */.ex)(ecr, references.map((reference) => reference.repository));
    const addresses = await Promise.all(references.map(async ({ name, repository, digest }) => {
        const uri = uris.get(repository);
        if (!uri || !(await (0,ecr_images/* findImage */.F1)(ecr, repository, { imageDigest: digest })))
            throw await notFound(ecr, name, repository, digest);
        return [name, `${uri}@${digest}`];
    }));
    return Object.fromEntries(addresses);
}
async function notFound(ecr, name, repository, digest) {
    const newest = await (0,ecr_images/* newestImage */.SE)(ecr, repository);
    const told = newest ? ` (newest: ${newest.imageDigest} pushed ${newest.imagePushedAt?.toISOString()})` : '';
    return new golive_error/* GoliveError */.N('ROLLOUT_IMAGE_NOT_FOUND', `image ${name} cannot be rolled out: ${repository}@${digest} is not in the repository${told}`, { hint: 'push it with build-scan-push, or pass a digest that exists' });
}

// EXTERNAL MODULE: ./actions/ecs-rollout/src/state.ts
var state = __webpack_require__(40616);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/verify/candidate-of.ts
/** What is verified of a service before anything is touched. */
function candidateOf({ service, view, kind }) {
    const configuration = view.change.deploymentConfiguration ?? view.service.deploymentConfiguration ?? {};
    const { capacityProviderStrategy } = view.change;
    return {
        service,
        view: { ...view.service, ...(capacityProviderStrategy ? { capacityProviderStrategy } : {}) },
        definition: view.target,
        // A service that is left alone starts no tasks beside those that run.
        maximumPercent: kind === 'leave' ? 100 : (configuration.maximumPercent ?? 200),
        desiredCount: view.change.desiredCount ?? view.service.desiredCount ?? 0,
        sideBySide: view.codeDeploy === undefined && !['ROLLING', undefined].includes(configuration.strategy),
    };
}

// EXTERNAL MODULE: ./packages/shared/src/verify/finding.ts
var finding = __webpack_require__(64172);
// EXTERNAL MODULE: ./packages/shared/src/verify/images.ts
var verify_images = __webpack_require__(44795);
// EXTERNAL MODULE: ./packages/shared/src/verify/load-balancers.ts
var load_balancers = __webpack_require__(4159);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-es/commands/GetRoleCommand.js + 1 modules
var GetRoleCommand = __webpack_require__(74109);
;// CONCATENATED MODULE: ./packages/shared/src/values/arn.ts

/** Parses an ARN. Throws a ValueError when the text is not one. */
function parseArn(text) {
    const [, partition, service, region, account, resource] = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text.trim()) ?? [];
    if (!partition || !service || region === undefined || account === undefined || !resource)
        throw new value_error/* ValueError */.Q(`expected an ARN such as arn:aws:ecs:ap-northeast-2:123456789012:cluster/prod, got '${text}'`);
    return { partition, service, region, account, resource, name: resource.split(/[/:]/).at(-1) ?? resource };
}

// EXTERNAL MODULE: ./packages/shared/src/verify/candidate.ts
var verify_candidate = __webpack_require__(16412);
;// CONCATENATED MODULE: ./packages/shared/src/verify/roles.ts




/** The roles of a candidate: `[what it is for, ARN]`. */
function rolesOf({ definition }) {
    const { executionRoleArn, taskRoleArn } = definition;
    return [
        ...(executionRoleArn ? [['execution role', executionRoleArn]] : []),
        ...(taskRoleArn ? [['task role', taskRoleArn]] : []),
    ];
}
/** @param found trust policy of each role, by ARN */
function judgeRoles(candidate, found) {
    const findings = rolesOf(candidate).map(([use, arn]) => {
        const role = found.get(arn);
        const name = `${use} ${arn.split('/').at(-1)}`;
        if (!role || role.kind === 'unknown')
            return (0,finding/* unknown */.L5)(`${name} ${role?.because ?? 'was not asked for'}`);
        if (role.kind === 'missing')
            return (0,finding/* fail */.fJ)(`${name} does not exist`);
        return trusts(role.value)
            ? (0,finding/* pass */.IX)(`${name} trusts ECS tasks`)
            : (0,finding/* fail */.fJ)(`${name} does not trust ecs-tasks.amazonaws.com`);
    });
    if (needsExecutionRole(candidate) && !candidate.definition.executionRoleArn)
        findings.push((0,finding/* fail */.fJ)('the task definition has no execution role, and needs one for its secrets, images or logs'));
    return findings;
}
/** Secrets always need it; on Fargate private images and awslogs do too (AWS, "Amazon ECS task execution IAM role"). */
function needsExecutionRole(candidate) {
    return (0,verify_candidate/* containersOf */.M)(candidate).some(({ secrets = [], repositoryCredentials, image = '', logConfiguration }) => secrets.length > 0 ||
        repositoryCredentials !== undefined ||
        ((0,verify_candidate/* isFargate */.r)(candidate) && (/\.dkr\.ecr\./.test(image) || logConfiguration?.logDriver === 'awslogs')));
}
/** Whether a trust policy, as IAM gives it (URL-encoded JSON), lets ECS tasks assume the role. */
function trusts(policy) {
    try {
        const { Statement } = JSON.parse(decodeURIComponent(policy));
        return roles_list(Statement).some((statement) => {
            const { Effect, Principal, Action } = statement;
            const services = roles_list(Principal?.Service);
            const actions = roles_list(Action).map(String);
            return (Effect === 'Allow' &&
                services.includes('ecs-tasks.amazonaws.com') &&
                actions.some((action) => ['sts:AssumeRole', 'sts:*', '*'].includes(action)));
        });
    }
    catch {
        return false;
    }
}
const roles_list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
async function findRoles(iam, candidates) {
    const arns = [...new Set(candidates.flatMap((one) => rolesOf(one).map(([, arn]) => arn)))];
    const found = await Promise.all(arns.map(async (arn) => {
        const RoleName = parseArn(arn).name;
        const role = () => iam.send(new GetRoleCommand/* GetRoleCommand */.k({ RoleName }));
        return [
            arn,
            await (0,finding/* lookUp */.TE)('iam:GetRole', /^NoSuchEntity/, async () => (await role()).Role?.AssumeRolePolicyDocument ?? ''),
        ];
    }));
    return new Map(found);
}

// EXTERNAL MODULE: ./packages/shared/src/verify/secrets.ts
var secrets = __webpack_require__(77404);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/GetMetricDataCommand.js + 1 modules
var GetMetricDataCommand = __webpack_require__(73852);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-service-quotas/dist-es/commands/GetServiceQuotaCommand.js + 1 modules
var GetServiceQuotaCommand = __webpack_require__(63110);
;// CONCATENATED MODULE: ./actions/ecs-rollout/src/verify/capacity.ts




/** Fargate On-Demand vCPU resource count, and the same for Spot: AWS, "Amazon ECS service quotas". */
const quotaCodes = { onDemand: 'L-3032A538', spot: 'L-36FBB829' };
const marketOf = ({ view }) => (view.capacityProviderStrategy ?? []).some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT')
    ? 'spot'
    : 'onDemand';
/** vCPUs that a deployment has running beyond those of today, at its peak. */
function extraVcpus({ view, definition, desiredCount, maximumPercent, sideBySide }) {
    const cpu = vcpus(definition.cpu);
    const most = sideBySide ? 2 * desiredCount : Math.floor((desiredCount * maximumPercent) / 100);
    return Math.max(0, most - (view.runningCount ?? 0)) * cpu;
}
/** `1024`, `1 vCPU` and `.5 vcpu` are all ways to write it. */
function vcpus(cpu) {
    const [, amount = '0', unit] = /^\s*(\d*\.?\d+)\s*(vcpu)?\s*$/i.exec(cpu ?? '') ?? [];
    return unit ? Number(amount) : Number(amount) / 1024;
}
/** One finding for each market: the peaks of all services of a group fall together. */
function judgeCapacity(candidates, usage) {
    const onFargate = candidates.filter(verify_candidate/* isFargate */.r);
    if (onFargate.length === 0)
        return [(0,finding/* skip */.iv)('no service of the release runs on Fargate')];
    return [...new Set(onFargate.map(marketOf))].map((market) => {
        const name = market === 'spot' ? 'Fargate Spot vCPUs' : 'Fargate vCPUs';
        const answer = usage.get(market);
        if (!answer || answer.kind === 'unknown')
            return (0,finding/* unknown */.L5)(`the quota of ${name} ${answer?.because ?? 'was not asked'}`);
        if (answer.kind === 'missing')
            return (0,finding/* unknown */.L5)(`the quota of ${name} is not known: ${answer.because}`);
        const ours = onFargate.filter((one) => marketOf(one) === market);
        const extra = ours.reduce((sum, one) => sum + extraVcpus(one), 0);
        const { limit, used } = answer.value;
        const told = `${round(used)} of ${round(limit)} ${name} are in use, and the rollout needs ${round(extra)} more at its peak`;
        return used + extra <= limit ? (0,finding/* pass */.IX)(told) : (0,finding/* fail */.fJ)(told);
    });
}
const round = (value) => String(Math.round(value * 100) / 100);
/** The quota that applies, and the use that CloudWatch has counted in the last quarter of an hour. */
async function findUsage(clients, market, now) {
    const quota = await (0,finding/* lookUp */.TE)('servicequotas:GetServiceQuota', /^NoSuchResource/, () => clients.quotas.send(new GetServiceQuotaCommand/* GetServiceQuotaCommand */.H({ ServiceCode: 'fargate', QuotaCode: quotaCodes[market] })));
    if (quota.kind !== 'found')
        return quota;
    const { Value: limit, UsageMetric: metric } = quota.value.Quota ?? {};
    if (limit === undefined || !metric)
        return { kind: 'unknown', because: 'has no value or no metric of its use' };
    const used = await (0,finding/* lookUp */.TE)('cloudwatch:GetMetricData', /^$/, () => clients.cloudwatch.send(new GetMetricDataCommand/* GetMetricDataCommand */.S({
        StartTime: new Date(now.getTime() - 15 * 60_000),
        EndTime: new Date(now.getTime() + 60 * 60_000), // a clock behind that of AWS misses nothing
        MetricDataQueries: [
            {
                Id: 'used',
                MetricStat: {
                    Metric: {
                        Namespace: metric.MetricNamespace,
                        MetricName: metric.MetricName,
                        Dimensions: Object.entries(metric.MetricDimensions ?? {}).map(([Name, Value]) => ({ Name, Value })),
                    },
                    Period: 300,
                    Stat: metric.MetricStatisticRecommendation ?? 'Maximum',
                },
            },
        ],
    })));
    if (used.kind !== 'found')
        return used;
    // An account that runs nothing has no data points.
    const values = used.value.MetricDataResults?.[0]?.Values ?? [];
    return { kind: 'found', value: { limit, used: Math.max(0, ...values) } };
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/verify/health-checks.ts


/** Without a health check ECS takes a task that merely runs for a healthy one, and a broken release for a good one. */
function judgeHealthChecks(candidate) {
    const essential = (0,verify_candidate/* containersOf */.M)(candidate).filter(({ essential = true }) => essential);
    const checked = essential.filter(({ healthCheck }) => (healthCheck?.command ?? []).length > 0);
    if (checked.length > 0)
        return [(0,finding/* pass */.IX)(`container ${checked.map(({ name }) => name).join(', ')} has a health check`)];
    const groups = (candidate.view.loadBalancers ?? []).length;
    if (groups > 0)
        return [(0,finding/* pass */.IX)('a target group checks its health')];
    return [(0,finding/* warn */.R8)('nothing checks its health: neither a container health check nor a target group')];
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/definition/fargate-size.ts

const GiB = 1024;
// The table of https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html, which the
// API model repeats at RegisterTaskDefinitionRequest.memory. From 8192 units on, Linux only and platform 1.4.0 or later.
const table = [
    { cpu: 256, memory: [GiB / 2, GiB, 2 * GiB] },
    { cpu: 512, memory: steps(1, 4, 1) },
    { cpu: 1024, memory: steps(2, 8, 1) },
    { cpu: 2048, memory: steps(4, 16, 1) },
    { cpu: 4096, memory: steps(8, 30, 1) },
    { cpu: 8192, memory: steps(16, 60, 4) },
    { cpu: 16384, memory: steps(32, 120, 8) },
];
function steps(from, to, by) {
    return Array.from({ length: (to - from) / by + 1 }, (_, index) => (from + index * by) * GiB);
}
// "The CPU units cannot be less than 1 vCPU when you use Windows containers on Fargate."
const windows = { least: 1024, most: 4096 };
/** Whether Fargate has a task of this size; else what is nearest to it, as it is written in a definition. */
function validFargateSize(cpu, memory, platform = {}) {
    const isWindows = platform.operatingSystemFamily?.startsWith('WINDOWS') ?? false;
    const offered = isWindows ? table.filter((row) => row.cpu >= windows.least && row.cpu <= windows.most) : table;
    const sizes = offered.flatMap((row) => row.memory.map((one) => ({ cpu: row.cpu, memory: one })));
    if (!cpu || !memory) {
        const missing = [...(cpu ? [] : ['cpu']), ...(memory ? [] : ['memory'])].join(' and ');
        return { kind: 'invalid', because: `Fargate needs ${missing} of the task`, nearest: sizes.slice(0, 1) };
    }
    const asked = { cpu: Number((0,settled_definition/* cpuUnits */.MN)(cpu)), memory: Number((0,settled_definition/* mebibytes */.jh)(memory)) };
    if (sizes.some((size) => size.cpu === asked.cpu && size.memory === asked.memory))
        return { kind: 'valid', size: asked };
    const row = offered.find((one) => one.cpu === asked.cpu);
    return { kind: 'invalid', because: reason(cpu, memory, isWindows, row), nearest: nearest(sizes, asked) };
}
function reason(cpu, memory, isWindows, row) {
    const kind = isWindows ? 'a Windows task' : 'a task';
    if (!row)
        return `Fargate has no ${kind.slice(2)} with cpu ${cpu}`;
    const [least = 0, next = 0] = row.memory;
    const most = row.memory.at(-1) ?? 0;
    const choice = row.memory.length > 3 ? `${least} to ${most} in steps of ${next - least}` : row.memory.join(', ');
    return `Fargate gives ${kind} with cpu ${cpu} memory of ${choice}, not ${memory}`;
}
/** The smallest that holds what was asked for, then what is nearest with the same CPU. */
function nearest(sizes, asked) {
    const away = (size) => Math.abs(size.memory - asked.memory);
    const holding = sizes.find((size) => size.cpu >= asked.cpu && size.memory >= asked.memory);
    const sameCpu = sizes.filter((size) => size.cpu === asked.cpu).sort((a, b) => away(a) - away(b))[0];
    const found = [holding, sameCpu].filter((size) => size !== undefined);
    const fallback = Number.isFinite(asked.cpu + asked.memory) ? sizes.slice(-1) : sizes.slice(0, 1);
    return found.length > 0 ? [...new Set(found)] : fallback;
}
/** `cpu 512 with memory 1024, or cpu 256 with memory 512`. */
function formatSizes(sizes) {
    return sizes.map(({ cpu, memory }) => `cpu ${cpu} with memory ${memory}`).join(', or ');
}
/** What Fargate cannot run of a platform, or undefined. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html */
function problemOfPlatform({ cpuArchitecture, operatingSystemFamily, } = {}) {
    return cpuArchitecture === 'ARM64' && operatingSystemFamily?.startsWith('WINDOWS')
        ? 'Fargate runs Windows on X86_64 only, not on ARM64'
        : undefined;
}
/** The architecture that the images must have, as OCI names it. ECS takes X86_64 when nothing is said. */
function architectureOf(platform = {}) {
    return platform.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64';
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/verify/size.ts



/** Whether Fargate has tasks of this size on this platform; on EC2 the instances decide, and they are not asked. */
function judgeSize(candidate) {
    if (!(0,verify_candidate/* isFargate */.r)(candidate))
        return [(0,finding/* skip */.iv)('does not run on Fargate')];
    const { cpu, memory, runtimePlatform = {} } = candidate.definition;
    const problem = problemOfPlatform(runtimePlatform);
    if (problem)
        return [(0,finding/* fail */.fJ)(problem)];
    const verdict = validFargateSize(cpu, memory, runtimePlatform);
    if (verdict.kind === 'valid')
        return [(0,finding/* pass */.IX)(`Fargate has tasks with cpu ${cpu} and memory ${memory}`)];
    return [(0,finding/* fail */.fJ)(`${verdict.because}; nearest is ${formatSizes(verdict.nearest)}`)];
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/verify/verify.ts









/** Asks AWS everything at once and judges it; what is left out by `skip` is not asked, and says so. */
async function verify(clients, candidates, setting) {
    const at = setting.now().toISOString();
    const images = setting.skip.includes('images')
        ? new Map()
        : await (0,verify_images/* findImages */.Mz)(clients.ecr, candidates, setting.registries, setting.signal);
    const asked = questions(clients, candidates, setting, images);
    const perService = asked.map(async ({ name, none, source, judge }) => {
        const id = `rollout.${name}-verified`;
        if (setting.skip.includes(name))
            return candidates.map(({ service }) => leftOut(id, service, at));
        const judgeOne = await judge();
        return candidates.map((one) => (0,finding/* fold */.AU)(id, one.service, judgeOne(one), { none, source, at }));
    });
    const checks = await Promise.all([...perService, capacity(clients, candidates, setting, at)]);
    return { checks: checks.flat(), images };
}
function questions(clients, candidates, setting, images) {
    const { iam, elb } = clients;
    return [
        {
            name: 'images',
            none: 'has no containers',
            source: 'ecr:BatchGetImage',
            judge: async () => (one) => (0,verify_images/* judgeImages */.Mk)(one, images),
        },
        {
            name: 'secrets',
            none: 'takes no secrets',
            source: 'secretsmanager:DescribeSecret, ssm:DescribeParameters',
            judge: async () => {
                const found = await (0,secrets/* findSecrets */.dL)(clients, setting.region, candidates);
                return (one) => (0,secrets/* judgeSecrets */.Vo)(one, found);
            },
        },
        {
            name: 'roles',
            none: 'has no roles and needs none',
            source: 'iam:GetRole',
            judge: async () => {
                const found = await findRoles(iam, candidates);
                return (one) => judgeRoles(one, found);
            },
        },
        {
            name: 'load-balancers',
            none: 'stands behind no load balancer',
            source: 'elasticloadbalancing:DescribeTargetGroups',
            judge: async () => {
                const found = await (0,load_balancers/* findTargetGroups */.P4)(elb, candidates);
                return (one) => (0,load_balancers/* judgeLoadBalancers */.Tg)(one, found);
            },
        },
        { name: 'size', none: '', source: 'task definition', judge: async () => judgeSize },
        { name: 'health-checks', none: '', source: 'task definition', judge: async () => judgeHealthChecks },
    ];
}
async function capacity(clients, candidates, { skip, now }, at) {
    const id = 'rollout.capacity-verified';
    const subject = 'account';
    if (skip.includes('capacity'))
        return [leftOut(id, subject, at)];
    const markets = [...new Set(candidates.map(marketOf))];
    const usage = await Promise.all(markets.map(async (one) => [one, await findUsage(clients, one, now())]));
    const source = 'servicequotas:GetServiceQuota, cloudwatch:GetMetricData';
    return [(0,finding/* fold */.AU)(id, subject, judgeCapacity(candidates, new Map(usage)), { none: '', source, at })];
}
const leftOut = (id, subject, at) => (0,check/* check */.z6)(id, subject, 'skipped', 'left out by the input skip-checks', { source: 'skip-checks', at });

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/wanted.ts

/** @param addresses image name -> registry address with a digest */
function wantedServices(input, addresses) {
    const mistakes = [];
    const services = Object.entries(input.services).map(([service, own]) => {
        const settings = withDefaults(own, input);
        const images = Object.entries(own.containers).flatMap(([container, said]) => {
            const { image } = (0,src_settings/* containerOf */.t8)(said);
            if (image === undefined)
                return [];
            const address = addresses[image];
            if (!address)
                mistakes.push(`services.${service}.containers.${container}: no image named ${image}`);
            return address ? [[container, address]] : [];
        });
        return {
            service,
            source: sourceOf(own.definition ?? input.definition),
            images: Object.fromEntries(images),
            settings,
            deployment: { ...input.deployment, ...own.deployment },
            force: input.force,
        };
    });
    const names = services.map(({ service }) => service);
    return { services, groups: groupsOf(names, input.order, mistakes), mistakes };
}
function withDefaults(own, input) {
    const { 'desired-count': count, 'capacity-providers': providers, 'health-check-grace-period': grace } = input;
    return {
        ...(count === undefined ? {} : { 'desired-count': count }),
        ...(providers ? { 'capacity-providers': providers } : {}),
        ...(grace ? { 'health-check-grace-period': grace } : {}),
        ...own,
    };
}
/** `running`, an ARN or `family:revision`, else a file. */
function sourceOf(text) {
    if (text === 'running')
        return { kind: 'running' };
    const isArn = /^arn:[^:]+:ecs:[^:]*:[^:]*:task-definition\//.test(text);
    if (isArn || /^[\w-]+:\d+$/.test(text))
        return { kind: 'registered', name: text };
    return { kind: 'file', path: text };
}
/** The order asked for; services that it does not name make up the last group. */
function groupsOf(services, order, mistakes) {
    if (!order)
        return [services];
    const named = order.flat();
    for (const name of new Set(named)) {
        if (!services.includes(name))
            mistakes.push(`order: there is no service ${name}`);
        if (named.filter((other) => other === name).length > 1)
            mistakes.push(`order: ${name} stands there twice`);
    }
    const rest = services.filter((service) => !named.includes(service));
    return rest.length > 0 ? [...order, rest] : order;
}

;// CONCATENATED MODULE: ./actions/ecs-rollout/src/roll-out.ts
/** The rollout from its inputs to its report: observe, decide, verify, apply. */

















/** How often ECS is asked for something that comes soon: the beginning of a deployment, a way back. */
const SOON = { ms: 1500 };
async function rollOut(clients, input, run, world) {
    const { ecs } = clients;
    const { cluster } = input;
    const addresses = await resolveAddresses(clients.ecr, input.images);
    const wanted = wantedServices(input, addresses);
    if (wanted.mistakes.length > 0)
        throw new golive_error/* GoliveError */.N('ROLLOUT_INPUTS', wanted.mistakes.join('; '), { hint: 'correct the section rollout' });
    const decisions = await decideAll(ecs, clients.codeDeploy, input, wanted, run);
    for (const decision of decisions)
        run.log.info(`${decision.service}: ${decision.kind}: ${decision.because}`);
    const going = accepted(decisions, run);
    // Those that are left alone too: what closes a box has to be shown again when a release is run again.
    const verified = await verify(clients, going.map(candidateOf), {
        region: run.aws.region,
        registries: [...new Set(Object.values(addresses).map((address) => address.split('/')[0] ?? ''))],
        skip: input['skip-checks'],
        now: run.now,
        signal: run.signal,
    });
    const suites = await prepareSuites(wanted.services, external_node_path_default().dirname(run.paths.config));
    const summary = planSummary(decisions, wanted.groups);
    if (input['dry-run']) {
        await run.log.group('What would change', () => {
            for (const one of going)
                if (one.kind === 'deploy')
                    run.log.info(`${one.service}\n${planText(one.view)}`);
        });
        await (0,plan_file/* writePlan */.pD)(run.paths.workspace, planFileOf(going));
        return planned(verified.checks, summary);
    }
    mustPass(verified.checks);
    (0,state/* keepState */.Jg)(run.state, cluster, run.github.runId, going);
    // ECS keeps no service deployments of those that CodeDeploy deploys.
    const names = going.filter(({ view }) => !view.codeDeploy).map(({ service }) => service);
    const history = await readHistory(ecs, cluster, names);
    const tools = {
        ...toolsOf(clients, input, run, world, verified, suites),
        registered: (revisions) => (0,state/* keepState */.Jg)(run.state, cluster, run.github.runId, going, revisions),
    };
    const trail = await apply(tools, inGroups(going, wanted));
    if (!run.signal.aborted)
        (0,state/* keepDone */.SY)(run.state, cluster);
    return report({
        trail,
        verified: verified.checks,
        history,
        cancelled: run.signal.aborted,
        placeOf: (end) => placeOf(end, run),
        isProven: ({ decision }) => Object.keys(digestsOf(decision, verified.images)).length > 0,
        at: run.now().toISOString(),
    });
}
function mustPass(checks) {
    const failures = checks.filter(({ verdict }) => (0,check/* isFailure */.N6)(verdict));
    if (failures.length === 0)
        return;
    throw new golive_error/* GoliveError */.N('ROLLOUT_NOT_READY', failures.map(({ subject, because }) => `${subject}: ${because}`).join('; '), {
        hint: 'mend what failed; what could not be asked for lacks a permission, or is left out by skip-checks. Nothing was changed',
        checks,
    });
}
function toolsOf({ ecs, watching, codeDeploy, logs, elb }, input, run, world, { images }, { pauses, ready }) {
    const pace = {
        every: SOON,
        within: { ms: 120_000 },
        now: run.now,
        sleep: run.sleep,
        progress: (line) => run.log.info(line),
    };
    const variables = [...[...pauses.values()].flat(), ...ready.values()].flatMap(({ suites }) => suites.variables);
    return {
        ecs,
        watching,
        codeDeploy,
        logs,
        elb,
        cluster: input.cluster,
        run,
        pace,
        paceBack: { ...pace, within: input.timeout, sleep: world.uncancelled },
        cancelledAt: momentOf(run),
        timeout: input.timeout,
        maxFailedTasks: input['max-failed-tasks'],
        logLines: input['log-lines'],
        onFailure: input['on-failure'],
        onCancel: input['on-cancel'],
        digests: (decision) => digestsOf(decision, images),
        pauses,
        ready,
        failed: (ends) => tellFailures(ends, run),
        asking: {
            runId: world.runId,
            environment: Object.fromEntries(variables.map((name) => [name, world.environment[name]])),
        },
    };
}
/** Tells when the run was cancelled, from now on. */
function momentOf({ signal, now }) {
    let at = signal.aborted ? now() : undefined;
    signal.addEventListener('abort', () => {
        at ??= now();
    });
    return () => at;
}
const inGroups = (going, { groups }) => groups.map((group) => going.filter(({ service }) => group.includes(service)));
/** The line that a failure is about: in the task definition's file, else that of the service in golive.yml. */
function placeOf(end, run) {
    const { file, line } = end.decision.view.placeOf((end.explanation ?? end.outcome?.explanation)?.path ?? []) ?? {};
    if (file !== undefined && line !== undefined)
        return { file, line };
    return run.placeOf(['services', end.service]);
}
function tellFailures(ends, run) {
    for (const end of ends) {
        const { service, outcome, log } = end;
        if (!outcome || outcome.kind === 'succeeded' || outcome.kind === 'cancelled')
            continue;
        run.log.info(`✗ ${service}: ${sentence_sentence(end, { trail: {} })}`);
        if (log.length > 0)
            run.log.warn(`last log lines of ${service}:\n${log.join('\n')}`);
    }
}
function planned(checks, summary) {
    return {
        checks,
        outputs: { outcome: 'planned', 'task-definitions': '{}', deployments: '{}', 'rolled-back': 'false' },
        summary,
    };
}


/***/ }),

/***/ 47560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ deploymentSettings),
/* harmony export */   By: () => (/* binding */ capacityProviders),
/* harmony export */   sA: () => (/* binding */ codeDeploySettings),
/* harmony export */   t8: () => (/* binding */ containerOf),
/* harmony export */   xw: () => (/* binding */ serviceSettings)
/* harmony export */ });
/* unused harmony export pauseStages */
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81503);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35952);
/** What the user may say about one service, or about all of them at once. */



/** Stages at which ECS lets a deployment pause; AWS, "Pause hooks for Amazon ECS service deployments". */
const pauseStages = [
    'reconcile-service',
    'pre-scale-up',
    'post-scale-up',
    'post-test-traffic-shift',
    'pre-production-traffic-shift',
    'post-production-traffic-shift',
];
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1);
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()]).transform(String);
/** null takes the entry away. */
const changes = (value) => zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(name, zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(name, value.nullable()));
const suites = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).min(1);
const baseUrl = zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5({ protocol: /^https?$/ });
const pause = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    stage: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(pauseStages),
    suites,
    'base-url': baseUrl,
    /** ECS ends the pause by itself after this time, by going back. */
    timeout: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)().default('15m'),
});
const percent = (least, most) => zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(least).max(most);
const deploymentSettings = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    strategy: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['rolling', 'blue-green', 'linear', 'canary']).exactOptional(),
    'minimum-healthy-percent': percent(0, 100).int().exactOptional(),
    'maximum-percent': percent(100, 200).int().exactOptional(),
    'circuit-breaker': zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['rollback', 'stop', 'off']).exactOptional(),
    alarms: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ names: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(name).min(1), rollback: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(true) })
        .or(zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('off'))
        .exactOptional(),
    'bake-time': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)().exactOptional(),
    'canary-percent': percent(0.1, 99.9).exactOptional(),
    'canary-bake-time': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)().exactOptional(),
    'step-percent': percent(3, 100).exactOptional(),
    'step-bake-time': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)().exactOptional(),
    pauses: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pause).exactOptional(),
});
const capacityProviders = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    provider: name,
    weight: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(0).max(1000).default(1),
    base: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(0).max(100_000).default(0),
}))
    .min(1);
/** Lifecycle events at which CodeDeploy asks a function: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
const lambda = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).exactOptional();
const codeDeployHooks = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    BeforeInstall: lambda,
    AfterInstall: lambda,
    AfterAllowTestTraffic: lambda,
    BeforeAllowTraffic: lambda,
    AfterAllowTraffic: lambda,
});
/** How CodeDeploy deploys a service whose deployment controller it is. */
const codeDeploySettings = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    application: name.exactOptional(),
    group: name.exactOptional(),
    config: name.exactOptional(),
    description: name.exactOptional(),
    hooks: codeDeployHooks.exactOptional(),
    /** For a group that waits before the traffic shifts: what has to pass for the deployment to be continued. */
    ready: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ suites, 'base-url': baseUrl }).exactOptional(),
    'wait-for-termination': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(true),
});
/** What one container gets, beside what is said by container name: its image, and what has no names in it. */
const container = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Name of an image. */
    image: name.exactOptional(),
    /** CPU units. */
    cpu: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(0).exactOptional(),
    /** MiB at which it is killed, and MiB that are kept for it. Docker takes no less than 4. */
    memory: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(4).exactOptional(),
    'memory-reservation': zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(4).exactOptional(),
    /** null: the one of the image. */
    'entry-point': zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullable().exactOptional(),
    'log-driver': zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .LogDriver */ .$U).exactOptional(),
});
const runtimePlatform = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    'cpu-architecture': zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .CPUArchitecture */ .kq).exactOptional(),
    'operating-system-family': zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .OSFamily */ .jw).exactOptional(),
});
const serviceSettings = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** The name of an image alone stands for `{ image: NAME }`. */
    containers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(name, zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([name, container])).default({}),
    definition: name.exactOptional(),
    environment: changes(text).exactOptional(),
    secrets: changes(name).exactOptional(),
    command: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(name, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullable()).exactOptional(),
    'log-options': changes(text).exactOptional(),
    cpu: text.exactOptional(),
    memory: text.exactOptional(),
    'runtime-platform': runtimePlatform.exactOptional(),
    tags: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(name, zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable()).exactOptional(),
    'desired-count': zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(0).exactOptional(),
    'capacity-providers': capacityProviders.exactOptional(),
    'health-check-grace-period': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)().exactOptional(),
    deployment: deploymentSettings.exactOptional(),
    'code-deploy': codeDeploySettings.exactOptional(),
});
const containerOf = (said) => typeof said === 'string' ? { image: said } : said;


/***/ }),

/***/ 40616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ keepState),
/* harmony export */   SY: () => (/* binding */ keepDone),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _deploy_put_back_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30950);
/** What the main part leaves for the post step, so that a cancelled or killed step can still be taken back. */


const name = 'rollout';
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    cluster: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** `done`: every service ended as it should, or was put back; there is nothing left to do. */
    phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['deploying', 'done']),
    services: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        service: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        taskDefinition: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        desiredCount: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().exactOptional(),
        releaseCount: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().exactOptional(),
        settings: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}).exactOptional(),
        /** The revision that this run deploys: a deployment to any other, but the one before, is somebody else's. */
        ours: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().exactOptional(),
        codeDeploy: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            place: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ application: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), group: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
            mark: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            adopted: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().exactOptional(),
            config: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().exactOptional(),
        })
            .exactOptional(),
    })),
});
/** Kept before the first change: what each service goes back to, and by service the revision that it is to run. */
function keepState(state, cluster, runId, decisions, revisions = new Map()) {
    const changing = decisions.filter(({ kind }) => kind !== 'leave');
    const services = changing.map((decision) => {
        const { before, ...way } = (0,_deploy_put_back_js__WEBPACK_IMPORTED_MODULE_0__/* .wayBackOf */ .m)(decision, runId);
        const ours = revisions.get(decision.service);
        return { ...before, ...way, ...(ours ? { ours } : {}) };
    });
    state.save(name, JSON.stringify({ cluster, phase: 'deploying', services }));
}
function keepDone(state, cluster) {
    state.save(name, JSON.stringify({ cluster, phase: 'done', services: [] }));
}
/** Undefined when the main part changed nothing. Throws when the text is not what `keepState` wrote. */
function readState(state) {
    const text = state.get(name);
    return text === '' ? undefined : stateSchema.parse(JSON.parse(text));
}


/***/ }),

/***/ 56920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseDigestReference)
/* harmony export */ });
const PATTERN = /^([a-z0-9]+(?:[._/-][a-z0-9]+)*)@(sha256:[0-9a-f]{64})$/;
function parseDigestReference(text) {
    const [, repository, digest] = PATTERN.exec(text) ?? [];
    return repository && digest ? { repository, digest } : undefined;
}


/***/ }),

/***/ 67906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ lastLogLines),
/* harmony export */   i: () => (/* binding */ logLinesSince)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28093);
/* harmony import */ var _evidence_likely_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95753);


/** The last `count` lines of a log stream, likely secrets hidden; none when the stream was never written. */
async function lastLogLines(logs, at, count) {
    const page = await readPage(logs, { logGroupName: at.group, logStreamName: at.stream, limit: count });
    return page.lines.slice(-count);
}
/** Lines, likely secrets hidden, written since `token` (from the start without one), and the token to go on from. */
async function logLinesSince(logs, at, token) {
    const lines = [];
    let next = token;
    for (;;) {
        const page = await readPage(logs, {
            logGroupName: at.group,
            logStreamName: at.stream,
            startFromHead: true,
            ...(next ? { nextToken: next } : {}),
        });
        lines.push(...page.lines);
        // At its end a stream gives back the token that it was asked with.
        if (page.lines.length === 0 || page.token === undefined || page.token === next) {
            const last = page.token ?? next;
            return last === undefined ? { lines } : { lines, token: last };
        }
        next = page.token;
    }
}
async function readPage(logs, input) {
    try {
        const answer = await logs.send(new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__/* .GetLogEventsCommand */ .h(input));
        const lines = (answer.events ?? []).map((event) => (0,_evidence_likely_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hideLikelySecrets */ .E)(event.message ?? ''));
        return answer.nextForwardToken ? { lines, token: answer.nextForwardToken } : { lines };
    }
    catch (error) {
        // The stream appears with its first line.
        if (error instanceof Error && error.name === 'ResourceNotFoundException')
            return { lines: [] };
        throw error;
    }
}


/***/ }),

/***/ 65629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ worstRisk),
/* harmony export */   T0: () => (/* binding */ plansFolder),
/* harmony export */   j2: () => (/* binding */ planFileSchema),
/* harmony export */   pD: () => (/* binding */ writePlan),
/* harmony export */   xZ: () => (/* binding */ readPlans)
/* harmony export */ });
/* unused harmony export risks */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37428);
// What an action would do, written down by its dry run: people read it before they approve, and production begins only
// while the same dry run still writes the same.



/**
 * What a change may cost, the least first. `unknown` is the worst: nobody could judge it.
 * `locks`: others wait for it. `breaks`: the release before stops working. `destroys`: data is gone.
 */
const risks = ['none', 'adds', 'writes', 'locks', 'breaks', 'destroys', 'unknown'];
const change = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('What changes: a service, a migration, a record'),
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['none', 'create', 'change', 'remove']),
    text: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('The change itself, for people: a difference, SQL, the records before and after'),
    risk: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(risks).exactOptional(),
});
/** A plan tells neither times nor run ids, nor secrets: the same repository and world give the same plan. */
const planFileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('golive/plan@1'),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[a-z][a-z0-9-]*$/, 'an action is written in lower case with dashes'),
    because: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('One sentence'),
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(change),
    detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()).describe('Whatever else must not change unseen, by name'),
});
/** Of several risks the worst; of none `none`. */
function worstRisk(all) {
    return risks[Math.max(0, ...[...all].map((one) => risks.indexOf(one)))] ?? 'unknown';
}
/** The folder of the plans in a workspace. */
const plansFolder = (workspace) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(workspace, '.golive', 'plans');
/** Writes the plan of an action over the one before. Gives the file. */
async function writePlan(workspace, plan) {
    const whole = planFileSchema.parse({ schema: 'golive/plan@1', ...plan });
    const folder = plansFolder(workspace);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, `${plan.action}.json`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.new`, `${JSON.stringify(whole, null, 2)}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.new`, file);
    return file;
}
/** The plans of a folder by the names of their actions, none when there is no folder. Throws when a file is no plan. */
async function readPlans(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    const files = names.filter((name) => name.endsWith('.json')).sort();
    return Promise.all(files.map((name) => readPlan(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, name))));
}
async function readPlan(file) {
    const parsed = planFileSchema.safeParse(json(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')));
    if (!parsed.success)
        throw new Error(`${file} is no plan: ${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(parsed.error)}`);
    if (`${parsed.data.action}.json` !== node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(file))
        throw new Error(`${file} is the plan of ${parsed.data.action}, and must be called after it`);
    return parsed.data;
}
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
