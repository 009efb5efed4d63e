// Stands in a Worker for what would report on this installation to the library of sign-ins (wrangler.toml, `alias`):
// it is told not to, and nothing has to be able to.

const publish = async (): Promise<void> => {}

export const createTelemetry = async () => ({ publish })

export const getTelemetryAuthConfig = async () => ({})
