import Taro from '@tarojs/taro'

/** Tells when the phone gets a network again. @returns stops telling */
export function onOnline(told: () => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', told)
    return () => window.removeEventListener('online', told)
  } else {
    const changed = (state: { isConnected: boolean }) => {
      if (state.isConnected) told()
    }
    Taro.onNetworkStatusChange(changed)
    return () => Taro.offNetworkStatusChange(changed)
  }
}
