/** The phone's tests: jsdom, with stand-ins where a real phone would be (src/test). The other rooms use node --test. */
module.exports = {
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src', '<rootDir>/config'],
  setupFilesAfterEnv: ['<rootDir>/src/test/setup.ts'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      },
    ],
  },
  moduleNameMapper: {
    '^@tarojs/taro$': '<rootDir>/src/test/taro.ts',
    '^@tarojs/components$': '<rootDir>/src/test/components.tsx',
    '\\.module\\.css$': '<rootDir>/src/test/css-module.ts',
    '\\.css$': '<rootDir>/src/test/css.ts',
  },
}
