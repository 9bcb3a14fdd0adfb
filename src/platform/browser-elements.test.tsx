import { fireEvent, render, screen } from '@testing-library/react'
import { Input, Text, View } from './browser-elements.tsx'

test('views and texts are plain elements that keep what a screen reader and a tap need', () => {
  const tapped = jest.fn()
  render(<View className="card" role="button" aria-label="打电话" onClick={tapped}><Text id="t">96333</Text></View>)
  fireEvent.click(screen.getByRole('button', { name: '打电话' }))
  expect(tapped).toHaveBeenCalledTimes(1)
  expect(screen.getByText('96333').outerHTML).toBe('<span id="t">96333</span>')
})

test('the pressed look is there while a finger is down, and only then', () => {
  render(<View className="press" hoverClass="down">按</View>)
  const view = screen.getByText('按')
  fireEvent.touchStart(view)
  expect(view.className).toBe('press down')
  fireEvent.touchCancel(view)
  expect(view.className).toBe('press')
})

test('an input tells what was typed, and Enter confirms it', () => {
  const typed = jest.fn()
  const confirmed = jest.fn()
  render(<Input aria-label="码" placeholderClass="cap" maxlength={10} onInput={typed} onConfirm={confirmed} />)
  const field = screen.getByLabelText<HTMLInputElement>('码')
  fireEvent.input(field, { target: { value: '7K3M' } })
  expect(typed).toHaveBeenCalledWith({ detail: { value: '7K3M' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(confirmed).toHaveBeenCalledWith({ detail: { value: '7K3M' } })
  expect(field.maxLength).toBe(10)
})

test('Enter that ends a word of an input method confirms nothing', () => {
  const confirmed = jest.fn()
  render(<Input aria-label="码" onConfirm={confirmed} />)
  fireEvent.keyDown(screen.getByLabelText('码'), { key: 'Enter', isComposing: true })
  expect(confirmed).not.toHaveBeenCalled()
})

test('a value set from outside replaces what stands there', () => {
  const { rerender } = render(<Input aria-label="码" value="a" />)
  rerender(<Input aria-label="码" value="b" />)
  expect(screen.getByLabelText<HTMLInputElement>('码').value).toBe('b')
})
