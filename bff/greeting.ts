import type { AddressInfo } from 'node:net'
import QRCode from 'qrcode'
import type { Config } from './config.ts'
import type { Pools } from './database/pool.ts'
import { parsePlateKeys, plateLink, plateTag } from './plate/tag.ts'

/** Says where the service is, shows one plate to scan and names the next steps. */
export async function greet(config: Config, pools: Pools, address: AddressInfo | string | null): Promise<void> {
  const port = typeof address === 'object' && address ? address.port : config.port
  const { rows } = await pools.ro.query<{ code: string; place: string; title: string }>(
    "SELECT code, place, title FROM listing ORDER BY (search LIKE '%310427%') DESC, code LIMIT 1",
  )
  const lines = ['', `Tima 梯码 is at http://localhost:${port}`]
  const elevator = rows[0]
  if (elevator) {
    const link = plateLink(config.publicUrl, elevator.code, plateTag(elevator.code, parsePlateKeys(config.plateKeys)[0]))
    lines.push('', `One elevator to look at: ${elevator.place} ${elevator.title}`, link, '', await QRCode.toString(link, { type: 'utf8' }))
    if (/\/\/(localhost|127\.)/.test(link)) lines.push('For a phone on the same network, start with TIMA_PUBLIC_URL=http://<this machine>:' + port)
  }
  lines.push(
    'Next:',
    '  npm run tima -- import <file.csv> --mapping mappings/<mapping>.json   loads real elevators',
    '  npm run tima -- plates print --city <key> --out plates.pdf            makes plates to print',
    `  Ctrl-C stops the service${config.databaseUrl ? '' : ' and its database'}`,
    '',
  )
  console.log(lines.join('\n'))
}
