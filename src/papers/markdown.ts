// How a paper is written down: tables, figures, places left open, and what carries a claim.

/** A table; a cell that holds a line break or a bar keeps its row whole. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

const line = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`

export const list = (items: readonly string[]): string =>
  items.map((item) => `- ${item}`).join('\n')

/** A paper: its title, a word on how far it goes, its parts. */
export const paper = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, ...parts.filter((part) => part !== '')].join('\n\n')}\n`

/** What somebody still has to enter, told by what it is; read by whoever looks for what is open. */
export const open = (what: string): string => `[noch einzutragen: ${what}]`

/** What the profile says, or that it says nothing. */
export const saidOr = (value: string | undefined, what: string): string => value || open(what)

/** "1 Tag", "30 Tage". */
export const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`

/** A day YYYY-MM-DD as it is written in German. */
export const germanDay = (day: string): string => day.split('-').reverse().join('.')

const MINUTE = 60_000

/** Milliseconds in the largest unit in which they are whole: "15 Minuten", "7 Tage"; two days are "48 Stunden". */
export function lasting(ms: number): string {
  const minutes = ms / MINUTE
  if (minutes < 60 || minutes % 60 !== 0) return count(minutes, 'Minute', 'Minuten')
  const hours = minutes / 60
  if (hours <= 72 || hours % 24 !== 0) return count(hours, 'Stunde', 'Stunden')
  return count(hours / 24, 'Tag', 'Tage')
}

/** Test files that carry a claim, by their path below test/ without its end. */
export const tests = (...names: readonly string[]): string =>
  names.map((name) => `\`test/${name}.test.ts\``).join(', ')
