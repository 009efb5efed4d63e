// What of the law nobody has read, or not word for word: listed at the head of a paper, where it is marked below.

import { HOW_FAR } from './law.ts'

const MARK = /\[(?:gelesen: [^\]]*)?ungeprüft[^\]]*\]/g
// From the first paragraph or article of a cell or half-sentence on.
const CITED = /(?:§§? |Art\. |Artikel |BSI-)[^|;\]]*$/
const PHRASES = /[|;:.()\]]\s*/

/** Each citation or claim of a paper that bears a mark, once, in the order of the paper. */
function uncheckedIn(paper: string): string[] {
  const all = paper
    .replace(HOW_FAR, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) =>
      [...line.matchAll(MARK)].map(({ index }) => {
        const before = line.slice(0, index).trimEnd()
        const said = CITED.exec(before)?.[0] ?? before.split(PHRASES).at(-1) ?? ''
        return said.replaceAll('*', '').replace(/^- /, '').trim()
      }),
    )
  return [...new Set(all)].filter(Boolean)
}

/** The paper with what is unchecked in it below what it says of itself. */
export function withUnchecked(paper: string): string {
  const all = uncheckedIn(paper).map((said) => `${said} [ungeprüft]`)
  const told =
    all.length > 0
      ? `**Ungeprüft in diesem Blatt, ganz oder im Wortlaut:** ${all.join(' · ')}`
      : '**Ungeprüft in diesem Blatt:** nichts außer den Artikeln der DSGVO, wo sie genannt sind [ungeprüft]'
  return paper.replace(HOW_FAR, `${HOW_FAR}\n\n${told}`)
}
