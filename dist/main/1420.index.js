export const id = 1420;
export const ids = [1420];
export const modules = {

/***/ 92847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ ask)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/likely-secrets.ts
var likely_secrets = __webpack_require__(95753);
// EXTERNAL MODULE: ./packages/shared/src/waiting/poll.ts
var poll = __webpack_require__(7294);
;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/json-path.ts
/**
 * The value at `$.a.b[0]['c d']`, or undefined. `[*]` and `.length` are understood too; filters and `..` are not, and
 * throw, so that a suite never passes because its question was not understood.
 */
function atJsonPath(value, path) {
    if (!path.startsWith('$'))
        throw new SyntaxError(`the JSON path ${path} does not begin with $`);
    let rest = path.slice(1);
    let current = value;
    while (rest.length > 0) {
        const part = /^(?:\.([\w-]+)|\[(\d+|\*)\]|\['([^']*)'\]|\["([^"]*)"\])/.exec(rest);
        if (!part)
            throw new SyntaxError(`the JSON path ${path} is not understood from '${rest}' on`);
        rest = rest.slice(part[0].length);
        if (part[2] === '*') {
            const under = rest;
            if (!Array.isArray(current))
                return undefined;
            return current.map((one) => atJsonPath(one, `$${under}`));
        }
        current = member(current, part[1] ?? part[2] ?? part[3] ?? part[4] ?? '');
    }
    return current;
}
function member(value, key) {
    if (Array.isArray(value) && key === 'length')
        return value.length;
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key))
        return undefined;
    return value[key];
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./packages/shared/src/values/duration.ts
var values_duration = __webpack_require__(35952);
;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/judge.ts




/** Everything about an answer that is not as the check wants it, one sentence each; empty when all is. */
function judge(answer, check) {
    const problems = [];
    const { status, headers = {}, jsonpath = {}, matches = [], duration } = check;
    if (status !== undefined && !statusFits(answer.status, status))
        problems.push(`status is ${answer.status}, expected ${[status].flat().join(' or ')}`);
    for (const [name, wanted] of Object.entries(headers)) {
        const given = answer.headers[name.toLowerCase()];
        if (given === undefined)
            problems.push(`header ${name} is missing`);
        else if (!textFits(given, String(wanted)))
            problems.push(`header ${name} is '${shown(name, given)}', expected ${wanted}`);
    }
    if (Object.keys(jsonpath).length > 0)
        problems.push(...judgeJson(answer.body, jsonpath));
    for (const wanted of [matches].flat())
        if (!bodyFits(answer.body, wanted))
            problems.push(`body does not contain ${wanted}: ${excerpt(answer.body)}`);
    if (duration && answer.ms > duration.ms)
        problems.push(`took ${(0,values_duration/* formatDuration */.a3)({ ms: answer.ms })}, allowed ${(0,values_duration/* formatDuration */.a3)(duration)}`);
    return problems;
}
function judgeJson(body, wanted) {
    const value = parseJson(body);
    if (value === undefined)
        return [`body is not JSON: ${excerpt(body)}`];
    return Object.entries(wanted).flatMap(([path, expected]) => {
        const given = atJsonPath(value, path);
        return valueFits(given, expected) ? [] : [`${path} is ${shown(path, tell(given))}, expected ${tell(expected)}`];
    });
}
/** Whether a message of a WebSocket is the awaited one; of an object, only the named members must be there. */
function messageFits(message, { text, json }) {
    if (text !== undefined)
        return textFits(message, text);
    const value = parseJson(message);
    return value !== undefined && includes(value, json);
}
/** JSON, or undefined where it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function statusFits(given, wanted) {
    if (Array.isArray(wanted))
        return wanted.includes(given);
    return typeof wanted === 'number' ? given === wanted : textFits(String(given), wanted);
}
function valueFits(given, wanted) {
    if (Array.isArray(wanted) && wanted.length > 0 && wanted.every(isMatcher))
        return wanted.every((one) => matcherFits(given, one));
    if (typeof wanted === 'string' && regexOf(wanted))
        return given !== undefined && textFits(String(given), wanted);
    return (0,external_node_util_.isDeepStrictEqual)(given, wanted);
}
const comparisons = {
    eq: (given, wanted) => (0,external_node_util_.isDeepStrictEqual)(given, wanted),
    ne: (given, wanted) => !(0,external_node_util_.isDeepStrictEqual)(given, wanted),
    gt: (given, wanted) => typeof given === 'number' && given > Number(wanted),
    gte: (given, wanted) => typeof given === 'number' && given >= Number(wanted),
    lt: (given, wanted) => typeof given === 'number' && given < Number(wanted),
    lte: (given, wanted) => typeof given === 'number' && given <= Number(wanted),
    contains: (given, wanted) => (Array.isArray(given) ? given : String(given ?? '')).includes(wanted),
    match: (given, wanted) => given !== undefined && new RegExp(String(wanted)).test(String(given)),
};
function isMatcher(value) {
    if (value === null || typeof value !== 'object')
        return false;
    const keys = Object.keys(value);
    return keys.length > 0 && keys.every((key) => key in comparisons);
}
function matcherFits(given, matcher) {
    return Object.entries(matcher).every(([name, wanted]) => comparisons[name]?.(given, wanted) ?? false);
}
function includes(given, wanted) {
    if (wanted === null || typeof wanted !== 'object')
        return valueFits(given, wanted);
    if (Array.isArray(wanted))
        return (0,external_node_util_.isDeepStrictEqual)(given, wanted);
    if (given === null || typeof given !== 'object')
        return false;
    return Object.entries(wanted).every(([key, one]) => includes(given[key], one));
}
/** `/…/flags` is a regular expression, anything else must be the text itself. */
function textFits(given, wanted) {
    return regexOf(wanted)?.test(given) ?? given === wanted;
}
function bodyFits(body, wanted) {
    return regexOf(wanted)?.test(body) ?? body.includes(wanted);
}
function regexOf(text) {
    const [, source, flags] = /^\/(.+)\/([imsu]*)$/s.exec(text) ?? [];
    return source === undefined ? undefined : new RegExp(source, flags);
}
/** The beginning of a body, on one line. Secrets are hidden before it is cut: half of one is not known to be one. */
function excerpt(body) {
    const line = (0,likely_secrets/* hideLikelySecrets */.E)(body.replace(/\s+/g, ' ').trim());
    if (line === '')
        return 'it is empty';
    return line.length > 160 ? `'${line.slice(0, 160)}…'` : `'${line}'`;
}
function shown(name, text) {
    return (0,likely_secrets/* soundsSecret */.z)(name) && text !== 'missing' ? '***' : (0,likely_secrets/* hideLikelySecrets */.E)(text);
}
function tell(value) {
    return value === undefined ? 'missing' : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/http-step.ts


const BODY_LIMIT = 4 * 1024 * 1024;
/** Sends a step whose templates are filled, and reads the whole answer. Rejects when there is none. */
async function askHttp(url, step, timeout, signal) {
    const start = performance.now();
    const { body, type } = bodyOf(step);
    const headers = new Headers(Object.entries(step.headers).map(([name, value]) => [name, `${value}`]));
    if (type && !headers.has('content-type'))
        headers.set('content-type', type);
    const response = await fetch(url, {
        method: step.method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: step.followRedirects ? 'follow' : 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout.ms)]),
    });
    const text = await readText(response);
    const ms = performance.now() - start;
    return { status: response.status, headers: Object.fromEntries(response.headers), body: text, ms };
}
function bodyOf(step) {
    if (step.json !== undefined)
        return { body: JSON.stringify(step.json), type: 'application/json' };
    if (step.body !== undefined)
        return { body: step.body };
    if (step.form)
        return {
            body: new URLSearchParams(Object.entries(step.form).map(([key, one]) => [key, String(one)])),
        };
    if (!step.multipart)
        return {};
    const form = new FormData();
    for (const [name, part] of Object.entries(step.multipart))
        if (typeof part === 'object')
            form.set(name, new File([part.content], part.filename, { type: part.type }));
        else
            form.set(name, String(part));
    return { body: form };
}
async function readText(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > BODY_LIMIT)
            throw new Error(`the answer is larger than ${BODY_LIMIT} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** The value that a capture names; undefined when the answer does not have it. */
function captureFrom(answer, { jsonpath, header, regex }) {
    if (header !== undefined)
        return answer.headers[header.toLowerCase()];
    if (jsonpath !== undefined)
        return atJsonPath(parseJson(answer.body), jsonpath);
    const found = new RegExp(regex ?? '').exec(answer.body);
    return found?.[1] ?? found?.[0];
}
/** Why there was no answer, in words: fetch hides the reason in its error's cause. */
function whyNoAnswer(error) {
    const { name, message, cause } = error;
    if (name === 'TimeoutError')
        return 'no answer in time';
    return cause?.code ?? cause?.errors?.[0]?.code ?? cause?.message ?? message ?? String(error);
}

// EXTERNAL MODULE: ./packages/shared/src/probe/suite/plan.ts
var plan = __webpack_require__(67482);
// EXTERNAL MODULE: ./packages/shared/src/probe/suite/template.ts
var template = __webpack_require__(58083);
// EXTERNAL MODULE: ./node_modules/ws/wrapper.mjs
var wrapper = __webpack_require__(52977);
;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/ws-step.ts


/** Opens a WebSocket, sends what the step says, and waits for the awaited message; others in between are passed over. */
async function converse(url, step, signal) {
    const start = performance.now();
    const { expect, send } = step;
    const headers = Object.fromEntries(Object.entries(step.headers).map(([name, value]) => [name, String(value)]));
    const socket = new wrapper/* default */.Ay(url.replace(/^http/i, 'ws'), {
        headers,
        handshakeTimeout: expect.within.ms,
        maxPayload: 4 * 1024 * 1024,
    });
    let last;
    const problem = await new Promise((resolve) => {
        const late = () => resolve(`no awaited message within ${expect.within.ms} ms; ${last === undefined ? 'there was none at all' : `the last was ${excerpt(last)}`}`);
        const timer = setTimeout(late, expect.within.ms);
        const end = (problem) => {
            clearTimeout(timer);
            resolve(problem);
        };
        signal.addEventListener('abort', () => end('cancelled'), { once: true });
        socket.on('open', () => {
            if (send !== undefined)
                socket.send(typeof send === 'string' ? send : JSON.stringify(send));
        });
        socket.on('message', (data) => {
            last = data.toString();
            if (messageFits(last, expect))
                end();
        });
        socket.on('unexpected-response', (_, response) => end(`handshake was answered with status ${response.statusCode}`));
        socket.on('error', (error) => end(`no connection: ${error.code ?? error.message}`));
        socket.on('close', (code) => end(`closed with code ${code} before the awaited message`));
    });
    // ws reports the handshake that this ends as an error.
    socket.on('error', () => { });
    socket.terminate();
    return { problems: problem === undefined ? [] : [problem], ms: performance.now() - start };
}

;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/ask.ts







/** Runs every test, several at once; the results are in the order of the suites. */
async function ask(tests, asking, run) {
    const results = tests.map(() => []);
    const queue = tests.entries();
    const worker = async () => {
        for (const [index, test] of queue)
            results[index] = await askTest(test, asking, run);
    };
    await Promise.all(Array.from({ length: Math.min(asking.concurrency, tests.length) }, worker));
    return results.flat();
}
async function askTest(test, asking, run) {
    const captures = {};
    const env = { ...asking.environment };
    const scope = { captures, env, run: { id: asking.runId } };
    for (const [name, value] of Object.entries(test.env))
        env[name] = (0,template/* fill */.GS)(String(value), scope);
    for (const [name, value] of Object.entries(env))
        if (value && (0,likely_secrets/* soundsSecret */.z)(name))
            run.mask(value);
    const results = [];
    for (const step of test.steps) {
        run.signal.throwIfAborted();
        const failed = results.find((one) => one.kind !== 'passed');
        const result = failed
            ? skipped(test, step, failed.name, run)
            : await askStep(test, step, asking, scope, captures, run);
        results.push(result);
        const mark = { passed: '✓', failed: '✗', skipped: '–' }[result.kind];
        run.log.info(`${mark} ${test.name}: ${step.name}${result.problems.length > 0 ? `: ${result.problems.join('; ')}` : ''}`);
    }
    return results;
}
function skipped(test, step, after, run) {
    const problems = [`not asked, because '${after}' failed`];
    const asked = step.http ? `${step.http.method} ${step.http.url}` : `WebSocket ${step.ws?.url}`;
    const at = run.now().toISOString();
    return { test: test.name, name: step.name, id: step.id, kind: 'skipped', problems, attempts: 0, asked, at };
}
async function askStep(test, step, asking, scope, captures, run) {
    let attempts = 0;
    let last = { problems: ['not asked'], captured: {} };
    const once = async () => {
        attempts += 1;
        last = await attempt(step, asking, scope, run.signal);
        run.signal.throwIfAborted();
        return last.problems.length === 0 || last.hopeless ? true : undefined;
    };
    await (0,poll/* poll */.w)({
        every: step.retry?.every ?? { ms: 0 },
        deadline: step.retry?.for ?? { ms: 0 },
        signal: run.signal,
        now: run.now,
        sleep: run.sleep,
    }, once);
    for (const [name, value] of Object.entries(last.captured)) {
        const secret = step.http?.captures[name]?.secret;
        if ((0,plan/* isSecretCapture */.rP)(name, secret))
            run.mask(typeof value === 'string' ? value : JSON.stringify(value));
        captures[name] = value;
    }
    return {
        test: test.name,
        name: step.name,
        id: step.id,
        kind: last.problems.length === 0 ? 'passed' : 'failed',
        problems: last.problems,
        attempts,
        ...(last.ms === undefined ? {} : { ms: last.ms }),
        asked: step.http ? `${step.http.method} ${step.http.url}` : `WebSocket ${step.ws?.url}`,
        at: run.now().toISOString(),
    };
}
async function attempt(step, asking, scope, signal) {
    try {
        if (step.ws) {
            const ws = (0,template/* fillDeep */.KL)(step.ws, scope);
            return { ...(await converse((0,plan/* joinUrl */.we)(asking.baseUrl, ws.url), ws, signal)), captured: {} };
        }
        if (!step.http)
            return { problems: ['neither http nor ws'], captured: {}, hopeless: true };
        const http = (0,template/* fillDeep */.KL)(step.http, scope);
        const answer = await askHttp((0,plan/* joinUrl */.we)(asking.baseUrl, http.url), http, asking.timeout, signal);
        const problems = judge(answer, http.check);
        const captured = Object.fromEntries(Object.entries(http.captures).map(([name, how]) => [name, captureFrom(answer, how)]));
        const missing = Object.keys(captured).filter((name) => captured[name] === undefined);
        if (problems.length === 0)
            problems.push(...missing.map((name) => `the answer has nothing to capture as ${name}`));
        for (const name of missing)
            delete captured[name];
        return { problems, captured, ms: answer.ms };
    }
    catch (error) {
        if (error instanceof template/* UnknownName */.I2 || error instanceof SyntaxError)
            return { problems: [error.message], captured: {}, hopeless: true };
        return { problems: [whyNoAnswer(error)], captured: {} };
    }
}


/***/ }),

/***/ 80102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ loadSuites)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/values/duration.ts
var duration = __webpack_require__(35952);
;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/suite.ts


/** A template such as `${{ captures.token }}`, or a value that YAML gave its own type. */
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const fields = schemas/* record */.g1P(schemas/* string */.YjP(), scalar);
const capture = schemas/* strictObject */.rej({
    jsonpath: schemas/* string */.YjP().exactOptional(),
    header: schemas/* string */.YjP().exactOptional(),
    regex: schemas/* string */.YjP().exactOptional(),
    secret: schemas/* boolean */.zMY().exactOptional(),
})
    .refine((one) => [one.jsonpath, one.header, one.regex].filter((way) => way !== undefined).length === 1, {
    error: 'expected exactly one of jsonpath, header and regex',
});
const httpCheck = schemas/* strictObject */.rej({
    status: schemas/* union */.KCZ([schemas/* number */.aig().int(), schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* number */.aig().int())]).exactOptional(),
    headers: fields.exactOptional(),
    jsonpath: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).exactOptional(),
    matches: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]).exactOptional(),
    duration: (0,duration/* duration */.p0)().optional(),
});
const part = schemas/* union */.KCZ([
    scalar,
    schemas/* strictObject */.rej({ content: schemas/* string */.YjP(), filename: schemas/* string */.YjP(), type: schemas/* string */.YjP().default('application/octet-stream') }),
]);
const http = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP().min(1),
    method: schemas/* string */.YjP().regex(/^[A-Z]+$/, { error: 'expected a method in capitals, such as GET' }),
    headers: fields.default({}),
    json: schemas/* unknown */.L5J().optional(),
    body: schemas/* string */.YjP().exactOptional(),
    form: fields.exactOptional(),
    multipart: schemas/* record */.g1P(schemas/* string */.YjP(), part).exactOptional(),
    followRedirects: schemas/* boolean */.zMY().default(true),
    captures: schemas/* record */.g1P(schemas/* string */.YjP(), capture).default({}),
    check: httpCheck,
})
    .refine((one) => [one.json, one.body, one.form, one.multipart].filter((body) => body !== undefined).length <= 1, {
    error: 'expected at most one of json, body, form and multipart',
});
const ws = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP().min(1),
    headers: fields.default({}),
    send: schemas/* unknown */.L5J().optional(),
    expect: schemas/* strictObject */.rej({
        text: schemas/* string */.YjP().exactOptional(),
        json: schemas/* unknown */.L5J().optional(),
        within: (0,duration/* duration */.p0)().default('5s'),
    })
        .refine((one) => (one.text === undefined) !== (one.json === undefined), {
        error: 'expected one of text and json',
    }),
});
const step = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1),
    /** The check is called `smoke.<id>`; steps that prove one thing together share it. */
    id: schemas/* string */.YjP()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected lower-case words joined by hyphens' })
        .exactOptional(),
    retry: schemas/* strictObject */.rej({ for: (0,duration/* duration */.p0)(), every: (0,duration/* duration */.p0)().default('1s') }).exactOptional(),
    http: http.exactOptional(),
    ws: ws.exactOptional(),
})
    .refine((one) => (one.http === undefined) !== (one.ws === undefined), { error: 'expected one of http and ws' });
const suiteSchema = schemas/* strictObject */.rej({
    version: schemas/* string */.YjP().exactOptional(),
    name: schemas/* string */.YjP().min(1),
    env: fields.default({}),
    tests: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ name: schemas/* string */.YjP().exactOptional(), steps: schemas/* array */.YOg(step).min(1) }))
        .refine((tests) => Object.keys(tests).length > 0, { error: 'expected at least one test' }),
});

;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/parse-suite.ts


/** Reads a suite; every mistake is found at once. */
function parseSuite(file, text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines });
    if (document.errors.length > 0)
        return {
            kind: 'mistakes',
            mistakes: document.errors.map((error) => ({
                file,
                line: lines.linePos(error.pos[0]).line,
                message: error.message.split('\n')[0] ?? error.message,
            })),
        };
    const parsed = suiteSchema.safeParse(document.toJS());
    if (parsed.success)
        return { kind: 'suite', file, suite: parsed.data };
    return {
        kind: 'mistakes',
        mistakes: parsed.error.issues.map((issue) => ({
            file,
            line: lineOf(issue.path),
            message: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`,
        })),
    };
    /** The line of the deepest part of the path that exists: what is missing has no line of its own. */
    function lineOf(path) {
        for (let depth = path.length; depth >= 0; depth--) {
            const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
            if ((0,dist/* isNode */.Ll)(node) && node.range)
                return lines.linePos(node.range[0]).line;
        }
        return 1;
    }
}

// EXTERNAL MODULE: ./packages/shared/src/probe/suite/plan.ts
var plan = __webpack_require__(67482);
;// CONCATENATED MODULE: ./packages/shared/src/probe/suite/load.ts




/** Reads the suites that the globs name, below a folder, and plans them; a glob without a file is a mistake. */
async function loadSuites(patterns, folder) {
    const files = new Set();
    const mistakes = [];
    for (const pattern of patterns) {
        let matches = 0;
        for await (const file of (0,promises_.glob)(pattern, { cwd: folder })) {
            matches += 1;
            files.add(file);
        }
        if (matches === 0)
            mistakes.push(`no file matches ${pattern} in ${folder}`);
    }
    if (mistakes.length > 0)
        return { kind: 'refuse', because: 'suites are missing', mistakes };
    const texts = await Promise.all([...files].sort().map(async (file) => ({ file, text: await (0,promises_.readFile)(external_node_path_default().join(folder, file), 'utf8') })));
    return (0,plan/* plan */.et)(texts.map(({ file, text }) => parseSuite(file, text)));
}


/***/ }),

/***/ 67482:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   rP: () => (/* binding */ isSecretCapture),
/* harmony export */   we: () => (/* binding */ joinUrl)
/* harmony export */ });
/* unused harmony export slug */
/* harmony import */ var _evidence_likely_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95753);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58083);


/** What will be asked; refuses when a suite has a mistake, or when there is nothing to ask. */
function plan(suites) {
    const mistakes = suites.flatMap((one) => (one.kind === 'mistakes' ? one.mistakes : []));
    if (mistakes.length > 0)
        return {
            kind: 'refuse',
            because: `${mistakes.length} mistake${mistakes.length === 1 ? '' : 's'} in the suites`,
            mistakes: mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`),
        };
    const tests = suites.flatMap((one) => (one.kind === 'suite' ? testsOf(one.suite) : []));
    if (tests.length === 0)
        return { kind: 'refuse', because: 'no suite was found', mistakes: [] };
    const steps = tests.reduce((sum, test) => sum + test.steps.length, 0);
    const because = `${steps} steps in ${tests.length} tests of ${suites.length} suites`;
    return { kind: 'ask', because, tests, variables: [...new Set((0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentNames */ .iF)(JSON.stringify(tests)))] };
}
function testsOf(suite) {
    return Object.entries(suite.tests).map(([key, test]) => ({
        name: `${suite.name} / ${test.name ?? key}`,
        env: suite.env,
        steps: test.steps.map((step) => ({ ...step, id: step.id ?? slug(step.name) })),
    }));
}
/** Lower-case words joined by hyphens, for a check's name. */
function slug(text) {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join('-') || 'step';
}
/** Whether what a step captured is hidden from here on: as the suite says, else by its name. */
function isSecretCapture(name, secret) {
    return secret ?? (0,_evidence_likely_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .soundsSecret */ .z)(name);
}
/** A suite's URL behind the base URL: its path is kept, an absolute URL stands for itself. */
function joinUrl(base, url) {
    if (/^[a-z]+:\/\//i.test(url))
        return url;
    return `${base.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}


/***/ }),

/***/ 58083:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   I2: () => (/* binding */ UnknownName),
/* harmony export */   KL: () => (/* binding */ fillDeep),
/* harmony export */   iF: () => (/* binding */ environmentNames)
/* harmony export */ });
/** A template names something that has no value. */
class UnknownName extends Error {
    name = 'UnknownName';
}
const hole = /\$\{\{\s*(captures|env|run)\.([\w-]+)\s*\}\}/g;
/** Fills the templates of a text. Throws UnknownName rather than send an empty text to the application. */
function fill(text, scope) {
    const filled = text.replace(hole, (_, from, name) => {
        const values = scope[from];
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined)
            throw new UnknownName(`${from}.${name} has no value`);
        return typeof value === 'string' ? value : JSON.stringify(value);
    });
    if (/\$\{\{/.test(text.replace(hole, '')))
        throw new UnknownName(`'${text}' has a template that is not understood`);
    return filled;
}
/** Fills the templates of every text in a value. A text that is one template alone keeps the type of what it names. */
function fillDeep(value, scope) {
    return deep(value, scope);
}
function deep(value, scope) {
    if (typeof value === 'string') {
        const alone = /^\$\{\{\s*captures\.([\w-]+)\s*\}\}$/.exec(value)?.[1];
        return alone !== undefined && Object.hasOwn(scope.captures, alone) ? scope.captures[alone] : fill(value, scope);
    }
    if (Array.isArray(value))
        return value.map((one) => deep(one, scope));
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, scope)]));
}
/** Environment variables that a text asks for. */
function environmentNames(text) {
    return [...text.matchAll(hole)].filter(([, from]) => from === 'env').map(([, , name]) => name ?? '');
}


/***/ }),

/***/ 7294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/**
 * Asks until there is an answer: `ask` gives undefined for "not yet". The last question is asked at the deadline
 * itself. Throws the signal's reason when cancelled, and whatever `ask` throws.
 */
async function poll(polling, ask) {
    const { every, deadline, signal, sleep, now, progress } = polling;
    const start = now().getTime();
    const end = deadline instanceof Date ? deadline.getTime() : start + deadline.ms;
    for (let asked = 1;; asked++) {
        signal.throwIfAborted();
        const askedAt = now().getTime();
        const value = await ask(signal);
        const elapsed = { ms: now().getTime() - start };
        if (value !== undefined)
            return { kind: 'done', value, elapsed };
        if (askedAt >= end)
            return { kind: 'late', elapsed };
        progress?.(elapsed, asked);
        await sleep(Math.max(0, Math.min(every.ms, end - now().getTime())));
    }
}


/***/ })

};
