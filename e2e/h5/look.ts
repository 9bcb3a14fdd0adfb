import type { Page } from 'playwright-core'

/** What a person would see wrong in a picture: text cut off, text beyond the edge, boxes instead of characters, sideways scroll. */
export async function faults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = []
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth > width + 1) found.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`)

    const shown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const characters = new Set<string>()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!
      const text = node.textContent!.trim()
      if (!text || /^(SCRIPT|STYLE|NOSCRIPT|TITLE)$/.test(element.tagName) || !shown(element)) continue
      for (const character of text) characters.add(character)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue
        for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at)
          if (style.clip !== 'auto' || style.clipPath !== 'none') break
          const frame = at.getBoundingClientRect()
          const scrolls = /(auto|scroll)/.test(style.overflowX + style.overflowY)
          if (scrolls || style.position === 'fixed') break
          if (style.overflow === 'visible') continue
          if (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 2 || box.top < frame.top - 2) {
            found.push(`cut off: “${text.slice(0, 30)}” in ${at.className || at.tagName}`)
            break
          }
        }
        if (box.right > width + 1 || box.left < -1) {
          let scroller = false
          for (let at: Element | null = element; at; at = at.parentElement) scroller ||= /(auto|scroll)/.test(getComputedStyle(at).overflowX)
          if (!scroller) found.push(`beyond the edge: “${text.slice(0, 30)}”`)
        }
      }
    }

    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 40
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    const picture = (character: string) => {
      context.clearRect(0, 0, 40, 40)
      context.font = `28px ${getComputedStyle(document.body).fontFamily}`
      context.fillText(character, 4, 30)
      return context.getImageData(0, 0, 40, 40).data.join()
    }
    const box = picture('\u{10FFFE}')
    for (const character of characters) if (character.trim() && picture(character) === box) found.push(`no glyph: ${character}`)
    return [...new Set(found)]
  })
}

/** Targets smaller than `least` CSS pixels in either direction, padding counted. */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return await page.evaluate((size) => [...document.querySelectorAll('a[href], button, [role=button], [role=tab], [role=switch], [role=link]')]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ box: element.getBoundingClientRect(), text: (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 20) }))
    .filter(({ box }) => box.width > 0 && (box.width < size - 0.5 || box.height < size - 0.5))
    .map(({ box, text }) => `${text}: ${Math.round(box.width)} × ${Math.round(box.height)}`), least)
}
