import { checks, weappMainPackage } from '../../../config/size-check.mjs'
import type { Check } from './check.ts'

/** The main package is small enough to be there before a person has put the phone away. */
export const size: Check = (dist) => {
  const { limit } = checks.find(({ target }) => target === 'weapp')!
  const bytes = weappMainPackage(dist)
  return bytes > limit ? [`the main package has ${bytes} bytes, the limit is ${limit}`] : []
}
