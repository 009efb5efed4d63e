import { expect, test } from 'vitest'
import { startLotse } from '../support/lotse.ts'

test('a Worker that is told to send mail by SMTP does not start, and says why', async () => {
  const settings = { SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'lotse@stadt.example' }
  const lotse = await startLotse({ settings })
  const asked = async () => await lotse.app.request('/healthz')
  await expect(asked()).rejects.toThrow(
    'SMTP_URL: a Worker sends mail by MAIL_URL and MAIL_KEY; SMTP needs Node',
  )
  await lotse.stop()
})
