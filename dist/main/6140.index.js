export const id = 6140;
export const ids = [6140];
export const modules = {

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
    return oldestFirst(await Promise.all((await jsonFiles(folder)).map(readEvidence)));
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

/***/ 87232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   pG: () => (/* binding */ trustedMarkdown),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export Markdown */
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18002);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4395);


/** Markdown whose every hole was escaped. Only `md`, `table` and `trustedMarkdown` make one. */
class Markdown extends _template_js__WEBPACK_IMPORTED_MODULE_1__/* .Markup */ .V {
}
const { tag, fill } = (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .k)(Markdown, escapeMarkdown);
/** Markdown with untrusted holes: ``md`**${name}** failed` `` cannot be turned into a link, a table or HTML by `name`. */
const md = tag;
/** A table; a line break in a cell becomes `<br>`. */
function table(head, rows) {
    const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return new Markdown([row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n'));
}
/** Text that the program itself wrote as Markdown. Never for anything that came from outside. */
function trustedMarkdown(text) {
    return new Markdown(text);
}
/** A fenced block that nothing in `text` can close. */
function codeBlock(text, language = '') {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    return new Markdown(`${fence}${language}\n${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text)}\n${fence}`);
}
/** Escapes everything that Markdown, GitHub's extensions (mentions, autolinks) or HTML would read as markup. */
function escapeMarkdown(text) {
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text)
        .replace(/&/g, '&amp;')
        .replace(/#(?=\d)/g, '&#35;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*_{}[\]()|~$]/g, '\\$&')
        .replace(/@/g, '&#64;')
        .replace(/:\/\//g, '&#58;//')
        .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`)
        .replace(/^(\s*)([#+-])/gm, '$1\\$2')
        .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
        .replace(/^(\s*)(=+)(\s*)$/gm, '$1\\$2$3');
}
function cell(hole) {
    const text = fill(hole)
        .trim()
        .replace(/\r\n|\r|\n/g, '<br>');
    // Only text was escaped by fill; a | in given Markdown would split the cell.
    return hole instanceof Markdown ? text.replace(/(?<!\\)\|/g, '\\|') : text;
}


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

/***/ 4395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ Markup),
/* harmony export */   k: () => (/* binding */ templateOf)
/* harmony export */ });
/** Text of one markup language, whose every hole was escaped. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
}
/** The tagged template of a language, and what it puts into one hole. */
function templateOf(Language, escapeText) {
    const fill = (hole) => {
        if (hole === null || hole === undefined)
            return '';
        if (hole instanceof Language)
            return hole.text;
        if (Array.isArray(hole))
            return hole.map(fill).join('');
        return escapeText(String(hole));
    };
    const tag = (strings, ...holes) => new Language(strings.map((text, index) => text + (index < holes.length ? fill(holes[index]) : '')).join(''));
    return { tag, fill };
}


/***/ }),

/***/ 66044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kq: () => (/* binding */ descriptionOf),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   j$: () => (/* binding */ commonInputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29396);

/** Inputs that every action has. */
const commonInputs = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    config: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default('golive.yml').describe('Path of golive.yml, relative to the workspace'),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default('.golive/evidence').describe('Folder that receives the evidence file'),
    'release-record': zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default('.golive/release-record.json').describe('Path of the release record'),
});
/** Checks a definition and gives it back with its exact type. Throws when a name or a description is missing. */
function defineAction(definition) {
    const { name, inputs, sectionAs, subject } = definition;
    const keys = Object.keys(inputs.shape);
    const problems = [
        ...keys
            .filter((key) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key))
            .map((key) => `input ${key} is not in kebab-case`),
        ...keys.filter((key) => key in commonInputs.shape).map((key) => `input ${key} is one that every action has`),
        ...keys.filter((key) => !descriptionOf(inputs.shape[key])).map((key) => `input ${key} has no description`),
        ...[sectionAs, subject]
            .filter((key) => key !== undefined && !keys.includes(key))
            .map((key) => `there is no input ${key}`),
    ];
    if (problems.length > 0)
        throw new TypeError(`action ${name}: ${problems.join('; ')}`);
    return definition;
}
/** The description of a schema, which zod keeps at the outermost place where it was given. */
function descriptionOf(schema) {
    if (schema === undefined)
        return undefined;
    const own = zod__WEBPACK_IMPORTED_MODULE_1__/* .globalRegistry */ .fd.get(schema)?.description;
    const { innerType } = schema._zod.def;
    return own ?? descriptionOf(innerType);
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

/***/ 61589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V9: () => (/* binding */ goliveFile),
/* harmony export */   dP: () => (/* binding */ loadGoliveFile),
/* harmony export */   lW: () => (/* binding */ checkGoliveFile),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony exports sectionNames, goliveFileSchema */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _mistake_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10220);




/** Sections of golive.yml that an action of this repository may own; an action adds its own. */
const sectionNames = [
    'images',
    'migrate',
    'rollout',
    'smoke',
    'dns',
    'sign-offs',
    'quality',
    'checklist',
    'dossier',
    'record',
    'rollback',
    'preflight',
    'terraform',
    'backup',
    'watch',
    'notify',
];
const image = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional().describe('Name of the ECR repository') });
/** The part of golive.yml that every action reads; each section is checked by the action that owns it. */
const goliveFileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    project: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).describe('Name of the project, for reports and the release record'),
    region: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).exactOptional().describe('AWS region; default: AWS_REGION'),
    images: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), image).exactOptional(),
});
/** Reads golive.yml; one that does not exist is empty. Mistakes are collected, never thrown. */
async function loadGoliveFile(absolute, file) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(absolute, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (text === undefined)
        return { file, exists: false, content: {}, mistakes: [], lineOf: () => 1 };
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_1__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, merge: true });
    const at = (offset) => lines.linePos(offset).line;
    const lineOf = (path, ofKey = false) => at(offsetOf(document, path, ofKey));
    const mistakes = document.errors.map((error) => {
        const line = at(error.pos[0]);
        return { where: `${file}:${line}`, message: error.message, file, line };
    });
    if (mistakes.length > 0)
        return { file, exists: true, content: {}, mistakes, lineOf };
    const content = document.toJS() ?? {};
    if (!isRecord(content)) {
        const mistake = { where: `${file}:1`, message: 'expected a map of sections', file, line: 1 };
        return { file, exists: true, content: {}, mistakes: [mistake], lineOf };
    }
    return { file, exists: true, content, mistakes, lineOf };
}
/** Checks what all actions share, and that no section is misspelt; `own` is the section of the action that asks. */
function checkGoliveFile(loaded, own) {
    if (!loaded.exists || loaded.mistakes.length > 0)
        return [...loaded.mistakes];
    const { file, content, lineOf } = loaded;
    const known = [...new Set([...Object.keys(goliveFileSchema.shape), ...sectionNames, ...(own ? [own] : [])])];
    const misspelt = Object.keys(content)
        .filter((key) => !known.includes(key) && !key.startsWith('x-'))
        .map((key) => {
        const line = lineOf([key], true);
        return {
            where: `${file}:${line} ${key}`,
            message: `there is no such section${(0,_mistake_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(key, known)}`,
            file,
            line,
        };
    });
    const shared = own === 'images' ? goliveFileSchema.omit({ images: true }) : goliveFileSchema;
    const issues = shared.safeParse(content).error?.issues ?? [];
    const wrong = issues.map((issue) => {
        const path = issue.path;
        const line = lineOf(path);
        const missing = issue.code === 'invalid_type' && path.length === 1 && !(String(path[0]) in content);
        return { where: `${file}:${line} ${path.join('.')}`, message: missing ? 'is missing' : issue.message, file, line };
    });
    return [...misspelt, ...wrong];
}
/** What actions get of golive.yml, with the defaults of a repository that has none. */
function goliveFile(loaded, defaults) {
    const given = goliveFileSchema.partial().safeParse(loaded.content).data ?? {};
    return {
        ...loaded.content,
        project: given.project ?? defaults.project,
        region: given.region ?? defaults.region,
        images: given.images ?? {},
    };
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function offsetOf(document, path, ofKey) {
    let node = document.contents;
    let offset = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? 0) : 0;
    for (const [depth, key] of path.entries()) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isCollection */ .P3)(node))
            break;
        const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(node)
            ? node.items.find((item) => String((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(item.key) ? item.key.value : item.key) === String(key))
            : undefined;
        // A key that is a number in YAML is text once the file is read.
        const next = pair ? pair.value : node.get(key, true);
        if (pair && (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isNode */ .Ll)(pair.key))
            offset = pair.key.range?.[0] ?? offset;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isNode */ .Ll)(next))
            break;
        // A map or a list under a key begins on the next line, but people look for the key.
        if (!(ofKey && depth === path.length - 1) && ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(next) || !pair))
            offset = next.range?.[0] ?? offset;
        node = next;
    }
    return offset;
}


/***/ }),

/***/ 10220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ dotted),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/** `services.api.containers[0]`. */
function dotted(path) {
    return path.reduce((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key), '');
}
/** `; did you mean cluster?`, or which there are, when that is a short list. */
function suggestion(given, known) {
    const [best] = known
        .map((name) => ({ name, away: distance(given.toLowerCase(), name.toLowerCase()) }))
        .sort((a, b) => a.away - b.away);
    if (best && best.away <= Math.max(1, Math.floor(best.name.length / 3)))
        return `; did you mean ${best.name}?`;
    return known.length > 0 && known.length <= 16 ? `; there are ${known.join(', ')}` : '';
}
// Levenshtein's distance, row by row.
function distance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [row, letter] of [...a].entries()) {
        const next = [row + 1];
        for (const [column, other] of [...b].entries())
            next.push(Math.min((next[column] ?? 0) + 1, (previous[column + 1] ?? 0) + 1, (previous[column] ?? 0) + (letter === other ? 0 : 1)));
        previous = next;
    }
    return previous.at(-1) ?? 0;
}


/***/ }),

/***/ 96393:
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
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(29396);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-file.ts
var golive_file = __webpack_require__(61589);
// EXTERNAL MODULE: ./packages/shared/src/runtime/mistake.ts
var mistake = __webpack_require__(10220);
// EXTERNAL MODULE: ./packages/shared/src/runtime/schema-shape.ts
var schema_shape = __webpack_require__(88677);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/read-inputs.ts






/** The variable in which the runner passes an input: upper case, spaces to underscores, hyphens kept. */
function variableOf(input) {
    return `INPUT_${input.replace(/ /g, '_').toUpperCase()}`;
}
/** Gathers the inputs of the workflow and the action's section of golive.yml; a non-empty input wins. */
function gather(definition, loaded, env) {
    const { shape } = definition.inputs;
    const values = {};
    const places = new Map();
    const mistakes = [];
    const secrets = [];
    takeSection(definition, loaded, values, places, mistakes);
    for (const [name, schema] of Object.entries(shape)) {
        const text = env[variableOf(name)]?.trim() ?? '';
        if (text === '')
            continue;
        if ((0,schema_shape/* isSecret */.$f)(schema, metaOf))
            secrets.push(text);
        places.set(name, undefined);
        try {
            values[name] = parseInput(schema, text);
        }
        catch {
            // The parser's own message quotes the text, which may be a secret.
            delete values[name];
            mistakes.push({ where: `input ${name}`, message: 'is not valid YAML' });
        }
    }
    const known = Object.keys({ ...define_action/* commonInputs */.j$.shape, ...shape });
    for (const variable of Object.keys(env).filter((name) => name.startsWith('INPUT_'))) {
        if (known.some((name) => variableOf(name) === variable))
            continue;
        const name = variable.slice('INPUT_'.length).toLowerCase();
        mistakes.push({
            where: `input ${name}`,
            message: `${definition.name} has no such input${(0,mistake/* suggestion */.h)(name, known)}`,
        });
    }
    for (const [name, schema] of Object.entries(shape))
        secrets.push(...secretsIn(schema, values[name]));
    return { values, places, mistakes, secrets };
}
function takeSection(definition, { content, file, lineOf }, values, places, mistakes) {
    const { section, sectionAs, inputs, name } = definition;
    const said = section === null ? undefined : content[section];
    if (section === null || said === undefined || said === null)
        return;
    const whole = sectionAs === undefined ? undefined : inputs.shape[sectionAs];
    // A list may stand alone under its section, or beside the action's other keys.
    if (sectionAs !== undefined && whole && !((0,schema_shape/* isList */.Lv)(whole) && (0,golive_file/* isRecord */.u4)(said))) {
        values[sectionAs] = said;
        places.set(sectionAs, [section]);
        return;
    }
    const line = lineOf([section]);
    if (!(0,golive_file/* isRecord */.u4)(said)) {
        mistakes.push({ where: `${file}:${line} ${section}`, message: 'expected a map of settings', file, line });
        return;
    }
    for (const [key, value] of Object.entries(said)) {
        const at = lineOf([section, key], true);
        const message = `${name} has no such setting${(0,mistake/* suggestion */.h)(key, Object.keys(inputs.shape))}`;
        if (!(key in inputs.shape))
            mistakes.push({ where: `${file}:${at} ${section}.${key}`, message, file, line: at });
        else if (value !== null && value !== undefined) {
            values[key] = value;
            places.set(key, [section, key]);
        }
    }
}
function parseInput(schema, text) {
    if ((0,schema_shape/* isText */.KH)(schema))
        return text;
    const document = (0,dist/* parseDocument */.Tp)(text, { prettyErrors: false });
    const value = document.errors.length > 0 ? undefined : document.toJS();
    // Lists are commonly given one a line, and globs such as *.yml are no YAML.
    if ((0,schema_shape/* isList */.Lv)(schema) && !Array.isArray(value) && !(0,golive_file/* isRecord */.u4)(value) && !/^(\[|\{|- )/.test(text))
        return text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean);
    if (document.errors.length > 0)
        throw new SyntaxError('not YAML');
    return value;
}
function secretsIn(schema, value) {
    if ((0,schema_shape/* isSecret */.$f)(schema, metaOf))
        return texts(value);
    if (typeof value !== 'object' || value === null)
        return [];
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return entries.flatMap(([key, one]) => {
        const child = (0,schema_shape/* childOf */.GG)(schema, key);
        return child ? secretsIn(child, one) : [];
    });
}
function texts(value) {
    if (typeof value === 'object' && value !== null)
        return Object.values(value).flatMap(texts);
    return value === undefined || value === null ? [] : [String(value)];
}
const metaOf = (schema) => registries/* globalRegistry */.fd.get(schema);

;// CONCATENATED MODULE: ./packages/shared/src/runtime/environment.ts


/** The workflow run, from the variables of the runner. */
function gitHubRun(env) {
    const token = env[variableOf('github-token')]?.trim() || env.GITHUB_TOKEN;
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
    const at = (input, fallback) => external_node_path_default().resolve(workspace, env[variableOf(input)]?.trim() || fallback);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./packages/shared/src/runtime/validate-inputs.ts




/** Validates what was gathered: every mistake with its place, or the values. */
function validate(definition, loaded, given) {
    const mistakes = [...given.mistakes];
    const told = new Set();
    const tell = (path, message, ofKey = false) => {
        const place = placeOf(loaded, given, path, ofKey);
        if (told.has(`${place.where}: ${message}`))
            return;
        told.add(`${place.where}: ${message}`);
        mistakes.push({ ...place, message });
    };
    for (const [name, schema] of Object.entries(definition.inputs.shape))
        for (const { path, message } of misspeltKeys(schema, given.values[name], [name]))
            tell(path, message, true);
    const parsed = definition.inputs.safeParse(given.values);
    for (const issue of parsed.error?.issues ?? []) {
        const path = issue.path;
        if (issue.code === 'unrecognized_keys') {
            const known = (0,schema_shape/* keysOf */.YD)(path.reduce((at, key) => at && (0,schema_shape/* childOf */.GG)(at, key), definition.inputs) ?? schemas/* any */.bzn());
            for (const key of issue.keys)
                tell([...path, key], `there is no such key${(0,mistake/* suggestion */.h)(key, known ?? [])}`, true);
        }
        else if (path.length === 1 && valueAt(given.values, path) === undefined) {
            // An input that could not be read at all was told already.
            if (!given.mistakes.some(({ where }) => where === `input ${path[0]}`))
                tell(path, missing(definition, String(path[0])));
        }
        else
            tell(path, valueAt(given.values, path) === undefined ? 'is missing' : messageOf(issue));
    }
    return mistakes.length === 0 && parsed.success ? { input: parsed.data, mistakes } : { mistakes };
}
/** Where the value of an input stands: its place in golive.yml, or the input's name. */
function placeOf(loaded, given, path, ofKey) {
    const [name = '', ...rest] = path;
    const from = given.places.get(String(name));
    if (from === undefined)
        return { where: `input ${(0,mistake/* dotted */.B)(path)}` };
    const full = [...from, ...rest];
    const line = loaded.lineOf(full, ofKey);
    return { where: `${loaded.file}:${line} ${(0,mistake/* dotted */.B)(full)}`, file: loaded.file, line };
}
function missing({ section, sectionAs, inputs }, name) {
    const key = section === null ? undefined : sectionAs === name ? section : sectionAs ? undefined : `${section}.${name}`;
    const description = (0,define_action/* descriptionOf */.Kq)(inputs.shape[name]);
    return `is missing (${description?.replace(/\.$/, '')}); give it as an input${key ? `, or as ${key} in golive.yml` : ''}`;
}
function misspeltKeys(schema, value, path) {
    if (typeof value !== 'object' || value === null)
        return [];
    const known = Array.isArray(value) ? undefined : (0,schema_shape/* keysOf */.YD)(schema);
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return entries.flatMap(([key, one]) => {
        if (known && !known.includes(String(key)))
            return [{ path: [...path, key], message: `there is no such key${(0,mistake/* suggestion */.h)(String(key), known)}` }];
        const child = (0,schema_shape/* childOf */.GG)(schema, key);
        return child ? misspeltKeys(child, one, [...path, key]) : [];
    });
}
function messageOf(issue) {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0)
        return issue.message;
    return [...new Set(issue.errors.map((branch) => branch.map(({ message }) => message).join(', ')))].join(', or ');
}
const valueAt = (value, path) => path.reduce((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);

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
    const given = gather(definition, loaded, env);
    if (env[variableOf('github-token')])
        secrets.mask(env[variableOf('github-token')] ?? '');
    for (const secret of given.secrets)
        secrets.mask(secret);
    const wanted = env[variableOf('config')]?.trim();
    const absent = { where: 'input config', message: `there is no file ${loaded.file}` };
    const { input, mistakes: wrong } = validate(definition, loaded, given);
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
            const { file, line } = placeOf(loaded, given, path, true);
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


/***/ }),

/***/ 88677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   YD: () => (/* binding */ keysOf)
/* harmony export */ });
/* unused harmony export coreOf */
const partsOf = (schema) => schema._zod.def;
/** The schema that sees the text first, below optional, default, transforms and the like. */
function coreOf(schema) {
    const { innerType, in: first, getter, type } = partsOf(schema);
    const inner = innerType ?? (type === 'pipe' ? first : undefined) ?? getter?.();
    return inner ? coreOf(inner) : schema;
}
/** Whether the value is written as plain text, so that an input's text is taken as it is. */
function isText(schema) {
    const { type, values } = partsOf(coreOf(schema));
    return (['string', 'enum', 'template_literal'].includes(type) ||
        (type === 'literal' && (values ?? []).every((one) => typeof one === 'string')));
}
/** Whether the value is a list. */
function isList(schema) {
    return partsOf(coreOf(schema)).type === 'array';
}
/** The schema of one key of a map or one element of a list; undefined when there is none. */
function childOf(schema, key) {
    const { type, shape, element, valueType, catchall } = partsOf(coreOf(schema));
    if (type === 'object')
        return shape?.[key] ?? catchall;
    return type === 'array' ? element : type === 'record' ? valueType : undefined;
}
/** The keys that a map may have; undefined when any is allowed, or when it is no map. */
function keysOf(schema) {
    const { type, shape, catchall } = partsOf(coreOf(schema));
    if (type !== 'object' || !shape || (catchall && partsOf(catchall).type !== 'never'))
        return undefined;
    return Object.keys(shape);
}
/** Whether `meta({ secret: true })` was said of the schema, at any place of the chain. */
function isSecret(schema, metaOf) {
    if (metaOf(schema)?.secret === true)
        return true;
    const { innerType, in: first, out, type } = partsOf(schema);
    return [innerType, ...(type === 'pipe' ? [first, out] : [])].some((inner) => inner !== undefined && isSecret(inner, metaOf));
}


/***/ })

};
