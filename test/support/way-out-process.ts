// A process that goes out by the ways of Lotse's that no start takes by itself, and says what came of it, as JSON.

import { readCities } from '../../src/config/cities.ts'
import { createHttpMailer } from '../../src/runtime/http-mail.ts'
import { leaveThrough } from '../../src/runtime/node/way-out.ts'
import { createWebhookCaller } from '../../src/runtime/node/webhook-caller.ts'

const read = readCities(process.env)
if ('faults' in read) throw new Error(read.faults.join('\n'))
const [city] = read.cities
leaveThrough(city?.proxy)
const mail = createHttpMailer(city?.mail?.url ?? '', city?.mail?.key ?? '', city?.mail?.from ?? '')
const call = createWebhookCaller(false, city?.proxy)
const said = {
  mail: await mail({ to: 'team@rsc.example', subject: 'Lotse', text: 'Zeile' }),
  webhooks: [] as unknown[],
}
for (const url of process.argv.slice(2))
  said.webhooks.push(await call({ url, headers: {}, body: '{}' }))
process.stdout.write(JSON.stringify(said))
