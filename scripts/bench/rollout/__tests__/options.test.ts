import { readOptions } from '../options.ts';
import { outputsIn } from '../run-contender.ts';
import { chooseScenarios, scenarioNames } from '../scenarios.ts';

test('without arguments everything is played, with fleets of four sizes', () => {
  expect(readOptions([], scenarioNames)).toMatchObject({ only: [], quick: false, sizes: [1, 20, 200, 500] });
});

test('a scenario that does not exist is refused with those that do', () => {
  expect(() => readOptions(['--only', 'sucess'], scenarioNames)).toThrow(/sucess: there are success-20s/);
});

test('sizes are whole numbers up to 500, smallest first', () => {
  expect(readOptions(['--services', '20,1'], scenarioNames).sizes).toEqual([1, 20]);
  expect(() => readOptions(['--services', '1,x'], scenarioNames)).toThrow(/whole numbers/);
});

test('a quick run leaves out the success at 300 s and lets nobody wait for more than two minutes', () => {
  const chosen = chooseScenarios([], true);
  expect(chosen.map(({ name }) => name)).not.toContain('success-300s');
  expect(Math.max(...chosen.map(({ marketMinutes }) => marketMinutes))).toBe(2);
});

test('outputs are read as the toolkit writes them', () => {
  const text =
    'outcome<<ghadelimiter_1\nsucceeded\nghadelimiter_1\ndeployments<<ghadelimiter_2\n{\n}\nghadelimiter_2\n';
  expect(outputsIn(text)).toEqual({ outcome: 'succeeded', deployments: '{\n}' });
});
