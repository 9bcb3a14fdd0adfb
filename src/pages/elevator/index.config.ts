export default definePageConfig({ navigationBarTitleText: '电梯' })
