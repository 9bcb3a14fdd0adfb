import { parseArgs } from 'node:util'
import { SourceKind } from '@tima/contract/fact.ts'
import { statedFields } from '@tima/contract/import.ts'
import { Value } from 'typebox/value'
import { addKey, listKeys, revokeKey } from '../import/keys.ts'
import { ownFields, recordKindNames } from '../import/rights.ts'
import { findSource, openSource, setFields, type Source } from '../import/source.ts'
import { UsageError, type Command } from './command.ts'
import { withRecord } from './record.ts'

const usage = `Usage: npm run tima -- keys add --city <key> --source <key> --label <words> [--name <words> --kind <kind>] [--fields a,b]
       npm run tima -- keys list
       npm run tima -- keys revoke <id>

  add     makes a Bearer key for POST /v1/imports/{kind}; it is shown once and only its hash is kept
          --name and --kind make a source that is not there yet; kind is one of ${SourceKind.enum.join(', ')}
          --fields  what it may state: fields of an elevator and ${recordKindNames.join(', ')};
                    without it a new source states what its kind supplies, and a registry everything`

const options = {
  city: { type: 'string' },
  source: { type: 'string' },
  label: { type: 'string' },
  name: { type: 'string' },
  kind: { type: 'string' },
  fields: { type: 'string' },
} as const

type Values = { [K in keyof typeof options]?: string }

async function run(args: string[]): Promise<number> {
  const { values, positionals: [action, id, ...more] } = parseArgs({ args, options, allowPositionals: true })
  if (action === 'add' && !id) return await add(values)
  if (action === 'list' && !id) return await list()
  if (action === 'revoke' && id && !more.length) return await revoke(id)
  throw new UsageError('Say add, list or revoke.')
}

async function add({ city, source: key, label, name, kind, fields }: Values): Promise<number> {
  if (!city || !key || !label) throw new UsageError('A key needs --city, --source and --label.')
  if (!/^[a-z0-9-]{2,60}$/.test(key)) throw new UsageError('--source is 2 to 60 small letters, digits and hyphens.')
  if (kind && !Value.Check(SourceKind, kind)) throw new UsageError(`--kind is one of ${SourceKind.enum.join(', ')}.`)
  const wanted = fields === undefined ? null : fieldList(fields)
  return await withRecord(async ({ rw }) => {
    let source: Source | null = await findSource(rw, city, key)
    if (!source) {
      if (!name || !kind) throw new UsageError(`There is no source "${key}" in ${city} yet: say its --name and --kind.`)
      const known = kind as SourceKind
      source = await openSource(rw, city, { key, name, kind: known }, wanted ?? ownFields(known))
    } else if (wanted) {
      source = await setFields(rw, source, wanted)
    }
    const made = await addKey(rw, source, label)
    console.error(`Key ${made.id} of ${source.name} in ${city}; it may state ${source.fields?.join(', ') ?? 'everything'}.`)
    console.error('Keep it now, it is not shown again:')
    console.log(made.key)
    return 0
  })
}

function fieldList(text: string): string[] {
  const all: string[] = [...statedFields, ...recordKindNames]
  const fields = text.split(',').map((field) => field.trim()).filter(Boolean)
  const wrong = fields.find((field) => !all.includes(field))
  if (wrong) throw new UsageError(`--fields: "${wrong}" is none of ${all.join(', ')}.`)
  return fields
}

async function list(): Promise<number> {
  return await withRecord(async ({ rw }) => {
    for (const key of await listKeys(rw)) {
      const state = key.revoked ? `revoked ${key.revoked}` : `since ${key.created}`
      console.log([key.id, `${key.city}/${key.source}`, key.label, state, key.fields?.join(',') ?? 'everything'].join('\t'))
    }
    return 0
  })
}

async function revoke(id: string): Promise<number> {
  return await withRecord(async ({ rw }) => {
    if (await revokeKey(rw, id)) return 0
    console.error(`There is no key ${id} that is still good.`)
    return 1
  })
}

export const command: Command = { usage, run }
