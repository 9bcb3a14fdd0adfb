import type { Core } from './core.ts'
import { camel, draw, type Drawn, type DrawComponent } from './draw.ts'
import type { Owner } from './element.ts'
import { put } from './set-data.ts'
import type { Sheet } from './sheet.ts'

type Method = (this: object, ...given: unknown[]) => unknown

/** What Component({...}) was given. */
export type ComponentConfig = {
  properties?: Record<string, { value?: unknown }>
  data?: object
  options?: { virtualHost?: boolean }
  methods?: Record<string, Method>
  attached?: Method
  detached?: Method
  lifetimes?: { attached?: Method; detached?: Method }
}

export type Kind = { name: string; sheet: Sheet; config: ComponentConfig; using: Record<string, Kind> }

/** The object the app's code knows as `this`. */
export type Self = Record<string, unknown> & { data: Record<string, unknown> }

/** A page or a component that is alive: its data, its drawing, the components inside it. */
export class Instance implements Owner {
  name: string
  route: string
  self: Self
  inner = new Map<string, Instance>()
  given = ''
  private core: Core
  private sheet: Sheet
  private using: Record<string, Kind>
  private changed: () => void

  /** @param changed is told that the page has to be drawn again */
  constructor(
    kind: { name: string; route: string; sheet: Sheet; using: Record<string, Kind> },
    data: unknown,
    core: Core,
    changed: () => void,
  ) {
    this.name = kind.name
    this.route = kind.route
    this.sheet = kind.sheet
    this.using = kind.using
    this.core = core
    this.changed = changed
    this.self = {
      data: core.inside(data ?? {}) as Self['data'],
      setData: (patch: Record<string, unknown>, done?: () => void) => this.setData(patch, done),
      selectComponent: (selector: string) => this.select(selector)[0] ?? null,
      selectAllComponents: (selector: string) => this.select(selector),
      triggerEvent: () => undefined,
    }
  }

  hear(method: string, event: object): void {
    const heard = this.self[method]
    if (typeof heard !== 'function')
      return this.core.blame(this.name, `no method ${method} hears ${(event as { type: string }).type}`)
    this.core.guard(`${this.name} ${(event as { type: string }).type}`, () => (heard as Method).call(this.self, event))
  }

  setData(patch: Record<string, unknown>, done?: () => void): void {
    const json = JSON.stringify(patch)
    this.core.transfers.push({ route: this.route, bytes: Buffer.byteLength(json), json })
    const copy = this.core.inside(patch) as Record<string, unknown>
    for (const [path, value] of Object.entries(copy)) put(this.self.data, path, value)
    this.core.timers.set(() => {
      this.changed()
      if (done) this.core.guard(`${this.name} setData`, () => done.call(this.self))
    }, 0)
  }

  /** Draws what is inside; components that appear are attached, those that go are detached. */
  draw(): Drawn {
    const before = this.inner
    const fresh: (() => void)[] = []
    this.inner = new Map()
    const component: DrawComponent = (tag, attributes) => {
      const kind = this.using[tag]
      if (!kind) return null
      const key = `${tag} ${keyOf(attributes) ?? this.inner.size}`
      const old = before.get(key)
      const one = old ?? this.born(kind)
      one.receive(kind, attributes)
      this.inner.set(key, one)
      if (!old) fresh.push(() => one.live('attached', kind))
      return { children: one.draw(), virtual: kind.config.options?.virtualHost === true }
    }
    const drawn = draw(this.sheet, this.self.data, { owner: this, component })
    for (const [key, one] of before) if (this.inner.get(key) !== one) one.leave()
    for (const attach of fresh) attach()
    return drawn
  }

  leave(): void {
    for (const one of this.inner.values()) one.leave()
    this.detach?.()
  }

  private detach: (() => void) | undefined

  private born(kind: Kind): Instance {
    const { properties = {}, data = {}, methods = {} } = kind.config
    const values = Object.fromEntries(Object.entries(properties).map(([name, { value }]) => [name, value]))
    const one = new Instance({ ...kind, route: this.route }, { ...values, ...data }, this.core, this.changed)
    Object.assign(one.self, methods, { properties: one.self.data })
    one.detach = () => one.live('detached', kind)
    return one
  }

  private live(moment: 'attached' | 'detached', { config }: Kind): void {
    const run = config.lifetimes?.[moment] ?? config[moment]
    if (run) this.core.guard(`${this.name} ${moment}`, () => run.call(this.self))
  }

  /** A property changes only when the owner says something new: the component's own setData is not undone. */
  private receive({ config }: Kind, attributes: Record<string, unknown>): void {
    const names = Object.keys(config.properties ?? {})
    const values = Object.fromEntries(
      Object.entries(attributes)
        .map(([name, value]) => [camel(name), value])
        .filter(([name]) => names.includes(name as string)),
    )
    const given = JSON.stringify(values)
    if (given === this.given) return
    this.given = given
    Object.assign(this.self.data, this.core.inside(values))
  }

  private select(selector: string): Self[] {
    const id = /^#(.+)$/.exec(selector)?.[1]
    if (id === undefined) throw new Error(`only #id is selected here, not ${selector}`)
    const found = [...this.inner].filter(([key]) => key.endsWith(` ${id}`)).map(([, one]) => one.self)
    return [...found, ...[...this.inner.values()].flatMap((one) => one.select(selector))]
  }
}

const keyOf = ({ id, i }: Record<string, unknown>) => id ?? (i as { sid?: string } | undefined)?.sid
