export const id = 4552;
export const ids = [4552];
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
    'gate.tag-ruleset': 'Is it restricted who may create, move and delete release tags?',
    'gate.tag-bypass': 'May nobody move a release tag past the rulesets?',
    'gate.tag-unmoved': 'Is the tag still the commit that it was?',
    'gate.tag-on-main': "Is the tag's commit on the branch that releases come from?",
    'gate.tag-newer': 'Is the tag newer than what is deployed?',
    'gate.required-checks': "Did this required check succeed on the tag's commit?",
    'gate.waivers': 'Does every waiver of the checklist still hold?',
    'gate.as-declared': 'Is the gate what golive.yml declares? (plan and apply)',
    'gate.relaxed': 'Is no rule relaxed?',
    'sign-off.brief': 'Was the brief shown to the role that was asked to sign?',
    'sign-off.brief-written': 'Could everything be read that the roles have to see?',
    'sign-off.brief-unchanged': 'Is what was signed still what would be done?',
    'sign-off.this-attempt': 'Were the signatures collected in this attempt of the run?',
    'sign-off.quorum': 'Have as many of the roles signed as have to?',
    'sign-off.team': 'Could it be asked whether who signed belongs to the team of the role?',
    'sign-off.<role>': 'Did somebody sign as this role?',
};
const check = (0,_shared_evidence_checks__WEBPACK_IMPORTED_MODULE_0__/* .checkIn */ .i)(checks);


/***/ }),

/***/ 32600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   as: () => (/* binding */ coversTags),
/* harmony export */   nY: () => (/* binding */ judgeTagRules)
/* harmony export */ });
/* unused harmony export tagRules */
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93094);
/* harmony import */ var _unknown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25978);


/** What must be restricted for a tag to stay what it was when it was signed. */
const tagRules = ['creation', 'update', 'deletion'];
const does = { creation: 'create', update: 'move', deletion: 'delete' };
/** Whether rulesets keep release tags from being created by anybody, moved and deleted. */
function judgeTagRules(rulesets, { tagPolicy, allow }, at) {
    const id = 'gate.tag-ruleset';
    const subject = `tags ${tagPolicy}`;
    const more = { source: 'GET rulesets?targets=tag', at, expected: tagRules.join(', ') };
    const open = (because, measured) => allow.includes('no-tag-ruleset')
        ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, subject, 'warn', `${because}; no-tag-ruleset allows it`, { ...more, measured })
        : (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, subject, 'fail', because, { ...more, measured });
    if ((0,_unknown_js__WEBPACK_IMPORTED_MODULE_1__/* .isBeyondPlan */ .x)(rulesets)) {
        const because = `the plan of this repository has no rulesets, so anybody who can push can move tags ${tagPolicy}; what is left is that a moved tag is found out before production changes, if sign-offs.allow names no-tag-ruleset`;
        return [open(because, 'no rulesets')];
    }
    if (rulesets.kind !== 'found')
        return [(0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, subject, ...(0,_unknown_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L)(`who may create, move and delete ${subject}`, rulesets), more)];
    const covering = rulesets.value.filter((one) => coversTags(one, tagPolicy));
    const restricted = tagRules.filter((rule) => covering.some((one) => has(one, rule)));
    const missing = tagRules.filter((rule) => !restricted.includes(rule));
    const measured = restricted.join(', ') || 'nothing';
    if (missing.length > 0) {
        const because = `anybody who can push can ${missing.map((rule) => does[rule]).join(', ')} ${subject}; npx golive gates --apply restricts it by a ruleset`;
        return [open(because, measured)];
    }
    return [
        (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, subject, 'pass', `rulesets restrict who may create, move and delete ${subject}`, { ...more, measured }),
        ...bypasses(covering, subject, at),
    ];
}
/** Who may move a tag all the same: told to whoever administers the repository, and to nobody else. */
function bypasses(covering, subject, at) {
    const id = 'gate.tag-bypass';
    const more = { source: 'GET rulesets/{ruleset_id}', at, expected: 'nobody' };
    const loose = ['update', 'deletion'].filter((rule) => !covering.some((one) => has(one, rule) && one.bypass_actors?.length === 0));
    if (loose.length === 0)
        return [(0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, subject, 'pass', `nobody may move or delete ${subject}`, { ...more, measured: 'nobody' })];
    if (covering.some((one) => one.bypass_actors === undefined)) {
        const because = `who may move ${subject} past the rulesets is told only to a token that administers the repository (an App's token with administration: write); whether this tag has moved was asked all the same`;
        return [(0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, subject, 'warn', because, more)];
    }
    const who = [...new Set(covering.flatMap((one) => one.bypass_actors ?? []).map(actorName))].join(', ');
    return [
        (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(id, subject, 'warn', `${who} may ${loose.map((rule) => does[rule]).join(' and ')} ${subject} past the rulesets`, { ...more, measured: who }),
    ];
}
const actorName = ({ actor_type, actor_id }) => actor_id === null || actor_id === undefined ? actor_type : `${actor_type} ${actor_id}`;
const has = ({ rules }, type) => rules.some((rule) => rule.type === type);
/** Whether a ruleset in force holds for every tag of the policy: by its pattern, a wider one, or all. */
function coversTags({ target, enforcement, conditions }, tagPolicy) {
    const { include = [], exclude = [] } = conditions?.ref_name ?? {};
    // A * of fnmatch stops at a slash.
    const wide = [
        '~ALL',
        `refs/tags/${tagPolicy}`,
        'refs/tags/**/*',
        ...(tagPolicy.includes('/') ? [] : ['refs/tags/*']),
    ];
    return (target === 'tag' && enforcement === 'active' && exclude.length === 0 && include.some((one) => wide.includes(one)));
}


/***/ }),

/***/ 45023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   JJ: () => (/* binding */ blockedChange),
/* harmony export */   n_: () => (/* binding */ diffOf)
/* harmony export */ });
/** Whether a gate is as it must be. */
function isSettled({ facts, calls, blocked }) {
    return blocked === undefined && calls.length === 0 && facts.every(({ is, must }) => is === must);
}
/** A change that cannot be made; `known` tells what is wrong from what could not be found out. */
function blockedChange(subject, because, known, facts = []) {
    return { subject, facts, calls: [], blocked: { because, known } };
}
/** The differences as `diff` writes them: what stays, what goes, what comes. */
function diffOf({ subject, facts, blocked }) {
    const lines = facts.flatMap(({ name, is, must }) => is === must ? [`  ${name}: ${is}`] : [`- ${name}: ${is}`, `+ ${name}: ${must}`]);
    return [subject, ...lines, ...(blocked === undefined ? [] : [`! ${blocked.because}`])].join('\n');
}


/***/ }),

/***/ 6623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ ghCommands)
/* harmony export */ });
/* unused harmony export quoted */
/** The `gh api` commands that do what `apply` does, in its order, for a POSIX shell. */
function ghCommands(changes, target) {
    return changes.flatMap(({ calls }) => calls.map((call) => ghCommand(call, target)));
}
function ghCommand({ method, path, body }, { repository, apiUrl }) {
    const host = hostOf(apiUrl);
    const gh = ['gh', 'api', ...(host === undefined ? [] : ['--hostname', host]), '--method', method];
    const command = [...gh, `repos/${repository}${path}`, ...(body === undefined ? [] : ['--input', '-'])]
        .map(quoted)
        .join(' ');
    return body === undefined ? command : `printf '%s' ${quoted(JSON.stringify(body))} | ${command}`;
}
/** The host as gh knows it; undefined for github.com, its default. */
function hostOf(apiUrl) {
    const host = new URL(apiUrl).host.replace(/^api\./, '');
    return host === 'github.com' ? undefined : host;
}
/** One word of a POSIX shell, whatever is in it: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
function quoted(word) {
    return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 48713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ makeChanges)
/* harmony export */ });
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45023);

/** Sends the calls of each change in their order; a refusal ends that change, and the others go on. */
async function makeChanges(send, changes, progress) {
    const made = [];
    for (const change of changes) {
        if ((0,_change_js__WEBPACK_IMPORTED_MODULE_0__/* .isSettled */ .Is)(change) || change.blocked !== undefined)
            continue;
        let refused;
        for (const call of change.calls) {
            progress(`${call.method} ${call.path}`);
            refused = refusalOf(call, await send(call.method, call.path, call.body));
            if (refused !== undefined)
                break;
        }
        made.push({ change, ...(refused === undefined ? {} : { refused }) });
    }
    return made;
}
function refusalOf({ method, path }, answer) {
    if (answer.kind === 'found')
        return undefined;
    if (answer.kind === 'unreadable')
        return answer.why;
    return `${method} ${path} answered 404; it takes a token with administration: write`;
}


/***/ }),

/***/ 40282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ applied),
/* harmony export */   Rr: () => (/* binding */ settledOf),
/* harmony export */   h8: () => (/* binding */ postureSummary),
/* harmony export */   lM: () => (/* binding */ planned)
/* harmony export */ });
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93094);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45023);




const source = 'GET environments, rulesets, rules';
/** What a plan found: a gate that differs is a warning, since nothing waits for it yet. */
function planned(changes, at) {
    return changes.map((change) => {
        const more = { source, at };
        if (change.blocked !== undefined)
            return blocked(change, change.blocked, at);
        return (0,_change_js__WEBPACK_IMPORTED_MODULE_3__/* .isSettled */ .Is)(change)
            ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('gate.as-declared', change.subject, 'pass', 'is what it must be', more)
            : (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('gate.as-declared', change.subject, 'warn', `must be changed: ${differences(change)}`, more);
    });
}
/** What stands after the changes were made, read back: only that counts, whatever was answered to them. */
function applied(made, after, at) {
    return after.map((change) => {
        const more = { source, at };
        const tried = made.find((one) => one.change.subject === change.subject);
        if (change.blocked !== undefined)
            return blocked(change, change.blocked, at);
        if ((0,_change_js__WEBPACK_IMPORTED_MODULE_3__/* .isSettled */ .Is)(change))
            return (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('gate.as-declared', change.subject, 'pass', tried ? 'was changed to what it must be' : 'was what it must be', more);
        const why = tried?.refused === undefined ? 'GitHub took the change and does not show it' : tried.refused;
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('gate.as-declared', change.subject, 'fail', `still differs (${differences(change)}): ${why}`, more);
    });
}
function blocked({ subject }, { because, known }, at) {
    return (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('gate.as-declared', subject, known ? 'fail' : 'inconclusive', because, { source, at });
}
const differences = ({ facts }) => facts
    .filter(({ is, must }) => is !== must)
    .map(({ name, is, must }) => `${name} is ${is}, must be ${must}`)
    .join('; ');
/** The gates as a diff, for a job summary; the commands below it where there is anything to do. */
function postureSummary(title, changes, checks, commands) {
    const bad = checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
    const told = bad.map(({ subject, because }) => (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `\n- ${subject}: ${because}`);
    const text = changes.map(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .diffOf */ .n_).join('\n\n');
    const byHand = commands.length === 0 ? (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `` : (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `\n\nThe same by hand:\n\n${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(commands.join('\n'), 'sh')}`;
    return (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## ${title}\n\n${(0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)(checks.map(({ verdict }) => verdict))}: ${settledOf(changes)}\n${told}\n\n${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(text, 'diff')}${byHand}\n`;
}
function settledOf(changes) {
    const settled = changes.filter(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .isSettled */ .Is).length;
    return `${settled} of ${changes.length} gates are what they must be`;
}


/***/ }),

/***/ 96295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ readChanges)
});

// EXTERNAL MODULE: ./actions/sign-off/src/gates/read-environments.ts
var read_environments = __webpack_require__(36473);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/read-repository.ts
var read_repository = __webpack_require__(8343);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/read-rules.ts
var read_rules = __webpack_require__(38696);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/unknown.ts
var unknown = __webpack_require__(25978);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/posture/change.ts
var change = __webpack_require__(45023);
// EXTERNAL MODULE: ./actions/sign-off/src/gates/reviewers.ts
var reviewers = __webpack_require__(59624);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/posture/environment-change.ts




const none = 'nobody';
/** What has to be done to an environment. What is stricter than it must be stays: wait timers, reviewers of production. */
function environmentChange(view, named, demand) {
    const { gate } = view;
    const subject = `environment ${gate.environment}`;
    if (view.environment.kind === 'unreadable')
        return (0,change/* blockedChange */.JJ)(subject, (0,unknown/* unknown */.L)('how it is protected', view.environment)[1], false);
    if (named.kind === 'unresolved')
        return (0,change/* blockedChange */.JJ)(subject, named.because, named.known);
    const seen = view.environment.kind === 'found' ? view.environment.value : undefined;
    const custom = seen?.deployment_branch_policy?.custom_branch_policies === true;
    if (custom && view.policies.kind !== 'found')
        return (0,change/* blockedChange */.JJ)(subject, (0,unknown/* unknown */.L)('which tags it admits', view.policies)[1], false);
    const wanted = wantedOf(gate, seen, named, demand);
    const facts = factsOf(view, seen, wanted, demand);
    if (wanted.reviewers.length === 0 && gate.reviewed) {
        const because = `nobody is named for it: give sign-offs.reviewers.${gate.role ?? gate.environment} in golive.yml`;
        return (0,change/* blockedChange */.JJ)(subject, because, true, facts);
    }
    return { subject, facts, calls: callsOf(view, seen, wanted, facts, demand) };
}
function wantedOf(gate, seen, named, demand) {
    const rule = seen && (0,read_environments/* reviewersRule */.l)(seen);
    const there = rule?.reviewers ?? [];
    const reviewers = named.kind === 'named' ? named.reviewers : there;
    return {
        reviewers,
        preventSelfReview: reviewers.length > 0 &&
            (rule?.prevent_self_review === true || (gate.reviewed && !demand.allow.includes('self-review'))),
        adminsBypass: demand.allow.includes('admin-bypass') && seen?.can_admins_bypass !== false,
        waitTimer: seen?.protection_rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    };
}
function factsOf(view, seen, wanted, { tagPolicy }) {
    const rule = seen && (0,read_environments/* reviewersRule */.l)(seen);
    const list = (all) => [...(all ?? [])].map(reviewers/* describeReviewer */.l5).sort().join(', ') || none;
    return [
        { name: 'exists', is: seen === undefined ? 'no' : 'yes', must: 'yes' },
        { name: 'required reviewers', is: list(rule?.reviewers), must: list(wanted.reviewers) },
        { name: 'prevents self-review', ...asFarAsTold(rule, rule?.prevent_self_review, wanted.preventSelfReview) },
        {
            name: 'administrators can bypass',
            ...asFarAsTold(seen, seen === undefined ? true : seen.can_admins_bypass, wanted.adminsBypass),
        },
        { name: 'admits', is: admitted(view, seen), must: `tag ${tagPolicy}` },
        ...(wanted.waitTimer > 0 ? [same('wait timer', `${wanted.waitTimer} minutes`)] : []),
    ];
}
function callsOf(view, seen, wanted, facts, { tagPolicy }) {
    const path = `/environments/${encodeURIComponent(view.gate.environment)}`;
    const policies = view.policies.kind === 'found' ? view.policies.value : [];
    const custom = seen?.deployment_branch_policy?.custom_branch_policies === true;
    const isPolicy = (one) => one.type === 'tag' && one.name === tagPolicy;
    const differs = facts.some(({ name, is, must }) => name !== 'admits' && is !== must) || !custom;
    const body = {
        wait_timer: wanted.waitTimer,
        prevent_self_review: wanted.preventSelfReview,
        reviewers: wanted.reviewers.map(({ type, reviewer }) => ({ type, id: reviewer?.id })),
        deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
        // Not among the documented properties, and taken: go-github's CreateUpdateEnvironment and the Terraform provider
        // send it. Reading back finds out where it was not.
        can_admins_bypass: wanted.adminsBypass,
    };
    return [
        // It replaces all protection: https://docs.github.com/en/rest/deployments/environments#create-or-update-an-environment
        ...(differs ? [{ method: 'PUT', path, body }] : []),
        ...(custom && policies.some(isPolicy)
            ? []
            : [
                {
                    method: 'POST',
                    path: `${path}/deployment-branch-policies`,
                    body: { name: tagPolicy, type: 'tag' },
                },
            ]),
        ...policies
            .filter((one) => !isPolicy(one))
            .map(({ id }) => ({ method: 'DELETE', path: `${path}/deployment-branch-policies/${id}` })),
    ];
}
function admitted(view, seen) {
    const policy = seen?.deployment_branch_policy;
    if (policy?.protected_branches)
        return 'protected branches';
    if (policy?.custom_branch_policies !== true || view.policies.kind !== 'found')
        return 'any branch or tag';
    return (view.policies.value
        .map(({ type, name }) => `${type ?? 'branch'} ${name}`)
        .sort()
        .join(', ') || 'nothing');
}
const yes = (value) => (value === true ? 'yes' : 'no');
/** An older GitHub Enterprise Server leaves the property out: it can neither be read nor set there. */
function asFarAsTold(holder, is, must) {
    return holder !== undefined && is === undefined
        ? { is: 'not told', must: 'not told' }
        : { is: yes(is), must: yes(must) };
}
const same = (name, value) => ({ name, is: value, must: value });

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/posture/resolve-reviewers.ts


const account = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), login: schemas/* string */.YjP() });
const team = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), slug: schemas/* string */.YjP() });
/**
 * Asks for each reviewer's id. Anybody may ask for a login; a team is told to a token with members: read of its
 * organisation, which a job's own token never has: https://docs.github.com/en/rest/teams/teams#get-a-team-by-name.
 */
async function resolveReviewers(askItself, names) {
    if (names === undefined)
        return { kind: 'unnamed' };
    const reviewers = [];
    for (const name of new Set(names)) {
        const [owner = '', slug] = name.split('/');
        const answer = slug === undefined
            ? await askItself(`/users/${encodeURIComponent(owner)}`, account)
            : await askItself(`/orgs/${encodeURIComponent(owner)}/teams/${encodeURIComponent(slug)}`, team);
        if (answer.kind === 'missing') {
            const who = slug === undefined
                ? `there is no account ${name}`
                : `there is no team ${name}, or not for this token (it takes members: read)`;
            return { kind: 'unresolved', because: `${who}; correct sign-offs.reviewers`, known: slug === undefined };
        }
        if (answer.kind === 'unreadable')
            return { kind: 'unresolved', because: (0,unknown/* unknown */.L)(`who ${name} is`, answer)[1], known: false };
        reviewers.push({ type: slug === undefined ? 'User' : 'Team', reviewer: answer.value });
    }
    return { kind: 'named', reviewers };
}

// EXTERNAL MODULE: ./actions/sign-off/src/gates/judge-tag-rules.ts
var judge_tag_rules = __webpack_require__(32600);
;// CONCATENATED MODULE: ./actions/sign-off/src/gates/posture/ruleset-changes.ts



/** The names under which Golive keeps its own rulesets, and finds them again. */
const rulesetNames = {
    frozen: 'golive: release tags stay what they are',
    makers: 'golive: who may make release tags',
    checks: 'golive: checks that a release needs',
};
// Repository roles maintain (2) and admin (5), as https://registry.terraform.io/providers/integrations/github lists them.
const makers = [2, 5].map((id) => ({ actor_id: id, actor_type: 'RepositoryRole', bypass_mode: 'always' }));
/** What has to be done so that release tags are made by few and then stay what they are. */
function tagRulesetChanges(answer, demand) {
    if (demand.allow.includes('no-tag-ruleset'))
        return [];
    const subject = `tags ${demand.tagPolicy}`;
    if (answer.kind !== 'found')
        return [cannotRead(subject, 'which rulesets there are', answer)];
    return [frozen(answer.value, demand), made(answer.value, demand)];
}
function frozen(all, { tagPolicy }) {
    const types = ['update', 'deletion'];
    const covering = all.filter((one) => (0,judge_tag_rules/* coversTags */.as)(one, tagPolicy));
    // A token that may not write a ruleset is not told who may bypass it.
    const strict = (one) => one.bypass_actors === undefined || one.bypass_actors.length === 0;
    const isFrozen = (type) => covering.some((one) => strict(one) && has(one, type));
    const isLimited = (type) => covering.some((one) => has(one, type));
    const state = (type) => isFrozen(type) ? 'nobody' : isLimited(type) ? 'whoever may bypass the ruleset' : 'whoever can push';
    return {
        subject: `tags ${tagPolicy}: that they stay what they are`,
        facts: [
            { name: 'may be moved by', is: state('update'), must: 'nobody' },
            { name: 'may be deleted by', is: state('deletion'), must: 'nobody' },
        ],
        calls: types.every(isFrozen)
            ? []
            : [
                save(all, rulesetNames.frozen, `refs/tags/${tagPolicy}`, 'tag', types.map((type) => ({ type })), []),
            ],
    };
}
function made(all, { tagPolicy }) {
    const limited = all.some((one) => (0,judge_tag_rules/* coversTags */.as)(one, tagPolicy) && has(one, 'creation'));
    const must = 'maintainers and administrators';
    return {
        subject: `tags ${tagPolicy}: who makes them`,
        facts: [
            {
                name: 'may be made by',
                is: limited ? 'whoever may bypass the ruleset' : 'whoever can push',
                must: limited ? 'whoever may bypass the ruleset' : must,
            },
        ],
        calls: limited
            ? []
            : [save(all, rulesetNames.makers, `refs/tags/${tagPolicy}`, 'tag', [{ type: 'creation' }], keptMakers(all))],
    };
}
/** Whoever the ruleset let make tags before, else maintainers and administrators: without anybody there is no release. */
function keptMakers(all) {
    const before = ownRuleset(all, rulesetNames.makers)?.bypass_actors ?? [];
    return before.length > 0 ? before : makers;
}
/** What has to be done so that the branch requires the checks that golive.yml names; what it requires already stays. */
function checksChange(required, rulesets, { branch, requiredChecks, allow }) {
    const subject = `branch ${branch}: required checks`;
    if (required.kind !== 'found')
        return cannotRead(subject, `which checks ${branch} requires`, required);
    if (rulesets.kind !== 'found')
        return cannotRead(subject, 'which rulesets there are', rulesets);
    const there = [...new Set(required.value.map(({ name }) => name))].sort();
    const missing = requiredChecks.filter((name) => !there.includes(name));
    const list = (names) => names.join(', ') || 'none';
    const facts = [{ name: 'required', is: list(there), must: list([...there, ...new Set(missing)].sort()) }];
    if (there.length + missing.length === 0 && !allow.includes('no-required-checks'))
        return (0,change/* blockedChange */.JJ)(subject, 'it requires no check, and golive.yml names none: give sign-offs.required-checks', true, facts);
    if (missing.length === 0)
        return { subject, facts, calls: [] };
    const own = ownRuleset(rulesets.value, rulesetNames.checks);
    const before = own?.rules.find(({ type }) => type === 'required_status_checks')?.parameters;
    const kept = Array.isArray(before?.required_status_checks) ? before.required_status_checks : [];
    const parameters = {
        strict_required_status_checks_policy: false,
        ...before,
        required_status_checks: [...kept, ...[...new Set(missing)].map((context) => ({ context }))],
    };
    const rules = [{ type: 'required_status_checks', parameters }];
    return {
        subject,
        facts,
        calls: [save(rulesets.value, rulesetNames.checks, `refs/heads/${branch}`, 'branch', rules, [])],
    };
}
/** Makes the ruleset of that name, or adds to the one that is there; rules and patterns of others stay in it. */
function save(all, name, pattern, target, rules, bypass) {
    const own = ownRuleset(all, name);
    const include = own?.conditions?.ref_name?.include ?? [];
    const body = {
        name,
        target,
        enforcement: 'active',
        bypass_actors: bypass,
        conditions: { ref_name: { include: [...new Set([...include, pattern])], exclude: [] } },
        rules: [...(own?.rules ?? []).filter(({ type }) => !rules.some((rule) => rule.type === type)), ...rules],
    };
    return own === undefined
        ? { method: 'POST', path: '/rulesets', body }
        : { method: 'PUT', path: `/rulesets/${own.id}`, body };
}
const ownRuleset = (all, name) => all.find((one) => one.name === name && one.source_type !== 'Organization' && one.source_type !== 'Enterprise');
const has = ({ rules }, type) => rules.some((rule) => rule.type === type);
function cannotRead(subject, what, answer) {
    const plan = (0,unknown/* isBeyondPlan */.x)(answer);
    const because = plan
        ? 'the plan of this repository has no rulesets; docs/gates.md says what comes nearest'
        : (0,unknown/* unknown */.L)(what, answer)[1];
    return (0,change/* blockedChange */.JJ)(subject, because, plan);
}

;// CONCATENATED MODULE: ./actions/sign-off/src/gates/posture/read-changes.ts








/** Each gate of a repository: how it is, how it must be, and what would bring it there. */
async function readChanges(demands, { ask, askItself }) {
    const repository = await (0,read_repository/* readRepository */.N)(ask);
    if (repository.kind !== 'found')
        return [(0,change/* blockedChange */.JJ)('repository', (0,unknown/* unknown */.L)('how its gates are', repository)[1], false)];
    const changes = [];
    for (const view of await (0,read_environments/* readEnvironments */.z)(ask, demands.gates)) {
        // Who signs by a workflow is no reviewer: the plan has none.
        const names = view.gate.signedBy === undefined ? demands.reviewers[view.gate.role ?? view.gate.environment] : undefined;
        const named = await resolveReviewers(askItself, names);
        changes.push(environmentChange(view, named, demands));
    }
    const branch = demands.branch ?? repository.value.default_branch;
    const demand = { ...demands, branch };
    const required = await (0,read_rules/* readRequiredChecks */.T)(ask, branch);
    return [
        ...changes,
        ...tagRulesetChanges(await (0,read_rules/* readRulesets */.u)(ask, 'tag'), demand),
        checksChange(required, await (0,read_rules/* readRulesets */.u)(ask, 'branch'), demand),
    ];
}


/***/ }),

/***/ 36473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ reviewersRule),
/* harmony export */   z: () => (/* binding */ readEnvironments)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _shared_github_rest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41245);


const reviewer = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    reviewer: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), slug: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }).optional(),
});
const rule = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    wait_timer: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().optional(),
    prevent_self_review: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    reviewers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(reviewer).optional(),
});
const environment = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    protection_rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(rule),
    can_admins_bypass: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })
        .nullish(),
});
const policies = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    branch_policies: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })),
});
/**
 * What GitHub says about each gate's environment. actions: read, for both questions:
 * https://docs.github.com/en/rest/deployments/environments#get-an-environment and
 * https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies.
 */
async function readEnvironments(ask, gates) {
    const views = [];
    // One after the other: GitHub's secondary limit counts requests made at the same time.
    for (const gate of gates) {
        const path = `/environments/${encodeURIComponent(gate.environment)}`;
        const found = await ask(path, environment);
        const custom = found.kind === 'found' && found.value.deployment_branch_policy?.custom_branch_policies === true;
        const listed = custom
            ? await (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_0__/* .askAll */ .pI)(ask, `${path}/deployment-branch-policies`, policies, (page) => page.branch_policies)
            : { kind: 'missing' };
        views.push({ gate, environment: found, policies: listed });
    }
    return views;
}
/** The rule that lets a job wait for people; undefined where nobody has to review. */
function reviewersRule(seen) {
    return seen.protection_rules.find(({ type }) => type === 'required_reviewers');
}


/***/ }),

/***/ 8343:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readRepository),
/* harmony export */   s: () => (/* binding */ readServerVersion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

const repository = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ default_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), private: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() });
const meta = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ installed_version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() });
/** metadata: read: https://docs.github.com/en/rest/repos/repos#get-a-repository */
function readRepository(ask) {
    return ask('', repository);
}
/** The version of GitHub Enterprise Server; undefined for github.com: https://docs.github.com/en/rest/meta/meta */
async function readServerVersion(askItself) {
    const answer = await askItself('/meta', meta);
    return answer.kind === 'found' ? answer.value.installed_version : undefined;
}


/***/ }),

/***/ 38696:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readRequiredChecks),
/* harmony export */   u: () => (/* binding */ readRulesets)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _shared_github_rest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41245);


const actor = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    actor_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish(),
    actor_type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    bypass_mode: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
});
const summary = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), target: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), enforcement: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const ruleset = summary.extend({
    source_type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    // Only whoever may write the ruleset is told: https://docs.github.com/en/rest/repos/rules#get-a-repository-ruleset
    bypass_actors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(actor).optional(),
    conditions: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ ref_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ include: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), exclude: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) }).optional() })
        .nullish(),
    rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), parameters: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}).optional() })).default([]),
});
const branchRules = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), parameters: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}).optional() }));
const statusChecks = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    required_status_checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ context: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), integration_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish() })),
});
const branchView = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    protection: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        required_status_checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
            contexts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
            checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ context: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), app_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish() })).optional(),
        })
            .optional(),
    })
        .optional(),
});
/** Every ruleset of tags or branches, in force or not, those of the organisation with them. metadata: read. */
async function readRulesets(ask, target) {
    const listed = await (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_0__/* .askAll */ .pI)(ask, `/rulesets?includes_parents=true&targets=${target}`, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(summary), (page) => page);
    if (listed.kind !== 'found')
        return listed;
    const found = [];
    for (const { id, target: of } of listed.value) {
        if (of !== target)
            continue;
        const answer = await ask(`/rulesets/${id}?includes_parents=true`, ruleset);
        if (answer.kind === 'unreadable')
            return answer;
        if (answer.kind === 'found')
            found.push(answer.value);
    }
    return { kind: 'found', value: found };
}
/**
 * The checks that rulesets (metadata: read) and classic protection (contents: read) demand of a branch.
 * https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch and
 * https://docs.github.com/en/rest/branches/branches#get-a-branch, which tells required checks without administration: read.
 */
async function readRequiredChecks(ask, branch) {
    const name = encodeURIComponent(branch);
    const rules = await (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_0__/* .askAll */ .pI)(ask, `/rules/branches/${name}`, branchRules, (page) => page);
    if (rules.kind !== 'found')
        return rules;
    const classic = await ask(`/branches/${name}`, branchView);
    if (classic.kind !== 'found')
        return classic;
    const ofRules = rules.value.flatMap((rule) => {
        const read = rule.type === 'required_status_checks' ? statusChecks.safeParse(rule.parameters) : undefined;
        return read?.data?.required_status_checks ?? [];
    });
    const { contexts = [], checks } = classic.value.protection?.required_status_checks ?? {};
    const ofProtection = checks ?? contexts.map((context) => ({ context, app_id: null }));
    return {
        kind: 'found',
        value: [
            ...ofRules.map(({ context, integration_id }) => required(context, integration_id, `rulesets of ${branch}`)),
            ...ofProtection.map(({ context, app_id }) => required(context, app_id, `protection of ${branch}`)),
        ],
    };
}
function required(name, app, source) {
    // Classic protection says -1 where any app will do.
    return { name, source, ...(typeof app === 'number' && app > 0 ? { app } : {}) };
}


/***/ }),

/***/ 59624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KA: () => (/* binding */ strangersAmong),
/* harmony export */   l5: () => (/* binding */ describeReviewer)
/* harmony export */ });
/* unused harmony export isNamed */
/** Whether a name of golive.yml means this reviewer. An environment's teams are all of its own organisation. */
function isNamed(name, { type, reviewer }) {
    const [owner = '', team] = name.split('/');
    const [one, other] = team === undefined ? [owner, reviewer?.login] : [team, reviewer?.slug];
    return (type === 'Team') === (team !== undefined) && one.toLowerCase() === other?.toLowerCase();
}
/** The reviewers of an environment whom golive.yml does not name; nobody where it names none at all. */
function strangersAmong(found, names) {
    if (names === undefined)
        return [];
    return found.filter((one) => !names.some((name) => isNamed(name, one))).map(describeReviewer);
}
function describeReviewer({ type, reviewer }) {
    if (type === 'Team')
        return `team ${reviewer?.slug ?? reviewer?.id ?? '?'}`;
    return reviewer?.login ?? `${type} ${reviewer?.id ?? '?'}`;
}


/***/ }),

/***/ 25978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ unknown),
/* harmony export */   x: () => (/* binding */ isBeyondPlan)
/* harmony export */ });
/** What could not be found out closes a gate as a failure does, and says why. */
function unknown(what, answer) {
    // GitHub answers 404 to whoever may not know, as well as for what is not there.
    const why = answer.kind === 'unreadable' ? answer.why : 'GitHub knows nothing of it, or not for this token';
    return ['inconclusive', `${what} could not be found out: ${why}`];
}
/** Whether GitHub refuses since the repository's plan lacks the feature. */
function isBeyondPlan(answer) {
    // As octokit and the Terraform provider meet it: "Upgrade to GitHub Pro or make this repository public to enable this feature."
    return answer.kind === 'unreadable' && answer.status === 403 && answer.why.includes('Upgrade to GitHub');
}


/***/ }),

/***/ 38094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ definition)
});

// UNUSED EXPORTS: modes

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var classic_schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return core._coercedString(schemas.ZodString, params);
}
function number(params) {
    return api/* _coercedNumber */.qG(classic_schemas/* ZodNumber */.rSt, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}

// EXTERNAL MODULE: ./packages/shared/src/runtime/define-action.ts
var define_action = __webpack_require__(66044);
// EXTERNAL MODULE: ./actions/sign-off/src/relaxations.ts
var relaxations = __webpack_require__(47095);
;// CONCATENATED MODULE: ./actions/sign-off/src/inputs.ts



/** A role becomes part of an environment's name and of a check's id. */
const role = classic_schemas/* string */.YjP().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a role is written in lower case with dashes, like qa-lead');
const reviewer = classic_schemas/* string */.YjP().regex(/^[\w-]+(\/[\w.-]+)?$/, 'a reviewer is a login, or a team as organisation/team');
const quorum = classic_schemas/* strictObject */.rej({ of: classic_schemas/* array */.YOg(role).min(1), need: classic_schemas/* number */.aig().int().min(1) })
    .refine(({ of, need }) => need <= new Set(of).size, { error: 'asks for more roles than it names' });
const modes = ['verify', 'plan', 'apply', 'brief', 'sign', 'collect', 'confirm'];
const definition = (0,define_action/* defineAction */.QP)({
    name: 'sign-off',
    title: 'Golive: sign-off',
    description: 'Proves that each gate of a release is protected, shows each role what it signs, and collects who signed.',
    section: 'sign-offs',
    sectionAs: 'roles',
    subject: 'role',
    inputs: classic_schemas/* object */.Ikc({
        mode: classic_schemas/* enum */.k5n(modes)
            .describe('verify: every gate is protected, and the tag may be released. plan: how the gates differ from what they must be; apply: makes them so. brief: writes down what changes; sign: shows it to a role; collect: who approved it in this run; confirm: it is still the same.'),
        roles: classic_schemas/* array */.YOg(role)
            .min(1)
            .describe('Roles that must sign, one environment each. In golive.yml: the list under sign-offs.'),
        role: role.optional().describe('sign: the role whose environment has admitted this job.'),
        reviewers: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP().min(1), classic_schemas/* array */.YOg(reviewer).min(1).max(6))
            .default({})
            .describe('Who may sign as each role, up to six: logins, and teams as organisation/team. Also by environment, for those that are no role.'),
        quorum: classic_schemas/* array */.YOg(quorum)
            .default([])
            .describe('Roles of which so many suffice, instead of every one: [{of: [cto, ceo, project-manager], need: 2}].'),
        allow: classic_schemas/* array */.YOg(classic_schemas/* enum */.k5n(relaxations/* relaxationNames */.Y))
            .default([])
            .describe(`Rules that are relaxed, each reported: ${relaxations/* relaxationNames */.Y.join(', ')}.`),
        'sign-by': classic_schemas/* enum */.k5n(['environment', 'workflow'])
            .default('environment')
            .describe('How a role signs. environment: by approving its environment. workflow: by starting the workflow sign-workflow, where the plan has no required reviewers; GitHub then holds no job back, and only collect does.'),
        'sign-workflow': classic_schemas/* string */.YjP()
            .regex(/^[\w.-]+\.ya?ml$/, 'a workflow is the name of its file, such as sign.yml')
            .default('sign.yml')
            .describe('File name of the workflow that people start to sign, with sign-by: workflow.'),
        'environment-prefix': classic_schemas/* string */.YjP().default('golive-').describe('What stands before a role in its environment.'),
        environments: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP().min(1))
            .default(['production', 'rollback'])
            .describe('Further environments that must be protected in the same way.'),
        'production-environment': classic_schemas/* string */.YjP()
            .min(1)
            .default('production')
            .describe('The environment that jobs name when they change production; its deployments tell what is deployed.'),
        'production-reviewers': classic_schemas/* boolean */.zMY()
            .default(false)
            .describe('Whether each job that changes production must be reviewed once more, besides the roles.'),
        'tag-policy': classic_schemas/* string */.YjP().default('v*').describe('The tags, and nothing else, that the environments must admit.'),
        branch: classic_schemas/* string */.YjP()
            .optional()
            .describe('The branch on which a release must be. Default: the default branch of the repository'),
        'required-checks': classic_schemas/* array */.YOg(classic_schemas/* string */.YjP().min(1))
            .default([])
            .describe("Checks that must have succeeded on the tag's commit, besides those that the branch requires."),
        images: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), classic_schemas/* string */.YjP())
            .default({})
            .describe('brief and confirm: JSON object from build-scan-push: image name -> `repository@sha256:…`'),
        brief: classic_schemas/* string */.YjP()
            .default('.golive/brief.json')
            .describe('Where brief writes the brief, with .md and .html beside it, and the other modes find it.'),
        'brief-digest': classic_schemas/* string */.YjP()
            .regex(/^[0-9a-f]{64}$/, 'a digest is 64 hexadecimal digits')
            .optional()
            .describe('sign, collect and confirm: the output digest of brief; a brief with another one is refused.'),
        'evidence-from': classic_schemas/* string */.YjP()
            .default('.golive/evidence-of-jobs')
            .describe('Folder with the evidence of earlier jobs: of build for brief, of the role jobs for collect.'),
        'collected-attempt': number()
            .int()
            .min(1)
            .optional()
            .describe('confirm: the output attempt of collect, which tells in which attempt of the run it judged.'),
        repository: classic_schemas/* string */.YjP()
            .regex(/^[\w.-]+\/[\w.-]+$/, 'a repository is owner/name')
            .optional()
            .describe('plan and apply: the repository whose gates they are. Default: the one of the run'),
        'github-token': classic_schemas/* string */.YjP().min(1).meta({
            secret: true,
            // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
            actionDefault: '${{ github.token }}',
            description: 'Token that may read this repository; the one of the job will do, but for apply, which needs one that administers it.',
        }),
    }),
    outputs: {
        verdict: 'pass, inconclusive or fail',
        approvals: 'JSON object: role -> login of who signed',
        digest: 'brief: SHA-256 of what is to be approved, in hexadecimal digits',
        short: 'brief: the first 12 digits of it, for the name of a job',
        attempt: 'collect: the attempt of the run in which it judged',
        commands: 'plan and apply: the gh api commands that bring the gates to what they must be, one a line',
    },
});


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
    return { role, environment: `${input['environment-prefix']}${role}`, ...reviewOf(input, true) };
}
/** Who has to review a gate: GitHub's reviewers, or whoever starts the signing workflow. */
function reviewOf(input, reviewed) {
    if (!reviewed || input['sign-by'] === 'environment')
        return { reviewed };
    return { reviewed: false, signedBy: input['sign-workflow'] };
}
function demandsOf(input, roles) {
    const production = input['production-environment'];
    // Jobs name it whatever the list says, so it is never left out.
    const others = [...new Set([...input.environments, production])]
        .filter((environment) => !roles.some((gate) => gate.environment === environment))
        // Every job that changes production names it, so its reviewers would be asked again in the middle of a release.
        .map((environment) => ({
        environment,
        ...reviewOf(input, environment !== production || input['production-reviewers']),
    }));
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

/***/ 47095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ relaxationNames),
/* harmony export */   b: () => (/* binding */ relaxations)
/* harmony export */ });
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


/***/ })

};
