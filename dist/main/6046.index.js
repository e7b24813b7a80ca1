export const id = 6046;
export const ids = [6046];
export const modules = {

/***/ 18207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V9: () => (/* binding */ escapeCommandData),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
/* unused harmony export escapeCommandProperty */
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18002);

/** Escapes the text of a workflow command. https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeCommandData(text) {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
/** Escapes a property of a workflow command. */
function escapeCommandProperty(text) {
    return escapeCommandData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
/** A workflow command that annotates the run: `::error file=golive.yml,line=14::…`. */
function annotation(level, text, place = {}) {
    const properties = Object.entries(place)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => `${name}=${escapeCommandProperty(String(value))}`);
    return `::${level}${properties.length > 0 ? ` ${properties.join(',')}` : ''}::${escapeCommandData(text)}`;
}
/** Text for the log that the runner cannot take for a command, nor a terminal for control codes. */
function inert(text) {
    return ((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text)
        .split(/\r\n|\r|\n/)
        // The runner trims a line before it looks for `::`, and looks for `##[` anywhere in it.
        .map((line) => line.replace(/^(\s*):(?=:)/, '$1:\u200b').replace(/##\[/g, '#\u200b#['))
        .join('\n'));
}


/***/ }),

/***/ 27071:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ verifyChain),
/* harmony export */   XW: () => (/* binding */ readEvidenceDir),
/* harmony export */   nP: () => (/* binding */ writeEvidence),
/* harmony export */   vf: () => (/* binding */ parseEvidence)
/* harmony export */ });
/* unused harmony export evidenceSchema */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37428);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90209);
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





const evidenceSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('golive/evidence@1'),
    action: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int(),
    job: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().exactOptional(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_check_js__WEBPACK_IMPORTED_MODULE_3__/* .verdicts */ .rY),
    checks: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_check_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSchema */ ._U),
    timeline: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ at: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), subject: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().exactOptional() })),
    previous: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
});
/**
 * Writes one evidence file named after action, job, subject and attempt, chained to the newest one in the folder,
 * and never over another. `subject` tells apart the legs of a matrix.
 */
async function writeEvidence(folder, evidence, subject) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const newest = await newestEvidence(folder);
    const full = { schema: 'golive/evidence@1', ...evidence, previous: newest?.sha256 ?? null };
    const content = Buffer.from(`${JSON.stringify(full, null, 2)}\n`);
    const stem = [evidence.action, evidence.job, subject, `${evidence.attempt}`]
        .filter(Boolean)
        .map((part) => plain(part ?? ''));
    for (let number = 1;; number++) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${[...stem, number].join('-')}.json`);
        if (await createFile(file, content))
            return { file, sha256: sha256(content), content, evidence: full };
    }
}
/** Every evidence file of a folder and the folders in it, oldest first. Throws when one is no evidence. */
async function readEvidenceDir(folder) {
    const files = await jsonFiles(folder);
    const read = [];
    // Hundreds of jobs leave hundreds of files: never all of them open at once.
    for (let from = 0; from < files.length; from += 64)
        read.push(...(await Promise.all(files.slice(from, from + 64).map(readEvidence))));
    return oldestFirst(read);
}
/** What breaks the chain: a file whose predecessor is missing or was changed. Jobs that ran side by side may fork it. */
function verifyChain(files) {
    const known = new Set(files.map((file) => file.sha256));
    const problems = files
        .filter(({ evidence: { previous } }) => previous !== null && !known.has(previous))
        .map(({ file, evidence }) => `${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(file)} follows a file with SHA-256 ${evidence.previous}, which is missing or was changed`);
    return { intact: problems.length === 0, problems };
}
// A file that somebody spoilt is the reader's to complain about; it must not cost this action its own evidence.
async function newestEvidence(folder) {
    const read = await Promise.allSettled((await jsonFiles(folder)).map(readEvidence));
    return oldestFirst(read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).at(-1);
}
async function jsonFiles(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { recursive: true }).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    return names.filter((name) => name.endsWith('.json')).map((name) => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, name));
}
function oldestFirst(files) {
    return files.toSorted((a, b) => order(a.evidence.finishedAt, b.evidence.finishedAt) || order(a.file, b.file));
}
async function readEvidence(file) {
    const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file);
    return { file, content, ...parseEvidence(file, content) };
}
/** The evidence that some bytes are, with their SHA-256. Throws when they are none; `name` is who is blamed. */
function parseEvidence(name, content) {
    const parsed = evidenceSchema.safeParse(json(content));
    if (!parsed.success)
        throw new Error(`${name} is no evidence file: ${zod__WEBPACK_IMPORTED_MODULE_5__/* .prettifyError */ .S1(parsed.error)}`);
    return { sha256: sha256(content), evidence: parsed.data };
}
function json(content) {
    try {
        // Bytes that are no UTF-8 would all be read as the same sign.
        return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content));
    }
    catch {
        return undefined;
    }
}
async function createFile(file, content) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, 'wx'), true);
            await handle.writeFile(content);
            await handle.sync();
            return true;
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
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
const plain = (text) => text.replace(/[^A-Za-z0-9._]+/g, '-').replace(/^[.-]+|-+$/g, '') || 'x';
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ }),

/***/ 41620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* unused harmony exports Html, trustedHtml */
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4395);

/** HTML whose every hole was escaped. Only `html` and `trustedHtml` make one. */
class Html extends _template_js__WEBPACK_IMPORTED_MODULE_0__/* .Markup */ .V {
}
/** HTML with untrusted holes, in text and in quoted attributes. A hole is no place for a URL's scheme, a script or a style. */
const html = (0,_template_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .k)(Html, escapeHtml).tag;
/** Text that the program itself wrote as HTML. Never for anything that came from outside. */
function trustedHtml(text) {
    return new Html(text);
}
/** Escapes text for an element or a quoted attribute. */
function escapeHtml(text) {
    return text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;')
        .replace(/`/g, '&#96;');
}


/***/ }),

/***/ 95753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ hideLikelySecrets),
/* harmony export */   z: () => (/* binding */ soundsSecret)
/* harmony export */ });
// Text that somebody else wrote, such as the log of a container or the answer of an application, may hold a secret that
// Golive does not know and must not be able to read. What looks like one is hidden before anything is cut or shown.
const hidden = '***';
const secretName = /token|passw|secret|credential|cookie|session|authorization|api-?_?key|private-?_?key|jwt/i;
/** Whether a name by itself says that its value must not be shown. */
function soundsSecret(name) {
    return secretName.test(name);
}
// Diagnoses, not secrets: `JWT_SECRET: undefined` is why a container ended.
const saysNothing = /^(?:undefined|null|none|true|false|missing|empty|required|invalid|expired|must|is|was|not|\d+)$/i;
/** `password=…`, `"apiKey": "…"`, also inside a JSON text inside a JSON text. */
const named = /([\w.-]+)(\\*["']?\s*(?:[:=]|=>)\s*)(\\*"(?:[^"\\]|\\+[^"\\])*|'[^']*|[^\s,;&"'(){}[\]]+)/g;
const shapes = [
    [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, hidden],
    // The password of an address: postgresql://user:password@host/database
    [/\b([a-z][a-z0-9+.-]*:\/\/[^\s:@/"']*):[^\s"'/?#]+@/gi, `$1:${hidden}@`],
    [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
    // A JSON Web Token, also one that was cut.
    [/\beyJ[\w-]{6,}(?:\.[\w-]*){0,2}/g, hidden],
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    [/\bA[KS]IA[A-Z0-9]{16}\b/g, hidden],
    // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    [/\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|[rs]k_live_\w{16,})/g, hidden],
];
/** The text with everything hidden that has the shape, the name or the randomness of a secret. */
function hideLikelySecrets(text) {
    const shaped = shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text);
    return shaped
        .replace(named, (whole, name, between, value) => {
        const [, quote = '', bare = ''] = /^(\\*["']?)([\s\S]*)$/.exec(value) ?? [];
        const isSecret = soundsSecret(name) && bare.length >= 4 && !saysNothing.test(bare);
        return isSecret ? `${name}${between}${quote}${hidden}` : whole;
    })
        .replace(/[\w+/=-]{20,}/g, (word) => (looksRandom(word) ? hidden : word));
}
/**
 * Random characters change between upper case, lower case and digits at six of ten places (1 - (26² + 26² + 10²) / 62²),
 * and hardly ever at less than three; words joined to a name at two. Digests and identifiers in hexadecimal have one
 * case only and stay.
 */
function looksRandom(word) {
    const kinds = [...word].map((one) => /[a-z]/.test(one) ? 'a' : /[A-Z]/.test(one) ? 'A' : /\d/.test(one) ? '0' : '-');
    if (!kinds.includes('a') || !kinds.includes('A'))
        return false;
    const changes = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
    // One random word in a thousand has no digit; a name without one changes seldom.
    return changes >= (kinds.includes('0') ? 0.3 : 0.33) * (word.length - 1);
}


/***/ }),

/***/ 10449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ checksTable),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   jg: () => (/* binding */ failureSummary)
/* harmony export */ });
/* unused harmony export timelineTable */
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);


/** The mark of a verdict; always beside its word, never instead of it. */
const marks = {
    pass: '✓',
    warn: '!',
    skipped: '–',
    inconclusive: '?',
    fail: '✗',
};
// GitHub refuses a step's summary above 1 MiB; so many rows stay far below it.
const mostRows = 300;
/** The checks as a table, the worst first. */
function checksTable(checks) {
    const rank = ['fail', 'inconclusive', 'warn', 'skipped', 'pass'];
    const sorted = [...checks].sort((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict));
    const rows = sorted
        .slice(0, mostRows)
        .map((one) => [`${marks[one.verdict]} ${one.verdict}`, one.subject, one.because, one.id]);
    const left = sorted.length - rows.length;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Verdict', 'Subject', 'Because', 'Check'], rows)}${left > 0 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `\n\nAnd ${left} more, in the evidence file.` : ''}`;
}
/** The timeline as a table. */
function timelineTable(events) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['At', 'What', 'Subject'], events.slice(-mostRows).map((event) => [event.at.slice(11, 19), event.what, event.subject]));
}
/** The job summary of an action that could not write its own: what went wrong, then what had been found out. */
function failureSummary(title, checks, timeline = []) {
    const bad = checks.filter((one) => (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(one.verdict));
    const reasons = bad.map((one) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `- **${one.subject}**: ${one.because}\n`);
    const happened = timeline.length > 0 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `\n### Timeline\n\n${timelineTable(timeline)}\n` : '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `## ✗ ${title}\n\n${reasons}\n${checksTable(checks)}\n${happened}`;
}


/***/ }),

/***/ 34837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ GoliveError),
/* harmony export */   U: () => (/* binding */ describeError)
/* harmony export */ });
/** An error that a user can act upon: a stable code, what happened to what, and what to do next. */
class GoliveError extends Error {
    name = 'GoliveError';
    code;
    hint;
    checks;
    outputs;
    timeline;
    /** @param code in capitals with the action first, such as `ROLLOUT_IMAGE_NOT_FOUND` */
    constructor(code, message, details = {}) {
        super(message, 'cause' in details ? { cause: details.cause } : undefined);
        this.code = code;
        this.hint = details.hint;
        this.checks = details.checks ?? [];
        this.outputs = details.outputs ?? {};
        this.timeline = details.timeline ?? [];
    }
}
/** `CODE: message. hint`, as annotations and checks show it. */
function describeError({ code, message, hint }) {
    const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
    return hint
        ? `${code}: ${sentence} ${hint.charAt(0).toUpperCase()}${hint.slice(1)}${/[.!?]$/.test(hint) ? '' : '.'}`
        : `${code}: ${sentence}`;
}


/***/ }),

/***/ 66046:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/cancellation.ts

// The runner sends SIGINT, 7.5 s later SIGTERM and 2.5 s later kills: what is not over by then leaves no evidence.
const graceMs = 8000;
/** Makes a signal that SIGINT and SIGTERM abort; `dispose` lets go of the process. */
function listenForCancellation(grace = graceMs) {
    const controller = new AbortController();
    const { signal } = controller;
    let timer;
    const { promise: graceOver, reject } = Promise.withResolvers();
    graceOver.catch(() => { });
    const cancel = (by) => {
        if (signal.aborted)
            return;
        const reason = Object.assign(new Error(`cancelled by ${by}`), { name: 'AbortError' });
        controller.abort(reason);
        timer = setTimeout(() => reject(reason), grace);
    };
    process.on('SIGINT', cancel).on('SIGTERM', cancel);
    return {
        signal,
        graceOver,
        cancel,
        sleep: async (ms) => {
            signal.throwIfAborted();
            try {
                await (0,promises_.setTimeout)(ms, undefined, { signal });
            }
            catch (error) {
                throw signal.aborted ? signal.reason : error;
            }
        },
        dispose: () => {
            clearTimeout(timer);
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/shared/src/evidence/check.ts
var check = __webpack_require__(90209);
// EXTERNAL MODULE: ./packages/shared/src/runtime/define-action.ts
var define_action = __webpack_require__(66044);
// EXTERNAL MODULE: ./packages/shared/src/runtime/read-inputs.ts
var read_inputs = __webpack_require__(70618);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/environment.ts


/** The workflow run, from the variables of the runner. */
function gitHubRun(env) {
    const token = env[(0,read_inputs/* variableOf */.Q)('github-token')]?.trim() || env.GITHUB_TOKEN;
    return {
        repository: env.GITHUB_REPOSITORY ?? '',
        sha: env.GITHUB_SHA ?? '',
        ref: env.GITHUB_REF ?? '',
        runId: env.GITHUB_RUN_ID ?? '0',
        runAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) || 1,
        actor: env.GITHUB_ACTOR ?? '',
        job: env.GITHUB_JOB ?? 'local',
        // GitHub has no variable for it; a workflow that wants it in the evidence sets this one.
        ...(env.GOLIVE_ENVIRONMENT ? { environment: env.GOLIVE_ENVIRONMENT } : {}),
        apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
        ...(token ? { token } : {}),
        workspace: workspaceOf(env),
    };
}
/** The files of an action, absolute. */
function runPaths(env) {
    const workspace = workspaceOf(env);
    const at = (input, fallback) => external_node_path_default().resolve(workspace, env[(0,read_inputs/* variableOf */.Q)(input)]?.trim() || fallback);
    return {
        workspace,
        config: at('config', 'golive.yml'),
        evidence: at('evidence', external_node_path_default().join('.golive', 'evidence')),
        releaseRecord: at('release-record', external_node_path_default().join('.golive', 'release-record.json')),
    };
}
/** Settings for every AWS client of an action. */
function awsSettings(action, region, env) {
    return {
        region,
        ...(env.AWS_ENDPOINT_URL ? { endpoint: env.AWS_ENDPOINT_URL } : {}),
        // AWS cuts an application id at 50 characters.
        userAgentAppId: `golive-${action}`.slice(0, 50),
        maxAttempts: 6,
        retryMode: 'standard',
    };
}
/** The region that the environment names, empty when it names none. */
function regionOf(env) {
    return env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
}
function workspaceOf(env) {
    return external_node_path_default().resolve(env.GITHUB_WORKSPACE || process.cwd());
}

// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/explain-error.ts


/** What an error means for the run: a failing check when Golive refused something, else one that is inconclusive. */
function checkOfError(action, subject, error, at) {
    const id = `${action}.completed`;
    if (error instanceof golive_error/* GoliveError */.N)
        return (0,check/* check */.z6)(id, subject, 'fail', (0,golive_error/* describeError */.U)(error), { source: action, at });
    return (0,check/* check */.z6)(id, subject, 'inconclusive', explain(error), { source: sourceOf(error) ?? action, at });
}
/** One sentence on an error that is not a GoliveError, with what to do about the usual ones. */
function explain(error) {
    if (!(error instanceof Error))
        return `UNEXPECTED: ${String(error)}`;
    const { name, message } = error;
    if (name === 'AbortError')
        return `CANCELLED: ${message || 'the run was cancelled'}. Run the release again, or put it back with the rollback action.`;
    const said = `${name === 'Error' ? '' : `${name}: `}${message || causeOf(error)}`;
    if (/AccessDenied|UnauthorizedOperation|NotAuthorized/i.test(name))
        return `AWS_ACCESS_DENIED: ${said}. Allow the call in the policy of the role that this job assumes.`;
    if (/Credentials|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch/i.test(name))
        return `AWS_CREDENTIALS: ${said}. Assume the role again right before this step.`;
    if (/Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i.test(name))
        return `AWS_THROTTLED: ${said}, also after every retry. Run the job again, or ask AWS for a higher quota.`;
    if (/Timeout|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|socket|fetch failed/i.test(`${name} ${codeOf(error)} ${message}`))
        return `UNREACHABLE: ${said || codeOf(error)}. Check the network between the runner and the service.`;
    return `UNEXPECTED: ${said}`;
}
// AWS SDK errors carry the service that answered.
function sourceOf(error) {
    const service = typeof error === 'object' && error !== null ? Reflect.get(error, '$service') : undefined;
    return typeof service === 'string' ? `aws:${service}` : undefined;
}
function codeOf(error) {
    const code = Reflect.get(error, 'code') ?? (error.cause instanceof Error ? Reflect.get(error.cause, 'code') : undefined);
    return typeof code === 'string' ? code : '';
}
function causeOf(error) {
    if (error instanceof AggregateError)
        return error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ');
    return error.cause instanceof Error ? error.cause.message : codeOf(error);
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/evidence-file.ts
var evidence_file = __webpack_require__(27071);
// EXTERNAL MODULE: ./packages/shared/src/evidence/summary.ts
var evidence_summary = __webpack_require__(10449);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/finish.ts




/** Writes evidence, outputs, summary and annotations, each also when another could not be written; gives the exit code. */
async function finish({ definition, run, secrets, startedAt, runner, subject }, outcome) {
    const checks = secrets.redactDeep(outcome.checks);
    const timeline = secrets.redactDeep(outcome.timeline);
    const verdict = (0,check/* worst */.QZ)(checks.map((one) => one.verdict));
    const { github, log } = run;
    const steps = [
        () => {
            const summary = outcome.summary ?? (0,evidence_summary/* failureSummary */.jg)(definition.title, checks, timeline);
            return runner.appendSummary(secrets.redact(summary.text));
        },
        () => {
            for (const [name, value] of Object.entries(outcome.outputs))
                runner.setOutput(name, secrets.redact(value));
        },
        () => tell(checks, run, outcome.told ?? false),
        async () => {
            if (definition.withoutEvidence)
                return log.info(`${evidence_summary/* marks */.Z8[verdict]} ${definition.title}: ${verdict}`);
            const { repository, sha: commit, runId, runAttempt: attempt, job, environment } = github;
            const { file } = await (0,evidence_file/* writeEvidence */.nP)(run.paths.evidence, {
                action: definition.name,
                repository,
                commit,
                run: runId,
                attempt,
                job,
                ...(environment ? { environment } : {}),
                startedAt: startedAt.toISOString(),
                finishedAt: run.now().toISOString(),
                verdict,
                checks,
                timeline,
            }, subject);
            log.info(`${evidence_summary/* marks */.Z8[verdict]} ${definition.title}: ${verdict}; evidence in ${file}`);
        },
    ];
    let broken = false;
    for (const step of steps) {
        try {
            await step();
        }
        catch (error) {
            broken = true;
            log.error(`REPORT_NOT_WRITTEN: ${explain(error)}`);
        }
    }
    return (0,check/* isFailure */.N6)(verdict) ? (outcome.exitCode ?? 1) : broken ? 1 : 0;
}
// GitHub shows ten annotations of each level per step.
function tell(checks, { log }, told) {
    for (const { verdict, subject, because, id, place } of checks) {
        const line = `${evidence_summary/* marks */.Z8[verdict]} ${verdict} ${id} ${subject}: ${because}`;
        if ((0,check/* isFailure */.N6)(verdict) && !told)
            log.error(id.endsWith('.completed') ? because : `${subject}: ${because} (${id})`, place);
        else if (verdict === 'warn')
            log.warn(`${subject}: ${because} (${id})`, place);
        else if (!(0,check/* isFailure */.N6)(verdict))
            log.info(line);
    }
}

// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-file.ts
var golive_file = __webpack_require__(61589);
// EXTERNAL MODULE: ./packages/shared/src/evidence/commands.ts
var commands = __webpack_require__(18207);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/log.ts

/** A log that hides secrets and hands whole lines to `write`. */
function createLog(write, redact) {
    const clean = (text) => (0,commands/* inert */.tJ)(redact(text));
    return {
        info: (text) => write(clean(text)),
        warn: (text, place) => write((0,commands/* annotation */.w7)('warning', clean(text), place)),
        error: (text, place) => write((0,commands/* annotation */.w7)('error', clean(text), place)),
        group: async (title, body) => {
            write(`::group::${(0,commands/* escapeCommandData */.V9)(clean(title))}`);
            try {
                return await body();
            }
            finally {
                write('::endgroup::');
            }
        },
    };
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/html.ts
var html = __webpack_require__(41620);
// EXTERNAL MODULE: ./packages/shared/src/evidence/likely-secrets.ts
var likely_secrets = __webpack_require__(95753);
// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/secrets.ts



const secrets_hidden = '***';
// Shorter texts are common words and numbers; hiding them would destroy what they stand in.
const shortest = 4;
// Real ones have 40 characters and more; a shorter one is a placeholder such as `test`.
const shortestCredential = 16;
const shortestPassword = 8;
// AWS_WEB_IDENTITY_TOKEN_FILE tells where a token is kept. Its value cannot tell: base64 may begin with a slash too.
const namesPlace = /_(?:FILE|PATH|DIR|URL|URI|ADDRESS|ENDPOINT)$/i;
/** @param announce tells the runner, which hides it in the log of the whole job */
function createSecrets(env, announce) {
    const forms = new Set();
    const announced = new Set();
    let longestFirst = [];
    const learn = (text) => {
        if (text.length < shortest)
            return;
        for (const form of formsOf(text))
            forms.add(form);
        longestFirst = [...forms].sort((a, b) => b.length - a.length);
    };
    const redact = (text) => longestFirst.reduce((rest, form) => rest.replaceAll(form, secrets_hidden), text);
    for (const credential of credentialsIn(env))
        learn(credential);
    return {
        mask: (secret) => {
            const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
            const whole = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortest);
            for (const line of whole.filter((one) => one !== '' && !announced.has(one))) {
                announced.add(line);
                announce(line);
            }
            learn(secret.trim());
            for (const line of lines)
                learn(line);
        },
        redact,
        redactDeep: (value) => deep(value, redact),
    };
}
/**
 * Credentials that the environment holds whether or not an action was given them: every variable whose name says so,
 * as AWS_SECRET_ACCESS_KEY, GITHUB_TOKEN or what a workflow calls its own, and the password of every address.
 */
function credentialsIn(env) {
    return Object.entries(env).flatMap(([name, value = '']) => {
        const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:([^\s@/]+)@/i.exec(value)?.[1] ?? '';
        const isPlace = namesPlace.test(name) || /^[a-z][a-z0-9+.-]*:\/\//i.test(value);
        const isCredential = (0,likely_secrets/* soundsSecret */.z)(name) && value.length >= shortestCredential && !isPlace;
        return [...(isCredential ? [value] : []), ...(password.length >= shortestPassword ? [password] : [])];
    });
}
function formsOf(text) {
    const bytes = Buffer.from(text);
    const hex = bytes.toString('hex');
    const encoded = text.length < shortestPassword ? [] : [hex, hex.toUpperCase(), ...base64Within(bytes)];
    return [
        text,
        JSON.stringify(text).slice(1, -1),
        encodeURIComponent(text),
        (0,markdown/* escapeMarkdown */.FV)(text),
        (0,html/* escapeHtml */.ZD)(text),
        bytes.toString('base64'),
        bytes.toString('base64url'),
        ...encoded,
    ];
}
/** How the bytes look inside a longer text in base64, wherever they begin: without the characters that neighbours share. */
function base64Within(bytes) {
    return [0, 1, 2].flatMap((before) => {
        const coded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const core = coded.slice(before === 0 ? 0 : before + 1).replace(/.=+$/, '');
        return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
function deep(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map((one) => deep(one, redact));
    if (typeof value !== 'object' || value === null || value instanceof Date)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), deep(one, redact)]));
}

// EXTERNAL MODULE: ./packages/shared/src/runtime/validate-inputs.ts
var validate_inputs = __webpack_require__(31036);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/perform.ts












/** Runs an action, or its post step, in the given world, and gives its exit code. */
async function perform(definition, body, options, world) {
    const { env, runner, now, cancellation } = world;
    const startedAt = now();
    const secrets = createSecrets(env, runner.setSecret);
    const isPost = runner.getState('isPost') === 'true';
    if (!isPost)
        runner.saveState('isPost', 'true');
    const prepared = await prepare(definition, world, secrets);
    const { run, input, mistakes } = prepared;
    if (isPost) {
        // The main part has told the mistakes already.
        if (input === undefined || !options.post)
            return 0;
        return afterwards(() => options.post?.(input, run), run);
    }
    const subject = run.config.project || definition.name;
    const outcome = input === undefined
        ? refuse(definition, mistakes, run)
        : await attempt(definition, subject, run, () => Promise.race([body(input, run), cancellation.graceOver]));
    const named = definition.subject === undefined ? undefined : prepared.values[definition.subject];
    return finish({ definition, run, secrets, startedAt, runner, subject: named === undefined ? undefined : String(named) }, outcome);
}
async function prepare(definition, { env, write, runner, now, cancellation }, secrets) {
    const github = gitHubRun(env);
    const paths = runPaths(env);
    const loaded = await (0,golive_file/* loadGoliveFile */.dP)(paths.config, external_node_path_default().relative(paths.workspace, paths.config).replaceAll('\\', '/'));
    const given = (0,read_inputs/* gather */.k)(definition, loaded, env);
    if (env[(0,read_inputs/* variableOf */.Q)('github-token')])
        secrets.mask(env[(0,read_inputs/* variableOf */.Q)('github-token')] ?? '');
    for (const secret of given.secrets)
        secrets.mask(secret);
    const wanted = env[(0,read_inputs/* variableOf */.Q)('config')]?.trim();
    const absent = { where: 'input config', message: `there is no file ${loaded.file}` };
    const { input, mistakes: wrong } = (0,validate_inputs/* validate */.t)(definition, loaded, given);
    const isMissed = wanted && wanted !== define_action/* commonInputs */.j$.parse({}).config && !loaded.exists;
    const mistakes = [...(isMissed ? [absent] : []), ...(0,golive_file/* checkGoliveFile */.lW)(loaded, definition.section), ...wrong];
    const config = (0,golive_file/* goliveFile */.V9)(loaded, { project: github.repository.split('/').at(-1) ?? '', region: regionOf(env) });
    const run = {
        action: definition.name,
        config,
        signal: cancellation.signal,
        aws: awsSettings(definition.name, config.region, env),
        github,
        log: createLog(write, secrets.redact),
        paths,
        state: { save: runner.saveState, get: runner.getState },
        now,
        sleep: cancellation.sleep,
        mask: secrets.mask,
        placeOf: (path) => {
            const { file, line } = (0,validate_inputs/* placeOf */.$)(loaded, given, path, true);
            return file === undefined || line === undefined ? undefined : { file, line };
        },
    };
    const valid = mistakes.length === 0 && input !== undefined;
    return { run, values: given.values, mistakes, ...(valid ? { input: input } : {}) };
}
async function attempt(definition, subject, run, body) {
    try {
        const report = await body();
        return { ...report, timeline: report.timeline ?? [] };
    }
    catch (error) {
        const known = error instanceof golive_error/* GoliveError */.N ? error : undefined;
        const broke = checkOfError(definition.name, subject, error, run.now().toISOString());
        if (!known && error instanceof Error && error.stack)
            await run.log.group('Where it happened', () => run.log.info(error.stack ?? ''));
        return {
            checks: [...(known?.checks ?? []), broke],
            outputs: known?.outputs ?? {},
            timeline: known?.timeline ?? [],
        };
    }
}
/** Every mistake at once, each an annotation on its line. */
function refuse({ name }, mistakes, run) {
    const at = run.now().toISOString();
    for (const { where, message, file, line } of mistakes)
        run.log.error(`${where}: ${message}`, { file, line });
    return {
        checks: mistakes.map(({ where, message }) => (0,check/* check */.z6)(`${name}.inputs`, where, 'fail', message, { source: 'golive.yml and inputs', at })),
        outputs: {},
        timeline: [],
        told: true,
    };
}
async function afterwards(post, run) {
    try {
        await post();
        return 0;
    }
    catch (error) {
        run.log.error(error instanceof golive_error/* GoliveError */.N ? (0,golive_error/* describeError */.U)(error) : explain(error));
        return 1;
    }
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 6 modules
var core = __webpack_require__(96251);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/runner.ts

/**
 * The runner that started this process. Where it gave no file for something, as outside GitHub, that is left out:
 * the toolkit would print outputs and state as commands that GitHub has disabled.
 */
const thisRunner = {
    setOutput: (name, value) => {
        if (process.env.GITHUB_OUTPUT)
            (0,core/* setOutput */.uH)(name, value);
    },
    saveState: (name, value) => {
        if (process.env.GITHUB_STATE)
            (0,core/* saveState */.LZ)(name, value);
    },
    getState: core/* getState */.Gu,
    setSecret: core/* setSecret */.Pq,
    appendSummary: async (markdown) => {
        if (process.env.GITHUB_STEP_SUMMARY)
            await core/* summary */.z.addRaw(fitting(markdown), true).write();
    },
};
// GitHub refuses a step's summary above 1 MiB.
const summaryLimit = 1024 * 1024 - 200;
/** The text, cut at a line when it is too long for a job summary. */
function fitting(text) {
    const bytes = Buffer.from(text);
    if (bytes.length <= summaryLimit)
        return text;
    const head = bytes.subarray(0, summaryLimit);
    return `${head.subarray(0, head.lastIndexOf('\n') + 1).toString()}\n\nCut here: GitHub shows at most 1 MiB. The evidence file has the rest.`;
}

;// CONCATENATED MODULE: ./packages/shared/src/runtime/run-action.ts



/**
 * Runs an action in this process: reads inputs and golive.yml, runs `body`, and in every case leaves evidence, job
 * summary, outputs and an exit code, 1 when the worst verdict is `inconclusive` or `fail` or something was thrown.
 */
async function runAction(definition, body, options = {}) {
    const cancellation = listenForCancellation();
    try {
        const write = (line) => void process.stdout.write(`${line}\n`);
        process.exitCode = await perform(definition, body, options, {
            env: process.env,
            write,
            runner: thisRunner,
            now: () => new Date(),
            cancellation,
        });
    }
    finally {
        cancellation.dispose();
    }
    // A connection that an action left open must not keep the job waiting; output is flushed long before.
    setTimeout(() => process.exit(), 1000).unref();
}


/***/ })

};
