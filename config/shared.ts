import path from 'node:path'
import webpack from 'webpack'

type Chain = {
  plugin(name: string): { use(plugin: unknown, args: unknown[]): unknown }
  merge(options: object): unknown
}

/** Importing what a module does not have stops the build: at run time it would be an empty page. */
export const strict = (chain: Chain) => chain.merge({ module: { strictExportPresence: true } })

/** Rooms and packages outside src/ that must be transpiled to the browsers of .browserslistrc. */
export const rooms = (root: string) => [
  path.join(root, 'domain'),
  path.join(root, 'contract'),
  ...['axios', 'zustand', 'query-string', 'filter-obj'].map((name) => path.join(root, 'node_modules', name, '/')),
]

/** src/platform/http.ts brings its own adapter, so the ones axios carries are left out of every bundle. */
export const withoutAdapters = (chain: Chain) => {
  chain
    .plugin('withoutAdapters')
    .use(webpack.NormalModuleReplacementPlugin, [
      /[\\/]?(xhr|fetch)\.js$/,
      (request: { context: string; request: string }) => {
        if (/axios[\\/]lib[\\/]adapters$/.test(request.context)) {
          request.request = path.resolve(process.cwd(), 'config/no-adapter.mjs')
        }
      },
    ])
}
