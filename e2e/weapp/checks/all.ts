import type { Check } from './check.ts'
import { compiles } from './compiles.ts'
import { oldSyntax } from './old-syntax.ts'
import { budget, opens, shows } from './opens.ts'
import { pages } from './pages.ts'
import { size } from './size.ts'
import { styles } from './styles.ts'
import { templates } from './templates.ts'
import { wxs } from './wxs.ts'

/** Everything that must hold for a build of the mini program, whatever its pages say. */
export const allChecks = {
  pages,
  templates,
  wxs,
  styles,
  'old-syntax': oldSyntax,
  size,
  opens,
  shows,
  budget,
  compiles,
} satisfies Record<string, Check>

export type CheckName = keyof typeof allChecks
