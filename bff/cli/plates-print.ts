import { parseArgs } from 'node:util'
import type { City } from '@tima/contract/city.ts'
import { formatCode, readCode } from '@tima/domain/code.ts'
import { readCities } from '../city/cities.ts'
import { readConfig, type Config } from '../config.ts'
import { batchName, makeBlankPlates } from '../plate/blank.ts'
import { blankPlate, blankPlates, cityPlates, type LinkOf } from '../plate/city-plates.ts'
import { printPlates, type Format } from '../plate/files.ts'
import { readPlate } from '../plate/plate.repository.ts'
import type { Plate } from '../plate/shape.ts'
import type { Sheet } from '../plate/sheet.ts'
import { parsePlateKeys, plateLink, plateTag } from '../plate/tag.ts'
import { UsageError } from './command.ts'
import { withRecord } from './record.ts'

const MOST_BLANK = 99_999
const OFTEN = 100

/** A code as a person writes it. Throws UsageError for anything else. */
export const readCodeArgument = (text: string): string => {
  const reading = readCode(text)
  if (!reading.ok)
    throw new UsageError(`"${text}" is not a plate code: ten letters and figures, two of them for checking.`)
  return reading.code
}

const printOptions = {
  city: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  sheet: { type: 'string' },
} as const
type PrintValues = { city?: string; out?: string; format?: string; sheet?: string }

type Job = { city: City; out: string; format: Format; sheet: Sheet; linkOf: LinkOf }

const readJob = (values: PrintValues, config: Config): Job => {
  const cities = readCities(config.citiesDir)
  const city = cities.get(values.city ?? '')
  if (city === undefined) throw new UsageError(`Say with --city which city: ${[...cities.keys()].join(', ')}.`)
  const { out } = values
  if (!out) throw new UsageError('Say with --out where the plates go: a folder, or a file ending in .pdf or .svg.')
  const [, ending] = /\.(pdf|svg)$/i.exec(out) ?? []
  const format = values.format ?? ending?.toLowerCase() ?? 'pdf'
  if (format !== 'pdf' && format !== 'svg') throw new UsageError('--format is pdf or svg.')
  if (ending !== undefined && ending.toLowerCase() !== format)
    throw new UsageError(`--format ${format} does not go into ${out}.`)
  if (values.sheet !== undefined && values.sheet !== 'a4')
    throw new UsageError('--sheet is a4, or left out for one plate a page.')
  if (values.sheet === 'a4' && format === 'svg') throw new UsageError('--sheet a4 is for PDF; an SVG is one plate.')
  const [key] = parsePlateKeys(config.plateKeys)
  if (/\/\/(localhost|127\.|\[::1\])/.test(config.publicUrl)) {
    console.error(
      `These plates lead to ${config.publicUrl}, which no phone can open: set TIMA_PUBLIC_URL to print real ones.`,
    )
  }
  return {
    city,
    out,
    format,
    sheet: values.sheet ?? 'plate',
    linkOf: (code) => plateLink(config.publicUrl, code, plateTag(code, key)),
  }
}

/**
 * Prints with a count on a terminal, then says what the plates lack. Exit code 0: all printed; 3: some were not; 1:
 * none.
 */
const runJob = async (job: Job, plates: AsyncIterable<Plate>, nothing: string): Promise<number> => {
  let [withoutRescueCode, withoutProperty] = [0, 0]
  const started = performance.now()
  let [count, shown] = [0, started]
  const printed = await printPlates(plates, { ...job, title: `Tima ${job.city.names.en}` }, (plate) => {
    count++
    const bound = plate.title !== null
    if (bound && plate.rescueCode === null) withoutRescueCode++
    if (bound && plate.propertyNumber === null) withoutProperty++
    if (!process.stderr.isTTY || performance.now() - shown < OFTEN) return
    shown = performance.now()
    process.stderr.write(`\r\x1b[K${count} plates, ${Math.round((count * 1000) / (shown - started))} a second`)
  })
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  for (const { code, why } of printed.refused) console.error(`${formatCode(code)} was not printed: ${why}`)
  if (printed.written === 0) {
    console.error(printed.refused.length > 0 ? 'No plate was printed.' : nothing)
    return 1
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const [file, ...more] = printed.files
  const where = more.length === 0 ? file : `${more.length + 1} files in ${job.out}`
  console.log(`${printed.written} plates in ${seconds} s: ${where}`)
  if (withoutRescueCode > 0)
    console.log(`  ${withoutRescueCode} without a rescue code: trapped people read out the plate's own code`)
  if (withoutProperty > 0)
    console.log(`  ${withoutProperty} without the property's number: they have a line to write it on`)
  return printed.refused.length > 0 ? 3 : 0
}

async function* one(plate: Plate): AsyncGenerator<Plate> {
  yield plate
}

/** Prints the active plates of a city. */
export const print = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({
    args,
    options: { ...printOptions, building: { type: 'string' }, code: { type: 'string' } },
  })
  const job = readJob(values, readConfig(process.env))
  const code = values.code === undefined ? null : readCodeArgument(values.code)
  return await withRecord(async ({ rw }) => {
    if (code !== null) {
      const plate = await readPlate(rw, code)
      if (plate === null) throw new Error(`${formatCode(code)}: no such plate was ever made`)
      if (plate.status === 'revoked') throw new Error(`${formatCode(code)} was revoked: ${plate.reason}`)
      if (plate.status === 'blank')
        return await runJob(job, one(blankPlate(job.city, { code, serial: plate.serial }, job.linkOf)), '')
    }
    const plates = cityPlates(rw, job.city, { building: values.building ?? null, code }, job.linkOf)
    return await runJob(job, plates, `${job.city.names.en} has no active plate that fits.`)
  })
}

/** Makes blank plates and prints them, or prints a batch again. */
export const blank = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({
    args,
    options: { ...printOptions, count: { type: 'string' }, batch: { type: 'string' } },
  })
  const job = readJob(values, readConfig(process.env))
  const count = values.batch === undefined ? Number(values.count) : 0
  if (values.batch === undefined && !(Number.isInteger(count) && count >= 1 && count <= MOST_BLANK)) {
    throw new UsageError(`Say with --count how many, 1 to ${MOST_BLANK}, or with --batch which to print again.`)
  }
  return await withRecord(async ({ rw }) => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: job.city.timeZone }).format(new Date())
    const batch = values.batch ?? batchName(today)
    if (count > 0) {
      await makeBlankPlates(rw, batch, count, () => {})
      console.log(`${count} blank plates, batch ${batch}, are in the pool; to print them again: --batch ${batch}`)
    }
    return await runJob(job, blankPlates(rw, job.city, batch, job.linkOf), `No plate of batch ${batch} is blank.`)
  })
}
