export const id = 8459;
export const ids = [8459];
export const modules = {

/***/ 54700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ announce),
/* harmony export */   w: () => (/* binding */ swap)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45081);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88395);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3116);
/* harmony import */ var _shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75409);
/* harmony import */ var _shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82896);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34837);
/* harmony import */ var _shared_waiting_poll__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7294);






/** Tells the release record what will be there, before it is: rollback must know it even if this runner dies now. */
async function announce(file, zoneId, decisions) {
    if (!(await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(file)))
        return false;
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .updateReleaseRecord */ .wJ)(file, (record) => ({
        ...record,
        dns: {
            ...record.dns,
            ...Object.fromEntries(decisions.map((one) => [
                one.record,
                { zoneId, records: record.dns[one.record]?.records ?? [...one.current], wanted: [...one.wanted] },
            ])),
        },
    }));
    return true;
}
/** Makes all changes in one batch and waits until Route 53 has it on all its servers. */
async function swap(route53, zoneId, edits, pace, run) {
    const changes = edits.flatMap((one) => (0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .swapRecordSets */ .Aq)(one.current, one.wanted));
    if (changes.length === 0)
        return { kind: 'none' };
    const batch = { Comment: 'golive dns-cutover', Changes: changes };
    const id = await route53
        .send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_3__/* .ChangeResourceRecordSetsCommand */ .y({ HostedZoneId: zoneId, ChangeBatch: batch }))
        .then((answer) => answer.ChangeInfo?.Id)
        .catch((error) => {
        // Either a record changed meanwhile, or this was the retry of a batch that was made and whose answer was lost.
        if (error.name === 'InvalidChangeBatch')
            return undefined;
        throw error;
    });
    if (!id) {
        await demandWanted(route53, zoneId, edits);
        return { kind: 'unnamed' };
    }
    run.log.info(`change ${id} was accepted`);
    const polled = await (0,_shared_waiting_poll__WEBPACK_IMPORTED_MODULE_4__/* .poll */ .w)({ every: pace.every, deadline: pace.within, signal: run.signal, sleep: run.sleep, now: run.now }, async () => {
        const { ChangeInfo } = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_5__/* .GetChangeCommand */ .Y({ Id: id }));
        return ChangeInfo?.Status === 'INSYNC' ? true : undefined;
    });
    return { kind: 'made', id, insync: polled.kind === 'done' };
}
async function demandWanted(route53, zoneId, edits) {
    for (const { name, current, wanted } of edits) {
        const now = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_6__/* .recordSetsNamed */ .EU)(route53, zoneId, name);
        if ((0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .sameRecordSets */ .L6)(now, wanted))
            continue;
        const what = (0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .sameRecordSets */ .L6)(now, current) ? 'Route 53 refused the batch' : 'somebody edited it in this very moment';
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('DNS_EDITED', `${name} is ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .tellRecordSets */ .uN)(now)}: ${what}, and nothing was changed`, {
            hint: 'run again to decide anew',
        });
    }
}


/***/ }),

/***/ 67216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ askServers),
/* harmony export */   v: () => (/* binding */ holds)
/* harmony export */ });
/* harmony import */ var _shared_waiting_poll__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7294);

/** Asks every server at once and again until it says what it should, or the time is over. */
function askServers(questions, ask, pace, run) {
    return Promise.all(questions.map(async (question) => {
        let last = { verdict: 'inconclusive', because: 'was not asked' };
        await (0,_shared_waiting_poll__WEBPACK_IMPORTED_MODULE_0__/* .poll */ .w)({ every: pace.every, deadline: pace.within, signal: run.signal, sleep: run.sleep, now: run.now }, async (signal) => {
            last = await ask(question, signal).catch((error) => {
                signal.throwIfAborted();
                return { verdict: 'inconclusive', because: error.message };
            });
            return holds(last.verdict) ? last : undefined;
        });
        const { name, type, server } = question;
        return { name, type, server, ...last, at: run.now().toISOString() };
    }));
}
/** Whether a server's answer is the one that is wanted. */
function holds(verdict) {
    return verdict === 'pass';
}


/***/ }),

/***/ 66187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ check)
/* harmony export */ });
/* unused harmony export checks */
/* harmony import */ var _shared_evidence_checks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88160);

/** What this action reports. */
const checks = {
    'dns.ttl': 'Can no resolver hold the old answer for more than 60 s?',
    'dns.ttl-lowered': 'Was the TTL lowered, and seen low at every name server?',
    'dns.records': 'Is the record what it was when the release began?',
    'dns.insync': 'Has Route 53 the change on all its servers?',
    'dns.authoritative': 'Does the name server give the new answer, by its own authority?',
};
const check = (0,_shared_evidence_checks__WEBPACK_IMPORTED_MODULE_0__/* .checkIn */ .i)(checks);


/***/ }),

/***/ 27407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);



const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'dns-cutover',
    title: 'Golive: DNS cut-over',
    description: 'Lowers the TTL of names ahead of time; points them at a load balancer by compare-and-swap, once the old TTL has run out, and proves it.',
    section: 'dns',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        mode: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['prepare', 'cutover'])
            .default('cutover')
            .describe('`prepare` lowers the TTL and writes down when; `cutover` changes where the names lead'),
        zone: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('Name of the public hosted zone, such as `example.com`'),
        records: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
            .refine((records) => Object.keys(records).length > 0, { error: 'expected at least one record' })
            .describe('Record name in the zone (`@` for the zone itself) -> name of the load balancer'),
        'ttl-lowered-at': zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$({ offset: true, error: 'expected a date and time, such as 2026-11-16T09:00:00Z' })
            .optional()
            .describe('Your word for when the TTL was lowered, where `prepare` did not measure it; shown as asserted'),
        'previous-ttl': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)()
            .default('1d')
            .describe('Your word for the TTL before, where `prepare` found it low already or `ttl-lowered-at` is given'),
        'dry-run': zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().default(false).describe('Write down which records `cutover` would change, and stop there'),
        within: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('10m').describe('How long the change may take to reach every name server'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('2s').describe('How often Route 53 and the name servers are asked'),
        'query-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('3s').describe('How long a name server may take for one answer'),
    }),
    outputs: {
        'ready-at': 'Of `prepare`: from when on the names can be cut over, ISO 8601',
        changed: '`true` when records were changed, `false` when all were as wanted already',
        'change-id': "Id of Route 53's change, empty when there was none or its answer was lost",
        records: 'JSON object: record name -> name of the load balancer',
    },
});


/***/ }),

/***/ 76874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ judgeAnswer),
/* harmony export */   w: () => (/* binding */ judgeTtl)
/* harmony export */ });
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27354);

/** Whether a name server gives the new answer, from its own knowledge. */
function judgeAnswer(answer, { type, addresses, old }) {
    const records = answer.records.filter((record) => record.type === type);
    const given = records.map(({ value }) => value).sort();
    const told = given.join(' ');
    const fail = (because) => ({ verdict: 'fail', because });
    if (answer.rcode !== 'NOERROR')
        return fail(`answers ${answer.rcode}`);
    if (!answer.authoritative)
        return fail('answers without authority (AA is not set)');
    if (given.length === 0)
        return fail(`has no ${type} record`);
    const ttl = Math.max(...records.map((record) => record.ttl));
    if (ttl > _records_js__WEBPACK_IMPORTED_MODULE_0__/* .HIGHEST_TTL */ .ei)
        return fail(`gives ${told} with a TTL of ${ttl} s`);
    const stale = given.filter((address) => old.includes(address) && !addresses.includes(address));
    if (stale.length > 0)
        return fail(`still gives ${stale.join(' ')}`);
    if (addresses.length === 0)
        return {
            verdict: 'inconclusive',
            because: `gives ${told}; the load balancer's own name could not be resolved to compare`,
        };
    // A load balancer with many nodes gives some of them at a time.
    if (!given.some((address) => addresses.includes(address)))
        return fail(`gives ${told}, and the load balancer has ${addresses.join(' ')}`);
    return { verdict: 'pass', because: `gives ${told}, the load balancer's, with a TTL of ${ttl} s` };
}
/** Whether a name server gives one of the name's records with a TTL that is low enough. */
function judgeTtl({ rcode, authoritative, records }) {
    if (rcode !== 'NOERROR')
        return { verdict: 'fail', because: `answers ${rcode}` };
    if (!authoritative)
        return { verdict: 'fail', because: 'answers without authority (AA is not set)' };
    if (records.length === 0)
        return { verdict: 'fail', because: 'has no such record' };
    const ttl = Math.max(...records.map((record) => record.ttl));
    return { verdict: ttl > _records_js__WEBPACK_IMPORTED_MODULE_0__/* .HIGHEST_TTL */ .ei ? 'fail' : 'pass', because: `gives a TTL of ${ttl} s` };
}


/***/ }),

/***/ 37073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ lower)
/* harmony export */ });
/* harmony import */ var _shared_probe_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66461);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54700);
/* harmony import */ var _ask_servers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67216);
/* harmony import */ var _judge_answer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76874);
/* harmony import */ var _plan_lowering_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8457);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27354);
/* harmony import */ var _soak_mark_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3928);







/**
 * Lowers the TTLs, in one batch with marks that are still without a time; asks every name server; then writes the
 * time into the marks. Whoever dies in between leaves marks that prove nothing, and the next run goes on from there.
 */
async function lower(route53, { zoneId, nameServers }, lowerings, pace, run) {
    const lowering = lowerings.flatMap((one) => (one.kind === 'lower' ? [one] : []));
    const looking = lowerings.flatMap((one) => (one.kind === 'lower' || one.kind === 'look' ? [one] : []));
    const change = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_1__/* .swap */ .w)(route53, zoneId, lowering.flatMap((one) => [{ ...one, wanted: one.lowered }, (0,_plan_lowering_js__WEBPACK_IMPORTED_MODULE_2__/* .marked */ .xI)(one, one.mark)]), pace, run);
    const proofs = await (0,_ask_servers_js__WEBPACK_IMPORTED_MODULE_3__/* .askServers */ .C)(looking.flatMap(({ name, lowered }) => typesOf(lowered).flatMap((type) => nameServers.map((server) => ({ name, type, server })))), async ({ name, type, server }, signal) => {
        const answer = await (0,_shared_probe_dns__WEBPACK_IMPORTED_MODULE_0__/* .askNameServer */ .G)(server, name, type, pace.queryTimeout, signal);
        return (0,_judge_answer_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeTtl */ .w)({ ...answer, records: answer.records.filter((record) => record.type === type) });
    }, pace, run);
    const at = run.now();
    const seen = looking.filter(({ name }) => proofs.every((proof) => proof.name !== name || (0,_ask_servers_js__WEBPACK_IMPORTED_MODULE_3__/* .holds */ .v)(proof.verdict)));
    await (0,_apply_js__WEBPACK_IMPORTED_MODULE_1__/* .swap */ .w)(route53, zoneId, seen.map((one) => {
        const there = one.kind === 'lower' ? [(0,_soak_mark_js__WEBPACK_IMPORTED_MODULE_5__/* .markRecord */ .Pz)(one.name, one.mark)] : one.markSets;
        return (0,_plan_lowering_js__WEBPACK_IMPORTED_MODULE_2__/* .marked */ .xI)({ ...one, markSets: there }, { ...one.mark, lowered: at });
    }), pace, run);
    const isSeen = new Set(seen);
    return {
        change,
        proofs,
        names: lowerings.map((one) => {
            if (one.kind === 'none')
                return { lowering: one };
            return { lowering: one, mark: isSeen.has(one) ? { ...one.mark, lowered: at } : one.mark };
        }),
    };
}
function typesOf(sets) {
    const types = new Set((0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .addressSets */ .MQ)(sets).flatMap(({ Type, AliasTarget }) => (AliasTarget ? [] : [Type])));
    return ['A', 'AAAA', 'CNAME'].filter((type) => types.has(type));
}


/***/ }),

/***/ 58459:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(24677);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(64360);
/* harmony import */ var _shared_release_plan_file__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65629);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66046);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54700);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27407);
/* harmony import */ var _lower_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37073);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63148);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68301);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(62788);
/* harmony import */ var _plan_lowering_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8457);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(35658);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(61188);
/* harmony import */ var _report_lowering_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8162);
















await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .definition */ .m, (input, run) => (input.mode === 'prepare' ? prepare(input, run) : cutOver(input, run)));
async function prepare(input, run) {
    if (input['dry-run'])
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__/* .GoliveError */ .N('DNS_NO_DRY_RUN', 'mode prepare has no dry run: it changes nothing but the TTL', {
            hint: 'leave dry-run out, or use mode cutover',
        });
    const route53 = new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_14__/* .Route53Client */ .L(run.aws);
    const { timeline, happened } = diary(run);
    const zone = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_7__/* .observeZone */ .H5)(route53, input.zone);
    const names = await Promise.all(Object.keys(input.records).map((record) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_7__/* .observeName */ .ik)(route53, zone.zoneId, record, input.zone)));
    const lowerings = names.map((name) => (0,_plan_lowering_js__WEBPACK_IMPORTED_MODULE_10__/* .decideLowering */ .I2)(name, input['previous-ttl'], run.now()));
    for (const { name, because } of lowerings)
        happened(because, name);
    const trail = await (0,_lower_js__WEBPACK_IMPORTED_MODULE_6__/* .lower */ .i)(route53, zone, lowerings, paceOf(input), run);
    return (0,_report_lowering_js__WEBPACK_IMPORTED_MODULE_13__/* .reportLowering */ .s)({ ...trail, timeline, at: run.now().toISOString() });
}
async function cutOver(input, run) {
    const route53 = new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_14__/* .Route53Client */ .L(run.aws);
    const elb = new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_15__/* .ElasticLoadBalancingV2Client */ .M(run.aws);
    const { timeline, happened } = diary(run);
    const world = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_7__/* .observe */ .lB)(route53, elb, input, await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_1__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord));
    const lowered = input['ttl-lowered-at'];
    const asserted = lowered === undefined ? undefined : { loweredAt: new Date(lowered), previousTtl: input['previous-ttl'] };
    const decisions = world.names.map((view) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .decide */ .L)(view, { asserted, now: run.now() }));
    if (input['dry-run']) {
        const planned = (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_9__/* .planFileOf */ .X)(input.zone, decisions);
        happened(`plan in ${await (0,_shared_release_plan_file__WEBPACK_IMPORTED_MODULE_0__/* .writePlan */ .pD)(run.paths.workspace, planned)}`, input.zone);
        return (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_9__/* .reportPlan */ ._)(planned, decisions);
    }
    refuseOnAny(decisions, run.now());
    if (!(await (0,_apply_js__WEBPACK_IMPORTED_MODULE_4__/* .announce */ .i)(run.paths.releaseRecord, world.zoneId, decisions)))
        run.log.warn('there is no release record: rollback will not know what to put back');
    for (const { name, kind, because } of decisions)
        happened(`${kind}: ${because}`, name);
    const change = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_4__/* .swap */ .w)(route53, world.zoneId, decisions, paceOf(input), run);
    if (change.kind === 'made')
        happened(change.insync ? 'INSYNC' : 'still PENDING', change.id);
    const proofs = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_11__/* .prove */ .z)(decisions, world.nameServers, paceOf(input), run);
    happened(`${proofs.filter(({ verdict }) => verdict === 'pass').length} of ${proofs.length} answers are new`, input.zone);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_12__/* .report */ .z8)({ decisions, change, proofs, timeline, at: run.now().toISOString() });
}
function paceOf(input) {
    return { every: input['poll-interval'], within: input.within, queryTimeout: input['query-timeout'] };
}
function diary(run) {
    const timeline = [];
    const happened = (what, subject) => {
        timeline.push({ at: run.now().toISOString(), what, subject });
        run.log.info(`${subject}: ${what}`);
    };
    return { timeline, happened };
}
function refuseOnAny(decisions, now) {
    const refused = decisions.flatMap((one) => (one.kind === 'refuse' ? [one] : []));
    const [first] = refused;
    if (!first)
        return;
    throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_2__/* .GoliveError */ .N(first.code, `${refused.map(({ because }) => because).join('; ')}. Nothing was changed`, {
        hint: first.hint,
        checks: (0,_report_js__WEBPACK_IMPORTED_MODULE_12__/* .decisionChecks */ .cU)(refused, now.toISOString()),
    });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 63148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ observeZone),
/* harmony export */   ik: () => (/* binding */ observeName),
/* harmony export */   lB: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39506);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2744);
/* harmony import */ var _shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82896);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34837);
/* harmony import */ var _soak_mark_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3928);





/** Reads the zone, its delegation, the records with their soak marks, and the load balancers. */
async function observe(route53, elb, asked, release) {
    const [zone, targets] = await Promise.all([
        observeZone(route53, asked.zone),
        findTargets(elb, [...new Set(Object.values(asked.records))]),
    ]);
    const names = await Promise.all(Object.entries(asked.records).map(async ([record, balancer]) => {
        const target = targets.get(balancer);
        if (!target)
            throw notFound(balancer);
        const seen = await observeName(route53, zone.zoneId, record, asked.zone);
        return { ...seen, recorded: release?.dns[record]?.records, target };
    }));
    return { ...zone, names };
}
/** The zone and the name servers that answer for it. */
async function observeZone(route53, name) {
    const zoneId = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .findZone */ ._S)(route53, name);
    if (!zoneId)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('DNS_ZONE_NOT_FOUND', `Route 53 has no public zone ${name}`, { hint: 'correct dns.zone' });
    const zone = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .GetHostedZoneCommand */ .H({ Id: zoneId }));
    const nameServers = zone.DelegationSet?.NameServers ?? [];
    if (nameServers.length === 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('DNS_NO_NAME_SERVERS', `zone ${name} has no name servers that could be asked`);
    return { zoneId, nameServers };
}
/** The record sets of one name and of the mark beside it. */
async function observeName(route53, zoneId, record, zone) {
    const name = (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .fullName */ .fq)(record, zone);
    const [current, markSets] = await Promise.all([
        (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .recordSetsNamed */ .EU)(route53, zoneId, name),
        (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .recordSetsNamed */ .EU)(route53, zoneId, (0,_soak_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .markName */ .Fp)(name)),
    ]);
    return { record, name, current, markSets };
}
async function findTargets(elb, names) {
    const found = new Map();
    for (const name of names) {
        const answer = await elb.send(new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_4__/* .DescribeLoadBalancersCommand */ .A({ Names: [name] })).catch((error) => {
            if (error.name === 'LoadBalancerNotFoundException')
                throw notFound(name);
            throw error;
        });
        const one = answer.LoadBalancers?.[0];
        if (!one?.DNSName || !one.CanonicalHostedZoneId)
            throw notFound(name);
        const state = one.State?.Code;
        if (state !== 'active' && state !== 'active_impaired')
            throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('DNS_TARGET_NOT_ACTIVE', `load balancer ${name} is ${state}, not active`, {
                hint: 'wait until it is active',
            });
        const dualstack = one.IpAddressType?.startsWith('dualstack') ?? false;
        found.set(name, { name, dnsName: one.DNSName, zoneId: one.CanonicalHostedZoneId, dualstack });
    }
    return found;
}
function notFound(balancer) {
    return new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('DNS_TARGET_NOT_FOUND', `there is no load balancer ${balancer} in this region and account`, {
        hint: 'correct dns.records, or the region',
    });
}


/***/ }),

/***/ 62788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ planFileOf),
/* harmony export */   _: () => (/* binding */ reportPlan)
/* harmony export */ });
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87232);
/* harmony import */ var _shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75409);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27354);



/** What a cut-over would do, for whoever approves it. Whether the old TTL has run out by then is asked when it begins. */
function planFileOf(zone, decisions) {
    const changing = decisions.filter(({ kind }) => kind !== 'leave').length;
    return {
        action: 'dns-cutover',
        because: `${changing} of ${decisions.length} names of ${zone} change where they lead`,
        changes: decisions.map(({ kind, name, current, wanted }) => ({
            subject: (0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutDot */ .Ai)(name),
            what: kind === 'leave' ? 'none' : current.length === 0 ? 'create' : 'change',
            text: kind === 'leave' ? '' : `- ${told(current)}\n+ ${told(wanted)}`,
        })),
        detail: {
            records: Object.fromEntries(decisions.map((one) => [one.record, one.target.name])),
            // Raw, so that nobody has to trust the words.
            before: Object.fromEntries(decisions.map((one) => [one.record, JSON.stringify(one.current)])),
        },
    };
}
const told = (sets) => (0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .tellRecordSets */ .uN)((0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .addressSets */ .MQ)(sets));
function reportPlan({ because, changes }, decisions) {
    return {
        checks: [],
        outputs: {
            'ready-at': '',
            changed: 'false',
            'change-id': '',
            records: JSON.stringify(Object.fromEntries(decisions.map((one) => [one.record, one.target.name]))),
        },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__.md) `## DNS: what would be changed

${because}.

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Name', 'What', 'Change', 'Now'], changes.map(({ subject, what, text }, index) => [
            subject,
            what,
            text,
            decisions[index]?.kind === 'refuse' ? `it would be refused now: ${decisions[index].because}` : '',
        ]))}
`,
    };
}


/***/ }),

/***/ 8457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ decideLowering),
/* harmony export */   Jm: () => (/* binding */ soakOver),
/* harmony export */   xI: () => (/* binding */ marked)
/* harmony export */ });
/* harmony import */ var _shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75409);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35952);
/* harmony import */ var _plan_soak_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72292);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27354);
/* harmony import */ var _soak_mark_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3928);





/** What to do so that a later cut-over can prove the soak. `previousTtl` is taken only where the record tells none. */
function decideLowering(view, previousTtl, now) {
    const { name, current, markSets } = view;
    const shown = (0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutDot */ .Ai)(name);
    const highest = (0,_plan_soak_js__WEBPACK_IMPORTED_MODULE_1__/* .highestTtl */ .p)(current);
    const mark = (0,_soak_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .readMark */ .Mp)(markSets);
    if (highest === undefined)
        return { ...view, kind: 'none', because: `${shown} is ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_4__/* .tellRecordSets */ .uN)((0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .addressSets */ .MQ)(current))}: nothing to lower` };
    if (highest > _records_js__WEBPACK_IMPORTED_MODULE_2__/* .HIGHEST_TTL */ .ei) {
        const previous = Math.max(highest, remaining(mark, now));
        return {
            ...view,
            kind: 'lower',
            lowered: current.map((set) => (tooLong(set) ? { ...set, TTL: _records_js__WEBPACK_IMPORTED_MODULE_2__/* .HIGHEST_TTL */ .ei } : set)),
            mark: { previous, asserted: false },
            because: `the TTL of ${shown} goes from ${highest} s to ${_records_js__WEBPACK_IMPORTED_MODULE_2__/* .HIGHEST_TTL */ .ei} s`,
        };
    }
    if (mark !== undefined && mark !== 'unreadable')
        return mark.lowered
            ? { ...view, kind: 'done', mark, because: `${shown} was seen with a low TTL at ${mark.lowered.toISOString()}` }
            : { ...view, kind: 'look', lowered: current, mark, because: `the TTL of ${shown} was lowered, and not yet seen` };
    return {
        ...view,
        kind: 'look',
        lowered: current,
        mark: { previous: previousTtl.ms / 1000, asserted: true },
        because: `${shown} has a TTL of ${highest} s already; what it had before is taken from previous-ttl, ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(previousTtl)}`,
    };
}
/** When no resolver can hold a longer answer any more; undefined while the low TTL has not been seen. */
function soakOver({ lowered, previous }) {
    return lowered && new Date(lowered.getTime() + previous * 1000);
}
/** What the name and its mark shall be, each as a swap of its own name. */
function marked(one, mark) {
    const wanted = (0,_soak_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .markRecord */ .Pz)(one.name, mark);
    return { name: wanted.Name ?? '', current: one.markSets, wanted: [wanted] };
}
function tooLong(set) {
    return (0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isAddress */ .PW)(set) && !set.AliasTarget && (set.TTL ?? 0) > _records_js__WEBPACK_IMPORTED_MODULE_2__/* .HIGHEST_TTL */ .ei;
}
/** Seconds for which an answer from before an earlier lowering may still be kept. */
function remaining(mark, now) {
    if (mark === undefined || mark === 'unreadable')
        return 0;
    const over = soakOver(mark);
    return over ? Math.max(0, Math.ceil((over.getTime() - now.getTime()) / 1000)) : mark.previous;
}


/***/ }),

/***/ 72292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ decideSoak),
/* harmony export */   p: () => (/* binding */ highestTtl)
/* harmony export */ });
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35952);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27354);


/** Whether no resolver can still hold an answer with a longer TTL than 60 s. */
function decideSoak(name, current, mark, { asserted, now }) {
    const highest = highestTtl(current);
    if (highest === undefined)
        return { kind: 'over', verdict: 'pass', because: 'no resolver keeps it longer than an alias, which is 60 s' };
    if (highest > _records_js__WEBPACK_IMPORTED_MODULE_1__/* .HIGHEST_TTL */ .ei)
        return {
            kind: 'refuse',
            code: 'DNS_TTL_TOO_HIGH',
            because: `${name} has a TTL of ${highest} s: after the change resolvers may give the old answer that long; at most ${_records_js__WEBPACK_IMPORTED_MODULE_1__/* .HIGHEST_TTL */ .ei} s is safe`,
            hint: `run this action with mode: prepare, and release when ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)({ ms: highest * 1000 })} have passed`,
        };
    if (mark !== undefined && mark !== 'unreadable' && mark.lowered)
        return waitFor(name, mark.lowered, mark.previous, now, told(mark));
    if (asserted && mark === undefined)
        return waitFor(name, asserted.loweredAt, asserted.previousTtl.ms / 1000, now, {
            verdict: 'warn',
            lowered: 'ttl-lowered-at says that it was lowered at',
            previous: 'previous-ttl',
        });
    return {
        kind: 'refuse',
        code: 'DNS_TTL_UNPROVEN',
        because: `${name} has a TTL of ${highest} s, and ${unproven(mark)}: resolvers may still keep an answer with the TTL before`,
        hint: 'run this action with mode: prepare, which measures it; or assert it with dns.ttl-lowered-at and dns.previous-ttl',
    };
}
/** The highest TTL among the address records that are no aliases, seconds; undefined when there are none. */
function highestTtl(sets) {
    const ttls = (0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .addressSets */ .MQ)(sets).flatMap(({ AliasTarget, TTL }) => (AliasTarget ? [] : [TTL ?? 0]));
    return ttls.length === 0 ? undefined : Math.max(...ttls);
}
function told({ asserted }) {
    const lowered = 'every name server was seen to give the low TTL at';
    return asserted
        ? { verdict: 'warn', lowered, previous: 'previous-ttl' }
        : { verdict: 'pass', lowered, previous: 'the TTL before' };
}
function waitFor(name, since, previous, now, { verdict, ...said }) {
    const over = new Date(since.getTime() + previous * 1000);
    const because = `${said.lowered} ${since.toISOString()}, and ${said.previous}, ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)({ ms: previous * 1000 })},`;
    if (over <= now)
        return { kind: 'over', verdict, because: `${because} ran out at ${over.toISOString()}${doubt(verdict)}` };
    return {
        kind: 'refuse',
        code: 'DNS_TTL_NOT_OVER',
        because: `${name}: ${because} runs out at ${over.toISOString()}`,
        hint: `run again in ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)({ ms: over.getTime() - now.getTime() })}`,
    };
}
const doubt = (verdict) => (verdict === 'warn' ? '; asserted, not measured' : '');
function unproven(mark) {
    if (mark === undefined)
        return 'nobody measured since when';
    return mark === 'unreadable'
        ? 'the mark beside it is not one that this action wrote'
        : 'its lowering was not seen to the end';
}


/***/ }),

/***/ 68301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ decide)
/* harmony export */ });
/* unused harmony export wantedRecords */
/* harmony import */ var _shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75409);
/* harmony import */ var _plan_soak_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72292);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27354);
/* harmony import */ var _soak_mark_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3928);




/** What to do about one name. Whatever is refused, nothing is changed under any name. */
function decide(view, soak) {
    const { record, name, current, recorded, target } = view;
    const shown = (0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutDot */ .Ai)(name);
    const wanted = wantedRecords(name, current, target);
    const about = { record, name, current, wanted, target };
    if ((0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .sameRecordSets */ .L6)(current, wanted))
        return { ...about, kind: 'leave', because: `${shown} already leads to ${target.name}` };
    if (recorded && !(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .sameRecordSets */ .L6)(current, recorded))
        return {
            ...about,
            kind: 'refuse',
            code: 'DNS_EDITED',
            because: `${shown} was ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .tellRecordSets */ .uN)(recorded)} when the release began and is ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .tellRecordSets */ .uN)(current)} now: somebody edited it meanwhile`,
            hint: 'find out who changed it and why; then start a new release, which records it anew',
        };
    const ttl = (0,_plan_soak_js__WEBPACK_IMPORTED_MODULE_0__/* .decideSoak */ .H)(shown, current, (0,_soak_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .readMark */ .Mp)(view.markSets), soak);
    if (ttl.kind === 'refuse')
        return { ...about, ...ttl };
    const because = `${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .tellRecordSets */ .uN)((0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .addressSets */ .MQ)(current))} -> ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .tellRecordSets */ .uN)((0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .addressSets */ .MQ)(wanted))}`;
    return { ...about, kind: 'swap', because, ttl };
}
/** Everything under the name after the change: aliases for what leads somewhere, the rest (TXT, CAA …) as it is. */
function wantedRecords(name, current, target) {
    const alias = (Type) => ({
        Name: name,
        Type,
        AliasTarget: {
            HostedZoneId: target.zoneId,
            DNSName: `${target.dnsName.toLowerCase().replace(/\.$/, '')}.`,
            EvaluateTargetHealth: true,
        },
    });
    const others = current.filter((set) => !(0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isAddress */ .PW)(set));
    return [...others, alias('A'), ...(target.dualstack ? [alias('AAAA')] : [])];
}


/***/ }),

/***/ 35658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_dns_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _shared_probe_dns__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66461);
/* harmony import */ var _ask_servers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67216);
/* harmony import */ var _judge_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76874);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27354);





/** Asks each authoritative name server itself about each name, until all give the new answer or the time is over. */
function prove(decisions, servers, pace, run) {
    const questions = decisions.flatMap((decision) => typesOf(decision).flatMap((type) => servers.map((server) => ({ decision, name: decision.name, type, server }))));
    const ask = async ({ decision, name, type, server }, signal) => {
        const [answer, addresses] = await Promise.all([
            (0,_shared_probe_dns__WEBPACK_IMPORTED_MODULE_1__/* .askNameServer */ .G)(server, name, type, pace.queryTimeout, signal),
            addressesOf(decision.target, type, servers, pace.queryTimeout, signal),
        ]);
        return (0,_judge_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeAnswer */ ._)(answer, { type, addresses, old: oldAddresses(decision.current, type) });
    };
    return (0,_ask_servers_js__WEBPACK_IMPORTED_MODULE_3__/* .askServers */ .C)(questions, ask, pace, run);
}
/**
 * Where the load balancer's own name leads. The zone's servers are asked first: they refuse at once where they do not
 * know it, while a resolver that cannot be reached takes its time.
 */
async function addressesOf(target, type, servers, timeout, signal) {
    const [first = ''] = servers;
    const told = await (0,_shared_probe_dns__WEBPACK_IMPORTED_MODULE_1__/* .askNameServer */ .G)(first, target.dnsName, type, timeout, signal).catch(() => undefined);
    const known = told?.records.filter((record) => record.type === type).map(({ value }) => value) ?? [];
    if (known.length > 0)
        return known;
    return (type === 'A' ? node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.resolve4 : node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.resolve6)(target.dnsName).catch(() => []);
}
function typesOf({ wanted }) {
    return ['A', 'AAAA'].filter((type) => wanted.some((set) => set.Type === type && set.AliasTarget));
}
function oldAddresses(current, type) {
    const sets = (0,_records_js__WEBPACK_IMPORTED_MODULE_4__/* .addressSets */ .MQ)(current).filter((set) => set.Type === type && !set.AliasTarget);
    return sets.flatMap((set) => (set.ResourceRecords ?? []).flatMap(({ Value }) => (Value ? [Value] : [])));
}


/***/ }),

/***/ 27354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ withoutDot),
/* harmony export */   MQ: () => (/* binding */ addressSets),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   ei: () => (/* binding */ HIGHEST_TTL)
/* harmony export */ });
/** Resolvers may keep the old answer this long after the change, seconds; an alias to a load balancer has it fixed. */
const HIGHEST_TTL = 60;
const ADDRESS_TYPES = ['A', 'AAAA', 'CNAME'];
/** Whether a record set leads to a place. */
function isAddress({ Type }) {
    return ADDRESS_TYPES.includes(Type);
}
/** The record sets that lead to a place. */
function addressSets(sets) {
    return sets.filter(isAddress);
}
/** A name as people write it. */
function withoutDot(name) {
    return name.replace(/\.$/, '');
}


/***/ }),

/***/ 8162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ reportLowering)
/* harmony export */ });
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87232);
/* harmony import */ var _shared_evidence_summary__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10449);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35952);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66187);
/* harmony import */ var _plan_lowering_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8457);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27354);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61188);







/** What `prepare` has to say: from when on each name can be cut over. */
function reportLowering({ change, proofs, names, timeline, at }) {
    const checks = [...names.map((one) => lowered(one, at)), ...(0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .proofChecks */ .mI)(proofs)];
    const readyAt = names.map(readyOf).reduce((a, b) => (a === undefined || b === undefined || a > b ? a : b), at);
    return {
        checks,
        outputs: {
            'ready-at': readyAt ?? '',
            changed: String(change.kind !== 'none'),
            'change-id': change.kind === 'made' ? change.id : '',
            records: '{}',
        },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__.md) `## DNS: the TTL ahead of the cut-over

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Name', 'Because', 'Can be cut over from'], names.map((one) => [(0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutDot */ .Ai)(one.lowering.name), one.lowering.because, readyOf(one) ?? 'not known yet']))}

${(0,_shared_evidence_summary__WEBPACK_IMPORTED_MODULE_1__/* .checksTable */ .Et)(checks)}
`,
        timeline,
    };
}
function lowered({ lowering, mark }, at) {
    const subject = (0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutDot */ .Ai)(lowering.name);
    const more = { source: 'DNS queries, RD=0, and route53:ChangeResourceRecordSets', at };
    if (mark === undefined)
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z)('dns.ttl-lowered', subject, 'pass', lowering.because, more);
    if (!mark.lowered) {
        const because = 'not every name server was seen to give the low TTL: the time until the cut-over has not begun';
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z)('dns.ttl-lowered', subject, 'inconclusive', because, more);
    }
    const before = `${mark.asserted ? 'previous-ttl' : 'the TTL before'}, ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)({ ms: mark.previous * 1000 })},`;
    const because = `every name server gave the low TTL at ${mark.lowered.toISOString()}; ${before} runs out at ${(0,_plan_lowering_js__WEBPACK_IMPORTED_MODULE_4__/* .soakOver */ .Jm)(mark)?.toISOString()}`;
    return (0,_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z)('dns.ttl-lowered', subject, mark.asserted ? 'warn' : 'pass', because, { ...more, measured: mark });
}
function readyOf({ mark, lowering }) {
    if (lowering.kind === 'none')
        return '';
    return mark && (0,_plan_lowering_js__WEBPACK_IMPORTED_MODULE_4__/* .soakOver */ .Jm)(mark)?.toISOString();
}


/***/ }),

/***/ 61188:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cU: () => (/* binding */ decisionChecks),
/* harmony export */   mI: () => (/* binding */ proofChecks),
/* harmony export */   z8: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87232);
/* harmony import */ var _shared_evidence_summary__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10449);
/* harmony import */ var _ask_servers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67216);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66187);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27354);





function report({ decisions, change, proofs, timeline, at }) {
    const checks = [...decisionChecks(decisions, at), insync(change, proofs, at), ...proofChecks(proofs)];
    return {
        checks,
        outputs: {
            'ready-at': '',
            changed: String(change.kind !== 'none'),
            'change-id': change.kind === 'made' ? change.id : '',
            records: JSON.stringify(Object.fromEntries(decisions.map((one) => [one.record, one.target.name]))),
        },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__.md) `## DNS cut-over

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Name', 'What', 'Because'], decisions.map((one) => [(0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutDot */ .Ai)(one.name), one.kind === 'swap' ? 'changed' : 'left', one.because]))}

${(0,_shared_evidence_summary__WEBPACK_IMPORTED_MODULE_1__/* .checksTable */ .Et)(checks)}
`,
        timeline,
    };
}
/** One check a name for its TTL and one for its records; of a refusal, the one that it is about fails. */
function decisionChecks(decisions, at) {
    return decisions.flatMap((one) => {
        const more = { source: 'route53:ListResourceRecordSets', at };
        if (one.kind === 'refuse') {
            const id = one.code === 'DNS_EDITED' ? 'dns.records' : 'dns.ttl';
            return [(0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)(id, (0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutDot */ .Ai)(one.name), 'fail', one.because, more)];
        }
        const fixed = { verdict: 'pass', because: 'an alias to a load balancer has a fixed TTL of 60 s' };
        const ttl = one.kind === 'swap' ? one.ttl : fixed;
        const shown = { ...more, measured: one.current, expected: one.wanted };
        return [
            (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('dns.ttl', (0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutDot */ .Ai)(one.name), ttl.verdict, ttl.because, more),
            (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('dns.records', (0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutDot */ .Ai)(one.name), 'pass', one.because, shown),
        ];
    });
}
/** What each name server said. */
function proofChecks(proofs) {
    return proofs.map(({ name, type, server, verdict, because, at }) => (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('dns.authoritative', `${(0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutDot */ .Ai)(name)} at ${server}`, verdict, `${server} ${because}`, {
        source: `DNS query ${type}, RD=0`,
        at,
    }));
}
function insync(change, proofs, at) {
    const more = { source: 'route53:GetChange', at };
    const subject = change.kind === 'made' ? change.id : 'the zone';
    if (change.kind === 'made')
        return change.insync
            ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('dns.insync', subject, 'pass', 'Route 53 has the change on all its servers', more)
            : (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('dns.insync', subject, 'inconclusive', 'the change was still PENDING when the time was over', more);
    const proven = proofs.length > 0 && proofs.every(({ verdict }) => (0,_ask_servers_js__WEBPACK_IMPORTED_MODULE_4__/* .holds */ .v)(verdict));
    const why = change.kind === 'none' ? 'nothing had to be changed' : "the answer with the change's id was lost";
    return proven
        ? (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('dns.insync', subject, 'pass', `${why}, and every authoritative server gives the new answer`, more)
        : (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z)('dns.insync', subject, 'inconclusive', `${why}, and not every authoritative server gives the new answer`, more);
}


/***/ }),

/***/ 3928:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ markName),
/* harmony export */   Mp: () => (/* binding */ readMark),
/* harmony export */   Pz: () => (/* binding */ markRecord)
/* harmony export */ });
const PREFIX = 'golive-soak=1';
/** `api.example.com.` -> `_golive-soak.api.example.com.` */
function markName(name) {
    return `_golive-soak.${name}`;
}
function markRecord(name, { lowered, previous, asserted }) {
    const parts = [
        PREFIX,
        `previous=${previous}`,
        ...(asserted ? ['by=assertion'] : []),
        ...(lowered ? [`lowered=${lowered.toISOString()}`] : []),
    ];
    return { Name: markName(name), Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: `"${parts.join(' ')}"` }] };
}
/** The mark in the record sets of its name; undefined when there is none, `unreadable` when it is not one of ours. */
function readMark(sets) {
    const values = sets.flatMap(({ Type, ResourceRecords }) => (Type === 'TXT' ? (ResourceRecords ?? []) : []));
    if (values.length === 0)
        return undefined;
    const [prefix, ...parts] = (values[0]?.Value ?? '').replace(/^"|"$/g, '').split(' ');
    const { previous = '', lowered, by } = Object.fromEntries(parts.map((part) => part.split('=', 2)));
    const at = lowered === undefined ? undefined : new Date(lowered);
    if (values.length > 1 || prefix !== PREFIX || !/^\d{1,10}$/.test(previous) || Number.isNaN(at?.getTime() ?? 0))
        return 'unreadable';
    return { previous: Number(previous), asserted: by === 'assertion', ...(at ? { lowered: at } : {}) };
}


/***/ }),

/***/ 66461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ askNameServer)
/* harmony export */ });
/* unused harmony export parseNameServer */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_dgram__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41314);
/* harmony import */ var node_dgram__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_dgram__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71553);
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_dns_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var dns_packet__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14894);





/** `ns-1.awsdns-00.com`, `192.0.2.1:5353`, `[::1]:5353`. */
function parseNameServer(text) {
    const [, bracketed, bare, port] = /^(?:\[([0-9a-f:.]+)\]|([^:\s]+?))\.?(?::(\d{1,5}))?$/i.exec(text.trim()) ?? [];
    const host = bracketed ?? bare;
    if (!host)
        throw new TypeError(`'${text}' is no name server: expected a host, or host:port`);
    return { host, port: port === undefined ? 53 : Number(port) };
}
// One lost datagram is no silent server; resolvers too send a question twice.
const UDP_TRIES = 2;
/**
 * Asks over UDP, and over TCP when the answer was cut off. `timeout` is for each attempt. Rejects when the server does
 * not answer; an answer that refuses is an answer.
 */
async function askNameServer(server, name, type, timeout, signal) {
    const { host, port } = parseNameServer(server);
    const { address, family } = await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_2__.lookup)(host, { order: 'ipv4first' });
    const question = {
        type: 'query',
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(0x1_0000),
        flags: 0,
        questions: [{ type, name: name.replace(/\.$/, '') }],
        additionals: [
            {
                type: 'OPT',
                name: '.',
                udpPayloadSize: 1232,
                flags: 0,
                options: [],
                extendedRcode: 0,
                ednsVersion: 0,
                flag_do: false,
            },
        ],
    };
    const limit = () => AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(timeout.ms)]);
    let packet;
    for (let tries = 1; packet === undefined; tries++)
        packet = await overUdp({ host: address, port }, family, question, limit()).catch((error) => {
            signal?.throwIfAborted();
            if (tries >= UDP_TRIES)
                throw new Error(`${server} does not answer over UDP: ${reason(error)}`, { cause: error });
            return undefined;
        });
    if (!packet.flag_tc)
        return answerOf(packet, 'udp');
    const whole = await overTcp({ host: address, port }, question, limit()).catch((error) => {
        signal?.throwIfAborted();
        throw new Error(`${server} does not answer over TCP: ${reason(error)}`, { cause: error });
    });
    return answerOf(whole, 'tcp');
}
function overUdp(to, family, question, signal) {
    const socket = (0,node_dgram__WEBPACK_IMPORTED_MODULE_1__.createSocket)(family === 6 ? 'udp6' : 'udp4');
    const answer = new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        socket.on('error', reject);
        socket.on('message', (message) => {
            const packet = tryDecode(message);
            if (packet && answers(packet, question))
                resolve(packet);
        });
        // Connected, the socket takes datagrams from this server alone and learns of a closed port.
        socket.connect(to.port, to.host, () => socket.send((0,dns_packet__WEBPACK_IMPORTED_MODULE_4__.encode)(question)));
    });
    return answer.finally(() => socket.close());
}
function overTcp(to, question, signal) {
    const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_3__.connect)(to.port, to.host);
    const answer = new Promise((resolve, reject) => {
        let received = Buffer.alloc(0);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        socket.on('error', reject);
        socket.on('close', () => reject(new Error('the connection was closed')));
        socket.on('connect', () => socket.write((0,dns_packet__WEBPACK_IMPORTED_MODULE_4__.streamEncode)(question)));
        socket.on('data', (chunk) => {
            received = Buffer.concat([received, chunk]);
            if (received.length < 2 || received.length < 2 + received.readUInt16BE(0))
                return;
            const packet = tryDecode(received.subarray(2, 2 + received.readUInt16BE(0)));
            if (packet && answers(packet, question))
                resolve(packet);
            else
                reject(new Error('the answer is not one to the question'));
        });
    });
    return answer.finally(() => socket.destroy());
}
function tryDecode(message) {
    try {
        return (0,dns_packet__WEBPACK_IMPORTED_MODULE_4__.decode)(message);
    }
    catch {
        return undefined;
    }
}
function answers(packet, question) {
    const [asked, echoed] = [question.questions?.[0], packet.questions?.[0]];
    return (packet.type === 'response' &&
        packet.id === question.id &&
        echoed?.type === asked?.type &&
        echoed?.name.toLowerCase() === asked?.name.toLowerCase());
}
function answerOf(packet, transport) {
    // dns-packet decodes the response code, and its types leave it out.
    const { rcode } = packet;
    const records = (packet.answers ?? []).flatMap((answer) => {
        const value = dataOf(answer);
        return value === undefined
            ? []
            : [{ type: answer.type, value, ttl: ('ttl' in answer ? answer.ttl : undefined) ?? 0 }];
    });
    return { authoritative: packet.flag_aa, rcode: rcode ?? 'NOERROR', records, transport };
}
function dataOf(answer) {
    if (answer.type === 'OPT' || !('data' in answer))
        return undefined;
    return typeof answer.data === 'string' ? answer.data : JSON.stringify(answer.data);
}
function reason(error) {
    const { name, code, message } = error;
    return name === 'TimeoutError' ? 'no answer in time' : (code ?? message ?? String(error));
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

/***/ 75409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ swapRecordSets),
/* harmony export */   L6: () => (/* binding */ sameRecordSets),
/* harmony export */   uN: () => (/* binding */ tellRecordSets)
/* harmony export */ });
/** Whether two lists hold the same record sets: order, letter case and the dot at the end of host names do not count. */
function sameRecordSets(a, b) {
    return canonical(a).join() === canonical(b).join();
}
/**
 * DELETE what is there, to the letter, and CREATE what shall be. Route 53 takes all of it or nothing, so the batch is a
 * compare-and-swap: it is refused when a record changed meanwhile. What is in both lists is left alone.
 */
function swapRecordSets(current, wanted) {
    const without = (sets, others) => {
        const there = new Set(canonical(others));
        return sets.filter((set) => !canonical([set]).some((text) => there.has(text)));
    };
    return [
        ...without(current, wanted).map((set) => ({ Action: 'DELETE', ResourceRecordSet: set })),
        ...without(wanted, current).map((set) => ({ Action: 'CREATE', ResourceRecordSet: set })),
    ];
}
/** Record sets in a few words: `A 192.0.2.10 (TTL 60)`. */
function tellRecordSets(sets) {
    if (sets.length === 0)
        return 'no record';
    return sets
        .map(({ Type, AliasTarget, ResourceRecords, TTL, SetIdentifier }) => {
        const which = SetIdentifier ? ` [${SetIdentifier}]` : '';
        if (AliasTarget)
            return `${Type}${which} alias ${AliasTarget.DNSName}`;
        return `${Type}${which} ${(ResourceRecords ?? []).map(({ Value }) => Value).join(' ')} (TTL ${TTL})`;
    })
        .join(', ');
}
function canonical(sets) {
    return sets.map((set) => JSON.stringify(sorted(set))).sort();
}
function sorted(value, key = '') {
    if (Array.isArray(value)) {
        const parts = value.map((part) => sorted(part, key));
        return key === 'ResourceRecords' ? parts.map((part) => JSON.stringify(part)).sort() : parts;
    }
    if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value)
            .filter(([, inner]) => inner !== undefined)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner, name)]));
    if (typeof value === 'string' && (key === 'Name' || key === 'DNSName'))
        return value.toLowerCase().replace(/\.$/, '');
    return value;
}


/***/ }),

/***/ 82896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ recordSetsNamed),
/* harmony export */   _S: () => (/* binding */ findZone),
/* harmony export */   fq: () => (/* binding */ fullName)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18911);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26845);

/** `api` in zone `example.com` -> `api.example.com.`; `@` is the zone itself; a full name stays. */
function fullName(record, zone) {
    const suffix = zone.replace(/\.$/, '').toLowerCase();
    const name = record.replace(/\.$/, '').toLowerCase();
    if (name === '@' || name === suffix)
        return `${suffix}.`;
    return name.endsWith(`.${suffix}`) ? `${name}.` : `${name}.${suffix}.`;
}
/** Id (without the `/hostedzone/` in front) of the public zone of that name. */
async function findZone(route53, zone) {
    const name = fullName('@', zone);
    const answer = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__/* .ListHostedZonesByNameCommand */ .a({ DNSName: name }));
    const found = answer.HostedZones?.find((one) => one.Name === name && !one.Config?.PrivateZone);
    return found?.Id?.replace('/hostedzone/', '');
}
/** The record sets of exactly that name, raw: a change batch must repeat them to the letter to delete them. */
async function recordSetsNamed(route53, zoneId, name) {
    const found = [];
    let next = {
        StartRecordName: name,
    };
    for (;;) {
        const page = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_1__/* .ListResourceRecordSetsCommand */ .I({ HostedZoneId: zoneId, ...next }));
        const sets = page.ResourceRecordSets ?? [];
        // NS and SOA of the zone itself are no release's business.
        found.push(...sets.filter((set) => set.Name === name && set.Type !== 'NS' && set.Type !== 'SOA'));
        if (!page.IsTruncated || page.NextRecordName !== name)
            return found;
        next = {
            StartRecordName: page.NextRecordName,
            ...(page.NextRecordType ? { StartRecordType: page.NextRecordType } : {}),
            ...(page.NextRecordIdentifier ? { StartRecordIdentifier: page.NextRecordIdentifier } : {}),
        };
    }
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


/***/ }),

/***/ 7294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/**
 * Asks until there is an answer: `ask` gives undefined for "not yet". The last question is asked at the deadline
 * itself. Throws the signal's reason when cancelled, and whatever `ask` throws.
 */
async function poll(polling, ask) {
    const { every, deadline, signal, sleep, now, progress } = polling;
    const start = now().getTime();
    const end = deadline instanceof Date ? deadline.getTime() : start + deadline.ms;
    for (let asked = 1;; asked++) {
        signal.throwIfAborted();
        const askedAt = now().getTime();
        const value = await ask(signal);
        const elapsed = { ms: now().getTime() - start };
        if (value !== undefined)
            return { kind: 'done', value, elapsed };
        if (askedAt >= end)
            return { kind: 'late', elapsed };
        progress?.(elapsed, asked);
        await sleep(Math.max(0, Math.min(every.ms, end - now().getTime())));
    }
}


/***/ })

};
