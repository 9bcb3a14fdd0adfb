import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { Host, type HostOptions } from './host/host.ts'
import { Person } from './host/person.ts'

/** A mini program written by hand, file by file; app.json, app.js and the json of pages may be left out. */
export function fixture(t: TestContext, files: Record<string, string>): string {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'tima-fixture-'))
  t.after(() => fs.rmSync(dist, { recursive: true, force: true }))
  const pages = Object.keys(files).filter(
    (file) =>
      file.endsWith('.wxml') &&
      `${file.slice(0, -5)}.js` in files &&
      files[`${file.slice(0, -5)}.js`]!.includes('Page('),
  )
  const all = {
    'app.json': JSON.stringify({ pages: pages.map((file) => file.slice(0, -5)) }),
    'app.js': 'App({})',
    ...files,
  }
  for (const [file, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
    fs.writeFileSync(path.join(dist, file), text)
  }
  return dist
}

/** Opens its first page. */
export async function openFixture(
  t: TestContext,
  files: Record<string, string>,
  url = 'a',
  options: Partial<HostOptions> = {},
) {
  const host = new Host({ dist: fixture(t, files), network: 'none', ...options })
  await host.launch(url)
  return { host, person: new Person(host), errors: host.core.errors }
}
