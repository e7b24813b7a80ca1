import { createSecrets } from '../../src/runtime/secrets.ts';

const secret = 'pA55+word/of "Ann"';
const told = (env: NodeJS.ProcessEnv = {}) => createSecrets(env, () => {});

test.each([
  ['URL', encodeURIComponent(secret)],
  ['JSON', JSON.stringify(secret)],
  ['hexadecimal', Buffer.from(secret).toString('hex').toUpperCase()],
  ['base64', Buffer.from(secret).toString('base64')],
  ['the URL form of base64', Buffer.from(secret).toString('base64url')],
  ['base64 of a longer text, after one character', Buffer.from(`x${secret}yz`).toString('base64')],
  ['base64 of a longer text, after two', Buffer.from(`xy${secret}z`).toString('base64')],
  ['base64 of a longer text, after three', Buffer.from(`xyz${secret}`).toString('base64')],
])('a masked secret is hidden in %s', (_, form) => {
  const secrets = told();
  expect(secrets.redact(form)).toBe(form);
  secrets.mask(secret);
  expect(secrets.redact(form)).toContain('***');
});

test('a variable whose name says that it is a secret is hidden without having been an input', () => {
  const { redact } = told({ PARTNER_API_KEY: 'correct-horse-battery', GITHUB_SHA: 'correct-horse-staple' });
  expect(redact('correct-horse-battery of correct-horse-staple')).toBe('*** of correct-horse-staple');
});

test('the password of an address in a variable is hidden, the address is not', () => {
  const { redact } = told({ DB: 'postgresql://ann:correct-horse@db.internal/fleet' });
  expect(redact('FATAL: correct-horse at db.internal')).toBe('FATAL: *** at db.internal');
});

test('a variable that only names where a token is kept is no secret', () => {
  const { redact } = told({ AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/secrets/token-of-job' });
  expect(redact('cannot read /var/run/secrets/token-of-job')).toContain('/var/run/secrets/token-of-job');
});

test('a secret that begins like a path, as one in 64 random ones does, is a secret', () => {
  const { redact } = told({ DEPLOY_TOKEN: '/correct/horse/battery' });
  expect(redact('sent /correct/horse/battery')).toBe('sent ***');
});
