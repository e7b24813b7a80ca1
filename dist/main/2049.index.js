export const id = 2049;
export const ids = [2049];
export const modules = {

/***/ 71218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ commands)
/* harmony export */ });
/** Every verb, and where it lives: in the action that does the same in a workflow. */
const commands = {
    gates: {
        does: 'show how the gates of a repository differ from golive.yml, set them, or print the commands that would',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(6387), __webpack_require__.e(2413), __webpack_require__.e(3219), __webpack_require__.e(4552), __webpack_require__.e(5857)]).then(__webpack_require__.bind(__webpack_require__, 65857))).command,
    },
    verify: {
        does: 'check offline that a dossier is what its evidence says, and name the byte that is not',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(6387), __webpack_require__.e(4370), __webpack_require__.e(3242), __webpack_require__.e(6709)]).then(__webpack_require__.bind(__webpack_require__, 41981))).command,
    },
    diff: {
        does: 'tell what changed between the dossiers of two releases',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(6387), __webpack_require__.e(4370), __webpack_require__.e(3074)]).then(__webpack_require__.bind(__webpack_require__, 19850))).command,
    },
};


/***/ }),

/***/ 50952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ golive)
/* harmony export */ });
/* harmony import */ var _shared_runtime_command__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95089);
/* harmony import */ var _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34837);


/** Runs one command line, and gives its exit code. */
async function golive(commands, args, terminal) {
    const [verb, ...rest] = args;
    if (verb === undefined || verb === 'help' || verb === '--help' || verb === '-h') {
        const asked = verb !== undefined;
        (asked ? terminal.out : terminal.err)(overview(commands));
        return asked ? 0 : 2;
    }
    const entry = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
    if (entry === undefined) {
        terminal.err(`golive: there is no command ${JSON.stringify(verb)}\n\n${overview(commands)}`);
        return 2;
    }
    const command = await entry.load();
    if (rest.includes('--help') || rest.includes('-h')) {
        terminal.out(command.usage);
        return 0;
    }
    return attempt(verb, command, rest, terminal);
}
async function attempt(verb, command, args, terminal) {
    try {
        return await command.run(args, terminal);
    }
    catch (error) {
        if (error instanceof _shared_runtime_command__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e || isMistakenOption(error)) {
            terminal.err(`golive ${verb}: ${error.message}\n\n${command.usage}`);
            return 2;
        }
        if (error instanceof _shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .GoliveError */ .N) {
            terminal.err((0,_shared_runtime_golive_error__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .U)(error));
            return 1;
        }
        throw error;
    }
}
function isMistakenOption(error) {
    return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
function overview(commands) {
    const widest = Math.max(...Object.keys(commands).map((verb) => verb.length));
    const lines = Object.entries(commands).map(([verb, { does }]) => `  ${verb.padEnd(widest)}  ${does}`);
    return `usage: golive COMMAND [ARGUMENTS]

${lines.join('\n')}

golive COMMAND --help tells more. Exit code: 0 all is well, 1 something is wrong, 2 the command line is.`;
}


/***/ }),

/***/ 2049:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71218);
/* harmony import */ var _golive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50952);
// Names the real world and hands it in; `npx golive` starts here.


process.exitCode = await (0,_golive_js__WEBPACK_IMPORTED_MODULE_1__/* .golive */ .B)(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .P, process.argv.slice(2), {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    env: process.env,
    cwd: process.cwd(),
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 95089:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** A command line that makes no sense: told with the usage, exit code 2. */
class UsageError extends Error {
}


/***/ }),

/***/ 34837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ GoliveError),
/* harmony export */   U: () => (/* binding */ describeError)
/* harmony export */ });
/** An error that a user can act upon: a stable code, what happened to what, and what to do next. */
class GoliveError extends Error {
    name = 'GoliveError';
    code;
    hint;
    checks;
    outputs;
    timeline;
    /** @param code in capitals with the action first, such as `ROLLOUT_IMAGE_NOT_FOUND` */
    constructor(code, message, details = {}) {
        super(message, 'cause' in details ? { cause: details.cause } : undefined);
        this.code = code;
        this.hint = details.hint;
        this.checks = details.checks ?? [];
        this.outputs = details.outputs ?? {};
        this.timeline = details.timeline ?? [];
    }
}
/** `CODE: message. hint`, as annotations and checks show it. */
function describeError({ code, message, hint }) {
    const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
    return hint
        ? `${code}: ${sentence} ${hint.charAt(0).toUpperCase()}${hint.slice(1)}${/[.!?]$/.test(hint) ? '' : '.'}`
        : `${code}: ${sentence}`;
}


/***/ })

};
