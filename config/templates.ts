import { sep } from 'node:path'
import type { Compilation, Compiler, NormalModule } from 'webpack'

/** What a screen reader is told; Taro's templates know none of it. WeChat's word for `role` is `aria-role`. */
export const spoken: Record<string, Record<string, string>> = {
  'base.wxml': { 'aria-role': 'ariaRole', 'aria-label': 'ariaLabel', 'aria-hidden': 'ariaHidden', 'aria-checked': 'ariaChecked', 'aria-live': 'ariaLive' },
  'base.axml': { role: 'role', 'aria-label': 'ariaLabel', 'aria-hidden': 'ariaHidden', 'aria-checked': 'ariaChecked' },
}

/**
 * Attributes a third of base.wxml is made of, each with the prop of a page that would need it. Views that hold scrolling
 * back (`catchMove`) have templates of their own, one a level.
 */
const spare: Record<string, string> = {
  'hover-stop-propagation': 'hoverStopPropagation', 'hover-start-time': 'hoverStartTime', 'hover-stay-time': 'hoverStayTime',
  animation: 'animation', bindanimationstart: 'onAnimationStart', bindanimationiteration: 'onAnimationIteration',
  bindanimationend: 'onAnimationEnd', bindtransitionend: 'onTransitionEnd', bindlongpress: 'onLongPress',
  space: 'space', decode: 'decode', overflow: 'overflow', 'max-lines': 'maxLines',
}

/** Makes the mini program's templates say what a screen reader reads, and carry only what a page uses. */
export class Templates {
  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap('Templates', (compilation) => {
      const { Compilation, sources } = compiler.webpack
      compilation.hooks.processAssets.tap({ name: 'Templates', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE }, () => {
        for (const [name, attributes] of Object.entries(spoken)) {
          if (!compilation.getAsset(name)) continue
          const rewrite = (text: string) => withSpoken(slim(text, usedProps(compilation)), attributes)
          compilation.updateAsset(name, (source) => new sources.RawSource(rewrite(source.source().toString())))
        }
      })
    })
  }
}

/** Props whose names the pages and components of src/ mention. */
function usedProps(compilation: Compilation): Set<string> {
  const used = new Set<string>()
  for (const module of compilation.modules) {
    const { resource = '' } = module as NormalModule
    if (!resource.includes(`${sep}src${sep}`) || !resource.endsWith('.tsx')) continue
    const code = module.originalSource()?.source().toString() ?? ''
    for (const prop of [...Object.values(spare), 'catchMove']) if (new RegExp(`\\b${prop}\\b`).test(code)) used.add(prop)
  }
  return used
}

/** @param used props that pages mention; what none of them needs is left out */
export function slim(text: string, used: Set<string>): string {
  const dropped = Object.entries(spare).filter(([, prop]) => !used.has(prop)).map(([attribute]) => attribute)
  return text
    .replace(/<(view|text) [^>]*>/g, (tag) => tag.replace(new RegExp(` (${dropped.join('|')})="[^"]*"`, 'g'), ''))
    .replace(/>\s+</g, '><')
    .replace(/"\s{2,}/g, '" ')
    .split(/(?=<template name=)/)
    .filter((template) => used.has('catchMove') || !template.includes(' catchtouchmove='))
    .join('')
}

/** Views without events and props have templates of their own, which nothing spoken ever reaches. */
export function withSpoken(text: string, attributes: Record<string, string>): string {
  const added = Object.entries(attributes).map(([attribute, key]) => ` ${attribute}="{{i.${key}}}"`).join('')
  return text.replace(/<(view (?=[^>]*hover-class)|text |input )/g, (tag) => tag.trimEnd() + added + ' ')
}
