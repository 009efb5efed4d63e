// Instants at which date arithmetic goes wrong, with what a clock in Duisburg shows.

export const INSTANTS = {
  'a working day': '2026-03-18T13:05:00Z',
  'the minute before the clocks go forward': '2026-03-29T00:59:00Z',
  'the minute they have gone forward': '2026-03-29T01:00:00Z',
  'the doubled hour, first time': '2026-10-25T00:30:00Z',
  'the doubled hour, second time': '2026-10-25T01:30:00Z',
  'the last minute of the year': '2026-12-31T22:59:00Z',
  'midnight of New Year': '2026-12-31T23:00:00Z',
  'midnight in summer': '2026-06-30T22:00:00Z',
  'a leap day': '2028-02-29T11:00:00Z',
  'the Persian New Year': '2026-03-21T08:00:00Z',
} as const
