// What a message in a chat says of an appointment.

import { statement } from './statement.ts'

/** What the messages of a person in a channel say, each with its booking as that is now. */
export const toldOf = (person: string, channel: string) => `
  (SELECT json_group_array(json_object('row', json_object('messageId', t."messageId",
      'kind', t."kind", 'bookingId', t."bookingId", 'centreId', t."centreId",
      'startsAt', t."startsAt", 'verdict', t."verdict", 'at', t."at", 'lookAt', t."lookAt",
      'attempts', t."attempts"),
      'now', CASE WHEN n."id" IS NOT NULL THEN json_object('state', n."state",
        'centreId', n."centreId", 'startsAt', n."startsAt", 'endsAt', n."endsAt",
        'interpreterAt', (SELECT MAX(o."changedAt") FROM "InterpreterOrder" o
          WHERE o."bookingId" = n."id" AND o."centreId" = n."centreId" AND o."startsAt" = n."startsAt"))
        END))
    FROM "Told" t LEFT JOIN "Booking" n ON n."id" = t."bookingId"
    WHERE t."personId" = ${person} AND t."channel" = ${channel} AND t."kind" <> 'sound') AS "told"`

/** What can be heard in a chat, whomever of those behind it it is about. */
export const soundsOf = (people: string, channel: string) => `
  (SELECT json_group_array(json_object('personId', s."personId", 'message', s."messageId")) FROM "Told" s
    WHERE s."personId" IN ${people} AND s."channel" = ${channel} AND s."kind" = 'sound') AS "sounds"`

/**
 * `TELL(person, channel, message, kind, booking, centre, startsAt, instant, words until)`: replaces what the
 * message said before. A sound that says nothing of an appointment is never compared. It is compared when its words end, or its appointment has been over for a day, and at once where something
 * changed while it was on its way or another card stands in the chat.
 */
export const TELL = statement('told.tell', {
  why: 'on the way of a tap: whether something changed meanwhile is known to the database alone',
  sql: `INSERT INTO "Told" ("personId", "channel", "messageId", "kind", "bookingId", "centreId",
      "startsAt", "at", "lookAt")
    SELECT p."id", ?2, ?3, ?4, ?5, ?6, ?7, ?8, COALESCE(
      CASE WHEN ?4 = 'card' AND EXISTS (SELECT 1 FROM "Told" c WHERE c."personId" = p."id"
        AND c."channel" = ?2 AND c."messageId" <> ?3 AND c."kind" = 'card' AND c."verdict" IS NULL)
        THEN ?8 END,
      (SELECT COALESCE(?9, strftime('%Y-%m-%dT%H:%M:%fZ', b."endsAt", '+1 day')) FROM "Booking" b
        WHERE b."id" = ?5 AND (b."state" = 'offered' OR b."state" = 'booked'
          AND b."centreId" = ?6 AND b."startsAt" = ?7)),
      CASE WHEN ?5 IS NOT NULL OR ?4 <> 'sound' AND EXISTS (SELECT 1 FROM "Booking" o
        WHERE o."personId" = p."id" AND o."state" = 'booked' AND o."endsAt" > ?8) THEN ?8 END)
    FROM "Person" p WHERE p."id" = ?1
    ON CONFLICT ("personId", "channel", "messageId") DO UPDATE SET "kind" = excluded."kind",
      "bookingId" = excluded."bookingId", "centreId" = excluded."centreId",
      "startsAt" = excluded."startsAt", "verdict" = NULL, "at" = excluded."at",
      "lookAt" = excluded."lookAt", "attempts" = 0`,
  values: ['text', 'text', 'integer', 'text', 'text?', 'text?', 'text?', 'text', 'text?'],
})

/** `CORRECTED(person, channel, JSON list of {message, verdict}, instant)`: they are compared once more. */
export const CORRECTED = statement('told.corrected', {
  why: 'on the way of a tap: several rows, each with a value of its own',
  sql: `UPDATE "Told" SET "verdict" = c."value" ->> 'verdict', "lookAt" = ?4, "attempts" = 0
    FROM json_each(?3) c
    WHERE "personId" = ?1 AND "channel" = ?2 AND "messageId" = c."value" ->> 'message'`,
  values: ['text', 'text', 'text', 'text'],
})
