// A district that was answered stands in the reader's script beside the Latin name, as on the list it was chosen from.

import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { answersToCheck } from '../../../src/domain/dialog/show/answers.ts'
import { showMyData } from '../../../src/domain/dialog/show/my-data.ts'
import { beginTalk, type Talk } from '../../../src/domain/dialog/talk.ts'
import { createI18n } from '../../../src/i18n/index.ts'
import { render } from '../../../src/telegram/render.ts'
import { isolateFaults } from '../../i18n/checks/screens.ts'

const i18n = createI18n()
const facts = shownFacts(factsAt(MONDAY))
const { districts } = facts.profile
const plain = (text: string) => text.replace(/[\u200E\u200F\u2066-\u2069]/g, '')

const talkIn = (language: string, district: string): Talk => ({
  ...beginTalk(language),
  answers: { urgent: 'no', topics: ['housing'], district, spoken: 'ar' },
})

describe.each(i18n.languages)('in $key', ({ key, direction }) => {
  it.each(districts.map(({ id }) => id))('%s', (id) => {
    const place = districts.find((one) => one.id === id)
    const own = place?.names?.[key]
    // Whoever reads from right to left may not read Latin letters.
    if (direction === 'rtl') expect(own).toBeDefined()
    const talk = talkIn(key, id)
    const district = answersToCheck(talk, facts).find(
      ({ tap }) => tap.do === 'more' && tap.question === 'district',
    )
    const checked = district ? i18n.t(key, district.value, MONDAY) : ''
    const held = render(i18n, showMyData(talk, facts, 'answers'), key, MONDAY).text
    for (const text of [checked, held]) {
      expect(plain(text)).toContain(place?.name)
      if (own) expect(plain(text)).toContain(own)
      expect(isolateFaults(text)).toEqual([])
    }
  })
})
