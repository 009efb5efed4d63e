// What the bot says of itself: descriptions and commands, each by language.
import type { BotCommand } from './wire.ts'

/** An empty profile; `changed` is called after each change. Language '' is the fallback. */
export function createProfile(changed: () => void) {
  const texts = new Map<string, string>()
  const commands = new Map<string, BotCommand[]>()

  return {
    setText(kind: 'description' | 'short_description', language: string, text: string) {
      texts.set(`${kind}:${language}`, text)
      changed()
    },
    text: (kind: 'description' | 'short_description', language: string) =>
      texts.get(`${kind}:${language}`) || texts.get(`${kind}:`) || '',
    setCommands(scope: string, language: string, list: BotCommand[]) {
      if (list.length === 0) commands.delete(`${scope}:${language}`)
      else commands.set(`${scope}:${language}`, list)
      changed()
    },
    /** The list a person sees in a private chat: the narrower scope and their language win. */
    commandsFor: (language: string) =>
      ['all_private_chats', 'default']
        .flatMap((scope) => [`${scope}:${language}`, `${scope}:`])
        .map((key) => commands.get(key))
        .find((list) => list !== undefined) ?? [],
  }
}
