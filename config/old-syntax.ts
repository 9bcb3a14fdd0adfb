import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const { SyntaxKind } = ts

/** Syntax younger than ES2019, the language of Chrome 79 and iOS 13. */
const young = new Map<ts.SyntaxKind, string>([
  [SyntaxKind.QuestionDotToken, '?.'],
  [SyntaxKind.QuestionQuestionToken, '??'],
  [SyntaxKind.QuestionQuestionEqualsToken, '??='],
  [SyntaxKind.BarBarEqualsToken, '||='],
  [SyntaxKind.AmpersandAmpersandEqualsToken, '&&='],
  [SyntaxKind.PrivateIdentifier, '#private'],
  [SyntaxKind.PropertyDeclaration, 'class field'],
  [SyntaxKind.ClassStaticBlockDeclaration, 'static block'],
  [SyntaxKind.BigIntLiteral, 'bigint'],
])

/** @returns the young syntax a script holds, each once */
export function youngSyntax(code: string): string[] {
  const found = new Set<string>()
  const look = (node: ts.Node) => {
    const name = young.get(node.kind)
    if (name) found.add(name)
    if (node.kind === SyntaxKind.NumericLiteral && node.getText().includes('_')) found.add('1_000')
    if (node.kind === SyntaxKind.RegularExpressionLiteral && /\(\?<[=!]/.test(node.getText())) found.add('lookbehind')
    node.forEachChild(look)
  }
  look(ts.createSourceFile('built.js', code, ts.ScriptTarget.Latest, true))
  return [...found]
}

/** @returns one line for each built script of a folder that an old phone cannot read */
export const unreadable = (folder: string): string[] =>
  globSync('**/*.js', { cwd: folder }).flatMap((file) => {
    const found = youngSyntax(readFileSync(path.join(folder, file), 'utf8'))
    return found.length > 0 ? [`${file}: ${found.join(' ')}`] : []
  })
