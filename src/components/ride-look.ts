import type { RideState } from '@tima/contract/elevator.ts'
import type { IconName, Tone } from './icon.tsx'

/** Shape and colour of each answer to "fit to ride"; with the word they say the same thing three times. */
export const rideLook: Record<RideState, { shape: IconName; tone: Tone }> = {
  fit: { shape: 'ok', tone: 'ok' },
  care: { shape: 'care', tone: 'care' },
  serviced: { shape: 'pause', tone: 'pause' },
  stopped: { shape: 'stop', tone: 'stop' },
  rescue: { shape: 'live', tone: 'pause' },
  unknown: { shape: 'none', tone: 'none' },
}
