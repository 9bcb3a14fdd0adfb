import { View } from '@tarojs/components'
import { useSpeech } from '../i18n/index.ts'
import { a11y } from './a11y.ts'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'

export type ActionsProps = {
  hotline: string | null
  /** The property answers day and night under a number we know. */
  hasPhone: boolean
  /** 长辈版: one column, fewer words. */
  plain: boolean
  onTrapped: () => void
  onReport: () => void
  onCall: () => void
}

/** Trapped, report, call: what a person can do here, in reach of the thumb. */
export function Actions({ hotline, hasPhone, plain, onTrapped, onReport, onCall }: ActionsProps) {
  const { act } = useSpeech().words
  const report = <Plain key="report" icon="report" big={plain ? act.reportElder : act.report} small={plain ? null : act.reportSub} onPress={onReport} />
  const call = <Plain key="call" icon="phone" big={plain ? act.callElder : act.call} small={hasPhone ? (plain ? null : act.callSub) : act.callNone} onPress={onCall} />
  return (
    <View className="stack">
      <Press className="btn sos" onPress={onTrapped}>
        <Icon name="trapped" />
        <View>
          <View className="big">{act.trapped}</View>
          <View className="small">{plain ? act.trappedShort : hotline ? act.trappedSub(hotline) : act.trappedNoHotline}</View>
        </View>
      </Press>
      <View className="pair">{plain ? [call, report] : [report, call]}</View>
    </View>
  )
}

function Plain({ icon, big, small, onPress }: { icon: 'report' | 'phone'; big: string; small: string | null; onPress: () => void }) {
  return (
    <Press className="btn plain" onPress={onPress}>
      <Icon name={icon} />
      <View>{big}{small && <View className="small">{small}</View>}</View>
    </Press>
  )
}

/** The same three at the bottom edge once the large ones are scrolled away. */
export function Dock({ up, onTrapped, onReport, onCall }: { up: boolean } & Pick<ActionsProps, 'onTrapped' | 'onReport' | 'onCall'>) {
  const { act } = useSpeech().words
  return (
    <View className={up ? 'dock up' : 'dock'} {...a11y('navigation', act.dock)}>
      <View className="dock-in">
        <Press className="btn sos" onPress={onTrapped}><Icon name="trapped" />{act.help}</Press>
        <Press className="btn plain" onPress={onReport}><Icon name="report" />{act.report}</Press>
        <Press className="btn plain" onPress={onCall}><Icon name="phone" />{act.phone}</Press>
      </View>
    </View>
  )
}
