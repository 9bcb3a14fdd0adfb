import { createRequire } from 'node:module'
import { filesOf, textOf, type Check } from './check.ts'

type Warning = { message: string; startLine: number }
type Compiler = { TmplGroup: new () => { addTmpl(path: string, text: string): Warning[]; free(): void } }

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as Compiler

/** WeChat's own compiler of templates has nothing to say about any wxml: tags, attributes, what stands in {{ }}. */
export const templates: Check = (dist) => {
  const group = new TmplGroup()
  const found = filesOf(dist, 'wxml').flatMap((file) =>
    group
      .addTmpl(file.replace(/\.wxml$/, ''), textOf(dist, file))
      .map((warning) => `${file}:${warning.startLine + 1} ${warning.message}`),
  )
  group.free()
  return found
}
