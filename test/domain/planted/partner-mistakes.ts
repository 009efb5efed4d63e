// Mistakes in bodies, offices and programmes.
import type { Mistake } from './mistake.ts'

export const partnerMistakes: Mistake[] = [
  ['offices', (p) => (p.offices[0].website = 'duisburg'), 'offices[0].website: expected a web'],
  [
    'answer kept from nobody',
    (p) => (p.walls.notShown[0].bodies = []),
    'walls.notShown[0].bodies: Too small',
  ],
  [
    'body twice',
    (p) => (p.bodies[1].id = 'drk'),
    'bodies[1].id: expected a value of its own, "drk" is there already',
  ],
  [
    'office that is called as a body',
    (p) => (p.offices[0].id = 'drk'),
    'offices[0].id: expected a value of its own, "drk" is there already',
  ],
  [
    'programme that is called as a body',
    (p) => (p.programmes[0].id = 'caritas'),
    'programmes[0].id: expected a value of its own, "caritas" is there already',
  ],
  [
    'programmes',
    (p) => (p.programmes[0].audience.topics = []),
    'programmes[0].audience.topics: Too small',
  ],
  [
    'programme without a name',
    (p) => (p.programmes[0].name = ''),
    'programmes[0].name: Too small: expected string to have >=1 characters, got ""',
  ],
  [
    'first day that is none',
    (p) => (p.programmes[0].runsFrom = '1.7.2020'),
    'programmes[0].runsFrom: expected a date YYYY-MM-DD, got "1.7.2020"',
  ],
  [
    'programme that may be shown or not',
    (p) => (p.programmes[0].shown = 'yes'),
    'programmes[0].shown: expected boolean, got "yes"',
  ],
  [
    'programme of nobody',
    (p) => (p.programmes[0].provider = 'lions'),
    'programmes[0].provider: expected one of drk, diakoniewerk',
  ],
  [
    'programme for a topic nobody asks for',
    (p) => (p.programmes[0].audience.topics[1] = 'sport'),
    'programmes[0].audience.topics[1]: expected one of residence, letter',
  ],
  [
    'programme for a paper nobody asks for',
    (p) => (p.programmes[0].audience.residenceGroups[0] = 'tolerated'),
    'programmes[0].audience.residenceGroups[0]: expected one of in-person, procedure',
  ],
  [
    'programme for no district',
    (p) => (p.programmes[0].audience.districts = ['north']),
    'programmes[0].audience.districts[0]: expected one of walsum, hamborn',
  ],
  [
    'programme for nobody’s age',
    (p) => (p.programmes[0].audience.ages.until = 17),
    'programmes[0].audience.ages.until: expected an age of at least 18',
  ],
  [
    'programme that ends before it begins',
    (p) => (p.programmes[0].runsFrom = '2023-01-01'),
    'programmes[0].runsUntil: expected a day not before 2023-01-01',
  ],
  [
    'programme that is followed by none',
    (p) => (p.programmes[0].followedBy = 'next'),
    'programmes[0].followedBy: expected one of gemeinsam-klappts, kim; got "next"',
  ],
  [
    'programme that does not tell German readers what it is',
    (p) => delete p.programmes[0].what.de,
    'programmes[0].what: expected a German text ("de") among the languages',
  ],
  [
    'programme nobody says is sure',
    (p) => delete p.programmes[0].status,
    'programmes[0].status: expected object, got nothing',
  ],
]
