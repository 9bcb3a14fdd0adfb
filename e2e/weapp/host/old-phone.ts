import vm from 'node:vm'

/**
 * What the oldest supported phone does not have: the language as of iOS 13 and Chrome 79 (.browserslistrc), and the
 * parts of it a mini program is never given. Whatever the build forgets to replace is missed here as it would be there.
 */
const YOUNGER = [
  'Array.fromAsync', 'Array.prototype.at', 'Array.prototype.findLast', 'Array.prototype.findLastIndex',
  'Array.prototype.toReversed', 'Array.prototype.toSorted', 'Array.prototype.toSpliced', 'Array.prototype.with',
  'String.prototype.at', 'String.prototype.replaceAll', 'String.prototype.isWellFormed',
  'String.prototype.toWellFormed', 'Object.hasOwn', 'Object.groupBy', 'Map.groupBy', 'Promise.any', 'Promise.try',
  'Promise.withResolvers', 'Set.prototype.union', 'Set.prototype.intersection', 'Set.prototype.difference',
  'Set.prototype.isSubsetOf', 'Set.prototype.isSupersetOf', 'Set.prototype.isDisjointFrom',
  'Set.prototype.symmetricDifference', 'RegExp.escape', 'Error.isError', 'Math.sumPrecise', 'Math.f16round',
  'AggregateError', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'BigInt', 'BigInt64Array', 'BigUint64Array',
  'Float16Array', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'DisposableStack', 'AsyncDisposableStack',
  'SuppressedError', 'eval',
]

/** Takes away what such a phone lacks. @param intl false: an engine without time zones and number formats */
export function age(context: vm.Context, intl: boolean): void {
  for (const name of intl ? YOUNGER : [...YOUNGER, 'Intl']) {
    const at = name.lastIndexOf('.')
    const holder = at < 0 ? 'globalThis' : name.slice(0, at)
    const known = `typeof ${holder.split('.')[0]} !== 'undefined'`
    vm.runInContext(`${known} && delete ${holder}[${JSON.stringify(name.slice(at + 1))}]`, context)
  }
}
