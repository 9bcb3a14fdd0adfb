/** The module in the place of @tarojs/components. It holds nothing of its own: Taro's builder cuts into that module. */
export * from '../src/platform/browser-elements.tsx'
