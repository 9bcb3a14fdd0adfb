/** What `taro init` gives: Taro, React, two pages, production defaults of the h5 target; browsers as in the project's .browserslistrc. */
export default {
  projectName: 'bare',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: '../../dist/bare-app',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: ['@tarojs/plugin-framework-react', '@tarojs/plugin-platform-h5'],
  logger: { quiet: true, stats: false },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    postcss: { autoprefixer: { enable: true } },
  },
}
