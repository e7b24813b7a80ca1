export const id = 5494;
export const ids = [5494];
export const modules = {

/***/ 93094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ check)
/* harmony export */ });
/* unused harmony export checks */
/* harmony import */ var _shared_evidence_checks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88160);

/** What this action reports. */
const checks = {
    'gate.exists': 'Does the environment exist?',
    'gate.reviewers': 'Does it wait for a reviewer?',
    'gate.self-review': 'Is whoever starts a release kept from approving it?',
    'gate.admin-bypass': 'Do administrators wait like everybody else?',
    'gate.tags': 'Does it admit release tags and nothing else?',
    'sign-off.<role>': 'Did somebody sign as this role?',
};
const check = (0,_shared_evidence_checks__WEBPACK_IMPORTED_MODULE_0__/* .checkIn */ .i)(checks);


/***/ }),

/***/ 79810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./actions/sign-off/src/report.ts
var report = __webpack_require__(59477);
// EXTERNAL MODULE: ./actions/sign-off/src/checks.ts
var checks = __webpack_require__(93094);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/judge-gate.ts

/** The checks of one environment; whatever could not be read is inconclusive, and so closes the gate. */
function judgeGate(view, { tagPolicy }, at) {
    const name = view.gate.environment;
    const source = `GET environments/${name}`;
    if (view.environment.kind === 'missing') {
        const because = `environment ${name} does not exist, and naming it in a job would create it unprotected; create it with required reviewers`;
        return [(0,checks/* check */.z)('gate.exists', name, 'fail', because, { source, at })];
    }
    if (view.environment.kind === 'unreadable') {
        const because = `whether ${name} is protected could not be found out: ${view.environment.why}`;
        return [(0,checks/* check */.z)('gate.exists', name, 'inconclusive', because, { source, at })];
    }
    const seen = view.environment.value;
    return [
        (0,checks/* check */.z)('gate.exists', name, 'pass', `environment ${name} exists`, { source, at }),
        ...(view.gate.reviewed ? [reviewers(name, seen, { source, at }), selfReview(name, seen, { source, at })] : []),
        adminBypass(name, seen, { source, at }),
        tags(view, seen, tagPolicy, { source: `${source}/deployment-branch-policies`, at }),
    ];
}
function reviewersRule(seen) {
    return seen.protection_rules.find((rule) => rule.type === 'required_reviewers');
}
function reviewers(name, seen, origin) {
    const count = reviewersRule(seen)?.reviewers?.length ?? 0;
    const more = { ...origin, measured: String(count), expected: 'at least 1' };
    return count > 0
        ? (0,checks/* check */.z)('gate.reviewers', name, 'pass', `${name} waits for one of ${count} reviewers`, more)
        : (0,checks/* check */.z)('gate.reviewers', name, 'fail', `${name} has no required reviewers, so anybody's push would pass it`, more);
}
function selfReview(name, seen, origin) {
    const prevented = reviewersRule(seen)?.prevent_self_review === true;
    const more = { ...origin, measured: String(prevented), expected: 'true' };
    return prevented
        ? (0,checks/* check */.z)('gate.self-review', name, 'pass', `who starts a release cannot approve it in ${name}`, more)
        : (0,checks/* check */.z)('gate.self-review', name, 'fail', `${name} lets the one who starts a release approve it`, more);
}
function adminBypass(name, seen, origin) {
    const id = 'gate.admin-bypass';
    if (seen.can_admins_bypass === undefined)
        return (0,checks/* check */.z)(id, name, 'inconclusive', `GitHub does not say whether administrators can bypass ${name}`, origin);
    const more = { ...origin, measured: String(seen.can_admins_bypass), expected: 'false' };
    return seen.can_admins_bypass
        ? (0,checks/* check */.z)(id, name, 'fail', `administrators can bypass ${name}`, more)
        : (0,checks/* check */.z)(id, name, 'pass', `administrators wait at ${name} like everybody else`, more);
}
function tags(view, seen, tagPolicy, origin) {
    const id = 'gate.tags';
    const name = view.gate.environment;
    const expected = `tag ${tagPolicy} and nothing else`;
    if (seen.deployment_branch_policy?.custom_branch_policies !== true) {
        const measured = seen.deployment_branch_policy?.protected_branches ? 'protected branches' : 'any branch or tag';
        const more = { ...origin, measured, expected };
        return (0,checks/* check */.z)(id, name, 'fail', `${name} admits ${measured}, not only tags ${tagPolicy}`, more);
    }
    if (view.policies.kind !== 'found') {
        const why = view.policies.kind === 'unreadable' ? view.policies.why : 'GitHub has no such list';
        const because = `which tags ${name} admits could not be found out: ${why}`;
        return (0,checks/* check */.z)(id, name, 'inconclusive', because, { ...origin, expected });
    }
    const admitted = view.policies.value.map((policy) => `${policy.type ?? 'branch'} ${policy.name}`);
    const more = { ...origin, measured: admitted.join(', ') || 'nothing', expected };
    const strays = admitted.filter((policy) => policy !== `tag ${tagPolicy}`);
    if (strays.length > 0)
        return (0,checks/* check */.z)(id, name, 'fail', `${name} also admits ${strays.join(', ')}`, more);
    return admitted.length > 0
        ? (0,checks/* check */.z)(id, name, 'pass', `${name} admits tags ${tagPolicy} and nothing else`, more)
        : (0,checks/* check */.z)(id, name, 'fail', `${name} admits nothing: it lacks the tag policy ${tagPolicy}`, more);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/read-environments.ts

const rule = schemas/* looseObject */._H3({
    type: schemas/* string */.YjP(),
    prevent_self_review: schemas/* boolean */.zMY().optional(),
    reviewers: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP() })).optional(),
});
const environment = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    protection_rules: schemas/* array */.YOg(rule),
    can_admins_bypass: schemas/* boolean */.zMY().optional(),
    deployment_branch_policy: schemas/* looseObject */._H3({ protected_branches: schemas/* boolean */.zMY(), custom_branch_policies: schemas/* boolean */.zMY() })
        .nullish(),
});
const policies = schemas/* looseObject */._H3({
    branch_policies: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), type: schemas/* string */.YjP().optional() })),
});
/** What GitHub says about each gate's environment. */
async function readEnvironments(ask, gates) {
    const views = [];
    // One after the other: GitHub's secondary limit counts requests made at the same time.
    for (const gate of gates) {
        const path = `/environments/${encodeURIComponent(gate.environment)}`;
        const found = await ask(path, environment);
        const custom = found.kind === 'found' && found.value.deployment_branch_policy?.custom_branch_policies === true;
        const listed = custom
            ? await ask(`${path}/deployment-branch-policies?per_page=100`, policies)
            : { kind: 'missing' };
        views.push({
            gate,
            environment: found,
            policies: listed.kind === 'found' ? { kind: 'found', value: listed.value.branch_policies } : listed,
        });
    }
    return views;
}

;// CONCATENATED MODULE: ./actions/sign-off/src/gates/verify.ts



/** Proves that every gate is protected, before a job names one. */
async function verify(decision, { ask, run }) {
    const views = await readEnvironments(ask, decision.gates);
    const at = run.now().toISOString();
    return (0,report/* report */.z)('Gates', decision, views.flatMap((view) => judgeGate(view, decision, at)));
}


/***/ }),

/***/ 39442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ definition)
});

// UNUSED EXPORTS: modes

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./packages/shared/src/runtime/define-action.ts
var define_action = __webpack_require__(66044);
;// CONCATENATED MODULE: ./actions/sign-off/src/relaxations.ts
/** Rules that a team may relax by name, and what each lets through. Each one in force is reported. */
const relaxations = {
    'one-person-two-roles': 'one person may sign for several roles',
    'author-signs': "the commit's author may sign",
    'pusher-signs': 'whoever pushed the tag, or started the run, may sign',
    'approval-of-earlier-attempt': 'an approval of an earlier attempt counts where the brief is the same',
    'no-required-checks': 'a tag may be released whose commit no check had to pass',
    'older-release': 'a tag may be released that is not newer than what is deployed',
    'self-review': 'an environment may let whoever started the run approve it',
    'admin-bypass': 'an environment may let administrators pass without an approval',
    'no-tag-ruleset': 'release tags may be created, moved and deleted by anybody who can push',
};
const relaxationNames = Object.keys(relaxations);

;// CONCATENATED MODULE: ./actions/sign-off/src/inputs.ts



/** A role becomes part of an environment's name and of a check's id. */
const role = schemas/* string */.YjP().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a role is written in lower case with dashes, like qa-lead');
const reviewer = schemas/* string */.YjP().regex(/^[\w-]+(\/[\w.-]+)?$/, 'a reviewer is a login, or a team as organisation/team');
const quorum = schemas/* strictObject */.rej({ of: schemas/* array */.YOg(role).min(1), need: schemas/* number */.aig().int().min(1) })
    .refine(({ of, need }) => need <= new Set(of).size, { error: 'asks for more roles than it names' });
const modes = ['verify', 'plan', 'apply', 'brief', 'sign', 'collect', 'confirm'];
const definition = (0,define_action/* defineAction */.QP)({
    name: 'sign-off',
    title: 'Golive: sign-off',
    description: 'Proves that each gate of a release is protected, shows each role what it signs, and collects who signed.',
    section: 'sign-offs',
    sectionAs: 'roles',
    inputs: schemas/* object */.Ikc({
        mode: schemas/* enum */.k5n(modes)
            .describe('verify: every gate is protected, and the tag may be released. plan: how the gates differ from what they must be; apply: makes them so. brief: writes down what changes; sign: shows it to a role; collect: who approved it in this run; confirm: it is still the same.'),
        roles: schemas/* array */.YOg(role)
            .min(1)
            .describe('Roles that must sign, one environment each. In golive.yml: the list under sign-offs.'),
        role: role.optional().describe('sign: the role whose environment has admitted this job.'),
        reviewers: schemas/* record */.g1P(role, schemas/* array */.YOg(reviewer).min(1).max(6))
            .default({})
            .describe('Who may sign as each role, up to six: logins, and teams as organisation/team.'),
        quorum: schemas/* array */.YOg(quorum)
            .default([])
            .describe('Roles of which so many suffice, instead of every one: [{of: [cto, ceo, project-manager], need: 2}].'),
        allow: schemas/* array */.YOg(schemas/* enum */.k5n(relaxationNames))
            .default([])
            .describe(`Rules that are relaxed, each reported: ${relaxationNames.join(', ')}.`),
        'environment-prefix': schemas/* string */.YjP().default('golive-').describe('What stands before a role in its environment.'),
        environments: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .default(['production', 'rollback'])
            .describe('Further environments that must be protected in the same way.'),
        'production-environment': schemas/* string */.YjP()
            .min(1)
            .default('production')
            .describe('The environment that jobs name when they change production; its deployments tell what is deployed.'),
        'production-reviewers': schemas/* boolean */.zMY()
            .default(false)
            .describe('Whether each job that changes production must be reviewed once more, besides the roles.'),
        'tag-policy': schemas/* string */.YjP().default('v*').describe('The tags, and nothing else, that the environments must admit.'),
        branch: schemas/* string */.YjP()
            .optional()
            .describe('The branch on which a release must be. Default: the default branch of the repository'),
        'required-checks': schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .default([])
            .describe("Checks that must have succeeded on the tag's commit, besides those that the branch requires."),
        repository: schemas/* string */.YjP()
            .regex(/^[\w.-]+\/[\w.-]+$/, 'a repository is owner/name')
            .optional()
            .describe('plan and apply: the repository whose gates they are. Default: the one of the run'),
        'github-token': schemas/* string */.YjP().min(1).meta({
            secret: true,
            // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
            actionDefault: '${{ github.token }}',
            description: 'Token that may read this repository; the one of the job will do, but for apply, which needs one that administers it.',
        }),
    }),
    outputs: {
        verdict: 'pass, inconclusive or fail',
        approvals: 'JSON object: role -> login of who signed',
        commands: 'plan and apply: the gh api commands that bring the gates to what they must be, one a line',
    },
});


/***/ }),

/***/ 15494:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _shared_github_rest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41245);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96393);
/* harmony import */ var _gates_verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79810);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39442);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46404);
/* harmony import */ var _signatures_collect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84934);
// Names the real world and hands it in; everything else in this folder takes values.







await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .definition */ .m, async (input, run) => {
    const ask = (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_0__/* .askGitHub */ .X)({
        action: run.action,
        apiUrl: run.github.apiUrl,
        repository: run.github.repository,
        token: input['github-token'],
        signal: run.signal,
        sleep: run.sleep,
    });
    return carryOut((0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .plan */ .e)(input), { run, input, ask });
});
function carryOut(decision, tools) {
    switch (decision.kind) {
        case 'verify':
            return (0,_gates_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .verify */ .M)(decision, tools);
        case 'collect':
            return (0,_signatures_collect_js__WEBPACK_IMPORTED_MODULE_5__/* .collect */ .F)(decision, tools);
        case 'refuse':
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('SIGN_OFF_REFUSED', decision.because, { hint: decision.hint });
        case 'plan':
        case 'apply':
        case 'brief':
        case 'sign':
        case 'confirm':
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('SIGN_OFF_MODE_UNKNOWN', `mode ${decision.kind} does nothing in this version`, {
                hint: 'use verify or collect',
            });
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 46404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ plan)
/* harmony export */ });
/** What a mode has to do, and why. */
function plan(input) {
    const roles = [...new Set(input.roles)].map((role) => gateOf(input, role));
    const demands = demandsOf(input, roles);
    const { reviewers, quorum, allow } = input;
    const signatories = { roles, reviewers, quorum, allow };
    switch (input.mode) {
        case 'verify':
            // Naming an environment that does not exist creates it, without any protection.
            return {
                kind: 'verify',
                ...demands,
                because: `${demands.gates.length} environments must be protected before a job names them`,
            };
        case 'plan':
        case 'apply':
            return {
                kind: input.mode,
                ...demands,
                because: `${demands.gates.length} environments, the release tags and the branch must be protected`,
            };
        case 'brief':
            return {
                kind: 'brief',
                ...signatories,
                ...demands,
                because: `${roles.length} roles are asked to sign what this release changes`,
            };
        case 'sign':
            return sign(input, roles);
        case 'collect':
            return { kind: 'collect', ...signatories, because: `${roles.length} roles have to sign this release` };
        case 'confirm':
            return { kind: 'confirm', ...demands, because: 'production changes only by what was signed' };
    }
}
function sign(input, roles) {
    const gate = roles.find(({ role }) => role === input.role);
    if (gate !== undefined)
        return { kind: 'sign', gate, because: `${gate.role} signs what this release changes` };
    const hint = `give the role as the input role, one of ${roles.map(({ role }) => role).join(', ')}`;
    const because = input.role === undefined ? 'nobody said which role signs here' : `${input.role} is no role that signs`;
    return { kind: 'refuse', because, hint };
}
function gateOf(input, role) {
    return { role, environment: `${input['environment-prefix']}${role}`, reviewed: true };
}
function demandsOf(input, roles) {
    const production = input['production-environment'];
    const others = [...new Set(input.environments)]
        .filter((environment) => !roles.some((gate) => gate.environment === environment))
        // Every job that changes production names it, so its reviewers would be asked again in the middle of a release.
        .map((environment) => ({ environment, reviewed: environment !== production || input['production-reviewers'] }));
    return {
        gates: [...roles, ...others],
        tagPolicy: input['tag-policy'],
        production,
        ...(input.branch === undefined ? {} : { branch: input.branch }),
        requiredChecks: input['required-checks'],
        reviewers: input.reviewers,
        allow: input.allow,
    };
}


/***/ }),

/***/ 59477:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);


/** Outputs and job summary of what was found out; `more` stands below the table. */
function report(title, { because }, checks, more = (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) ``) {
    const rows = checks.map((one) => [one.verdict, one.id, one.subject, one.because]);
    return {
        checks,
        outputs: { verdict: (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)(checks.map((one) => one.verdict)), approvals: JSON.stringify(approvals(checks)) },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## ${title}\n\n${because}.\n\n${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['verdict', 'check', 'of', 'because'], rows)}\n${more}`,
    };
}
function approvals(checks) {
    const signed = checks.filter((one) => one.id.startsWith('sign-off.') && one.verdict === 'pass');
    return Object.fromEntries(signed.map((one) => [one.subject, String(one.measured)]));
}


/***/ }),

/***/ 84934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ collect)
});

// EXTERNAL MODULE: ./actions/sign-off/src/report.ts
var report = __webpack_require__(59477);
// EXTERNAL MODULE: ./actions/sign-off/src/checks.ts
var src_checks = __webpack_require__(93094);
;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/judge-approvals.ts

/** One check for each role: signed, refused, not signed, or not to be found out. `measured` is the login. */
function judgeApprovals(gates, answer, at) {
    const checks = gates.map((gate) => {
        const more = { source: 'GET actions/runs/{run}/approvals', at, expected: `an approval of ${gate.environment}` };
        const id = `sign-off.${gate.role}`;
        if (answer.kind !== 'found') {
            const why = answer.kind === 'unreadable' ? answer.why : 'GitHub does not know this run';
            return (0,src_checks/* check */.z)(id, gate.role, 'inconclusive', `whether ${gate.role} signed could not be found out: ${why}`, more);
        }
        const own = answer.value.filter((approval) => approval.environments.some((one) => one.name === gate.environment));
        // The list has no order to rely on and spans all attempts, so a refusal counts for the whole run.
        const refused = own.find((approval) => approval.state === 'rejected');
        if (refused !== undefined)
            return (0,src_checks/* check */.z)(id, gate.role, 'fail', `${refused.user.login} refused to sign as ${gate.role}${said(refused)}`, {
                ...more,
                measured: refused.user.login,
            });
        const signed = own.find((approval) => approval.state === 'approved');
        if (signed !== undefined)
            return (0,src_checks/* check */.z)(id, gate.role, 'pass', `${signed.user.login} signed as ${gate.role}${said(signed)}`, {
                ...more,
                measured: signed.user.login,
            });
        return (0,src_checks/* check */.z)(id, gate.role, 'fail', `nobody signed as ${gate.role}: ${gate.environment} was not approved`, more);
    });
    // A refusal is the reason; that others had not signed yet only follows from it.
    const refused = (one) => one.verdict === 'fail' && one.measured !== undefined;
    return [...checks.filter(refused), ...checks.filter((one) => !refused(one))];
}
function said(approval) {
    const comment = approval.comment?.trim() ?? '';
    return comment === '' ? '' : `, saying “${comment}”`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/read-approvals.ts

const approvals = schemas/* array */.YOg(schemas/* looseObject */._H3({
    environments: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })),
    state: schemas/* string */.YjP(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }),
    comment: schemas/* string */.YjP().nullish(),
}));
/** Who approved or rejected what in a workflow run. GitHub tells neither the time nor the commit. */
function readApprovals(ask, runId) {
    return ask(`/actions/runs/${encodeURIComponent(runId)}/approvals`, approvals);
}

;// CONCATENATED MODULE: ./actions/sign-off/src/signatures/collect.ts



/** Collects who signed in this run. */
async function collect(decision, { ask, run }) {
    const answer = await readApprovals(ask, run.github.runId);
    return (0,report/* report */.z)('Signatures', decision, judgeApprovals(decision.roles, answer, run.now().toISOString()));
}


/***/ }),

/***/ 41245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ postToGitHub),
/* harmony export */   X: () => (/* binding */ askGitHub)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92413);

const attempts = 4;
const firstPauseMs = 500;
const answerWithinMs = 10_000;
/**
 * A reader of the repository's REST resources. Answers that may differ a moment later (5xx, 429, a broken
 * connection) are asked again up to three times; whatever is left is an `unreadable`, never a guess.
 */
function askGitHub(settings) {
    const octokit = clientOf(settings);
    return (path, schema) => again(settings, async () => {
        const what = `GET /repos/${settings.repository}${path}`;
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
        if (answer.kind !== 'unreadable')
            return answer;
        const { passing, ...told } = answer;
        if (!passing || attempt === attempts)
            return told;
        await settings.sleep(firstPauseMs * 2 ** (attempt - 1));
    }
}
async function requestOnce(octokit, settings, what) {
    try {
        const { data, status } = await octokit.request(what, {
            headers: { 'x-github-api-version': '2022-11-28' },
            request: {
                redirect: 'error',
                signal: AbortSignal.any([settings.signal, AbortSignal.timeout(answerWithinMs)]),
            },
        });
        return { kind: 'found', value: { data, status } };
    }
    catch (cause) {
        settings.signal.throwIfAborted();
        const status = answeredStatus(cause);
        if (status === 404)
            return { kind: 'missing' };
        if (status !== undefined) {
            const passing = status >= 500 || status === 429 || isRateLimit(cause);
            return { kind: 'unreadable', why: `${what} answered ${status}`, status, passing };
        }
        return { kind: 'unreadable', why: `${what} failed: ${cause instanceof Error ? cause.message : ''}`, passing: true };
    }
}
/** GitHub answers its secondary rate limit with a 403 that says when to come back. */
function isRateLimit(error) {
    const { response } = error;
    return response?.headers?.['retry-after'] !== undefined;
}
/** The status of a refusal; none where no answer came, which Octokit reports as a 500 without a response. */
function answeredStatus(error) {
    if (!(error instanceof Error) || !('response' in error))
        return undefined;
    const { response } = error;
    if (typeof response !== 'object' || response === null || !('status' in response))
        return undefined;
    return typeof response.status === 'number' ? response.status : undefined;
}


/***/ })

};
