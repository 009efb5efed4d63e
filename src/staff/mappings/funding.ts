// Funding lines as mappings: which counts of a quarter a funder asks for, under its names.

import { html } from 'hono/html'
import { QUARTER_KINDS } from '../../domain/figures/quarter-counts.ts'
import { codesOf, type FundingLine, fundingLinesOf } from '../../domain/profile/funding.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { boxes, ticked, tickedFields } from '../frame/boxes.ts'
import type { Frame } from '../frame/frame.ts'
import { input, tick } from '../frame/inputs.ts'
import { codeName, kindName } from '../quarter/rows.ts'
import type { Kind } from './mapping.ts'
import { rowsIn, rowsText } from './rows.ts'

export const FUNDING: Kind<FundingLine> = {
  ...{ key: 'funding', rows: 'rows', path: 'funding-line' },
  title: (words) => words.fundingNew,
  list: fundingLinesOf,
  fieldsOf: ({ name, rows, bodies = [], status }) => ({
    ...{ name, rows: rowsText(rows.map(({ as, count }) => [as, count])) },
    ...tickedFields('bodies', bodies),
    ...(status.confirmed ? { confirmed: 'yes' } : {}),
    source: status.source ?? '',
  }),
  fresh: (city) => {
    const rows = fundingLinesOf(city)[0]?.rows ?? []
    return { rows: rowsText(rows.map(({ as, count }) => [as, count])) }
  },
  entryFrom: (fields, before) => {
    const bodies = ticked(fields, 'bodies')
    const source = (fields['source'] ?? '').trim()
    const { source: _, ...status } = before?.status ?? {}
    return {
      name: (fields['name'] ?? '').trim(),
      ...(bodies.length > 0 ? { bodies } : {}),
      rows: rowsIn(fields['rows'] ?? '').map(({ columns: [as = '', ...count] }) => ({
        ...{ as, count: count.join('|') },
      })),
      status: {
        ...{ ...status, confirmed: fields['confirmed'] === 'yes' },
        ...(source ? { source } : {}),
      },
    }
  },
  form: ({ words }, shown, { bodies = [] }) => html`${
    bodies.length === 0
      ? ''
      : boxes(
          shown,
          'bodies',
          words.fundingBodies,
          bodies.map(({ id, name }) => [id, name] as const),
        )
  }
${tick(shown, 'confirmed', words.factsConfirmed)}
${input(shown, 'source', words.factsSource, { fault: 'faultRequired' })}`,
  sections: (words, { bodies = [] }, entry) => [
    { label: words.name, lines: entry ? [entry.name] : [] },
    {
      label: words.fundingBodies,
      lines: bodies.filter(({ id }) => entry?.bodies?.includes(id)).map(({ name }) => name),
    },
    { label: words.factsConfirmed, lines: entry?.status.confirmed ? [words.poolYes] : [] },
    { label: words.factsSource, lines: [entry?.status.source ?? []].flat() },
    {
      label: words.mappingRows,
      lines: (entry?.rows ?? []).map(({ as, count }) => `${as}: ${count}`),
    },
  ],
  known: (frame, city) =>
    QUARTER_KINDS.flatMap((kind) => [
      [kind, `${kindName(frame, kind)}: ${frame.words.allTogether}`] as const,
      ...codesOf(kind).map((code) => [`${kind}.${code}`, nameOf(frame, city, kind, code)] as const),
      ...(kind === 'language' ? [['language.ckb', nameOf(frame, city, kind, 'ckb')] as const] : []),
    ]),
}

const nameOf = (frame: Frame, city: Profile, kind: (typeof QUARTER_KINDS)[number], code: string) =>
  `${kindName(frame, kind)}: ${codeName(frame, kind, code, city)}`
