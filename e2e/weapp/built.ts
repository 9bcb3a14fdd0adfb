import fs from 'node:fs'
import path from 'node:path'

/** The build under test: `npm run build:weapp` makes it. */
export const dist = path.resolve(import.meta.dirname, '../..', process.env.TIMA_DIST ?? 'dist', 'weapp')

if (!fs.existsSync(path.join(dist, 'app.json'))) throw new Error(`${dist} is not built: npm run build:weapp`)
