import type { Said, Words } from './zh.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = (m: number) => months[m - 1] ?? ''
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const upTo = (until: string | null) => (until ? `; next by ${until}` : '')
const count = (n: number) => n.toLocaleString('en-US')
const overdue = (what: string, r: Said) => `${what} overdue${r.on ? `, was due by ${r.on}` : ''}`

export const en: Words = {
  name: 'Tima',
  demo: 'Demo city: no elevator, firm or number here is real',
  seals: { registry: 'R', inspection: 'I', maintenance: 'M', property: 'P', insurer: 'U', device: 'D', resident: 'N', rule: 'C' },
  parties: {
    registry: 'the register', inspection: 'the inspection body', maintenance: 'the maintenance firm', property: 'the property (use unit)',
    insurer: 'the insurer', device: 'a device on the elevator', resident: 'residents', rule: 'worked out by rule',
  },

  short: { registry: 'register', inspection: 'inspector', maintenance: 'maintenance', property: 'property', insurer: 'insurer', device: 'device', resident: 'residents', rule: 'rule' },

  when: {
    day: (y, m, d, thisYear) => (thisYear ? `${d} ${month(m)}` : `${d} ${month(m)} ${y}`),
    month: (y, m) => `${month(m)} ${y}`,
    year: (y) => `${y}`,
    short: (y, m, d, thisYear) => (thisYear ? `${Number(d)} ${month(Number(m))}` : `${Number(d)} ${month(Number(m))} ${y}`),
    at: (day, time) => `${day} ${time}`,
    gap: ', ',
    week: (day) => ` (${days[new Date(`${day}T00:00:00Z`).getUTCDay()]})`,
    near: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
    ago: (n) => (n === 0 ? 'today' : n === 1 ? 'yesterday' : `${n} days ago`),
    by: (day) => `by ${day}`,
  },
  join: ' · ',
  comma: ', ',
  list: ', ',

  who: {
    code: 'Code', codeNote: 'Printed under the plate’s pattern, for typing', rescueCode: 'Rescue code', notThis: 'Not this one?', otherCars: 'Which one are you at?',
    noOthers: 'No other elevator is recorded here. The plate may be on the wrong car; please tell the property',
    swapped: 'None of these? The plate may be on the wrong car. Please call the property',
    loading: 'Looking for the other cars here', failed: 'Couldn’t get the other cars. Try again in a moment',
    car: (car) => (/^\d{1,3}$/.test(car) ? `Car ${car}` : car),
    unnamed: 'This elevator',
  },

  ride: {
    words: { fit: 'Fit to ride', care: 'Take care', serviced: 'Being serviced', stopped: 'Out of use', rescue: 'Rescue under way', unknown: 'Not known' },
    basis: (when) => `On record · ${when}`,
    rescue: 'Don’t use it: people are being helped out',
    unknown: 'Records are missing. That isn’t the same as safe',
    span: (on, until) => [on ? `Since ${on}` : '', until ? `expected back ${until}` : 'no end given yet'].filter(Boolean).join(', '),
    serviced: (until) => (until ? `Expected done ${until}` : 'Someone is at work on it'),
    more: (n) => `${n} more`,
    fold: 'Show less',
    examined: (next, month) => `Inspection and test in date; ${next.toLowerCase()} ${month}`,
    reasons: {
      'rescue-under-way': (r) => `Rescue under way${r.on ? ` since ${r.on}` : ''}; don’t use it`,
      sealed: (r) => `Sealed by ${r.organization ?? 'the authority'}${r.text ? `: ${r.text}` : ''}`,
      stopped: (r) => `${r.text ?? 'Stopped'}${r.organization ? ` (${r.organization})` : ''}`,
      'registered-out-of-use': (r) => `Registered as out of use${r.on ? ` (${r.on})` : ''}`,
      'inspection-failed': (r) => `Failed inspection${r.on ? ` on ${r.on}` : ''}; must not be used`,
      'test-failed': (r) => `Failed its test${r.on ? ` on ${r.on}` : ''}; repairs are due`,
      'visit-open': (r) => `Service not finished yet${r.on ? `, began ${r.on}` : ''}${r.organization ? ` (${r.organization})` : ''}`,
      'planned-stop-on': (r) => `Planned stop${r.text ? `: ${r.text}` : ''}`,
      'inspection-overdue': (r) => overdue('Inspection', r),
      'test-overdue': (r) => overdue('Test', r),
      'maintenance-overdue': (r) => overdue('Service', r),
      'safety-report-open': () => 'A safety report is still open',
      'no-rule-set': () => 'This city’s inspection rules aren’t loaded, so we don’t judge',
      'no-inspection-base': () => 'No date of the first inspection; the register should supply it',
      'no-inspection-record': (r) => `No inspection on record${r.on ? `, was due by ${r.on}` : ''}`,
      'no-inspection-conclusion': (r) => `The inspection${r.on ? ` of ${r.on}` : ''} gives no result; the inspection body should add it`,
      'no-test-record': (r) => `No test on record${r.on ? `, was due by ${r.on}` : ''}`,
      'no-test-conclusion': (r) => `The test${r.on ? ` of ${r.on}` : ''} gives no result; the tester should add it`,
      'no-visit-record': () => 'No service on record; the maintenance firm should supply it',
      'no-use-status': () => 'No registration status; the register should supply it',
      'inspection-in-date': (r) => `Inspection passed${upTo(r.until)}`,
      'test-in-date': (r) => `Test met the rules${upTo(r.until)}`,
      'maintenance-in-date': (r) => `Serviced ${r.ago ?? 'in time'}${upTo(r.until)}`,
      'no-safety-report': () => 'No open safety reports',
    },
    goTo: (name) => `Use ${name}`, see: 'See that one',
    noOther: 'No other car here is fit to ride. If someone can’t walk or must be carried, ask the property to come along',
  },

  act: {
    trapped: 'I’m trapped inside', trappedSub: (hotline) => `Calls ${hotline}, then shows what to say`, trappedNoHotline: 'Who to call, what to say, what to do',
    trappedShort: 'Call for help now', help: 'Help',
    report: 'Report', reportSub: 'By phone for now', reportElder: 'It’s broken; I want to report it',
    call: 'Call', callSub: 'Property, 24 h', callElder: 'Call the property', callNone: 'No property number', phone: 'Call',
    dock: 'Help, report and call',
  },
  report: {
    title: 'Report',
    honest: 'Online reporting isn’t open yet. For now, calling the property is the fastest way',
    say: (place) => `Say: ${place}`,
    trappedFirst: 'Someone trapped or hurt? Press “I’m trapped inside” first',
  },
  phone: {
    property: 'Call the property (24 h)', hotline: 'Call the rescue line', maintenance: 'Call the maintenance firm (24 h)', call: (number) => `Call ${number}`,
    emergency: { '110': 'Police', '119': 'Fire and rescue' },
    noProperty: 'There’s no property number. The property should register one that answers day and night',
    verified: (day) => `Answered when checked on ${day}`,
    unverified: 'Nobody has checked that it answers',
  },

  notice: {
    title: (start, end) => `Stopped ${start}${end ? `–${end}` : ' on'}`,
  },

  sections: {
    service: 'Service and inspection', insurance: 'Insurance and costs', certificates: 'Certificates and codes', people: 'Who is responsible', parameters: 'Data and age', place: 'Place', timeline: 'History',
  },
  fields: {
    district: 'District', estate: 'Estate', address: 'Address', building: 'Building', car: 'Car', carMark: 'Mark in the car', ownNumber: 'In-house no.',
    rescueCode: 'Rescue code', registrationCode: 'Registration', deviceCode: 'Device code', useCertificate: 'Use certificate', sourceNumber: 'Register no.',
    category: 'Category', categoryText: 'Registered as', useStatus: 'Status', manufacturer: 'Made by', model: 'Model', factoryNumber: 'Serial no.',
    manufacturedOn: 'Made', installer: 'Installed by', installedOn: 'In use since', inspectionBase: 'Counted from', designLifeYears: 'Design life',
    addedToBuilding: 'Added later', onDemandMaintenance: 'On demand', driveMode: 'Drive', ratedLoadKg: 'Rated load', ratedPersons: 'Persons',
    ratedSpeed: 'Speed', travelM: 'Travel', floors: 'Floors', inclination: 'Inclination', stepWidthMm: 'Step width', motorKw: 'Motor',
    location: 'Position', carBell: 'Alarm bell', runningCosts: 'Running costs', useUnit: 'Property', maintenanceUnit: 'Maintenance', safetyOfficer: 'Safety officer',
    lastVisit: 'Last service', lastInspection: 'Inspection', lastTest: 'Test', policy: 'Insurance', nextVisit: 'Next service', nextInspection: 'Next inspection', nextTest: 'Next test',
  },
  about: {
    district: 'The district it stands in.', estate: 'The estate, mall or site it stands in.', address: 'The street address; say it on the phone.', building: 'Block and unit.',
    car: 'Tells the cars of one building apart.', carMark: 'One sign in the car that helps you recognise it.', ownNumber: 'The property’s own number for it.',
    rescueCode: 'Six digits to read to the rescue centre when trapped; they tell where you are.', registrationCode: 'The 20-digit number given at registration; unique in the country.',
    deviceCode: 'A number from the factory: who made it and when.', useCertificate: 'An elevator may only be used with this.', sourceNumber: 'Its number in the original register.',
    category: 'The kind of elevator in the national list.', categoryText: 'The words of the original register.', useStatus: 'What the register says: in use, out of use or scrapped.',
    manufacturer: 'Who built it.', model: 'The maker’s model.', factoryNumber: 'The maker’s number for this one.', manufacturedOn: 'When it left the factory.',
    installer: 'Who put it in.', installedOn: 'When it went into use.', inspectionBase: 'The day the installation passed. Which years need an inspection or a test is counted from here.',
    designLifeYears: 'How long it was designed to last. Reaching it calls for an assessment; it needn’t stop.', addedToBuilding: 'Whether it was added to an old building later.',
    onDemandMaintenance: 'Serviced as its contract says, not always every 15 days.', driveMode: 'What lifts the car.', ratedLoadKg: 'The most it may carry.',
    ratedPersons: 'How many people it may carry.', ratedSpeed: 'How fast it runs.', travelM: 'From its lowest to its highest point.', floors: 'Floors served, and doors.',
    inclination: 'How steep the escalator is.', stepWidthMm: 'How wide a step is.', motorKw: 'How strong the motor is.', location: 'A point on the map that leads rescuers to you.',
    carBell: 'Whether someone answers the alarm bell. When trapped, press it first.', runningCosts: 'Power, service and repairs; the property should publish them every year.',
    useUnit: 'Answers for this elevator’s safety; mostly the property.', maintenanceUnit: 'The firm that services it, repairs it, and comes when someone is trapped.',
    safetyOfficer: 'The person the property named to check this elevator every day. Only the family name is shown.', lastVisit: 'What the maintenance firm did last. A scan doesn’t prove someone was there; the property’s word adds to it.',
    lastInspection: 'The inspection body checks it; only a pass lets it run on.', lastTest: 'In years without an inspection it’s tested once.', policy: 'The insurer pays if something happens.',
    nextVisit: 'Worked out from the longest time allowed between two services. It’s not an appointment.', nextInspection: 'Due in years 1, 4, 7, 9, 11, 13 and 15, then every year, counted from the first pass.',
    nextTest: 'Due in every year without an inspection, counted from the first pass.',
  },

  fact: {
    agreed: (name, by) => `${name} · ${by} agrees`, checked: (name, day) => `${name} · checked ${day}`,
    rule: 'Worked out by rule', noRules: 'No rules for this city', noBase: 'No date to count from', byContract: 'As the contract says', outOfUse: 'None while out of use', stale: (n) => `not updated for ${count(n)} days`, contradicting: 'Accounts differ', missing: 'No record', notPublished: 'Not published yet',
    supplier: (party) => `Should come from ${party}`, missingList: 'No record of these',
    source: 'Who says so', asOf: 'As of', verifiedBy: 'Checked by', nobody: 'Nobody yet',
    oneSays: 'Outlined seal: one party says so.', twoSay: 'Solid seal: two parties agree, or an authority checked it.', ruled: 'Seal C: worked out by rule, not stated by anyone.',
    staleMeans: 'It hasn’t been updated for long and may no longer hold.', missingMeans: 'Nobody has filled it in. No record isn’t the same as no problem.',
    contradictingMeans: 'The accounts differ. We show them all and don’t choose for you.', wrong: 'Something wrong? Call the property',
    close: 'Close',
  },
  values: {
    visit: { 'half-month': '15-day service', quarter: 'quarterly service', 'half-year': 'half-yearly service', year: 'yearly service', 'on-demand': 'on-demand service' },
    conclusion: {
      passed: 'Passed', failed: 'Failed', 'passed-on-reinspection': 'Passed on re-inspection', 'failed-on-reinspection': 'Failed on re-inspection', meets: 'Meets the rules', 'does-not-meet': 'Doesn’t meet the rules',
    },
    noConclusion: 'No result given',
    useStatus: { 'in-use': 'In use', 'out-of-use': 'Out of use', scrapped: 'Scrapped' },
    carBell: { works: 'Works', 'no-answer': 'Nobody answers', broken: 'Broken' },
    category: {
      '3110': 'Passenger lift (traction)', '3120': 'Goods lift (traction)', '3130': 'Goods lift (positive drive)', '3210': 'Passenger lift (hydraulic)', '3220': 'Goods lift (hydraulic)',
      '3310': 'Escalator', '3320': 'Moving walk', '3410': 'Explosion-proof lift', '3420': 'Firefighters lift', '3430': 'Dumbwaiter',
    },
    yes: 'Yes', no: 'No', years: (n) => `${n} years`, people: (n) => `${n}`, degrees: (n) => `${n}°`,
    kilograms: (n) => `${count(n)} kg (${count(Math.round(n / 0.45359237))} lb)`, speed: (n) => `${n} m/s (${count(Math.round(n / 0.00508))} ft/min)`,
    metres: (n) => `${n} m (${count(Math.round(n / 0.3048))} ft)`, millimetres: (n) => `${count(n)} mm`, kilowatts: (n) => `${n} kW`,
    floors: (text) => text,
    by: (day) => `By ${day}`, until: (day) => `Valid until ${day}`, ended: (day) => `Ended ${day}`,
    reportNo: (no) => `Report ${no}`, policyNo: (no) => `Policy ${no}`, licence: (no) => `Licence ${no}`,
    limit: (yuan) => `up to CNY ${count(yuan)}`, items: (n) => `${n} items`, minutes: (n) => `${n} min on site`, workers: (names) => `by ${names}`,
    age: 'Age', ageYears: (n) => (n < 1 ? 'Under 1 year' : n === 1 ? '1 year' : `${n} years`), ageFrom: (day) => `counted from ${day}`,
  },

  timeline: {
    types: {
      supervision: 'Installation inspection', inspection: 'Inspection', test: 'Test', policy: 'Insured', daily: 'Daily check', weekly: 'Weekly check', monthly: 'Monthly review',
      sealed: 'Sealed', stopped: 'Stopped', planned: 'Planned stop',
    },
    results: { 'no-risk': 'nothing found', 'danger-handled': 'danger found and handled', 'danger-open': 'danger found, still open' },
    corrected: 'the first record is kept', confirmed: (by) => `${by} agrees`, until: (day) => `until ${day}`, expected: (when) => `expected back ${when}`, ended: (when) => `back ${when}`,
    correction: (fields) => `Corrected: ${fields}`, change: (from, to) => `${from} → ${to}`, nothing: '(none)', andMore: (n) => ` and ${n} more`,
    empty: 'Nothing recorded yet. Services, inspections and stops will stand here', more: 'Show earlier', loading: 'Getting it', failed: 'Couldn’t get it. Try again',
  },

  home: {
    title: 'Scan the code in the elevator', lead: 'See whether it’s in order, and who to call', scan: 'Scan', scanHint: 'Your phone’s camera opens it too: point it at the code',
    scanFailed: 'No code read. You can type the letters below it', typed: 'Type a code or an address', placeholder: 'e.g. 7K3M Q9TX 4D', go: 'Find', searching: 'Searching',
    results: 'Found', none: 'Nothing found. Try it another way, such as just the street and number', more: 'Show more', failed: 'Couldn’t search; the network may be down. Press Find again',
    tooShort: 'Write at least two letters', seen: 'Seen before', seenAt: (when) => `Seen ${when}`, seenNone: 'None yet. What you scan is kept here, readable without a network',
    settings: 'Settings',
  },
  settings: {
    size: 'Text size', sizes: { normal: 'Standard', elder: 'Large', largest: 'Largest' }, theme: 'Appearance', themes: { system: 'As the phone', light: 'Light', dark: 'Dark' },
    language: '语言 Language', languages: { 'zh-CN': '中文', en: 'English' }, back: 'Standard',
  },

  strip: {
    offline: (when) => `No network. This is the record of ${when}`, updating: (when) => `As you last saw it (${when}); updating`,
    trouble: (when) => `Trouble on our side. This is the record of ${when}`, retry: 'Try again',
  },
  loading: 'Getting this elevator’s record',
  trouble: {
    offline: { title: 'No network', what: 'The phone is offline and hasn’t seen this elevator before, so there’s no record to show.', next: 'Calls still work. Try again once you’re online.' },
    timeout: { title: 'The network is too slow', what: 'We waited and got no record.', next: 'Calls still work. Try again from another spot.' },
    server: { title: 'Trouble on our side', what: 'It’s not your phone, and not the elevator.', next: 'Try again in a minute. If it’s urgent, call.' },
    busy: { title: 'A little too fast', what: 'Too many questions in a short time.', next: 'Try again in a minute. Calls always work.' },
    alias: { title: 'Looking for this elevator', what: 'This isn’t a plate code; it may be another of its numbers.', next: 'This is what it leads to.' },
    foreign: (host) => ({ title: 'Not one of this city’s codes', what: `The code says ${host}, which isn’t ours. We didn’t open it.`, next: 'Check that you scanned the plate in the elevator. If unsure, call.' }),
    empty: { title: 'No code yet', what: 'An elevator’s code is needed here.', next: 'Scan the plate in the elevator, or type its code.' },
  },
  problems: {
    'code-mistyped': { title: 'This code isn’t right', what: 'One sign may have been misread or mistyped.', next: 'Look at the plate again and retype it.' },
    'plate-forged': { title: 'We didn’t print this code', what: 'It’s a fake; don’t trust the numbers and links on it.', next: 'Please tell the property to take it down.' },
    'code-unknown': { title: 'No such elevator', what: 'The code is well formed, but nothing is registered under it.', next: 'Check that it’s the right plate. If unsure, call.' },
    'plate-blank': { title: 'This plate isn’t on an elevator yet', what: 'It’s real, but not bound to any elevator.', next: 'The property or the maintenance firm binds it when they mount it.' },
    'plate-revoked': { title: 'This plate is out of use', what: 'It no longer stands for this elevator.', next: 'Please tell the property, so that it’s replaced.' },
    'input-invalid': { title: 'Something isn’t right', what: 'We couldn’t read part of it.', next: 'Change it and try again.' },
    'key-missing': { title: 'A key is needed', what: 'This needs a key.', next: 'Ask whoever runs it for one.' },
    'key-refused': { title: 'The key isn’t valid', what: 'It doesn’t open this, or has been revoked.', next: 'Ask whoever runs it for another.' },
    'field-refused': { title: 'Not yours to state', what: 'This key may not state that field.', next: 'Leave it to whoever is responsible.' },
    'not-found': { title: 'No such page', what: 'The address may be wrong.', next: 'Go home and scan again.' },
    'body-too-large': { title: 'Too much at once', what: 'It’s larger than we take.', next: 'Send it in parts.' },
    'media-refused': { title: 'Wrong format', what: 'We don’t take this format.', next: 'Send it in another.' },
    'too-many-requests': { title: 'A little too fast', what: 'Too many questions in a short time.', next: 'Try again in a minute. Calls always work.' },
    'server-trouble': { title: 'Trouble on our side', what: 'It’s not your phone, and not the elevator.', next: 'Try again in a minute. If it’s urgent, call.' },
    'database-away': { title: 'Trouble on our side', what: 'The record can’t be reached just now.', next: 'Try again in a minute. If it’s urgent, call.' },
  },
  status: {
    asRead: 'We read', check: (symbol, nth) => `Check sign ${nth}, “${symbol}”`, again: 'Type it again', home: 'Home',
    reason: (text) => `Reason: ${text}`, successor: 'Open the new code', numbers: 'If it’s urgent, call',
  },

  card: {
    title: 'Trapped inside', hotline: 'Call the rescue line', read: 'When they answer, read these six digits', readCode: 'When they answer, read this code', noHotline: 'No rescue line is registered. Call the property first', noHotlineOr: 'No rescue line is registered; call this',
    steps: ['No signal: press the alarm bell, knock and shout.', 'Stay away from the door and sit down. The car has many safeguards; it won’t easily fall.', 'Don’t force the door and don’t climb out.'],
    others: (hotline, numbers) => `If ${hotline} doesn’t answer, call ${numbers}`, or: ' or ', alsoCall: 'If nobody answers, call', toElevator: 'See this elevator’s record',
  },
}
