import { definition } from '../src/inputs.ts';

const forced = (force: string) => definition.inputs.safeParse({ force });

test.each(['true', 'Yes', ' ', '1', 'force'])('force: %s switches nothing on, for it names no reason', (force) => {
  expect(forced(force).success).toBe(false);
});

test('a reason is taken as it is', () => {
  expect(forced(' the column is filled again ').data?.force).toBe('the column is filled again');
});
