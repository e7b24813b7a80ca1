export const id = 6709;
export const ids = [6709];
export const modules = {

/***/ 41981:
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
// EXTERNAL MODULE: ./packages/shared/src/evidence/commands.ts
var commands = __webpack_require__(18207);
// EXTERNAL MODULE: ./packages/shared/src/runtime/command.ts
var command = __webpack_require__(95089);
// EXTERNAL MODULE: ./actions/dossier/src/verify/read.ts
var read = __webpack_require__(47279);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(37428);
// EXTERNAL MODULE: ./actions/dossier/src/dossier.ts + 1 modules
var dossier = __webpack_require__(72741);
// EXTERNAL MODULE: ./actions/dossier/src/files.ts + 6 modules
var src_files = __webpack_require__(99517);
// EXTERNAL MODULE: ./actions/dossier/src/plan.ts + 4 modules
var plan = __webpack_require__(90790);
// EXTERNAL MODULE: ./actions/dossier/src/seal/pack.ts
var pack = __webpack_require__(52970);
// EXTERNAL MODULE: ./actions/dossier/src/seal/unseal.ts
var unseal = __webpack_require__(70949);
// EXTERNAL MODULE: ./actions/dossier/src/statement.ts
var src_statement = __webpack_require__(70700);
;// CONCATENATED MODULE: ./actions/dossier/src/verify/finding.ts
/** Where two files begin to differ, from 0; undefined when they are equal. */
function firstDifference(a, b) {
    if (a.equals(b))
        return undefined;
    const shared = Math.min(a.length, b.length);
    for (let at = 0; at < shared; at++)
        if (a[at] !== b[at])
            return at;
    return shared;
}
/** A file beside what it has to be; undefined when it is that. */
function differs(file, found, wanted) {
    const offset = firstDifference(found, wanted);
    if (offset === undefined)
        return undefined;
    const lengths = found.length === wanted.length ? '' : ` (it has ${found.length} bytes, and had ${wanted.length})`;
    return { file, offset, what: `${at(found, offset)} where ${at(wanted, offset)} was written${lengths}` };
}
function at(content, offset) {
    const byte = content[offset];
    if (byte === undefined)
        return 'the end';
    const hex = `0x${byte.toString(16).padStart(2, '0')}`;
    return byte > 0x20 && byte < 0x7f ? `${hex} (${String.fromCharCode(byte)})` : hex;
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/evidence-file.ts
var evidence_file = __webpack_require__(27071);
// EXTERNAL MODULE: ./actions/dossier/src/seal/chain.ts
var chain = __webpack_require__(99518);
;// CONCATENATED MODULE: ./actions/dossier/src/verify/sealed-copies.ts




const file = 'dossier.json';
/** What is wrong with the copies in a dossier and their chain, by themselves. */
function findInSeal(sealed) {
    const copies = [
        ['the checklist', sealed.checklist],
        ['the release record', sealed.record],
        ...sealed.evidence.map((entry) => [`evidence/${entry.name}`, entry]),
    ];
    const broken = copies.flatMap(([what, copy]) => (copy === undefined ? [] : brokenCopy(what, copy)));
    return [...broken, ...brokenLinks(sealed), ...(broken.length > 0 ? [] : brokenEvidenceChain(sealed))];
}
/** The bytes of a copy; undefined when it holds none. */
function contentOf(copy) {
    try {
        return (0,pack/* unpack */.l1)(copy.copy, copy.bytes);
    }
    catch {
        return undefined;
    }
}
function brokenCopy(what, copy) {
    const content = contentOf(copy);
    if (content === undefined)
        return [{ file, what: `the copy of ${what} cannot be unpacked` }];
    if (content.length !== copy.bytes)
        return [{ file, what: `the copy of ${what} has ${content.length} bytes, and is said to have ${copy.bytes}` }];
    if ((0,pack/* sha256 */.sc)(content) !== copy.sha256)
        return [
            { file, what: `the copy of ${what} has the SHA-256 ${(0,pack/* sha256 */.sc)(content)}, and is said to have ${copy.sha256}` },
        ];
    return [];
}
function brokenLinks({ evidence }) {
    const at = evidence.findIndex((entry, index) => entry.previous !== (evidence[index - 1]?.link ?? null) || entry.link !== (0,chain/* linkOf */.I)(entry));
    const entry = evidence[at];
    if (entry === undefined)
        return [];
    return [{ file, what: `the chain is broken at evidence/${entry.name}, link ${at + 1} of ${evidence.length}` }];
}
/** Each action names the file that it found before its own: one that was changed before it was sealed shows here. */
function brokenEvidenceChain(sealed) {
    const { problems } = (0,evidence_file/* verifyChain */.H5)((0,unseal/* unseal */.D)(sealed).files);
    return problems.map((what) => ({ file: 'evidence', what: `the evidence was broken when it was sealed: ${what}` }));
}
/** The same seal with every copy packed anew, as this program packs. */
function repacked(sealed) {
    const again = (copy) => {
        const content = contentOf(copy);
        return content === undefined ? copy : { ...copy, copy: (0,pack/* pack */.qq)(content) };
    };
    return {
        ...sealed,
        checklist: again(sealed.checklist),
        ...(sealed.record === undefined ? {} : { record: again(sealed.record) }),
        evidence: sealed.evidence.map(again),
    };
}

;// CONCATENATED MODULE: ./actions/dossier/src/verify/statement-files.ts




const own = 'dossier.intoto.json';
/**
 * The dossier's own files against the statement that names them. `dossier` is what the evidence comes to: where a file
 * is not the one that the statement names, it tells which of the two is off, and where.
 */
function findInFiles(found, dossier) {
    const text = found.get(own);
    if (text === undefined)
        return [missing(own)];
    const rendered = (0,src_files/* renderings */.AX)(dossier);
    const statement = parse(text);
    if (statement === undefined)
        return [differsFromRendered(text, dossier, rendered)];
    const listed = new Map(statement.predicate.files.map((one) => [one.name, one]));
    const files = [...rendered].flatMap(([name, wanted]) => findInFile(name, found.get(name), Buffer.from(wanted), listed.get(name)));
    return [...files, ...findInStatement(found, text, statement, dossier)];
}
function findInFile(name, found, wanted, listed) {
    if (found === undefined)
        return [missing(name)];
    if (listed === undefined)
        return [{ file: own, what: `does not name ${name}` }];
    const hash = (0,pack/* sha256 */.sc)(found);
    if (hash === listed.sha256 && found.length === listed.bytes)
        return [];
    const off = differs(name, found, wanted);
    if (off !== undefined && (0,pack/* sha256 */.sc)(wanted) === listed.sha256)
        return [off];
    if (off === undefined)
        return [{ file: own, what: `names another ${name} than the evidence comes to` }];
    return [{ file: name, what: `has the SHA-256 ${hash}, and ${own} names ${listed.sha256}` }];
}
/** The statement by itself, and its two parts, which have to say the same. */
function findInStatement(found, text, statement, dossier) {
    const wanted = (0,src_files/* statementFiles */.Fc)((0,src_statement/* statementOf */.T8)(dossier, statement.predicate.files));
    return [...wanted].flatMap(([name, says]) => {
        const content = name === own ? text : found.get(name);
        if (content === undefined)
            return [missing(name)];
        return differs(name, content, Buffer.from(says)) ?? [];
    });
}
function differsFromRendered(text, dossier, rendered) {
    const wanted = (0,src_files/* statementFiles */.Fc)((0,src_statement/* statementOf */.T8)(dossier, (0,src_files/* stated */.Eo)(rendered))).get(own) ?? '';
    return differs(own, text, Buffer.from(wanted)) ?? { file: own, what: 'is no statement' };
}
function parse(text) {
    try {
        return src_statement/* statementSchema */.t.safeParse(JSON.parse(text.toString())).data;
    }
    catch {
        return undefined;
    }
}
const missing = (file) => ({ file, what: 'is missing' });

;// CONCATENATED MODULE: ./actions/dossier/src/verify/verify.ts










/** Compares everything with everything: files with their copies, copies with their chain, the rest with what they come to. */
function verify(found) {
    const read = readDossier(found.json);
    if ('finding' in read)
        return { findings: [read.finding] };
    const { dossier } = read;
    const { sealed } = dossier;
    const findings = [...findInEvidence(found, sealed), ...findInSeal(sealed)];
    const computed = compute(sealed);
    if (computed === undefined) {
        const what = 'what is sealed in it comes to no dossier';
        return { dossier, findings: findings.length > 0 ? findings : [{ file: 'dossier.json', what }] };
    }
    const off = findInJson(found, computed);
    return {
        dossier,
        findings: [...findings, ...off, ...(found.files === undefined ? [] : findInFiles(found.files, computed))],
    };
}
function readDossier(json) {
    const file = 'dossier.json';
    let content;
    try {
        content = JSON.parse(json.toString());
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return { finding: { file, what: `is no JSON: ${why}` } };
    }
    const { data, error } = dossier/* dossierSchema */.jX.safeParse(content);
    return data ? { dossier: data } : { finding: { file, what: `is no dossier: ${errors/* prettifyError */.S1(error)}` } };
}
function compute(sealed) {
    try {
        return { ...(0,plan/* plan */.et)((0,unseal/* unseal */.D)(sealed).material), sealed };
    }
    catch {
        return undefined;
    }
}
/** Verdict, tally and all the rest, computed anew from the evidence, beside what dossier.json says. */
function findInJson({ json, files }, computed) {
    const text = (dossier) => Buffer.from((0,src_files/* dossierText */.B8)(dossier));
    const off = differs('dossier.json', json, text(computed));
    if (off !== undefined)
        return [off];
    // Two texts can unpack to the same bytes: which of them was written, the statement knows.
    const again = text({ ...computed, sealed: repacked(computed.sealed) });
    const listed = statedSha256(files);
    const written = [...(0,src_files/* stated */.Eo)(new Map([['dossier.json', again]]))].some(({ sha256 }) => sha256 === listed);
    return written ? [differs('dossier.json', json, again) ?? []].flat() : [];
}
function statedSha256(files) {
    try {
        const statement = src_statement/* statementSchema */.t.parse(JSON.parse(files?.get('dossier.intoto.json')?.toString() ?? ''));
        return statement.predicate.files.find(({ name }) => name === 'dossier.json')?.sha256;
    }
    catch {
        return undefined;
    }
}
/** Each file beside its copy; those that are gone, and those that nobody listed. */
function findInEvidence({ evidence, record }, sealed) {
    const findings = [];
    if (record !== undefined) {
        const copy = sealed.record === undefined ? undefined : contentOf(sealed.record);
        const file = 'release-record.json';
        if (sealed.record === undefined)
            findings.push({ file, what: 'is not the dossier’s, which has none' });
        else if (copy !== undefined)
            findings.push(...[differs(file, record, copy) ?? []].flat());
    }
    if (evidence === undefined)
        return findings;
    for (const entry of sealed.evidence) {
        const file = `evidence/${entry.name}`;
        const [content, copy] = [evidence.get(entry.name), contentOf(entry)];
        if (content === undefined)
            findings.push({ file, what: 'is missing' });
        else if (copy !== undefined)
            findings.push(...[differs(file, content, copy) ?? []].flat());
        else if ((0,pack/* sha256 */.sc)(content) !== entry.sha256)
            findings.push({ file, what: `has not the SHA-256 ${entry.sha256}` });
    }
    const listed = new Set(sealed.evidence.map(({ name }) => name));
    for (const name of evidence.keys())
        if (!listed.has(name))
            findings.push({ file: `evidence/${name}`, what: 'was not there when the dossier was written' });
    return findings;
}

;// CONCATENATED MODULE: ./actions/dossier/src/verify/command.ts






const command_command = {
    usage: `usage: golive verify DOSSIER [--json]

Checks that nothing of a dossier has changed since it was written: every evidence file against its hash, its copy and
its place in the chain; the verdict, the boxes and all the rest against what the evidence comes to, computed anew; the
page, the summary and the JUnit file against the in-toto statement. Nothing is asked of any network.

  DOSSIER  the folder that holds dossier.json and evidence/, or dossier.json alone
  --json   { dossier, findings: [{ file, offset, what }] } on standard output

Who wrote the statement is not checked here: gh attestation verify does that.
Exit code: 0 nothing has changed, 1 something has, 2 there is no dossier to look at.`,
    run: async (args, { out, cwd }) => {
        const { positionals, values } = (0,external_node_util_.parseArgs)({
            args: [...args],
            allowPositionals: true,
            options: { json: { type: 'boolean', default: false } },
        });
        const [path] = positionals;
        if (path === undefined || positionals.length > 1)
            throw new command/* UsageError */.e('give one DOSSIER');
        const { dossier, findings } = verify(await (0,read/* readDossier */.Y)((0,external_node_path_.resolve)(cwd, path)));
        out(values.json ? asJson(path, findings) : findings.length > 0 ? told(findings) : whole(dossier));
        return findings.length === 0 ? 0 : 1;
    },
};
function told(findings) {
    const lines = findings.map(({ file, offset, what }) => offset === undefined ? `${file}: ${what}` : `${file}: byte ${offset} is off: ${what}`);
    const count = findings.length === 1 ? 'one thing is' : `${findings.length} things are`;
    return (0,commands/* inert */.tJ)([...lines, `${count} not as written`].join('\n'));
}
function whole(dossier) {
    if (dossier === undefined)
        return '';
    const { project, release, verdict, readiness, sealed } = dossier;
    const { closed, total } = readiness.all;
    return (0,commands/* inert */.tJ)(`${project} ${release}: ${sealed.evidence.length} evidence files are as they were written, and come to what the dossier says: ${verdict}, ${closed} of ${total} boxes closed`);
}
function asJson(dossier, findings) {
    return JSON.stringify({ dossier, findings }, undefined, 2);
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


/***/ })

};
