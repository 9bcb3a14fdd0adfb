import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name: string) => readFileSync(join(__dirname, name), 'utf8').replace(/\/\*[^]*?\*\//g, '')
const css = read('tokens.css')

/** The custom properties of the first rule with this selector. */
function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]))
}

const light = block('.tima')
const themes = { light, dark: { ...light, ...block('.dark') } }

/** WCAG 2.2 relative luminance of #RRGGBB. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright! + 0.05) / (dark! + 0.05)
}

const tints = ['--ok-tint', '--care-tint', '--stop-tint', '--pause-tint', '--none-tint', '--brand-tint']
const grounds = ['--surface', '--bg', '--sunken']
const words: [string, string[]][] = [
  ['--ink', [...grounds, ...tints]],
  ['--ink-2', [...grounds, ...tints]],
  ['--ink-3', grounds],
  ['--brand', [...grounds, ...tints]],
  ['--on-brand', ['--brand-fill']],
  ['--on-sos', ['--sos-fill']],
  ['--ok', ['--ok-tint', '--surface']],
  ['--care', ['--care-tint', '--surface']],
  ['--stop', ['--stop-tint', '--surface']],
  ['--pause', ['--pause-tint', '--surface']],
  ['--none', ['--none-tint', '--surface', '--bg']],
  ['--surface', ['--ink-2']],
  ['--lamp-ink', ['--lamp']],
  ['--lamp-dim', ['--lamp']],
  ['--lamp-lit', ['--lamp']],
]

describe.each(Object.entries(themes))('colours, %s', (_, tokens) => {
  const pairs = words.flatMap(([word, on]) => on.map((ground) => [word, ground] as const))

  test.each(pairs)('%s on %s can be read: at least 4.5', (word, ground) => {
    expect(contrast(tokens[word]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['--surface', '--bg'])('the outline of a control is seen on %s: at least 3', (ground) => {
    expect(contrast(tokens['--edge']!, tokens[ground]!)).toBeGreaterThanOrEqual(3)
  })
})

describe('sizes', () => {
  const px = (selector: string, token: string) => {
    const scale = { ...light, ...block(selector) }
    const [, base, by] = /calc\((\d+)px \* var\((--fsd?)\)\)/.exec(light[token]!)!
    return Number(base) * Number(scale[by!])
  }

  test('nothing is smaller than 13 px, in 长辈版 than 18, in the largest than 24', () => {
    const sizes = Object.keys(light).filter((token) => token.startsWith('--t-'))
    for (const [selector, least] of [['.tima', 13], ['.elder', 18], ['.largest', 24]] as const) {
      for (const token of sizes) expect(px(selector, token)).toBeGreaterThan(least - 0.1)
    }
  })

  test('长辈版 reads at 22 px or more, the largest at 30', () => {
    expect(px('.elder', '--t-body')).toBeGreaterThanOrEqual(22)
    expect(px('.largest', '--t-body')).toBeGreaterThanOrEqual(30)
  })

  test('main targets are 60 px or more in 长辈版', () => {
    for (const token of ['--touch', '--touch-main', '--touch-sos']) expect(parseInt(block('.elder')[token]!)).toBeGreaterThanOrEqual(60)
  })
})

describe('the other styles', () => {
  const others = ['base.css', 'kit.css'].map(read).join('\n')

  test('name no colour of their own', () => {
    expect(others.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi)).toBeNull()
  })

  test('set every type size through a token', () => {
    const raw = [...others.matchAll(/font-size:\s*([^;]+);/g)].map(([, value]) => value!).filter((value) => !/^(var\(--t-|calc\([\d.]+px \* var\(--fs)/.test(value))
    expect(raw).toEqual([])
  })

  test('use only tokens that exist', () => {
    const used = new Set([...(others + css).matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!))
    used.delete('--i')
    expect([...used].filter((name) => !(name in light))).toEqual([])
  })

  test('hold to what a mini program understands: no *, no element names', () => {
    const selectors = [...others.replace(/@keyframes[^}]*\}[^}]*\}\s*\}|@media[^{]*\{/g, '').matchAll(/([^{}]+)\{/g)].flatMap(([, list]) => list!.split(','))
    expect(selectors.length).toBeGreaterThan(100)
    expect(selectors.filter((selector) => /(^|[\s>+~])(\*|[a-z])/.test(selector.trim()))).toEqual([])
  })
})
