import { escapeHtml } from '../evidence/html.ts';
import { escapeMarkdown } from '../evidence/markdown.ts';

const hidden = '***';

// Shorter texts are common words and numbers; hiding them would destroy what they stand in.
const shortest = 4;

// Real ones have 40 characters and more; a shorter one is a placeholder such as `test`.
const shortestCredential = 16;

/** Variables of a runner that hold credentials whether or not an action was given them. */
const credentialVariables = [
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];

/** The secrets known so far. They are hidden in whatever passes through `redact`, however it was escaped. */
export interface Secrets {
  /** Learns a secret, and each of its lines, and tells the runner to mask them. */
  mask(secret: string): void;
  redact(text: string): string;
  /** The same value with every text in it redacted, keys too. */
  redactDeep<T>(value: T): T;
}

/** @param announce tells the runner, which hides it in the log of the whole job */
export function createSecrets(env: NodeJS.ProcessEnv, announce: (secret: string) => void): Secrets {
  const forms = new Set<string>();
  const announced = new Set<string>();
  let longestFirst: string[] = [];
  const learn = (text: string) => {
    if (text.length < shortest) return;
    for (const form of formsOf(text)) forms.add(form);
    longestFirst = [...forms].sort((a, b) => b.length - a.length);
  };
  const redact = (text: string) => longestFirst.reduce((rest, form) => rest.replaceAll(form, hidden), text);
  for (const name of credentialVariables) {
    const credential = env[name] ?? '';
    if (credential.length >= shortestCredential) learn(credential);
  }
  return {
    mask: (secret) => {
      const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
      const whole = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortest);
      for (const line of whole.filter((one) => one !== '' && !announced.has(one))) {
        announced.add(line);
        announce(line);
      }
      learn(secret.trim());
      for (const line of lines) learn(line);
    },
    redact,
    redactDeep: (value) => deep(value, redact) as typeof value,
  };
}

function formsOf(text: string): string[] {
  const quoted = JSON.stringify(text).slice(1, -1);
  return [
    text,
    quoted,
    encodeURIComponent(text),
    escapeMarkdown(text),
    escapeHtml(text),
    Buffer.from(text).toString('base64'),
  ];
}

function deep(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((one) => deep(one, redact));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), deep(one, redact)]));
}
