/**
 * A register of New York's shape (data.cityofnewyork.us, elevator devices of the Department of Buildings, October 2015): its
 * columns, its share of empty cells and its dirt, in numbers nobody has. Deterministic: the same rows in every run.
 */
const columns = [
  'device_number', 'bin', 'tax_block', 'tax_lot', 'house_number', 'street_name', 'zip_code', 'borough', 'device_type', 'lastper_insp_date',
  'approval_date', 'manufacturer', 'travel_distance', 'speed_fpm', 'capacity_lbs', 'car_buffer_type', 'governor_type', 'machine_type',
  'safety_type', 'mode_operation', 'floor_from', 'floor_to', 'latitude', 'longitude', 'elevators_per_building',
]

type Pick = (list: readonly string[]) => string

const boroughs = ['Manhattan', 'Manhattan', 'Manhattan', 'Brooklyn', 'Brooklyn', 'Bronx', 'Queens', 'Staten Island']
const types = [...Array<string>(36).fill('Passenger Elevator'), 'Escalator', 'Freight', 'Dumbwaiter', 'Sidewalk', 'Handicap Lift']
const streets = ['BROADWAY', 'PARK AVE', '5TH AVE', 'E 77TH ST', 'GR CONCOURSE', '3 AVENUE', 'WEST 10 STREET', 'OCEAN AVE', 'CENTRAL PARK SOUTH', 'AVENUE "D"']
const makers = [...Array<string>(30).fill(''), 'Maker One', 'Maker Two', 'Maker Three & Sons, Inc.', 'MRL', 'MISSING', 'A. B. Works']
const travels = ['60\'', '70', '65\'', '16\'4"', '56\' 6"', '9\'0', '24 FT', '120\'', '', '', '', '-----', 'EXIST', '7-Jun', '8\'', '102\'-3"', 'ABV']
const speeds = ['100.0', '350.0', '150.0', '200.0', '125.0', '700.0', '500.0', '', '50.0', '0.0', '9999.0']
const loads = ['2000.0', '2500.0', '1800.0', '3500.0', '3000.0', '', '500.0', '250000.0']
const from = ['B', '1', 'C', 'L', 'B,1', 'SC', '..B', 'LL;', '2-Jan', '', 'G', 'SB']
const to = ['6', '2', '5', '7', '12', 'PH', '', 'R', '10', '4-Mar', '(6']
const houses = ['-', ' - 10', 'A', '', '', '', '', '']

/** The lines of the file, the header first, as one text of `rows` + 1 lines. */
export function nycShaped(rows: number): string {
  let state = 0x2015
  const next = (): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32)
  const pick: Pick = (list) => list[Math.floor(next() * list.length)]!
  const lines = [columns.join(',')]
  let car = 0
  let building: string[] = []
  for (let n = 0; n < rows; n++) {
    if (car === 0) {
      building = buildingOf(n, next, pick)
      car = 1 + Math.floor(next() ** 2 * 4)
    }
    lines.push(line(n, building, next, pick).map(cell).join(','))
    car -= 1
  }
  return `${lines.join('\n')}\n`
}

/** bin, block, lot, house, street, zip, borough, latitude, longitude. */
function buildingOf(n: number, next: () => number, pick: Pick): string[] {
  const house = next() < 0.03 ? '15-Aug' : `${1 + Math.floor(next() * 400)}${pick(houses)}`
  return [
    String(1_000_000 + n * 7), String(Math.floor(next() * 9000)), String(Math.floor(next() * 90)), house, pick(streets),
    next() < 0.1 ? '' : String(10_001 + Math.floor(next() * 280)), pick(boroughs), String(40.5 + next() * 0.4), String(-74.2 + next() * 0.4),
  ]
}

function line(n: number, [bin, block, lot, house, street, zip, borough, latitude, longitude]: string[], next: () => number, pick: Pick): string[] {
  return [
    `${1 + (n % 5)}P${10_000 + n}`, bin!, block!, lot!, house!, street!, zip!, borough!, pick(types),
    next() < 0.03 ? '' : day(2013 + next() * 2.7), next() < 0.38 ? '' : day(1985 + next() * 30), pick(makers), pick(travels), pick(speeds), pick(loads),
    pick(['Spring', 'Oil', '']), pick(['C', 'C', 'F', '']), pick(['OG', 'OH', 'GL', 'BG', '']), pick(['I', 'F', '', 'G']), pick(['A', 'A', 'A', 'P', '']),
    pick(from), pick(to), latitude!, longitude!, '1',
  ]
}

const day = (year: number): string => new Date(Date.UTC(Math.floor(year), 0, 1 + Math.floor((year % 1) * 365))).toISOString().slice(0, 10)
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
