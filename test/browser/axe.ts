// What axe finds on a page: brought along once for each document and asked for faults alone. Its own way for
// Playwright brings it anew each time, opens another tab, and sends back all that is right as well.

import axe from 'axe-core'
import type { Page } from 'playwright-core'

export const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What can differ where only colours do: see test/house/dark.test.ts. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

type Found = { id: string; nodes: string[] }
type Axe = {
  run: (
    of: Document,
    how: object,
  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/**
 * The rules that are broken, by the HTML where they are. `tags`: of these rules, all by default. `onlyColours`:
 * the page has been asked for everything in other colours. Throws where a page has frames.
 */
export async function axeFinds(
  page: Page,
  { tags, onlyColours = false }: { tags?: readonly string[]; onlyColours?: boolean } = {},
): Promise<Found[]> {
  if (page.frames().length > 1) throw new Error('axe is asked of a page with frames: of each alone')
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const rules = onlyColours ? { type: 'rule', values: OF_COLOURS } : undefined
  const runOnly = rules ?? (tags ? { type: 'tag', values: tags } : undefined)
  return await page.evaluate(
    async (how) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const { violations } = await axe.run(document, { ...how, resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
    },
    runOnly ? { runOnly } : {},
  )
}
