import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { before, describe, test } from 'node:test'
import { layoutPlate, MARGIN } from './layout.ts'
import { writePlatePdf } from './pdf.ts'
import type { Plate } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { plateSvg } from './svg.ts'
import { chinese, examples, hosts, linkTo } from './test/examples.ts'
import { cover, drawPdf, drawSvg, scan, tilt, type Picture } from './test/scan.ts'

const svgOf = (plate: Plate): string => plateSvg(layoutPlate(plate), plate.code)

const pdfOf = async (plates: Plate[], sheet: Sheet): Promise<Buffer> => {
  const sink = new PassThrough()
  const [file, count] = await Promise.all([buffer(sink), writePlatePdf(plates.map(layoutPlate), sink, sheet, 'plates')])
  assert.equal(count, plates.length)
  return file
}

const near = (given: number, wanted: number): void =>
  assert.ok(Math.abs(given - wanted) < 0.001, `${given} mm is not ${wanted} mm`)

describe('a printed plate says its link', () => {
  for (const [name, plate] of Object.entries(examples)) {
    test(`${name}: SVG, 85 × 85 mm`, async () => {
      const svg = svgOf(plate)
      assert.match(svg, /^<svg [^>]*width="85mm" height="85mm" viewBox="0 0 85 85">/)
      assert.doesNotMatch(svg, /<text|font-family|<image|href/)
      const picture = drawSvg(svg, 8)
      assert.deepEqual([picture.width, picture.height], [680, 680])
      assert.deepEqual(await scan(picture), [plate.link])
    })
  }

  test('PDF: one plate a page of 85 × 85 mm, no font needed', async () => {
    const plates = Object.values(examples)
    const file = await pdfOf(plates, 'plate')
    assert.doesNotMatch(file.toString('latin1'), /\/Type \/Font/)
    const pages = await drawPdf(file, 8)
    assert.equal(pages.length, plates.length)
    for (const [index, { width, height, picture }] of pages.entries()) {
      near(width, 85)
      near(height, 85)
      assert.deepEqual(await scan(picture), [plates[index]?.link])
    }
  })

  test('PDF: six plates on A4, the seventh on the next page', async () => {
    const plates = Array.from({ length: 7 }, (_, nth) => ({ ...chinese, ...linkTo(hosts[41], nth) }))
    const pages = await drawPdf(await pdfOf(plates, 'a4'), 6)
    const found = []
    for (const { width, height, picture } of pages) {
      near(width, 210)
      near(height, 297)
      found.push((await scan(picture, 8)).sort())
    }
    assert.deepEqual(found, [
      plates
        .slice(0, 6)
        .map(({ link }) => link)
        .sort(),
      [plates[6]?.link],
    ])
  })

  test('PDF and SVG are the same picture', async () => {
    const svg = drawSvg(svgOf(chinese), 8)
    const [page] = await drawPdf(await pdfOf([chinese], 'plate'), 8)
    assert.deepEqual([page?.picture.width, page?.picture.height], [svg.width, svg.height])
    const differ = svg.grey.reduce(
      (sum, grey, at) => sum + (Math.abs(grey - (page?.picture.grey[at] ?? 0)) > 128 ? 1 : 0),
      0,
    )
    assert.ok(differ / svg.grey.length < 0.002, `${differ} pixels differ`)
  })
})

/** mulberry32: the same positions in every run. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

describe('a damaged or tilted plate', () => {
  const scale = 5
  const pictures = new Map<number, { picture: Picture; link: string }>()
  before(() => {
    for (const [modules, host] of Object.entries(hosts)) {
      const plate = { ...chinese, ...linkTo(host, 5) }
      pictures.set(Number(modules), { picture: drawSvg(svgOf(plate), scale), link: plate.link })
    }
  })

  const decoded = async (modules: number, share: number, positions: number): Promise<number> => {
    const { picture, link } = pictures.get(modules) ?? assert.fail()
    const random = seeded(modules)
    const side = Math.max(36, modules)
    const finder = (8 * side) / modules
    let count = 0
    for (let position = 0; position < positions;) {
      const round = position % 2 === 1
      const area = share * side * side * (round ? 4 / Math.PI : 1)
      const aspect = 0.5 + 1.5 * random()
      const [width, height] = [Math.sqrt(area * aspect), Math.sqrt(area / aspect)]
      const [x, y] = [random() * (side - width), random() * (side - height)]
      const [left, right, top, bottom] = [x < finder, x + width > side - finder, y < finder, y + height > side - finder]
      if ((left && top) || (right && top) || (left && bottom)) continue
      const grey = [0, 255, 128][position % 3] ?? 0
      const patch = {
        x: (MARGIN + x) * scale,
        y: (MARGIN + y) * scale,
        width: width * scale,
        height: height * scale,
        round,
        grey,
      }
      if ((await scan(cover(picture, patch)))[0] === link) count++
      position++
    }
    return count
  }

  for (const modules of [37, 41, 45]) {
    test(`${modules} modules: with 15 % covered at least 85 % of 200 positions are readable`, async (t) => {
      const count = await decoded(modules, 0.15, 200)
      t.diagnostic(`${count} of 200 positions read with 15 % covered`)
      assert.ok(count >= 170, `${count} of 200`)
    })
  }

  test('the trial can fail: with 45 % covered few positions are readable', async () => {
    assert.ok((await decoded(37, 0.45, 20)) <= 4)
  })

  test('pictures turned by up to 180° and tilted by up to 30° are readable', async () => {
    for (const { picture, link } of pictures.values()) {
      for (const [turn, pitch, yaw] of [
        [0, 25, 0],
        [0, 0, 30],
        [20, 25, 0],
        [-30, 20, 20],
        [45, -25, 10],
        [180, 15, -30],
      ] as const) {
        assert.deepEqual(
          await scan(tilt(picture, turn, pitch, yaw)),
          [link],
          `turn ${turn}, pitch ${pitch}, yaw ${yaw}`,
        )
      }
    }
  })
})
