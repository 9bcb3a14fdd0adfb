import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { quantile, short } from '../shared/numbers.ts'
import type { LoadResult } from './loader.ts'

/**
 * Sends `rate` requests a second whether or not earlier ones are answered, as people do. Latency counts from the moment a
 * request was due, so a stall of the server (or of this generator) is seen by everyone it kept waiting. In ms.
 */
export async function openLoop(url: string, paths: string[], rate: number, seconds: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 500, scheduling: 'fifo' })
  const total = Math.round(rate * seconds)
  const waits: number[] = []
  const pending: Promise<void>[] = []
  let failures = 0
  const begin = performance.now()
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * rate) + 1)
    for (; sent < due; sent++) {
      const scheduled = begin + (sent / rate) * 1000
      pending.push(ask(agent, url + paths[sent % paths.length]!).then(() => void waits.push(performance.now() - scheduled), () => void failures++))
    }
    await sleep(1)
  }
  await Promise.all(pending)
  agent.destroy()
  return { answers: waits.length, failures, perSecond: rate, p50: short(quantile(waits, 0.5)), p99: short(quantile(waits, 0.99)) }
}

function ask(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      answer.resume()
      answer.once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(String(answer.statusCode)))))
    }).once('error', reject)
  })
}
