import type { WriteStream } from 'node:tty'
import type { RowResult } from '@tima/contract/import.ts'

export type Progress = { show: (results: RowResult[], part: number) => void; end: () => void }

const OFTEN = 100

/** One line that counts rows while an import runs, on a terminal; silent anywhere else. */
export function openProgress(out: WriteStream): Progress {
  if (!out.isTTY) return { show: () => {}, end: () => {} }
  const started = performance.now()
  let shown = 0
  let rows = 0
  let refused = 0
  return {
    show(results, part) {
      rows += results.length
      refused += results.filter(({ outcome }) => outcome === 'refused').length
      const now = performance.now()
      if (now - shown < OFTEN) return
      shown = now
      const rate = Math.round(rows / ((now - started) / 1000))
      out.write(`\r\x1b[K${Math.floor(part * 100)} %  ${rows} rows, ${rate} a second${refused ? `, ${refused} refused` : ''}`)
    },
    end() {
      out.write('\r\x1b[K')
    },
  }
}
