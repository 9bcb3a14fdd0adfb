import fs from 'node:fs'
import path from 'node:path'
import { filesOf, textOf, type Check } from './check.ts'

const IMPORT = /@import\s+(?:url\()?\s*["']?([^"')\s;]+)/g
const COMMENT = /\/\*[^]*?\*\//g

/** Every stylesheet another one imports is there. WeChat fetches none from elsewhere. */
export const styles: Check = (dist) =>
  filesOf(dist, 'wxss').flatMap((file) =>
    [...textOf(dist, file).replace(COMMENT, '').matchAll(IMPORT)]
      .map((match) => match[1]!)
      .filter((wanted) => !fs.existsSync(path.join(dist, wanted.startsWith('/') ? '' : path.dirname(file), wanted)))
      .map((wanted) => `${file} imports ${wanted}, which is not there`),
  )
