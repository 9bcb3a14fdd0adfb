import type { ICruiseResult } from 'dependency-cruiser'

/** Rooms in the order of the journey; the part of the BFF that only composes is left out, it knows everyone. */
const places: [name: string, fits: RegExp][] = [
  ['pages', /^src\/(pages|app)/], ['components', /^src\/(components|styles)\//], ['i18n', /^src\/i18n\//], ['stores', /^src\/stores\//],
  ['api', /^src\/api\//], ['platform', /^src\/platform\//], ['contract', /^contract\//], ['domain', /^domain\//],
  ['bff/elevator', /^bff\/elevator\//], ['bff/import', /^bff\/import\//], ['bff/plate', /^bff\/plate\//], ['bff/demo', /^bff\/demo\//],
  ['bff/plugins', /^bff\/plugins\//], ['bff/database', /^bff\/database\//], ['bff/cli', /^bff\/cli\//],
]
const test = /\.test(-data)?\.tsx?$|^(src|bff)\/test\//
const placeOf = (file: string): string | undefined => (test.test(file) ? undefined : places.find(([, fits]) => fits.test(file))?.[0])

/** The house as Mermaid: an arrow is an import of a value, a dotted one of types only. */
export function drawHouse(result: ICruiseResult): string {
  const arrows = new Map<string, boolean>()
  for (const module of result.modules) {
    const from = placeOf(module.source)
    if (!from) continue
    for (const dependency of module.dependencies) {
      const to = placeOf(dependency.resolved)
      if (!to || to === from) continue
      const typesOnly = dependency.dependencyTypes.some((type) => type === 'type-only' || type === 'type-import')
      const key = `${from}|${to}`
      arrows.set(key, (arrows.get(key) ?? true) && typesOnly)
    }
  }
  const id = (name: string) => name.replace('/', '_')
  const group = (title: string, names: string[]) => [`  subgraph ${title}`, ...names.map((name) => `    ${id(name)}["${name}"]`), '  end']
  const lines = [...arrows].sort().map(([key, typesOnly]) => {
    const [from, to] = key.split('|') as [string, string]
    return `  ${id(from)} ${typesOnly ? '-.->' : '-->'} ${id(to)}`
  })
  const names = places.map(([name]) => name)
  return [
    'flowchart LR',
    ...group('phone["the phone · src"]', names.slice(0, 6)),
    ...group('door["the door"]', ['contract']),
    ...group('law["the law"]', ['domain']),
    ...group('city["the city side · bff"]', names.slice(8)),
    ...lines,
  ].join('\n')
}
