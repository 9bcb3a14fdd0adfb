// Stands in for @tarojs/components: plain elements with the same props, so that Testing Library can read and tap them.
import type { ComponentProps, ReactNode } from 'react'

type Props = {
  children?: ReactNode
  className?: string
  onClick?: (event: unknown) => void
  id?: string
  ariaLabel?: string
  ariaRole?: string
  'aria-role'?: string
  ariaHidden?: boolean | 'true' | 'false'
  [other: string]: unknown
}

const KEPT = /^(id|className|style|role|tabIndex|onClick|onKeyDown|title|aria-|data-)/

function plain({ children: _, ariaLabel, ariaRole, ariaHidden, 'aria-role': spoken, ...props }: Props): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(props).filter(([name]) => KEPT.test(name)))
  if (ariaLabel !== undefined) kept['aria-label'] = ariaLabel
  const role = ariaRole ?? spoken
  if (role !== undefined) kept['role'] = role
  if (ariaHidden !== undefined) kept['aria-hidden'] = ariaHidden
  return kept
}

export const View = (props: Props) => <div {...plain(props)}>{props.children}</div>
export const Text = (props: Props) => <span {...plain(props)}>{props.children}</span>
export const ScrollView = View
export const RootPortal = View
export const Form = View
export const PageMeta = View
export const Label = View
export const Button = (props: Props) => (
  <button type="button" disabled={props['disabled'] === true} {...plain(props)}>
    {props.children}
  </button>
)
export const Image = (props: Props) => <img src={String(props['src'] ?? '')} alt={String(props['alt'] ?? '')} {...plain(props)} />

type Typed = { detail: { value: string } }
/** Taro's Input tells what was typed in event.detail.value, and the enter key as onConfirm. */
export const Input = (props: Props & { value?: string; placeholder?: string; onInput?: (typed: Typed) => void; onConfirm?: (typed: Typed) => void }) => {
  const typed = (event: { currentTarget: { value: string } }): Typed => ({ detail: { value: event.currentTarget.value } })
  const tell: ComponentProps<'input'> = {
    onInput: (event) => props.onInput?.(typed(event)),
    onKeyDown: (event) => (event.key === 'Enter' ? props.onConfirm?.(typed(event)) : undefined),
  }
  return <input {...plain(props)} {...tell} defaultValue={props.value} placeholder={props.placeholder} />
}
export const Textarea = Input
