import type { SourceKind } from '@tima/contract/fact.ts'

/** Organizations of the demo city. None exists; phones have a shape no network gives. */
export type Party = { key: string; name: string; kind: SourceKind; role: string }

const party = (kind: SourceKind, role: string) => ([key, name]: [string, string]): Party => ({ key, name, kind, role })

export const registry: Party = { key: 'register', name: '青屿市特种设备登记库', kind: 'registry', role: 'regulator' }
export const regulator = '青屿市市场监管局'
export const residents: Party = { key: 'residents', name: '居民', kind: 'resident', role: '' }

export const useUnits = ([
  ['yueqiaoli', '月桥里物业服务中心'], ['yunxifang', '云汐坊物业服务中心'], ['library', '青屿图书馆后勤部'], ['mall', '潮音商场管理处'],
  ['hospital', '汀洲医院后勤处'], ['haitang', '海棠新苑物业服务中心'], ['chuanchang', '老船厂宿舍加装电梯管理小组'],
  ['finance', '望岸金融中心管理处'], ['hotel', '灯塔酒店工程部'], ['metro', '望岸站站务中心'], ['songshi', '松石家园物业服务中心'],
  ['shiyan', '石堰小区加装电梯管理小组'], ['park', '松石工业园管理处'], ['school', '松石中学总务处'], ['market', '松石农贸市场管理处'],
  ['chengwan', '澄湾花园物业服务中心'], ['chengli', '澄里业主自管小组'], ['square', '湾心广场管理处'], ['care', '澄湾养老院后勤部'],
  ['museum', '青屿博物馆保障部'], ['university', '青屿大学后勤处'], ['office', '澄湾商务楼管理处'],
] as [string, string][]).map(party('property', 'use-unit'))

export const maintenanceUnits = ([
  ['jiangheng', '匠衡维保站'], ['anqiao', '岸桥维保站'], ['tingchao', '听潮维保站'], ['songshi', '松石维保站'],
  ['wangan', '望岸维保站'], ['chengwan', '澄湾维保站'],
] as [string, string][]).map(party('maintenance', 'maintenance-unit'))

export const inspectionBody = party('inspection', 'inspection-body')(['inspection', '青屿市特检所'])

export const insurers = ([
  ['huzhu', '青屿互助保险'], ['tingzhou', '汀洲相互保险社'], ['yuan', '屿安保险社'],
] as [string, string][]).map(party('insurer', 'insurer'))

export const parties: Party[] = [...useUnits, ...maintenanceUnits, inspectionBody, ...insurers]

/** 0000 555 0132 is 月桥里's; the others follow. */
export const phoneOf = (one: Party): string => `0000 555 ${String(132 + parties.indexOf(one)).padStart(4, '0')}`

export const makers = ['屿机制造', '澄工机电', '北汀梯业', '远屿扶梯厂'] as const
export const surnames = ['王', '李', '陈', '林', '周', '吴', '郑', '沈', '许', '何', '罗', '叶', '方', '程', '欧阳'] as const
