import { View } from '@tarojs/components'
import { Press } from './press.tsx'

/** A number to call, large enough to read to somebody else. The first one of a page may be the red one. */
export const Dial = ({ label, number, sos = false, note, onCall }: { label: string; number: string; sos?: boolean; note?: string; onCall: (number: string) => void }) => (
  <Press className={`btn dial ${sos ? 'sos' : 'plain'}`} role="link" onPress={() => onCall(number)}>
    <View className="big">{label}</View>
    <View className="number">{number}</View>
    {note && <View className="small">{note}</View>}
  </Press>
)
