// The app of the demo's second factor: the code it shows now, as it stands on the phone of whoever signs in.

import { html, raw } from 'hono/html'
import { demoWithCode } from '../flows/sign-in/demo-account.ts'
import { base32, qrSvg } from '../staff/frame/qr.ts'
import { FIRST_WORDS, type FirstLanguage } from './first-words.ts'
import { smallPage } from './small-page.ts'

/** How many seconds a code is there. */
export const PERIOD = 30

/** The page; `left`: seconds until the next code, with which it comes again by itself. */
export function codePage(language: FirstLanguage, { code, left }: { code: string; left: number }) {
  const words = FIRST_WORDS[language]
  const { email, secret } = demoWithCode
  const key = base32(new TextEncoder().encode(secret))
  const label = encodeURIComponent(`Lotse-Demo:${email}`)
  const qr = qrSvg(`otpauth://totp/${label}?secret=${key}&issuer=Lotse-Demo`, words.codeKey)
  return smallPage(
    language,
    words.codeTitle,
    html`<p>${words.codeOf} <strong>${email}</strong></p>
    <p class="code" id="code">${code.slice(0, 3)} ${code.slice(3)}</p>
    <p>${words.codeLasts} ${left}</p>
    <p class="soft">${words.codeHint}</p>
    <details>
      <summary>${words.codeKey}</summary>
      ${raw(qr)}
      <p><code>${key.match(/.{1,4}/g)?.join(' ') ?? key}</code></p>
    </details>
    <p><a href="/simulator">${words.toChat}</a></p>`,
  )
}
