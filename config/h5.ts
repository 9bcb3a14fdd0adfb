import path from 'node:path'
import { AssetsManifest, WORKER } from './assets-manifest.ts'
import { Compressed } from './compressed.ts'
import { apiUrl } from './settings.ts'
import { rooms, strict, withoutAdapters } from './shared.ts'

type Chain = Parameters<typeof withoutAdapters>[0] & {
  entry(name: string): { add(file: string): unknown }
}

type Named = { chunk: { name?: string } }

/** Everything a plate link may look like opens the elevator page; the original path stays in each list. */
const customRoutes = {
  '/pages/home/index': ['/', '/pages/home/index'],
  '/pages/elevator/index': ['/e', '/e/:entry', '/pages/elevator/index'],
}

const splitChunks = {
  chunks: 'async',
  minSize: 0,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    react: { name: 'react', chunks: 'all', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 20, enforce: true },
    common: { name: 'common', chunks: 'async', minChunks: 2, priority: 1, enforce: true },
  },
}

/**
 * Plain HTML in the place of Taro's web components and their styles, and nothing in the place of what Taro's request brings
 * along for old browsers: fetch, AbortController and JSONP.
 */
const alias = (root: string) => {
  const nothing = path.join(root, 'config/nothing.mjs')
  return {
    '@tarojs/components$': path.join(root, 'config/browser-elements.mjs'),
    '@tarojs/components/dist/components$': path.join(root, 'config/no-web-components.mjs'),
    '@tarojs/components/dist/taro-components/taro-components.css$': nothing,
    'whatwg-fetch$': nothing,
    'abortcontroller-polyfill/dist/abortcontroller-polyfill-only$': nothing,
    'jsonp-retry$': nothing,
  }
}

/** The browser app. It lives under /app/, so that its files never meet the city side's own paths. */
export const h5 = (root: string) => ({
  publicPath: '/app/',
  staticDirectory: 'static',
  router: { mode: 'browser', basename: '', customRoutes },
  htmlPluginOption: { excludeChunks: ['worker'] },
  output: { filename: ({ chunk }: Named) => (chunk.name === 'worker' ? WORKER : 'js/[name].[contenthash:8].js'), chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
  compile: { include: rooms(root) },
  postcss: {
    pxtransform: { enable: false },
    autoprefixer: { enable: true },
    cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:4]' } },
  },
  devServer: { host: '127.0.0.1', port: 3001, open: false, proxy: { '/v1': { target: apiUrl(process.env) } } },
  webpackChain(chain: Chain) {
    strict(chain)
    withoutAdapters(chain)
    chain.merge({ resolve: { alias: alias(root) } })
    if (process.env.NODE_ENV !== 'production') return
    chain.entry('worker').add(path.join(root, 'src/offline/service-worker.ts'))
    chain.merge({ optimization: { splitChunks }, performance: { hints: false } })
    chain.plugin('assetsManifest').use(AssetsManifest, [{ elevator: 'pages/elevator/index', home: 'pages/home/index' }])
    chain.plugin('compressed').use(Compressed, [])
  },
})
