export const id = 632;
export const ids = [632];
export const modules = {

/***/ 75953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ apply),
/* harmony export */   K: () => (/* binding */ strayTasks)
/* harmony export */ });
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51540);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_start_deployment__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54181);
/* harmony import */ var _shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4872);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3242);
/* harmony import */ var _shared_ecs_watch_deployments__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97185);
/* harmony import */ var _shared_logs_log_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67906);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28598);









/** Registers everything first, then moves all services, watches them together, and puts all back when one fails. */
async function apply(tools, decisions) {
    const steps = [];
    const note = (subject, what) => {
        steps.push({ at: tools.pace.now().toISOString(), subject, what });
        tools.pace.progress(`${subject}: ${what}`);
    };
    const targets = await register(tools.ecs, decisions, note);
    try {
        await start(tools, decisions, targets, note);
        const verdicts = await watch(tools, targets);
        const outcomes = decisions.map((one) => outcome(one, targets, verdicts));
        if (outcomes.every((one) => one.verdict.kind === 'succeeded'))
            return { outcomes, steps };
        const explained = await Promise.all(outcomes.map((one) => withLog(tools, one)));
        return { outcomes: await putBack(tools, explained, note), steps };
    }
    catch (error) {
        const interrupted = error instanceof Error ? error : new Error(String(error));
        note('release', `interrupted: ${interrupted.message}`);
        const outcomes = decisions.map((one) => outcome(one, targets, new Map()));
        return { outcomes: await putBack(tools, outcomes, note), steps, interrupted };
    }
}
async function register(ecs, decisions, note) {
    const targets = new Map();
    for (const decision of decisions) {
        if (decision.kind === 'leave')
            targets.set(decision.service, { definition: decision.definition });
        if (decision.kind === 'adopt')
            targets.set(decision.service, { definition: decision.definition, deployment: decision.deployment });
        if (decision.kind === 'deploy') {
            const wanted = (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .withImages */ .nS)(decision.view.definition, decision.images, decision.view.tags);
            const { arn, reused } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .registerTaskDefinition */ .e)(ecs, wanted, decision.view.definition);
            targets.set(decision.service, { definition: arn });
            note(decision.service, `${reused ? 'reuses' : 'registered'} ${arn}`);
        }
    }
    return targets;
}
async function start({ ecs, cluster, pace }, decisions, targets, note) {
    await Promise.all(decisions.map(async (decision) => {
        const target = targets.get(decision.service);
        if (decision.kind !== 'deploy' || !target)
            return;
        // The same definition again is only deployed when its last deployment failed; without force ECS would do nothing.
        const force = decision.view.definition.taskDefinitionArn === target.definition;
        const change = { taskDefinition: target.definition, ...(force ? { force } : {}) };
        const begun = await (0,_shared_ecs_start_deployment__WEBPACK_IMPORTED_MODULE_4__/* .startDeployment */ .i)(ecs, cluster, decision.service, change, pace);
        if (!begun)
            throw new Error(`${decision.service}: ECS began no deployment after UpdateService`);
        target.deployment = begun.arn;
        note(decision.service, `deployment ${begun.arn.split('/').at(-1)} began`);
    }));
}
async function watch({ ecs, cluster, pace }, targets) {
    const watched = [...targets].flatMap(([service, { definition, deployment }]) => deployment ? [{ service, deployment, taskDefinition: definition }] : []);
    return watched.length > 0 ? (0,_shared_ecs_watch_deployments__WEBPACK_IMPORTED_MODULE_5__/* .watchDeployments */ .Y)(ecs, cluster, watched, pace) : new Map();
}
function outcome(decision, targets, verdicts) {
    const { definition, deployment } = targets.get(decision.service) ?? { definition: decision.previous };
    const untouched = decision.kind === 'leave'
        ? { kind: 'succeeded', because: decision.because }
        : { kind: 'waiting', because: 'was not finished' };
    const verdict = verdicts.get(decision.service) ?? untouched;
    const { service, previous } = decision;
    return { service, verdict, definition, previous, log: [], ...(deployment ? { deployment } : {}) };
}
async function putBack(tools, outcomes, note) {
    return Promise.all(outcomes.map(async (one) => {
        if (one.previous === one.definition)
            return one;
        note(one.service, `goes back to ${one.previous}`);
        try {
            const goal = { service: one.service, taskDefinition: one.previous };
            const back = await (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_6__/* .goBack */ .OE)(tools.ecs, tools.cluster, goal, tools.paceBack);
            note(one.service, back.back ? `is back: ${back.because}` : `did not come back: ${back.because}`);
            return { ...one, back };
        }
        catch (error) {
            const because = error instanceof Error ? error.message : String(error);
            note(one.service, `did not come back: ${because}`);
            return { ...one, back: { back: false, because, steps: [] } };
        }
    }));
}
async function withLog({ ecs, logs, logLines }, one) {
    const task = one.verdict.kind === 'failed' ? one.verdict.task : undefined;
    const container = task ? (0,_shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_7__/* .culprit */ .ik)(task) : undefined;
    if (!task?.taskArn || !container || logLines === 0)
        return one;
    try {
        const { definition } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .readTaskDefinition */ .L)(ecs, one.definition);
        const at = (0,_shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_7__/* .logLocation */ .U)(definition, container, task.taskArn);
        return at ? { ...one, log: await (0,_shared_logs_log_stream__WEBPACK_IMPORTED_MODULE_2__/* .lastLogLines */ .E)(logs, at, logLines) } : one;
    }
    catch (error) {
        // The log explains a failure; that it cannot be read must not keep the services from going back.
        return { ...one, log: [`(log not readable: ${error instanceof Error ? error.message : error})`] };
    }
}
/** Which of a service's running tasks run another image than the release. */
async function strayTasks(ecs, cluster, service, wanted) {
    const tasks = await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_8__/* .findTasks */ .Uz)(ecs, { cluster, serviceName: service, desiredStatus: 'RUNNING' });
    const running = tasks.filter((task) => task.lastStatus === 'RUNNING');
    const stray = running.flatMap((task) => (task.containers ?? []).flatMap((container) => {
        const image = wanted[container.name ?? ''];
        // Of a multi-platform image ECS tells the platform's digest; the reference then is the proof.
        if (!image || container.imageDigest === (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(image) || container.image === image)
            return [];
        return [
            `${container.name} of ${task.taskArn?.split('/').at(-1)} runs ${container.imageDigest ?? container.image}`,
        ];
    }));
    return { running: running.length, stray };
}


/***/ }),

/***/ 47792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);



const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'ecs-rollout',
    title: 'Golive: ECS rollout',
    description: 'Rolls every service of a release out to ECS as one: all succeed, or all go back.',
    section: 'rollout',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        cluster: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('ECS cluster, by name or ARN'),
        services: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ containers: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }))
            .describe('What each service runs: `{service: {containers: {container: image name}}}`'),
        images: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
            .describe('JSON object from build-scan-push: image name -> `repository@sha256:…`'),
        timeout: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('20m').describe('Time for all services to become healthy, and again to go back'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1s').describe('Time between two looks at ECS'),
        'log-lines': zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(0).max(100).default(20).describe('Log lines shown of a task that failed'),
    }),
    outputs: {
        'task-definitions': 'JSON object: service -> ARN of the task definition it runs',
        deployments: 'JSON object: service -> ARN of its service deployment',
        'rolled-back': '`true` when the services were put back',
    },
});


/***/ }),

/***/ 45632:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(61334);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(74211);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7777);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69161);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75953);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47792);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57473);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28598);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70647);












await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .definition */ .m, async (input, run) => {
    const ecs = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_9__/* .ECSClient */ .Z(run.aws);
    const logs = new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_10__/* .CloudWatchLogsClient */ .T(run.aws);
    const { cluster } = input;
    const addresses = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveAddresses */ .B)(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_11__/* .ECRClient */ .S(run.aws), input.images);
    const { wanted, missing } = (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveImages */ .Be)(input.services, addresses);
    if (missing.length > 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__/* .GoliveError */ .N('ROLLOUT_IMAGE_UNNAMED', missing.join('; '), { hint: 'add it to the input images' });
    const names = wanted.map(({ service }) => service);
    const views = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_6__/* .observeServices */ .R)(ecs, cluster, names, await recordedDefinitions(run));
    const decisions = wanted.map(({ service, images }) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .decide */ .LD)(views.get(service), service, images));
    for (const { kind, service, because } of decisions)
        run.log.info(`${service}: ${kind}: ${because}`);
    const pace = {
        every: input['poll-interval'],
        within: input.timeout,
        now: run.now,
        sleep: run.sleep,
        progress: (line) => run.log.info(line),
    };
    const paceBack = { ...pace, sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms) };
    const tools = { ecs, logs, cluster, pace, paceBack, logLines: input['log-lines'] };
    const trail = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_4__/* .apply */ .B)(tools, accepted(decisions));
    for (const { service, log } of trail.outcomes)
        if (log.length > 0)
            run.log.warn(`last log lines of ${service}:\n${log.join('\n')}`);
    const succeeded = trail.outcomes.every(({ verdict }) => verdict.kind === 'succeeded');
    const proofs = succeeded
        ? await Promise.all(wanted.map(async ({ service, images }) => ({ service, ...(await (0,_apply_js__WEBPACK_IMPORTED_MODULE_4__/* .strayTasks */ .K)(ecs, cluster, service, images)) })))
        : [];
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_8__/* .report */ .z)(trail, proofs, run.now().toISOString());
});
/** Nothing is touched when one service of the release is refused. */
function accepted(decisions) {
    const refused = decisions.filter((decision) => decision.kind === 'refuse');
    if (refused.length > 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__/* .GoliveError */ .N('ROLLOUT_REFUSED', refused.map(({ service, because }) => `${service} ${because}`).join('; '), { hint: refused.map(({ hint }) => hint).join('; ') });
    return decisions.filter((decision) => decision.kind !== 'refuse');
}
/** Task definitions from before the release, when the record action ran. */
async function recordedDefinitions(run) {
    const record = await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_1__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord);
    return Object.fromEntries(Object.entries(record?.services ?? {}).map(([name, { taskDefinition }]) => [name, taskDefinition]));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 57473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolveAddresses),
/* harmony export */   R: () => (/* binding */ observeServices)
/* harmony export */ });
/* harmony import */ var _shared_ecr_digest_reference__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56920);
/* harmony import */ var _shared_ecr_images__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80150);
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51540);
/* harmony import */ var _shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34544);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3242);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34837);








/** What every service of the release runs now. Services that the cluster does not have are missing from the map. */
async function observeServices(ecs, cluster, names, recorded) {
    const services = await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_3__/* .describeServices */ .Ge)(ecs, cluster, names);
    const views = await Promise.all([...services].map(async ([name, service]) => {
        const [latest] = await (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_4__/* .latestDeployments */ .uV)(ecs, cluster, name, 1);
        const target = latest && (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_4__/* .isInFlight */ .wn)(latest) ? latest.taskDefinition : undefined;
        const { definition, tags } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .readTaskDefinition */ .L)(ecs, (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_5__/* .targetOf */ .$r)(service));
        return [
            name,
            {
                name,
                definition,
                tags,
                ...(latest ? { latest } : {}),
                ...(target ? { latestImages: (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)((await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .readTaskDefinition */ .L)(ecs, target)).definition) } : {}),
                ...(recorded[name] ? { recorded: recorded[name] } : {}),
            },
        ];
    }));
    return new Map(views);
}
/** Registry addresses of the images, each proven to be in its repository. */
async function resolveAddresses(ecr, images) {
    const references = Object.entries(images).map(([name, text]) => {
        const reference = (0,_shared_ecr_digest_reference__WEBPACK_IMPORTED_MODULE_6__/* .parseDigestReference */ .D)(text);
        if (!reference)
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__/* .GoliveError */ .N('ROLLOUT_IMAGE_INVALID', `images.${name} is '${text}', not repository@sha256:…`, {
                hint: 'pass the output images of build-scan-push',
            });
        return { name, ...reference };
    });
    if (references.length === 0)
        return {};
    const uris = await (0,_shared_ecr_images__WEBPACK_IMPORTED_MODULE_7__/* .repositoryUris */ .ex)(ecr, references.map((reference) => reference.repository));
    const addresses = await Promise.all(references.map(async ({ name, repository, digest }) => {
        const uri = uris.get(repository);
        if (!uri || !(await (0,_shared_ecr_images__WEBPACK_IMPORTED_MODULE_7__/* .findImage */ .F1)(ecr, repository, { imageDigest: digest })))
            throw await notFound(ecr, name, repository, digest);
        return [name, `${uri}@${digest}`];
    }));
    return Object.fromEntries(addresses);
}
async function notFound(ecr, name, repository, digest) {
    const newest = await (0,_shared_ecr_images__WEBPACK_IMPORTED_MODULE_7__/* .newestImage */ .SE)(ecr, repository);
    const told = newest ? ` (newest: ${newest.imageDigest} pushed ${newest.imagePushedAt?.toISOString()})` : '';
    return new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__/* .GoliveError */ .N('ROLLOUT_IMAGE_NOT_FOUND', `image ${name} cannot be rolled out: ${repository}@${digest} is not in the repository${told}`, { hint: 'push it with build-scan-push, or pass a digest that exists' });
}


/***/ }),

/***/ 28598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ resolveImages),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   QL: () => (/* binding */ revision),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34544);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3242);


function decide(view, service, wanted) {
    if (!view)
        return {
            kind: 'refuse',
            service,
            because: `the cluster has no active service ${service}`,
            hint: 'create it first, or correct its name under rollout.services',
        };
    const unknown = (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .unknownContainers */ .v7)(view.definition, wanted);
    if (unknown.length > 0)
        return {
            kind: 'refuse',
            service,
            because: `task definition ${view.definition.family} has no container ${unknown.join(', ')}`,
            hint: `it has ${(0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .containerNames */ .MR)(view.definition).join(', ')}`,
        };
    return decideKnown(view, wanted);
}
function decideKnown(view, wanted) {
    const { name: service, latest } = view;
    const current = view.definition.taskDefinitionArn ?? '';
    const previous = view.recorded ?? (latest && (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_1__/* .isInFlight */ .wn)(latest) ? latest.from : undefined) ?? current;
    if (latest && ((0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_1__/* .isInFlight */ .wn)(latest) || (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_1__/* .isGoingBack */ .s6)(latest))) {
        if ((0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_1__/* .isInFlight */ .wn)(latest) && latest.taskDefinition && runs(view.latestImages ?? {}, wanted))
            return {
                kind: 'adopt',
                service,
                because: `is already on its way to ${revision(latest.taskDefinition)} with these images`,
                deployment: latest.arn,
                definition: latest.taskDefinition,
                previous,
            };
        return {
            kind: 'refuse',
            service,
            because: `is already deploying ${revision(latest.taskDefinition)} (${latest.status})`,
            hint: 'wait for it, or stop it with the rollback action',
        };
    }
    const healthy = !latest || latest.status === 'SUCCESSFUL' || latest.status === 'ROLLBACK_SUCCESSFUL';
    if (healthy && runs((0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .IC)(view.definition), wanted))
        return {
            kind: 'leave',
            service,
            because: `already runs ${Object.values(wanted).map(digestOf).join(', ')}`,
            definition: current,
            previous,
        };
    const changes = Object.entries(wanted).map(([container, image]) => `${container}: ${digestOf((0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .IC)(view.definition)[container] ?? '')} -> ${digestOf(image)}`);
    return { kind: 'deploy', service, because: changes.join(', '), view, images: wanted, previous };
}
function runs(images, wanted) {
    return Object.entries(wanted).every(([container, image]) => images[container] === image);
}
const digestOf = (image) => image.split('@').at(-1) ?? image;
const revision = (arn) => arn?.split('/').at(-1) ?? 'an unknown task definition';
/** Container images of each service, with registry addresses; or what is missing to know them. */
function resolveImages(services, addresses) {
    const missing = [];
    const wanted = Object.entries(services).map(([service, { containers }]) => ({
        service,
        images: Object.fromEntries(Object.entries(containers).flatMap(([container, image]) => {
            const address = addresses[image];
            if (!address)
                missing.push(`${service}.containers.${container}: no image named ${image}`);
            return address ? [[container, address]] : [];
        })),
    }));
    return { wanted, missing };
}


/***/ }),

/***/ 70647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28598);



/** What the rollout means: one check a service, one for its running digests, one for the way back. */
function report(trail, proofs, at) {
    const { outcomes, steps } = trail;
    const putBack = outcomes.filter((outcome) => outcome.back);
    return {
        checks: [
            ...outcomes.map((outcome) => deployed(outcome, trail, at)),
            ...proofs.map((proof) => digests(proof, at)),
            ...putBack.map((outcome) => back(outcome, at)),
        ],
        outputs: {
            'task-definitions': JSON.stringify(Object.fromEntries(outcomes.map((o) => [o.service, ends(o)]))),
            deployments: JSON.stringify(Object.fromEntries(outcomes.flatMap((o) => (o.deployment ? [[o.service, o.deployment]] : [])))),
            'rolled-back': String(putBack.length > 0 && putBack.every((outcome) => outcome.back?.back)),
        },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## Rollout

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Service', 'From', 'To', 'Result'], outcomes.map((o) => [o.service, (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .revision */ .QL)(o.previous), (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .revision */ .QL)(o.definition), sentence(o, trail)]))}
`,
        timeline: steps,
    };
}
const ends = (outcome) => (outcome.back?.back ? outcome.previous : outcome.definition);
function sentence({ verdict, log }, { interrupted }) {
    if (verdict.kind === 'succeeded')
        return verdict.because;
    if (verdict.kind === 'waiting' && interrupted)
        return `interrupted: ${interrupted.message}`;
    const lines = log.length > 0 ? `; last log lines: ${log.slice(-5).join(' | ')}` : '';
    return `${verdict.because}${lines}`;
}
function deployed(outcome, trail, at) {
    // Another service's failure leaves this one unfinished: not found out, rather than failed.
    const verdicts = { succeeded: 'pass', failed: 'fail', waiting: 'inconclusive' };
    return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('rollout.deployed', outcome.service, verdicts[outcome.verdict.kind], sentence(outcome, trail), {
        measured: outcome.definition,
        source: 'ecs:DescribeServiceDeployments',
        at,
    });
}
function digests({ service, running, stray }, at) {
    const verdict = stray.length > 0 ? 'fail' : running === 0 ? 'warn' : 'pass';
    const because = stray.length > 0
        ? stray.join('; ')
        : running === 0
            ? 'no task is running (desired count 0?)'
            : `all ${running} running tasks run the digests of this release`;
    return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('rollout.running-digests', service, verdict, because, {
        measured: running,
        source: 'ecs:DescribeTasks',
        at,
    });
}
function back(outcome, at) {
    const done = outcome.back?.back ?? false;
    return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('rollout.put-back', outcome.service, done ? 'pass' : 'fail', `${done ? 'is back' : 'did not come back'} at ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .revision */ .QL)(outcome.previous)}: ${outcome.back?.because}`, { expected: outcome.previous, source: 'ecs:DescribeServices', at });
}


/***/ }),

/***/ 56920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseDigestReference)
/* harmony export */ });
const PATTERN = /^([a-z0-9]+(?:[._/-][a-z0-9]+)*)@(sha256:[0-9a-f]{64})$/;
function parseDigestReference(text) {
    const [, repository, digest] = PATTERN.exec(text) ?? [];
    return repository && digest ? { repository, digest } : undefined;
}


/***/ }),

/***/ 80150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   SE: () => (/* binding */ newestImage),
/* harmony export */   ex: () => (/* binding */ repositoryUris)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71946);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39320);

/** The registry address of each repository, by repository name. Throws RepositoryNotFoundException for an unknown one. */
async function repositoryUris(ecr, names) {
    const found = new Map();
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeRepositoriesCommand */ .p({ repositoryNames: [...new Set(names)] }));
    for (const repository of answer.repositories ?? [])
        if (repository.repositoryName && repository.repositoryUri)
            found.set(repository.repositoryName, repository.repositoryUri);
    return found;
}
/** One image by tag or digest, or undefined when the repository does not hold it. */
async function findImage(ecr, repositoryName, imageId) {
    try {
        const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImagesCommand */ .j({ repositoryName, imageIds: [imageId] }));
        return answer.imageDetails?.[0];
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ImageNotFoundException')
            return undefined;
        throw error;
    }
}
/** The image pushed last, for messages about one that is not there. */
async function newestImage(ecr, repositoryName) {
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImagesCommand */ .j({ repositoryName, maxResults: 100 }));
    return [...(answer.imageDetails ?? [])].sort((a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0))[0];
}


/***/ }),

/***/ 54181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ startDeployment)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47188);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91902);
/* harmony import */ var _service_deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34544);



/**
 * Points a service at a task definition and returns the deployment that this began, or the one already on its way
 * there: a run that was killed and started again does not begin a second one.
 */
async function startDeployment(ecs, cluster, service, change, pace) {
    const before = await (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .latestDeployments */ .uV)(ecs, cluster, service);
    const leadsThere = (deployment) => deployment.taskDefinition === change.taskDefinition;
    const adopted = change.force ? undefined : before.find((d) => (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .isInFlight */ .wn)(d) && leadsThere(d));
    if (adopted)
        return adopted;
    const known = new Set(before.map((deployment) => deployment.arn));
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__/* .UpdateServiceCommand */ .k({
        cluster,
        service,
        taskDefinition: change.taskDefinition,
        ...(change.desiredCount === undefined ? {} : { desiredCount: change.desiredCount }),
        ...(change.force ? { forceNewDeployment: true } : {}),
    }));
    return (0,_pace_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .k)(pace, async () => {
        const found = (await (0,_service_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .latestDeployments */ .uV)(ecs, cluster, service)).find((d) => !known.has(d.arn) && leadsThere(d));
        return found ? { done: found } : { waiting: `${service}: waiting for ECS to begin the deployment` };
    });
}


/***/ }),

/***/ 4872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ taskIdOf),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   Ry: () => (/* binding */ explainTask),
/* harmony export */   U: () => (/* binding */ logLocation),
/* harmony export */   cs: () => (/* binding */ isHopeless),
/* harmony export */   ik: () => (/* binding */ culprit)
/* harmony export */ });
/** Whether a stopped task speaks against its task definition; a task that the scheduler itself retired does not. */
function isFailure(task) {
    if (task.lastStatus !== 'STOPPED' && task.desiredStatus !== 'STOPPED')
        return false;
    if (task.stopCode === 'ServiceSchedulerInitiated')
        return !/Scaling activity initiated by/i.test(task.stoppedReason ?? '');
    return !['UserInitiated', 'SpotInterruption', 'TerminationNotice'].includes(task.stopCode ?? '');
}
/** Reasons that no further attempt can cure. Wording from the ECS stopped-task error reference. */
const HOPELESS = /CannotPullContainerError.*(not found|does not exist|manifest unknown)|ResourceInitializationError|exec format error|CannotPullImageManifestError/i;
function isHopeless(task) {
    return isFailure(task) && HOPELESS.test(reasons(task).join(' '));
}
/** One sentence: which container ended how, and what ECS says about the task. */
function explainTask(task) {
    const ended = (task.containers ?? [])
        .filter((container) => container.reason || (container.exitCode !== undefined && container.exitCode !== 0))
        .map((container) => {
        const code = container.exitCode === undefined ? 'did not start' : `exited with ${container.exitCode}`;
        return `container ${container.name} ${code}${container.reason ? ` (${container.reason})` : ''}`;
    });
    const unhealthy = (task.containers ?? [])
        .filter((container) => container.healthStatus === 'UNHEALTHY' && container.exitCode === undefined)
        .map((container) => `container ${container.name} failed its health check`);
    return [...ended, ...unhealthy, task.stoppedReason ?? ''].filter(Boolean).join('; ') || 'ECS gave no reason';
}
function reasons(task) {
    return [task.stoppedReason ?? '', ...(task.containers ?? []).map((container) => container.reason ?? '')];
}
/** The container whose log explains the end of a task: the first that failed, or else the first. */
function culprit(task) {
    const containers = task.containers ?? [];
    return (containers.find((c) => c.reason || (c.exitCode !== undefined && c.exitCode !== 0)) ?? containers[0])?.name;
}
/** Where the awslogs driver writes: `<prefix>/<container>/<task id>`; undefined for other drivers. */
function logLocation(definition, container, taskArn) {
    const found = definition.containerDefinitions?.find((c) => c.name === container);
    const options = found?.logConfiguration?.logDriver === 'awslogs' ? found.logConfiguration.options : undefined;
    const group = options?.['awslogs-group'];
    const prefix = options?.['awslogs-stream-prefix'];
    if (!group || !prefix)
        return undefined;
    return { group, stream: `${prefix}/${container}/${taskIdOf(taskArn)}` };
}
const taskIdOf = (taskArn) => taskArn.split('/').at(-1) ?? taskArn;


/***/ }),

/***/ 97185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ watchDeployments)
});

// EXTERNAL MODULE: ./packages/shared/src/ecs/stopped-task.ts
var stopped_task = __webpack_require__(4872);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/judge-deployment.ts

/** Two tasks that failed the same way say enough; the circuit breaker would wait for at least three. */
const ENOUGH_FAILURES = 2;
/** What a deployment and its stopped tasks mean for the release. Running counts prove nothing and are not asked. */
function judgeDeployment(deployment, stopped) {
    if (deployment.status === 'SUCCESSFUL')
        return { kind: 'succeeded', because: 'ECS reports the deployment SUCCESSFUL' };
    const failures = stopped.filter(stopped_task/* isFailure */.N6);
    const telling = failures.find(stopped_task/* isHopeless */.cs) ?? failures.at(-1);
    const told = telling ? `; task ${(0,stopped_task/* taskIdOf */.G6)(telling.taskArn ?? '')}: ${(0,stopped_task/* explainTask */.Ry)(telling)}` : '';
    const task = telling ? { task: telling } : {};
    if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS') {
        const reason = deployment.statusReason ? ` (${deployment.statusReason})` : '';
        return { kind: 'failed', because: `the deployment is ${deployment.status}${reason}${told}`, ...task };
    }
    if (telling && (0,stopped_task/* isHopeless */.cs)(telling))
        return { kind: 'failed', because: `no attempt can succeed${told}`, ...task };
    if (failures.length >= ENOUGH_FAILURES)
        return { kind: 'failed', because: `${failures.length} tasks failed${told}`, ...task };
    const stage = deployment.stage ? `, ${deployment.stage}` : '';
    return { kind: 'waiting', because: `${deployment.status}${stage}${told}` };
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var ecs_pace = __webpack_require__(91902);
// EXTERNAL MODULE: ./packages/shared/src/ecs/service-deployment.ts
var service_deployment = __webpack_require__(34544);
// EXTERNAL MODULE: ./packages/shared/src/ecs/services.ts
var ecs_services = __webpack_require__(2089);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/watch-deployments.ts




/**
 * Watches deployments together, a few calls a poll, until all have succeeded or one has failed. Verdicts by service;
 * when the time runs out, those still under way stay `waiting`.
 */
async function watchDeployments(ecs, cluster, watched, pace) {
    let verdicts = new Map();
    await (0,ecs_pace/* ask */.k)(pace, async () => {
        verdicts = await judgeAll(ecs, cluster, watched);
        const kinds = [...verdicts.values()].map((verdict) => verdict.kind);
        if (kinds.includes('failed') || !kinds.includes('waiting'))
            return { done: true };
        return { waiting: [...verdicts].map(([service, { because }]) => `${service}: ${because}`).join(' | ') };
    });
    return verdicts;
}
async function judgeAll(ecs, cluster, watched) {
    const names = watched.map((one) => one.service);
    const [deployments, services] = await Promise.all([
        (0,service_deployment/* readDeployments */.Fz)(ecs, watched.map((one) => one.deployment)),
        (0,ecs_services/* describeServices */.Ge)(ecs, cluster, names),
    ]);
    const verdicts = await Promise.all(watched.map(async (one) => {
        const deployment = deployments.find((d) => d.arn === one.deployment);
        if (!deployment)
            return [one.service, { kind: 'waiting', because: 'ECS does not describe the deployment yet' }];
        return [one.service, judgeDeployment(deployment, await stoppedTasks(ecs, cluster, services, one))];
    }));
    return new Map(verdicts);
}
/** The stopped tasks of this deployment only: a service's tasks carry its deployment id in startedBy. */
async function stoppedTasks(ecs, cluster, services, one) {
    const ours = services.get(one.service)?.deployments?.find((d) => d.taskDefinition === one.taskDefinition);
    if (!ours?.id)
        return [];
    const tasks = await (0,ecs_services/* findTasks */.Uz)(ecs, { cluster, startedBy: ours.id, desiredStatus: 'STOPPED' });
    return tasks.filter((task) => task.taskDefinitionArn === one.taskDefinition);
}


/***/ }),

/***/ 67906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ lastLogLines),
/* harmony export */   i: () => (/* binding */ logLinesSince)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28093);
/* harmony import */ var _evidence_likely_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95753);


/** The last `count` lines of a log stream, likely secrets hidden; none when the stream was never written. */
async function lastLogLines(logs, at, count) {
    const page = await readPage(logs, { logGroupName: at.group, logStreamName: at.stream, limit: count });
    return page.lines.slice(-count);
}
/** Lines, likely secrets hidden, written since `token` (from the start without one), and the token to go on from. */
async function logLinesSince(logs, at, token) {
    const lines = [];
    let next = token;
    for (;;) {
        const page = await readPage(logs, {
            logGroupName: at.group,
            logStreamName: at.stream,
            startFromHead: true,
            ...(next ? { nextToken: next } : {}),
        });
        lines.push(...page.lines);
        // At its end a stream gives back the token that it was asked with.
        if (page.lines.length === 0 || page.token === undefined || page.token === next) {
            const last = page.token ?? next;
            return last === undefined ? { lines } : { lines, token: last };
        }
        next = page.token;
    }
}
async function readPage(logs, input) {
    try {
        const answer = await logs.send(new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__/* .GetLogEventsCommand */ .h(input));
        const lines = (answer.events ?? []).map((event) => (0,_evidence_likely_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hideLikelySecrets */ .E)(event.message ?? ''));
        return answer.nextForwardToken ? { lines, token: answer.nextForwardToken } : { lines };
    }
    catch (error) {
        // The stream appears with its first line.
        if (error instanceof Error && error.name === 'ResourceNotFoundException')
            return { lines: [] };
        throw error;
    }
}


/***/ }),

/***/ 35952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony export parseDuration */
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13798);
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
