import { randomBytes } from 'node:crypto'
import { randomCode } from '@tima/domain/code.ts'
import type pg from 'pg'

/** Eight or more bytes a code is made of; `attempt` counts up when the code before was taken. */
export type CodeBytes = (ref: string, attempt: number) => Uint8Array
export const randomCodes: CodeBytes = () => randomBytes(8)

/** An active plate with its own code for each new elevator. Sets `code` on each; codes that are taken are drawn again. */
export async function insertPlates(db: pg.ClientBase, elevators: { id: string; ref: string; code: string }[], bytes: CodeBytes): Promise<void> {
  let left = elevators
  for (let attempt = 0; left.length; attempt++) {
    if (attempt === 20) throw new Error('no free plate code was found in 20 draws')
    const drawn = new Map<string, (typeof left)[number]>()
    for (const elevator of left) drawn.set(randomCode(bytes(elevator.ref, attempt)), elevator)
    const { rows } = await db.query<{ code: string }>({
      name: 'import-plate',
      text: `INSERT INTO plate (code, status, elevator_id, serial)
        SELECT code, 'active', elevator_id, serial FROM unnest($1::text[], $2::uuid[], $3::text[]) AS p (code, elevator_id, serial)
        ON CONFLICT (code) DO NOTHING RETURNING code`,
      values: [[...drawn.keys()], [...drawn.values()].map(({ id }) => id), [...drawn.keys()].map((code) => code.slice(0, 8))],
    })
    for (const { code } of rows) drawn.get(code)!.code = code
    left = left.filter(({ code }) => !code)
  }
}
