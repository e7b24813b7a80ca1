import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { ghCommands, quoted } from '../../src/gates/posture/gh-commands.ts';

test('any text stays one word of the shell', () => {
  const word = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed());
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const said = execFileSync('sh', ['-c', `printf '%s\\0' ${words.map(quoted).join(' ')}`]).toString();
      expect(said.split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: 30 },
  );
});

const change = { subject: 'x', facts: [], calls: [{ method: 'DELETE', path: "/environments/it's/1" } as const] };

test('a command names the host of a server of one’s own, and none for github.com', () => {
  const on = (apiUrl: string) => ghCommands([change], { repository: 'acme/fleet', apiUrl })[0];
  expect(on('https://api.github.com')).toBe(`gh api --method DELETE 'repos/acme/fleet/environments/it'\\''s/1'`);
  expect(on('https://git.example.com/api/v3')).toContain('--hostname git.example.com --method');
  expect(on('https://api.acme.ghe.com')).toContain('--hostname acme.ghe.com --method');
});
