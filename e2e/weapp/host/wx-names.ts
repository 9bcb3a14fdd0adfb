import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const typings = path.join(
  path.dirname(createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json')),
  'types/wx/lib.wx.api.d.ts',
)

const text = fs.readFileSync(typings, 'utf8')

/** Every member WeChat's own typings give the `wx` object, 400 and more. */
export const wxNames: ReadonlySet<string> = new Set(namesOf(text.replace(/\/\*[^]*?\*\//g, '')))

/** Those that WeChat asks not to use any more. */
export const deprecatedNames: ReadonlySet<string> = new Set(
  [...text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*([A-Za-z_]\w*)[<(]/g)]
    .filter(([, comment]) => comment!.includes('@deprecated'))
    .map((match) => match[2]!),
)

function namesOf(code: string): string[] {
  const start = code.search(/^ {4}interface Wx \{$/m)
  const body = code.slice(start, code.indexOf('\n    }\n', start))
  const names = [...body.matchAll(/^ {8}(?:readonly )?([A-Za-z_]\w*)\??(?:[<(:])/gm)].map((match) => match[1]!)
  if (names.length < 400 || !names.includes('scanCode')) throw new Error('the typings of wx are not where they were')
  return names
}
