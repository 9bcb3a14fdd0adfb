import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

export type Config = {
  port: number
  host: string
  /** A PostgreSQL to use; null starts the embedded one in `dataDir`. */
  databaseUrl: string | null
  /** A replica for single reads; equals `databaseUrl` when not set. */
  readUrl: string | null
  dataDir: string
  /** Scheme and host printed on plates, without a trailing slash. */
  publicUrl: string
  /** `<id>:<base64url secret>` list; the first signs, all verify. */
  plateKeys: string
  citiesDir: string
  /** Whether an empty database gets the demo city. */
  demo: boolean
  appDir: string
  /** Requests a minute from one address: pages and everything else. */
  rateLimit: number
  /** Proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number
  /** Bearer token for /metrics from other machines; null allows this machine only. */
  metricsToken: string | null
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
}

const settings = [
  'TIMA_API_URL', 'TIMA_CITIES_DIR', 'TIMA_DATA_DIR', 'TIMA_DEMO', 'TIMA_HOST', 'TIMA_LOG_LEVEL', 'TIMA_METRICS_TOKEN', 'TIMA_PLATE_HOSTS', 'TIMA_PLATE_KEYS',
  'TIMA_PUBLIC_URL', 'TIMA_RATE_LIMIT', 'TIMA_READ_URL', 'TIMA_TRUSTED_PROXIES',
]

export class ConfigError extends Error {
  constructor(name: string, problem: string) {
    super(`${name}: ${problem}`)
  }
}

/** Reads every setting once. Throws ConfigError naming the setting that is wrong or unknown. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const unknown = Object.keys(env).find((name) => name.startsWith('TIMA_') && !settings.includes(name))
  if (unknown) throw new ConfigError(unknown, `is not a setting of Tima; the settings are PORT, DATABASE_URL, ${settings.join(', ')}`)

  const port = whole(env, 'PORT', 3000, 0, 65535)
  const dataDir = resolve(env.TIMA_DATA_DIR || join(projectRoot, '.tima'))
  return {
    port,
    host: env.TIMA_HOST || '0.0.0.0',
    databaseUrl: postgresUrl(env, 'DATABASE_URL'),
    readUrl: postgresUrl(env, 'TIMA_READ_URL') ?? postgresUrl(env, 'DATABASE_URL'),
    dataDir,
    publicUrl: webUrl(env, 'TIMA_PUBLIC_URL', `http://localhost:${port}`),
    plateKeys: env.TIMA_PLATE_KEYS || keptPlateKeys(dataDir),
    citiesDir: resolve(env.TIMA_CITIES_DIR || join(projectRoot, 'cities')),
    demo: oneOf(env, 'TIMA_DEMO', ['auto', 'off']) === 'auto',
    appDir: join(projectRoot, 'dist', 'h5'),
    rateLimit: whole(env, 'TIMA_RATE_LIMIT', 1200, 1, 1_000_000_000),
    trustedProxies: whole(env, 'TIMA_TRUSTED_PROXIES', 0, 0, 10),
    metricsToken: env.TIMA_METRICS_TOKEN || null,
    logLevel: oneOf(env, 'TIMA_LOG_LEVEL', ['info', 'fatal', 'error', 'warn', 'debug', 'silent']),
  }
}

function whole(env: NodeJS.ProcessEnv, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name]
  if (!text) return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(name, `"${text}" is not a whole number from ${least} to ${most}`)
  }
  return value
}

function oneOf<T extends string>(env: NodeJS.ProcessEnv, name: string, allowed: [T, ...T[]]): T {
  const text = env[name]
  if (!text) return allowed[0]
  const found = allowed.find((value) => value === text)
  if (!found) throw new ConfigError(name, `"${text}" is not one of ${allowed.join(', ')}`)
  return found
}

function postgresUrl(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = env[name]
  if (!text) return null
  if (!/^postgres(ql)?:\/\//.test(text)) throw new ConfigError(name, 'must begin with postgresql://')
  return text
}

function webUrl(env: NodeJS.ProcessEnv, name: string, otherwise: string): string {
  const text = env[name] || otherwise
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new ConfigError(name, `"${text}" must be http(s)://host[:port] and nothing more`)
  }
  return url.origin
}

/** Without TIMA_PLATE_KEYS a key is made once and kept in the data directory, so that printed plates stay valid. */
function keptPlateKeys(dataDir: string): string {
  const file = join(dataDir, 'plate-keys')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `A:${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
