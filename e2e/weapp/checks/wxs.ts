import { runWxs } from '../host/wxs.ts'
import { filesOf, textOf, type Check } from './check.ts'

/** Words of a younger language; WXS is ES5 and has neither these nor a way to make them work. */
const YOUNG = /^\s*(?:let|const|class|import|export)\b|=>|`/m

/** Every wxs file is the old language it has to be, and runs. */
export const wxs: Check = (dist) =>
  filesOf(dist, 'wxs').flatMap((file) => {
    const source = textOf(dist, file)
    const young = YOUNG.exec(source)
    if (young) return [`${file}: WXS does not know ${young[0].trim()}`]
    try {
      runWxs(source, file)
      return []
    } catch (failure) {
      return [`${file}: ${(failure as Error).message}`]
    }
  })
