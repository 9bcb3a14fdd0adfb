import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const found = (): string | undefined => places.find((place) => place && existsSync(place))

const works = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/** A Chromium and a Chinese font for the browser tests, installed by the system's package manager where that is allowed. */
export function chromium(): string {
  const browser = found()
  if (browser && hasChinese()) return browser
  const prefix = process.getuid?.() === 0 ? [] : works('sudo', '-n', 'true') ? ['sudo', '-n'] : null
  if (prefix && works('apt-get', '--version')) {
    console.log('Installing Chromium and a Chinese font for the browser tests.')
    const apt = (...args: string[]) => works([...prefix, 'apt-get'][0]!, ...[...prefix, 'apt-get'].slice(1), ...args)
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig')
  }
  const now = found()
  if (now) return now
  console.error('The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.')
  process.exit(1)
}

/** Screenshots of Chinese text without a font show boxes; other systems than Linux bring one. */
function hasChinese(): boolean {
  if (process.platform !== 'linux') return true
  return spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim() !== ''
}
