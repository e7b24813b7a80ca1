// GitHub's own workflow parser imports its schema as JSON without an import attribute, which Node refuses.
// A load hook turns exactly those files into modules. jest resolves them by itself and has no such hook.
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

type Parser = typeof import('@actions/workflow-parser');

let loaded: Promise<Parser> | undefined;

export function githubParser(): Promise<Parser> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Parser> {
  if (process.env.JEST_WORKER_ID === undefined)
    nodeModule.registerHooks({
      load: (url, context, next) =>
        /\/@actions\/workflow-parser\/dist\/.*\.json$/.test(url)
          ? {
              format: 'module',
              shortCircuit: true,
              source: `export default ${readFileSync(fileURLToPath(url), 'utf8')}`,
            }
          : next(url, context),
    });
  return import('@actions/workflow-parser');
}
