import { parseEntry, type Entry, type EntryInput } from '@tima/domain/entry.ts'
import { plateHosts } from '../platform/origin.ts'

/** What was scanned or typed, read with the hosts of this build; nobody is asked. */
export const readEntry = (input: EntryInput): Entry => parseEntry(input, plateHosts())
