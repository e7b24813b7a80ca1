export const id = 1673;
export const ids = [1673];
export const modules = {

/***/ 11673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readChecklist)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-file.ts
var golive_file = __webpack_require__(61589);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/runtime/mistake.ts
var mistake = __webpack_require__(10220);
// EXTERNAL MODULE: ./packages/shared/src/checklist/checklist.ts
var checklist_checklist = __webpack_require__(48252);
;// CONCATENATED MODULE: ./packages/shared/src/checklist/catalogue.ts



/** Every check that Golive's actions report: id -> who reports it and what it asks. `smoke.<step>` stands for many. */
const catalogueSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ action: schemas/* string */.YjP(), asks: schemas/* string */.YjP() }));
/** The action that reports a check; undefined when none of Golive's does. */
function actionOf(catalogue, id) {
    const pattern = patternOf(catalogue, id);
    return pattern === undefined ? undefined : catalogue[pattern]?.action;
}
/** The entry of the catalogue that an id falls under: itself, or a pattern such as `smoke.<step>`. */
function patternOf(catalogue, id) {
    return Object.hasOwn(catalogue, id) ? id : Object.keys(catalogue).find((pattern) => fits(pattern, id));
}
/** Whether `smoke.<step>` stands for `smoke.health`. */
function fits(pattern, id) {
    const [head = '', tail] = pattern.split(/<[^>]*>/);
    if (tail === undefined)
        return pattern === id;
    return id.length > head.length + tail.length && id.startsWith(head) && id.endsWith(tail);
}
/**
 * A checklist whose measured boxes name the action of each check, so that no other's evidence closes them. A check
 * with a prefix of Golive's that no action reports is a mistake; one with another prefix is the repository's own.
 */
function withActions(checklist, catalogue) {
    const prefixes = new Set(Object.keys(catalogue).map(prefixOf));
    const problem = ({ check, of }) => {
        const action = actionOf(catalogue, check);
        if (action !== undefined && of !== undefined && of !== action)
            return `${check} is reported by ${action}, not by ${of}`;
        if (action !== undefined || !prefixes.has(prefixOf(check)))
            return undefined;
        return `no action reports ${check}${(0,mistake/* suggestion */.h)(check, Object.keys(catalogue))}`;
    };
    const mistakes = (0,checklist_checklist/* boxesOf */.fU)(checklist).flatMap((box) => 'measured' in box
        ? box.measured.flatMap((one) => {
            const message = problem(one);
            return message === undefined ? [] : [{ box: box.box, message }];
        })
        : []);
    const steps = checklist.steps.map((step) => ({
        ...step,
        boxes: step.boxes.map((box) => 'measured' in box
            ? {
                ...box,
                measured: box.measured.map((one) => {
                    const action = actionOf(catalogue, one.check);
                    return action === undefined ? one : { ...one, of: action };
                }),
            }
            : box),
    }));
    return { checklist: { ...checklist, steps }, mistakes };
}
const prefixOf = (id) => id.slice(0, id.indexOf('.'));

;// CONCATENATED MODULE: ./packages/shared/src/checklist/own-files.ts





/**
 * Golive's own checklist and the checks that its actions report, found from the script that runs: some folders above
 * it, whether that is the bundle in dist/ or the source. Throws CHECKLIST_NOT_FOUND.
 */
async function readOwnFiles(script) {
    for (let folder = (0,external_node_path_.dirname)(script);; folder = (0,external_node_path_.dirname)(folder)) {
        const file = (0,external_node_path_.join)('checklist', 'production.yml');
        const checklist = await (0,golive_file/* loadGoliveFile */.dP)((0,external_node_path_.join)(folder, file), file);
        if (checklist.exists) {
            const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'checklist', 'checks.json'), 'utf8');
            return { checklist, catalogue: catalogueSchema.parse(JSON.parse(text)) };
        }
        if (folder === (0,external_node_path_.dirname)(folder))
            throw new golive_error/* GoliveError */.N('CHECKLIST_NOT_FOUND', `no ${file} stands above ${script}`, {
                hint: 'use the action from a full checkout of its repository',
            });
    }
}

// EXTERNAL MODULE: ./packages/shared/src/checklist/bound.ts
var bound = __webpack_require__(48236);
;// CONCATENATED MODULE: ./packages/shared/src/checklist/amend.ts


/**
 * Makes the changes of golive.yml to a checklist. The order in which they are written does not matter: subjects are
 * named first, then boxes are added, removed, bound anew, bounded and waived.
 */
function amend(base, section) {
    const mistakes = [];
    const tell = (message, ...path) => void mistakes.push({ path, message });
    const named = rename(base, section, tell);
    const whole = extend(named, section, tell);
    const known = new Set((0,checklist_checklist/* boxesOf */.fU)(whole).map(({ box }) => box));
    const own = new Set((0,checklist_checklist/* boxesOf */.fU)(base).map(({ box }) => box));
    const gone = new Map(Object.entries(section.remove ?? {}).map(([box, reason]) => [Number(box), reason]));
    const isThere = (box, ...path) => {
        if (known.has(box) && !gone.has(box))
            return true;
        tell(known.has(box) ? `box ${box} is removed` : `there is no box ${box} in the checklist`, ...path);
        return false;
    };
    for (const box of gone.keys())
        if (!known.has(box))
            tell(`there is no box ${box} in the checklist`, 'remove', String(box));
        else if (!own.has(box))
            tell(`box ${box} is one of extend: take it out there`, 'remove', String(box));
    const bindings = Object.entries(section.rebind ?? {}).filter(([box]) => isThere(Number(box), 'rebind', box));
    const rebound = mapBoxes(whole, (box) => {
        const binding = bindings.find(([number]) => Number(number) === box.box)?.[1];
        return binding === undefined ? box : { box: box.box, text: box.text, ...binding };
    });
    const bounds = Object.entries(section.bounds ?? {}).filter(([box]) => isThere(Number(box), 'bounds', box));
    const bounded = mapBoxes(rebound, (box) => {
        const bound = bounds.find(([number]) => Number(number) === box.box)?.[1];
        return bound === undefined ? box : withBound(box, bound, tell);
    });
    const waivers = (section.waive ?? []).filter(({ box }, index, all) => {
        if (!isThere(box, 'waive', index, 'box'))
            return false;
        const first = all.findIndex((one) => one.box === box) === index;
        if (!first)
            tell(`box ${box} is waived twice`, 'waive', index, 'box');
        return first;
    });
    const steps = bounded.steps
        .map((step) => ({ ...step, boxes: step.boxes.filter(({ box }) => !gone.has(box)) }))
        .filter((step) => step.boxes.length > 0);
    const removed = (0,checklist_checklist/* boxesOf */.fU)(base)
        .filter(({ box }) => gone.has(box))
        .map(({ box, text }) => ({ box, text, reason: gone.get(box) ?? '' }));
    const byBox = (a, b) => a.box - b.box;
    return { checklist: { ...base, steps }, waivers: waivers.sort(byBox), removed: removed.sort(byBox), mistakes };
}
function rename(base, { subjects = {} }, tell) {
    const used = new Set((0,checklist_checklist/* boxesOf */.fU)(base).flatMap((box) => ('measured' in box ? box.measured.flatMap(({ subject }) => subject ?? []) : [])));
    for (const name of Object.keys(subjects))
        if (!used.has(name))
            tell(`the checklist asks for no subject ${name}; there are ${[...used].join(', ') || 'none'}`, 'subjects', name);
    return mapBoxes(base, (box) => 'measured' in box
        ? {
            ...box,
            measured: box.measured.map((one) => {
                const here = one.subject === undefined ? undefined : ownValue(subjects, one.subject);
                return here === undefined ? one : { ...one, subject: here };
            }),
        }
        : box);
}
function extend(base, { extend = [] }, tell) {
    const taken = new Set((0,checklist_checklist/* boxesOf */.fU)(base).map(({ box }) => box));
    const steps = base.steps.map((step) => ({ ...step, boxes: [...step.boxes] }));
    for (const [index, added] of extend.entries()) {
        const boxes = added.boxes.filter(({ box }, at) => {
            const fresh = !taken.has(box);
            if (!fresh)
                tell(`box ${box} is there already: give it a number of its own`, 'extend', index, 'boxes', at, 'box');
            taken.add(box);
            return fresh;
        });
        const there = steps.find((step) => step.step === added.step);
        if (there) {
            for (const key of ['phase', 'owner'])
                if (added[key] !== undefined && added[key] !== there[key])
                    tell(`the step is there already, with ${key} ${there[key]}`, 'extend', index, key);
            there.boxes.push(...boxes);
        }
        else {
            if (added.owner === undefined)
                tell('a new step needs an owner', 'extend', index, 'step');
            steps.push(newStep(added, boxes));
        }
    }
    return { ...base, steps };
}
function newStep({ step, phase = 'release', owner = '' }, boxes) {
    return { step, phase, owner, boxes };
}
function withBound(box, asked, tell) {
    const path = ['bounds', String(box.box)];
    if (!('measured' in box)) {
        tell(`box ${box.box} is signed by ${box.signed}: nothing is measured that a bound could hold`, ...path);
        return box;
    }
    const ids = [...new Set(box.measured.map(({ check }) => check))];
    const single = bound/* boundSchema */.eq.safeParse(asked).data;
    if (single !== undefined && ids.length > 1) {
        tell(`several checks measure box ${box.box}: give the bound below one of ${ids.join(', ')}`, ...path);
        return box;
    }
    const byCheck = single === undefined ? asked : { [ids[0] ?? '']: single };
    for (const id of Object.keys(byCheck))
        if (!ids.includes(id))
            tell(`box ${box.box} is not measured by ${id}, but by ${ids.join(', ')}`, ...path, id);
    const held = (one) => {
        const bound = ownValue(byCheck, one.check);
        return bound === undefined ? one : { ...one, bound };
    };
    return { ...box, measured: box.measured.map(held) };
}
function mapBoxes(checklist, change) {
    return { ...checklist, steps: checklist.steps.map((step) => ({ ...step, boxes: step.boxes.map(change) })) };
}
function ownValue(map, key) {
    return Object.hasOwn(map, key) ? map[key] : undefined;
}

// EXTERNAL MODULE: ./packages/shared/src/checklist/effective.ts
var effective = __webpack_require__(88465);
// EXTERNAL MODULE: ./packages/shared/src/runtime/schema-shape.ts
var schema_shape = __webpack_require__(88677);
;// CONCATENATED MODULE: ./packages/shared/src/checklist/judge.ts



/** What a part of a YAML file says by a schema: the value, or every mistake in it with its line. */
function judge(schema, value, loaded, at = []) {
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return { value: parsed.data, mistakes: [], paths: [] };
    const told = parsed.error.issues.flatMap((issue) => tellings(issue, [], schema, value));
    return {
        mistakes: told.map(({ path, message, ofKey }) => mistakeAt(loaded, [...at, ...path], message, ofKey)),
        paths: told.map(({ path }) => path),
    };
}
/** A mistake with its place in a file. */
function mistakeAt(loaded, path, message, ofKey = false) {
    const line = loaded.lineOf(path, ofKey);
    return { where: `${loaded.file}:${line} ${(0,mistake/* dotted */.B)(path)}`.trimEnd(), message, file: loaded.file, line };
}
function tellings(issue, above, schema, value) {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
        const known = (0,schema_shape/* keysOf */.YD)(path.reduce((at, key) => at && (0,schema_shape/* childOf */.GG)(at, key), schema) ?? schemas/* any */.bzn());
        return issue.keys.map((key) => {
            const message = `there is no such key${(0,mistake/* suggestion */.h)(key, known ?? [])}`;
            return { path: [...path, key], message, ofKey: true };
        });
    }
    if (issue.code === 'invalid_union') {
        const nearest = nearestBranch(issue.errors);
        if (nearest)
            return nearest.flatMap((one) => tellings(one, path, schema, value));
    }
    if (issue.code === 'invalid_key') {
        const [first] = issue.issues;
        return [{ path, message: first?.message ?? issue.message, ofKey: true }];
    }
    const missing = issue.code === 'invalid_type' && valueAt(value, path) === undefined;
    return [{ path, message: missing ? 'is missing' : issue.message }];
}
/** The alternative that was plainly meant: the one whose keys are all known, where that is one alone. */
function nearestBranch(branches) {
    const meant = branches.filter((branch) => branch.every(({ code, path }) => !(path.length === 0 && (code === 'unrecognized_keys' || code === 'invalid_type'))));
    const [only] = meant;
    if (meant.length !== 1 || only === undefined)
        return undefined;
    return only;
}
const valueAt = (value, path) => path.reduce((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./packages/shared/src/checklist/section.ts



const sentence = schemas/* string */.YjP().min(1, 'say why, in a sentence');
const byBox = (value) => schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[1-9]\d*$/, 'expected the number of a box'), value);
const boundsWanted = 'expected at-most, at-least or equals, or such a bound for each check by its id';
/** The last day on which something holds. */
const day = iso/* date */.p6('expected the last day on which it holds, such as 2026-12-31');
/** `checklist:` of golive.yml: what a repository changes about the checklist it is held to. */
const checklistSection = schemas/* strictObject */.rej({
    file: schemas/* string */.YjP()
        .min(1)
        .exactOptional()
        .describe("A checklist of the repository's own instead of Golive's, relative to its root"),
    subjects: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().min(1))
        .exactOptional()
        .describe('What the checklist calls a subject -> what it is called here: { backend: api }'),
    extend: schemas/* array */.YOg(schemas/* strictObject */.rej({
        step: schemas/* string */.YjP().min(1).describe('A step that is there, or a new one'),
        phase: schemas/* enum */.k5n(checklist_checklist/* phases */.tW).exactOptional().describe('Of a new step: when its boxes are due; default: release'),
        owner: schemas/* string */.YjP().min(1).exactOptional().describe('Of a new step: the role that looks after it'),
        boxes: checklist_checklist/* boxesSchema */.z9,
    }))
        .exactOptional()
        .describe('Boxes that come on top, under numbers of their own'),
    remove: byBox(sentence).exactOptional().describe('Boxes that do not apply here: number -> why'),
    rebind: byBox(checklist_checklist/* bindingSchema */.l6).exactOptional().describe('What closes a box here: number -> measured or signed'),
    bounds: byBox(schemas/* union */.KCZ([bound/* boundSchema */.eq, schemas/* record */.g1P(schemas/* string */.YjP(), bound/* boundSchema */.eq)], { error: boundsWanted }))
        .exactOptional()
        .describe('How far a measured box may go: number -> bound, or check -> bound where several measure it'),
    waive: schemas/* array */.YOg(schemas/* strictObject */.rej({
        box: schemas/* number */.aig().int().positive(),
        owner: schemas/* string */.YjP().min(1).describe('The person who answers for it'),
        reason: sentence,
        until: day.describe('The last day on which it holds, in UTC; from the next day on the box fails'),
    }))
        .exactOptional()
        .describe('Boxes that may stay open for a while'),
})
    .describe('What this repository changes about the checklist that it is held to.');

;// CONCATENATED MODULE: ./packages/shared/src/checklist/resolve.ts







/** The checklist in force, made from files that have been read; or every mistake in them. */
function resolveChecklist(base, config, catalogue) {
    const file = base.mistakes.length > 0 ? { mistakes: base.mistakes } : judge(checklist_checklist/* checklistSchema */.Yf, base.content, base);
    const section = sectionOf(config);
    const whole = 'value' in file ? file.value : undefined;
    if (whole === undefined)
        return { mistakes: [...file.mistakes, ...section.mistakes] };
    const amended = amend(whole, section.value);
    const bound = withActions(amended.checklist, catalogue);
    const here = (path, message) => mistakeAt(config, ['checklist', ...section.asWritten(path)], message);
    const mistakes = [
        ...section.mistakes,
        ...amended.mistakes.map(({ path, message }) => here(path, message)),
        ...bound.mistakes.map(({ box, message }) => {
            const path = pathIn(section.value, box);
            return path ? here(path, message) : mistakeAt(base, pathOf(whole, box), message);
        }),
    ].sort((a, b) => (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0));
    return mistakes.length > 0
        ? { mistakes }
        : { checklist: (0,effective/* effective */.C)(bound.checklist, amended.waivers, amended.removed), mistakes };
}
/** `checklist.file` of golive.yml. */
function sectionFile({ content }) {
    const section = content.checklist;
    return (0,golive_file/* isRecord */.u4)(section) && typeof section.file === 'string' && section.file !== '' ? section.file : undefined;
}
/** What golive.yml says; of a section with mistakes what is free of them, so that the rest is judged too. */
function sectionOf(config) {
    const asWritten = (path) => path;
    if (config.mistakes.length > 0)
        return { value: {}, mistakes: config.mistakes, asWritten };
    const said = config.content.checklist ?? {};
    const { value, mistakes, paths } = judge(checklistSection, said, config, ['checklist']);
    if (value !== undefined)
        return { value, mistakes, asWritten };
    const bad = new Set(paths.map(([key, entry]) => `${key}.${entry ?? ''}`));
    const isSound = (key, entry = '') => !bad.has(`${key}.${entry}`);
    const kept = (key, list) => [...list.keys()].filter((index) => isSound(key, index));
    const sound = Object.entries((0,golive_file/* isRecord */.u4)(said) ? said : {})
        .filter(([key]) => isSound(key))
        .map(([key, entries]) => {
        if (Array.isArray(entries))
            return [key, kept(key, entries).map((index) => entries[index])];
        if (!(0,golive_file/* isRecord */.u4)(entries))
            return [key, entries];
        return [key, Object.fromEntries(Object.entries(entries).filter(([entry]) => isSound(key, entry)))];
    });
    return {
        value: checklistSection.safeParse(Object.fromEntries(sound)).data ?? {},
        mistakes,
        asWritten: ([key = '', entry, ...rest]) => {
            const list = (0,golive_file/* isRecord */.u4)(said) ? said[key] : undefined;
            if (!Array.isArray(list) || typeof entry !== 'number')
                return [key, ...(entry === undefined ? [] : [entry]), ...rest];
            return [key, kept(String(key), list)[entry] ?? entry, ...rest];
        },
    };
}
function pathIn({ rebind = {}, extend = [] }, box) {
    if (Object.hasOwn(rebind, String(box)))
        return ['rebind', String(box)];
    for (const [index, { boxes }] of extend.entries()) {
        const at = boxes.findIndex((one) => one.box === box);
        if (at >= 0)
            return ['extend', index, 'boxes', at];
    }
    return undefined;
}
function pathOf({ steps }, box) {
    for (const [index, { boxes }] of steps.entries()) {
        const at = boxes.findIndex((one) => one.box === box);
        if (at >= 0)
            return ['steps', index, 'boxes', at];
    }
    return [];
}

;// CONCATENATED MODULE: ./packages/shared/src/checklist/read-checklist.ts





/**
 * The checklist in force: Golive's own or the repository's, with what golive.yml says under `checklist`.
 * Throws CHECKLIST_NOT_FOUND, and CHECKLIST_INVALID with every mistake in it, each with its file and line.
 */
async function readChecklist(source) {
    const own = await readOwnFiles(source.script);
    const config = await (0,golive_file/* loadGoliveFile */.dP)(source.config, named(source.workspace, source.config));
    const file = source.file ?? sectionFile(config);
    const base = file === undefined ? own.checklist : await readTheirs((0,external_node_path_.resolve)(source.workspace, file), file);
    const { checklist, mistakes } = resolveChecklist(base, config, own.catalogue);
    if (checklist === undefined || mistakes.length > 0)
        throw invalid(mistakes);
    return checklist;
}
async function readTheirs(absolute, file) {
    const loaded = await (0,golive_file/* loadGoliveFile */.dP)(absolute, file);
    if (loaded.exists)
        return loaded;
    throw new golive_error/* GoliveError */.N('CHECKLIST_NOT_FOUND', `the checklist ${file} does not exist`, {
        hint: 'check out the repository before this step, and give a path from its root',
    });
}
function invalid(mistakes) {
    const all = mistakes.map(({ where, message }) => `${where}: ${message}`).join('; ');
    const count = mistakes.length === 1 ? 'there is a mistake' : `there are ${mistakes.length} mistakes`;
    return new golive_error/* GoliveError */.N('CHECKLIST_INVALID', `${count} in the checklist: ${all}`, {
        hint: 'docs/checklist.md shows what may stand there',
    });
}
function named(workspace, file) {
    return (0,external_node_path_.relative)(workspace, file).replaceAll('\\', '/');
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
