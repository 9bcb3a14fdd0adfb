import { filesOf, textOf, type Check } from './check.ts'

/** Regular expressions iOS before 16.4 cannot read; one of them stops the whole script. */
const YOUNG = [/\/[^/\n]*\(\?<[=!][^\n]*?\//, /RegExp\(["'`][^"'`]*\(\?<[=!]/]

/** No script has syntax that the oldest supported phone fails to read. */
export const oldSyntax: Check = (dist) =>
  filesOf(dist, 'js').flatMap((file) =>
    YOUNG.filter((young) => young.test(textOf(dist, file))).map(
      () => `${file} has a regular expression that looks behind`,
    ),
  )
