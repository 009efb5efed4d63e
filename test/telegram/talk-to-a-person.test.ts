import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { introduce } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const requests = () =>
  lotse.db.$queryRawUnsafe<{ callBack: string; status: string; sealed: string | null }[]>(
    'SELECT "callBack", "status", "sealed" FROM "Intake"',
  )

describe('talking to a person', () => {
  it('shows telephone hours, takes a call-back request, and leads back to the question', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    await user.tapsData('1~op~person')
    user.sees('0203 60802707')
    user.sees('09:00 bis 10:00')
    await user.taps('RSC Hamborn')
    user.sees('0203 94065358')
    await user.taps('Zurück')
    await user.taps('Schreiben Sie mir hier')
    user.sees('Ihre Nachricht ist angekommen')
    expect(await requests()).toMatchObject([{ callBack: 'chat', status: 'new' }])
    await user.tapsData('1~bk')
    await user.tapsData('1~bk')
    user.sees('Worum geht es?')
  })

  it('keeps a typed telephone number sealed', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.tapsData('1~op~person')
    await user.taps('Rufen Sie mich an')
    await user.sends('call me please')
    user.sees('sieht nicht wie eine ganze Telefonnummer aus')
    await user.sends('٠٢٠٣ ١٢٣٤٥٦')
    user.sees('Ihre Nachricht ist angekommen')
    const [request] = await requests()
    expect(request?.callBack).toBe('phone')
    expect(request?.sealed).not.toContain('0203')
    await user.sends('/mydata')
    user.sees('0203 123456')
  })

  it('takes the person’s own contact as the number, and asks about another’s', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sendsContact()
    user.sees('Bitte schicken Sie hier keine Kontakte')
    await user.tapsData('1~op~person')
    await user.taps('Rufen Sie mich an')
    await user.sendsContact({ phone_number: '+49203123456', first_name: 'Ali', user_id: 99 })
    user.sees('Diese Nummer gehört wohl jemand anderem')
    await user.sendsContact({ phone_number: '110', first_name: 'Polizei' })
    user.sees('sieht nicht wie eine ganze Telefonnummer aus')
    expect(await requests()).toMatchObject([{ callBack: null, sealed: null }])
    await user.sendsContact()
    user.sees('Ihre Nachricht ist angekommen')
    await user.sends('/mydata')
    user.sees('0171 3920042')
    expect(lotse.logged.join('\n')).not.toContain('3920042')
  })

  it('takes a contact that no account has, and a foreign number', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.tapsData('1~op~person')
    await user.taps('Rufen Sie mich an')
    await user.sendsContact({ phone_number: '963944567890', first_name: 'Ich' })
    user.sees('Ihre Nachricht ist angekommen')
    await user.sends('/mydata')
    user.sees('+963 944 567 890')
  })
})
