// Mistakes in what of a record goes where in a case system.
import type { Mistake } from './mistake.ts'

const system = (...fields: object[]) => ({ id: 'easy', name: 'EasyCase', fields })
const phone = { field: 'phone', label: 'Telefon' }

export const caseSystemMistakes: Mistake[] = [
  [
    'case systems that are no list',
    (p) => (p.caseSystems = {}),
    'caseSystems: expected array, got {}',
  ],
  [
    'a case system twice',
    (p) => (p.caseSystems = [system(phone), system(phone)]),
    'caseSystems[1].id: expected a value of its own, "easy" is there already',
  ],
  [
    'a case system without fields',
    (p) => (p.caseSystems = [system()]),
    'caseSystems[0].fields: Too small',
  ],
  [
    'a field that no record has',
    (p) => (p.caseSystems = [system(phone, { field: 'birthday', label: 'Geburtstag' })]),
    'caseSystems[0].fields[1].field: expected one of reference, received',
  ],
  [
    'a question that the city leaves out',
    (p) => {
      p.leaveOut = ['household']
      p.caseSystems = [system({ field: 'household', label: 'Haushalt' })]
    },
    'got "household"',
  ],
  [
    'a field twice',
    (p) => (p.caseSystems = [system(phone, { ...phone, label: 'Mobil' })]),
    'caseSystems[0].fields[1].field: expected a value of its own, "phone" is there already',
  ],
  [
    'one name for two fields',
    (p) =>
      (p.caseSystems = [
        system({ ...phone, key: 'f1' }, { field: 'reading', label: 'Sprache', key: 'f1' }),
      ]),
    'caseSystems[0].fields[1].key: expected a value of its own, "f1" is there already',
  ],
  [
    'a field without a label',
    (p) => (p.caseSystems = [system({ field: 'phone', label: ' ' })]),
    'caseSystems[0].fields[0].label: ',
  ],
  [
    'a label with the sign that parts columns',
    (p) => (p.caseSystems = [system({ field: 'phone', label: 'Tel|Mobil' })]),
    'caseSystems[0].fields[0].label: expected one line without | and hidden signs',
  ],
]
