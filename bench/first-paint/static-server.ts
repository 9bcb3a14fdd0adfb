import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Serves the bare app as well as files can be served: compressed beforehand, from memory, kept connections. */
const folder = process.env.FOLDER!
const types: { [extension: string]: string } = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }
const files = new Map(globSync('**/*.{html,js,css}', { cwd: folder }).map((file) => {
  const bytes = readFileSync(join(folder, file))
  return [`/${file.replaceAll('\\', '/')}`, { type: types[extname(file)]!, gzip: gzipSync(bytes, { level: 9 }), br: brotliCompressSync(bytes) }]
}))

createServer((request, response) => {
  const path = request.url!.split('?', 1)[0]!
  const file = files.get(path) ?? (extname(path) ? undefined : files.get('/index.html'))
  if (!file) return response.writeHead(404).end()
  const encoding = /\bbr\b/.test(String(request.headers['accept-encoding'])) ? 'br' : 'gzip'
  response.writeHead(200, { 'content-type': file.type, 'content-encoding': encoding, 'content-length': file[encoding].length }).end(file[encoding])
}).listen(Number(process.env.PORT), '127.0.0.1')
