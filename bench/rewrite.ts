// How long a file of a size is looked through after an unclean end, and how long it is written anew.
// node bench/rewrite.ts FOLDER MB [check]

import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

const [folder = '.', size = '50', only] = process.argv.slice(2)
const file = join(folder, 'rewritten.db')
const clear = () => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}
clear()
const db = new Sqlite(file)
for (const set of ['journal_mode = WAL', 'synchronous = NORMAL', 'secure_delete = ON'])
  db.pragma(set)
db.exec('CREATE TABLE t (id TEXT PRIMARY KEY, k TEXT, sealed TEXT); CREATE INDEX i ON t (k)')
const add = db.prepare('INSERT INTO t VALUES (?, ?, ?)')
const text = randomBytes(560).toString('base64')
const bytes = () => Number(db.pragma('page_count', { simple: true })) * 4096
while (bytes() < Number(size) * 1e6) {
  db.transaction(() => {
    for (let row = 0; row < 2000; row++) {
      const id = randomBytes(16).toString('hex')
      add.run(id, id.slice(8), text)
    }
  })()
}
db.exec(`DELETE FROM t WHERE k < '03'`)
db.pragma('wal_checkpoint(TRUNCATE)')

function timed(name: string, work: () => void) {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(cpu)
  const clock = Math.round(performance.now() - began)
  console.info(
    `${Math.round(bytes() / 1e6)} MB ${name}: ${clock} ms, CPU ${Math.round((user + system) / 1000)} ms`,
  )
}
timed('quick_check', () => db.pragma('quick_check(1)'))
if (only !== 'check') {
  timed('VACUUM', () => {
    db.exec('VACUUM')
    db.pragma('wal_checkpoint(TRUNCATE)')
  })
}
db.close()
clear()
