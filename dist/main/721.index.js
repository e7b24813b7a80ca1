export const id = 721;
export const ids = [721];
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

/***/ 73048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ apply)
});

// EXTERNAL MODULE: ./packages/shared/src/ecs/go-back.ts
var go_back = __webpack_require__(66263);
// EXTERNAL MODULE: ./packages/shared/src/ecs/migration-tasks.ts
var migration_tasks = __webpack_require__(12458);
// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var ecs_pace = __webpack_require__(91902);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/UpdateServiceCommand.js
var UpdateServiceCommand = __webpack_require__(47188);
// EXTERNAL MODULE: ./packages/shared/src/ecs/service-deployment.ts
var service_deployment = __webpack_require__(34544);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/start-deployment.ts



/**
 * Points a service at a task definition and returns the deployment that this began, or the one already on its way
 * there: a run that was killed and started again does not begin a second one.
 */
async function startDeployment(ecs, cluster, service, change, pace) {
    const before = await (0,service_deployment/* latestDeployments */.uV)(ecs, cluster, service);
    const leadsThere = (deployment) => deployment.taskDefinition === change.taskDefinition;
    const adopted = change.force ? undefined : before.find((d) => (0,service_deployment/* isInFlight */.wn)(d) && leadsThere(d));
    if (adopted)
        return adopted;
    const known = new Set(before.map((deployment) => deployment.arn));
    await ecs.send(new UpdateServiceCommand/* UpdateServiceCommand */.k({
        cluster,
        service,
        taskDefinition: change.taskDefinition,
        ...(change.desiredCount === undefined ? {} : { desiredCount: change.desiredCount }),
        ...(change.force ? { forceNewDeployment: true } : {}),
    }));
    return (0,ecs_pace/* ask */.k)(pace, async () => {
        const found = (await (0,service_deployment/* latestDeployments */.uV)(ecs, cluster, service)).find((d) => !known.has(d.arn) && leadsThere(d));
        return found ? { done: found } : { waiting: `${service}: waiting for ECS to begin the deployment` };
    });
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/deployed-digests.ts
/** Digests by container name, of the images that are named by digest; the others prove nothing and are left out. */
function deployedDigests(images) {
    return Object.fromEntries(Object.entries(images).flatMap(([container, image]) => {
        const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
        return digest ? [[container, [digest]]] : [];
    }));
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/cadence.ts
var cadence = __webpack_require__(33358);
// EXTERNAL MODULE: ./packages/shared/src/ecs/watch/watch-services.ts + 19 modules
var watch_services = __webpack_require__(71078);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch/watch-at-pace.ts


/**
 * Watches at the pace of an action: its deadline, its progress lines, and at least as often as it asks. Throws what
 * `pace.sleep` throws when the run is cancelled. With `together`, the first that fails ends the watch of the others.
 */
async function watchAtPace(ecs, cluster, watched, pace, { together = false, hopeless = 'end' } = {}) {
    const watch = (0,watch_services/* watchServices */.M)({ ecs, cluster, now: pace.now }, watched, {
        deadline: new Date(pace.now().getTime() + pace.within.ms),
        cadence: (0,cadence/* atMost */.Tu)(pace.every.ms),
        hopeless,
        onHappening(happening) {
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

// EXTERNAL MODULE: ./packages/shared/src/rds/instances.ts
var instances = __webpack_require__(62091);
// EXTERNAL MODULE: ./actions/rollback/src/observe.ts
var observe = __webpack_require__(5590);
// EXTERNAL MODULE: ./actions/rollback/src/plan-database.ts
var plan_database = __webpack_require__(96721);
;// CONCATENATED MODULE: ./actions/rollback/src/apply-database.ts





/** Brings the snapshot in under the original's name. Stops at the first step that has no safe answer. */
async function putDatabaseBack(rds, record, database, pace) {
    const issued = new Set();
    let last = '';
    const end = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const view = await (0,observe/* observeDatabase */.u3)(rds, record, database);
        const step = (0,plan_database/* nextDatabaseStep */.N)(view);
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
    if (!model)
        throw new Error(`instance ${instance} disappeared before its snapshot was restored`);
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
        // The retry of a rename whose answer was lost: the next look shows the new name.
        if (error instanceof Error && /^(DBInstanceNotFound|InvalidDBInstanceState)/.test(error.name))
            return;
        throw error;
    }
}
function defined(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetChangeCommand.js
var GetChangeCommand = __webpack_require__(88395);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ChangeResourceRecordSetsCommand.js
var ChangeResourceRecordSetsCommand = __webpack_require__(45081);
// EXTERNAL MODULE: ./packages/shared/src/route53/record-set-changes.ts
var record_set_changes = __webpack_require__(75409);
// EXTERNAL MODULE: ./actions/rollback/src/plan-dns.ts
var plan_dns = __webpack_require__(86645);
;// CONCATENATED MODULE: ./actions/rollback/src/apply-dns.ts





/** Puts one name's records back in one atomic batch and waits until Route 53 has them on all its servers. */
async function putDnsBack(route53, record, name, pace) {
    const recorded = record.dns[name];
    if (!recorded)
        return { back: false, because: 'the release record has no such name' };
    const current = await (0,observe/* currentRecords */.UT)(route53, record, name);
    const decision = (0,plan_dns/* decideDns */.Y)(recorded, current);
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
    const after = await (0,observe/* currentRecords */.UT)(route53, record, name);
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

// EXTERNAL MODULE: ./actions/rollback/src/plan.ts
var plan = __webpack_require__(52235);
;// CONCATENATED MODULE: ./actions/rollback/src/apply.ts










/** Level after level; within a level everything at once. A level that fails does not keep the next from being put back. */
async function apply(clients, record, decisions, paces) {
    const results = [];
    const elapsed = {};
    const now = () => paces.pace.now();
    for (const level of plan/* ORDER */.ND.filter((one) => decisions.some((decision) => decision.level === one))) {
        const began = now().getTime();
        const ours = decisions.filter((decision) => decision.level === level);
        results.push(...(await Promise.all(ours.map((decision) => apply_carryOut(clients, record, decision, paces)))));
        if (level === 'database')
            results.push(...(await renewConnections(clients, record, results, paces.pace)));
        elapsed[level] = (now().getTime() - began) / 1000;
    }
    return { results, elapsed };
}
async function apply_carryOut(clients, record, decision, paces) {
    const done = (back, because) => ({
        decision,
        back,
        because,
        at: paces.pace.now().toISOString(),
    });
    if (decision.kind !== 'put-back')
        return done(decision.kind === 'leave', decision.because);
    try {
        const { back, because } = await putBack(clients, record, decision, paces);
        return done(back, because);
    }
    catch (error) {
        if (error instanceof Error && error.name === 'AbortError')
            throw error;
        // The other subjects still go back; the check of this one tells why it did not.
        return done(false, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
}
async function putBack({ ecs, rds, route53 }, record, { level, subject }, paces) {
    if (level === 'dns')
        return putDnsBack(route53, record, subject, paces.pace);
    if (level === 'database' && record.database) {
        const running = await stopMigrations(ecs, record, paces.pace);
        if (running)
            return { back: false, because: running };
        return putDatabaseBack(rds, record, record.database, paces.databasePace);
    }
    const recorded = record.services[subject];
    if (!recorded)
        return { back: false, because: 'the release record has no such service' };
    const { cluster, taskDefinition, desiredCount } = recorded;
    return (0,go_back/* goBack */.OE)(ecs, cluster, { service: subject, taskDefinition, desiredCount }, paces.pace);
}
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
/**
 * New tasks connect to the restored database; the old ones may hold connections to the one that was renamed away. A
 * rollback that was killed after the exchange of the names finds the tasks that it had not renewed by their age.
 */
async function renewConnections({ ecs, rds }, record, results, pace) {
    const database = results.find((one) => one.decision.level === 'database');
    if (!record.database || !database?.back)
        return [];
    const exchanged = database.decision.kind === 'put-back';
    const restored = await (0,observe/* restoredInstance */.g1)(rds, record, record.database);
    if (!restored)
        return [];
    const since = exchanged ? undefined : restored.InstanceCreateTime;
    const renewed = Object.entries(record.services).map(([service, { cluster, taskDefinition, images }]) => renew(ecs, cluster, service, { taskDefinition, images, since }, pace));
    return (await Promise.all(renewed)).flat();
}
async function renew(ecs, cluster, subject, { taskDefinition, images, since }, pace) {
    const because = 'new tasks, so that every connection goes to the restored database';
    const decision = { level: 'application', subject, kind: 'put-back', because };
    const done = (back, told) => [
        { decision, back, because: told, at: pace.now().toISOString() },
    ];
    try {
        const { latest } = await (0,go_back/* position */.G1)(ecs, cluster, subject);
        if (latest && since && latest.createdAt > since)
            return [];
        const begun = await startDeployment(ecs, cluster, subject, { taskDefinition, force: true }, pace);
        if (!begun)
            return done(false, 'ECS began no new deployment');
        const watched = [{ service: subject, deployment: begun.arn, taskDefinition, digests: deployedDigests(images) }];
        const outcome = (await watchAtPace(ecs, cluster, watched, pace)).get(subject);
        return done(outcome?.kind === 'succeeded', `${because}: ${outcome?.because ?? 'no outcome'}`);
    }
    catch (error) {
        if (error instanceof Error && error.name === 'AbortError')
            throw error;
        return done(false, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
}


/***/ }),

/***/ 77593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);



const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'rollback',
    title: 'Golive: rollback',
    description: 'Puts back what the release record says: DNS, services, and on demand the database from its snapshot.',
    section: 'rollback',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        levels: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['application', 'dns', 'database']))
            .min(1)
            .default(['application', 'dns'])
            .describe('What to put back. `database` gives up every row written since the snapshot'),
        'dry-run': zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().default(false).describe('Only show the plan'),
        timeout: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('20m').describe('Time for services and DNS to be back'),
        'database-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1h').describe('Time for the database to be back'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1s').describe('Time between two looks at AWS'),
    }),
    outputs: {
        plan: 'JSON list of the decisions: level, subject, kind, because',
        'elapsed-seconds': 'Seconds from the plan to the last proof',
        'kept-database': 'Instance identifier under which the database as it was before the rollback is kept',
    },
});


/***/ }),

/***/ 27721:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7777);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(67278);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(64360);
/* harmony import */ var _shared_rds_instance_names__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(49641);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_pace_of__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(40783);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69638);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73048);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77593);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5590);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52235);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61095);













await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .definition */ .m, async (input, run) => {
    const record = await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord);
    if (!record)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('ROLLBACK_NO_RECORD', `there is no release record at ${run.paths.releaseRecord}`, {
            hint: 'download the artifact that the record job of the release kept, then run again',
        });
    const clients = { ecs: new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_8__/* .ECSClient */ .Z(run.aws), rds: new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_9__/* .RDSClient */ .r(run.aws), route53: new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_10__/* .Route53Client */ .L(run.aws) };
    const decisions = (0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .plan */ .et)(record, await (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observe */ .lB)(clients, record, input.levels), input.levels);
    run.log.info(`rollback of ${record.release} (run ${record.runId}), recorded at ${record.createdAt}:`);
    for (const { level, subject, kind, because, warning } of decisions) {
        run.log.info(`  ${level} ${subject}: ${kind}: ${because}`);
        if (warning && kind === 'put-back')
            run.log.warn(`${subject}: ${warning}`);
    }
    if (input['dry-run'])
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_7__/* .reportPlan */ ._)(decisions, run.now().toISOString());
    const pace = (0,_shared_runtime_pace_of__WEBPACK_IMPORTED_MODULE_11__/* .paceOf */ .x)(run, input['poll-interval'], input.timeout);
    const trail = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .apply */ .B)(clients, record, decisions, {
        pace,
        databasePace: { ...pace, within: input['database-timeout'] },
    });
    const kept = record.database ? (0,_shared_rds_instance_names__WEBPACK_IMPORTED_MODULE_12__/* .databaseNames */ .M)(record.database.instance, record.runId).kept : '';
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_7__/* .report */ .z)(decisions, trail, kept, run.now().toISOString());
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UT: () => (/* binding */ currentRecords),
/* harmony export */   g1: () => (/* binding */ restoredInstance),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   u3: () => (/* binding */ observeDatabase)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2744);
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66263);
/* harmony import */ var _shared_rds_instance_names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49641);
/* harmony import */ var _shared_rds_instances__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62091);
/* harmony import */ var _shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82896);





/** Looks only at the levels asked for: a rollback of the application needs no permission for the database. */
async function observe(clients, record, levels) {
    const [services, dns, database] = await Promise.all([
        levels.includes('application') ? observeServices(clients.ecs, record) : new Map(),
        levels.includes('dns') ? observeDns(clients.route53, record) : new Map(),
        levels.includes('database') && record.database ? observeDatabase(clients.rds, record, record.database) : undefined,
    ]);
    return { services, dns, ...(database ? { database } : {}) };
}
async function observeServices(ecs, record) {
    const found = await Promise.all(Object.entries(record.services).map(async ([name, { cluster }]) => [name, await (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__/* .position */ .G1)(ecs, cluster, name)]));
    return new Map(found);
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
    const full = known ?? (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .fullName */ .fq)(name, await zoneName(route53, zoneId));
    return (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .recordSetsNamed */ .EU)(route53, zoneId, full);
}
async function zoneName(route53, zoneId) {
    return (await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .GetHostedZoneCommand */ .H({ Id: zoneId }))).HostedZone?.Name ?? '';
}
async function observeDatabase(rds, record, { instance, snapshot }) {
    const names = (0,_shared_rds_instance_names__WEBPACK_IMPORTED_MODULE_3__/* .databaseNames */ .M)(instance, record.runId);
    const [found, original, restored, kept] = await Promise.all([
        (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_4__/* .findSnapshot */ .C)(rds, snapshot),
        (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_4__/* .findInstance */ .X)(rds, names.original),
        (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_4__/* .findInstance */ .X)(rds, names.restored),
        (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_4__/* .findInstance */ .X)(rds, names.kept),
    ]);
    return { names, snapshot: found?.Status, original: view(original), restored: view(restored), kept: view(kept) };
}
/** The instance under the original's name, when it is the one made from the snapshot. */
async function restoredInstance(rds, record, { instance }) {
    const names = (0,_shared_rds_instance_names__WEBPACK_IMPORTED_MODULE_3__/* .databaseNames */ .M)(instance, record.runId);
    const [original, kept] = await Promise.all([(0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_4__/* .findInstance */ .X)(rds, names.original), (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_4__/* .findInstance */ .X)(rds, names.kept)]);
    return kept ? original : undefined;
}
function view(instance) {
    if (!instance)
        return undefined;
    const renamingTo = instance.PendingModifiedValues?.DBInstanceIdentifier;
    return { status: instance.DBInstanceStatus ?? 'unknown', ...(renamingTo ? { renamingTo } : {}) };
}


/***/ }),

/***/ 96721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ nextDatabaseStep)
/* harmony export */ });
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
function beforeRestore({ names, snapshot }) {
    // The snapshot is available before the migration begins, so without it nothing was migrated.
    if (snapshot === undefined)
        return { kind: 'untouched', because: 'the release took no snapshot, so it migrated nothing' };
    if (snapshot !== 'available')
        return { kind: 'untouched', because: `the snapshot is ${snapshot}, so nothing was migrated` };
    return { kind: 'restore', because: `restore the snapshot to ${names.restored}` };
}


/***/ }),

/***/ 86645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ decideDns)
/* harmony export */ });
/* harmony import */ var _shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75409);

/** Whether a name's records may be put back: only what the release made is replaced. */
function decideDns({ records, wanted }, current) {
    if ((0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .sameRecordSets */ .L6)(current, records))
        return { kind: 'leave', because: 'has the records from before the release' };
    if (wanted && (0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .sameRecordSets */ .L6)(current, wanted))
        return { kind: 'put-back', because: `${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .tellRecordSets */ .uN)(current)} -> ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .tellRecordSets */ .uN)(records)}` };
    if (wanted)
        return {
            kind: 'refuse',
            because: `is ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .tellRecordSets */ .uN)(current)}, neither what was before (${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .tellRecordSets */ .uN)(records)}) nor what the release made (${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .tellRecordSets */ .uN)(wanted)}): somebody edited it; decide by hand`,
        };
    // A runner killed in the middle of the change leaves a record that does not tell what was wanted.
    return {
        kind: 'put-back',
        because: `${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .tellRecordSets */ .uN)(current)} -> ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_0__/* .tellRecordSets */ .uN)(records)}`,
        warning: 'the release record does not say what the release wanted here, so an edit by hand would be overwritten',
    };
}


/***/ }),

/***/ 52235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ND: () => (/* binding */ ORDER),
/* harmony export */   aF: () => (/* binding */ BUDGET_MINUTES),
/* harmony export */   et: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66263);
/* harmony import */ var _plan_database_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96721);
/* harmony import */ var _plan_dns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86645);



/** The order in which levels are put back: the reverse of a release. */
const ORDER = ['dns', 'application', 'database'];
/** Minutes that the checklist gives each level: application 5, database 15, infrastructure (with DNS) 30. */
const BUDGET_MINUTES = { application: 5, database: 15, dns: 30 };
/** What to put back, in the order in which it will be done. Decided in full before anything is touched. */
function plan(record, seen, levels) {
    const decide = {
        application: () => Object.keys(record.services).map((name) => decideService(name, record, seen.services.get(name))),
        dns: () => Object.entries(record.dns).map(([subject, recorded]) => ({
            level: 'dns',
            subject,
            ...(0,_plan_dns_js__WEBPACK_IMPORTED_MODULE_1__/* .decideDns */ .Y)(recorded, seen.dns.get(subject) ?? []),
        })),
        database: () => decideDatabase(record, seen.database),
    };
    return ORDER.filter((level) => levels.includes(level)).flatMap((level) => decide[level]());
}
function decideService(subject, record, at) {
    const recorded = record.services[subject];
    const level = 'application';
    if (!at || !recorded)
        return {
            level,
            subject,
            kind: 'refuse',
            because: 'the service no longer exists; create it again from its infrastructure code',
        };
    const { kind, because } = (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__/* .nextStepBack */ .PZ)(at, { service: subject, ...recorded });
    const counts = at.desiredCount === recorded.desiredCount ? '' : `, ${at.desiredCount} -> ${recorded.desiredCount} tasks`;
    return { level, subject, kind: kind === 'done' ? 'leave' : 'put-back', because: `${because}${counts}` };
}
function decideDatabase(record, view) {
    if (!record.database || !view)
        return [];
    const { instance: subject, snapshot } = record.database;
    const level = 'database';
    const step = (0,_plan_database_js__WEBPACK_IMPORTED_MODULE_2__/* .nextDatabaseStep */ .N)(view);
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


/***/ }),

/***/ 61095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report),
  _: () => (/* binding */ reportPlan)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/rollback/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'rollback.<level>': 'Is this level back where the release record says?',
    'rollback.within-budget': 'Did going back take no longer than its minutes?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

// EXTERNAL MODULE: ./actions/rollback/src/plan.ts
var plan = __webpack_require__(52235);
;// CONCATENATED MODULE: ./actions/rollback/src/report.ts



const SOURCES = {
    application: 'ecs:DescribeServiceDeployments',
    dns: 'route53:ListResourceRecordSets',
    database: 'rds:DescribeDBInstances',
};
function reportPlan(decisions, at) {
    return {
        checks: decisions.map((decision) => check(`rollback.${decision.level}`, decision.subject, decision.kind === 'refuse' ? 'fail' : 'skipped', `dry run: ${decision.kind}: ${decision.because}`, {
            source: SOURCES[decision.level],
            at,
        })),
        outputs: { plan: JSON.stringify(decisions), 'elapsed-seconds': '0', 'kept-database': '' },
        summary: (0,markdown.md) `## Rollback (dry run)

${planTable(decisions)}
`,
    };
}
function report(decisions, trail, kept, at) {
    const { results, elapsed } = trail;
    const seconds = Object.values(elapsed).reduce((sum, one) => sum + one, 0);
    const exchanged = results.some(({ decision, back }) => decision.level === 'database' && decision.kind === 'put-back' && back);
    return {
        checks: [
            ...results.map(putBack),
            ...Object.keys(elapsed).map((level) => budget(level, elapsed[level] ?? 0, at)),
        ],
        outputs: {
            plan: JSON.stringify(decisions),
            'elapsed-seconds': String(Math.round(seconds)),
            'kept-database': exchanged ? kept : '',
        },
        summary: (0,markdown.md) `## Rollback

${(0,markdown/* table */.tp)(['Level', 'Subject', 'Back', 'Why'], results.map(({ decision, back, because }) => [decision.level, decision.subject, back ? 'yes' : 'no', because]))}

${(0,markdown/* table */.tp)(['Level', 'Elapsed', 'Budget'], Object.keys(elapsed).map((level) => [level, told(elapsed[level] ?? 0), `${plan/* BUDGET_MINUTES */.aF[level]} min`]))}
`,
        timeline: results.map(({ decision, because, at: when }) => ({
            at: when,
            subject: decision.subject,
            what: because,
        })),
    };
}
function putBack({ decision, back, because, at }) {
    const warned = back && decision.warning && decision.kind === 'put-back';
    const sentence = warned ? `${because} (${decision.warning})` : because;
    return check(`rollback.${decision.level}`, decision.subject, back ? (warned ? 'warn' : 'pass') : 'fail', sentence, {
        source: SOURCES[decision.level],
        at,
    });
}
function budget(level, seconds, at) {
    const minutes = plan/* BUDGET_MINUTES */.aF[level];
    const within = seconds <= minutes * 60;
    return check('rollback.within-budget', level, within ? 'pass' : 'warn', `took ${told(seconds)} of ${minutes} minutes`, {
        measured: Math.round(seconds),
        expected: minutes * 60,
        source: 'the clock of this run',
        at,
    });
}
const planTable = (decisions) => (0,markdown/* table */.tp)(['Level', 'Subject', 'Plan', 'Why'], decisions.map((one) => [
    one.level,
    one.subject,
    one.kind,
    one.warning ? `${one.because} (${one.warning})` : one.because,
]));
const told = (seconds) => (seconds < 60 ? `${Math.round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`);


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


/***/ }),

/***/ 40783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ paceOf)
/* harmony export */ });
/** How an action waits: as often and as long as its inputs say, with the run's clock, cancellation and log. */
function paceOf(run, every, within) {
    return { every, within, now: run.now, sleep: run.sleep, progress: (line) => run.log.info(line) };
}


/***/ })

};
