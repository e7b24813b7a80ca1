export const id = 402;
export const ids = [402];
export const modules = {

/***/ 54031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ RegisterTaskDefinitionCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44947);


class RegisterTaskDefinitionCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "RegisterTaskDefinition", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .RegisterTaskDefinition$ */ .k31) {
}


/***/ }),

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
        settings: (0,_shared_ecs_service_settings__WEBPACK_IMPORTED_MODULE_2__/* .settingsOf */ .f)(service),
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
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
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69638);
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
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)(decision, existing, file, run.now().toISOString());
    const version = input.version ?? run.github.ref.replace(/^refs\/(tags|heads)\//, '');
    const about = { release: version, images: input.images };
    const record = await observe(run, (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .scopeOf */ .O)(input, { ...run.config }), about);
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .writeReleaseRecord */ .QH)(file, record);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)(decision, record, file, run.now().toISOString());
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

/***/ 2770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/record/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'record.written': 'Is what runs now written down, before anything changes?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

;// CONCATENATED MODULE: ./actions/record/src/report.ts


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
            check('record.written', record.release, 'pass', `${parts.join(', ')} are written down${kept}`, {
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
/* unused harmony export unknownContainers */
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


/***/ })

};
