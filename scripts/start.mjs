// npm start: install, build what changed, serve. Runs on any Node from 20; the service itself runs on the pinned one.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pinnedNode, prepare, root } from './prepare.mjs'

prepare()
const built = spawnSync(pinnedNode, [join(root, 'scripts', 'build-once.mjs'), 'h5'], { cwd: root, stdio: 'inherit' })
if (built.status !== 0) {
  console.error('The h5 build did not succeed; see above.')
  process.exit(1)
}

const service = spawn(pinnedNode, [join(root, 'bff', 'main.ts')], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => service.kill(signal))
service.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
