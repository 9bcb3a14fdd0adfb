import { CODE, elevatorPage } from '../test/elevator-page.ts'
import { phone } from '../test/phone.ts'

/** The app as a browser starts it at an address, with what the city side put into the page. */
async function startedAt(address: string, body = '', head = '') {
  jest.resetModules()
  window.history.replaceState(null, '', address)
  document.head.innerHTML = head
  document.body.innerHTML = `${body}<div id="app"></div>`
  return {
    firstPaint: await import('./first-paint.ts'),
    elevator: await import('../stores/elevator.store.ts'),
    kept: await import('../stores/kept-elevators.ts'),
  }
}

const embedded = (answer: unknown) => `<script type="application/json" id="tima-page">${JSON.stringify(answer)}</script>`
const asked = { path: `/e/${CODE}` }
const sent = async () => (await import('../test/phone.ts')).phone.sent

beforeEach(() => void (process.env.TARO_ENV = 'h5'))
afterEach(() => void (process.env.TARO_ENV = 'weapp'))

test('the answer inside the page is shown and kept without asking', async () => {
  const { elevator, kept } = await startedAt(`/e/${CODE}`, embedded(elevatorPage()))
  await elevator.useElevator.getState().open(asked)
  expect(elevator.useElevator.getState().views[elevator.viewKey(asked)]).toMatchObject({ at: 'shown', code: CODE })
  expect(kept.keptElevator(CODE)?.page.code).toBe(CODE)
  expect(await sent()).toEqual([])
})

test('the second time the city side is asked', async () => {
  const { elevator } = await startedAt(`/e/${CODE}`, embedded(elevatorPage()))
  await elevator.useElevator.getState().open(asked)
  await elevator.useElevator.getState().open(asked)
  expect(await sent()).toHaveLength(1)
})

test('a page that says no is refused without asking', async () => {
  const problem = { type: '/problems/plate-revoked', title: 'x', status: 410, detail: { zh: '停用', en: 'x' }, next: { zh: '告诉物业', en: 'x' } }
  const { elevator } = await startedAt(`/e/${CODE}`, embedded({ problem }))
  await elevator.useElevator.getState().open(asked)
  expect(elevator.useElevator.getState().views[elevator.viewKey(asked)]).toEqual({ at: 'refused', code: CODE, problem })
  expect(await sent()).toEqual([])
})

test.each([
  ['trouble of the city side', `/e/${CODE}`, embedded({ problem: { type: '/problems/database-away', title: 'x', status: 503, detail: {}, next: {} } })],
  ['the answer of another address', '/e/ABCDEFGH55', embedded(elevatorPage('ABCDEFGH55'))],
  ['the refusal of another address', '/e/ABCDEFGH55', embedded({ problem: { type: '/problems/plate-revoked', title: 'x', status: 410, detail: {}, next: {} } })],
  ['the answer of another elevator', `/e/${CODE}`, embedded(elevatorPage('ABCDEFGH55'))],
  ['an answer cut short', `/e/${CODE}`, '<script type="application/json" id="tima-page">{"code":</script>'],
  ['no answer', `/e/${CODE}`, ''],
])('%s inside the page: the city side is asked', async (_, address, body) => {
  const { elevator } = await startedAt(address, body)
  await elevator.useElevator.getState().open(asked)
  expect(await sent()).toHaveLength(1)
})

test('a page from the offline copy is shown at once with its age, while the city side is asked', async () => {
  const { elevator } = await startedAt(`/e/${CODE}`, embedded(elevatorPage()), '<meta name="tima-kept-at" content="2026-11-19T04:00:00.000Z">')
  const seen: unknown[] = []
  elevator.useElevator.subscribe(({ views }) => seen.push(views[elevator.viewKey(asked)]))
  await elevator.useElevator.getState().open(asked)
  expect(seen).toMatchObject([
    { at: 'loading', kept: { fetchedAt: '2026-11-19T04:00:00.000Z' } },
    { at: 'kept', trouble: 'offline', fetchedAt: '2026-11-19T04:00:00.000Z' },
  ])
})

test('the card goes once the app’s own picture has been on screen', async () => {
  const { firstPaint } = await startedAt('/', '<main id="tima-card">96333</main>')
  firstPaint.dropFirstPaint()
  expect(document.getElementById('tima-card')).not.toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(document.getElementById('tima-card')).toBeNull()
})

test('a browser opens an elevator under its plate’s own address', async () => {
  await startedAt('/')
  const { phone: samePhone } = await import('../test/phone.ts')
  await (await import('./places.ts')).openElevator(`${CODE}.A0`)
  expect(samePhone.opened).toEqual([`to /e/${CODE}.A0`])
  expect(phone.opened).toEqual([])
})

test('hosts of plates are those of the build and the one the app came from', async () => {
  await startedAt('/')
  expect((await import('./origin.ts')).plateHosts()).toEqual(['tima.test', 'localhost'])
})

describe('scanning in a browser', () => {
  type Browser = { BarcodeDetector?: unknown; createImageBitmap?: unknown }
  const browser = globalThis as Browser
  afterEach(() => {
    delete browser.BarcodeDetector
    delete browser.createImageBitmap
  })

  /** A browser whose camera takes a picture in which the detector finds the given texts. */
  function withCamera(found: string[], photo: File | null) {
    browser.createImageBitmap = async () => ({ close: () => undefined })
    browser.BarcodeDetector = class {
      static getSupportedFormats = async () => ['qr_code']
      detect = async () => found.map((rawValue) => ({ rawValue }))
    }
    jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      if (photo) Object.defineProperty(this, 'files', { value: [photo] })
      this.dispatchEvent(new Event(photo ? 'change' : 'cancel'))
    })
  }
  const photo = new File(['x'], 'plate.jpg')

  test('without a detector the code is typed', async () => {
    const { canScan, scanPlate } = await import('./scan.ts')
    expect([await canScan(), await scanPlate()]).toEqual([false, null])
  })
  test.each([
    ['a plate in the picture', ['https://tima.test/e/7K3MQ9TXV1'], photo, { typed: 'https://tima.test/e/7K3MQ9TXV1' }],
    ['nothing in the picture', [], photo, null],
    ['no picture taken', ['https://tima.test/e/7K3MQ9TXV1'], null, null],
  ])('%s', async (_, found, taken, expected) => {
    withCamera(found, taken)
    const { canScan, scanPlate } = await import('./scan.ts')
    expect([await canScan(), await scanPlate()]).toEqual([true, expected])
  })
})
