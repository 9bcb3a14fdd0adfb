import { readCode } from '@tima/domain/code.ts'
import type pg from 'pg'
import { verifyTag, type PlateKey } from '../plate/tag.ts'
import { Refusal } from '../plugins/problems.ts'
import { activeCode, findPlate } from './elevator.repository.ts'

/**
 * Finds the elevator behind `code` or `code.tag`. A code without a tag was typed by hand and is as good as a scan to
 * look; a wrong tag is a forged plate. Throws Refusal code-mistyped, plate-forged, code-unknown, plate-blank, plate-revoked.
 */
export async function findEntry(db: pg.Pool, keys: PlateKey[], entry: string): Promise<{ code: string; elevatorId: string }> {
  const { code, tag } = readEntry(entry)
  if (tag !== null && !verifyTag(code, tag, keys)) throw new Refusal('plate-forged')
  const plate = await findPlate(db, code)
  if (!plate) throw new Refusal('code-unknown')
  if (plate.status === 'blank') throw new Refusal('plate-blank')
  if (plate.status === 'revoked' || !plate.elevator_id) {
    const successor = plate.elevator_id ? await activeCode(db, plate.elevator_id) : plate.successor
    throw new Refusal('plate-revoked', { reason: plate.reason ?? '', successor })
  }
  return { code, elevatorId: plate.elevator_id }
}

function readEntry(entry: string): { code: string; tag: string | null } {
  const dot = entry.indexOf('.')
  const read = readCode(dot < 0 ? entry : entry.slice(0, dot))
  if (!read.ok) throw new Refusal('code-mistyped', { position: read.suspect === null ? null : read.suspect + 1 })
  return { code: read.code, tag: dot < 0 ? null : entry.slice(dot + 1) }
}
