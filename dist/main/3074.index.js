export const id = 3074;
export const ids = [3074];
export const modules = {

/***/ 19850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command_command)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(961);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
// EXTERNAL MODULE: ./packages/shared/src/runtime/command.ts
var command = __webpack_require__(95089);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./actions/dossier/src/dossier.ts + 1 modules
var src_dossier = __webpack_require__(72741);
// EXTERNAL MODULE: ./actions/dossier/src/plan.ts + 4 modules
var plan = __webpack_require__(90790);
// EXTERNAL MODULE: ./actions/dossier/src/seal/unseal.ts
var unseal = __webpack_require__(70949);
// EXTERNAL MODULE: ./actions/dossier/src/verify/read.ts
var read = __webpack_require__(47279);
// EXTERNAL MODULE: ./packages/shared/src/values/canonical-json.ts
var canonical_json = __webpack_require__(56655);
;// CONCATENATED MODULE: ./actions/dossier/src/diff/compare.ts

const subjects = [
    'release',
    'boxes',
    'facts',
    'images',
    'task-definitions',
    'signatures',
    'relaxations',
    'waivers',
    'checklist',
];
/** From `a` to `b`. */
function compare(a, b) {
    return {
        release: between(release(a), release(b)),
        boxes: between(boxes(a), boxes(b)),
        facts: between(facts(a), facts(b)),
        images: between(compare_images(a), compare_images(b)),
        'task-definitions': between(taskDefinitions(a), taskDefinitions(b)),
        signatures: between(signatures(a), signatures(b)),
        relaxations: between(relaxations(a), relaxations(b)),
        waivers: between(waivers(a), waivers(b)),
        checklist: between(asked(a), asked(b)),
    };
}
function isSame(difference) {
    return subjects.every((subject) => subject === 'release' || difference[subject].length === 0);
}
function between(a, b) {
    return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
        const [from, to] = [a.get(name), b.get(name)];
        if (from?.value === to?.value)
            return [];
        const because = to?.because ?? from?.because;
        return {
            name,
            ...(from === undefined ? {} : { from: from.value }),
            ...(to === undefined ? {} : { to: to.value }),
            ...(because === undefined ? {} : { because }),
        };
    });
}
function tableOf(rows) {
    return new Map([...rows].map(([name, value, because]) => [name, because === undefined ? { value } : { value, because }]));
}
function release({ dossier }) {
    const { release, commit, verdict, why, readiness } = dossier;
    const { closed, total } = readiness.all;
    return tableOf([
        ['tag', release],
        ['commit', commit],
        ['verdict', verdict, why],
        ['boxes closed', `${closed} of ${total}`],
    ]);
}
function boxes({ dossier }) {
    return tableOf(dossier.steps.flatMap(({ boxes, due }) => boxes.map(({ box, text, state, because }) => [`${box} ${text}`, state === 'open' && !due ? 'later' : state, because])));
}
/** What was measured, of whom; several measurements of the same are told together, in their order. */
function facts({ checks }) {
    const measured = checks.filter(({ check, action }) => check.measured !== undefined && !isToldElsewhere(action, check));
    const groups = Map.groupBy(measured, ({ check }) => `${check.id} ${check.subject}`.trim());
    return tableOf([...groups].map(([name, group]) => {
        const values = group.map(({ check }) => shown(check.measured));
        return [name, values.join(', '), group.at(-1)?.check.because];
    }));
}
function isToldElsewhere(action, { id }) {
    return action === 'sign-off' || id === 'rollout.deployed' || id === 'images.digest-proven';
}
function compare_images({ dossier }) {
    return tableOf(dossier.images.map(({ name, reference }) => [name, reference]));
}
/** What each service was left with, as the rollout measured it. */
function taskDefinitions({ checks }) {
    const deployed = checks.filter(({ check }) => check.id === 'rollout.deployed' && check.measured !== undefined);
    return tableOf(deployed.map(({ check }) => [check.subject, shown(check.measured), check.because]));
}
function signatures({ dossier }) {
    return tableOf(dossier.signatures.map(({ role, state, by, because }) => [
        role,
        by === undefined ? state : `${state} by ${by}`,
        because,
    ]));
}
function relaxations({ dossier }) {
    return tableOf(dossier.relaxations.map(({ name, because }) => [name, 'relaxed', because]));
}
function waivers({ dossier }) {
    return tableOf(dossier.checklist.waivers.map(({ box, owner, reason, until }) => [`box ${box}`, `${owner} until ${until}`, reason]));
}
function asked({ dossier }) {
    const { digest, removed } = dossier.checklist;
    return tableOf([
        ['digest', digest],
        ...removed.map(({ box, text, reason }) => [`box ${box} ${text}`, 'taken out', reason]),
    ]);
}
function shown(measured) {
    return typeof measured === 'string' ? measured : (0,canonical_json/* canonicalJson */.d)(measured);
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/commands.ts
var commands = __webpack_require__(18207);
;// CONCATENATED MODULE: ./actions/dossier/src/diff/tell.ts


const headings = {
    release: 'Release',
    boxes: 'Boxes whose state changed',
    facts: 'Facts that were measured anew',
    images: 'Images',
    'task-definitions': 'Task definitions',
    signatures: 'Signatures',
    relaxations: 'Relaxed rules',
    waivers: 'Waivers',
    checklist: 'The checklist itself',
};
/** A difference for people: one heading for each kind of thing, one line for each thing. */
function tell(difference) {
    const parts = subjects
        .filter((subject) => difference[subject].length > 0)
        .map((subject) => [headings[subject], ...difference[subject].map(line)].join('\n'));
    if (isSame(difference))
        parts.push('Boxes, facts, images, task definitions, signatures and waivers are the same.');
    return (0,commands/* inert */.tJ)(parts.join('\n\n'));
}
function line({ name, from, to, because }) {
    const said = because === undefined ? '' : ` (${because})`;
    if (from === undefined)
        return `  + ${name}: ${tell_short(to)}${said}`;
    if (to === undefined)
        return `  - ${name}: ${tell_short(from)}${said}`;
    return `  ~ ${name}: ${tell_short(from)} -> ${tell_short(to)}${said}`;
}
/** A measurement may be a whole list; --json has all of it. */
function tell_short(text = '') {
    return text.length <= 200 ? text : `${text.slice(0, 200).toWellFormed()}…`;
}

;// CONCATENATED MODULE: ./actions/dossier/src/diff/command.ts











const command_command = {
    usage: `usage: golive diff A B [--json]

What changed from the release of dossier A to that of B: boxes in another state, facts that were measured anew, images,
task definitions, signatures, relaxed rules, waivers, and the checklist itself.

  A, B    the folder that holds dossier.json, or dossier.json alone
  --json  each kind of thing with [{ name, from, to, because }] on standard output

It believes both dossiers: ask golive verify first whether they are as they were written.
Exit code: 0 they were compared, 1 one of them is no dossier, 2 there is nothing to compare.`,
    run: async (args, { out, cwd }) => {
        const { positionals, values } = (0,external_node_util_.parseArgs)({
            args: [...args],
            allowPositionals: true,
            options: { json: { type: 'boolean', default: false } },
        });
        const [a, b] = positionals;
        if (a === undefined || b === undefined || positionals.length > 2)
            throw new command/* UsageError */.e('give two dossiers, A and B');
        const difference = compare(await command_read((0,external_node_path_.resolve)(cwd, a)), await command_read((0,external_node_path_.resolve)(cwd, b)));
        out(values.json ? JSON.stringify(difference, undefined, 2) : tell(difference));
        return 0;
    },
};
async function command_read(path) {
    const { json } = await (0,read/* readDossier */.Y)(path);
    try {
        const dossier = src_dossier/* dossierSchema */.jX.parse(JSON.parse(json.toString()));
        const { material } = (0,unseal/* unseal */.D)(dossier.sealed);
        const evidence = (0,plan/* evidenceOfRelease */.WF)(material);
        return { dossier, checks: evidence.flatMap(({ action, checks }) => checks.map((check) => ({ action, check }))) };
    }
    catch (cause) {
        const why = cause instanceof errors/* ZodError */.G ? core_errors/* prettifyError */.S1(cause) : String(cause);
        throw new golive_error/* GoliveError */.N('DIFF_NO_DOSSIER', `${path} holds no dossier: ${why}`, {
            hint: 'golive verify says what is wrong with it',
            cause,
        });
    }
}


/***/ }),

/***/ 47279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readDossier)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _shared_runtime_command__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95089);



const own = [
    'dossier.json',
    'dossier.md',
    'dossier.html',
    'dossier.junit.xml',
    'dossier.intoto.json',
    'dossier.predicate.json',
    'dossier.subjects.txt',
];
/** A dossier by its folder, or by its dossier.json alone. Throws a UsageError when there is none. */
async function readDossier(path) {
    const kind = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (kind === undefined)
        throw new _shared_runtime_command__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${path} does not exist`);
    if (kind.isFile())
        return { json: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path) };
    const files = new Map();
    for (const name of own) {
        const content = await readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name));
        if (content !== undefined)
            files.set(name, content);
    }
    const json = files.get('dossier.json');
    if (json === undefined)
        throw new _shared_runtime_command__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`there is no dossier.json in ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)}`);
    const [evidence, record] = [
        await readEvidence((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'evidence')),
        await readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'release-record.json')),
    ];
    return { json, files, ...(evidence ? { evidence } : {}), ...(record ? { record } : {}) };
}
async function readEvidence(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
    if (entries === undefined)
        return undefined;
    // What does not end so is no evidence, and the dossier has not looked at it either.
    const paths = entries
        .filter(({ name }) => name.endsWith('.json'))
        .map(({ parentPath, name }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parentPath, name));
    const files = await Promise.all(paths.map(async (path) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path).replaceAll('\\', '/'), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path)]));
    return new Map(files);
}
async function readIfThere(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch(ignoreMissing);
}
function ignoreMissing(error) {
    if (error.code !== 'ENOENT')
        throw error;
    return undefined;
}


/***/ }),

/***/ 90209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   _U: () => (/* binding */ checkSchema),
/* harmony export */   rY: () => (/* binding */ verdicts),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** From best to worst; `inconclusive` means "could not find out" and counts as a failure at a gate. */
const verdicts = ['pass', 'warn', 'skipped', 'inconclusive', 'fail'];
/** One measured fact about one subject. */
const checkSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe('Stable name of what was asked, such as images.no-critical-vulnerabilities'),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What it is about: a service, an image, a record'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(verdicts),
    because: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('One sentence, with the numbers in it'),
    measured: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional(),
    expected: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional(),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('The call or the tool that was asked'),
    at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('When it was measured, ISO 8601'),
    place: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(1) })
        .exactOptional()
        .describe('The line of the repository that it is about'),
});
/** The worst of several verdicts; of none at all `skipped`, since nothing was measured. */
function worst(all) {
    let rank = -1;
    for (const verdict of all)
        rank = Math.max(rank, verdicts.indexOf(verdict));
    return rank < 0 ? 'skipped' : (verdicts[rank] ?? 'fail');
}
/** Whether a gate stays shut on this verdict. */
function isFailure(verdict) {
    return verdict === 'inconclusive' || verdict === 'fail';
}
/** A check, in the order in which it is said. */
function check(id, subject, verdict, because, more) {
    return { id, subject, verdict, because, ...more };
}


/***/ }),

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

/***/ 18002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

/** Text without terminal sequences, control characters (line breaks and tabs stay) and marks that reorder what is read. */
function printable(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(/(?![\t\n\r])\p{Cc}|\p{Bidi_Control}/gu, '');
}


/***/ })

};
