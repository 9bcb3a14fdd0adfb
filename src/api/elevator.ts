import type { ElevatorPage, ElevatorSearch, Neighbours, Timeline, TimelineKind } from '@tima/contract/elevator.ts'
import { ask } from './ask.ts'

export type ElevatorAnswer =
  | { unchanged: true; etag: string | null }
  | { unchanged: false; page: ElevatorPage; etag: string | null; keptAt: string | null }

/** GET /v1/elevators/{entry}. @param entry code or code.tag @param etag of the copy at hand, which may still be right */
export async function getElevator(entry: string, etag: string | null = null): Promise<ElevatorAnswer> {
  const answer = await ask<ElevatorPage>(path(entry), {}, etag)
  if (answer.status === 304) return { unchanged: true, etag: answer.etag ?? etag }
  return { unchanged: false, page: answer.body, etag: answer.etag, keptAt: answer.keptAt }
}

/** GET /v1/elevators. @param q code, alias, address or building @param after cursor of the page before */
export async function searchElevators(q: string, city?: string, after?: string): Promise<ElevatorSearch> {
  return (await ask<ElevatorSearch>('/v1/elevators', { q, city, after })).body
}

/** GET /v1/elevators/{entry}/timeline, newest first. @param before cursor of the page before */
export async function getTimeline(entry: string, before?: string, kind?: TimelineKind): Promise<Timeline> {
  return (await ask<Timeline>(`${path(entry)}/timeline`, { before, kind })).body
}

/** GET /v1/elevators/{entry}/neighbours: the other cars of the same building. */
export async function getNeighbours(entry: string): Promise<Neighbours> {
  return (await ask<Neighbours>(`${path(entry)}/neighbours`)).body
}

const path = (entry: string) => `/v1/elevators/${encodeURIComponent(entry)}`
