// `npm run city -- …`: a city on Cloudflare made, migrated, deployed, and worked on by the commands of Lotse.

import { spawnSync } from 'node:child_process'
import { deployCities, makeCity, migrateCities, type Run, settingsOf } from './city/acts.ts'
import { faultsOf, readCities } from './city/configs.ts'
import { tryCity } from './city/here.ts'

const HOME = 'cities'
const USAGE = `npm run city -- <command>

  new ID                makes cities/ID.toml, and cities/ID.env with secrets of its own
  list                  the cities, and what keeps each from being deployed
  migrate ID | --all    applies migrations (--local: to the database of wrangler dev)
  deploy ID | --all     applies migrations, puts the profile in where there is none, deploys (--dry-run: only tries)
  try ID [PORT]         runs the city here, without an account, until it is ended (port 8787)
  run ID COMMAND …      a command of Lotse (npm run lotse) on the city's D1; needs CLOUDFLARE_API_TOKEN and the account
`
const say = (line: string) => process.stdout.write(`${line}\n`)
const started =
  (program: string): Run =>
  (words, env) => {
    const { status } = spawnSync(process.execPath, [program, ...words], { env, stdio: 'inherit' })
    return { code: status ?? 1 }
  }
const run = started('node_modules/wrangler/bin/wrangler.js')

function main([command, ...words]: readonly string[]): boolean {
  const all = readCities(HOME)
  const [id = ''] = words
  const wanted = words.includes('--all') ? all : all.filter((city) => city.id === id)
  if (command === 'new') {
    const made = makeCity(HOME, id)
    say(
      'fault' in made
        ? `${id}: ${made.fault}`
        : made.files.map((file) => `${file}: fill it in`).join('\n'),
    )
    return 'files' in made
  }
  if (command === 'list') {
    for (const city of all) say([city.id, ...faultsOf(city, all)].join('\n  '))
    return true
  }
  const acts = ['migrate', 'deploy', 'try', 'run']
  if (!acts.includes(command ?? '')) {
    process.stdout.write(USAGE)
    return command === undefined
  }
  const [city] = wanted
  if (!city) {
    say(`${id}: there is no ${HOME}/${id}.toml`)
    return false
  }
  if (command === 'try') return tryCity(city, { run, say, port: words[1] ?? '8787' })
  if (command === 'run') {
    const env = settingsOf(city, process.env)
    if (!env)
      say('CLOUDFLARE_API_TOKEN and the account (account_id, or CLOUDFLARE_ACCOUNT_ID) are needed')
    return env !== null && started('src/cli.ts')(words.slice(1), env).code === 0
  }
  const undone =
    command === 'migrate'
      ? migrateCities(wanted, all, { run, say, isLocal: words.includes('--local') })
      : deployCities(wanted, all, { run, say, isDry: words.includes('--dry-run') })
  if (undone.length > 0) say(`not done: ${undone.join(', ')}`)
  return undone.length === 0
}

process.exitCode = main(process.argv.slice(2)) ? 0 : 1
