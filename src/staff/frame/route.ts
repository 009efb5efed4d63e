// What a staff route is: nothing can be registered without saying who may, and nothing that comes along
// reaches a page before its schema has read it.

import * as z from 'zod'
import type { Action } from '../../domain/people/rights.ts'
import { type Answer, refuse } from './answers.ts'
import type { StaffContext } from './context.ts'
import type { Link } from './frame.ts'
import type { Fields, Stands } from './place.ts'
import type { Words } from './words.ts'

export type { Fields, Stands } from './place.ts'

type Path = `/${string}`

/** `{ id: string }` for `/intakes/:id`. */
type Params<P extends string> = P extends `${infer Head}/${infer Rest}`
  ? Params<Head> & Params<Rest>
  : P extends `:${infer Name}`
    ? Record<Name, string>
    : unknown

/** A context with what came along: the parts of the path, and the form or the query, read. */
export type Asked<P extends string, Read> = StaffContext & { params: Params<P> } & Read

/** open: strangers too · set-up: before the second factor is there · member: whoever is in. */
type Who = 'open' | 'set-up' | 'member' | Action

export type StaffRoute = {
  method: 'get' | 'post'
  /** Below /staff. */
  path: Path
  who: Who
  /** How many bytes a form may have that brings a file. */
  most?: number
  stands?: Stands
  looks?: boolean | 'itself'
  answer: (context: StaffContext, sent: Fields) => Answer
}

/** A folder of pages; with `link` it stands in the navigation of whoever may. */
export type Feature = {
  link?: Link
  routes: readonly StaffRoute[]
}

const nothing = z.object({})

/** A page. What its query says is read by `query`, which has a default for everything. */
export function get<P extends Path, Q extends z.ZodType = typeof nothing>(page: {
  path: P
  who: Who
  query?: Q
  handle: (asked: Asked<P, { query: z.output<Q> }>) => Answer
}): StaffRoute {
  const { path, who, handle } = page
  return {
    method: 'get',
    path,
    who,
    answer: (context, sent) => {
      const query = (page.query ?? nothing).parse(sent) as z.output<Q>
      return handle({ ...context, params: paramsOf<P>(context), query })
    },
  }
}

/** What a form does. Where `form` cannot read it, `refused` answers, with the fields at fault. */
export function post<P extends Path, F extends z.ZodType = typeof nothing>(action: {
  path: P
  who: Who
  most?: number
  /** Left out where nothing is typed and the page one comes from is the way back. */
  stands?: Stands
  /** It does nothing: what it shows stands at an address of its own; `itself` leads there only where it shows something. */
  looks?: boolean | 'itself'
  form?: F
  handle: (asked: Asked<P, { form: z.output<F> }>) => Answer
  refused?: (asked: Asked<P, { form: Fields }>, faults: ReadonlySet<string>) => Answer
}): StaffRoute {
  const { path, who, stands, looks, handle } = action
  const { refused = ({ form: _, ...asked }, faults) => notPossible(asked, faults) } = action
  return {
    method: 'post',
    path,
    who,
    ...(action.most === undefined ? {} : { most: action.most }),
    ...(stands === undefined ? {} : { stands }),
    ...(looks ? { looks } : {}),
    answer: (context, sent) => {
      const asked = { ...context, params: paramsOf<P>(context) }
      const read = (action.form ?? nothing).safeParse(sent)
      if (read.success) return handle({ ...asked, form: read.data as z.output<F> })
      const faults = read.error.issues.map(({ path: [field] }) => String(field ?? ''))
      return refused({ ...asked, form: sent }, new Set(faults))
    },
  }
}

const paramsOf = <P extends Path>({ c }: StaffContext) => c.req.param() as Params<P>

const notPossible = (context: StaffContext, faults: ReadonlySet<string>) =>
  refuse(context, whyUnread(context.frame.words, faults), { faults })

/** What is said above a form that cannot be read: to look at its fields, where that is what was wrong. */
export const whyUnread = (words: Words, faults: ReadonlySet<string>): string =>
  [...faults].some((name) => name !== 'id') ? words.faultsAbove : words.notPossible
