import { defineConfig } from 'prisma/config'

// `prisma generate` would download a schema engine that it never starts; naming any file stops that.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
})
