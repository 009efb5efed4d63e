// How to get to a centre: the place, a map that opens without an account, the stop, the door.

import type { Centre } from '../../profile/centre.ts'
import { openAppointment } from '../booking.ts'
import { type Button, button, GAP, type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import { addressLines, centreOf, wayQuestion } from './centres.ts'

/** The way to the centre of the appointment, or to the city's default one. */
export function showWay(facts: Facts, talk: Talk): Pick<Screen, 'lines' | 'rows' | 'pin'> {
  const open = openAppointment(facts)
  const centre = centreOf(facts, open?.centre ?? facts.profile.defaultCentre)
  const { name, address, coordinates } = centre
  return {
    lines: [
      strong('centres.way.title'),
      line('common.name', { name }),
      ...addressLines(centre),
      ...postalLine(centre),
      ...knownLines(centre),
      GAP,
      line('centres.way.show'),
      { quote: wayQuestion(centre) },
    ],
    rows: [
      ...linkRow(centre),
      ...(talk.done ? [[button('pages.help.button.appointment', { do: 'appointment' })]] : []),
    ],
    ...(coordinates ? { pin: { ...coordinates, title: name, address } } : {}),
  }
}

function postalLine({ postalCode, address }: Centre): Line[] {
  return postalCode && !address.includes(postalCode) ? [{ mono: postalCode }] : []
}

function knownLines({ way = {} }: Centre): Line[] {
  const { stop, stepFree } = way
  return [
    ...(stop === undefined ? [] : [line('centres.way.stop', { stop })]),
    ...(stepFree === undefined ? [] : [line(`centres.way.${stepFree ? 'step-free' : 'steps'}`)]),
  ]
}

function linkRow(centre: Centre): Button[][] {
  const map = mapOf(centre)
  const photo = centre.way?.doorPhoto
  const row: Button[] = [
    ...(map ? [{ label: { key: 'centres.way.button.map' }, open: map }] : []),
    ...(photo ? [{ label: { key: 'centres.way.button.door' }, open: photo }] : []),
  ]
  return row.length > 0 ? [row] : []
}

/** OpenStreetMap with a marker, or its search for the address; nothing where neither is known. */
function mapOf({ coordinates, address, postalCode }: Centre): string | undefined {
  if (coordinates) {
    const { latitude, longitude } = coordinates
    const marked = `mlat=${latitude}&mlon=${longitude}`
    return `https://www.openstreetmap.org/?${marked}#map=17/${latitude}/${longitude}`
  }
  if (address === '') return undefined
  const query = [address, postalCode].filter(Boolean).join(' ')
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`
}
