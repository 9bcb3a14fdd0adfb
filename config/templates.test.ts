import { slim, spoken, withSpoken } from './templates.ts'

const view = `
<template name="tmpl_0_8">
  <view hover-class="{{i.p1||'none'}}" hover-start-time="{{xs.b(i.p2,50)}}" animation="{{i.p0}}" bindlongpress="eh" style="{{i.st}}" class="{{i.cl}}" bindtap="eh"  id="{{i.uid||i.sid}}">
    <template is="{{xs.a(c, item.nn, l)}}" wx:for="{{i.cn}}" wx:key="sid" />
  </view>
</template>
`
const held = view.replace('tmpl_0_8', 'tmpl_0_0').replace('bindtap="eh"', 'bindtap="eh" catchtouchmove="eh"')
const still = `<template name="tmpl_0_3"><view style="{{i.st}}" class="{{i.cl}}" id="x"></view></template>`
const text = `<template name="tmpl_0_7"><text space="{{i.p4}}" user-select="{{i.p5}}" class="{{i.cl}}" ></text></template>`

test('attributes that no page needs leave the templates, the others stay as they were', () => {
  expect(slim(view, new Set())).toBe(
    `\n<template name="tmpl_0_8"><view hover-class="{{i.p1||'none'}}" style="{{i.st}}" class="{{i.cl}}" bindtap="eh" id="{{i.uid||i.sid}}">` +
      `<template is="{{xs.a(c, item.nn, l)}}" wx:for="{{i.cn}}" wx:key="sid" /></view></template>\n`,
  )
  expect(slim(text, new Set())).toContain('<text user-select="{{i.p5}}" class="{{i.cl}}" >')
})

test('an attribute that a page mentions stays', () => {
  expect(slim(view, new Set(['onLongPress', 'animation']))).toMatch(/animation="{{i.p0}}" bindlongpress="eh"/)
})

test('views that hold scrolling back have templates only when a page holds scrolling back', () => {
  expect(slim(view + held, new Set())).not.toContain('tmpl_0_0')
  expect(slim(view + held, new Set(['catchMove']))).toContain('catchtouchmove="eh"')
  expect(slim(view + held, new Set())).toContain('tmpl_0_8')
})

test('what a screen reader is told reaches WeChat, on everything that can carry it', () => {
  const words = withSpoken(slim(view + still + text, new Set()), spoken['base.wxml']!)
  expect(words).toContain(`<view aria-role="{{i.ariaRole}}" aria-label="{{i.ariaLabel}}" aria-hidden="{{i.ariaHidden}}"`)
  expect(words).toContain('<text aria-role="{{i.ariaRole}}" aria-label="{{i.ariaLabel}}"')
  expect(words).toContain('<view style="{{i.st}}" class="{{i.cl}}" id="x">')
})
