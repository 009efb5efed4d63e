// Stands in a Worker for what Prisma's adapter would reach a D1 over HTTP with (wrangler.toml, `alias`): here it is bound.

// biome-ignore lint/style/noDefaultExport: as the library it stands for has it
export default {
  create(): never {
    throw new Error('a Worker has its D1 bound to it')
  },
}
