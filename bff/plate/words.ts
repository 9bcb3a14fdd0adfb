import type { City } from '@tima/contract/city.ts'
import type { Run } from './text.ts'

export type PlateWords = {
  heading: string
  verbs: string[]
  anyCamera: string
  /**
   * How to type the code, in one line with the site in it, and the line that stands over the site when one is not
   * enough.
   */
  typeAt: (site: string) => string
  typeBelow: string
  /** What to do when trapped, ending where the number to say follows. */
  trapped: Run[]
  trappedWithoutNumber: Run[]
  rescue: string
  property: string
  calm: string
  place: string
  serial: (city: string, serial: string) => string
}

const plain = (text: string): Run => ({ text, weight: 400 })
const strong = (text: string): Run => ({ text, weight: 600 })

const zh: PlateWords = {
  heading: '电梯码',
  verbs: ['查状态', '报故障', '求救援'],
  anyCamera: '任何手机相机都能扫',
  typeAt: (site) => `扫不出？${site} 输入`,
  typeBelow: '扫不出？打开网址输入',
  trapped: [plain('被困了：'), strong('按警铃'), plain('，打下面的电话，念')],
  trappedWithoutNumber: [plain('被困了：'), strong('按警铃'), plain('，有人应答时念')],
  rescue: '救援',
  property: '物业',
  calm: '不扒门，离门远一点，坐下等',
  place: '位置',
  serial: (city, serial) => `${city} 编号 ${serial}`,
}

const en: PlateWords = {
  heading: 'Elevator code',
  verbs: ['Check it', 'Report it', 'Get help'],
  anyCamera: 'Any phone camera works',
  typeAt: (site) => `No camera? At ${site} type`,
  typeBelow: 'No camera? Type it at',
  trapped: [plain('Trapped? '), strong('Press the alarm bell'), plain(', call below and say')],
  trappedWithoutNumber: [plain('Trapped? '), strong('Press the alarm bell'), plain(' and say')],
  rescue: 'Rescue',
  property: 'Building',
  calm: 'Keep off the doors. Sit down and wait.',
  place: 'Place',
  serial: (city, serial) => `${city} No. ${serial}`,
}

export const plateWords: Record<City['language'], PlateWords> = { 'zh-CN': zh, en }
