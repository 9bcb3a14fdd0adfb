import { phone } from '../test/phone.ts'

/** The store as a newly started app has it. */
async function started() {
  jest.resetModules()
  const { phone: samePhone } = await import('../test/phone.ts')
  Object.assign(samePhone, phone)
  return (await import('./settings.store.ts')).useSettings
}

test('an app that was never set follows the phone', async () => {
  phone.info = { theme: 'dark', language: 'zh_TW', fontSizeScaleFactor: 1.3 }
  expect((await started()).getState()).toMatchObject({ size: 'elder', theme: 'system', language: 'zh-CN', systemTheme: 'dark' })
  phone.info = { theme: 'light', language: 'fr', fontSizeScaleFactor: 1.9 }
  expect((await started()).getState()).toMatchObject({ size: 'largest', language: 'en', systemTheme: 'light' })
})

test('a choice is remembered, and only what was chosen', async () => {
  ;(await started()).getState().choose({ size: 'largest' })
  phone.info = { language: 'en' }
  expect((await started()).getState()).toMatchObject({ size: 'largest', language: 'en', theme: 'system' })
})

test('the phone turning dark is noticed', async () => {
  const store = await started()
  const { phone: samePhone } = await import('../test/phone.ts')
  samePhone.themeListeners.forEach((told) => told({ theme: 'dark' }))
  expect(store.getState().systemTheme).toBe('dark')
})
