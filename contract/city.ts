import { Type, type Static } from 'typebox'

const Names = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, { additionalProperties: false })
const Phone = Type.String({ pattern: '^[0-9+][0-9 -]{1,19}$' })

/** Days and months behind the due dates; without it the answer to "fit to ride" is "not known". */
export const RuleSet = Type.Object(
  {
    id: Type.String({ description: 'The family of rules, e.g. cn-tsg: TSG T5002-2017 and TSG T7001/T7008-2023' }),
    maintenanceDays: Type.Object(
      {
        'half-month': Type.Integer({ minimum: 1, description: 'TSG T5002-2017 art. 6, 15 days' }),
        quarter: Type.Integer({ minimum: 1 }),
        'half-year': Type.Integer({ minimum: 1 }),
        year: Type.Integer({ minimum: 1 }),
      },
      { additionalProperties: false },
    ),
    inspectionYears: Type.Array(Type.Integer({ minimum: 1 }), { description: 'TSG T7001-2023: 1, 4, 7, 9, 11, 13, 15' }),
    inspectionEveryYearAfter: Type.Integer({ minimum: 1, description: 'TSG T7001-2023: 15' }),
    inspectionEarlyMonths: Type.Integer({ minimum: 0, description: 'TSG T7001-2023: 2' }),
    testEarlyMonths: Type.Integer({ minimum: 0, description: 'TSG T7008-2023: 1' }),
  },
  { additionalProperties: false },
)
export type RuleSet = Static<typeof RuleSet>

/** One jurisdiction. Everything that differs from city to city is here and nowhere in code. */
export const City = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z0-9-]{2,30}$' }),
    names: Names,
    language: Type.Enum(['zh-CN', 'en']),
    timeZone: Type.String({ minLength: 1 }),
    demo: Type.Boolean(),
    hotline: Type.Union([Phone, Type.Null()], { description: 'The rescue hotline: 96333, 963333, 110 …' }),
    otherNumbers: Type.Array(Phone, { description: 'Dialled when the hotline does not answer' }),
    rescuePlatform: Type.Union([Type.String(), Type.Null()], { description: 'Scope of six-digit rescue codes 救援识别码' }),
    ruleSet: Type.Union([RuleSet, Type.Null()]),
    retentionYears: Type.Integer({ minimum: 4, description: 'Maintenance records, TSG T5002-2017 art. 5(6): at least 4' }),
  },
  { additionalProperties: false },
)
export type City = Static<typeof City>

/** What a person without an elevator's page needs of a city: its name and its numbers to call. */
export const CityLine = Type.Pick(City, ['key', 'names', 'demo', 'hotline', 'otherNumbers'])
export type CityLine = Static<typeof CityLine>

export const Cities = Type.Object({ items: Type.Array(CityLine) })
export type Cities = Static<typeof Cities>
