type Timer = { id: number; at: number; every: number | null; run: () => void }

/** The app's clock. Time passes only when somebody lets it pass: nothing waits for real, nothing is left to luck. */
export class Timers {
  /** Milliseconds since the app started. */
  now = 0
  private queue: Timer[] = []
  private last = 0

  set(run: () => void, delay: unknown, repeats = false): number {
    const wait = Math.max(0, Number(delay) || 0)
    this.last += 1
    this.queue.push({ id: this.last, at: this.now + wait, every: repeats ? Math.max(1, wait) : null, run })
    return this.last
  }

  clear(id: unknown): void {
    this.queue = this.queue.filter((timer) => timer.id !== id)
  }

  clearAll(): void {
    this.queue = []
  }

  /** Runs the earliest timer due at or before `until`. @returns false when there is none */
  runNext(until: number): boolean {
    const due = this.queue
      .filter((timer) => timer.at <= until)
      .sort((one, other) => one.at - other.at || one.id - other.id)[0]
    if (!due) return false
    this.now = Math.max(this.now, due.at)
    if (due.every === null) this.clear(due.id)
    else due.at = this.now + due.every
    due.run()
    return true
  }
}
