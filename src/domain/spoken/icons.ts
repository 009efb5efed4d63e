// Icons as they are said before an option: who cannot read finds its button by what it shows.

/**
 * By icon, its name under `icons` of a locale. What the words of its option say anyway has none: a letter, a family, a
 * wheelchair.
 */
const NAMES: Readonly<Record<string, string>> = {
  '📅': 'calendar',
  '⏰': 'clock',
  '📄': 'paper',
  '🛂': 'officer',
  '🏠': 'house',
  '🛏️': 'bed',
  '💶': 'banknote',
  '🩺': 'stethoscope',
  '🔒': 'lock',
  '💬': 'bubble',
  '💼': 'bag',
  '🗣️': 'face',
  '👶': 'baby',
  '🎒': 'backpack',
  '🛡️': 'shield',
  '🧰': 'toolbox',
  '🎓': 'cap',
  '🧾': 'bill',
  '⚖️': 'scales',
  '🏛️': 'building',
  '💳': 'card',
  '🌻': 'sunflower',
  '🌍': 'globe',
  '🌳': 'tree',
  '⏳': 'hourglass',
  '🌱': 'plant',
  '✈️': 'plane',
  '📕': 'red-book',
  '🌑': 'dark-moon',
  '🌒': 'thin-moon',
  '🌓': 'half-moon',
  '🌕': 'full-moon',
  '🙂': 'smile',
}

const KEYCAP = '\uFE0F\u20E3'

/** The icon of a number, a sign for each digit. */
export const keycap = (number: number): string =>
  [...String(number)].map((digit) => digit + KEYCAP).join('')

/** The clip of an icon; `undefined` where it is not said. */
export function iconKey(icon: string | undefined): string | undefined {
  if (icon === undefined) return undefined
  if (icon.endsWith(KEYCAP)) return `number.${icon.replaceAll(KEYCAP, '')}`
  return NAMES[icon] && `icons.${NAMES[icon]}`
}
