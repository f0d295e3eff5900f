/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tests'],
  testRegex: '\\.spec\\.ts$',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^@muster/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '\\.[mc]?[jt]s$': '<rootDir>/jest.transform.cjs' },
  transformIgnorePatterns: [],
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
  // Half of the suites wait for servers; one worker less than there are cores would leave a small machine with one.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '2GB',
};
