// The form that the comparison bots ask: as many steps and buttons as a talk with Lotse has.

import { Agent } from 'node:http'

export const LANGUAGES = ['de', 'en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

const WORDS: Record<Language, { ask: string; option: string; done: string }> = {
  de: {
    ask: 'Wobei brauchen Sie Hilfe? Bitte wählen Sie aus, was am besten passt. Sie können später noch etwas ändern.',
    option: 'Antwort',
    done: 'Vielen Dank. Wir melden uns bei Ihnen.',
  },
  en: {
    ask: 'What do you need help with? Please choose what fits best. You can change it later.',
    option: 'Answer',
    done: 'Thank you. We will get in touch.',
  },
  ar: {
    ask: 'بماذا تحتاج إلى مساعدة؟ يرجى اختيار ما يناسبك. يمكنك تغيير ذلك لاحقًا.',
    option: 'إجابة',
    done: 'شكرًا لك. سنتواصل معك.',
  },
}

/** Steps of the form after /start; one more in each bot's walk. */
export const STEPS = Number(process.env['STEPS'] ?? 7)

export type Shown = {
  text: string
  options: {
    parse_mode: 'HTML'
    reply_markup: { inline_keyboard: { text: string; callback_data: string }[][] }
  }
}

/** A screen of seven buttons; `step` counts from 0. */
export function screen(language: Language, step: number): Shown {
  const words = WORDS[language]
  const text = step < STEPS ? `<b>${step + 1}/${STEPS}</b>\n${words.ask}` : words.done
  const inline_keyboard = Array.from({ length: 7 }, (_, option) => [
    { text: `${words.option} ${option + 1}`, callback_data: `f:${step}:${option}` },
  ])
  return { text, options: { parse_mode: 'HTML', reply_markup: { inline_keyboard } } }
}

/** The language that the first answer picks. */
export function languageOf(option: number): Language {
  return LANGUAGES[option % LANGUAGES.length] ?? 'de'
}

/** How grammY reaches Telegram: over connections that stay open. */
export function client() {
  const apiRoot = process.env['TELEGRAM_API_ROOT'] ?? ''
  return {
    apiRoot,
    baseFetchConfig: { agent: new Agent({ keepAlive: true }), compress: true } as never,
  }
}
