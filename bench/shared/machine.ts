import { cpus, loadavg, totalmem } from 'node:os'

export type Machine = { cores: number; processor: string; memoryGiB: number; loadBefore: number; node: string } & Record<string, string | number>

const load = loadavg()[0] ?? 0

/** What a reader needs to judge the figures, and nothing that tells whose machine it is. */
export function machine(): Machine {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() || process.arch,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadBefore: Number(load.toFixed(2)),
    node: process.versions.node,
    system: process.platform,
  }
}
