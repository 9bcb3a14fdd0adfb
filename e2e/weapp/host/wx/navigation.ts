import { pagesOf } from '../build.ts'
import type { Pages } from '../pages.ts'
import { Refused, type Asked, type Reply } from './reply.ts'

/** Splits pages/elevator/index?entry=…; values stay encoded, as WeChat hands them to a page. */
export function addressOf(url: string, from: string): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const route = new URL(path, `wx://app/${from}`).pathname.slice(1).replace(/\.html$/, '')
  const pairs = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1)])
  return { route, query: Object.fromEntries(pairs) as Record<string, string> }
}

/** Moving between pages. A page that cannot be reached is an error even when the app swallows the failure. */
export function navigationOf(pages: Pages, reply: Reply, root: string, lost: (url: string, why: string) => void) {
  const go = (name: string, move: (route: string, query: Record<string, string>) => void) => (asked: Asked) =>
    reply(name, asked, () => {
      const { route, query } = addressOf(String(asked['url']), pages.stack.at(-1)?.route ?? '')
      if (!pagesOf(root).includes(route)) lost(`wx.${name} ${String(asked['url'])}`, 'is no page of app.json')
      try {
        move(route, query)
      } catch (failure) {
        throw new Refused((failure as Error).message)
      }
    })

  const reLaunch = go('reLaunch', (route, query) => {
    pages.pop(pages.stack.length)
    pages.push(route, query)
  })

  return {
    navigateTo: go('navigateTo', (route, query) => pages.push(route, query)),
    redirectTo: go('redirectTo', (route, query) => {
      pages.pop(1)
      pages.push(route, query)
    }),
    reLaunch,
    switchTab: reLaunch,
    navigateBack: (asked: Asked | undefined) =>
      reply('navigateBack', asked, () => {
        if (pages.stack.length < 2) throw new Refused('cannot navigate back at first page')
        pages.pop(Math.min(Number(asked?.['delta'] ?? 1), pages.stack.length - 1))
        pages.live('onShow')
      }),
  }
}
