// Text that somebody else wrote, such as the log of a container or the answer of an application, may hold a secret that
// Golive does not know and must not be able to read. What looks like one is hidden before anything is cut or shown.

const hidden = '***';

const secretName = /token|passw|secret|credential|cookie|session|authorization|api-?_?key|private-?_?key|jwt/i;

/** Whether a name by itself says that its value must not be shown. */
export function soundsSecret(name: string): boolean {
  return secretName.test(name);
}

// Diagnoses, not secrets: `JWT_SECRET: undefined` is why a container ended.
const saysNothing = /^(?:undefined|null|none|true|false|missing|empty|required|invalid|expired|must|is|was|not|\d+)$/i;

/**
 * `password=…`, `"apiKey": "…"`, also inside a JSON text inside a JSON text. A name begins where the one before it ended:
 * looked for from each of its letters, one long word would take time in the square of its length.
 */
const named = /(?<![\w.-])([\w.-]+)(\\*["']?\s*(?:[:=]|=>)\s*)(\\*"(?:[^"\\]|\\+[^"\\])*|'[^']*|[^\s,;&"'(){}[\]]+)/g;

const shapes: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, hidden],
  // The password of an address: postgresql://user:password@host/database
  [/\b([a-z][a-z0-9+.-]{0,40}:\/\/[^\s:@/"']*):[^\s"'/?#]+@/gi, `$1:${hidden}@`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
  // A JSON Web Token, also one that was cut.
  [/\beyJ[\w-]{6,}(?:\.[\w-]*){0,2}/g, hidden],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  [/\bA[KS]IA[A-Z0-9]{16}\b/g, hidden],
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  [/\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|[rs]k_live_\w{16,})/g, hidden],
];

/** The text with everything hidden that has the shape, the name or the randomness of a secret. */
export function hideLikelySecrets(text: string): string {
  const shaped = shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text);
  return shaped
    .replace(named, (whole, name: string, between: string, value: string) => {
      const [, quote = '', bare = ''] = /^(\\*["']?)([\s\S]*)$/.exec(value) ?? [];
      const isSecret = soundsSecret(name) && bare.length >= 4 && !saysNothing.test(bare);
      return isSecret ? `${name}${between}${quote}${hidden}` : whole;
    })
    .replace(/[\w+/=-]{20,}/g, (word) => (looksRandom(word) ? hidden : word));
}

/**
 * Random characters change between upper case, lower case and digits at six of ten places (1 - (26² + 26² + 10²) / 62²),
 * and hardly ever at less than three; words joined to a name at two. Digests and identifiers in hexadecimal have one
 * case only and stay.
 */
function looksRandom(word: string): boolean {
  const kinds: string[] = [...word].map((one) =>
    /[a-z]/.test(one) ? 'a' : /[A-Z]/.test(one) ? 'A' : /\d/.test(one) ? '0' : '-',
  );
  if (!kinds.includes('a') || !kinds.includes('A')) return false;
  const changes = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  // One random word in a thousand has no digit; a name without one changes seldom.
  return changes >= (kinds.includes('0') ? 0.3 : 0.33) * (word.length - 1);
}
