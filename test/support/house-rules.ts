// The direction of imports, as data and one function, so that the rules themselves can be tested.
// A "room" is the first folder or file under src/: domain, telegram, app.ts, …

export type Source = { path: string; text: string }
type Import = { target: string; typeOnly: boolean }

const doors = ['node.ts', 'worker.ts', 'cli.ts']
/** Rooms that show and ask, and leave loading and saving to the flows. */
const pages = ['staff', 'api', 'telegram', 'web']
const pureLibraries = ['feiertagejs', 'fuse.js', 'ipaddr.js', '#phone-numbers', 'zod']
const runtimeLibraries = [
  '@hono/node-server',
  'better-sqlite3',
  'node-cron',
  'nodemailer',
  'prom-client',
]
const badNames = /(^|[-.])(utils?|helpers?|managers?|services?)(?=[-.])/i

/** The rooms that a room may import from; 'type …' means its types only. A room not named is free. */
const mayImport: Record<string, string[]> = {
  domain: ['domain'],
  store: ['store', 'generated', 'type domain'],
  flows: ['flows', 'domain', 'log.ts', 'type deps.ts'],
  telegram: ['telegram', 'flows', 'domain', 'i18n', 'log.ts', 'type deps.ts'],
  staff: ['staff', 'http', 'flows', 'domain', 'i18n', 'log.ts', 'type deps.ts'],
  api: ['api', 'http', 'flows', 'domain', 'i18n', 'log.ts', 'type deps.ts'],
  web: ['web', 'http', 'flows', 'domain', 'i18n', 'log.ts', 'type deps.ts'],
  http: ['http', 'domain'],
  i18n: ['i18n', 'domain'],
  config: ['config', 'domain', 'i18n'],
  papers: ['papers', 'domain', 'flows', 'type config'],
}

const impure: [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/, 'reads the clock'],
  [/\bMath\.random\b|\bcrypto\./, 'draws random numbers'],
  [/\bawait\b|\basync\b|\bfetch\(/, 'waits for something'],
  [/\bconsole\./, 'writes a log'],
]

export function faultsOfHouse(sources: Source[]): string[] {
  const single = sources.flatMap((source) =>
    faultsOf(source).map((fault) => `${source.path}: ${fault}`),
  )
  return [...single, ...circlesIn(sources)]
}

/** Circles of imports, types included: each named once, by the files in it. */
function circlesIn(sources: Source[]): string[] {
  const reached = new Map(
    sources.map(({ path, text }) => {
      const own = importsOf(withoutComments(text)).filter(({ target }) => target.startsWith('.'))
      return [path, own.map(({ target }) => `src/${resolve(path.slice(4), target)}`)]
    }),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const follow = (path: string, way: readonly string[]): void => {
    const met = way.indexOf(path)
    if (met >= 0) circles.push(`${[...way.slice(met), path].join(' → ')}: a circle of imports`)
    if (met >= 0 || done.has(path)) return
    for (const next of reached.get(path) ?? []) follow(next, [...way, path])
    done.add(path)
  }
  for (const { path } of sources) follow(path, [])
  return circles
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
  if (!isDoor(inner) && room !== 'config' && /\bprocess\.env\b|\bprocess\[/.test(code)) {
    faults.push('reads the environment, which only the doors and config/ may')
  }
  if (/Unsafe\b/.test(code) && !/^store\/(engine|sql)\//.test(inner)) {
    faults.push('sends a text that nothing checks: name a statement in store/sql/')
  }
  if (room === 'domain') {
    for (const [pattern, what] of impure) if (pattern.test(code)) faults.push(`${what} in domain/`)
  }
  if (pages.includes(room) && /\.store\b|[{,]\s*store\s*[,:}]/.test(code)) {
    faults.push('reaches for the store, which pages do only through flows/')
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
  if (reached === 'generated/studio.ts' && room === 'staff') return undefined
  if (reached === 'generated/version.ts' && /^(runtime|cli\.ts)$/.test(room)) return undefined
  if (other === 'generated' && room !== 'store') return `imports ${reached}, which only store/ may`
  if (isDoor(reached)) return `imports the door ${reached}`
  if (other === 'simulator' && inner !== 'runtime/node/demo.ts') {
    return 'imports simulator/, which only runtime/node/demo.ts and tests may'
  }
  if (other === 'store' && room !== 'runtime' && !(inner === 'deps.ts' && typeOnly)) {
    return `imports ${reached}; only runtime/ opens the store, everything else gets it in Deps`
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
  if ((is('grammy') || library.startsWith('@grammyjs/')) && room !== 'telegram') {
    return `imports ${library}, which only telegram/ may`
  }
  if (is('hono') && (room === 'flows' || room === 'store')) {
    return `imports ${library}, which ${room}/ may not`
  }
  // workerd has these, too.
  const isEverywhere = library === 'node:crypto' || library === 'node:zlib'
  const ownName = /^(node|cloudflare|bun):/.test(library) && !isEverywhere
  const runtime = ownName || runtimeLibraries.some(is)
  if (runtime && !mayNameRuntime(inner)) {
    return `imports ${library}: only doors, runtime/, cli/, simulator/ and files named *-node.ts or *-worker.ts name a runtime`
  }
  return undefined
}

const isDoor = (inner: string) => doors.includes(inner)
const namesRuntime = (inner: string) =>
  inner.startsWith('runtime/') || /-(node|worker)\.ts$/.test(inner)
const mayNameRuntime = (inner: string) =>
  isDoor(inner) || namesRuntime(inner) || ['cli', 'simulator'].includes(roomOf(inner))
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
