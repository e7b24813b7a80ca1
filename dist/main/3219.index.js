export const id = 3219;
export const ids = [3219];
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

/***/ 70618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ variableOf),
/* harmony export */   k: () => (/* binding */ gather)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29396);
/* harmony import */ var _define_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66044);
/* harmony import */ var _golive_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61589);
/* harmony import */ var _mistake_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10220);
/* harmony import */ var _schema_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88677);






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
        if ((0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecret */ .$f)(schema, metaOf))
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
    const known = Object.keys({ ..._define_action_js__WEBPACK_IMPORTED_MODULE_1__/* .commonInputs */ .j$.shape, ...shape });
    for (const variable of Object.keys(env).filter((name) => name.startsWith('INPUT_'))) {
        if (known.some((name) => variableOf(name) === variable))
            continue;
        const name = variable.slice('INPUT_'.length).toLowerCase();
        mistakes.push({
            where: `input ${name}`,
            message: `${definition.name} has no such input${(0,_mistake_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestion */ .h)(name, known)}`,
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
    if (sectionAs !== undefined && whole && !((0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isList */ .Lv)(whole) && (0,_golive_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(said))) {
        values[sectionAs] = said;
        places.set(sectionAs, [section]);
        return;
    }
    const line = lineOf([section]);
    if (!(0,_golive_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(said)) {
        mistakes.push({ where: `${file}:${line} ${section}`, message: 'expected a map of settings', file, line });
        return;
    }
    for (const [key, value] of Object.entries(said)) {
        const at = lineOf([section, key], true);
        const message = `${name} has no such setting${(0,_mistake_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestion */ .h)(key, Object.keys(inputs.shape))}`;
        if (!(key in inputs.shape))
            mistakes.push({ where: `${file}:${at} ${section}.${key}`, message, file, line: at });
        else if (value !== null && value !== undefined) {
            values[key] = value;
            places.set(key, [section, key]);
        }
    }
}
function parseInput(schema, text) {
    if ((0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH)(schema))
        return text;
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false });
    const value = document.errors.length > 0 ? undefined : document.toJS();
    // Lists are commonly given one a line, and globs such as *.yml are no YAML.
    if ((0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isList */ .Lv)(schema) && !Array.isArray(value) && !(0,_golive_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value) && !/^(\[|\{|- )/.test(text))
        return text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean);
    if (document.errors.length > 0)
        throw new SyntaxError('not YAML');
    return value;
}
function secretsIn(schema, value) {
    if ((0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecret */ .$f)(schema, metaOf))
        return texts(value);
    if (typeof value !== 'object' || value === null)
        return [];
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return entries.flatMap(([key, one]) => {
        const child = (0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .childOf */ .GG)(schema, key);
        return child ? secretsIn(child, one) : [];
    });
}
function texts(value) {
    if (typeof value === 'object' && value !== null)
        return Object.values(value).flatMap(texts);
    return value === undefined || value === null ? [] : [String(value)];
}
const metaOf = (schema) => zod__WEBPACK_IMPORTED_MODULE_5__/* .globalRegistry */ .fd.get(schema);


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


/***/ }),

/***/ 31036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _define_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _mistake_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10220);
/* harmony import */ var _schema_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88677);




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
            const known = (0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .keysOf */ .YD)(path.reduce((at, key) => at && (0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(at, key), definition.inputs) ?? zod__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bzn());
            for (const key of issue.keys)
                tell([...path, key], `there is no such key${(0,_mistake_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(key, known ?? [])}`, true);
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
        return { where: `input ${(0,_mistake_js__WEBPACK_IMPORTED_MODULE_3__/* .dotted */ .B)(path)}` };
    const full = [...from, ...rest];
    const line = loaded.lineOf(full, ofKey);
    return { where: `${loaded.file}:${line} ${(0,_mistake_js__WEBPACK_IMPORTED_MODULE_3__/* .dotted */ .B)(full)}`, file: loaded.file, line };
}
function missing({ section, sectionAs, inputs }, name) {
    const key = section === null ? undefined : sectionAs === name ? section : sectionAs ? undefined : `${section}.${name}`;
    const description = (0,_define_action_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptionOf */ .Kq)(inputs.shape[name]);
    return `is missing (${description?.replace(/\.$/, '')}); give it as an input${key ? `, or as ${key} in golive.yml` : ''}`;
}
function misspeltKeys(schema, value, path) {
    if (typeof value !== 'object' || value === null)
        return [];
    const known = Array.isArray(value) ? undefined : (0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .keysOf */ .YD)(schema);
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return entries.flatMap(([key, one]) => {
        if (known && !known.includes(String(key)))
            return [{ path: [...path, key], message: `there is no such key${(0,_mistake_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(String(key), known)}` }];
        const child = (0,_schema_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(schema, key);
        return child ? misspeltKeys(child, one, [...path, key]) : [];
    });
}
function messageOf(issue) {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0)
        return issue.message;
    return [...new Set(issue.errors.map((branch) => branch.map(({ message }) => message).join(', ')))].join(', or ');
}
const valueAt = (value, path) => path.reduce((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);


/***/ })

};
