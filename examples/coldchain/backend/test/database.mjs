import { Readable } from 'node:stream';

/** A database that answers each statement by its first words, and remembers what it was asked. */
export function aDatabase(answers) {
  const asked = [];
  return {
    asked,
    async query(statement, values = []) {
      asked.push({ statement, values });
      const known = Object.keys(answers).find((start) => statement.startsWith(start));
      return { rows: known === undefined ? [] : answers[known](values) };
    },
  };
}

/** A request as node:http gives it, with a JSON body or another. */
export function aRequest({ body, headers = {} } = {}) {
  const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  return Object.assign(Readable.from(bytes === undefined ? [] : [bytes]), { headers });
}

export const signedIn = { require: () => ({ sub: '7' }) };
