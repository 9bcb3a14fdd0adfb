import { Button, Text, View } from '@tarojs/components'
import { useState } from 'react'

export default function Home() {
  const [taps, setTaps] = useState(0)
  return (
    <View>
      <Text>Elevator</Text>
      <Button id="control" className={taps ? 'tapped' : ''} onClick={() => setTaps(taps + 1)}>{`taps ${taps}`}</Button>
    </View>
  )
}
