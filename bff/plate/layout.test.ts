import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { layoutPlate, MARGIN, PLATE } from './layout.ts'
import { printable } from './outline.ts'
import { encodeLink, symbolWidth } from './qr.ts'
import { extent, type Frame, type Plate, type Shape } from './shape.ts'
import { chinese, english, examples, linkTo } from './test/examples.ts'

const said = (shapes: Shape[], part: string): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' && shape.part === part ? [shape.text] : []))

const texts = (plate: Plate): Record<string, string[]> => {
  const parts: Record<string, string[]> = {}
  for (const shape of layoutPlate(plate)) if (shape.kind === 'text') (parts[shape.part] ??= []).push(shape.text)
  return parts
}

const writingLines = (plate: Plate): number => layoutPlate(plate).filter(({ part }) => part === 'write-here').length

describe('what a plate says', () => {
  test('in Chinese', () => {
    assert.deepEqual(texts(chinese), {
      mark: ['梯'],
      heading: ['电梯码'],
      verb: ['查状态', '报故障', '求救援'],
      'by-hand': ['任何手机相机都能扫', '扫不出？tima.example 输入'],
      code: [`${chinese.code.slice(0, 4)} ${chinese.code.slice(4, 8)} ${chinese.code.slice(8)}`],
      place: ['汀洲区 月桥里 3 幢 2 单元 西侧电梯'],
      trapped: ['被困了：按警铃，打下面的电话，念'],
      say: ['310 427'],
      'hotline-label': ['救援'],
      hotline: ['96333'],
      'property-label': ['物业'],
      property: ['0000 555 0132'],
      calm: ['不扒门，离门远一点，坐下等'],
      serial: ['青屿市 编号 A-002617'],
    })
  })

  test('in English; without a rescue code its own code is what is read aloud', () => {
    const parts = texts(english)
    assert.deepEqual(parts.say, parts.code)
    assert.deepEqual(parts.verb, ['Check it', 'Report it', 'Get help'])
    assert.deepEqual(parts['by-hand'], ['Any phone camera works', 'No camera? Type it at', 'dianti.qingyu.gov.example'])
    assert.deepEqual(parts.trapped, ['Trapped? Press the alarm bell, call below and say'])
    assert.deepEqual([parts.hotline, parts.property], [['911'], ['+1 000 555 0132']])
    assert.deepEqual(parts.serial, ['New York City No. A-002618'])
  })

  test('a blank plate has lines to write the place and the property number on', () => {
    const blank = { ...chinese, place: null, title: null, propertyNumber: null }
    assert.deepEqual(texts(blank).place, ['位置'])
    assert.equal(writingLines(blank), 2)
    assert.equal(writingLines(chinese), 0)
  })

  test('with no number at all it does not send anybody to one', () => {
    const parts = texts({ ...chinese, hotline: null, propertyNumber: null })
    assert.deepEqual(parts.trapped, ['被困了：按警铃，有人应答时念'])
    assert.equal(parts.hotline, undefined)
    assert.equal(parts.property, undefined)
    assert.deepEqual(parts['property-label'], ['物业'])
  })

  test("characters outside the common ones come from the font's other files; one without a shape is named", () => {
    assert.doesNotThrow(() => layoutPlate({ ...chinese, place: '鲦龢㎡' }))
    assert.throws(() => layoutPlate({ ...chinese, place: '徛里', title: '\u{1f600}' }), /徛 U\+5F9B|😀 U\+1F600/)
  })

  test('white space is one space and invisible marks leave nothing', () => {
    assert.deepEqual(texts({ ...chinese, place: ' 月桥\u200b里\n\t二期\u3000', title: '' }).place, ['月桥里 二期'])
  })
})

describe('sizes', () => {
  for (const [length, modules] of [
    [4, 37],
    [12, 37],
    [13, 41],
    [26, 41],
    [27, 45],
    [32, 45],
  ] as const) {
    test(`a host of ${length} letters: ${modules} modules of at least 1 mm, 36 mm wide or more`, () => {
      const { link } = linkTo('h'.repeat(length))
      const symbol = encodeLink(link)
      const side = symbolWidth(symbol.size)
      assert.equal(symbol.size, modules)
      assert.ok(side >= 36 && side / modules >= 1)
      assert.ok(MARGIN >= (4 * side) / modules)
      const dark = layoutPlate({ ...chinese, link })
        .filter(({ part }) => part === 'symbol')
        .map(extent) as Frame[]
      assert.equal(Math.min(...dark.map(({ left }) => left)), 5)
      assert.ok(Math.abs(Math.max(...dark.map(({ right }) => right)) - 5 - side) < 1e-9)
    })
  }

  test('a host of 33 letters is refused, naming the setting', () => {
    assert.throws(() => encodeLink(linkTo('h'.repeat(33)).link), /TIMA_PUBLIC_URL/)
  })

  test('the digits to say stay at 11 mm an em up to 41 modules', () => {
    const sizeOf = (plate: Plate): number =>
      layoutPlate(plate).reduce((size, shape) => (shape.kind === 'text' && shape.part === 'say' ? shape.size : size), 0)
    assert.ok(sizeOf(chinese) >= 11)
    assert.ok(sizeOf({ ...chinese, ...linkTo('dianti.qingyu.gov.example') }) >= 10.9)
    assert.ok(sizeOf({ ...chinese, ...linkTo('h'.repeat(32)) }) >= 9)
  })
})

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'月桥里幢单元西侧电梯无障碍担架综合楼（）、'), minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'WMijABCgjpqy0189-.,/&()'), minLength: 1, maxLength: 60 }),
)
const long = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 })
const figures = fc.string({ unit: fc.constantFrom(...'0123456789+ -转'), minLength: 1, maxLength: 30 })

const anyPlate: fc.Arbitrary<Plate> = fc
  .record({
    host: fc.integer({ min: 4, max: 32 }),
    place: maybe(long),
    title: maybe(long),
    rescueCode: maybe(figures),
    hotline: maybe(figures),
    propertyNumber: maybe(figures),
    cityName: word,
    serial: fc.constantFrom('A-1', '261121K7Q-00001'),
    nth: fc.nat(50),
    language: fc.constantFrom('zh-CN' as const, 'en' as const),
  })
  .map(({ host, nth, ...plate }) => ({ ...plate, ...linkTo('w'.repeat(host), nth) }))

const apart = (one: Frame, other: Frame): boolean =>
  one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
const inside = (one: Frame, other: Frame): boolean =>
  one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom
/** What is painted on what. */
const on: Record<string, string> = { trapped: 'panel', say: 'panel', mark: 'mark' }

const checkPlate = (plate: Plate): void => {
  const shapes = layoutPlate(plate)
  const drawn = shapes.flatMap((shape) => {
    const frame = extent(shape)
    return frame === null || shape.part === 'ground' ? [] : [{ shape, frame }]
  })
  const quiet = { left: 0, top: 0, right: 10, bottom: 10 }
  const symbol = drawn.filter(({ shape }) => shape.part === 'symbol')
  quiet.right = quiet.bottom = Math.max(...symbol.map(({ frame }) => frame.right)) + MARGIN
  const others = drawn.filter(({ shape }) => shape.part !== 'symbol')
  for (const { shape, frame } of others) {
    const label = `${shape.part} ${shape.kind === 'text' ? shape.text : ''} ${JSON.stringify(frame)}`
    assert.ok(inside(frame, { left: 2, top: 2, right: PLATE - 2, bottom: PLATE - 2 }), `${label} leaves the plate`)
    assert.ok(
      apart(frame, { ...quiet, right: quiet.right - 0.3, bottom: quiet.bottom - 0.3 }),
      `${label} is in the white of the symbol`,
    )
    for (const ground of others.filter(
      (other) => other.shape.kind === 'box' && shape.kind === 'text' && other.shape.part === on[shape.part],
    )) {
      assert.ok(inside(frame, ground.frame), `${label} leaves ${ground.shape.part}`)
    }
  }
  others.forEach((one, index) =>
    others.slice(index + 1).forEach((other) => {
      if (on[one.shape.part] === other.shape.part || on[other.shape.part] === one.shape.part) return
      const shrunk = { ...one.frame, top: one.frame.top + 0.05, left: one.frame.left + 0.05 }
      assert.ok(
        apart(shrunk, other.frame),
        `${one.shape.part} runs into ${other.shape.part}: ${JSON.stringify([one.frame, other.frame])}`,
      )
    }),
  )
  const place = [plate.place, plate.title]
    .map((text) => printable(text ?? ''))
    .join('')
    .replace(/\s/g, '')
  if (place !== '') assert.equal(said(shapes, 'place').join('').replace(/\s/g, ''), place, 'the place is cut')
}

describe('whatever it says', () => {
  for (const [name, plate] of Object.entries(examples)) test(`${name} stays on the plate`, () => checkPlate(plate))

  test('names and numbers of any length stay on it, off the symbol, apart, and whole', () => {
    fc.assert(fc.property(anyPlate, checkPlate), { numRuns: 150 })
  })
})
