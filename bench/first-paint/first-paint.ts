import { join } from 'node:path'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { formatCode } from '@tima/domain/code.ts'
import { chromium } from 'playwright-core'
import { chromium as findChromium } from '../../scripts/chromium.ts'
import { builtDatabase, codeOf } from '../page/data.ts'
import { entryOf } from '../page/paths.ts'
import type { Bench } from '../run.ts'
import { median, short } from '../shared/numbers.ts'
import { atMost, told } from '../shared/result.ts'
import { startCitySide, startProcess } from '../shared/service.ts'
import { bareDist, buildApps } from './bare-app.ts'
import { firstBytes, gzipBytes } from './html.ts'
import { visit, type Visit, type Watch } from './visit.ts'

const ROUNDS = 9
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The card's call for help is on screen; the first action below the answer, report, opens its sheet. */
const ours: Watch = { shown: '#tima-card a[href^="tel:"]', press: '.btn.plain', answered: '[role=dialog]' }
const theirs: Watch = { shown: null, press: '#control', answered: '#control.tapped' }

export const bench: Bench = async ({ databases, say }) => {
  buildApps(say)
  const url = databases.urlOf(await builtDatabase(databases, 1_000, say))
  const city = await startCitySide(url)
  const bare = await startProcess([join('bench', 'first-paint', 'static-server.ts')], { FOLDER: bareDist }, '/')
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  const rounds: { page: Visit; bare: Visit }[] = []
  try {
    const address = `${city.url}/e/${entryOf(17)}`
    const html = await firstBytes(address, await mustShow(city.url))
    for (let nth = -1; nth < ROUNDS; nth++) {
      const page = await visit(browser, address, ours)
      const round = { page, bare: await visit(browser, bare.url, theirs) }
      if (nth < 0) continue
      rounds.push(round)
      say(`   round ${nth + 1}: paint ${round.page.paint} / ${round.bare.paint} ms, tap ${round.page.tap} / ${round.bare.tap} ms`)
    }
    const ms = (of: 'page' | 'bare', what: 'paint' | 'tap') => Math.round(median(rounds.map((round) => round[of][what])))
    const ratio = (what: 'paint' | 'tap') => short(median(rounds.map((round) => round.page[what] / round.bare[what])))
    const scripts = { page: rounds[0]!.page.scripts, bare: rounds[0]!.bare.scripts }
    const gzip = { page: await gzipBytes(scripts.page.map((path) => city.url + path)), bare: await gzipBytes(scripts.bare.map((path) => bare.url + path)) }
    const kib = (bytes: number) => short(bytes / 1024)
    return {
      figures: [
        atMost(0.5, { figure: 'first paint with the emergency card, of the bare app\'s', measured: ratio('paint'), of: `${ms('page', 'paint')} / ${ms('bare', 'paint')} ms` }),
        atMost(1.3, { figure: 'first tap handled, of the bare app\'s', measured: ratio('tap'), of: `${ms('page', 'tap')} / ${ms('bare', 'tap')} ms` }),
        atMost(150, { figure: 'script of the page in gzip', measured: kib(gzip.page), unit: 'KiB', of: `${scripts.page.length} files; bare app ${kib(gzip.bare)} KiB` }),
        told({ figure: 'script transferred in the visits', measured: kib(median(rounds.map(({ page }) => page.scriptBytes))), unit: 'KiB', of: `${rounds[0]!.page.encodings.join(' and ')}, with headers; bare app ${kib(median(rounds.map((round) => round.bare.scriptBytes)))} KiB` }),
        atMost(14, {
          figure: 'HTML until place, phones and code stand in it', measured: html.needed === null ? null : kib(html.needed), unit: 'KiB',
          of: html.without.length ? `never: ${html.without.join(', ')}` : `${html.encoding}, whole page ${kib(html.total)} KiB`,
        }),
      ],
      rounds: { visits: rounds, html, gzip },
      method: [
        'Chromium, processor 4 times slower, 150 ms latency, 1.6 Mbit/s down, a fresh profile for every visit, phone viewport 390 × 844',
        `${ROUNDS} rounds after one not counted, page and bare app in turn; figures are medians of the ratios of a round`,
        'page: bff/main.ts in production configuration with the built h5 app; an elevator with 24 visits',
        'bare app: bench/bare-app, two pages, the same Taro, React, browsers and minifier; compressed beforehand as the page\'s files are, served from memory',
        'paint: first contentful paint, and for the page not before the frame that has the call for help; tap: a control is pressed every 50 ms until the app answers',
        'script: every script the page asked for until the network was quiet, as sent to who takes gzip; and as Chromium counted it in the visits',
      ],
      versions: { chromium: browser.version(), postgresql: databases.version },
    }
  } finally {
    await browser.close()
    await Promise.all([city.stop(), bare.stop()])
  }
}

/** What the page must say with no script: which elevator, whom to call, the code to read out. */
async function mustShow(url: string): Promise<string[]> {
  const page = (await (await fetch(`${url}/v1/elevators/${entryOf(17)}`)).json()) as ElevatorPage
  const { facts, city } = page
  const dial = (phone: string | null | undefined) => `href="tel:${phone?.replace(/[^0-9+]/g, '')}"`
  return [facts.address.value!, facts.building.value!, facts.car.value!, dial(city.hotline), dial(facts.useUnit.value?.phone), formatCode(codeOf(17))]
}
