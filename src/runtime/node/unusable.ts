// Why a file cannot be used as the database, in the words of an operator: a full disk or a missing right is no damage.

const SAYS: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'this database is damaged: stop, keep it aside, restore the last backup',
  ],
  [
    /^(SQLITE_(FULL|IOERR)|ENOSPC|EDQUOT|EIO)/,
    'its disk is full or failing: make room there, start again. The file is left as it is; nothing needs to be restored',
  ],
  [
    /^(SQLITE_(CANTOPEN|READONLY|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EISDIR)/,
    'the file or its folder is read-only, or whoever runs Lotse has no right there: it has to open and write both. The file is left as it is',
  ],
  [/^SQLITE_(BUSY|LOCKED)/, 'another process holds it: end that one, start again'],
]

/** What is wrong and what to do; `undefined` where a fault is none of the file. */
export function unusableSentence(file: string, fault: unknown): string | undefined {
  const code = codeOf(fault)
  const [, says] = SAYS.find(([codes]) => codes.test(code)) ?? []
  return says && `DATABASE_URL: ${file}: ${says} (${code})`
}

/** The code of SQLite or the file system, also where Prisma has wrapped it. */
function codeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return ''
  const { code, originalCode, cause, meta } = fault as Record<string, unknown>
  const own = [code, originalCode].find(
    (one) => typeof one === 'string' && /^(SQLITE_|E)/.test(one),
  )
  if (own) return String(own)
  const below = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError
  return codeOf(cause) || codeOf(below)
}
