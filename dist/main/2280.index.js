export const id = 2280;
export const ids = [2280];
export const modules = {

/***/ 31145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ apply)
});

// EXTERNAL MODULE: ./packages/shared/src/ecr/images.ts
var ecr_images = __webpack_require__(80150);
// EXTERNAL MODULE: ./actions/build-scan-push/src/oci-layout.ts
var oci_layout = __webpack_require__(56303);
// EXTERNAL MODULE: ./actions/build-scan-push/src/plan.ts
var plan = __webpack_require__(68766);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
;// CONCATENATED MODULE: ./actions/build-scan-push/src/registry.ts





const ATTEMPTS = 6;
/** How the other calls of this action name it too. */
const USER_AGENT = 'golive-build-scan-push';
/** One exchange, again after a lost connection, 429 or 5xx; what a registry refuses is an error at once. */
async function call(registry, one) {
    const { attempts = ATTEMPTS } = one;
    for (let attempt = 1;; attempt++) {
        const answer = await exchange(registry, one).catch((cause) => {
            if (registry.signal.aborted || attempt === attempts)
                throw cause;
            return undefined;
        });
        if (answer && one.expect.includes(answer.status))
            return answer;
        const passing = !answer || answer.status === 429 || answer.status >= 500;
        if (!passing || attempt === attempts)
            throw refusal(one, answer);
        await backOff(registry, attempt);
    }
}
/** An upload that is unknown or out of step is begun anew; what a registry denies, it denies again. */
const BEGIN_ANEW = [404, 416, 429];
function refusal(one, answer) {
    const { status = 0, text = '' } = answer ?? {};
    const final = status >= 400 && status < 500 && !BEGIN_ANEW.includes(status);
    return new golive_error/* GoliveError */.N(final ? 'REGISTRY_REFUSED' : 'REGISTRY_UNAVAILABLE', `${one.method} ${new URL(one.url).pathname}: ${status} ${text.slice(0, 500)}`, {
        hint: final
            ? 'compare the permissions of this job with the policy in the README of build-scan-push'
            : 'run the job again: what was pushed already is found there',
    });
}
/** Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
async function backOff({ signal }, attempt) {
    await (0,promises_.setTimeout)(Math.random() * Math.min(5000, 100 * 2 ** attempt), undefined, { signal });
}
async function exchange({ authorization, endpoint, signal }, { method, url, headers, body }) {
    // An upload may continue on another host, which must not see the registry's credentials.
    const sameHost = new URL(url).host === new URL(endpoint).host;
    const answer = await (0,undici/* request */.Em)(url, {
        method,
        signal,
        headers: { 'user-agent': USER_AGENT, ...headers, ...(sameHost ? { authorization } : {}) },
        ...(body ? { body: body() } : {}),
    });
    const location = answer.headers.location;
    const text = await answer.body.text();
    return { status: answer.statusCode, location: Array.isArray(location) ? location[0] : location, text };
}
/** Pushes an image by digest, without any tag: blobs first, then manifests, an index after its platforms. */
async function pushByDigest(registry, repository, layout, image, neighbours) {
    const pushed = { present: 0, mounted: 0, uploaded: 0 };
    for (const child of image.children) {
        const inner = await pushByDigest(registry, repository, layout, child, neighbours);
        pushed.present += inner.present;
        pushed.mounted += inner.mounted;
        pushed.uploaded += inner.uploaded;
    }
    const blobs = image.config ? [image.config, ...image.layers] : image.layers;
    for (const blob of new Map(blobs.map((one) => [one.digest, one])).values())
        pushed[await pushBlob(registry, repository, layout, blob, neighbours)] += 1;
    await putManifest(registry, repository, image, image.digest);
    return pushed;
}
async function pushBlob(registry, repository, layout, blob, neighbours) {
    if (await hasBlob(registry, repository, blob))
        return 'present';
    const uploads = `${registry.endpoint}/v2/${repository}/blobs/uploads/`;
    for (const neighbour of neighbours) {
        if (!(await hasBlob(registry, neighbour, blob)))
            continue;
        const url = `${uploads}?mount=${blob.digest}&from=${encodeURIComponent(neighbour)}`;
        // 202: the registry does not mount and began an upload, which it drops again when unused.
        if ((await call(registry, { method: 'POST', url, expect: [201, 202] })).status === 201)
            return 'mounted';
        break;
    }
    for (let attempt = 1;; attempt++) {
        try {
            await upload(registry, uploads, layout, blob);
            return 'uploaded';
        }
        catch (error) {
            const refused = error instanceof golive_error/* GoliveError */.N && error.code === 'REGISTRY_REFUSED';
            if (refused || registry.signal.aborted || attempt === ATTEMPTS)
                throw error;
        }
        await backOff(registry, attempt);
        // The answer may have been lost after the blob had arrived.
        if (await hasBlob(registry, repository, blob))
            return 'uploaded';
    }
}
async function upload(registry, uploads, layout, blob) {
    const begun = await call(registry, { method: 'POST', url: uploads, expect: [202] });
    const target = locationOf(registry, begun.location, uploads);
    const sent = await call(registry, {
        method: 'PATCH',
        url: target.href,
        headers: {
            'content-type': 'application/octet-stream',
            'content-length': String(blob.size),
            'content-range': `0-${Math.max(0, blob.size - 1)}`,
        },
        body: () => (0,external_node_fs_.createReadStream)((0,oci_layout/* blobPath */.nD)(layout, blob.digest)),
        expect: [202],
        attempts: 1,
    });
    const end = locationOf(registry, sent.location, target.href);
    end.searchParams.set('digest', blob.digest);
    const headers = { 'content-length': '0' };
    await call(registry, { method: 'PUT', url: end.href, headers, expect: [201, 204], attempts: 1 });
}
function locationOf({ endpoint }, location, otherwise) {
    return new URL(location ?? otherwise, endpoint);
}
async function hasBlob(registry, repository, { digest }) {
    const url = `${registry.endpoint}/v2/${repository}/blobs/${digest}`;
    // Some registries answer a HEAD for a blob with a redirect to where it is stored.
    return (await call(registry, { method: 'HEAD', url, expect: [200, 307, 404] })).status !== 404;
}
/** Puts the manifest's own bytes under a digest or a tag. */
async function putManifest(registry, repository, image, reference) {
    await call(registry, {
        method: 'PUT',
        url: `${registry.endpoint}/v2/${repository}/manifests/${reference}`,
        headers: { 'content-type': image.mediaType },
        body: () => image.bytes,
        expect: [200, 201],
    });
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecr/dist-es/commands/BatchDeleteImageCommand.js
var BatchDeleteImageCommand = __webpack_require__(74469);
;// CONCATENATED MODULE: ./actions/build-scan-push/src/withdraw.ts


/**
 * Deletes what was pushed by digest for the scan; an index before its platforms, as ECR demands. A digest with a tag is
 * an earlier release's and stays. Returns what could not be deleted.
 */
async function withdraw(ecr, { repository }, digests) {
    const left = [];
    for (const imageDigest of digests) {
        try {
            const found = await (0,ecr_images/* findImage */.F1)(ecr, repository, { imageDigest });
            if (!found || (found.imageTags ?? []).length > 0)
                continue;
            const answer = await ecr.send(new BatchDeleteImageCommand/* BatchDeleteImageCommand */.w({ repositoryName: repository, imageIds: [{ imageDigest }] }));
            for (const { failureCode, failureReason } of answer.failures ?? [])
                if (failureCode !== 'ImageNotFound')
                    left.push(`${imageDigest}: ${failureReason ?? failureCode}`);
        }
        catch (error) {
            left.push(`${imageDigest}: ${error instanceof Error ? error.message : error}`);
        }
    }
    return left;
}

;// CONCATENATED MODULE: ./actions/build-scan-push/src/apply.ts





/** Takes all images through one gate after the other. None gets its tag unless every one is through all of them. */
async function apply(tools, images) {
    const steps = [];
    const note = (subject, what) => {
        steps.push({ at: tools.pace.now().toISOString(), subject, what });
        tools.pace.progress(`${subject}: ${what}`);
    };
    let trails = images.map((image) => ({
        image,
        size: (0,plan/* gateSize */.Tw)((0,oci_layout/* compressedSize */.n3)(image.manifest), image.maxSize),
    }));
    const each = async (step) => {
        trails = await Promise.all(trails.map(step));
    };
    if (trails.some(({ size }) => size.kind === 'closed'))
        return { images: trails, steps };
    await each(async (trail) => ({ ...trail, tag: await askTag(tools, trail.image) }));
    if (trails.some(({ tag }) => tag?.kind === 'refuse'))
        return { images: trails, steps };
    const { scanLayout } = tools;
    if (scanLayout) {
        await each(async (trail) => ({ ...trail, scan: (0,plan/* gateScan */.vi)(await scanLayout(trail.image), tools.failOn) }));
        if (trails.some(({ scan }) => scan?.kind !== 'open'))
            return { images: trails, steps };
    }
    try {
        await each(async (trail) => push(tools, trail, images, note));
        if (!scanLayout)
            await each(async (trail) => ({ ...trail, scan: (0,plan/* gateScan */.vi)(await scanAll(tools, trail.image), tools.failOn) }));
    }
    catch (error) {
        await withdrawAll(tools, images, note);
        throw error;
    }
    if (trails.some(({ scan }) => scan?.kind !== 'open')) {
        await withdrawAll(tools, images, note);
        return { images: trails, steps };
    }
    await each(async (trail) => setTag(tools, trail, note));
    return { images: trails, steps };
}
async function askTag({ ecr, tag }, { repository, digest }) {
    return (0,plan/* decideTag */.BF)(tag, digest, (await (0,ecr_images/* findImage */.F1)(ecr, repository, { imageTag: tag }))?.imageDigest);
}
async function push({ registry }, trail, images, note) {
    const { name, repository, layout, manifest, digest } = trail.image;
    const neighbours = [...new Set(images.map((one) => one.repository))].filter((one) => one !== repository);
    const pushed = await pushByDigest(registry, repository, layout, manifest, neighbours);
    note(name, `pushed ${digest} without a tag: ${pushed.uploaded} blobs uploaded, ${pushed.mounted} mounted, ${pushed.present} there`);
    return { ...trail, pushed };
}
/** ECR scans images, not indexes: every platform is scanned, and one that cannot be is enough to not know. */
async function scanAll({ scanPushed, pace }, { repository, manifest }) {
    const results = await Promise.all((0,oci_layout/* leaves */.FQ)(manifest).map(({ digest }) => scanPushed(repository, digest, pace)));
    const unknown = results.find((result) => result.kind === 'unknown');
    if (unknown)
        return unknown;
    const findings = results.flatMap((result) => (result.kind === 'scanned' ? result.findings : []));
    return { kind: 'scanned', scanner: 'ECR', findings };
}
async function withdrawAll({ ecr }, images, note) {
    for (const image of images) {
        const left = await withdraw(ecr, image, allDigests(image.manifest));
        note(image.name, left.length === 0
            ? 'withdrawn: nothing of this build is in the repository'
            : `could not be withdrawn: ${left.join('; ')}`);
    }
}
const allDigests = (manifest) => [manifest.digest, ...manifest.children.flatMap(allDigests)];
async function setTag(tools, trail, note) {
    const { repository, manifest, name, digest } = trail.image;
    const { ecr, registry, tag } = tools;
    if (trail.tag?.kind === 'set') {
        try {
            await putManifest(registry, repository, manifest, tag);
            note(name, `${repository}:${tag} is ${digest}`);
        }
        catch (error) {
            // An immutable tag refuses even its own digest, as when the answer to a first try was lost.
            const decision = await askTag(tools, trail.image);
            if (decision.kind === 'set')
                throw error;
            if (decision.kind === 'refuse')
                return { ...trail, tag: decision };
        }
    }
    const proven = (await (0,ecr_images/* findImage */.F1)(ecr, repository, { imageTag: tag }))?.imageDigest;
    return { ...trail, ...(proven ? { proven } : {}) };
}


/***/ }),

/***/ 71113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ buildImage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./actions/build-scan-push/src/commands.ts
var commands = __webpack_require__(28739);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./actions/build-scan-push/src/oci-layout.ts
var oci_layout = __webpack_require__(56303);
;// CONCATENATED MODULE: ./actions/build-scan-push/src/docker-archive.ts









const archive = schemas/* array */.YOg(schemas/* object */.Ikc({ Config: schemas/* string */.YjP(), Layers: schemas/* array */.YOg(schemas/* string */.YjP()) })).length(1);
/**
 * Turns what `docker save` wrote (unpacked in `from`) into an OCI layout in `to`. Every engine since 1.10 writes
 * manifest.json, the newer ones beside an index.json whose layers are not compressed, so it is read on all of them.
 */
async function convertDockerArchive(from, to) {
    const [saved] = archive.parse(JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(from, 'manifest.json'), 'utf8')));
    if (!saved)
        throw new Error('docker save wrote no image');
    await (0,promises_.mkdir)((0,external_node_path_.join)(to, 'blobs', 'sha256'), { recursive: true });
    const layers = [];
    for (const layer of saved.Layers)
        layers.push(await addLayer((0,external_node_path_.join)(from, layer), to));
    const config = await addBytes(await (0,promises_.readFile)((0,external_node_path_.join)(from, saved.Config)), 'application/vnd.oci.image.config.v1+json', to);
    const manifest = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config, layers };
    const image = await addBytes(Buffer.from(JSON.stringify(manifest)), manifest.mediaType, to);
    await (0,promises_.writeFile)((0,external_node_path_.join)(to, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    await (0,promises_.writeFile)((0,external_node_path_.join)(to, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [image] }));
}
async function addBytes(bytes, mediaType, layout) {
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    await (0,promises_.writeFile)((0,oci_layout/* blobPath */.nD)(layout, digest), bytes);
    return { mediaType, digest, size: bytes.length };
}
async function addLayer(file, layout) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const measured = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
        },
    });
    const unnamed = (0,external_node_path_.join)(layout, 'blobs', 'layer.part');
    const compression = await compressionOf(file);
    if (compression) {
        await (0,promises_.copyFile)(file, unnamed);
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    }
    else
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), (0,external_node_zlib_.createGzip)(), measured, (0,external_node_fs_.createWriteStream)(unnamed));
    const digest = `sha256:${hash.digest('hex')}`;
    const { size } = await (0,promises_.stat)(unnamed);
    await (0,promises_.rename)(unnamed, (0,oci_layout/* blobPath */.nD)(layout, digest));
    return { mediaType: `application/vnd.oci.image.layer.v1.tar+${compression ?? 'gzip'}`, digest, size };
}
/** By the first bytes: an engine with containerd's store saves layers as they were pulled. */
async function compressionOf(file) {
    const handle = await (0,promises_.open)(file);
    try {
        const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
        if (buffer.readUInt16BE(0) === 0x1f8b)
            return 'gzip';
        return buffer.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : undefined;
    }
    finally {
        await handle.close();
    }
}

// EXTERNAL MODULE: ./actions/build-scan-push/src/run-command.ts
var run_command = __webpack_require__(15364);
;// CONCATENATED MODULE: ./actions/build-scan-push/src/build.ts







/** Builds one image into the OCI layout `build.output`, and reads it back with every blob proven. */
async function buildImage(build, builder, cwd, shell) {
    if (builder.kind === 'none')
        throw new golive_error/* GoliveError */.N('BUILD_NO_BUILDER', `image ${build.name} cannot be built: ${builder.because}`, {
            hint: builder.hint,
        });
    await (0,promises_.rm)(build.output, { recursive: true, force: true });
    await (0,promises_.mkdir)(build.output, { recursive: true });
    if (builder.kind === 'command')
        await (0,run_command/* runCommand */.d1)((0,commands/* buildCommand */.Oe)(builder.argv, build, cwd), shell);
    else
        await buildWithDocker(build, builder.route, cwd, shell);
    return (0,oci_layout/* readLayout */.T4)(build.output);
}
async function buildWithDocker(build, route, cwd, shell) {
    const scratch = `${build.output}.docker`;
    const file = (0,external_node_path_.join)(scratch, 'image.tar');
    await (0,promises_.mkdir)(scratch, { recursive: true });
    try {
        if (route === 'export') {
            await (0,run_command/* runCommand */.d1)({ ...(0,commands/* buildxExport */.dZ)(build, file), cwd }, shell);
            await (0,run_command/* runCommand */.d1)((0,commands/* unpack */.l1)(file, build.output), shell);
        }
        else {
            await (0,run_command/* runCommand */.d1)({ ...(0,commands/* dockerBuild */.rW)(build), cwd }, shell);
            await (0,run_command/* runCommand */.d1)((0,commands/* dockerSave */.QH)(build, file), shell);
            await (0,run_command/* runCommand */.d1)((0,commands/* unpack */.l1)(file, scratch), shell);
            await convertDockerArchive(scratch, build.output);
        }
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 65997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ chooseDocker)
/* harmony export */ });
/** The first engine with BuildKit: https://docs.docker.com/engine/release-notes/18.09/ */
const FIRST_BUILDKIT = [18, 9];
/** Since 23.0 the client builds through the plugin alone: https://docs.docker.com/engine/release-notes/23.0/ */
const BUILDX_ONLY = [23, 0];
function chooseDocker(docker) {
    if (!docker)
        return { kind: 'none', because: 'docker is not installed', hint: `install Docker, ${OR_COMMAND}` };
    const { client, engine, buildx, driver = 'docker', containerdStore } = docker;
    if (buildx !== undefined && driver !== 'docker')
        return { kind: 'export', because: `buildx ${buildx} with the driver ${driver} writes OCI layouts` };
    if (engine === undefined)
        return { kind: 'none', because: 'no Docker engine answers', hint: `start one or set DOCKER_HOST, ${OR_COMMAND}` };
    if (before(engine, FIRST_BUILDKIT))
        return {
            kind: 'none',
            because: `Docker engine ${engine} has no BuildKit, which came with 18.09`,
            hint: `update Docker, ${OR_COMMAND}`,
        };
    if (buildx !== undefined && containerdStore)
        return {
            kind: 'export',
            because: `buildx ${buildx} and the containerd store of Docker ${engine} write OCI layouts`,
        };
    if (buildx !== undefined)
        return { kind: 'save', because: `the store of Docker ${engine} exports no OCI layout: docker save and conversion` };
    if (before(client, BUILDX_ONLY))
        return { kind: 'save', because: `Docker ${client} builds with its own BuildKit: docker save and conversion` };
    return {
        kind: 'none',
        because: `the docker client ${client} builds only through its plugin buildx, which is not installed`,
        hint: `install docker-buildx-plugin, or put a client before 23.0 first on PATH, ${OR_COMMAND}`,
    };
}
const OR_COMMAND = 'or give the image a build-command that leaves an OCI layout';
/** False for what does not begin like a version. */
function before(version, [major, minor]) {
    const [, ownMajor, ownMinor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
    if (ownMajor === undefined || ownMinor === undefined)
        return false;
    return Number(ownMajor) < major || (Number(ownMajor) === major && Number(ownMinor) < minor);
}


/***/ }),

/***/ 28739:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ trivyAnswers),
/* harmony export */   KZ: () => (/* binding */ trivyScan),
/* harmony export */   Oe: () => (/* binding */ buildCommand),
/* harmony export */   QH: () => (/* binding */ dockerSave),
/* harmony export */   Wd: () => (/* binding */ dockerStore),
/* harmony export */   ZF: () => (/* binding */ dockerVersion),
/* harmony export */   dZ: () => (/* binding */ buildxExport),
/* harmony export */   l1: () => (/* binding */ unpack),
/* harmony export */   rW: () => (/* binding */ dockerBuild),
/* harmony export */   ri: () => (/* binding */ withoutCredentials),
/* harmony export */   ry: () => (/* binding */ buildxVersion),
/* harmony export */   xl: () => (/* binding */ buildxInspect)
/* harmony export */ });
const dockerVersion = { argv: ['docker', 'version', '--format', '{{json .}}'] };
const dockerStore = { argv: ['docker', 'info', '--format', '{{json .DriverStatus}}'] };
const buildxVersion = { argv: ['docker', 'buildx', 'version'] };
const buildxInspect = { argv: ['docker', 'buildx', 'inspect'] };
const localTag = ({ name, version }) => `golive-build/${name.toLowerCase()}:${version}`;
/** Attestations would turn one image into an index with untagged entries in ECR. */
const BUILDKIT = { DOCKER_BUILDKIT: '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' };
/** Builds into the engine's store. */
function dockerBuild(build) {
    return { argv: ['docker', 'build', ...whatToBuild(build), '--tag', localTag(build), build.context], env: BUILDKIT };
}
/** Builds into a tar file that holds an OCI layout. */
function buildxExport(build, file) {
    const output = ['--output', `type=oci,dest=${file}`];
    return { argv: ['docker', 'buildx', 'build', ...whatToBuild(build), ...output, build.context], env: BUILDKIT };
}
function whatToBuild(build) {
    const labels = {
        'org.opencontainers.image.version': build.version,
        'org.opencontainers.image.revision': build.commit,
    };
    return [
        '--file',
        `${build.context}/${build.dockerfile}`,
        ...Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]),
        ...Object.entries(build.buildArgs).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]),
    ];
}
function dockerSave(build, file) {
    return { argv: ['docker', 'save', '--output', file, localTag(build)] };
}
function unpack(file, folder) {
    return { argv: ['tar', '--extract', '--file', file, '--directory', folder] };
}
/** The user's own build: no shell, in the folder of golive.yml. */
function buildCommand(argv, build, cwd) {
    return {
        argv,
        cwd,
        env: {
            GOLIVE_OUTPUT: build.output,
            GOLIVE_IMAGE: build.name,
            GOLIVE_VERSION: build.version,
            GOLIVE_CONTEXT: build.context,
        },
    };
}
const trivyAnswers = { argv: ['trivy', '--version'] };
function trivyScan(layout, report) {
    return {
        argv: [
            'trivy',
            'image',
            '--quiet',
            '--scanners',
            'vuln',
            '--format',
            'json',
            '--output',
            report,
            '--input',
            layout,
        ],
        // A scan asks for no newer version and sends no usage data; as variables, for older versions do not know the flags.
        env: { TRIVY_SKIP_VERSION_CHECK: 'true', TRIVY_DISABLE_TELEMETRY: 'true' },
    };
}
/** All that a scanner gets to know of the environment: where programs and its database are, and how to reach the network. */
const SCANNER_MAY_SEE = [
    'PATH',
    'HOME',
    'TMPDIR',
    'XDG_CACHE_HOME',
    'TRIVY_CACHE_DIR',
    'TRIVY_DB_REPOSITORY',
    'SSL_CERT_FILE',
];
/** The same, where no user and password stand in the address. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
/** Scanners have been malicious (CVE-2026-33634): none gets a credential. */
function withoutCredentials(env) {
    const kept = {};
    for (const name of [...SCANNER_MAY_SEE, ...PROXIES]) {
        const value = env[name];
        if (value !== undefined && !(PROXIES.includes(name) && value.includes('@')))
            kept[name] = value;
    }
    return kept;
}


/***/ }),

/***/ 7544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_bytes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61265);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35952);




const image = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    context: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().default('.').describe('Folder with the sources'),
    dockerfile: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().default('Dockerfile').describe('Dockerfile, seen from the context'),
    repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('ECR repository'),
    'max-size': (0,_shared_values_bytes__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee)().optional().describe('Most that the compressed layers may weigh together'),
    'build-command': zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .min(1)
        .optional()
        .describe('Command that leaves an OCI layout in $GOLIVE_OUTPUT'),
    'build-args': zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).default({}).describe('Build arguments for Docker'),
});
const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'build-scan-push',
    title: 'Golive: build, scan, push',
    description: 'Builds each image once, measures and scans it, and pushes those very bytes under an immutable tag.',
    section: 'images',
    sectionAs: 'images',
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), image).describe('The images by name; in golive.yml the section images itself'),
        version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().describe('Tag to push; default: the tag or branch of the run'),
        builder: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['auto', 'docker', 'command'])
            .default('auto')
            .describe('`auto`: the build-command of an image where it has one, else Docker'),
        scanner: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['auto', 'trivy', 'ecr'])
            .default('auto')
            .describe('`auto`: Trivy where it is on PATH, else the scan of ECR'),
        'fail-on': zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']))
            .default(['CRITICAL'])
            .describe('Severities that keep a release from being pushed'),
        'scan-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)().default('10m').describe('Time for the scan of ECR'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)().default('1s').describe('Time between two looks at the scan'),
    }),
    outputs: {
        images: 'JSON object: image name -> `repository@sha256:…`',
        digests: 'JSON object: image name -> `sha256:…`',
    },
});


/***/ }),

/***/ 60199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ lookAtDocker)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28739);
/* harmony import */ var _run_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15364);



const versions = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    Client: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ Version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    Server: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ Version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).nullish(),
});
/** Asks client, plugin and engine what they are; undefined where there is no docker client. */
async function lookAtDocker(shell) {
    // Without an engine the client exits with 1, and has told its own version all the same.
    const told = await (0,_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerVersion */ .ZF, shell);
    const parsed = versions.safeParse(json(told.output));
    if (!parsed.success)
        return undefined;
    const [plugin, builder, store] = await Promise.all([
        (0,_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .buildxVersion */ .ry, shell),
        (0,_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .buildxInspect */ .xl, shell),
        (0,_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerStore */ .Wd, shell),
    ]);
    const engine = parsed.data.Server?.Version;
    const [, buildx] = /(v?\d+\.\d+\S*)/.exec(plugin.code === 0 ? plugin.output : '') ?? [];
    const [, driver] = /^Driver:[ \t]*(\S+)/m.exec(builder.code === 0 ? builder.output : '') ?? [];
    return {
        client: parsed.data.Client.Version,
        // https://docs.docker.com/engine/storage/containerd/
        containerdStore: store.code === 0 && store.output.includes('io.containerd.snapshotter'),
        ...(engine === undefined ? {} : { engine }),
        ...(buildx === undefined ? {} : { buildx }),
        ...(driver === undefined ? {} : { driver }),
    };
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

/***/ 52280:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(74211);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(38421);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66046);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31145);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71113);
/* harmony import */ var _choose_docker_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(65997);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28739);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7544);
/* harmony import */ var _look_at_docker_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60199);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(68766);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(67224);
/* harmony import */ var _run_command_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(15364);
/* harmony import */ var _scan_ecr_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(12083);
/* harmony import */ var _scan_trivy_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(70389);


















await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_5__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .definition */ .m, async (input, run) => {
    const tag = (0,_plan_js__WEBPACK_IMPORTED_MODULE_14__/* .tagOf */ .cO)(input.version ?? run.github.ref);
    if (!tag)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('IMAGES_VERSION_INVALID', `'${input.version ?? run.github.ref}' cannot be the tag of an image`, {
            hint: 'give the input version: letters, digits, dots, dashes and underscores, at most 128',
        });
    const shell = { env: process.env, signal: run.signal, show: (line) => run.log.info(line) };
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'golive-images-'));
    try {
        const images = await buildAll(input.images, input.builder, { tag, folder, run, shell });
        const ecr = new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_15__/* .ECRClient */ .S(run.aws);
        const pace = {
            every: input['poll-interval'],
            within: input['scan-timeout'],
            now: run.now,
            sleep: run.sleep,
            progress: (line) => run.log.info(line),
        };
        const trivy = input.scanner === 'trivy' ||
            (input.scanner === 'auto' && (await (0,_run_command_js__WEBPACK_IMPORTED_MODULE_12__/* .answers */ .GA)(_commands_js__WEBPACK_IMPORTED_MODULE_8__/* .trivyAnswers */ .G5, { ...shell, env: (0,_commands_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutCredentials */ .ri)(shell.env) })));
        // One after the other: all scans share one database and one cache, which Trivy locks.
        let scanned = Promise.resolve();
        const scanLayout = ({ name, layout, manifest }) => {
            const show = (line) => run.log.info(`[${name}] ${line}`);
            const result = scanned.then(() => (0,_scan_trivy_js__WEBPACK_IMPORTED_MODULE_13__/* .scanWithTrivy */ .C)(layout, manifest, `${layout}.scan`, { ...shell, show }));
            scanned = result;
            return result;
        };
        const tools = {
            ecr,
            registry: await logIn(ecr, run),
            tag,
            failOn: input['fail-on'],
            pace,
            scanPushed: (repository, digest) => (0,_scan_ecr_js__WEBPACK_IMPORTED_MODULE_16__/* .scanWithEcr */ .Em)(ecr, repository, digest, pace),
            ...(trivy ? { scanLayout } : {}),
        };
        const told = (0,_report_js__WEBPACK_IMPORTED_MODULE_11__/* .report */ .z)(await (0,_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .apply */ .B)(tools, images), tag, run.now().toISOString());
        if (told.outputs.images)
            await record(run, images);
        return told;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
});
/** All images at once, each once. Every failed build is told, not only the first. */
async function buildAll(inputs, wanted, { tag, folder, run, shell }) {
    const asksDocker = Object.values(inputs).some((image) => wanted === 'docker' || !image['build-command']);
    const docker = (0,_choose_docker_js__WEBPACK_IMPORTED_MODULE_17__/* .chooseDocker */ .S)(asksDocker ? await (0,_look_at_docker_js__WEBPACK_IMPORTED_MODULE_10__/* .lookAtDocker */ .f)(shell) : undefined);
    const built = await Promise.allSettled(Object.entries(inputs).map(async ([name, image], index) => {
        // Numbered, for a name may hold what is no part of a path.
        const layout = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, String(index));
        const { context, dockerfile, repository } = image;
        const build = {
            name,
            version: tag,
            context,
            dockerfile,
            output: layout,
            buildArgs: image['build-args'],
            commit: run.github.sha,
        };
        const show = (line) => run.log.info(`[${name}] ${line}`);
        const builder = (0,_plan_js__WEBPACK_IMPORTED_MODULE_14__/* .chooseBuilder */ .Z7)(wanted, image['build-command'], docker);
        if (builder.kind !== 'none')
            show(`built by ${builder.kind}, because ${builder.because}`);
        const manifest = await (0,_build_js__WEBPACK_IMPORTED_MODULE_7__/* .buildImage */ ._)(build, builder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(run.paths.config), { ...shell, show });
        run.log.info(`${name}: built ${manifest.digest}`);
        const maxSize = image['max-size']?.bytes;
        return {
            name,
            repository,
            digest: manifest.digest,
            layout,
            manifest,
            ...(maxSize === undefined ? {} : { maxSize }),
        };
    }));
    const failed = built.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    if (failed.length === 1 || run.signal.aborted)
        throw failed[0];
    if (failed.length > 1)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('BUILD_FAILED', failed.map((error) => (error instanceof Error ? error.message : error)).join('; '), {
            hint: 'nothing was pushed; the output of each build stands in the log above',
        });
    return built.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
async function logIn(ecr, run) {
    const { authorizationData } = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_18__/* .GetAuthorizationTokenCommand */ .E({}));
    const [data] = authorizationData ?? [];
    if (!data?.authorizationToken || !data.proxyEndpoint)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('REGISTRY_NO_TOKEN', 'ECR gave no authorization token', {
            hint: 'allow ecr:GetAuthorizationToken',
        });
    run.mask(data.authorizationToken);
    const password = Buffer.from(data.authorizationToken, 'base64').toString('utf8').split(':').slice(1).join(':');
    if (password)
        run.mask(password);
    const endpoint = data.proxyEndpoint.replace(/\/$/, '');
    return { endpoint, authorization: `Basic ${data.authorizationToken}`, signal: run.signal };
}
/** Adds the images to the release record, where the job has one. */
async function record(run, images) {
    if (!(await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord)))
        return;
    const added = Object.fromEntries(images.map(({ name, repository, digest }) => [name, `${repository}@${digest}`]));
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .updateReleaseRecord */ .wJ)(run.paths.releaseRecord, (one) => ({ ...one, images: { ...one.images, ...added } }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 56303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ leaves),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   n3: () => (/* binding */ compressedSize),
/* harmony export */   nD: () => (/* binding */ blobPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34837);







const descriptor = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    mediaType: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/),
    size: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().int().nonnegative(),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    config: descriptor.optional(),
    layers: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(descriptor).default([]),
    manifests: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(descriptor).default([]),
});
const blobPath = (layout, digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, 'blobs', ...digest.split(':'));
/** Reads the one image of an OCI layout, and proves every blob against its digest. */
async function readLayout(layout) {
    const index = manifest.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, 'index.json'), 'utf8').catch(notALayout(layout))));
    const [only, ...more] = index.manifests;
    if (!only || more.length > 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_5__/* .GoliveError */ .N('BUILD_LAYOUT_AMBIGUOUS', `the layout has ${index.manifests.length} images, expected one`, {
            hint: 'leave one image, or one image index for several platforms, in $GOLIVE_OUTPUT/index.json',
        });
    return readManifest(layout, only);
}
async function readManifest(layout, at) {
    await verify(layout, at);
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(blobPath(layout, at.digest));
    const { config, layers, manifests } = manifest.parse(JSON.parse(bytes.toString('utf8')));
    for (const blob of config ? [config, ...layers] : layers)
        await verify(layout, blob);
    const children = await Promise.all(manifests.map((child) => readManifest(layout, child)));
    return { ...at, bytes, layers, children, ...(config ? { config } : {}) };
}
async function verify(layout, { digest, size }) {
    const path = blobPath(layout, digest);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    if (found)
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash);
    const measured = found ? `sha256:${hash.digest('hex')}` : 'nothing';
    if (measured !== digest || found?.size !== size)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_5__/* .GoliveError */ .N('BUILD_LAYOUT_DAMAGED', `blob ${digest} (${size} bytes) of the layout is ${measured}`, {
            hint: 'the build-command must leave every blob complete; build again from clean',
        });
}
function notALayout(layout) {
    return (cause) => {
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_5__/* .GoliveError */ .N('BUILD_NO_LAYOUT', `the build left no OCI layout: ${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, 'index.json')} is not there`, {
            cause,
            hint: 'write an OCI image layout (index.json, oci-layout, blobs/) to the folder named by GOLIVE_OUTPUT',
        });
    };
}
/** Bytes of the compressed layers; of several platforms the heaviest, for one host pulls one platform. */
function compressedSize(image) {
    const own = image.layers.reduce((sum, layer) => sum + layer.size, 0);
    return Math.max(own, ...image.children.map(compressedSize));
}
/** The image manifests that can be scanned and run: the image itself, or the platforms of an index. */
function leaves(image) {
    return image.children.length === 0 ? [image] : image.children.flatMap(leaves);
}


/***/ }),

/***/ 68766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ decideTag),
/* harmony export */   Tw: () => (/* binding */ gateSize),
/* harmony export */   Z7: () => (/* binding */ chooseBuilder),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   vi: () => (/* binding */ gateScan)
/* harmony export */ });
function gateSize(size, maximum) {
    if (maximum === undefined)
        return { kind: 'open', because: `${megabytes(size)} compressed, no max-size set` };
    const because = `${megabytes(size)} compressed, at most ${megabytes(maximum)}`;
    return { kind: size > maximum ? 'closed' : 'open', because };
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
function gateScan(scan, failOn) {
    const { scanner } = scan;
    if (scan.kind === 'unknown')
        return { kind: 'closed', scanner, unknown: true, because: `${scanner} could not tell: ${scan.because}` };
    const bad = scan.findings.filter((finding) => failOn.includes(finding.severity));
    if (bad.length === 0)
        return {
            kind: 'open',
            scanner,
            because: `${scanner} found ${scan.findings.length} vulnerabilities, none ${failOn.join(' or ')}`,
        };
    const named = bad.slice(0, 5).map(({ id, severity, package: what, version, fixedIn }) => {
        const fix = fixedIn ? `, fixed in ${fixedIn}` : ', no fix yet';
        return `${id} (${severity}) in ${what} ${version}${fix}`;
    });
    const more = bad.length > 5 ? ` and ${bad.length - 5} more` : '';
    return { kind: 'closed', scanner, because: `${scanner} found ${named.join('; ')}${more}` };
}
/** A tag is set once: the same digest under it is success, another one is never replaced. */
function decideTag(tag, digest, existing) {
    if (existing === undefined)
        return { kind: 'set', because: `${tag} is free` };
    if (existing === digest)
        return { kind: 'leave', because: `${tag} already is ${digest}` };
    return {
        kind: 'refuse',
        because: `${tag} already is ${existing}, and this build is ${digest}; release under a new version`,
    };
}
/** A tag of an image: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
function tagOf(ref) {
    const tag = ref.replace(/^refs\/(tags|heads)\//, '').replaceAll('/', '-');
    return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag) ? tag : undefined;
}
/** Who builds an image: what the user named, and on `auto` the image's own command before Docker. */
function chooseBuilder(wanted, argv, docker) {
    if (wanted !== 'docker' && argv)
        return { kind: 'command', argv, because: 'it has a build-command' };
    if (wanted === 'command')
        return { kind: 'none', because: 'it has no build-command', hint: 'give it one, or let the input builder be auto' };
    return docker.kind === 'none' ? docker : { kind: 'docker', route: docker.kind, because: docker.because };
}


/***/ }),

/***/ 67224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/build-scan-push/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'images.size': 'Is the compressed image within its limit?',
    'images.immutable-tag': 'Is the tag free, or on this very digest already?',
    'images.no-critical-vulnerabilities': 'Did the scan end, and find nothing critical?',
    'images.digest-proven': 'Does the registry hold the bytes that were built and scanned?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

// EXTERNAL MODULE: ./actions/build-scan-push/src/oci-layout.ts
var oci_layout = __webpack_require__(56303);
;// CONCATENATED MODULE: ./actions/build-scan-push/src/report.ts



/** Checks of every gate that was reached; the outputs name only images whose digest was proven in ECR. */
function report({ images, steps }, tag, at) {
    const proven = images.filter(({ image, proven: digest }) => digest === image.digest);
    // No image is tagged unless the scans of all let it through: until then there is nothing to prove.
    const tagged = images.every(({ scan }) => scan?.kind === 'open');
    const all = proven.length === images.length;
    return {
        checks: images.flatMap((trail) => [
            ...gatesOf(trail, at),
            ...(tagged && trail.pushed ? [proofOf(trail, tag, at)] : []),
        ]),
        outputs: {
            images: all
                ? JSON.stringify(Object.fromEntries(proven.map(({ image }) => [image.name, `${image.repository}@${image.digest}`])))
                : '',
            digests: all ? JSON.stringify(Object.fromEntries(proven.map(({ image }) => [image.name, image.digest]))) : '',
        },
        summary: (0,markdown.md) `## Images ${tag}

${(0,markdown/* table */.tp)(['Image', 'Digest', 'Size', 'Scan', 'Pushed'], images.map(({ image, size, scan, proven: digest }) => [
            image.name,
            image.digest,
            size.because,
            scan?.because ?? 'not reached',
            digest === image.digest ? 'yes' : 'no',
        ]))}
`,
        timeline: steps,
    };
}
function gatesOf({ image, size, tag: decision, scan }, at) {
    const checks = [
        check('images.size', image.name, size.kind === 'open' ? 'pass' : 'fail', size.because, {
            measured: (0,oci_layout/* compressedSize */.n3)(image.manifest),
            expected: image.maxSize,
            source: 'the OCI layout',
            at,
        }),
    ];
    if (decision)
        checks.push(check('images.immutable-tag', image.name, decision.kind === 'refuse' ? 'fail' : 'pass', decision.because, {
            measured: image.digest,
            source: 'ecr:DescribeImages',
            at,
        }));
    if (scan) {
        const verdict = scan.kind === 'open' ? 'pass' : scan.unknown ? 'inconclusive' : 'fail';
        const nothing = scan.kind === 'closed' ? '; nothing was tagged' : '';
        const source = scan.scanner === 'ECR' ? 'ecr:DescribeImageScanFindings' : 'trivy image';
        checks.push(check('images.no-critical-vulnerabilities', image.name, verdict, `${scan.because}${nothing}`, { source, at }));
    }
    return checks;
}
function proofOf({ image, proven }, tag, at) {
    const same = proven === image.digest;
    return check('images.digest-proven', image.name, same ? 'pass' : 'inconclusive', same
        ? `built, scanned and pushed bytes are the same: ${image.repository}:${tag} is ${image.digest}`
        : `${image.repository}:${tag} is ${proven ?? 'not set'}, built was ${image.digest}`, { measured: proven, expected: image.digest, source: 'ecr:DescribeImages', at });
}


/***/ }),

/***/ 15364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ answers),
/* harmony export */   d1: () => (/* binding */ runCommand),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_readline__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81260);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34837);




/**
 * Runs a command to its end, line by line into the log, and kills it when the run is cancelled. `@actions/exec` can
 * neither kill what it started nor tell a last line without a line break, nor the signal that ended it. Throws when it cannot start or exits with
 * another code than 0.
 */
async function runCommand({ argv, env, cwd }, shell) {
    const [program = '', ...args] = argv;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd,
        env: { ...shell.env, ...env },
        signal: shell.signal,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const last = [];
    for (const stream of [child.stdout, child.stderr])
        (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: stream }).on('line', (line) => {
            shell.show(line);
            last.push(line);
            if (last.length > 10)
                last.shift();
        });
    const { promise, resolve, reject } = Promise.withResolvers();
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
    const code = await promise.catch((cause) => {
        if (cause instanceof Error && cause.name === 'AbortError')
            throw cause;
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__/* .GoliveError */ .N('BUILD_COMMAND_NOT_FOUND', `${program} cannot be started`, {
            cause,
            hint: 'is it installed and on PATH?',
        });
    });
    if (code !== 0)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_3__/* .GoliveError */ .N('BUILD_COMMAND_FAILED', `${program} ${args[0] ?? ''} ended with ${code}: ${last.join(' | ')}`, {
            hint: 'its whole output stands in the log above',
        });
}
/** Asks a short command, out of sight. Rejects as soon as the run is cancelled. */
async function ask({ argv, env, cwd }, shell) {
    shell.signal.throwIfAborted();
    const [program = '', ...args] = argv;
    const known = Object.entries({ ...shell.env, ...env }).filter((one) => one[1] !== undefined);
    const cancelled = Promise.withResolvers();
    const cancel = () => cancelled.reject(shell.signal.reason);
    shell.signal.addEventListener('abort', cancel, { once: true });
    try {
        const chunks = [];
        const listeners = { stdout: (chunk) => void chunks.push(chunk) };
        // The quotes keep a program with blanks in its path whole. No input: @actions/exec writes it to a program that has
        // ended already too, and nobody catches the broken pipe.
        const options = {
            env: Object.fromEntries(known),
            silent: true,
            ignoreReturnCode: true,
            listeners,
        };
        const ended = (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .exec */ .m)(`"${program}"`, args, cwd === undefined ? options : { ...options, cwd });
        const code = await Promise.race([ended.catch(() => undefined), cancelled.promise]);
        return { code, output: Buffer.concat(chunks).toString('utf8') };
    }
    finally {
        shell.signal.removeEventListener('abort', cancel);
    }
}
/** Whether a short command runs and exits with 0. Rejects as soon as the run is cancelled. */
async function answers(command, shell) {
    return (await ask(command, shell)).code === 0;
}


/***/ }),

/***/ 12083:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ scanWithEcr)
/* harmony export */ });
/* unused harmony exports needsScan, nextScanStep */
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46229);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66512);
/* harmony import */ var _shared_ecs_pace__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91902);


/** ECR scans an image on demand once in 24 hours: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-basic.html */
const SCAN_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
/** Whether a scan has to be started: there is none, or its findings are from before yesterday's advisories. */
function needsScan({ status, completedAt }, now) {
    if (status === 'COMPLETE')
        return now.getTime() - (completedAt ?? now).getTime() > SCAN_AGAIN_AFTER_MS;
    return status === undefined;
}
/**
 * What the state of a scan means. COMPLETE counts only once there are findings, and as many as ECR itself counts:
 * the state is set before the findings are. Whatever is not known to be an end with findings is not one.
 */
function nextScanStep({ status, description, findings, counts }) {
    switch (status) {
        case undefined:
        case 'PENDING':
        case 'IN_PROGRESS':
            return { kind: 'wait', because: `scan is ${status ?? 'not there yet'}` };
        case 'COMPLETE':
        // Continuous scanning stays ACTIVE for the life of the image.
        case 'ACTIVE':
            if (!findings || Object.entries(counts).some(([severity, count]) => of(findings, severity) < count))
                return { kind: 'wait', because: `scan is ${status}, its findings are not there yet` };
            return { kind: 'end', result: { kind: 'scanned', scanner: 'ECR', findings } };
        default:
            return { kind: 'end', result: unknown(`the scan is ${status}${description ? ` (${description})` : ''}`) };
    }
}
const of = (findings, severity) => findings.filter((one) => one.severity === severity).length;
const unknown = (because) => ({ kind: 'unknown', scanner: 'ECR', because });
/** Scans an image that was pushed by digest, and waits for its findings. */
async function scanWithEcr(ecr, repositoryName, imageDigest, pace) {
    const image = { repositoryName, imageId: { imageDigest } };
    // Asked first, because the SDK takes ECR's "scanned today already" for throttling, and tries for most of a minute.
    if (needsScan(await readScan(ecr, image), pace.now())) {
        try {
            await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .StartImageScanCommand */ .Q(image));
        }
        catch (error) {
            const name = error instanceof Error ? error.name : '';
            if (name === 'UnsupportedImageTypeException')
                return unknown('ECR cannot scan this type of image');
            // LimitExceeded: somebody else began it. Validation: enhanced scanning, which begins by itself.
            if (name !== 'LimitExceededException' && name !== 'ValidationException')
                throw error;
        }
    }
    const result = await (0,_shared_ecs_pace__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(pace, async () => {
        const step = nextScanStep(await readScan(ecr, image));
        return step.kind === 'end' ? { done: step.result } : { waiting: `${repositoryName}: ${step.because}` };
    });
    return result ?? unknown(`no findings within ${pace.within.ms / 1000} s`);
}
async function readScan(ecr, image) {
    const findings = [];
    let nextToken;
    let page;
    do {
        try {
            page = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__/* .DescribeImageScanFindingsCommand */ .T({ ...image, ...(nextToken ? { nextToken } : {}) }));
        }
        catch (error) {
            if (error instanceof Error && error.name === 'ScanNotFoundException')
                return { status: undefined, findings: undefined, counts: {} };
            throw error;
        }
        findings.push(...findingsOf(page));
        nextToken = page.nextToken;
    } while (nextToken);
    return {
        status: page.imageScanStatus?.status,
        description: page.imageScanStatus?.description,
        findings: page.imageScanFindings ? findings : undefined,
        counts: Object.fromEntries(Object.entries(page.imageScanFindings?.findingSeverityCounts ?? {})),
        completedAt: page.imageScanFindings?.imageScanCompletedAt,
    };
}
function findingsOf({ imageScanFindings: found }) {
    const basic = (found?.findings ?? []).map((one) => {
        const attribute = (key) => one.attributes?.find((pair) => pair.key === key)?.value ?? '';
        return {
            id: one.name ?? '',
            severity: one.severity ?? '',
            package: attribute('package_name'),
            version: attribute('package_version'),
        };
    });
    const enhanced = (found?.enhancedFindings ?? []).map((one) => {
        const details = one.packageVulnerabilityDetails;
        const [vulnerable] = details?.vulnerablePackages ?? [];
        return {
            id: details?.vulnerabilityId ?? one.title ?? '',
            severity: one.severity ?? '',
            package: vulnerable?.name ?? '',
            version: vulnerable?.version ?? '',
            ...(vulnerable?.fixedInVersion ? { fixedIn: vulnerable.fixedInVersion } : {}),
        };
    });
    return [...basic, ...enhanced];
}


/***/ }),

/***/ 70389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ scanWithTrivy)
/* harmony export */ });
/* unused harmony export parseTrivyReport */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28739);
/* harmony import */ var _oci_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56303);
/* harmony import */ var _run_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15364);






const report = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    SchemaVersion: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(2),
    Results: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        Vulnerabilities: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
            VulnerabilityID: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
            PkgName: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
            InstalledVersion: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().default(''),
            FixedVersion: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
            Severity: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        }))
            .optional(),
    }))
        .optional(),
});
/** Findings of a Trivy report; `unknown` for anything that does not have the shape of one. */
function parseTrivyReport(text) {
    try {
        const { Results = [] } = report.parse(JSON.parse(text));
        // Trivy 0.65 leaves Results out, and exits with 0, when it recognises neither a distribution nor a package.
        if (Results.length === 0)
            return unknown('it recognises neither an operating system nor packages in the image');
        const findings = Results.flatMap(({ Vulnerabilities = [] }) => Vulnerabilities).map((one) => ({
            id: one.VulnerabilityID,
            severity: one.Severity,
            package: one.PkgName,
            version: one.InstalledVersion,
            ...(one.FixedVersion ? { fixedIn: one.FixedVersion } : {}),
        }));
        return { kind: 'scanned', scanner: 'Trivy', findings };
    }
    catch (error) {
        return unknown(`its report is not understood: ${error instanceof Error ? error.message : error}`);
    }
}
const unknown = (because) => ({ kind: 'unknown', scanner: 'Trivy', because });
/**
 * Scans the layout on disk, before anything is pushed: every platform of it, one after the other, for Trivy looks only
 * at the first image that it finds in an index (pkg/fanal/image/oci.go of 0.65). `scratch` is a folder of its own.
 */
async function scanWithTrivy(layout, image, scratch, shell) {
    const findings = [];
    for (const [index, leaf] of (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .leaves */ .FQ)(image).entries()) {
        const alone = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, String(index));
        await layoutOfOne(layout, leaf, alone);
        const result = await scanOne(alone, `${alone}.json`, shell);
        if (result.kind === 'unknown')
            return result;
        findings.push(...result.findings);
    }
    return { kind: 'scanned', scanner: 'Trivy', findings };
}
/** A layout that names one image of another, whose blobs it shares. */
async function layoutOfOne(layout, { mediaType, digest, size }, to) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(to, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(layout, 'blobs'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to, 'blobs'));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size }] }));
}
async function scanOne(layout, reportFile, shell) {
    try {
        await (0,_run_command_js__WEBPACK_IMPORTED_MODULE_4__/* .runCommand */ .d1)((0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .trivyScan */ .KZ)(layout, reportFile), { ...shell, env: (0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCredentials */ .ri)(shell.env) });
    }
    catch (error) {
        if (shell.signal.aborted)
            throw error;
        return unknown(error instanceof Error ? error.message : String(error));
    }
    return parseTrivyReport(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(reportFile, 'utf8').catch(() => ''));
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

/***/ 91902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/** Asks until there is an answer; undefined when the time ran out. Says each new progress line once. */
async function ask(pace, once) {
    const end = pace.now().getTime() + pace.within.ms;
    let said = '';
    for (;;) {
        const answer = await once();
        if ('done' in answer)
            return answer.done;
        if (answer.waiting !== said)
            pace.progress(answer.waiting);
        said = answer.waiting;
        if (pace.now().getTime() >= end)
            return undefined;
        await pace.sleep(pace.every.ms);
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
