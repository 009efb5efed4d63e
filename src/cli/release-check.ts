// `lotse release-check`: what is missing before the first person comes. The list of the administrator's first page.

import { isNeeded } from '../flows/staff/open-facts.ts'
import { openList } from '../flows/staff/open-list.ts'
import { englishName } from '../i18n/terms.ts'
import { wordsOf } from '../staff/frame/words.ts'
import { told } from '../staff/open/told.ts'
import { type Command, command } from './command.ts'

// Whoever has the machine sees what an administrator sees.
const OPERATOR = {
  id: 'release-check',
  client: '',
  role: 'administrator',
  centres: [],
  body: null,
} as const

export const releaseCommands: readonly Command[] = [
  command({
    usage: 'release-check',
    what: 'lists what is missing before a launch; ends with 1 while anything is',
    run: async (terminal) => {
      const deps = await terminal.open()
      const { pressing, toEnter } = await openList(deps, OPERATOR)
      const points = [
        ...toEnter.filter(isNeeded),
        ...pressing,
        ...toEnter.filter((one) => !isNeeded(one)),
      ]
      const words = wordsOf('en')
      for (const point of points) {
        const { about, open, href, how } = told(words, point, englishName)
        const way = href ? `the desk, /staff${href}` : how
        terminal.print(`${isNeeded(point) ? 'NEEDED' : 'open  '}  ${about}: ${open} (${way})`)
      }
      const needed = points.filter(isNeeded).length
      terminal.print(
        points.length === 0
          ? 'Nothing is missing.'
          : `${points.length} are open, ${needed} of them keep a live start from happening.`,
      )
      return points.length === 0
    },
  }),
]
