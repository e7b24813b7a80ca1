export const id = 9402;
export const ids = [9402];
export const modules = {

/***/ 32283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RD: () => (/* binding */ observeServices),
/* harmony export */   cY: () => (/* binding */ observeDns),
/* harmony export */   u3: () => (/* binding */ observeDatabase)
/* harmony export */ });
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42034);
/* harmony import */ var _shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34544);
/* harmony import */ var _shared_ecs_service_settings__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47102);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33224);
/* harmony import */ var _shared_rds_instances__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62091);
/* harmony import */ var _shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(22851);
/* harmony import */ var _shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(82896);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34837);










/** The services as they are; one in the middle of a deployment is refused, for there is no state to come back to. */
async function observeServices(ecs, scope) {
    if (scope.services.length === 0)
        return {};
    const cluster = scope.cluster ?? 'default';
    const found = await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_5__/* .describeServices */ .Ge)(ecs, cluster, scope.services);
    const entries = await Promise.all(scope.services.map(async (name) => {
        const service = found.get(name);
        if (!service)
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('RECORD_SERVICE_NOT_FOUND', `${cluster} has no active service ${name}`, {
                hint: 'create it first, or correct its name under rollout.services',
            });
        return [name, await observeService(ecs, cluster, name, service)];
    }));
    return Object.fromEntries(entries);
}
async function observeService(ecs, cluster, name, service) {
    const [latest] = await (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_6__/* .latestDeployments */ .uV)(ecs, cluster, name, 1);
    const taskDefinition = (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(service);
    if (latest && (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_6__/* .isInFlight */ .wn)(latest) && latest.from && latest.from !== latest.taskDefinition)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('RECORD_SERVICE_DEPLOYING', `${name} is already deploying ${latest.taskDefinition}`, {
            hint: 'wait until it is done, or put it back with the rollback action, then release',
        });
    const { definition } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .readTaskDefinition */ .L)(ecs, taskDefinition);
    return {
        cluster,
        serviceArn: service.serviceArn ?? '',
        taskDefinition,
        desiredCount: service.desiredCount ?? 0,
        ...(latest ? { deploymentId: latest.arn } : {}),
        images: (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_3__/* .imagesOf */ .IC)(definition),
        settings: (0,_shared_ecs_service_settings__WEBPACK_IMPORTED_MODULE_2__/* .settingsOf */ .f5)(service),
    };
}
async function observeDatabase(rds, instance, runId) {
    if (!(await (0,_shared_rds_instances__WEBPACK_IMPORTED_MODULE_7__/* .findInstance */ .X)(rds, instance)))
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('RECORD_DATABASE_NOT_FOUND', `RDS has no instance ${instance}`, {
            hint: 'correct migrate.database',
        });
    return { instance, snapshot: (0,_shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_8__/* .snapshotIdentifier */ .S)(instance, runId) };
}
/** The raw record sets under each name; a name without any is recorded as empty, so that rollback removes it again. */
async function observeDns(route53, scope) {
    if (!scope.zone || scope.records.length === 0)
        return {};
    const { zone } = scope;
    const zoneId = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_9__/* .findZone */ ._S)(route53, zone);
    if (!zoneId)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('RECORD_ZONE_NOT_FOUND', `Route 53 has no public zone ${zone}`, { hint: 'correct dns.zone' });
    const entries = await Promise.all(scope.records.map(async (name) => {
        const records = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_9__/* .recordSetsNamed */ .EU)(route53, zoneId, (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_9__/* .fullName */ .fq)(name, zone));
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);


const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'record',
    title: 'Golive: record',
    description: 'Writes down what runs now (services, database, DNS), before a release changes anything.',
    section: null,
    inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('Name of the release; default: the tag or branch of the run'),
        images: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
            .default({})
            .describe('What is about to be released: image name -> repository@digest, the output of build-scan-push'),
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
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7777);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67278);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64360);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66046);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32283);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33022);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38920);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2770);









await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .definition */ .m, async (input, run) => {
    const file = run.paths.releaseRecord;
    const existing = await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(file);
    const decision = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .decide */ .L)(existing, String(run.github.runId));
    run.log.info(`${decision.kind}: ${decision.because}`);
    if (decision.kind === 'keep' && existing)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)(decision, existing, existing, file, run.now().toISOString());
    const version = input.version ?? run.github.ref.replace(/^refs\/(tags|heads)\//, '');
    const about = { release: version, images: input.images };
    const record = await observe(run, (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .scopeOf */ .O)(input, { ...run.config }), about);
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .writeReleaseRecord */ .QH)(file, record);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)(decision, record, await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(file), file, run.now().toISOString());
});
async function observe(run, scope, about) {
    const runId = String(run.github.runId);
    const [services, database, dns] = await Promise.all([
        (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .observeServices */ .RD)(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_6__/* .ECSClient */ .Z(run.aws), scope),
        scope.database ? (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .observeDatabase */ .u3)(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_7__/* .RDSClient */ .r(run.aws), scope.database, runId) : undefined,
        (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .observeDns */ .cY)(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_8__/* .Route53Client */ .L(run.aws), scope),
    ]);
    return {
        schema: 'golive/release-record@1',
        project: run.config.project,
        region: run.config.region,
        commit: run.github.sha,
        runId,
        createdAt: run.now().toISOString(),
        services,
        ...(database ? { database } : {}),
        dns,
        ...about,
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

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

/***/ 2770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/values/canonical-json.ts
var canonical_json = __webpack_require__(56655);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/record/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'record.written': 'Is what runs now written down, before anything changes?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

;// CONCATENATED MODULE: ./actions/record/src/report.ts



/** `kept` is what the file holds once it has been written, read again: a rollback will have nothing else. */
function report(decision, record, kept, file, at) {
    const services = Object.entries(record.services);
    const names = Object.entries(record.dns);
    const parts = [
        `${services.length} services`,
        record.database ? `database ${record.database.instance}` : 'no database',
        `${names.length} DNS names`,
    ];
    const earlier = decision.kind === 'keep' ? `; kept: ${decision.because}` : '';
    const isWritten = (0,canonical_json/* canonicalJson */.d)(kept) === (0,canonical_json/* canonicalJson */.d)(record);
    const because = isWritten
        ? `${parts.join(', ')} are written down${earlier}`
        : `${file}, read again, does not hold what was written to it: run this job again before anything changes`;
    return {
        checks: [
            check('record.written', record.release, isWritten ? 'pass' : 'inconclusive', because, {
                measured: file,
                source: 'ecs:DescribeServices, rds:DescribeDBInstances, route53:ListResourceRecordSets',
                at,
            }),
        ],
        outputs: { record: JSON.stringify(record), file, snapshot: record.database?.snapshot ?? '' },
        summary: (0,markdown.md) `## Before the release

${(0,markdown/* table */.tp)(['What', 'State'], [
            ...services.map(([name, one]) => [name, `${one.taskDefinition.split('/').at(-1)} × ${one.desiredCount}`]),
            ...(record.database ? [[record.database.instance, `snapshot will be ${record.database.snapshot}`]] : []),
            ...names.map(([name, { records }]) => [name, records.map((one) => `${one.Type}`).join(', ') || 'no record']),
        ])}
`,
        timeline: [{ at: record.createdAt, subject: record.release, what: 'state before the release recorded' }],
    };
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

/***/ 56655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * JSON with the keys of every map in code-unit order and nothing undefined, so that equal values have equal text
 * whoever wrote them.
 */
function canonicalJson(value) {
    return JSON.stringify(value, (_key, one) => typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : one);
}
/** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(value)).digest('hex');
}


/***/ })

};
