// `lotse dossier DIR`: the papers that data protection, IT security and works councils ask for, in German.

import type { Deps } from '../deps.ts'
import { dateOf } from '../domain/calendar/wall-clock.ts'
import { currentCity } from '../flows/city.ts'
import type { Entered } from '../papers/given.ts'
import { germanDay } from '../papers/markdown.ts'
import { type Command, command } from './command.ts'

export const dossierCommands: readonly Command[] = [
  command({
    usage: 'dossier DIR',
    what: 'writes the papers to be signed (German), from the profile and the settings, into a new folder',
    run: async (terminal, folder) => {
      // Only here: other commands start without it.
      const { dossier } = await import('../papers/dossier.ts')
      const deps = await terminal.open()
      const { profile } = await currentCity(deps)
      const { config, version, clock } = deps
      const entered = await enteredIn(deps)
      const papers = dossier({
        profile,
        config,
        entered,
        version,
        day: germanDay(dateOf(clock.now())),
      })
      terminal.makeFolder(folder)
      for (const [file, text] of papers) terminal.write(`${folder}/${file}`, text)
      const open = [...papers.values()].flatMap((text) => text.match(/\[noch einzutragen/g) ?? [])
      terminal.print(
        `${folder}: ${papers.size} papers, ${open.length} places to be filled in. Begin with README.md.`,
      )
      return true
    },
  }),
]

async function enteredIn({ store, clock }: Deps): Promise<Entered> {
  const now = clock.now()
  const [webhooks, tokens, targets] = await Promise.all([
    store.webhooks.list(),
    store.staff.tokens.list(),
    store.notices.list(),
  ])
  const centresWith = (kind: string) =>
    targets.filter((target) => target.kind === kind).map(({ centre }) => centre)
  return {
    webhooks: webhooks.map(({ url, events }) => ({ host: new URL(url).host, events })),
    tokens: tokens
      .filter(({ revokedAt, expiresAt }) => !revokedAt && (expiresAt === null || expiresAt > now))
      .map(({ name, role, body }) => ({ name, role, body })),
    mailboxes: centresWith('mail'),
    groups: centresWith('group'),
  }
}
