// Cries in emoji alone, read whatever the language; emoji may also stand in the lists, as words.

import type { CryList } from './cry-list.ts'

export const signs: Pick<CryList, 'cries'> = {
  cries: {
    medical: ['🚑', '🩸 & 🆘|🚨|😭|😱', '🔥 & 🏠|🏡|🆘|🚒|😱', '🚒', '🆘|🙏|😭 & 🤰|👶'],
    suicide: [
      '💊 💊',
      '💊 & 😭|😢|💀|⚰|☠|👋|💔|😞|🥀',
      '🔪 & 💔|😞|👋|🥀',
      '🔫 & 😞|👋|💔',
      '⚰ & 😭|💔|👋|🙏',
      '🪢',
    ],
    violence: [
      '🔪 & 😭|😢|😱|🩸|👩|🧕|🏠|👊|🆘|😨',
      '👊 & 😭|😢|🤕|👩|🧕|🩸|👧|👦|👶',
      '🔫 & 😱|🏠|😭|🆘|😨',
      '🤜|✊ & 🤕|😭',
      '🤬|👿|😡 & 👊|🔪|🔫',
    ],
    held: ['🔒|⛓ & 😭|🆘|😢|😱|👩|🧕', '⛓'],
    child: [],
    help: ['🆘', '🚨', '🚓 & 🙏|🆘|😭|😱'],
  },
}
