import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { dropFirstPaint } from './platform/first-paint.ts'
import { keepLaunch } from './platform/launch.ts'
import { onOnline } from './platform/network.ts'
import { startOffline } from './platform/offline.ts'
import { useElevator } from './stores/elevator.store.ts'
import './app.css'

/** Only a drawn answer replaces the card: without one its numbers are the best there is. */
const stopWatching = useElevator.subscribe(({ views }) => {
  if (!Object.values(views).some(({ at }) => ['shown', 'kept', 'refused', 'unread'].includes(at))) return
  stopWatching()
  dropFirstPaint()
})

export default function App({ children }: PropsWithChildren) {
  useLaunch((options) => {
    keepLaunch(options)
    startOffline()
    onOnline(() => void useElevator.getState().retry())
  })
  useDidShow((options) => keepLaunch(options as Parameters<typeof keepLaunch>[0]))
  return children
}
