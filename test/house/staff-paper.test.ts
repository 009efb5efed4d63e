// What is kept about employees: the paper and the tables say the same.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OVERSIGHT } from '../../src/domain/people/oversight.ts'
import { duisburg } from '../support/duisburg.ts'

const paper = readFileSync('docs/privacy/beschaeftigte.md', 'utf8')
const agreement = readFileSync('docs/privacy/dienstvereinbarung-muster.md', 'utf8')

/** Columns of each table, without what leads to other tables. */
const models = new Map(
  [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+) \{([^}]*)\}/gm)].map(
    ([, name = '', body = '']) => {
      const columns = [...body.matchAll(/^ {2}(\w+) +(\w+)(\[\])?/gm)]
        .filter(([, , type = '']) => /^(String|Int|Boolean|DateTime)$/.test(type))
        .map(([, column = '']) => column)
      return [name, columns] as const
    },
  ),
)

/** Tables about staff alone, and columns that name one of them in others. */
const ABOUT_STAFF = /^(Staff(?!Note$)\w*|Audit|AuditSubject)$/
const NAMES_STAFF = /^(staffId|takenBy|changedBy|createdBy|setBy|madeBy|by|followUpBy)$/

const kept = [...models].flatMap(([model, columns]) =>
  columns
    .filter((column) => ABOUT_STAFF.test(model) || NAMES_STAFF.test(column))
    .map((column) => `${model}.${column}`),
)
const written = [...paper.matchAll(/`([A-Z]\w+\.\w+)`/g)].map(([, name = '']) => name)

describe('the paper about employees', () => {
  it('names every column there is about them, once, and none that is not there', () => {
    expect(kept.length).toBeGreaterThan(60)
    expect(written.toSorted()).toEqual(kept.toSorted())
  })

  it('says how long the audit is kept as the profile does', () => {
    expect(paper).toContain(`Duisburg: ${duisburg().retention.auditMonths} Monate`)
  })

  it('says what each setting of the oversight lets one see, as does the agreement', () => {
    for (const mode of OVERSIGHT) {
      expect(paper).toContain(`- \`${mode}\``)
      expect(agreement).toContain(mode)
    }
  })
})

it('the model agreement marks what was read nowhere, and says so', () => {
  for (const law of ['LPVG NRW [U]', 'BetrVG [U]', 'MVG-EKD [U]', 'MAVO des Bistums [U]']) {
    expect(agreement).toContain(law)
  }
  expect(agreement).toContain('kein Rechtsrat')
})
