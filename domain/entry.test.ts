import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ALPHABET, formatCode, makeCode } from './code.ts'
import { parseEntry, type Entry, type EntryInput } from './entry.ts'

const HOSTS = ['tima.example', 'localhost:3000']
const CODE = makeCode('7K3MQ9TX')
const TAG = 'A0123456789ABCDEF'
const LINK = `https://tima.example/e/${CODE}.${TAG}`
const plate: Entry = { kind: 'plate', code: CODE, tag: TAG }
const bare: Entry = { kind: 'typed', code: CODE }

const symbols = (length: number) =>
  fc.array(fc.constantFrom(...ALPHABET), { minLength: length, maxLength: length }).map((all) => all.join(''))
const code = symbols(8).map(makeCode)
const wrap = (way: string, text: string) => ({ [way]: text }) as EntryInput
const ways = ['q', 'scene', 'qrCode', 'path', 'typed']

test('every code and tag comes back by every way in', () => {
  fc.assert(
    fc.property(code, symbols(17), (code, tag) => {
      const link = `https://tima.example/e/${code}.${tag}`
      const short = `https://tima.example/e/${code}`
      const withTag: EntryInput[] = [
        { q: encodeURIComponent(link) },
        { scene: `${code}.${tag}` },
        { scene: encodeURIComponent(`${code}.${tag}`) },
        { qrCode: link },
        { qrCode: encodeURIComponent(link) },
        { path: `/e/${code}.${tag}` },
        { path: `/e/${code}.${tag}/?from=qr#top` },
        { typed: link },
        { typed: `${code}.${tag}` },
        { typed: `电梯坏了 ${link}，请看。` },
        { typed: link.slice('https://'.length) },
        { typed: link.toUpperCase() },
        { q: encodeURIComponent(link.toLowerCase()) },
      ]
      for (const input of withTag)
        assert.deepEqual(parseEntry(input, HOSTS), { kind: 'plate', code, tag }, JSON.stringify(input))
      const without: EntryInput[] = [
        { q: encodeURIComponent(short) },
        { scene: code },
        { qrCode: short },
        { path: `/e/${code}` },
        { path: `/e/${encodeURIComponent(formatCode(code))}` },
        { typed: formatCode(code).toLowerCase() },
        { typed: `${short}.` },
      ]
      for (const input of without)
        assert.deepEqual(parseEntry(input, HOSTS), { kind: 'typed', code }, JSON.stringify(input))
    }),
  )
})

test('nothing makes it throw, and a plate is always a whole code with a tag safe in a path', () => {
  const pieces = fc.constantFrom(
    'https://',
    'tima.example',
    '/e/',
    CODE,
    '.',
    '%',
    '%2F',
    '@',
    '\\',
    ':',
    '?',
    '#',
    ' ',
    '。',
    'evil',
    TAG,
    '\u0000',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(fc.constantFrom(...ways), text, (way, text) => {
      const entry = parseEntry(wrap(way, text), HOSTS)
      if (entry.kind === 'plate')
        assert.match(`${entry.code}.${entry.tag}`, /^[0-9A-HJKMNP-TV-Z]{10}\.[0-9A-Z_.~-]{1,64}$/)
      if (entry.kind === 'mistyped') assert.ok(entry.text.length <= 100 && (entry.suspect ?? 0) < 10)
    }),
    { numRuns: 3000 },
  )
  for (const odd of [undefined, null, 7, {}, ['x']]) {
    for (const way of ways)
      assert.deepEqual(parseEntry({ [way]: odd } as unknown as EntryInput, HOSTS), { kind: 'empty' })
  }
  assert.deepEqual(parseEntry({} as EntryInput, HOSTS), { kind: 'empty' })
  assert.deepEqual(parseEntry({ other: CODE } as unknown as EntryInput, HOSTS), { kind: 'empty' })
})

test('a link of any other host is foreign, whatever it carries', () => {
  const own = fc.constantFrom('tima.example', 'TIMA.example')
  const host = fc.oneof(
    fc.domain(),
    own.map((host) => `${host}.`),
    own.map((host) => `${host}:8443`),
    own.map((host) => `x.${host}`),
    own.map((host) => `${host}.evil.example`),
    own.map((host) => `${host}@evil.example`),
    own.map((host) => `${host}:443@evil.example`),
    own.map((host) => `${host}%2F@evil.example`),
    own.map((host) => `${host}\\@evil.example`),
    own.map((host) => `evil.example\\@${host}\\`),
    own.map((host) => `${host}。evil.example`),
    fc.constant('tima．example'),
    fc.constant('tіma.example'),
    fc.constant('tima.exampl%65'),
    fc.constant('[::1]'),
    fc.constant(''),
    fc.constant('localhost'),
    fc.constant('localhost:443'),
  )
  fc.assert(
    fc.property(host, fc.constantFrom('https', 'http', 'HTTPS'), code, (host, scheme, code) => {
      fc.pre(host.toLowerCase() !== 'tima.example')
      const link = `${scheme}://${host}/e/${code}.${TAG}`
      for (const input of [
        { q: encodeURIComponent(link) },
        { qrCode: link },
        { typed: link },
        { typed: `看 ${link}` },
      ]) {
        assert.equal(parseEntry(input, HOSTS).kind, 'foreign', JSON.stringify(input))
      }
    }),
  )
})

test('only http and https lead to our hosts', () => {
  for (const scheme of ['ftp', 'weixin', 'alipays', 'javascript', 'xhttps', 'file', 'intent']) {
    assert.deepEqual(parseEntry({ typed: `${scheme}://tima.example/e/${CODE}` }, HOSTS), {
      kind: 'foreign',
      host: 'tima.example',
    })
  }
  assert.deepEqual(parseEntry({ typed: LINK }, []), { kind: 'foreign', host: 'tima.example' })
})

const table: [string, EntryInput, Entry][] = [
  ['the port of the scheme is no other host', { typed: `https://tima.example:443/e/${CODE}` }, bare],
  ['nor is an empty port', { typed: `http://tima.example:/e/${CODE}` }, bare],
  [
    'the port of the other scheme is',
    { typed: `https://tima.example:80/e/${CODE}` },
    { kind: 'foreign', host: 'tima.example:80' },
  ],
  ['a host with its port', { typed: `http://localhost:3000/e/${CODE}.${TAG}` }, plate],
  ['a host with its port, no scheme', { typed: `localhost:3000/e/${CODE}.${TAG}` }, plate],
  ['the host follows the last @', { typed: `https://a@b@tima.example/e/${CODE}` }, bare],
  ['userinfo before our host', { typed: `https://evil.example@tima.example/e/${CODE}` }, bare],
  [
    'the host of a foreign link is told',
    { qrCode: `https://tima.example@EVIL.example:8080/e/${CODE}` },
    { kind: 'foreign', host: 'evil.example:8080' },
  ],
  ['a foreign host without scheme', { typed: `evil.example/e/${CODE}` }, { kind: 'foreign', host: 'evil.example' }],
  [
    'our link inside a foreign one',
    { typed: `https://evil.example/?u=${LINK}` },
    { kind: 'foreign', host: 'evil.example' },
  ],
  ['our host, no elevator', { q: encodeURIComponent('https://tima.example/') }, { kind: 'empty' }],
  ['our host, another path', { typed: `https://tima.example/about/e/${CODE}` }, { kind: 'empty' }],
  ['a query and a fragment are cut off', { q: encodeURIComponent(`${LINK}?scancode_time=1#x`) }, plate],
  [
    'q encoded twice is not decoded twice',
    { q: encodeURIComponent(encodeURIComponent(LINK)) },
    { kind: 'mistyped', text: encodeURIComponent(LINK), suspect: null },
  ],
  ['q that cannot be decoded', { q: '%E0%A4%A' }, { kind: 'mistyped', text: '%E0%A4%A', suspect: null }],
  ['q that is not a link', { q: 'hello' }, { kind: 'mistyped', text: 'hello', suspect: null }],
  [
    'an escape inside the link stays as it is',
    { q: encodeURIComponent(`https://tima.example/e/${CODE}%2E${TAG}`) },
    { kind: 'mistyped', text: `${CODE}%2E${TAG}`, suspect: null },
  ],
  ['a path escape is decoded once', { path: `/e/${CODE}%2E${TAG}` }, plate],
  ['and not twice', { path: `/e/${CODE}%252E${TAG}` }, { kind: 'mistyped', text: `${CODE}%2E${TAG}`, suspect: null }],
  [
    'a tag that would leave its segment',
    { path: `/e/${CODE}.%2F..%2Fadmin` },
    { kind: 'mistyped', text: `${CODE}./../admin`, suspect: null },
  ],
  ['the h5 start page', { path: '/' }, { kind: 'empty' }],
  ['no entry after /e/', { path: '/e/' }, { kind: 'empty' }],
  [
    'a wrong symbol is pointed at',
    { path: `/e/8${CODE.slice(1)}.${TAG}` },
    { kind: 'mistyped', text: `8${CODE.slice(1)}`, suspect: 0 },
  ],
  [
    'the same, typed',
    { typed: ` 8${CODE.slice(1).toLowerCase()} ` },
    { kind: 'mistyped', text: `8${CODE.slice(1)}`, suspect: 0 },
  ],
  [
    'full-width and spaces',
    { typed: '　' + Array.from(CODE, (s) => String.fromCharCode(s.charCodeAt(0) + 0xfee0)).join('　') },
    bare,
  ],
  ['a rescue code', { typed: ' 130 421 ' }, { kind: 'alias', value: '130421' }],
  ['a full-width rescue code', { typed: '１３０４２１' }, { kind: 'alias', value: '130421' }],
  ['a registration code', { typed: '31103506002016053337' }, { kind: 'alias', value: '31103506002016053337' }],
  ['ten digits are a number', { typed: '0123456788' }, { kind: 'alias', value: '0123456788' }],
  [
    'a certificate with full-width brackets',
    { typed: '梯11闽e3622（16）' },
    { kind: 'alias', value: '梯11闽E3622(16)' },
  ],
  ['the number of a register abroad', { typed: '1D10028' }, { kind: 'alias', value: '1D10028' }],
  ['nine symbols of a code', { typed: CODE.slice(1) }, { kind: 'alias', value: CODE.slice(1) }],
  ['nothing', { typed: ' 。 ' }, { kind: 'empty' }],
]
for (const [name, input, expected] of table) test(name, () => assert.deepEqual(parseEntry(input, HOSTS), expected))
