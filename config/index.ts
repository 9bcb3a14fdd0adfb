import path from 'node:path'
import { apiUrl, plateHosts } from './settings.ts'
import { h5 } from './h5.ts'
import { mini } from './mini.ts'
import { terser } from './terser.ts'

const root = path.resolve(process.cwd())

/** The development server empties its folder and keeps the files in memory: what is built and served stays out of its way. */
const watching = process.env.TARO_ENV === 'h5' && process.env.NODE_ENV !== 'production'

/** One description for all three targets; what differs is in h5.ts and mini.ts. A pixel in the styles is a CSS pixel. */
export default {
  projectName: 'tima',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: watching ? '.tima/h5-dev' : `${process.env.TIMA_DIST ?? 'dist'}/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    '@tarojs/plugin-platform-alipay',
    path.join(root, 'config/used-components.ts'),
  ],
  alias: { '@tima/domain': path.join(root, 'domain'), '@tima/contract': path.join(root, 'contract') },
  defineConstants: {
    TIMA_API_URL: JSON.stringify(process.env.TARO_ENV === 'h5' ? '' : apiUrl(process.env)),
    TIMA_PLATE_HOSTS: JSON.stringify(plateHosts(process.env)),
  },
  logger: { quiet: true, stats: false },
  jsMinimizer: 'terser',
  terser,
  mini: mini(root),
  h5: h5(root),
}
