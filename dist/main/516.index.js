export const id = 516;
export const ids = [516];
export const modules = {

/***/ 70979:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ extendedEncodeURIComponent)
/* harmony export */ });
function extendedEncodeURIComponent(str) {
    if (/^[\w.~-]+$/.test(str)) {
        return str;
    }
    return encodeURIComponent(str).replace(/[!'()*]/g, function (c) {
        return "%" + c.charCodeAt(0).toString(16).toUpperCase();
    });
}


/***/ }),

/***/ 4671:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ FromStringShapeDeserializer)
});

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-es/submodules/serde/split-header.js
var split_header = __webpack_require__(79796);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-es/submodules/serde/util-base64/fromBase64.js
var fromBase64 = __webpack_require__(39700);
;// CONCATENATED MODULE: ./node_modules/@smithy/core/dist-es/submodules/serde/schema-serde-lib/schema-date-utils.js
const ddd = `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?`;
const mmm = `(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`;
const time = `(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?`;
const date = `(\\d?\\d)`;
const year = `(\\d{4})`;
const RFC3339_WITH_OFFSET = new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/);
const IMF_FIXDATE_NATIVE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/;
const IMF_FIXDATE = new RegExp(`^${ddd}, ${date} ${mmm} ${year} ${time} GMT$`);
const RFC_850_DATE = new RegExp(`^${ddd}, ${date}-${mmm}-(\\d\\d) ${time} GMT$`);
const ASC_TIME = new RegExp(`^${ddd} ${mmm} ( [1-9]|\\d\\d) ${time} ${year}$`);
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const _parseEpochTimestamp = (value) => {
    if (value == null) {
        return void 0;
    }
    let num = NaN;
    if (typeof value === "number") {
        num = value;
    }
    else if (typeof value === "string") {
        if (!/^-?\d*\.?\d+$/.test(value)) {
            throw new TypeError(`parseEpochTimestamp - numeric string invalid.`);
        }
        num = Number.parseFloat(value);
    }
    else if (typeof value === "object" && value.tag === 1) {
        num = value.value;
    }
    if (isNaN(num) || Math.abs(num) === Infinity) {
        throw new TypeError("Epoch timestamps must be valid finite numbers.");
    }
    return new Date(Math.round(num * 1000));
};
const _parseRfc3339DateTimeWithOffset = (value) => {
    if (value == null) {
        return void 0;
    }
    if (typeof value !== "string") {
        throw new TypeError("RFC3339 timestamps must be strings");
    }
    const matches = RFC3339_WITH_OFFSET.exec(value);
    if (!matches) {
        throw new TypeError(`Invalid RFC3339 timestamp format ${value}`);
    }
    const [, yearStr, monthStr, dayStr, hours, minutes, seconds, , ms, offsetStr] = matches;
    range(monthStr, 1, 12);
    range(dayStr, 1, 31);
    range(hours, 0, 23);
    range(minutes, 0, 59);
    range(seconds, 0, 60);
    const date = new Date(Date.UTC(Number(yearStr), Number(monthStr) - 1, Number(dayStr), Number(hours), Number(minutes), Number(seconds), Number(ms) ? Math.round(parseFloat(`0.${ms}`) * 1000) : 0));
    date.setUTCFullYear(Number(yearStr));
    if (offsetStr.toUpperCase() != "Z") {
        const [, sign, offsetH, offsetM] = /([+-])(\d\d):(\d\d)/.exec(offsetStr) || [void 0, "+", 0, 0];
        const scalar = sign === "-" ? 1 : -1;
        date.setTime(date.getTime() + scalar * (Number(offsetH) * 60 * 60 * 1000 + Number(offsetM) * 60 * 1000));
    }
    return date;
};
const _parseRfc7231DateTime = (value) => {
    if (value == null) {
        return void 0;
    }
    if (typeof value !== "string") {
        throw new TypeError("RFC7231 timestamps must be strings.");
    }
    if (IMF_FIXDATE_NATIVE.test(value)) {
        return new Date(value);
    }
    let day;
    let month;
    let year;
    let hour;
    let minute;
    let second;
    let fraction;
    let matches;
    if ((matches = IMF_FIXDATE.exec(value))) {
        [, day, month, year, hour, minute, second, fraction] = matches;
    }
    else if ((matches = RFC_850_DATE.exec(value))) {
        [, day, month, year, hour, minute, second, fraction] = matches;
        year = (Number(year) + 1900).toString();
    }
    else if ((matches = ASC_TIME.exec(value))) {
        [, month, day, hour, minute, second, fraction, year] = matches;
    }
    if (year && second) {
        const timestamp = Date.UTC(Number(year), months.indexOf(month), Number(day), Number(hour), Number(minute), Number(second), fraction ? Math.round(parseFloat(`0.${fraction}`) * 1000) : 0);
        range(day, 1, 31);
        range(hour, 0, 23);
        range(minute, 0, 59);
        range(second, 0, 60);
        const date = new Date(timestamp);
        date.setUTCFullYear(Number(year));
        return date;
    }
    throw new TypeError(`Invalid RFC7231 date-time value ${value}.`);
};
function range(v, min, max) {
    const _v = Number(v);
    if (_v < min || _v > max) {
        throw new Error(`Value ${_v} out of range [${min}, ${max}]`);
    }
}

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.js
var toUtf8 = __webpack_require__(69809);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-es/submodules/serde/lazy-json.js
var lazy_json = __webpack_require__(71899);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-es/submodules/serde/value/NumericValue.js
var NumericValue = __webpack_require__(67004);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingNormalizedSchema.js
var HttpBindingNormalizedSchema = __webpack_require__(84699);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-es/submodules/protocols/SerdeContext.js
var SerdeContext = __webpack_require__(5506);
;// CONCATENATED MODULE: ./node_modules/@smithy/core/dist-es/submodules/protocols/serde/FromStringShapeDeserializer.js



class FromStringShapeDeserializer extends SerdeContext/* SerdeContext */.f {
    settings;
    constructor(settings) {
        super();
        this.settings = settings;
    }
    read(_schema, data) {
        const ns = HttpBindingNormalizedSchema/* HttpBindingNormalizedSchema */.C.of(_schema);
        const traits = ns.getMergedTraits();
        const location = ns.getHttpBindingLocation(traits);
        return this.readHttpBinding(ns.getHttpBindingValue(location, traits), data, location);
    }
    readHttpBinding([ns, flags, collectionValue], data, location) {
        const schema = flags & 0xff;
        if ((schema & 0b1100_0000) === 0b0100_0000) {
            collectionValue ??= ns.getHttpBindingCollectionValue(location);
            return (0,split_header/* splitHeader */.G)(data).map((item) => this.readHttpBinding(collectionValue, item, location));
        }
        switch (schema) {
            case 21:
            case 42:
                return (this.serdeContext?.base64Decoder ?? fromBase64/* fromBase64 */.E)(data);
            case 4:
            case 5:
            case 6:
            case 7: {
                const bindingFormat = this.settings.httpBindings ? (flags >> 14) & 0b11 : 0;
                const format = this.settings.timestampFormat.useTrait && schema > 4
                    ? schema
                    : bindingFormat
                        ? bindingFormat + 4
                        : this.settings.timestampFormat.default;
                switch (format) {
                    case 5:
                        return _parseRfc3339DateTimeWithOffset(data);
                    case 6:
                        return _parseRfc7231DateTime(data);
                    case 7:
                        return _parseEpochTimestamp(data);
                    default:
                        console.warn("Missing timestamp format, parsing value with Date constructor:", data);
                        return new Date(data);
                }
            }
            case 0: {
                const media = (flags >> 8) & 0b11;
                if (!media) {
                    return data;
                }
                let intermediateValue = data;
                if ((location & 0b110) === 0b110) {
                    intermediateValue = (this.serdeContext?.utf8Encoder ?? toUtf8/* toUtf8 */.P)((this.serdeContext?.base64Decoder ?? fromBase64/* fromBase64 */.E)(intermediateValue));
                }
                return media === 2 ? lazy_json/* LazyJsonString */.A.from(intermediateValue) : intermediateValue;
            }
            case 1:
                return Number(data);
            case 2:
                return data.toLowerCase() === "true";
            case 17:
                return BigInt(data);
            case 19:
                return new NumericValue/* NumericValue */.D(data, "bigDecimal");
            default:
                return data;
        }
    }
}


/***/ }),

/***/ 79796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ splitHeader)
/* harmony export */ });
const splitHeader = (value) => {
    const z = value.length;
    const values = [];
    let withinQuotes = false;
    let escaped = false;
    let anchor = 0;
    for (let i = 0; i < z; ++i) {
        const char = value[i];
        switch (char) {
            case `"`:
                if (!escaped) {
                    withinQuotes = !withinQuotes;
                }
                break;
            case ",":
                if (!withinQuotes) {
                    values.push(value.slice(anchor, i));
                    anchor = i + 1;
                }
                break;
            default:
        }
        escaped = char === "\\" && !escaped;
    }
    values.push(value.slice(anchor));
    return values.map((v) => {
        v = v.trim();
        const z = v.length;
        if (z < 2) {
            return v;
        }
        if (v[0] === `"` && v[z - 1] === `"`) {
            v = v.slice(1, z - 1);
            return v.replace(/\\(["\\])/g, "$1");
        }
        return v.replace(/\\"/g, '"');
    });
};


/***/ }),

/***/ 54029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ migrate)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(22588);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(44947);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/RunTaskCommand.js


class RunTaskCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "RunTask", schemas_0/* RunTask$ */.nnR) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/StopTaskCommand.js


class StopTaskCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "StopTask", schemas_0/* StopTask$ */.kfB) {
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var pace = __webpack_require__(91902);
// EXTERNAL MODULE: ./packages/shared/src/ecs/services.ts
var services = __webpack_require__(2089);
// EXTERNAL MODULE: ./packages/shared/src/ecs/stopped-task.ts
var stopped_task = __webpack_require__(4872);
// EXTERNAL MODULE: ./packages/shared/src/logs/log-stream.ts
var log_stream = __webpack_require__(67906);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./actions/migrate/src/plan.ts
var plan = __webpack_require__(9766);
;// CONCATENATED MODULE: ./actions/migrate/src/apply.ts







/** Runs the migration task to its end, its log shown as it is written; stops it on time-out and when cancelled. */
async function migrate(tools, service, definition, task) {
    const { arn, adopted } = await startTask(tools.ecs, service, task);
    tools.pace.progress(`${adopted ? 'found' : 'started'} task ${arn}`);
    const log = [];
    const follow = follower(tools, (0,stopped_task/* logLocation */.U)(definition, task.container, arn), log);
    try {
        const verdict = await (0,pace/* ask */.k)(tools.pace, async () => {
            const [seen] = await (0,services/* describeTasks */.yz)(tools.ecs, task.cluster, [arn]);
            const now = (0,plan/* judgeTask */.vf)(seen, task.container);
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
/**
 * Starts the task, or finds the one that an earlier attempt of this run left: two must never migrate at once, and one
 * that has succeeded unseen tells the revisions that it went through, which a second one could not.
 */
async function startTask(ecs, service, task) {
    const ours = { cluster: task.cluster, startedBy: (0,plan/* startedBy */.l3)(task.runId) };
    const left = [];
    for (const desiredStatus of ['RUNNING', 'STOPPED'])
        left.push(...(await (0,services/* findTasks */.Uz)(ecs, { ...ours, desiredStatus })));
    const found = (0,plan/* leftBehind */.aU)(left, task);
    if (found)
        return { arn: found, adopted: true };
    const answer = await ecs.send(new RunTaskCommand((0,plan/* runTaskInput */.dY)(service, task)));
    const arn = answer.tasks?.[0]?.taskArn;
    if (arn)
        return { arn, adopted: false };
    const failures = (answer.failures ?? []).map(({ reason, detail, arn: what }) => [what, reason, detail].filter(Boolean).join(' '));
    throw new golive_error/* GoliveError */.N('MIGRATE_TASK_NOT_STARTED', `ECS did not start the migration task: ${failures.join('; ') || 'no reason given'}`, {
        hint: `compare with how ${service.serviceName} starts its tasks: capacity, subnets, roles`,
    });
}
function follower({ logs, show }, at, log) {
    let token;
    return async () => {
        if (!at)
            return;
        const page = await (0,log_stream/* logLinesSince */.i)(logs, at, token);
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
    await ecs.send(new StopTaskCommand({ cluster, task, reason: `golive: ${reason}` }));
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
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(61334);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(74211);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7777);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(67278);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13798);
/* harmony import */ var _shared_ecr_digest_reference__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(56920);
/* harmony import */ var _shared_ecr_images__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(80150);
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51540);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3242);
/* harmony import */ var _shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(22851);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69161);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54029);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60704);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9766);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(720);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92364);




















/** What the rollout section of golive.yml says about the service that the migration task is like. */
const rolloutSection = zod__WEBPACK_IMPORTED_MODULE_10__/* .object */ .Ikc({
    cluster: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().optional(),
    services: zod__WEBPACK_IMPORTED_MODULE_10__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_10__/* .object */ .Ikc({ containers: zod__WEBPACK_IMPORTED_MODULE_10__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()) })).default({}),
});
await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_4__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .definition */ .m, async (input, run) => {
    const ecs = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_11__/* .ECSClient */ .Z(run.aws);
    const { like, container, database, images } = input;
    const rollout = rolloutSection.safeParse(run.config.rollout).data;
    const cluster = input.cluster ?? rollout?.cluster;
    const image = input.image ?? rollout?.services[like]?.containers[container];
    if (!cluster || !image)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__/* .GoliveError */ .N('MIGRATE_INCOMPLETE', `${cluster ? 'image' : 'cluster'} of the migration task is not known`, {
            hint: 'give it as an input, or fill in rollout in golive.yml',
        });
    const service = (await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_12__/* .describeServices */ .Ge)(ecs, cluster, [like])).get(like);
    if (!service)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__/* .GoliveError */ .N('MIGRATE_SERVICE_NOT_FOUND', `${cluster} has no active service ${like}`, {
            hint: 'correct migrate.like',
        });
    const model = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .readTaskDefinition */ .L)(ecs, (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_13__/* .targetOf */ .$r)(service));
    if (!(0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .containerNames */ .MR)(model.definition).includes(container))
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__/* .GoliveError */ .N('MIGRATE_CONTAINER_NOT_FOUND', `${like} has no container ${container}`, {
            hint: `migrate.container must be one of ${(0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .containerNames */ .MR)(model.definition).join(', ')}`,
        });
    const address = await addressOf(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_14__/* .ECRClient */ .S(run.aws), image, images[image]);
    const pace = {
        every: input['poll-interval'],
        within: input.timeout,
        now: run.now,
        sleep: run.sleep,
        progress: (line) => run.log.info(line),
    };
    const snapshot = database
        ? await backUp(run, new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_15__/* .RDSClient */ .r(run.aws), database, { ...pace, within: input['snapshot-timeout'] })
        : undefined;
    const wanted = (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .migrationDefinition */ .yp)(model.definition, container, address);
    const { arn } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .registerTaskDefinition */ .e)(ecs, wanted);
    const { definition: registered } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .readTaskDefinition */ .L)(ecs, arn);
    const tools = {
        ecs,
        logs: new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_16__/* .CloudWatchLogsClient */ .T(run.aws),
        pace,
        show: (line) => run.log.info(`  ${line}`),
    };
    const migration = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_5__/* .migrate */ ._)(tools, service, registered, {
        cluster,
        taskDefinition: arn,
        container,
        command: input.command,
        runId: String(run.github.runId),
        attempt: String(run.github.runAttempt),
    });
    if (migration.verdict.kind === 'succeeded')
        await recordRevisions(run, (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .revisionsOf */ .Ow)(migration.log));
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_8__/* .report */ .z)({
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
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__/* .GoliveError */ .N('MIGRATE_IMAGE_INVALID', `images.${image} is '${text ?? 'missing'}', not repository@sha256:…`, {
            hint: 'pass the output images of build-scan-push',
        });
    const uri = (await (0,_shared_ecr_images__WEBPACK_IMPORTED_MODULE_18__/* .repositoryUris */ .ex)(ecr, [reference.repository])).get(reference.repository);
    return `${uri}@${reference.digest}`;
}
async function backUp(run, rds, database, pace) {
    const recorded = (await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_2__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord))?.database;
    const planned = recorded?.instance === database ? recorded.snapshot : undefined;
    const snapshot = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .takeSnapshot */ .W)(rds, database, planned ?? (0,_shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_19__/* .snapshotIdentifier */ .S)(database, String(run.github.runId)), pace);
    run.log.info(`snapshot ${snapshot.id} is available${snapshot.reused ? ' from an earlier attempt' : ''}`);
    if (recorded)
        await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_2__/* .updateReleaseRecord */ .wJ)(run.paths.releaseRecord, (record) => record.database ? { ...record, database: { ...record.database, snapshotArn: snapshot.arn } } : record);
    return snapshot;
}
async function recordRevisions(run, revisions) {
    if (!revisions || !(await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_2__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord)))
        return;
    const { from: revisionFrom, to: revisionTo } = revisions;
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_2__/* .updateReleaseRecord */ .wJ)(run.paths.releaseRecord, (record) => record.database ? { ...record, database: { ...record.database, revisionFrom, revisionTo } } : record);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ revisionsOf),
/* harmony export */   aU: () => (/* binding */ leftBehind),
/* harmony export */   dY: () => (/* binding */ runTaskInput),
/* harmony export */   l3: () => (/* binding */ startedBy),
/* harmony export */   vf: () => (/* binding */ judgeTask),
/* harmony export */   xY: () => (/* binding */ decideSnapshot),
/* harmony export */   yp: () => (/* binding */ migrationDefinition)
/* harmony export */ });
/* harmony import */ var _shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4872);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3242);


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
/**
 * The task of an earlier attempt that this one goes on with: one that has not come to its end, or one that did the very
 * same with success. ECS tells of a stopped task for about an hour.
 */
function leftBehind(tasks, wanted) {
    const alive = tasks.find((one) => one.lastStatus !== 'STOPPED');
    const done = tasks.find((one) => one.taskDefinitionArn === wanted.taskDefinition && hasSameCommand(one, wanted) && hasSucceeded(one, wanted));
    return (alive ?? done)?.taskArn;
}
function hasSameCommand({ overrides }, { container, command }) {
    const given = overrides?.containerOverrides?.find((one) => one.name === container)?.command ?? [];
    return JSON.stringify(given) === JSON.stringify(command);
}
const hasSucceeded = (task, { container }) => judgeTask(task, container).kind === 'succeeded';
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

/***/ 720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/migrate/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'migrate.snapshot': 'Was a snapshot available before the migration began?',
    'migrate.exit-code': 'Did the migration’s container end with 0?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

// EXTERNAL MODULE: ./actions/migrate/src/plan.ts
var plan = __webpack_require__(9766);
;// CONCATENATED MODULE: ./actions/migrate/src/report.ts



function report({ tool, database, snapshot, migration, logLines, at }) {
    const revisions = migration.verdict.kind === 'succeeded' ? (0,plan/* revisionsOf */.Ow)(migration.log) : undefined;
    const ran = migrated(migration, logLines, at);
    return {
        checks: [backup(database, snapshot, at), ran],
        outputs: {
            snapshot: snapshot?.id ?? '',
            'from-revision': revisions?.from ?? '',
            'to-revision': revisions?.to ?? '',
            task: migration.task,
        },
        summary: (0,markdown.md) `## Migration

${(0,markdown/* table */.tp)(['', ''], [
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
        return check('migrate.snapshot', 'database', 'skipped', 'no database was named, so no snapshot was taken', {
            source,
            at,
        });
    const how = snapshot.reused ? 'from an earlier attempt of this run ' : '';
    const because = `snapshot ${snapshot.id} ${how}was available before the migration began`;
    return check('migrate.snapshot', database ?? 'database', 'pass', because, { measured: snapshot.id, source, at });
}
function migrated({ verdict, log, task }, logLines, at) {
    const source = 'ecs:DescribeTasks';
    const shown = log.filter((line) => line.trim() !== '').slice(-logLines);
    if (verdict.kind === 'succeeded')
        return check('migrate.exit-code', 'migration', 'pass', verdict.because, { measured: 0, source, at });
    const lines = logLines > 0 && shown.length > 0 ? `; last log lines: ${shown.join(' | ')}` : '';
    return check('migrate.exit-code', 'migration', 'fail', `${verdict.because}${lines}`, {
        measured: task,
        expected: 0,
        source,
        at,
    });
}


/***/ }),

/***/ 92364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ takeSnapshot)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(44162);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(15636);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/commands/CreateDBSnapshotCommand.js


class CreateDBSnapshotCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateDBSnapshot", schemas_0/* CreateDBSnapshot$ */.J_M) {
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var ecs_pace = __webpack_require__(91902);
// EXTERNAL MODULE: ./packages/shared/src/rds/instances.ts
var instances = __webpack_require__(62091);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./actions/migrate/src/plan.ts
var plan = __webpack_require__(9766);
;// CONCATENATED MODULE: ./actions/migrate/src/snapshot.ts





/** Makes sure that the snapshot exists and is available. One from an earlier attempt of the run is the right one. */
async function takeSnapshot(rds, instance, id, pace) {
    let created = false;
    const found = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const snapshot = await (0,instances/* findSnapshot */.C)(rds, id);
        if (snapshot?.DBInstanceIdentifier && snapshot.DBInstanceIdentifier !== instance)
            throw new golive_error/* GoliveError */.N('MIGRATE_SNAPSHOT_FOREIGN', `snapshot ${id} is of ${snapshot.DBInstanceIdentifier}, not of ${instance}`, {
                hint: 'delete it or rename it, then run the release again',
            });
        const step = (0,plan/* decideSnapshot */.xY)(id, snapshot?.Status, created);
        if (step.kind === 'refuse')
            throw new golive_error/* GoliveError */.N('MIGRATE_SNAPSHOT_UNUSABLE', step.because, { hint: step.hint });
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
        throw new golive_error/* GoliveError */.N('MIGRATE_SNAPSHOT_LATE', `snapshot ${id} was not available within ${pace.within.ms / 1000} s`, {
            hint: 'nothing was migrated; give it more time with snapshot-timeout and run again: the same snapshot is used',
        });
    return { id, arn: found.DBSnapshotArn ?? '', reused: !created };
}
/** False when the instance is in no state for a snapshot now, be it because of a backup of somebody's or of this very one. */
async function create(rds, instance, id) {
    try {
        await rds.send(new CreateDBSnapshotCommand({
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

/***/ 4872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ taskIdOf),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   Ry: () => (/* binding */ explainTask),
/* harmony export */   U: () => (/* binding */ logLocation),
/* harmony export */   cs: () => (/* binding */ isHopeless),
/* harmony export */   ik: () => (/* binding */ culprit)
/* harmony export */ });
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

/***/ 88160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ checkIn)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);

/** `check` for the ids of one registry alone, so that a misspelt one does not compile. */
function checkIn(_registry) {
    return _check_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6;
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

/***/ 35952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony export parseDuration */
/* harmony import */ var _parsed_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28453);
/* harmony import */ var _value_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79916);


const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const expected = 'a duration with its unit, such as 500ms, 30s, 5m or 1h30m';
/** Parses `500ms`, `30s`, `5m`, `1h30m`, `7d` or `0`. Throws a ValueError that says what is wrong. */
function parseDuration(text) {
    const trimmed = text.trim();
    if (trimmed === '0')
        return { ms: 0 };
    if (/^\d+(\.\d+)?$/.test(trimmed))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${trimmed}': add a unit, for example ${trimmed}s`);
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}'`);
    let ms = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
        ms += Number(amount) * milliseconds[unit];
    if (!Number.isSafeInteger(Math.round(ms)))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}', which is too long`);
    return { ms: Math.round(ms) };
}
/** Writes a duration as a person would: `850ms`, `2.5s`, `4m 10s`, `1h 5m`. */
function formatDuration({ ms }) {
    if (ms < 1000)
        return `${Math.round(ms)}ms`;
    if (ms < 60_000)
        return `${Math.round(ms / 100) / 10}s`;
    const seconds = Math.round(ms / 1000);
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const parts = hours > 0 ? [`${hours}h`, minutes && `${minutes}m`] : [`${minutes}m`, rest && `${rest}s`];
    return parts.filter(Boolean).join(' ');
}
/** A zod schema for a duration; its default is written as text: `duration().default('5m')`. */
function duration() {
    return (0,_parsed_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedText */ .l)(expected, parseDuration);
}


/***/ }),

/***/ 28453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parsedText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _value_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79916);


/** Wraps `parse` (which throws a ValueError) in a schema; YAML's bare numbers reach it as text. */
function parsedText(expected, parse) {
    const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({
        error: ({ input }) => `expected ${expected}, got ${input === undefined ? 'nothing' : JSON.stringify(input)}`,
    });
    return withTextDefault(text.transform((given, context) => {
        try {
            return parse(given);
        }
        catch (error) {
            if (!(error instanceof _value_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ValueError */ .Q))
                throw error;
            context.addIssue({ code: 'custom', message: error.message });
            return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
        }
    }));
}
// zod's own default is a parsed value and skips the parser; describe and meta clone the schema, so they wrap again.
function withTextDefault(schema) {
    const describe = schema.describe.bind(schema);
    const meta = schema.meta.bind(schema);
    return Object.assign(schema, {
        default: (text) => schema.prefault(text),
        describe: (description) => withTextDefault(describe(description)),
        meta: (...data) => (data[0] === undefined ? meta() : withTextDefault(meta(data[0]))),
    });
}


/***/ }),

/***/ 79916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ ValueError)
/* harmony export */ });
/** A text that is not the value it should be; the message says what was expected. */
class ValueError extends Error {
    name = 'ValueError';
}


/***/ })

};
