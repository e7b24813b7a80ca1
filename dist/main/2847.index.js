export const id = 2847;
export const ids = [2847];
export const modules = {

/***/ 38110:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ carryOut)
});

// EXTERNAL MODULE: ./packages/shared/src/github/rest.ts
var rest = __webpack_require__(41245);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/shared/src/evidence/check.ts
var check = __webpack_require__(90209);
// EXTERNAL MODULE: ./actions/sign-off/src/checks.ts
var checks = __webpack_require__(93094);
// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
;// CONCATENATED MODULE: ./actions/sign-off/src/report.ts


/** Outputs and job summary of what was found out; `more` stands below the table. */
function report(title, { because }, checks, more = (0,markdown.md) ``) {
    const rows = checks.map((one) => [one.verdict, one.id, one.subject, one.because]);
    return {
        checks,
        outputs: outputsOf(checks),
        summary: (0,markdown.md) `## ${title}\n\n${because}.\n\n${(0,markdown/* table */.tp)(['verdict', 'check', 'of', 'because'], rows)}\n${more}`,
    };
}
/** The outputs that every mode has. */
function outputsOf(checks) {
    return { verdict: (0,check/* worst */.QZ)(checks.map((one) => one.verdict)), approvals: JSON.stringify(approvals(checks)) };
}
/** Who signed, of what a role's check has measured. */
function signerIn(measured) {
    return typeof measured === 'object' && measured !== null && 'by' in measured ? String(measured.by) : '';
}
function approvals(checks) {
    const signed = checks.filter((one) => one.id.startsWith('sign-off.') && one.verdict === 'pass');
    return Object.fromEntries(signed.flatMap(({ id, subject, measured }) => id === `sign-off.${subject}` ? [[subject, signerIn(measured)]] : []));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/release/plan-file.ts
var plan_file = __webpack_require__(65629);
// EXTERNAL MODULE: ./packages/shared/src/values/canonical-json.ts
var canonical_json = __webpack_require__(56655);
;// CONCATENATED MODULE: ./actions/sign-off/src/brief/brief.ts




const digest = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
/** What an approval is for. Whatever of it changes afterwards makes the approval void. */
const materialSchema = schemas/* strictObject */.rej({
    commit: schemas/* string */.YjP().describe('The commit that is released'),
    tag: schemas/* string */.YjP().describe('The ref that the run was started for, such as refs/tags/v1.4.0'),
    images: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).describe('Image name -> repository@sha256:…'),
    findings: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ verdict: schemas/* enum */.k5n(check/* verdicts */.rY), because: schemas/* string */.YjP() }))
        .describe('Image name -> what its scan found'),
    plans: schemas/* record */.g1P(schemas/* string */.YjP(), digest).describe('Action -> SHA-256 of the canonical JSON of its plan'),
    checklist: digest.describe('SHA-256 of the canonical JSON of the checklist in force'),
    waivers: schemas/* array */.YOg(schemas/* strictObject */.rej({ box: schemas/* number */.aig(), owner: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), until: schemas/* string */.YjP() })),
    posture: schemas/* array */.YOg(schemas/* strictObject */.rej({ check: schemas/* string */.YjP(), subject: schemas/* string */.YjP(), verdict: schemas/* enum */.k5n(check/* verdicts */.rY) }))
        .describe('How the gates stood, with every relaxed rule'),
});
const approval = schemas/* strictObject */.rej({
    environment: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    login: schemas/* string */.YjP(),
    bot: schemas/* boolean */.zMY(),
    comment: schemas/* string */.YjP(),
});
const range = schemas/* strictObject */.rej({
    because: schemas/* string */.YjP().describe('One sentence: what the differences are against'),
    from: schemas/* string */.YjP()
        .exactOptional()
        .describe('The commit that is deployed; absent where nothing is, or nobody could tell'),
    total: schemas/* number */.aig().int().describe('Commits since; more than are listed where GitHub lists no more'),
    commits: schemas/* array */.YOg(schemas/* strictObject */.rej({ sha: schemas/* string */.YjP(), subject: schemas/* string */.YjP(), author: schemas/* string */.YjP() })),
    files: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), status: schemas/* string */.YjP(), additions: schemas/* number */.aig(), deletions: schemas/* number */.aig() })),
});
/** What the roles see before they sign, and what production is held to. */
const briefSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz('golive/brief@1'),
    project: schemas/* string */.YjP(),
    repository: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
    attempt: schemas/* number */.aig().int(),
    digest: digest.describe('SHA-256 of the canonical JSON of the material'),
    material: materialSchema,
    range,
    plans: schemas/* array */.YOg(plan_file/* planFileSchema */.j2),
    baseline: schemas/* array */.YOg(approval).describe('Approvals that the run had before this brief was written: they are not for it'),
});
/** A brief under the digest of its material. */
function sealed(brief) {
    return { schema: 'golive/brief@1', ...brief, digest: (0,canonical_json/* digestOf */.o)(brief.material) };
}
/** As people compare it: in a job's name, in a comment. */
const shortDigest = (whole) => whole.slice(0, 12);

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/differences.ts
/** What of a material is not what was signed, each in one sentence, the sentence that names it first. */
function differences(signed, now) {
    return [
        ...changed('the commit', signed.commit, now.commit),
        ...changed('the tag', signed.tag, now.tag),
        ...inRecord('the image', signed.images, now.images),
        ...inRecord('what the scan found in', told(signed.findings), told(now.findings)),
        ...inRecord('the plan of', signed.plans, now.plans, 12),
        ...(signed.checklist === now.checklist
            ? []
            : [`the checklist was ${signed.checklist.slice(0, 12)} and is ${now.checklist.slice(0, 12)}`]),
        ...inRecord('the waiver of', waivers(signed), waivers(now)),
        ...inRecord('the gate', posture(signed), posture(now)),
    ];
}
const changed = (what, before, after) => before === after ? [] : [`${what} was ${before} and is ${after}`];
function inRecord(what, before, after, length) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    const show = (value) => value?.slice(0, length) ?? 'not there';
    return names
        .filter((name) => before[name] !== after[name])
        .map((name) => `${what} ${name} was ${show(before[name])} and is ${show(after[name])}`);
}
const told = (findings) => Object.fromEntries(Object.entries(findings).map(([name, { verdict, because }]) => [name, `${verdict}: ${because}`]));
const waivers = ({ waivers: all }) => Object.fromEntries(all.map(({ box, owner, reason, until }) => [`box ${box}`, `${owner} until ${until}: ${reason}`]));
const posture = ({ posture: all }) => Object.fromEntries(all.map(({ check, subject, verdict }) => [`${check} of ${subject}`, verdict]));

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/gather.ts



function materialOf({ commit, ref, images, findings, plans, checklist, gates }) {
    return {
        commit,
        tag: ref,
        images: { ...images },
        findings,
        plans: Object.fromEntries(plans.map((plan) => [plan.action, (0,canonical_json/* digestOf */.o)(plan)])),
        checklist: checklist.digest,
        waivers: checklist.waivers.map(({ box, owner, reason, until }) => ({ box, owner, reason, until })),
        posture: gates
            .filter(({ id }) => id.startsWith('gate.'))
            .map(({ id, subject, verdict }) => ({ check: id, subject, verdict }))
            .sort((a, b) => (a.check + a.subject < b.check + b.subject ? -1 : 1)),
    };
}
const scan = 'images.no-critical-vulnerabilities';
/** What the scans found, image by image, in the newest evidence of this commit. */
function findingsIn(evidence, { repository, sha }) {
    const checks = evidence
        .filter(({ evidence: one }) => one.action === 'build-scan-push' && one.repository === repository && one.commit === sha)
        .flatMap(({ evidence: one }) => one.checks.filter(({ id }) => id === scan));
    return Object.fromEntries(checks.map(({ subject, verdict, because }) => [subject, { verdict, because }]));
}
/** What keeps a brief from saying all that it must: one check for each of its parts. */
function completeness(gathered, unread, at) {
    const say = (subject, verdict, because) => (0,checks/* check */.z)('sign-off.brief-written', subject, verdict, because, { source: 'evidence, plans and GitHub', at });
    const unscanned = Object.keys(gathered.images).filter((name) => gathered.findings[name] === undefined);
    return [
        ...Object.entries(unread).map(([subject, answer]) => {
            if (answer.kind === 'found')
                return say(subject, 'pass', `${subject} could be read`);
            const why = answer.kind === 'unreadable' ? answer.why : 'GitHub does not know it, or not for this token';
            return say(subject, 'inconclusive', `${subject} could not be read: ${why}`);
        }),
        Object.keys(gathered.images).length === 0
            ? say('images', 'inconclusive', 'no images were given: pass the output images of build-scan-push')
            : unscanned.length > 0
                ? say('images', 'inconclusive', `no evidence tells what the scan of ${unscanned.join(', ')} found`)
                : say('images', 'pass', `${Object.keys(gathered.images).length} images, each with what its scan found`),
        gathered.plans.length === 0
            ? say('plans', 'inconclusive', 'no dry run has left a plan: run each changing action with dry-run first')
            : say('plans', 'pass', `plans of ${gathered.plans.map(({ action }) => action).join(', ')}`),
        ...gathered.gates
            .filter(({ verdict }) => (0,check/* isFailure */.N6)(verdict))
            .map(({ id, subject, because }) => say(`${id} ${subject}`, 'fail', `nobody is asked to sign behind an open gate: ${because}`)),
    ];
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./actions/sign-off/src/brief/read-brief.ts





/**
 * Reads a brief and holds it to its digest: the material to the digest, each plan to the material, and the whole to
 * the digest that the job was given.
 * @param expected the digest that mode brief gave out; undefined where nobody told it
 */
async function readBrief(file, expected) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
        if (error.code !== 'ENOENT')
            throw error;
        throw new golive_error/* GoliveError */.N('BRIEF_NOT_FOUND', `there is no brief ${file}`, {
            hint: 'fetch the artifact that the job with mode brief has kept',
        });
    });
    const parsed = briefSchema.safeParse(json(text));
    if (!parsed.success)
        throw spoilt(`${file} is no brief: ${errors/* prettifyError */.S1(parsed.error)}`);
    const brief = parsed.data;
    const problem = problemOf(brief, expected);
    if (problem !== undefined)
        throw spoilt(`${file} ${problem}`);
    return brief;
}
function problemOf({ digest, material, plans }, expected) {
    if ((0,canonical_json/* digestOf */.o)(material) !== digest)
        return `says that its digest is ${shortDigest(digest)}, and it is not`;
    if (expected !== undefined && expected !== digest)
        return `is ${shortDigest(digest)}, and the one that was written is ${shortDigest(expected)}`;
    const strays = plans.filter((plan) => material.plans[plan.action] !== (0,canonical_json/* digestOf */.o)(plan));
    if (strays.length > 0)
        return `shows another plan of ${strays.map(({ action }) => action).join(', ')} than was sealed`;
    if (plans.length !== Object.keys(material.plans).length)
        return 'does not show every plan that was sealed';
    return undefined;
}
const spoilt = (message) => new golive_error/* GoliveError */.N('BRIEF_SPOILT', message, { hint: 're-run all jobs, so that it is written anew' });
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/shared/src/checklist/read-checklist.ts + 6 modules
var read_checklist = __webpack_require__(11673);
// EXTERNAL MODULE: ./packages/shared/src/evidence/evidence-file.ts
var evidence_file = __webpack_require__(27071);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/read-environments.ts
var read_environments = __webpack_require__(36473);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/reviewers.ts
var reviewers = __webpack_require__(59624);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/unknown.ts
var unknown = __webpack_require__(25978);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/judge-gate.ts




/** The checks of one environment; whatever could not be read is inconclusive, and so closes the gate. */
function judgeGate(view, rules, at) {
    const name = view.gate.environment;
    const source = `GET environments/${name}`;
    if (view.environment.kind === 'missing') {
        const because = `environment ${name} does not exist, and naming it in a job would create it unprotected; create it with required reviewers`;
        return [(0,checks/* check */.z)('gate.exists', name, 'fail', because, { source, at })];
    }
    if (view.environment.kind === 'unreadable')
        return [(0,checks/* check */.z)('gate.exists', name, ...(0,unknown/* unknown */.L)(`whether ${name} is protected`, view.environment), { source, at })];
    const seen = view.environment.value;
    const about = { name, seen, rules, origin: { source, at } };
    return [
        (0,checks/* check */.z)('gate.exists', name, 'pass', `environment ${name} exists`, { source, at }),
        ...(view.gate.reviewed ? reviews(about, view.gate) : []),
        ...(view.gate.signedBy === undefined ? [] : [signedByWorkflow(about, view.gate, view.gate.signedBy)]),
        adminBypass(about),
        tags(view, about),
    ];
}
/** Whom it waits for; where that is nobody, who may not approve themselves is no question. */
function reviews(about, gate) {
    const one = judge_gate_reviewers(about, gate);
    return one.measured === '0' ? [one] : [one, selfReview(about)];
}
/** Where GitHub waits for nobody: who may sign must stand in golive.yml, for nothing else says it. */
function signedByWorkflow({ name, rules, origin }, { role }, workflow) {
    const id = 'gate.reviewers';
    const named = rules.reviewers[role ?? name];
    const more = { ...origin, measured: named?.join(', ') ?? 'nobody', expected: 'named in golive.yml' };
    if (role === undefined)
        return (0,checks/* check */.z)(id, name, 'warn', `${name} waits for nobody: sign-by: workflow has no reviewers`, more);
    return named === undefined
        ? (0,checks/* check */.z)(id, name, 'fail', `nobody is named who may sign as ${role}: give sign-offs.reviewers.${role}`, more)
        : (0,checks/* check */.z)(id, name, 'warn', `${name} waits for nobody: ${role} signs by ${workflow}, and only collect holds back`, more);
}
function judge_gate_reviewers({ name, seen, rules, origin }, gate) {
    const id = 'gate.reviewers';
    const found = (0,read_environments/* reviewersRule */.l)(seen)?.reviewers ?? [];
    const more = { ...origin, measured: String(found.length), expected: 'at least 1' };
    if (found.length === 0) {
        // https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments#required-reviewers
        const plan = rules.isPrivate
            ? '; in a private repository required reviewers need GitHub Enterprise, and docs/gates.md says what comes nearest without it'
            : '';
        return (0,checks/* check */.z)(id, name, 'fail', `${name} has no required reviewers, so anybody's push would pass it${plan}`, more);
    }
    const strangers = (0,reviewers/* strangersAmong */.KA)(found, rules.reviewers[gate.role ?? name]);
    if (strangers.length > 0) {
        const because = `${name} also waits for ${strangers.join(', ')}, whom sign-offs.reviewers does not name`;
        return (0,checks/* check */.z)(id, name, 'fail', because, { ...more, measured: strangers.join(', ') });
    }
    return (0,checks/* check */.z)(id, name, 'pass', `${name} waits for one of ${found.length} reviewers`, more);
}
function selfReview({ name, seen, rules, origin }) {
    const id = 'gate.self-review';
    const prevented = (0,read_environments/* reviewersRule */.l)(seen)?.prevent_self_review;
    const more = { ...origin, measured: String(prevented ?? 'not told'), expected: 'true' };
    if (prevented === true)
        return (0,checks/* check */.z)(id, name, 'pass', `who starts a release cannot approve it in ${name}`, more);
    if (rules.allow.includes('self-review'))
        return (0,checks/* check */.z)(id, name, 'warn', `${name} lets the one who starts a release approve it; self-review allows it`, more);
    if (prevented === undefined && rules.server !== undefined && (0,read_environments/* reviewersRule */.l)(seen) !== undefined) {
        const because = `GitHub Enterprise Server ${rules.server} cannot keep whoever starts a release from approving it in ${name}; such an approval is refused when signatures are collected`;
        return (0,checks/* check */.z)(id, name, 'warn', because, more);
    }
    return (0,checks/* check */.z)(id, name, 'fail', `${name} lets the one who starts a release approve it`, more);
}
function adminBypass({ name, seen, rules, origin }) {
    const id = 'gate.admin-bypass';
    const bypass = seen.can_admins_bypass;
    const more = { ...origin, measured: String(bypass ?? 'not told'), expected: 'false' };
    if (bypass === false)
        return (0,checks/* check */.z)(id, name, 'pass', `administrators wait at ${name} like everybody else`, more);
    if (rules.allow.includes('admin-bypass'))
        return (0,checks/* check */.z)(id, name, 'warn', `administrators can bypass ${name}; admin-bypass allows it`, more);
    if (bypass === true)
        return (0,checks/* check */.z)(id, name, 'fail', `administrators can bypass ${name}`, more);
    if (rules.server !== undefined) {
        const because = `GitHub Enterprise Server ${rules.server} does not say whether administrators can bypass ${name}; who bypasses it leaves no approval, so the signature is missing when signatures are collected`;
        return (0,checks/* check */.z)(id, name, 'warn', because, more);
    }
    return (0,checks/* check */.z)(id, name, 'inconclusive', `GitHub does not say whether administrators can bypass ${name}`, more);
}
function tags(view, { name, seen, rules, origin }) {
    const id = 'gate.tags';
    const { tagPolicy } = rules;
    const base = { source: `${origin.source}/deployment-branch-policies`, at: origin.at };
    const expected = `tag ${tagPolicy} and nothing else`;
    if (seen.deployment_branch_policy?.custom_branch_policies !== true) {
        const measured = seen.deployment_branch_policy?.protected_branches ? 'protected branches' : 'any branch or tag';
        const because = `${name} admits ${measured}, not only tags ${tagPolicy}`;
        return (0,checks/* check */.z)(id, name, 'fail', because, { ...base, measured, expected });
    }
    if (view.policies.kind !== 'found')
        return (0,checks/* check */.z)(id, name, ...(0,unknown/* unknown */.L)(`which tags ${name} admits`, view.policies), { ...base, expected });
    const admitted = view.policies.value.map((policy) => `${policy.type ?? 'branch'} ${policy.name}`);
    const more = { ...base, measured: admitted.join(', ') || 'nothing', expected };
    const strays = admitted.filter((policy) => policy !== `tag ${tagPolicy}`);
    if (strays.length > 0)
        return (0,checks/* check */.z)(id, name, 'fail', `${name} also admits ${strays.join(', ')}`, more);
    return admitted.length > 0
        ? (0,checks/* check */.z)(id, name, 'pass', `${name} admits tags ${tagPolicy} and nothing else`, more)
        : (0,checks/* check */.z)(id, name, 'fail', `${name} admits nothing: it lacks the tag policy ${tagPolicy}`, more);
}

;// CONCATENATED MODULE: ./actions/sign-off/src/gates/judge-required-checks.ts


const id = 'gate.required-checks';
/** The checks that a release must have passed: those of the branch, and those of golive.yml; each once. */
function allRequired(ofBranch, named) {
    const all = [
        ...(ofBranch.kind === 'found' ? ofBranch.value : []),
        ...named.map((name) => ({ name, source: 'golive.yml' })),
    ];
    return all.filter((one, at) => {
        const same = all.filter(({ name }) => name === one.name);
        // One that is pinned to an app says more than the same one unpinned.
        const pinned = same.filter(({ app }) => app !== undefined);
        const kept = pinned.length > 0 ? pinned : same;
        return kept.includes(one) && all.findIndex((each) => each.name === one.name && each.app === one.app) === at;
    });
}
/** One check for each that is required; skipped, neutral or missing is not success. */
function judgeRequiredChecks(commit, ofBranch, required, reported, { branch, allow }, at) {
    const rules = { source: `GET rules/branches/${branch}`, at, expected: 'at least one required check' };
    if (ofBranch.kind !== 'found' && !(0,unknown/* isBeyondPlan */.x)(ofBranch))
        return [(0,checks/* check */.z)(id, branch, ...(0,unknown/* unknown */.L)(`which checks ${branch} requires`, ofBranch), rules)];
    if (required.length === 0) {
        const because = `no check has to pass before a release: ${branch} requires none, and golive.yml names none under sign-offs.required-checks`;
        return [
            allow.includes('no-required-checks')
                ? (0,checks/* check */.z)(id, branch, 'warn', `${because}; no-required-checks allows it`, rules)
                : (0,checks/* check */.z)(id, branch, 'fail', because, rules),
        ];
    }
    const source = `GET commits/${commit}/check-runs`;
    return required.map((one) => {
        const { verdict, because, measured } = outcomeOf(one, reported, commit.slice(0, 7));
        const more = { source, at, expected: 'success' };
        return (0,checks/* check */.z)(id, one.name, verdict, because, measured === undefined ? more : { ...more, measured });
    });
}
function outcomeOf({ name, app, source }, { runs, statuses }, commit) {
    if (runs.kind !== 'found') {
        const [verdict, because] = (0,unknown/* unknown */.L)(`whether ${name} succeeded on ${commit}`, runs);
        return { verdict, because };
    }
    const named = runs.value.filter((run) => run.name === name);
    const own = named.filter((run) => app === undefined || run.app?.id === app);
    const run = latest(own);
    if (run !== undefined) {
        const measured = run.conclusion ?? run.status;
        if (measured === 'success')
            return { verdict: 'pass', because: `${name} succeeded on ${commit}`, measured };
        const because = run.conclusion === null
            ? `${name} has not ended on ${commit}: it is ${measured}; release when it has succeeded`
            : `${name}, required by ${source}, ended as ${measured} on ${commit}, and only success counts`;
        return { verdict: 'fail', because, measured };
    }
    if (named.length > 0) {
        const by = named.map((each) => each.app?.slug ?? `app ${each.app?.id}`).join(', ');
        const because = `${name} on ${commit} was reported by ${by}, and ${source} wants it of app ${app}`;
        return { verdict: 'fail', because, measured: by };
    }
    return byStatus(name, app, source, statuses, commit);
}
function byStatus(name, app, source, statuses, commit) {
    if (statuses.kind !== 'found') {
        const [verdict, because] = (0,unknown/* unknown */.L)(`whether ${name} succeeded on ${commit}`, statuses);
        return { verdict, because };
    }
    const status = statuses.value.find(({ context }) => context === name);
    if (status === undefined)
        return {
            verdict: 'fail',
            because: `${name}, required by ${source}, was never reported on ${commit}`,
            measured: 'nothing',
        };
    // A status does not tell the app that set it, so one that is pinned cannot be proven by it.
    if (app !== undefined)
        return {
            verdict: 'inconclusive',
            because: `${name} on ${commit} is a commit status, which does not tell whether app ${app} set it, as ${source} wants`,
            measured: status.state,
        };
    return status.state === 'success'
        ? { verdict: 'pass', because: `${name} succeeded on ${commit}`, measured: status.state }
        : {
            verdict: 'fail',
            because: `${name}, required by ${source}, is ${status.state} on ${commit}`,
            measured: status.state,
        };
}
/** The attempt that began last; ids grow, and tell apart those that began in the same second. */
function latest(runs) {
    return [...runs].sort((a, b) => (a.started_at ?? '').localeCompare(b.started_at ?? '') || a.id - b.id).at(-1);
}

;// CONCATENATED MODULE: ./actions/sign-off/src/gates/semantic-version.ts
const number = '(0|[1-9]\\d*)';
const identifiers = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const semantic_version_form = new RegExp(`^v?${number}\\.${number}\\.${number}(?:-(${identifiers}))?(?:\\+${identifiers})?$`);
/** A version after https://semver.org, with or without a `v` before it; undefined when it is none. */
function parseVersion(text) {
    const found = semantic_version_form.exec(text);
    if (found === null)
        return undefined;
    const [, major = '', minor = '', patch = '', prerelease] = found;
    const parts = prerelease?.split('.') ?? [];
    if (parts.some((part) => /^0\d+$/.test(part)))
        return undefined;
    return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)], prerelease: parts };
}
/** Negative when `a` is older, positive when it is newer, 0 when neither: https://semver.org/#spec-item-11. */
function compareVersions(a, b) {
    for (const [at, one] of a.numbers.entries()) {
        const other = b.numbers[at] ?? 0n;
        if (one !== other)
            return one < other ? -1 : 1;
    }
    if (a.prerelease.length === 0 || b.prerelease.length === 0)
        return b.prerelease.length - a.prerelease.length;
    for (const [at, one] of a.prerelease.entries()) {
        const other = b.prerelease[at];
        if (other === undefined)
            return 1;
        if (one !== other)
            return compareIdentifiers(one, other);
    }
    return a.prerelease.length - b.prerelease.length;
}
function compareIdentifiers(one, other) {
    const [isNumber, isOther] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (isNumber && isOther)
        return BigInt(one) < BigInt(other) ? -1 : 1;
    if (isNumber !== isOther)
        return isNumber ? -1 : 1;
    return one < other ? -1 : 1;
}

;// CONCATENATED MODULE: ./actions/sign-off/src/gates/judge-tag.ts



/** Whether this tag may be released: it is on the branch, has not moved, and is newer than what is deployed. */
function judgeTag(candidate, view, demanded, at) {
    return [
        unmoved(candidate, view, demanded, at),
        onBranch(candidate, view, demanded, at),
        newer(candidate, view, demanded, at),
    ];
}
const nameOf = ({ tag, ref }) => tag ?? ref;
const judge_tag_short = (sha) => sha.slice(0, 7);
function unmoved(candidate, view, { production }, at) {
    const id = 'gate.tag-unmoved';
    const { tag, commit } = candidate;
    const more = { source: `GET git/ref/tags/${tag ?? ''}`, at, expected: commit };
    if (tag === undefined)
        return (0,checks/* check */.z)(id, candidate.ref, 'fail', `${candidate.ref} is no tag, and only a tag is released; push one`, more);
    if (view.now.kind === 'missing')
        return (0,checks/* check */.z)(id, tag, 'fail', `${tag} does not exist any more; it was ${judge_tag_short(commit)} when the run began`, more);
    if (view.now.kind === 'unreadable')
        return (0,checks/* check */.z)(id, tag, ...(0,unknown/* unknown */.L)('whether the tag has moved', view.now), more);
    const measured = view.now.value.at(-1);
    if (!view.now.value.includes(commit)) {
        const because = `${tag} has moved: it was ${judge_tag_short(commit)} when the run began and is ${judge_tag_short(measured ?? '')} now; release that commit under a new tag`;
        return (0,checks/* check */.z)(id, tag, 'fail', because, { ...more, measured });
    }
    const earlier = deploymentsOf(view.deployments).find(({ ref, sha }) => tagOf(ref) === tag && sha !== commit);
    if (earlier !== undefined) {
        const because = `${tag} has moved: it was ${judge_tag_short(earlier.sha)} when it was deployed to ${production}, and is ${judge_tag_short(commit)} now; release that commit under a new tag`;
        return (0,checks/* check */.z)(id, tag, 'fail', because, { ...more, measured: earlier.sha });
    }
    return (0,checks/* check */.z)(id, tag, 'pass', `${tag} still is ${judge_tag_short(commit)}`, { ...more, measured });
}
function onBranch(candidate, { againstBranch }, { branch }, at) {
    const id = 'gate.tag-on-main';
    const subject = nameOf(candidate);
    const more = { source: `GET compare/${branch}...${candidate.commit}`, at, expected: `a commit of ${branch}` };
    if (againstBranch.kind !== 'found')
        return (0,checks/* check */.z)(id, subject, ...(0,unknown/* unknown */.L)(`whether ${judge_tag_short(candidate.commit)} is on ${branch}`, againstBranch), more);
    const stands = againstBranch.value;
    return stands === 'identical' || stands === 'behind'
        ? (0,checks/* check */.z)(id, subject, 'pass', `${judge_tag_short(candidate.commit)} is on ${branch}`, { ...more, measured: stands })
        : (0,checks/* check */.z)(id, subject, 'fail', `${judge_tag_short(candidate.commit)} is not on ${branch}; merge it first, and tag what is there`, {
            ...more,
            measured: stands,
        });
}
function newer(candidate, view, { production, allow }, at) {
    const id = 'gate.tag-newer';
    const subject = nameOf(candidate);
    const source = `GET deployments?environment=${production}`;
    if (view.deployed.kind === 'unreadable')
        return (0,checks/* check */.z)(id, subject, ...(0,unknown/* unknown */.L)(`what is deployed to ${production}`, view.deployed), { source, at });
    if (view.deployed.kind === 'missing')
        return view.deployments.kind === 'missing'
            ? (0,checks/* check */.z)(id, subject, ...(0,unknown/* unknown */.L)(`what is deployed to ${production}`, view.deployments), { source, at })
            : (0,checks/* check */.z)(id, subject, 'pass', `nothing has been deployed to ${production} yet`, { source, at });
    const { ref, sha } = view.deployed.value;
    const last = tagOf(ref);
    const more = { source, at, measured: last, expected: `newer than ${last}` };
    const age = ageOf(candidate, last, sha, view);
    if (age.kind === 'unknown')
        return (0,checks/* check */.z)(id, subject, 'inconclusive', age.because, more);
    if (age.kind === 'newer')
        return (0,checks/* check */.z)(id, subject, 'pass', age.because, more);
    if (allow.includes('older-release'))
        return (0,checks/* check */.z)(id, subject, 'warn', `${age.because}; older-release allows it`, more);
    return (0,checks/* check */.z)(id, subject, 'fail', `${age.because}; release a newer one, or go back with the rollback workflow`, more);
}
function ageOf(candidate, last, sha, { deployedStands }) {
    const { commit } = candidate;
    const name = nameOf(candidate);
    if (sha === commit && last === name)
        return { kind: 'newer', because: `${name} is what was deployed last; it is released again` };
    const [ours, theirs] = [parseVersion(name), parseVersion(last)];
    if (ours !== undefined && theirs !== undefined && compareVersions(ours, theirs) <= 0)
        return { kind: 'older', because: `${name} is not newer than ${last}, which was deployed last` };
    if (deployedStands.kind !== 'found') {
        const [, because] = (0,unknown/* unknown */.L)(`whether ${name} contains ${last} (${judge_tag_short(sha)}), which was deployed last,`, deployedStands);
        return { kind: 'unknown', because };
    }
    const contains = deployedStands.value === 'behind' || deployedStands.value === 'identical';
    return contains
        ? { kind: 'newer', because: `${name} is newer than ${last}, and contains it` }
        : { kind: 'older', because: `${name} does not contain ${last} (${judge_tag_short(sha)}), which was deployed last` };
}
const tagOf = (ref) => ref.replace(/^refs\/(tags|heads)\//, '');
const deploymentsOf = (answer) => (answer.kind === 'found' ? answer.value : []);

// EXTERNAL MODULE: ./actions/sign-off/src/gates/judge-tag-rules.ts
var judge_tag_rules = __webpack_require__(32600);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/read-check-runs.ts


const runs = schemas/* looseObject */._H3({
    check_runs: schemas/* array */.YOg(schemas/* looseObject */._H3({
        id: schemas/* number */.aig(),
        name: schemas/* string */.YjP(),
        status: schemas/* string */.YjP(),
        conclusion: schemas/* string */.YjP().nullable(),
        started_at: schemas/* string */.YjP().nullish(),
        app: schemas/* looseObject */._H3({ id: schemas/* number */.aig().optional(), slug: schemas/* string */.YjP().optional() }).nullish(),
    })),
});
const combined = schemas/* looseObject */._H3({
    statuses: schemas/* array */.YOg(schemas/* looseObject */._H3({ context: schemas/* string */.YjP(), state: schemas/* string */.YjP(), updated_at: schemas/* string */.YjP().optional() })),
});
/**
 * checks: read, and statuses: read where `names` are not all check runs.
 * https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference, the latest attempt of each;
 * https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference.
 */
async function readReported(ask, commit, names) {
    const at = `/commits/${encodeURIComponent(commit)}`;
    const found = await (0,rest/* askAll */.pI)(ask, `${at}/check-runs?filter=latest`, runs, (page) => page.check_runs);
    const known = found.kind === 'found' ? found.value.map(({ name }) => name) : [];
    const statuses = names.every((name) => known.includes(name))
        ? { kind: 'found', value: [] }
        : await (0,rest/* askAll */.pI)(ask, `${at}/status`, combined, (page) => page.statuses);
    return { runs: found, statuses };
}

// EXTERNAL MODULE: ./actions/sign-off/src/gates/read-repository.ts
var read_repository = __webpack_require__(8343);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/read-rules.ts
var read_rules = __webpack_require__(38696);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/read-tag.ts


const object = schemas/* looseObject */._H3({ object: schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), sha: schemas/* string */.YjP() }) });
const comparison = schemas/* looseObject */._H3({ status: schemas/* enum */.k5n(['identical', 'ahead', 'behind', 'diverged']) });
const deployments = schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* number */.aig(), ref: schemas/* string */.YjP(), sha: schemas/* string */.YjP(), created_at: schemas/* string */.YjP() }));
const statuses = schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP() }));
function candidateOf({ ref, sha }) {
    const [, tag] = /^refs\/tags\/(.+)$/.exec(ref) ?? [];
    return { ...(tag === undefined ? {} : { tag }), ref, commit: sha };
}
/** What GitHub says about the tag, its commit, and what was deployed before it. */
async function readTag(ask, candidate, { branch, production }) {
    const { tag, commit } = candidate;
    const now = tag === undefined ? { kind: 'missing' } : await readRef(ask, tag);
    const againstBranch = await compare(ask, branch, commit);
    // deployments: read; newest first: https://docs.github.com/en/rest/deployments/deployments#list-deployments
    const listed = await (0,rest/* askAll */.pI)(ask, `/deployments?environment=${encodeURIComponent(production)}`, deployments, (page) => page);
    const deployed = await newestSuccess(ask, listed);
    const deployedStands = deployed.kind === 'found' ? await compare(ask, commit, deployed.value.sha) : { kind: 'missing' };
    return { now, againstBranch, deployments: listed, deployed, deployedStands };
}
/** contents: read. An annotated tag is an object of its own: https://docs.github.com/en/rest/git/tags#get-a-tag */
async function readRef(ask, tag) {
    const path = tag.split('/').map(encodeURIComponent).join('/');
    let answer = await ask(`/git/ref/tags/${path}`, object);
    const shas = [];
    while (answer.kind === 'found') {
        const { type, sha } = answer.value.object;
        shas.push(sha);
        if (type !== 'tag' || shas.length > 5)
            return { kind: 'found', value: shas };
        answer = await ask(`/git/tags/${encodeURIComponent(sha)}`, object);
    }
    return answer;
}
/** contents: read: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
async function compare(ask, base, head) {
    const answer = await ask(`/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}?per_page=1`, comparison);
    return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
}
async function newestSuccess(ask, listed) {
    if (listed.kind !== 'found')
        return listed;
    for (const deployment of listed.value) {
        // A later deployment makes it inactive, so any of its statuses may say that it succeeded.
        const answer = await (0,rest/* askAll */.pI)(ask, `/deployments/${deployment.id}/statuses`, statuses, (page) => page);
        if (answer.kind === 'unreadable')
            return answer;
        if (answer.kind === 'found' && answer.value.some(({ state }) => state === 'success'))
            return { kind: 'found', value: deployment };
    }
    return { kind: 'missing' };
}

// EXTERNAL MODULE: ./actions/sign-off/src/relaxations.ts
var relaxations = __webpack_require__(47095);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/relaxed.ts


/** One warning for each rule that golive.yml relaxes, so that nobody has to look for it. */
function relaxed(allow, at) {
    return [...new Set(allow)].map((name) => (0,checks/* check */.z)('gate.relaxed', name, 'warn', `relaxed by sign-offs.allow: ${relaxations/* relaxations */.b[name]}`, {
        source: 'golive.yml',
        at,
    }));
}

// EXTERNAL MODULE: ./packages/shared/src/checklist/effective.ts
var effective = __webpack_require__(88465);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/waivers.ts




const waivers_id = 'gate.waivers';
const source = 'checklist of golive.yml';
/** Whether the checklist in force can be read, and none of its waivers is over. */
async function proveWaivers({ run, script }) {
    const { workspace, config } = run.paths;
    try {
        const { waivers } = await (0,read_checklist/* readChecklist */.z)({ workspace, config, script });
        return judgeWaivers(waivers, run.now());
    }
    catch (error) {
        if (!(error instanceof golive_error/* GoliveError */.N))
            throw error;
        const because = `which waivers hold could not be found out: ${(0,golive_error/* describeError */.U)(error)}`;
        return [(0,checks/* check */.z)(waivers_id, 'checklist', 'inconclusive', because, { source, at: run.now().toISOString() })];
    }
}
/** One check for each waiver; one in all where there is none. */
function judgeWaivers(waivers, now) {
    const at = now.toISOString();
    if (waivers.length === 0)
        return [(0,checks/* check */.z)(waivers_id, 'checklist', 'pass', 'no box is waived', { source, at })];
    return waivers.map((waiver) => {
        const { box, owner, reason, until } = waiver;
        const more = { source, at, measured: until, expected: `${at.slice(0, 10)} or later` };
        return (0,effective/* hasExpired */.o)(waiver, now)
            ? (0,checks/* check */.z)(waivers_id, `box ${box}`, 'fail', `the waiver of box ${box} by ${owner} (${reason}) ended on ${until}; close the box, or have it waived anew`, more)
            : (0,checks/* check */.z)(waivers_id, `box ${box}`, 'pass', `box ${box} is waived by ${owner} until ${until}: ${reason}`, more);
    });
}

;// CONCATENATED MODULE: ./actions/sign-off/src/gates/prove.ts













/** Every check of the gates and of the tag, asked of GitHub one after the other. */
async function proveGates(demands, tools) {
    const { ask, askItself, run } = tools;
    const at = () => run.now().toISOString();
    const repository = await (0,read_repository/* readRepository */.N)(ask);
    if (repository.kind !== 'found') {
        const [verdict, because] = (0,unknown/* unknown */.L)(`whether the gates of ${run.github.repository} are protected`, repository);
        return [(0,checks/* check */.z)('gate.exists', run.github.repository, verdict, because, { source: 'GET repository', at: at() })];
    }
    const views = await (0,read_environments/* readEnvironments */.z)(ask, demands.gates);
    const server = views.some(isSilent) ? await (0,read_repository/* readServerVersion */.s)(askItself) : undefined;
    const rules = { ...demands, isPrivate: repository.value.private, server };
    const branch = demands.branch ?? repository.value.default_branch;
    return [
        ...relaxed(demands.allow, at()),
        ...views.flatMap((view) => judgeGate(view, rules, at())),
        ...(0,judge_tag_rules/* judgeTagRules */.nY)(await (0,read_rules/* readRulesets */.u)(ask, 'tag'), demands, at()),
        ...(await proveTag({ ...demands, branch }, tools)),
        ...(await proveWaivers(tools)),
    ];
}
async function proveTag(demands, { ask, run }) {
    const candidate = candidateOf(run.github);
    const view = await readTag(ask, candidate, demands);
    const ofBranch = await (0,read_rules/* readRequiredChecks */.T)(ask, demands.branch);
    const required = allRequired(ofBranch, demands.requiredChecks);
    const names = required.map(({ name }) => name);
    const reported = await readReported(ask, candidate.commit, names);
    const at = run.now().toISOString();
    return [
        ...judgeTag(candidate, view, demands, at),
        ...judgeRequiredChecks(candidate.commit, ofBranch, required, reported, demands, at),
    ];
}
/** Whether this GitHub leaves out what its newer versions tell. */
function isSilent({ environment }) {
    if (environment.kind !== 'found')
        return false;
    const rule = (0,read_environments/* reviewersRule */.l)(environment.value);
    return (environment.value.can_admins_bypass === undefined || (rule !== undefined && rule.prevent_self_review === undefined));
}

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/read-approvals.ts

const read_approvals_reviews = schemas/* array */.YOg(schemas/* looseObject */._H3({
    environments: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })),
    state: schemas/* string */.YjP(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().optional() }),
    comment: schemas/* string */.YjP().nullish(),
}));
/**
 * Who approved or rejected what in a workflow run, each environment by itself. actions: read. GitHub tells neither the
 * time nor the commit: https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run
 */
async function readApprovals(ask, runId) {
    const answer = await ask(`/actions/runs/${encodeURIComponent(runId)}/approvals`, read_approvals_reviews);
    if (answer.kind !== 'found')
        return answer;
    const value = answer.value.flatMap(({ environments, state, user, comment }) => environments.map(({ name }) => ({
        environment: name,
        state,
        login: user.login,
        bot: user.type === 'Bot' || user.login.endsWith('[bot]'),
        comment: comment ?? '',
    })));
    return { kind: 'found', value };
}

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/read-signing-runs.ts




const release = schemas/* looseObject */._H3({ created_at: schemas/* string */.YjP() });
const read_signing_runs_runs = schemas/* looseObject */._H3({
    workflow_runs: schemas/* array */.YOg(schemas/* looseObject */._H3({
        display_title: schemas/* string */.YjP(),
        actor: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().optional() }).nullish(),
    })),
});
/** Who signed: by approving a role's environment, or where the plan has no reviewers by starting the signing workflow. */
function readSignatures({ ask, input, run }, roles, digest) {
    if (input['sign-by'] === 'environment')
        return readApprovals(ask, run.github.runId);
    return readSigningRuns(ask, { workflow: input['sign-workflow'], release: run.github.runId, roles, digest });
}
/** The name of a run of the signing workflow: `golive: qa-lead approves 0123456789ab: a comment`. */
const title = /^golive: ([a-z0-9-]+) (approves|refuses) ([0-9a-f]{12})(?::\s*(.*))?$/s;
/**
 * The runs of the signing workflow since the release began. actions: read. GitHub tells who started a run, and nobody
 * can start one as somebody else; the name says for which role and which brief. An approval of another brief is none,
 * and a refusal counts whatever it saw: https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
 */
async function readSigningRuns(ask, about) {
    const began = await ask(`/actions/runs/${encodeURIComponent(about.release)}`, release);
    if (began.kind !== 'found')
        return began;
    const since = encodeURIComponent(`>=${began.value.created_at}`);
    const path = `/actions/workflows/${encodeURIComponent(about.workflow)}/runs?event=workflow_dispatch&created=${since}`;
    const listed = await (0,rest/* askAll */.pI)(ask, path, read_signing_runs_runs, (page) => page.workflow_runs);
    if (listed.kind !== 'found')
        return listed;
    return { kind: 'found', value: listed.value.flatMap((one) => signatureOf(one, about)) };
}
function signatureOf({ display_title: name, actor }, { roles, digest }) {
    const [, role, verb, brief, comment = ''] = title.exec(name) ?? [];
    const gate = roles.find((one) => one.role === role);
    if (gate === undefined || !actor)
        return [];
    if (verb === 'approves' && digest !== undefined && brief !== shortDigest(digest))
        return [];
    const state = verb === 'approves' ? 'approved' : 'rejected';
    const bot = actor.type === 'Bot' || actor.login.endsWith('[bot]');
    return [{ environment: gate.environment, state, login: actor.login, bot, comment: comment.trim() }];
}

// EXTERNAL MODULE: ./packages/shared/src/evidence/html.ts
var html = __webpack_require__(41620);
// EXTERNAL MODULE: ./packages/shared/src/evidence/page/document.ts + 1 modules
var page_document = __webpack_require__(20983);
// EXTERNAL MODULE: ./packages/shared/src/evidence/page/parts.ts
var parts = __webpack_require__(82383);
// EXTERNAL MODULE: ./packages/shared/src/evidence/printable.ts
var printable = __webpack_require__(18002);
// EXTERNAL MODULE: ./packages/shared/src/evidence/summary.ts
var summary = __webpack_require__(10449);
;// CONCATENATED MODULE: ./actions/sign-off/src/brief/view.ts


const titles = {
    migrate: 'Database migration',
    'ecs-rollout': 'Services',
    'dns-cutover': 'DNS',
};
/** What each risk means, in words for whoever reads SQL seldom. */
const meanings = {
    none: 'changes nothing',
    adds: 'only adds',
    writes: 'changes rows',
    locks: 'makes others wait',
    breaks: 'breaks the release before',
    destroys: 'destroys data',
    unknown: 'could not be judged: read it',
};
/** The plans with what is new in them first: files that the release before had already are only named. */
function planViews({ plans, range }) {
    const touched = new Set(range.files.map(({ name }) => name));
    // Where GitHub lists no more files, one that is not listed may have changed as well.
    const told = range.from !== undefined && range.files.length < 300;
    return plans.map((plan) => {
        const isOld = ({ subject, what }) => what === 'none' || (plan.detail.files === true && told && !touched.has(subject));
        const shown = plan.changes.filter((one) => !isOld(one));
        const risks = shown.flatMap(({ risk }) => (risk === undefined ? [] : [risk]));
        return {
            plan,
            title: titles[plan.action] ?? plan.action,
            shown,
            rest: plan.changes.filter(isOld),
            risk: risks.length === 0 ? undefined : (0,plan_file/* worstRisk */.Ly)(risks),
        };
    });
}
/** The worst risk of all plans. */
function riskOf(brief) {
    return (0,plan_file/* worstRisk */.Ly)(planViews(brief).flatMap(({ risk }) => risk ?? []));
}
function postureLines({ material }) {
    const groups = Map.groupBy(material.posture, ({ check, verdict }) => `${verdict} ${check}`);
    const lines = [...groups.values()].flatMap((group) => {
        const [first] = group;
        return first ? [{ check: first.check, verdict: first.verdict, subjects: group.map(({ subject }) => subject) }] : [];
    });
    const rank = ({ verdict }) => ((0,check/* isFailure */.N6)(verdict) ? 0 : verdict === 'pass' ? 2 : 1);
    return lines.sort((a, b) => rank(a) - rank(b));
}
/** The tag, or the whole ref where the run is of none. */
const view_tagOf = ({ material }) => material.tag.replace(/^refs\/(?:tags|heads)\//, '');
const sentenceOf = (brief) => {
    const images = Object.keys(brief.material.images).length;
    const waived = brief.material.waivers.length;
    const parts = [
        brief.range.because,
        `${images} ${images === 1 ? 'image' : 'images'}`,
        ...planViews(brief).map(({ title, shown, risk }) => {
            const of = risk === undefined || risk === 'none'
                ? ''
                : `, the worst of which ${risk === 'unknown' ? 'nobody could judge' : meanings[risk]}`;
            return `${title}: ${shown.length === 0 ? 'nothing changes' : `${shown.length} ${shown.length === 1 ? 'change' : 'changes'}`}${of}`;
        }),
        waived === 0 ? 'no box is waived' : `${waived} ${waived === 1 ? 'box is' : 'boxes are'} waived`,
    ];
    return `${parts.join('; ')}.`;
};

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/page.ts







/** The brief as one page that needs nothing else. */
function briefAsHtml(brief) {
    const title = `${brief.project} ${view_tagOf(brief)}: brief ${shortDigest(brief.digest)}`;
    return (0,page_document/* documentOf */.l)({
        title,
        body: (0,html/* html */.qy) `${head(brief)}
<main>
${changes(brief)}
${page_images(brief)}
${planViews(brief).map(planSection)}
${page_waivers(brief)}
${gates(brief)}
</main>
<footer><p>An approval is for this brief: <code>${brief.digest}</code>. If anything of it has changed when production starts, the approval is void.</p></footer>`,
    });
}
const tones = {
    none: 'later',
    adds: 'measured',
    writes: 'open',
    locks: 'open',
    breaks: 'failed',
    destroys: 'failed',
    unknown: 'failed',
};
/** Text of somebody else, without marks that reorder what is read. */
const plain = printable/* printable */.g;
function head(brief) {
    const serious = ['failed', 'open'].includes(tones[riskOf(brief)]) || brief.material.waivers.length > 0;
    return (0,parts/* band */.yp)({
        tone: serious ? 'open' : 'ready',
        kicker: `${brief.project} · what is to be approved`,
        headline: `Release ${plain(view_tagOf(brief))}`,
        why: plain(sentenceOf(brief)),
        facts: [
            ['Brief', (0,html/* html */.qy) `<code>${shortDigest(brief.digest)}</code>`],
            ['Commit', (0,html/* html */.qy) `<code>${brief.material.commit.slice(0, 12)}</code>`],
            ['Run', `${brief.run}, attempt ${brief.attempt}`],
            ['Checklist', (0,html/* html */.qy) `<code>${shortDigest(brief.material.checklist)}</code>`],
        ],
    });
}
function changes({ range }) {
    const commits = range.commits.map(({ sha, subject, author }) => ({
        cells: [(0,html/* html */.qy) `<code class="sha">${sha.slice(0, 8)}</code>`, plain(subject), plain(author)],
    }));
    const files = range.files.map(({ name, status, additions, deletions }) => ({
        cells: [(0,html/* html */.qy) `<code>${plain(name)}</code>`, status, `+${additions} −${deletions}`],
    }));
    const left = range.total - range.commits.length;
    return (0,parts/* section */.uW)('changes', 'What changes', (0,html/* html */.qy) `<p>${plain(range.because)}.</p>
${commits.length > 0 ? (0,parts/* tableOf */.c_)(['Commit', 'What', 'By'], commits) : ''}
${left > 0 ? (0,html/* html */.qy) `<p>And ${left} commits more.</p>` : ''}
${files.length > 0 ? (0,html/* html */.qy) `<h3>Files</h3>${(0,parts/* tableOf */.c_)(['File', 'What', 'Lines'], files)}` : ''}`);
}
function page_images({ material }) {
    const all = Object.entries(material.images).map(([name, reference]) => {
        const found = material.findings[name];
        const [repository = '', digest = ''] = reference.split('@');
        const passed = found?.verdict === 'pass';
        return {
            tone: passed ? 'measured' : 'failed',
            name,
            state: found ? `${summary/* marks */.Z8[found.verdict]} ${found.verdict}` : '? no scan on record',
            lines: [found?.because ?? 'nobody knows what is in it', (0,html/* html */.qy) `<code>${repository}@${digest}</code>`],
        };
    });
    return (0,parts/* section */.uW)('images', 'Images', (0,parts/* cards */.kR)(all));
}
function planSection({ plan, title, shown, rest, risk }) {
    const items = shown.map(({ subject, what, risk: of, text }) => {
        const state = of === undefined ? what : meanings[of];
        const tone = of === undefined ? 'signed' : tones[of];
        const body = text === '' ? (0,html/* html */.qy) `<p>Nothing more is known of it.</p>` : (0,parts/* verbatim */.Bj)(plain(text));
        return (0,parts/* unfolding */.L)((0,html/* html */.qy) `<span class="what"><code>${plain(subject)}</code></span><span class="state ${tone}">${state}</span>`, body, true);
    });
    const old = rest.map(({ subject }) => (0,html/* html */.qy) `<li><code>${plain(subject)}</code></li>`);
    return (0,parts/* section */.uW)(`plan-${plan.action}`, title, (0,html/* html */.qy) `<p>${plain(plan.because)}.${risk === undefined ? '' : (0,html/* html */.qy) ` The worst of it: <strong class="state ${tones[risk]}">${meanings[risk]}</strong>.`}</p>
${items.length > 0 ? (0,html/* html */.qy) `<div class="rows planned">${items}</div>` : ''}
${old.length > 0 ? (0,html/* html */.qy) `<h3>Not changed</h3><ul>${old}</ul>` : ''}`);
}
function page_waivers({ material }) {
    const rows = material.waivers.map(({ box, owner, reason, until }) => ({
        tone: 'open',
        cells: [`${box}`, plain(owner), plain(reason), until],
    }));
    return (0,parts/* section */.uW)('waivers', 'Waived boxes', rows.length > 0 ? (0,parts/* tableOf */.c_)(['Box', 'Owner', 'Reason', 'Until'], rows) : (0,html/* html */.qy) `<p>None.</p>`);
}
function gates(brief) {
    const rows = postureLines(brief).map(({ check, verdict, subjects }) => ({
        tone: verdict === 'pass' ? 'measured' : verdict === 'warn' ? 'open' : 'failed',
        cells: [
            (0,html/* html */.qy) `<span class="state">${summary/* marks */.Z8[verdict]} ${verdict}</span>`,
            (0,html/* html */.qy) `<code>${check}</code><span class="origin">${plain(subjects.join(', '))}</span>`,
        ],
    }));
    return (0,parts/* section */.uW)('gates', 'Gates', (0,parts/* tableOf */.c_)(['Verdict', 'Check, and what it is about'], rows));
}

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/read-range.ts


const read_range_deployments = schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* number */.aig(), sha: schemas/* string */.YjP(), ref: schemas/* string */.YjP() }));
const read_range_statuses = schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP() }));
const read_range_comparison = schemas/* looseObject */._H3({
    total_commits: schemas/* number */.aig(),
    commits: schemas/* array */.YOg(schemas/* looseObject */._H3({
        sha: schemas/* string */.YjP(),
        commit: schemas/* looseObject */._H3({ message: schemas/* string */.YjP(), author: schemas/* looseObject */._H3({ name: schemas/* string */.YjP() }).nullish() }),
        author: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }).nullish(),
    })),
    files: schemas/* array */.YOg(schemas/* looseObject */._H3({ filename: schemas/* string */.YjP(), status: schemas/* string */.YjP(), additions: schemas/* number */.aig(), deletions: schemas/* number */.aig() }))
        .optional(),
});
const perPage = 100;
const mostCommits = 500;
/**
 * The commits and files between what is deployed and a commit. GitHub lists at most 300 files, on the first page:
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
async function readRange(ask, commit, production) {
    const deployed = await readDeployed(ask, commit, production);
    if (deployed.kind === 'unreadable')
        return deployed;
    if (deployed.kind === 'missing')
        return {
            kind: 'found',
            value: { because: `nothing else has been deployed to ${production}`, total: 0, commits: [], files: [] },
        };
    const { sha, ref } = deployed.value;
    const pages = [];
    for (let page = 1; page === 1 || (pages.at(-1)?.commits.length === perPage && page <= mostCommits / perPage); page++) {
        const path = `/compare/${encodeURIComponent(sha)}...${encodeURIComponent(commit)}?per_page=${perPage}&page=${page}`;
        const answer = await ask(path, read_range_comparison);
        if (answer.kind !== 'found')
            return answer.kind === 'missing' ? gone(ref, sha) : answer;
        pages.push(answer.value);
    }
    return { kind: 'found', value: rangeOf(deployed.value, pages) };
}
function rangeOf({ sha, ref }, pages) {
    const total = pages[0]?.total_commits ?? 0;
    const files = pages[0]?.files ?? [];
    const most = files.length >= 300 ? ', of whose files GitHub lists 300' : '';
    return {
        because: `${total === 1 ? 'one commit' : `${total} commits`} since ${ref}, which is deployed${most}`,
        from: sha,
        total,
        commits: pages
            .flatMap(({ commits }) => commits)
            .map((one) => ({
            sha: one.sha,
            subject: one.commit.message.split('\n', 1)[0] ?? '',
            author: one.author?.login ?? one.commit.author?.name ?? 'unknown',
        })),
        files: files.map(({ filename, status, additions, deletions }) => ({
            name: filename,
            status,
            additions,
            deletions,
        })),
    };
}
const gone = (ref, sha) => ({
    kind: 'unreadable',
    why: `GitHub cannot compare with ${ref} (${sha.slice(0, 12)}), which is deployed`,
});
/** The newest deployment to production that succeeded, of any other commit: this run's own tell of nothing before it. */
async function readDeployed(ask, commit, production) {
    const path = `/deployments?environment=${encodeURIComponent(production)}`;
    const listed = await (0,rest/* askAll */.pI)(ask, path, read_range_deployments, (page) => page);
    if (listed.kind !== 'found')
        return listed;
    for (const deployment of listed.value.filter(({ sha }) => sha !== commit)) {
        const answer = await (0,rest/* askAll */.pI)(ask, `/deployments/${deployment.id}/statuses`, read_range_statuses, (page) => page);
        if (answer.kind === 'unreadable')
            return answer;
        // A later deployment makes it inactive, so any of its statuses may say that it succeeded.
        if (answer.kind === 'found' && answer.value.some(({ state }) => state === 'success'))
            return { kind: 'found', value: deployment };
    }
    return { kind: 'missing' };
}

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/summary.ts




// GitHub refuses a step's summary above 1 MiB, and other things stand in it too:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
const mostBytes = 900_000;
/** The brief for a job's summary. What is too long is cut, the largest part first, with a pointer to the whole. */
function briefAsMarkdown(brief, most = mostBytes) {
    const head = (0,markdown.md) `# Brief ${shortDigest(brief.digest)}: ${brief.project} ${view_tagOf(brief)}

${sentenceOf(brief)}

${(0,markdown/* table */.tp)(['', ''], [
        ['What is approved', (0,markdown.md) `\`${(0,markdown/* trustedMarkdown */.pG)(brief.digest)}\``],
        ['Commit', brief.material.commit],
        ['Run', `${brief.repository}, run ${brief.run}, attempt ${brief.attempt}`],
        ['Checklist', shortDigest(brief.material.checklist)],
    ])}`;
    const parts = [summary_changes(brief), summary_images(brief), ...planViews(brief).flatMap(planParts), summary_waivers(brief), summary_gates(brief)];
    return joined([head, ...withinBytes(parts, most - bytesOf(head))]);
}
const bytesOf = ({ text }) => Buffer.byteLength(text) + 2;
const joined = (all) => (0,markdown/* trustedMarkdown */.pG)(all.map(({ text }) => text).join('\n\n'));
const whole = ({ heading, body }) => (0,markdown.md) `## ${heading}\n\n${body}`;
function withinBytes(parts, most) {
    const kept = parts.map((part) => ({ part, shown: whole(part) }));
    const sum = () => kept.reduce((total, { shown }) => total + bytesOf(shown), 0);
    const largestFirst = [...kept].sort((a, b) => bytesOf(b.shown) - bytesOf(a.shown));
    for (const one of largestFirst) {
        if (sum() <= most)
            break;
        const size = `${Math.ceil(bytesOf(one.part.body) / 1024)} KiB`;
        one.shown = whole({
            ...one.part,
            body: (0,markdown.md) `*${size} are too long for this page: they stand in brief.html of the artifact brief.*`,
        });
    }
    return kept.map(({ shown }) => shown);
}
function summary_changes({ range }) {
    const rows = range.commits.map(({ sha, subject, author }) => [sha.slice(0, 12), subject, author]);
    const left = range.total - range.commits.length;
    const files = range.files.map(({ name, status, additions, deletions }) => [
        name,
        status,
        `+${additions} −${deletions}`,
    ]);
    return {
        heading: 'What changes',
        body: joined([
            (0,markdown.md) `${range.because}.`,
            ...(rows.length > 0 ? [(0,markdown/* table */.tp)(['Commit', 'What', 'By'], rows)] : []),
            ...(left > 0 ? [(0,markdown.md) `And ${left} commits more.`] : []),
            ...(files.length > 0 ? [(0,markdown/* table */.tp)(['File', '', 'Lines'], files)] : []),
        ]),
    };
}
function summary_images({ material }) {
    const rows = Object.entries(material.images).map(([name, reference]) => {
        const found = material.findings[name];
        return [name, reference, found ? `${summary/* marks */.Z8[found.verdict]} ${found.because}` : '? no scan is on record'];
    });
    return { heading: 'Images', body: (0,markdown/* table */.tp)(['Image', 'Digest', 'Scan'], rows) };
}
function planParts({ plan, title, shown, rest, risk }) {
    const intro = (0,markdown.md) `${plan.because}.${risk === undefined ? '' : (0,markdown.md) ` Worst risk: **${risk}** (${meanings[risk]}).`}`;
    const old = rest.length > 0 ? [(0,markdown.md) `Not changed: ${rest.map(({ subject }) => subject).join(', ')}.`] : [];
    return [
        { heading: title, body: joined([intro, ...old]) },
        ...shown.map(({ subject, what, risk: of, text }) => ({
            heading: `${title}: ${subject} (${of === undefined ? what : `${what}, risk: ${of}`})`,
            body: text === '' ? (0,markdown.md) `Nothing more is known of it.` : (0,markdown/* codeBlock */.DV)(text),
        })),
    ];
}
function summary_waivers({ material }) {
    const rows = material.waivers.map(({ box, owner, reason, until }) => [`${box}`, owner, reason, until]);
    return {
        heading: 'Waived boxes',
        body: rows.length > 0 ? (0,markdown/* table */.tp)(['Box', 'Owner', 'Reason', 'Until'], rows) : (0,markdown.md) `None.`,
    };
}
function summary_gates(brief) {
    const rows = postureLines(brief).map(({ check, verdict, subjects }) => [
        `${summary/* marks */.Z8[verdict]} ${verdict}`,
        check,
        subjects.join(', '),
    ]);
    return { heading: 'Gates', body: rows.length > 0 ? (0,markdown/* table */.tp)(['', 'Check', 'Of'], rows) : (0,markdown.md) `None were asked about.` };
}

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/write.ts
// Mode brief: writes down what changes, before anybody is asked to approve it.














async function writeBrief(decision, tools) {
    const { run, input, ask } = tools;
    const { github, paths } = run;
    const evidence = await (0,evidence_file/* readEvidenceDir */.XW)(external_node_path_default().resolve(paths.workspace, input['evidence-from']));
    const gathered = {
        ...(await gatherNow(decision, tools)),
        findings: findingsIn(evidence, github),
    };
    const range = await readRange(ask, github.sha, decision.production);
    const baseline = await readSignatures(tools, decision.roles);
    const brief = sealed({
        project: run.config.project,
        repository: github.repository,
        run: github.runId,
        attempt: github.runAttempt,
        material: materialOf(gathered),
        range: range.kind === 'found' ? range.value : unreadRange,
        plans: [...gathered.plans],
        baseline: baseline.kind === 'found' ? [...baseline.value] : [],
    });
    const file = external_node_path_default().resolve(paths.workspace, input.brief);
    await keep(file, brief);
    run.log.info(`brief ${shortDigest(brief.digest)} is in ${file}, with .md and .html beside it`);
    const checks = completeness(gathered, { 'commits since the last release': range, approvals: baseline }, run.now().toISOString());
    const told = report('Brief', decision, checks);
    return {
        ...told,
        outputs: { ...told.outputs, digest: brief.digest, short: shortDigest(brief.digest) },
        summary: (0,markdown.md) `${briefAsMarkdown(brief)}\n\n${told.summary}`,
    };
}
/** What the release would do if it began now, all but what the scans found. */
async function gatherNow(decision, tools) {
    const { run, input, script } = tools;
    const { workspace, config } = run.paths;
    return {
        commit: run.github.sha,
        ref: run.github.ref,
        images: input.images,
        plans: await (0,plan_file/* readPlans */.xZ)((0,plan_file/* plansFolder */.T0)(workspace)),
        checklist: await (0,read_checklist/* readChecklist */.z)({ workspace, config, script }),
        gates: await proveGates(decision, tools),
    };
}
const unreadRange = { because: 'what changed could not be read from GitHub', total: 0, commits: [], files: [] };
async function keep(file, brief) {
    await (0,promises_.mkdir)(external_node_path_default().dirname(file), { recursive: true });
    const beside = (extension) => `${file.replace(/\.json$/, '')}.${extension}`;
    await (0,promises_.writeFile)(file, `${JSON.stringify(brief, null, 2)}\n`);
    await (0,promises_.writeFile)(beside('md'), `${briefAsMarkdown(brief).text}\n`);
    await (0,promises_.writeFile)(beside('html'), briefAsHtml(brief));
}

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/confirm.ts
// Mode confirm: before production changes, whether what was signed is still what would be done.









async function confirm_confirm(decision, tools) {
    const { run, input } = tools;
    const brief = await readBrief(external_node_path_default().resolve(run.paths.workspace, input.brief), input['brief-digest']);
    const gathered = await gatherNow(decision, tools);
    // A digest is scanned once, in the job that built it: what was found in it then was shown, and cannot change.
    const now = materialOf({ ...gathered, findings: brief.material.findings });
    const at = run.now().toISOString();
    const attempts = { now: run.github.runAttempt, collected: input['collected-attempt'] };
    return report('Confirmation', decision, [
        unchanged(brief, differences(brief.material, now), at),
        thisAttempt(attempts, decision.allow, at),
        ...gathered.gates.filter(({ verdict }) => (0,check/* isFailure */.N6)(verdict)),
    ]);
}
function unchanged(brief, differ, at) {
    const short = shortDigest(brief.digest);
    const because = differ.length === 0
        ? `what would be done is what was signed: ${short}`
        : `the approvals of ${short} are void, since it is no longer what would be done: ${differ.join('; ')}. Release again with a new run, so that everybody sees the new brief`;
    const more = { source: 'the same dry runs, gates and checklist', at, expected: brief.digest };
    return (0,checks/* check */.z)('sign-off.brief-unchanged', short, differ.length === 0 ? 'pass' : 'fail', because, more);
}
/** The signatures of an earlier attempt do not carry a later one, unless the team has relaxed it. */
function thisAttempt({ now, collected }, allow, at) {
    const say = (verdict, because) => (0,checks/* check */.z)('sign-off.this-attempt', `attempt ${now}`, verdict, because, {
        source: 'the job that collected',
        at,
        measured: collected,
        expected: now,
    });
    if (collected === undefined)
        return say('inconclusive', 'nobody said in which attempt the signatures were collected: pass the output attempt of collect as collected-attempt');
    if (collected === now)
        return say('pass', `the signatures were collected in this attempt, ${now}`);
    const because = `the signatures were collected in attempt ${collected}, and this is attempt ${now}`;
    if (allow.includes('approval-of-earlier-attempt'))
        return say('warn', `${because}; they count since approval-of-earlier-attempt is relaxed and the brief is the same`);
    return say('fail', `${because}: approvals of an earlier attempt do not count. Re-run all jobs, so that everybody approves again`);
}

;// CONCATENATED MODULE: ./actions/sign-off/src/brief/sign.ts
// Mode sign: a step of the role's own job, which its environment has admitted; shows what the role approved.






async function sign({ gate }, { run, input }) {
    const brief = await readBrief(external_node_path_default().resolve(run.paths.workspace, input.brief), input['brief-digest']);
    const { role } = gate;
    const { runId, runAttempt, sha } = run.github;
    const about = { source: 'the brief', at: run.now().toISOString(), measured: brief.digest };
    const strange = brief.run !== runId || brief.material.commit !== sha;
    const stale = brief.attempt !== runAttempt;
    const of = `brief ${shortDigest(brief.digest)} of attempt ${brief.attempt}`;
    const because = strange
        ? `${of} is about run ${brief.run} and ${brief.material.commit.slice(0, 12)}, not about this one`
        : `${role} was shown ${of}${stale ? `, in attempt ${runAttempt}` : ''}`;
    return {
        checks: [(0,checks/* check */.z)('sign-off.brief', role, strange ? 'fail' : 'pass', because, about)],
        outputs: { verdict: strange ? 'fail' : 'pass', digest: brief.digest, short: shortDigest(brief.digest) },
        summary: (0,markdown.md) `## Signed as ${role}: ${shortDigest(brief.digest)}\n\n${briefAsMarkdown(brief)}`,
    };
}

// EXTERNAL MODULE: ./actions/sign-off/src/gates/posture/gh-commands.ts
var gh_commands = __webpack_require__(6623);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/posture/make-changes.ts
var make_changes = __webpack_require__(48713);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/posture/posture-report.ts
var posture_report = __webpack_require__(40282);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/posture/read-changes.ts + 3 modules
var read_changes = __webpack_require__(96295);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/posture/run-posture.ts





/** Shows how the gates differ from what they must be; `apply` then makes them so, and reads them back. */
async function runPosture(decision, tools, send) {
    const { run, input } = tools;
    const at = () => run.now().toISOString();
    const changes = await (0,read_changes/* readChanges */.S)(decision, tools);
    const target = { repository: input.repository ?? run.github.repository, apiUrl: run.github.apiUrl };
    const commands = (0,gh_commands/* ghCommands */.c)(changes, target);
    if (decision.kind === 'plan') {
        const checks = (0,posture_report/* planned */.lM)(changes, at());
        const summary = (0,posture_report/* postureSummary */.h8)('Plan of the gates', changes, checks, commands);
        return { checks, outputs: { ...outputsOf(checks), commands: commands.join('\n') }, summary };
    }
    const made = await (0,make_changes/* makeChanges */.G)(send, changes, (text) => run.log.info(text));
    const after = made.length === 0 ? changes : await (0,read_changes/* readChanges */.S)(decision, tools);
    const checks = (0,posture_report/* applied */.Ic)(made, after, at());
    const left = (0,gh_commands/* ghCommands */.c)(after, target);
    const summary = (0,posture_report/* postureSummary */.h8)('Gates, set', changes, checks, left);
    return { checks, outputs: { ...outputsOf(checks), commands: left.join('\n') }, summary };
}

;// CONCATENATED MODULE: ./actions/sign-off/src/gates/verify.ts


/** Proves that every gate is protected and that the tag may be released, before a job names an environment. */
async function verify(decision, tools) {
    return report('Gates', decision, await proveGates(decision, tools));
}

// EXTERNAL MODULE: ./actions/sign-off/src/plan.ts
var plan = __webpack_require__(46404);
;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/approval.ts
/** Logins are the same in any letter case: https://docs.github.com/en/rest/users/users#get-a-user */
const sameLogin = (one, other) => one.toLowerCase() === other.toLowerCase();
/**
 * The approvals that were not there when the brief was written. The list spans all attempts of a run, and one that an
 * earlier attempt left looks like any other: as many as there were of the same kind are old.
 */
function givenSince(baseline, now) {
    const old = new Map();
    for (const one of baseline)
        old.set(keyOf(one), (old.get(keyOf(one)) ?? 0) + 1);
    return new Set(now.filter((one) => {
        const left = old.get(keyOf(one)) ?? 0;
        old.set(keyOf(one), left - 1);
        return left <= 0;
    }));
}
const keyOf = ({ environment, state, login, comment }) => JSON.stringify([environment, state, login.toLowerCase(), comment]);

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/assign.ts
/**
 * Who signs as which role, so that as many groups as possible have what they need: the greatest flow from groups over
 * roles to people, in which a role is signed once and a person signs once (or as often as `personSigns` says). What can
 * be signed beyond the need is signed too, and takes nothing from what is needed. The order of names does not matter.
 */
function assign_assign(groups, eligible, personSigns = 1) {
    const capacity = network(groups, eligible, personSigns);
    const begin = groups.map((_, index) => `group ${index}`);
    fill(capacity, begin);
    const met = groups.map(({ need }, index) => capacityOf(capacity, 'source', `group ${index}`) === 0 && need >= 0);
    for (const [index, { of, need }] of groups.entries())
        add(capacity, 'source', `group ${index}`, Math.max(0, of.length - need));
    fill(capacity, begin);
    const signed = new Map();
    for (const [role, logins] of sorted(eligible))
        for (const login of logins)
            if (capacityOf(capacity, `person ${login}`, `role ${role}`) > 0)
                signed.set(role, login);
    return { signed, met };
}
function network(groups, eligible, personSigns) {
    const capacity = new Map();
    for (const [index, { of, need }] of groups.entries()) {
        add(capacity, 'source', `group ${index}`, need);
        for (const role of [...new Set(of)].sort())
            add(capacity, `group ${index}`, `before ${role}`, 1);
    }
    for (const [role, logins] of sorted(eligible)) {
        add(capacity, `before ${role}`, `role ${role}`, 1);
        for (const login of logins)
            add(capacity, `role ${role}`, `person ${login}`, 1);
    }
    for (const login of new Set([...eligible.values()].flat()))
        add(capacity, `person ${login}`, 'sink', personSigns);
    return capacity;
}
const sorted = (eligible) => [...eligible]
    .map(([role, logins]) => [role, [...new Set(logins)].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
/** Sends one signature after another from the source to the sink, rearranging those before it where that makes room. */
function fill(capacity, begin) {
    for (const group of begin)
        while (capacityOf(capacity, 'source', group) > 0 && push(capacity, group, new Set(['source']))) {
            add(capacity, 'source', group, -1);
        }
}
function push(capacity, at, seen) {
    if (at === 'sink')
        return true;
    seen.add(at);
    for (const [next, room] of capacity.get(at) ?? []) {
        if (room <= 0 || seen.has(next) || !push(capacity, next, seen))
            continue;
        add(capacity, at, next, -1);
        add(capacity, next, at, 1);
        return true;
    }
    return false;
}
const capacityOf = (capacity, from, to) => capacity.get(from)?.get(to) ?? 0;
function add(capacity, from, to, by) {
    const edges = capacity.get(from) ?? new Map();
    capacity.set(from, edges.set(to, (edges.get(to) ?? 0) + by));
}

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/objections.ts

const objections_parts = {
    author: { what: 'wrote the commit that is released', unless: 'author-signs' },
    pusher: { what: 'pushed the tag', unless: 'pusher-signs' },
    starter: { what: 'started this run', unless: 'pusher-signs' },
};
/** Everything that speaks against an approval, whether it is relaxed or not. */
function objectionsTo(approval, about) {
    return [...ofBot(approval), ...ofPart(approval, about), ...ofStanding(about), ...ofBrief(about)];
}
const ofBot = ({ bot }) => bot ? [{ because: 'it is the account of a program, and a role is signed by a person' }] : [];
function ofPart({ login }, { barred, barredUnknown }) {
    const own = barred.filter((one) => sameLogin(one.login, login)).map(({ as }) => objections_parts[as]);
    return [
        ...own.map(({ what, unless }) => ({ because: `${login} ${what}`, unless })),
        ...barredUnknown.map(({ because, unless }) => ({ because, unless, unknown: true })),
    ];
}
function ofStanding({ standing }) {
    if (standing.kind === 'stranger')
        return [{ because: standing.because }];
    return standing.kind === 'unknown' ? [{ because: standing.because, unknown: true }] : [];
}
const again = 're-run all jobs, so that everybody sees the brief and approves it';
/** An approval is for what the approver saw, in this attempt. */
function ofBrief({ attempt, brief, shown, fresh }) {
    if (shown !== undefined && shown.digest !== brief.digest)
        return [
            {
                because: `what was shown is ${shown.digest.slice(0, 12)}, and the brief is ${brief.digest.slice(0, 12)}; ${again}`,
            },
        ];
    if (shown === undefined)
        return [{ because: `the job of the role left no evidence that it showed the brief; ${again}` }];
    const unless = 'approval-of-earlier-attempt';
    const old = Math.min(brief.attempt, shown.attempt);
    if (old < attempt)
        return [{ because: `it was given in attempt ${old}, and this is attempt ${attempt}; ${again}`, unless }];
    return fresh ? [] : [{ because: `it was given before this attempt's brief was written; ${again}`, unless }];
}

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/judge.ts




const judge_source = 'GET actions/runs/{run}/approvals';
/** One check for each role and each quorum. A refusal comes first: that others had not signed yet only follows from it. */
function judge(asked, ballot, at) {
    const { roles, quorum, allow } = asked;
    const fresh = givenSince(ballot.brief.baseline, ballot.approvals);
    const weighed = new Map(roles.map((gate) => [gate.role, candidatesOf(gate, ballot, fresh, allow)]));
    const refused = new Map(roles.flatMap((gate) => refusalOf(gate, asked, ballot)));
    const eligible = new Map([...weighed]
        .filter(([role]) => !refused.has(role))
        .map(([role, candidates]) => [
        role,
        candidates.filter(({ against }) => against.length === 0).map(({ approval }) => approval.login.toLowerCase()),
    ]));
    const groups = groupsOf(asked);
    const often = allow.includes('one-person-two-roles') ? Number.POSITIVE_INFINITY : 1;
    const assignment = assign_assign(groups, eligible, often);
    const checks = roles.flatMap((gate) => checksOf(gate, {
        candidates: weighed.get(gate.role) ?? [],
        refusal: refused.get(gate.role),
        groups,
        assignment,
        ballot,
        at,
    }));
    const all = [...checks, ...quorum.map((_, index) => quorumCheck(index, groups, assignment, at))];
    return [...all.filter(isRefusal), ...all.filter((one) => !isRefusal(one))];
}
const isRefusal = ({ verdict, measured }) => verdict === 'fail' && measured !== undefined && typeof measured === 'object';
/** The quorums, then each role that stands in none. */
function groupsOf({ roles, quorum }) {
    const shared = new Set(quorum.flatMap(({ of }) => of));
    const alone = roles.filter(({ role }) => !shared.has(role)).map(({ role }) => ({ of: [role], need: 1 }));
    return [...quorum, ...alone];
}
function candidatesOf(gate, ballot, fresh, allow) {
    const own = ballot.approvals.filter(({ environment, state }) => environment === gate.environment && state === 'approved');
    const weighed = own.map((approval) => {
        const standing = ballot.standing(gate.role, approval.login);
        const all = objectionsTo(approval, {
            ...ballot,
            shown: ballot.shown.get(gate.role),
            fresh: fresh.has(approval),
            standing,
        });
        const isRelaxed = ({ unless }) => unless !== undefined && allow.includes(unless);
        const relaxed = [...new Set(all.filter(isRelaxed).flatMap(({ unless }) => unless ?? []))];
        return { approval, against: all.filter((one) => !isRelaxed(one)), relaxed, standing };
    });
    return weighed.sort((a, b) => a.against.length - b.against.length || order(tell(a.approval), tell(b.approval)));
}
const tell = ({ login, comment }) => `${login.toLowerCase()} ${comment} ${login}`;
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** In a quorum, whoever steps aside says so: a rejection ends the waiting job, and `abstain` takes the veto from it. */
const abstains = ({ comment }) => /^\s*abstain/i.test(comment);
function refusalOf({ role, environment }, { quorum }, { approvals }) {
    const shared = quorum.some(({ of }) => of.includes(role));
    const own = approvals.filter((one) => one.environment === environment && one.state === 'rejected');
    // The list spans all attempts, so a refusal counts for the whole run.
    const veto = own.filter((one) => !(shared && abstains(one))).sort((a, b) => order(tell(a), tell(b)))[0];
    return veto === undefined ? [] : [[role, veto]];
}
function checksOf({ role, environment }, weighed) {
    const { candidates, refusal, groups, assignment, ballot, at } = weighed;
    const more = { source: judge_source, at, expected: `an approval of ${environment}` };
    const say = (verdict, because, measured) => (0,checks/* check */.z)(`sign-off.${role}`, role, verdict, because, { ...more, ...(measured ? { measured } : {}) });
    if (refusal)
        return [say('fail', `${refusal.login} refused to sign as ${role}${said(refusal)}`, { by: refusal.login })];
    const login = assignment.signed.get(role);
    const chosen = candidates.find(({ approval, against }) => against.length === 0 && approval.login.toLowerCase() === login);
    if (chosen)
        return [say('pass', sentence(role, chosen), signature(chosen, ballot)), ...untold(role, chosen, at)];
    const index = groups.findIndex(({ of, need }) => of.includes(role) && !(of.length === 1 && need === 1));
    const group = groups[index];
    if (group && assignment.met[index])
        return [say('skipped', `nobody had to sign as ${role}: ${group.need} of ${group.of.join(', ')} have signed`)];
    const [verdict, because] = whyNot(role, environment, candidates, assignment);
    return [say(verdict, because)];
}
function whyNot(role, environment, candidates, { signed }) {
    const [first] = candidates;
    if (first === undefined)
        return ['fail', `nobody signed as ${role}: ${environment} was not approved`];
    const { approval, against } = first;
    if (against.length === 0) {
        const other = [...signed].find(([, login]) => login === approval.login.toLowerCase())?.[0];
        return ['fail', `${approval.login} approved as ${role} and signs as ${other} already: one person, one role`];
    }
    const onlyUnknown = candidates.some((one) => one.against.every(({ unknown }) => unknown === true));
    const why = against.map(({ because }) => because).join('; and ');
    return [onlyUnknown ? 'inconclusive' : 'fail', `${approval.login} approved as ${role}, but ${why}`];
}
function sentence(role, { approval, relaxed }) {
    const rules = relaxed.length > 0 ? `; counted since ${relaxed.join(' and ')} is relaxed` : '';
    return `${approval.login} signed as ${role}${said(approval)}${rules}`;
}
function signature({ approval, relaxed }, { brief }) {
    const comment = approval.comment.trim();
    return {
        by: approval.login,
        brief: brief.digest,
        ...(comment === '' ? {} : { comment }),
        ...(relaxed.length > 0 ? { relaxed } : {}),
    };
}
function untold(role, { approval, standing }, at) {
    if (standing.kind !== 'untold')
        return [];
    const because = `GitHub let ${approval.login} approve, and whether that is by a team of ${role} could not be asked: ${standing.why}`;
    return [(0,checks/* check */.z)('sign-off.team', role, 'warn', because, { source: 'GET orgs/{org}/teams/{team}/memberships', at })];
}
function quorumCheck(index, groups, { met, signed }, at) {
    const { of = [], need = 0 } = groups[index] ?? {};
    const have = of.filter((role) => signed.has(role));
    const subject = `${need} of ${of.join(', ')}`;
    const because = `${have.length} of ${of.join(', ')} have signed, and ${need} have to`;
    return (0,checks/* check */.z)('sign-off.quorum', subject, met[index] ? 'pass' : 'fail', because, {
        source: judge_source,
        at,
        measured: have.length,
        expected: need,
    });
}
function said({ comment }) {
    return comment.trim() === '' ? '' : `, saying “${comment.trim()}”`;
}

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/read-barred.ts

const account = schemas/* looseObject */._H3({ login: schemas/* string */.YjP() });
const commit = schemas/* looseObject */._H3({ author: account.nullish(), committer: account.nullish() });
const workflowRun = schemas/* looseObject */._H3({
    event: schemas/* string */.YjP().optional(),
    actor: account.nullish(),
    triggering_actor: account.nullish(),
});
/** GitHub commits by this account what is merged on its pages. */
const gitHubItself = 'web-flow';
/**
 * Who had a part in the release and so does not sign it: the commit's author and committer (contents: read), whoever
 * pushed the tag or started the run, and whoever ran it again (actions: read).
 */
async function readBarred(ask, sha, runId) {
    const ofCommit = partsOfCommit(sha, await ask(`/commits/${encodeURIComponent(sha)}`, commit));
    const ofRun = partsOfRun(await ask(`/actions/runs/${encodeURIComponent(runId)}`, workflowRun));
    return { barred: [...ofCommit.barred, ...ofRun.barred], unknown: [...ofCommit.unknown, ...ofRun.unknown] };
}
function partsOfCommit(sha, answer) {
    const unless = 'author-signs';
    if (answer.kind !== 'found')
        return {
            barred: [],
            unknown: [{ because: `who wrote ${sha.slice(0, 12)} could not be found out: ${whyOf(answer)}`, unless }],
        };
    const { author, committer } = answer.value;
    if (!author)
        return {
            barred: [],
            unknown: [
                {
                    because: `the e-mail address of the author of ${sha.slice(0, 12)} belongs to no account, so nobody can tell who it is; add the address to the account, or relax author-signs`,
                    unless,
                },
            ],
        };
    const logins = [author.login, ...(committer && committer.login !== gitHubItself ? [committer.login] : [])];
    return { barred: [...new Set(logins)].map((login) => ({ login, as: 'author' })), unknown: [] };
}
function partsOfRun(answer) {
    const unless = 'pusher-signs';
    if (answer.kind !== 'found' || !answer.value.actor)
        return {
            barred: [],
            unknown: [
                {
                    because: `who started this run could not be found out: ${answer.kind === 'found' ? 'GitHub names nobody' : whyOf(answer)}`,
                    unless,
                },
            ],
        };
    const { event, actor, triggering_actor: again } = answer.value;
    const first = { login: actor.login, as: event === 'push' ? 'pusher' : 'starter' };
    const second = again && again.login !== actor.login ? [{ login: again.login, as: 'starter' }] : [];
    return { barred: [first, ...second], unknown: [] };
}
const whyOf = (answer) => answer.kind === 'unreadable' ? answer.why : 'GitHub does not know it, or not for this token';

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/read-standing.ts



const membership = schemas/* looseObject */._H3({ state: schemas/* string */.YjP() });
/**
 * Whether each approver is one whom golive.yml, or else the environment, names for the role. Who is in a team is told
 * to a token of an app or person with `members: read` of the organisation; never to GITHUB_TOKEN:
 * https://docs.github.com/en/rest/teams/members#get-team-membership-for-a-user
 */
async function readStandings({ ask, askItself }, organisation, { roles, reviewers }, approvals) {
    const standings = new Map();
    const views = await (0,read_environments/* readEnvironments */.z)(ask, roles);
    for (const gate of roles) {
        const environment = views.find((one) => one.gate === gate)?.environment ?? { kind: 'missing' };
        const admitted = admittedTo(gate, environment, reviewers[gate.role], organisation);
        const approvers = approvals.filter((one) => one.environment === gate.environment && one.state === 'approved');
        for (const login of new Set(approvers.map((one) => one.login)))
            standings.set(key(gate.role, login), await standingOf(askItself, gate, login, admitted));
    }
    return (role, login) => standings.get(key(role, login)) ?? { kind: 'unknown', because: 'nobody asked who they are' };
}
const key = (role, login) => `${role} ${login.toLowerCase()}`;
function admittedTo({ environment: name, role }, environment, declared, organisation) {
    if (declared !== undefined) {
        const teams = declared.filter((one) => one.includes('/'));
        return { logins: declared.filter((one) => !one.includes('/')), teams, by: `sign-offs.reviewers of ${role}` };
    }
    if (environment.kind !== 'found') {
        const why = environment.kind === 'unreadable' ? environment.why : 'GitHub does not know the environment';
        return `who may approve ${name} could not be found out: ${why}`;
    }
    const found = ((0,read_environments/* reviewersRule */.l)(environment.value)?.reviewers ?? []).map(({ reviewer }) => reviewer);
    return {
        logins: found.flatMap((one) => one?.login ?? []),
        teams: found.flatMap((one) => (one?.slug === undefined ? [] : [`${organisation}/${one.slug}`])),
        by: `the reviewers of ${name}`,
    };
}
async function standingOf(askItself, { role }, login, admitted) {
    if (typeof admitted === 'string')
        return { kind: 'unknown', because: admitted };
    if (admitted.logins.some((one) => sameLogin(one, login)))
        return { kind: 'named' };
    let untold;
    for (const team of admitted.teams) {
        const [organisation = '', slug = ''] = team.split('/');
        const path = `/orgs/${encodeURIComponent(organisation)}/teams/${encodeURIComponent(slug)}/memberships/${encodeURIComponent(login)}`;
        const answer = await askItself(path, membership);
        if (answer.kind === 'found' && answer.value.state === 'active')
            return { kind: 'member' };
        if (answer.kind === 'unreadable' && answer.status !== 401 && answer.status !== 403)
            return { kind: 'unknown', because: `whether ${login} is in team ${team} could not be found out: ${answer.why}` };
        // 404 is said of people who are not in the team, and to tokens that may not know of the team.
        if (answer.kind === 'unreadable')
            untold = answer.why;
        else if (answer.kind === 'missing' && !(await knowsTeam(askItself, organisation, slug)))
            untold = `this token may not see team ${team}`;
    }
    if (untold !== undefined)
        return { kind: 'untold', why: untold };
    return { kind: 'stranger', because: `${login} is not among ${admitted.by}, and so cannot sign as ${role}` };
}
async function knowsTeam(askItself, organisation, slug) {
    const path = `/orgs/${encodeURIComponent(organisation)}/teams/${encodeURIComponent(slug)}`;
    const answer = await askItself(path, schemas/* looseObject */._H3({ slug: schemas/* string */.YjP() }));
    return answer.kind === 'found';
}

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/collect.ts
// Mode collect: who signed, judged once all role jobs are over.











/** Collects who signed in this attempt of this run, and for what. */
async function collect(decision, tools) {
    const { run, input, ask } = tools;
    const { github, paths } = run;
    const brief = await readBrief(external_node_path_default().resolve(paths.workspace, input.brief), input['brief-digest']);
    const evidence = await (0,evidence_file/* readEvidenceDir */.XW)(external_node_path_default().resolve(paths.workspace, input['evidence-from']));
    const answer = await readSignatures(tools, decision.roles, brief.digest);
    if (answer.kind !== 'found')
        return collect_told(decision, nobodyKnows(decision, answer, run.now().toISOString()), github.runAttempt);
    const organisation = github.repository.split('/')[0] ?? '';
    const { barred, unknown: barredUnknown } = await readBarred(ask, github.sha, github.runId);
    const checks = judge(decision, {
        attempt: github.runAttempt,
        brief,
        approvals: answer.value,
        shown: shownIn(evidence, github),
        barred,
        barredUnknown,
        standing: strictlyIf(input['sign-by'] === 'workflow', await readStandings(tools, organisation, decision, answer.value)),
    }, run.now().toISOString());
    run.log.info(`${checks.filter(({ verdict }) => verdict === 'pass').length} of ${checks.length} signatures of ${shortDigest(brief.digest)} stand`);
    return collect_told(decision, checks, github.runAttempt);
}
/** GitHub has let nobody in who started a workflow, so what the token is not told about a team stays unknown. */
function strictlyIf(byWorkflow, standing) {
    if (!byWorkflow)
        return standing;
    return (role, login) => {
        const found = standing(role, login);
        if (found.kind !== 'untold')
            return found;
        return { kind: 'unknown', because: `whether ${login} may sign as ${role} could not be found out: ${found.why}` };
    };
}
function collect_told(decision, checks, attempt) {
    const made = report('Signatures', decision, checks);
    return { ...made, outputs: { ...made.outputs, attempt: String(attempt) } };
}
function nobodyKnows({ roles }, answer, at) {
    return roles.map(({ role, environment }) => {
        const [verdict, because] = (0,unknown/* unknown */.L)(`whether ${role} signed`, answer);
        const more = { source: 'GET actions/runs/{run}/approvals', at, expected: `an approval of ${environment}` };
        return (0,checks/* check */.z)(`sign-off.${role}`, role, verdict, because, more);
    });
}
/** What each role's job showed in the newest attempt that it ran in. */
function shownIn(evidence, about) {
    const shown = new Map();
    for (const { evidence: one } of evidence) {
        const ours = one.action === 'sign-off' &&
            one.repository === about.repository &&
            one.commit === about.sha &&
            one.run === about.runId;
        for (const { id, subject, verdict, measured } of ours ? one.checks : []) {
            const newer = (shown.get(subject)?.attempt ?? 0) <= one.attempt;
            if (id === 'sign-off.brief' && verdict === 'pass' && newer)
                shown.set(subject, { digest: String(measured), attempt: one.attempt });
        }
    }
    return shown;
}

;// CONCATENATED MODULE: ./actions/sign-off/src/carry-out.ts









/** Does what the mode asks for. `script` is the one that runs, `process.argv[1]`. */
async function carryOut(input, run, script) {
    const decision = (0,plan/* plan */.e)(input);
    const isPosture = decision.kind === 'plan' || decision.kind === 'apply';
    const settings = {
        action: run.action,
        apiUrl: run.github.apiUrl,
        // A release is always of the run's own repository; gates may be set from another one.
        repository: isPosture ? (input.repository ?? run.github.repository) : run.github.repository,
        token: input['github-token'],
        signal: run.signal,
        sleep: run.sleep,
    };
    const tools = { run, input, script, ask: (0,rest/* askGitHub */.X3)(settings), askItself: (0,rest/* askGitHubItself */.EA)(settings) };
    return inMode(decision, tools, (0,rest/* sendToGitHub */.J4)(settings));
}
function inMode(decision, tools, send) {
    switch (decision.kind) {
        case 'verify':
            return verify(decision, tools);
        case 'plan':
        case 'apply':
            return runPosture(decision, tools, send);
        case 'collect':
            return collect(decision, tools);
        case 'refuse':
            throw new golive_error/* GoliveError */.N('SIGN_OFF_REFUSED', decision.because, { hint: decision.hint });
        case 'brief':
            return writeBrief(decision, tools);
        case 'sign':
            return sign(decision, tools);
        case 'confirm':
            return confirm_confirm(decision, tools);
    }
}


/***/ }),

/***/ 15494:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66046);
/* harmony import */ var _carry_out_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38110);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38094);
// Names the real world and hands it in; everything else in this folder takes values.



await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .definition */ .m, (input, run) => (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_1__/* .carryOut */ .u)(input, run, process.argv[1] ?? ''));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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


/***/ }),

/***/ 65629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ worstRisk),
/* harmony export */   T0: () => (/* binding */ plansFolder),
/* harmony export */   j2: () => (/* binding */ planFileSchema),
/* harmony export */   pD: () => (/* binding */ writePlan),
/* harmony export */   xZ: () => (/* binding */ readPlans)
/* harmony export */ });
/* unused harmony export risks */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37428);
// What an action would do, written down by its dry run: people read it before they approve, and production begins only
// while the same dry run still writes the same.



/**
 * What a change may cost, the least first. `unknown` is the worst: nobody could judge it.
 * `locks`: others wait for it. `breaks`: the release before stops working. `destroys`: data is gone.
 */
const risks = ['none', 'adds', 'writes', 'locks', 'breaks', 'destroys', 'unknown'];
const change = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('What changes: a service, a migration, a record'),
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['none', 'create', 'change', 'remove']),
    text: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('The change itself, for people: a difference, SQL, the records before and after'),
    risk: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(risks).exactOptional(),
});
/** A plan tells neither times nor run ids, nor secrets: the same repository and world give the same plan. */
const planFileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('golive/plan@1'),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[a-z][a-z0-9-]*$/, 'an action is written in lower case with dashes'),
    because: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('One sentence'),
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(change),
    detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()).describe('Whatever else must not change unseen, by name'),
});
/** Of several risks the worst; of none `none`. */
function worstRisk(all) {
    return risks[Math.max(0, ...[...all].map((one) => risks.indexOf(one)))] ?? 'unknown';
}
/** The folder of the plans in a workspace. */
const plansFolder = (workspace) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(workspace, '.golive', 'plans');
/** Writes the plan of an action over the one before. Gives the file. */
async function writePlan(workspace, plan) {
    const whole = planFileSchema.parse({ schema: 'golive/plan@1', ...plan });
    const folder = plansFolder(workspace);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, `${plan.action}.json`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.new`, `${JSON.stringify(whole, null, 2)}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.new`, file);
    return file;
}
/** The plans of a folder by the names of their actions, none when there is no folder. Throws when a file is no plan. */
async function readPlans(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    const files = names.filter((name) => name.endsWith('.json')).sort();
    return Promise.all(files.map((name) => readPlan(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, name))));
}
async function readPlan(file) {
    const parsed = planFileSchema.safeParse(json(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')));
    if (!parsed.success)
        throw new Error(`${file} is no plan: ${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(parsed.error)}`);
    if (`${parsed.data.action}.json` !== node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(file))
        throw new Error(`${file} is the plan of ${parsed.data.action}, and must be called after it`);
    return parsed.data;
}
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
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
