export default defineAppConfig({
  pages: ['pages/home/index', 'pages/second/index'],
  window: { navigationBarTitleText: 'bare' },
})
