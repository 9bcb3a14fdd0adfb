export default definePageConfig({ navigationBarTitleText: '梯码' })
