import { rooms, strict, withoutAdapters } from './shared.ts'
import { Templates } from './templates.ts'

type Chain = Parameters<typeof withoutAdapters>[0]

/** WeChat and Alipay mini programs. */
export const mini = (root: string) => ({
  /** React sets children one by one: nothing ever sets innerHTML. */
  runtime: { enableInnerHTML: false },
  compile: { include: rooms(root) },
  postcss: {
    pxtransform: { enable: false },
    cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:4]' } },
  },
  webpackChain(chain: Chain) {
    strict(chain)
    withoutAdapters(chain)
    if (process.env.NODE_ENV === 'production') chain.plugin('templates').use(Templates, [])
  },
})
