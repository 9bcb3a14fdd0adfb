import fs from 'node:fs'
import path from 'node:path'
import type { CheckName } from './checks/all.ts'

/** A build somebody might ship by mistake, and the check that has to see it. */
export type Broken = { name: string; seenBy: CheckName; says: RegExp; breaks: (dist: string) => void }

const edit = (file: string, change: (text: string) => string) => (dist: string) => {
  const text = fs.readFileSync(path.join(dist, file), 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${file} has nothing to break this way`)
  fs.writeFileSync(path.join(dist, file), changed)
}
const append = (file: string, more: string) => edit(file, (text) => text + more)

/** Runs when the home page loads. */
const onLoad = (code: string) =>
  edit('pages/home/index.js', (text) => text.replace(/\bPage\((\w+)\)/, `Page((${wrap(code)})($1))`))

const wrap = (code: string) =>
  `function(c){var l=c.onLoad;c.onLoad=function(){var page=this;${code};return l.apply(this,arguments)};return c}`

export const broken: Broken[] = [
  {
    name: 'asks WeChat for a function it does not have',
    seenBy: 'opens',
    says: /no wx\.scanElevator/,
    breaks: onLoad('wx.scanElevator()'),
  },
  {
    name: 'uses what the oldest phone lacks',
    seenBy: 'opens',
    says: /replaceAll|at is not a function/,
    breaks: onLoad('"a-b".replaceAll("-", "").at(0)'),
  },
  {
    name: 'takes itself for a browser',
    seenBy: 'opens',
    says: /location|document|window|URL/,
    breaks: onLoad('new URL("https://tima.example")'),
  },
  {
    name: 'throws when a page loads',
    seenBy: 'opens',
    says: /lift is stuck/,
    breaks: onLoad('throw new Error("lift is stuck")'),
  },
  {
    name: 'complains on the console',
    seenBy: 'opens',
    says: /console\.error: Each child/,
    breaks: onLoad('console.error("Each child in a list")'),
  },
  {
    name: 'draws an element that has no template',
    seenBy: 'opens',
    says: /no template tmpl_0_/,
    breaks: edit('base.wxml', (text) => text.replaceAll(/name="tmpl_0_(\d+)"/g, 'name="tmpl_gone_$1"')),
  },
  {
    name: 'goes to a page that is not in app.json',
    seenBy: 'opens',
    says: /pages\/report\/index.*no page of app\.json/,
    breaks: onLoad('wx.navigateTo({url:"/pages/report/index",fail:function(){}})'),
  },
  {
    name: 'was built with a React that Taro cannot start',
    seenBy: 'shows',
    says: /is blank/,
    breaks: edit('vendors.js', (text) =>
      text.replace('.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED=', '.__CLIENT_INTERNALS='),
    ),
  },
  {
    name: 'never draws what its page says',
    seenBy: 'shows',
    says: /^pages\/home\/index is blank$/,
    breaks: edit('pages/home/index.wxml', (text) => text.replace(/<template .*/, '')),
  },
  {
    name: 'floods the screen with data',
    seenBy: 'budget',
    says: /pages\/home\/index opens with \d+ bytes in \d+ setData/,
    breaks: onLoad('var n=0;setInterval(function(){page.setData({n:n++})},16)'),
  },
  {
    name: 'sends one huge piece of data',
    seenBy: 'budget',
    says: /opens with \d{5,} bytes/,
    breaks: onLoad('page.setData({all:new Array(70000).join("x")})'),
  },
  {
    name: 'has a broken {{ }}',
    seenBy: 'templates',
    says: /base\.wxml:\d+/,
    breaks: edit('base.wxml', (text) => text.replace('{{i.cl}}', '{{i.cl + }}')),
  },
  {
    name: 'leaves a tag open',
    seenBy: 'templates',
    says: /pages\/home\/index\.wxml/,
    breaks: append('pages/home/index.wxml', '<view><text>'),
  },
  {
    name: 'has a wxs that cannot be read',
    seenBy: 'wxs',
    says: /utils\.wxs/,
    breaks: append('utils.wxs', '\nvar a = ;'),
  },
  {
    name: 'has a wxs in a younger language',
    seenBy: 'wxs',
    says: /does not know =>/,
    breaks: append('utils.wxs', '\nvar f = (a) => a'),
  },
  {
    name: 'imports a stylesheet that was not built',
    seenBy: 'styles',
    says: /app\.wxss imports \.\/kit\.wxss/,
    breaks: edit('app.wxss', (text) => `@import "./kit.wxss";${text}`),
  },
  {
    name: 'looks behind in a regular expression',
    seenBy: 'old-syntax',
    says: /common\.js|taro\.js/,
    breaks: append('taro.js', ';var r=/(?<=a)b/;'),
  },
  {
    name: 'names a page that was not built',
    seenBy: 'pages',
    says: /pages\/report\/index\.js/,
    breaks: edit('app.json', (text) => text.replace('"pages/home/index"', '"pages/home/index","pages/report/index"')),
  },
  {
    name: 'forgets a page in app.json',
    seenBy: 'pages',
    says: /pages\/elevator\/index is no page/,
    breaks: edit('app.json', (text) => text.replace('"pages/elevator/index",', '')),
  },
  {
    name: 'carries too much in the main package',
    seenBy: 'size',
    says: /main package has \d+ bytes/,
    breaks: (dist) => fs.writeFileSync(path.join(dist, 'picture.png'), Buffer.alloc(300 * 1024)),
  },
  {
    name: 'has a stylesheet cut off in the middle',
    seenBy: 'compiles',
    says: /app\.wxss/,
    breaks: append('app.wxss', '.card{color:'),
  },
]
