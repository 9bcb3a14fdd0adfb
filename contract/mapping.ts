import { Type, type Static } from 'typebox'
import { ImportKind } from './import.ts'
import { SourceKind } from './fact.ts'

const closed = { additionalProperties: false }
const Pattern = Type.String({ format: 'regex', description: 'A JavaScript regular expression, for the whole cell' })

export const Unit = Type.Enum([
  'kg', 'lb', 't', 'm/s', 'ft/min', 'm/min', 'm', 'cm', 'mm', 'ft', 'in', 'feet-inches', 'kW', 'hp', 'degrees', 'years', 'CNY', '10k-CNY',
])
export type Unit = Static<typeof Unit>

/** One value out of one cell. The steps apply in the order of this list; what kind of value is read follows from the target. */
export const Cell = Type.Object(
  {
    column: Type.Optional(Type.String({ minLength: 1 })),
    constant: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    nullWords: Type.Optional(Type.Array(Type.String(), { description: 'Words that mean "nothing" in this column, next to those of the file' })),
    undoDate: Type.Optional(Type.Object(
      {
        year: Type.Integer({ description: 'The year a spreadsheet put into 6-11 when it took it for a date' }),
        as: Type.Enum(['M-D', 'M-DD']),
        monthYear: Type.Optional(Type.Boolean({ description: 'Also read 1965-04-01 back as 4-65' })),
      },
      closed,
    )),
    replace: Type.Optional(Type.Array(Type.Object({ find: Type.String({ format: 'regex' }), with: Type.String() }, closed))),
    split: Type.Optional(Type.Object({ by: Type.String({ minLength: 1 }), take: Type.Integer({ description: 'From 1; -1 is the last' }) }, closed)),
    pattern: Type.Optional(Pattern),
    case: Type.Optional(Type.Enum(['upper', 'lower', 'title'])),
    map: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]))),
    otherwise: Type.Optional(Type.Enum(['refuse', 'keep', 'nothing'], { description: 'A word that is not in `map`; refuse when not said' })),
    dates: Type.Optional(Type.Array(Type.String({ minLength: 1 }), {
      description: 'Forms of a date, tried in order: YYYY MM M DD D HH H mm ss, or `spreadsheet` for a day number',
    })),
    unit: Type.Optional(Unit),
    decimal: Type.Optional(Type.Enum(['.', ','])),
    min: Type.Optional(Type.Number({ description: "In the target's unit" })),
    max: Type.Optional(Type.Number({ description: "In the target's unit" })),
    listBy: Type.Optional(Type.String({ minLength: 1, description: 'What stands between the values of a list' })),
  },
  closed,
)
export type Cell = Static<typeof Cell>

/** Several cells as one text; empty ones are left out. */
export const Joined = Type.Object(
  { join: Type.Array(Cell, { minItems: 1 }), with: Type.String(), need: Type.Optional(Type.Enum(['any', 'all'])) },
  closed,
)
export type Joined = Static<typeof Joined>

const Value = Type.Union([Cell, Joined])
const Values = Type.Record(Type.String(), Type.Union([Value, Type.Record(Type.String(), Cell)]))

/** One kind of row that every line of the file gives. */
export const RowMapping = Type.Object(
  {
    kind: ImportKind,
    when: Type.Optional(Type.Array(Type.String(), { description: 'Columns that must hold something, else the line gives no such row' })),
    set: Values,
    fields: Type.Optional(Values),
  },
  closed,
)
export type RowMapping = Static<typeof RowMapping>

/** How a file's columns become rows of contract/import.ts. */
export const Mapping = Type.Object(
  {
    about: Type.String({ minLength: 1, description: 'Which file this is for and where it comes from' }),
    city: Type.String({ pattern: '^[a-z0-9-]{2,30}$' }),
    source: Type.Object(
      { key: Type.String({ pattern: '^[a-z0-9-]{2,60}$' }), name: Type.String({ minLength: 1, maxLength: 200 }), kind: SourceKind },
      closed,
    ),
    file: Type.Optional(Type.Object(
      {
        encoding: Type.Optional(Type.Enum(['detect', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be'])),
        delimiter: Type.Optional(Type.Enum(['detect', ',', ';', '\t', '|'])),
      },
      closed,
    )),
    nullWords: Type.Optional(Type.Array(Type.String())),
    rows: Type.Array(RowMapping, { minItems: 1 }),
    ignore: Type.Optional(Type.Record(Type.String(), Type.String(), { description: 'Columns that are left out, and why' })),
  },
  closed,
)
export type Mapping = Static<typeof Mapping>
