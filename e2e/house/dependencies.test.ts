import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { projectRoot } from './cruise.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const manifests = ['package.json', 'bff/package.json', 'contract/package.json', 'domain/package.json']
const libraries = manifests.flatMap((file) => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file)) as Record<string, Record<string, string> | undefined>
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
}).filter(([name]) => !name.startsWith('@tima/'))

describe('libraries', () => {
  test('each is pinned exactly', () => {
    assert.deepEqual(libraries.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)), [])
  })

  test('each is justified in docs/dependencies.md, and nothing there is gone', () => {
    const named = [...read('docs/dependencies.md').matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
    const covers = (entry: string, name: string) => entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1)))
    assert.deepEqual(libraries.filter(([name]) => !named.some((entry) => covers(entry, name))), [])
    assert.deepEqual(named.filter((entry) => !libraries.some(([name]) => covers(entry, name))), [])
  })

  test('the lock names no address to download from', () => {
    assert.doesNotMatch(read('package-lock.json'), /https?:\/\/[^"]*\.tgz/)
  })
})

test('the project names no place on a machine', () => {
  const { stdout } = spawnSync('git', ['grep', '-nIE', '(^|[^a-z.$])/(root|home/[a-z]+|work|tmp)/', '--', '.', ':!package-lock.json', ':!LICENSE'], { cwd: projectRoot, encoding: 'utf8' })
  assert.deepEqual(stdout.split('\n').filter((line) => line && !line.startsWith('e2e/house/dependencies.test.ts')), [])
})
