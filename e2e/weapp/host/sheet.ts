import fs from 'node:fs'
import path from 'node:path'
import { readWxml, type WxmlNode } from './wxml.ts'
import { runWxs } from './wxs.ts'

/** A wxml file ready to be drawn: what it shows, the templates it may use, its wxs modules. */
export type Sheet = {
  file: string
  body: WxmlNode[]
  templates: Map<string, { node: WxmlNode; home: Sheet }>
  modules: Record<string, unknown>
}

/** Reads wxml files of one build, each once. Paths are relative to the build. */
export function sheetsOf(root: string): (file: string) => Sheet {
  const read = new Map<string, Sheet>()

  const load = (file: string): Sheet => {
    const known = read.get(file)
    if (known) return known
    const sheet: Sheet = { file, body: [], templates: new Map(), modules: {} }
    read.set(file, sheet)
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    for (const node of wxmlOf(text, file)) place(node, sheet)
    return sheet
  }

  const place = (node: WxmlNode, sheet: Sheet): void => {
    const beside = (src: string | undefined) =>
      path.normalize(path.join(src?.startsWith('/') ? '' : path.dirname(sheet.file), src ?? ''))
    const { name, src, module } = node.written
    if (node.tag === 'import') {
      // An import brings the templates the other file defines, not the ones it imports itself.
      for (const [key, template] of load(beside(src)).templates)
        if (template.home.file === beside(src)) sheet.templates.set(key, template)
    } else if (node.tag === 'wxs' && module !== undefined) {
      const script = src === undefined ? node.script : fs.readFileSync(path.join(root, beside(src)), 'utf8')
      sheet.modules[module] = runWxs(script, src === undefined ? sheet.file : beside(src))
    } else if (node.tag === 'include') {
      sheet.body.push(...load(beside(src)).body)
    } else if (node.tag === 'template' && name !== undefined) {
      sheet.templates.set(name, { node, home: sheet })
    } else {
      sheet.body.push(node)
    }
  }

  return load
}

function wxmlOf(text: string, file: string): WxmlNode[] {
  try {
    return readWxml(text)
  } catch (failure) {
    throw new Error(`${file}: ${(failure as Error).message}`, { cause: failure })
  }
}
