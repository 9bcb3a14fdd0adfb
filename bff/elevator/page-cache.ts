import type { Page } from './page.ts'

type Kept = { page: Page; until: number }

/**
 * Pages of the last seconds by code. Scans are spread thin, so it serves bursts at one plate: a stopped elevator that a
 * whole building looks up. A page read before `clear` is not stored after it.
 */
export class PageCache {
  private readonly pages = new Map<string, Kept>()
  private readonly loading = new Map<string, Promise<Page>>()
  private generation = 0
  private readonly lifetime: number
  private readonly most: number

  constructor(lifetime = 5_000, most = 2_000) {
    this.lifetime = lifetime
    this.most = most
  }

  get(code: string): Page | null {
    const kept = this.pages.get(code)
    return kept && kept.until > Date.now() ? kept.page : null
  }

  /** Loads once for all who ask at the same time. */
  load(code: string, read: () => Promise<Page>): Promise<Page> {
    const under = this.loading.get(code)
    if (under) return under
    const generation = this.generation
    const loading = read()
      .then((page) => {
        if (generation === this.generation) this.put(code, page)
        return page
      })
      .finally(() => {
        if (this.loading.get(code) === loading) this.loading.delete(code)
      })
    this.loading.set(code, loading)
    return loading
  }

  clear(): void {
    this.generation++
    this.pages.clear()
    this.loading.clear()
  }

  private put(code: string, page: Page): void {
    this.pages.delete(code)
    this.pages.set(code, { page, until: Date.now() + this.lifetime })
    if (this.pages.size > this.most) this.pages.delete(this.pages.keys().next().value!)
  }
}
