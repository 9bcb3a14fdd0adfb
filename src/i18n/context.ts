import { createContext, useContext } from 'react'
import { speechFor, type Speech } from './speech.ts'

const SpeechContext = createContext<Speech>(speechFor('zh-CN', 'Asia/Shanghai', '2000-01-01T00:00:00Z'))

/** Given once by the page; every component below speaks with it. */
export const SpeechProvider = SpeechContext.Provider
export const useSpeech = () => useContext(SpeechContext)
