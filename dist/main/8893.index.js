export const id = 8893;
export const ids = [8893];
export const modules = {

/***/ 70037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);



const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'smoke-test',
    title: 'Golive: smoke test',
    description: 'Asks the deployed application what its users will ask: HTTP and WebSocket steps in YAML suites.',
    section: 'smoke',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        suites: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).min(1).describe('Suite files, as globs below the folder of golive.yml'),
        'base-url': zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5({ protocol: /^https?$/ }).describe('What the relative URLs of the suites are joined to'),
        timeout: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('10s').describe('How long one request may take'),
        concurrency: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(1).max(32).default(4).describe('How many tests run at once'),
        'max-p95': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().optional().describe('Fails when the 95th percentile of all answers is above this'),
    }),
    outputs: {
        verdict: '`pass` or `fail`',
        passed: 'Number of steps that passed',
        failed: 'Number of steps that failed',
        skipped: 'Number of steps not run because one before them failed',
        p95: '95th percentile of the answer times, in milliseconds',
    },
});


/***/ }),

/***/ 18893:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _shared_probe_suite_ask__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92847);
/* harmony import */ var _shared_probe_suite_load__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80102);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66046);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70037);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48195);








await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_5__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .definition */ .m, async (input, run) => {
    const decision = await (0,_shared_probe_suite_load__WEBPACK_IMPORTED_MODULE_3__/* .loadSuites */ ._)(input.suites, node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(run.paths.config));
    if (decision.kind === 'refuse') {
        for (const mistake of decision.mistakes)
            run.log.error(mistake);
        const message = [decision.because, ...decision.mistakes].join('; ');
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('SMOKE_SUITE_INVALID', message, {
            hint: 'correct the suites, or smoke.suites in golive.yml',
        });
    }
    run.log.info(`${decision.because}, against ${input['base-url']}`);
    const results = await (0,_shared_probe_suite_ask__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .k)(decision.tests, {
        baseUrl: input['base-url'],
        timeout: input.timeout,
        concurrency: input.concurrency,
        runId: `${run.github.runId}-${run.github.runAttempt}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`,
        environment: Object.fromEntries(decision.variables.map((name) => [name, process.env[name]])),
    }, run);
    const at = run.now().toISOString();
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_7__/* .report */ .z)({ results, baseUrl: input['base-url'], maxP95: input['max-p95'], at });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 48195:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// UNUSED EXPORTS: percentile

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/evidence/summary.ts
var summary = __webpack_require__(10449);
// EXTERNAL MODULE: ./packages/shared/src/values/duration.ts
var duration = __webpack_require__(35952);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/smoke-test/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'smoke.<step>': 'Did the step of the suite with this id answer as expected?',
    'smoke.p95': 'Are 95 of 100 answers fast enough?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

;// CONCATENATED MODULE: ./actions/smoke-test/src/report.ts




function report({ results, baseUrl, maxP95, at }) {
    const times = results.flatMap(({ ms }) => (ms === undefined ? [] : [ms]));
    const p95 = percentile(times, 95);
    const count = (kind) => results.filter((one) => one.kind === kind).length;
    const failed = count('failed');
    const checks = [...results.map(stepCheck), ...speedCheck(p95, maxP95, times.length, baseUrl, at)];
    const verdict = checks.some((one) => one.verdict === 'fail') ? 'fail' : 'pass';
    return {
        checks,
        outputs: {
            verdict,
            passed: String(count('passed')),
            failed: String(failed),
            skipped: String(count('skipped')),
            p95: p95 === undefined ? '' : String(Math.round(p95)),
        },
        summary: (0,markdown.md) `## Smoke test of ${baseUrl}

${headline(results, failed)}

${(0,summary/* checksTable */.Et)(checks)}

${slowest(results)}
`,
        timeline: [{ at, what: `${count('passed')} of ${results.length} steps passed`, subject: baseUrl }],
    };
}
function stepCheck(result) {
    const verdict = { passed: 'pass', failed: 'fail', skipped: 'skipped' };
    const tries = result.attempts > 1 ? ` after ${result.attempts} attempts` : '';
    const took = result.ms === undefined ? '' : ` in ${(0,duration/* formatDuration */.a3)({ ms: result.ms })}`;
    const because = result.kind === 'passed' ? `answered as expected${took}${tries}` : `${result.problems.join('; ')}${tries}`;
    return check(`smoke.${result.id}`, `${result.test}: ${result.name}`, verdict[result.kind], because, {
        ...(result.ms === undefined ? {} : { measured: { ms: Math.round(result.ms) } }),
        source: result.asked,
        at: result.at,
    });
}
function speedCheck(p95, allowed, asked, subject, at) {
    if (!allowed)
        return [];
    const more = { measured: p95 ?? null, expected: { ms: allowed.ms }, source: 'times of the steps', at };
    if (p95 === undefined)
        return [check('smoke.p95', subject, 'inconclusive', 'nothing was answered', more)];
    const verdict = p95 <= allowed.ms ? 'pass' : 'fail';
    const because = `p95 of ${asked} answers is ${(0,duration/* formatDuration */.a3)({ ms: p95 })}, allowed ${(0,duration/* formatDuration */.a3)(allowed)}`;
    return [check('smoke.p95', subject, verdict, because, more)];
}
function headline(results, failed) {
    if (failed === 0)
        return (0,markdown.md) `All ${results.length} steps answered as expected.`;
    const first = results.find((one) => one.kind === 'failed');
    return (0,markdown.md) `**${failed} of ${results.length} steps failed.** First: ${first?.test}, ${first?.name}: ${first?.problems.join('; ')}`;
}
function slowest(results) {
    const sorted = results.filter((one) => one.ms !== undefined).sort((a, b) => (b.ms ?? 0) - (a.ms ?? 0));
    const rows = sorted.slice(0, 5).map((one) => [one.name, (0,duration/* formatDuration */.a3)({ ms: one.ms ?? 0 })]);
    return rows.length === 0 ? (0,markdown.md) `` : (0,markdown.md) `Slowest:\n\n${(0,markdown/* table */.tp)(['Step', 'Time'], rows)}`;
}
/** Nearest rank; undefined of nothing. */
function percentile(values, percent) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}


/***/ }),

/***/ 35952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);
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
