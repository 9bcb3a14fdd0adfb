import fs from 'node:fs'
import path from 'node:path'

export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  entryPagePath?: string
  darkmode?: boolean
  lazyCodeLoading?: string
  tabBar?: { list: { pagePath: string }[] }
}

export const readJson = <T>(root: string, file: string): T =>
  JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as T

/** The packages of a build: the main one has the root ''. Pages are full paths without a leading slash. */
export function packagesOf(root: string): { root: string; pages: string[] }[] {
  const app = readJson<AppJson>(root, 'app.json')
  const subs = (app.subPackages ?? app.subpackages ?? []).map((sub) => {
    const folder = sub.root.replace(/\/$/, '')
    return { root: folder, pages: sub.pages.map((page) => `${folder}/${page}`) }
  })
  return [{ root: '', pages: app.pages }, ...subs]
}

export const pagesOf = (root: string): string[] => packagesOf(root).flatMap(({ pages }) => pages)
