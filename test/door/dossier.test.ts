// `lotse dossier DIR`: from what the database and the settings have.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dossierCommands } from '../../src/cli/dossier.ts'
import { currentCity } from '../../src/flows/city.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { testTerminal } from '../support/terminal.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

it('writes every paper, counts what is open, and knows webhooks, tokens and mailboxes', async () => {
  const { deps, clock } = lotse
  const centre = (await currentCity(deps)).profile.centres[0]?.id ?? ''
  await deps.store.webhooks.add(
    {
      id: 'w',
      url: 'https://fach.stadt.example/x?key=a-webhook-key',
      secret: 's',
      events: ['intake.submitted'],
      createdBy: 'nobody',
    },
    clock.at,
  )
  await deps.store.notices.set({
    centre,
    kind: 'mail',
    address: 'stelle@stadt.example',
    setAt: clock.at,
    setBy: 'nobody',
  })
  const { files, printed, run } = testTerminal({ deps })
  expect(await run(dossierCommands, 'dossier', 'unterlagen')).toBe(true)
  expect(Object.keys(files)).toContain('unterlagen/README.md')
  expect(printed.join('\n')).toMatch(/^unterlagen: \d\d papers, \d+ places to be filled in/)
  const record = files['unterlagen/verzeichnis.md'] ?? ''
  expect(record).toContain('System fach.stadt.example (Webhook)')
  expect(record).toContain('Postfach von RSC Hamborn')
  const all = Object.values(files).join('\n')
  for (const kept of ['a-webhook-key', 'stelle@stadt.example']) {
    expect(all.includes(kept), kept).toBe(false)
  }
})
