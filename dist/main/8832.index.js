export const id = 8832;
export const ids = [8832];
export const modules = {

/***/ 88083:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ measure)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./actions/quality/src/reports/coverage.ts
// What tests ran, line by line: the same shape from LCOV and from Cobertura, so that several reports add up.
function coverageOf(coverage, file) {
    const known = coverage.get(file);
    if (known)
        return known;
    const fresh = { lines: new Map(), branches: new Map() };
    coverage.set(file, fresh);
    return fresh;
}
/** A line that any report saw run has run. */
function mark(map, key, taken) {
    map.set(key, taken || map.get(key) === true);
}
function merge(all) {
    const merged = new Map();
    for (const coverage of all)
        for (const [file, { lines, branches }] of coverage) {
            const into = coverageOf(merged, file);
            for (const [line, taken] of lines)
                mark(into.lines, line, taken);
            for (const [branch, taken] of branches)
                mark(into.branches, branch, taken);
        }
    return merged;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./actions/quality/src/reports/report-file.ts
/** A report that is not what it should be. The message begins with what is wrong, and does not name the file. */
class ReportError extends Error {
}

// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 26 modules
var XMLParser = __webpack_require__(69658);
// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/fxp.js
var fxp = __webpack_require__(75824);
;// CONCATENATED MODULE: ./actions/quality/src/reports/safe-xml.ts
// Reports come from tools that ran somebody's tests: their XML is untrusted.


/** What no report of a test tool comes near. */
const DEEPEST = 64;
const parser = new XMLParser/* default */.A({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    parseAttributeValue: false,
    // Entities are the reader's business, see `plainText`: nothing that a document declares is ever expanded.
    processEntities: false,
    maxNestedTags: DEEPEST,
    isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});
/**
 * The document as nested objects: attributes under `@name`, every element in a list under its name. Throws a ReportError
 * for what is cut off, not well-formed, nested deeper than 64, or declares entities.
 */
function parseXml(text) {
    if (declaresItsOwn(text))
        throw new ReportError('it declares its own entities or elements, which no report needs');
    const valid = fxp/* XMLValidator */.iI.validate(text);
    if (valid !== true)
        throw new ReportError(`it is not well-formed XML: line ${valid.err.line}: ${valid.err.msg}`);
    try {
        return parser.parse(text);
    }
    catch (cause) {
        throw new ReportError(cause instanceof Error ? cause.message : 'it cannot be parsed', { cause });
    }
}
/** Whether the document type, which stands before the root element, has declarations; Cobertura's only names a file. */
function declaresItsOwn(text) {
    for (let at = 0;;) {
        while (/\s|\uFEFF/.test(text[at] ?? ''))
            at += 1;
        if (text.startsWith('<!DOCTYPE', at))
            return /^[^>[]*\[/.test(text.slice(at, at + 4_096));
        const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
        const found = end === undefined ? -1 : text.indexOf(end, at);
        if (end === undefined || found < 0)
            return false;
        at = found + end.length;
    }
}
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Text with the five entities of XML and character references resolved, each once; others stay as they are. */
function plainText(text) {
    return text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hex) => {
        if (name !== undefined)
            return NAMED[String(name).toLowerCase()] ?? whole;
        const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

;// CONCATENATED MODULE: ./actions/quality/src/reports/cobertura.ts
// https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd, as coverage.py, nyc, vitest and others write it.




const cobertura_text = schemas/* string */.YjP();
/** An element without attributes and children is given as its text. */
const orNothing = (schema) => schemas/* union */.KCZ([schema, schemas/* string */.YjP().transform(() => undefined)]);
const line = schemas/* looseObject */._H3({
    '@number': cobertura_text.regex(/^\d{1,9}$/),
    '@hits': cobertura_text.regex(/^-?\d+$/),
    '@branch': cobertura_text.optional(),
    '@condition-coverage': cobertura_text.optional(),
});
const lines = schemas/* array */.YOg(orNothing(schemas/* looseObject */._H3({ line: schemas/* array */.YOg(line).optional() })));
const methods = schemas/* array */.YOg(orNothing(schemas/* looseObject */._H3({ method: schemas/* array */.YOg(schemas/* looseObject */._H3({ lines: lines.optional() })).optional() })));
const oneClass = schemas/* looseObject */._H3({ '@filename': cobertura_text.min(1), lines: lines.optional(), methods: methods.optional() });
const classes = schemas/* array */.YOg(orNothing(schemas/* looseObject */._H3({ class: schemas/* array */.YOg(oneClass).optional() })));
const cobertura_packages = schemas/* array */.YOg(orNothing(schemas/* looseObject */._H3({ package: schemas/* array */.YOg(schemas/* looseObject */._H3({ classes: classes.optional() })).optional() })));
const cobertura_document = schemas/* looseObject */._H3({
    coverage: schemas/* array */.YOg(orNothing(schemas/* looseObject */._H3({ packages: cobertura_packages.optional() }))).length(1),
});
/** Throws a ReportError for anything else. Lines are counted one by one; the rates in attributes are not believed. */
function parseCobertura(content) {
    const parsed = cobertura_document.safeParse(parseXml(content));
    if (!parsed.success) {
        const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
        throw new ReportError(`it is XML, but not Cobertura: ${path.join('.') || 'root'}: ${message}`);
    }
    const coverage = new Map();
    for (const root of parsed.data.coverage)
        for (const group of root?.packages ?? [])
            for (const one of group?.package ?? [])
                for (const list of one.classes ?? [])
                    for (const each of list?.class ?? [])
                        takeClass(coverage, each);
    return coverage;
}
function takeClass(coverage, given) {
    const into = coverageOf(coverage, plainText(given['@filename']));
    const inMethods = (given.methods ?? []).flatMap((list) => (list?.method ?? []).flatMap((method) => method.lines ?? []));
    for (const list of [...(given.lines ?? []), ...inMethods])
        for (const one of list?.line ?? [])
            takeLine(into, one);
}
function takeLine(into, given) {
    const number = Number(given['@number']);
    mark(into.lines, number, Number(given['@hits']) > 0);
    // condition-coverage="50% (1/2)": which of the ways were taken is not told.
    const [, taken, ways] = /\((\d{1,4})\/(\d{1,4})\)/.exec(given['@condition-coverage'] ?? '') ?? [];
    for (let way = 0; way < Number(ways ?? 0); way++)
        mark(into.branches, `${number}:${way}`, way < Number(taken));
}

;// CONCATENATED MODULE: ./actions/quality/src/reports/lcov.ts
// https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1 describes the tracefile.


/** Throws a ReportError with the line that is wrong, and for a report that was cut off. */
function parseLcov(text) {
    const coverage = new Map();
    let record;
    for (const [at, line] of text.split(/\r?\n/).entries()) {
        const [, key, rest = ''] = /^([A-Z0-9]+|end_of_record)(?::(.*))?$/.exec(line.trim()) ?? [];
        if (key === undefined) {
            if (line.trim() === '' || line.startsWith('#'))
                continue;
            throw new ReportError(`line ${at + 1} is not LCOV`);
        }
        if (key === 'SF')
            record = { into: coverageOf(coverage, rest), found: 0, hit: 0, seen: 0 };
        else if (key === 'end_of_record') {
            if (record)
                lcov_close(record);
            record = undefined;
        }
        else if (record)
            take(record, key, rest, at + 1);
    }
    if (record)
        throw new ReportError('it was cut off: its last record has no end');
    return coverage;
}
function take(record, key, rest, at) {
    const parts = rest.split(',');
    if (key === 'DA') {
        mark(record.into.lines, whole(parts[0], at), Number(parts[1]) > 0);
        record.seen += 1;
    }
    if (key === 'BRDA')
        mark(record.into.branches, parts.slice(0, 3).join(':'), Number(parts[3]) > 0);
    if (key === 'LF')
        record.found = whole(rest, at);
    if (key === 'LH')
        record.hit = whole(rest, at);
}
/** Some tools write totals only: so many lines, of which the first so many ran. */
function lcov_close({ into, found, hit, seen }) {
    if (seen > 0)
        return;
    if (found > MOST_LINES)
        throw new ReportError(`a file of ${found} lines`);
    for (let line = 1; line <= found; line++)
        mark(into.lines, line, line <= hit);
}
const MOST_LINES = 1_000_000;
function whole(text, at) {
    if (text === undefined || !/^\d{1,9}$/.test(text))
        throw new ReportError(`line ${at} has no number where LCOV has one`);
    return Number(text);
}

;// CONCATENATED MODULE: ./actions/quality/src/reports/parse-coverage.ts



/** Throws a ReportError for anything that is neither LCOV nor Cobertura. */
function parseCoverage(text) {
    const start = text.trimStart();
    if (start.startsWith('<'))
        return parseCobertura(text);
    if (start.startsWith('{') || start.startsWith('['))
        throw new ReportError('it is JSON; write LCOV or Cobertura, such as --coverage.reporter=lcov or nyc --reporter=lcov');
    return parseLcov(text);
}

// EXTERNAL MODULE: ./actions/quality/src/checks.ts
var checks = __webpack_require__(74636);
;// CONCATENATED MODULE: ./actions/quality/src/judges/facts.ts


const inconclusive = (because) => ({ verdict: 'inconclusive', because });
function checkOf(id, subject, source, at, judgement) {
    const { verdict, because, ...numbers } = judgement;
    return (0,checks/* check */.z)(id, subject, verdict, because, { ...numbers, source, at });
}
/** Every report of a reading through one parser; the first that is not what it should be is named. */
function parseAll(reading, parse) {
    if (reading.kind === 'unreadable')
        return reading;
    const all = [];
    for (const { file, text } of reading.files) {
        const one = parseOne({ file, text }, parse);
        if (one.kind === 'unreadable')
            return one;
        all.push(one.value);
    }
    const { copies } = reading;
    const remark = copies.length === 0
        ? ''
        : `; ${listed(copies)} ${copies.length === 1 ? 'is a copy' : 'are copies'} and counted once`;
    return { kind: 'parsed', all, files: reading.files.map(({ file }) => file), remark };
}
function parseOne({ file, text }, parse) {
    try {
        return { kind: 'parsed', value: parse(text) };
    }
    catch (cause) {
        if (!(cause instanceof ReportError))
            throw cause;
        return { kind: 'unreadable', why: `${file} cannot be used: ${cause.message}` };
    }
}
/** The first few of many, and how many more there are. */
function listed(all, most = 3) {
    const rest = all.length - most;
    return all.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

;// CONCATENATED MODULE: ./actions/quality/src/judges/coverage.ts



/** Whether enough of the code was run. `measured` is the share of lines in per cent. */
function judgeCoverage(reading, asked, sources) {
    const parsed = parseAll(reading, parseCoverage);
    if (parsed.kind === 'unreadable')
        return inconclusive(parsed.why);
    const seen = merge(parsed.all);
    const unseen = sources === undefined ? [] : addUnseen(seen, sources);
    const files = [...seen.values()];
    const lines = shareOf(files.flatMap((file) => [...file.lines.values()]));
    const branches = shareOf(files.flatMap((file) => [...file.branches.values()]));
    const expected = `at least ${asked.lines} % of lines${asked.branches === undefined ? '' : ` and ${asked.branches} % of branches`}`;
    if (lines.of === 0)
        return { verdict: 'fail', because: 'the reports hold no line of code', measured: 0, expected };
    const measured = rounded(lines.percent);
    const rest = unseen.length === 0 ? '' : `; no test loads ${listed(unseen)}`;
    const because = `${told(lines, 'line')}${branches.of === 0 ? '' : `, ${told(branches, 'branch', 'branches')}`} of ${counted(files.length, 'file')} were run${rest}${parsed.remark}`;
    if (asked.branches !== undefined && branches.of === 0)
        return inconclusive(`the reports tell of no branches, and ${asked.branches} % of them must have been run`);
    const short = lines.percent < asked.lines || branches.percent < (asked.branches ?? 0);
    return { verdict: short ? 'fail' : 'pass', because, measured, expected };
}
function shareOf(taken) {
    const hit = taken.filter(Boolean).length;
    return { hit, of: taken.length, percent: taken.length === 0 ? 0 : (100 * hit) / taken.length };
}
/** Never rounded up over a bound. */
const rounded = (percent) => Math.floor(percent * 100) / 100;
function told({ hit, of, percent }, one, many) {
    return `${rounded(percent)} % (${hit} of ${counted(of, one, many)})`;
}
/** Counts as not run what no report mentions: coverage tools tell of loaded files only. Gives back their names. */
function addUnseen(seen, sources) {
    const reported = [...seen.keys()].map((file) => file.replaceAll('\\', '/'));
    const unseen = sources.filter(({ file }) => !reported.some((one) => isSame(one, file)));
    for (const { file, lines } of unseen)
        for (const line of lines)
            coverageOf(seen, file).lines.set(line, false);
    return unseen.map(({ file }) => file);
}
/** Reports name files from the root of the disk, of the repository or of a package in it. */
function isSame(reported, file) {
    const plain = reported.replace(/^\.\//, '');
    return plain === file || plain.endsWith(`/${file}`) || file.endsWith(`/${plain}`);
}

;// CONCATENATED MODULE: ./actions/quality/src/reports/sarif.ts
// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, as ESLint, Pylint, Ruff, CodeQL write it.


const level = schemas/* enum */.k5n(['none', 'note', 'warning', 'error']);
const rule = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    defaultConfiguration: schemas/* looseObject */._H3({ level: level.optional() }).optional(),
});
const component = schemas/* looseObject */._H3({ name: schemas/* string */.YjP().optional(), rules: schemas/* array */.YOg(rule).optional() });
const sarif_location = schemas/* looseObject */._H3({
    physicalLocation: schemas/* looseObject */._H3({
        artifactLocation: schemas/* looseObject */._H3({ uri: schemas/* string */.YjP().optional() }).optional(),
        region: schemas/* looseObject */._H3({ startLine: schemas/* number */.aig().int().min(1).optional() }).optional(),
    })
        .optional(),
});
const result = schemas/* looseObject */._H3({
    ruleId: schemas/* string */.YjP().optional(),
    ruleIndex: schemas/* number */.aig().int().optional(),
    rule: schemas/* looseObject */._H3({
        id: schemas/* string */.YjP().optional(),
        index: schemas/* number */.aig().int().optional(),
        toolComponent: schemas/* looseObject */._H3({ index: schemas/* number */.aig().int().optional() }).optional(),
    })
        .optional(),
    kind: schemas/* string */.YjP().optional(),
    level: level.optional(),
    message: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() }).optional(),
    locations: schemas/* array */.YOg(sarif_location).optional(),
    suppressions: schemas/* array */.YOg(schemas/* looseObject */._H3({ status: schemas/* string */.YjP().optional() })).optional(),
    baselineState: schemas/* string */.YjP().optional(),
});
const invocation = schemas/* looseObject */._H3({ executionSuccessful: schemas/* boolean */.zMY().optional() });
const run = schemas/* looseObject */._H3({
    tool: schemas/* looseObject */._H3({ driver: component.extend({ name: schemas/* string */.YjP() }), extensions: schemas/* array */.YOg(component).optional() }),
    results: schemas/* array */.YOg(result).nullish(),
    invocations: schemas/* array */.YOg(invocation).optional(),
});
const log = schemas/* looseObject */._H3({ version: schemas/* literal */.euz('2.1.0'), runs: schemas/* array */.YOg(run) });
/** Throws a ReportError for anything else, and where a tool did not come to its end. */
function parseSarif(text) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (cause) {
        throw new ReportError('it is not JSON', { cause });
    }
    const parsed = log.safeParse(json);
    if (!parsed.success) {
        const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
        throw new ReportError(`it is JSON, but not SARIF 2.1.0: ${path.join('.') || 'root'}: ${message}`);
    }
    if (parsed.data.runs.length === 0)
        throw new ReportError('no tool has run in it');
    return sumFindings(parsed.data.runs.map(ofRun));
}
function ofRun(one) {
    const { name } = one.tool.driver;
    if (one.invocations?.some(({ executionSuccessful }) => executionSuccessful === false))
        throw new ReportError(`${name} says that it did not come to its end`);
    // 3.14.23: results are absent or null where no scan was made, and empty where one found nothing.
    if (!Array.isArray(one.results))
        throw new ReportError(`${name} tells of no results, not even of none`);
    const live = one.results.filter(({ kind = 'fail', baselineState }) => kind === 'fail' && baselineState !== 'absent');
    const [suppressed, open] = split(live, isSuppressed);
    const at = (wanted) => open.filter((each) => levelOf(one, each) === wanted).map((each) => sarif_told(one, each));
    return {
        errors: at('error'),
        warnings: at('warning'),
        suppressed: suppressed.map((each) => sarif_told(one, each)),
        tools: [name],
    };
}
/** 3.27.23: suppressed when at least one suppression is there and none of them is under review or rejected. */
function isSuppressed({ suppressions = [] }) {
    return suppressions.length > 0 && suppressions.every(({ status = 'accepted' }) => status === 'accepted');
}
/** 3.27.10: what the result says, else the rule, else `warning`. */
function levelOf(one, given) {
    return given.level ?? ruleOf(one, given)?.defaultConfiguration?.level ?? 'warning';
}
function ruleOf({ tool }, given) {
    const extension = given.rule?.toolComponent?.index;
    const rules = (extension === undefined ? tool.driver : tool.extensions?.[extension])?.rules ?? [];
    const id = given.ruleId ?? given.rule?.id;
    return rules[given.ruleIndex ?? given.rule?.index ?? -1] ?? rules.find((each) => each.id === id);
}
function sarif_told(one, given) {
    const place = given.locations?.[0]?.physicalLocation;
    const file = place?.artifactLocation?.uri;
    return {
        rule: given.ruleId ?? given.rule?.id ?? ruleOf(one, given)?.id ?? 'a rule without a name',
        text: (given.message?.text ?? '').split('\n')[0]?.slice(0, 160) ?? '',
        ...(file === undefined ? {} : { file }),
        ...(place?.region?.startLine === undefined ? {} : { line: place.region.startLine }),
    };
}
function sumFindings(all) {
    return {
        errors: all.flatMap(({ errors }) => errors),
        warnings: all.flatMap(({ warnings }) => warnings),
        suppressed: all.flatMap(({ suppressed }) => suppressed),
        tools: [...new Set(all.flatMap(({ tools }) => tools))],
    };
}
function split(all, is) {
    return [all.filter(is), all.filter((one) => !is(one))];
}

;// CONCATENATED MODULE: ./actions/quality/src/judges/findings.ts


/** Whether linters or type checkers found nothing: by their reports, by how their command ended, or by both. */
function judgeFindings(reading, asked, results) {
    const command = asked.command === undefined ? undefined : judgeCommand(asked.command, results);
    const report = reading === undefined ? undefined : judgeReports(reading, asked.warnings);
    const [first, second] = [report, command].filter((one) => one !== undefined);
    if (first === undefined)
        return inconclusive('neither a report nor a command was named');
    if (second === undefined)
        return first;
    if (first.verdict === 'fail' || second.verdict === 'pass')
        return first;
    return second.verdict === 'fail' || first.verdict !== 'inconclusive' ? { ...first, ...second } : first;
}
/** A command that was left out has not found nothing: nobody has looked. */
function judgeCommand(job, results) {
    const result = results[job]?.result;
    const numbers = { measured: result ?? 'not run', expected: 'success' };
    if (result === undefined)
        return { ...inconclusive(`nobody said how the command of job ${job} ended`), ...numbers };
    if (result === 'success')
        return { verdict: 'pass', because: `the command of job ${job} ended well`, ...numbers };
    if (result === 'failure')
        return { verdict: 'fail', because: `the command of job ${job} failed`, ...numbers };
    return { ...inconclusive(`the command of job ${job} was ${result}`), ...numbers };
}
function judgeReports(reading, most) {
    const parsed = parseAll(reading, parseSarif);
    if (parsed.kind === 'unreadable')
        return inconclusive(parsed.why);
    const { errors, warnings, suppressed, tools } = sumFindings(parsed.all);
    const expected = `no errors${most === undefined ? '' : `, at most ${counted(most, 'warning')}`}`;
    const numbers = { measured: errors.length, expected };
    const names = tools.join(', ');
    const let_through = suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed: ${placed(suppressed)}`;
    const told = `${let_through}${parsed.remark}`;
    if (errors.length > 0)
        return {
            verdict: 'fail',
            because: `${names} found ${counted(errors.length, 'error')}: ${placed(errors)}${told}`,
            ...numbers,
        };
    if (most !== undefined && warnings.length > most)
        return {
            verdict: 'fail',
            because: `${names} found ${counted(warnings.length, 'warning')}, and at most ${most} may stand: ${placed(warnings)}${told}`,
            ...numbers,
        };
    if (warnings.length > 0)
        return {
            verdict: 'warn',
            because: `${names} found no errors, and ${counted(warnings.length, 'warning')}: ${placed(warnings)}${told}`,
            ...numbers,
        };
    return { verdict: 'pass', because: `${names} found nothing${told}`, ...numbers };
}
function placed(findings) {
    return listed(findings.map(({ rule, file, line }) => `${rule}${file === undefined ? '' : ` in ${file}${line === undefined ? '' : `:${line}`}`}`));
}

;// CONCATENATED MODULE: ./actions/quality/src/judges/debug-output.ts



/** Whether debugging output is left: by a scan of sources, by the rules of linters, or by both. */
function judgeDebugOutput(scanned, reading, asked) {
    const found = [
        ...(scanned === undefined ? [] : [judgeScan(scanned, asked.calls)]),
        ...(reading === undefined ? [] : [judgeRules(reading, asked.rules)]),
    ];
    const [first] = found;
    return (found.find(({ verdict }) => verdict === 'fail') ??
        found.find(({ verdict }) => verdict !== 'pass') ??
        first ??
        inconclusive('neither sources nor reports were named'));
}
function judgeScan(scanned, calls) {
    if (scanned.kind === 'unreadable')
        return inconclusive(scanned.why);
    const { files, found } = scanned;
    const numbers = { measured: found.length, expected: `none of ${calls.join(', ')}` };
    if (found.length === 0)
        return { verdict: 'pass', because: `none of ${counted(files, 'file')} has ${calls.join(', ')}`, ...numbers };
    const places = listed(found.map(({ call, file, line }) => `${call} in ${file}:${line}`));
    return {
        verdict: 'fail',
        because: `${counted(found.length, 'call')} left in ${counted(files, 'file')}: ${places}`,
        ...numbers,
    };
}
/** A linter that ran says so by its report; that its rules were on is the team's configuration. */
function judgeRules(reading, rules) {
    const parsed = parseAll(reading, parseSarif);
    if (parsed.kind === 'unreadable')
        return inconclusive(parsed.why);
    const { errors, warnings, suppressed, tools } = sumFindings(parsed.all);
    const known = (rule) => rules.some((one) => rule === one || rule.endsWith(`/${one}`));
    const found = [...errors, ...warnings].filter(({ rule }) => known(rule));
    const let_through = suppressed.filter(({ rule }) => known(rule));
    const rest = let_through.length === 0 ? '' : `, ${let_through.length} suppressed: ${placed(let_through)}`;
    const numbers = { measured: found.length, expected: `nothing by ${rules.join(', ')}` };
    return found.length === 0
        ? { verdict: 'pass', because: `${tools.join(', ')} found nothing by ${rules.join(', ')}${rest}`, ...numbers }
        : { verdict: 'fail', because: `${tools.join(', ')} found ${found.length}: ${placed(found)}${rest}`, ...numbers };
}

;// CONCATENATED MODULE: ./actions/quality/src/reports/junit.ts
// JUnit XML, as jest-junit, vitest, node:test, pytest, go-junit-report, Surefire and GoogleTest write it: there is no
// standard, so what counts is the test cases; totals in attributes only serve to notice a report that lacks some.



const attribute = schemas/* string */.YjP().optional();
/** Of an element without attributes the parser only gives its text. */
const junit_element = (shape) => schemas/* preprocess */.vkY((given) => (typeof given === 'string' ? { '#text': given } : given), schemas/* looseObject */._H3(shape));
const outcome = schemas/* array */.YOg(junit_element({ '@message': attribute, '#text': schemas/* string */.YjP().optional() })).optional();
const testcase = junit_element({
    '@name': attribute,
    '@classname': attribute,
    '@status': attribute,
    failure: outcome,
    error: outcome,
    skipped: outcome,
    flakyFailure: outcome,
    flakyError: outcome,
});
const suite = schemas/* lazy */.RZV(() => junit_element({
    '@name': attribute,
    '@tests': attribute,
    '@failures': attribute,
    '@errors': attribute,
    testcase: schemas/* array */.YOg(testcase).optional(),
    testsuite: schemas/* array */.YOg(suite).optional(),
    failure: outcome,
    error: outcome,
}));
const junit_document = schemas/* union */.KCZ([
    schemas/* looseObject */._H3({ testsuites: schemas/* array */.YOg(suite).length(1) }),
    schemas/* looseObject */._H3({ testsuite: schemas/* array */.YOg(suite).length(1) }),
]);
/** Throws a ReportError for anything else, and for a report that tells of more tests or failures than it holds. */
function parseJunit(text) {
    const parsed = junit_document.safeParse(parseXml(text));
    if (!parsed.success)
        throw new ReportError('it is XML, but not JUnit: its root is neither testsuites nor testsuite');
    const [root] = 'testsuites' in parsed.data ? parsed.data.testsuites : parsed.data.testsuite;
    return total(root ?? {});
}
function total(one) {
    const cases = (one.testcase ?? []).map(caseTotals);
    const own = suiteFailures(one);
    const inner = (one.testsuite ?? []).map(total);
    const all = sum([...cases, ...inner, { ...NONE, failed: own }]);
    refuseLost(one, all);
    return all;
}
function caseTotals(one) {
    const name = nameOf(one);
    const wrong = one.error?.[0] ?? one.failure?.[0];
    if (wrong !== undefined)
        return { ...NONE, failed: [{ name, said: firstLine(wrong) }] };
    // GoogleTest: status="notrun" for what is disabled.
    if (one.skipped !== undefined || one['@status'] === 'notrun' || one['@status'] === 'disabled')
        return { ...NONE, skipped: [name] };
    const flaky = one.flakyFailure !== undefined || one.flakyError !== undefined;
    return { ...NONE, passed: 1, flaky: flaky ? [name] : [] };
}
/** A suite that could not be set up at all says so without a test case. */
function suiteFailures(one) {
    return [...(one.error ?? []), ...(one.failure ?? [])].map((each) => ({
        name: `suite ${plainText(one['@name'] ?? '')}`.trim(),
        said: firstLine(each),
    }));
}
/** Tools differ in whether a suite's totals include those of suites inside, so only too few cases are a sign. */
function refuseLost(one, { passed, failed, skipped }) {
    const declared = numberIn(one['@tests']);
    const held = passed + failed.length + skipped.length;
    const name = plainText(one['@name'] ?? 'the report');
    // node:test counts the suites inside as tests of their own.
    const more = held + countSuites(one);
    if (declared > more)
        throw new ReportError(`${name} tells of ${declared} tests, and holds ${held}`);
    const wrong = numberIn(one['@failures']) + numberIn(one['@errors']);
    if (wrong > 0 && failed.length === 0)
        throw new ReportError(`${name} tells of ${wrong} failures, and no test case has one`);
}
function countSuites(one) {
    return (one.testsuite ?? []).reduce((count, inner) => count + 1 + countSuites(inner), 0);
}
const NONE = { passed: 0, failed: [], skipped: [], flaky: [] };
function sum(all) {
    return {
        passed: all.reduce((count, { passed }) => count + passed, 0),
        failed: all.flatMap(({ failed }) => failed),
        skipped: all.flatMap(({ skipped }) => skipped),
        flaky: all.flatMap(({ flaky }) => flaky),
    };
}
const numberIn = (text) => text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
function nameOf(one) {
    const [group, name] = [plainText(one['@classname'] ?? ''), plainText(one['@name'] ?? 'a test without a name')];
    return group === '' || group === 'test' || name.startsWith(group) ? name : `${group} ${name}`;
}
function firstLine(given) {
    const text = plainText(given['@message'] || given['#text'] || '');
    return (text.trim().split('\n')[0] ?? '').trim().slice(0, 160);
}

;// CONCATENATED MODULE: ./actions/quality/src/judges/tests.ts


/** Whether every test passed, and there were as many as asked for. `measured` is the number that passed. */
function judgeTests(reading, asked) {
    const parsed = parseAll(reading, parseJunit);
    if (parsed.kind === 'unreadable')
        return inconclusive(parsed.why);
    const all = sum(parsed.all);
    const expected = `at least ${asked['at-least']} passed, none failed`;
    const numbers = { measured: all.passed, expected };
    const told = `${skippedTold(all)}${flakyTold(all)}${parsed.remark}`;
    const [count, failed, skipped] = [all.passed + all.failed.length, all.failed.length, all.skipped.length];
    if (failed > 0) {
        const names = listed(all.failed.map(({ name, said }) => (said === '' ? name : `${name} (${said})`)));
        return { verdict: 'fail', because: `${failed} of ${counted(count, 'test')} failed: ${names}${told}`, ...numbers };
    }
    if (all.passed === 0) {
        const because = skipped === 0 ? 'the reports hold no test' : `all ${counted(skipped, 'test was', 'tests were')} skipped`;
        return { verdict: 'fail', because: `${because}${parsed.remark}`, ...numbers };
    }
    if (all.passed < asked['at-least'])
        return {
            verdict: 'fail',
            because: `only ${counted(all.passed, 'test')} passed, and at least ${asked['at-least']} must${told}`,
            ...numbers,
        };
    const most = asked['at-most-skipped'];
    if (most !== undefined && skipped > most)
        return {
            verdict: 'fail',
            because: `${counted(skipped, 'test was', 'tests were')} skipped, and at most ${most} may be: ${listed(all.skipped)}${parsed.remark}`,
            ...numbers,
        };
    return { verdict: 'pass', because: `${counted(all.passed, 'test')} passed, none failed${told}`, ...numbers };
}
function skippedTold({ skipped }) {
    return skipped.length === 0 ? '' : `, ${skipped.length} skipped: ${listed(skipped)}`;
}
function flakyTold({ flaky }) {
    return flaky.length === 0 ? '' : `; ${flaky.length} passed only when run again: ${listed(flaky)}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./packages/shared/src/values/bytes.ts
var bytes = __webpack_require__(61265);
;// CONCATENATED MODULE: ./actions/quality/src/reports/read-reports.ts




const MOST_FILES = 20_000;
/** The files that the globs name below a folder; each glob must lead to one at least, and none out of the folder. */
async function readReports(folder, patterns, atMost) {
    const found = await findFiles(folder, patterns);
    if (found.kind === 'unreadable')
        return found;
    const seen = new Set();
    const files = [];
    const copies = [];
    for (const file of found.files) {
        const read = await readText(external_node_path_default().join(folder, file), atMost);
        if (read.kind === 'unreadable')
            return { kind: 'unreadable', why: `${file} ${read.why}` };
        if (seen.has(read.sha256))
            copies.push(file);
        else
            files.push({ file, text: read.text });
        seen.add(read.sha256);
    }
    return { kind: 'read', files, copies };
}
/** Paths below the folder, sorted. */
async function findFiles(folder, patterns, except = []) {
    const root = await (0,promises_.realpath)(folder);
    const files = new Set();
    for (const pattern of patterns) {
        let matches = 0;
        for await (const entry of (0,promises_.glob)(pattern, {
            cwd: folder,
            exclude: [...except, '**/node_modules/**', '**/.git/**'],
        })) {
            const file = entry.split((external_node_path_default()).sep).join('/');
            const real = await (0,promises_.realpath)(external_node_path_default().join(folder, file));
            if (real !== root && !real.startsWith(root + (external_node_path_default()).sep))
                return { kind: 'unreadable', why: `${file} leads out of the workspace` };
            if (!(await (0,promises_.stat)(real)).isFile())
                continue;
            matches += 1;
            files.add(file);
        }
        if (matches === 0)
            return { kind: 'unreadable', why: `there is no file ${pattern}` };
        if (files.size > MOST_FILES)
            return { kind: 'unreadable', why: `${pattern} names more than ${MOST_FILES} files` };
    }
    return { kind: 'found', files: [...files].sort() };
}
/** One file as text, unless it is too large or no text. */
async function readText(file, atMost) {
    const { size } = await (0,promises_.stat)(file);
    if (size > atMost.bytes)
        return {
            kind: 'unreadable',
            why: `has ${(0,bytes/* formatBytes */.z3)({ bytes: size })}, and at most ${(0,bytes/* formatBytes */.z3)(atMost)} is read`,
        };
    const content = await (0,promises_.readFile)(file);
    // What PowerShell redirects to a file is UTF-16.
    const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8';
    try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(content);
        return { kind: 'read', text, sha256: (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex') };
    }
    catch {
        return { kind: 'unreadable', why: `is not ${encoding}` };
    }
}

;// CONCATENATED MODULE: ./actions/quality/src/scan/code-only.ts
// Enough of JavaScript's lexical grammar to tell code from comments, texts and regular expressions.
/** The text with comments, string contents and regular expressions blanked out; every line keeps its place. */
function codeOnly(text) {
    const out = text.split('');
    const blank = (from, to) => {
        for (let at = from; at < to; at++)
            if (out[at] !== '\n')
                out[at] = ' ';
    };
    /** Braces that are open in each template's `${`, innermost last. */
    const templates = [];
    let before = '';
    for (let at = 0; at < text.length;) {
        const rest = text.slice(at, at + 2);
        const char = text[at] ?? '';
        if (rest === '//' || rest === '/*') {
            const end = rest === '//' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2);
            const to = end < 0 ? text.length : rest === '//' ? end : end + 2;
            blank(at, to);
            at = to;
            continue;
        }
        const closing = char === '}' && templates.at(-1) === 0;
        const to = closing || char === '`' ? endOfTemplate(text, at + 1) : endOfLiteral(text, at, before);
        if (to !== undefined) {
            blank(at + 1, to - 1);
            if (closing)
                templates.pop();
            if (text[to - 1] === '{')
                templates.push(0);
            before = text[to - 1] === '{' ? '{' : ')';
            at = to;
            continue;
        }
        if (templates.length > 0 && (char === '{' || char === '}'))
            templates.push((templates.pop() ?? 0) + (char === '{' ? 1 : -1));
        const word = /^[\w$]+/.exec(text.slice(at, at + 64))?.[0];
        if (!/\s/.test(char))
            before = word ?? char;
        at += word?.length ?? 1;
    }
    return out.join('');
}
function endOfLiteral(text, at, before) {
    const char = text[at];
    if (char === "'" || char === '"')
        return endOfString(text, at, char);
    // </tag> of JSX is no expression.
    return char === '/' && text[at - 1] !== '<' && regexMayFollow(before) ? endOfRegex(text, at) : undefined;
}
/** Undefined where the line ends first: an apostrophe in the text of JSX, after which code may follow. */
function endOfString(text, at, quote) {
    for (let end = at + 1; end < text.length && text[end] !== '\n'; end++) {
        if (text[end] === '\\')
            end += 1;
        else if (text[end] === quote)
            return end + 1;
    }
    return undefined;
}
/** Behind the backtick, or behind the `${` that leads back into code. */
function endOfTemplate(text, from) {
    for (let end = from; end < text.length; end++) {
        if (text[end] === '\\')
            end += 1;
        else if (text[end] === '`')
            return end + 1;
        else if (text[end] === '$' && text[end + 1] === '{')
            return end + 2;
    }
    return text.length;
}
function endOfRegex(text, at) {
    let inClass = false;
    for (let end = at + 1; end < text.length && text[end] !== '\n'; end++) {
        const char = text[end];
        if (char === '\\')
            end += 1;
        else if (char === '[')
            inClass = true;
        else if (char === ']')
            inClass = false;
        else if (char === '/' && !inClass)
            return end + 1;
    }
    return undefined;
}
const BEFORE_REGEX = new Set('return typeof case in of do else void delete throw new await yield instanceof'.split(' '));
/** After a value a slash divides; after an operator, an opening bracket or such a word it begins an expression. */
function regexMayFollow(before) {
    return before === '' || BEFORE_REGEX.has(before) || !/[\w$)\]}]$/.test(before);
}

;// CONCATENATED MODULE: ./actions/quality/src/scan/find-calls.ts

/** Where the code, and no comment or text, names one of `calls`. */
function findCalls(file, text, calls) {
    const code = codeOnly(text);
    return calls
        .flatMap((call) => [...code.matchAll(patternOf(call))].map(({ index }) => ({ call, file, line: lineAt(code, index) })))
        .sort((a, b) => a.line - b.line);
}
/** Also `globalThis.console.log`, `console?.log` and over several lines; not `my.console.log`, nor a key of that name. */
function patternOf(call) {
    const name = call
        .split('.')
        .map((part) => part.replaceAll('$', '\\$'))
        .join('\\s*(?:\\?\\.|\\.)\\s*');
    const after = call.includes('.') ? '' : '|\\s*:';
    return new RegExp(`(?<![\\w$.])(?:(?:globalThis|window|self)\\s*\\.\\s*)?${name}(?![\\w$]${after})`, 'g');
}
function lineAt(text, index) {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1))
        line += 1;
    return line;
}

;// CONCATENATED MODULE: ./actions/quality/src/scan/scan-sources.ts



const KNOWN = new Set(['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx']);
/** Every file that the globs name, read and searched. A file of another language is not guessed at. */
async function scanSources(folder, { sources, except, calls }, atMost) {
    const listed = await findFiles(folder, sources, except);
    if (listed.kind === 'unreadable')
        return listed;
    const found = [];
    for (const file of listed.files) {
        if (!KNOWN.has(external_node_path_default().extname(file)))
            return {
                kind: 'unreadable',
                why: `${file} is neither JavaScript nor TypeScript: give a SARIF report of its linter`,
            };
        const read = await readText(external_node_path_default().join(folder, file), atMost);
        if (read.kind === 'unreadable')
            return { kind: 'unreadable', why: `${file} ${read.why}` };
        found.push(...findCalls(file, read.text, calls));
    }
    return { kind: 'scanned', files: listed.files.length, found };
}

;// CONCATENATED MODULE: ./actions/quality/src/apply.ts









/** One check for each question. Reports are read one after the other: together they may not fit into memory. */
async function measure(questions, ground) {
    const checks = [];
    for (const question of questions) {
        const judgement = await judge(question, ground);
        checks.push(checkOf(question.id, question.subject, sourceOf(question), ground.at, judgement));
    }
    return checks;
}
async function judge(question, { workspace, input }) {
    const most = input['max-report-size'];
    const read = (reports) => readReports(workspace, reports, most);
    switch (question.kind) {
        case 'tests':
            return judgeTests(await read(question.asked.reports), question.asked);
        case 'coverage': {
            const { sources, except } = question.asked;
            const listed = sources === undefined ? undefined : await readSources(workspace, sources, except, most);
            if (typeof listed === 'string')
                return inconclusive(listed);
            return judgeCoverage(await read(question.asked.reports), question.asked, listed);
        }
        case 'findings': {
            const { reports } = question.asked;
            return judgeFindings(reports && (await read(reports)), question.asked, input.results);
        }
        case 'debug-output': {
            const { sources, except, calls, reports } = question.asked;
            const scanned = sources && (await scanSources(workspace, { sources, except, calls }, most));
            return judgeDebugOutput(scanned, reports && (await read(reports)), question.asked);
        }
    }
}
/** Each source with the lines on which code stands; a sentence where one cannot be read. */
async function readSources(workspace, sources, except, atMost) {
    const listed = await findFiles(workspace, sources, except);
    if (listed.kind === 'unreadable')
        return listed.why;
    const all = [];
    for (const file of listed.files) {
        const read = await readText(external_node_path_default().join(workspace, file), atMost);
        if (read.kind === 'unreadable')
            return `${file} ${read.why}`;
        const code = /\.[cm]?[jt]sx?$/.test(file) ? codeOnly(read.text) : read.text;
        const lines = code.split('\n').flatMap((line, at) => (/\w/.test(line) ? [at + 1] : []));
        all.push({ file, lines });
    }
    return all;
}
function sourceOf({ asked }) {
    const named = [...(asked.reports ?? []), ...('sources' in asked ? (asked.sources ?? []) : [])];
    const command = 'command' in asked && asked.command !== undefined ? [`job ${asked.command}`] : [];
    return [...named, ...command].join(', ');
}


/***/ }),

/***/ 74636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ check)
/* harmony export */ });
/* unused harmony export checks */
/* harmony import */ var _shared_evidence_checks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88160);

/** What this action reports. */
const checks = {
    'quality.unit-tests': 'Do all unit tests pass, and are there as many as asked for?',
    'quality.integration-tests': 'Do all integration tests pass, and are there as many as asked for?',
    'quality.end-to-end-tests': 'Do all tests in a browser pass, and are there as many as asked for?',
    'quality.coverage': 'Do the tests run enough of the code?',
    'quality.lint': 'Do the linters find no errors?',
    'quality.types': 'Do the types check?',
    'quality.debug-output': 'Is no debugging output left in what production runs?',
    'quality.measured-before': 'Did a successful run measure this very commit?',
};
const check = (0,_shared_evidence_checks__WEBPACK_IMPORTED_MODULE_0__/* .checkIn */ .i)(checks);


/***/ }),

/***/ 40278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findRun)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74636);


const runs = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    workflow_runs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
        event: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        head_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    })),
});
const artifacts = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    artifacts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), expired: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })),
});
/** The head of such a run is the commit itself; that of a pull request is a merge that nobody releases. */
const OF_THE_COMMIT = ['push', 'merge_group'];
/** The newest run of this commit that kept the evidence, which must have succeeded as a whole. */
async function findRun(ask, { commit, artifact, at }) {
    const told = (verdict, because, measured) => (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('quality.measured-before', commit.slice(0, 12), verdict, because, {
        ...(measured === undefined ? {} : { measured }),
        expected: `a successful run of ${commit} with the artifact ${artifact}`,
        source: 'GET actions/runs, GET actions/runs/{run}/artifacts',
        at,
    });
    const closed = (because) => ({ check: told('inconclusive', because) });
    const listed = await ask(`/actions/runs?head_sha=${encodeURIComponent(commit)}&per_page=100`, runs);
    if (listed.kind !== 'found')
        return closed(`which runs this commit had could not be found out: ${why(listed)}`);
    const candidates = listed.value.workflow_runs
        .filter((run) => run.head_sha === commit && OF_THE_COMMIT.includes(run.event))
        .sort((a, b) => b.id - a.id);
    for (const run of candidates) {
        const kept = await ask(`/actions/runs/${run.id}/artifacts?name=${encodeURIComponent(artifact)}`, artifacts);
        if (kept.kind === 'unreadable')
            return closed(`what run ${run.id} kept could not be found out: ${kept.why}`);
        const own = kept.kind === 'found' ? kept.value.artifacts.filter(({ name }) => name === artifact) : [];
        if (own.length === 0)
            continue;
        if (own.every(({ expired }) => expired))
            return closed(`run ${run.id} measured this commit, and its evidence has expired; run it again`);
        return judge(run, told);
    }
    return closed(`no run on main has measured this commit: none of ${candidates.length} kept ${artifact}. Let checks.yml run on it first`);
}
function judge(run, told) {
    const id = String(run.id);
    if (run.status !== 'completed')
        return { check: told('inconclusive', `run ${id} is still measuring this commit`, id) };
    if (run.conclusion !== 'success')
        return { check: told('fail', `run ${id} measured this commit and ended in ${run.conclusion ?? 'nothing'}`, id) };
    return { check: told('pass', `run ${id} measured this commit and succeeded`, id), runId: id };
}
const why = (answer) => answer.kind === 'unreadable' ? answer.why : 'GitHub knows no such list';


/***/ }),

/***/ 95008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_bytes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61265);



/** A glob that cannot lead out of the workspace. */
const glob = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .min(1)
    .refine((text) => !text.startsWith('/') && !text.split('/').includes('..'), 'a path below the workspace, without ..');
const globs = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(glob).min(1);
const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(0);
const percent = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(0).max(100);
/** `console.log`, or a statement such as `debugger`. */
const call = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/, 'a name with dots, such as console.log');
const tests = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    reports: globs.describe('JUnit XML files, as globs'),
    'at-least': zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(1).default(1).describe('How many tests must have passed'),
    'at-most-skipped': count.optional().describe('How many may be skipped; any number unless said, and always told'),
});
const findings = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    reports: globs.optional().describe('SARIF files, as globs'),
    command: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).optional().describe('The job in `results` whose exit code counts as well'),
    warnings: count.optional().describe('How many warnings are let through; any number unless said, and always told'),
})
    .refine(({ reports, command }) => reports !== undefined || command !== undefined, {
    error: 'name reports, a command, or both',
});
const debugOutput = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    sources: globs.optional().describe('JavaScript and TypeScript files that production runs, as globs'),
    except: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(glob).default([]).describe('Files of these that may write to the console'),
    calls: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(call)
        .min(1)
        .default(['console.log', 'console.debug', 'console.trace', 'debugger'])
        .describe('What must not be called'),
    reports: globs.optional().describe('SARIF files, as globs, instead of or besides sources'),
    rules: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1))
        .min(1)
        .default(['no-console', 'no-debugger'])
        .describe('The rules in these that find debugging output'),
})
    .refine(({ sources, reports }) => sources !== undefined || reports !== undefined, {
    error: 'name sources, reports, or both',
});
const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'quality',
    title: 'Golive: quality',
    description: 'Judges the reports of your tests, coverage, linters and type checkers: JUnit, LCOV, Cobertura, SARIF.',
    section: 'quality',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        mode: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['measure', 'find'])
            .default('measure')
            .describe('measure: judge the reports. find: look for the run that measured this commit before.'),
        unit: tests.optional().describe('The reports of the unit tests.'),
        integration: tests.optional().describe('The reports of the integration tests.'),
        'end-to-end': tests.optional().describe('The reports of the tests in a browser.'),
        coverage: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
            reports: globs.describe('LCOV or Cobertura files, as globs; several are added up'),
            lines: percent.default(80).describe('Least share of lines that tests run, in per cent'),
            branches: percent.optional().describe('Least share of branches, in per cent'),
            sources: globs.optional().describe('Files that no report mentions count as not covered'),
            except: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(glob).default([]).describe('Files of these that need no tests'),
        })
            .optional()
            .describe('How much of the code the tests must run.'),
        lint: findings.optional().describe('What the linters may find: no errors.'),
        types: findings.optional().describe('What the type checkers may find: no errors.'),
        'debug-output': debugOutput.optional().describe('Where debugging output must not be left.'),
        results: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ result: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['success', 'failure', 'cancelled', 'skipped']) }))
            .default({})
            .describe('The jobs whose commands ran, and how they ended: `toJSON(needs)`'),
        'max-report-size': (0,_shared_values_bytes__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee)().default('32MB').describe('A report above this is not read'),
        artifact: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).default('evidence-quality').describe('find: the artifact with the evidence of the run'),
        'github-token': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().meta({
            secret: true,
            // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
            actionDefault: '${{ github.token }}',
            description: 'find: token that may read actions of this repository; the one of the job will do.',
        }),
    }),
    outputs: {
        verdict: 'pass, warn, skipped, inconclusive or fail',
        'run-id': 'find: the run that measured this commit; empty when there is none',
    },
});


/***/ }),

/***/ 78832:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _shared_github_rest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41245);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66046);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88083);
/* harmony import */ var _find_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40278);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95008);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64710);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21415);
// Names the real world and hands it in; everything else in this folder takes values.








await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .definition */ .m, async (input, run) => {
    const decision = (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .plan */ .e)(input);
    run.log.info(`${decision.kind}: ${decision.because}`);
    const at = run.now().toISOString();
    switch (decision.kind) {
        case 'refuse':
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('QUALITY_NOTHING_ASKED', decision.because, { hint: decision.hint });
        case 'leave':
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)('Quality', []);
        case 'measure':
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)('Quality', await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .measure */ .x)(decision.questions, { workspace: run.paths.workspace, input, at }));
        case 'find': {
            const { action, github, signal, sleep } = run;
            const token = input['github-token'] ?? '';
            const ask = (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_0__/* .askGitHub */ .X3)({ action, apiUrl: github.apiUrl, repository: github.repository, token, signal, sleep });
            const found = await (0,_find_run_js__WEBPACK_IMPORTED_MODULE_4__/* .findRun */ .L)(ask, { commit: github.sha, artifact: decision.artifact, at });
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)('The checks of this commit', [found.check], found.runId);
        }
    }
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 64710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ plan)
/* harmony export */ });
/** What the reports are asked, from what golive.yml says of them. */
function plan(input) {
    const questions = questionsOf(input);
    if (input.mode === 'find')
        return questions.length === 0
            ? { kind: 'leave', because: 'golive.yml asks nothing about quality, so no run has measured it' }
            : {
                kind: 'find',
                artifact: input.artifact,
                because: `${questions.length} questions were asked before the release`,
            };
    if (questions.length === 0)
        return {
            kind: 'refuse',
            because: 'no report is named: neither unit, integration, end-to-end, coverage, lint, types nor debug-output',
            hint: 'name the reports of your tools in the section quality of golive.yml; the README shows how',
        };
    return { kind: 'measure', questions, because: `${questions.length} questions about the code` };
}
function questionsOf(input) {
    const { unit, integration, coverage, lint, types } = input;
    const browser = input['end-to-end'];
    const debug = input['debug-output'];
    const all = [
        unit && { id: 'quality.unit-tests', subject: 'unit tests', kind: 'tests', asked: unit },
        integration && { id: 'quality.integration-tests', subject: 'integration tests', kind: 'tests', asked: integration },
        browser && { id: 'quality.end-to-end-tests', subject: 'end-to-end tests', kind: 'tests', asked: browser },
        coverage && { id: 'quality.coverage', subject: 'coverage', kind: 'coverage', asked: coverage },
        lint && { id: 'quality.lint', subject: 'linters', kind: 'findings', asked: lint },
        types && { id: 'quality.types', subject: 'types', kind: 'findings', asked: types },
        debug && { id: 'quality.debug-output', subject: 'production code', kind: 'debug-output', asked: debug },
    ];
    return all.filter((one) => one !== undefined);
}


/***/ }),

/***/ 21415:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);
/* harmony import */ var _shared_evidence_summary__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10449);



/** Outputs and job summary of what was measured, or of the run that was found. */
function report(title, checks, runId = '') {
    const verdict = (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)(checks.map((one) => one.verdict));
    return { checks, outputs: { verdict, 'run-id': runId }, summary: summaryOf(title, checks) };
}
function summaryOf(title, checks) {
    return (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## ${title}

${checks.length === 0 ? (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `Nothing was asked.` : (0,_shared_evidence_summary__WEBPACK_IMPORTED_MODULE_2__/* .checksTable */ .Et)(checks)}
`;
}


/***/ }),

/***/ 41245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EA: () => (/* binding */ askGitHubItself),
/* harmony export */   HF: () => (/* binding */ postToGitHub),
/* harmony export */   J4: () => (/* binding */ sendToGitHub),
/* harmony export */   X3: () => (/* binding */ askGitHub),
/* harmony export */   pI: () => (/* binding */ askAll)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92413);

const attempts = 4;
const firstPauseMs = 500;
const longestPauseMs = 60_000;
const answerWithinMs = 10_000;
const perPage = 100;
const mostPages = 50;
/**
 * A reader of the repository's REST resources. Answers that may differ a moment later (5xx, 429, a broken
 * connection) are asked again up to three times; whatever is left is an `unreadable`, never a guess.
 */
function askGitHub(settings) {
    return reader(settings, `/repos/${settings.repository}`);
}
/** As `askGitHub`, for what belongs to no repository: accounts, teams, the server itself. */
function askGitHubItself(settings) {
    return reader(settings, '');
}
function reader(settings, prefix) {
    const octokit = clientOf(settings);
    return (path, schema) => again(settings, async () => {
        const what = `GET ${prefix}${path}`;
        const answer = await requestOnce(octokit, settings, what);
        if (answer.kind !== 'found')
            return answer;
        const parsed = schema.safeParse(answer.value.data);
        if (parsed.success)
            return { kind: 'found', value: parsed.data };
        const place = parsed.error.issues[0];
        const where = place === undefined ? '' : ` (${place.path.join('.') || 'top'}: ${place.message})`;
        return { kind: 'unreadable', why: `${what} answered something unexpected${where}`, passing: false };
    });
}
/**
 * Every item of a listing, page by page, one request after the other: GitHub's secondary limit counts those under way
 * at once. A listing longer than 5,000 items is unreadable, since what stands behind them is not known.
 */
async function askAll(ask, path, schema, itemsOf) {
    const items = [];
    for (let page = 1; page <= mostPages; page++) {
        const answer = await ask(`${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`, schema);
        if (answer.kind !== 'found')
            return answer;
        const more = itemsOf(answer.value);
        items.push(...more);
        if (more.length < perPage)
            return { kind: 'found', value: items };
    }
    return { kind: 'unreadable', why: `GET ${path} lists more than ${mostPages * perPage} items` };
}
/** A writer of the repository's REST resources. */
function sendToGitHub(settings) {
    const octokit = clientOf(settings);
    return async (method, path, body) => {
        const once = async () => {
            const answer = await requestOnce(octokit, settings, `${method} /repos/${settings.repository}${path}`, body);
            return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
        };
        // What a POST that got no answer has made is found by reading it back, not by making it twice.
        return method === 'POST' ? told(await once()) : again(settings, once);
    };
}
/** As `askGitHub`, for what changes something; only for what may be sent twice. */
function postToGitHub(settings) {
    const octokit = clientOf(settings);
    return (path) => again(settings, async () => {
        const answer = await requestOnce(octokit, settings, `POST /repos/${settings.repository}${path}`);
        return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
    });
}
const clientOf = ({ token, apiUrl, action }) => (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, {
    baseUrl: apiUrl,
    userAgent: `golive-${action}`,
    // What is deprecated or redirected is told by the answer; the log is written by the action alone.
    log: { debug() { }, info() { }, warn() { }, error() { } },
});
async function again(settings, once) {
    for (let attempt = 1;; attempt++) {
        const answer = await once();
        if (answer.kind !== 'unreadable' || !answer.passing || attempt === attempts)
            return told(answer);
        // A longer wait than a minute is for whoever runs the job again, not for a runner that stands by.
        await settings.sleep(Math.min(Math.max(firstPauseMs * 2 ** (attempt - 1), answer.waitMs ?? 0), longestPauseMs));
    }
}
function told(answer) {
    if (answer.kind !== 'unreadable')
        return answer;
    const { passing: _, waitMs: __, ...rest } = answer;
    return rest;
}
async function requestOnce(octokit, settings, what, body) {
    try {
        const { data, status } = await octokit.request(what, {
            headers: { 'x-github-api-version': '2022-11-28' },
            ...(body === undefined ? {} : { data: body }),
            request: {
                redirect: 'error',
                signal: AbortSignal.any([settings.signal, AbortSignal.timeout(answerWithinMs)]),
            },
        });
        return { kind: 'found', value: { data, status } };
    }
    catch (cause) {
        settings.signal.throwIfAborted();
        const refusal = refusalOf(cause);
        if (refusal === undefined)
            return {
                kind: 'unreadable',
                why: `${what} failed: ${cause instanceof Error ? cause.message : ''}`,
                passing: true,
            };
        const { status, headers, message } = refusal;
        if (status === 404)
            return { kind: 'missing' };
        // GitHub answers its secondary rate limit with a 403 that says when to come back, in seconds.
        const waitMs = Number(headers['retry-after']) * 1000 || undefined;
        const passing = status >= 500 || status === 429 || waitMs !== undefined;
        const why = `${what} answered ${status}${reasonOf(status, headers, message)}`;
        return { kind: 'unreadable', why, status, passing, ...(waitMs === undefined ? {} : { waitMs }) };
    }
}
/** What GitHub gave as its reason, and the permission that it wants where it names one. */
function reasonOf(status, headers, message) {
    const said = message === '' ? '' : ` (${message.slice(0, 200)})`;
    // `actions=read`, or alternatives after a semicolon:
    // https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
    const wanted = headers['x-accepted-github-permissions'];
    if (status !== 403 || typeof wanted !== 'string' || !/^[a-z_]+=[a-z]+([;, ]+[a-z_]+=[a-z]+)*$/.test(wanted))
        return said;
    return `${said}; it wants a token with ${wanted.replaceAll('=', ': ').replaceAll('_', '-')}`;
}
/** The refusal of a server; none where no answer came, which Octokit reports as a 500 without a response. */
function refusalOf(error) {
    if (!(error instanceof Error) || !('response' in error))
        return undefined;
    const response = Object(error.response);
    if (typeof response.status !== 'number')
        return undefined;
    const { message } = Object(response.data);
    return {
        status: response.status,
        headers: Object(response.headers),
        message: typeof message === 'string' ? message : '',
    };
}


/***/ }),

/***/ 61265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   z_: () => (/* binding */ parseBytes)
/* harmony export */ });
/* harmony import */ var _parsed_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28453);
/* harmony import */ var _value_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79916);


const factors = {
    B: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
const expected = 'a size with its unit, such as 500MB, 1.5GB or 512MiB';
/** Parses `500MB` (powers of ten) or `512MiB` (powers of two). Throws a ValueError that says what is wrong. */
function parseBytes(text) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(text.trim()) ?? [];
    const factor = factors[unit ?? ''];
    if (amount === undefined || (factor === undefined && unit !== ''))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}'`);
    if (Number(amount) === 0)
        return { bytes: 0 };
    if (factor === undefined)
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}': add a unit, for example ${amount}MB`);
    const bytes = Math.round(Number(amount) * factor);
    if (!Number.isSafeInteger(bytes))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}', which is too large`);
    return { bytes };
}
/** Writes a size in powers of ten with one decimal, as registries and `docker images` do: `412.7MB`. */
function formatBytes({ bytes }) {
    for (const unit of ['TB', 'GB', 'MB', 'kB']) {
        const factor = factors[unit] ?? 1;
        if (bytes >= factor)
            return `${Math.round((bytes / factor) * 10) / 10}${unit}`;
    }
    return `${bytes}B`;
}
/** A zod schema for a size; its default is written as text: `bytes().default('500MB')`. */
function bytes() {
    return (0,_parsed_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedText */ .l)(expected, parseBytes);
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
