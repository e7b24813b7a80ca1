export const id = 4370;
export const ids = [4370];
export const modules = {

/***/ 72741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jX: () => (/* binding */ dossierSchema),
  KN: () => (/* binding */ percent)
});

// UNUSED EXPORTS: states

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/checklist/checklist.ts
var checklist = __webpack_require__(48252);
;// CONCATENATED MODULE: ./actions/dossier/src/seal/sealed.ts


const digest = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const bytes = schemas/* number */.aig().int().nonnegative();
const copy = schemas/* strictObject */.rej({
    bytes: bytes.describe('Of the file, unpacked'),
    sha256: digest.describe('SHA-256 of these bytes'),
    copy: schemas/* string */.YjP().describe('The file itself: gzip, then base64'),
});
/** Everything that the rest of the dossier is computed from. */
const sealedSchema = schemas/* strictObject */.rej({
    about: schemas/* strictObject */.rej({
        project: schemas/* string */.YjP(),
        repository: schemas/* string */.YjP(),
        ref: schemas/* string */.YjP(),
        commit: schemas/* string */.YjP(),
        run: schemas/* string */.YjP(),
        attempt: schemas/* number */.aig().int(),
        server: schemas/* string */.YjP()
            .regex(/^https?:\/\//)
            .exactOptional(),
    }),
    generatedAt: schemas/* string */.YjP(),
    phases: schemas/* array */.YOg(schemas/* enum */.k5n(checklist/* phases */.tW)).describe('Whose boxes are due'),
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* enum */.k5n(['success', 'failure', 'cancelled', 'skipped'])).describe('How each job ended'),
    silent: schemas/* array */.YOg(schemas/* string */.YjP()).describe('Jobs that never leave evidence'),
    checklist: copy.describe('The checklist in force, as JSON'),
    record: copy.exactOptional().describe('The release record'),
    evidence: schemas/* array */.YOg(copy.extend({
        name: schemas/* string */.YjP().describe('Path below evidence/'),
        previous: digest.nullable().describe('The link before this one'),
        link: digest.describe('SHA-256 of the canonical JSON of { bytes, name, previous, sha256 }'),
    }))
        .describe('Every evidence file, in the order of the chain'),
});

;// CONCATENATED MODULE: ./actions/dossier/src/dossier.ts



const states = ['measured', 'signed', 'waived', 'failed', 'open'];
const count = schemas/* number */.aig().int().nonnegative();
/** Boxes by their state; `closed` is measured and signed together. A waived box is neither closed nor in the way. */
const tally = schemas/* strictObject */.rej({
    total: count,
    closed: count,
    measured: count,
    signed: count,
    waived: count,
    failed: count,
    open: count,
});
const box = schemas/* strictObject */.rej({
    box: schemas/* number */.aig().int().positive(),
    text: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(states),
    because: schemas/* string */.YjP(),
    /** The role that signs it, or the checks that measure it. */
    by: schemas/* string */.YjP(),
    source: schemas/* string */.YjP().optional(),
    at: schemas/* string */.YjP().optional(),
    /** Of a signed box: what would measure it, or why it takes a person. */
    note: schemas/* string */.YjP().optional(),
    /** The job that the fact comes from, and where its run is shown. */
    job: schemas/* string */.YjP().optional(),
    link: schemas/* string */.YjP().optional(),
});
const step = schemas/* strictObject */.rej({
    step: schemas/* string */.YjP(),
    phase: schemas/* enum */.k5n(checklist/* phases */.tW),
    owner: schemas/* string */.YjP(),
    due: schemas/* boolean */.zMY(),
    tally,
    boxes: schemas/* array */.YOg(box),
});
const signature = schemas/* strictObject */.rej({
    role: schemas/* string */.YjP(),
    /** `quorum`: nobody had to, since enough others of its quorum have signed. */
    state: schemas/* enum */.k5n(['signed', 'quorum', 'refused', 'missing']),
    by: schemas/* string */.YjP().optional(),
    because: schemas/* string */.YjP(),
    at: schemas/* string */.YjP().optional(),
    source: schemas/* string */.YjP().optional(),
    job: schemas/* string */.YjP().optional(),
    link: schemas/* string */.YjP().optional(),
    /** Digest of the brief that was approved. */
    brief: schemas/* string */.YjP().optional(),
    /** What the person said with it. */
    comment: schemas/* string */.YjP().optional(),
    /** Rules that had to be relaxed for this signature to count. */
    relaxed: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const filled = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz('golive/dossier@1'),
    title: schemas/* string */.YjP(),
    project: schemas/* string */.YjP(),
    repository: schemas/* string */.YjP(),
    release: schemas/* string */.YjP(),
    commit: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
    attempt: schemas/* number */.aig().int(),
    runUrl: schemas/* string */.YjP().optional(),
    generatedAt: schemas/* string */.YjP(),
    verdict: schemas/* enum */.k5n(['ready', 'open', 'failed']),
    why: schemas/* string */.YjP(),
    readiness: schemas/* strictObject */.rej({ all: tally, due: tally }),
    steps: schemas/* array */.YOg(step),
    signatures: schemas/* array */.YOg(signature),
    /** Rules of sign-off that this repository has relaxed. */
    relaxations: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), because: schemas/* string */.YjP() })),
    /** The checklist in force, and what keeps boxes out of it. */
    checklist: schemas/* strictObject */.rej({
        digest: schemas/* string */.YjP(),
        waivers: schemas/* array */.YOg(schemas/* strictObject */.rej({ box: count, owner: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), until: schemas/* string */.YjP() })),
        removed: schemas/* array */.YOg(schemas/* strictObject */.rej({ box: count, text: schemas/* string */.YjP(), reason: schemas/* string */.YjP() })),
    }),
    timeline: schemas/* array */.YOg(schemas/* strictObject */.rej({ at: schemas/* string */.YjP(), action: schemas/* string */.YjP(), what: schemas/* string */.YjP(), subject: schemas/* string */.YjP().optional() })),
    /** The release record that images and versions come from. */
    record: schemas/* strictObject */.rej({ sha256: schemas/* string */.YjP(), createdAt: schemas/* string */.YjP(), runId: schemas/* string */.YjP() }).optional(),
    /** Jobs that ended in a way that no evidence tells. */
    gaps: schemas/* array */.YOg(schemas/* strictObject */.rej({ job: schemas/* string */.YjP(), result: schemas/* string */.YjP(), because: schemas/* string */.YjP() })),
    images: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), reference: schemas/* string */.YjP() })),
    evidence: schemas/* array */.YOg(schemas/* strictObject */.rej({
        action: schemas/* string */.YjP(),
        job: schemas/* string */.YjP(),
        run: schemas/* string */.YjP(),
        attempt: schemas/* number */.aig().int(),
        link: schemas/* string */.YjP().optional(),
        verdict: schemas/* string */.YjP(),
        startedAt: schemas/* string */.YjP(),
        finishedAt: schemas/* string */.YjP(),
        checks: count,
    })),
});
/** dossier.json: the checklist filled in, and under `sealed` what all of it is computed from. */
const dossierSchema = filled.extend({ sealed: sealedSchema });
/** Closed boxes of all, in per cent with one decimal, rounded down: 100 means every single one. */
function percent(tally) {
    return tally.total === 0 ? '0.0' : (Math.floor((tally.closed / tally.total) * 1000) / 10).toFixed(1);
}


/***/ }),

/***/ 6073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ gapsOf),
/* harmony export */   j: () => (/* binding */ jobResult)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
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

/***/ 90790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WF: () => (/* binding */ evidenceOfRelease),
  hs: () => (/* binding */ ofThisRelease),
  et: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./packages/shared/src/checklist/effective.ts
var effective = __webpack_require__(88465);
// EXTERNAL MODULE: ./packages/shared/src/checklist/bound.ts
var checklist_bound = __webpack_require__(48236);
// EXTERNAL MODULE: ./packages/shared/src/evidence/check.ts
var evidence_check = __webpack_require__(90209);
;// CONCATENATED MODULE: ./actions/dossier/src/measured-box.ts


/**
 * A measured box by the worst of its checks: each of them has to be reported by its own action, about the subject asked
 * for, and what it measured has to keep to its bound.
 */
function fillMeasured(box, byId) {
    const answers = box.measured.map((one) => answersTo(one, byId.get(one.check) ?? []));
    const found = answers.flatMap((one) => ('missing' in one ? [] : one.reported));
    const missing = answers.flatMap((one) => ('missing' in one ? [one.missing] : []));
    const { box: number, text } = box;
    const filled = { box: number, text, by: box.measured.map(asked).join(', ') };
    const verdict = (0,evidence_check/* worst */.QZ)(found.map(({ check }) => check.verdict));
    const decisive = found.find(({ check }) => check.verdict === verdict);
    if (decisive === undefined || (missing.length > 0 && !(0,evidence_check/* isFailure */.N6)(verdict)))
        return { ...filled, state: 'open', because: missing.join('; ') };
    const state = (0,evidence_check/* isFailure */.N6)(verdict) ? 'failed' : verdict === 'skipped' ? 'open' : 'measured';
    const fact = withSubject(decisive.check);
    const because = state === 'measured' && found.length > 1 ? `${fact} (and ${found.length - 1} more)` : fact;
    return { ...filled, state, because, ...originOf(decisive) };
}
/** Where a fact comes from, and where that is shown. */
function originOf({ check, job, link }) {
    const where = { ...(job === undefined ? {} : { job }), ...(link === undefined ? {} : { link }) };
    return { source: check.source, at: check.at, ...where };
}
/** A fact read far from its check has to say what it is about. */
function withSubject({ subject, because }) {
    return subject === '' || because.includes(subject) ? because : `${subject}: ${because}`;
}
function answersTo(measure, reported) {
    const about = reported.filter(({ check }) => measure.subject === undefined || check.subject === measure.subject);
    const believed = about.filter(({ action }) => measure.of === undefined || action === measure.of);
    const name = measure.subject === undefined ? measure.check : `${measure.check} of ${measure.subject}`;
    if (believed.length > 0)
        return { reported: believed.map((one) => ({ ...one, check: within(one.check, measure) })) };
    const [other] = about;
    if (other !== undefined)
        return { missing: `${name} was reported by ${other.action}, and counts only from ${measure.of}` };
    return { missing: `no action has reported ${name}` };
}
/** A check that passed beyond the bound has failed: a bound tightens, and mends nothing. */
function within(check, { bound, verdict }) {
    if (check.verdict === 'warn' && verdict === 'pass')
        return { ...check, verdict: 'skipped' };
    if (bound === undefined || (0,evidence_check/* isFailure */.N6)(check.verdict) || check.verdict === 'skipped')
        return check;
    const breach = (0,checklist_bound/* breachOf */.LH)(bound, check.measured);
    return breach === undefined ? check : { ...check, verdict: 'fail', because: `${check.because}; ${breach}` };
}
function asked({ check, subject, bound, verdict }) {
    const about = subject === undefined ? [] : [`of ${subject}`];
    const within = bound === undefined ? [] : [(0,checklist_bound/* told */.Ev)(bound)];
    return [check, ...about, ...within, ...(verdict === undefined ? [] : ['without a warning'])].join(' ');
}

;// CONCATENATED MODULE: ./actions/dossier/src/boxes.ts


/** Each step with its boxes filled in. Steps of later phases are not due, and no signature reaches them. */
function fillSteps(checklist, reported, signed, phases, now) {
    const byId = Map.groupBy(reported, ({ check }) => check.id);
    const waivers = new Map(checklist.waivers.map((one) => [one.box, one]));
    const wentBack = reported.some(({ check }) => check.id.startsWith('rollback.'));
    const fill = (box, step, due) => {
        const filled = 'measured' in box ? fillMeasured(box, byId) : sign(box, step, due, signed);
        const waiver = waivers.get(box.box);
        return waiver === undefined ? filled : waive(filled, waiver, now);
    };
    return checklist.steps.map((step) => {
        const due = phases.includes(step.phase) || (step.phase === 'rollback' && wentBack);
        const boxes = step.boxes.map((box) => fill(box, step, due));
        return { step: step.step, phase: step.phase, owner: step.owner, due, tally: tallyOf(boxes), boxes };
    });
}
/** How many boxes are in which state. */
function tallyOf(boxes) {
    const of = (state) => boxes.filter((box) => box.state === state).length;
    const [measured, signed] = [of('measured'), of('signed')];
    return {
        total: boxes.length,
        closed: measured + signed,
        measured,
        signed,
        waived: of('waived'),
        failed: of('failed'),
        open: of('open'),
    };
}
/** A waiver keeps a box that is not closed out of the way until its last day, and fails afterwards until it is gone. */
function waive(box, waiver, now) {
    const { owner, reason, until } = waiver;
    if ((0,effective/* hasExpired */.o)(waiver, now))
        return { ...box, state: 'failed', because: `the waiver of ${owner} ended with ${until}: ${reason}` };
    if (box.state === 'measured' || box.state === 'signed')
        return box;
    return { ...box, state: 'waived', because: `waived by ${owner} until ${until}: ${reason} (${box.because})` };
}
function sign(box, step, due, signed) {
    const note = box.judgement ?? `would be measured by ${box['would-measure']}`;
    const filled = { box: box.box, text: box.text, by: box.signed, note };
    if (!due)
        return { ...filled, state: 'open', because: later[step.phase] };
    const own = signed.find((one) => one.role === box.signed);
    const because = own?.because ?? `nobody was asked to sign as ${box.signed}`;
    const isClosed = own?.state === 'signed' || own?.state === 'quorum';
    const state = isClosed ? 'signed' : own?.state === 'refused' ? 'failed' : 'open';
    if (own?.at === undefined)
        return { ...filled, state, because };
    const { source, at, job, link } = own;
    return {
        ...filled,
        state,
        because,
        at,
        ...(source === undefined ? {} : { source }),
        ...(job === undefined ? {} : { job }),
        ...(link === undefined ? {} : { link }),
    };
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/checklist/checklist.ts
var checklist_checklist = __webpack_require__(48252);
;// CONCATENATED MODULE: ./actions/dossier/src/signatures.ts




/** What `sign-off.<role>` measures: the login, or the login with what else is known of the approval. */
const approval = schemas/* union */.KCZ([
    schemas/* string */.YjP().transform((by) => ({ by })),
    schemas/* object */.Ikc({
        by: schemas/* string */.YjP(),
        comment: schemas/* string */.YjP().optional(),
        brief: schemas/* string */.YjP().optional(),
        relaxed: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    }),
]);
/** The signature of each role that the checklist asks for or that sign-off speaks of; nobody else's word is one. */
function signatures(checklist, reported) {
    const own = reported.filter(({ action }) => action === 'sign-off');
    const asked = own.flatMap(({ check }) => (check.id === `sign-off.${check.subject}` ? [check.subject] : []));
    const needed = (0,checklist_checklist/* boxesOf */.fU)(checklist).flatMap((box) => ('signed' in box ? [box.signed] : []));
    const byId = Map.groupBy(own, ({ check }) => check.id);
    const briefs = new Map((byId.get('sign-off.brief') ?? []).map(({ check }) => [check.subject, check.measured]));
    return [...new Set([...asked, ...needed])].map((role) => signatureOf(role, byId.get(`sign-off.${role}`) ?? [], briefs.get(role)));
}
function signatureOf(role, own, brief) {
    const rank = (0,evidence_check/* worst */.QZ)(own.map(({ check }) => check.verdict));
    const decisive = own.find(({ check }) => check.verdict === rank);
    if (decisive === undefined)
        return { role, state: 'missing', because: `nobody was asked to sign as ${role}` };
    const { verdict, measured, because } = decisive.check;
    const { by, ...more } = approval.safeParse(measured).data ?? {};
    const unsigned = verdict === 'skipped' ? 'quorum' : 'missing';
    const state = verdict === 'pass' ? 'signed' : by === undefined ? unsigned : 'refused';
    const shown = typeof brief === 'string' && by !== undefined ? { brief } : {};
    const said = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined && value !== ''));
    return { role, state, ...(by === undefined ? {} : { by }), because, ...originOf(decisive), ...shown, ...said };
}
/** The rules that are relaxed, as sign-off reports each by its name. */
function relaxations(reported) {
    const told = reported.flatMap(({ action, check }) => action === 'sign-off' && check.id === 'gate.relaxed' && check.verdict !== 'pass' ? [check] : []);
    return [...new Map(told.map(({ subject: name, because }) => [name, { name, because }])).values()];
}

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
    const refused = dueBoxes(steps).find((box) => box.state === 'failed');
    if (refused !== undefined)
        return {
            verdict: 'failed',
            why: `Box ${refused.box} failed, “${refused.text}”: ${finished(refused.because)}`,
        };
    if (due.closed + due.waived === due.total)
        return {
            verdict: 'ready',
            why: `All ${due.total} boxes due by now are closed: ${due.measured} measured, ${due.signed} signed${due.waived > 0 ? `, ${due.waived} waived` : ''}.`,
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
const dueBoxes = (steps) => steps.filter((step) => step.due).flatMap((step) => step.boxes);
function whatIsOpen(steps, due) {
    const first = dueBoxes(steps).find((box) => box.state === 'open');
    const example = first === undefined ? '' : ` The first is box ${first.box}, “${first.text}”: ${finished(first.because)}`;
    const open = due.total - due.closed - due.waived;
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
    const evidence = evidenceOfRelease(material);
    const reported = evidence.flatMap((one) => reportedBy(one, linkTo(about, one.run, one.attempt)));
    const signed = signatures(checklist, reported);
    const gaps = (0,jobs/* gapsOf */.d)(material.jobs, evidence.filter((one) => one.run === about.run), material.silent);
    const steps = fillSteps(checklist, reported, signed, material.phases, new Date(material.generatedAt));
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
        ...(about.server === undefined ? {} : { runUrl: linkTo(about, about.run, about.attempt).link }),
        generatedAt: material.generatedAt,
        ...verdictOf({ evidence, gaps, steps, due }),
        readiness: { all, due },
        steps: [...steps],
        signatures: [...signed],
        relaxations: relaxations(reported),
        checklist: {
            digest: checklist.digest,
            waivers: checklist.waivers.map((one) => ({ ...one })),
            removed: checklist.removed.map((one) => ({ ...one })),
        },
        timeline: timeline(evidence),
        ...(kept && record ? { record: { sha256: kept.sha256, createdAt: record.createdAt, runId: record.runId } } : {}),
        gaps: gaps.map(({ job, result, because }) => ({ job, result, because })),
        images: plan_images(reported.map(({ check }) => check), record),
        evidence: evidence.map((one) => ({
            action: one.action,
            job: one.job,
            run: one.run,
            attempt: one.attempt,
            ...linkTo(about, one.run, one.attempt),
            verdict: one.verdict,
            startedAt: one.startedAt,
            finishedAt: one.finishedAt,
            checks: one.checks.length,
        })),
    };
}
function reportedBy({ action, job, checks }, link) {
    return checks.map((check) => ({ action, check, job, ...link }));
}
/** Where GitHub shows one attempt of a run. */
function linkTo({ server, repository }, run, attempt) {
    if (server === undefined)
        return {};
    return { link: `${server}/${encodeURI(repository)}/actions/runs/${encodeURIComponent(run)}/attempts/${attempt}` };
}
/** What tells of the release: of its commit, by other actions, each job's newest attempt, in the order of time. */
function evidenceOfRelease({ evidence, about }) {
    const others = evidence.filter((one) => one.action !== 'dossier');
    return latest(ofThisRelease(others, about));
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

/***/ 52970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l1: () => (/* binding */ unpack),
/* harmony export */   qq: () => (/* binding */ pack),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_1__);


/** A file's bytes inside a JSON document: gzip, then base64. */
function pack(content) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzipSync)(content, { level: 9 }).toString('base64');
}
/** The bytes again. Throws when the text is no packed file, or one of more than `bytes` bytes. */
function unpack(packed, bytes) {
    const zipped = Buffer.from(packed, 'base64');
    if (zipped.toString('base64') !== packed)
        throw new Error('it is no base64');
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzipSync)(zipped, { maxOutputLength: Math.max(1, bytes) });
}
/** 64 hexadecimal digits. */
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}


/***/ }),

/***/ 70949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unseal)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var _shared_checklist_checklist__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48252);
/* harmony import */ var _shared_checklist_effective__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88465);
/* harmony import */ var _shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27071);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3116);
/* harmony import */ var _pack_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52970);






/** What is under a seal, read and validated. Throws when a copy is not what it has to be. */
function unseal(sealed) {
    const files = sealed.evidence.map((entry) => {
        const content = (0,_pack_js__WEBPACK_IMPORTED_MODULE_4__/* .unpack */ .l1)(entry.copy, entry.bytes);
        return { file: entry.name, content, ...(0,_shared_evidence_evidence_file__WEBPACK_IMPORTED_MODULE_2__/* .parseEvidence */ .vf)(entry.name, content) };
    });
    // Artifacts of several jobs may hold copies of the same file.
    const once = [...new Map(files.map((file) => [file.sha256, file.evidence])).values()];
    const { about, generatedAt, phases, jobs, silent, record } = sealed;
    const material = {
        about,
        checklist: checklistIn(sealed.checklist),
        evidence: once,
        record: record === undefined ? undefined : { content: _shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .releaseRecordSchema */ .Mn.parse(jsonIn(record)), sha256: record.sha256 },
        jobs: Object.fromEntries(Object.entries(jobs).map(([job, result]) => [job, { result }])),
        silent,
        phases,
        generatedAt,
    };
    return { material, files };
}
const beside = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    waivers: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ box: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(), owner: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), until: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })),
    removed: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ box: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(), text: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })),
    digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
});
function checklistIn(copy) {
    const content = jsonIn(copy);
    const { waivers, removed, digest, ...checklist } = beside.loose().parse(content);
    const whole = (0,_shared_checklist_effective__WEBPACK_IMPORTED_MODULE_1__/* .effective */ .C)(_shared_checklist_checklist__WEBPACK_IMPORTED_MODULE_0__/* .checklistSchema */ .Yf.parse(checklist), waivers, removed);
    if (whole.digest !== digest)
        throw new Error(`the checklist is ${whole.digest}, and says that it is ${digest}`);
    return whole;
}
function jsonIn(copy) {
    return JSON.parse((0,_pack_js__WEBPACK_IMPORTED_MODULE_4__/* .unpack */ .l1)(copy.copy, copy.bytes).toString());
}


/***/ }),

/***/ 48236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   LH: () => (/* binding */ breachOf),
/* harmony export */   eq: () => (/* binding */ boundSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _shared_values_bytes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61265);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);
/* harmony import */ var _shared_values_value_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79916);




const amount = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .refine((text) => quantityOf(text) !== undefined, 'expected a number, or one with its unit: 80, 80%, 500MB, 200ms'),
])
    .describe('A number, or one with its unit: 80, 80%, 500MB, 200ms');
/** How far what a check measured may go; it tightens the check's own verdict and never mends it. */
const boundSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ 'at-most': amount }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ 'at-least': amount }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ equals: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]) }),
], { error: 'expected one of at-most, at-least and equals' });
/** What is wrong with a measured value under a bound, as the end of a sentence; undefined when it keeps to it. */
function breachOf(bound, measured) {
    if (measured === undefined || measured === null)
        return `nothing was measured, asked is ${told(bound)}`;
    if ('equals' in bound)
        return String(measured) === String(bound.equals)
            ? undefined
            : `${shown(measured)} was measured, asked is ${told(bound)}`;
    const [limit, value] = ['at-most' in bound ? bound['at-most'] : bound['at-least'], measured].map(quantityOf);
    // Sizes are measured in bytes and shares in per cent, as plain numbers.
    if (limit === undefined ||
        value === undefined ||
        (value.unit !== limit.unit && (value.unit !== '' || limit.unit === 'ms')))
        return `${shown(measured)} was measured, which cannot be compared with ${told(bound)}`;
    const holds = 'at-most' in bound ? value.amount <= limit.amount : value.amount >= limit.amount;
    return holds ? undefined : `${shown(measured)} was measured, asked is ${told(bound)}`;
}
/** `at most 500MB`. */
function told(bound) {
    return Object.entries(bound)
        .map(([word, limit]) => `${word.replace('-', ' ')} ${limit}`)
        .join();
}
/** A number with its unit, of `80`, `80%`, `500MB`, `200ms`, or of `{ ms: 200 }` and its like. */
function quantityOf(value) {
    if (typeof value === 'number')
        return Number.isFinite(value) ? { amount: value, unit: '' } : undefined;
    if (typeof value === 'object' && value !== null) {
        const [[unit, amount] = [], ...more] = Object.entries(value);
        if (typeof amount !== 'number' || more.length > 0)
            return undefined;
        if (unit === 'ms')
            return { amount, unit };
        if (unit === 'seconds')
            return { amount: amount * 1000, unit: 'ms' };
        return unit === 'bytes' ? { amount, unit: 'B' } : undefined;
    }
    if (typeof value !== 'string')
        return undefined;
    const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(value.trim()) ?? [];
    if (number !== undefined)
        return { amount: Number(number), unit: percent === '%' ? '%' : '' };
    return (parsed(() => ({ amount: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(value).ms, unit: 'ms' })) ??
        parsed(() => ({ amount: (0,_shared_values_bytes__WEBPACK_IMPORTED_MODULE_0__/* .parseBytes */ .z_)(value).bytes, unit: 'B' })));
}
function parsed(parse) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof _shared_values_value_error__WEBPACK_IMPORTED_MODULE_3__/* .ValueError */ .Q)
            return undefined;
        throw error;
    }
}
function shown(measured) {
    return typeof measured === 'object' ? JSON.stringify(measured) : String(measured);
}


/***/ }),

/***/ 48252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yf: () => (/* binding */ checklistSchema),
/* harmony export */   fU: () => (/* binding */ boxesOf),
/* harmony export */   l6: () => (/* binding */ bindingSchema),
/* harmony export */   tW: () => (/* binding */ phases),
/* harmony export */   z9: () => (/* binding */ boxesSchema)
/* harmony export */ });
/* unused harmony exports boxSchema, parseChecklist */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _bound_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48236);



const phases = ['before', 'release', 'day-1', 'week-1', 'month-1', 'rollback'];
const number = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().positive().describe('The number of the box; it never means another one');
const sentence = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1);
const checkId = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'expected the id of a check, such as images.size')
    .describe('Id of a check that an action reports, such as images.size');
/** What measures a box: a check, of every subject that it speaks of or of one alone, within a bound. */
const measureSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    checkId.transform((check) => ({ check })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        check: checkId,
        of: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .min(1)
            .exactOptional()
            .describe('The action that reports it; Golive knows that of its own checks, and takes theirs from no other'),
        subject: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).exactOptional().describe('The one subject that counts; without it all of them do'),
        bound: _bound_js__WEBPACK_IMPORTED_MODULE_1__/* .boundSchema */ .eq.exactOptional(),
        verdict: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('pass')
            .exactOptional()
            .describe('pass: a warning leaves the box open, which would close it otherwise'),
    }),
], { error: 'expected the id of a check, such as images.size, or a map with its check' });
const measured = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(measureSchema).min(1, 'expected at least one check');
const signed = {
    signed: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).describe('The role that signs it'),
    'would-measure': sentence.exactOptional().describe('What would measure it'),
    judgement: sentence.exactOptional().describe('Why only a person can tell'),
};
const saysWhy = (box) => (box['would-measure'] === undefined) !== (box.judgement === undefined);
const why = 'a signed box says either what would-measure it or why it takes judgement';
const either = { error: 'a box is either measured by checks, or signed by a role' };
/** How a box is closed. */
const bindingSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ measured }), zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(signed).refine(saysWhy, why)], either);
const boxSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ box: number, text: sentence, measured }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ box: number, text: sentence, ...signed }).refine(saysWhy, why),
], either);
const boxesSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(boxSchema).min(1);
const stepSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    step: sentence.describe('What the step is about'),
    phase: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(phases).describe('When its boxes are due'),
    owner: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).describe('The role that looks after it'),
    boxes: boxesSchema,
});
const checklistSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('golive/checklist@1'), title: sentence, steps: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(stepSchema).min(1) })
    .superRefine(({ steps }, context) => {
    const seen = new Set();
    for (const [step, { boxes }] of steps.entries())
        for (const [index, { box }] of boxes.entries()) {
            const path = ['steps', step, 'boxes', index, 'box'];
            if (seen.has(box))
                context.addIssue({ code: 'custom', message: `box ${box} stands there twice`, path });
            seen.add(box);
        }
});
/** All boxes of a checklist, in its order. */
function boxesOf({ steps }) {
    return steps.flatMap((step) => step.boxes);
}
/** Reads a checklist's YAML. Throws a ZodError or a YAMLParseError that says what is wrong with it. */
function parseChecklist(text) {
    return checklistSchema.parse(parse(text));
}


/***/ }),

/***/ 88465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ effective),
/* harmony export */   o: () => (/* binding */ hasExpired)
/* harmony export */ });
/* harmony import */ var _shared_values_canonical_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56655);

/** A checklist with its waivers and removals, under its digest. */
function effective(checklist, waivers = [], removed = []) {
    const whole = { ...checklist, waivers, removed };
    return { ...whole, digest: (0,_shared_values_canonical_json__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(whole) };
}
/** Whether the day of a waiver is over. */
function hasExpired({ until }, now) {
    return now.toISOString().slice(0, 10) > until;
}


/***/ }),

/***/ 3116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ releaseRecordSchema),
/* harmony export */   QH: () => (/* binding */ writeReleaseRecord),
/* harmony export */   d9: () => (/* binding */ readReleaseRecord),
/* harmony export */   wJ: () => (/* binding */ updateReleaseRecord)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
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

/***/ 56655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * JSON with the keys of every map in code-unit order and nothing undefined, so that equal values have equal text
 * whoever wrote them.
 */
function canonicalJson(value) {
    return JSON.stringify(value, (_key, one) => typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : one);
}
/** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(value)).digest('hex');
}


/***/ }),

/***/ 35952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _parsed_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28453);
/* harmony import */ var _value_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79916);


const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const expected = 'a duration with its unit, such as 500ms, 30s, 5m or 1h30m';
/** Parses `500ms`, `30s`, `5m`, `1h30m`, `7d` or `0`. Throws a ValueError that says what is wrong. */
function parseDuration(text) {
    const trimmed = text.trim();
    if (trimmed === '0')
        return { ms: 0 };
    if (/^\d+(\.\d+)?$/.test(trimmed))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${trimmed}': add a unit, for example ${trimmed}s`);
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}'`);
    let ms = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
        ms += Number(amount) * milliseconds[unit];
    if (!Number.isSafeInteger(Math.round(ms)))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}', which is too long`);
    return { ms: Math.round(ms) };
}
/** Writes a duration as a person would: `850ms`, `2.5s`, `4m 10s`, `1h 5m`. */
function formatDuration({ ms }) {
    if (ms < 1000)
        return `${Math.round(ms)}ms`;
    if (ms < 60_000)
        return `${Math.round(ms / 100) / 10}s`;
    const seconds = Math.round(ms / 1000);
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const parts = hours > 0 ? [`${hours}h`, minutes && `${minutes}m`] : [`${minutes}m`, rest && `${rest}s`];
    return parts.filter(Boolean).join(' ');
}
/** A zod schema for a duration; its default is written as text: `duration().default('5m')`. */
function duration() {
    return (0,_parsed_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedText */ .l)(expected, parseDuration);
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
