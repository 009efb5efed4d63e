// When the chat stays quiet.

import { addDays, atWall, minutesOf, toWall } from '../calendar/wall-clock.ts'
import type { Profile } from '../profile/profile.ts'

export type QuietHours = Profile['reminders']['quietHours']

/** Whether the chat stays quiet at an instant (epoch milliseconds). */
export function isQuiet({ from, until }: QuietHours, at: number): boolean {
  const { minutes } = toWall(at)
  const [start, end] = [minutesOf(from), minutesOf(until)]
  return start <= end ? minutes >= start && minutes < end : minutes >= start || minutes < end
}

/** The same instant, or the end of the quiet hours it falls into. */
export function awake(quiet: QuietHours, at: number): number {
  if (!isQuiet(quiet, at)) return at
  const { date, minutes } = toWall(at)
  const end = minutesOf(quiet.until)
  return atWall(minutes < end ? date : addDays(date, 1), end)
}
