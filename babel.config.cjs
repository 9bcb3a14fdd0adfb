/**
 * Targets come from .browserslistrc. Destructuring and parameters stay as written: every browser there knows them but for
 * corner cases of Safari before 14.5 that Babel itself leaves alone with its `bugfixes`, which this preset cannot pass on.
 */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: { allowDeclareFields: true, onlyRemoveTypeImports: true },
        absoluteRuntime: false,
        exclude: ['transform-destructuring', 'transform-parameters'],
      },
    ],
  ],
}
