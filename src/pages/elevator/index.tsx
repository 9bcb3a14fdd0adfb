import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'

export default function Elevator() {
  return <View><Text>{JSON.stringify(Taro.getCurrentInstance().router?.params)}</Text></View>
}
