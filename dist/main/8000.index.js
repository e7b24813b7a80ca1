export const id = 8000;
export const ids = [8000];
export const modules = {

/***/ 32059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ StopTaskCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44947);


class StopTaskCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "StopTask", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .StopTask$ */ .kfB) {
}


/***/ }),

/***/ 35720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ migrate)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(22588);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(44947);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/RunTaskCommand.js


class RunTaskCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "RunTask", schemas_0/* RunTask$ */.nnR) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/StopTaskCommand.js
var StopTaskCommand = __webpack_require__(32059);
// EXTERNAL MODULE: ./packages/shared/src/ecs/migration-tasks.ts
var migration_tasks = __webpack_require__(12458);
// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var pace = __webpack_require__(91902);
// EXTERNAL MODULE: ./packages/shared/src/ecs/services.ts
var services = __webpack_require__(2089);
// EXTERNAL MODULE: ./packages/shared/src/ecs/stopped-task.ts
var stopped_task = __webpack_require__(4872);
// EXTERNAL MODULE: ./packages/shared/src/logs/log-stream.ts
var log_stream = __webpack_require__(67906);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./actions/migrate/src/plan.ts
var plan = __webpack_require__(9766);
;// CONCATENATED MODULE: ./actions/migrate/src/apply.ts








/** Runs the migration task to its end, its log shown as it is written; stops it on time-out and when cancelled. */
async function migrate(tools, service, definition, task) {
    const { arn, adopted } = await startTask(tools.ecs, service, task);
    tools.pace.progress(`${adopted ? 'found' : 'started'} task ${arn}`);
    const log = [];
    const follow = follower(tools, (0,stopped_task/* logLocation */.U)(definition, task.container, arn), log);
    try {
        const verdict = await (0,pace/* ask */.k)(tools.pace, async () => {
            const [seen] = await (0,services/* describeTasks */.yz)(tools.ecs, task.cluster, [arn]);
            const now = (0,plan/* judgeTask */.vf)(seen, task.container);
            await follow();
            return now.kind === 'running' ? { waiting: now.because } : { done: now };
        });
        if (verdict) {
            await lateLines(tools, follow);
            return { task: arn, verdict, log, adopted };
        }
    }
    catch (error) {
        await stopTask(tools.ecs, task.cluster, arn, 'the release was cancelled');
        throw error;
    }
    await stopTask(tools.ecs, task.cluster, arn, 'the migration took too long');
    const because = `task did not end within ${tools.pace.within.ms / 1000} s and was stopped`;
    return { task: arn, verdict: { kind: 'failed', because }, log, adopted };
}
/**
 * Starts the task, or finds the one that an earlier attempt of this run left: two must never migrate at once, and one
 * that has succeeded unseen tells the revisions that it went through, which a second one could not.
 */
async function startTask(ecs, service, task) {
    const ours = { cluster: task.cluster, startedBy: (0,migration_tasks/* startedByMigration */.Vs)(task.runId) };
    const left = [];
    for (const desiredStatus of ['RUNNING', 'STOPPED'])
        left.push(...(await (0,services/* findTasks */.Uz)(ecs, { ...ours, desiredStatus })));
    const found = (0,plan/* leftBehind */.aU)(left, task);
    if (found)
        return { arn: found, adopted: true };
    const answer = await ecs.send(new RunTaskCommand((0,plan/* runTaskInput */.dY)(service, task)));
    const arn = answer.tasks?.[0]?.taskArn;
    if (arn)
        return { arn, adopted: false };
    const failures = (answer.failures ?? []).map(({ reason, detail, arn: what }) => [what, reason, detail].filter(Boolean).join(' '));
    throw new golive_error/* GoliveError */.N('MIGRATE_TASK_NOT_STARTED', `ECS did not start the migration task: ${failures.join('; ') || 'no reason given'}`, {
        hint: `compare with how ${service.serviceName} starts its tasks: capacity, subnets, roles`,
    });
}
function follower({ logs, show }, at, log) {
    let token;
    return async () => {
        if (!at)
            return;
        const page = await (0,log_stream/* logLinesSince */.i)(logs, at, token);
        token = page.token;
        for (const line of page.lines)
            show(line);
        log.push(...page.lines);
    };
}
/** CloudWatch Logs shows the last lines of a stopped task a little later; the revisions stand on the very last. */
async function lateLines({ pace }, follow) {
    for (let look = 0; look < 2; look++) {
        await pace.sleep(Math.min(pace.every.ms, 1000));
        await follow();
    }
}
async function stopTask(ecs, cluster, task, reason) {
    await ecs.send(new StopTaskCommand/* StopTaskCommand */.P({ cluster, task, reason: `golive: ${reason}` }));
}


/***/ }),

/***/ 41341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ compatibilityOf),
/* harmony export */   q: () => (/* binding */ begun)
/* harmony export */ });
/** Whether the release before this one works with the schema now, as far as anybody said or it can be seen. */
function compatibilityOf({ revisions, declared, isRetry }) {
    const change = revisions ? `${revisions.from || 'none'} -> ${revisions.to}` : 'the migration';
    if (revisions && revisions.from === revisions.to && !isRetry)
        return { verdict: 'compatible', because: `the schema is at ${revisions.to || 'none'} as before` };
    if (declared === true)
        return { verdict: 'compatible', because: `previous-release-works says so of ${change}` };
    if (declared === false)
        return { verdict: 'incompatible', because: `previous-release-works says that ${change} breaks the release before` };
    return { verdict: 'unknown', because: `nobody said whether the release before works after ${change}` };
}
/** What holds from the moment at which the migration task is started until it has told its end. */
const begun = {
    verdict: 'unknown',
    because: 'the migration began, and did not come to a good end',
};


/***/ }),

/***/ 61706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ dryRun)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/release/plan-file.ts
var plan_file = __webpack_require__(65629);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./packages/shared/src/evidence/likely-secrets.ts
var likely_secrets = __webpack_require__(95753);
;// CONCATENATED MODULE: ./actions/migrate/src/dry-run/judge-statement.ts

/**
 * What one statement may cost a running application, by its first words; the first rule that fits counts, and what
 * fits none is unknown. Locks: https://www.postgresql.org/docs/15/explicit-locking.html
 */
const rules = [
    [
        /^(?:BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|COMMENT ON|ANALYZE)\b/,
        'none',
        'changes no data',
    ],
    [
        /^(?:SET|RESET) (?:LOCAL |SESSION )?(?:LOCK_TIMEOUT|STATEMENT_TIMEOUT|SEARCH_PATH|CLIENT_\w+|CHECK_FUNCTION_BODIES)\b/,
        'none',
        'a setting of the session',
    ],
    [/^CREATE (?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED) )*TABLE\b/, 'adds', 'a new table'],
    [/^CREATE UNIQUE INDEX\b/, 'breaks', 'what was allowed twice is refused'],
    [/^CREATE INDEX CONCURRENTLY\b/, 'adds', 'a new index, built beside the writers'],
    [/^CREATE INDEX\b/, 'locks', 'writers wait until the index is built'],
    [
        /^CREATE (?:TYPE|SCHEMA|SEQUENCE|EXTENSION|DOMAIN|VIEW|MATERIALIZED VIEW|FUNCTION|PROCEDURE|ROLE|STATISTICS)\b/,
        'adds',
        'something new',
    ],
    [/^GRANT\b/, 'adds', 'a new right'],
    [/^REVOKE\b/, 'breaks', 'a right is gone'],
    [/^ALTER TYPE .* ADD VALUE\b/, 'adds', 'a new value'],
    [/^ALTER .* RENAME\b/, 'breaks', 'the old name is gone'],
    [/^DROP (?:TABLE|SCHEMA|DATABASE|MATERIALIZED VIEW)\b/, 'destroys', 'what is in it is gone'],
    [/^DROP INDEX\b/, 'locks', 'others wait for it, and queries lose the index'],
    [/^DROP\b/, 'breaks', 'what uses it fails'],
    [/^TRUNCATE\b/, 'destroys', 'all rows are gone'],
    [/^DELETE FROM\b/, 'destroys', 'rows are gone'],
    [/^(?:INSERT INTO|UPDATE|COPY)\b/, 'writes', 'rows change'],
    [/^(?:VACUUM FULL|CLUSTER|REINDEX|LOCK|REFRESH MATERIALIZED VIEW)\b/, 'locks', 'others wait until it is done'],
    [/^VACUUM\b/, 'none', 'changes no data'],
];
/** What a statement may cost; `unknown` for whatever is not recognised, such as a DO block. */
function judgeStatement({ plain, broken }) {
    if (broken)
        return { risk: 'unknown', why: 'a quote or a comment in it never ends' };
    const [, actions] = /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?\S+(?: \*)? (.+)$/.exec(plain) ?? [];
    if (actions !== undefined)
        return judgeAll(partsOf(actions).map(judgeAction));
    const rule = rules.find(([pattern]) => pattern.test(plain));
    return rule ? { risk: rule[1], why: rule[2] } : { risk: 'unknown', why: 'nothing here recognises it' };
}
const column = '(?:COLUMN )?(?:IF NOT EXISTS )?';
const constraint = /^ADD (?:CONSTRAINT|CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY|EXCLUDE)\b/;
const actionRules = [
    [/^DROP (?!CONSTRAINT\b)/, 'destroys', 'the column and what is in it are gone'],
    [/^RENAME\b/, 'breaks', 'the old name is gone'],
    [
        /^ADD .*\b(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b/,
        'breaks',
        'what was allowed twice is refused, and others wait for its index',
    ],
    [constraint, 'breaks', 'what the release before writes may be refused'],
    [/^VALIDATE CONSTRAINT\b/, 'adds', 'reads all rows, and nobody waits'],
    [/^ALTER (?:COLUMN )?\S+ SET NOT NULL$/, 'breaks', 'what the release before leaves empty is refused'],
    [/^ALTER (?:COLUMN )?\S+ (?:SET DATA )?TYPE\b/, 'breaks', 'the type is another, and the table may be written anew'],
    [/^ALTER (?:COLUMN )?\S+ SET DEFAULT\b/, 'adds', 'another value for new rows'],
    [new RegExp(`^ADD ${column}\\S+ (?:SMALL|BIG)?SERIAL\\b`), 'locks', 'the table is written anew'],
    [
        new RegExp(`^ADD ${column}.*\\b(?:GENERATED|REFERENCES|CHECK)\\b`),
        'locks',
        'others wait while all rows are looked at',
    ],
];
/** One action of an ALTER TABLE. */
function judgeAction(action) {
    const rule = actionRules.find(([pattern]) => pattern.test(action));
    if (rule)
        return { risk: rule[1], why: rule[2] };
    if (!/^ADD\b/.test(action))
        return { risk: 'unknown', why: 'nothing here recognises it' };
    const [, value] = /\bDEFAULT (.+?)(?: NOT NULL| NULL)?$/.exec(action) ?? [];
    if (/\bNOT NULL\b/.test(action) && value === undefined)
        return { risk: 'breaks', why: 'the release before does not fill the new column' };
    // A default that differs from row to row has to be written into each: https://www.postgresql.org/docs/15/sql-altertable.html
    if (value?.includes('(') && !/^(?:NOW|CURRENT_\w+) ?\( ?\)$/.test(value))
        return { risk: 'locks', why: 'the table may be written anew for its default' };
    return { risk: 'adds', why: 'a new column' };
}
function judgeAll(all) {
    const risk = (0,plan_file/* worstRisk */.Ly)(all.map((one) => one.risk));
    const of = all.filter((one) => one.risk === risk).map(({ why }) => why);
    return { risk, why: [...new Set(of)].join('; ') };
}
/** What stands between the commas that are in no brackets. */
function partsOf(text) {
    const parts = [''];
    let depth = 0;
    for (const one of text) {
        depth += one === '(' ? 1 : one === ')' ? -1 : 0;
        if (one === ',' && depth === 0)
            parts.push('');
        else
            parts.push(`${parts.pop() ?? ''}${one}`);
    }
    return parts.map((part) => part.trim());
}

;// CONCATENATED MODULE: ./actions/migrate/src/dry-run/statements.ts
/**
 * The statements of a PostgreSQL file, cut at semicolons outside of quotes and comments:
 * https://www.postgresql.org/docs/15/sql-syntax-lexical.html
 */
function statementsIn(sql) {
    const groups = [[]];
    for (const piece of pieces(sql)) {
        if (piece.kind === 'end')
            groups.push([]);
        else
            groups.at(-1)?.push(piece);
    }
    return groups.map(statementOf).filter(({ plain, broken }) => plain !== '' || broken);
}
function statementOf(all) {
    return {
        text: all
            .map(({ source }) => source)
            .join('')
            .trim(),
        plain: all.map(plainOf).join('').replace(/\s+/g, ' ').trim(),
        broken: all.some(({ broken }) => broken === true),
    };
}
function plainOf({ kind, source }) {
    if (kind === 'comment')
        return ' ';
    if (kind === 'literal')
        return "''";
    return kind === 'name' ? '"NAME"' : source.toUpperCase();
}
function* pieces(sql) {
    let from = 0;
    for (let at = 0; at < sql.length;) {
        const special = specialAt(sql, at);
        if (special === undefined) {
            at += 1;
            continue;
        }
        if (at > from)
            yield { kind: 'text', source: sql.slice(from, at) };
        yield special;
        at += special.source.length;
        from = at;
    }
    if (from < sql.length)
        yield { kind: 'text', source: sql.slice(from) };
}
function specialAt(sql, at) {
    const two = sql.slice(at, at + 2);
    if (sql[at] === ';')
        return { kind: 'end', source: ';' };
    if (two === '--')
        return { kind: 'comment', source: sql.slice(at).split('\n', 1)[0] ?? '' };
    if (two === '/*')
        return blockComment(sql, at);
    if (sql[at] === '"')
        return upTo('name', sql, at, /^"(?:[^"]|"")*"/);
    const escapes = /[eE]/.test(sql[at - 1] ?? '') && !/\w/.test(sql[at - 2] ?? '');
    if (sql[at] === "'")
        return upTo('literal', sql, at, escapes ? /^'(?:[^'\\]|\\[\s\S]|'')*'/ : /^'(?:[^']|'')*'/);
    const isWord = /[\w$]/.test(sql[at - 1] ?? '');
    const [tag] = sql[at] === '$' && !isWord ? (/^\$(?:[A-Za-z_]\w*)?\$/.exec(sql.slice(at, at + 80)) ?? []) : [];
    if (tag === undefined)
        return undefined;
    const end = sql.indexOf(tag, at + tag.length);
    return end < 0
        ? { kind: 'literal', source: sql.slice(at), broken: true }
        : { kind: 'literal', source: sql.slice(at, end + tag.length) };
}
function upTo(kind, sql, at, pattern) {
    const [source] = pattern.exec(sql.slice(at)) ?? [];
    return source === undefined ? { kind, source: sql.slice(at), broken: true } : { kind, source };
}
/** Block comments nest. */
function blockComment(sql, at) {
    let depth = 0;
    for (const { index, 0: mark } of sql.slice(at).matchAll(/\/\*|\*\//g)) {
        depth += mark === '/*' ? 1 : -1;
        if (depth === 0)
            return { kind: 'comment', source: sql.slice(at, at + index + 2) };
    }
    return { kind: 'comment', source: sql.slice(at), broken: true };
}

;// CONCATENATED MODULE: ./actions/migrate/src/dry-run/pending.ts




/** What a migration would do, as far as the files of the repository tell. */
function planOfMigration(asked, files) {
    const { tool, command, previousReleaseWorks, folder } = asked;
    const works = previousReleaseWorks === undefined
        ? 'nobody says whether'
        : previousReleaseWorks
            ? 'golive.yml says that'
            : 'golive.yml says that NOT';
    const { pending, because } = range(asked, files.filter(({ name }) => !isDown(name)));
    return {
        action: 'migrate',
        because: `${because}; ${works} the release before works with the new schema`,
        changes: folder === undefined ? [unseen(command)] : pending.map(changeOf),
        // `files` tells a brief that each subject is a file, which is old where the release before had it already.
        detail: { files: true, tool, command: [...command], 'previous-release-works': previousReleaseWorks ?? null },
    };
}
const unseen = (command) => ({
    subject: command.join(' '),
    what: 'change',
    text: '',
    risk: 'unknown',
});
function range({ tool, folder, fromRevision }, files) {
    if (folder === undefined)
        return {
            pending: [],
            because: `what ${tool} would do is not known here: migrate.migrations does not say where its files are`,
        };
    const at = fromRevision === undefined ? -1 : files.findIndex(({ name }) => isRevision(name, fromRevision));
    if (at >= 0) {
        const pending = files.slice(at + 1);
        return { pending, because: `${counted(pending.length)} after ${fromRevision}, at which the database is` };
    }
    const why = fromRevision === undefined
        ? 'which of them the database has already is decided when it runs'
        : `none of them is ${fromRevision}, at which the database is`;
    return { pending: files, because: `${counted(files.length)} in ${folder}; ${why}` };
}
const counted = (count) => (count === 1 ? 'one migration' : `${count} migrations`);
const stem = (name) => name
    .split('/')
    .at(-1)
    ?.replace(/(?:\.up)?\.\w+$/, '') ?? name;
const isRevision = (name, revision) => stem(name) === revision || stem(name).startsWith(`${revision}_`);
/** Files that only go back: golang-migrate's `1_x.down.sql`, Flyway's `U1__x.sql`. */
const isDown = (name) => /\.down\.\w+$|(?:^|\/)U[\d.]+__[^/]*\.sql$/.test(name);
function changeOf({ name, text }) {
    if (!name.endsWith('.sql'))
        return { subject: name, what: 'create', text: `${program}\n${shown(text)}`, risk: 'unknown' };
    const judged = statementsIn(upward(text)).map((statement) => ({ statement, ...judgeStatement(statement) }));
    const lines = judged.map(({ statement, risk, why }) => `-- ${risk}: ${why}\n${shown(statement.text)};`);
    return { subject: name, what: 'create', text: lines.join('\n\n'), risk: (0,plan_file/* worstRisk */.Ly)(judged.map(({ risk }) => risk)) };
}
const program = 'This is a program, and what it does to the database is not judged here:';
const shown = (text) => (0,likely_secrets/* hideLikelySecrets */.E)(text.trim());
/**
 * Of a file for both directions, what goes up: `-- migrate:up` of dbmate, `-- +goose Up`, `-- +migrate Up` of
 * sql-migrate, `-- Up Migration` of node-pg-migrate.
 */
function upward(text) {
    const down = /^[ \t]*--[ \t]*(?:migrate:down|\+goose[ \t]+down|\+migrate[ \t]+down|down migration)\b/im.exec(text);
    return down ? text.slice(0, down.index) : text;
}

;// CONCATENATED MODULE: ./actions/migrate/src/dry-run/dry-run.ts
// Writes down what a migration would do, from the files of the repository: no call of AWS, no look at the database.






async function dryRun(input, run) {
    const { migrations: folder } = input;
    const plan = planOfMigration({
        tool: input.tool,
        command: input.command,
        previousReleaseWorks: input['previous-release-works'],
        folder,
        fromRevision: input['from-revision'],
    }, folder === undefined
        ? []
        : await filesIn(external_node_path_default().resolve(external_node_path_default().dirname(run.paths.config), folder), run.paths.workspace));
    run.log.info(`${plan.because}; plan in ${await (0,plan_file/* writePlan */.pD)(run.paths.workspace, plan)}`);
    return {
        checks: [],
        outputs: { snapshot: '', 'from-revision': '', 'to-revision': '', compatibility: '', task: '' },
        summary: (0,markdown.md) `## Migration: what would be done

${plan.because}.

${(0,markdown/* table */.tp)(['Migration', 'Risk'], plan.changes.map(({ subject, risk }) => [subject, risk]))}
`,
    };
}
// A migration is written by hand: one that is larger than this is a dump, which nobody reads.
const mostBytes = 1_000_000;
async function filesIn(folder, workspace) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch((error) => {
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
            throw error;
        throw new golive_error/* GoliveError */.N('MIGRATE_NO_MIGRATIONS', `there is no folder ${external_node_path_default().relative(workspace, folder)}`, {
            hint: 'correct migrate.migrations, which is relative to golive.yml',
        });
    });
    const files = entries
        .filter((one) => one.isFile() && !one.name.startsWith('.'))
        .map((one) => external_node_path_default().join(one.parentPath, one.name));
    const named = files.map((file) => ({ file, name: external_node_path_default().relative(workspace, file).replaceAll('\\', '/') }));
    // In the order of their names, which is the one that tools run them in.
    named.sort((a, b) => (a.name < b.name ? -1 : 1));
    return Promise.all(named.map(async ({ file, name }) => {
        const bytes = await (0,promises_.readFile)(file);
        return {
            name,
            text: bytes.length > mostBytes ? `(${bytes.length} bytes, too many to be shown)` : bytes.toString('utf8'),
        };
    }));
}


/***/ }),

/***/ 60704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66044);
/* harmony import */ var _shared_values_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35952);



const definition = (0,_shared_runtime_define_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'migrate',
    title: 'Golive: migrate',
    description: 'Takes a snapshot, then runs the migration as a one-off ECS task with the new image, inside the VPC.',
    section: 'migrate',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        tool: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default('own').describe('Name of the migration tool, for the report'),
        like: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('Service whose task definition, network and roles the migration task takes over'),
        container: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('Container of that service that runs the migration and whose exit code counts'),
        command: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).min(1).describe('Command of the migration, as a list of arguments'),
        image: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('Image name; default: what `rollout` gives the container'),
        cluster: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('ECS cluster; default: `rollout.cluster`'),
        images: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
            .describe('JSON object from build-scan-push: image name -> `repository@sha256:…`'),
        database: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('RDS instance to take a snapshot of first; without it none is taken'),
        'previous-release-works': zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
            .optional()
            .describe('Whether the release before this one works with the new schema; a rollback asks. Not said: unknown'),
        migrations: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .optional()
            .describe('Folder of the migrations, relative to golive.yml: a dry run shows them, and judges those in SQL'),
        'from-revision': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .optional()
            .describe('Revision that the database is at, for a dry run: only what comes after it is shown'),
        'dry-run': zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
            .default(false)
            .describe('Write down what would be done, from the files of the repository, and stop there'),
        timeout: (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('30m').describe('Time for the migration task, after which it is stopped'),
        'snapshot-timeout': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1h').describe('Time for the snapshot to become available'),
        'poll-interval': (0,_shared_values_duration__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)().default('1s').describe('Time between two looks at the task, its log and the snapshot'),
        'log-lines': zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(0).max(100).default(20).describe('Log lines kept of a migration that failed'),
    }),
    outputs: {
        snapshot: 'Identifier of the snapshot taken before the migration',
        'from-revision': 'Revision before, when the last log line is JSON with `from` and `to`',
        'to-revision': 'Revision after, when the last log line is JSON with `from` and `to`',
        compatibility: '`compatible`, `incompatible` or `unknown`: whether the release before works with the new schema',
        task: 'ARN of the migration task',
    },
});


/***/ }),

/***/ 18000:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(61334);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(74211);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7777);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(67278);
/* harmony import */ var _shared_ecr_digest_reference__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(56920);
/* harmony import */ var _shared_ecr_images__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(80150);
/* harmony import */ var _shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66263);
/* harmony import */ var _shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42034);
/* harmony import */ var _shared_ecs_services__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2089);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33224);
/* harmony import */ var _shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(22851);
/* harmony import */ var _shared_release_record__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3116);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_pace_of__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(40783);
/* harmony import */ var _shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66046);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35720);
/* harmony import */ var _compatibility_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41341);
/* harmony import */ var _dry_run_dry_run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(61706);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60704);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9766);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(720);
/* harmony import */ var _rollout_section_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8554);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(92364);























await (0,_shared_runtime_run_action__WEBPACK_IMPORTED_MODULE_5__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .definition */ .m, (input, run) => (input['dry-run'] ? (0,_dry_run_dry_run_js__WEBPACK_IMPORTED_MODULE_8__/* .dryRun */ .P)(input, run) : backUpAndMigrate(input, run)));
async function backUpAndMigrate(input, run) {
    const ecs = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_14__/* .ECSClient */ .Z(run.aws);
    const { like, container, database, images } = input;
    const rollout = (0,_rollout_section_js__WEBPACK_IMPORTED_MODULE_12__/* .inRollout */ .B)(run.config.rollout, like, container);
    const cluster = input.cluster ?? rollout.cluster;
    const image = input.image ?? rollout.image;
    if (!cluster || !image)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('MIGRATE_INCOMPLETE', `${cluster ? 'image' : 'cluster'} of the migration task is not known`, {
            hint: 'give it as an input, or fill in rollout in golive.yml',
        });
    const service = (await (0,_shared_ecs_services__WEBPACK_IMPORTED_MODULE_15__/* .describeServices */ .Ge)(ecs, cluster, [like])).get(like);
    if (!service)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('MIGRATE_SERVICE_NOT_FOUND', `${cluster} has no active service ${like}`, {
            hint: 'correct migrate.like',
        });
    const model = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .readTaskDefinition */ .L)(ecs, (0,_shared_ecs_go_back__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(service));
    if (!(0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_2__/* .containerNames */ .MR)(model.definition).includes(container))
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('MIGRATE_CONTAINER_NOT_FOUND', `${like} has no container ${container}`, {
            hint: `migrate.container must be one of ${(0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_2__/* .containerNames */ .MR)(model.definition).join(', ')}`,
        });
    const address = await addressOf(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_16__/* .ECRClient */ .S(run.aws), image, images[image]);
    const pace = (0,_shared_runtime_pace_of__WEBPACK_IMPORTED_MODULE_17__/* .paceOf */ .x)(run, input['poll-interval'], input.timeout);
    const snapshot = database
        ? await backUp(run, new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_18__/* .RDSClient */ .r(run.aws), database, { ...pace, within: input['snapshot-timeout'] })
        : undefined;
    const wanted = (0,_plan_js__WEBPACK_IMPORTED_MODULE_10__/* .migrationDefinition */ .yp)(model.definition, container, address);
    const { arn } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .registerTaskDefinition */ .e)(ecs, wanted);
    const { definition: registered } = await (0,_shared_ecs_register_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .readTaskDefinition */ .L)(ecs, arn);
    const tools = {
        ecs,
        logs: new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_19__/* .CloudWatchLogsClient */ .T(run.aws),
        pace,
        show: (line) => run.log.info(`  ${line}`),
    };
    await recordSchema(run, { compatibility: _compatibility_js__WEBPACK_IMPORTED_MODULE_7__/* .begun */ .q });
    const migration = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .migrate */ ._)(tools, service, registered, {
        cluster,
        taskDefinition: arn,
        container,
        command: input.command,
        runId: String(run.github.runId),
        attempt: String(run.github.runAttempt),
    });
    const revisions = migration.verdict.kind === 'succeeded' ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_10__/* .revisionsOf */ .Ow)(migration.log) : undefined;
    const isRetry = (snapshot?.reused ?? false) && !migration.adopted;
    const declared = input['previous-release-works'];
    const compatibility = migration.verdict.kind === 'succeeded' ? (0,_compatibility_js__WEBPACK_IMPORTED_MODULE_7__/* .compatibilityOf */ .k)({ revisions, declared, isRetry }) : _compatibility_js__WEBPACK_IMPORTED_MODULE_7__/* .begun */ .q;
    const told = revisions ? { revisionFrom: revisions.from, revisionTo: revisions.to } : {};
    await recordSchema(run, { ...told, compatibility });
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_11__/* .report */ .z)({
        tool: input.tool,
        ...(database ? { database } : {}),
        ...(snapshot ? { snapshot } : {}),
        migration,
        compatibility,
        logLines: input['log-lines'],
        at: run.now().toISOString(),
    });
}
async function addressOf(ecr, image, text) {
    const reference = text === undefined ? undefined : (0,_shared_ecr_digest_reference__WEBPACK_IMPORTED_MODULE_20__/* .parseDigestReference */ .D)(text);
    if (!reference)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('MIGRATE_IMAGE_INVALID', `images.${image} is '${text ?? 'missing'}', not repository@sha256:…`, {
            hint: 'pass the output images of build-scan-push',
        });
    const uri = (await (0,_shared_ecr_images__WEBPACK_IMPORTED_MODULE_21__/* .repositoryUris */ .ex)(ecr, [reference.repository])).get(reference.repository);
    return `${uri}@${reference.digest}`;
}
async function backUp(run, rds, database, pace) {
    const recorded = (await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord))?.database;
    const planned = recorded?.instance === database ? recorded.snapshot : undefined;
    await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_13__/* .refuseAfterRollback */ .j)(rds, database, String(run.github.runId));
    const snapshot = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_13__/* .takeSnapshot */ .W)(rds, database, planned ?? (0,_shared_rds_snapshot_identifier__WEBPACK_IMPORTED_MODULE_22__/* .snapshotIdentifier */ .S)(database, String(run.github.runId)), pace);
    run.log.info(`snapshot ${snapshot.id} is available${snapshot.reused ? ' from an earlier attempt' : ''}`);
    if (recorded)
        await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .updateReleaseRecord */ .wJ)(run.paths.releaseRecord, (record) => record.database ? { ...record, database: { ...record.database, snapshotArn: snapshot.arn } } : record);
    return snapshot;
}
async function recordSchema(run, schema) {
    if (!(await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .readReleaseRecord */ .d9)(run.paths.releaseRecord)))
        return;
    await (0,_shared_release_record__WEBPACK_IMPORTED_MODULE_3__/* .updateReleaseRecord */ .wJ)(run.paths.releaseRecord, (record) => record.database ? { ...record, database: { ...record.database, ...schema } } : record);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ revisionsOf),
/* harmony export */   aU: () => (/* binding */ leftBehind),
/* harmony export */   dY: () => (/* binding */ runTaskInput),
/* harmony export */   vf: () => (/* binding */ judgeTask),
/* harmony export */   xY: () => (/* binding */ decideSnapshot),
/* harmony export */   yp: () => (/* binding */ migrationDefinition)
/* harmony export */ });
/* harmony import */ var _shared_ecs_causes_explain_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37077);
/* harmony import */ var _shared_ecs_migration_tasks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12458);
/* harmony import */ var _shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33224);



/** What to do about the snapshot, from the status that RDS reports for it (undefined: it does not exist). */
function decideSnapshot(id, status, created) {
    if (status === undefined)
        return { kind: created ? 'wait' : 'create', because: `snapshot ${id} does not exist yet` };
    if (status === 'available')
        return { kind: 'reuse', because: `snapshot ${id} is available` };
    if (status === 'creating' || status === 'pending')
        return { kind: 'wait', because: `snapshot ${id} is ${status}` };
    return {
        kind: 'refuse',
        because: `snapshot ${id} is ${status}`,
        hint: 'delete it, or find out in the RDS console why it cannot be used, then run the release again',
    };
}
/**
 * The definition of the migration task: the service's, in a family of its own (so that nothing takes it for a revision
 * of the service), with the new image and without the health check, which asks a server that does not run here.
 */
function migrationDefinition(like, container, image) {
    const definition = (0,_shared_ecs_task_definition__WEBPACK_IMPORTED_MODULE_1__/* .withImages */ .nS)(like, { [container]: image });
    return {
        ...definition,
        family: `${like.family}-golive-migrate`,
        containerDefinitions: (definition.containerDefinitions ?? []).map((one) => {
            if (one.name !== container)
                return one;
            const { healthCheck: _, ...kept } = one;
            return { ...kept, essential: true };
        }),
    };
}
/** RunTask with the network and capacity of the service. The token lets a repeated call find the task it began. */
function runTaskInput(service, task) {
    const capacity = service.capacityProviderStrategy ?? [];
    return {
        cluster: task.cluster,
        taskDefinition: task.taskDefinition,
        count: 1,
        clientToken: `golive-migrate-${task.runId}-${task.attempt}`.slice(0, 64),
        startedBy: (0,_shared_ecs_migration_tasks__WEBPACK_IMPORTED_MODULE_2__/* .startedByMigration */ .Vs)(task.runId),
        ...(service.networkConfiguration ? { networkConfiguration: service.networkConfiguration } : {}),
        ...(capacity.length > 0
            ? { capacityProviderStrategy: capacity }
            : { launchType: service.launchType ?? 'FARGATE' }),
        ...(service.platformVersion ? { platformVersion: service.platformVersion } : {}),
        overrides: { containerOverrides: [{ name: task.container, command: [...task.command] }] },
    };
}
/** The named container's exit code judges the migration; a task that never started it has failed. */
function judgeTask(task, container) {
    if (!task)
        return { kind: 'running', because: 'ECS does not describe the task yet' };
    if (task.lastStatus !== 'STOPPED')
        return { kind: 'running', because: `task is ${task.lastStatus}` };
    const exitCode = task.containers?.find((one) => one.name === container)?.exitCode;
    if (exitCode === 0)
        return { kind: 'succeeded', because: `container ${container} exited with 0` };
    const code = exitCode === undefined ? 'never ran' : `exited with ${exitCode}`;
    return { kind: 'failed', because: `container ${container} ${code}: ${(0,_shared_ecs_causes_explain_failure__WEBPACK_IMPORTED_MODULE_0__/* .sayStopped */ .H$)(task)}` };
}
/**
 * The task of an earlier attempt that this one goes on with: one that has not come to its end, or one that did the very
 * same with success. ECS tells of a stopped task for about an hour.
 */
function leftBehind(tasks, wanted) {
    const alive = tasks.find((one) => one.lastStatus !== 'STOPPED');
    const done = tasks.find((one) => one.taskDefinitionArn === wanted.taskDefinition && hasSameCommand(one, wanted) && hasSucceeded(one, wanted));
    return (alive ?? done)?.taskArn;
}
function hasSameCommand({ overrides }, { container, command }) {
    const given = overrides?.containerOverrides?.find((one) => one.name === container)?.command ?? [];
    return JSON.stringify(given) === JSON.stringify(command);
}
const hasSucceeded = (task, { container }) => judgeTask(task, container).kind === 'succeeded';
/** `{"from","to"}` on the last line of the log, which a migration may print to tell its revisions. */
function revisionsOf(log) {
    const last = log.findLast((line) => line.trim() !== '');
    if (!last)
        return undefined;
    try {
        const said = JSON.parse(last);
        if (typeof said !== 'object' || said === null || !('from' in said) || !('to' in said))
            return undefined;
        return { from: String(said.from ?? ''), to: String(said.to ?? '') };
    }
    catch {
        // An ordinary log line.
        return undefined;
    }
}


/***/ }),

/***/ 720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./packages/shared/src/evidence/markdown.ts
var markdown = __webpack_require__(87232);
// EXTERNAL MODULE: ./packages/shared/src/evidence/checks.ts
var checks = __webpack_require__(88160);
;// CONCATENATED MODULE: ./actions/migrate/src/checks.ts

/** What this action reports. */
const checks_checks = {
    'migrate.snapshot': 'Was a snapshot available before the migration began?',
    'migrate.exit-code': 'Did the migration’s container end with 0?',
    'migrate.previous-release-works': 'Does the release before this one work with the new schema?',
};
const check = (0,checks/* checkIn */.i)(checks_checks);

// EXTERNAL MODULE: ./actions/migrate/src/plan.ts
var plan = __webpack_require__(9766);
;// CONCATENATED MODULE: ./actions/migrate/src/report.ts



function report({ tool, database, snapshot, migration, compatibility, logLines, at }) {
    const revisions = migration.verdict.kind === 'succeeded' ? (0,plan/* revisionsOf */.Ow)(migration.log) : undefined;
    const ran = migrated(migration, logLines, at);
    return {
        checks: [backup(database, snapshot, at), ran, rollbackSafe(compatibility, at)],
        outputs: {
            snapshot: snapshot?.id ?? '',
            'from-revision': revisions?.from ?? '',
            'to-revision': revisions?.to ?? '',
            compatibility: compatibility.verdict,
            task: migration.task,
        },
        summary: (0,markdown.md) `## Migration

${(0,markdown/* table */.tp)(['', ''], [
            ['Tool', tool],
            ['Snapshot', snapshot?.id ?? 'none'],
            ['Task', migration.task.split('/').at(-1) ?? migration.task],
            ['Revisions', revisions ? `${revisions.from || 'none'} -> ${revisions.to}` : 'not told'],
            ['Release before', `${compatibility.verdict}: ${compatibility.because}`],
            ['Result', ran.because],
        ])}
`,
        timeline: [
            ...(snapshot ? [{ at, subject: snapshot.id, what: snapshot.reused ? 'snapshot reused' : 'snapshot taken' }] : []),
            { at, subject: migration.task, what: migration.verdict.because },
        ],
    };
}
function backup(database, snapshot, at) {
    const source = 'rds:DescribeDBSnapshots';
    if (!snapshot)
        return check('migrate.snapshot', 'database', 'skipped', 'no database was named, so no snapshot was taken', {
            source,
            at,
        });
    const how = snapshot.reused ? 'from an earlier attempt of this run ' : '';
    const because = `snapshot ${snapshot.id} ${how}was available before the migration began`;
    return check('migrate.snapshot', database ?? 'database', 'pass', because, { measured: snapshot.id, source, at });
}
function migrated({ verdict, log, task }, logLines, at) {
    const source = 'ecs:DescribeTasks';
    const shown = log.filter((line) => line.trim() !== '').slice(-logLines);
    if (verdict.kind === 'succeeded')
        return check('migrate.exit-code', 'migration', 'pass', verdict.because, { measured: 0, source, at });
    const lines = logLines > 0 && shown.length > 0 ? `; last log lines: ${shown.join(' | ')}` : '';
    return check('migrate.exit-code', 'migration', 'fail', `${verdict.because}${lines}`, {
        measured: task,
        expected: 0,
        source,
        at,
    });
}
/** A schema that the release before does not work with is no failure of the migration; a rollback has to know. */
function rollbackSafe({ verdict, because }, at) {
    const told = verdict === 'compatible' ? 'pass' : 'warn';
    return check('migrate.previous-release-works', 'schema', told, because, {
        measured: verdict,
        expected: 'compatible',
        source: 'previous-release-works, and the revisions that the migration told',
        at,
    });
}


/***/ }),

/***/ 8554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inRollout)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);
/** What the rollout section of golive.yml says about the service that the migration task is like. */

/** A container: the name of its image, or a map that may have it. */
const containerImage = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ image: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() }).transform(({ image }) => image),
]);
const rolloutSection = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    services: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ containers: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), containerImage).default({}) }))
        .default({}),
});
/** Its cluster and the name of the container's image, as far as the section has them. */
function inRollout(section, service, container) {
    const rollout = rolloutSection.safeParse(section).data;
    return { cluster: rollout?.cluster, image: rollout?.services[service]?.containers[container] };
}


/***/ }),

/***/ 92364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ refuseAfterRollback),
  W: () => (/* binding */ takeSnapshot)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(44162);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(15636);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-rds/dist-es/commands/CreateDBSnapshotCommand.js


class CreateDBSnapshotCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateDBSnapshot", schemas_0/* CreateDBSnapshot$ */.J_M) {
}

// EXTERNAL MODULE: ./packages/shared/src/ecs/pace.ts
var ecs_pace = __webpack_require__(91902);
// EXTERNAL MODULE: ./packages/shared/src/rds/instance-names.ts
var instance_names = __webpack_require__(49641);
// EXTERNAL MODULE: ./packages/shared/src/rds/instances.ts
var instances = __webpack_require__(62091);
// EXTERNAL MODULE: ./packages/shared/src/runtime/golive-error.ts
var golive_error = __webpack_require__(34837);
// EXTERNAL MODULE: ./actions/migrate/src/plan.ts
var plan = __webpack_require__(9766);
;// CONCATENATED MODULE: ./actions/migrate/src/snapshot.ts






/**
 * A run that was put back with its database has spent its snapshot: rows may have been written since, and a second
 * rollback of the same run could not be told from the first.
 */
async function refuseAfterRollback(rds, instance, runId) {
    const { kept } = (0,instance_names/* databaseNames */.M)(instance, runId);
    if (!(await (0,instances/* findInstance */.X)(rds, kept)))
        return;
    throw new golive_error/* GoliveError */.N('MIGRATE_PUT_BACK', `run ${runId} was put back: ${instance} is its restored snapshot, and ${kept} is the database from before that`, { hint: 'start a new release instead of running the jobs of this one again: it takes a snapshot of its own' });
}
/** Makes sure that the snapshot exists and is available. One from an earlier attempt of the run is the right one. */
async function takeSnapshot(rds, instance, id, pace) {
    let created = false;
    const found = await (0,ecs_pace/* ask */.k)(pace, async () => {
        const snapshot = await (0,instances/* findSnapshot */.C)(rds, id);
        if (snapshot?.DBInstanceIdentifier && snapshot.DBInstanceIdentifier !== instance)
            throw new golive_error/* GoliveError */.N('MIGRATE_SNAPSHOT_FOREIGN', `snapshot ${id} is of ${snapshot.DBInstanceIdentifier}, not of ${instance}`, {
                hint: 'delete it or rename it, then run the release again',
            });
        const step = (0,plan/* decideSnapshot */.xY)(id, snapshot?.Status, created);
        if (step.kind === 'refuse')
            throw new golive_error/* GoliveError */.N('MIGRATE_SNAPSHOT_UNUSABLE', step.because, { hint: step.hint });
        if (step.kind === 'reuse' && snapshot)
            return { done: snapshot };
        if (step.kind === 'create') {
            created = await create(rds, instance, id);
            if (!created)
                return { waiting: `${instance} is busy with another change or backup; the snapshot waits for it` };
        }
        const percent = snapshot?.PercentProgress === undefined ? '' : `, ${snapshot.PercentProgress} %`;
        return { waiting: `${step.because}${percent}` };
    });
    if (!found)
        throw new golive_error/* GoliveError */.N('MIGRATE_SNAPSHOT_LATE', `snapshot ${id} was not available within ${pace.within.ms / 1000} s`, {
            hint: 'nothing was migrated; give it more time with snapshot-timeout and run again: the same snapshot is used',
        });
    return { id, arn: found.DBSnapshotArn ?? '', reused: !created };
}
/** False when the instance is in no state for a snapshot now, be it because of a backup of somebody's or of this very one. */
async function create(rds, instance, id) {
    try {
        await rds.send(new CreateDBSnapshotCommand({
            DBInstanceIdentifier: instance,
            DBSnapshotIdentifier: id,
            Tags: [{ Key: 'golive:taken-by', Value: 'migrate' }],
        }));
        return true;
    }
    catch (error) {
        // A call whose answer was lost is retried by the SDK, and finds its own snapshot or an instance that is backing up.
        if (error instanceof Error && /^DBSnapshotAlreadyExists/.test(error.name))
            return true;
        if (error instanceof Error && /^InvalidDBInstanceState/.test(error.name))
            return false;
        throw error;
    }
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

/***/ 12458:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ startedByMigration),
/* harmony export */   hh: () => (/* binding */ stopMigration),
/* harmony export */   xO: () => (/* binding */ livingMigrations)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32059);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2089);


/** `startedBy` of every migration task of a run, by which another attempt or the rollback finds it. */
const startedByMigration = (runId) => `golive-migrate/${runId}`;
/** The migration tasks of a run that have not come to their end, those on their way there too. */
async function livingMigrations(ecs, cluster, runId) {
    const tasks = [];
    for (const desiredStatus of ['RUNNING', 'STOPPED'])
        tasks.push(...(await (0,_services_js__WEBPACK_IMPORTED_MODULE_0__/* .findTasks */ .Uz)(ecs, { cluster, startedBy: startedByMigration(runId), desiredStatus })));
    return tasks.filter((task) => task.lastStatus !== 'STOPPED');
}
async function stopMigration(ecs, cluster, task, reason) {
    if (!task.taskArn || task.desiredStatus === 'STOPPED')
        return;
    await ecs.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_1__/* .StopTaskCommand */ .P({ cluster, task: task.taskArn, reason: `golive: ${reason}` }));
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

/***/ 49641:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ databaseNames)
/* harmony export */ });
/** Names derived from the released run, so that a rollback that was killed goes on where it was. At most 63 characters. */
function databaseNames(instance, runId) {
    const named = (suffix) => {
        const end = `-${suffix}-${runId}`.replace(/[^A-Za-z0-9-]/g, '-').replace(/-{2,}/g, '-');
        return `${instance.slice(0, 63 - end.length).replace(/-$/, '')}${end}`;
    };
    return { original: instance, restored: named('restored'), kept: named('kept') };
}


/***/ }),

/***/ 62091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findSnapshot),
/* harmony export */   X: () => (/* binding */ findInstance)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99397);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12678);

/** A database instance, or undefined when RDS does not know it. */
async function findInstance(rds, id) {
    return orMissing(/^DBInstanceNotFound/, async () => {
        const answer = await rds.send(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__/* .DescribeDBInstancesCommand */ .h({ DBInstanceIdentifier: id }));
        return answer.DBInstances?.[0];
    });
}
/** A manual or automated snapshot, or undefined when RDS does not know it. */
async function findSnapshot(rds, id) {
    return orMissing(/^DBSnapshotNotFound/, async () => {
        const answer = await rds.send(new _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_1__/* .DescribeDBSnapshotsCommand */ .K({ DBSnapshotIdentifier: id }));
        return answer.DBSnapshots?.[0];
    });
}
async function orMissing(missing, ask) {
    try {
        return await ask();
    }
    catch (error) {
        // The wire's code is DBInstanceNotFound, the SDK's class DBInstanceNotFoundFault.
        if (error instanceof Error && missing.test(error.name))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 22851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ snapshotIdentifier)
/* harmony export */ });
/** The snapshot that `migrate` takes in a run and `rollback` restores. RDS allows letters, digits and single hyphens. */
function snapshotIdentifier(instance, runId) {
    return `golive-${instance}-${runId}-1`
        .replace(/[^A-Za-z0-9-]/g, '-')
        .replace(/-{2,}/g, '-')
        .slice(0, 255);
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

/***/ 40783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ paceOf)
/* harmony export */ });
/** How an action waits: as often and as long as its inputs say, with the run's clock, cancellation and log. */
function paceOf(run, every, within) {
    return { every, within, now: run.now, sleep: run.sleep, progress: (line) => run.log.info(line) };
}


/***/ })

};
