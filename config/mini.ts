import { rooms, withoutAdapters } from './shared.ts'

/** WeChat and Alipay mini programs. */
export const mini = (root: string) => ({
  compile: { include: rooms(root) },
  postcss: {
    pxtransform: { enable: false },
    cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:4]' } },
  },
  webpackChain: withoutAdapters,
})
