// node scripts/run.mjs <file> [args]: installs what is missing, then runs the file on the pinned Node. Works on any Node from 20.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pinnedNode, prepare, root } from './prepare.mjs'

prepare()
const [file, ...args] = process.argv.slice(2)
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` }
const child = spawn(pinnedNode, [join(root, file), ...args], { stdio: 'inherit', env, shell: process.platform === 'win32' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
