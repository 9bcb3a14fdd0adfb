import { chmodSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'

/**
 * Seconds of COPY of a CSV file into one table of text columns, committed: the least an import of it can cost. The server
 * reads the file itself, so its account is let into the file's own folder.
 */
export async function copySeconds(url: string, file: string): Promise<number> {
  chmodSync(dirname(file), 0o755)
  const names = readFileSync(file, 'utf8').split('\n', 1)[0]!.split(',')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`CREATE TABLE plain (${names.map((name) => `${name} text`).join(', ')})`)
    const started = performance.now()
    await client.query(`COPY plain FROM '${file.replaceAll("'", "''")}' WITH (FORMAT csv, HEADER true)`)
    const seconds = (performance.now() - started) / 1000
    await client.query('DROP TABLE plain')
    return seconds
  } finally {
    await client.end()
  }
}
