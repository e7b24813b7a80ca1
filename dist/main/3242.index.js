export const id = 3242;
export const ids = [3242];
export const modules = {

/***/ 99517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B8: () => (/* binding */ dossierText),
  R8: () => (/* binding */ filesOf),
  AX: () => (/* binding */ renderings),
  Eo: () => (/* binding */ stated),
  Fc: () => (/* binding */ statementFiles)
});

// EXTERNAL MODULE: ./actions/dossier/src/dossier.ts + 1 modules
var src_dossier = __webpack_require__(72741);
// EXTERNAL MODULE: ./packages/shared/src/evidence/template.ts
var template = __webpack_require__(4395);
;// CONCATENATED MODULE: ./packages/shared/src/evidence/xml.ts

/** XML whose every hole was escaped. Only `xml` makes one. */
class Xml extends template/* Markup */.V {
}
/** XML with untrusted holes, in text and in double-quoted attributes. */
const xml = (0,template/* templateOf */.k)(Xml, escapeXml).tag;
/** Escapes text for an element or a quoted attribute; what no XML 1.0 document may hold is left out. */
function escapeXml(text) {
    return (text
        .toWellFormed()
        // https://www.w3.org/TR/xml/#charsets
        .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;'));
}

;// CONCATENATED MODULE: ./actions/dossier/src/junit.ts

/**
 * The dossier as JUnit XML: a step is a suite, a box a test case. Failed boxes fail; one that is open and due is an
 * error, since a reader of JUnit takes what is skipped for good; what is waived or not due is skipped. Elements and
 * attributes are those that the schema of Jenkins knows:
 * https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
function junit(dossier) {
    const suites = dossier.steps.map((step, index) => ({ text: suite(step, index, dossier), ...countOf(step) }));
    const sum = (what) => suites.reduce((total, one) => total + one[what], 0);
    const name = `${dossier.project} ${dossier.release}`;
    const whole = xml `<testsuites name="${name}" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">
${suites.map(({ text }) => text)}</testsuites>
`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}`;
}
function resultOf({ state }, due) {
    if (state === 'measured' || state === 'signed')
        return 'passed';
    if (state === 'failed')
        return 'failure';
    return state === 'open' && due ? 'error' : 'skipped';
}
function countOf({ boxes, due }) {
    const of = (wanted) => boxes.filter((box) => resultOf(box, due) === wanted).length;
    return { tests: boxes.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}
function suite(step, index, { generatedAt }) {
    const { tests, failures, errors, skipped } = countOf(step);
    return xml `  <testsuite name="${step.step}" id="${index}" package="${step.phase}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" timestamp="${generatedAt}">
    <properties><property name="owner" value="${step.owner}"/><property name="due" value="${step.due}"/></properties>
${step.boxes.map((box) => testcase(box, step))}  </testsuite>
`;
}
function testcase(box, { step, due }) {
    const said = [
        `by ${box.by}`,
        ...(box.source === undefined ? [] : [`source: ${box.source}`]),
        ...(box.at === undefined ? [] : [`at: ${box.at}`]),
        ...(box.note === undefined ? [] : [box.note]),
        ...(box.link === undefined ? [] : [`${box.job ?? 'run'}: ${box.link}`]),
    ].join('\n');
    return xml `    <testcase name="${box.box} ${box.text}" classname="${step}">${outcome(box, due)}<system-out>${box.state}: ${box.because}
${said}</system-out></testcase>
`;
}
function outcome(box, due) {
    const { state: type, because: message } = box;
    const result = resultOf(box, due);
    if (result === 'failure')
        return xml `<failure type="${type}" message="${message}"/>`;
    if (result === 'error')
        return xml `<error type="${type}" message="${message}"/>`;
    return result === 'skipped' ? xml `<skipped type="${type}" message="${message}"/>` : '';
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/html.ts
var html = __webpack_require__(41620);
// EXTERNAL MODULE: ./packages/shared/src/evidence/page/document.ts + 1 modules
var page_document = __webpack_require__(20983);
// EXTERNAL MODULE: ./packages/shared/src/evidence/page/parts.ts
var parts = __webpack_require__(82383);
;// CONCATENATED MODULE: ./actions/dossier/src/page/figures.ts


/** The parts of a tally in the order in which they are drawn; what is not due yet is pale. */
function shares(all, due) {
    const parts = [
        { tone: 'measured', count: all.measured },
        { tone: 'signed', count: all.signed },
        { tone: 'waived', count: all.waived },
        { tone: 'failed', count: all.failed },
        { tone: 'open', count: due.open },
        { tone: 'later', count: all.open - due.open },
    ];
    return parts.filter((share) => share.count > 0);
}
/** A ring of all boxes, with the readiness in the middle. */
function ring(all, due) {
    const score = (0,src_dossier/* percent */.KN)(all);
    let before = 0;
    const arcs = shares(all, due).map(({ tone, count }) => {
        const start = before;
        before += count;
        // A circle's stroke starts at three o'clock; pathLength makes one box one unit long.
        return (0,html/* html */.qy) `<circle class="${tone}" cx="60" cy="60" r="50" pathLength="${all.total}" stroke-dasharray="${count} ${all.total - count}" stroke-dashoffset="${-start}" transform="rotate(-90 60 60)"/>`;
    });
    return (0,html/* html */.qy) `<svg class="ring" viewBox="0 0 120 120" role="img" aria-label="Readiness ${score} per cent: ${all.closed} of ${all.total} boxes closed"><circle cx="60" cy="60" r="50"/>${arcs}<text x="60" y="64">${score}%</text><text class="small" x="60" y="79">${all.closed} of ${all.total}</text></svg>`;
}
/** The same parts as a bar; decoration beside a count that says it in words. */
function bar(all, due) {
    let before = 0;
    const pieces = shares(all, due).map(({ tone, count }) => {
        const start = before;
        before += count;
        return (0,html/* html */.qy) `<rect class="${tone}" x="${start}" y="0" width="${count}" height="1"/>`;
    });
    return (0,html/* html */.qy) `<svg class="bar" viewBox="0 0 ${all.total} 1" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

;// CONCATENATED MODULE: ./actions/dossier/src/page/sections.ts


const marks = { signed: '✓ signed', quorum: '✓ by quorum', refused: '✕ refused', missing: '○ not signed' };
/** Who signed for what, and which brief. */
function signatures(all) {
    if (all.length === 0)
        return (0,html/* html */.qy) ``;
    const each = all.map((one) => ({
        tone: one.state === 'quorum' ? 'signed' : one.state,
        name: one.role,
        state: marks[one.state],
        lines: [one.because, ...besides(one)],
    }));
    return (0,parts/* section */.uW)('signatures', 'Signatures', (0,parts/* cards */.kR)(each));
}
function besides({ comment, brief, relaxed, at, because }) {
    return [
        ...(comment === undefined || because.includes(comment) ? [] : [(0,html/* html */.qy) `“${comment}”`]),
        ...(relaxed === undefined || relaxed.length === 0 ? [] : [(0,html/* html */.qy) `Relaxed for it: ${relaxed.join(', ')}`]),
        ...(brief === undefined ? [] : [(0,html/* html */.qy) `Brief <code title="SHA-256 ${brief}">${brief.slice(0, 12)}</code>`]),
        ...(at === undefined ? [] : [(0,parts/* moment */.n$)(at, 'day')]),
    ];
}
/** What stands between the checklist as it was written and what was asked for. */
function exceptions({ relaxations, checklist }) {
    const { waivers, removed } = checklist;
    const tables = [
        part('Rules of sign-off that are relaxed', ['Rule', 'What it lets through'], relaxations.map(({ name, because }) => [name, because])),
        part('Waivers', ['Box', 'Owner', 'Reason', 'Until'], waivers.map(({ box, owner, reason, until }) => [String(box), owner, reason, until])),
        part('Taken out of the checklist', ['Box', 'What it asked', 'Why'], removed.map(({ box, text, reason }) => [String(box), text, reason])),
    ];
    if (relaxations.length + waivers.length + removed.length === 0)
        return (0,html/* html */.qy) ``;
    return (0,parts/* section */.uW)('exceptions', 'Exceptions in force', (0,html/* html */.qy) `${tables}`);
}
function part(heading, head, rows) {
    if (rows.length === 0)
        return (0,html/* html */.qy) ``;
    const cells = rows.map((row) => ({ cells: row }));
    return (0,html/* html */.qy) `<h3>${heading}</h3>${(0,parts/* tableOf */.c_)(head, cells)}`;
}
/** What was released, by digest. */
function sections_images(all) {
    if (all.length === 0)
        return (0,html/* html */.qy) ``;
    const rows = all.map((one) => ({ cells: [one.name, (0,html/* html */.qy) `<code>${one.reference}</code>`] }));
    return (0,parts/* section */.uW)('images', 'Images', (0,parts/* tableOf */.c_)(['Image', 'Repository and digest'], rows));
}
/** What happened, in order. */
function timeline(all) {
    if (all.length === 0)
        return (0,html/* html */.qy) ``;
    return (0,parts/* section */.uW)('timeline', 'Timeline', (0,html/* html */.qy) `<ol class="timeline">${all.map((one) => (0,html/* html */.qy) `<li class="${tone(one.what)}">${(0,parts/* moment */.n$)(one.at, 'time')}<span class="action">${one.action}</span><span class="what">${one.what}${one.subject === undefined ? '' : (0,html/* html */.qy) ` <code>${one.subject}</code>`}</span></li>`)}</ol>`);
}
function tone(what) {
    if (!what.startsWith('finished: '))
        return 'later';
    return what.endsWith('pass') || what.endsWith('warn') ? 'measured' : 'failed';
}
/** What each job left, and the files that all of this was computed from. */
function evidence({ evidence: all, gaps, sealed }) {
    if (all.length + gaps.length === 0)
        return (0,html/* html */.qy) ``;
    const rows = all.map((one) => ({
        cells: [one.action, linked(one.job, one.link), one.verdict, String(one.checks), (0,parts/* moment */.n$)(one.finishedAt, 'time')],
    }));
    const dark = gaps.map((gap) => ({
        tone: 'failed',
        cells: ['none', gap.job, (0,html/* html */.qy) `<span class="state">${gap.result}</span>`, '', gap.because],
    }));
    const files = sealed.evidence.map(({ name, bytes, sha256 }) => ({
        cells: [name, bytes.toLocaleString('en'), (0,html/* html */.qy) `<code>${sha256}</code>`],
    }));
    return (0,parts/* section */.uW)('evidence', 'Evidence', (0,html/* html */.qy) `${(0,parts/* tableOf */.c_)(['Action', 'Job', 'Verdict', 'Checks', 'Finished'], [...rows, ...dark])}
<h3>Files</h3><div class="rows">${(0,parts/* unfolding */.L)((0,html/* html */.qy) `<span>${files.length} files, chained by SHA-256</span><span></span><span class="count">${sealed.evidence.at(-1)?.link.slice(0, 12)}</span>`, (0,html/* html */.qy) `<div class="files">${(0,parts/* tableOf */.c_)(['File', 'Bytes', 'SHA-256'], files)}</div>`)}</div>`);
}
/** Text that leads somewhere, when there is somewhere. */
function linked(text, url) {
    return url === undefined || !/^https?:/.test(url) ? (0,html/* html */.qy) `${text}` : (0,html/* html */.qy) `<a href="${url}">${text}</a>`;
}

;// CONCATENATED MODULE: ./actions/dossier/src/page/steps.ts




const headings = {
    before: 'Before the release',
    release: 'The release',
    'day-1': 'Day 1',
    'week-1': 'Week 1',
    'month-1': 'Month 1',
    rollback: 'Rollback',
};
const steps_marks = {
    measured: '✓ measured',
    signed: '✓ signed',
    waived: '~ waived',
    failed: '✕ failed',
    open: '○ open',
};
/** Every step with its boxes; those that need somebody's attention stand open. */
function stepList(dossier) {
    const phases = [...Map.groupBy(dossier.steps, (step) => step.phase)];
    return (0,html/* html */.qy) `<section aria-labelledby="boxes"><h2 id="boxes">The checklist</h2>${phases.map(([phase, steps]) => (0,html/* html */.qy) `<h3>${headings[phase]}</h3><div class="rows">${steps.map(stepRow)}</div>`)}</section>`;
}
function stepRow(step) {
    const none = { total: 0, closed: 0, measured: 0, signed: 0, waived: 0, failed: 0, open: 0 };
    const line = (0,html/* html */.qy) `<span>${step.step}</span>${bar(step.tally, step.due ? step.tally : none)}<span class="count">${count(step)}</span>`;
    return (0,parts/* unfolding */.L)(line, table(step), step.tally.failed > 0);
}
function count(step) {
    const { closed, total, failed } = step.tally;
    if (failed > 0)
        return `${failed} failed`;
    return step.due ? `${closed} of ${total}` : closed > 0 ? `${closed} of ${total}, later` : 'later';
}
function table(step) {
    return (0,html/* html */.qy) `<div class="boxes"><table><colgroup><col class="number"><col class="verdict"><col class="text"><col><col class="when"></colgroup>
<thead><tr><th scope="col">Box</th><th scope="col">State</th><th scope="col">What it asks</th><th scope="col">Fact and source</th><th scope="col">Time</th></tr></thead>
<tbody>${step.boxes.map((box) => row(box, step.due))}</tbody></table></div>`;
}
function row(box, due) {
    const tone = box.state === 'open' && !due ? 'later' : box.state;
    const source = [box.by, box.source, box.note].filter((part) => part !== undefined).join(' · ');
    const job = box.job === undefined ? '' : (0,html/* html */.qy) ` · ${linked(box.job, box.link)}`;
    return (0,html/* html */.qy) `<tr class="${tone}"><td class="number">${box.box}</td><td class="verdict"><span class="state">${tone === 'later' ? '· later' : steps_marks[box.state]}</span></td><td class="name">${box.text}</td><td class="fact">${box.because}<span class="origin">${source}${job}</span></td><td class="when">${box.at === undefined ? '' : (0,parts/* moment */.n$)(box.at, 'time')}</td></tr>
`;
}

;// CONCATENATED MODULE: ./actions/dossier/src/page/page.ts







const headlines = {
    ready: 'Released, and ready',
    open: 'Boxes left open',
    failed: 'Stopped',
};
const words = {
    measured: 'measured',
    signed: 'signed',
    waived: 'waived',
    failed: 'failed',
    open: 'open',
    later: 'not due yet',
};
/** The dossier as one page that needs nothing else. */
function page(dossier) {
    return (0,page_document/* documentOf */.l)({
        title: `${dossier.project} ${dossier.release}: ${headlines[dossier.verdict].toLowerCase()}`,
        body: (0,html/* html */.qy) `${header(dossier)}
<main>
${(0,parts/* section */.uW)('readiness', 'Readiness', legend(dossier))}
${signatures(dossier.signatures)}
${exceptions(dossier)}
${stepList(dossier)}
${sections_images(dossier.images)}
${timeline(dossier.timeline)}
${evidence(dossier)}
</main>
${footer(dossier)}`,
    });
}
function header(dossier) {
    const { project, release, verdict, why, record } = dossier;
    const run = `${dossier.run}, attempt ${dossier.attempt}`;
    const recorded = record === undefined
        ? []
        : [['Release record', (0,html/* html */.qy) `<code title="SHA-256 ${record.sha256}">sha256:${record.sha256.slice(0, 12)}</code>`]];
    return (0,parts/* band */.yp)({
        tone: verdict,
        kicker: `${project} ${release}`,
        headline: headlines[verdict],
        why,
        facts: [
            ['Repository', dossier.repository],
            ['Commit', (0,html/* html */.qy) `<code>${dossier.commit.slice(0, 12)}</code>`],
            ['Run', linked(run, dossier.runUrl)],
            ...recorded,
            [
                'Checklist',
                (0,html/* html */.qy) `<code title="SHA-256 ${dossier.checklist.digest}">sha256:${dossier.checklist.digest.slice(0, 12)}</code>`,
            ],
            ['Written', (0,parts/* moment */.n$)(dossier.generatedAt, 'day')],
        ],
        figure: ring(dossier.readiness.all, dossier.readiness.due),
    });
}
function legend(dossier) {
    const { all, due } = dossier.readiness;
    return (0,html/* html */.qy) `<p>${due.closed} of the ${due.total} boxes due by now are closed (${(0,src_dossier/* percent */.KN)(due)}%). Of all ${all.total} it is ${all.closed} (${(0,src_dossier/* percent */.KN)(all)}%):</p>
<ul class="legend">${shares(all, due).map(({ tone, count }) => (0,html/* html */.qy) `<li class="${tone}"><span class="dot"></span><b>${count}</b> ${words[tone]}</li>`)}</ul>`;
}
function footer({ sealed }) {
    return (0,html/* html */.qy) `<footer><p>Computed by Golive from ${sealed.evidence.length} evidence files. Measured: an action asked, and this is what it was told. Signed: a named person approved a protected environment. Waived: a named person answers for it until a day.</p><p>The same facts for programs: dossier.json. Whether a byte of any of it has changed since: <code>npx golive verify</code>.</p></footer>`;
}

// EXTERNAL MODULE: ./actions/dossier/src/seal/pack.ts
var pack = __webpack_require__(52970);
// EXTERNAL MODULE: ./actions/dossier/src/statement.ts
var src_statement = __webpack_require__(70700);
// EXTERNAL MODULE: ./actions/dossier/src/summary/summary.ts + 1 modules
var summary = __webpack_require__(77154);
;// CONCATENATED MODULE: ./actions/dossier/src/files.ts






/** The dossier's own files, by name, as they are written. The statement names the first four by their hashes. */
function filesOf(dossier) {
    const told = renderings(dossier);
    return new Map([...told, ...statementFiles((0,src_statement/* statementOf */.T8)(dossier, stated(told)))]);
}
/** The dossier for programs, for the job summary, as a page, and for readers of JUnit. */
function renderings(dossier) {
    return new Map([
        ['dossier.json', dossierText(dossier)],
        ['dossier.md', String((0,summary/* summary */.z)(dossier))],
        ['dossier.html', page(dossier)],
        ['dossier.junit.xml', junit(dossier)],
    ]);
}
/** The statement, and its two parts as actions/attest takes them. */
function statementFiles(statement) {
    const whole = src_statement/* statementSchema */.t.parse(statement);
    return new Map([
        ['dossier.intoto.json', jsonText(whole)],
        ['dossier.predicate.json', jsonText(whole.predicate)],
        ['dossier.subjects.txt', (0,src_statement/* subjectLines */.SB)(statement)],
    ]);
}
function stated(files) {
    return [...files].map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), sha256: (0,pack/* sha256 */.sc)(text) }));
}
/** dossier.json. Validating puts the keys in the order of the schema, whoever made the object. */
function dossierText(dossier) {
    return jsonText(src_dossier/* dossierSchema */.jX.parse(dossier));
}
function jsonText(value) {
    return `${JSON.stringify(value, undefined, 2)}\n`;
}


/***/ }),

/***/ 99518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ linkOf),
/* harmony export */   d: () => (/* binding */ chainOf)
/* harmony export */ });
/* harmony import */ var _shared_values_canonical_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56655);

/** Files as a chain: none of them can change, come, go or move without changing every link after it. */
function chainOf(files) {
    const links = [];
    for (const { name, bytes, sha256 } of files) {
        const place = { name, bytes, sha256, previous: links.at(-1)?.link ?? null };
        links.push({ ...place, link: linkOf(place) });
    }
    return links;
}
function linkOf({ name, bytes, sha256, previous }) {
    return (0,_shared_values_canonical_json__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)({ name, bytes, sha256, previous });
}


/***/ }),

/***/ 70700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SB: () => (/* binding */ subjectLines),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   W3: () => (/* binding */ predicateType),
/* harmony export */   t: () => (/* binding */ statementSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** What the predicate means stands in docs/dossier.md. */
const predicateType = 'urn:golive:dossier:v1';
const digest = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(), sha256: digest });
const tally = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig());
/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const statementSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('https://in-toto.io/Statement/v1'),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }))
        .min(1)
        .describe('The images by digest; where there are none, the commit'),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(predicateType),
    predicate: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        release: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            project: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            run: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
        }),
        generatedAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['ready', 'open', 'failed']),
        readiness: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ all: tally, due: tally }),
        checklist: digest.describe("The checklist's digest"),
        record: digest.exactOptional().describe('SHA-256 of the release record'),
        chain: digest.nullable().describe('The last link of the evidence; null of none'),
        evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file).describe('Every evidence file, in the order of the chain'),
        files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file).describe('The dossier itself'),
    }),
});
/** The in-toto statement about a dossier, whose own files are given by their hashes. */
function statementOf(dossier, files) {
    const { sealed, record } = dossier;
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject: subjectsOf(dossier),
        predicateType,
        predicate: {
            release: {
                project: dossier.project,
                repository: dossier.repository,
                name: dossier.release,
                commit: dossier.commit,
                run: dossier.run,
                attempt: dossier.attempt,
            },
            generatedAt: dossier.generatedAt,
            verdict: dossier.verdict,
            readiness: dossier.readiness,
            checklist: dossier.checklist.digest,
            ...(record === undefined ? {} : { record: record.sha256 }),
            chain: sealed.evidence.at(-1)?.link ?? null,
            evidence: sealed.evidence.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
            files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
        },
    };
}
/** The images that were released; a release that got to none is about its commit. */
function subjectsOf({ images, repository, commit }) {
    const named = images.flatMap(({ name, reference }) => {
        const [repository, digest] = reference.includes('@') ? reference.split('@') : [name, reference];
        const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '') ?? [];
        return hex === undefined ? [] : [{ name: repository ?? name, digest: { sha256: hex } }];
    });
    return named.length > 0 ? named : [{ name: repository, digest: { gitCommit: commit } }];
}
/** The images in the format of sha256sum, as actions/attest takes them; empty when no image is among the subjects. */
function subjectLines({ subject }) {
    return subject
        .flatMap(({ name, digest: { sha256 } }) => (sha256 === undefined ? [] : [`${sha256}  ${name}\n`]))
        .join('');
}


/***/ }),

/***/ 77154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ summary)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./actions/dossier/src/dossier.ts + 1 modules
var src_dossier = __webpack_require__(72741);
;// CONCATENATED MODULE: ./actions/dossier/src/summary/fit.ts

// GitHub refuses a step's summary above 1 MiB. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const summaryLimit = 1024 * 1024 - 2048;
/**
 * The head and all parts, in at most `limit` bytes of UTF-8: where they are too long, the longest parts lose their last
 * rows first, so that each is as long as the longest may be, and say where the rest is.
 */
function fitted(head, parts, limit = summaryLimit) {
    const measured = parts.map((part) => ({ part, lines: linesOf(part), frame: bytesOf(framed(part, [], 0)) }));
    const frames = measured.reduce((sum, { frame }) => sum + frame, bytesOf(head.text));
    const sizes = measured.map(({ lines }) => lines.reduce((sum, line) => sum + bytesOf(line) + 1, 0));
    const level = waterline(sizes, limit - frames);
    const texts = measured.map(({ part, lines }) => {
        let left = level;
        const kept = lines.findIndex((line) => {
            left -= bytesOf(line) + 1;
            return left < 0;
        });
        return framed(part, kept < 0 ? lines : lines.slice(0, kept), lines.length);
    });
    return (0,markdown/* trustedMarkdown */.pG)(`${head}${texts.join('')}`);
}
/** What each may take at most, so that all of them together take no more than there is. */
function waterline(sizes, room) {
    let left = Math.max(0, room);
    const ascending = sizes.toSorted((a, b) => a - b);
    for (const [index, size] of ascending.entries()) {
        const share = Math.floor(left / (ascending.length - index));
        if (size > share)
            return share;
        left -= size;
    }
    return Number.POSITIVE_INFINITY;
}
/** The rows as they stand in the table: one line each. */
function linesOf({ head, rows }) {
    return rows.length === 0 ? [] : (0,markdown/* table */.tp)(head, rows).text.split('\n').slice(2);
}
/** With room for the longest pointer also where none is needed. */
function framed(part, lines, of) {
    const [titles = '', rule = ''] = (0,markdown/* table */.tp)(part.head, []).text.split('\n');
    const cut = of - lines.length;
    const pointer = cut > 0 || of === 0
        ? `\n${cut || 1_000_000_000} of ${of || 1_000_000_000} rows are left out here: dossier.html in the artifact dossier has them all.\n`
        : '';
    const body = `\n${[titles, rule, ...lines].join('\n')}\n${pointer}`;
    return part.folded
        ? `\n<details><summary>${(0,markdown.md) `${part.heading}`}</summary>\n${body}\n</details>\n`
        : `\n${(0,markdown.md) `## ${part.heading}`}\n${body}`;
}
const bytesOf = (text) => Buffer.byteLength(text);

;// CONCATENATED MODULE: ./actions/dossier/src/summary/summary.ts



const headlines = {
    ready: 'released, and ready',
    open: 'boxes left open',
    failed: 'stopped',
};
/** The dossier for the job summary: the verdict, each step, the boxes that need somebody, then everything else. */
function summary(dossier) {
    const { all, due } = dossier.readiness;
    const head = (0,markdown.md) `# ${summary_short(dossier.project)} ${summary_short(dossier.release)}: ${headlines[dossier.verdict]}

${summary_short(dossier.why, 4000)}

**Readiness ${(0,src_dossier/* percent */.KN)(all)}%**: ${all.closed} of ${all.total} boxes are closed, ${all.measured} measured and ${all.signed} signed; ${all.waived} waived, ${all.failed} failed, ${all.open} open. Of the ${due.total} due by now: ${due.closed}.
${dossier.record === undefined ? '' : (0,markdown.md) `\nRelease record: SHA-256 ${dossier.record.sha256}, written ${dossier.record.createdAt}.\n`}`;
    const parts = [
        steps(dossier),
        wanting(dossier),
        signatures(dossier),
        relaxations(dossier),
        waivers(dossier),
        removed(dossier),
        gaps(dossier),
        summary_images(dossier),
        everyBox(dossier),
        timeline(dossier),
        files(dossier),
    ];
    return fitted(head, parts.filter((part) => part.rows.length > 0));
}
function steps({ steps }) {
    return {
        heading: 'Steps',
        head: ['Step', 'Closed', 'Measured', 'Signed', 'Waived', 'Failed', 'Open'],
        rows: steps.map(({ step, due, tally }) => [
            summary_short(step),
            due ? `${tally.closed} of ${tally.total}` : 'later',
            ...[tally.measured, tally.signed, tally.waived, tally.failed, tally.open].map(String),
        ]),
    };
}
function wanting({ steps }) {
    const boxes = steps.filter((step) => step.due).flatMap((step) => step.boxes);
    const own = boxes.filter(({ state }) => state === 'failed' || state === 'open');
    const sorted = own.sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open') || a.box - b.box);
    return {
        heading: 'Boxes that need somebody',
        head: ['Box', 'State', 'What it asks', 'Fact', 'From'],
        rows: sorted.map((box) => [String(box.box), box.state, summary_short(box.text), summary_short(box.because), origin(box)]),
    };
}
function signatures({ signatures }) {
    return {
        heading: 'Signatures',
        head: ['Role', 'State', 'By', 'Because', 'Brief', 'Said', 'Relaxed'],
        rows: signatures.map((one) => [
            summary_short(one.role),
            one.state,
            summary_short(one.by ?? ''),
            summary_short(one.because),
            one.brief?.slice(0, 12) ?? '',
            summary_short(one.comment ?? ''),
            summary_short(one.relaxed?.join(', ') ?? ''),
        ]),
    };
}
function relaxations({ relaxations }) {
    const rows = relaxations.map(({ name, because }) => [summary_short(name), summary_short(because)]);
    return { heading: 'Relaxed rules', head: ['Rule', 'What it lets through'], rows };
}
function waivers({ checklist }) {
    const rows = checklist.waivers.map((one) => [String(one.box), summary_short(one.owner), summary_short(one.reason), one.until]);
    return { heading: 'Waivers', head: ['Box', 'Owner', 'Reason', 'Until'], rows };
}
function removed({ checklist }) {
    const rows = checklist.removed.map(({ box, text, reason }) => [String(box), summary_short(text), summary_short(reason)]);
    return { heading: 'Taken out of the checklist', head: ['Box', 'What it asked', 'Why'], rows };
}
function gaps({ gaps }) {
    const rows = gaps.map(({ job, result, because }) => [summary_short(job), result, summary_short(because)]);
    return { heading: 'Jobs that left nothing to read', head: ['Job', 'Ended', 'Because'], rows };
}
function summary_images({ images }) {
    const rows = images.map(({ name, reference }) => [summary_short(name), summary_short(reference)]);
    return { heading: 'Images', head: ['Image', 'Repository and digest'], rows, folded: true };
}
function everyBox({ steps }) {
    const rows = steps.flatMap(({ step, boxes, due }) => boxes.map((box) => [
        String(box.box),
        summary_short(step),
        box.state === 'open' && !due ? 'later' : box.state,
        summary_short(box.text),
        summary_short(box.because),
        origin(box),
    ]));
    return { heading: 'Every box', head: ['Box', 'Step', 'State', 'What it asks', 'Fact', 'From'], rows, folded: true };
}
function timeline({ timeline }) {
    const rows = timeline.map(({ at, action, what, subject }) => [at, summary_short(action), summary_short(what), summary_short(subject ?? '')]);
    return { heading: 'Timeline', head: ['At', 'Action', 'What', 'Subject'], rows, folded: true };
}
function files({ sealed }) {
    const rows = sealed.evidence.map(({ name, bytes, sha256 }) => [summary_short(name), String(bytes), sha256]);
    return { heading: 'Evidence files', head: ['File', 'Bytes', 'SHA-256'], rows, folded: true };
}
/** Source, time and the job, which leads to its run. */
function origin({ source, at, job, link }) {
    const said = [source, at].filter((part) => part !== undefined).map((part) => summary_short(part));
    if (job === undefined)
        return said.join(', ');
    return (0,markdown.md) `${said.join(', ')}, ${linked(summary_short(job), link)}`;
}
function linked(text, url) {
    // Nothing in it can end the link or begin anything else.
    if (url === undefined || !/^https?:\/\/[\w.:/%~-]+$/.test(url))
        return text;
    return (0,markdown/* trustedMarkdown */.pG)(`[${(0,markdown.md) `${text}`}](${url})`);
}
/** Text of at most so many characters: no single cell may take the place of all others. */
function summary_short(text, most = 1000) {
    return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;
}


/***/ }),

/***/ 20983:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ documentOf)
});

// UNUSED EXPORTS: styleHash

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/shared/src/evidence/html.ts
var html = __webpack_require__(41620);
;// CONCATENATED MODULE: ./packages/shared/src/evidence/page/style.ts
/** The only style sheet of a page; its hash is what the page's content security policy admits. */
const style = `
:root { color-scheme: light dark;
  --paper: #fbfaf7; --card: #fff; --ink: #1c2326; --soft: #566166; --line: #e0ddd5; --later: #d6d3ca;
  --measured: #14705a; --signed: #2f5d9e; --failed: #b3261e; --open: #96690a;
  --ready-wash: #e2f0ea; --open-wash: #f8efd9; --failed-wash: #fae5e2; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14181a; --card: #1c2225; --ink: #e8e6e0; --soft: #a3adb1; --line: #30383c; --later: #434c50;
  --measured: #5cc5a5; --signed: #86b3ee; --failed: #ff8f85; --open: #e0b252;
  --ready-wash: #16302a; --open-wash: #332a14; --failed-wash: #3b1f1d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: inherit; text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--signed); outline-offset: 2px; border-radius: 4px; }
code, .mono { font: .86em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; margin: .2rem 0 .7rem; }
h2 { font-size: 1.2rem; letter-spacing: -.01em; margin: 0 0 .9rem; }
h3 { font-size: .78rem; font-weight: 650; text-transform: uppercase; letter-spacing: .08em; color: var(--soft); margin: 1.6rem 0 .5rem; }
section { margin: 2.6rem 0; }
.band { border-bottom: 1px solid var(--line); padding: 2.2rem 0 2rem; }
.band.ready { background: var(--ready-wash); } .band.open { background: var(--open-wash); } .band.failed { background: var(--failed-wash); }
.head { display: grid; grid-template-columns: 1fr auto; gap: 1.5rem 3rem; align-items: center; }
.kicker { margin: 0; color: var(--soft); font-weight: 550; }
.why { font-size: 1.13rem; max-width: 44rem; margin: 0 0 1.1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.6rem; margin: 0; }
.facts div { display: flex; gap: .45rem; } .facts dt { color: var(--soft); } .facts dd { margin: 0; }
.ring { width: 12rem; height: 12rem; display: block; }
.ring text { fill: var(--ink); text-anchor: middle; font: 650 21px system-ui, sans-serif; letter-spacing: -.5px; }
.ring .small { fill: var(--soft); font: 500 9.5px system-ui, sans-serif; letter-spacing: 0; }
.measured { --tone: var(--measured); } .signed { --tone: var(--signed); } .failed { --tone: var(--failed); } .open, .waived { --tone: var(--open); } .later { --tone: var(--later); } .refused { --tone: var(--failed); } .missing { --tone: var(--open); }
.ring circle { fill: none; stroke-width: 13; stroke: var(--tone, var(--line)); }
.bar rect { fill: var(--tone, var(--line)); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; list-style: none; padding: 0; margin: 0; }
.legend li { display: flex; align-items: center; gap: .5rem; } .legend b { font-variant-numeric: tabular-nums; }
.dot { width: .75rem; height: .75rem; flex: none; border-radius: 50%; background: var(--tone); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.4rem), 1fr)); gap: .8rem; list-style: none; margin: 0; padding: 0; }
.cards li { background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--tone); border-radius: 8px; padding: .8rem 1rem; }
.cards p { margin: .2rem 0 0; color: var(--soft); font-size: .93rem; } .cards .who { color: var(--ink); font-size: 1rem; }
.cards .state { font-size: .9rem; }
.cards .role { display: flex; align-items: baseline; flex-wrap: wrap; justify-content: space-between; gap: 0 .6rem; margin: 0; color: var(--ink); font-size: 1rem; }
.state { color: var(--tone); font-weight: 600; white-space: nowrap; } .later .state { color: var(--soft); }
.rows { border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
details + details { border-top: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 1fr 9rem 7.5rem 1rem; gap: 1rem; align-items: center; padding: .6rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: ''; width: .45rem; height: .45rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-2px, -2px); }
details[open] > summary::after { transform: rotate(225deg) translate(-2px, -2px); }
summary:hover { background: color-mix(in srgb, var(--ink) 4%, transparent); }
.bar { width: 100%; height: .5rem; display: block; border-radius: 4px; }
.count { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .8rem; padding: .4rem 1rem; }
td { vertical-align: top; padding: .5rem 1rem; border-top: 1px solid var(--line); }
.boxes col.number { width: 4.4rem; } .boxes col.verdict { width: 7.5rem; } .boxes col.text { width: 27%; } .boxes col.when { width: 6rem; }
.boxes table { table-layout: fixed; } .number { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
.origin { display: block; color: var(--soft); font-size: .85rem; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; } td time { color: var(--soft); }
.verbatim { margin: 0; padding: .7rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.sha { white-space: nowrap; }
.planned summary { grid-template-columns: 1fr auto 1rem; } .planned .state { text-align: right; } .planned .verbatim { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
.timeline { list-style: none; margin: 0; padding: 0 0 0 1.1rem; border-left: 2px solid var(--line); }
.timeline li { position: relative; padding: .18rem 0; display: grid; grid-template-columns: 5.2rem 9.5rem 1fr; gap: .8rem; }
.timeline li::before { content: ''; position: absolute; left: -1.48rem; top: .62rem; width: .6rem; height: .6rem; border-radius: 50%; background: var(--tone, var(--later)); border: 2px solid var(--paper); }
.timeline time, .timeline .action { color: var(--soft); }
footer { color: var(--soft); font-size: .9rem; border-top: 1px solid var(--line); padding-top: 1.2rem; padding-bottom: 2.5rem; }
@media screen and (max-width: 44rem) {
  .head { grid-template-columns: 1fr; } .ring { width: 10rem; height: 10rem; }
  summary { grid-template-columns: 1fr auto 1rem; } summary .bar { grid-column: 1 / -1; grid-row: 2; }
  .boxes thead { position: absolute; clip-path: inset(50%); } .boxes colgroup { display: none; }
  .boxes tr { display: grid; grid-template-columns: 2.4rem 1fr auto; padding: .6rem 1rem; border-top: 1px solid var(--line); gap: .1rem .4rem; }
  .boxes td { display: block; border: 0; padding: 0; } .boxes .fact, .boxes .name { grid-column: 2 / -1; } .boxes .name { font-weight: 550; }
  .boxes tr { grid-template-areas: 'n v w' '. t t' '. f f'; } .boxes .number { grid-area: n; } .boxes .verdict { grid-area: v; } .boxes .when { grid-area: w; } .boxes .name { grid-area: t; } .boxes .fact { grid-area: f; }
  .planned summary { grid-template-columns: 1fr 1rem; } .planned .state { grid-area: 2 / 1; text-align: left; }
  .timeline li { grid-template-columns: 4.6rem 1fr; } .timeline .what { grid-column: 1 / -1; }
}
@page { margin: 16mm 14mm 17mm;
  @bottom-left { content: 'Golive'; font: 8pt system-ui, sans-serif; color: #444; }
  @bottom-right { content: counter(page) ' of ' counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }
@page :first { margin-top: 12mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #111; --soft: #444; --line: #ccc; --later: #ccc; --measured: #14705a; --signed: #2f5d9e; --failed: #b3261e; --open: #96690a; --ready-wash: #fff; --open-wash: #fff; --failed-wash: #fff; }
  html { font-size: 68%; } body { font-size: 1rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; } .band { padding: 0 0 1rem; } section { margin: 1.4rem 0; }
  main, header, footer { max-width: none; padding-left: 0; padding-right: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; } summary::after { display: none; } summary { background: #f4f4f2; }
  td, th { padding: .25rem .5rem; } summary { padding: .3rem .5rem; } .cards { grid-template-columns: repeat(4, 1fr); } .timeline li { padding: 0; }
  tr, .cards li, .timeline li, summary { break-inside: avoid; } summary, h2, h3 { break-after: avoid; } thead { display: table-header-group; } .rows { overflow: visible; }
}
`;

;// CONCATENATED MODULE: ./packages/shared/src/evidence/page/document.ts



/**
 * A whole page that needs nothing else: no script, no font, no picture from elsewhere. Its policy admits {@link style}
 * as the only style, by its hash, so that what slips into the page can neither run nor load anything.
 */
function documentOf({ title, body }) {
    const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
    return `<!doctype html>\n<html lang="en">\n${(0,html/* html */.qy) `<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>`}
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
/** Base64, as a content security policy wants it. */
const styleHash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');


/***/ }),

/***/ 82383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ verbatim),
/* harmony export */   L: () => (/* binding */ unfolding),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   kR: () => (/* binding */ cards),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   yp: () => (/* binding */ band)
/* harmony export */ });
/* unused harmony export facts */
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41620);

/** A moment in UTC: its time, or its day and time. */
function moment(iso, detail) {
    const [day = '', rest = ''] = iso.split('T');
    const time = rest.slice(0, 8);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<time datetime="${iso}">${detail === 'day' ? `${day} ${time} UTC` : time}</time>`;
}
/** The head of a page: what it is about, its one sentence, and facts beneath; `figure` stands beside them. */
function band(head) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="band ${head.tone}"><header><div class="head"><div>
<p class="kicker">${head.kicker}</p>
<h1>${head.headline}</h1>
<p class="why">${head.why}</p>
${facts(head.facts)}</div>${head.figure}</div></header></div>`;
}
/** Names and what they are, in one flowing line. */
function facts(all) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<dl class="facts">
${all.map(([name, what]) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div><dt>${name}</dt><dd>${what}</dd></div>\n`)}</dl>`;
}
/** A section with its heading; `id` names it for links, and is the program's own word. */
function section(id, heading, body) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`;
}
/** A table in a frame. */
function tableOf(head, rows) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="rows"><table>
<thead><tr>${head.map((cell) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(({ tone, cells }) => row(tone, cells))}</tbody></table></div>`;
}
function row(tone, cells) {
    const inner = cells.map((cell) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<td>${cell}</td>`);
    return tone === undefined ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr>${inner}</tr>\n` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr class="${tone}">${inner}</tr>\n`;
}
function cards(all) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<ul class="cards">${all.map(({ tone, name, state, lines }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<li class="${tone}"><p class="role"><b>${name}</b><span class="state">${state}</span></p>
${lines.map((line, index) => (index === 0 ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p class="who">${line}</p>` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${line}</p>`))}</li>\n`)}</ul>`;
}
/** Something to unfold; what needs attention stands open. */
function unfolding(summary, inner, open = false) {
    return open
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<details open><summary>${summary}</summary>${inner}</details>`
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<details><summary>${summary}</summary>${inner}</details>`;
}
/** Text as it was written, such as SQL; long lines wrap. */
function verbatim(text) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<pre class="verbatim"><code>${text}</code></pre>`;
}


/***/ })

};
