export const id = 459;
export const ids = [459];
export const modules = {

/***/ 54700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ announce),
/* harmony export */   w: () => (/* binding */ swap)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8621);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3116);
/* harmony import */ var _shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75409);
/* harmony import */ var _shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82896);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_poll__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52683);






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
async function swap(route53, zoneId, decisions, pace, run) {
    const changes = decisions.flatMap((one) => (0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .swapRecordSets */ .Aq)(one.current, one.wanted));
    if (changes.length === 0)
        return { kind: 'none' };
    const batch = { Comment: 'golive dns-cutover', Changes: changes };
    const id = await route53
        .send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_3__/* .ChangeResourceRecordSetsCommand */ .yzn({ HostedZoneId: zoneId, ChangeBatch: batch }))
        .then((answer) => answer.ChangeInfo?.Id)
        .catch((error) => {
        // Either a record changed meanwhile, or this was the retry of a batch that was made and whose answer was lost.
        if (error.name === 'InvalidChangeBatch')
            return undefined;
        throw error;
    });
    if (!id) {
        await demandWanted(route53, zoneId, decisions);
        return { kind: 'unnamed' };
    }
    run.log.info(`change ${id} was accepted`);
    const polled = await (0,_shared_runtime_poll__WEBPACK_IMPORTED_MODULE_4__/* .poll */ .w)({ every: pace.every, deadline: pace.within, signal: run.signal, sleep: run.sleep, now: run.now }, async () => {
        const { ChangeInfo } = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_3__/* .GetChangeCommand */ .Yn4({ Id: id }));
        return ChangeInfo?.Status === 'INSYNC' ? true : undefined;
    });
    return { kind: 'made', id, insync: polled.kind === 'done' };
}
async function demandWanted(route53, zoneId, decisions) {
    for (const { name, current, wanted } of decisions) {
        const now = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_5__/* .recordSetsNamed */ .EU)(route53, zoneId, name);
        if ((0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .sameRecordSets */ .L6)(now, wanted))
            continue;
        const what = (0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .sameRecordSets */ .L6)(now, current) ? 'Route 53 refused the batch' : 'somebody edited it in this very moment';
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N('DNS_EDITED', `${name} is ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_2__/* .tellRecordSets */ .uN)(now)}: ${what}, and nothing was changed`, {
            hint: 'run again to decide anew',
        });
    }
}


/***/ }),

/***/ 27407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);



const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'dns-cutover',
    title: 'Golive: DNS cut-over',
    description: 'Points names at a load balancer by compare-and-swap, once the old TTL has run out, and proves it.',
    section: 'dns',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        zone: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('Name of the public hosted zone, such as `example.com`'),
        records: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
            .refine((records) => Object.keys(records).length > 0, { error: 'expected at least one record' })
            .describe('Record name in the zone (`@` for the zone itself) -> name of the load balancer'),
        'ttl-lowered-at': zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$({ offset: true, error: 'expected a date and time, such as 2026-11-16T09:00:00Z' })
            .optional()
            .describe('When the TTL of the records was lowered to 60 s or less; needed unless they are aliases'),
        'previous-ttl': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1d').describe('TTL that the records had until then'),
        within: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('10m').describe('How long the change may take to reach every name server'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('2s').describe('How often Route 53 and the name servers are asked'),
        'query-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('3s').describe('How long a name server may take for one answer'),
    }),
    outputs: {
        changed: '`true` when records were changed, `false` when all were as wanted already',
        'change-id': "Id of Route 53's change, empty when there was none or its answer was lost",
        records: 'JSON object: record name -> name of the load balancer',
    },
});


/***/ }),

/***/ 58459:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(50586);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8621);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69161);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54700);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27407);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63148);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68301);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68475);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(61188);











await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .definition */ .m, async (input, run) => {
    const route53 = new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_9__/* .Route53Client */ .LhC(run.aws);
    const elb = new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_10__/* .ElasticLoadBalancingV2Client */ .MlD(run.aws);
    const timeline = [];
    const happened = (what, subject) => {
        timeline.push({ at: run.now().toISOString(), what, subject });
        run.log.info(`${subject}: ${what}`);
    };
    const world = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observe */ .l)(route53, elb, input, await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_0__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord));
    const lowered = input['ttl-lowered-at'];
    const soak = {
        loweredAt: lowered === undefined ? undefined : new Date(lowered),
        previousTtl: input['previous-ttl'],
        now: run.now(),
    };
    const decisions = world.names.map((view) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .decide */ .LD)(view, soak));
    refuseOnAny(decisions, run.now());
    if (!(await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .announce */ .i)(run.paths.releaseRecord, world.zoneId, decisions)))
        run.log.warn('there is no release record: rollback will not know what to put back');
    for (const { name, kind, because } of decisions)
        happened(`${kind}: ${because}`, name);
    const pace = { every: input['poll-interval'], within: input.within };
    const change = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .swap */ .w)(route53, world.zoneId, decisions, pace, run);
    if (change.kind === 'made')
        happened(change.insync ? 'INSYNC' : 'still PENDING', change.id);
    const proofs = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_7__/* .prove */ .z)(decisions, world.nameServers, { ...pace, queryTimeout: input['query-timeout'] }, run);
    happened(`${proofs.filter(({ verdict }) => verdict === 'pass').length} of ${proofs.length} answers are new`, input.zone);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_8__/* .report */ .z)({ decisions, change, proofs, timeline, at: run.now().toISOString() });
});
function refuseOnAny(decisions, now) {
    const refused = decisions.flatMap((one) => (one.kind === 'refuse' ? [one] : []));
    const [first] = refused;
    if (!first)
        return;
    throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_1__/* .GoliveError */ .N(first.code, `${refused.map(({ because }) => because).join('; ')}. Nothing was changed`, {
        hint: first.hint,
        checks: (0,_report_js__WEBPACK_IMPORTED_MODULE_8__/* .decisionChecks */ .c)(refused, now.toISOString()),
    });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 63148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50586);
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8621);
/* harmony import */ var _shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82896);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34837);




/** Reads the zone, its delegation, the records and the load balancers. */
async function observe(route53, elb, asked, release) {
    const [zoneId, targets] = await Promise.all([
        (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .findZone */ ._S)(route53, asked.zone),
        findTargets(elb, [...new Set(Object.values(asked.records))]),
    ]);
    if (!zoneId)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('DNS_ZONE_NOT_FOUND', `Route 53 has no public zone ${asked.zone}`, {
            hint: 'correct dns.zone',
        });
    const [zone, names] = await Promise.all([
        route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .GetHostedZoneCommand */ .HAz({ Id: zoneId })),
        Promise.all(Object.entries(asked.records).map(async ([record, balancer]) => {
            const target = targets.get(balancer);
            if (!target)
                throw notFound(balancer);
            const name = (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .fullName */ .fq)(record, asked.zone);
            const current = await (0,_shared_route53_record_sets__WEBPACK_IMPORTED_MODULE_1__/* .recordSetsNamed */ .EU)(route53, zoneId, name);
            return { record, name, current, recorded: release?.dns[record]?.records, target };
        })),
    ]);
    const nameServers = zone.DelegationSet?.NameServers ?? [];
    if (nameServers.length === 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N('DNS_NO_NAME_SERVERS', `zone ${asked.zone} has no name servers that could be asked`);
    return { zoneId, nameServers, names };
}
async function findTargets(elb, names) {
    const found = new Map();
    for (const name of names) {
        const answer = await elb.send(new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_3__/* .DescribeLoadBalancersCommand */ .AZi({ Names: [name] })).catch((error) => {
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

/***/ 68301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   MQ: () => (/* binding */ addressSets),
/* harmony export */   ei: () => (/* binding */ HIGHEST_TTL)
/* harmony export */ });
/* unused harmony export wantedRecords */
/* harmony import */ var _shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75409);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35952);


/** Resolvers may keep the old answer this long after the change, seconds; an alias to a load balancer has it fixed. */
const HIGHEST_TTL = 60;
const ADDRESS_TYPES = ['A', 'AAAA', 'CNAME'];
/** What to do about one name. Whatever is refused, nothing is changed under any name. */
function decide(view, soak) {
    const { record, name, current, recorded, target } = view;
    const shown = name.replace(/\.$/, '');
    const wanted = wantedRecords(name, current, target);
    const about = { record, name, current, wanted, target };
    if ((0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_1__/* .sameRecordSets */ .L6)(current, wanted))
        return { ...about, kind: 'leave', because: `${shown} already leads to ${target.name}` };
    if (recorded && !(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_1__/* .sameRecordSets */ .L6)(current, recorded))
        return {
            ...about,
            kind: 'refuse',
            code: 'DNS_EDITED',
            because: `${shown} was ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_1__/* .tellRecordSets */ .uN)(recorded)} when the release began and is ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_1__/* .tellRecordSets */ .uN)(current)} now: somebody edited it meanwhile`,
            hint: 'find out who changed it and why; then start a new release, which records it anew',
        };
    const ttl = decideTtl(shown, current, soak);
    if (ttl.kind === 'refuse')
        return { ...about, ...ttl };
    const because = `${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_1__/* .tellRecordSets */ .uN)(addressSets(current))} -> ${(0,_shared_route53_record_set_changes__WEBPACK_IMPORTED_MODULE_1__/* .tellRecordSets */ .uN)(addressSets(wanted))}`;
    return { ...about, kind: 'swap', because, ttl: ttl.because };
}
function decideTtl(name, current, { loweredAt, previousTtl, now }) {
    const ttls = addressSets(current).flatMap(({ AliasTarget, TTL }) => (AliasTarget ? [] : [TTL ?? 0]));
    if (ttls.length === 0)
        return { kind: 'ready', because: 'no resolver keeps it longer than an alias, which is 60 s' };
    const highest = Math.max(...ttls);
    if (highest > HIGHEST_TTL)
        return {
            kind: 'refuse',
            code: 'DNS_TTL_TOO_HIGH',
            because: `${name} has a TTL of ${highest} s: after the change resolvers may give the old answer that long; at most ${HIGHEST_TTL} s is safe`,
            hint: `lower it to ${HIGHEST_TTL}, set dns.ttl-lowered-at and dns.previous-ttl, and release when ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)({ ms: highest * 1000 })} have passed`,
        };
    if (!loweredAt)
        return {
            kind: 'refuse',
            code: 'DNS_TTL_UNPROVEN',
            because: `${name} has a TTL of ${highest} s, and nobody says since when: resolvers may still keep an answer with the TTL before`,
            hint: 'set dns.ttl-lowered-at to when it was lowered, and dns.previous-ttl to what it was',
        };
    const over = new Date(loweredAt.getTime() + previousTtl.ms);
    if (over > now)
        return {
            kind: 'refuse',
            code: 'DNS_TTL_NOT_OVER',
            because: `the TTL of ${name} was lowered at ${loweredAt.toISOString()}, and answers with the previous ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(previousTtl)} are kept until ${over.toISOString()}`,
            hint: `run again in ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)({ ms: over.getTime() - now.getTime() })}`,
        };
    return {
        kind: 'ready',
        because: `TTL is ${highest} s since ${loweredAt.toISOString()}; the previous ${(0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(previousTtl)} ran out at ${over.toISOString()}`,
    };
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
    const others = current.filter(({ Type }) => !ADDRESS_TYPES.includes(Type));
    return [...others, alias('A'), ...(target.dualstack ? [alias('AAAA')] : [])];
}
/** The record sets that lead to a place. */
function addressSets(sets) {
    return sets.filter(({ Type }) => ADDRESS_TYPES.includes(Type));
}


/***/ }),

/***/ 68475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ prove)
});

// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(41314);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/dns-packet/index.js
var dns_packet = __webpack_require__(14894);
;// CONCATENATED MODULE: ./packages/shared/src/probe/dns.ts





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
    const { address, family } = await (0,promises_.lookup)(host, { order: 'ipv4first' });
    const question = {
        type: 'query',
        id: (0,external_node_crypto_.randomInt)(0x1_0000),
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
    const socket = (0,external_node_dgram_.createSocket)(family === 6 ? 'udp6' : 'udp4');
    const answer = new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        socket.on('error', reject);
        socket.on('message', (message) => {
            const packet = tryDecode(message);
            if (packet && answers(packet, question))
                resolve(packet);
        });
        // Connected, the socket takes datagrams from this server alone and learns of a closed port.
        socket.connect(to.port, to.host, () => socket.send((0,dns_packet.encode)(question)));
    });
    return answer.finally(() => socket.close());
}
function overTcp(to, question, signal) {
    const socket = (0,external_node_net_.connect)(to.port, to.host);
    const answer = new Promise((resolve, reject) => {
        let received = Buffer.alloc(0);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        socket.on('error', reject);
        socket.on('close', () => reject(new Error('the connection was closed')));
        socket.on('connect', () => socket.write((0,dns_packet.streamEncode)(question)));
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
        return (0,dns_packet.decode)(message);
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

// EXTERNAL MODULE: ./packages/shared/src/runtime/poll.ts
var poll = __webpack_require__(52683);
// EXTERNAL MODULE: ./actions/dns-cutover/src/plan.ts
var plan = __webpack_require__(68301);
;// CONCATENATED MODULE: ./actions/dns-cutover/src/judge-answer.ts

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
    if (ttl > plan/* HIGHEST_TTL */.ei)
        return fail(`gives ${told} with a TTL of ${ttl} s`);
    const stale = given.filter((address) => old.includes(address) && !addresses.includes(address));
    if (stale.length > 0)
        return fail(`still gives ${stale.join(' ')}`);
    if (addresses.length === 0)
        return { verdict: 'warn', because: `gives ${told}; the load balancer's own name could not be resolved to compare` };
    // A load balancer with many nodes gives some of them at a time.
    if (!given.some((address) => addresses.includes(address)))
        return fail(`gives ${told}, and the load balancer has ${addresses.join(' ')}`);
    return { verdict: 'pass', because: `gives ${told}, the load balancer's, with a TTL of ${ttl} s` };
}

;// CONCATENATED MODULE: ./actions/dns-cutover/src/prove.ts





/** Asks each authoritative name server itself about each name, until all give the new answer or the time is over. */
async function prove(decisions, servers, pace, run) {
    const asks = decisions.flatMap((decision) => typesOf(decision).flatMap((type) => servers.map((server) => ({ decision, type, server }))));
    return Promise.all(asks.map(async ({ decision, type, server }) => {
        let last = { verdict: 'inconclusive', because: 'was not asked' };
        await (0,poll/* poll */.w)({ every: pace.every, deadline: pace.within, signal: run.signal, sleep: run.sleep, now: run.now }, async (signal) => {
            last = await askOnce(decision, type, server, servers, pace.queryTimeout, signal);
            return last.verdict === 'pass' || last.verdict === 'warn' ? last : undefined;
        });
        return { name: decision.name, type, server, ...last, at: run.now().toISOString() };
    }));
}
async function askOnce({ name, current, target }, type, server, servers, timeout, signal) {
    try {
        const [answer, addresses] = await Promise.all([
            askNameServer(server, name, type, timeout, signal),
            addressesOf(target, type, servers, timeout, signal),
        ]);
        const expected = { type, addresses, old: oldAddresses(current, type) };
        return judgeAnswer(answer, expected);
    }
    catch (error) {
        signal.throwIfAborted();
        return { verdict: 'inconclusive', because: error.message };
    }
}
/**
 * Where the load balancer's own name leads. The zone's servers are asked first: they refuse at once where they do not
 * know it, while a resolver that cannot be reached takes its time.
 */
async function addressesOf(target, type, servers, timeout, signal) {
    const [first = ''] = servers;
    const told = await askNameServer(first, target.dnsName, type, timeout, signal).catch(() => undefined);
    const known = told?.records.filter((record) => record.type === type).map(({ value }) => value) ?? [];
    if (known.length > 0)
        return known;
    return (type === 'A' ? promises_.resolve4 : promises_.resolve6)(target.dnsName).catch(() => []);
}
function typesOf({ wanted }) {
    return ['A', 'AAAA'].filter((type) => wanted.some((set) => set.Type === type && set.AliasTarget));
}
function oldAddresses(current, type) {
    const sets = (0,plan/* addressSets */.MQ)(current).filter((set) => set.Type === type && !set.AliasTarget);
    return sets.flatMap((set) => (set.ResourceRecords ?? []).flatMap(({ Value }) => (Value ? [Value] : [])));
}


/***/ }),

/***/ 61188:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ decisionChecks),
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90209);
/* harmony import */ var _shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87232);
/* harmony import */ var _shared_evidence_summary__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10449);



function report({ decisions, change, proofs, timeline, at }) {
    const checks = [
        ...decisionChecks(decisions, at),
        insync(change, proofs, at),
        ...proofs.map((proof) => (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('dns.authoritative', `${proof.name} at ${proof.server}`, proof.verdict, `${proof.server} ${proof.because}`, {
            source: `DNS query ${proof.type}, RD=0`,
            at: proof.at,
        })),
    ];
    return {
        checks,
        outputs: {
            changed: String(change.kind !== 'none'),
            'change-id': change.kind === 'made' ? change.id : '',
            records: JSON.stringify(Object.fromEntries(decisions.map((one) => [one.record, one.target.name]))),
        },
        summary: (0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__.md) `## DNS cut-over

${(0,_shared_evidence_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Name', 'What', 'Because'], decisions.map((one) => [withoutDot(one.name), one.kind === 'swap' ? 'changed' : 'left', one.because]))}

${(0,_shared_evidence_summary__WEBPACK_IMPORTED_MODULE_2__/* .checksTable */ .Et)(checks)}
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
            return [(0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)(id, withoutDot(one.name), 'fail', one.because, more)];
        }
        const ttl = one.kind === 'swap' ? one.ttl : 'an alias to a load balancer has a fixed TTL of 60 s';
        const shown = { ...more, measured: one.current, expected: one.wanted };
        return [
            (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('dns.ttl', withoutDot(one.name), 'pass', ttl, more),
            (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('dns.records', withoutDot(one.name), 'pass', one.because, shown),
        ];
    });
}
/** A name as people write it. */
function withoutDot(name) {
    return name.replace(/\.$/, '');
}
function insync(change, proofs, at) {
    const more = { source: 'route53:GetChange', at };
    const subject = change.kind === 'made' ? change.id : 'the zone';
    if (change.kind === 'made')
        return change.insync
            ? (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('dns.insync', subject, 'pass', 'Route 53 has the change on all its servers', more)
            : (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('dns.insync', subject, 'inconclusive', 'the change was still PENDING when the time was over', more);
    const proven = proofs.length > 0 && proofs.every(({ verdict }) => verdict === 'pass' || verdict === 'warn');
    const why = change.kind === 'none' ? 'nothing had to be changed' : "the answer with the change's id was lost";
    return proven
        ? (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('dns.insync', subject, 'pass', `${why}, and every authoritative server gives the new answer`, more)
        : (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)('dns.insync', subject, 'inconclusive', `${why}, and not every authoritative server gives the new answer`, more);
}


/***/ }),

/***/ 3116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QH: () => (/* binding */ writeReleaseRecord),
/* harmony export */   d9: () => (/* binding */ readReleaseRecord),
/* harmony export */   wJ: () => (/* binding */ updateReleaseRecord)
/* harmony export */ });
/* unused harmony exports releaseRecordSchema, releaseRecordJsonSchema */
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
    })),
    database: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        instance: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Identifier that the snapshot before the migration has, or will have'),
        snapshotArn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionFrom: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
        revisionTo: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
    })
        .exactOptional(),
    dns: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ zoneId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), records: recordSets, wanted: recordSets.exactOptional() })),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Image name -> repository@digest'),
});
/** The JSON schema of a release record. */
function releaseRecordJsonSchema() {
    return z.toJSONSchema(releaseRecordSchema);
}
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
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8621);

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
    const answer = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__/* .ListHostedZonesByNameCommand */ .agy({ DNSName: name }));
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
        const page = await route53.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_0__/* .ListResourceRecordSetsCommand */ .IOz({ HostedZoneId: zoneId, ...next }));
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

/***/ 52683:
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
