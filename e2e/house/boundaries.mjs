/**
 * Who may import whom: the boundary table of docs/architecture.md as dependency-cruiser rules. A folder not named here may
 * import nothing of ours. Types may travel (`allowTypes`), values take the line.
 */

const phone = { stores: '^src/stores/', api: '^src/api/', platform: '^src/platform/', components: '^src/components/', i18n: '^src/i18n/', styles: '^src/styles/', offline: '^src/offline/' }

/** room → [what it may import of ours as values, what only as types] */
export const rooms = {
  '^src/pages/': [['^src/pages/', phone.stores, phone.components, phone.i18n, phone.styles, phone.platform, '^domain/'], ['^contract/']],
  '^src/app': [[phone.stores, phone.styles, phone.platform, phone.i18n, '^src/app'], ['^contract/']],
  '^src/components/': [[phone.components, phone.i18n, phone.styles, '^domain/'], ['^contract/']],
  '^src/i18n/': [[phone.i18n, '^domain/'], ['^contract/']],
  '^src/stores/': [[phone.stores, phone.api, phone.platform, '^domain/'], ['^contract/', phone.i18n]],
  '^src/api/': [[phone.api, phone.platform], ['^contract/']],
  '^src/platform/': [[phone.platform, '^domain/'], ['^contract/']],
  '^src/offline/': [[phone.offline], []],
  '^contract/': [['^contract/'], ['^domain/']],
  '^domain/': [['^domain/'], []],
  '^bff/.+\\.routes\\.ts$': [['^bff/', '^contract/', '^domain/'], []],
  '^bff/database/': [['^bff/database/', '^bff/elevator/.*\\.sql\\.ts$'], ['^contract/']],
  '^bff/plate/': [['^bff/plate/', '^bff/database/', '^domain/', '^contract/', '^bff/plugins/problems'], ['^bff/']],
  '^bff/elevator/': [['^bff/elevator/', '^bff/plate/tag', '^bff/plugins/', '^domain/', '^contract/', '^bff/database/'], ['^bff/']],
  '^bff/city/': [['^bff/city/', '^bff/config', '^bff/database/', '^domain/', '^contract/'], ['^bff/']],
  '^bff/import/': [['^bff/import/', '^bff/plate/issue', '^bff/plugins/', '^bff/database/', '^bff/config', '^domain/', '^contract/'], ['^bff/']],
  '^bff/demo/': [['^bff/demo/', '^bff/import/', '^domain/', '^contract/', '^bff/database/'], ['^bff/']],
  '^bff/plugins/': [['^bff/plugins/', '^contract/'], ['^bff/']],
  '^bff/(cli/|[^/]+$)': [['^bff/', '^contract/', '^domain/'], []],
}

/** Libraries that only one room may touch. */
const libraries = [
  ['taro', 'node_modules/(@tarojs/taro|axios)/', ['^src/platform/', '^src/(app|globals)']],
  ['postgres', 'node_modules/(pg|pg-copy-streams)/', ['^bff/database/', '^bff/.+\\.repository\\.ts$', '^bff/import/', '^bff/demo/', '^bff/cli/', '^bff/plate/', '^bff/elevator/', '^bff/test/', '^bff/city/cities', '^bff/greeting']],
  ['schemas', 'node_modules/typebox/', ['^contract/', '^bff/']],
]

const tests = '(\\.test(-data)?\\.tsx?$|^src/test/|^bff/test/)'
const ours = '^(src|contract|domain|bff)/'

const roomRules = Object.entries(rooms).flatMap(([from, [values, types]], index, all) => {
  // The first room that fits is the module's room: later rooms do not speak of it.
  const earlier = all.slice(0, index).map(([room]) => room).filter((room) => room.startsWith('^bff') && from.startsWith('^bff'))
  const where = { path: from, pathNot: [tests, ...earlier] }
  return [
    { name: `values of ${from}`, severity: 'error', from: where, to: { path: ours, pathNot: [...values, ...types], dependencyTypesNot: ['npm'] } },
    ...(types.length ? [{ name: `types of ${from}`, severity: 'error', from: where, to: { path: types, pathNot: values, dependencyTypesNot: ['type-only', 'type-import'] } }] : []),
  ]
})

export default {
  forbidden: [
    ...roomRules,
    ...libraries.map(([name, path, may]) => ({ name: `library ${name}`, severity: 'error', from: { path: ours, pathNot: [tests, ...may] }, to: { path, dependencyTypesNot: ['type-only', 'type-import'] } })),
    { name: 'the law has no dependency', severity: 'error', from: { path: '^domain/', pathNot: tests }, to: { pathNot: '^domain/' } },
    { name: 'no circle', severity: 'error', from: { path: ours }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } } },
    { name: 'nothing missing', severity: 'error', from: { path: ours }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.tima|e2e)/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
