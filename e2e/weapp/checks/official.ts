import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type Compiled = { files: Record<string, number> } | { refused: string }

const program = path.join(import.meta.dirname, 'official-compile.ts')

/** WeChat's own compiler over a build: bytes of every file it would upload, or what it refuses. */
export async function officialCompile(dist: string): Promise<Compiled> {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'tima-official-'))
  const answer = path.join(place, 'answer.json')
  const run = spawn(process.execPath, [program, dist, answer], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  run.stderr.on('data', (text) => (said += String(text)))
  try {
    await once(run, 'exit')
    if (!fs.existsSync(answer)) throw new Error(`the official compiler gave no answer: ${said}`)
    return JSON.parse(fs.readFileSync(answer, 'utf8')) as Compiled
  } finally {
    run.stderr.destroy()
    endGroup(run.pid)
    fs.rmSync(place, { recursive: true, force: true })
  }
}

/** The tool's workers are in the group of the program that started them and outlive it. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}
