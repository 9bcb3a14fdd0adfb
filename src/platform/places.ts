import Taro from '@tarojs/taro'

/** Opens the page of an elevator. @param entry code or code.tag @param how `instead` leaves no way back to this page */
export async function openElevator(entry: string, how: 'on-top' | 'instead' = 'on-top'): Promise<void> {
  const name = encodeURIComponent(entry)
  const url = process.env.TARO_ENV === 'h5' ? `/e/${name}` : `/pages/elevator/index?entry=${name}`
  await (how === 'instead' ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
}

/** Opens the card for somebody trapped in the elevator. @param entry code or code.tag */
export async function openEmergency(entry: string): Promise<void> {
  await Taro.navigateTo({ url: `/pages/emergency/index?entry=${encodeURIComponent(entry)}` })
}

export async function openHome(): Promise<void> {
  await Taro.reLaunch({ url: '/pages/home/index' })
}

/** One page back, or home when there is none. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await openHome()
}
