// What axe finds on a page: brought along once for each document and asked for faults alone. Its own way for
// Playwright brings it anew each time, opens another tab, and sends back all that is right as well.

import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { SOURCE } from './axe-source.ts'

export const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What can differ where only colours do: see test/house/dark.test.ts. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** What can differ between two widths at which the same styles hold. */
const OF_WIDTH = [...OF_COLOURS, 'target-size', 'scrollable-region-focusable']

type Found = { id: string; nodes: string[] }

/**
 * The rules that are broken, by the HTML where they are. `tags`: of these rules, all by default. `onlyColours`:
 * the page has been asked for everything in other colours. `seen`: the same page is looked at several times, and
 * this remembers the styles that held, so that only what the width can change is asked again. Throws where a page
 * has frames.
 */
export async function axeFinds(
  page: Page,
  {
    tags,
    onlyColours = false,
    seen = new Set(),
  }: { tags?: readonly string[]; onlyColours?: boolean; seen?: Set<string> } = {},
): Promise<Found[]> {
  if (page.frames().length > 1) throw new Error('axe is asked of a page with frames: of each alone')
  const { styles, isThere } = await stylesOf(page)
  const isSeen = seen.has(styles)
  // These colours were seen at another width, and what lies over what at this one in other colours.
  if (isSeen && onlyColours) return []
  seen.add(styles)
  if (!isThere) await page.evaluate(SOURCE)
  const few = (onlyColours && OF_COLOURS) || (isSeen && OF_WIDTH)
  const asked = few || tags
  const how: axeCore.RunOptions = {
    resultTypes: ['violations'],
    ...(asked ? { runOnly: { type: few ? 'rule' : 'tag', values: [...asked] } } : {}),
  }
  return await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore }
    const { violations } = await axe.run(document, options)
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
  }, how)
}

/** Which of the conditions in the page's styles hold, and whether axe was brought along. */
const stylesOf = (page: Page) =>
  page.evaluate(() => {
    // Colours of the browser's own follow it without a condition.
    const found: (string | boolean)[] = [matchMedia('(prefers-color-scheme: dark)').matches]
    const reads = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) found.push(matchMedia(rule.conditionText).matches)
        if (rule instanceof CSSContainerRule) found.push(`${innerWidth}`)
        if ('cssRules' in rule) reads(rule.cssRules as CSSRuleList)
      }
    }
    for (const { cssRules } of document.styleSheets) reads(cssRules)
    return { styles: found.join(), isThere: 'axe' in globalThis }
  })
