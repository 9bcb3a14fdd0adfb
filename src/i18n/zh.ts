import type { Conclusion, RideReasonKind, RideState, VisitKind } from '@tima/contract/elevator.ts'
import type { SourceKind } from '@tima/contract/fact.ts'
import type { ProblemKind } from '@tima/contract/problem.ts'
import type { Field } from './field.ts'
import { weekday } from './when.ts'

/** What a reason of the ride card says, every date already in words. */
export type Said = { on: string | null; until: string | null; ago: string | null; text: string | null; organization: string | null }
export type Refusal = { title: string; what: string; next: string }

/** A space stands between a figure and the character after it: 07:30 起, but 11 月 14 日起. */
const glue = (text: string, after: string) => (/[0-9A-Za-z]$/.test(text) ? `${text} ${after}` : text + after)
/** The same before it: 预计 11 月 25 日, but 预计明天. */
const lead = (before: string, text: string) => (/^[0-9A-Za-z]/.test(text) ? `${before} ${text}` : before + text)
const upTo = (until: string | null) => (until ? `，下次 ${glue(until, '前')}` : '')
const since = (on: string | null) => (on ? `${glue(on, '起')}，` : '')
const due = (until: string | null) => (until ? `，应在 ${glue(until, '前做')}` : '')
const dated = (on: string | null, what: string) => (on ? glue(on, what) : what)

export const zh = {
  name: '梯码',
  demo: '演示城市：电梯、单位和电话都不是真的',
  seals: { registry: '登', inspection: '检', maintenance: '维', property: '物', insurer: '保', device: '器', resident: '民', rule: '规' } satisfies Record<SourceKind, string>,
  parties: {
    registry: '登记机关', inspection: '检验检测机构', maintenance: '维保单位', property: '物业（使用单位）',
    insurer: '保险公司', device: '电梯上的设备', resident: '居民', rule: '按规则推算',
  } satisfies Record<SourceKind, string>,

  short: { registry: '登记机关', inspection: '检验机构', maintenance: '维保单位', property: '物业', insurer: '保险公司', device: '设备', resident: '居民', rule: '规则' } satisfies Record<SourceKind, string>,

  when: {
    day: (y: number, m: number, d: number, thisYear: boolean) => (thisYear ? `${m} 月 ${d} 日` : `${y} 年 ${m} 月 ${d} 日`),
    month: (y: number, m: number) => `${y} 年 ${m} 月`,
    year: (y: number) => `${y} 年`,
    short: (y: number, m: string, d: string, thisYear: boolean) => (thisYear ? `${m}-${d}` : `${y}-${m}-${d}`),
    at: (day: string, time: string) => `${day} ${time}`,
    gap: '',
    week: (day: string) => `（周${'日一二三四五六'[weekday(day)]}）`,
    near: { '-1': '昨天', '0': '今天', '1': '明天' } as Record<string, string>,
    ago: (days: number) => (days === 0 ? '今天' : days === 1 ? '昨天' : `${days} 天前`),
    by: (day: string) => glue(day, '前'),
  },
  join: '·',
  comma: '，',
  list: '、',

  who: {
    code: '梯码', codeNote: '印在码下面，用来输入', rescueCode: '识别码', notThis: '不是这部？', otherCars: '你站在哪一部前面？',
    noOthers: '这里没有登记别的电梯。码可能贴错了，请告诉物业',
    swapped: '都不是？码可能贴错了，请打电话告诉物业',
    loading: '正在找这里别的电梯', failed: '没拿到别的电梯的名单，过一会儿再点一次',
    car: (car: string) => (/[梯机]$/.test(car) ? car : `${car} 号电梯`),
    unnamed: '这部电梯',
  },

  ride: {
    words: { fit: '可乘用', care: '请注意', serviced: '维保中', stopped: '停用', rescue: '救援中', unknown: '未知' } satisfies Record<RideState, string>,
    basis: (when: string) => `按现有记录·${when}`,
    rescue: '先别用，正在救人',
    unknown: '缺记录，不等于安全',
    span: (on: string | null, until: string | null) => [on ? glue(on, '起') : '', until ? lead('预计', glue(until, '恢复')) : '什么时候恢复还没说'].filter(Boolean).join('，'),
    serviced: (until: string | null) => (until ? lead('预计', glue(until, '做完')) : '有人在做，做完就恢复'),
    more: (n: number) => `还有 ${n} 条`,
    fold: '收起',
    examined: (next: string, month: string) => `检验检测在期内，${next} ${month}`,
    reasons: {
      'rescue-under-way': (r) => `${since(r.on)}正在救援，先别用`,
      sealed: (r) => `${r.organization ?? '监管部门'}查封${r.text ? `：${r.text}` : ''}`,
      stopped: (r) => [r.text ?? '已停用', r.organization].filter(Boolean).join('（') + (r.organization ? '）' : ''),
      'registered-out-of-use': (r) => `登记为停用${r.on ? `（${r.on}）` : ''}`,
      'inspection-failed': (r) => dated(r.on, '的检验不合格，不能用'),
      'test-failed': (r) => dated(r.on, '的检测不符合要求，等整改'),
      'visit-open': (r) => `${since(r.on)}维保还没做完${r.organization ? `（${r.organization}）` : ''}`,
      'planned-stop-on': (r) => `计划停梯${r.text ? `：${r.text}` : ''}`,
      'inspection-overdue': (r) => `定期检验过期了${due(r.on)}`,
      'test-overdue': (r) => `自行检测过期了${due(r.on)}`,
      'maintenance-overdue': (r) => `维保过期了${due(r.on)}`,
      'safety-report-open': () => '有一件安全报事还没处理完',
      'no-rule-set': () => '这座城市的检验规则还没接入，我们不替你判断',
      'no-inspection-base': () => '没有安装检验合格的日期，应由登记机关提供',
      'no-inspection-record': (r) => `没有定期检验的记录${due(r.on)}`,
      'no-inspection-conclusion': (r) => dated(r.on, '的检验没写结论，应由检验机构补上'),
      'no-test-record': (r) => `没有自行检测的记录${due(r.on)}`,
      'no-test-conclusion': (r) => dated(r.on, '的检测没写结论，应由检测机构补上'),
      'no-visit-record': () => '没有维保记录，应由维保单位提供',
      'no-use-status': () => '没有登记状态，应由登记机关提供',
      'inspection-in-date': (r) => `定期检验合格${upTo(r.until)}`,
      'test-in-date': (r) => `自行检测符合要求${upTo(r.until)}`,
      'maintenance-in-date': (r) => `${r.ago ?? ''}做过维保${upTo(r.until)}`,
      'no-safety-report': () => '没有未处理的安全报事',
    } satisfies Record<RideReasonKind, (r: Said) => string>,
    goTo: (name: string) => `请走 ${name}`, see: '看那一部',
    noOther: '这里没有别的可乘用的电梯。行动不便、要搬送病人，请叫物业陪同',
  },

  act: {
    trapped: '困在电梯里了', trappedSub: (hotline: string) => `马上打 ${hotline}，再告诉你念什么`, trappedNoHotline: '打给谁、念什么、怎么做',
    trappedShort: '马上打电话求救', help: '求助',
    report: '报事', reportSub: '先打电话给物业', reportElder: '电梯坏了，我要报修',
    call: '打电话', callSub: '物业 24 小时', callElder: '打电话给物业', callNone: '没有物业电话', phone: '电话',
    dock: '求助、报事和电话',
  },
  report: {
    title: '报事',
    honest: '网上报事还没开通。现在打电话给物业，最快有人管',
    say: (place: string) => `接通后说：${place}`,
    trappedFirst: '有人被困或受伤，先按“困在电梯里了”',
  },
  phone: {
    property: '打给物业（24 小时）', hotline: '打救援电话', maintenance: '打给维保单位（24 小时）', call: (number: string) => `打 ${number}`,
    emergency: { '110': '公安', '119': '消防' } as Record<string, string>,
    noProperty: '没有物业的电话。物业应当把 24 小时电话登记上来',
    verified: (day: string) => glue(day, '打通核实过'),
    unverified: '还没人打通核实过',
  },

  notice: {
    title: (start: string, end: string | null) => `${start}${end ? `–${end}` : ' 起'} 停梯`,
  },

  sections: {
    service: '维保与检验', insurance: '保险与费用', certificates: '证书与编号', people: '谁负责', parameters: '参数与年限', place: '位置', timeline: '经历',
  },
  fields: {
    district: '区县', estate: '小区', address: '地址', building: '楼栋', car: '电梯号', carMark: '轿厢记号', ownNumber: '单位内编号',
    rescueCode: '救援识别码', registrationCode: '注册代码', deviceCode: '设备代码', useCertificate: '使用登记证', sourceNumber: '原登记号',
    category: '类别', categoryText: '登记的类型', useStatus: '登记状态', manufacturer: '制造单位', model: '型号', factoryNumber: '产品编号',
    manufacturedOn: '出厂日期', installer: '安装单位', installedOn: '投用日期', inspectionBase: '检验起算日', designLifeYears: '设计年限',
    addedToBuilding: '加装电梯', onDemandMaintenance: '按需维保', driveMode: '驱动方式', ratedLoadKg: '额定载重', ratedPersons: '额定人数',
    ratedSpeed: '额定速度', travelM: '提升高度', floors: '层站', inclination: '倾斜角', stepWidthMm: '名义宽度', motorKw: '主机功率',
    location: '坐标', carBell: '轿厢警铃', runningCosts: '运行费用', useUnit: '物业', maintenanceUnit: '维保单位', safetyOfficer: '安全员',
    lastVisit: '上次维保', lastInspection: '定期检验', lastTest: '自行检测', policy: '保险', nextVisit: '下次维保', nextInspection: '下次检验', nextTest: '下次检测',
  } satisfies Record<Field, string>,
  about: {
    district: '电梯所在的区县。', estate: '电梯所在的小区、商场或院落。', address: '门牌地址，打电话时报给对方。', building: '几幢几单元。',
    car: '同一个楼里用来分清是哪一部。', carMark: '贴在轿厢上的一个字，方便你认。', ownNumber: '物业自己给电梯编的号。',
    rescueCode: '被困时念给救援中心的 6 个数字，念了就知道你在哪。', registrationCode: '登记时发的 20 位号码，全国不重复。',
    deviceCode: '出厂时编的号码，说明是谁哪年造的。', useCertificate: '有这张证，电梯才能用。', sourceNumber: '原来登记簿里的号码。',
    category: '国家目录里的电梯类别。', categoryText: '登记簿里原来怎么写的。', useStatus: '登记机关记的：在用、停用或报废。',
    manufacturer: '谁造的这部电梯。', model: '厂家的型号。', factoryNumber: '厂家给这一台的编号。', manufacturedOn: '哪天出厂。',
    installer: '谁装的这部电梯。', installedOn: '哪天开始用。', inspectionBase: '安装检验合格的那天。以后哪年检验、哪年检测，都从这天算起。',
    designLifeYears: '厂家设计能用多少年。到了年限不等于不能用，要先评估。', addedToBuilding: '是不是老楼后来加装的。',
    onDemandMaintenance: '按合同约定的项目和时间保养，不一定每 15 天一次。', driveMode: '靠什么把轿厢拉起来。', ratedLoadKg: '最多能装多重。',
    ratedPersons: '最多能乘几个人。', ratedSpeed: '正常运行有多快。', travelM: '从最低到最高有多高。', floors: '停几层，有几个门。',
    inclination: '扶梯有多陡。', stepWidthMm: '梯级有多宽。', motorKw: '电动机有多大力。', location: '地图上的点，救援的人靠它找到你。',
    carBell: '按警铃有没有人接。被困时先按它。', runningCosts: '电费、维保费、修理费，物业每年应当公布。',
    useUnit: '对这部电梯的安全负总责，多数是物业。', maintenanceUnit: '定期来保养、出了故障来修、被困时来救的单位。',
    safetyOfficer: '物业指定的人，每天看这部电梯。名字只显示姓。', lastVisit: '维保单位最近一次来做了什么。扫码不等于人到过，物业确认过才更可靠。',
    lastInspection: '检验机构来查，合格才能接着用。', lastTest: '不检验的年份，每年自己请人测一次。', policy: '出了事，由保险公司赔。',
    nextVisit: '按两次保养最多隔几天推算的，不是约定的时间。', nextInspection: '第 1、4、7、9、11、13、15 年检验，以后每年检验。按起算日推算。',
    nextTest: '不检验的年份每年检测一次。按起算日推算。',
  } satisfies Record<Field, string>,

  fact: {
    agreed: (name: string, by: string) => `${name}·${by}已确认`, checked: (name: string, day: string) => `${name}·${day} 核对`,
    rule: '按规则推算', noRules: '规则还没接入，算不出', noBase: '没有起算日，算不出', byContract: '按合同约定', outOfUse: '停用了，不用做', stale: (days: number) => `${days} 天没更新`, contradicting: '说法不一', missing: '没有记录', notPublished: '还没有公示',
    supplier: (party: string) => `应由${party}提供`, missingList: '这些没有记录', 
    source: '谁说的', asOf: '哪天的', verifiedBy: '谁核对过', nobody: '还没人核对',
    oneSays: '空心印：只有一方这样说。', twoSay: '实心印：两方都认，或者有权的单位查过。', ruled: '“规”字印：按规则算出来的，不是谁填的。',
    staleMeans: '很久没有更新，现在可能不一样了。', missingMeans: '没有人填过。没有记录不等于没有问题。',
    contradictingMeans: '几方说得不一样，我们都列出来，不替你选。', wrong: '发现不对，打电话告诉物业',
    close: '关上',
  },
  values: {
    visit: { 'half-month': '半月维保', quarter: '季度维保', 'half-year': '半年维保', year: '年度维保', 'on-demand': '按需维保' } satisfies Record<VisitKind, string>,
    conclusion: {
      passed: '合格', failed: '不合格', 'passed-on-reinspection': '复检合格', 'failed-on-reinspection': '复检不合格', meets: '符合要求', 'does-not-meet': '不符合要求',
    } satisfies Record<Conclusion, string>,
    noConclusion: '没写结论',
    useStatus: { 'in-use': '在用', 'out-of-use': '停用', scrapped: '报废' } as Record<string, string>,
    carBell: { works: '正常', 'no-answer': '按了没人接', broken: '坏了' } as Record<string, string>,
    category: {
      '3110': '乘客电梯（曳引）', '3120': '载货电梯（曳引）', '3130': '载货电梯（强制驱动）', '3210': '乘客电梯（液压）', '3220': '载货电梯（液压）',
      '3310': '自动扶梯', '3320': '自动人行道', '3410': '防爆电梯', '3420': '消防员电梯', '3430': '杂物电梯',
    } as Record<string, string>,
    yes: '是', no: '否', years: (n: number) => `${n} 年`, people: (n: number) => `${n} 人`, degrees: (n: number) => `${n}°`,
    kilograms: (n: number) => `${n} kg`, speed: (n: number) => `${n} m/s`, metres: (n: number) => `${n} m`, millimetres: (n: number) => `${n} mm`, kilowatts: (n: number) => `${n} kW`,
    floors: (text: string) => (/^\d+$/.test(text) ? `${text} 层` : text),
    by: (day: string) => glue(day, '前'), until: (day: string) => `有效至 ${day}`, ended: (day: string) => glue(day, '已到期'),
    reportNo: (no: string) => `报告编号 ${no}`, policyNo: (no: string) => `保单号 ${no}`, licence: (no: string) => `许可证 ${no}`,
    limit: (yuan: number) => `最高赔 ${yuan / 10_000} 万元`, items: (n: number) => `${n} 项`, minutes: (n: number) => `在场 ${n} 分钟`, workers: (names: string) => `作业人员 ${names}`,
    age: '用了多久', ageYears: (n: number) => (n < 1 ? '不到 1 年' : `${n} 年`), ageFrom: (day: string) => `从 ${day}算起`,
  },

  timeline: {
    types: {
      supervision: '监督检验', inspection: '定期检验', test: '自行检测', policy: '投保', daily: '日管控', weekly: '周排查', monthly: '月调度',
      sealed: '查封', stopped: '停用', planned: '计划停梯',
    } as Record<string, string>,
    results: { 'no-risk': '没发现隐患', 'danger-handled': '发现隐患，已处理', 'danger-open': '发现隐患，还没处理' } as Record<string, string>,
    corrected: '原记录保留', confirmed: (by: string) => `${by}已确认`, until: (day: string) => `到 ${day}`, expected: (when: string) => lead('预计', glue(when, '恢复')), ended: (when: string) => glue(when, '恢复'),
    correction: (fields: string) => `更正：${fields}`, change: (from: string, to: string) => `${from} → ${to}`, nothing: '（没有）', andMore: (n: number) => `等另外 ${n} 项`,
    empty: '还没有记录。维保、检验、停梯都会记在这里', more: '看更早的', loading: '正在取', failed: '没取到，再点一次',
  },

  home: {
    title: '扫一扫电梯上的码', lead: '看这部电梯安不安全，出了事找谁', scan: '扫码', scanHint: '用手机相机对准电梯里的码，也能打开',
    scanFailed: '没扫到码。可以把码下面的字输进来', typed: '输入码或者地址', placeholder: '例如 7K3M Q9TX 4D', go: '查', searching: '正在查',
    results: '找到这些', none: '没找到。换个写法试试，比如只写小区名和楼号', more: '看更多', failed: '没查到，网络可能断了。再点一次“查”',
    tooShort: '至少写两个字', seen: '看过的电梯', seenAt: (when: string) => glue(when, '看过'), seenNone: '还没看过电梯。扫一次就会记在这里，没网也能看',
    settings: '设置',
  },
  settings: {
    size: '字大小', sizes: { normal: '标准', elder: '长辈版', largest: '特大字' }, theme: '深浅', themes: { system: '跟手机', light: '浅色', dark: '深色' },
    language: '语言 Language', languages: { 'zh-CN': '中文', en: 'English' }, back: '标准版',
  },

  strip: {
    offline: (when: string) => lead('没有网络。以下是', glue(when, '的记录')), updating: (when: string) => `先看上次的（${when}），正在更新`,
    trouble: (when: string) => lead('我们这边出了问题。以下是', glue(when, '的记录')), retry: '再试一次',
  },
  loading: '正在取这部电梯的记录',
  trouble: {
    offline: { title: '没有网络', what: '手机没连上网，这部电梯也没看过，拿不到记录。', next: '电话还能打。连上网后再试一次。' } as Refusal,
    timeout: { title: '网络太慢', what: '等了太久，没拿到记录。', next: '电话还能打。换个地方再试一次。' } as Refusal,
    server: { title: '我们这边出了问题', what: '不是你的手机，也不是电梯。', next: '过一分钟再试。有急事请打电话。' } as Refusal,
    busy: { title: '点得太快了', what: '这会儿来得太多，先歇一下。', next: '过一分钟再试。电话随时能打。' } as Refusal,
    alias: { title: '正在找这部电梯', what: '这不是电梯码，可能是电梯的别的编号。', next: '下面是用这个编号找到的。' } as Refusal,
    foreign: (host: string) => ({ title: '这不是本市的电梯码', what: `码里写的是 ${host}，不归我们管，我们没有打开它。`, next: '看看电梯里贴的是不是这张码，拿不准就打电话。' }) as Refusal,
    empty: { title: '还没有码', what: '这里要有一部电梯的码才能打开。', next: '扫电梯里的码，或者把码输进来。' } as Refusal,
  },
  problems: {
    'code-mistyped': { title: '这个码不对', what: '可能有一位看错或打错了。', next: '对着电梯上的码再看一遍，重新输入。' },
    'plate-forged': { title: '这张码不是我们印的', what: '码是假的，别信它给的电话和网址。', next: '请告诉物业，把它撕下来。' },
    'code-unknown': { title: '没有这部电梯', what: '码没写错，但是没有登记过。', next: '请核对是不是这一张，拿不准就打电话。' },
    'plate-blank': { title: '这张码还没装到电梯上', what: '码是真的，还没有和哪部电梯对上。', next: '物业或维保单位装好以后就能用。' },
    'plate-revoked': { title: '这张码已停用', what: '它不再代表这部电梯。', next: '请告诉物业，换上新的码。' },
    'input-invalid': { title: '写得不对', what: '有的地方我们看不懂。', next: '改一改再试。' },
    'key-missing': { title: '没有钥匙', what: '这个地方要有钥匙才能进。', next: '请向管理的人要。' },
    'key-refused': { title: '钥匙不对', what: '这把钥匙进不来，或者已经停用。', next: '请向管理的人换一把。' },
    'field-refused': { title: '这一项不归你填', what: '这把钥匙不能改这一项。', next: '请让负责的单位来填。' },
    'not-found': { title: '没有这一页', what: '网址可能写错了。', next: '回到首页，重新扫码。' },
    'body-too-large': { title: '内容太大', what: '一次送来的太多了。', next: '分成几次再送。' },
    'media-refused': { title: '格式不对', what: '我们不收这种格式。', next: '换一种格式再送。' },
    'too-many-requests': { title: '点得太快了', what: '这会儿来得太多，先歇一下。', next: '过一分钟再试。电话随时能打。' },
    'server-trouble': { title: '我们这边出了问题', what: '不是你的手机，也不是电梯。', next: '过一分钟再试。有急事请打电话。' },
    'database-away': { title: '我们这边出了问题', what: '记录一时拿不出来。', next: '过一分钟再试。有急事请打电话。' },
  } satisfies Record<ProblemKind, Refusal>,
  status: {
    asRead: '读到的是', check: (symbol: string, nth: number) => `请核对第 ${nth} 位“${symbol}”`, again: '重新输入', home: '回首页',
    reason: (text: string) => `原因：${text}`, successor: '看新的码', numbers: '有急事，打这些电话',
  },

  card: {
    title: '困在电梯里了', hotline: '打救援电话', read: '接通后念这 6 个数字', readCode: '接通后念这个码', noHotline: '没有登记救援电话，先打给物业', noHotlineOr: '没有登记救援电话，就打这个',
    steps: ['没信号：按轿厢里的警铃，拍门、喊话。', '离门远一点，坐下等。轿厢有多重保护，不会轻易坠落。', '不扒门，不撬门，不爬出去。'],
    others: (hotline: string, numbers: string) => `打不通 ${hotline}，就打 ${numbers}`, or: ' 或 ', alsoCall: '打不通，就打', toElevator: '看这部电梯的记录',
  },
}

export type Words = typeof zh
