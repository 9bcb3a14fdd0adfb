const on = [
  'arrows', 'collapse_vars', 'comparisons', 'computed_props', 'hoist_props', 'inline', 'loops', 'negate_iife', 'properties',
  'reduce_funcs', 'reduce_vars', 'switches', 'typeofs',
]

/**
 * Taro switches most of terser off for browsers of long ago, keeps every function's name and writes Chinese as \uXXXX.
 * Ours are those of .browserslistrc.
 */
export const terser = {
  enable: true,
  config: {
    parse: { ecma: 2018 },
    compress: { ecma: 2018, passes: 2, ...Object.fromEntries(on.map((name) => [name, true])) },
    output: { ecma: 2018, comments: false, ascii_only: false, quote_keys: false, keep_quoted_props: false },
    keep_fnames: false,
    keep_classnames: false,
  },
}
