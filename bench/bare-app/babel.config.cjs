/** Targets come from .browserslistrc. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: { allowDeclareFields: true, onlyRemoveTypeImports: true }, absoluteRuntime: false }]],
}
