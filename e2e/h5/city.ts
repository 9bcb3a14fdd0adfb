import { after, before } from 'node:test'
import { emptyDatabase, startService, type Service } from '../service/service.ts'

export type DemoCity = { url: string; service: Service; find: (q: string) => Promise<string> }

/** The service on a database of its own with the demo city in it. */
export function demoCity(settings: Record<string, string> = {}): DemoCity {
  let drop = async () => {}
  const city = { url: '' } as DemoCity
  before(async () => {
    const database = await emptyDatabase()
    drop = database.drop
    city.service = await startService({ DATABASE_URL: database.url, ...settings })
    city.url = city.service.url
    city.find = async (q) => {
      const { items } = (await (await fetch(`${city.url}/v1/elevators?q=${encodeURIComponent(q)}`)).json()) as { items: { code: string }[] }
      if (!items[0]) throw new Error(`the demo city has no ${q}`)
      return items[0].code
    }
  })
  after(async () => {
    await city.service?.stop()
    await drop()
  })
  return city
}
