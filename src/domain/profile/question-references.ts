// A city's own questions and those it leaves out: what their ids and conditions must refer to.

import type { Question } from '../questionnaire/question.ts'
import { QUESTIONS } from '../questionnaire/questions.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import type { OwnQuestion } from './own-questions.ts'
import type { Profile } from './schema.ts'

type Known = { id: string; codes: readonly string[] }

/** Every fault in what a city asks of its own, and in what it leaves out. */
export const questionFaults = (profile: Profile): Fault[] => {
  const { questions = [], leaveOut = [] } = profile
  const optional = QUESTIONS.filter(({ level }) => level === 'B').map(({ id }) => id)
  const asked = QUESTIONS.filter(({ id, level }) => level !== 'danger' && !leaveOut.includes(id))
  return [
    ...repeated(
      questions.map(({ id }) => id),
      (index) => ['questions', index, 'id'],
    ),
    // What is asked first is what a request is sorted and routed by.
    ...leaveOut.flatMap((id, index) => oneOf(id, optional, ['leaveOut', index])),
    ...questions.flatMap((own, at) => [
      ...repeated(
        (own.options ?? []).map(({ id }) => id),
        (index) => ['questions', at, 'options', index, 'id'],
      ),
      ...iconFaults(own, at),
      ...conditionFaults(own, at, [
        ...asked.map((one) => known(one, profile)),
        ...questions.slice(0, at).map(knownOwn),
      ]),
    ]),
  ]
}

/** Who cannot read finds an answer by its icon: it has one of its own. */
const iconFaults = ({ options = [] }: OwnQuestion, at: number): Fault[] => {
  const given = options.flatMap(({ icon }, index) => (icon ? [{ icon, index }] : []))
  return repeated(
    given.map(({ icon }) => icon),
    (nth) => ['questions', at, 'options', given[nth]?.index ?? nth, 'icon'],
  )
}

const conditionFaults = ({ when = [] }: OwnQuestion, at: number, earlier: readonly Known[]) => {
  const choices = earlier.filter(({ codes }) => codes.length > 0)
  return when.flatMap(({ question, is }, index) => {
    const path = ['questions', at, 'when', index]
    const found = choices.find(({ id }) => id === question)
    const ids = choices.map(({ id }) => id)
    if (!found) return oneOf(question, ids, [...path, 'question'])
    return is.flatMap((code, nth) => oneOf(code, found.codes, [...path, 'is', nth]))
  })
}

const known = ({ id, options }: Question, { districts }: Profile): Known => ({
  id,
  codes: [
    ...('list' in options && options.from !== 'parts' ? options.list.map(({ code }) => code) : []),
    ...(options.from === 'districts' ? districts.map((one) => one.id) : []),
  ],
})

const knownOwn = ({ id, options = [] }: OwnQuestion): Known => ({
  id,
  codes: options.map((option) => option.id),
})
