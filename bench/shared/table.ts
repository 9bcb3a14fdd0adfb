import type { Result } from './result.ts'

const mark = (pass: boolean | null): string => (pass === null ? '·' : pass ? '✓' : '✗')

/** The comparison table of all that ran. */
export function table(results: Result[]): string {
  const head = ['', 'figure', 'target', 'measured', 'of']
  const lines = results.flatMap(({ figures }) => figures.map((f) => [
    mark(f.pass), f.figure, f.target, f.measured === null ? 'not measured' : `${f.measured}${f.unit && ` ${f.unit}`}`, f.of,
  ]))
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => [...line[column]!].length)))
  const row = (line: string[]) => line.map((cell, column) => cell + ' '.repeat(widths[column]! - [...cell].length)).join('  ').trimEnd()
  return [row(head), row(widths.map((width) => '─'.repeat(width))), ...lines.map(row)].join('\n')
}
