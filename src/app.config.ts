const pages = ['pages/home/index', 'pages/elevator/index', 'pages/emergency/index']

/** WeChat paints its own frame before any script runs: theme.json holds --surface and --bg of styles/tokens.css for it. */
const weapp = {
  pages,
  window: {
    navigationBarTitleText: '梯码',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@ground',
    backgroundTextStyle: '@pull' as 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
}

const others = {
  pages,
  window: {
    navigationBarTitleText: '梯码',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black' as const,
    backgroundTextStyle: 'dark' as const,
  },
  animation: false,
}

export default defineAppConfig(process.env.TARO_ENV === 'weapp' ? weapp : others)
