/** Who answers for a site; keys of parties.ts. */
export type Site = {
  key: string
  district: string
  estate: string
  street: string
  /** Two digits of the district in rescue codes. */
  area: string
  useUnit: string
  maintenance: string
  insurer: string
  /** Years since installation, of the site's elevators. */
  age: [number, number]
  groups: Group[]
  location: [number, number]
}

/** Cars that are alike: in each building, in each entrance, one for each car name. */
export type Group = {
  category: string
  buildings: string[]
  entrances: (string | null)[]
  cars: [name: string, mark: string][]
  floors: number
  loadKg: number
  speed: number
  added?: boolean
  drive?: string
}

const numbered = (n: number, word = '幢') => Array.from({ length: n }, (_, i) => `${i + 1} ${word}`)
const units = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1} 单元`)
const westEast: Group['cars'] = [['西侧电梯', '西'], ['东侧电梯', '东']]
const northSouth: Group['cars'] = [['北侧电梯', '北'], ['南侧电梯', '南']]
const cars = (n: number, word: string): Group['cars'] => Array.from({ length: n }, (_, i) => [`${i + 1} 号${word}`, String(i + 1)])
const home = (buildings: string[], entrances: number, which: Group['cars'], floors: number): Group =>
  ({ category: '3110', buildings, entrances: units(entrances), cars: which, floors, loadKg: 1000, speed: 1.75 })
const one = (building: string, category: string, which: Group['cars'], floors: number, loadKg: number, speed: number, drive?: string): Group =>
  ({ category, buildings: [building], entrances: [null], cars: which, floors, loadKg, speed, drive })

/** The demo city 青屿市: no such city, street or firm exists. */
export const sites: Site[] = [
  {
    key: 'yqL', district: '汀洲区', estate: '月桥里', street: '月桥路 8 号', area: '31', useUnit: 'yueqiaoli', maintenance: 'jiangheng',
    insurer: 'huzhu', age: [6, 7], location: [30.5121, 122.8432],
    groups: [home(numbered(4), 2, westEast, 18), home(['5 幢', '6 幢', '7 幢', '8 幢', '9 幢'], 2, northSouth, 17)],
  },
  {
    key: 'yxf', district: '汀洲区', estate: '云汐坊', street: '云汐街 21 号', area: '31', useUnit: 'yunxifang', maintenance: 'jiangheng',
    insurer: 'huzhu', age: [3, 4], location: [30.5178, 122.8391], groups: [home(numbered(5), 1, northSouth, 26)],
  },
  {
    key: 'lib', district: '汀洲区', estate: '青屿图书馆', street: '听潮大道 1 号', area: '31', useUnit: 'library', maintenance: 'tingchao',
    insurer: 'yuan', age: [9, 9], location: [30.5203, 122.8467],
    groups: [one('主楼', '3110', cars(2, '客梯'), 6, 1350, 1.75), one('主楼', '3430', [['书梯', '书']], 6, 200, 0.4)],
  },
  {
    key: 'mall', district: '汀洲区', estate: '潮音商场', street: '听潮大道 66 号', area: '31', useUnit: 'mall', maintenance: 'tingchao',
    insurer: 'tingzhou', age: [8, 11], location: [30.5231, 122.8502],
    groups: [
      one('中庭', '3310', cars(6, '扶梯'), 4, 0, 0.5), one('负一层入口', '3320', cars(2, '人行道'), 2, 0, 0.5),
      one('主楼', '3110', [...cars(3, '客梯'), ['观光电梯', '观']], 5, 1600, 1.75), one('后场', '3120', cars(2, '货梯'), 5, 2000, 0.5),
    ],
  },
  {
    key: 'hosp', district: '汀洲区', estate: '汀洲医院', street: '安和路 3 号', area: '31', useUnit: 'hospital', maintenance: 'tingchao',
    insurer: 'yuan', age: [5, 13], location: [30.5098, 122.8519],
    groups: [
      one('住院楼', '3110', cars(6, '床梯'), 16, 1600, 1.75), one('住院楼', '3420', [['消防员电梯', '消']], 16, 1600, 2),
      one('门诊楼', '3110', cars(2, '客梯'), 6, 1350, 1.5), one('门诊楼', '3430', cars(2, '药品梯'), 6, 100, 0.4),
      one('后勤楼', '3120', cars(2, '货梯'), 4, 2000, 0.5),
    ],
  },
  {
    key: 'htxy', district: '望岸区', estate: '海棠新苑', street: '望岸东路 118 号', area: '32', useUnit: 'haitang', maintenance: 'anqiao',
    insurer: 'huzhu', age: [10, 11], location: [30.5342, 122.8611], groups: [home(numbered(6), 2, westEast, 18)],
  },
  {
    key: 'lcc', district: '望岸区', estate: '老船厂宿舍', street: '船坞弄 5 号', area: '32', useUnit: 'chuanchang', maintenance: 'anqiao',
    insurer: 'huzhu', age: [2, 4], location: [30.5377, 122.8654],
    groups: [{ category: '3110', buildings: numbered(8), entrances: ['1 单元'], cars: [['加装电梯', '加']], floors: 6, loadKg: 450, speed: 1, added: true }],
  },
  {
    key: 'fin', district: '望岸区', estate: '望岸金融中心', street: '望岸大道 9 号', area: '32', useUnit: 'finance', maintenance: 'wangan',
    insurer: 'tingzhou', age: [4, 5], location: [30.5401, 122.8702],
    groups: [
      one('A 座', '3110', cars(8, '客梯'), 42, 1600, 5), one('A 座', '3420', [['消防员电梯', '消']], 42, 1600, 3),
      one('裙楼', '3110', cars(2, '客梯'), 5, 1350, 1.75), one('A 座', '3120', [['货梯', '货']], 42, 2000, 2.5),
    ],
  },
  {
    key: 'hotel', district: '望岸区', estate: '灯塔酒店', street: '灯塔路 2 号', area: '32', useUnit: 'hotel', maintenance: 'wangan',
    insurer: 'yuan', age: [12, 14], location: [30.5433, 122.8748],
    groups: [one('主楼', '3110', cars(3, '客梯'), 15, 1050, 2), one('主楼', '3120', [['货梯', '货']], 15, 1600, 1), one('厨房', '3430', [['食梯', '食']], 3, 200, 0.4)],
  },
  {
    key: 'metro', district: '望岸区', estate: '望岸站', street: '望岸大道地下', area: '32', useUnit: 'metro', maintenance: 'tingchao',
    insurer: 'tingzhou', age: [7, 8], location: [30.5418, 122.8689],
    groups: [one('站厅', '3310', cars(8, '扶梯'), 2, 0, 0.65), one('站厅', '3110', cars(2, '无障碍电梯'), 2, 1000, 1)],
  },
  {
    key: 'ssjy', district: '松石区', estate: '松石家园', street: '松石路 40 号', area: '33', useUnit: 'songshi', maintenance: 'songshi',
    insurer: 'huzhu', age: [8, 9], location: [30.4987, 122.8203], groups: [home(numbered(8), 1, westEast, 11)],
  },
  {
    key: 'syxq', district: '松石区', estate: '石堰小区', street: '石堰路 17 号', area: '33', useUnit: 'shiyan', maintenance: 'songshi',
    insurer: 'huzhu', age: [1, 3], location: [30.4951, 122.8167],
    groups: [{ category: '3110', buildings: numbered(6), entrances: ['2 单元'], cars: [['加装电梯', '加']], floors: 7, loadKg: 630, speed: 1, added: true }],
  },
  {
    key: 'park', district: '松石区', estate: '松石工业园', street: '工坊路 100 号', area: '33', useUnit: 'park', maintenance: 'songshi',
    insurer: 'yuan', age: [6, 14], location: [30.4902, 122.8102],
    groups: [
      one('1 号厂房', '3120', cars(3, '货梯'), 4, 3000, 0.5), one('2 号厂房', '3130', cars(2, '货梯'), 3, 1000, 0.25, '强制驱动'),
      one('3 号厂房', '3220', cars(2, '货梯'), 3, 5000, 0.3, '液压驱动'), one('涂料车间', '3410', [['防爆货梯', '防']], 3, 2000, 0.5),
      one('展厅', '3210', [['客梯', '客']], 3, 1000, 0.6, '液压驱动'),
    ],
  },
  {
    key: 'school', district: '松石区', estate: '松石中学', street: '松石路 2 号', area: '33', useUnit: 'school', maintenance: 'songshi',
    insurer: 'yuan', age: [5, 5], location: [30.4979, 122.8239], groups: [one('教学楼', '3110', cars(2, '客梯'), 5, 1050, 1)],
  },
  {
    key: 'market', district: '松石区', estate: '松石农贸市场', street: '松石路 88 号', area: '33', useUnit: 'market', maintenance: 'songshi',
    insurer: 'tingzhou', age: [10, 10], location: [30.4966, 122.8255],
    groups: [one('东门', '3320', cars(2, '人行道'), 2, 0, 0.5), one('西门', '3310', cars(2, '扶梯'), 2, 0, 0.5), one('后场', '3120', [['货梯', '货']], 2, 2000, 0.5)],
  },
  {
    key: 'cwhy', district: '澄湾区', estate: '澄湾花园', street: '澄湾路 300 号', area: '34', useUnit: 'chengwan', maintenance: 'chengwan',
    insurer: 'huzhu', age: [12, 13], location: [30.4822, 122.8561], groups: [home(numbered(6), 2, westEast, 24)],
  },
  {
    key: 'cli', district: '澄湾区', estate: '澄里', street: '澄里弄 12 号', area: '34', useUnit: 'chengli', maintenance: 'chengwan',
    insurer: 'huzhu', age: [17, 19], location: [30.4788, 122.8514], groups: [home(numbered(6), 2, [['电梯', '梯']], 12)],
  },
  {
    key: 'square', district: '澄湾区', estate: '湾心广场', street: '澄湾大道 1 号', area: '34', useUnit: 'square', maintenance: 'wangan',
    insurer: 'tingzhou', age: [2, 2], location: [30.4801, 122.8602],
    groups: [one('中庭', '3310', cars(6, '扶梯'), 4, 0, 0.5), one('主楼', '3110', cars(4, '客梯'), 6, 1600, 1.75)],
  },
  {
    key: 'care', district: '澄湾区', estate: '澄湾养老院', street: '静水路 6 号', area: '34', useUnit: 'care', maintenance: 'chengwan',
    insurer: 'yuan', age: [11, 11], location: [30.4765, 122.8477],
    groups: [one('颐养楼', '3110', cars(2, '床梯'), 6, 1600, 1), one('康复楼', '3210', [['客梯', '客']], 3, 1000, 0.6, '液压驱动')],
  },
  {
    key: 'museum', district: '澄湾区', estate: '青屿博物馆', street: '澄湾大道 28 号', area: '34', useUnit: 'museum', maintenance: 'tingchao',
    insurer: 'yuan', age: [16, 16], location: [30.4834, 122.8643],
    groups: [one('展馆', '3110', cars(2, '客梯'), 4, 1600, 1), one('展馆', '3120', [['藏品梯', '藏']], 4, 3000, 0.5), one('展馆', '3310', [['1 号扶梯', '1']], 2, 0, 0.5)],
  },
  {
    key: 'uni', district: '澄湾区', estate: '青屿大学', street: '学海路 1 号', area: '34', useUnit: 'university', maintenance: 'wangan',
    insurer: 'yuan', age: [7, 18], location: [30.4733, 122.8688],
    groups: [one('理科楼', '3110', cars(3, '客梯'), 9, 1050, 1.5), one('图书馆', '3110', cars(2, '客梯'), 8, 1350, 1.75), one('实验楼', '3120', [['货梯', '货']], 6, 2000, 0.5), one('行政楼', '3110', cars(2, '客梯'), 12, 1050, 1.75)],
  },
  {
    key: 'office', district: '澄湾区', estate: '澄湾商务楼', street: '澄湾大道 77 号', area: '34', useUnit: 'office', maintenance: 'chengwan',
    insurer: 'tingzhou', age: [13, 15], location: [30.4812, 122.8625], groups: [one('主楼', '3110', cars(7, '客梯'), 22, 1350, 2.5), one('主楼', '3420', [['消防员电梯', '消']], 22, 1050, 2)],
  },
]
