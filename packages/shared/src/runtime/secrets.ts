import { escapeHtml } from '../evidence/html.ts';
import { soundsSecret } from '../evidence/likely-secrets.ts';
import { escapeMarkdown } from '../evidence/markdown.ts';

const hidden = '***';

// Shorter texts are common words and numbers; hiding them would destroy what they stand in.
const shortest = 4;

// Real ones have 40 characters and more; a shorter one is a placeholder such as `test`.
const shortestCredential = 16;

const shortestPassword = 8;

// AWS_WEB_IDENTITY_TOKEN_FILE tells where a token is kept. Its value cannot tell: base64 may begin with a slash too.
const namesPlace = /_(?:FILE|PATH|DIR|URL|URI|ADDRESS|ENDPOINT)$/i;

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
  for (const credential of credentialsIn(env)) learn(credential);
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

/**
 * Credentials that the environment holds whether or not an action was given them: every variable whose name says so,
 * as AWS_SECRET_ACCESS_KEY, GITHUB_TOKEN or what a workflow calls its own, and the password of every address.
 */
function credentialsIn(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value = '']) => {
    const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:([^\s@/]+)@/i.exec(value)?.[1] ?? '';
    const isPlace = namesPlace.test(name) || /^[a-z][a-z0-9+.-]*:\/\//i.test(value);
    const isCredential = soundsSecret(name) && value.length >= shortestCredential && !isPlace;
    return [...(isCredential ? [value] : []), ...(password.length >= shortestPassword ? [password] : [])];
  });
}

function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const encoded = text.length < shortestPassword ? [] : [hex, hex.toUpperCase(), ...base64Within(bytes)];
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    escapeMarkdown(text),
    escapeHtml(text),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    ...encoded,
  ];
}

/** How the bytes look inside a longer text in base64, wherever they begin: without the characters that neighbours share. */
function base64Within(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const core = coded.slice(before === 0 ? 0 : before + 1).replace(/.=+$/, '');
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function deep(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((one) => deep(one, redact));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), deep(one, redact)]));
}
