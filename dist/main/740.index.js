export const id = 740;
export const ids = [740];
export const modules = {

/***/ 47234:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zo: () => (/* binding */ readChecklist),
  At: () => (/* binding */ readEvidence),
  np: () => (/* binding */ readOwnChecklist),
  aE: () => (/* binding */ readRecord),
  b3: () => (/* binding */ writeDossier)
});

// UNUSED EXPORTS: readIfThere

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/shared/src/evidence/evidence-file.ts
var evidence_file = __webpack_require__(27071);
// EXTERNAL MODULE: ./packages/shared/src/release/record.ts
var record = __webpack_require__(3116);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./actions/dossier/src/checklist.ts
var checklist = __webpack_require__(5865);
// EXTERNAL MODULE: ./actions/dossier/src/dossier.ts
var src_dossier = __webpack_require__(22652);
// EXTERNAL MODULE: ./packages/shared/src/evidence/html.ts
var html = __webpack_require__(41620);
;// CONCATENATED MODULE: ./actions/dossier/src/page/figures.ts


/** The parts of a tally in the order in which they are drawn; what is not due yet is pale. */
function shares(all, due) {
    const parts = [
        { tone: 'measured', count: all.measured },
        { tone: 'signed', count: all.signed },
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

/** A moment in UTC: its time, or its day and time. */
function moment(iso, detail) {
    const [day = '', rest = ''] = iso.split('T');
    const time = rest.slice(0, 8);
    return (0,html/* html */.qy) `<time datetime="${iso}">${detail === 'day' ? `${day} ${time} UTC` : time}</time>`;
}
const marks = { signed: '✓ signed', refused: '✕ refused', missing: '○ not signed' };
/** Who signed for what. */
function signatures(all) {
    if (all.length === 0)
        return (0,html/* html */.qy) ``;
    return (0,html/* html */.qy) `<section aria-labelledby="signatures"><h2 id="signatures">Signatures</h2><ul class="cards">${all.map((one) => (0,html/* html */.qy) `<li class="${one.state}"><p class="role"><b>${one.role}</b><span class="state">${marks[one.state]}</span></p>
<p class="who">${one.because}</p>${one.at === undefined ? '' : (0,html/* html */.qy) `<p>${moment(one.at, 'time')}</p>`}</li>`)}</ul></section>`;
}
/** What was released, by digest. */
function sections_images(all) {
    if (all.length === 0)
        return (0,html/* html */.qy) ``;
    return (0,html/* html */.qy) `<section aria-labelledby="images"><h2 id="images">Images</h2><div class="rows"><table>
<thead><tr><th scope="col">Image</th><th scope="col">Repository and digest</th></tr></thead>
<tbody>${all.map((one) => (0,html/* html */.qy) `<tr><td>${one.name}</td><td><code>${one.reference}</code></td></tr>`)}</tbody></table></div></section>`;
}
/** What happened, in order. */
function timeline(all) {
    if (all.length === 0)
        return (0,html/* html */.qy) ``;
    return (0,html/* html */.qy) `<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2><ol class="timeline">${all.map((one) => (0,html/* html */.qy) `<li class="${tone(one.what)}">${moment(one.at, 'time')}<span class="action">${one.action}</span><span class="what">${one.what}${one.subject === undefined ? '' : (0,html/* html */.qy) ` <code>${one.subject}</code>`}</span></li>`)}</ol></section>`;
}
function tone(what) {
    if (!what.startsWith('finished: '))
        return 'later';
    return what.endsWith('pass') || what.endsWith('warn') ? 'measured' : 'failed';
}
/** The files that all of this was computed from. */
function evidence({ evidence: all, gaps }) {
    if (all.length + gaps.length === 0)
        return (0,html/* html */.qy) ``;
    return (0,html/* html */.qy) `<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2><div class="rows"><table>
<thead><tr><th scope="col">Action</th><th scope="col">Job</th><th scope="col">Verdict</th><th scope="col">Checks</th><th scope="col">Finished</th></tr></thead>
<tbody>${all.map((one) => (0,html/* html */.qy) `<tr><td>${one.action}</td><td>${one.job}</td><td>${one.verdict}</td><td>${one.checks}</td><td>${moment(one.finishedAt, 'time')}</td></tr>`)}${gaps.map((gap) => (0,html/* html */.qy) `<tr class="failed"><td>none</td><td>${gap.job}</td><td><span class="state">${gap.result}</span></td><td colspan="2">${gap.because}</td></tr>`)}</tbody></table></div></section>`;
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
const steps_marks = { measured: '✓ measured', signed: '✓ signed', failed: '✕ failed', open: '○ open' };
/** Every step with its boxes; those that need somebody's attention stand open. */
function stepList(dossier) {
    const phases = [...Map.groupBy(dossier.steps, (step) => step.phase)];
    return (0,html/* html */.qy) `<section aria-labelledby="boxes"><h2 id="boxes">The checklist</h2>${phases.map(([phase, steps]) => (0,html/* html */.qy) `<h3>${headings[phase]}</h3><div class="rows">${steps.map(stepRow)}</div>`)}</section>`;
}
function stepRow(step) {
    const none = { total: 0, closed: 0, measured: 0, signed: 0, failed: 0, open: 0 };
    const inner = (0,html/* html */.qy) `<summary><span>${step.step}</span>${bar(step.tally, step.due ? step.tally : none)}<span class="count">${count(step)}</span></summary>${table(step)}`;
    return step.tally.failed > 0 ? (0,html/* html */.qy) `<details open>${inner}</details>` : (0,html/* html */.qy) `<details>${inner}</details>`;
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
    return (0,html/* html */.qy) `<tr class="${tone}"><td class="number">${box.box}</td><td class="verdict"><span class="state">${tone === 'later' ? '· later' : steps_marks[box.state]}</span></td><td class="name">${box.text}</td><td class="fact">${box.because}<span class="origin">${source}</span></td><td class="when">${box.at === undefined ? '' : moment(box.at, 'time')}</td></tr>
`;
}

;// CONCATENATED MODULE: ./actions/dossier/src/page/style.ts
/** The page's only style sheet; its hash is what the page's content security policy admits. */
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
.measured { --tone: var(--measured); } .signed { --tone: var(--signed); } .failed { --tone: var(--failed); } .open { --tone: var(--open); } .later { --tone: var(--later); } .refused { --tone: var(--failed); } .missing { --tone: var(--open); }
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
  .timeline li { grid-template-columns: 4.6rem 1fr; } .timeline .what { grid-column: 1 / -1; }
}
@page { margin: 14mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #111; --soft: #444; --line: #ccc; --later: #ccc; --measured: #14705a; --signed: #2f5d9e; --failed: #b3261e; --open: #96690a; --ready-wash: #fff; --open-wash: #fff; --failed-wash: #fff; }
  html { font-size: 68%; } body { font-size: 1rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; } .band { padding: 0 0 1rem; } section { margin: 1.4rem 0; }
  main, header, footer { max-width: none; padding-left: 0; padding-right: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; } summary::after { display: none; } summary { background: #f4f4f2; }
  td, th { padding: .25rem .5rem; } summary { padding: .3rem .5rem; } .cards { grid-template-columns: repeat(4, 1fr); } .timeline li { padding: 0; }
  tr, .cards li, .timeline li, summary { break-inside: avoid; } summary, h2, h3 { break-after: avoid; } thead { display: table-header-group; } .rows { overflow: visible; }
}
`;

;// CONCATENATED MODULE: ./actions/dossier/src/page/page.ts






const headlines = {
    ready: 'Released, and ready',
    open: 'Boxes left open',
    failed: 'Stopped',
};
const words = {
    measured: 'measured',
    signed: 'signed',
    failed: 'failed',
    open: 'open',
    later: 'not due yet',
};
/**
 * The dossier as one page that needs nothing else: no script, no font, no picture from elsewhere.
 * `styleHash` is the base64 SHA-256 of {@link style}, which its policy admits as the only style.
 */
function page(dossier, styleHash) {
    const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
    const title = `${dossier.project} ${dossier.release}: ${headlines[dossier.verdict].toLowerCase()}`;
    return `<!doctype html>\n<html lang="en">\n${(0,html/* html */.qy) `<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>`}
<style>${style}</style>
</head>
<body>
${header(dossier)}
${(0,html/* html */.qy) `<main>
<section aria-labelledby="readiness"><h2 id="readiness">Readiness</h2>${legend(dossier)}</section>
${signatures(dossier.signatures)}
${stepList(dossier)}
${sections_images(dossier.images)}
${timeline(dossier.timeline)}
${evidence(dossier)}
</main>`}
${footer(dossier)}
</body>
</html>
`;
}
function header(dossier) {
    const run = (0,html/* html */.qy) `${dossier.run}, attempt ${dossier.attempt}`;
    return (0,html/* html */.qy) `<div class="band ${dossier.verdict}"><header><div class="head"><div>
<p class="kicker">${dossier.project} ${dossier.release}</p>
<h1>${headlines[dossier.verdict]}</h1>
<p class="why">${dossier.why}</p>
<dl class="facts">
<div><dt>Repository</dt><dd>${dossier.repository}</dd></div>
<div><dt>Commit</dt><dd><code>${dossier.commit.slice(0, 12)}</code></dd></div>
<div><dt>Run</dt><dd>${dossier.runUrl === undefined ? run : (0,html/* html */.qy) `<a href="${dossier.runUrl}">${run}</a>`}</dd></div>
${dossier.record === undefined ? '' : (0,html/* html */.qy) `<div><dt>Release record</dt><dd><code title="SHA-256 ${dossier.record.sha256}">sha256:${dossier.record.sha256.slice(0, 12)}</code></dd></div>`}
<div><dt>Written</dt><dd>${moment(dossier.generatedAt, 'day')}</dd></div>
</dl></div>${ring(dossier.readiness.all, dossier.readiness.due)}</div></header></div>`;
}
function legend(dossier) {
    const { all, due } = dossier.readiness;
    return (0,html/* html */.qy) `<p>${due.closed} of the ${due.total} boxes due by now are closed (${(0,src_dossier/* percent */.KN)(due)}%). Of all ${all.total} it is ${all.closed} (${(0,src_dossier/* percent */.KN)(all)}%):</p>
<ul class="legend">${shares(all, due).map(({ tone, count }) => (0,html/* html */.qy) `<li class="${tone}"><span class="dot"></span><b>${count}</b> ${words[tone]}</li>`)}</ul>`;
}
function footer(dossier) {
    return (0,html/* html */.qy) `<footer>Computed by Golive from ${dossier.evidence.length} evidence files. Measured: an action asked, and this is what it was told. Signed: a named person approved a protected environment. The same facts for programs: dossier.json.</footer>`;
}

;// CONCATENATED MODULE: ./actions/dossier/src/apply.ts










const ownChecklist = (0,external_node_path_.join)('checklist', 'production.yml');
/**
 * Golive's own checklist, found from the script that runs: some folders above it, whether that is the
 * bundle in dist/ or the source.
 */
async function readOwnChecklist(script) {
    for (let folder = (0,external_node_path_.dirname)(script);; folder = (0,external_node_path_.dirname)(folder)) {
        const file = (0,external_node_path_.join)(folder, ownChecklist);
        const text = await readIfThere(file);
        if (text !== undefined)
            return checked(file, text);
        if (folder === (0,external_node_path_.dirname)(folder))
            throw new golive_error/* GoliveError */.N('DOSSIER_CHECKLIST_NOT_FOUND', `no ${ownChecklist} stands above ${script}`, {
                hint: 'use the action from a full checkout of its repository, or set the input checklist',
            });
    }
}
/** A checklist of the user's. */
async function readChecklist(file) {
    const text = await readIfThere(file);
    if (text !== undefined)
        return checked(file, text);
    throw new golive_error/* GoliveError */.N('DOSSIER_CHECKLIST_NOT_FOUND', `the checklist ${file} does not exist`, {
        hint: 'check out the repository before this step, and give a path from its root',
    });
}
function checked(file, text) {
    try {
        return (0,checklist/* parseChecklist */.W2)(text);
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new golive_error/* GoliveError */.N('DOSSIER_CHECKLIST_INVALID', `${file} is not a checklist: ${why}`, {
            hint: 'checklist/production.yml of Golive shows the shape',
            cause,
        });
    }
}
/** Whether the file exists is answered by reading it, so that nothing can change in between. */
async function readIfThere(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        if (cause.code === 'ENOENT')
            return undefined;
        throw cause;
    }
}
/** Every evidence file once: artifacts of several jobs may hold copies of the same one. */
async function readEvidence(folder) {
    try {
        const files = await (0,evidence_file/* readEvidenceDir */.XW)(folder);
        return [...new Map(files.map((file) => [file.sha256, file])).values()];
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new golive_error/* GoliveError */.N('DOSSIER_EVIDENCE_UNREADABLE', `the evidence in ${folder} cannot be read: ${why}`, {
            hint: 'the folder may hold evidence files only; download each artifact once, and change nothing',
            cause,
        });
    }
}
/** The release record with the SHA-256 of its bytes; undefined when there is none. */
async function readRecord(file) {
    const [content, text] = [await (0,record/* readReleaseRecord */.d9)(file), await readIfThere(file)];
    if (content === undefined || text === undefined)
        return undefined;
    return { content, sha256: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex') };
}
/** Writes dossier.json, dossier.md and dossier.html; returns the page's path. */
async function writeDossier(folder, dossier, summary) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const styleHash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');
    await put((0,external_node_path_.join)(folder, 'dossier.json'), `${JSON.stringify(src_dossier/* dossierSchema */.jX.parse(dossier), undefined, 2)}\n`);
    await put((0,external_node_path_.join)(folder, 'dossier.md'), summary);
    const file = (0,external_node_path_.join)(folder, 'dossier.html');
    await put(file, page(dossier, styleHash));
    return file;
}
/** Whole or not at all: a cancelled job leaves no half a dossier. */
async function put(file, text) {
    await (0,promises_.writeFile)(`${file}.part`, text);
    await (0,promises_.rename)(`${file}.part`, file);
}


/***/ }),

/***/ 5865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W2: () => (/* binding */ parseChecklist),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
/* unused harmony export checklistSchema */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);


const phases = ['before', 'release', 'day-1', 'week-1', 'month-1', 'rollback'];
const number = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive();
const sentence = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1);
const measuredBox = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ box: number, text: sentence, measured: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1)).min(1) });
const signedBox = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    box: number,
    text: sentence,
    signed: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    'would-measure': sentence.optional(),
    judgement: sentence.optional(),
})
    .refine((box) => (box['would-measure'] === undefined) !== (box.judgement === undefined), {
    message: 'a signed box says either what would-measure it or why it takes judgement',
});
const checklistSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('golive/checklist@1'),
    title: sentence,
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        step: sentence,
        phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(phases),
        owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
        boxes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([measuredBox, signedBox])).min(1),
    }))
        .min(1),
})
    .superRefine((checklist, context) => {
    const seen = new Set();
    for (const { box } of checklist.steps.flatMap((step) => step.boxes)) {
        if (seen.has(box))
            context.addIssue({ code: 'custom', message: `box ${box} stands there twice` });
        seen.add(box);
    }
});
/** Reads a checklist's YAML. Throws a ZodError or a YAMLParseError that says what is wrong with it. */
function parseChecklist(text) {
    return checklistSchema.parse((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text));
}


/***/ }),

/***/ 22652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   jX: () => (/* binding */ dossierSchema)
/* harmony export */ });
/* unused harmony export states */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var _checklist_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5865);


const states = ['measured', 'signed', 'failed', 'open'];
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative();
/** Boxes by their state; `closed` is measured and signed together. */
const tally = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    total: count,
    closed: count,
    measured: count,
    signed: count,
    failed: count,
    open: count,
});
const box = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    box: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(states),
    because: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** The role that signs it, or the checks that measure it. */
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    /** Of a signed box: what would measure it, or why it takes a person. */
    note: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
});
const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_checklist_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    due: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    tally,
    boxes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(box),
});
const signature = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    role: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['signed', 'refused', 'missing']),
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    because: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
});
const dossierSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('golive/dossier@1'),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    project: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    commit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    generatedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['ready', 'open', 'failed']),
    why: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    readiness: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ all: tally, due: tally }),
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step),
    signatures: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(signature),
    timeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })),
    /** The release record that images and versions come from. */
    record: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), createdAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), runId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).optional(),
    /** Jobs that ended in a way that no evidence tells. */
    gaps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ job: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), result: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), because: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
    images: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), reference: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
    evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        job: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
        verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        checks: count,
    })),
});
/** Closed boxes of all, in per cent with one decimal, rounded down: 100 means every single one. */
function percent(tally) {
    return tally.total === 0 ? '0.0' : (Math.floor((tally.closed / tally.total) * 1000) / 10).toFixed(1);
}


/***/ }),

/***/ 43140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13798);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _checklist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5865);
/* harmony import */ var _jobs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6073);




const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'dossier',
    title: 'Golive: dossier',
    description: 'Fills in the production checklist from evidence and signatures, and computes the readiness.',
    section: 'dossier',
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        checklist: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
            .optional()
            .describe("A checklist of your own, relative to the workspace. Default: Golive's production checklist."),
        output: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().default('.golive').describe('Folder that receives dossier.json, dossier.md and dossier.html.'),
        phases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_checklist_js__WEBPACK_IMPORTED_MODULE_1__/* .phases */ .tW))
            .default(['before', 'release'])
            .describe('Phases whose boxes are due now; a signature of this run counts for these only.'),
        needs: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), _jobs_js__WEBPACK_IMPORTED_MODULE_2__/* .jobResult */ .j)
            .default({})
            .describe('The jobs before this one and how they ended, `toJSON(needs)`; each that ran must have left evidence'),
        silent: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).default([]).describe('Of those, jobs that never leave evidence'),
        require: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['nothing', 'ready'])
            .default('nothing')
            .describe('ready: fail unless every due box is measured or signed and nothing failed.'),
    }),
    outputs: {
        verdict: 'ready, open or failed',
        readiness: 'Closed boxes of all boxes, in per cent with one decimal',
        'readiness-due': 'Closed boxes of those that are due now, in per cent with one decimal',
        why: 'The verdict in one sentence',
        dossier: 'Path of dossier.html',
    },
});


/***/ }),

/***/ 6073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ gapsOf),
/* harmony export */   j: () => (/* binding */ jobResult)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);


/** What `${{ toJSON(needs) }}` says of one job; its outputs are nobody's business here. */
const jobResult = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ result: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['success', 'failure', 'cancelled', 'skipped']) });
/**
 * The jobs that ran and of which the evidence of this run does not tell how they ended: a runner that was killed or
 * cancelled leaves none. `silent` are those that never leave any.
 */
function gapsOf(jobs, evidence, silent) {
    return Object.entries(jobs).flatMap(([job, { result }]) => {
        if (result === 'skipped')
            return [];
        const own = evidence.filter((one) => one.job === job);
        const isSilent = silent.includes(job);
        if (result === 'success')
            return own.length > 0 || isSilent ? [] : [{ job, result, silent: false, because: `${job} left no evidence` }];
        if (own.some(({ verdict }) => (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(verdict)))
            return [];
        const ended = result === 'failure' ? 'failed' : 'was cancelled';
        const left = own.length > 0 ? 'and its evidence does not say why' : 'and left no evidence';
        return [{ job, result, silent: isSilent, because: `${job} ${ended}${isSilent ? '' : `, ${left}`}` }];
    });
}


/***/ }),

/***/ 35740:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27071);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69638);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47234);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43140);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60967);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33956);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70177);
// Names the real world and hands it in; everything else in this folder takes values.








await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .definition */ .m, async (input, run) => {
    const checklist = input.checklist === undefined
        ? await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .readOwnChecklist */ .np)(process.argv[1] ?? '')
        : await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .readChecklist */ .zo)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(run.paths.workspace, input.checklist));
    const files = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvidence */ .At)(run.paths.evidence);
    const evidence = files.map((file) => file.evidence);
    const { repository, sha, ref, runId, runAttempt } = run.github;
    const about = {
        project: run.config.project,
        repository,
        ref,
        commit: sha,
        run: runId,
        attempt: runAttempt,
        runUrl: `${process.env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}/actions/runs/${runId}`,
    };
    const dossier = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .plan */ .e)({
        about,
        checklist,
        evidence,
        record: await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .readRecord */ .aE)(run.paths.releaseRecord),
        jobs: input.needs,
        silent: input.silent,
        phases: input.phases,
        generatedAt: run.now().toISOString(),
    });
    const text = (0,_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .summary */ .z)(dossier);
    const page = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .writeDossier */ .b3)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(run.paths.workspace, input.output), dossier, String(text));
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)({
        dossier,
        summary: text,
        page: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(run.paths.workspace, page),
        chainFaults: (0,_shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_1__/* .verifyChain */ .H5)(files).problems,
        foreign: evidence.length - (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .ofThisRelease */ .h)(evidence, about).length,
        required: input.require,
        at: run.now().toISOString(),
    });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 60967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ ofThisRelease),
  e: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/check.ts
var evidence_check = __webpack_require__(90209);
;// CONCATENATED MODULE: ./actions/dossier/src/boxes.ts

/** The signature of each role that the checklist asks for or that a check speaks of. */
function signatures(checklist, checks) {
    const prefix = 'sign-off.';
    const asked = checks.filter((one) => one.id === `${prefix}${one.subject}`).map((one) => one.subject);
    const needed = checklist.steps.flatMap((step) => step.boxes).flatMap((box) => ('signed' in box ? [box.signed] : []));
    return [...new Set([...asked, ...needed])].map((role) => {
        const own = checks.filter((one) => one.id === `${prefix}${role}`);
        const decisive = own.find((one) => one.verdict !== 'pass') ?? own[0];
        if (decisive === undefined)
            return { role, state: 'missing', because: `nobody was asked to sign as ${role}` };
        const by = decisive.measured === undefined ? {} : { by: String(decisive.measured) };
        const state = decisive.verdict === 'pass' ? 'signed' : 'by' in by ? 'refused' : 'missing';
        return { role, state, ...by, because: decisive.because, at: decisive.at };
    });
}
/** Each step with its boxes filled in. Steps of later phases are not due, and no signature reaches them. */
function fillSteps(checklist, checks, signed, phases) {
    const byId = Map.groupBy(checks, (one) => one.id);
    const wentBack = checks.some((one) => one.id.startsWith('rollback.'));
    return checklist.steps.map((step) => {
        const due = phases.includes(step.phase) || (step.phase === 'rollback' && wentBack);
        const boxes = step.boxes.map((box) => ('measured' in box ? measure(box, byId) : sign(box, step, due, signed)));
        return { step: step.step, phase: step.phase, owner: step.owner, due, tally: tallyOf(boxes), boxes };
    });
}
/** How many boxes are in which state. */
function tallyOf(boxes) {
    const of = (state) => boxes.filter((box) => box.state === state).length;
    const [measured, signed] = [of('measured'), of('signed')];
    return { total: boxes.length, closed: measured + signed, measured, signed, failed: of('failed'), open: of('open') };
}
function measure(box, byId) {
    const by = box.measured.join(', ');
    const missing = box.measured.filter((id) => !byId.has(id));
    const found = box.measured.flatMap((id) => byId.get(id) ?? []);
    const verdict = (0,evidence_check/* worst */.QZ)(found.map((one) => one.verdict));
    const decisive = found.find((one) => one.verdict === verdict);
    const state = (0,evidence_check/* isFailure */.N6)(verdict) ? 'failed' : missing.length > 0 || verdict === 'skipped' ? 'open' : 'measured';
    if (decisive === undefined || (state === 'open' && missing.length > 0))
        return { box: box.box, text: box.text, state: 'open', by, because: `no action has reported ${missing.join(', ')}` };
    const others = found.length - 1;
    const fact = withSubject(decisive);
    const because = state === 'measured' && others > 0 ? `${fact} (and ${others} more)` : fact;
    return { box: box.box, text: box.text, state, by, because, source: decisive.source, at: decisive.at };
}
/** A fact read far from its check has to say what it is about. */
function withSubject({ subject, because }) {
    return subject === '' || because.includes(subject) ? because : `${subject}: ${because}`;
}
function sign(box, step, due, signed) {
    const note = box.judgement ?? `would be measured by ${box['would-measure']}`;
    const filled = { box: box.box, text: box.text, by: box.signed, note };
    if (!due)
        return { ...filled, state: 'open', because: later[step.phase] };
    const own = signed.find((one) => one.role === box.signed);
    const because = own?.because ?? `nobody was asked to sign as ${box.signed}`;
    const at = own?.at === undefined ? {} : { at: own.at };
    const state = own?.state === 'signed' ? 'signed' : own?.state === 'refused' ? 'failed' : 'open';
    return { ...filled, state, because, ...at };
}
const later = {
    before: 'not asked for in this run',
    release: 'not asked for in this run',
    'day-1': 'due a day after the release',
    'week-1': 'due a week after the release',
    'month-1': 'due a month after the release',
    rollback: 'asked for only when a release is taken back',
};

// EXTERNAL MODULE: ./actions/dossier/src/jobs.ts
var jobs = __webpack_require__(6073);
;// CONCATENATED MODULE: ./actions/dossier/src/why.ts

/** The check that closed the release first: later failures usually follow from it. */
function firstCause(evidence) {
    return evidence
        .flatMap((one) => one.checks.map((check) => ({ action: one.action, check })))
        .filter(({ check }) => (0,evidence_check/* isFailure */.N6)(check.verdict))
        .sort((a, b) => Date.parse(a.check.at) - Date.parse(b.check.at) || weight(a) - weight(b))[0];
}
function weight(cause) {
    return cause.check.verdict === 'fail' ? 0 : 1;
}
/** The verdict and what a stranger gets to read about it. */
function verdictOf({ evidence, gaps, steps, due }) {
    const cause = firstCause(evidence);
    const dark = gaps.filter((gap) => !gap.silent);
    if (cause !== undefined)
        return {
            verdict: 'failed',
            why: `${told(cause)}${wentBack(evidence)}${dark.length > 0 ? ` Besides, ${toldGaps(dark)}.` : ''}`,
        };
    if (gaps.length > 0)
        return { verdict: 'failed', why: gapWhy(dark.length > 0 ? dark : gaps) };
    const broken = evidence.find((one) => (0,evidence_check/* isFailure */.N6)(one.verdict));
    if (broken !== undefined)
        return { verdict: 'failed', why: `Stopped by ${broken.action}, which gave no reason.` };
    if (due.closed === due.total)
        return {
            verdict: 'ready',
            why: `All ${due.total} boxes due by now are closed: ${due.measured} measured, ${due.signed} signed.`,
        };
    return { verdict: 'open', why: whatIsOpen(steps, due) };
}
function told({ action, check }) {
    const subject = check.subject === '' || names(check.because, check.subject) ? '' : `, ${check.subject}`;
    return `Stopped by ${action}${subject}: ${finished(check.because)}`;
}
function toldGaps(gaps) {
    return gaps.map(({ because }) => `job ${because}`).join('; ');
}
/** Nobody can say what a job without evidence did, so the release is not known to be good. */
function gapWhy(gaps) {
    if (gaps.every((gap) => gap.silent))
        return `Stopped: ${toldGaps(gaps)}.`;
    return `Stopped: ${toldGaps(gaps)}, so nobody knows what it did: run it again, or put the release back.`;
}
/** Whether a sentence names the subject by itself, not only as a part of a longer identifier such as an ARN. */
function names(sentence, subject) {
    const literal = subject.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\w/:.-])${literal}(?![\\w/-]|:\\w)`).test(sentence);
}
function wentBack(evidence) {
    const back = evidence.flatMap((one) => one.checks).filter(({ id }) => isReturn(id));
    if (back.length === 0)
        return '';
    return back.every((one) => one.verdict === 'pass' || one.verdict === 'warn')
        ? ' What had been changed was put back.'
        : ' Not everything that had been changed was put back.';
}
function isReturn(id) {
    return id.endsWith('.put-back') || (id.startsWith('rollback.') && id !== 'rollback.within-budget');
}
function whatIsOpen(steps, due) {
    const boxes = steps.filter((step) => step.due).flatMap((step) => step.boxes);
    const first = boxes.find((box) => box.state === 'open');
    const example = first === undefined ? '' : ` The first is box ${first.box}, “${first.text}”: ${finished(first.because)}`;
    const open = due.total - due.closed;
    return `${open} of ${due.total} boxes due by now ${open === 1 ? 'is' : 'are'} open.${example}`;
}
function finished(because) {
    return /[.!?]$/.test(because) ? because : `${because}.`;
}

;// CONCATENATED MODULE: ./actions/dossier/src/plan.ts



/** The checklist filled in. */
function plan(material) {
    const { about, checklist } = material;
    // One of another commit tells of another release.
    const kept = material.record?.content.commit === about.commit ? material.record : undefined;
    const record = kept?.content;
    const others = material.evidence.filter((one) => one.action !== 'dossier');
    const evidence = latest(ofThisRelease(others, about));
    const checks = evidence.flatMap((one) => one.checks);
    const signed = signatures(checklist, checks);
    const gaps = (0,jobs/* gapsOf */.d)(material.jobs, evidence.filter((one) => one.run === about.run), material.silent);
    const steps = fillSteps(checklist, checks, signed, material.phases);
    const all = tallyOf(steps.flatMap((step) => step.boxes));
    const due = tallyOf(steps.filter((step) => step.due).flatMap((step) => step.boxes));
    return {
        schema: 'golive/dossier@1',
        title: checklist.title,
        project: about.project,
        repository: about.repository,
        release: record?.release ?? about.ref.replace(/^refs\/(tags|heads)\//, ''),
        commit: about.commit,
        run: about.run,
        attempt: about.attempt,
        ...(about.runUrl === undefined ? {} : { runUrl: about.runUrl }),
        generatedAt: material.generatedAt,
        ...verdictOf({ evidence, gaps, steps, due }),
        readiness: { all, due },
        steps: [...steps],
        signatures: [...signed],
        timeline: timeline(evidence),
        ...(kept && record ? { record: { sha256: kept.sha256, createdAt: record.createdAt, runId: record.runId } } : {}),
        gaps: gaps.map(({ job, result, because }) => ({ job, result, because })),
        images: plan_images(checks, record),
        evidence: evidence.map((one) => ({
            action: one.action,
            job: one.job,
            attempt: one.attempt,
            verdict: one.verdict,
            startedAt: one.startedAt,
            finishedAt: one.finishedAt,
            checks: one.checks.length,
        })),
    };
}
/** Evidence of another repository or commit says nothing about this release. */
function ofThisRelease(evidence, about) {
    return evidence.filter((one) => one.repository === about.repository && one.commit === about.commit);
}
/** When a job ran again, its newest attempt stands; the order is that of time. */
function latest(evidence) {
    const groups = Map.groupBy(evidence, (one) => JSON.stringify([one.run, one.action, one.job, one.environment ?? '']));
    return [...groups.values()]
        .flatMap((group) => {
        const newest = Math.max(...group.map((one) => one.attempt));
        return group.filter((one) => one.attempt === newest);
    })
        .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}
/** The digests that the registry proved, or the references of the release record, which say more. */
function plan_images(checks, record) {
    const proven = checks.filter((one) => one.id === 'images.digest-proven' && one.verdict === 'pass');
    const digests = Object.fromEntries(proven.map((one) => [one.subject, String(one.measured)]));
    return Object.entries({ ...digests, ...record?.images }).map(([name, reference]) => ({ name, reference }));
}
function timeline(evidence) {
    return evidence
        .flatMap((one) => [
        { at: one.startedAt, action: one.action, what: 'started' },
        ...one.timeline.map((event) => ({
            at: event.at,
            action: one.action,
            what: event.what,
            ...(event.subject === undefined ? {} : { subject: event.subject }),
        })),
        { at: one.finishedAt, action: one.action, what: `finished: ${one.verdict}` },
    ])
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}


/***/ }),

/***/ 33956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/dossier/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'dossier.chain': 'Is every evidence file whole, and its predecessor there?',
    'dossier.evidence-of-job': 'Did every job that ran leave evidence of how it ended?',
    'dossier.foreign-evidence': 'Is all the evidence of this repository and commit?',
    'dossier.ready': 'Is every box closed that is due by now?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

// EXTERNAL MODULE: ./actions/dossier/src/dossier.ts
var src_dossier = __webpack_require__(22652);
;// CONCATENATED MODULE: ./actions/dossier/src/report.ts


/** The dossier's own checks speak of the dossier; that a release failed does not make it fail. */
function report(outcome) {
    const { dossier } = outcome;
    return {
        checks: [chain(outcome), ...jobs(outcome), ...foreign(outcome), ready(outcome)],
        outputs: {
            verdict: dossier.verdict,
            readiness: (0,src_dossier/* percent */.KN)(dossier.readiness.all),
            'readiness-due': (0,src_dossier/* percent */.KN)(dossier.readiness.due),
            why: dossier.why,
            dossier: outcome.page,
        },
        summary: outcome.summary,
    };
}
function chain({ chainFaults, dossier, at }) {
    const more = { source: 'the evidence files', at };
    const [first] = chainFaults;
    if (first !== undefined)
        return check('dossier.chain', dossier.run, 'fail', first, more);
    const because = `${dossier.evidence.length} evidence files are whole and follow one another`;
    return check('dossier.chain', dossier.run, 'pass', because, more);
}
function jobs({ dossier, required, at }) {
    const verdict = required === 'ready' ? 'fail' : 'warn';
    return dossier.gaps.map(({ job, because }) => check('dossier.evidence-of-job', job, verdict, because, { source: 'the results of the jobs', at }));
}
function foreign({ foreign, dossier, at }) {
    if (foreign === 0)
        return [];
    const because = `${foreign} evidence files of another repository or commit were left out`;
    return [check('dossier.foreign-evidence', dossier.run, 'warn', because, { source: 'the evidence files', at })];
}
function ready({ dossier, required, at }) {
    const { closed, total } = dossier.readiness.due;
    const more = { source: 'the checklist', at, measured: `${closed} of ${total}`, expected: `${total} of ${total}` };
    const verdict = dossier.verdict === 'ready' ? 'pass' : required === 'ready' ? 'fail' : 'warn';
    return check('dossier.ready', dossier.release, verdict, dossier.why, more);
}


/***/ }),

/***/ 70177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87232);
/* harmony import */ var _dossier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22652);


const headlines = {
    ready: 'released, and ready',
    open: 'boxes left open',
    failed: 'stopped',
};
// GitHub cuts a step's summary at 1 MiB; so many rows stay far below it.
const mostRows = 200;
/** The dossier for the job summary: the verdict, each step, and the boxes that need somebody. */
function summary(dossier) {
    const { all, due } = dossier.readiness;
    const steps = dossier.steps.map((step) => [
        step.step,
        step.due ? `${step.tally.closed} of ${step.tally.total}` : 'later',
        String(step.tally.measured),
        String(step.tally.signed),
        String(step.tally.failed),
        String(step.tally.open),
    ]);
    const wanting = dossier.steps
        .filter((step) => step.due)
        .flatMap((step) => step.boxes)
        .filter((box) => box.state === 'failed' || box.state === 'open')
        .sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open') || a.box - b.box);
    const left = wanting.length - mostRows;
    return (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__.md) `# ${dossier.project} ${dossier.release}: ${headlines[dossier.verdict]}

${dossier.why}

**Readiness ${(0,_dossier_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(all)}%**: ${all.closed} of ${all.total} boxes are closed, ${all.measured} measured and ${all.signed} signed. Of the ${due.total} due by now: ${due.closed}.

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Step', 'Closed', 'Measured', 'Signed', 'Failed', 'Open'], steps)}

${dossier.record === undefined ? '' : (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__.md) `Release record: SHA-256 ${dossier.record.sha256}, written ${dossier.record.createdAt}.`}

## Signatures

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Role', 'State', 'By', 'Because'], dossier.signatures.map((one) => [one.role, one.state, one.by ?? '', one.because]))}

## Boxes that need somebody

${wanting.length === 0
        ? (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__.md) `None.`
        : (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Box', 'State', 'What it asks', 'Fact'], wanting.slice(0, mostRows).map((box) => [String(box.box), box.state, box.text, box.because]))}
${left > 0 ? `And ${left} more, in dossier.html.` : ''}
`;
}


/***/ }),

/***/ 3116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QH: () => (/* binding */ writeReleaseRecord),
/* harmony export */   d9: () => (/* binding */ readReleaseRecord),
/* harmony export */   wJ: () => (/* binding */ updateReleaseRecord)
/* harmony export */ });
/* unused harmony export releaseRecordSchema */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
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




/** A record set of Route 53, raw: rollback must give back every field, so none is dropped. */
const recordSets = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({}));
/** Whether the release before this one works with the schema that the migration left. */
const compatibility = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['compatible', 'incompatible', 'unknown']),
    because: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
/** Everything that rollback needs, written before anything changes. */
const releaseRecordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('golive/release-record@1'),
    project: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    region: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Tag of the release'),
    commit: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    runId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('ISO 8601'),
    services: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        cluster: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        serviceArn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        taskDefinition: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('ARN of what ran before'),
        desiredCount: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().min(0),
        deploymentId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Container -> image'),
        settings: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({})
            .exactOptional()
            .describe('Everything else of the service that UpdateService can set, raw: network, load balancers, deployment'),
    })),
    database: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        instance: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Identifier that the snapshot before the migration has, or will have'),
        snapshotArn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionFrom: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionTo: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        compatibility: compatibility
            .exactOptional()
            .describe('Whether the release before this one works with the migrated schema; absent before the migration'),
    })
        .exactOptional(),
    dns: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ zoneId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), records: recordSets, wanted: recordSets.exactOptional() })),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Image name -> repository@digest'),
});
/** Reads a release record; undefined when the file does not exist. Throws when it is not one. */
async function readReleaseRecord(file) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    return text === undefined ? undefined : parse(text, file);
}
/** Writes a release record so that a killed runner leaves the old one or the new one, never half of one. */
async function writeReleaseRecord(file, record) {
    const text = `${JSON.stringify(record, null, 2)}\n`;
    parse(text, file);
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const next = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `.${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(next, 'wx'), true);
                await handle.writeFile(text);
                await handle.sync();
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
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(next, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(next, { force: true });
        throw error;
    }
    await syncFolder(folder);
}
/** Reads a release record, changes it and writes it back. Throws when there is none. */
async function updateReleaseRecord(file, change) {
    const record = await readReleaseRecord(file);
    if (record === undefined)
        throw new Error(`there is no release record at ${file}. Run the record action before anything changes.`);
    const changed = change(record);
    await writeReleaseRecord(file, changed);
    return changed;
}
function parse(text, file) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new Error(`${file} is no release record: it is not JSON`, { cause });
    }
    const parsed = releaseRecordSchema.safeParse(value);
    if (!parsed.success)
        throw new Error(`${file} is no release record: ${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(parsed.error)}`);
    return parsed.data;
}
// The rename itself is durable only once the folder is on disk; Windows cannot open a folder for that.
async function syncFolder(folder) {
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_2, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(folder, 'r'), true);
            await handle.sync();
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = __disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
    catch (error) {
        if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].includes(error.code ?? ''))
            throw error;
    }
}


/***/ })

};
