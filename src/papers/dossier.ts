// All papers of a city, by file name.

import { authoritiesPaper } from './authorities.ts'
import { contractPaper } from './contract.ts'
import { cryptoPaper } from './crypto.ts'
import { employeesPaper } from './employees.ts'
import { figuresOf } from './figures.ts'
import type { Given } from './given.ts'
import { impactPaper } from './impact.ts'
import { jointPaper } from './joint.ts'
import { type ChurchOrState, LAWS } from './law.ts'
import { networkPaper } from './network.ts'
import { overview } from './overview.ts'
import { recordPaper } from './record.ts'
import { retentionPaper } from './retention.ts'
import { needsPaper } from './security-needs.ts'
import { telegramPaper, usesTelegram } from './telegram.ts'
import { measuresPaper } from './toms.ts'
import { withUnchecked } from './unchecked.ts'

/** German Markdown by file name; the first sheet is README.md. Pure: the same settings give the same papers. */
export function dossier(given: Given): ReadonlyMap<string, string> {
  const f = figuresOf(given.profile)
  const papers = new Map([
    ['verzeichnis.md', recordPaper(given, f)],
    ['verzeichnis-beschaeftigte.md', employeesPaper(given, f)],
    ['folgenabschaetzung.md', impactPaper(given, f)],
    ['massnahmen.md', measuresPaper(given, f)],
    ['loeschkonzept.md', retentionPaper(given, f)],
    ['behoerdenanfragen.md', authoritiesPaper(given, f)],
    ['schutzbedarf.md', needsPaper(given, f)],
    ['kryptokonzept.md', cryptoPaper(given, f)],
    ['netzmatrix.md', networkPaper(given)],
  ])
  if (usesTelegram(given)) papers.set('telegram.md', telegramPaper(given, f))
  for (const church of Object.keys(LAWS) as ChurchOrState[]) {
    const end = church.toLowerCase()
    papers.set(`auftragsverarbeitung-${end}.md`, contractPaper(given, f, church))
    papers.set(`gemeinsame-verantwortung-${end}.md`, jointPaper(given, f, church))
  }
  const all = new Map([['README.md', overview(given, papers)], ...papers])
  return new Map([...all].map(([name, paper]) => [name, withUnchecked(paper)]))
}
