// The routes of passkeys: signing in with one, and those of the own account.

import * as z from 'zod'
import { LONGEST_NAME } from '../../flows/sign-in/passkeys.ts'
import { passkeyScript } from '../../generated/studio.ts'
import { type Answer, notFound, refuse } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { withCookies } from '../frame/cookies.ts'
import { text } from '../frame/form.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { askToSignIn, waitWord } from '../sign-in/ask.ts'
import { enter } from '../sign-in/entered.ts'
import { askedOf, note, showAccount, told } from './answers.ts'

// What an authenticator says is a few kilobytes.
const response = z.string().max(32 * 1024)
const name = z.string().trim().min(1).max(LONGEST_NAME)
const next = z.string().optional()

export const passkeys: Feature = {
  routes: [
    get({
      path: '/passkey.js',
      who: 'open',
      handle: ({ c }) =>
        c.body(passkeyScript, 200, {
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': 'private, max-age=300',
        }),
    }),
    post({
      path: '/sign-in/passkey/options',
      who: 'open',
      handle: async ({ c, client, signIn, frame }) => {
        const asked = await signIn.passkeys.begin({ client, headers: c.req.raw.headers })
        if (!asked) return c.json({ say: waitWord(frame.words, 2_000) }, 429)
        return withCookies(c.json({ publicKey: asked.options }), asked.cookies)
      },
    }),
    post({
      path: '/sign-in/passkey',
      who: 'open',
      form: z.object({ response, next }),
      handle: async (context) => {
        const { c, client, signIn, form, frame, deps } = context
        const from = { client, headers: c.req.raw.headers }
        const { response, ...onward } = form
        const result = await signIn.passkeys.enter(response, from)
        if (result.outcome === 'in') return enter(context, result, 'sign-in-passkey', onward)
        if (result.outcome === 'wait') {
          const alert = waitWord(frame.words, result.milliseconds)
          return askToSignIn(context, { message: { alert }, status: 429, ...onward })
        }
        deps.log.warn('passkey refused')
        const message = { alert: frame.words.passkeyWrong }
        return askToSignIn(context, { message, status: 401, ...onward })
      },
    }),
    post({
      path: '/account/passkeys/options',
      who: 'member',
      form: z.object({ current: text }),
      handle: async (context) => {
        const { c, signIn, form, frame } = context
        if (context.proof !== 'code') return notFound(context)
        const asked = await signIn.passkeys.add(askedOf(context), form.current)
        if (asked.outcome === 'ask') {
          return withCookies(c.json({ publicKey: asked.options }), asked.cookies)
        }
        if (asked.outcome === 'wait') {
          return c.json({ say: waitWord(frame.words, asked.milliseconds) }, 429)
        }
        await note(context, 'add-passkey', true)
        const { passkeysMany, passwordWrong } = frame.words
        return asked.outcome === 'many'
          ? c.json({ say: passkeysMany }, 409)
          : c.json({ say: passwordWrong }, 401)
      },
    }),
    post({
      path: '/account/passkeys',
      who: 'member',
      stands: () => '/account',
      form: z.object({ response, name }),
      handle: async (context) => {
        const { signIn, form, frame } = context
        if (context.proof !== 'code') return notFound(context)
        const isKept = await signIn.passkeys.keep(askedOf(context), form.response, form.name)
        await note(context, 'add-passkey', !isKept)
        if (!isKept) return showAccount(context, { alert: frame.words.passkeyFault }, 400)
        return done(context, 'passkey')
      },
    }),
    post({
      path: '/account/passkeys/:id/name',
      who: 'member',
      stands: () => '/account',
      form: z.object({ name }),
      handle: async (context) => {
        const { signIn, form, params } = context
        if (!(await signIn.passkeys.rename(askedOf(context), params.id, form.name))) {
          return notFound(context)
        }
        await note(context, 'rename-passkey', false)
        return done(context, 'passkey-name')
      },
      refused: ({ form: _, ...context }, faults) =>
        refuse(context, context.frame.words.notPossible, { status: 400, faults }),
    }),
    post({
      path: '/account/passkeys/:id/remove',
      who: 'member',
      form: z.object({ current: text }),
      handle: async (context) => {
        const { signIn, form, params } = context
        const removed = await signIn.passkeys.remove(askedOf(context), params.id, form.current)
        if (removed.outcome === 'gone') return notFound(context)
        return told(context, 'remove-passkey', removed, () => done(context, 'passkey-gone'))
      },
    }),
  ],
}

const done = ({ c }: StaffContext, what: string): Answer =>
  c.redirect(`/staff/account?done=${what}`, 303)
