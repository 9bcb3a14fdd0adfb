import { Text } from '@tarojs/components'
import { silent } from './a11y.ts'

/** Every drawing there is; styles/icons.css holds the same names. */
export type IconName =
  | 'ok' | 'care' | 'stop' | 'pause' | 'live' | 'none'
  | 'phone' | 'trapped' | 'report' | 'go' | 'check' | 'cross' | 'clock' | 'offline' | 'calendar' | 'scan'

export type Tone = 'ok' | 'care' | 'stop' | 'pause' | 'none'

export const Icon = ({ name, tone }: { name: IconName; tone?: Tone }) => (
  <Text className={`i i-${name}${tone ? ` ${tone}` : ''}`} {...silent} />
)
