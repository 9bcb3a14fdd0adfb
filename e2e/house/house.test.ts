import assert from 'node:assert/strict'
import { globSync, mkdirSync, mkdtempSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { ICruiseResult } from 'dependency-cruiser'
import { cruiseHouse, projectRoot } from './cruise.ts'
import { drawHouse } from './picture.ts'

describe('the house', () => {
  let house: ICruiseResult
  before(async () => {
    house = await cruiseHouse()
  })

  test('every source file was read', () => {
    const files = globSync(['src/**/*.{ts,tsx}', 'contract/*.ts', 'domain/*.ts', 'bff/**/*.ts'], { cwd: projectRoot })
      .filter((file) => !/node_modules|\.d\.ts$/.test(file))
    const read = new Set(house.modules.map((module) => module.source))
    assert.ok(files.length > 120)
    assert.deepEqual(files.filter((file) => !read.has(file)), [])
  })

  test('nobody imports past the next station', () => {
    assert.deepEqual(house.summary.violations.map(({ rule, from, to }) => `${from} → ${to} (${rule.name})`), [])
  })

  test('docs/architecture.md shows the house as it is', () => {
    const page = readFileSync(join(projectRoot, 'docs', 'architecture.md'), 'utf8')
    assert.equal(/```mermaid\n([^]*?)\n```/.exec(page)?.[1], drawHouse(house), 'run npm run docs')
  })
})

describe('the boundary table bites', () => {
  let place: string
  const plants: [file: string, text: string, rule: RegExp][] = [
    ['src/pages/a.ts', "import '../api/b.ts'", /values of \^src\/pages/],
    ['src/pages/b.ts', "import axios from 'axios'\naxios.get('')", /library taro/],
    ['src/components/c.ts', "import '../stores/s.ts'", /values of \^src\/components/],
    ['src/stores/s.ts', "import Taro from '@tarojs/taro'\nTaro.request", /library taro/],
    ['src/api/b.ts', "import { Problem } from '../../contract/p.ts'\nvoid Problem", /types of \^src\/api/],
    ['contract/p.ts', "export const Problem = 1\nimport '../bff/x/r.repository.ts'", /values of \^contract/],
    ['domain/d.ts', "import 'node:fs'", /the law has no dependency/],
    ['bff/x/r.routes.ts', "import pg from 'pg'\nvoid pg", /library postgres/],
    ['bff/x/r.repository.ts', "import '../y.ts'", /no circle/],
    ['bff/y.ts', "import './x/r.repository.ts'\nimport 'axios'", /library taro/],
    ['src/odd/o.ts', "import './missing.ts'", /nothing missing/],
  ]
  let result: ICruiseResult

  before(async () => {
    place = mkdtempSync(join(tmpdir(), 'tima-house-'))
    for (const [file, text] of plants) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), text)
    }
    cpSync(join(projectRoot, 'tsconfig.json'), join(place, 'tsconfig.json'))
    symlinkSync(join(projectRoot, 'node_modules'), join(place, 'node_modules'))
    result = await cruiseHouse(place)
  })
  after(() => rmSync(place, { recursive: true, force: true }))

  for (const [file, , rule] of plants) {
    test(`${file} is caught by ${rule.source.replaceAll('\\', '')}`, () => {
      const names = result.summary.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)
      assert.ok(names.some((name) => rule.test(name)), `found: ${names.join(', ') || 'nothing'}`)
    })
  }
})
