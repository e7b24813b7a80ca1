// The suites that need what a bare machine lacks (an engine, a tool, minutes), apart from plain `jest`.
import config from './jest.config.js';

export default {
  ...config,
  testMatch: ['**/__tests__/**/*.interop.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
