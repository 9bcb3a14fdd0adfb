import assert from 'node:assert/strict'
import { join } from 'node:path'
import { createReadStream } from 'node:fs'
import { describe, test } from 'node:test'
import { readCsv, type Line } from './csv.ts'
import { detectDelimiter } from './delimiter.ts'
import { detectEncoding, UnreadableFile } from './encoding.ts'
import { readNdjson } from './ndjson.ts'

/** The bytes in pieces that cut characters and quotes in two. */
const pieces = (bytes: Uint8Array, size = 3) => async function* () {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const utf8 = (text: string) => new TextEncoder().encode(text)

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

async function cells(bytes: Uint8Array, size?: number): Promise<Line[]> {
  const source = pieces(bytes, size)
  return await collect(readCsv(source(), await detectEncoding(source), 'detect'))
}

describe('reading a file of bytes', () => {
  test('UTF-8 with and without its mark, UTF-16, GB18030', async () => {
    const text = '编号,地址\nA1,月桥里\n'
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
    // 编号,地址\nA1,月桥里\n in GB18030
    const gb = Buffer.from('b1e0bac52cb5d8d6b70a41312cd4c2c7c5c0ef0a', 'hex')
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16, gb]) {
      assert.deepEqual(await cells(bytes), [{ line: 1, cells: ['编号', '地址'] }, { line: 2, cells: ['A1', '月桥里'] }])
    }
  })

  test('empty lines before the header are not the header', async () => {
    assert.deepEqual(await cells(utf8('\n\n编号;地址\nA1;月桥里\n')), [{ line: 3, cells: ['编号', '地址'] }, { line: 4, cells: ['A1', '月桥里'] }])
  })

  test('a file whose first Chinese stands far down is still GB18030', async () => {
    const gb = Buffer.concat([Buffer.from('a,b\n' + 'x,y\n'.repeat(50_000)), Buffer.from('d4c2c7c52c310a', 'hex')])
    const source = pieces(gb, 64 * 1024)
    assert.equal(await detectEncoding(source), 'gb18030')
  })

  test('bytes that are no text are refused', async () => {
    await assert.rejects(detectEncoding(pieces(new Uint8Array([0x41, 0xff, 0xff, 0x80]))), UnreadableFile)
  })

  test('the delimiter is the one outside quotes', () => {
    assert.equal(detectDelimiter('"a,b,c,d";e;f\n1,2,3,4,5,6'), ';')
    assert.equal(detectDelimiter('a\tb\tc\n'), '\t')
    assert.equal(detectDelimiter('a,b'), ',')
    assert.equal(detectDelimiter('only'), ',')
  })

  test('quoted newlines, quotes in quotes, and the line on which a row begins', async () => {
    const lines = await cells(utf8('a;b\r\n1;"two\nlines"\r\n2;"say ""yes"""\r\n'))
    assert.deepEqual(lines.slice(1), [{ line: 2, cells: ['1', 'two\nlines'] }, { line: 4, cells: ['2', 'say "yes"'] }])
  })

  test('a quote that never ends spoils its row and says where', async () => {
    const lines = await cells(utf8('a,b\n1,2\n3,"never\n4,5\n'))
    assert.deepEqual(lines[1], { line: 2, cells: ['1', '2'] })
    const last = lines.at(-1)!
    assert.ok('unreadable' in last && /Quote/.test(last.unreadable), JSON.stringify(lines))
  })

  test('a very long line is refused once, and the next one is read', async () => {
    const long = 'x'.repeat(1_200_000)
    const spoilt = { line: 2, unreadable: 'is longer than 1000000 characters' }
    for (const row of [`1,${long}`, `1,"${long}"`, `1${',y'.repeat(600_000)}`, `1,${'月'.repeat(1_000_001)}`]) {
      for (const end of ['\n', '\r\n']) {
        const lines = await cells(utf8(['a,b', row, '2,good', ''].join(end)), 32 * 1024)
        assert.deepEqual(lines.slice(1), [spoilt, { line: 3, cells: ['2', 'good'] }])
      }
    }
    assert.deepEqual((await cells(utf8(`a,b\n1,${long}`), 32 * 1024)).slice(1), [spoilt])
  })

  test('a long line within a cell of several lines spoils that row alone', async () => {
    const lines = await cells(utf8(`a,b\n1,"two\n${'x'.repeat(1_200_000)}"\n2,good\n`), 32 * 1024)
    assert.deepEqual(lines.slice(1), [{ line: 2, unreadable: 'is longer than 1000000 characters' }, { line: 4, cells: ['2', 'good'] }])
  })

  test('lines of Chinese up to the limit are read', async () => {
    const cell = '月'.repeat(999_998)
    assert.deepEqual((await cells(utf8(`a,b\n1,${cell}\n`), 32 * 1024))[1], { line: 2, cells: ['1', cell] })
  })

  test('a quote that never ends is told once, however much stands behind it', async () => {
    const lines = await cells(utf8(`a,b\n1,2\n3,"never\n${'4,5\n'.repeat(1_500_000)}`), 32 * 1024)
    assert.ok(lines.length <= 4 && lines.slice(2).every((line) => 'unreadable' in line), JSON.stringify(lines.slice(0, 9)))
  })

  test('the excerpts are read whole', async () => {
    for (const [name, encoding, count] of [['nyc-excerpt.csv', 'utf-8', 69], ['example-zh.csv', 'gb18030', 11]] as const) {
      const open = () => createReadStream(join(import.meta.dirname, 'fixtures', name), { highWaterMark: 61 })
      assert.equal(await detectEncoding(open), encoding)
      const lines = await collect(readCsv(open(), encoding, 'detect'))
      assert.equal(lines.length, count)
      assert.ok(lines.every((line) => 'cells' in line))
    }
  })
})

describe('reading NDJSON', () => {
  test('each line stands for itself', async () => {
    const body = Buffer.concat([utf8('{"ref":"月"}\n\n{oops\n'), Buffer.from([0x22, 0xff, 0x22, 10]), utf8('{"ref":2}')])
    const lines = await collect(readNdjson(pieces(body)()))
    assert.deepEqual(lines[0], { line: 1, value: { ref: '月' } })
    assert.ok('unreadable' in lines[1]! && lines[1].line === 3)
    assert.deepEqual(lines[2], { line: 4, unreadable: 'is not UTF-8' })
    assert.deepEqual(lines[3], { line: 5, value: { ref: 2 } })
  })

  test('a line without an end is refused and not kept', async () => {
    const lines = await collect(readNdjson(pieces(utf8(`${'x'.repeat(250_000)}\n{"a":1}\n`), 4096)()))
    assert.deepEqual(lines, [{ line: 1, unreadable: 'is longer than 200000 bytes' }, { line: 2, value: { a: 1 } }])
  })
})
