import { youngSyntax } from './old-syntax.ts'

test.each([
  ['a?.b', '?.'], ['a ?? b', '??'], ['a ??= b', '??='], ['class A { x = 1 }', 'class field'], ['class A { #x() {} }', '#private'],
  ['x = 1_000', '1_000'], ['x = /(?<!a)b/', 'lookbehind'], ['x = 10n', 'bigint'],
])('an old phone cannot read %s', (code, found) => expect(youngSyntax(code)).toContain(found))

test('ES2019 is old enough', () => {
  expect(youngSyntax('const {a,...b}=c;try{[...d].flatMap(async e=>{for await(const f of g);})}catch{x=/(?<y>z)/.exec(`${a?b:c}`)}')).toEqual([])
})
