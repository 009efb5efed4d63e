// Mistakes in what a city asks of its own and leaves out.
import type { Mistake } from './mistake.ts'

const kita = () => ({
  id: 'own-kita',
  kind: 'choice',
  name: { de: 'Kita-Platz' },
  title: { de: 'Brauchen Sie einen Kita-Platz?' },
  options: [
    { id: 'yes', words: { de: 'Ja' } },
    { id: 'no', words: { de: 'Nein' } },
  ],
})

export const questionMistakes: Mistake[] = [
  [
    'questions',
    (p) => (p.questions = [{ ...kita(), id: 'kita' }]),
    'questions[0].id: expected an id that begins with "own-", got "kita"',
  ],
  [
    'question asked twice',
    (p) => (p.questions = [kita(), kita()]),
    'questions[1].id: expected a value of its own, "own-kita" is there already',
  ],
  [
    'question without German',
    (p) => (p.questions = [{ ...kita(), title: { ar: 'روضة؟' } }]),
    'questions[0].title: expected a German text ("de") among the languages',
  ],
  [
    'option without a word',
    (p) => (p.questions = [{ ...kita(), options: [kita().options[0], { id: 'no', words: {} }] }]),
    'questions[0].options[1].words: expected a German text ("de") among the languages',
  ],
  [
    'option twice',
    (p) => (p.questions = [{ ...kita(), options: [kita().options[0], kita().options[0]] }]),
    'questions[0].options[1].id: expected a value of its own, "yes" is there already',
  ],
  [
    'choice without options',
    (p) => (p.questions = [{ ...kita(), options: undefined }]),
    'questions[0].options: expected options for a choice, and none for a text',
  ],
  [
    'text with options',
    (p) => (p.questions = [{ ...kita(), kind: 'text' }]),
    'questions[0].options: expected options for a choice, and none for a text',
  ],
  [
    'icon that is none',
    (p) => (p.questions = [{ ...kita(), icon: 'Kita' }]),
    'questions[0].icon: expected one emoji in colour, got "Kita"',
  ],
  [
    'icon that many fonts draw as a letter',
    (p) => (p.questions = [{ ...kita(), icon: '☎' }]),
    'questions[0].icon: expected one emoji in colour, got "☎"',
  ],
  [
    'one icon before two options',
    (p) => {
      const [yes, no] = kita().options
      p.questions = [
        {
          ...kita(),
          options: [
            { ...yes, icon: '🧸' },
            { ...no, icon: '🧸' },
          ],
        },
      ]
    },
    'questions[0].options[1].icon: expected a value of its own, "🧸" is there already',
  ],
  [
    'condition on a question nobody asks',
    (p) => (p.questions = [{ ...kita(), when: [{ question: 'income', is: ['high'] }] }]),
    'questions[0].when[0].question: expected one of urgent, reason, topics, district, spoken, age',
  ],
  [
    'condition on a question that is left out',
    (p) => {
      p.leaveOut = ['household']
      p.questions = [{ ...kita(), when: [{ question: 'household', is: ['alone'] }] }]
    },
    'questions[0].when[0].question: expected one of',
  ],
  [
    'condition on a later question',
    (p) =>
      (p.questions = [
        { ...kita(), when: [{ question: 'own-later', is: ['yes'] }] },
        { ...kita(), id: 'own-later' },
      ]),
    'questions[0].when[0].question: expected one of',
  ],
  [
    'condition on an answer there is not',
    (p) => (p.questions = [{ ...kita(), when: [{ question: 'household', is: ['castle'] }] }]),
    'questions[0].when[0].is[0]: expected one of alone, family, with-children; got "castle"',
  ],
  [
    'leaveOut',
    (p) => (p.leaveOut = ['urgent']),
    'leaveOut[0]: expected one of alias, age, document, household, german, counsellor, needs, note; got "urgent"',
  ],
]
