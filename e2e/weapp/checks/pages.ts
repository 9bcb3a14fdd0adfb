import fs from 'node:fs'
import path from 'node:path'
import { pagesOf, readJson } from '../host/build.ts'
import { filesOf, type Check } from './check.ts'

/** app.json and the files agree: every page has its files, and no page lies there that nobody can reach. */
export const pages: Check = (dist) => {
  const listed = pagesOf(dist)
  const lacking = listed
    .flatMap((page) => ['js', 'json', 'wxml'].map((extension) => `${page}.${extension}`))
    .filter((file) => !fs.existsSync(path.join(dist, file)))
  const forgotten = filesOf(dist, 'wxml')
    .map((file) => file.replace(/\.wxml$/, ''))
    .filter(
      (file) => fs.existsSync(path.join(dist, `${file}.js`)) && !listed.includes(file) && !isComponent(dist, file),
    )
  return [
    ...lacking.map((file) => `${file} of app.json is not there`),
    ...forgotten.map((file) => `${file} is no page of app.json`),
  ]
}

const isComponent = (dist: string, file: string) =>
  fs.existsSync(path.join(dist, `${file}.json`)) &&
  readJson<{ component?: boolean }>(dist, `${file}.json`).component === true
