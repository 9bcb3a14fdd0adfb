export default defineAppConfig({
  pages: ['pages/home/index', 'pages/elevator/index', 'pages/emergency/index'],
  window: {
    navigationBarTitleText: '梯码',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundTextStyle: 'dark',
  },
  animation: false,
})
