// Outlives the local cloud by a moment: when its stdin closes, for whatever reason, it removes the cloud's containers and
// images. Arguments: the engine's socket, the label. Each line on stdin is an image to remove.
import { request } from 'node:http';
import { createInterface } from 'node:readline';

const WITHIN_MS = 60_000;
const [socketPath, label] = process.argv.slice(2);
// Ctrl-C reaches every process of a terminal; this one goes when its work is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const images = [];
for await (const line of createInterface({ input: process.stdin })) images.push(line);

const deadline = Date.now() + WITHIN_MS;
try {
  // Twice empty: a container that was being created when the cloud died is seen by the second look.
  for (let empty = 0; empty < 2 && Date.now() < deadline; ) {
    const containers = await found();
    empty = containers.length === 0 ? empty + 1 : 0;
    for (const { Id } of containers) await ask('DELETE', `/containers/${Id}?force=1&v=1`);
    await new Promise((wait) => setTimeout(wait, empty === 1 ? 200 : 50));
  }
  for (const image of images) await ask('DELETE', `/images/${image}`);
} catch (error) {
  process.stderr.write(`local cloud: the engine at ${socketPath} no longer answers: ${error.message}\n`);
  process.exitCode = 1;
}

async function found() {
  const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
  return JSON.parse(await ask('GET', `/containers/json?all=1&filters=${filters}`));
}

function ask(method, path) {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, method, path, agent: false, headers: { host: 'docker' }, timeout: 20_000 });
    sent.once('timeout', () => sent.destroy(new Error(`${method} ${path} took too long`)));
    sent.once('error', reject).once('response', async (response) => {
      let text = '';
      try {
        for await (const chunk of response) text += chunk;
        resolve(text);
      } catch (error) {
        reject(error);
      }
    });
    sent.end();
  });
}
