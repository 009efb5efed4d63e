import { readFileSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

/** The SQL that would make a SQLite file match the Prisma schema; '' when it does. */
export async function drift(file: string, schemaPath: string): Promise<string> {
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }]
  const datamodels = files.map(({ path, content }): [string, string] => [path, content])
  const engine = await SchemaEngine.new({ datamodels }, () => {}, adapter(file))
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 0 ? '' : (stdout ?? 'unnamed difference')
  } finally {
    engine.free()
  }
}

/** The engine writes a text as "text" when it looks up a partial index, which this SQLite refuses. */
function adapter(file: string): object {
  const factory = new PrismaBetterSqlite3({ url: `file:${file}` })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const connection = await connect()
    const queryRaw = connection.queryRaw.bind(connection)
    connection.queryRaw = (query) =>
      queryRaw({ ...query, sql: query.sql.replace(/name = "([^"]*)"/, "name = '$1'") })
    return connection
  }
  return bindMigrationAwareSqlAdapterFactory(factory)
}
