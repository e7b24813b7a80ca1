/** Whether a name is one that people give to secrets. */
export function secretName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  return /pass(word|wd|phrase|code)?(_|\b|$)|pwd|secret|token|credential|private|api[-_.]?key|access[-_.]?key|(^|[-_.])(key|auth|dsn|salt|pin|cert|jwt|sas|cookie|pw|creds?|otp)([-_.]|$)|encrypt|signing|signature|webhook|connection[-_.]?string|license/.test(
    words,
  );
}

// Bounded, for a definition may hold 64 KB of whatever somebody wrote.
const values: readonly RegExp[] = [
  // User and password in an address.
  /[a-z][a-z\d+.-]{0,30}:\/\/[^\s/?#@:]{0,256}:[^\s/?#@]{1,256}@/i,
  /-----BEGIN [A-Z ]{1,40}-----/,
  /\beyJ[\w-]{8,300}\.[\w-]/,
  /\b(AKIA|ASIA)[A-Z\d]{16}\b/,
  /\b(gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|[rs]k_(live|test)_|sk-|SG\.|npm_)[\w.-]{8,}/,
  /\bbasic [a-z\d+/=]{8,}|\bbearer [\w.~+/-]{8,}/i,
  /https:\/\/hooks\.|[?&](sig|signature|key|code|secret|token|password)=/i,
];

/** Names of values that look as if they were random and are not secret: a commit, a digest. */
const publicName = /commit|sha|revision|version|digest|build|release/i;

/**
 * Whether a text looks like a secret, by its name or by itself, so that a report must not show it. People do keep
 * secrets in environment variables; a report is read by many more than a task definition.
 */
export function secretLike(name: string, value: string): boolean {
  // An ARN says where a secret is, not what it is.
  if (value === '' || /^(true|false|yes|no|on|off)$/i.test(value) || /^arn:aws[\w-]*:\S+$/.test(value)) return false;
  if (secretName(name) || values.some((pattern) => pattern.test(value)) || setsSecret(value)) return true;
  return !publicName.test(name) && isRandom(value);
}

/** `--password=x`, `username=u,password=x`, `DB_PASSWORD=x npm start`. */
function setsSecret(value: string): boolean {
  return [...value.matchAll(/([\w.-]{1,64})\s{0,4}[=:]\s{0,4}["']?[^\s"',;&]/g)].some(([, name = '']) =>
    secretName(name),
  );
}

/** A run of letters and digits as generators make them: long, mixed, and no digest, address, path or words. */
function isRandom(value: string): boolean {
  if (/sha256:[a-f\d]{64}|^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(value)) return false;
  return value.split(/[\s/,;:?&.@_-]+/).some((run) => {
    const digits = run.replace(/\D/g, '').length;
    if (run.length < 16 || digits < 3 || !/^(?=.*[a-z])[a-z\d+=]+$/i.test(run)) return false;
    const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
    return mixed || /^[a-f\d]{20,}$/.test(run) || run.length >= 32;
  });
}
