import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { text, type Core } from './core.ts'
import { age } from './old-phone.ts'

/** Names WeChat hides from a module, so that code made for browsers does not take it for one. */
const HIDDEN = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'XMLHttpRequest',
  'WebSocket',
]
const WRAPPED = ['require', 'module', 'exports', ...HIDDEN]

export type Realm = {
  /** Loads a built module once, by its path in the build without extension. */
  load(file: string): unknown
  /** Copies plain data into the realm. */
  inside(value: unknown): unknown
}

const compiled = new Map<string, vm.Script>()

/**
 * The place a mini program's logic runs in: a bare language, no window, document, fetch or URL. Its clock is the real
 * one plus the time the host let pass.
 * @param globals wx, App, Page, Component, getApp, getCurrentPages
 */
export function realmOf(
  root: string,
  core: Core,
  globals: Record<string, unknown>,
  options: { intl: boolean; later: number },
): Realm {
  const context = vm.createContext(
    { ...globals, ...clock(core), console: consoleOf(core) },
    { codeGeneration: { strings: false, wasm: false } },
  )
  age(context, options.intl)
  const copy = vm.runInContext('(text) => JSON.parse(text)', context) as (text: string) => unknown
  vm.runInContext(DATE, context)(() => Date.now() + core.timers.now + options.later)
  const modules = new Map<string, { exports: unknown }>()

  const load = (name: string): unknown => {
    const file = name.endsWith('.js') ? name : `${name}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: vm.runInContext('({})', context) as unknown }
    modules.set(file, module)
    const run = scriptOf(path.join(root, file)).runInContext(context) as (...given: unknown[]) => void
    const beside = (wanted: string) =>
      load(path.normalize(wanted.startsWith('/') ? wanted.slice(1) : path.join(path.dirname(file), wanted)))
    run.call(module.exports, beside, module, module.exports)
    return module.exports
  }

  return { load, inside: (value) => (value === undefined ? undefined : copy(JSON.stringify(value) ?? 'null')) }
}

function scriptOf(file: string): vm.Script {
  const { mtimeMs } = fs.statSync(file)
  const key = `${file} ${mtimeMs}`
  const script =
    compiled.get(key) ??
    new vm.Script(`(function (${WRAPPED.join()}) {${fs.readFileSync(file, 'utf8')}\n})`, { filename: file })
  compiled.set(key, script)
  return script
}

const clock = (core: Core) => {
  const set =
    (repeats: boolean) =>
    (run: (...given: unknown[]) => void, delay: unknown, ...given: unknown[]) =>
      core.timers.set(() => core.guard('timer', () => run(...given)), delay, repeats)
  const clear = (id: unknown) => core.timers.clear(id)
  return { setTimeout: set(false), setInterval: set(true), clearTimeout: clear, clearInterval: clear }
}

const consoleOf = (core: Core) => ({
  log() {},
  info() {},
  debug() {},
  group() {},
  groupEnd() {},
  time() {},
  timeEnd() {},
  warn: (...said: unknown[]) => core.warnings.push(said.map(text).join(' ')),
  error: (...said: unknown[]) => core.blame('console.error', said.map(text).join(' ')),
})

const DATE = `(now) => {
  const Real = Date
  globalThis.Date = class Date extends Real {
    constructor(...given) { if (given.length) super(...given); else super(now()) }
    static now() { return now() }
  }
}`
