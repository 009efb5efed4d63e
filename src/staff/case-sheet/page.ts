// The case sheet of a request: to be copied field by field or as a whole, printed, or read by a machine.

import { html } from 'hono/html'
import { type SheetRow, sheetText } from '../../domain/people/case-sheet.ts'
import type { CaseSheet } from '../../flows/staff/case-sheet.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { recordHref } from '../record/trail.ts'

export function caseSheetPage(frame: Frame, { id, reference, rows, system, systems }: CaseSheet) {
  const { words } = frame
  const others = systems.filter((one) => one.id !== system.id)
  const text = sheetText(rows)
  const json = `/staff/intakes/${id}/case-sheet.json?${new URLSearchParams({ system: system.id })}`
  return html`<p class="no-print"><a href="${recordHref(frame, id)}">${reference}</a></p>
<h1>${words.caseSheet}: ${reference}</h1>
<p>${words.caseSystem}: <strong>${system.name}</strong></p>
<p>${words.contactsOnly}</p>
${
  others.length === 0
    ? ''
    : html`<nav class="actions no-print" aria-label="${words.caseSystems}">${others.map(
        (one) =>
          html`<a class="button quiet" href="${recordHref(frame, id, '/case-sheet', { system: one.id })}">${one.name}</a>`,
      )}</nav>`
}
<section class="card"><p class="hint no-print">${words.caseSheetHint}</p>
<p class="said no-print" role="status" data-copied></p>
<dl class="facts copied">${rows.map((row, at) => field(frame, row, at))}</dl></section>
<section class="card no-print"><h2><label for="all">${words.caseSheetText}</label></h2>
<textarea id="all" readonly dir="auto" rows="${Math.min(30, text.split('\n').length + 1)}">${text}</textarea>
<div class="actions">${copyButton(frame, 'all', words.copyAll)}<a class="button quiet" href="${json}">${words.asJson}</a></div>
<p class="hint">${words.printHint}</p></section>
<script src="/staff/copy.js" defer></script>`
}

function field(frame: Frame, { label, value, isKept }: SheetRow, at: number): Html {
  const { words } = frame
  if (value === '') {
    return html`<dt>${label}</dt><dd><span class="soft">${isKept ? words.notShown : '–'}</span></dd>`
  }
  return html`<dt>${label}</dt><dd><bdi id="field-${at}" dir="auto" class="lines">${value}</bdi> ${copyButton(frame, `field-${at}`, words.copy, label)}</dd>`
}

// Hidden until the script is there that it needs.
const copyButton = ({ words }: Frame, from: string, text: string, of = ''): Html =>
  html`<button class="quiet no-print" type="button" hidden data-copy="${from}" data-said="${words.copied}${of ? `: ${of}` : ''}">${text}${of ? html`<span class="away"> ${of}</span>` : ''}</button>`
