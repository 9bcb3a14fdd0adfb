import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/**
 * With `rate` (requests a second) an open loop, else as much as `connections` carry. `awake` keeps the generator from
 * sleeping between answers: waking it, dear on a virtual machine, would be charged to whoever answers slower than it reads.
 */
export type Job = { url: string; paths: string[]; seconds: number; connections: number; rate?: number; awake?: boolean }

/** p50 and p99 in ms. */
export type LoadResult = { answers: number; failures: number; perSecond: number; p50: number; p99: number }

export type Loader = { run: (job: Job) => Promise<LoadResult>; stop: () => void }

export function startLoader(): Loader {
  const child = fork(join(import.meta.dirname, 'load-process.ts'))
  const gone = once(child, 'exit').then(() => {
    throw new Error('the load generator ended')
  })
  gone.catch(() => {})
  return {
    run: async (job) => {
      const answer = once(child, 'message')
      child.send(job)
      const [result] = (await Promise.race([answer, gone])) as [LoadResult]
      return result
    },
    stop: () => void child.kill(),
  }
}
