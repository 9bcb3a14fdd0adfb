import type { RideState } from '@tima/contract/elevator.ts'

export type Language = 'zh-CN' | 'en'

export const rideWords: Record<Language, Record<RideState, string>> = {
  'zh-CN': { rescue: '救援中，请不要使用', stopped: '停用', serviced: '维保中', care: '请注意', unknown: '未知', fit: '可乘用' },
  en: { rescue: 'Rescue under way, do not use', stopped: 'Out of use', serviced: 'Being serviced', care: 'Take care', unknown: 'Not known', fit: 'Fit to ride' },
}

/** The card's sentences. What to do when trapped follows the advice rescue centres publish; it leaves out anything disputed. */
export const words = {
  'zh-CN': {
    join: '·', of: (name: string) => `（${name}）`, title: '电梯', trapped: '被困了，打救援电话', noHotline: '没有登记救援电话，请打 110 或 119。',
    sayRescueCode: '接通后念这 6 个数字', sayCode: '接通后念这个编码', property: '打给物业（24 小时）',
    noProperty: '没有登记物业电话。', byRecords: '按现有记录', code: '梯码', read: '读到的是', reason: '原因：', successor: '换成了这张码',
    demo: '演示数据，不是真的电梯',
    advice: ['没信号：按轿厢里的警铃，拍门、喊话。', '离门远一点，坐下等。轿厢有多重保护，不会轻易坠落。', '不扒门，不撬门，不爬出去。'],
    others: (hotline: string | null, numbers: string[]) => `${hotline ? `打不通 ${hotline}，就打 ` : '请打 '}${numbers.join(' 或 ')}。`,
  },
  en: {
    join: ' · ', of: (name: string) => ` (${name})`, title: 'Elevator', trapped: 'Trapped? Call for rescue', noHotline: 'no rescue number on record. Call the emergency services.',
    sayRescueCode: 'Then read out these 6 digits', sayCode: 'Then read out this code', property: 'Call the property office (24 h)',
    noProperty: 'No property number on record.', byRecords: 'by the records we have', code: 'Code', read: 'We read', reason: 'Why:', successor: 'It was replaced by',
    demo: 'Demo data, not a real elevator',
    advice: ['No signal: press the alarm bell in the car, knock and call out.', 'Keep away from the door, sit down and wait. The car has several safeties and won’t easily fall.', 'Don’t force the door. Don’t climb out.'],
    others: (hotline: string | null, numbers: string[]) => `${hotline ? `No answer on ${hotline}? Call ` : 'Call '}${numbers.join(' or ')}.`,
  },
} as const
