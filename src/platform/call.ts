import Taro from '@tarojs/taro'

/** Opens the phone's dialler with the number; the person still presses call. Resolves also when they turn back. */
export async function call(phone: string): Promise<void> {
  const phoneNumber = phone.replace(/[^0-9+]/g, '')
  if (process.env.TARO_ENV === 'h5') window.location.href = `tel:${phoneNumber}`
  else await Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
