export const id = 5740;
export const ids = [5740];
export const modules = {

/***/ 73021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ readEvidence),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   b3: () => (/* binding */ writeDossier)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27071);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34837);





/** Every evidence file, oldest first, each named by its path below the folder. */
async function readEvidence(folder) {
    try {
        const files = await (0,_shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_2__/* .readEvidenceDir */ .XW)(folder);
        return files.map((file) => ({ ...file, name: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, file.file).replaceAll('\\', '/') }));
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('DOSSIER_EVIDENCE_UNREADABLE', `the evidence in ${folder} cannot be read: ${why}`, {
            hint: 'the folder may hold evidence files only; download each artifact once, and change nothing',
            cause,
        });
    }
}
/** The bytes of the release record; undefined when there is none. Throws when it is not one. */
async function readRecord(file) {
    return (await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .readReleaseRecord */ .d9)(file)) === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
}
/** Writes the dossier's files; returns the folder's path of the page. */
async function writeDossier(folder, files) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    for (const [name, text] of files)
        await put((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), text);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dossier.html');
}
/** Whole or not at all: a cancelled job leaves no half a dossier. */
async function put(file, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.part`, text);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.part`, file);
}


/***/ }),

/***/ 43140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _shared_checklist_checklist__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48252);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66044);
/* harmony import */ var _jobs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6073);




const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'dossier',
    title: 'Golive: dossier',
    description: 'Fills in the production checklist from evidence and signatures, and computes the readiness.',
    section: 'dossier',
    // One file more than the dossier lists would be one that nobody vouches for.
    withoutEvidence: true,
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        checklist: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
            .optional()
            .describe("A checklist of your own, relative to the workspace. Default: Golive's production checklist."),
        output: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
            .default('.golive')
            .describe('Folder that receives dossier.json, dossier.md, dossier.html, dossier.junit.xml and the in-toto statement.'),
        phases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_shared_checklist_checklist__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW))
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
        'predicate-type': 'Predicate type of the statement, for actions/attest',
        attestable: 'Whether dossier.subjects.txt names an image: true or false',
    },
});


/***/ }),

/***/ 35740:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _shared_checklist_read_checklist__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11673);
/* harmony import */ var _shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27071);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66046);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73021);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99517);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43140);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90790);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(33956);
/* harmony import */ var _seal_seal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(89550);
/* harmony import */ var _seal_unseal_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70949);
/* harmony import */ var _summary_summary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(77154);
// Names the real world and hands it in; everything else in this folder takes values.












await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .definition */ .m, async (input, run) => {
    const { workspace, config } = run.paths;
    const { repository, sha: commit, ref, runId, runAttempt: attempt } = run.github;
    const checklist = await (0,_shared_checklist_read_checklist__WEBPACK_IMPORTED_MODULE_1__/* .readChecklist */ .z)({ workspace, config, script: process.argv[1] ?? '', file: input.checklist });
    const files = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_4__/* .readEvidence */ .At)(run.paths.evidence);
    const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
    const sealed = (0,_seal_seal_js__WEBPACK_IMPORTED_MODULE_9__/* .seal */ .o)({
        about: { project: run.config.project, repository, ref, commit, run: runId, attempt, server },
        generatedAt: run.now().toISOString(),
        phases: input.phases,
        jobs: Object.fromEntries(Object.entries(input.needs).map(([job, { result }]) => [job, result])),
        silent: input.silent,
    }, { checklist, record: await (0,_apply_js__WEBPACK_IMPORTED_MODULE_4__/* .readRecord */ .aE)(run.paths.releaseRecord), evidence: files });
    // Computed from what is sealed, and from nothing that is not: whoever unseals it comes to the same.
    const { material } = (0,_seal_unseal_js__WEBPACK_IMPORTED_MODULE_10__/* .unseal */ .D)(sealed);
    const dossier = { ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .plan */ .et)(material), sealed };
    const written = (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOf */ .R8)(dossier);
    const page = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDossier */ .b3)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, input.output), written);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_8__/* .report */ .z)({
        dossier,
        summary: (0,_summary_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .summary */ .z)(dossier),
        attestable: written.get('dossier.subjects.txt') !== '',
        page: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, page),
        chainFaults: (0,_shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_2__/* .verifyChain */ .H5)(files).problems,
        foreign: material.evidence.length - (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .ofThisRelease */ .hs)(material.evidence, material.about).length,
        required: input.require,
        at: run.now().toISOString(),
    });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

// EXTERNAL MODULE: ./actions/dossier/src/dossier.ts + 1 modules
var src_dossier = __webpack_require__(72741);
// EXTERNAL MODULE: ./actions/dossier/src/statement.ts
var statement = __webpack_require__(70700);
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
            'predicate-type': statement/* predicateType */.W3,
            attestable: String(outcome.attestable),
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

/***/ 89550:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ seal)
/* harmony export */ });
/* harmony import */ var _shared_values_canonical_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56655);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99518);
/* harmony import */ var _pack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52970);



/** Files and values under one seal; everything else in a dossier is computed from it. */
function seal(said, contents) {
    const { checklist, record, evidence } = contents;
    const copies = evidence.map(({ name, content }) => ({ name, ...copyOf(content) }));
    const sealed = {
        ...said,
        checklist: copyOf(Buffer.from((0,_shared_values_canonical_json__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(checklist))),
        ...(record === undefined ? {} : { record: copyOf(record) }),
        evidence: (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .chainOf */ .d)(copies).map((link, index) => ({ ...link, copy: copies[index]?.copy ?? '' })),
    };
    return sealed;
}
function copyOf(content) {
    return { bytes: content.length, sha256: (0,_pack_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(content), copy: (0,_pack_js__WEBPACK_IMPORTED_MODULE_2__/* .pack */ .qq)(content) };
}


/***/ })

};
