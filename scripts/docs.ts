import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruiseHouse, projectRoot } from '../e2e/house/cruise.ts'
import { drawHouse } from '../e2e/house/picture.ts'

/** Draws the house into docs/architecture.md. */
const file = join(projectRoot, 'docs', 'architecture.md')
const picture = drawHouse(await cruiseHouse())
const page = readFileSync(file, 'utf8')
writeFileSync(file, page.replace(/```mermaid\n[^]*?```/, () => '```mermaid\n' + picture + '\n```'))
