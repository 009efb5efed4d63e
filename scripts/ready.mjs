// Runs before every script that needs the toolchain, on whatever Node there is: plain JavaScript on
// purpose, so that an old Node can read the one line it is to print.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeLean } from './lean-client.mjs'

if (Number(process.versions.node.split('.')[0]) < 25) {
  console.error(
    `Lotse needs Node 25 or newer, and this is ${process.version}. \`npm ci\` installs the right one; start it with \`npm start\`.`,
  )
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

// What makes the client is a tool of the building: where Lotse only runs it is not installed, and nothing changes.
const { devDependencies, version } = JSON.parse(readFileSync('package.json', 'utf8'))
const hash = createHash('sha256').update(devDependencies.prisma)
const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'scripts/lean-client.mjs']
for (const file of sources) hash.update(readFileSync(file))
const wanted = hash.digest('hex')

const stamp = 'src/generated/.made-from'
const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
if (found !== wanted || process.argv.includes('--force')) {
  const prisma = 'node_modules/prisma/build/index.js'
  if (!existsSync(prisma)) {
    console.error(
      'src/generated/ is not of this version, and what makes it is not installed: `npm ci`.',
    )
    process.exit(1)
  }
  rmSync('src/generated', { recursive: true, force: true })
  const made = spawnSync(process.execPath, [prisma, 'generate'], { encoding: 'utf8' })
  if (made.status !== 0) {
    console.error(`${made.stdout}${made.stderr}`)
    console.error('The database client could not be generated from prisma/schema.prisma.')
    process.exit(1)
  }
  makeLean('src/generated/node/internal/class.ts')
  mkdirSync('src/generated', { recursive: true })
  writeFileSync(stamp, wanted)
}

const stated = `export const version = '${version}'\n`
const versionFile = 'src/generated/version.ts'
if (!existsSync(versionFile) || readFileSync(versionFile, 'utf8') !== stated) {
  writeFileSync(versionFile, stated)
}

// The texts are bundled each time: it costs a few milliseconds, and a stale text misleads people.
const { bundleLocales } = await import('./bundle-locales.ts')
bundleLocales()
const { bundleMigrations } = await import('./bundle-migrations.ts')
bundleMigrations()
const { bundleStudio } = await import('./bundle-studio.ts')
bundleStudio()
