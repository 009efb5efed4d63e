// What an answer sets in the browser.

/** With those of the cookies that the answer does not set itself: another session, or none any more. */
export function withOtherCookies(answer: Response, cookies: readonly string[]): Response {
  const set = new Set(answer.headers.getSetCookie().map(cookieName))
  return withCookies(
    answer,
    cookies.filter((cookie) => !set.has(cookieName(cookie))),
  )
}

/** The name of a cookie as it is set, or sent. */
const cookieName = (cookie: string): string => cookie.slice(0, cookie.indexOf('='))

export function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}
