import { randomCode } from '@tima/domain/code.ts'
import type { Plate } from '../shape.ts'
import { parsePlateKeys, plateLink, plateTag } from '../tag.ts'

const [key] = parsePlateKeys(`A:${Buffer.alloc(32, 7).toString('base64url')}`)

/** A signed link to the nth code under a host. */
export const linkTo = (host: string, nth = 0): { code: string; link: string } => {
  const code = randomCode(Uint8Array.from({ length: 8 }, (_, at) => (nth * 37 + at * 11 + 3) % 256))
  return { code, link: plateLink(`https://${host}`, code, plateTag(code, key)) }
}

/** Hosts of the length at which the symbol has 37, 41 and 45 modules. */
export const hosts = {
  37: 'tima.example',
  41: 'dianti.qingyu.gov.example',
  45: 'tima.elevators.qingyu.gov.examp',
} as const

export const chinese: Plate = {
  ...linkTo(hosts[37]),
  place: '汀洲区 月桥里',
  title: '3 幢 2 单元 西侧电梯',
  rescueCode: '310427',
  hotline: '96333',
  propertyNumber: '0000 555 0132',
  cityName: '青屿市',
  serial: 'A-002617',
  language: 'zh-CN',
}

export const english: Plate = {
  ...linkTo(hosts[41]),
  place: 'Manhattan',
  title: '1614 Broadway 10019, 1D10028',
  rescueCode: null,
  hotline: '911',
  propertyNumber: '+1 000 555 0132',
  cityName: 'New York City',
  serial: 'A-002618',
  language: 'en',
}

export const examples: Record<string, Plate> = {
  chinese,
  english,
  long: {
    ...chinese,
    ...linkTo(hosts[45]),
    place: '青屿市汀洲区月桥里社区服务中心（原第二人民医院门诊部）',
    title: '综合楼东南侧裙楼 A 座 3 号无障碍担架电梯',
    propertyNumber: '+86 0000 8888 8888 转 12345',
  },
  blank: { ...chinese, ...linkTo(hosts[41], 1), place: null, title: null, rescueCode: null, propertyNumber: null },
  'without numbers': { ...chinese, ...linkTo(hosts[37], 2), rescueCode: null, hotline: null, propertyNumber: null },
}
