// Mistakes in bodies, offices and offers.
import type { Mistake } from './mistake.ts'

export const partnerMistakes: Mistake[] = [
  ['offices', (p) => (p.offices[0].website = 'duisburg'), 'offices[0].website: expected a web'],
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
    'offer that is called as a body',
    (p) => (p.offers[0].id = 'caritas'),
    'offers[0].id: expected a value of its own, "caritas" is there already',
  ],
  ['offers', (p) => (p.offers[0].audience.topics = []), 'offers[0].audience.topics: Too small'],
  [
    'offer without a name',
    (p) => (p.offers[0].name = ''),
    'offers[0].name: Too small: expected string to have >=1 characters, got ""',
  ],
  [
    'first day that is none',
    (p) => (p.offers[0].runsFrom = '1.7.2020'),
    'offers[0].runsFrom: expected a date YYYY-MM-DD, got "1.7.2020"',
  ],
  [
    'offer that may be shown or not',
    (p) => (p.offers[0].shown = 'yes'),
    'offers[0].shown: expected boolean, got "yes"',
  ],
  [
    'offer of nobody',
    (p) => (p.offers[0].provider = 'lions'),
    'offers[0].provider: expected one of drk, diakoniewerk',
  ],
  [
    'offer for a topic nobody asks for',
    (p) => (p.offers[0].audience.topics[1] = 'sport'),
    'offers[0].audience.topics[1]: expected one of residence, letter',
  ],
  [
    'offer for a paper nobody asks for',
    (p) => (p.offers[0].audience.residenceGroups[0] = 'tolerated'),
    'offers[0].audience.residenceGroups[0]: expected one of in-person, procedure',
  ],
  [
    'offer for no district',
    (p) => (p.offers[0].audience.districts = ['north']),
    'offers[0].audience.districts[0]: expected one of walsum, hamborn',
  ],
  [
    'offer for nobody’s age',
    (p) => (p.offers[0].audience.ages.until = 17),
    'offers[0].audience.ages.until: expected an age of at least 18',
  ],
  [
    'offer that ends before it begins',
    (p) => (p.offers[0].runsFrom = '2023-01-01'),
    'offers[0].runsUntil: expected a day not before 2023-01-01',
  ],
  [
    'offer that is followed by none',
    (p) => (p.offers[0].followedBy = 'next'),
    'offers[0].followedBy: expected one of gemeinsam-klappts, kim; got "next"',
  ],
  [
    'offer that does not tell German readers what it is',
    (p) => delete p.offers[0].what.de,
    'offers[0].what: expected a German text ("de") among the languages',
  ],
  [
    'offer nobody says is sure',
    (p) => delete p.offers[0].status,
    'offers[0].status: expected object, got nothing',
  ],
]
