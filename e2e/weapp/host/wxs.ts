import vm from 'node:vm'

/** Runs one wxs file in a place of its own, without anything but the language. @returns its exports */
export function runWxs(source: string, file: string): unknown {
  const script = new vm.Script(`(function (module) {${source}\n;return module.exports })({ exports: {} })`, {
    filename: file,
  })
  return script.runInNewContext({})
}
