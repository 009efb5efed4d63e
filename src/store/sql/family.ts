// Statements that are the same but for a name in their text, as for each table.

import {
  type Ask,
  Bound,
  type Columns,
  type Declared,
  type Form,
  read,
  STATEMENTS,
} from './statement.ts'

/** Makes a statement for each `args`; the test of all statements looks at the one for `sample`. */
export function family<
  Args extends unknown[],
  const Takes extends readonly Declared[] = [],
  const Gives extends Columns | null = null,
>(
  name: string,
  sample: Args,
  form: (...args: Args) => Form<Takes, Gives>,
): (...args: Args) => Ask<Takes, Gives> {
  STATEMENTS.push(read(name, form(...sample)))
  return (...args) => {
    const made = read(name, form(...args))
    return (...values) => new Bound(made, values)
  }
}
