// Referrals of a request with their answer and outcome, and the sheet to take along.

import { html } from 'hono/html'
import { passedLines } from '../../domain/dialog/show/referral.ts'
import { say, type Text } from '../../domain/dialog/text.ts'
import { REFERRAL_OUTCOMES, type Referral } from '../../domain/people/care.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { centreOf, type Profile, targetIn } from '../../domain/profile/profile.ts'
import { isRightToLeft } from '../../i18n/terms.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { ANSWER_WORDS, OUTCOME_WORDS } from '../frame/terms.ts'

export function referralsPanel(
  frame: Frame,
  profile: Profile,
  intake: string,
  referrals: readonly Referral[],
  confirmed: Html,
): Html {
  const { words } = frame
  if (referrals.length === 0) return html``
  const item = (one: Referral) => html`<li>
<p><strong>${targetIn(profile, one.target)?.name ?? one.target}</strong> – ${words[ANSWER_WORDS[one.answer ?? 'none']]}${
    one.answeredAt ? html`, ${dayAndClock(one.answeredAt)}` : ''
  }${one.outcome ? html` – ${words[OUTCOME_WORDS[one.outcome]]}` : ''}</p>
${one.answer === 'no' ? '' : html`<p class="no-print"><a href="/staff/intakes/${intake}/referrals/${one.id}/slip">${words.referralSlip}</a></p>`}
${outcomeForm(frame, intake, one)}</li>`
  return html`<section class="card"><h2>${words.referrals}</h2>
${confirmed}<p class="hint no-print">${words.referralSlipHint}</p><ul class="plain">${referrals.map(item)}</ul></section>`
}

function outcomeForm(frame: Frame, intake: string, { id, outcome }: Referral): Html {
  const { words } = frame
  const options = REFERRAL_OUTCOMES.map((one) => option(one, words[OUTCOME_WORDS[one]], outcome))
  return html`<form class="no-print" method="post" action="/staff/intakes/${intake}/referrals/${id}/outcome">${formToken(frame)}
<label for="outcome-${id}">${words.outcome}</label><select id="outcome-${id}" name="outcome" required><option value=""></option>${options}</select>
<div class="actions"><button class="quiet">${words.save}</button></div></form>`
}

/** Words a text in one language; `now` is part of it. */
type Wording = (language: string, text: Text) => string

/** The sheet: German for those who receive it, the person's language for them. */
export function slipPage(
  profile: Profile,
  intake: CaseIntake,
  referral: Referral,
  word: Wording,
): Html {
  const languages = [...new Set(['de', intake.language])]
  const side = (language: string) => {
    const t = (key: string, values?: Text['values']) => word(language, say(key, values))
    const centre = centreOf(profile, intake.centre)
    const target = targetIn(profile, referral.target)
    const lines = passedLines(referral).flatMap((line) => ('text' in line ? [line.text] : []))
    const [heading, ...passed] = lines.map((text) => word(language, text))
    return html`<section class="card" lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
<h1>${t('referral.slip.title')}</h1>
<p>${t('referral.slip.from', { centre: centre?.name ?? intake.centre })}${centre?.address ? html`<br><bdi>${centre.address}</bdi>` : ''}</p>
<p><strong>${t('referral.to', { target: target?.name ?? referral.target })}</strong>${reachedAt(target)}</p>
<p>${t('booking.appointment.code')} <bdi>${intake.ref}</bdi></p>
<p>${heading}</p>
${passed.length > 0 ? html`<ul>${passed.map((one) => html`<li>${one}</li>`)}</ul>` : ''}
<p>${t(referral.answer === 'yes' ? 'referral.answer.yes' : 'referral.slip.agree')}</p>
<p>${t('referral.slip.signature')}: ______________________</p>
<p>${t('referral.slip.show')}</p></section>`
  }
  return html`<div class="columns">${languages.map(side)}</div>`
}

function reachedAt(target: ReturnType<typeof targetIn>): Html {
  if (!target || !('phones' in target || 'address' in target)) return html``
  const { address, phones = [] } = target
  return html`${[address, ...phones].flatMap((line) => (line ? [html`<br><bdi dir="ltr">${line}</bdi>`] : []))}`
}
