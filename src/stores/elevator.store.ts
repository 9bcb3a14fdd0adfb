import type { ElevatorPage, Ride } from '@tima/contract/elevator.ts'
import type { Problem } from '@tima/contract/problem.ts'
import type { Entry, EntryInput } from '@tima/domain/entry.ts'
import { fitToRide } from '@tima/domain/ride.ts'
import { create } from 'zustand'
import { getElevator } from '../api/elevator.ts'
import { isProblem, problemKind, Refusal, Trouble, troubleKind, type TroubleKind } from '../api/failure.ts'
import { dayIn, moment } from '../platform/clock.ts'
import { takeEmbedded } from '../platform/first-paint.ts'
import { entryText, readEntry } from './entry.ts'
import { forgetElevator, keepElevator, keptElevator, type KeptElevator } from './kept-elevators.ts'

/** A page that can be drawn. `ride` is judged for the moment it is shown; `fetchedAt` is when the city side said it. */
export type Shown = { code: string; page: ElevatorPage; ride: Ride; fetchedAt: string }

/** What was read is not the code of an elevator: mistyped, foreign, alias or empty. The city side is not asked. */
export type Unread = Exclude<Entry, { code: string }>

export type ElevatorView =
  | { at: 'idle' }
  | { at: 'unread'; entry: Unread }
  | { at: 'loading'; code: string; kept: Shown | null }
  | ({ at: 'shown' } & Shown)
  | ({ at: 'kept'; trouble: TroubleKind } & Shown)
  | { at: 'refused'; code: string; problem: Problem }
  | { at: 'trouble'; code: string; trouble: TroubleKind }

type ElevatorStore = {
  views: Record<string, ElevatorView>
  /** Shows what an entry leads to; calling it again refreshes. */
  open: (input: EntryInput) => Promise<void>
  /** Asks again for every view that had no luck. */
  retry: () => Promise<void>
}

const idle: ElevatorView = { at: 'idle' }
const inputs = new Map<string, EntryInput>()
const turns = new Map<string, number>()

/** The name of an entry's view: views of several elevators stand beside each other in the page stack. */
export const viewKey = (input: EntryInput): string => JSON.stringify(input)

export const useElevator = create<ElevatorStore>()((set, get) => {
  const show = (key: string, view: ElevatorView) => set(({ views }) => ({ views: { ...views, [key]: view } }))

  const open = async (input: EntryInput) => {
    const key = viewKey(input)
    inputs.set(key, input)
    const turn = (turns.get(key) ?? 0) + 1
    turns.set(key, turn)
    const entry = readEntry(input)
    if (!('code' in entry)) return show(key, { at: 'unread', entry })

    const inside = 'path' in input && input.path ? takeEmbedded(input.path) : null
    const problem = inside && problemIn(inside.answer)
    if (problem) return show(key, refused(entry.code, problem))
    if (inside && isPageOf(inside.answer, entry.code)) {
      const kept = newer(keptElevator(entry.code), { page: inside.answer, etag: null, fetchedAt: inside.keptAt ?? moment() })
      keepElevator(kept)
      if (!inside.keptAt) return show(key, shown(kept))
    }

    const kept = keptElevator(entry.code)
    const before = get().views[key]
    if (before?.at !== 'shown') show(key, { at: 'loading', code: entry.code, kept: kept && judged(kept) })
    const outcome = await ask(entry.code, entryText(entry), kept)
    if (turns.get(key) === turn) show(key, outcome)
  }

  const retry = async () => {
    const unlucky = Object.entries(get().views).filter(([, view]) => view.at === 'kept' || view.at === 'trouble')
    await Promise.all(unlucky.map(([key]) => open(inputs.get(key)!)))
  }

  return { views: {}, open, retry }
})

export const useElevatorView = (input: EntryInput): ElevatorView => useElevator((store) => store.views[viewKey(input)] ?? idle)

/** One question to the city side and its outcome. */
async function ask(code: string, asked: string, kept: KeptElevator | null): Promise<ElevatorView> {
  try {
    const answer = await getElevator(asked, kept?.etag ?? null)
    if (answer.unchanged && !kept) throw new Trouble('server')
    if (!answer.unchanged && answer.keptAt) return unlucky(newer(kept, { ...answer, fetchedAt: answer.keptAt }), 'offline')
    const page = answer.unchanged ? kept!.page : answer.page
    const fresh = { page, etag: answer.etag, fetchedAt: moment() }
    keepElevator(fresh)
    return shown(fresh)
  } catch (failure) {
    if (failure instanceof Refusal) return refused(code, failure.problem)
    const trouble = troubleKind(failure)
    return kept ? unlucky(kept, trouble) : { at: 'trouble', code, trouble }
  }
}

const newer = (one: KeptElevator | null, other: KeptElevator) => (one && one.fetchedAt > other.fetchedAt ? one : other)

const shown = ({ page, fetchedAt }: KeptElevator): ElevatorView => ({ at: 'shown', code: page.code, page, ride: page.ride, fetchedAt })

const unlucky = (kept: KeptElevator, trouble: TroubleKind): ElevatorView => ({ at: 'kept', trouble, ...judged(kept) })

/** A kept page is judged again by the phone's clock: a due date may have passed since it was fetched. */
function judged({ page, fetchedAt }: KeptElevator): Shown {
  const at = moment()
  const ride = fitToRide(page.basis, page.city.ruleSet, { today: dayIn(page.city.timeZone, at), moment: at })
  return { code: page.code, page, ride, fetchedAt }
}

function refused(code: string, problem: Problem): ElevatorView {
  const gone = ['code-unknown', 'plate-blank', 'plate-revoked']
  if (gone.includes(problemKind(problem))) forgetElevator(code)
  return { at: 'refused', code, problem }
}

/** A page that says no holds { problem }; trouble of the city side is asked again instead. */
function problemIn(answer: unknown): Problem | null {
  const problem = typeof answer === 'object' && answer !== null && 'problem' in answer ? answer.problem : null
  return isProblem(problem) && problem.status < 500 && problem.status !== 429 ? problem : null
}

const isPageOf = (answer: unknown, code: string): answer is ElevatorPage =>
  typeof answer === 'object' && answer !== null && 'facts' in answer && 'code' in answer && answer.code === code
