import { generateKeyPairSync } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * A program of its own: `node official-compile.ts <dist> <answer>` has WeChat's own tool compile a build without a
 * network and writes { files: { path: bytes } } or { refused: text } to the file <answer>. The tool keeps workers that
 * do not end.
 */

type Ci = {
  Project: new (options: object) => { attr: () => Promise<unknown> }
  DefaultProjectAttr: unknown
  getCompiledResult(options: object): Promise<Record<string, string | Buffer>>
}

const [dist = '', answerFile = ''] = process.argv.slice(2)

function answer(given: object): void {
  fs.writeFileSync(answerFile, JSON.stringify(given))
  process.exit(0)
}

try {
  const ci = createRequire(import.meta.url)('miniprogram-ci') as Ci
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const privateKeyPath = `${answerFile}.key`
  fs.writeFileSync(privateKeyPath, privateKey)
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: path.resolve(dist),
    privateKeyPath,
    ignores: [],
  })
  // The tool would ask WeChat's servers for these.
  project.attr = () => Promise.resolve(ci.DefaultProjectAttr)
  const compiled = await ci.getCompiledResult({
    project,
    version: '0.0.0',
    setting: { es6: true, minifyWXSS: true },
    onProgressUpdate() {},
  })
  answer({
    files: Object.fromEntries(Object.entries(compiled).map(([file, content]) => [file, Buffer.byteLength(content)])),
  })
} catch (failure) {
  answer({ refused: failure instanceof Error ? failure.message : JSON.stringify(failure) })
}
