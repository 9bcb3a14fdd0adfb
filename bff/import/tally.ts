import type { ImportSummary, RowResult } from '@tima/contract/import.ts'

const KEPT = 100

/** Counts what became of the rows. */
export class Tally {
  private readonly started = performance.now()
  private readonly counts: ImportSummary['counts'] = {}
  private readonly refused: RowResult[] = []
  rows = 0
  warnings = 0

  add(results: RowResult[]): void {
    for (const result of results) {
      const kind = (this.counts[result.kind] ??= {})
      kind[result.outcome] = (kind[result.outcome] ?? 0) + 1
      this.rows += 1
      this.warnings += result.warnings?.length ?? 0
      if (result.outcome === 'refused' && this.refused.length < KEPT) this.refused.push(result)
    }
  }

  get seconds(): number {
    return (performance.now() - this.started) / 1000
  }

  summary(dryRun: boolean): ImportSummary {
    return {
      dryRun, rows: this.rows, counts: this.counts, warnings: this.warnings,
      seconds: Math.round(this.seconds * 1000) / 1000, refused: this.refused,
    }
  }
}
