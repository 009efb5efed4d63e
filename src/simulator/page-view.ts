// What the page is told: everything once, then each change.
import type { ChatEvent, Conversation } from './conversations.ts'
import type { World } from './world.ts'

/** Everything the page shows. */
export function worldView(world: World) {
  return {
    kind: 'world',
    now: world.now(),
    bot: world.bot,
    chats: world.chats
      .all()
      .filter(({ user }) => user !== null)
      .map((conversation) => ({
        ...personView(world, conversation),
        messages: [...conversation.messages.values()],
      })),
  }
}

/** One event as the page gets it; an event that changes who or what a chat is carries the chat. */
export function eventView(world: World, event: ChatEvent) {
  if (event.kind === 'profile') {
    const chats = world.chats.all().filter(({ user }) => user !== null)
    return { kind: 'people', people: chats.map((chat) => personView(world, chat)) }
  }
  if (event.kind === 'person') {
    const chat = world.chats.find(event.chatId)
    return { kind: 'people', people: chat.user ? [personView(world, chat)] : [] }
  }
  return event
}

function personView(world: World, { chat, user, started, blocked }: Conversation) {
  const language = user?.language_code ?? ''
  return {
    chatId: chat.id,
    name: user?.first_name ?? '',
    started,
    blocked,
    commands: world.profile.commandsFor(language),
    description: world.profile.text('description', language),
  }
}
