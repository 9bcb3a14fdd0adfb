import { en } from './en.ts'
import { zh, type Words } from './zh.ts'

export type Language = 'zh-CN' | 'en'

export const dictionaries: Record<Language, Words> = { 'zh-CN': zh, en }
export { speechFor, type Speech } from './speech.ts'
export { show, spell } from './show.ts'
export { SpeechProvider, useSpeech } from './context.ts'
export type { Field, ValueOf } from './field.ts'
export type { Refusal, Words } from './zh.ts'
