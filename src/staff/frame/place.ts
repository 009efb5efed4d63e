// Where the form of an action stands, and what was sent to it.

import type { TypedForm } from '../../flows/sign-in/typed-form.ts'

/** The fields of a form or a query as they were sent. */
export type Fields = Readonly<Record<string, string>>

/** A page below /staff on which a form stands; `action` where it is another one's, `post` where it is asked for so. */
export type Place = { page: string; action?: string; method?: 'post' }

/** Where the form of an action stands, to be shown there again with what was typed. */
export type Stands = (
  params: Readonly<Record<string, string>>,
  fields: Fields,
) => Place | `/${string}`

/** A route as far as its form is to be found again. */
export type FormRoute = {
  method: 'get' | 'post'
  path: string
  most?: number
  stands?: Stands
  looks?: boolean | 'itself'
}

/** The action that is answered, with what was sent; `looks` where it only shows something. */
export type Sent = { stands: Stands | undefined; looks: boolean; form: TypedForm }

/** Where the form stands to which somebody sends. */
export const actionOf = ({ stands, form }: Omit<Sent, 'looks'>): string => {
  const place = placeOf(stands?.(form.params, form.fields) ?? '/')
  return `/staff${place.action ?? pathOf(form)}`
}

export const placeOf = (place: Place | string): Place =>
  typeof place === 'string' ? { page: place } : place

/** The path an action was sent to, from its pattern. */
export const pathOf = ({ route, params }: Pick<TypedForm, 'route' | 'params'>): `/${string}` =>
  route.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  ) as `/${string}`

/** Asks for a page, with these fields where it is asked for by a form. */
export type Ask = (place: Place, fields?: Fields) => Promise<Response>
