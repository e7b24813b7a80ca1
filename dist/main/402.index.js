export const id = 402;
export const ids = [402];
export const modules = {

/***/ 32283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RD: () => (/* binding */ observeServices),
/* harmony export */   cY: () => (/* binding */ observeDns),
/* harmony export */   u3: () => (/* binding */ observeDatabase)
/* harmony export */ });
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51540);
/* harmony import */ var _shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34544);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33224);
/* harmony import */ var _shared_rds_instances__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62091);
/* harmony import */ var _shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22851);
/* harmony import */ var _shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82896);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34837);









/** The services as they are; one in the middle of a deployment is refused, for there is no state to come back to. */
async function observeServices(ecs, scope) {
    if (scope.services.length === 0)
        return {};
    const cluster = scope.cluster ?? 'default';
    const found = await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_1__/* .describeServices */ .Ge)(ecs, cluster, scope.services);
    const entries = await Promise.all(scope.services.map(async (name) => {
        const service = found.get(name);
        if (!service)
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('RECORD_SERVICE_NOT_FOUND', `${cluster} has no active service ${name}`, {
                hint: 'create it first, or correct its name under rollout.services',
            });
        return [name, await observeService(ecs, cluster, name, service)];
    }));
    return Object.fromEntries(entries);
}
async function observeService(ecs, cluster, name, service) {
    const [latest] = await (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_2__/* .latestDeployments */ .uV)(ecs, cluster, name, 1);
    const taskDefinition = (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(service);
    if (latest && (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_2__/* .isInFlight */ .wn)(latest) && latest.from && latest.from !== latest.taskDefinition)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('RECORD_SERVICE_DEPLOYING', `${name} is already deploying ${latest.taskDefinition}`, {
            hint: 'wait until it is done, or put it back with the rollback action, then release',
        });
    const { definition } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_4__/* .readTaskDefinition */ .L)(ecs, taskDefinition);
    return {
        cluster,
        serviceArn: service.serviceArn ?? '',
        taskDefinition,
        desiredCount: service.desiredCount ?? 0,
        ...(latest ? { deploymentId: latest.arn } : {}),
        images: (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .IC)(definition),
    };
}
async function observeDatabase(rds, instance, runId) {
    if (!(await (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_6__/* .findInstance */ .X)(rds, instance)))
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('RECORD_DATABASE_NOT_FOUND', `RDS has no instance ${instance}`, {
            hint: 'correct migrate.database',
        });
    return { instance, snapshot: (0,_shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_7__/* .snapshotIdentifier */ .S)(instance, runId) };
}
/** The raw record sets under each name; a name without any is recorded as empty, so that rollback removes it again. */
async function observeDns(route53, scope) {
    if (!scope.zone || scope.records.length === 0)
        return {};
    const { zone } = scope;
    const zoneId = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_8__/* .findZone */ ._S)(route53, zone);
    if (!zoneId)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('RECORD_ZONE_NOT_FOUND', `Route 53 has no public zone ${zone}`, { hint: 'correct dns.zone' });
    const entries = await Promise.all(scope.records.map(async (name) => {
        const records = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_8__/* .recordSetsNamed */ .EU)(route53, zoneId, (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_8__/* .fullName */ .fq)(name, zone));
        return [name, { zoneId, records }];
    }));
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 33022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);


const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'record',
    title: 'Golive: record',
    description: 'Writes down what runs now (services, database, DNS), before a release changes anything.',
    section: null,
    inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('Name of the release; default: the tag or branch of the run'),
        cluster: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('ECS cluster; default: `rollout.cluster`'),
        services: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional().describe('ECS services; default: those of `rollout.services`'),
        database: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('RDS instance; default: `migrate.database`'),
        zone: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('Hosted zone by name; default: `dns.zone`'),
        records: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional().describe('Record names in the zone; default: those of `dns.records`'),
    }),
    outputs: {
        record: 'The release record as JSON',
        file: 'Path of the release record',
        snapshot: 'Identifier that the snapshot before the migration will have',
    },
});


/***/ }),

/***/ 49402:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80212);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57202);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8621);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69161);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32283);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33022);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38920);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74913);









await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .definition */ .m, async (input, run) => {
    const file = run.paths.releaseRecord;
    const existing = await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(file);
    const decision = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .decide */ .L)(existing, String(run.github.runId));
    run.log.info(`${decision.kind}: ${decision.because}`);
    if (decision.kind === 'keep' && existing)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)(decision, existing, file, run.now().toISOString());
    const version = input.version ?? run.github.ref.replace(/^refs\/(tags|heads)\//, '');
    const record = await observe(run, (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .scopeOf */ .O)(input, { ...run.config }), version);
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .writeReleaseRecord */ .QH)(file, record);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)(decision, record, file, run.now().toISOString());
});
async function observe(run, scope, release) {
    const runId = String(run.github.runId);
    const [services, database, dns] = await Promise.all([
        (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .observeServices */ .RD)(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_6__/* .ECSClient */ .Zgc(run.aws), scope),
        scope.database ? (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .observeDatabase */ .u3)(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_7__/* .RDSClient */ .rYe(run.aws), scope.database, runId) : undefined,
        (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .observeDns */ .cY)(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_8__/* .Route53Client */ .LhC(run.aws), scope),
    ]);
    return {
        schema: 'golive/release-record@1',
        project: run.config.project,
        region: run.config.region,
        release,
        commit: run.github.sha,
        runId,
        createdAt: run.now().toISOString(),
        services,
        ...(database ? { database } : {}),
        dns,
        images: {},
    };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 38920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ decide),
/* harmony export */   O: () => (/* binding */ scopeOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13798);

const rollout = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), services: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) });
const migrate = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ database: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const dns = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ zone: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), records: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) });
/** The scope from the inputs, and for what they leave out from the sections of golive.yml. */
function scopeOf(asked, file) {
    const services = rollout.safeParse(file.rollout).data;
    const names = dns.safeParse(file.dns).data;
    const cluster = asked.cluster ?? services?.cluster;
    const database = asked.database ?? migrate.safeParse(file.migrate).data?.database;
    const zone = asked.zone ?? names?.zone;
    return {
        services: asked.services ?? Object.keys(services?.services ?? {}),
        records: asked.records ?? Object.keys(names?.records ?? {}),
        ...(cluster ? { cluster } : {}),
        ...(database ? { database } : {}),
        ...(zone ? { zone } : {}),
    };
}
/** A record of the same run was written before its first change: only that one tells the state before the release. */
function decide(existing, runId) {
    if (existing?.runId === runId)
        return { kind: 'keep', because: `run ${runId} was recorded at ${existing.createdAt}, before its first change` };
    return {
        kind: 'write',
        because: existing ? `the record there is of run ${existing.runId}` : `run ${runId} has no record yet`,
    };
}


/***/ }),

/***/ 74913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);


function report(decision, record, file, at) {
    const services = Object.entries(record.services);
    const names = Object.entries(record.dns);
    const parts = [
        `${services.length} services`,
        record.database ? `database ${record.database.instance}` : 'no database',
        `${names.length} DNS names`,
    ];
    const kept = decision.kind === 'keep' ? `; kept: ${decision.because}` : '';
    return {
        checks: [
            (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('record.written', record.release, 'pass', `${parts.join(', ')} are written down${kept}`, {
                measured: file,
                source: 'ecs:DescribeServices, rds:DescribeDBInstances, route53:ListResourceRecordSets',
                at,
            }),
        ],
        outputs: { record: JSON.stringify(record), file, snapshot: record.database?.snapshot ?? '' },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## Before the release

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['What', 'State'], [
            ...services.map(([name, one]) => [name, `${one.taskDefinition.split('/').at(-1)} × ${one.desiredCount}`]),
            ...(record.database ? [[record.database.instance, `snapshot will be ${record.database.snapshot}`]] : []),
            ...names.map(([name, { records }]) => [name, records.map((one) => `${one.Type}`).join(', ') || 'no record']),
        ])}
`,
        timeline: [{ at: record.createdAt, subject: record.release, what: 'state before the release recorded' }],
    };
}


/***/ }),

/***/ 66263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   G1: () => (/* binding */ position),
/* harmony export */   OE: () => (/* binding */ goBack),
/* harmony export */   PZ: () => (/* binding */ nextStepBack)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80212);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91902);
/* harmony import */ var _service_deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34544);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2089);




/** The next step that brings a service back to its goal. Asking it again at any moment is safe. */
function nextStepBack(at, goal) {
    const { latest } = at;
    if (latest && (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .isGoingBack */ .s6)(latest))
        return { kind: 'wait', because: `deployment is ${latest.status}` };
    if (latest && (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .isInFlight */ .wn)(latest)) {
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
    const counted = goal.desiredCount === undefined || at.desiredCount === goal.desiredCount;
    if (there &&
        counted &&
        latest?.status === 'SUCCESSFUL' &&
        (latest.taskDefinition ?? goal.taskDefinition) !== goal.taskDefinition)
        return { kind: 'wait', because: 'ECS does not list the new deployment yet' };
    // A first deployment, made before ECS kept service deployments, leaves none to look at.
    const settled = !latest || ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(latest.status);
    if (there && counted && settled)
        return { kind: 'done', because: `runs ${short(goal.taskDefinition)}` };
    return { kind: 'update', because: `${short(at.taskDefinition)} -> ${short(goal.taskDefinition)}` };
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
    const end = await (0,_pace_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(pace, async () => {
        const at = await position(ecs, cluster, goal.service);
        const step = nextStepBack(at, goal);
        last = step.because;
        if (step.kind === 'done')
            return { done: { back: true } };
        const waiting = { waiting: `${goal.service}: ${last}` };
        if (step.kind === 'wait')
            return waiting;
        if (step.kind === 'update') {
            const before = updates.at(-1);
            if (before && before.latest === at.latest?.arn && pace.now().getTime() - before.at < UPDATE_SHOWS_WITHIN_MS)
                return waiting;
            if (updates.length === MOST_UPDATES)
                return { done: { back: false } };
            updates.push({ at: pace.now().getTime(), latest: at.latest?.arn });
            await update(ecs, cluster, goal);
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
    };
}
async function position(ecs, cluster, name) {
    const [services, [latest]] = await Promise.all([
        (0,_services_js__WEBPACK_IMPORTED_MODULE_2__/* .describeServices */ .Ge)(ecs, cluster, [name]),
        (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .latestDeployments */ .uV)(ecs, cluster, name, 1),
    ]);
    const service = services.get(name);
    if (!service)
        throw new Error(`${cluster} has no active service ${name}`);
    return {
        taskDefinition: targetOf(service),
        desiredCount: service.desiredCount ?? 0,
        ...(latest ? { latest } : {}),
    };
}
/** The task definition that a service is at, or on its way to. */
function targetOf(service) {
    const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
    return primary?.taskDefinition ?? service.taskDefinition ?? '';
}
async function update(ecs, cluster, goal) {
    const { service, taskDefinition, desiredCount } = goal;
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_3__/* .UpdateServiceCommand */ .kZr({
        cluster,
        service,
        taskDefinition,
        ...(desiredCount === undefined ? {} : { desiredCount }),
    }));
}
async function stop(ecs, serviceDeploymentArn) {
    try {
        await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_3__/* .StopServiceDeploymentCommand */ .a8L({ serviceDeploymentArn, stopType: 'ROLLBACK' }));
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

/***/ 51540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readTaskDefinition),
/* harmony export */   e: () => (/* binding */ registerTaskDefinition)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80212);
/* harmony import */ var _task_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33224);


/** One task definition with its tags, by ARN, `family:revision`, or family (its newest active revision). */
async function readTaskDefinition(ecs, name) {
    const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTaskDefinitionCommand */ .Zy$({ taskDefinition: name, include: ['TAGS'] }));
    const definition = answer.taskDefinition;
    if (!definition?.taskDefinitionArn)
        throw new Error(`ECS described task definition ${name} without its ARN`);
    return { arn: definition.taskDefinitionArn, definition, tags: answer.tags ?? [] };
}
/** Registers `wanted`, unless the newest active revision of its family, or `current`, already is that. */
async function registerTaskDefinition(ecs, wanted, current) {
    const family = wanted.family ?? '';
    for (const candidate of [current, await newestOf(ecs, family)])
        if (candidate?.taskDefinitionArn && candidate.status !== 'INACTIVE' && (0,_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .sameDefinition */ .uD)(candidate, wanted))
            return { arn: candidate.taskDefinitionArn, reused: true };
    const { taskDefinition } = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .RegisterTaskDefinitionCommand */ .$Hl(wanted));
    if (!taskDefinition?.taskDefinitionArn)
        throw new Error(`ECS registered ${family} without telling its ARN`);
    return { arn: taskDefinition.taskDefinitionArn, reused: false };
}
async function newestOf(ecs, family) {
    try {
        return (await readTaskDefinition(ecs, family)).definition;
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
/* harmony export */   s6: () => (/* binding */ isGoingBack),
/* harmony export */   uV: () => (/* binding */ latestDeployments),
/* harmony export */   wn: () => (/* binding */ isInFlight)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80212);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2089);


const IN_FLIGHT = ['PENDING', 'IN_PROGRESS'];
const ON_THE_WAY_BACK = ['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];
const isInFlight = (deployment) => IN_FLIGHT.includes(deployment.status);
const isGoingBack = (deployment) => ON_THE_WAY_BACK.includes(deployment.status);
/** The newest deployments of one service, newest first. */
async function latestDeployments(ecs, cluster, service, count = 5) {
    const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ListServiceDeploymentsCommand */ .jz8({ cluster, service, maxResults: 100 }));
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
        const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServiceDeploymentsCommand */ .A6p({ serviceDeploymentArns: batch }));
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
    };
}
function revisionArns(deployment) {
    return [deployment.targetServiceRevision, ...(deployment.sourceServiceRevisions ?? [])].flatMap((r) => r?.arn ?? []);
}
async function taskDefinitionsOf(ecs, arns) {
    const found = new Map();
    for (const batch of (0,_services_js__WEBPACK_IMPORTED_MODULE_1__/* .chunks */ .VN)([...new Set(arns)], 20)) {
        const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServiceRevisionsCommand */ .oF5({ serviceRevisionArns: batch }));
        for (const revision of answer.serviceRevisions ?? [])
            if (revision.serviceRevisionArn && revision.taskDefinition)
                found.set(revision.serviceRevisionArn, revision.taskDefinition);
    }
    return found;
}


/***/ }),

/***/ 2089:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ describeServices),
/* harmony export */   Uz: () => (/* binding */ findTasks),
/* harmony export */   VN: () => (/* binding */ chunks),
/* harmony export */   yz: () => (/* binding */ describeTasks)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80212);

/** The services of a cluster by name; names that ECS does not know, or that are deleted, are missing from the map. */
async function describeServices(ecs, cluster, names) {
    const found = new Map();
    // DescribeServices takes at most 10 names.
    for (const services of chunks(names, 10)) {
        const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServicesCommand */ .H7c({ cluster, services }));
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
        const page = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ListTasksCommand */ .MYg({ ...filter, ...(nextToken ? { nextToken } : {}) }));
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken);
    return describeTasks(ecs, filter.cluster ?? 'default', arns);
}
async function describeTasks(ecs, cluster, arns) {
    const tasks = [];
    // DescribeTasks takes at most 100 tasks.
    for (const batch of chunks(arns, 100))
        tasks.push(...((await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTasksCommand */ .z8X({ cluster, tasks: batch }))).tasks ?? []));
    return tasks;
}
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}


/***/ }),

/***/ 33224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   MR: () => (/* binding */ containerNames),
/* harmony export */   nS: () => (/* binding */ withImages),
/* harmony export */   uD: () => (/* binding */ sameDefinition),
/* harmony export */   v7: () => (/* binding */ unknownContainers)
/* harmony export */ });
/** Fields that ECS writes and RegisterTaskDefinition does not take. */
const WRITTEN_BY_ECS = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt',
];
/** What to register to get `definition` again, with other images in the named containers and all else unchanged. */
function withImages(definition, images, tags = []) {
    const kept = Object.fromEntries(Object.entries(definition).filter(([field]) => !WRITTEN_BY_ECS.includes(field)));
    return {
        ...kept,
        family: definition.family ?? '',
        containerDefinitions: (definition.containerDefinitions ?? []).map((container) => {
            const image = images[container.name ?? ''];
            return image === undefined ? container : { ...container, image };
        }),
        // RegisterTaskDefinition refuses an empty list of tags.
        ...(tags.length > 0 ? { tags: [...tags] } : {}),
    };
}
/** Names in `wanted` that the definition has no container for. */
function unknownContainers(definition, wanted) {
    const known = containerNames(definition);
    return Object.keys(wanted).filter((name) => !known.includes(name));
}
function containerNames(definition) {
    return (definition.containerDefinitions ?? []).map((container) => container.name ?? '');
}
/** Image of every container, by container name. */
function imagesOf(definition) {
    return Object.fromEntries((definition.containerDefinitions ?? []).map((c) => [c.name ?? '', c.image ?? '']));
}
/** Whether registering `wanted` would only repeat `registered` under a new revision number. */
function sameDefinition(registered, wanted) {
    const { tags: _, ...definition } = wanted;
    return canonical(withImages(registered, {})) === canonical(definition);
}
/** JSON with sorted keys, without the empty lists and undefined fields that ECS adds or drops when it stores a definition. */
function canonical(value) {
    return JSON.stringify(value, (_key, part) => {
        if (Array.isArray(part))
            return part.length === 0 ? undefined : part;
        if (part === null || typeof part !== 'object')
            return part === null ? undefined : part;
        return Object.fromEntries(Object.entries(part)
            .filter(([, inner]) => inner !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)));
    });
}


/***/ }),

/***/ 62091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findSnapshot),
/* harmony export */   X: () => (/* binding */ findInstance)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57202);

/** A database instance, or undefined when RDS does not know it. */
async function findInstance(rds, id) {
    return orMissing(/^DBInstanceNotFound/, async () => {
        const answer = await rds.send(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__/* .DescribeDBInstancesCommand */ .hhJ({ DBInstanceIdentifier: id }));
        return answer.DBInstances?.[0];
    });
}
/** A manual or automated snapshot, or undefined when RDS does not know it. */
async function findSnapshot(rds, id) {
    return orMissing(/^DBSnapshotNotFound/, async () => {
        const answer = await rds.send(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__/* .DescribeDBSnapshotsCommand */ .KKI({ DBSnapshotIdentifier: id }));
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

/***/ 22851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ snapshotIdentifier)
/* harmony export */ });
/** The snapshot that `migrate` takes in a run and `rollback` restores. RDS allows letters, digits and single hyphens. */
function snapshotIdentifier(instance, runId) {
    return `golive-${instance}-${runId}-1`
        .replace(/[^A-Za-z0-9-]/g, '-')
        .replace(/-{2,}/g, '-')
        .slice(0, 255);
}


/***/ }),

/***/ 3116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QH: () => (/* binding */ writeReleaseRecord),
/* harmony export */   d9: () => (/* binding */ readReleaseRecord),
/* harmony export */   wJ: () => (/* binding */ updateReleaseRecord)
/* harmony export */ });
/* unused harmony exports releaseRecordSchema, releaseRecordJsonSchema */
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
    })),
    database: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        instance: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Identifier that the snapshot before the migration has, or will have'),
        snapshotArn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionFrom: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionTo: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
    })
        .exactOptional(),
    dns: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ zoneId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), records: recordSets, wanted: recordSets.exactOptional() })),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Image name -> repository@digest'),
});
/** The JSON schema of a release record. */
function releaseRecordJsonSchema() {
    return z.toJSONSchema(releaseRecordSchema);
}
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


/***/ }),

/***/ 82896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ recordSetsNamed),
/* harmony export */   _S: () => (/* binding */ findZone),
/* harmony export */   fq: () => (/* binding */ fullName)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8621);

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
    const answer = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__/* .ListHostedZonesByNameCommand */ .agy({ DNSName: name }));
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
        const page = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__/* .ListResourceRecordSetsCommand */ .IOz({ HostedZoneId: zoneId, ...next }));
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
