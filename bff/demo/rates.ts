/**
 * Published figures behind the demo city. Nanjing: entrapments a month per 100 elevators by district 1.1 to 1.7, and 1.45 for
 * elevators of 11 to 15 years, 0.68 for older ones after modification (Nanjing, one June, and 2015). Jinan 2020 Q4 (96333): of
 * 731 faults 484 were entrapments. Causes: Nanjing 2015.
 */
export const rates = {
  /** Entrapments a month for one elevator, by its age in years. */
  entrapments: (age: number): number => (age > 15 ? 0.0068 : age > 10 ? 0.0145 : 0.011),
  /** Faults of all kinds for each entrapment. */
  faultsPerEntrapment: 731 / 484,
  /** Shares in per cent of the causes that are told apart; the rest are single parts of the elevator. */
  causes: { external: 33.18, human: 22.48, door: 16.07, other: 28.27 },
}

/** What a notice says of each cause. */
export const causeWords: Record<keyof typeof rates.causes, readonly string[]> = {
  external: ['停电后恢复，全面检查', '底坑进水，排水烘干', '机房高温保护，加装通风'],
  human: ['装修垃圾卡住地坎，清理调整', '搬运撞变形层门，校正', '长时间挡门致门机保护，复位检查'],
  door: ['层门门锁触点损坏，更换', '光幕失效，更换', '门机皮带磨损，更换'],
  other: ['平层偏差，调整编码器', '按钮板接触不良，更换', '制动器间隙超差，调整', '随行电缆破损，更换'],
}

/** How the demo city differs from a perfect one; no figures are published for these, so they are chosen to show each case. */
export const lapses = {
  maintenanceOverdue: 0.05,
  inspectionOverdue: 0.03,
  testOverdue: 0.02,
  noVisitRecord: 0.01,
  noInspectionRecord: 0.015,
  noPolicy: 0.12,
  policyExpired: 0.08,
  noOfficer: 0.08,
  noBellCheck: 0.25,
  runningCosts: 0.2,
  location: 0.8,
}
