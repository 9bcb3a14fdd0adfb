import fs from 'node:fs'
import path from 'node:path'

/** The build under test: `npm run build:weapp` makes it. */
export const dist = path.join(import.meta.dirname, '../../dist/weapp')

if (!fs.existsSync(path.join(dist, 'app.json'))) throw new Error('dist/weapp is not built: npm run build:weapp')
