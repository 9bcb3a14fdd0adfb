/// <reference types="@tarojs/taro" />

declare const TIMA_API_URL: string
declare const TIMA_PLATE_HOSTS: string[]

declare module '*.css' {
  const classes: Record<string, string>
  export default classes
}
