import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The files below a folder as tar entries; `skip` sees the path inside the folder. */
export function filesBelow(folder, target, skip = () => false) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !skip(relative(folder, file)))
    .map((file) => ({
      path: join(target, relative(folder, file)),
      mode: statSync(file).mode & 0o111 ? 0o755 : 0o644,
      content: () => readFileSync(file),
    }));
}

/** The folder of an installed package, found as Node finds it: in each node_modules upwards. */
function resolvePackage(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * The packages that package.json in `context` needs at run time, with all they need themselves, each at the place it has
 * under the installation's node_modules. `roots` are tried in order for the first step.
 */
export function dependencyClosure(context, roots) {
  const found = new Map();
  const visit = (names, from) => {
    for (const [name, optional] of names) {
      const folder = from.map((each) => resolvePackage(name, each)).find(Boolean);
      if (!folder && optional) continue;
      if (!folder) throw new Error(`${name} is not installed: run npm ci in the repository first`);
      if (found.has(folder)) continue;
      found.set(folder, folder.slice(folder.indexOf('/node_modules/') + 1));
      visit(needs(folder), [folder]);
    }
  };
  visit(needs(context), [context, ...roots]);
  return found;
}

function needs(folder) {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return [
    ...Object.keys(dependencies).map((name) => [name, name in optionalDependencies]),
    ...Object.keys(optionalDependencies).map((name) => [name, true]),
  ];
}
