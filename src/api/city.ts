import type { Cities } from '@tima/contract/city.ts'
import { ask } from './ask.ts'

/** GET /v1/cities: the cities served, with their numbers to call. */
export async function getCities(): Promise<Cities> {
  return (await ask<Cities>('/v1/cities')).body
}
