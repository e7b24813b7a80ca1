export const id = 494;
export const ids = [494];
export const modules = {

/***/ 36887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readApprovals),
/* harmony export */   p: () => (/* binding */ lookAtGates)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13798);

const rule = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    prevent_self_review: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    reviewers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).optional(),
});
const environment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    protection_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(rule),
    can_admins_bypass: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() })
        .nullish(),
});
const policies = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
});
const approvals = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    environments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
}));
/** What GitHub says about each gate's environment. */
async function lookAtGates(ask, gates) {
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
/** Who approved or rejected what in a workflow run. GitHub tells neither the time nor the commit. */
function readApprovals(ask, runId) {
    return ask(`/actions/runs/${encodeURIComponent(runId)}/approvals`, approvals);
}


/***/ }),

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

/***/ 74866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);


/** A role becomes part of an environment's name and of a check's id. */
const role = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a role is written in lower case with dashes, like qa-lead');
const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'sign-off',
    title: 'Golive: sign-off',
    description: 'Proves that each gate of a release is a protected environment, and collects who signed.',
    section: 'sign-offs',
    sectionAs: 'roles',
    inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        mode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['verify', 'collect'])
            .describe('verify: each environment exists and is protected, before a job names it. collect: who approved which environment in this run.'),
        roles: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(role)
            .min(1)
            .describe('Roles that must sign, one environment each. In golive.yml: the list under sign-offs.'),
        'environment-prefix': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default('golive-').describe('What stands before a role in its environment.'),
        environments: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1))
            .default(['production', 'rollback'])
            .describe('Further environments that must be protected in the same way.'),
        'tag-policy': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default('v*').describe('The tags, and nothing else, that the environments must admit.'),
        'github-token': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).meta({
            secret: true,
            // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
            actionDefault: '${{ github.token }}',
            description: 'Token that may read actions of this repository; the one of the job will do.',
        }),
    }),
    outputs: {
        verdict: 'pass, inconclusive or fail',
        approvals: 'JSON object: role -> login of who signed',
    },
});


/***/ }),

/***/ 81933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ judgeApprovals)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93094);

/** One check for each role: signed, refused, not signed, or not to be found out. `measured` is the login. */
function judgeApprovals(gates, answer, at) {
    const checks = gates.map((gate) => {
        const more = { source: 'GET actions/runs/{run}/approvals', at, expected: `an approval of ${gate.environment}` };
        const id = `sign-off.${gate.role}`;
        if (answer.kind !== 'found') {
            const why = answer.kind === 'unreadable' ? answer.why : 'GitHub does not know this run';
            return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, gate.role, 'inconclusive', `whether ${gate.role} signed could not be found out: ${why}`, more);
        }
        const own = answer.value.filter((approval) => approval.environments.some((one) => one.name === gate.environment));
        // The list has no order to rely on and spans all attempts, so a refusal counts for the whole run.
        const refused = own.find((approval) => approval.state === 'rejected');
        if (refused !== undefined)
            return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, gate.role, 'fail', `${refused.user.login} refused to sign as ${gate.role}${said(refused)}`, {
                ...more,
                measured: refused.user.login,
            });
        const signed = own.find((approval) => approval.state === 'approved');
        if (signed !== undefined)
            return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, gate.role, 'pass', `${signed.user.login} signed as ${gate.role}${said(signed)}`, {
                ...more,
                measured: signed.user.login,
            });
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, gate.role, 'fail', `nobody signed as ${gate.role}: ${gate.environment} was not approved`, more);
    });
    // A refusal is the reason; that others had not signed yet only follows from it.
    const refused = (one) => one.verdict === 'fail' && one.measured !== undefined;
    return [...checks.filter(refused), ...checks.filter((one) => !refused(one))];
}
function said(approval) {
    const comment = approval.comment?.trim() ?? '';
    return comment === '' ? '' : `, saying “${comment}”`;
}


/***/ }),

/***/ 84546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ judgeGate)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93094);

/** The checks of one environment; whatever could not be read is inconclusive, and so closes the gate. */
function judgeGate(view, tagPolicy, at) {
    const name = view.gate.environment;
    const source = `GET environments/${name}`;
    if (view.environment.kind === 'missing') {
        const because = `environment ${name} does not exist, and naming it in a job would create it unprotected; create it with required reviewers`;
        return [(0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('gate.exists', name, 'fail', because, { source, at })];
    }
    if (view.environment.kind === 'unreadable') {
        const because = `whether ${name} is protected could not be found out: ${view.environment.why}`;
        return [(0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('gate.exists', name, 'inconclusive', because, { source, at })];
    }
    const seen = view.environment.value;
    return [
        (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('gate.exists', name, 'pass', `environment ${name} exists`, { source, at }),
        reviewers(name, seen, { source, at }),
        selfReview(name, seen, { source, at }),
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
        ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('gate.reviewers', name, 'pass', `${name} waits for one of ${count} reviewers`, more)
        : (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('gate.reviewers', name, 'fail', `${name} has no required reviewers, so anybody's push would pass it`, more);
}
function selfReview(name, seen, origin) {
    const prevented = reviewersRule(seen)?.prevent_self_review === true;
    const more = { ...origin, measured: String(prevented), expected: 'true' };
    return prevented
        ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('gate.self-review', name, 'pass', `who starts a release cannot approve it in ${name}`, more)
        : (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)('gate.self-review', name, 'fail', `${name} lets the one who starts a release approve it`, more);
}
function adminBypass(name, seen, origin) {
    const id = 'gate.admin-bypass';
    if (seen.can_admins_bypass === undefined)
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'inconclusive', `GitHub does not say whether administrators can bypass ${name}`, origin);
    const more = { ...origin, measured: String(seen.can_admins_bypass), expected: 'false' };
    return seen.can_admins_bypass
        ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'fail', `administrators can bypass ${name}`, more)
        : (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'pass', `administrators wait at ${name} like everybody else`, more);
}
function tags(view, seen, tagPolicy, origin) {
    const id = 'gate.tags';
    const name = view.gate.environment;
    const expected = `tag ${tagPolicy} and nothing else`;
    if (seen.deployment_branch_policy?.custom_branch_policies !== true) {
        const measured = seen.deployment_branch_policy?.protected_branches ? 'protected branches' : 'any branch or tag';
        const more = { ...origin, measured, expected };
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'fail', `${name} admits ${measured}, not only tags ${tagPolicy}`, more);
    }
    if (view.policies.kind !== 'found') {
        const why = view.policies.kind === 'unreadable' ? view.policies.why : 'GitHub has no such list';
        const because = `which tags ${name} admits could not be found out: ${why}`;
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'inconclusive', because, { ...origin, expected });
    }
    const admitted = view.policies.value.map((policy) => `${policy.type ?? 'branch'} ${policy.name}`);
    const more = { ...origin, measured: admitted.join(', ') || 'nothing', expected };
    const strays = admitted.filter((policy) => policy !== `tag ${tagPolicy}`);
    if (strays.length > 0)
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'fail', `${name} also admits ${strays.join(', ')}`, more);
    return admitted.length > 0
        ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'pass', `${name} admits tags ${tagPolicy} and nothing else`, more)
        : (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, name, 'fail', `${name} admits nothing: it lacks the tag policy ${tagPolicy}`, more);
}


/***/ }),

/***/ 15494:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _shared_github_rest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41245);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69638);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36887);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74866);
/* harmony import */ var _judge_approvals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81933);
/* harmony import */ var _judge_gate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84546);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46404);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59477);








await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .definition */ .m, async (input, run) => {
    const decision = (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .plan */ .e)({
        mode: input.mode,
        roles: input.roles,
        prefix: input['environment-prefix'],
        environments: input.environments,
        tagPolicy: input['tag-policy'],
    });
    const ask = (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_0__/* .askGitHub */ .X)({
        action: run.action,
        apiUrl: run.github.apiUrl,
        repository: run.github.repository,
        token: input['github-token'],
        signal: run.signal,
        sleep: run.sleep,
    });
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)(decision, await judge(decision, ask, run));
});
async function judge(decision, ask, run) {
    const at = () => run.now().toISOString();
    if (decision.kind === 'collect')
        return (0,_judge_approvals_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeApprovals */ .U)(decision.gates, await (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .readApprovals */ .R)(ask, run.github.runId), at());
    const views = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtGates */ .p)(ask, decision.gates);
    return views.flatMap((view) => (0,_judge_gate_js__WEBPACK_IMPORTED_MODULE_5__/* .judgeGate */ .$)(view, decision.tagPolicy, at()));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 46404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ plan)
/* harmony export */ });
/** Which environments to ask about: each role's own, and when verifying also those that are nobody's. */
function plan(wanted) {
    const gates = [...new Set(wanted.roles)].map((role) => ({ role, environment: `${wanted.prefix}${role}` }));
    if (wanted.mode === 'collect')
        return { kind: 'collect', gates, because: `${gates.length} roles have to sign this release` };
    const others = wanted.environments
        .filter((environment) => !gates.some((gate) => gate.environment === environment))
        .map((environment) => ({ environment }));
    return {
        kind: 'verify',
        gates: [...gates, ...others],
        tagPolicy: wanted.tagPolicy,
        // Naming an environment that does not exist creates it, without any protection.
        because: `${gates.length + others.length} environments must be protected before a job names them`,
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


/** Outputs and job summary of what was found out. */
function report(plan, checks) {
    const title = plan.kind === 'verify' ? 'Gates' : 'Signatures';
    const rows = checks.map((one) => [one.verdict, one.id, one.subject, one.because]);
    return {
        checks,
        outputs: { verdict: (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)(checks.map((one) => one.verdict)), approvals: JSON.stringify(approvals(checks)) },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## ${title}\n\n${plan.because}.\n\n${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['verdict', 'check', 'of', 'because'], rows)}\n`,
    };
}
function approvals(checks) {
    const signed = checks.filter((one) => one.id.startsWith('sign-off.') && one.verdict === 'pass');
    return Object.fromEntries(signed.map((one) => [one.subject, String(one.measured)]));
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
