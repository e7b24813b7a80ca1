export const id = 632;
export const ids = [632];
export const modules = {

/***/ 75953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ apply),
/* harmony export */   K: () => (/* binding */ strayTasks)
/* harmony export */ });
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51540);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_start_deployment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54181);
/* harmony import */ var _shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4872);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33224);
/* harmony import */ var _shared_ecs_watch_deployments__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97185);
/* harmony import */ var _shared_logs_log_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67906);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28598);









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
            const wanted = (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__/* .withImages */ .nS)(decision.view.definition, decision.images, decision.view.tags);
            const { arn, reused } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .registerTaskDefinition */ .e)(ecs, wanted, decision.view.definition);
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
        const begun = await (0,_shared_ecs_start_deployment__WEBPACK_IMPORTED_MODULE_2__/* .startDeployment */ .i)(ecs, cluster, decision.service, change, pace);
        if (!begun)
            throw new Error(`${decision.service}: ECS began no deployment after UpdateService`);
        target.deployment = begun.arn;
        note(decision.service, `deployment ${begun.arn.split('/').at(-1)} began`);
    }));
}
async function watch({ ecs, cluster, pace }, targets) {
    const watched = [...targets].flatMap(([service, { definition, deployment }]) => deployment ? [{ service, deployment, taskDefinition: definition }] : []);
    return watched.length > 0 ? (0,_shared_ecs_watch_deployments__WEBPACK_IMPORTED_MODULE_3__/* .watchDeployments */ .Y)(ecs, cluster, watched, pace) : new Map();
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
            const back = await (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_4__/* .goBack */ .OE)(tools.ecs, tools.cluster, goal, tools.paceBack);
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
    const container = task ? (0,_shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_5__/* .culprit */ .ik)(task) : undefined;
    if (!task?.taskArn || !container || logLines === 0)
        return one;
    try {
        const { definition } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .readTaskDefinition */ .L)(ecs, one.definition);
        const at = (0,_shared_ecs_stopped_task__WEBPACK_IMPORTED_MODULE_5__/* .logLocation */ .U)(definition, container, task.taskArn);
        return at ? { ...one, log: await (0,_shared_logs_log_stream__WEBPACK_IMPORTED_MODULE_6__/* .lastLogLines */ .E)(logs, at, logLines) } : one;
    }
    catch (error) {
        // The log explains a failure; that it cannot be read must not keep the services from going back.
        return { ...one, log: [`(log not readable: ${error instanceof Error ? error.message : error})`] };
    }
}
/** Which of a service's running tasks run another image than the release. */
async function strayTasks(ecs, cluster, service, wanted) {
    const tasks = await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_7__/* .findTasks */ .Uz)(ecs, { cluster, serviceName: service, desiredStatus: 'RUNNING' });
    const running = tasks.filter((task) => task.lastStatus === 'RUNNING');
    const stray = running.flatMap((task) => (task.containers ?? []).flatMap((container) => {
        const image = wanted[container.name ?? ''];
        // Of a multi-platform image ECS tells the platform's digest; the reference then is the proof.
        if (!image || container.imageDigest === (0,_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .digestOf */ .ol)(image) || container.image === image)
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
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70303);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28249);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80212);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69161);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(75953);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47792);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57473);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(28598);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70647);












await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .definition */ .m, async (input, run) => {
    const ecs = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_7__/* .ECSClient */ .Zgc(run.aws);
    const logs = new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_8__/* .CloudWatchLogsClient */ .TFr(run.aws);
    const { cluster } = input;
    const addresses = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveAddresses */ .B)(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_9__/* .ECRClient */ .S70(run.aws), input.images);
    const { wanted, missing } = (0,_plan_js__WEBPACK_IMPORTED_MODULE_10__/* .resolveImages */ .Be)(input.services, addresses);
    if (missing.length > 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__/* .GoliveError */ .N('ROLLOUT_IMAGE_UNNAMED', missing.join('; '), { hint: 'add it to the input images' });
    const names = wanted.map(({ service }) => service);
    const views = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observeServices */ .R)(ecs, cluster, names, await recordedDefinitions(run));
    const decisions = wanted.map(({ service, images }) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_10__/* .decide */ .LD)(views.get(service), service, images));
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
    const trail = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_11__/* .apply */ .B)(tools, accepted(decisions));
    for (const { service, log } of trail.outcomes)
        if (log.length > 0)
            run.log.warn(`last log lines of ${service}:\n${log.join('\n')}`);
    const succeeded = trail.outcomes.every(({ verdict }) => verdict.kind === 'succeeded');
    const proofs = succeeded
        ? await Promise.all(wanted.map(async ({ service, images }) => ({ service, ...(await (0,_apply_js__WEBPACK_IMPORTED_MODULE_11__/* .strayTasks */ .K)(ecs, cluster, service, images)) })))
        : [];
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)(trail, proofs, run.now().toISOString());
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
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51540);
/* harmony import */ var _shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34544);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33224);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34837);








/** What every service of the release runs now. Services that the cluster does not have are missing from the map. */
async function observeServices(ecs, cluster, names, recorded) {
    const services = await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_1__/* .describeServices */ .Ge)(ecs, cluster, names);
    const views = await Promise.all([...services].map(async ([name, service]) => {
        const [latest] = await (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_2__/* .latestDeployments */ .uV)(ecs, cluster, name, 1);
        const target = latest && (0,_shared_ecs_service_deployment__WEBPACK_IMPORTED_MODULE_2__/* .isInFlight */ .wn)(latest) ? latest.taskDefinition : undefined;
        const { definition, tags } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_3__/* .readTaskDefinition */ .L)(ecs, (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(service));
        return [
            name,
            {
                name,
                definition,
                tags,
                ...(latest ? { latest } : {}),
                ...(target ? { latestImages: (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .IC)((await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_3__/* .readTaskDefinition */ .L)(ecs, target)).definition) } : {}),
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
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('ROLLOUT_IMAGE_INVALID', `images.${name} is '${text}', not repository@sha256:…`, {
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
    return new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('ROLLOUT_IMAGE_NOT_FOUND', `image ${name} cannot be rolled out: ${repository}@${digest} is not in the repository${told}`, { hint: 'push it with build-scan-push, or pass a digest that exists' });
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
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33224);


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
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28249);

/** The registry address of each repository, by repository name. Throws RepositoryNotFoundException for an unknown one. */
async function repositoryUris(ecr, names) {
    const found = new Map();
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeRepositoriesCommand */ .pE_({ repositoryNames: [...new Set(names)] }));
    for (const repository of answer.repositories ?? [])
        if (repository.repositoryName && repository.repositoryUri)
            found.set(repository.repositoryName, repository.repositoryUri);
    return found;
}
/** One image by tag or digest, or undefined when the repository does not hold it. */
async function findImage(ecr, repositoryName, imageId) {
    try {
        const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImagesCommand */ .ji5({ repositoryName, imageIds: [imageId] }));
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
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImagesCommand */ .ji5({ repositoryName, maxResults: 100 }));
    return [...(answer.imageDetails ?? [])].sort((a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0))[0];
}


/***/ }),

/***/ 51540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readTaskDefinition),
/* harmony export */   e: () => (/* binding */ registerTaskDefinition)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80212);
/* harmony import */ var _task_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33224);


/** One task definition with its tags, by ARN, `family:revision`, or family (its newest active revision). */
async function readTaskDefinition(ecs, name) {
    const answer = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTaskDefinitionCommand */ .Zy$({ taskDefinition: name, include: ['TAGS'] }));
    const definition = answer.taskDefinition;
    if (!definition?.taskDefinitionArn)
        throw new Error(`ECS described task definition ${name} without its ARN`);
    return { arn: definition.taskDefinitionArn, definition, tags: answer.tags ?? [] };
}
/** Registers `wanted`, unless the newest active revision of its family, or `current`, already is that. */
async function registerTaskDefinition(ecs, wanted, current) {
    const family = wanted.family ?? '';
    for (const candidate of [current, await newestOf(ecs, family)])
        if (candidate?.taskDefinitionArn && candidate.status !== 'INACTIVE' && (0,_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .sameDefinition */ .uD)(candidate, wanted))
            return { arn: candidate.taskDefinitionArn, reused: true };
    const { taskDefinition } = await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .RegisterTaskDefinitionCommand */ .$Hl(wanted));
    if (!taskDefinition?.taskDefinitionArn)
        throw new Error(`ECS registered ${family} without telling its ARN`);
    return { arn: taskDefinition.taskDefinitionArn, reused: false };
}
async function newestOf(ecs, family) {
    try {
        return (await readTaskDefinition(ecs, family)).definition;
    }
    catch (error) {
        // ECS answers a family without an active revision with ClientException "Unable to describe task definition."
        if (error instanceof Error && error.name === 'ClientException')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 54181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ startDeployment)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80212);
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
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__/* .UpdateServiceCommand */ .kZr({
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

/***/ 33224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   MR: () => (/* binding */ containerNames),
/* harmony export */   nS: () => (/* binding */ withImages),
/* harmony export */   uD: () => (/* binding */ sameDefinition),
/* harmony export */   v7: () => (/* binding */ unknownContainers)
/* harmony export */ });
/** Fields that ECS writes and RegisterTaskDefinition does not take. */
const WRITTEN_BY_ECS = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt',
];
/** What to register to get `definition` again, with other images in the named containers and all else unchanged. */
function withImages(definition, images, tags = []) {
    const kept = Object.fromEntries(Object.entries(definition).filter(([field]) => !WRITTEN_BY_ECS.includes(field)));
    return {
        ...kept,
        family: definition.family ?? '',
        containerDefinitions: (definition.containerDefinitions ?? []).map((container) => {
            const image = images[container.name ?? ''];
            return image === undefined ? container : { ...container, image };
        }),
        // RegisterTaskDefinition refuses an empty list of tags.
        ...(tags.length > 0 ? { tags: [...tags] } : {}),
    };
}
/** Names in `wanted` that the definition has no container for. */
function unknownContainers(definition, wanted) {
    const known = containerNames(definition);
    return Object.keys(wanted).filter((name) => !known.includes(name));
}
function containerNames(definition) {
    return (definition.containerDefinitions ?? []).map((container) => container.name ?? '');
}
/** Image of every container, by container name. */
function imagesOf(definition) {
    return Object.fromEntries((definition.containerDefinitions ?? []).map((c) => [c.name ?? '', c.image ?? '']));
}
/** Whether registering `wanted` would only repeat `registered` under a new revision number. */
function sameDefinition(registered, wanted) {
    const { tags: _, ...definition } = wanted;
    return canonical(withImages(registered, {})) === canonical(definition);
}
/** JSON with sorted keys, without the empty lists and undefined fields that ECS adds or drops when it stores a definition. */
function canonical(value) {
    return JSON.stringify(value, (_key, part) => {
        if (Array.isArray(part))
            return part.length === 0 ? undefined : part;
        if (part === null || typeof part !== 'object')
            return part === null ? undefined : part;
        return Object.fromEntries(Object.entries(part)
            .filter(([, inner]) => inner !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)));
    });
}


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
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70303);

/** The last `count` lines of a log stream; none when the stream was never written. */
async function lastLogLines(logs, at, count) {
    const page = await readPage(logs, { logGroupName: at.group, logStreamName: at.stream, limit: count });
    return page.lines.slice(-count);
}
/** Lines written since `token` (from the start without one), and the token to go on from. */
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
        const answer = await logs.send(new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_0__/* .GetLogEventsCommand */ .h7S(input));
        const lines = (answer.events ?? []).map((event) => event.message ?? '');
        return answer.nextForwardToken ? { lines, token: answer.nextForwardToken } : { lines };
    }
    catch (error) {
        // The stream appears with its first line.
        if (error instanceof Error && error.name === 'ResourceNotFoundException')
            return { lines: [] };
        throw error;
    }
}


/***/ })

};
