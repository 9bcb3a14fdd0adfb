import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const build = spawnSync(process.execPath, [join(import.meta.dirname, 'build-once.mjs'), 'h5'], { stdio: ['ignore', 'inherit', 'inherit'] })
if (build.status !== 0) {
  console.error('The h5 build did not succeed; the reason stands above.')
  process.exit(1)
}
await import('../bff/main.ts')
