// What a page must be for everybody's eyes and hands, measured where it stands.

import type { Page } from 'playwright-core'
import { AA, axeFinds } from './axe.ts'
import { pressTab } from './tab-key.ts'

/** As WCAG 1.4.12 has it: lines, paragraphs, letters and words further apart. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-block-end: 2em !important }`

/** Faults of what is seen at the width there is: cut, small, too long or scrolled sideways. */
export function faultsInSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (wide > 0) faults.push(`scrolls sideways by ${wide}`)
    const nameOf = (node: Element) => (node.textContent ?? '').trim().slice(0, 40)
    for (const node of document.querySelectorAll('a, button, summary, input, textarea')) {
      const { left, right, width, height } = node.getBoundingClientRect()
      const isAway = node.matches('.skip, [type=hidden]') || width === 0
      if (isAway) continue
      if (left < 0 || right > innerWidth) faults.push(`out of sight: ${nameOf(node)}`)
      // Within a sentence a link is as high as its line.
      if (height < 48 && !node.matches('p a'))
        faults.push(`small (${Math.round(height)}): ${nameOf(node)}`)
      const isCut = node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0
      if (isCut && !node.matches('input, textarea')) faults.push(`cut: ${nameOf(node)}`)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement: around, textContent } = texts.currentNode
      if (!around || !textContent?.trim() || around.getClientRects().length === 0) continue
      const size = Number.parseFloat(getComputedStyle(around).fontSize)
      if (size < 18) faults.push(`written small (${size}): ${textContent.trim().slice(0, 40)}`)
    }
    const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const main = document.querySelector('main')?.getBoundingClientRect().width ?? 0
    if (main > 36 * em) faults.push(`lines are ${Math.round(main / em)} rem long`)
    return faults
  })
}

/** The same with everything further apart, as some need it to read. */
export async function faultsSpaced(page: Page): Promise<string[]> {
  const nth = await page.evaluate(
    (rules) => {
      const sheet = document.styleSheets[0]
      if (!sheet) return 0
      const before = sheet.cssRules.length
      for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length)
      return before
    },
    SPACED.split('} ').map((rule) => (rule.endsWith('}') ? rule : `${rule}}`)),
  )
  const faults = await faultsInSight(page)
  await page.evaluate((from) => {
    const sheet = document.styleSheets[0]
    while (sheet && sheet.cssRules.length > from) sheet.deleteRule(sheet.cssRules.length - 1)
  }, nth)
  return faults.map((fault) => `further apart: ${fault}`)
}

/** Faults of how it is built: headings, language, errors at their fields. */
export function faultsInOrder(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const main = document.querySelector('main')
    const heads = [...document.querySelectorAll('h1, h2, h3')]
    if (heads[0]?.tagName !== 'H1') faults.push('does not begin with its heading')
    if (heads.filter(({ tagName }) => tagName === 'H1').length !== 1) faults.push('not one h1')
    const first = [...(main?.children ?? [])].find((node) => node.getClientRects().length > 0)
    if (first?.tagName !== 'H1') faults.push(`h1 is not first but ${first?.outerHTML.slice(0, 60)}`)
    for (const node of document.querySelectorAll('[aria-invalid]')) {
      const by = document.getElementById(node.getAttribute('aria-describedby') ?? '')
      if (!by?.textContent?.trim()) faults.push('an error is told nowhere')
    }
    const { lang, dir } = document.documentElement
    if (!lang || !dir) faults.push('no language')
    // What is written in another script than the page says so.
    const isRight = /[\u0590-\u08FF]/
    for (const node of document.querySelectorAll('main p, main a, main button')) {
      const text = [...node.childNodes].map(({ textContent }) => textContent).join('')
      const isForeign = dir === 'ltr' && isRight.test(text)
      if (isForeign && !node.closest('[lang]:not(html)')) faults.push(`in which language: ${text}`)
    }
    return faults
  })
}

/** What the tab key reaches, in its order, held against the order of the page and of the eye. */
export async function faultsOfKeys(page: Page): Promise<string[]> {
  const asked = await page.evaluate(() => {
    const nodes = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, textarea'),
    ]
    const seen = nodes.filter((node) => {
      const isHidden = node instanceof HTMLInputElement && node.type === 'hidden'
      return !isHidden && (node.matches('.skip') || node.checkVisibility())
    })
    seen.forEach((node, nth) => {
      node.dataset['nth'] = String(nth)
    })
    ;(document.activeElement as HTMLElement | null)?.blur()
    return seen.map((node) => (node.getAttribute('aria-label') ?? node.textContent ?? '').trim())
  })
  const faults: string[] = []
  let lowest = Number.NEGATIVE_INFINITY
  for (const [nth, name] of asked.entries()) {
    await pressTab(page)
    const at = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement | null
      if (!node) return undefined
      const { top, bottom } = node.getBoundingClientRect()
      const { outlineStyle, outlineWidth } = getComputedStyle(node)
      const frame = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
      return {
        nth: Number(node.dataset['nth']),
        top: top + scrollY,
        bottom: bottom + scrollY,
        frame,
      }
    })
    if (at?.nth !== nth) {
      faults.push(`the tab key reaches ${asked[at?.nth ?? -1]} instead of ${name}`)
      break
    }
    if (at.frame < 2) faults.push(`no frame around ${name}`)
    if (at.bottom < lowest) faults.push(`${name} is read after what stands below it`)
    lowest = Math.max(lowest, at.top)
  }
  return faults
}

/** What axe finds on the same page in a browser that runs scripts, which axe needs; by all its rules or those of colours. */
export async function axed(
  same: Page,
  html: string,
  style: string,
  onlyColours = false,
): Promise<string[]> {
  await same.setContent(html.replace('</head>', `<style>${style}</style></head>`))
  const found = await axeFinds(same, { tags: AA, onlyColours })
  return found.map(({ id, nodes }) => `axe: ${id}: ${nodes.join(' ').slice(0, 300)}`)
}
