/**
 * The elements of @tarojs/components as plain HTML, for the browser build: the builder puts this file in their place.
 * Taro's own are web components, which cost a third of the scripts and hide the page from plain CSS and screen readers.
 * What the pages use is here; an element that is not here fails the build.
 */
import { useEffect, useRef, type HTMLAttributes, type PropsWithChildren, type TouchEvent } from 'react'

type ViewProps = PropsWithChildren<HTMLAttributes<HTMLElement> & { hoverClass?: string }>

/** `hoverClass` stays on while a finger is down, without drawing anything again. */
function pressed({ hoverClass, ...props }: ViewProps): HTMLAttributes<HTMLElement> {
  if (!hoverClass || hoverClass === 'none') return props
  const off = (event: TouchEvent<HTMLElement>) => event.currentTarget.classList.remove(hoverClass)
  return {
    ...props,
    onTouchStart: (event) => event.currentTarget.classList.add(hoverClass),
    onTouchEnd: off,
    onTouchCancel: off,
  }
}

export const View = (props: ViewProps) => <div {...pressed(props)} />
export const Text = (props: ViewProps) => <span {...pressed(props)} />

type Typed = { detail: { value: string } }
type InputProps = Omit<HTMLAttributes<HTMLInputElement>, 'onInput'> & {
  value?: string
  placeholderClass?: string
  confirmType?: 'done' | 'search' | 'go' | 'next' | 'send'
  maxlength?: number
  focus?: boolean
  onInput?: (typed: Typed) => void
  onConfirm?: (typed: Typed) => void
}

/** Tells what was typed in `detail.value`; Enter confirms, but not while an input method composes a word. */
export function Input({ value, placeholderClass: _, confirmType, maxlength, focus, onInput, onConfirm, ...props }: InputProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (value !== undefined && field.current && field.current.value !== value) field.current.value = value
  }, [value])
  const typed = (element: HTMLInputElement): Typed => ({ detail: { value: element.value } })
  return (
    <input
      {...props} ref={field} defaultValue={value} maxLength={maxlength} enterKeyHint={confirmType} autoFocus={focus}
      onInput={(event) => onInput?.(typed(event.currentTarget))}
      onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? onConfirm?.(typed(event.currentTarget)) : undefined)}
    />
  )
}
