import type { ElevatorPage } from '@tima/contract/elevator.ts'
import { readStored, removeStored, writeStored } from '../platform/storage.ts'

/** An elevator page as it was fetched, kept to be shown without a network. */
export type KeptElevator = { page: ElevatorPage; etag: string | null; fetchedAt: string }

/** One line of the elevators this phone has seen, newest first. */
export type SeenElevator = { code: string; place: string; title: string; seenAt: string }

const LIMIT = 50
const LIST = 'tima/1/seen'
const key = (code: string) => `tima/1/elevator/${code}`

export const keptElevator = (code: string): KeptElevator | null => readStored<KeptElevator>(key(code))

export const seenElevators = (): SeenElevator[] => readStored<SeenElevator[]>(LIST) ?? []

/** Keeps a page as the newest of the last 50; when the phone's storage is full the oldest ones make room. */
export function keepElevator(kept: KeptElevator): void {
  const { page, fetchedAt } = kept
  const others = seenElevators().filter((seen) => seen.code !== page.code)
  const list = [{ code: page.code, ...lineOf(page), seenAt: fetchedAt }, ...others]
  for (const old of list.splice(LIMIT)) removeStored(key(old.code))
  while (!writeStored(key(page.code), kept) && list.length > 1) removeStored(key(list.pop()!.code))
  writeStored(LIST, list)
}

export function forgetElevator(code: string): void {
  removeStored(key(code))
  writeStored(LIST, seenElevators().filter((seen) => seen.code !== code))
}

function lineOf({ facts, city, code }: ElevatorPage): { place: string; title: string } {
  const words = (...values: (string | null)[]) => values.filter((value) => value !== null && value !== '').join(' ')
  const place = words(facts.district.value, facts.estate.value) || words(facts.address.value) || city.names.zh
  return { place, title: words(facts.building.value, facts.car.value) || words(facts.address.value) || code }
}
