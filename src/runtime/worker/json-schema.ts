// What hono-openapi reads schemas with in a Worker: zod's way alone, without zod's messages in fifty
// languages and without the libraries that are not used here (wrangler.toml, `alias`).

export { toJSONSchema } from 'zod'
