// All methods of the Bot API that are simulated, and how a call of one is carried out.
import { ApiError } from './api-error.ts'
import type { Method } from './method.ts'
import { mediaMethods } from './methods/media.ts'
import { messageMethods } from './methods/messages.ts'
import { profileMethods } from './methods/profile.ts'
import { updateMethods } from './methods/updates.ts'
import type { World } from './world.ts'

const METHODS: Record<string, Method> = {
  ...updateMethods,
  ...messageMethods,
  ...mediaMethods,
  ...profileMethods,
}
// Telegram does not mind the case of a method's name.
const SPELLINGS = new Map(Object.keys(METHODS).map((name) => [name.toLowerCase(), name]))

/**
 * Carries out one call of the bot and returns its result.
 * @throws ApiError as Telegram would answer, ConnectionCut where a fault says so
 */
export async function perform(
  world: World,
  name: string,
  params: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<unknown> {
  const method = SPELLINGS.get(name.toLowerCase()) ?? name
  try {
    const run = METHODS[method]
    if (!run) throw new ApiError(404, 'Not Found: method not found')
    const chat = Number(params['chat_id'])
    const result = await world.faults.around(method, chat, () => run(world, params, signal))
    world.noteCall({ method, params })
    return result
  } catch (error) {
    world.noteCall({ method, params, error: error instanceof Error ? error.message : 'unknown' })
    throw error
  }
}
