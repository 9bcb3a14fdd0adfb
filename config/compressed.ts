import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Compiler } from 'webpack'

/** Puts a .gz and a .br beside every text file of the build, so that serving costs no compression. Last of all: files are final then. */
export class Compressed {
  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap('Compressed', (compilation) => {
      const { Compilation, sources } = compiler.webpack
      compilation.hooks.processAssets.tap({ name: 'Compressed', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT + 1 }, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          if (!/\.(js|css|html|svg|json)$/.test(name)) continue
          const bytes = Buffer.from(asset.source())
          compilation.emitAsset(`${name}.gz`, new sources.RawSource(gzipSync(bytes, { level: 9 })))
          compilation.emitAsset(`${name}.br`, new sources.RawSource(brotliCompressSync(bytes)))
        }
      })
    })
  }
}
