import { View } from '@tarojs/components'
import { startTransition, useCallback, useEffect, useState, type ReactNode } from 'react'
import { Dock } from '../../components/actions.tsx'
import { Who } from '../../components/who.tsx'
import { useSpeech, type Field } from '../../i18n/index.ts'
import { call } from '../../platform/call.ts'
import { useOverlayKeys, useScrolledPast } from '../../platform/page.ts'
import { openElevator, openEmergency } from '../../platform/places.ts'
import type { Shown as ShownView } from '../../stores/elevator.store.ts'
import { useNeighbours } from '../../stores/neighbours.store.ts'
import { useSettings } from '../../stores/settings.store.ts'
import { Facts } from './facts.tsx'
import { First } from './first.tsx'
import { History } from './history.tsx'
import { propertyPhone } from './phones.ts'
import type { Section } from './sections.ts'
import { OpenSheet, type Open } from './sheets.tsx'
import { whichOf } from './which.ts'

/** Beyond this many CSS px the large actions are out of sight. */
const ACTIONS_END = 520

/** An elevator of which something is known. `entry` is how it was opened, code or code.tag. */
export function Shown({ page, ride, fetchedAt, strip }: ShownView & { strip: ReactNode }) {
  const say = useSpeech()
  const plain = useSettings((settings) => settings.size !== 'normal')
  const docked = useScrolledPast(ACTIONS_END)
  const [open, setOpen] = useState<Open | null>(null)
  const phone = propertyPhone(page)
  const still = ride.state === 'stopped' || ride.state === 'rescue'
  useEffect(() => { if (still) void useNeighbours.getState().load(page.code) }, [still, page.code])

  // What lies below the first screen is drawn behind it: the actions answer a finger sooner.
  const [whole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])

  const onClose = useCallback(() => setOpen(null), [])
  useOverlayKeys(open !== null, onClose)
  const onCall = useCallback((number: string) => void call(number), [])
  const onOpen = useCallback((field: Field) => setOpen({ sheet: 'fact', field }), [])
  const onMissing = useCallback((section: Section['key']) => setOpen({ sheet: 'missing', section }), [])
  const onElevator = useCallback((code: string) => void openElevator(code), [])
  const actions = {
    onTrapped: () => {
      if (page.city.hotline) onCall(page.city.hotline)
      void openEmergency(page.code)
    },
    onReport: () => setOpen({ sheet: 'report' }),
    onCall: () => (phone ? onCall(phone) : setOpen({ sheet: 'call' })),
  }
  const onNotThis = () => {
    void useNeighbours.getState().load(page.code)
    setOpen({ sheet: 'cars' })
  }
  return (
    <>
      <Who which={whichOf(page, say)} onNotThis={onNotThis} />
      <View className="column wide docked">
        <First page={page} ride={ride} at={fetchedAt} strip={strip} plain={plain} hasPhone={phone !== null} onElevator={onElevator} {...actions} />
        {whole && (
          <View className="stack rest">
            <Facts page={page} onOpen={onOpen} onMissing={onMissing} onCall={onCall} />
            <History page={page} />
          </View>
        )}
      </View>
      <Dock up={docked} {...actions} />
      <View className="holder">
        {open && <OpenSheet open={open} page={page} onClose={onClose} onElevator={onElevator} onCall={onCall} />}
      </View>
    </>
  )
}
