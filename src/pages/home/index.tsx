import { Text, View } from '@tarojs/components'

export default function Home() {
  return <View><Text>梯码</Text></View>
}
