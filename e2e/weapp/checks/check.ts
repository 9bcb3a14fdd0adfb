import fs from 'node:fs'
import path from 'node:path'

/** Looks at a built mini program. @returns one sentence for everything wrong, nothing when all is well */
export type Check = (dist: string) => string[] | Promise<string[]>

/** Files of a build with this extension, relative to it. */
export const filesOf = (dist: string, extension: string): string[] =>
  fs
    .globSync(`**/*.${extension}`, { cwd: dist })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()

export const textOf = (dist: string, file: string): string => fs.readFileSync(path.join(dist, file), 'utf8')
