export const id = 502;
export const ids = [502];
export const modules = {

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
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71946);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39320);

/** The registry address of each repository, by repository name. Throws RepositoryNotFoundException for an unknown one. */
async function repositoryUris(ecr, names) {
    const found = new Map();
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeRepositoriesCommand */ .p({ repositoryNames: [...new Set(names)] }));
    for (const repository of answer.repositories ?? [])
        if (repository.repositoryName && repository.repositoryUri)
            found.set(repository.repositoryName, repository.repositoryUri);
    return found;
}
/** One image by tag or digest, or undefined when the repository does not hold it. */
async function findImage(ecr, repositoryName, imageId) {
    try {
        const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImagesCommand */ .j({ repositoryName, imageIds: [imageId] }));
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
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImagesCommand */ .j({ repositoryName, maxResults: 100 }));
    return [...(answer.imageDetails ?? [])].sort((a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0))[0];
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

/***/ 4872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ taskIdOf),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   Ry: () => (/* binding */ explainTask),
/* harmony export */   U: () => (/* binding */ logLocation),
/* harmony export */   cs: () => (/* binding */ isHopeless)
/* harmony export */ });
/* unused harmony export culprit */
/** Whether a stopped task speaks against its task definition; a task that the scheduler itself retired does not. */
function isFailure(task) {
    if (task.lastStatus !== 'STOPPED' && task.desiredStatus !== 'STOPPED')
        return false;
    if (task.stopCode === 'ServiceSchedulerInitiated')
        return !/Scaling activity initiated by/i.test(task.stoppedReason ?? '');
    return !['UserInitiated', 'SpotInterruption', 'TerminationNotice'].includes(task.stopCode ?? '');
}
/** Reasons that no further attempt can cure. Wording from the ECS stopped-task error reference. */
const HOPELESS = /CannotPullContainerError.*(not found|does not exist|manifest unknown)|ResourceInitializationError|exec format error|CannotPullImageManifestError/i;
function isHopeless(task) {
    return isFailure(task) && HOPELESS.test(reasons(task).join(' '));
}
/** One sentence: which container ended how, and what ECS says about the task. */
function explainTask(task) {
    const ended = (task.containers ?? [])
        .filter((container) => container.reason || (container.exitCode !== undefined && container.exitCode !== 0))
        .map((container) => {
        const code = container.exitCode === undefined ? 'did not start' : `exited with ${container.exitCode}`;
        return `container ${container.name} ${code}${container.reason ? ` (${container.reason})` : ''}`;
    });
    const unhealthy = (task.containers ?? [])
        .filter((container) => container.healthStatus === 'UNHEALTHY' && container.exitCode === undefined)
        .map((container) => `container ${container.name} failed its health check`);
    return [...ended, ...unhealthy, task.stoppedReason ?? ''].filter(Boolean).join('; ') || 'ECS gave no reason';
}
function reasons(task) {
    return [task.stoppedReason ?? '', ...(task.containers ?? []).map((container) => container.reason ?? '')];
}
/** The container whose log explains the end of a task: the first that failed, or else the first. */
function culprit(task) {
    const containers = task.containers ?? [];
    return (containers.find((c) => c.reason || (c.exitCode !== undefined && c.exitCode !== 0)) ?? containers[0])?.name;
}
/** Where the awslogs driver writes: `<prefix>/<container>/<task id>`; undefined for other drivers. */
function logLocation(definition, container, taskArn) {
    const found = definition.containerDefinitions?.find((c) => c.name === container);
    const options = found?.logConfiguration?.logDriver === 'awslogs' ? found.logConfiguration.options : undefined;
    const group = options?.['awslogs-group'];
    const prefix = options?.['awslogs-stream-prefix'];
    if (!group || !prefix)
        return undefined;
    return { group, stream: `${prefix}/${container}/${taskIdOf(taskArn)}` };
}
const taskIdOf = (taskArn) => taskArn.split('/').at(-1) ?? taskArn;


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


/***/ })

};
