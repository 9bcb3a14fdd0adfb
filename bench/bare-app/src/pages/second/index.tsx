import { Button, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'

export default function Second() {
  return (
    <View>
      <Text>Second page</Text>
      <Button onClick={() => void Taro.navigateBack()}>Back</Button>
    </View>
  )
}
