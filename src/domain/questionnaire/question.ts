// What one entry of the questionnaire says of its question. Nothing may be left out: what asks, keeps,
// words, exports and counts answers reads it here.

/** An answer is a code, several codes, typed text, or `null` where the person skipped. */
export type Answer = string | string[] | null

/** Texts by language key; German at least. */
type Words = Readonly<Record<string, string>>

export type Option = {
  code: string
  /** German, as it stands in the record. */
  term: string
  /**
   * Stands before the words wherever they are, so that whoever listens finds the button; the same icon means the same
   * everywhere. Names of places and languages have none.
   */
  icon: string | null
  /** Only where the city gave them; else `questions.<id>.option.<code>` of the locale. */
  words?: Words
  style?: 'danger'
  /** Where the talk goes at once when this is chosen. */
  leadsTo?: 'danger' | 'minor'
  /** `questions.<id>.about.<code>` explains it below the question, where its button is. */
  explained?: true
  /** `questions.<id>.advice.<code>` stands above what comes next, once it is chosen. */
  advised?: true
  /** Its button stands on every screenful. */
  stays?: true
  /** Never on a button: only a rule gives this answer. */
  unasked?: true
}

/** Where the options come from: their own list; or the city or the languages, with a list beside. */
type Options =
  | { from: 'list' | 'districts' | 'parts' | 'languages'; list: readonly Option[] }
  | { from: 'nowhere' }

/** Met where the answer to an earlier question is, or has among it, one of these codes. */
export type Condition = { question: string; is: readonly string[] }

/** An answer that goes when this one is given, unless this one is one of some codes. */
type Clearing = { question: string; unless: readonly string[] }

/**
 * Where the record has it: a field of its own, the urgency with its reasons, or the list of what the
 * city asks.
 */
export type RecordPlace =
  | { field: string; as: 'code' | 'codes' | 'text' | 'note' }
  | 'urgency'
  | 'city-questions'

/** What staff read; the German one is that of the record. */
type Term = { de: string; en: string }

export type Question = {
  id: string
  /** `open` options come from the city profile or the list of languages. */
  kind: 'one' | 'many' | 'open' | 'text'
  /**
   * A: the minimum, asked before the time. B: optional afterwards, always skippable. danger: answered
   * only on the way on from the numbers for danger.
   */
  level: 'A' | 'B' | 'danger'
  /** Asked where all of them are met. */
  when: readonly Condition[]
  options: Options
  /** Most choices of a `many`, most characters of a `text`. */
  max: number | null
  /** `null`: the locale has them under `questions.<id>`. */
  words: { name: Words; title: Words; hint: Words | null } | null
  icon: string | null
  /** Whether a line below the question explains it. */
  hint: 'always' | 'never' | 'with-postal-codes'
  /** What becomes of text typed at it. */
  typed: 'not' | 'line' | 'lines' | 'postal-code' | 'language'
  /** Kept encrypted: what people type themselves. */
  sealed: boolean
  /** Stays for the person's next request. */
  kept: boolean
  /** Where it is urgent, asked only once the time is safe, and can be skipped then. */
  askedLater: boolean
  /** Counts among the steps of the way. */
  step: boolean
  /** A question more of whose options can still be added from this one. */
  moreOf: string | null
  /** Shows telephone numbers for what was answered so far. */
  numbers: boolean
  clears: readonly Clearing[]
  /** Its name. */
  term: Term
  record: RecordPlace
  /** Where the page of a record has it: among the facts, in its heading, or in a frame of its own. */
  page: 'facts' | 'heading' | 'urgency' | 'quote'
  /** Where the table for spreadsheets has it: about the person, about the request, or at its end. */
  csv: { at: 'person' | 'request' | 'end'; heading?: Term } | null
  /** Lists of staff with a column or line of it. */
  lists: readonly ('requests' | 'calls' | 'day' | 'day-line')[]
  /** Under which name its codes are counted by month when a request is sent. */
  counted: string | null
}

/** Answers by the id of their question. */
export type AnswersById = { readonly [question: string]: Answer | undefined }

/** An option whose words stand in the locale. */
export const option = (code: string, icon: string, term: string): Option => ({
  code,
  icon,
  term,
})

/** An answer that a rule gives and no button: it has no icon. */
export const unasked = (code: string, term: string): Option => ({
  code,
  icon: null,
  term,
  unasked: true,
})

/** An option that is explained below the question. */
export const explained = (code: string, icon: string, term: string): Option => ({
  ...option(code, icon, term),
  explained: true,
})

/**
 * How most questions are asked; an entry says where it differs. What becomes of an answer (kept how,
 * shown where, counted) every entry says itself.
 */
export const USUAL = {
  when: [],
  max: null,
  words: null,
  icon: null,
  hint: 'never',
  typed: 'not',
  askedLater: false,
  step: true,
  moreOf: null,
  numbers: false,
  clears: [],
} as const satisfies Partial<Question>
