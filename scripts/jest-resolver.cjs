// Packages that publish only an `import` condition; jest asks for `require`.
const ONLY_ESM = /^(@actions\/|@octokit\/|universal-user-agent|before-after-hook|json-with-bigint)/;

module.exports = (path, options) =>
  options.defaultResolver(path, {
    ...options,
    conditions: ONLY_ESM.test(path) ? [...options.conditions, 'node', 'import', 'default'] : options.conditions,
  });
