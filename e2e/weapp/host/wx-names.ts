import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const typings = path.join(path.dirname(createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json')), 'types/wx/lib.wx.api.d.ts')

/** Every member WeChat's own typings give the `wx` object, 400 and more. */
export const wxNames: ReadonlySet<string> = new Set(namesOf(fs.readFileSync(typings, 'utf8')))

function namesOf(typings: string): string[] {
  const text = typings.replace(/\/\*[\s\S]*?\*\//g, '')
  const start = text.search(/^ {4}interface Wx \{$/m)
  const body = text.slice(start, text.indexOf('\n    }\n', start))
  const names = [...body.matchAll(/^ {8}(?:readonly )?([A-Za-z_]\w*)\??(?:[<(:])/gm)].map((match) => match[1]!)
  if (names.length < 400 || !names.includes('scanCode')) throw new Error('the typings of wx are not where they were')
  return names
}
