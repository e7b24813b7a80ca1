export const id = 7721;
export const ids = [7721];
export const modules = {

/***/ 32059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ StopTaskCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44947);


class StopTaskCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "StopTask", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .StopTask$ */ .kfB) {
}


/***/ }),

/***/ 45081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ ChangeResourceRecordSetsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42007);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38308);


class ChangeResourceRecordSetsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw1 */ .Fw, "ChangeResourceRecordSets", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ChangeResourceRecordSets$ */ .VZw) {
}


/***/ }),

/***/ 88395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ GetChangeCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42007);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38308);


class GetChangeCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "GetChange", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .GetChange$ */ .xmL) {
}


/***/ }),

/***/ 2744:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ GetHostedZoneCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42007);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38308);


class GetHostedZoneCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "GetHostedZone", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .GetHostedZone$ */ .Ukk) {
}


/***/ }),

/***/ 77593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* unused harmony export preconditions */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59283);




/** The checks that come before anything is touched, and that can be left out by name. */
const preconditions = ['definition', 'images', 'secrets', 'load-balancers'];
const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'rollback',
    title: 'Golive: rollback',
    description: 'Puts back what was before a release: DNS, services, and on demand the database from its snapshot.',
    section: 'rollback',
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        levels: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_levels_js__WEBPACK_IMPORTED_MODULE_2__/* .levels */ .yr))
            .min(1)
            .default(['application', 'dns'])
            .describe('What to put back. `database` gives up every row written since the snapshot'),
        cluster: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
            .optional()
            .describe('ECS cluster, where there is no release record; default: `rollout.cluster`'),
        services: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
            .optional()
            .describe('Services to put back; default: those of the release record, else of `rollout.services`'),
        'dry-run': zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().default(false).describe('Check, show the plan, and stop there'),
        'skip-checks': zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(preconditions))
            .default([])
            .describe(`Preconditions not to check, of ${preconditions.join(', ')}; each is reported as skipped`),
        force: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
            .min(1)
            .optional()
            .describe('Why an image is put back beside a schema that it may not work with; the reason is kept as evidence'),
        'cancel-release': zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('only')])
            .default(true)
            .describe('Whether a release run that is still in progress is cancelled first; `only` does nothing else'),
        'run-id': zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().describe('Run of the release; default: the one that the release record names'),
        'cancel-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('15m').describe('Time for the cancelled release run to end'),
        suites: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
            .optional()
            .describe('Suite files that are asked afterwards, as globs below the folder of golive.yml; default: `smoke.suites`'),
        'base-url': zod__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ5({ protocol: /^https?$/ })
            .optional()
            .describe('What the relative URLs of the suites are joined to; default: `smoke.base-url`'),
        timeout: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('20m').describe('Time for services and DNS to be back'),
        'database-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1h').describe('Time for the database to be back'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1s').describe('Time between two looks at AWS'),
        'github-token': zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().meta({
            secret: true,
            // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
            actionDefault: '${{ github.token }}',
            description: 'Token that may write actions of this repository, to cancel the release; the one of the job will do',
        }),
    }),
    outputs: {
        outcome: '`back`, `planned`, `release-ended`, `refused`, `failed`, `superseded`, `timed-out`, `could-not-find-out`, `smoke-failed` or `cancelled`',
        plan: 'JSON list of the decisions: level, subject, kind, because',
        elapsed: 'JSON object: level -> seconds that it took, by the clock of AWS where it tells',
        'elapsed-seconds': 'Seconds of all levels together',
        'kept-database': 'Instance identifier under which the database as it was before the rollback is kept',
    },
});


/***/ }),

/***/ 59283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ SOURCES),
/* harmony export */   aF: () => (/* binding */ BUDGET_MINUTES),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/** What can be put back, in the order in which it is: the reverse of a release. */
const levels = ['dns', 'application', 'database', 'infrastructure'];
/** Minutes that the checklist gives each level: application 5, database 15, infrastructure with DNS 30. */
const BUDGET_MINUTES = {
    application: 5,
    database: 15,
    infrastructure: 30,
    dns: 30,
};
const SOURCES = {
    application: 'ecs:DescribeServiceDeployments',
    database: 'rds:DescribeDBInstances',
    infrastructure: 'release record',
    dns: 'route53:ListResourceRecordSets',
};


/***/ }),

/***/ 27721:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(74211);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7777);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24677);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(67278);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(64360);
/* harmony import */ var _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(53072);
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(77650);
/* harmony import */ var _shared_ecs_code_deploy_lazily__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(36276);
/* harmony import */ var _shared_ecs_paced_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2674);
/* harmony import */ var _shared_github_rest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41245);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66046);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77593);
/* harmony import */ var _roll_back_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55897);















await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_4__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .definition */ .m, async (input, run) => {
    if (input['cancel-release'] === 'only')
        return (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_6__/* .onlyEndRelease */ .N)(gitHubOf(run), input, run);
    const clients = {
        ecs: (0,_shared_ecs_paced_client__WEBPACK_IMPORTED_MODULE_2__/* .keepWithinQuotas */ .cg)(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__/* .ECSClient */ .Z(run.aws), { now: run.now, sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms) }),
        codeDeploy: (0,_shared_ecs_code_deploy_lazily__WEBPACK_IMPORTED_MODULE_8__/* .lazily */ .q)(run.aws),
        watching: new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__/* .ECSClient */ .Z({ ...run.aws, maxAttempts: 1 }),
        ecr: new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_9__/* .ECRClient */ .S(run.aws),
        elb: new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_10__/* .ElasticLoadBalancingV2Client */ .M(run.aws),
        secrets: new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_11__/* .SecretsManagerClient */ ._(run.aws),
        ssm: new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_12__/* .SSMClient */ .j(run.aws),
        rds: new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_13__/* .RDSClient */ .r(run.aws),
        route53: new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_14__/* .Route53Client */ .L(run.aws),
        github: gitHubOf(run),
    };
    return (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_6__/* .rollBack */ .F)(clients, input, run, {
        runId: `${run.github.runId}-${run.github.runAttempt}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`,
        environment: process.env,
    });
});
function gitHubOf({ action, github, signal, sleep }) {
    const { apiUrl, repository, token } = github;
    if (!token)
        return undefined;
    const settings = { action, apiUrl, repository, token, signal, sleep };
    return { ask: (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_3__/* .askGitHub */ .X3)(settings), post: (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_3__/* .postToGitHub */ .HF)(settings) };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 55897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ onlyEndRelease),
  F: () => (/* binding */ rollBack)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/check.ts
var check = __webpack_require__(90209);
// EXTERNAL MODULE: ./packages/shared/src/rds/instance-names.ts
var instance_names = __webpack_require__(49641);
// EXTERNAL MODULE: ./packages/shared/src/release/record.ts
var release_record = __webpack_require__(3116);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServiceDeploymentsCommand.js
var DescribeServiceDeploymentsCommand = __webpack_require__(9064);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ListServiceDeploymentsCommand.js
var ListServiceDeploymentsCommand = __webpack_require__(83723);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServiceRevisionsCommand.js
var DescribeServiceRevisionsCommand = __webpack_require__(32006);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/group.ts
var code_deploy_group = __webpack_require__(87022);
// EXTERNAL MODULE: ./packages/shared/src/ecs/service-settings.ts
var service_settings = __webpack_require__(47102);
// EXTERNAL MODULE: ./packages/shared/src/ecs/services.ts
var ecs_services = __webpack_require__(2089);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/place.ts
var place = __webpack_require__(26598);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/position.ts
var position = __webpack_require__(70542);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/whose.ts
var whose = __webpack_require__(6113);
;// CONCATENATED MODULE: ./actions/rollback/src/application/code-deploy.ts




const isCodeDeploys = ({ deploymentController }) => deploymentController?.type === 'CODE_DEPLOY';
const placeIn = ({ services }, cluster, service) => (0,place/* placeOf */.$)(cluster, service, services[service]?.codeDeploy);
/** What goes back has run before: it is not tried on a tenth of the traffic first. */
const AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce';
/** @param runId of this run, whose deployments bear it */
async function observeControlled({ ecs, calls }, goal, service, place, runId) {
    const group = await (0,code_deploy_group/* groupOf */.F)(calls, place, goal.cluster, service);
    if ('kind' in group)
        return group;
    const at = await (0,position/* position */.G)(ecs, calls, goal.cluster, goal.service, place);
    // What is under way now is what is to be undone, whoever began it.
    const adopted = at.inFlight?.info.deploymentId;
    return {
        kind: 'controlled',
        at,
        goal: { ...goal, place, mark: (0,whose/* markOf */.Fg)(runId), config: AT_ONCE, ...(adopted ? { adopted } : {}) },
    };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/app-spec.ts
var app_spec = __webpack_require__(16384);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/next-step-back.ts
var next_step_back = __webpack_require__(77427);
// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/task-sets.ts
var task_sets = __webpack_require__(21428);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./actions/rollback/src/application/previous.ts
/** What a service ran before its present deployment, found in what ECS remembers of its deployments. */


/**
 * The newest deployment that succeeded, and so was baked, before the present one, and that led to something else. A
 * present one that itself leads back to the state before is the way back: going back twice must not lead forward again.
 *
 * @param history newest first; a deployment is SUCCESSFUL only after its bake time
 */
function previousOf(history) {
    const [present, ...older] = history;
    // Known to be a way back: it is gone on with, also when it failed.
    if (present?.putsBack)
        return goal({ deployment: present }, `${nameOf(present)} is what it was last put back to`);
    const states = [];
    for (const one of [...older].reverse())
        if (one.status === 'SUCCESSFUL')
            enter(states, one);
    const [before, now] = [states.at(-2), states.at(-1)];
    if (!present || !now)
        return { kind: 'refuse', because: 'no deployment before the present one is remembered that succeeded' };
    if (isSameState(present.revision, now.deployment.revision))
        return ofTheSame(present, now, before);
    if (!before || present.putsBack === false || !isSameState(present.revision, before.deployment.revision))
        return goal(now, `${nameOf(now.deployment)} succeeded before ${nameOf(present)}`);
    if (present.status === 'SUCCESSFUL' || isUnderWay(present))
        return goal(before, `the newest deployment is the way back to ${nameOf(present)}`);
    return {
        kind: 'refuse',
        because: `its newest deployment led back to ${nameOf(present)} from ${nameOf(now.deployment)}, and ended ${present.status}: whether that was a rollback that failed cannot be told`,
    };
}
/** New tasks of the same revision are no other state; a deployment to the state before undoes the last one. */
function enter(states, deployment) {
    const [before, now] = [states.at(-2), states.at(-1)];
    if (now && isSameState(deployment.revision, now.deployment.revision))
        states.splice(-1, 1, { deployment, isReturn: now.isReturn });
    else if (before && isSameState(deployment.revision, before.deployment.revision) && deployment.putsBack !== false)
        states.splice(-2, 2, { deployment, isReturn: true });
    // It leads to what no history tells, such as what the service was created with.
    else if (deployment.putsBack)
        states.splice(-1, 1, { deployment, isReturn: true });
    else
        states.push({ deployment, isReturn: false });
}
/** The present deployment only renews the tasks of the state before it. */
function ofTheSame(present, now, before) {
    if (now.isReturn)
        return goal(now, `${nameOf(present)} is what the service went back to`);
    // One that did not succeed has renewed nothing: what was before it is the same, with its tasks as they were.
    if (present.status !== 'SUCCESSFUL')
        return goal(now, `${nameOf(now.deployment)} succeeded before`);
    if (before)
        return goal(before, `${nameOf(before.deployment)} succeeded before ${nameOf(present)}`);
    return goal(now, `nothing but ${nameOf(present)} is remembered`);
}
const goal = ({ deployment }, because) => ({
    kind: 'goal',
    deployment,
    because,
});
const isUnderWay = ({ status }) => ['PENDING', 'IN_PROGRESS'].includes(status);
const nameOf = ({ revision }) => revision.taskDefinition?.split('/').at(-1) ?? 'an unknown definition';
/** The same definition, settings and images. */
function isSameState(a, b) {
    const [ours, theirs] = [digestsOf(a), digestsOf(b)];
    return (a.taskDefinition === b.taskDefinition &&
        service_settings/* fieldsOfRevision */.SE.every((field) => (0,external_node_util_.isDeepStrictEqual)(some(a[field]), some(b[field]))) &&
        // A deployment that has only begun has not resolved its images yet.
        Object.entries(ours).every(([container, digest]) => (theirs[container] ?? digest) === digest));
}
const some = (value) => (Array.isArray(value) && value.length === 0 ? undefined : value);
/** Container name -> digest that ECS resolved its image to. */
function digestsOf({ containerImages = [] }) {
    const entries = containerImages.flatMap(({ containerName, imageDigest }) => containerName && imageDigest ? [[containerName, imageDigest]] : []);
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./actions/rollback/src/application/code-deploy-history.ts





/** Deployments that are looked at. */
const NEWEST = 20;
/** As long as ECS remembers its own deployments. */
const WITHIN_MS = 90 * 24 * 60 * 60_000;
/** Newest first: the present one, and those before it that succeeded. CodeDeploy's own ways back are none of them. */
async function historyOf(calls, place, now) {
    const all = await calls.since(place, new Date(now.getTime() - WITHIN_MS));
    const [present, ...older] = all.filter((info) => !(0,whose/* isWayBack */.PU)(info));
    const looked = [...(present ? [present] : []), ...older.filter(({ status }) => status === 'Succeeded')];
    return Promise.all(looked.slice(0, NEWEST).map(async (info) => ({ info, appSpec: await calls.appSpec(info) })));
}
/** A deployment of the definition that runs already brought new tasks, and is no state of its own. */
function previousByCodeDeploy(service, history) {
    const [present] = history;
    if (!present)
        return { kind: 'refuse', because: 'CodeDeploy remembers no deployment of it' };
    const before = (0,task_sets/* setBesides */.g6)(service, present.info.deploymentId ?? '')?.taskDefinition;
    // The first deployment of a service comes from what it was created with, which is no deployment of CodeDeploy's.
    if (history.length === 1 && present.info.status !== 'Succeeded' && before)
        return { kind: 'goal', taskDefinition: before, because: `${present.info.deploymentId} is its first deployment` };
    const unread = history.find(({ appSpec }) => (0,app_spec/* taskDefinitionIn */.ah)(appSpec) === undefined);
    if (unread)
        return { kind: 'refuse', because: `what ${unread.info.deploymentId} led to cannot be read from its AppSpec` };
    const previous = previousOf(history.map(({ info, appSpec }) => ({
        arn: info.deploymentId ?? '',
        status: statuses[info.status ?? ''] ?? 'IN_PROGRESS',
        revision: { taskDefinition: (0,next_step_back/* short */.h0)((0,app_spec/* taskDefinitionIn */.ah)(appSpec)) },
        ...known((0,whose/* putsBack */.O0)(info.description)),
    })));
    if (previous.kind === 'refuse')
        return previous;
    const found = history.find(({ info }) => info.deploymentId === previous.deployment.arn);
    const appSpec = (0,app_spec/* withoutHooks */.bz)(found?.appSpec);
    return {
        kind: 'goal',
        taskDefinition: (0,app_spec/* taskDefinitionIn */.ah)(appSpec) ?? '',
        because: previous.because,
        ...(appSpec ? { appSpec } : {}),
    };
}
const known = (back) => (back === undefined ? {} : { putsBack: back });
/** In the words of ECS; every other one is under way. */
const statuses = { Succeeded: 'SUCCESSFUL', Failed: 'STOPPED', Stopped: 'STOPPED' };

;// CONCATENATED MODULE: ./actions/rollback/src/application/goals.ts
/** What each service goes back to: as the release record says, or as ECS remembers. */







/** Goals that can be gone to, by cluster. */
function byCluster(goals) {
    const groups = new Map();
    for (const goal of goals)
        if (goal.kind === 'goal')
            groups.set(goal.cluster, [...(groups.get(goal.cluster) ?? []), goal]);
    return groups;
}
/** @param only names of services; all of the record when undefined */
function goalsOfRecord(record, only, levels, { services: asked } = { services: {} }) {
    return (only ?? Object.keys(record.services)).map((service) => {
        const recorded = record.services[service];
        if (!recorded)
            return { kind: 'refuse', service, cluster: '', because: 'the release record has no such service' };
        const { cluster, taskDefinition, desiredCount, settings, images } = recorded;
        const digests = Object.entries(images).flatMap(([container, image]) => {
            const digest = image.split('@')[1];
            return digest ? [[container, digest]] : [];
        });
        return {
            kind: 'goal',
            service,
            cluster,
            taskDefinition,
            desiredCount,
            ...releaseCount(asked[service]?.count),
            ...(settings ? { settings } : {}),
            // A rollback that exchanged the database asks for new tasks; run again, it must not stop them.
            ...(record.database && levels.includes('database') ? { renewed: true } : {}),
            digests: Object.fromEntries(digests),
            because: 'the release record',
        };
    });
}
const releaseCount = (count) => (count === undefined ? {} : { releaseCount: count });
/** What each service ran before, by its newest deployments. */
async function goalsOfHistory(histories, cluster, names) {
    const { ecs } = histories;
    const services = await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, names);
    return Promise.all(names.map(async (service) => {
        const view = services.get(service);
        const refuse = (because) => ({ kind: 'refuse', service, cluster, because });
        if (!view)
            return refuse(`${cluster} has no active service of this name`);
        if (isCodeDeploys(view))
            return goalOfCodeDeploy(histories, cluster, view);
        const previous = previousOf(await goals_historyOf(ecs, cluster, service));
        if (previous.kind === 'refuse')
            return refuse(previous.because);
        return goalOf(ecs, cluster, view, previous.deployment, previous.because);
    }));
}
async function goalOfCodeDeploy({ codeDeploy, settings, now }, cluster, view) {
    const service = view.serviceName ?? '';
    const calls = await codeDeploy();
    const place = placeIn(settings, cluster, service);
    const group = await (0,code_deploy_group/* groupOf */.F)(calls, place, cluster, view);
    if ('kind' in group)
        return { kind: 'refuse', service, cluster, because: `${group.because}: ${group.hint}` };
    const previous = previousByCodeDeploy(view, await historyOf(calls, place, now()));
    if (previous.kind === 'refuse')
        return { ...previous, service, cluster };
    return { ...previous, service, cluster, digests: {} };
}
async function goalOf(ecs, cluster, view, { arn, revision }, because) {
    const { serviceDeployments = [] } = await ecs.send(new DescribeServiceDeploymentsCommand/* DescribeServiceDeploymentsCommand */.A({ serviceDeploymentArns: [arn] }));
    return {
        kind: 'goal',
        service: view.serviceName ?? '',
        cluster,
        taskDefinition: revision.taskDefinition ?? '',
        settings: (0,service_settings/* settingsOfRevision */.Go)(view, revision, serviceDeployments[0]?.deploymentConfiguration),
        digests: digestsOf(revision),
        because,
    };
}
/** Deployments that are looked at; ECS itself keeps those of the last 90 days. */
const goals_NEWEST = 60;
async function goals_historyOf(ecs, cluster, service) {
    const { serviceDeployments = [] } = await ecs.send(new ListServiceDeploymentsCommand/* ListServiceDeploymentsCommand */.j({ cluster, service, maxResults: 100 }));
    const newest = [...serviceDeployments].sort((a, b) => age(b) - age(a)).slice(0, goals_NEWEST);
    const arns = [...new Set(newest.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []))];
    const revisions = new Map();
    for (const batch of (0,ecs_services/* chunks */.VN)(arns, 20)) {
        const answer = await ecs.send(new DescribeServiceRevisionsCommand/* DescribeServiceRevisionsCommand */.o({ serviceRevisionArns: batch }));
        for (const one of answer.serviceRevisions ?? [])
            revisions.set(one.serviceRevisionArn ?? '', one);
    }
    return newest.flatMap(({ serviceDeploymentArn: arn, status, targetServiceRevisionArn }) => {
        const revision = revisions.get(targetServiceRevisionArn ?? '');
        return arn && status && revision ? [{ arn, status, revision }] : [];
    });
}
const age = ({ createdAt }) => createdAt?.getTime() ?? 0;

// EXTERNAL MODULE: ./packages/shared/src/rds/instances.ts
var instances = __webpack_require__(62091);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/rollback/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'rollback.release-ended': 'Is the run of the release over, so that it changes nothing any more?',
    'rollback.definition-verified': 'Can the task definition to go back to still be used?',
    'rollback.images-verified': 'Is every image to go back to still in its repository?',
    'rollback.secrets-verified': 'Does every secret and parameter of the task to go back to still exist?',
    'rollback.load-balancers-verified': 'Do the target groups to go back to still exist?',
    'rollback.schema': 'Can the images to go back to work with the schema that is in the database?',
    'rollback.<level>': 'Is this level back where it was before the release?',
    'rollback.within-budget': 'Did going back take no longer than its minutes?',
    'rollback.smoke': 'Does the system answer as its smoke suite wants, after going back?',
};
const checks_check = (0,checks/* checkIn */.i)(checks_checks);

;// CONCATENATED MODULE: ./actions/rollback/src/application/schema-gate.ts
/** Whether old images may be put back beside the schema that is in the database now. */
function judgeSchema(view) {
    const { levels, putsBack, database, force } = view;
    if (!levels.includes('application'))
        return { verdict: 'skipped', because: 'no service is put back' };
    if (!putsBack)
        return { verdict: 'pass', because: 'every service runs what it is to go back to' };
    if (database && levels.includes('database'))
        return { verdict: 'pass', because: `${database.instance} goes back to its snapshot too` };
    const { verdict, because } = compatibilityOf(view);
    if (verdict !== 'incompatible' && verdict !== 'unknown')
        return { verdict, because };
    if (force !== undefined)
        return { verdict: 'warn', because: `forced (${force}) although ${because}` };
    return { verdict: verdict === 'incompatible' ? 'fail' : 'inconclusive', because };
}
function compatibilityOf({ database, snapshot, hasRecord, migrates }) {
    if (!hasRecord && migrates)
        return { verdict: 'unknown', because: 'without a release record nobody knows what the release migrated' };
    if (!database)
        return hasRecord
            ? { verdict: 'pass', because: 'the release touched no database' }
            : { verdict: 'skipped', because: 'there is no release record, and golive.yml has no section migrate' };
    const told = database.compatibility;
    if (told?.verdict === 'compatible')
        return { verdict: 'pass', because: told.because };
    if (told)
        return { verdict: told.verdict, because: told.because };
    if (snapshot === 'missing')
        return { verdict: 'pass', because: `nothing was migrated: there is no snapshot ${database.snapshot}` };
    const why = snapshot === 'available' ? 'it was taken, so the migration may have run' : 'RDS could not be asked for it';
    return {
        verdict: 'unknown',
        because: `the release record does not say whether the release before works with the schema; snapshot ${database.snapshot}: ${why}`,
    };
}

;// CONCATENATED MODULE: ./actions/rollback/src/application/schema-check.ts



/** Asks RDS only where the record does not tell enough. */
async function schemaCheck(rds, input, run, record, decisions) {
    const putsBack = decisions.some(({ level, kind }) => level === 'application' && kind === 'put-back');
    const { database } = record ?? {};
    const isOpen = putsBack && database && !database.compatibility && !input.levels.includes('database');
    const { verdict, because } = judgeSchema({
        levels: input.levels,
        putsBack,
        database,
        snapshot: isOpen ? await snapshotOf(rds, database.snapshot) : 'not asked',
        hasRecord: record !== undefined,
        migrates: run.config.migrate !== undefined,
        force: input.force,
    });
    return checks_check('rollback.schema', database?.instance ?? 'database', verdict, because, {
        measured: database?.revisionTo,
        expected: database?.revisionFrom,
        source: isOpen ? 'rds:DescribeDBSnapshots' : 'release record',
        at: run.now().toISOString(),
    });
}
async function snapshotOf(rds, id) {
    try {
        // A snapshot that is still being created is from before anything was migrated.
        return (await (0,instances/* findSnapshot */.C)(rds, id))?.Status === 'available' ? 'available' : 'missing';
    }
    catch (error) {
        if (error instanceof Error && error.name === 'AbortError')
            throw error;
        return 'unknown';
    }
}

// EXTERNAL MODULE: ./packages/shared/src/ecr/images.ts
var ecr_images = __webpack_require__(80150);
// EXTERNAL MODULE: ./packages/shared/src/ecs/register-task-definition.ts + 1 modules
var register_task_definition = __webpack_require__(42034);
// EXTERNAL MODULE: ./packages/shared/src/ecs/task-definition.ts
var task_definition = __webpack_require__(33224);
// EXTERNAL MODULE: ./packages/shared/src/values/image-reference.ts
var image_reference = __webpack_require__(543);
// EXTERNAL MODULE: ./packages/shared/src/verify/candidate.ts
var verify_candidate = __webpack_require__(16412);
// EXTERNAL MODULE: ./packages/shared/src/verify/finding.ts
var finding = __webpack_require__(64172);
// EXTERNAL MODULE: ./packages/shared/src/verify/images.ts
var verify_images = __webpack_require__(44795);
// EXTERNAL MODULE: ./packages/shared/src/verify/load-balancers.ts
var load_balancers = __webpack_require__(4159);
// EXTERNAL MODULE: ./packages/shared/src/verify/secrets.ts
var verify_secrets = __webpack_require__(77404);
;// CONCATENATED MODULE: ./actions/rollback/src/application/verify.ts











/** Asks AWS everything at once and judges it; what is left out by `skip` is not asked, and says so. */
async function verify(clients, leaving, setting) {
    const defined = await Promise.all(leaving.map((one) => verify_define(clients.ecs, one)));
    const candidates = defined.flatMap(candidateOf);
    const at = setting.now().toISOString();
    const report = (name, none, source, judge) => defined.map((one) => {
        const id = `rollback.${name}-verified`;
        const subject = one.goal.service;
        if (setting.skip.includes(name))
            return checks_check(id, subject, 'skipped', 'left out by the input skip-checks', { source: 'skip-checks', at });
        const candidate = candidates.find(({ service }) => service === subject);
        const findings = name === 'definition' ? [judgeDefinition(one)] : candidate ? judge(candidate, one.goal) : [];
        return (0,finding/* fold */.AU)(id, subject, findings, { none: candidate ? none : 'has no definition to look at', source, at });
    });
    const wanted = (name) => (setting.skip.includes(name) ? [] : candidates);
    const registries = await registriesOf(clients.ecr, wanted('images'));
    const [images, secrets, groups] = await Promise.all([
        (0,verify_images/* findImages */.Mz)(clients.ecr, wanted('images'), registries, setting.signal),
        (0,verify_secrets/* findSecrets */.dL)(clients, setting.region, wanted('secrets')),
        (0,load_balancers/* findTargetGroups */.P4)(clients.elb, wanted('load-balancers')),
    ]);
    return {
        checks: [
            ...report('definition', '', 'ecs:DescribeTaskDefinition', () => []),
            ...report('images', 'has no containers', 'ecr:BatchGetImage', (one, goal) => [
                ...(0,verify_images/* judgeImages */.Mk)(one, images),
                ...judgeTags(one, goal, images),
            ]),
            ...report('secrets', 'takes no secrets', 'secretsmanager:DescribeSecret, ssm:DescribeParameters', (one) => (0,verify_secrets/* judgeSecrets */.Vo)(one, secrets)),
            ...report('load-balancers', 'stands behind no load balancer', 'elasticloadbalancing:DescribeTargetGroups', (one) => (0,load_balancers/* judgeLoadBalancers */.Tg)(one, groups)),
        ],
        digests: new Map(defined.map((one) => [one.goal.service, verify_digestsOf(one, candidates, images)])),
    };
}
async function verify_define(ecs, one) {
    // ECS answers with ClientException "Unable to describe task definition." for one that is not there.
    const definition = await (0,finding/* lookUp */.TE)('ecs:DescribeTaskDefinition', /^ClientException$/, () => (0,register_task_definition/* readTaskDefinition */.L)(ecs, one.goal.taskDefinition));
    return { ...one, definition };
}
function candidateOf({ goal, service, definition }) {
    if (definition.kind !== 'found')
        return [];
    const configuration = goal.settings?.deploymentConfiguration ?? service.deploymentConfiguration ?? {};
    return [
        {
            service: goal.service,
            view: { ...service, ...goal.settings },
            definition: (0,task_definition/* fromDescribed */.iw)(definition.value.definition),
            maximumPercent: configuration.maximumPercent ?? 200,
            desiredCount: goal.desiredCount ?? service.desiredCount ?? 0,
            // Where CodeDeploy shifts the traffic, the other target group and the listeners are its deployment group's.
            sideBySide: !isCodeDeploys(service) && !['ROLLING', undefined].includes(configuration.strategy),
        },
    ];
}
/** "You cannot use an INACTIVE task definition … to update an existing service": DeregisterTaskDefinition, API reference. */
function judgeDefinition({ goal, definition }) {
    const name = goal.taskDefinition.split('/').at(-1) ?? goal.taskDefinition;
    if (definition.kind === 'unknown')
        return (0,finding/* unknown */.L5)(`task definition ${name} ${definition.because}`);
    if (definition.kind === 'missing')
        return (0,finding/* fail */.fJ)(`task definition ${name} does not exist`);
    const status = definition.value.definition.status ?? 'ACTIVE';
    return status === 'ACTIVE'
        ? (0,finding/* pass */.IX)(`task definition ${name} is active`)
        : (0,finding/* fail */.fJ)(`task definition ${name} is ${status}, and ECS starts nothing from it: register it again, then deploy that`);
}
/** A tag that has moved on since would bring back another image than the one that ran. */
function judgeTags(candidate, goal, found) {
    return (0,verify_candidate/* containersOf */.M)(candidate).flatMap(({ name = '', image = '' }) => {
        const ran = goal.digests[name];
        const now = found.get(image);
        if (image.includes('@') || ran === undefined || now?.kind !== 'found' || now.value.digests.includes(ran))
            return [];
        return [(0,finding/* fail */.fJ)(`${name}: ${(0,verify_images/* shortImage */.Uq)(image)} is another image now than the ${ran.slice(0, 19)}… that ran`)];
    });
}
function verify_digestsOf({ goal }, candidates, images) {
    const candidate = candidates.find(({ service }) => service === goal.service);
    const entries = Object.entries(goal.digests).map(([container, digest]) => {
        const image = candidate && (0,verify_candidate/* containersOf */.M)(candidate).find(({ name }) => name === container)?.image;
        const found = images.get(image ?? '');
        return [container, [...new Set([digest, ...(found?.kind === 'found' ? found.value.digests : [])])]];
    });
    return Object.fromEntries(entries);
}
/** Hosts of images that ECR itself says are its own, besides those with ECR's form of name. */
async function registriesOf(ecr, candidates) {
    const others = new Map();
    for (const { image = '' } of candidates.flatMap(verify_candidate/* containersOf */.M)) {
        const { registry, repository } = parseOrNothing(image);
        if (registry && repository && !/\.dkr\.ecr\./.test(registry))
            others.set(registry, repository);
    }
    const found = await Promise.all([...others].map(async ([registry, repository]) => {
        const uris = await (0,finding/* lookUp */.TE)('ecr:DescribeRepositories', /^RepositoryNotFound/, () => (0,ecr_images/* repositoryUris */.ex)(ecr, [repository]));
        const uri = uris.kind === 'found' ? uris.value.get(repository) : undefined;
        return uri?.startsWith(`${registry}/`) ? [registry] : [];
    }));
    return found.flat();
}
function parseOrNothing(image) {
    try {
        const { registry, repository } = (0,image_reference/* parseImageReference */.o)(image);
        return { ...(registry ? { registry } : {}), repository };
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/code-deploy/go-back.ts
var go_back = __webpack_require__(1283);
// EXTERNAL MODULE: ./packages/shared/src/ecs/way-back.ts + 1 modules
var way_back = __webpack_require__(20330);
;// CONCATENATED MODULE: ./actions/rollback/src/result.ts
const resultOf = (decision, back, because, pace) => ({
    decision,
    back,
    because,
    at: pace.now().toISOString(),
});
/** Throws on when the run was cancelled. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'AbortError')
        throw error;
    return `${error.name}: ${error.message}`;
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var ecs_pace = __webpack_require__(91902);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/proof.ts
var proof = __webpack_require__(42235);
;// CONCATENATED MODULE: ./actions/rollback/src/application/prove.ts




/** Whether the tasks with the traffic of a service of CodeDeploy run the images of before; says why not. */
async function disproved(ecs, { cluster, service, digests }, pace) {
    if (Object.keys(digests).length === 0)
        return undefined;
    let last = '';
    const end = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const set = (0,task_sets/* primarySet */.bY)((await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, [service])).get(service) ?? {});
        const tasks = await (0,ecs_services/* findTasks */.Uz)(ecs, { cluster, serviceName: service, desiredStatus: 'RUNNING' });
        const running = tasks.filter(({ startedBy, lastStatus }) => startedBy === set?.id && lastStatus === 'RUNNING');
        const proofs = running.map((task) => (0,proof/* proofOfTask */.X)(task, digests));
        const wrong = proofs.find(({ kind }) => kind === 'wrong');
        if (wrong?.kind === 'wrong')
            return { done: { wrong: wrong.because } };
        const open = proofs.find(({ kind }) => kind === 'open');
        const missing = running.length < (set?.computedDesiredCount ?? 0);
        if (open?.kind !== 'open' && !missing)
            return { done: {} };
        last = open?.kind === 'open' ? open.because : `${running.length} of ${set?.computedDesiredCount} tasks were seen`;
        return { waiting: `${service}: ${last}` };
    });
    return end ? end.wrong : `which images it runs could not be found out: ${last}`;
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ContinueServiceDeploymentCommand.js
var ContinueServiceDeploymentCommand = __webpack_require__(29005);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/cadence.ts
var cadence = __webpack_require__(33358);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/watch-services.ts + 14 modules
var watch_services = __webpack_require__(73413);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/watch-at-pace.ts


/**
 * Watches at the pace of an action: its deadline, its progress lines, and at least as often as it asks. Throws what
 * `pace.sleep` throws when the run is cancelled. With `together`, the first that fails ends the watch of the others.
 */
async function watchAtPace(ecs, cluster, watched, pace, { together = false, hopeless = 'end', onHappening, } = {}) {
    const watch = (0,watch_services/* watchServices */.M)({ ecs, cluster, now: pace.now }, watched, {
        deadline: new Date(pace.now().getTime() + pace.within.ms),
        cadence: (0,cadence/* atMost */.Tu)(pace.every.ms),
        hopeless,
        onHappening(happening) {
            onHappening?.(happening);
            if (happening.kind === 'progress')
                pace.progress(happening.progress.text);
            if (happening.kind !== 'outcome')
                return;
            const { kind, service } = happening.outcome;
            if (together && kind !== 'succeeded' && kind !== 'cancelled')
                watch.cancel(`${service} failed`);
        },
    });
    let over = false;
    const outcomes = watch.outcomes.finally(() => {
        over = true;
    });
    // A cancelled run cuts its sleep short with an error: that is how the pace tells of it.
    while (!over) {
        try {
            await Promise.race([pace.sleep(pace.every.ms), outcomes]);
        }
        catch (error) {
            watch.cancel('the run was cancelled');
            await outcomes;
            throw error;
        }
    }
    return outcomes;
}

;// CONCATENATED MODULE: ./actions/rollback/src/application/wait.ts
/** Waits for the deployments that bring services back: watched, drawn, and never left at a pause. */


/** Of a release that is being taken back, its own beginnings are no part of the way back. */
const ofTheWayBack = ['going back', 'back'];
function waiting({ ecs, watching, cluster, digests, onMoment, say }) {
    return (awaited, pace) => {
        const ours = new Set(awaited.flatMap(({ goal, deployment }) => deployment.taskDefinition === goal.taskDefinition ? [goal.service] : []));
        const watched = awaited.map(({ goal, deployment }) => ({
            service: goal.service,
            deployment: deployment.arn,
            taskDefinition: deployment.taskDefinition ?? goal.taskDefinition,
            digests: ours.has(goal.service) ? digests(goal.service) : {},
            // What is taken back anyway is not judged by its failed tasks.
            ...(ours.has(goal.service) ? {} : { maxFailedTasks: Number.POSITIVE_INFINITY }),
        }));
        const onHappening = (happening) => {
            if (happening.kind === 'moment') {
                const { moment } = happening;
                if (ours.has(moment.service) || ofTheWayBack.includes(moment.what))
                    onMoment(moment);
            }
            if (happening.kind !== 'decision' || happening.decision.kind !== 'paused')
                return;
            const { service, deployment, hook, stage } = happening.decision;
            if (!ours.has(service))
                return;
            say(`${service}: goes on at ${stage ?? 'its pause'}: what it goes back to has run before`);
            void goOn(ecs, deployment, hook, say);
        };
        return watchAtPace(watching, cluster, watched, pace, { hopeless: 'stop', onHappening });
    };
}
async function goOn(ecs, serviceDeploymentArn, hookId, say) {
    try {
        await ecs.send(new ContinueServiceDeploymentCommand/* ContinueServiceDeploymentCommand */.L({ serviceDeploymentArn, hookId, action: 'CONTINUE' }));
    }
    catch (error) {
        // The deployment ends at the pause's own time-out; the outcome tells.
        say(`the pause was not answered: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
    }
}

;// CONCATENATED MODULE: ./actions/rollback/src/application/put-back.ts






/** @param controlled goals of the services that CodeDeploy deploys, by service */
async function putServicesBack(world, goals, controlled) {
    const { ecs, pace } = world;
    const ofEcs = goals.filter(({ service }) => !controlled.has(service));
    const ways = await Promise.all([
        ...[...byCluster(ofEcs)].map(async ([cluster, ours]) => [
            ...(await (0,way_back/* goBack */.O)(ecs, cluster, ours, pace, waitIn(world, cluster))),
        ]),
        ...goals.flatMap(({ service, cluster }) => {
            const goal = controlled.get(service);
            return goal ? [goBackOrSay(world, cluster, goal)] : [];
        }),
    ]);
    return new Map(ways.flat());
}
const waitIn = ({ ecs, watching, digests, onMoment, pace }, cluster) => waiting({ ecs, watching, cluster, digests, onMoment, say: pace.progress });
async function goBackOrSay({ ecs, codeDeploy, digests, onMoment, pace }, cluster, goal) {
    const { service } = goal;
    try {
        const way = await (0,go_back/* goBackByCodeDeploy */.N)(ecs, await codeDeploy(), cluster, goal, pace);
        if (way.took) {
            onMoment({ service, what: 'going back', at: way.took.from, clock: 'ecs' });
            onMoment({ service, what: 'back', at: way.took.to, clock: 'ecs' });
        }
        const wrong = way.back ? await disproved(ecs, { cluster, service, digests: digests(service) }, pace) : undefined;
        return [[service, wrong === undefined ? way : { ...way, back: false, because: `${way.because}, but ${wrong}` }]];
    }
    catch (error) {
        // The others still go back; this one's check tells why it did not.
        return [[service, { back: false, because: reasonOf(error), steps: [] }]];
    }
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHostedZoneCommand.js
var GetHostedZoneCommand = __webpack_require__(2744);
// EXTERNAL MODULE: ./packages/shared/src/ecs/go-back.ts
var ecs_go_back = __webpack_require__(66263);
// EXTERNAL MODULE: ./packages/shared/src/route53/record-sets.ts
var record_sets = __webpack_require__(82896);
;// CONCATENATED MODULE: ./actions/rollback/src/observe.ts









/** Looks only at the levels asked for: a rollback of the application needs no permission for the database. */
async function observe(clients, known) {
    const { record, levels } = known;
    const [services, dns, database] = await Promise.all([
        levels.includes('application') ? observeServices(clients, known) : nothing,
        levels.includes('dns') && record ? observeDns(clients.route53, record) : new Map(),
        levels.includes('database') && record?.database ? observeDatabase(clients.rds, record, record.database) : undefined,
    ]);
    return { ...services, dns, ...(database ? { database } : {}) };
}
const nothing = { services: new Map(), controlled: new Map() };
/** Services that are not there are missing. */
async function observeServices({ ecs, codeDeploy }, known) {
    const services = new Map();
    const controlled = new Map();
    for (const [cluster, ours] of byCluster(known.goals)) {
        const there = await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, ours.map(({ service }) => service));
        const looks = ours.map(async (goal) => {
            const service = there.get(goal.service);
            if (!service)
                return;
            if (!isCodeDeploys(service)) {
                services.set(goal.service, await (0,ecs_go_back/* position */.G1)(ecs, cluster, goal.service));
                return;
            }
            const { taskDefinition = '' } = (0,task_sets/* primarySet */.bY)(service) ?? service;
            services.set(goal.service, { taskDefinition, desiredCount: service.desiredCount ?? 0, service });
            const place = placeIn(known.settings, cluster, goal.service);
            const calls = await codeDeploy();
            controlled.set(goal.service, await observeControlled({ ecs, calls }, goal, service, place, known.runId));
        });
        await Promise.all(looks);
    }
    return { services, controlled };
}
async function observeDns(route53, record) {
    const found = await Promise.all(Object.keys(record.dns).map(async (name) => [name, await currentRecords(route53, record, name)]));
    return new Map(found);
}
async function currentRecords(route53, record, name) {
    const recorded = record.dns[name];
    if (!recorded)
        return [];
    const { zoneId, records, wanted } = recorded;
    const known = records[0]?.Name ?? wanted?.[0]?.Name;
    const full = known ?? (0,record_sets/* fullName */.fq)(name, await zoneName(route53, zoneId));
    return (0,record_sets/* recordSetsNamed */.EU)(route53, zoneId, full);
}
async function zoneName(route53, zoneId) {
    return (await route53.send(new GetHostedZoneCommand/* GetHostedZoneCommand */.H({ Id: zoneId }))).HostedZone?.Name ?? '';
}
async function observeDatabase(rds, record, { instance, snapshot, snapshotArn }) {
    const names = (0,instance_names/* databaseNames */.M)(instance, record.runId);
    const [found, original, restored, kept] = await Promise.all([
        (0,instances/* findSnapshot */.C)(rds, snapshot),
        (0,instances/* findInstance */.X)(rds, names.original),
        (0,instances/* findInstance */.X)(rds, names.restored),
        (0,instances/* findInstance */.X)(rds, names.kept),
    ]);
    return {
        names,
        snapshot: found?.Status,
        taken: snapshotArn !== undefined,
        original: view(original),
        restored: view(restored),
        kept: view(kept),
    };
}
/** The instance under the original's name, when it is the one made from the snapshot. */
async function restoredInstance(rds, record, { instance }) {
    const names = (0,instance_names/* databaseNames */.M)(instance, record.runId);
    const [original, kept] = await Promise.all([(0,instances/* findInstance */.X)(rds, names.original), (0,instances/* findInstance */.X)(rds, names.kept)]);
    return kept ? original : undefined;
}
function view(instance) {
    if (!instance)
        return undefined;
    const renamingTo = instance.PendingModifiedValues?.DBInstanceIdentifier;
    return { status: instance.DBInstanceStatus ?? 'unknown', ...(renamingTo ? { renamingTo } : {}) };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/UpdateServiceCommand.js
var UpdateServiceCommand = __webpack_require__(47188);
// EXTERNAL MODULE: ./packages/shared/src/ecs/service-deployment.ts
var service_deployment = __webpack_require__(34544);
;// CONCATENATED MODULE: ./actions/rollback/src/application/renew.ts
/** New tasks after the exchange of the database, so that no connection leads to the one that was renamed away. */




/** A deployment that fails for a passing reason is begun once more. */
const MOST_DEPLOYMENTS = 2;
/** How long UpdateService may take to show among the deployments before it is asked for again. */
const SHOWS_WITHIN_MS = 60_000;
/**
 * Undefined when there was nothing to do. Two runs that do it at once both end well: a deployment that somebody else
 * began after the exchange serves as well as an own one.
 */
async function renew(ecs, { cluster, service, since }, pace, waitFor) {
    const known = new Set(since ? [] : (await (0,service_deployment/* latestDeployments */.uV)(ecs, cluster, service)).map(({ arn }) => arn));
    const isNew = (one) => !known.has(one.arn) && (!since || one.createdAt > since);
    const asked = [];
    const end = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const { latest, taskDefinition } = await (0,ecs_go_back/* position */.G1)(ecs, cluster, service);
        if (latest && isNew(latest)) {
            if (latest.status === 'SUCCESSFUL')
                return { done: { back: true, because: '' } };
            if ((0,service_deployment/* isInFlight */.wn)(latest)) {
                const goal = { service, taskDefinition: latest.taskDefinition ?? taskDefinition };
                await waitFor([{ goal, deployment: latest }], pace);
                return { waiting: `${service}: new tasks come up` };
            }
            known.add(latest.arn);
            if (asked.length === MOST_DEPLOYMENTS)
                return { done: { back: false, because: `its deployment ended ${latest.status}` } };
        }
        else if (asked.length > 0 && pace.now().getTime() - (asked.at(-1) ?? 0) < SHOWS_WITHIN_MS)
            return { waiting: `${service}: waits for ECS to begin the deployment` };
        asked.push(pace.now().getTime());
        await ecs.send(new UpdateServiceCommand/* UpdateServiceCommand */.k({ cluster, service, forceNewDeployment: true }));
        return { waiting: `${service}: asked for new tasks` };
    });
    if (end?.back && asked.length === 0 && since)
        return undefined;
    return end ?? { back: false, because: `not done within ${pace.within.ms / 1000} s` };
}

;// CONCATENATED MODULE: ./actions/rollback/src/application/renew-by-code-deploy.ts





/** A deployment that fails for a passing reason is begun once more. */
const renew_by_code_deploy_MOST_DEPLOYMENTS = 2;
/** Done when the traffic goes to tasks that were begun after the exchange; undefined when it did already. */
async function renewByCodeDeploy(ecs, calls, place, { cluster, service: name, since }, pace) {
    let asked = 0;
    let old;
    const end = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const { service, inFlight } = await (0,position/* position */.G)(ecs, calls, cluster, name, place);
        const set = (0,task_sets/* primarySet */.bY)(service);
        if (!since)
            old ??= set?.id;
        const isNew = since ? (set?.createdAt ?? since) > since : set?.id !== old;
        if (isNew && (!inFlight || inFlight.info.instanceTerminationWaitTimeStarted))
            return { done: asked === 0 ? 'nothing' : { back: true, because: '' } };
        // What it leads to runs already.
        if (inFlight?.info.status === 'Ready')
            await calls.continue(inFlight.info.deploymentId ?? '');
        if (inFlight)
            return { waiting: `${name}: ${inFlight.info.deploymentId} brings new tasks` };
        if (asked === renew_by_code_deploy_MOST_DEPLOYMENTS)
            return { done: { back: false, because: 'its deployment did not succeed' } };
        const forward = (0,task_sets/* loadBalancerOf */.Aw)(service);
        if (!set?.taskDefinition || !forward)
            return { done: { back: false, because: 'it has no tasks with traffic' } };
        const content = (0,app_spec/* writeAppSpec */.WK)({ taskDefinition: set.taskDefinition, ...forward });
        if (await calls.createUnlessBusy(place, {
            content,
            description: 'new tasks for a restored database',
            config: AT_ONCE,
        }))
            asked += 1;
        return { waiting: `${name}: asked for new tasks` };
    });
    if (end === 'nothing')
        return undefined;
    return end ?? { back: false, because: `not done within ${pace.within.ms / 1000} s` };
}

;// CONCATENATED MODULE: ./actions/rollback/src/application/renew-connections.ts







/**
 * New tasks connect to the restored database; the old ones may hold connections to the one that was renamed away. A
 * rollback that was killed after the exchange of the names finds the tasks that it had not renewed by their age.
 */
async function renewConnections(tools, database) {
    const { rds, record, pace } = tools;
    if (!record?.database || !database?.back)
        return [];
    const restored = await restoredInstance(rds, record, record.database);
    if (!restored)
        return [];
    const since = database.decision.kind === 'put-back' ? undefined : restored.InstanceCreateTime;
    const renewed = Object.entries(record.services).map(async ([service, { cluster }]) => {
        const because = 'new tasks, so that every connection goes to the restored database';
        const decision = { level: 'application', subject: service, kind: 'put-back', because };
        try {
            const end = await renewOne(tools, { cluster, service, since });
            if (!end)
                return [];
            return [resultOf(decision, end.back, end.because ? `${because}: ${end.because}` : because, pace)];
        }
        catch (error) {
            return [resultOf(decision, false, reasonOf(error), pace)];
        }
    });
    return (await Promise.all(renewed)).flat();
}
async function renewOne(tools, renewal) {
    const { ecs, codeDeploy, settings, pace } = tools;
    const { cluster, service } = renewal;
    const found = (await (0,ecs_services/* describeServices */.Ge)(ecs, cluster, [service])).get(service);
    if (!found || !isCodeDeploys(found))
        return renew(ecs, renewal, pace, waitIn(tools, cluster));
    return renewByCodeDeploy(ecs, await codeDeploy(), placeIn(settings, cluster, service), renewal, pace);
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(44162);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(15636);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/commands/RestoreDBInstanceFromDBSnapshotCommand.js


class RestoreDBInstanceFromDBSnapshotCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "RestoreDBInstanceFromDBSnapshot", schemas_0/* RestoreDBInstanceFromDBSnapshot$ */.mVH) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/commands/ModifyDBInstanceCommand.js


class ModifyDBInstanceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ModifyDBInstance", schemas_0/* ModifyDBInstance$ */.S$z) {
}

;// CONCATENATED MODULE: ./actions/rollback/src/database/plan.ts
/** The next step; asked again after each one. Every moment at which a run may be killed has one answer. */
function nextDatabaseStep(view) {
    const { names, original, restored, kept } = view;
    const moving = [original, restored, kept].find((one) => one?.renamingTo || one?.status === 'renaming');
    if (moving)
        return {
            kind: 'wait',
            because: `RDS is renaming an instance${moving.renamingTo ? ` to ${moving.renamingTo}` : ''}`,
        };
    if (kept && original && !restored)
        return original.status === 'available'
            ? {
                kind: 'done',
                because: `${names.original} is the restored snapshot; the database from before is ${names.kept}`,
            }
            : { kind: 'wait', because: `${names.original} is ${original.status}` };
    if (!restored && !original)
        return { kind: 'refuse', because: `neither ${names.original} nor ${names.restored} exists` };
    if (!restored)
        return beforeRestore(view);
    if (restored.status !== 'available')
        return { kind: 'wait', because: `${names.restored} is ${restored.status}` };
    if (!original)
        return {
            kind: 'rename',
            from: names.restored,
            to: names.original,
            because: `rename ${names.restored} to ${names.original}`,
        };
    if (kept)
        return {
            kind: 'refuse',
            because: `${names.original}, ${names.restored} and ${names.kept} all exist; decide by hand`,
        };
    if (original.status !== 'available')
        return { kind: 'wait', because: `${names.original} is ${original.status}` };
    return { kind: 'rename', from: names.original, to: names.kept, because: `rename ${names.original} to ${names.kept}` };
}
function beforeRestore({ names, snapshot, taken }) {
    if (taken && snapshot !== 'available')
        return {
            kind: 'refuse',
            because: `the snapshot that was taken before the migration of ${names.original} is ${snapshot ?? 'gone'}: restore another backup by hand, or leave the database level out`,
        };
    // The snapshot is available before the migration begins, so without it nothing was migrated.
    if (snapshot === undefined)
        return { kind: 'untouched', because: 'the release took no snapshot, so it migrated nothing' };
    if (snapshot !== 'available')
        return { kind: 'untouched', because: `the snapshot is ${snapshot}, so nothing was migrated` };
    return { kind: 'restore', because: `restore the snapshot to ${names.restored}` };
}

;// CONCATENATED MODULE: ./actions/rollback/src/database/put-back.ts





/** Brings the snapshot in under the original's name. Stops at the first step that has no safe answer. */
async function putDatabaseBack(rds, record, database, pace) {
    const issued = new Set();
    let last = '';
    const end = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const view = await observeDatabase(rds, record, database);
        const step = nextDatabaseStep(view);
        last = step.because;
        if (step.kind === 'done')
            return { done: { back: true, because: last } };
        if (step.kind === 'untouched' || step.kind === 'refuse')
            return { done: { back: step.kind === 'untouched', because: last } };
        // RDS shows a restore or a new name only some time after it was accepted.
        if (step.kind !== 'wait' && !issued.has(last)) {
            issued.add(last);
            await carryOut(rds, step, view.names.restored, database);
        }
        return { waiting: last };
    });
    return end ?? { back: false, because: `not done within ${pace.within.ms / 1000} s: ${last}` };
}
async function carryOut(rds, step, restored, { instance, snapshot }) {
    if (step.kind === 'restore')
        await restore(rds, instance, snapshot, restored);
    if (step.kind === 'rename')
        await rename(rds, step.from, step.to);
}
/** A snapshot carries storage and engine; network, class and protection come from the instance that it replaces. */
async function restore(rds, instance, snapshot, restored) {
    const model = await (0,instances/* findInstance */.X)(rds, instance);
    // Somebody else who goes back at the same time has renamed it just now: the next look tells.
    if (!model)
        return;
    const groups = (model.VpcSecurityGroups ?? []).flatMap((group) => group.VpcSecurityGroupId ?? []);
    const parameters = model.DBParameterGroups?.[0]?.DBParameterGroupName;
    try {
        await rds.send(new RestoreDBInstanceFromDBSnapshotCommand({
            DBInstanceIdentifier: restored,
            DBSnapshotIdentifier: snapshot,
            ...defined({
                DBInstanceClass: model.DBInstanceClass,
                DBSubnetGroupName: model.DBSubnetGroup?.DBSubnetGroupName,
                DBParameterGroupName: parameters,
                MultiAZ: model.MultiAZ,
                PubliclyAccessible: model.PubliclyAccessible,
                DeletionProtection: model.DeletionProtection,
                CopyTagsToSnapshot: model.CopyTagsToSnapshot,
                EnableIAMDatabaseAuthentication: model.IAMDatabaseAuthenticationEnabled,
                Port: model.Endpoint?.Port,
            }),
            ...(groups.length > 0 ? { VpcSecurityGroupIds: groups } : {}),
        }));
    }
    catch (error) {
        // The retry of a call whose answer was lost finds its own instance.
        if (error instanceof Error && /^DBInstanceAlreadyExists/.test(error.name))
            return;
        throw error;
    }
}
async function rename(rds, from, to) {
    try {
        await rds.send(new ModifyDBInstanceCommand({ DBInstanceIdentifier: from, NewDBInstanceIdentifier: to, ApplyImmediately: true }));
    }
    catch (error) {
        // The retry of a rename whose answer was lost, or somebody else was first: the next look shows the new name.
        if (error instanceof Error && /^(DBInstance(NotFound|AlreadyExists)|InvalidDBInstanceState)/.test(error.name))
            return;
        throw error;
    }
}
function defined(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/migration-tasks.ts
var migration_tasks = __webpack_require__(12458);
;// CONCATENATED MODULE: ./actions/rollback/src/database/stop-migrations.ts


/**
 * A runner that died may have left a migration at work: it would go on in the restored database. Says why, when one
 * does not come to its end.
 */
async function stopMigrations(ecs, record, pace) {
    for (const cluster of new Set(Object.values(record.services).map((service) => service.cluster))) {
        const ended = await (0,ecs_pace/* ask */.k)(pace, async () => {
            const living = await (0,migration_tasks/* livingMigrations */.xO)(ecs, cluster, record.runId);
            for (const task of living)
                await (0,migration_tasks/* stopMigration */.hh)(ecs, cluster, task, 'the release is put back');
            return living.length === 0 ? { done: true } : { waiting: `waiting for ${living.length} migration task to stop` };
        });
        if (!ended)
            return `a migration of run ${record.runId} was still running after ${pace.within.ms / 1000} s`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetChangeCommand.js
var GetChangeCommand = __webpack_require__(88395);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ChangeResourceRecordSetsCommand.js
var ChangeResourceRecordSetsCommand = __webpack_require__(45081);
// EXTERNAL MODULE: ./packages/shared/src/route53/record-set-changes.ts
var record_set_changes = __webpack_require__(75409);
;// CONCATENATED MODULE: ./actions/rollback/src/dns/plan.ts

/** Whether a name's records may be put back: only what the release made is replaced. */
function decideDns({ records, wanted }, current) {
    if ((0,record_set_changes/* sameRecordSets */.L6)(current, records))
        return { kind: 'leave', because: 'has the records from before the release' };
    if (wanted && (0,record_set_changes/* sameRecordSets */.L6)(current, wanted))
        return { kind: 'put-back', because: `${(0,record_set_changes/* tellRecordSets */.uN)(current)} -> ${(0,record_set_changes/* tellRecordSets */.uN)(records)}` };
    if (wanted)
        return {
            kind: 'refuse',
            because: `is ${(0,record_set_changes/* tellRecordSets */.uN)(current)}, neither what was before (${(0,record_set_changes/* tellRecordSets */.uN)(records)}) nor what the release made (${(0,record_set_changes/* tellRecordSets */.uN)(wanted)}): somebody edited it; decide by hand`,
        };
    // A runner killed in the middle of the change leaves a record that does not tell what was wanted.
    return {
        kind: 'put-back',
        because: `${(0,record_set_changes/* tellRecordSets */.uN)(current)} -> ${(0,record_set_changes/* tellRecordSets */.uN)(records)}`,
        warning: 'the release record does not say what the release wanted here, so an edit by hand would be overwritten',
    };
}

;// CONCATENATED MODULE: ./actions/rollback/src/dns/put-back.ts





/** Puts one name's records back in one atomic batch and waits until Route 53 has them on all its servers. */
async function putDnsBack(route53, record, name, pace) {
    const recorded = record.dns[name];
    if (!recorded)
        return { back: false, because: 'the release record has no such name' };
    const current = await currentRecords(route53, record, name);
    const decision = decideDns(recorded, current);
    if (decision.kind !== 'put-back')
        return { back: decision.kind === 'leave', because: decision.because };
    const change = await send(route53, recorded.zoneId, (0,record_set_changes/* swapRecordSets */.Aq)(current, recorded.records));
    if (change) {
        const synced = await (0,ecs_pace/* ask */.k)(pace, async () => {
            const { ChangeInfo } = await route53.send(new GetChangeCommand/* GetChangeCommand */.Y({ Id: change }));
            return ChangeInfo?.Status === 'INSYNC' ? { done: true } : { waiting: `${name}: change is ${ChangeInfo?.Status}` };
        });
        if (!synced)
            return { back: false, because: `change ${change} was not INSYNC within ${pace.within.ms / 1000} s` };
    }
    const after = await currentRecords(route53, record, name);
    return (0,record_set_changes/* sameRecordSets */.L6)(after, recorded.records)
        ? { back: true, because: decision.because }
        : { back: false, because: 'the records changed while they were put back; run again to decide anew' };
}
async function send(route53, HostedZoneId, Changes) {
    try {
        const batch = { Comment: 'golive rollback', Changes };
        const answer = await route53.send(new ChangeResourceRecordSetsCommand/* ChangeResourceRecordSetsCommand */.y({ HostedZoneId, ChangeBatch: batch }));
        return answer.ChangeInfo?.Id;
    }
    catch (error) {
        // Either somebody changed a record meanwhile, or this is the retry of a batch whose answer was lost: look again.
        if (error instanceof Error && error.name === 'InvalidChangeBatch')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./actions/rollback/src/levels.ts
var src_levels = __webpack_require__(59283);
;// CONCATENATED MODULE: ./actions/rollback/src/apply.ts







const ownClock = 'the clock of this run';
/**
 * Level after level; within a level everything at once. A level that fails does not keep the next from being put back.
 * When the run is cancelled, what AWS was asked for goes on, and the rest is left as it is.
 */
async function apply(tools, decisions) {
    const { pace } = tools;
    const results = [];
    const moments = [];
    const elapsed = {};
    for (const level of src_levels/* levels */.yr) {
        const ours = decisions.filter((one) => one.level === level);
        if (ours.length === 0)
            continue;
        const began = pace.now().getTime();
        try {
            const done = level === 'application' ? await services(tools, ours, moments) : await others(tools, ours);
            results.push(...done);
            if (level === 'database')
                results.push(...(await renewed(tools, done[0], moments)));
        }
        catch (error) {
            if (!(error instanceof Error) || error.name !== 'AbortError')
                throw error;
            const open = decisions.filter((one) => !results.some(({ decision }) => decision === one));
            const because = 'cancelled; what AWS was asked for goes on, and a second run takes it up';
            results.push(...open.map((one) => ({ ...resultOf(one, false, because, pace), cancelled: true })));
            break;
        }
        if (!ours.every(({ kind }) => kind === 'skip'))
            elapsed[level] = elapsedOf(results, ours) ?? { seconds: (pace.now().getTime() - began) / 1000, clock: ownClock };
    }
    return { results, elapsed, moments };
}
/** From the first beginning to the last end by ECS's clock; undefined when it does not tell them for all. */
function elapsedOf(results, ours) {
    const moved = results.filter(({ decision }) => ours.includes(decision) && decision.kind === 'put-back');
    const took = moved.flatMap(({ way }) => way?.took ?? []);
    if (took.length === 0 || took.length < moved.length)
        return undefined;
    const from = Math.min(...took.map((one) => one.from.getTime()));
    const to = Math.max(...took.map((one) => one.to.getTime()));
    return { seconds: (to - from) / 1000, clock: clockOf(moved) };
}
function clockOf(moved) {
    const clocks = [...new Set(moved.map(({ decision }) => decision.by ?? 'ECS'))].sort();
    return `the clock of ${clocks.join(' and that of ')}`;
}
/** Services connect anew when the database was exchanged. */
const renewed = (tools, database, moments) => {
    const { clients, record, settings } = tools;
    return renewConnections({ ...puttingBack(tools, moments), rds: clients.rds, record, settings }, database);
};
async function services(tools, decisions, moments) {
    const { goals, controlled, pace } = tools;
    const going = decisions.filter(({ kind }) => kind === 'put-back').map(({ subject }) => subject);
    const ours = goals.filter((goal) => goal.kind === 'goal').filter(({ service }) => going.includes(service));
    const ways = await putServicesBack(puttingBack(tools, moments), ours, controlled);
    return decisions.map((decision) => {
        const way = ways.get(decision.subject);
        if (!way)
            return resultOf(decision, decision.kind === 'leave', decision.because, pace);
        return { ...resultOf(decision, way.back, way.because, pace), way };
    });
}
const puttingBack = ({ clients, digests, pace }, moments) => ({
    ...clients,
    digests,
    pace,
    onMoment: (moment) => moments.push(moment),
});
async function others(tools, decisions) {
    return Promise.all(decisions.map(async (decision) => {
        const { kind, because } = decision;
        if (kind !== 'put-back')
            return resultOf(decision, kind === 'leave', because, tools.pace);
        try {
            const done = await putBack(tools, decision);
            return resultOf(decision, done.back, done.because, tools.pace);
        }
        catch (error) {
            // The other subjects still go back; the check of this one tells why it did not.
            return resultOf(decision, false, reasonOf(error), tools.pace);
        }
    }));
}
async function putBack({ clients, record, pace, databasePace }, { level, subject }) {
    if (level === 'dns' && record)
        return putDnsBack(clients.route53, record, subject, pace);
    if (level === 'database' && record?.database) {
        const running = await stopMigrations(clients.ecs, record, pace);
        if (running)
            return { back: false, because: running };
        return putDatabaseBack(clients.rds, record, record.database, databasePace);
    }
    return { back: false, because: 'the release record says nothing about it' };
}

;// CONCATENATED MODULE: ./actions/rollback/src/plan.ts





/** What to put back, in the order in which it will be done. Decided in full before anything is touched. */
function plan(goals, record, seen, levels) {
    const decide = {
        application: () => goals.map((goal) => decideService(goal, seen)),
        dns: () => decideNames(record, seen),
        database: () => decideDatabase(record, seen.database),
        infrastructure: () => [infrastructure(levels)],
    };
    return src_levels/* levels */.yr.filter((level) => levels.includes(level)).flatMap((level) => decide[level]());
}
function decideService(goal, { services, controlled }) {
    const level = 'application';
    const { service: subject } = goal;
    if (goal.kind === 'refuse')
        return { level, subject, kind: 'refuse', because: goal.because };
    const at = services.get(subject);
    if (!at)
        return {
            level,
            subject,
            kind: 'refuse',
            because: 'the service no longer exists; create it again from its infrastructure code',
        };
    const controller = at.service?.deploymentController?.type ?? 'ECS';
    const known = controlled?.get(subject);
    if (controller !== 'ECS' && !known)
        return { level, subject, kind: 'refuse', because: `the service is deployed by ${controller}: go back there` };
    if (known?.kind === 'refused')
        return { level, subject, kind: 'refuse', because: `the service ${known.because}; ${known.hint}` };
    const { kind, because } = known ? (0,next_step_back/* nextStepBack */.PZ)(known.at, known.goal) : (0,ecs_go_back/* nextStepBack */.PZ)(at, goal);
    return {
        level,
        subject,
        kind: kind === 'done' ? 'leave' : 'put-back',
        because: `${because}${tellCount(at, goal)}; goal: ${goal.because}`,
        ...(known ? { by: 'CodeDeploy' } : {}),
    };
}
function tellCount(at, goal) {
    const { desiredCount: now } = at;
    const { desiredCount: before = now } = goal;
    if ((0,ecs_go_back/* countBack */.Po)(at, goal) !== undefined)
        return `, ${now} -> ${before} tasks`;
    return now > before ? `, keeps its ${now} tasks (${before} before; the release is not known to have added them)` : '';
}
function decideNames(record, seen) {
    const level = 'dns';
    if (!record)
        return [{ level, subject: 'records', kind: 'skip', because: 'only a release record says what they were' }];
    return Object.entries(record.dns).map(([subject, recorded]) => ({
        level,
        subject,
        ...decideDns(recorded, seen.dns.get(subject) ?? []),
    }));
}
function decideDatabase(record, view) {
    const level = 'database';
    if (!record)
        return [{ level, subject: 'database', kind: 'refuse', because: 'only a release record names its snapshot' }];
    if (!record.database || !view)
        return [];
    const { instance: subject, snapshot } = record.database;
    const step = nextDatabaseStep(view);
    if (step.kind === 'done')
        return [{ level, subject, kind: 'leave', because: step.because }];
    if (step.kind === 'refuse')
        return [{ level, subject, kind: 'refuse', because: step.because }];
    if (step.kind === 'untouched')
        return [{ level, subject, kind: 'leave', because: step.because }];
    return [
        {
            level,
            subject,
            kind: 'put-back',
            because: `restore ${snapshot} beside it, then exchange the names; next: ${step.because}`,
            warning: 'rows written since the snapshot stay only in the instance that is kept',
        },
    ];
}
function infrastructure(levels) {
    const level = 'infrastructure';
    const because = 'no release records the state of its infrastructure yet, so there is nothing to go back to';
    return { level, subject: 'infrastructure', kind: levels.length > 1 ? 'skip' : 'refuse', because };
}
/** A refusal of these keeps everything from being touched; a name that somebody edited concerns that name alone. */
const isFatal = ({ kind, level, subject }) => kind === 'refuse' && (level === 'application' || level === 'infrastructure' || subject === 'database');

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/values/duration.ts
var duration = __webpack_require__(35952);
;// CONCATENATED MODULE: ./actions/rollback/src/release/end-release.ts
/** Makes sure that the release which is put back changes nothing any more: its run is cancelled, and waited for. */




// https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run
const run = schemas/* object */.Ikc({ status: schemas/* string */.YjP().nullable(), conclusion: schemas/* string */.YjP().nullish() });
/** One check; nothing may be put back when it fails. Throws what `pace.sleep` throws when this run is cancelled. */
async function endRelease(github, { runId, ownRunId, cancel, dryRun }, pace) {
    const told = (verdict, because) => checks_check('rollback.release-ended', `run ${runId ?? 'unknown'}`, verdict, because, {
        source: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
        at: pace.now().toISOString(),
    });
    if (!cancel)
        return told('skipped', 'left alone by the input cancel-release');
    if (runId === undefined)
        return told('skipped', 'there is no release record and no run-id that names a run');
    if (runId === ownRunId)
        return told('pass', 'it is this run itself');
    if (!github)
        return told('inconclusive', `no github-token: ${letAlone}`);
    const path = `/actions/runs/${encodeURIComponent(runId)}`;
    const look = () => github.ask(path, run);
    const first = await look();
    const known = judge(first);
    if (known)
        return told(...known);
    if (dryRun)
        return told('skipped', `dry run: is ${statusOf(first)}, and would be cancelled`);
    pace.progress(`run ${runId} is ${statusOf(first)}: cancels it`);
    const refused = await cancelRun(github, path);
    if (refused)
        return told('fail', refused);
    let last = '';
    const ended = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const now = await look();
        last = now.kind === 'found' ? `is ${now.value.status}` : 'cannot be read now';
        const over = now.kind === 'unreadable' ? undefined : judge(now);
        return over ? { done: over } : { waiting: `run ${runId} ${last}: waits until it has ended` };
    });
    if (ended)
        return told(ended[0], `was cancelled, and ${ended[1]}`);
    return told('fail', `was cancelled, but ${last} after ${(0,duration/* formatDuration */.a3)(pace.within)}: force-cancel it, ${letAlone}`);
}
const letAlone = 'or set cancel-release to false when it can do no harm';
/** Undefined while the run is in progress. */
function judge(answer) {
    // GitHub forgets runs, and a record may come from another repository.
    if (answer.kind === 'missing')
        return ['pass', 'is not known to GitHub any more'];
    if (answer.kind === 'unreadable') {
        const why = answer.status === 403 ? `${answer.why}, so the token needs actions: read or write` : answer.why;
        return ['inconclusive', `whether it is over could not be found out: ${why}; mend that, ${letAlone}`];
    }
    const { status, conclusion } = answer.value;
    return status === 'completed' ? ['pass', `ended (${conclusion ?? 'no conclusion'})`] : undefined;
}
const statusOf = (answer) => answer.kind === 'found' ? (answer.value.status ?? 'in no state') : answer.kind;
/** Why GitHub will not cancel it; undefined when it will, or when it ended meanwhile. */
async function cancelRun({ post }, path) {
    const answer = await post(`${path}/cancel`);
    if (answer.kind !== 'unreadable')
        return undefined;
    // "Cannot cancel a workflow run that is completed": the next look tells, also after somebody else was first.
    if (answer.status === 409)
        return undefined;
    if (answer.status === 403)
        return `is still in progress, and the token may not cancel it: give the job actions: write, cancel it by hand, ${letAlone}`;
    return `is still in progress, and could not be cancelled: ${answer.why}`;
}

;// CONCATENATED MODULE: ./actions/rollback/src/release/release-settings.ts
/** What golive.yml says of the release that is put back, beyond what its record holds. */

const section = schemas/* object */.Ikc({ cluster: schemas/* string */.YjP(), services: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) }).partial();
const count = schemas/* object */.Ikc({ 'desired-count': schemas/* number */.aig().int().min(0) });
const names = schemas/* object */.Ikc({ 'code-deploy': schemas/* object */.Ikc({ application: schemas/* string */.YjP(), group: schemas/* string */.YjP() }).partial() });
/** What it does not say, or says wrongly, is missing: ecs-rollout is the one to complain. */
function releaseSettings(rollout) {
    const { cluster, services = {} } = section.safeParse(rollout).data ?? {};
    const ofAll = count.safeParse(rollout).data;
    const entries = Object.entries(services).map(([name, own]) => {
        const asked = (count.safeParse(own).data ?? ofAll)?.['desired-count'];
        const { application, group } = names.safeParse(own).data?.['code-deploy'] ?? {};
        const codeDeploy = { ...(application ? { application } : {}), ...(group ? { group } : {}) };
        return [name, { codeDeploy, ...(asked === undefined ? {} : { count: asked }) }];
    });
    return { services: Object.fromEntries(entries), ...(cluster ? { cluster } : {}) };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/timeline.ts
var timeline = __webpack_require__(52562);
// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
;// CONCATENATED MODULE: ./actions/rollback/src/outcome.ts
/** How a rollback ended, as one word. */

/** Exit codes, for scripts: each outcome has its own. 130 is what a shell gives for SIGINT. */
const exitCodes = {
    back: 0,
    planned: 0,
    'release-ended': 0,
    failed: 1,
    refused: 3,
    superseded: 4,
    'timed-out': 5,
    'could-not-find-out': 6,
    'smoke-failed': 7,
    cancelled: 130,
};
const headlines = {
    back: 'everything is back',
    planned: 'dry run',
    'release-ended': 'the release has ended',
    failed: 'not everything is back',
    refused: 'refused, nothing was put back',
    superseded: 'somebody deployed meanwhile',
    'timed-out': 'not back in time',
    'could-not-find-out': 'whether everything is back could not be found out',
    'smoke-failed': 'everything is back, and the smoke suite fails',
    cancelled: 'cancelled',
};
/** The worst of what happened; what could not be found out hides what failed, since nobody knows. */
function outcomeOf({ results }, smoke) {
    if (results.some(({ cancelled }) => cancelled))
        return 'cancelled';
    const bad = results.filter(({ back, decision }) => !back && decision.kind !== 'skip');
    const has = (kind) => bad.some(({ way }) => way?.outcome?.kind === kind);
    if (has('could-not-find-out'))
        return 'could-not-find-out';
    if (has('superseded'))
        return 'superseded';
    if (bad.some(({ because }) => /^not (back|done) within /.test(because)))
        return 'timed-out';
    if (bad.length > 0)
        return 'failed';
    return smoke && (0,check/* isFailure */.N6)(smoke.verdict) ? 'smoke-failed' : 'back';
}

;// CONCATENATED MODULE: ./actions/rollback/src/result-checks.ts



const sourceOf = ({ level, by }) => (by ? 'codedeploy:GetDeployment' : src_levels/* SOURCES */.Hl[level]);
function resultCheck(one) {
    const { decision, back, at } = one;
    const warned = back && decision.warning && decision.kind === 'put-back';
    const because = warned ? `${sentence(one)} (${decision.warning})` : sentence(one);
    const took = one.way?.took;
    return checks_check(`rollback.${decision.level}`, decision.subject, verdictOf(one, warned ? 'warn' : 'pass'), because, {
        ...(took ? { measured: { seconds: Math.round((took.to.getTime() - took.from.getTime()) / 1000) } } : {}),
        source: sourceOf(decision),
        at,
    });
}
function verdictOf({ back, decision, cancelled, way }, good) {
    if (decision.kind === 'skip')
        return 'skipped';
    if (back)
        return good;
    return cancelled || way?.outcome?.kind === 'could-not-find-out' ? 'inconclusive' : 'fail';
}
const wordOf = ({ back, decision }) => (decision.kind === 'skip' ? 'skipped' : back ? 'yes' : 'no');
/** What happened; for a deployment that did not bring it back its cause and its remedy too. */
function sentence({ because, way }) {
    const explanation = way?.outcome?.explanation;
    return explanation ? `${because}. ${explanation.cause} ${explanation.remedy}` : because;
}
function budgetCheck(level, { seconds, clock }, at) {
    const minutes = src_levels/* BUDGET_MINUTES */.aF[level];
    const because = `took ${told(seconds)} of ${minutes} minutes`;
    return checks_check('rollback.within-budget', level, seconds <= minutes * 60 ? 'pass' : 'warn', because, {
        measured: Math.round(seconds),
        expected: minutes * 60,
        source: clock,
        at,
    });
}
function timelineOf(results) {
    return results.flatMap(({ decision: { subject, by = 'ECS' }, because, at, way }) => [
        ...(way?.steps ?? []).map((step) => ({ at: step.at.toISOString(), subject, what: step.what })),
        ...(way?.took
            ? [
                { at: way.took.from.toISOString(), subject, what: `began to go back (by ${by})` },
                { at: way.took.to.toISOString(), subject, what: `was back (by ${by})` },
            ]
            : []),
        { at, subject, what: because },
    ]);
}
const told = (seconds) => (0,duration/* formatDuration */.a3)({ ms: seconds * 1000 });

;// CONCATENATED MODULE: ./actions/rollback/src/report.ts







/** What a dry run, or a rollback that was refused, has to say. */
function reportPlan({ decisions, before, smoke, at }, outcome) {
    const checks = decisions.map((decision) => checks_check(`rollback.${decision.level}`, decision.subject, decision.kind === 'refuse' ? 'fail' : 'skipped', `${outcome === 'planned' ? 'dry run' : 'not begun'}: ${decision.kind}: ${decision.because}`, { source: sourceOf(decision), at }));
    return {
        checks: [...before, ...checks, ...(smoke ? [smoke] : [])],
        outputs: outputsOf(outcome, decisions, {}, ''),
        summary: (0,markdown.md) `## Rollback: ${headlines[outcome]}

${planTable(decisions)}

${checksTable(before)}
`,
        ...(outcome === 'refused' ? { exitCode: exitCodes.refused } : {}),
    };
}
/** Of a run that was only to end the release. */
function reportReleaseEnded(ended) {
    const outcome = (0,check/* isFailure */.N6)(ended.verdict) ? 'refused' : 'release-ended';
    return {
        checks: [ended],
        outputs: outputsOf(outcome, [], {}, ''),
        summary: (0,markdown.md) `## Rollback: ${outcome === 'refused' ? 'the release has not ended' : headlines[outcome]}

${checksTable([ended])}
`,
        exitCode: exitCodes[outcome],
    };
}
function report(facts, trail) {
    const { decisions, before, smoke, at } = facts;
    const { results, elapsed, moments } = trail;
    const outcome = outcomeOf(trail, smoke);
    const exchanged = results.some(({ decision, back }) => decision.level === 'database' && decision.kind === 'put-back' && back);
    const timed = src_levels/* levels */.yr.flatMap((level) => {
        const took = elapsed[level];
        return took ? [[level, took]] : [];
    });
    const services = [...new Set(moments.map(({ service }) => service))];
    return {
        checks: [
            ...before,
            ...results.map(resultCheck),
            ...timed.map(([level, took]) => budgetCheck(level, took, at)),
            ...(smoke ? [smoke] : []),
        ],
        outputs: outputsOf(outcome, decisions, elapsed, exchanged ? facts.kept : ''),
        summary: (0,markdown.md) `## Rollback: ${headlines[outcome]}

${(0,markdown/* table */.tp)(['Level', 'Subject', 'Back', 'Why'], results.map((one) => [one.decision.level, one.decision.subject, wordOf(one), sentence(one)]))}

${(0,markdown/* table */.tp)(['Level', 'Elapsed', 'Budget', 'By'], timed.map(([level, { seconds, clock }]) => [level, told(seconds), `${src_levels/* BUDGET_MINUTES */.aF[level]}m`, clock]))}

${(0,timeline/* gantt */.VM)(services, moments)}

${checksTable([...before, ...(smoke ? [smoke] : [])])}
`,
        timeline: timelineOf(results),
        exitCode: exitCodes[outcome],
    };
}
function outputsOf(outcome, decisions, elapsed, kept) {
    const seconds = Object.entries(elapsed).map(([level, one]) => [level, Math.round(one.seconds)]);
    return {
        outcome,
        plan: JSON.stringify(decisions),
        elapsed: JSON.stringify(Object.fromEntries(seconds)),
        'elapsed-seconds': String(seconds.reduce((sum, [, one]) => sum + one, 0)),
        'kept-database': kept,
    };
}
const planTable = (decisions) => (0,markdown/* table */.tp)(['Level', 'Subject', 'Plan', 'Why'], decisions.map((one) => [
    one.level,
    one.subject,
    one.kind,
    one.warning ? `${one.because} (${one.warning})` : one.because,
]));
const checksTable = (checks) => checks.length === 0
    ? (0,markdown/* trustedMarkdown */.pG)('')
    : (0,markdown/* table */.tp)(['Check', 'Subject', 'Verdict', 'Because'], checks.map(({ id, subject, verdict, because }) => [id, subject, verdict, because]));

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/shared/src/probe/suite/ask.ts + 4 modules
var ask = __webpack_require__(92847);
// EXTERNAL MODULE: ./packages/shared/src/probe/suite/load.ts + 2 modules
var load = __webpack_require__(80102);
;// CONCATENATED MODULE: ./actions/rollback/src/smoke.ts
/** The smoke suite after going back: read before anything is touched, asked when all is done. */





const smokeSection = schemas/* object */.Ikc({ suites: schemas/* array */.YOg(schemas/* string */.YjP()).optional(), 'base-url': schemas/* string */.YjP().optional() });
async function prepareSmoke(input, run) {
    const section = smokeSection.safeParse(run.config.smoke).data;
    const suites = input.suites ?? section?.suites ?? [];
    const baseUrl = input['base-url'] ?? section?.['base-url'];
    if (suites.length === 0)
        return { kind: 'not', verdict: 'skipped', because: 'no suite is named by suites or smoke.suites' };
    if (baseUrl === undefined)
        return { kind: 'not', verdict: 'inconclusive', because: 'neither base-url nor smoke.base-url says where to ask' };
    const loaded = await (0,load/* loadSuites */._)(suites, external_node_path_default().dirname(run.paths.config));
    if (loaded.kind === 'ask')
        return { kind: 'ask', suites: loaded, baseUrl };
    const because = `the suites cannot be asked: ${[loaded.because, ...loaded.mistakes].join('; ')}`;
    run.log.warn(because);
    return { kind: 'not', verdict: 'inconclusive', because };
}
const REQUEST_TIMEOUT = { ms: 10_000 };
async function smoke(prepared, asking, run) {
    if (prepared.kind === 'not')
        return smokeCheck('suites', prepared.verdict, prepared.because, run);
    const { suites, baseUrl } = prepared;
    const environment = Object.fromEntries(suites.variables.map((name) => [name, asking.environment[name]]));
    const results = await (0,ask/* ask */.k)(suites.tests, { baseUrl, timeout: REQUEST_TIMEOUT, concurrency: 4, runId: asking.runId, environment }, run);
    const { verdict, because } = smoke_verdictOf(results);
    return smokeCheck(baseUrl, verdict, because, run);
}
/** What a check says in place of an answer: in a dry run, or when nothing came so far. */
const smokeNotAsked = (prepared, because, run) => prepared.kind === 'not'
    ? smokeCheck('suites', prepared.verdict, prepared.because, run)
    : smokeCheck(prepared.baseUrl, 'skipped', `${because}: ${prepared.suites.because}`, run);
const smokeCheck = (subject, verdict, because, run) => checks_check('rollback.smoke', subject, verdict, because, { source: 'the smoke suites', at: run.now().toISOString() });
function smoke_verdictOf(results) {
    const bad = results.filter(({ kind }) => kind === 'failed');
    if (results.length > 0 && results.every(({ kind }) => kind === 'passed'))
        return { verdict: 'pass', because: `all ${results.length} steps passed` };
    const told = bad.map(({ test, name, problems }) => `${test}: ${name}: ${problems.join(', ')}`).join('; ');
    return { verdict: 'fail', because: `${bad.length} of ${results.length} steps failed${told ? `: ${told}` : ''}` };
}

;// CONCATENATED MODULE: ./actions/rollback/src/roll-back.ts














/** How often GitHub is asked whether the release has ended. */
const RELEASE_EVERY = { ms: 3000 };
/** Only ends the release: asks GitHub alone, and needs neither AWS nor a checkout. */
async function onlyEndRelease(github, input, run) {
    const record = await (0,release_record/* readReleaseRecord */.d9)(run.paths.releaseRecord);
    return reportReleaseEnded(await releaseEnd(github, input, run, record));
}
async function rollBack(clients, input, run, world) {
    const record = await (0,release_record/* readReleaseRecord */.d9)(run.paths.releaseRecord);
    const released = await releaseEnd(clients.github, input, run, record);
    const pace = paceOf(run, input['poll-interval'], input.timeout);
    const settings = releaseSettings(run.config.rollout);
    const { levels } = input;
    const goals = levels.includes('application') ? await goalsOf(clients, input, record, settings, run) : [];
    const seen = await observe(clients, { goals, record, levels, settings, runId: run.github.runId });
    const decisions = plan(goals, record, seen, levels);
    tell(decisions, record, run);
    const verified = await verify(clients, leavingOf(goals, decisions, seen), {
        region: run.aws.region,
        skip: input['skip-checks'],
        now: run.now,
        signal: run.signal,
    });
    const schema = await schemaCheck(clients.rds, input, run, record, decisions);
    const prepared = await prepareSmoke(input, run);
    const before = [released, ...verified.checks, schema];
    const kept = record?.database ? (0,instance_names/* databaseNames */.M)(record.database.instance, record.runId).kept : '';
    const facts = (more) => ({ decisions, before, kept, at: run.now().toISOString(), ...more });
    if (input['dry-run'])
        return reportPlan(facts({ smoke: smokeNotAsked(prepared, 'dry run', run) }), 'planned');
    if (isRefused(before, decisions, run))
        return reportPlan(facts({}), 'refused');
    const trail = await apply({
        clients,
        record,
        goals,
        controlled: goalsByCodeDeploy(seen),
        settings,
        digests: (service) => verified.digests.get(service) ?? {},
        pace,
        databasePace: { ...pace, within: input['database-timeout'] },
    }, decisions);
    const smoked = run.signal.aborted
        ? smokeNotAsked(prepared, 'not asked, because the run was cancelled', run)
        : await smoke(prepared, world, run);
    return report(facts({ smoke: smoked }), trail);
}
async function releaseEnd(github, input, run, record) {
    const release = {
        runId: input['run-id'] ?? record?.runId,
        ownRunId: run.github.runId,
        cancel: input['cancel-release'] !== false,
        dryRun: input['dry-run'],
    };
    const ended = await endRelease(github, release, paceOf(run, RELEASE_EVERY, input['cancel-timeout']));
    run.log.info(`${ended.subject}: ${ended.because}`);
    return ended;
}
const paceOf = (run, every, within) => ({
    every,
    within,
    now: run.now,
    sleep: run.sleep,
    progress: (line) => run.log.info(line),
});
async function goalsOf({ ecs, codeDeploy }, input, record, settings, run) {
    if (record)
        return goalsOfRecord(record, input.services, input.levels, settings);
    const cluster = input.cluster ?? settings.cluster;
    const services = input.services ?? Object.keys(settings.services);
    if (!cluster || services.length === 0)
        throw new golive_error/* GoliveError */.N('ROLLBACK_NOTHING_NAMED', `there is no release record at ${run.paths.releaseRecord}, and neither inputs nor golive.yml name a cluster and its services`, { hint: 'download the artifact that the record job of the release kept, or give cluster and services' });
    run.log.info('there is no release record: looks in ECS and CodeDeploy for what each service ran before');
    return goalsOfHistory({ ecs, codeDeploy, settings, now: run.now }, cluster, services);
}
function tell(decisions, record, run) {
    const what = record
        ? `${record.release} (run ${record.runId}), recorded at ${record.createdAt}`
        : 'what AWS remembers';
    run.log.info(`rollback by ${what}:`);
    for (const { level, subject, kind, because, warning } of decisions) {
        run.log.info(`  ${level} ${subject}: ${kind}: ${because}`);
        if (warning && kind === 'put-back')
            run.log.warn(`${subject}: ${warning}`);
    }
}
const goalsByCodeDeploy = ({ controlled = new Map() }) => new Map([...controlled].flatMap(([name, one]) => (one.kind === 'controlled' ? [[name, one.goal]] : [])));
function leavingOf(goals, decisions, seen) {
    return goals.flatMap((goal) => {
        const service = seen.services.get(goal.service)?.service;
        const goes = decisions.some(({ level, subject, kind }) => level === 'application' && subject === goal.service && kind === 'put-back');
        return goal.kind === 'goal' && service && goes ? [{ goal, service }] : [];
    });
}
/** Whether anything speaks against touching production; each reason is told. */
function isRefused(before, decisions, run) {
    const reasons = [
        ...before.filter(({ verdict }) => (0,check/* isFailure */.N6)(verdict)).map(({ subject, because }) => `${subject}: ${because}`),
        ...decisions.filter(isFatal).map(({ subject, because }) => `${subject}: ${because}`),
    ];
    for (const reason of reasons)
        run.log.error(`ROLLBACK_REFUSED: ${reason}`);
    return reasons.length > 0;
}


/***/ }),

/***/ 12458:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ startedByMigration),
/* harmony export */   hh: () => (/* binding */ stopMigration),
/* harmony export */   xO: () => (/* binding */ livingMigrations)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32059);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2089);


/** `startedBy` of every migration task of a run, by which another attempt or the rollback finds it. */
const startedByMigration = (runId) => `golive-migrate/${runId}`;
/** The migration tasks of a run that have not come to their end, those on their way there too. */
async function livingMigrations(ecs, cluster, runId) {
    const tasks = [];
    for (const desiredStatus of ['RUNNING', 'STOPPED'])
        tasks.push(...(await (0,_services_js__WEBPACK_IMPORTED_MODULE_0__/* .findTasks */ .Uz)(ecs, { cluster, startedBy: startedByMigration(runId), desiredStatus })));
    return tasks.filter((task) => task.lastStatus !== 'STOPPED');
}
async function stopMigration(ecs, cluster, task, reason) {
    if (!task.taskArn || task.desiredStatus === 'STOPPED')
        return;
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__/* .StopTaskCommand */ .P({ cluster, task: task.taskArn, reason: `golive: ${reason}` }));
}


/***/ }),

/***/ 41245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EA: () => (/* binding */ askGitHubItself),
/* harmony export */   HF: () => (/* binding */ postToGitHub),
/* harmony export */   J4: () => (/* binding */ sendToGitHub),
/* harmony export */   X3: () => (/* binding */ askGitHub),
/* harmony export */   pI: () => (/* binding */ askAll)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92413);

const attempts = 4;
const firstPauseMs = 500;
const longestPauseMs = 60_000;
const answerWithinMs = 10_000;
const perPage = 100;
const mostPages = 50;
/**
 * A reader of the repository's REST resources. Answers that may differ a moment later (5xx, 429, a broken
 * connection) are asked again up to three times; whatever is left is an `unreadable`, never a guess.
 */
function askGitHub(settings) {
    return reader(settings, `/repos/${settings.repository}`);
}
/** As `askGitHub`, for what belongs to no repository: accounts, teams, the server itself. */
function askGitHubItself(settings) {
    return reader(settings, '');
}
function reader(settings, prefix) {
    const octokit = clientOf(settings);
    return (path, schema) => again(settings, async () => {
        const what = `GET ${prefix}${path}`;
        const answer = await requestOnce(octokit, settings, what);
        if (answer.kind !== 'found')
            return answer;
        const parsed = schema.safeParse(answer.value.data);
        if (parsed.success)
            return { kind: 'found', value: parsed.data };
        const place = parsed.error.issues[0];
        const where = place === undefined ? '' : ` (${place.path.join('.') || 'top'}: ${place.message})`;
        return { kind: 'unreadable', why: `${what} answered something unexpected${where}`, passing: false };
    });
}
/**
 * Every item of a listing, page by page, one request after the other: GitHub's secondary limit counts those under way
 * at once. A listing longer than 5,000 items is unreadable, since what stands behind them is not known.
 */
async function askAll(ask, path, schema, itemsOf) {
    const items = [];
    for (let page = 1; page <= mostPages; page++) {
        const answer = await ask(`${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`, schema);
        if (answer.kind !== 'found')
            return answer;
        const more = itemsOf(answer.value);
        items.push(...more);
        if (more.length < perPage)
            return { kind: 'found', value: items };
    }
    return { kind: 'unreadable', why: `GET ${path} lists more than ${mostPages * perPage} items` };
}
/** A writer of the repository's REST resources. */
function sendToGitHub(settings) {
    const octokit = clientOf(settings);
    return async (method, path, body) => {
        const once = async () => {
            const answer = await requestOnce(octokit, settings, `${method} /repos/${settings.repository}${path}`, body);
            return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
        };
        // What a POST that got no answer has made is found by reading it back, not by making it twice.
        return method === 'POST' ? told(await once()) : again(settings, once);
    };
}
/** As `askGitHub`, for what changes something; only for what may be sent twice. */
function postToGitHub(settings) {
    const octokit = clientOf(settings);
    return (path) => again(settings, async () => {
        const answer = await requestOnce(octokit, settings, `POST /repos/${settings.repository}${path}`);
        return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
    });
}
const clientOf = ({ token, apiUrl, action }) => (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, {
    baseUrl: apiUrl,
    userAgent: `golive-${action}`,
    // What is deprecated or redirected is told by the answer; the log is written by the action alone.
    log: { debug() { }, info() { }, warn() { }, error() { } },
});
async function again(settings, once) {
    for (let attempt = 1;; attempt++) {
        const answer = await once();
        if (answer.kind !== 'unreadable' || !answer.passing || attempt === attempts)
            return told(answer);
        // A longer wait than a minute is for whoever runs the job again, not for a runner that stands by.
        await settings.sleep(Math.min(Math.max(firstPauseMs * 2 ** (attempt - 1), answer.waitMs ?? 0), longestPauseMs));
    }
}
function told(answer) {
    if (answer.kind !== 'unreadable')
        return answer;
    const { passing: _, waitMs: __, ...rest } = answer;
    return rest;
}
async function requestOnce(octokit, settings, what, body) {
    try {
        const { data, status } = await octokit.request(what, {
            headers: { 'x-github-api-version': '2022-11-28' },
            ...(body === undefined ? {} : { data: body }),
            request: {
                redirect: 'error',
                signal: AbortSignal.any([settings.signal, AbortSignal.timeout(answerWithinMs)]),
            },
        });
        return { kind: 'found', value: { data, status } };
    }
    catch (cause) {
        settings.signal.throwIfAborted();
        const refusal = refusalOf(cause);
        if (refusal === undefined)
            return {
                kind: 'unreadable',
                why: `${what} failed: ${cause instanceof Error ? cause.message : ''}`,
                passing: true,
            };
        const { status, headers, message } = refusal;
        if (status === 404)
            return { kind: 'missing' };
        // GitHub answers its secondary rate limit with a 403 that says when to come back, in seconds.
        const waitMs = Number(headers['retry-after']) * 1000 || undefined;
        const passing = status >= 500 || status === 429 || waitMs !== undefined;
        const why = `${what} answered ${status}${reasonOf(status, headers, message)}`;
        return { kind: 'unreadable', why, status, passing, ...(waitMs === undefined ? {} : { waitMs }) };
    }
}
/** What GitHub gave as its reason, and the permission that it wants where it names one. */
function reasonOf(status, headers, message) {
    const said = message === '' ? '' : ` (${message.slice(0, 200)})`;
    // `actions=read`, or alternatives after a semicolon:
    // https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
    const wanted = headers['x-accepted-github-permissions'];
    if (status !== 403 || typeof wanted !== 'string' || !/^[a-z_]+=[a-z]+([;, ]+[a-z_]+=[a-z]+)*$/.test(wanted))
        return said;
    return `${said}; it wants a token with ${wanted.replaceAll('=', ': ').replaceAll('_', '-')}`;
}
/** The refusal of a server; none where no answer came, which Octokit reports as a 500 without a response. */
function refusalOf(error) {
    if (!(error instanceof Error) || !('response' in error))
        return undefined;
    const response = Object(error.response);
    if (typeof response.status !== 'number')
        return undefined;
    const { message } = Object(response.data);
    return {
        status: response.status,
        headers: Object(response.headers),
        message: typeof message === 'string' ? message : '',
    };
}


/***/ }),

/***/ 49641:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ databaseNames)
/* harmony export */ });
/** Names derived from the released run, so that a rollback that was killed goes on where it was. At most 63 characters. */
function databaseNames(instance, runId) {
    const named = (suffix) => {
        const end = `-${suffix}-${runId}`.replace(/[^A-Za-z0-9-]/g, '-').replace(/-{2,}/g, '-');
        return `${instance.slice(0, 63 - end.length).replace(/-$/, '')}${end}`;
    };
    return { original: instance, restored: named('restored'), kept: named('kept') };
}


/***/ }),

/***/ 62091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findSnapshot),
/* harmony export */   X: () => (/* binding */ findInstance)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99397);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12678);

/** A database instance, or undefined when RDS does not know it. */
async function findInstance(rds, id) {
    return orMissing(/^DBInstanceNotFound/, async () => {
        const answer = await rds.send(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__/* .DescribeDBInstancesCommand */ .h({ DBInstanceIdentifier: id }));
        return answer.DBInstances?.[0];
    });
}
/** A manual or automated snapshot, or undefined when RDS does not know it. */
async function findSnapshot(rds, id) {
    return orMissing(/^DBSnapshotNotFound/, async () => {
        const answer = await rds.send(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_1__/* .DescribeDBSnapshotsCommand */ .K({ DBSnapshotIdentifier: id }));
        return answer.DBSnapshots?.[0];
    });
}
async function orMissing(missing, ask) {
    try {
        return await ask();
    }
    catch (error) {
        // The wire's code is DBInstanceNotFound, the SDK's class DBInstanceNotFoundFault.
        if (error instanceof Error && missing.test(error.name))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 75409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ swapRecordSets),
/* harmony export */   L6: () => (/* binding */ sameRecordSets),
/* harmony export */   uN: () => (/* binding */ tellRecordSets)
/* harmony export */ });
/** Whether two lists hold the same record sets: order, letter case and the dot at the end of host names do not count. */
function sameRecordSets(a, b) {
    return canonical(a).join() === canonical(b).join();
}
/**
 * DELETE what is there, to the letter, and CREATE what shall be. Route 53 takes all of it or nothing, so the batch is a
 * compare-and-swap: it is refused when a record changed meanwhile. What is in both lists is left alone.
 */
function swapRecordSets(current, wanted) {
    const without = (sets, others) => {
        const there = new Set(canonical(others));
        return sets.filter((set) => !canonical([set]).some((text) => there.has(text)));
    };
    return [
        ...without(current, wanted).map((set) => ({ Action: 'DELETE', ResourceRecordSet: set })),
        ...without(wanted, current).map((set) => ({ Action: 'CREATE', ResourceRecordSet: set })),
    ];
}
/** Record sets in a few words: `A 192.0.2.10 (TTL 60)`. */
function tellRecordSets(sets) {
    if (sets.length === 0)
        return 'no record';
    return sets
        .map(({ Type, AliasTarget, ResourceRecords, TTL, SetIdentifier }) => {
        const which = SetIdentifier ? ` [${SetIdentifier}]` : '';
        if (AliasTarget)
            return `${Type}${which} alias ${AliasTarget.DNSName}`;
        return `${Type}${which} ${(ResourceRecords ?? []).map(({ Value }) => Value).join(' ')} (TTL ${TTL})`;
    })
        .join(', ');
}
function canonical(sets) {
    return sets.map((set) => JSON.stringify(sorted(set))).sort();
}
function sorted(value, key = '') {
    if (Array.isArray(value)) {
        const parts = value.map((part) => sorted(part, key));
        return key === 'ResourceRecords' ? parts.map((part) => JSON.stringify(part)).sort() : parts;
    }
    if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value)
            .filter(([, inner]) => inner !== undefined)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner, name)]));
    if (typeof value === 'string' && (key === 'Name' || key === 'DNSName'))
        return value.toLowerCase().replace(/\.$/, '');
    return value;
}


/***/ }),

/***/ 82896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ recordSetsNamed),
/* harmony export */   _S: () => (/* binding */ findZone),
/* harmony export */   fq: () => (/* binding */ fullName)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18911);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26845);

/** `api` in zone `example.com` -> `api.example.com.`; `@` is the zone itself; a full name stays. */
function fullName(record, zone) {
    const suffix = zone.replace(/\.$/, '').toLowerCase();
    const name = record.replace(/\.$/, '').toLowerCase();
    if (name === '@' || name === suffix)
        return `${suffix}.`;
    return name.endsWith(`.${suffix}`) ? `${name}.` : `${name}.${suffix}.`;
}
/** Id (without the `/hostedzone/` in front) of the public zone of that name. */
async function findZone(route53, zone) {
    const name = fullName('@', zone);
    const answer = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__/* .ListHostedZonesByNameCommand */ .a({ DNSName: name }));
    const found = answer.HostedZones?.find((one) => one.Name === name && !one.Config?.PrivateZone);
    return found?.Id?.replace('/hostedzone/', '');
}
/** The record sets of exactly that name, raw: a change batch must repeat them to the letter to delete them. */
async function recordSetsNamed(route53, zoneId, name) {
    const found = [];
    let next = {
        StartRecordName: name,
    };
    for (;;) {
        const page = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_1__/* .ListResourceRecordSetsCommand */ .I({ HostedZoneId: zoneId, ...next }));
        const sets = page.ResourceRecordSets ?? [];
        // NS and SOA of the zone itself are no release's business.
        found.push(...sets.filter((set) => set.Name === name && set.Type !== 'NS' && set.Type !== 'SOA'));
        if (!page.IsTruncated || page.NextRecordName !== name)
            return found;
        next = {
            StartRecordName: page.NextRecordName,
            ...(page.NextRecordType ? { StartRecordType: page.NextRecordType } : {}),
            ...(page.NextRecordIdentifier ? { StartRecordIdentifier: page.NextRecordIdentifier } : {}),
        };
    }
}


/***/ })

};
