import fs from 'node:fs'
import path from 'node:path'
import { packagesOf, pagesOf, readJson, type AppJson } from './build.ts'
import type { Core } from './core.ts'
import type { Drawn } from './draw.ts'
import { Instance, type ComponentConfig, type Kind, type Self } from './instance.ts'
import { sheetsOf } from './sheet.ts'

type PageConfig = Record<string, unknown> & { data?: object }

/** A page on the stack. */
export type OpenPage = { route: string; query: Record<string, string>; instance: Instance; drawn: Drawn }

/** WeChat refuses an eleventh page. */
const DEEPEST = 10

/** Pages and components of a build: what Page() and Component() registered, and the stack of open pages. */
export class Pages {
  stack: OpenPage[] = []
  private root: string
  private core: Core
  private load: (file: string) => unknown
  private sheets: (file: string) => ReturnType<ReturnType<typeof sheetsOf>>
  private configs = new Map<string, PageConfig>()
  private kinds = new Map<string, Kind>()
  private loading = ''

  constructor(root: string, core: Core, load: (file: string) => unknown) {
    this.root = root
    this.core = core
    this.load = load
    this.sheets = sheetsOf(root)
  }

  /** Page({...}) */
  page = (config: PageConfig): void => void this.configs.set(this.loading, config)

  /** Component({...}) */
  component = (config: ComponentConfig): void => {
    const kind = this.kinds.get(this.loading)
    if (kind) kind.config = config
  }

  get top(): OpenPage {
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  /**
   * The main package is loaded before the first page opens, others when they are first visited; an app that asks for
   * lazyCodeLoading has every page loaded then.
   */
  loadMain(): void {
    if (readJson<AppJson>(this.root, 'app.json').lazyCodeLoading !== undefined) return
    for (const page of packagesOf(this.root)[0]!.pages) this.ready(page)
  }

  /** navigateTo's way: on top of the others. Throws with WeChat's reason when that cannot be. */
  push(route: string, query: Record<string, string>): void {
    if (!pagesOf(this.root).includes(route)) throw new Error(`page "${route}" is not found`)
    if (this.stack.length >= DEEPEST) throw new Error('webview count limit exceed')
    this.live('onHide')
    this.ready(route)
    const config = this.configs.get(route)
    if (!config) throw new Error(`page "${route}" has not been registered yet`)
    this.stack.push(this.born(route, query, config))
    this.live('onLoad', query)
    this.live('onShow')
    this.redraw(this.top)
    this.live('onReady')
  }

  /** Closes the newest pages. */
  pop(count: number): void {
    for (let closed = 0; closed < count && this.stack.length > 0; closed += 1) {
      this.live('onUnload')
      this.stack.pop()!.instance.leave()
    }
  }

  live(moment: string, ...given: unknown[]): void {
    const page = this.stack.at(-1)
    const run = page?.instance.self[moment]
    if (typeof run !== 'function') return
    this.core.guard(`${page!.route} ${moment}`, () =>
      (run as (...args: unknown[]) => void).call(page!.instance.self, ...given.map(this.core.inside)),
    )
  }

  private born(route: string, query: Record<string, string>, config: PageConfig): OpenPage {
    const using = this.usingOf(route)
    const page: OpenPage = {
      route,
      query,
      drawn: [],
      instance: new Instance(
        { name: route, route, sheet: this.sheets(`${route}.wxml`), using },
        config.data,
        this.core,
        () => this.redraw(page),
      ),
    }
    const { data: _, ...members } = config
    Object.assign(page.instance.self, members, {
      route,
      __route__: route,
      is: route,
      options: this.core.inside(query),
    } satisfies Partial<Self>)
    return page
  }

  private redraw(page: OpenPage): void {
    if (!this.stack.includes(page)) return
    page.drawn = this.core.guard(`${page.route}.wxml`, () => page.instance.draw()) ?? []
  }

  private ready(route: string): void {
    if (this.configs.has(route)) return
    this.usingOf(route)
    this.run(route)
  }

  private run(file: string): void {
    const before = this.loading
    this.loading = file
    this.core.guard(`${file}.js`, () => this.load(file))
    this.loading = before
  }

  private usingOf(file: string): Record<string, Kind> {
    const json = fs.existsSync(path.join(this.root, `${file}.json`))
      ? readJson<{ usingComponents?: Record<string, string> }>(this.root, `${file}.json`)
      : {}
    const used = Object.entries(json.usingComponents ?? {})
    return Object.fromEntries(
      used.map(([tag, src]) => [
        tag,
        this.kind(path.normalize(src.startsWith('/') ? src.slice(1) : path.join(path.dirname(file), src))),
      ]),
    )
  }

  private kind(file: string): Kind {
    const known = this.kinds.get(file)
    if (known) return known
    const kind: Kind = { name: file, sheet: this.sheets(`${file}.wxml`), config: {}, using: {} }
    this.kinds.set(file, kind)
    kind.using = this.usingOf(file)
    this.run(file)
    return kind
  }
}
