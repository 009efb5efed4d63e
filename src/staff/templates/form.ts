// The form about a template: its name, and its text in every language.

import { html } from 'hono/html'
import { cleanText } from '../../domain/people/typed-text.ts'
import {
  faultOfText,
  fieldsOfText,
  isShipped,
  TEMPLATE_FIELDS,
  type TemplateField,
} from '../../domain/profile/templates.ts'
import { isRightToLeft, languageTerms } from '../../i18n/terms.ts'
import type { Frame } from '../frame/frame.ts'
import { input, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Words } from '../frame/words.ts'
import { fieldOf, fitsField, staleField } from './texts.ts'

const FIELD_WORDS = {
  Tag: 'templateField_Tag',
  Uhrzeit: 'templateField_Uhrzeit',
  Ort: 'templateField_Ort',
  Telefon: 'templateField_Telefon',
  Unterlagen: 'templateField_Unterlagen',
} as const satisfies Record<TemplateField, string>

/** `id` is none for a new one. */
export function templateForm(
  { words }: Frame,
  shown: Shown,
  languages: readonly string[],
  id: string | null,
): Html {
  const { fields } = shown
  const isNew = fields['new'] !== undefined
  const gone = id !== null && isShipped(id) ? words.templateReset : words.templateRemove
  return html`<section class="card">${isNew ? html`<input type="hidden" name="new" value="${fields['new']}">` : ''}
${input(shown, 'name', words.templateName, { fault: 'faultTemplateName' })}
${tick(shown, 'off', words.templateSwitchOff)}
${isNew ? '' : tick(shown, 'gone', gone)}</section>
<section class="card"><h2>${words.templateTexts}</h2><p class="hint">${words.templateHint}</p>
<p class="hint">${words.templateFields}</p>
<dl class="facts">${TEMPLATE_FIELDS.map((field) => html`<dt><code>{${field}}</code></dt><dd>${words[FIELD_WORDS[field]]}</dd>`)}</dl>
<p class="hint">${words.templateFieldsBooked}</p>
${languages.map((key) => textField(shown, key))}</section>`
}

function textField(shown: Shown, language: string): Html {
  const { words, fields, faults } = shown
  const name = fieldOf(language)
  const typed = fields[name] ?? ''
  const isFaulty = faults.has(name)
  const told = isFaulty ? html` aria-invalid="true" aria-describedby="fault-${name}"` : ''
  const isStale = fields[staleField(language)] === 'yes'
  const said =
    language === 'de'
      ? ''
      : typed.trim() === ''
        ? words.templateNotYet
        : isStale
          ? words.templateStale
          : ''
  const open = said === '' ? '' : html` <span class="soft">(${said})</span>`
  const looked =
    language === 'de'
      ? tick(shown, 'corrected', words.templateCorrected)
      : isStale
        ? html`<input type="hidden" name="${staleField(language)}" value="yes">${tick(shown, fitsField(language), words.say('templateFits', { language: languageTerms.reading(language) }))}`
        : ''
  const fault = isFaulty
    ? html`<p class="fault" id="fault-${name}">${whyNot(words, typed, fields[fieldOf('de')] ?? '')}</p>`
    : ''
  return html`<label for="${name}">${languageTerms.reading(language)}${open}</label>
<textarea id="${name}" name="${name}" lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}"${told}>${cleanText(typed, true)}</textarea>${fault}${looked}`
}

const inBraces = (fields: readonly string[]) => fields.map((field) => `{${field}}`).join(' ')

function whyNot(words: Words, typed: string, german: string): string {
  switch (faultOfText(typed.replace(/\r\n?/g, '\n'))) {
    case 'empty':
      return words.faultRequired
    case 'long':
      return words.faultTemplateLong
    case 'hidden':
      return words.faultTemplateHidden
    case 'markup':
      return words.faultTemplateMarkup
    case 'field':
      return words.say('faultTemplateField', { fields: inBraces(TEMPLATE_FIELDS) })
    case null:
      return words.say('faultTemplateDiffer', {
        fields: inBraces(fieldsOfText(german)) || words.faultTemplateNone,
      })
  }
}
