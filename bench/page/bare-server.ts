import { createServer } from 'node:http'
import { openPools } from '../../bff/database/pool.ts'
import { findPlate, readPage } from '../../bff/elevator/elevator.repository.ts'

/**
 * The least a page can cost: Node's own server, the same two named statements on a pool of the same size, the text that
 * PostgreSQL wrote sent as it is. No rules, cache, limits, log or metrics. /kept answers the bytes at the address KEPT_FROM.
 */
const { ro } = openPools(process.env.DATABASE_URL!, process.env.DATABASE_URL!)
const kept = Buffer.from(await (await fetch(process.env.KEPT_FROM!)).arrayBuffer())
const type = 'application/json; charset=utf-8'

createServer(async (request, response) => {
  const path = request.url!
  if (path === '/kept') return response.writeHead(200, { 'content-type': type, 'content-length': kept.length }).end(kept)
  const code = path.slice(path.lastIndexOf('/') + 1)
  const plate = await findPlate(ro, code)
  const row = plate?.elevator_id ? await readPage(ro, plate.elevator_id, new Date(), 8) : null
  if (!row) return response.writeHead(404).end()
  const body = Buffer.from(row.body)
  response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
