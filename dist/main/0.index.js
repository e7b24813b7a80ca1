export const id = 0;
export const ids = [0];
export const modules = {

/***/ 54305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ migrate)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80212);
/* harmony import */ var _shared_ecs_pace__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91902);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4872);
/* harmony import */ var _shared_logs_log_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67906);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34837);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9766);







/** Runs the migration task to its end, its log shown as it is written; stops it on time-out and when cancelled. */
async function migrate(tools, service, definition, task) {
    const { arn, adopted } = await startTask(tools.ecs, service, task);
    tools.pace.progress(`${adopted ? 'found' : 'started'} task ${arn}`);
    const log = [];
    const follow = follower(tools, (0,_shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_1__/* .logLocation */ .U)(definition, task.container, arn), log);
    try {
        const verdict = await (0,_shared_ecs_pace__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .k)(tools.pace, async () => {
            const [seen] = await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_3__/* .describeTasks */ .yz)(tools.ecs, task.cluster, [arn]);
            const now = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeTask */ .vf)(seen, task.container);
            await follow();
            return now.kind === 'running' ? { waiting: now.because } : { done: now };
        });
        if (verdict) {
            await lateLines(tools, follow);
            return { task: arn, verdict, log, adopted };
        }
    }
    catch (error) {
        await stopTask(tools.ecs, task.cluster, arn, 'the release was cancelled');
        throw error;
    }
    await stopTask(tools.ecs, task.cluster, arn, 'the migration took too long');
    const because = `task did not end within ${tools.pace.within.ms / 1000} s and was stopped`;
    return { task: arn, verdict: { kind: 'failed', because }, log, adopted };
}
/** Starts the task, or finds the one that an earlier attempt of this run left running: two must never migrate at once. */
async function startTask(ecs, service, task) {
    const filter = { cluster: task.cluster, startedBy: (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .startedBy */ .l3)(task.runId), desiredStatus: 'RUNNING' };
    const left = (await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_3__/* .findTasks */ .Uz)(ecs, filter)).find((one) => one.lastStatus !== 'STOPPED');
    if (left?.taskArn)
        return { arn: left.taskArn, adopted: true };
    const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_5__/* .RunTaskCommand */ ._eD((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .runTaskInput */ .dY)(service, task)));
    const arn = answer.tasks?.[0]?.taskArn;
    if (arn)
        return { arn, adopted: false };
    const failures = (answer.failures ?? []).map(({ reason, detail, arn: what }) => [what, reason, detail].filter(Boolean).join(' '));
    throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('MIGRATE_TASK_NOT_STARTED', `ECS did not start the migration task: ${failures.join('; ') || 'no reason given'}`, {
        hint: `compare with how ${service.serviceName} starts its tasks: capacity, subnets, roles`,
    });
}
function follower({ logs, show }, at, log) {
    let token;
    return async () => {
        if (!at)
            return;
        const page = await (0,_shared_logs_log_stream__WEBPACK_IMPORTED_MODULE_6__/* .logLinesSince */ .i)(logs, at, token);
        token = page.token;
        for (const line of page.lines)
            show(line);
        log.push(...page.lines);
    };
}
/** CloudWatch Logs shows the last lines of a stopped task a little later; the revisions stand on the very last. */
async function lateLines({ pace }, follow) {
    for (let look = 0; look < 2; look++) {
        await pace.sleep(Math.min(pace.every.ms, 1000));
        await follow();
    }
}
async function stopTask(ecs, cluster, task, reason) {
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_5__/* .StopTaskCommand */ .PP1({ cluster, task, reason: `golive: ${reason}` }));
}


/***/ }),

/***/ 60704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);



const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'migrate',
    title: 'Golive: migrate',
    description: 'Takes a snapshot, then runs the migration as a one-off ECS task with the new image, inside the VPC.',
    section: 'migrate',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        tool: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default('own').describe('Name of the migration tool, for the report'),
        like: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('Service whose task definition, network and roles the migration task takes over'),
        container: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('Container of that service that runs the migration and whose exit code counts'),
        command: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).min(1).describe('Command of the migration, as a list of arguments'),
        image: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('Image name; default: what `rollout` gives the container'),
        cluster: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('ECS cluster; default: `rollout.cluster`'),
        images: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
            .describe('JSON object from build-scan-push: image name -> `repository@sha256:…`'),
        database: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('RDS instance to take a snapshot of first; without it none is taken'),
        timeout: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('30m').describe('Time for the migration task, after which it is stopped'),
        'snapshot-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1h').describe('Time for the snapshot to become available'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1s').describe('Time between two looks at the task, its log and the snapshot'),
        'log-lines': zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(0).max(100).default(20).describe('Log lines kept of a migration that failed'),
    }),
    outputs: {
        snapshot: 'Identifier of the snapshot taken before the migration',
        'from-revision': 'Revision before, when the last log line is JSON with `from` and `to`',
        'to-revision': 'Revision after, when the last log line is JSON with `from` and `to`',
        task: 'ARN of the migration task',
    },
});


/***/ }),

/***/ 18000:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(70303);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(28249);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80212);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(57202);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13798);
/* harmony import */ var _shared_ecr_digest_reference__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(56920);
/* harmony import */ var _shared_ecr_images__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(80150);
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(51540);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(33224);
/* harmony import */ var _shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(22851);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69161);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54305);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60704);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9766);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27783);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7289);




















/** What the rollout section of golive.yml says about the service that the migration task is like. */
const rolloutSection = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    cluster: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional(),
    services: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ containers: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()) })).default({}),
});
await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .definition */ .m, async (input, run) => {
    const ecs = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_8__/* .ECSClient */ .Zgc(run.aws);
    const { like, container, database, images } = input;
    const rollout = rolloutSection.safeParse(run.config.rollout).data;
    const cluster = input.cluster ?? rollout?.cluster;
    const image = input.image ?? rollout?.services[like]?.containers[container];
    if (!cluster || !image)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('MIGRATE_INCOMPLETE', `${cluster ? 'image' : 'cluster'} of the migration task is not known`, {
            hint: 'give it as an input, or fill in rollout in golive.yml',
        });
    const service = (await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_9__/* .describeServices */ .Ge)(ecs, cluster, [like])).get(like);
    if (!service)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('MIGRATE_SERVICE_NOT_FOUND', `${cluster} has no active service ${like}`, {
            hint: 'correct migrate.like',
        });
    const model = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_10__/* .readTaskDefinition */ .L)(ecs, (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_11__/* .targetOf */ .$r)(service));
    if (!(0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_12__/* .containerNames */ .MR)(model.definition).includes(container))
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('MIGRATE_CONTAINER_NOT_FOUND', `${like} has no container ${container}`, {
            hint: `migrate.container must be one of ${(0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_12__/* .containerNames */ .MR)(model.definition).join(', ')}`,
        });
    const address = await addressOf(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_13__/* .ECRClient */ .S70(run.aws), image, images[image]);
    const pace = {
        every: input['poll-interval'],
        within: input.timeout,
        now: run.now,
        sleep: run.sleep,
        progress: (line) => run.log.info(line),
    };
    const snapshot = database
        ? await backUp(run, new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_14__/* .RDSClient */ .rYe(run.aws), database, { ...pace, within: input['snapshot-timeout'] })
        : undefined;
    const wanted = (0,_plan_js__WEBPACK_IMPORTED_MODULE_15__/* .migrationDefinition */ .yp)(model.definition, container, address);
    const { arn } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_10__/* .registerTaskDefinition */ .e)(ecs, wanted);
    const { definition: registered } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_10__/* .readTaskDefinition */ .L)(ecs, arn);
    const tools = {
        ecs,
        logs: new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_16__/* .CloudWatchLogsClient */ .TFr(run.aws),
        pace,
        show: (line) => run.log.info(`  ${line}`),
    };
    const migration = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .migrate */ ._)(tools, service, registered, {
        cluster,
        taskDefinition: arn,
        container,
        command: input.command,
        runId: String(run.github.runId),
        attempt: String(run.github.runAttempt),
    });
    if (migration.verdict.kind === 'succeeded')
        await recordRevisions(run, (0,_plan_js__WEBPACK_IMPORTED_MODULE_15__/* .revisionsOf */ .Ow)(migration.log));
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)({
        tool: input.tool,
        ...(database ? { database } : {}),
        ...(snapshot ? { snapshot } : {}),
        migration,
        logLines: input['log-lines'],
        at: run.now().toISOString(),
    });
});
async function addressOf(ecr, image, text) {
    const reference = text === undefined ? undefined : (0,_shared_ecr_digest_reference__WEBPACK_IMPORTED_MODULE_17__/* .parseDigestReference */ .D)(text);
    if (!reference)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('MIGRATE_IMAGE_INVALID', `images.${image} is '${text ?? 'missing'}', not repository@sha256:…`, {
            hint: 'pass the output images of build-scan-push',
        });
    const uri = (await (0,_shared_ecr_images__WEBPACK_IMPORTED_MODULE_18__/* .repositoryUris */ .ex)(ecr, [reference.repository])).get(reference.repository);
    return `${uri}@${reference.digest}`;
}
async function backUp(run, rds, database, pace) {
    const recorded = (await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord))?.database;
    const planned = recorded?.instance === database ? recorded.snapshot : undefined;
    const snapshot = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .takeSnapshot */ .W)(rds, database, planned ?? (0,_shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_19__/* .snapshotIdentifier */ .S)(database, String(run.github.runId)), pace);
    run.log.info(`snapshot ${snapshot.id} is available${snapshot.reused ? ' from an earlier attempt' : ''}`);
    if (recorded)
        await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .updateReleaseRecord */ .wJ)(run.paths.releaseRecord, (record) => record.database ? { ...record, database: { ...record.database, snapshotArn: snapshot.arn } } : record);
    return snapshot;
}
async function recordRevisions(run, revisions) {
    if (!revisions || !(await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord)))
        return;
    const { from: revisionFrom, to: revisionTo } = revisions;
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .updateReleaseRecord */ .wJ)(run.paths.releaseRecord, (record) => record.database ? { ...record, database: { ...record.database, revisionFrom, revisionTo } } : record);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ revisionsOf),
/* harmony export */   dY: () => (/* binding */ runTaskInput),
/* harmony export */   l3: () => (/* binding */ startedBy),
/* harmony export */   vf: () => (/* binding */ judgeTask),
/* harmony export */   xY: () => (/* binding */ decideSnapshot),
/* harmony export */   yp: () => (/* binding */ migrationDefinition)
/* harmony export */ });
/* harmony import */ var _shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4872);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33224);


/** What to do about the snapshot, from the status that RDS reports for it (undefined: it does not exist). */
function decideSnapshot(id, status, created) {
    if (status === undefined)
        return { kind: created ? 'wait' : 'create', because: `snapshot ${id} does not exist yet` };
    if (status === 'available')
        return { kind: 'reuse', because: `snapshot ${id} is available` };
    if (status === 'creating' || status === 'pending')
        return { kind: 'wait', because: `snapshot ${id} is ${status}` };
    return {
        kind: 'refuse',
        because: `snapshot ${id} is ${status}`,
        hint: 'delete it, or find out in the RDS console why it cannot be used, then run the release again',
    };
}
/**
 * The definition of the migration task: the service's, in a family of its own (so that nothing takes it for a revision
 * of the service), with the new image and without the health check, which asks a server that does not run here.
 */
function migrationDefinition(like, container, image) {
    const definition = (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .withImages */ .nS)(like, { [container]: image });
    return {
        ...definition,
        family: `${like.family}-golive-migrate`,
        containerDefinitions: (definition.containerDefinitions ?? []).map((one) => {
            if (one.name !== container)
                return one;
            const { healthCheck: _, ...kept } = one;
            return { ...kept, essential: true };
        }),
    };
}
const startedBy = (runId) => `golive-migrate/${runId}`;
/** RunTask with the network and capacity of the service. The token lets a repeated call find the task it began. */
function runTaskInput(service, task) {
    const capacity = service.capacityProviderStrategy ?? [];
    return {
        cluster: task.cluster,
        taskDefinition: task.taskDefinition,
        count: 1,
        clientToken: `golive-migrate-${task.runId}-${task.attempt}`.slice(0, 64),
        startedBy: startedBy(task.runId),
        ...(service.networkConfiguration ? { networkConfiguration: service.networkConfiguration } : {}),
        ...(capacity.length > 0
            ? { capacityProviderStrategy: capacity }
            : { launchType: service.launchType ?? 'FARGATE' }),
        ...(service.platformVersion ? { platformVersion: service.platformVersion } : {}),
        overrides: { containerOverrides: [{ name: task.container, command: [...task.command] }] },
    };
}
/** The named container's exit code judges the migration; a task that never started it has failed. */
function judgeTask(task, container) {
    if (!task)
        return { kind: 'running', because: 'ECS does not describe the task yet' };
    if (task.lastStatus !== 'STOPPED')
        return { kind: 'running', because: `task is ${task.lastStatus}` };
    const exitCode = task.containers?.find((one) => one.name === container)?.exitCode;
    if (exitCode === 0)
        return { kind: 'succeeded', because: `container ${container} exited with 0` };
    const code = exitCode === undefined ? 'never ran' : `exited with ${exitCode}`;
    return { kind: 'failed', because: `container ${container} ${code}: ${(0,_shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_1__/* .explainTask */ .Ry)(task)}` };
}
/** `{"from","to"}` on the last line of the log, which a migration may print to tell its revisions. */
function revisionsOf(log) {
    const last = log.findLast((line) => line.trim() !== '');
    if (!last)
        return undefined;
    try {
        const said = JSON.parse(last);
        if (typeof said !== 'object' || said === null || !('from' in said) || !('to' in said))
            return undefined;
        return { from: String(said.from ?? ''), to: String(said.to ?? '') };
    }
    catch {
        // An ordinary log line.
        return undefined;
    }
}


/***/ }),

/***/ 27783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9766);



function report({ tool, database, snapshot, migration, logLines, at }) {
    const revisions = migration.verdict.kind === 'succeeded' ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionsOf */ .Ow)(migration.log) : undefined;
    const ran = migrated(migration, logLines, at);
    return {
        checks: [backup(database, snapshot, at), ran],
        outputs: {
            snapshot: snapshot?.id ?? '',
            'from-revision': revisions?.from ?? '',
            'to-revision': revisions?.to ?? '',
            task: migration.task,
        },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## Migration

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', ''], [
            ['Tool', tool],
            ['Snapshot', snapshot?.id ?? 'none'],
            ['Task', migration.task.split('/').at(-1) ?? migration.task],
            ['Revisions', revisions ? `${revisions.from || 'none'} -> ${revisions.to}` : 'not told'],
            ['Result', ran.because],
        ])}
`,
        timeline: [
            ...(snapshot ? [{ at, subject: snapshot.id, what: snapshot.reused ? 'snapshot reused' : 'snapshot taken' }] : []),
            { at, subject: migration.task, what: migration.verdict.because },
        ],
    };
}
function backup(database, snapshot, at) {
    const source = 'rds:DescribeDBSnapshots';
    if (!snapshot)
        return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('migrate.snapshot', 'database', 'skipped', 'no database was named, so no snapshot was taken', {
            source,
            at,
        });
    const how = snapshot.reused ? 'from an earlier attempt of this run ' : '';
    const because = `snapshot ${snapshot.id} ${how}was available before the migration began`;
    return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('migrate.snapshot', database ?? 'database', 'pass', because, { measured: snapshot.id, source, at });
}
function migrated({ verdict, log, task }, logLines, at) {
    const source = 'ecs:DescribeTasks';
    const shown = log.filter((line) => line.trim() !== '').slice(-logLines);
    if (verdict.kind === 'succeeded')
        return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('migrate.exit-code', 'migration', 'pass', verdict.because, { measured: 0, source, at });
    const lines = logLines > 0 && shown.length > 0 ? `; last log lines: ${shown.join(' | ')}` : '';
    return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('migrate.exit-code', 'migration', 'fail', `${verdict.because}${lines}`, {
        measured: task,
        expected: 0,
        source,
        at,
    });
}


/***/ }),

/***/ 7289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57202);
/* harmony import */ var _shared_ecs_pace__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91902);
/* harmony import */ var _shared_rds_instances__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62091);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34837);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9766);





/** Makes sure that the snapshot exists and is available. One from an earlier attempt of the run is the right one. */
async function takeSnapshot(rds, instance, id, pace) {
    let created = false;
    const found = await (0,_shared_ecs_pace__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(pace, async () => {
        const snapshot = await (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_2__/* .findSnapshot */ .C)(rds, id);
        if (snapshot?.DBInstanceIdentifier && snapshot.DBInstanceIdentifier !== instance)
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('MIGRATE_SNAPSHOT_FOREIGN', `snapshot ${id} is of ${snapshot.DBInstanceIdentifier}, not of ${instance}`, {
                hint: 'delete it or rename it, then run the release again',
            });
        const step = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .decideSnapshot */ .xY)(id, snapshot?.Status, created);
        if (step.kind === 'refuse')
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('MIGRATE_SNAPSHOT_UNUSABLE', step.because, { hint: step.hint });
        if (step.kind === 'reuse' && snapshot)
            return { done: snapshot };
        if (step.kind === 'create') {
            created = await create(rds, instance, id);
            if (!created)
                return { waiting: `${instance} is busy with another change or backup; the snapshot waits for it` };
        }
        const percent = snapshot?.PercentProgress === undefined ? '' : `, ${snapshot.PercentProgress} %`;
        return { waiting: `${step.because}${percent}` };
    });
    if (!found)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('MIGRATE_SNAPSHOT_LATE', `snapshot ${id} was not available within ${pace.within.ms / 1000} s`, {
            hint: 'nothing was migrated; give it more time with snapshot-timeout and run again: the same snapshot is used',
        });
    return { id, arn: found.DBSnapshotArn ?? '', reused: !created };
}
/** False when the instance is in no state for a snapshot now, be it because of a backup of somebody's or of this very one. */
async function create(rds, instance, id) {
    try {
        await rds.send(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_4__/* .CreateDBSnapshotCommand */ .SQw({
            DBInstanceIdentifier: instance,
            DBSnapshotIdentifier: id,
            Tags: [{ Key: 'golive:taken-by', Value: 'migrate' }],
        }));
        return true;
    }
    catch (error) {
        // A call whose answer was lost is retried by the SDK, and finds its own snapshot or an instance that is backing up.
        if (error instanceof Error && /^DBSnapshotAlreadyExists/.test(error.name))
            return true;
        if (error instanceof Error && /^InvalidDBInstanceState/.test(error.name))
            return false;
        throw error;
    }
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

/***/ 80150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   SE: () => (/* binding */ newestImage),
/* harmony export */   ex: () => (/* binding */ repositoryUris)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28249);

/** The registry address of each repository, by repository name. Throws RepositoryNotFoundException for an unknown one. */
async function repositoryUris(ecr, names) {
    const found = new Map();
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeRepositoriesCommand */ .pE_({ repositoryNames: [...new Set(names)] }));
    for (const repository of answer.repositories ?? [])
        if (repository.repositoryName && repository.repositoryUri)
            found.set(repository.repositoryName, repository.repositoryUri);
    return found;
}
/** One image by tag or digest, or undefined when the repository does not hold it. */
async function findImage(ecr, repositoryName, imageId) {
    try {
        const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImagesCommand */ .ji5({ repositoryName, imageIds: [imageId] }));
        return answer.imageDetails?.[0];
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ImageNotFoundException')
            return undefined;
        throw error;
    }
}
/** The image pushed last, for messages about one that is not there. */
async function newestImage(ecr, repositoryName) {
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImagesCommand */ .ji5({ repositoryName, maxResults: 100 }));
    return [...(answer.imageDetails ?? [])].sort((a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0))[0];
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

/***/ 67906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ lastLogLines),
/* harmony export */   i: () => (/* binding */ logLinesSince)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70303);

/** The last `count` lines of a log stream; none when the stream was never written. */
async function lastLogLines(logs, at, count) {
    const page = await readPage(logs, { logGroupName: at.group, logStreamName: at.stream, limit: count });
    return page.lines.slice(-count);
}
/** Lines written since `token` (from the start without one), and the token to go on from. */
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
        const answer = await logs.send(new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_0__/* .GetLogEventsCommand */ .h7S(input));
        const lines = (answer.events ?? []).map((event) => event.message ?? '');
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


/***/ })

};
