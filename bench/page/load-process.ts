import autocannon from 'autocannon'
import { openLoop } from './open-loop.ts'
import type { Job, LoadResult } from './loader.ts'

/** The load comes from a process of its own, so that what it costs is not charged to the program that counts. */
process.on('message', async (job: Job) => {
  process.send!(job.rate ? await openLoop(job.url, job.paths, job.rate, job.seconds) : await closedLoop(job))
})

/** As many requests as `connections` can carry one after the other; every connection walks its own part of the paths. */
async function closedLoop({ url, paths, seconds, connections, awake }: Job): Promise<LoadResult> {
  let next = 0
  let over = false
  const stayAwake = () => void (over || setImmediate(stayAwake))
  if (awake) stayAwake()
  const result = await autocannon({
    url, connections, duration: seconds, timeout: 20,
    setupClient: (client) => {
      const part = next++
      client.setRequests(paths.filter((_, at) => paths.length < connections || at % connections === part).map((path) => ({ path })))
    },
  })
  over = true
  return {
    answers: result['2xx'],
    failures: result.errors + result.timeouts + result.non2xx,
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
