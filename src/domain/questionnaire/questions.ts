// The questionnaire as versioned data: what is asked, in which order, and what may be skipped.

/** Grows whenever a question, an option or a condition changes; kept with every record. */
export const QUESTIONNAIRE_VERSION = 1

const URGENT = ['no', 'yes', 'danger'] as const

/** Reasons that make a request urgent; the first six mean the same or the next working day. */
const REASONS = [
  'letter',
  'deportation',
  'eviction',
  'no-bed',
  'detention',
  'illness',
  'permit-ends',
  'money-stopped',
  'other',
] as const

export const TOPICS = [
  'residence',
  'letter',
  'work',
  'training',
  'german',
  'school',
  'housing',
  'money',
  'health',
  'family',
  'reunification',
  'recognition',
  'debts',
  'discrimination',
  'violence',
  'other',
] as const

export const DOCUMENTS = [
  'in-person',
  'procedure',
  'duldung',
  'permit',
  'section-104c',
  'section-24',
  'permanent',
  'eu',
  'waiting-paper',
  'visa',
  'german',
] as const

export type QuestionId =
  | 'urgent'
  | 'reason'
  | 'topics'
  | 'district'
  | 'part'
  | 'spoken'
  | 'alias'
  | 'age'
  | 'document'
  | 'household'
  | 'german'
  | 'counsellor'
  | 'needs'
  | 'note'

/** An answer is a code, several codes, typed text, or `null` where the person skipped. */
export type Answer = string | string[] | null
export type Answers = { [Q in QuestionId]?: Answer }

export type Question = {
  id: QuestionId
  /** A: the minimum, asked before the time. B: optional afterwards, always skippable. */
  level: 'A' | 'B'
  /** `open` options come from the city profile or the list of languages. */
  kind: 'one' | 'many' | 'open' | 'text'
  options: readonly string[]
  /** Most choices of a `many`, most characters of a `text`. */
  max?: number
  when?: (answers: Answers) => boolean
}

export const QUESTIONS: readonly Question[] = [
  { id: 'urgent', level: 'A', kind: 'one', options: URGENT },
  {
    id: 'reason',
    level: 'A',
    kind: 'one',
    options: REASONS,
    when: (answers) => answers.urgent === 'yes',
  },
  { id: 'topics', level: 'A', kind: 'many', options: TOPICS, max: 3 },
  { id: 'district', level: 'A', kind: 'open', options: [] },
  { id: 'part', level: 'A', kind: 'open', options: [], when: (a) => a.district === 'unclear' },
  { id: 'spoken', level: 'A', kind: 'open', options: [] },
  { id: 'alias', level: 'B', kind: 'text', options: [], max: 40 },
  { id: 'age', level: 'B', kind: 'one', options: ['under-18', '18-26', '27-plus'] },
  { id: 'document', level: 'B', kind: 'one', options: DOCUMENTS },
  { id: 'household', level: 'B', kind: 'one', options: ['alone', 'family', 'with-children'] },
  { id: 'german', level: 'B', kind: 'one', options: ['none', 'a1-a2', 'b1', 'b2-plus'] },
  { id: 'counsellor', level: 'B', kind: 'one', options: ['woman', 'man', 'either'] },
  {
    id: 'needs',
    level: 'B',
    kind: 'many',
    options: ['wheelchair', 'children-come', 'cannot-read'],
    max: 3,
  },
  { id: 'note', level: 'B', kind: 'text', options: [], max: 300 },
]

/** The question with this id. */
export function question(id: QuestionId): Question {
  const found = QUESTIONS.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

/** The questions of one level that apply to these answers, in order. */
export function asked(level: 'A' | 'B', answers: Answers): readonly Question[] {
  return QUESTIONS.filter((q) => q.level === level && (q.when?.(answers) ?? true))
}
