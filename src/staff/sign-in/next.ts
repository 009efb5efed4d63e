// Where somebody goes once they are in.

/** Below it stands again what was typed when a session had ended. */
export const TYPED = '/staff/typed/'

/** Whether somebody goes on to what they have typed. */
export const isTyped = (next: string): boolean => next.startsWith(TYPED)

const OWN_PAGE = /^\/staff(\/[\w\-./]*)?(\?[\w\-.~%&=+:]*)?$/

/** Only pages of our own, so that a link cannot send anybody elsewhere after signing in. */
export function nextOf(path: string | undefined): string {
  if (!path || !OWN_PAGE.test(path) || path.includes('..')) return ''
  return /^\/staff\/(sign-|invite\/|auth\/)/.test(path) ? '' : path
}
