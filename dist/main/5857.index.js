export const id = 5857;
export const ids = [5857];
export const modules = {

/***/ 65857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _shared_evidence_check__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90209);
/* harmony import */ var _shared_github_rest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41245);
/* harmony import */ var _shared_runtime_command__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(95089);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34837);
/* harmony import */ var _shared_runtime_golive_file__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61589);
/* harmony import */ var _shared_runtime_read_inputs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70618);
/* harmony import */ var _shared_runtime_validate_inputs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31036);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38094);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(46404);
/* harmony import */ var _posture_change_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(45023);
/* harmony import */ var _posture_gh_commands_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6623);
/* harmony import */ var _posture_make_changes_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(48713);
/* harmony import */ var _posture_posture_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40282);
/* harmony import */ var _posture_read_changes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(96295);
















const usage = `usage: golive gates [--plan | --apply | --print] [--repo OWNER/NAME] [--config golive.yml]
                    [--token-env GITHUB_TOKEN] [--api-url https://api.github.com]

  --plan       show how environments, tag rulesets and required checks differ from what golive.yml asks (default)
  --apply      make them so, and read them back; takes a token with administration: write
  --print      print the gh api commands that would do it
  --repo       the repository; default: GITHUB_REPOSITORY
  --config     the configuration file; default: golive.yml
  --token-env  the variable that holds the token; default: GITHUB_TOKEN
  --api-url    where GitHub answers; default: GITHUB_API_URL, else https://api.github.com

Exit code 1: something differs, or could not be found out.`;
/** `golive gates`: the gates of a repository, shown, set or written out as commands. */
const command = { usage, run };
async function run(args, terminal) {
    const { mode, repository, config, token, apiUrl } = optionsOf(args, terminal);
    const demands = await demandsOf(node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(terminal.cwd, config), config, token);
    const settings = {
        action: 'gates',
        apiUrl,
        repository,
        token,
        signal: new AbortController().signal,
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    };
    const readers = { ask: (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_3__/* .askGitHub */ .X3)(settings), askItself: (0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_3__/* .askGitHubItself */ .EA)(settings) };
    terminal.err(`asking ${apiUrl} about ${repository}`);
    const changes = await (0,_posture_read_changes_js__WEBPACK_IMPORTED_MODULE_10__/* .readChanges */ .S)(demands, readers);
    if (mode === 'print')
        return print(changes, { repository, apiUrl }, terminal);
    terminal.out(changes.map(_posture_change_js__WEBPACK_IMPORTED_MODULE_11__/* .diffOf */ .n_).join('\n\n'));
    if (mode === 'plan') {
        terminal.out(`\n${(0,_posture_posture_report_js__WEBPACK_IMPORTED_MODULE_9__/* .settledOf */ .Rr)(changes)}`);
        return changes.every(_posture_change_js__WEBPACK_IMPORTED_MODULE_11__/* .isSettled */ .Is) ? 0 : 1;
    }
    const made = await (0,_posture_make_changes_js__WEBPACK_IMPORTED_MODULE_12__/* .makeChanges */ .G)((0,_shared_github_rest__WEBPACK_IMPORTED_MODULE_3__/* .sendToGitHub */ .J4)(settings), changes, terminal.err);
    const after = made.length === 0 ? changes : await (0,_posture_read_changes_js__WEBPACK_IMPORTED_MODULE_10__/* .readChanges */ .S)(demands, readers);
    const checks = (0,_posture_posture_report_js__WEBPACK_IMPORTED_MODULE_9__/* .applied */ .Ic)(made, after, new Date().toISOString());
    terminal.out(`\n${checks.map(({ verdict, subject, because }) => `${verdict} ${subject}: ${because}`).join('\n')}`);
    terminal.out(`\n${(0,_posture_posture_report_js__WEBPACK_IMPORTED_MODULE_9__/* .settledOf */ .Rr)(after)}`);
    return (0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6)((0,_shared_evidence_check__WEBPACK_IMPORTED_MODULE_2__/* .worst */ .QZ)(checks.map(({ verdict }) => verdict))) ? 1 : 0;
}
function print(changes, target, terminal) {
    for (const { subject, blocked } of changes)
        if (blocked !== undefined)
            terminal.err(`${subject}: ${blocked.because}`);
    const commands = (0,_posture_gh_commands_js__WEBPACK_IMPORTED_MODULE_13__/* .ghCommands */ .c)(changes, target);
    if (commands.length > 0)
        terminal.out(commands.join('\n'));
    return changes.some(({ blocked }) => blocked !== undefined) ? 1 : 0;
}
function optionsOf(args, { env }) {
    const text = { type: 'string' };
    const flag = { type: 'boolean' };
    const options = {
        plan: flag,
        apply: flag,
        print: flag,
        repo: text,
        config: text,
        'token-env': text,
        'api-url': text,
    };
    const { values } = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.parseArgs)({ args: [...args], options });
    const modes = ['plan', 'apply', 'print'].filter((mode) => values[mode]);
    if (modes.length > 1)
        throw new _shared_runtime_command__WEBPACK_IMPORTED_MODULE_14__/* .UsageError */ .e(`choose one of --${modes.join(' and --')}`);
    const repository = values.repo ?? env.GITHUB_REPOSITORY ?? '';
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new _shared_runtime_command__WEBPACK_IMPORTED_MODULE_14__/* .UsageError */ .e('say which repository: --repo OWNER/NAME');
    const variable = values['token-env'] ?? 'GITHUB_TOKEN';
    const token = env[variable] ?? '';
    if (token === '')
        throw new _shared_runtime_command__WEBPACK_IMPORTED_MODULE_14__/* .UsageError */ .e(`${variable} holds no token; put one there, or name another with --token-env`);
    const apiUrl = values['api-url'] ?? env.GITHUB_API_URL ?? 'https://api.github.com';
    if (!URL.canParse(apiUrl))
        throw new _shared_runtime_command__WEBPACK_IMPORTED_MODULE_14__/* .UsageError */ .e(`${apiUrl} is no address`);
    return { mode: modes[0] ?? 'plan', repository, config: values.config ?? 'golive.yml', token, apiUrl };
}
/** What golive.yml asks of the gates, read as the action reads it. */
async function demandsOf(file, shown, token) {
    const loaded = await (0,_shared_runtime_golive_file__WEBPACK_IMPORTED_MODULE_5__/* .loadGoliveFile */ .dP)(file, shown);
    if (!loaded.exists)
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('GATES_NO_CONFIG', `there is no ${shown} here`, {
            hint: 'run it in the repository, or give --config',
        });
    const given = (0,_shared_runtime_read_inputs__WEBPACK_IMPORTED_MODULE_6__/* .gather */ .k)(_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .definition */ .m, loaded, { [(0,_shared_runtime_read_inputs__WEBPACK_IMPORTED_MODULE_6__/* .variableOf */ .Q)('mode')]: 'plan', [(0,_shared_runtime_read_inputs__WEBPACK_IMPORTED_MODULE_6__/* .variableOf */ .Q)('github-token')]: token });
    const { input, mistakes: wrong } = (0,_shared_runtime_validate_inputs__WEBPACK_IMPORTED_MODULE_7__/* .validate */ .t)(_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .definition */ .m, loaded, given);
    const mistakes = [...(0,_shared_runtime_golive_file__WEBPACK_IMPORTED_MODULE_5__/* .checkGoliveFile */ .lW)(loaded, _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .definition */ .m.section), ...wrong];
    const decision = input === undefined ? undefined : (0,_plan_js__WEBPACK_IMPORTED_MODULE_15__/* .plan */ .e)(input);
    if (mistakes.length > 0 || decision?.kind !== 'plan')
        throw new _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_4__/* .GoliveError */ .N('GATES_CONFIG_INVALID', mistakes.map(({ where, message }) => `${where}: ${message}`).join('; ') || `${shown} is not complete`, { hint: 'correct it; golive.schema.json describes it to an editor' });
    return decision;
}


/***/ })

};
