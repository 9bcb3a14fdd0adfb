import { parseEntry, type Entry, type EntryInput } from '@tima/domain/entry.ts'
import { plateHosts } from '../platform/origin.ts'

/** What was scanned or typed, read with the hosts of this build; nobody is asked. */
export const readEntry = (input: EntryInput): Entry => parseEntry(input, plateHosts())

/** How an entry is asked for: code, or code.tag when it came from a plate. */
export const entryText = (entry: Extract<Entry, { code: string }>): string =>
  entry.kind === 'plate' ? `${entry.code}.${entry.tag}` : entry.code
