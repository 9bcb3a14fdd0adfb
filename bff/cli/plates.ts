import { parseArgs } from 'node:util'
import { formatCode } from '@tima/domain/code.ts'
import { bindPlate, revokePlate } from '../plate/succession.ts'
import { UsageError, type Command } from './command.ts'
import { blank, print, readCodeArgument } from './plates-print.ts'
import { withRecord } from './record.ts'

const usage = `Usage: npm run tima -- plates print --city <key> --out <folder | file.pdf | file.svg>
         [--building <key or words>] [--code <code>] [--format pdf|svg] [--sheet a4]
       npm run tima -- plates blank --city <key> --count <n> --out <…> [--format …] [--sheet a4]
       npm run tima -- plates blank --city <key> --batch <name> --out <…>
       npm run tima -- plates revoke <code> --reason "<why>" [--replace]
       npm run tima -- plates bind <blank code> <code the elevator has>

  print    the active plates of a city, of one building, or one plate
  blank    makes plates without an elevator and prints them; with --batch, prints those still blank again
  revoke   for good: who scans it is told why; --replace gives the elevator a new code
  bind     a blank plate becomes the plate of an elevator; the code it had is revoked
  --sheet  a4: six plates a page with crop marks (PDF only); else one plate a page of 85 × 85 mm
  --reason is read by whoever scans the plate: no names, no phone numbers

The host in the QR is TIMA_PUBLIC_URL; the tag is signed with the first of TIMA_PLATE_KEYS.`

const BOUND = '换了新牌 · replaced by a new plate'
const revoke = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { reason: { type: 'string' }, replace: { type: 'boolean', default: false } },
  })
  const [code, ...more] = positionals.map(readCodeArgument)
  if (code === undefined || more.length > 0) throw new UsageError('Say which plate to revoke.')
  const reason = values.reason?.trim() ?? ''
  if (reason === '' || reason.length > 200)
    throw new UsageError('Say with --reason why, in at most 200 letters; whoever scans the plate reads it.')
  const successor = await withRecord(({ rw }) => revokePlate(rw, code, reason, values.replace))
  console.log(
    successor === null
      ? `${formatCode(code)} is revoked.`
      : `${formatCode(code)} is revoked. Its elevator is ${formatCode(successor)} now; print and hang up that plate.`,
  )
  return 0
}

const bind = async (args: string[]): Promise<number> => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [code, elevatorCode, ...more] = positionals.map(readCodeArgument)
  if (code === undefined || elevatorCode === undefined || more.length > 0) {
    throw new UsageError('Say which blank plate, and a code its elevator has.')
  }
  const before = await withRecord(({ rw }) => bindPlate(rw, code, elevatorCode, BOUND))
  console.log(`${formatCode(code)} is the plate of the elevator that was ${formatCode(before)}.`)
  return 0
}

const actions: Record<string, (args: string[]) => Promise<number>> = { print, blank, revoke, bind }

const run = async ([name = '', ...args]: string[]): Promise<number> => {
  const action = actions[name]
  if (action === undefined) throw new UsageError(`Say what to do with plates: ${Object.keys(actions).join(', ')}.`)
  return await action(args)
}

export const command: Command = { usage, run }
