// Preloaded by scripts/build.mjs: what ncc reads of some packages, so that actions load less. ncc has no setting for
// any, so this stands between it and the disk; nothing on the disk is changed.
//
// 1. The AWS clients come as CommonJS in one piece and as ES modules file by file. ncc takes `main` and the condition
//    `node`, which lead to the one piece, and bundles every operation of a service; from the modules it leaves out
//    what no action imports.
// 2. @actions/core brings an HTTP client (undici, 1 MB) to fetch OpenID tokens. No action fetches one here.
// 3. @actions/github brings undici once more, a major version behind the one that the probes use. It takes `fetch` and
//    `ProxyAgent` from it, which both have: 1 MB less.
const fs = require('node:fs');

const PACKAGE = /[\\/]node_modules[\\/](?:@aws-sdk|@smithy)[\\/].*package\.json$/;
const TOKENS = /[\\/]node_modules[\\/]@actions[\\/]core[\\/]lib[\\/]oidc-utils\.js$/;
const SECOND_UNDICI = /[\\/]node_modules[\\/]@actions[\\/]github[\\/]node_modules[\\/]undici[\\/]index\.js$/;
const FIRST_UNDICI = `module.exports = require(${JSON.stringify(require.resolve('undici'))});\n`;
const NO_TOKENS = `export class OidcClient {
  static async getIDToken() {
    throw new Error('this bundle was built without OpenID tokens: see scripts/bundler-view.cjs');
  }
}
`;

/** A package.json that leads to its ES modules, where there are any. */
function asModules(text) {
  const json = JSON.parse(text);
  if (json.module) json.main = json.module;
  preferModules(json.exports);
  return JSON.stringify(json);
}

function preferModules(entry) {
  if (typeof entry !== 'object' || entry === null) return;
  if (entry.module && entry.node) delete entry.node;
  for (const inner of Object.values(entry)) preferModules(inner);
}

/** The text to read instead of a file's own; undefined for all others. */
function viewOf(file) {
  if (typeof file !== 'string') return undefined;
  if (TOKENS.test(file)) return () => NO_TOKENS;
  if (SECOND_UNDICI.test(file)) return () => FIRST_UNDICI;
  return PACKAGE.test(file) ? asModules : undefined;
}

const { readFile, readFileSync } = fs;
const encoded = (text, options) => {
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return encoding ? text : Buffer.from(text);
};

fs.readFileSync = (file, options) => {
  const view = viewOf(file);
  if (!view) return readFileSync(file, options);
  return encoded(view(readFileSync(file, 'utf8')), options);
};

fs.readFile = (file, ...rest) => {
  const view = viewOf(file);
  const done = rest.at(-1);
  if (!view || typeof done !== 'function') return readFile(file, ...rest);
  const options = rest.length > 1 ? rest[0] : undefined;
  readFile(file, 'utf8', (error, text) => {
    if (error) return done(error);
    let seen;
    try {
      seen = encoded(view(text), options);
    } catch (broken) {
      return done(broken);
    }
    done(null, seen);
  });
};
