import { readFileSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { Resvg } from '@resvg/resvg-js'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Grey, one byte a pixel, 0 is black. */
export type Picture = { width: number; height: number; grey: Uint8Array }

await prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))))
      .buffer,
  },
  fireImmediately: true,
})

/** What the QR codes in a picture say, as a phone's scanner would read them. */
export const scan = async ({ width, height, grey }: Picture, most = 1): Promise<string[]> => {
  const pixels = new Uint32Array(grey.length)
  grey.forEach((value, at) => {
    pixels[at] = 0xff000000 + value * 0x010101
  })
  const data = new Uint8ClampedArray(pixels.buffer)
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: most,
  })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

const greyOf = (width: number, height: number, pixels: Uint8Array): Picture => ({
  width,
  height,
  grey: Uint8Array.from({ length: width * height }, (_, at) => pixels[at * 4 + 1] ?? 0),
})

/** An SVG as a picture of so many pixels a mm. */
export const drawSvg = (svg: string, scale: number): Picture => {
  const { width, height, pixels } = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: (scale * 25.4) / 96 },
    font: { loadSystemFonts: false },
  }).render()
  return greyOf(width, height, pixels)
}

/** The pages of a PDF: their size in mm, and each as a picture of so many pixels a mm. */
export const drawPdf = async (
  pdf: Uint8Array,
  scale: number,
): Promise<{ width: number; height: number; picture: Picture }[]> => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages = []
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const [across, down] = [originalWidth, originalHeight].map((points) => (points * 25.4) / 72) as [number, number]
    const { width, height, data } = await page.render({
      width: Math.round(across * scale),
      height: Math.round(down * scale),
      render: 'bitmap',
    })
    pages.push({ width: across, height: down, picture: greyOf(width, height, data) })
  }
  document.destroy()
  library.destroy()
  return pages
}

export type Blob = { x: number; y: number; width: number; height: number; round: boolean; grey: number }

/** The picture with one patch over it; x, y, width and height in pixels. */
export const cover = ({ width, height, grey }: Picture, blob: Blob): Picture => {
  const covered = grey.slice()
  for (let y = Math.max(0, Math.floor(blob.y)); y < Math.min(height, blob.y + blob.height); y++) {
    for (let x = Math.max(0, Math.floor(blob.x)); x < Math.min(width, blob.x + blob.width); x++) {
      const [dx, dy] = [(x + 0.5 - blob.x) / blob.width - 0.5, (y + 0.5 - blob.y) / blob.height - 0.5]
      if (!blob.round || dx * dx + dy * dy <= 0.25) covered[y * width + x] = blob.grey
    }
  }
  return { width, height, grey: covered }
}

/**
 * The picture as a camera sees it when the plate is turned in its plane and leans away from it about both axes,
 * degrees; the camera stands two widths away.
 */
export const tilt = ({ width, height, grey }: Picture, turn: number, pitch: number, yaw: number): Picture => {
  const [a, b, c] = [turn, pitch, yaw].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number]
  // Columns of the plate's axes in the camera's space: turn about z, then pitch about x, then yaw about y.
  const axis = (x: number, y: number): [number, number, number] => {
    const [x1, y1] = [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)]
    const [y2, z2] = [y1 * Math.cos(b), y1 * Math.sin(b)]
    return [x1 * Math.cos(c) + z2 * Math.sin(c), y2, z2 * Math.cos(c) - x1 * Math.sin(c)]
  }
  const [u, v] = [axis(1, 0), axis(0, 1)]
  const away = 2 * width
  const side = Math.round(width * 1.5)
  const seen = new Uint8Array(side * side).fill(255)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [px, py] = [column - side / 2, row - side / 2]
      // The ray (px, py, away) meets the plate where s·u + t·v = k·ray − (0, 0, away): Cramer's rule over s, t, k.
      const [rx, ry, rz] = [px / away, py / away, 1]
      const det = (m: [number, number, number], n: [number, number, number], o: [number, number, number]): number =>
        m[0] * (n[1] * o[2] - n[2] * o[1]) - n[0] * (m[1] * o[2] - m[2] * o[1]) + o[0] * (m[1] * n[2] - m[2] * n[1])
      const ray: [number, number, number] = [-rx, -ry, -rz]
      const whole = det(u, v, ray)
      const [s, t] = [
        det([0, 0, -away], v, ray) / whole + width / 2 - 0.5,
        det(u, [0, 0, -away], ray) / whole + height / 2 - 0.5,
      ]
      const [x, y] = [Math.floor(s), Math.floor(t)]
      if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue
      const at = (dx: number, dy: number): number => grey[(y + dy) * width + x + dx] ?? 255
      const [fx, fy] = [s - x, t - y]
      seen[row * side + column] =
        (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy
    }
  }
  return { width: side, height: side, grey: seen }
}
