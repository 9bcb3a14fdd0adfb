import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const icons = readFileSync(join(__dirname, 'icons.css'), 'utf8')
const drawn = [...icons.matchAll(/^\.i-([\w-]+)/gm)].map(([, name]) => name!)

const components = readdirSync(join(__dirname, '../components')).map((file) => readFileSync(join(__dirname, '../components', file), 'utf8')).join('\n')
const named = [.../type IconName =([^]*?)\n\n/.exec(components)![1]!.matchAll(/'([\w-]+)'/g)].map(([, name]) => name!)

test('every icon that can be named is drawn, and no other', () => {
  expect([...drawn].sort()).toEqual([...named].sort())
})

test('each drawing is an SVG that a browser can read', () => {
  for (const [, data] of icons.matchAll(/url\("data:image\/svg\+xml,([^"]+)"\)/g)) {
    const svg = new DOMParser().parseFromString(decodeURIComponent(data!), 'image/svg+xml')
    expect(svg.querySelector('parsererror')).toBeNull()
    expect(svg.documentElement.getAttribute('viewBox')).toBe('0 0 24 24')
  }
})
