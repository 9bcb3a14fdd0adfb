import { filesOf, type Check } from './check.ts'
import { officialCompile } from './official.ts'

/** WeChat's own tool compiles the build, and uploads what is in it and nothing else. */
export const compiles: Check = async (dist) => {
  const compiled = await officialCompile(dist)
  if ('refused' in compiled) return [compiled.refused]
  const uploaded = Object.keys(compiled.files)
    .filter((file) => !file.startsWith('@babel/runtime/'))
    .sort()
  const built = ['js', 'json', 'wxml', 'wxs', 'wxss'].flatMap((extension) => filesOf(dist, extension))
  return built.filter((file) => !uploaded.includes(file)).map((file) => `${file} is not uploaded`)
}
