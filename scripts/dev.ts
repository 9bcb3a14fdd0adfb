import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Both sides with reload: the city side restarts on a change, the h5 app is rebuilt and served at port 3001 with /v1 passed on. */
const sides: ChildProcess[] = [
  spawn(process.execPath, ['--watch-path=bff', '--watch-path=domain', '--watch-path=contract', '--watch-path=cities', '--watch-preserve-output', 'bff/main.ts'], { cwd: root, stdio: 'inherit' }),
  spawn(process.execPath, [join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--no-check', '--type', 'h5', '--watch'], { cwd: root, stdio: 'inherit' }),
]
const stop = () => sides.forEach((side) => side.kill('SIGTERM'))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
sides.forEach((side) => side.on('exit', stop))
