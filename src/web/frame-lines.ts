// What the frame of every page says above it, seen and heard.

import type { Deps } from '../deps.ts'
import type { Text } from '../domain/dialog/text.ts'

/** In a trial, that it is one. */
export const frameLines = ({ config }: Pick<Deps, 'config'>): { text: Text }[] =>
  config.trial ? [{ text: { key: 'facts.trial' } }] : []
