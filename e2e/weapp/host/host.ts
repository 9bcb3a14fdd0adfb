import path from 'node:path'
import { readJson, type AppJson } from './build.ts'
import { Core, type Network } from './core.ts'
import { Pages } from './pages.ts'
import { realmOf } from './realm.ts'
import { deviceOf, usualDevice, type Device, type LaunchOptions } from './wx/device.ts'
import { addressOf, navigationOf } from './wx/navigation.ts'
import { networkOf, type Weather } from './wx/network.ts'
import { Refused, replier, type Play } from './wx/reply.ts'
import { Storage, storageOf } from './wx/storage.ts'
import { wxOf } from './wx/wx.ts'

export type HostOptions = {
  /** The folder with app.json. */
  dist: string
  /** Where wx.request really goes, an origin; null: where the build says. */
  citySide?: string | null
  storage?: Storage
  device?: Partial<Device>
  network?: Network
  /** false: a phone whose engine has no Intl. */
  intl?: boolean
  /** The phone's clock is ahead of ours by so many milliseconds. */
  later?: number
  /** Answers a request in the city side's stead; undefined lets it through. */
  weather?: Weather
}

/** How much is let pass for the app's own short timers. */
const SHORT_MS = 400
const ENDLESS = 5_000

/** A phone with WeChat in which one build of the mini program runs. */
export class Host {
  core = new Core()
  storage: Storage
  device: Device
  pages: Pages
  private scripts = new Map<string, Play>()
  private launched: LaunchOptions = { path: '', query: {}, scene: 1001, referrerInfo: {} }
  /** What App() was given: what getApp() gives. */
  app: Record<string, unknown> = {}
  private hasDark: boolean
  private load: (file: string) => unknown

  constructor(options: HostOptions) {
    const { core } = this
    this.storage = options.storage ?? new Storage()
    this.device = { ...usualDevice, ...options.device }
    core.network = options.network ?? 'wifi'
    const inside = (value: unknown) => core.inside(value)
    const reply = replier(core)
    this.hasDark = readJson<AppJson>(options.dist, 'app.json').darkmode === true
    this.pages = new Pages(options.dist, core, (file) => this.load(file))
    const wx = wxOf(
      core,
      reply,
      {
        ...storageOf(this.storage, reply, inside),
        ...networkOf(core, reply, options.citySide ?? null, options.weather),
        ...navigationOf(this.pages, reply, options.dist, (url, why) => core.blame(url, why)),
        ...deviceOf(this.device, () => this.launched, inside, this.hasDark),
      },
      this.scripts,
      () => {
        throw new Refused('cancel')
      },
    )
    const realm = realmOf(
      path.resolve(options.dist),
      core,
      {
        wx,
        Page: this.pages.page,
        Component: this.pages.component,
        App: (config: Record<string, unknown>) => void (this.app = config),
        getApp: () => this.app,
        getCurrentPages: () => this.pages.stack.map(({ instance }) => instance.self),
      },
      { intl: options.intl ?? true, later: options.later ?? 0 },
    )
    core.inside = realm.inside
    this.load = realm.load
  }

  /** Decides what a wx function answers from now on; throw Refused for its fail. */
  play(name: string, play: Play): void {
    this.scripts.set(name, play)
  }

  /** The network changes, the app is told, and does what it does then. */
  async connect(network: Network): Promise<void> {
    this.core.network = network
    this.core.tell('NetworkStatusChange', {
      isConnected: network !== 'none',
      networkType: network === 'none' ? 'none' : 'wifi',
    })
    await this.settle()
  }

  /** The phone turns dark or light; WeChat tells an app that has both looks. */
  async turn(theme: Device['theme']): Promise<void> {
    this.device.theme = theme
    if (this.hasDark) this.core.tell('ThemeChange', { theme })
    await this.settle()
  }

  /** The page is scrolled so that `scrollTop` CSS px are above the screen. */
  async scroll(scrollTop: number): Promise<void> {
    this.pages.live('onPageScroll', { scrollTop })
    await this.settle()
  }

  /**
   * Starts the app at a page, as a scan or a tap on the app's icon does, and waits until it is at rest.
   * @param url pages/elevator/index?q=…, values encoded as WeChat hands them over @param scene WeChat's scene value
   */
  async launch(url: string, scene = 1001): Promise<void> {
    const { route, query } = addressOf(url, '')
    this.launched = { path: route, query, scene, referrerInfo: {} }
    this.core.guard('app.js', () => this.load('app'))
    this.pages.loadMain()
    this.toApp('onLaunch')
    this.toApp('onShow')
    this.core.guard(route, () => this.pages.push(route, query))
    await this.settle()
  }

  private toApp(moment: string): void {
    const run = this.app[moment]
    const given = this.core.inside(this.launched)
    if (typeof run === 'function')
      this.core.guard(`App ${moment}`, () => (run as (options: unknown) => void).call(this.app, given))
  }

  /** Lets the app finish: requests are answered and short timers run, until nothing is left to happen. */
  async settle(): Promise<void> {
    await this.pass(SHORT_MS)
  }

  /** Lets so many milliseconds pass on the app's clock, and then whatever follows settle. */
  async pass(milliseconds: number): Promise<void> {
    const { timers, onTheWay } = this.core
    let until = timers.now + milliseconds
    for (let steps = 0; steps < ENDLESS; steps += 1) {
      await breath()
      if (timers.runNext(until)) continue
      if (onTheWay.size === 0) return void (timers.now = Math.max(timers.now, until))
      await Promise.race(onTheWay)
      until = Math.max(until, timers.now + SHORT_MS)
    }
    this.core.blame('timers', 'the app never comes to rest')
  }
}

/** Everything already due: promises, sockets. */
const breath = () => new Promise((resolve) => setImmediate(resolve))
