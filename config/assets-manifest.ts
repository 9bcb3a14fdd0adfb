import { createHash } from 'node:crypto'
import path from 'node:path'
import { Script } from 'node:vm'
import type { Chunk, Compilation, Compiler } from 'webpack'

export const WORKER = 'sw.js'

type Files = { scripts: string[]; styles: string[] }

/**
 * Writes assets.json: which files each page needs, in loading order, so that a page rendered elsewhere can name them.
 * { build, publicPath, pages: { elevator: { scripts, styles } }, files }; addresses are absolute, `build` is a hash of them
 * all. The service worker gets the same `build` and `files`.
 */
export class AssetsManifest {
  pages: Record<string, string>

  /** @param pages name in the manifest → path of the page's module under src/, without extension */
  constructor(pages: Record<string, string>) {
    this.pages = pages
  }

  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap('AssetsManifest', (compilation) => {
      const { Compilation, sources } = compiler.webpack
      compilation.hooks.processAssets.tap({ name: 'AssetsManifest', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH + 1 }, () => {
        const manifest = this.manifest(compilation)
        compilation.emitAsset('assets.json', new sources.RawSource(JSON.stringify(manifest, null, 1)))
        compilation.updateAsset(WORKER, (source) => new sources.RawSource(filled(source.source().toString(), manifest)))
      })
    })
  }

  manifest(compilation: Compilation) {
    const publicPath = String(compilation.outputOptions.publicPath)
    const address = (file: string) => publicPath + file
    const entry = compilation.entrypoints.get('app')?.chunks ?? []
    const pages: Record<string, Files> = {}
    for (const [name, page] of Object.entries(this.pages)) {
      const own = pageChunks(compilation, page)
      const files = unique([...own, ...entry].flatMap((chunk) => [...chunk.files])).map(address)
      pages[name] = { scripts: files.filter((file) => file.endsWith('.js')), styles: files.filter((file) => file.endsWith('.css')) }
    }
    const files = Object.keys(compilation.assets).filter((file) => /\.(js|css)$/.test(file) && file !== WORKER).map(address).sort()
    const build = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
    return { build, publicPath, pages, files }
  }
}

/** The chunks behind the page's dynamic import. Loaded before the entry they are there when it asks for them. */
function pageChunks(compilation: Compilation, page: string): Chunk[] {
  for (const group of compilation.chunkGroups) {
    const asked = group.origins.some((origin) => origin.request && origin.request.replaceAll(path.sep, '/').endsWith(page))
    if (asked && !group.isInitial()) return group.chunks
  }
  throw new Error(`assets.json: the build has no page ${page}`)
}

/** Fails when the worker no longer asks for its build and files, or would not be a script with them. */
function filled(code: string, { build, files }: { build: string; files: string[] }): string {
  if (!code.includes('__TIMA_BUILD__') || !code.includes('__TIMA_FILES__')) throw new Error('sw.js has no place for its build')
  const whole = code.replaceAll('__TIMA_BUILD__', JSON.stringify(build)).replaceAll('__TIMA_FILES__', JSON.stringify(files))
  return new Script(whole) && whole
}

const unique = (list: string[]) => [...new Set(list)]
