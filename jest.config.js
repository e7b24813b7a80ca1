// Plain `jest`, no node flags: the ES modules of the actions toolkit are compiled to CommonJS for the tests.
const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/actions', '<rootDir>/packages', '<rootDir>/scripts'],
  testMatch: ['**/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.interop\\.test\\.ts$'],
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: [],
  resolver: '<rootDir>/scripts/jest-resolver.cjs',
  extensionsToTreatAsEsm: [],
  // Most of a test against the local cloud is waiting: more of them than processors run side by side.
  maxWorkers: 4,
  testTimeout: 60000,
  // Holds tests to what checklist/tested-by.json counts them for.
  setupFilesAfterEnv: ['<rootDir>/scripts/jest-checks.cjs'],
};
