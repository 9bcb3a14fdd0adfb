import { readFileSync, globSync } from 'node:fs'

/** Younger than Chrome 79 or iOS 13, and no transform adds them: a phone that lacks one shows an empty page. */
const young = /\.(replaceAll|hasOwn|findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceChildren)\(|\bat\(-\d|structuredClone\(|\(\?<[=!]|crypto\.randomUUID|AbortSignal\.(timeout|any)|Object\.groupBy/

test('nothing the phone runs is younger than the phones of .browserslistrc', () => {
  const files = globSync(['src/**/*.{ts,tsx}', 'domain/*.ts']).filter((file) => !/\.test\.tsx?$|src\/test\//.test(file))
  expect(files.length).toBeGreaterThan(40)
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').flatMap((line, i) => (young.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

test.each(["name.replaceAll('*', '')", 'list.at(-1)', '/(?<!a)b/', '/(?<=a)b/', 'Object.hasOwn(a, b)', 'structuredClone(a)'])('%s would be found', (line) => {
  expect(young.test(line)).toBe(true)
})

test.each(['words.when.at(name, time)', '/(?<year>\\d+)/', "text.replace(/x/g, '')"])('%s is old enough', (line) => {
  expect(young.test(line)).toBe(false)
})
