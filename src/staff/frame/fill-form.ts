// Fills one form of a page of our own in: what was typed stands in its fields again, and what is wrong with a field
// beside it. On the finished page, so that no page has to know of it and no form can be left out.

import { html } from 'hono/html'
import type { Fields } from './place.ts'
import type { Words } from './words.ts'

type Filling = {
  /** Where the form is sent to. */
  action: string
  fields: Fields
  faults: ReadonlySet<string>
  words: Words
  /** Said after the heading of the page, as HTML. */
  above: string
  /** Whether the form counts as another one than what was sent; else what is sent twice counts once. */
  isNew: boolean
  /** HTML for what was typed and has no field on the page. */
  lost: (left: Fields) => Promise<string>
}

const FORM = /<form\b[^>]*\smethod="post"[^>]*>[\s\S]*?<\/form>/g
// Our own pages escape what stands in an attribute, so a tag ends at its first `>`.
const CONTROL =
  /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g

/** The page with its form filled in, or with what was typed where it has no such form. */
export async function fillForm(page: string, filling: Filling): Promise<string> {
  const found = formIn(page, filling)
  const left = new Map(Object.entries(filling.fields))
  const form = found && filledForm(found.text, filling, left)
  // A choice that stands folded away is opened.
  const before = found ? opened(unfolded(page.slice(0, found.at))) : page
  const whole = found ? before + form + page.slice(found.at + found.text.length) : page
  return afterHeading(whole, filling.above + (await filling.lost(Object.fromEntries(left))))
}

/** The one form that is sent there; of several, the one that was sent. */
function formIn(page: string, { action, fields }: Filling): { text: string; at: number } | null {
  const sentThere = [...page.matchAll(FORM)].filter(
    ([text]) => attribute(text, 'action') === action,
  )
  const [first] = sentThere
  const one = sentThere.length === 1 ? first : sentThere.find(([text]) => isSame(text, fields))
  return one ? { text: one[0], at: one.index } : null
}

/** Whether everything that stands hidden in a form is what was sent. */
function isSame(form: string, fields: Fields): boolean {
  const hidden = [...form.matchAll(/<input\b[^>]*>/g)].filter(([tag]) =>
    /\btype="hidden"/.test(tag),
  )
  return hidden.every(([tag]) => {
    const name = attribute(tag, 'name')
    return name === 'form' || name === 'id' || fields[name] === attribute(tag, 'value')
  })
}

function filledForm(form: string, filling: Filling, left: Map<string, string>): string {
  const { fields, words, faults } = filling
  // The page comes to where something is to be done.
  let hasFocus = false
  const filled = form.replace(CONTROL, (all, area, _text, choice, options) => {
    const tag = all.slice(0, all.indexOf('>') + 1)
    const name = attribute(tag, 'name')
    const value = fields[name]
    left.delete(name)
    const kind =
      area !== undefined ? 'area' : choice !== undefined ? 'choice' : attribute(tag, 'type')
    if (kind === 'hidden') return hiddenAgain(tag, name, value, filling)
    if (kind === 'password' || kind === 'file' || name === '') return all
    if (kind === 'checkbox' || kind === 'radio') {
      const off = tag.replace(/\schecked(?=[\s>])/, '')
      const isOn = /\svalue=/.test(tag) ? value === attribute(tag, 'value') : value !== undefined
      return isOn ? off.replace(/>$/, ' checked>') : off
    }
    const isGone =
      kind === 'choice' && value !== undefined && value !== '' && !hasOption(options, value)
    const most = Number(attribute(tag, 'maxlength')) || undefined
    const why = faults.has(name) || isGone ? faultOf(words, kind, value, { isGone, most }) : null
    const isTold = why !== null && !all.includes('aria-invalid')
    const withFocus = !hasFocus && (why !== null || (faults.size === 0 && kind === 'area'))
    hasFocus ||= withFocus
    const opening = marked(tag, name, { isTold, hasFocus: withFocus })
    const below = isTold ? text(html`<p class="fault" id="fault-${name}">${why}</p>`) : ''
    if (kind === 'area') return `${opening}${text(html`${value ?? ''}`)}</textarea>${below}`
    if (kind === 'choice') return `${opening}${chosen(options, value, isGone)}</select>${below}`
    return `${withValue(opening, value ?? '')}${below}`
  })
  const elsewhere = [...faults].filter((name) => !filled.includes(`id="fault-${name}"`))
  return elsewhere.reduce((all, name) => withGroupFault(all, name, words), filled)
}

/** At a group of boxes by its name; what is no field and no group, at the beginning of the form. */
function withGroupFault(form: string, name: string, words: Words): string {
  const fault = text(html`<p class="fault" id="fault-${name}">${words.faultChoose}</p>`)
  const group = new RegExp(`(<fieldset name="${name}")(>\\s*<legend>.*?</legend>)`)
  return group.test(form)
    ? form.replace(group, `$1 aria-describedby="fault-${name}"$2${fault}`)
    : form.replace(/^<form\b[^>]*>/, `$&${fault}`)
}

function hiddenAgain(tag: string, name: string, value: string | undefined, { isNew }: Filling) {
  return name === 'id' && value !== undefined && !isNew ? withValue(tag, value) : tag
}

function faultOf(
  words: Words,
  kind: string,
  value: string | undefined,
  { isGone, most = Infinity }: { isGone: boolean; most?: number | undefined },
): string {
  if (isGone) return words.faultGone
  const typed = [...(value ?? '')].length
  if (typed > most) return words.say('faultTooLong', { most, typed })
  if (kind === 'choice') return words.faultChoose
  if (!value?.trim()) return words.faultRequired
  if (kind === 'tel') return words.faultPhone
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value))
    return words.noticeMailMisread
  return words.faultCheck
}

function marked(tag: string, name: string, how: { isTold: boolean; hasFocus: boolean }): string {
  const focused = how.hasFocus ? tag.replace(/>$/, ' autofocus>') : tag
  if (!how.isTold) return focused
  const told = /\saria-describedby="([^"]*)"/.exec(focused)?.[1]
  const by = told ? `fault-${name} ${told}` : `fault-${name}`
  const bare = focused.replace(/\saria-describedby="[^"]*"/, '')
  return bare.replace(/>$/, ` aria-invalid="true" aria-describedby="${by}">`)
}

const withValue = (tag: string, value: string) =>
  tag.replace(/\svalue="[^"]*"/, '').replace(/>$/, () => text(html` value="${value}">`))

const OPTION = /<option\b[^>]*>/g

const hasOption = (options: string, value: string) =>
  [...options.matchAll(OPTION)].some(([tag]) => attribute(tag, 'value') === value)

/** What is there no more is not exchanged for what happens to stand first. */
function chosen(options: string, value: string | undefined, isGone: boolean): string {
  const none = options.replaceAll(/(<option\b[^>]*?)\sselected(?=[\s>])/g, '$1')
  if (isGone || value === undefined) {
    return hasOption(none, '') ? none : `<option value="" selected></option>${none}`
  }
  return none.replace(OPTION, (tag) =>
    attribute(tag, 'value') === value ? tag.replace(/>$/, ' selected>') : tag,
  )
}

/** The same of a form that its link would open. */
function unfolded(before: string): string {
  const at = before.lastIndexOf('<section class="card sheet')
  if (at < 0 || before.indexOf('<section class="card', at + 1) >= 0) return before
  return `${before.slice(0, at)}<section data-open${before.slice(at + '<section'.length)}`
}

/** The fold in which the form stands, if it is in one. */
function opened(before: string): string {
  const at = before.lastIndexOf('<details')
  if (at < 0 || before.indexOf('</details>', at) >= 0) return before
  return `${before.slice(0, at)}${before.slice(at).replace(/^<details\b(?![^>]*\sopen)/, '<details open')}`
}

function afterHeading(page: string, said: string): string {
  const heading = /<\/h1>/.exec(page)
  const main = /<main\b[^>]*>/.exec(page)
  const at = heading
    ? heading.index + heading[0].length
    : (main?.index ?? 0) + (main?.[0].length ?? 0)
  return page.slice(0, at) + said + page.slice(at)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** An attribute of the first tag of a text, as it was before it was escaped. */
function attribute(tag: string, name: string): string {
  const value = new RegExp(`^<[^>]*?\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity: string) => ENTITIES[entity] ?? '')
}

// Only of strings, so it is there at once.
const text = (content: unknown) => String(content)
