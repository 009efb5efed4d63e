// The direction of imports, as data and one function, so that the rules themselves can be tested.
// A "room" is the first folder or file under src/: domain, bot, app.ts, …

export type Source = { path: string; text: string }
type Import = { target: string; typeOnly: boolean }

const doors = ['node.ts', 'worker.ts', 'cli.ts']
const pureLibraries = ['temporal-polyfill', 'feiertagejs', 'zod']
const runtimeLibraries = ['@hono/node-server', 'better-sqlite3', 'node-cron', 'nodemailer']
const badNames = /(^|[-.])(utils?|helpers?|managers?|services?)(?=[-.])/i

/** The rooms that a room may import from; 'type …' means its types only. A room not named is free. */
const mayImport: Record<string, string[]> = {
  domain: ['domain'],
  store: ['store', 'generated', 'type domain'],
  flows: ['flows', 'domain', 'log.ts', 'type deps.ts'],
  bot: ['bot', 'flows', 'domain', 'i18n', 'log.ts', 'type deps.ts'],
  staff: ['staff', 'flows', 'domain', 'i18n', 'log.ts', 'type deps.ts'],
  i18n: ['i18n', 'domain'],
  'config.ts': ['domain', 'i18n'],
}

const impure: [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/, 'reads the clock'],
  [/\bMath\.random\b|\bcrypto\./, 'draws random numbers'],
  [/\bawait\b|\basync\b|\bfetch\(/, 'waits for something'],
  [/\bconsole\./, 'writes a log'],
]

export function faultsOfHouse(sources: Source[]): string[] {
  return sources.flatMap((source) => faultsOf(source).map((fault) => `${source.path}: ${fault}`))
}

function faultsOf({ path, text }: Source): string[] {
  const inner = path.replace(/^src\//, '')
  const room = roomOf(inner)
  const code = withoutComments(text)
  const faults: string[] = []
  for (const found of importsOf(code)) {
    const fault = found.target.startsWith('.')
      ? faultOfOwn(inner, room, found)
      : faultOfLibrary(inner, room, found.target)
    if (fault) faults.push(fault)
  }
  if (!isDoor(inner) && inner !== 'config.ts' && /\bprocess\.env\b|\bprocess\[/.test(code)) {
    faults.push('reads the environment, which only the doors and config.ts may')
  }
  if (room === 'domain') {
    for (const [pattern, what] of impure) if (pattern.test(code)) faults.push(`${what} in domain/`)
  }
  const lines = text.trimEnd().split('\n').length
  if (lines > 250) faults.push(`has ${lines} lines, more than 250: split it by what it is about`)
  if (badNames.test(inner.split('/').at(-1) ?? '')) faults.push('has a name that says nothing')
  return faults
}

function faultOfOwn(inner: string, room: string, { target, typeOnly }: Import): string | undefined {
  const reached = resolve(inner, target)
  if (reached === undefined) return undefined
  const other = roomOf(reached)
  if (other === room) return undefined
  if (reached === 'generated/locales.ts' && room === 'i18n') return undefined
  if (other === 'generated' && room !== 'store') return `imports ${reached}, which only store/ may`
  if (isDoor(reached)) return `imports the door ${reached}`
  if (other === 'simulator' && inner !== 'start-node.ts') {
    return 'imports simulator/, which only start-node.ts and tests may'
  }
  if (other === 'store' && !opensStore(inner) && !(inner === 'deps.ts' && typeOnly)) {
    return `imports ${reached}; only the doors open the store, everything else gets it in Deps`
  }
  if (namesRuntime(reached) && !mayNameRuntime(inner)) {
    return `imports ${reached}, which runs on one runtime only`
  }
  if (inner === 'deps.ts' && !typeOnly) return `imports ${reached} as a value; Deps is only a type`
  const allowed = mayImport[room]
  if (!allowed || allowed.includes(other)) return undefined
  if (!allowed.includes(`type ${other}`)) return `imports ${reached}, which ${room} may not`
  return typeOnly ? undefined : `imports ${reached} as a value; ${room} may import only its types`
}

function faultOfLibrary(inner: string, room: string, library: string): string | undefined {
  const is = (name: string) => library === name || library.startsWith(`${name}/`)
  if (room === 'domain') {
    return pureLibraries.some(is) ? undefined : `imports ${library}, which does more than compute`
  }
  if ((library.startsWith('@prisma/') || is('prisma')) && room !== 'store') {
    return `imports ${library}, which only store/ may`
  }
  if ((is('grammy') || library.startsWith('@grammyjs/')) && room !== 'bot') {
    return `imports ${library}, which only bot/ may`
  }
  if (is('hono') && (room === 'flows' || room === 'store')) {
    return `imports ${library}, which ${room}/ may not`
  }
  const runtime = /^(node|cloudflare|bun):/.test(library) || runtimeLibraries.some(is)
  if (runtime && !mayNameRuntime(inner)) {
    return `imports ${library}: only doors, simulator/ and files named *-node.ts or *-worker.ts name a runtime`
  }
  return undefined
}

/** The doors, and the files beside them that hold what one runtime's doors share. */
function opensStore(inner: string): boolean {
  return isDoor(inner) || /^[a-z-]+-(node|worker)\.ts$/.test(inner)
}

const isDoor = (inner: string) => doors.includes(inner)
const namesRuntime = (inner: string) => /-(node|worker)\.ts$/.test(inner)
const mayNameRuntime = (inner: string) =>
  isDoor(inner) || namesRuntime(inner) || roomOf(inner) === 'simulator'
const roomOf = (inner: string) => inner.split('/')[0] ?? inner

/** The path under src/ that a relative import reaches; undefined when it leaves src/ (locales). */
function resolve(inner: string, target: string): string | undefined {
  const { pathname } = new URL(target, `file:///src/${inner}`)
  return pathname.startsWith('/src/') ? pathname.slice('/src/'.length) : undefined
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function importsOf(code: string): Import[] {
  const found: Import[] = []
  const statements = /^\s*(?:import|export)\s+(type\s+)?([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/gm
  for (const [, type, names, target] of code.matchAll(statements)) {
    if (target) found.push({ target, typeOnly: type !== undefined || onlyTypes(names ?? '') })
  }
  const others = /^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  for (const [, bare, dynamic] of code.matchAll(others)) {
    const target = bare ?? dynamic
    if (target) found.push({ target, typeOnly: false })
  }
  return found
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const list = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1]
  if (list === undefined) return false
  const each = list.split(',').filter((name) => name.trim() !== '')
  return each.length > 0 && each.every((name) => name.trim().startsWith('type '))
}
