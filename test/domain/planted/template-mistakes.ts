// Mistakes in the messages that a city has worded.
import type { Mistake } from './mistake.ts'

const one = (more: object) => ({
  id: 'papers-again',
  name: 'Unterlagen',
  texts: { de: 'Bitte kommen.' },
  ...more,
})
const said = (text: string) => one({ texts: { de: text } })

export const templateMistakes: Mistake[] = [
  ['templates that are no list', (p) => (p.templates = {}), 'templates: expected array, got {}'],
  [
    'a template id',
    (p) => (p.templates = [one({ id: 'Neu' })]),
    'templates[0].id: expected small letters',
  ],
  [
    'a template by the name of an own text',
    (p) => (p.templates = [one({ id: 'free' })]),
    'templates[0].id: expected another id than "free"',
  ],
  [
    'a template twice',
    (p) => (p.templates = [one({}), one({})]),
    'templates[1].id: expected a value of its own, "papers-again" is there already',
  ],
  [
    'a translation that is out of date and not there',
    (p) => (p.templates = [one({ stale: ['ar'] })]),
    'templates[0].stale[0]: expected a language that has a text of its own',
  ],
  [
    'an own template of no name',
    (p) => (p.templates = [{ id: 'mine', texts: { de: 'Bitte kommen.' } }]),
    'templates[0].name: expected a name',
  ],
  [
    'an own template that says nothing',
    (p) => (p.templates = [{ id: 'mine', off: true }]),
    'templates[0].texts.de: expected a German text',
  ],
  [
    'a template without German',
    (p) => (p.templates = [one({ texts: { ar: 'مرحبا' } })]),
    'templates[0].texts.de: expected a German text',
  ],
  [
    'a field nobody knows',
    (p) => (p.templates = [said('Am {Datum}.')]),
    'templates[0].texts.de: expected no field but {Tag}, {Uhrzeit}, {Ort}, {Telefon}, {Unterlagen}',
  ],
  [
    'half a field',
    (p) => (p.templates = [said('Am {Tag.')]),
    'templates[0].texts.de: expected no field but {Tag}',
  ],
  [
    'a translation without the time',
    (p) => (p.templates = [one({ texts: { de: 'Um {Uhrzeit}.', tr: 'Gelin.' } })]),
    'templates[0].texts.tr: expected the fields of the German text: Uhrzeit',
  ],
  [
    'a template too long',
    (p) => (p.templates = [said('x'.repeat(501))]),
    'templates[0].texts.de: expected at most 500 characters',
  ],
  [
    'a template with markup',
    (p) => (p.templates = [said('Bitte <b>kommen</b>.')]),
    'templates[0].texts.de: expected plain text',
  ],
  [
    'a template that turns the line round',
    (p) => (p.templates = [said('Bitte \u202Ekommen.')]),
    'templates[0].texts.de: expected no invisible marks of direction',
  ],
]
