-- What the store's methods send through Prisma's models, each called once on a nearly empty database. Made
-- by test/house/sent.test.ts; not to be edited. A raw statement in between goes by its name (sql/).

-- people.beginAgain
UPDATE "Person" SET "language" = ?, "seenAt" = ? WHERE "Person"."id" = ?;

-- people.setLanguage
UPDATE "Person" SET "language" = ? WHERE "Person"."id" IN (?);

-- party.bring
-- raw: talk.begin
UPDATE "Address" SET "current" = ? WHERE ("Address"."key" IN (?,?) AND "Address"."current" = ? AND "Address"."personId" <> ?);
-- raw: talk.stand
-- raw: talk.consent

-- party.turn
UPDATE "Address" SET "current" = ? WHERE ("Address"."key" IN (?,?) AND "Address"."current" = ? AND "Address"."personId" <> ?);
UPDATE "Address" SET "current" = ? WHERE ("Address"."key" IN (?,?) AND "Address"."personId" = ?);

-- party.setLabel
UPDATE "Address" SET "sealedLabel" = ? WHERE "Address"."personId" = ?;

-- people.withdraw
UPDATE "Consent" SET "withdrawnAt" = ? WHERE ("Consent"."personId" = ? AND "Consent"."scope" = ? AND "Consent"."withdrawnAt" IS NULL);

-- people.setUnreachable
SELECT "Address"."key", "Address"."personId" FROM "Address" WHERE "Address"."key" IN (?,?) LIMIT ? OFFSET ?;
UPDATE "Person" SET "unreachable" = ? WHERE "Person"."id" IN (?,?);

-- ties.make
DELETE FROM "Tie" WHERE ("Tie"."personId" = ? AND "Tie"."channel" = ? AND "Tie"."usedBy" IS NULL);
INSERT INTO "Tie" ("hash", "personId", "channel", "sealed", "expiresAt") VALUES (?,?,?,?,?);

-- ties.open
SELECT "Tie"."hash", "Tie"."personId", "Tie"."channel", "Tie"."sealed", "Tie"."expiresAt", "Tie"."usedBy" FROM "Tie" WHERE ("Tie"."personId" = ? AND "Tie"."channel" = ? AND "Tie"."usedBy" IS NULL AND "Tie"."expiresAt" > ?) LIMIT ? OFFSET ?;

-- ties.find
SELECT "Tie"."hash", "Tie"."personId", "Tie"."channel", "Tie"."expiresAt" FROM "Tie" WHERE ("Tie"."hash" = ? AND 1=1) LIMIT ? OFFSET ?;
SELECT "Person"."id", "Person"."language" FROM "Person" WHERE "Person"."id" = ? LIMIT ? OFFSET ?;

-- ties.use
SELECT "Tie"."hash", "Tie"."personId", "Tie"."channel", "Tie"."sealed", "Tie"."expiresAt", "Tie"."usedBy" FROM "Tie" WHERE ("Tie"."hash" = ? AND 1=1) LIMIT ? OFFSET ?;
UPDATE "Tie" SET "usedBy" = ? WHERE ("Tie"."hash" = ? AND "Tie"."usedBy" IS NULL AND "Tie"."expiresAt" > ?);
UPDATE "Address" SET "current" = ? WHERE ("Address"."key" IN (?,?) AND "Address"."current" = ? AND "Address"."personId" <> ?);
-- raw: talk.stand
DELETE FROM "Address" WHERE ("Address"."personId" = ? AND "Address"."channel" = ? AND "Address"."key" NOT IN (?,?) AND EXISTS(SELECT "t0"."id" FROM "Person" AS "t0" WHERE ("t0"."unreachable" IS NOT NULL AND ("Address"."personId") = ("t0"."id") AND "t0"."id" IS NOT NULL)));
UPDATE "Person" SET "unreachable" = ? WHERE "Person"."id" = ?;
UPDATE "Outbox" SET "status" = ?, "dueAt" = ? WHERE ("Outbox"."personId" = ? AND "Outbox"."status" = ?);

-- outbox.giveUp
UPDATE "Outbox" SET "status" = ?, "reason" = ?, "doneAt" = ? WHERE ("Outbox"."key" = ? AND "Outbox"."status" = ?);

-- outbox.keep
UPDATE "Outbox" SET "status" = ?, "reason" = ?, "doneAt" = ? WHERE ("Outbox"."id" = ? AND "Outbox"."attempts" = ? AND "Outbox"."status" = ?);
UPDATE "Intake" SET "calledAt" = ? WHERE "Intake"."personId" = ?;

-- outbox.kept
SELECT "Outbox"."id", "Outbox"."key", "Outbox"."kind", "Outbox"."personId", "Outbox"."bookingId", "Outbox"."payload", "Outbox"."sealed", "Outbox"."status", "Outbox"."rank", "Outbox"."dueAt", "Outbox"."attempts", "Outbox"."claimedAt", "Outbox"."doneAt", "Outbox"."reason", "Outbox"."messageId", "Outbox"."fileMessageId", "Outbox"."heededAt", "Outbox"."createdAt" FROM "Outbox" WHERE ("Outbox"."personId" IN (?) AND "Outbox"."status" = ?) ORDER BY "Outbox"."id" ASC LIMIT ? OFFSET ?;

-- outbox.markRead
UPDATE "Outbox" SET "status" = ?, "doneAt" = ? WHERE ("Outbox"."id" IN (?) AND "Outbox"."status" = ?);
UPDATE "Outbox" SET "status" = ?, "reason" = ?, "doneAt" = ? WHERE ("Outbox"."id" IN (?) AND "Outbox"."status" = ?);

-- people.reachable
SELECT "Person"."id", "Person"."language" FROM "Person" WHERE (EXISTS(SELECT "t0"."personId" FROM "Address" AS "t0" WHERE ("t0"."current" = ? AND ("Person"."id") = ("t0"."personId") AND "t0"."personId" IS NOT NULL)) AND ("Person"."unreachable" IS NULL OR ("Person"."unreachable" <> ? AND EXISTS(SELECT "t1"."personId" FROM "Address" AS "t1" WHERE ("t1"."channel" = ? AND ("Person"."id") = ("t1"."personId") AND "t1"."personId" IS NOT NULL))))) ORDER BY "Person"."id" ASC LIMIT ? OFFSET ?;

-- inputs.isFirstOf
-- raw: talk.answered
SELECT "AnsweredInput"."id", "AnsweredInput"."messages" FROM "AnsweredInput" WHERE ("AnsweredInput"."id" = ? AND 1=1) LIMIT ? OFFSET ?;

-- inputs.wasSaid
SELECT "AnsweredInput"."id" FROM "AnsweredInput" WHERE ("AnsweredInput"."id" = ? AND 1=1) LIMIT ? OFFSET ?;

-- interpreterOrders.add
SELECT "Booking"."id", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."id" = ? AND 1=1) LIMIT ? OFFSET ?;
INSERT INTO "InterpreterOrder" ("id", "bookingId", "centreId", "startsAt", "endsAt", "language", "gender", "pool", "poolName", "mode", "state", "orderedAt", "changedAt", "changedBy") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?);
-- raw: outbox.queue
-- raw: owed.webhooks
UPDATE "Told" SET "lookAt" = ?, "attempts" = ? WHERE "Told"."bookingId" = ?;
UPDATE "Intake" SET "recordAt" = ? WHERE "Intake"."id" = ?;

-- interpreterOrders.find
SELECT "InterpreterOrderRow"."id", "InterpreterOrderRow"."bookingId", "InterpreterOrderRow"."centreId", "InterpreterOrderRow"."startsAt", "InterpreterOrderRow"."endsAt", "InterpreterOrderRow"."language", "InterpreterOrderRow"."gender", "InterpreterOrderRow"."pool", "InterpreterOrderRow"."poolName", "InterpreterOrderRow"."mode", "InterpreterOrderRow"."state", "InterpreterOrderRow"."orderedAt", "InterpreterOrderRow"."changedAt", "InterpreterOrderRow"."changedBy", "InterpreterOrderRow"."nowCentreId", "InterpreterOrderRow"."nowStartsAt", "InterpreterOrderRow"."nowState", "InterpreterOrderRow"."personId" FROM "InterpreterOrderRow" WHERE "InterpreterOrderRow"."id" = ? LIMIT ? OFFSET ?;

-- interpreterOrders.of
SELECT "InterpreterOrder"."id", "InterpreterOrder"."bookingId", "InterpreterOrder"."centreId", "InterpreterOrder"."startsAt", "InterpreterOrder"."endsAt", "InterpreterOrder"."language", "InterpreterOrder"."gender", "InterpreterOrder"."pool", "InterpreterOrder"."poolName", "InterpreterOrder"."mode", "InterpreterOrder"."state", "InterpreterOrder"."orderedAt", "InterpreterOrder"."changedAt", "InterpreterOrder"."changedBy" FROM "InterpreterOrder" WHERE "InterpreterOrder"."bookingId" IN (?) ORDER BY "InterpreterOrder"."orderedAt" ASC, "InterpreterOrder"."id" ASC LIMIT ? OFFSET ?;

-- interpreterOrders.coming
SELECT "InterpreterOrderRow"."id", "InterpreterOrderRow"."bookingId", "InterpreterOrderRow"."centreId", "InterpreterOrderRow"."startsAt", "InterpreterOrderRow"."endsAt", "InterpreterOrderRow"."language", "InterpreterOrderRow"."gender", "InterpreterOrderRow"."pool", "InterpreterOrderRow"."poolName", "InterpreterOrderRow"."mode", "InterpreterOrderRow"."state", "InterpreterOrderRow"."orderedAt", "InterpreterOrderRow"."changedAt", "InterpreterOrderRow"."changedBy", "InterpreterOrderRow"."nowCentreId", "InterpreterOrderRow"."nowStartsAt", "InterpreterOrderRow"."nowState", "InterpreterOrderRow"."personId" FROM "InterpreterOrderRow" WHERE ("InterpreterOrderRow"."centreId" IN (?) AND "InterpreterOrderRow"."startsAt" >= ?) ORDER BY "InterpreterOrderRow"."startsAt" ASC, "InterpreterOrderRow"."id" ASC LIMIT ? OFFSET ?;

-- interpreterOrders.needing
SELECT "InterpretingRow"."id", "InterpretingRow"."centreId", "InterpretingRow"."startsAt", "InterpretingRow"."endsAt", "InterpretingRow"."seat", "InterpretingRow"."changedAt", "InterpretingRow"."intakeId", "InterpretingRow"."personId", "InterpretingRow"."bodyId", "InterpretingRow"."spoken", "InterpretingRow"."counsellor", "InterpretingRow"."topics" FROM "InterpretingRow" WHERE ("InterpretingRow"."centreId" IN (?) AND "InterpretingRow"."startsAt" >= ?) ORDER BY "InterpretingRow"."startsAt" ASC, "InterpretingRow"."id" ASC LIMIT ? OFFSET ?;

-- interpreterOrders.needingOne
SELECT "InterpretingRow"."id", "InterpretingRow"."centreId", "InterpretingRow"."startsAt", "InterpretingRow"."endsAt", "InterpretingRow"."seat", "InterpretingRow"."changedAt", "InterpretingRow"."intakeId", "InterpretingRow"."personId", "InterpretingRow"."bodyId", "InterpretingRow"."spoken", "InterpretingRow"."counsellor", "InterpretingRow"."topics" FROM "InterpretingRow" WHERE "InterpretingRow"."id" = ? LIMIT ? OFFSET ?;

-- interpreterOrders.change
SELECT "Booking"."id", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."id" = ? AND 1=1) LIMIT ? OFFSET ?;
UPDATE "InterpreterOrder" SET "state" = ?, "changedAt" = ?, "changedBy" = ? WHERE ("InterpreterOrder"."id" = ? AND "InterpreterOrder"."state" IN (?));
-- raw: outbox.queue
-- raw: owed.webhooks
UPDATE "Told" SET "lookAt" = ?, "attempts" = ? WHERE "Told"."bookingId" = ?;
UPDATE "Intake" SET "recordAt" = ? WHERE "Intake"."id" = ?;

-- talks.answersOf
SELECT "Intake"."id", "Intake"."talk", "Intake"."takenBy" FROM "Intake" WHERE "Intake"."personId" = ? ORDER BY "Intake"."createdAt" DESC LIMIT ? OFFSET ?;

-- talks.become
SELECT "Intake"."id", "Intake"."talk", "Intake"."version" FROM "Intake" WHERE ("Intake"."id" = ? AND "Intake"."personId" = ?) LIMIT ? OFFSET ?;

-- appointments.answered
SELECT "Booking"."id", "Booking"."centreId", "Booking"."startsAt", "Booking"."endsAt", "Booking"."seat", "Booking"."personId", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."state" = ? AND "Booking"."endsAt" > ? AND (NOT ("Booking"."intakeId" IS NULL))) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."talk" FROM "Intake" WHERE "Intake"."id" IN (NULL) LIMIT ? OFFSET ?;

-- appointments.upcoming
SELECT "Booking"."id", "Booking"."centreId", "Booking"."startsAt", "Booking"."endsAt", "Booking"."seat", "Booking"."ref" FROM "Booking" WHERE ("Booking"."state" = ? AND "Booking"."endsAt" > ?) ORDER BY "Booking"."startsAt" ASC, "Booking"."seat" ASC LIMIT ? OFFSET ?;

-- appointments.setRef
UPDATE "Booking" SET "ref" = ? WHERE ("Booking"."id" = ? AND "Booking"."intakeId" = ?);

-- appointments.walkIn
INSERT INTO "Booking" ("id", "ref", "centreId", "startsAt", "endsAt", "state", "remind", "channel", "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour", "sequence") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?);

-- appointments.takeBackWalkIn
UPDATE "Booking" SET "state" = ?, "changedAt" = ?, "changedBy" = ? WHERE ("Booking"."id" = ? AND "Booking"."channel" = ? AND "Booking"."state" = ?);

-- appointments.reopen
-- raw: seats.give-back
-- raw: appointments.owe-changed
-- raw: appointments.end-offers
DELETE FROM "Closure" WHERE "Closure"."id" IN (?);
UPDATE "City" SET "version" = ("City"."version" + ?) WHERE 1=1;

-- closures.add
SELECT "Closure"."id", "Closure"."centreId", "Closure"."seat", "Closure"."startsAt", "Closure"."endsAt", "Closure"."reason", "Closure"."createdAt", "Closure"."createdBy", "Closure"."pending" FROM "Closure" WHERE "Closure"."id" IN (?) LIMIT ? OFFSET ?;
UPDATE "City" SET "version" = ("City"."version" + ?) WHERE 1=1;
INSERT INTO "Closure" ("id", "centreId", "seat", "startsAt", "endsAt", "reason", "createdAt", "createdBy", "pending") VALUES (?,?,?,?,?,?,?,?,?);

-- closures.pending
SELECT "Closure"."id", "Closure"."centreId", "Closure"."seat", "Closure"."startsAt", "Closure"."endsAt", "Closure"."reason", "Closure"."createdAt", "Closure"."createdBy", "Closure"."pending" FROM "Closure" WHERE ("Closure"."pending" = ? AND ("Closure"."createdAt" <= ? OR "Closure"."createdAt" > ?)) ORDER BY "Closure"."startsAt" ASC LIMIT ? OFFSET ?;

-- closures.done
UPDATE "Closure" SET "pending" = ? WHERE "Closure"."id" IN (?);

-- closures.under
SELECT "Booking"."id", "Booking"."personId", "Booking"."startsAt", "Booking"."endsAt", "Booking"."centreId", "Booking"."seat", "Booking"."state", "Booking"."changedBy", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."centreId" IN (?) AND "Booking"."state" IN (?,?) AND "Booking"."startsAt" > ? AND "Booking"."startsAt" < ?) LIMIT ? OFFSET ?;
SELECT "Person"."id", "Person"."unreachable" FROM "Person" WHERE "Person"."id" IN (NULL) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."talk", "Intake"."hasPhone" FROM "Intake" WHERE "Intake"."id" IN (NULL) LIMIT ? OFFSET ?;
SELECT "Address"."key", "Address"."personId", "Address"."channel" FROM "Address" WHERE "Address"."personId" IN (NULL) LIMIT ? OFFSET ?;

-- closures.displaced
SELECT "Booking"."id", "Booking"."personId", "Booking"."startsAt", "Booking"."endsAt", "Booking"."centreId", "Booking"."seat", "Booking"."state", "Booking"."changedBy", "Booking"."intakeId" FROM "Booking" LEFT JOIN "Person" AS "j0" ON ("j0"."id") = ("Booking"."personId") WHERE ("Booking"."state" = ? AND "Booking"."changedBy" IN (?) AND "Booking"."centreId" IN (?) AND "Booking"."startsAt" > ? AND "Booking"."startsAt" < ? AND ("Booking"."personId" IS NULL OR (NOT EXISTS(SELECT "t1"."personId" FROM "Booking" AS "t1" WHERE ("t1"."state" = ? AND ("j0"."id") = ("t1"."personId") AND "t1"."personId" IS NOT NULL)) AND ("j0"."id" IS NOT NULL)))) LIMIT ? OFFSET ?;
SELECT "Person"."id", "Person"."unreachable" FROM "Person" WHERE "Person"."id" IN (NULL) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."talk", "Intake"."hasPhone" FROM "Intake" WHERE "Intake"."id" IN (NULL) LIMIT ? OFFSET ?;
SELECT "Address"."key", "Address"."personId", "Address"."channel" FROM "Address" WHERE "Address"."personId" IN (NULL) LIMIT ? OFFSET ?;

-- closures.these
SELECT "Booking"."id", "Booking"."personId", "Booking"."startsAt", "Booking"."endsAt", "Booking"."centreId", "Booking"."seat", "Booking"."state", "Booking"."changedBy", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."id" IN (?) AND "Booking"."state" = ? AND "Booking"."endsAt" > ?) LIMIT ? OFFSET ?;
SELECT "Person"."id", "Person"."unreachable" FROM "Person" WHERE "Person"."id" IN (NULL) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."talk", "Intake"."hasPhone" FROM "Intake" WHERE "Intake"."id" IN (NULL) LIMIT ? OFFSET ?;
SELECT "Address"."key", "Address"."personId", "Address"."channel" FROM "Address" WHERE "Address"."personId" IN (NULL) LIMIT ? OFFSET ?;

-- closures.displacedBy
SELECT "Booking"."id", "Booking"."centreId", "Booking"."startsAt", "Booking"."endsAt" FROM "Booking" WHERE ("Booking"."id" IN (?) AND "Booking"."changedBy" = ?) LIMIT ? OFFSET ?;

-- closures.find
SELECT "Closure"."id", "Closure"."centreId", "Closure"."seat", "Closure"."startsAt", "Closure"."endsAt", "Closure"."reason", "Closure"."createdAt", "Closure"."createdBy", "Closure"."pending" FROM "Closure" WHERE ("Closure"."centreId" IS NOT NULL AND ("Closure"."id" = ? OR ("Closure"."id" >= ? AND "Closure"."id" < ?))) ORDER BY "Closure"."startsAt" ASC LIMIT ? OFFSET ?;

-- closures.upcoming
SELECT "Closure"."id", "Closure"."centreId", "Closure"."seat", "Closure"."startsAt", "Closure"."endsAt", "Closure"."reason", "Closure"."createdAt", "Closure"."createdBy", "Closure"."pending" FROM "Closure" WHERE ("Closure"."centreId" IN (?) AND "Closure"."endsAt" > ?) ORDER BY "Closure"."startsAt" ASC LIMIT ? OFFSET ?;

-- closures.lastSeats
SELECT "BookingEvent"."id", "BookingEvent"."bookingId", "BookingEvent"."at", "BookingEvent"."by", "BookingEvent"."state", "BookingEvent"."centreId", "BookingEvent"."startsAt", "BookingEvent"."seat" FROM "BookingEvent" WHERE ("BookingEvent"."bookingId" IN (?) AND "BookingEvent"."state" = ? AND "BookingEvent"."seat" IS NOT NULL) ORDER BY "BookingEvent"."id" ASC LIMIT ? OFFSET ?;

-- closures.askToCall
SELECT "Booking"."id", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."id" IN (?) AND "Booking"."intakeId" IS NOT NULL) LIMIT ? OFFSET ?;
UPDATE "Intake" SET "calledAt" = ? WHERE 1=0;

-- speakers.add
INSERT INTO "Speaker" ("id", "voice", "sealed", "computer", "consentHash", "consentedAt", "origin", "addedBy") VALUES (?,?,?,?,?,?,?,?);

-- speakers.of
SELECT "Speaker"."id", "Speaker"."voice", "Speaker"."sealed", "Speaker"."computer", "Speaker"."consentHash", "Speaker"."consentedAt", "Speaker"."origin", "Speaker"."addedBy" FROM "Speaker" WHERE "Speaker"."voice" = ? ORDER BY "Speaker"."consentedAt" ASC, "Speaker"."id" ASC LIMIT ? OFFSET ?;

-- speakers.find
SELECT "Speaker"."id", "Speaker"."voice", "Speaker"."sealed", "Speaker"."computer", "Speaker"."consentHash", "Speaker"."consentedAt", "Speaker"."origin", "Speaker"."addedBy" FROM "Speaker" WHERE "Speaker"."id" = ? LIMIT ? OFFSET ?;

-- clips.record
DELETE FROM "Clip" WHERE ("Clip"."voice" = ? AND "Clip"."key" IN (?) AND "Clip"."state" = ?);
INSERT INTO "Clip" ("id", "voice", "key", "textHash", "sound", "milliseconds", "loudness", "state", "speakerId", "recordedAt", "recordedBy") VALUES (?,?,?,?,?,?,?,?,?,?,?);

-- clips.of
SELECT "Clip"."id", "Clip"."voice", "Clip"."key", "Clip"."textHash", "Clip"."milliseconds", "Clip"."loudness", "Clip"."state", "Clip"."speakerId", "Clip"."recordedAt", "Clip"."recordedBy", "Clip"."releasedAt", "Clip"."releasedBy" FROM "Clip" WHERE "Clip"."voice" = ? LIMIT ? OFFSET ?;

-- clips.counted
SELECT "Clip"."id", "Clip"."voice", "Clip"."key", "Clip"."textHash", "Clip"."state" FROM "Clip" WHERE 1=1 LIMIT ? OFFSET ?;

-- clips.find
SELECT "Clip"."id", "Clip"."voice", "Clip"."key", "Clip"."textHash", "Clip"."milliseconds", "Clip"."loudness", "Clip"."state", "Clip"."speakerId", "Clip"."recordedAt", "Clip"."recordedBy", "Clip"."releasedAt", "Clip"."releasedBy" FROM "Clip" WHERE "Clip"."id" = ? LIMIT ? OFFSET ?;

-- clips.frames
SELECT "Clip"."id", "Clip"."sound" FROM "Clip" WHERE "Clip"."id" = ? LIMIT ? OFFSET ?;

-- clips.release
DELETE FROM "Clip" WHERE ("Clip"."voice" = ? AND "Clip"."key" = ? AND "Clip"."state" = ?);
UPDATE "Clip" SET "state" = ?, "releasedAt" = ?, "releasedBy" = ? WHERE ("Clip"."id" = ? AND "Clip"."state" = ? AND "Clip"."recordedBy" <> ?);

-- clips.released
SELECT "Clip"."id", "Clip"."key", "Clip"."textHash" FROM "Clip" WHERE ("Clip"."voice" = ? AND "Clip"."state" = ? AND "Clip"."key" IN (?)) LIMIT ? OFFSET ?;

-- clips.sounds
SELECT "Clip"."id", "Clip"."key", "Clip"."sound" FROM "Clip" WHERE ("Clip"."voice" = ? AND "Clip"."state" = ? AND "Clip"."key" IN (?)) LIMIT ? OFFSET ?;

-- released.all
SELECT "Clip"."id", "Clip"."voice", "Clip"."key", "Clip"."textHash" FROM "Clip" WHERE "Clip"."state" = ? LIMIT ? OFFSET ?;

-- released.sounds
SELECT "Clip"."id", "Clip"."sound" FROM "Clip" WHERE ("Clip"."state" = ? AND "Clip"."id" IN (?)) LIMIT ? OFFSET ?;

-- telegramFiles.keep
INSERT INTO "TelegramFile" ("bot", "hash", "fileId", "at") VALUES (?,?,?,?);

-- telegramFiles.find
SELECT "TelegramFile"."bot", "TelegramFile"."hash", "TelegramFile"."fileId", "TelegramFile"."at" FROM "TelegramFile" WHERE (("TelegramFile"."bot" = ? AND "TelegramFile"."hash" = ?) AND 1=1) LIMIT ? OFFSET ?;

-- telegramFiles.forget
DELETE FROM "TelegramFile" WHERE ("TelegramFile"."bot" = ? AND "TelegramFile"."hash" = ?);

-- clips.remove
DELETE FROM "Clip" WHERE "Clip"."id" = ?;
DELETE FROM "TelegramFile" WHERE 1=1;

-- speakers.remove
DELETE FROM "Speaker" WHERE "Speaker"."id" = ?;
DELETE FROM "TelegramFile" WHERE 1=1;
DELETE FROM "Erased" WHERE "Erased"."id" = ?;
INSERT INTO "Erased" ("id", "at") VALUES (?,?);

-- countSources
SELECT "UsageCount"."month", "UsageCount"."kind", "UsageCount"."code", "UsageCount"."centreId", "UsageCount"."bodyId", "UsageCount"."count" FROM "UsageCount" WHERE ("UsageCount"."kind" = ? AND "UsageCount"."month" <= ?) LIMIT ? OFFSET ?;

-- offers.find
SELECT "Booking"."id", "Booking"."ref", "Booking"."personId", "Booking"."intakeId", "Booking"."centreId", "Booking"."startsAt", "Booking"."endsAt", "Booking"."seat", "Booking"."state", "Booking"."remind", "Booking"."channel", "Booking"."createdAt", "Booking"."changedAt", "Booking"."changedBy", "Booking"."remindAt", "Booking"."answer", "Booking"."answeredAt", "Booking"."heldUntil", "Booking"."heldFor", "Booking"."week", "Booking"."block", "Booking"."weekday", "Booking"."hour", "Booking"."sequence" FROM "Booking" WHERE ("Booking"."id" = ? AND 1=1) LIMIT ? OFFSET ?;

-- offers.wasLeft
SELECT "BookingEvent"."id", "BookingEvent"."bookingId" FROM "BookingEvent" WHERE ("BookingEvent"."centreId" = ? AND "BookingEvent"."startsAt" = ? AND "BookingEvent"."state" = ?) LIMIT ? OFFSET ?;
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Booking"."id" FROM "Booking" WHERE ("Booking"."centreId" = ? AND "Booking"."startsAt" = ? AND "Booking"."state" = ? AND 1=0) LIMIT ? OFFSET ?) AS "sub";

-- waiting.know
UPDATE "Waiting" SET "wishes" = ? WHERE ("Waiting"."id" = ? AND "Waiting"."state" = ? AND "Waiting"."wishes" = ?);

-- outbox.settle
UPDATE "Outbox" SET "reason" = ?, "messageId" = ?, "fileMessageId" = ?, "status" = ?, "doneAt" = ? WHERE ("Outbox"."id" = ? AND "Outbox"."attempts" = ? AND "Outbox"."status" = ?);

-- outbox.requeue
UPDATE "Outbox" SET "status" = ?, "dueAt" = ?, "reason" = ? WHERE ("Outbox"."id" = ? AND "Outbox"."attempts" = ? AND "Outbox"."status" = ?);

-- outbox.giveBack
UPDATE "Outbox" SET "status" = ?, "reason" = ? WHERE ("Outbox"."status" = ? AND ("Outbox"."claimedAt" < ? OR "Outbox"."claimedAt" > ?));

-- outbox.nextDue
SELECT "Outbox"."id", "Outbox"."dueAt" FROM "Outbox" WHERE "Outbox"."status" = ? ORDER BY "Outbox"."dueAt" ASC LIMIT ? OFFSET ?;

-- outbox.sentTo
SELECT "Outbox"."id", "Outbox"."key", "Outbox"."kind", "Outbox"."personId", "Outbox"."bookingId", "Outbox"."payload", "Outbox"."sealed", "Outbox"."status", "Outbox"."rank", "Outbox"."dueAt", "Outbox"."attempts", "Outbox"."claimedAt", "Outbox"."doneAt", "Outbox"."reason", "Outbox"."messageId", "Outbox"."fileMessageId", "Outbox"."heededAt", "Outbox"."createdAt" FROM "Outbox" WHERE ("Outbox"."personId" IN (?,?) AND "Outbox"."status" = ? AND "Outbox"."doneAt" >= ?) ORDER BY "Outbox"."doneAt" DESC, "Outbox"."id" DESC LIMIT ? OFFSET ?;

-- outbox.sent
SELECT "Outbox"."id", "Outbox"."key", "Outbox"."kind", "Outbox"."personId", "Outbox"."bookingId", "Outbox"."payload", "Outbox"."sealed", "Outbox"."status", "Outbox"."rank", "Outbox"."dueAt", "Outbox"."attempts", "Outbox"."claimedAt", "Outbox"."doneAt", "Outbox"."reason", "Outbox"."messageId", "Outbox"."fileMessageId", "Outbox"."heededAt", "Outbox"."createdAt" FROM "Outbox" WHERE ("Outbox"."id" = ? AND "Outbox"."personId" IN (?,?) AND "Outbox"."status" IN (?,?)) LIMIT ? OFFSET ?;

-- outbox.sentAs
SELECT "Outbox"."id", "Outbox"."key", "Outbox"."kind", "Outbox"."personId", "Outbox"."bookingId", "Outbox"."payload", "Outbox"."sealed", "Outbox"."status", "Outbox"."rank", "Outbox"."dueAt", "Outbox"."attempts", "Outbox"."claimedAt", "Outbox"."doneAt", "Outbox"."reason", "Outbox"."messageId", "Outbox"."fileMessageId", "Outbox"."heededAt", "Outbox"."createdAt" FROM "Outbox" WHERE ("Outbox"."personId" = ? AND "Outbox"."messageId" = ? AND "Outbox"."status" = ?) LIMIT ? OFFSET ?;

-- outbox.ofBooking
SELECT "Outbox"."id", "Outbox"."key", "Outbox"."kind", "Outbox"."personId", "Outbox"."bookingId", "Outbox"."payload", "Outbox"."sealed", "Outbox"."status", "Outbox"."rank", "Outbox"."dueAt", "Outbox"."attempts", "Outbox"."claimedAt", "Outbox"."doneAt", "Outbox"."reason", "Outbox"."messageId", "Outbox"."fileMessageId", "Outbox"."heededAt", "Outbox"."createdAt" FROM "Outbox" WHERE "Outbox"."bookingId" = ? ORDER BY "Outbox"."dueAt" ASC, "Outbox"."id" ASC LIMIT ? OFFSET ?;

-- told.due
SELECT "Told"."personId", "Told"."channel" FROM "Told" WHERE ("Told"."lookAt" <= ? AND ("Told"."kind" <> ? OR "Told"."at" < ?)) GROUP BY "Told"."personId", "Told"."channel" ORDER BY MIN("Told"."lookAt") ASC LIMIT ? OFFSET ?;

-- told.look
SELECT "Person"."id", "Person"."language", "Person"."unreachable" FROM "Person" WHERE ("Person"."id" = ? AND 1=1) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."talk", "Intake"."personId" FROM "Intake" WHERE "Intake"."personId" = ? ORDER BY "Intake"."createdAt" DESC LIMIT ? OFFSET ?;
SELECT "Address"."key", "Address"."personId", "Address"."sealed" FROM "Address" WHERE ("Address"."channel" = ? AND "Address"."personId" = ?) ORDER BY "Address"."key" ASC, "Address"."personId" ASC LIMIT ? OFFSET ?;
SELECT "Address"."key", "Address"."personId", "Address"."relation", "Address"."sealedLabel" FROM "Address" WHERE "Address"."key" = ? ORDER BY "Address"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "Told"."personId", "Told"."channel", "Told"."messageId", "Told"."kind", "Told"."bookingId", "Told"."centreId", "Told"."startsAt", "Told"."verdict", "Told"."at", "Told"."lookAt", "Told"."attempts" FROM "Told" WHERE ("Told"."personId" = ? AND "Told"."channel" = ?) LIMIT ? OFFSET ?;
SELECT "Booking"."id", "Booking"."state", "Booking"."centreId", "Booking"."startsAt", "Booking"."endsAt" FROM "Booking" WHERE ("Booking"."personId" = ? AND (1=0 OR "Booking"."state" = ?)) LIMIT ? OFFSET ?;
SELECT "InterpreterOrder"."id", "InterpreterOrder"."centreId", "InterpreterOrder"."startsAt", "InterpreterOrder"."changedAt", "InterpreterOrder"."bookingId" FROM "InterpreterOrder" WHERE "InterpreterOrder"."bookingId" IN (NULL) LIMIT ? OFFSET ?;

-- told.compared
UPDATE "Told" SET "verdict" = ?, "attempts" = ?, "at" = ?, "lookAt" = ? WHERE ("Told"."personId" = ? AND "Told"."channel" = ? AND "Told"."messageId" = ? AND "Told"."lookAt" = ?);
DELETE FROM "Told" WHERE ("Told"."personId" = ? AND "Told"."channel" = ? AND "Told"."messageId" IN (?));

-- told.isCorrected
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Told"."personId", "Told"."channel", "Told"."messageId" FROM "Told" WHERE ("Told"."bookingId" = ? AND "Told"."verdict" IN (?,?)) LIMIT ? OFFSET ?) AS "sub";

-- notices.set
INSERT INTO "NoticeTarget" ("centreId", "kind", "sealed", "setAt", "setBy") VALUES (?,?,?,?,?) ON CONFLICT  ("centreId","kind") DO UPDATE SET "sealed" = ?, "setAt" = ?, "setBy" = ? WHERE (("NoticeTarget"."centreId" = ? AND "NoticeTarget"."kind" = ?) AND 1=1) RETURNING "centreId" AS "centreId", "kind" AS "kind";

-- notices.list
SELECT "NoticeTarget"."centreId", "NoticeTarget"."kind", "NoticeTarget"."sealed", "NoticeTarget"."setAt", "NoticeTarget"."setBy" FROM "NoticeTarget" WHERE 1=1 LIMIT ? OFFSET ?;

-- notices.remove
DELETE FROM "NoticeTarget" WHERE ("NoticeTarget"."centreId" = ? AND "NoticeTarget"."kind" = ?);

-- notices.addCode
DELETE FROM "GroupCode" WHERE "GroupCode"."expiresAt" <= ?;
INSERT INTO "GroupCode" ("hash", "centreId", "madeBy", "expiresAt") VALUES (?,?,?,?);

-- notices.link
SELECT "GroupCode"."hash", "GroupCode"."centreId", "GroupCode"."madeBy", "GroupCode"."expiresAt" FROM "GroupCode" WHERE ("GroupCode"."hash" = ? AND 1=1) LIMIT ? OFFSET ?;
DELETE FROM "GroupCode" WHERE ("GroupCode"."hash" = ? AND "GroupCode"."expiresAt" > ?);
DELETE FROM "GroupCode" WHERE "GroupCode"."centreId" = ?;
INSERT INTO "NoticeTarget" ("centreId", "kind", "sealed", "setAt", "setBy") VALUES (?,?,?,?,?) ON CONFLICT  ("centreId","kind") DO UPDATE SET "sealed" = ?, "setAt" = ?, "setBy" = ? WHERE (("NoticeTarget"."centreId" = ? AND "NoticeTarget"."kind" = ?) AND 1=1) RETURNING "centreId" AS "centreId", "kind" AS "kind";

-- notices.of
SELECT "Intake"."id", "Intake"."ref", "Intake"."centreId", "Intake"."urgency" FROM "Intake" WHERE ("Intake"."id" = ? AND "Intake"."status" <> ?) LIMIT ? OFFSET ?;

-- notices.isUnopened
SELECT "Audit"."id", "Audit"."staffId" FROM "Audit" WHERE ("Audit"."subject" = ? AND "Audit"."centreId" = ? AND "Audit"."action" IN (?,?) AND "Audit"."outcome" = ? AND "Audit"."at" >= ?) LIMIT ? OFFSET ?;
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Staff"."id" FROM "Staff" WHERE 1=0 LIMIT ? OFFSET ?) AS "sub";
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Intake"."id" FROM "Intake" WHERE ("Intake"."id" = ? AND "Intake"."status" <> ?) LIMIT ? OFFSET ?) AS "sub";

-- webhooks.add
INSERT INTO "Webhook" ("id", "sealed", "events", "createdAt", "createdBy") VALUES (?,?,?,?,?);

-- webhooks.list
SELECT "Webhook"."id", "Webhook"."sealed", "Webhook"."events", "Webhook"."createdAt", "Webhook"."createdBy" FROM "Webhook" WHERE 1=1 ORDER BY "Webhook"."createdAt" ASC LIMIT ? OFFSET ?;

-- webhooks.settle
UPDATE "WebhookDelivery" SET "status" = ?, "reason" = ?, "doneAt" = ? WHERE ("WebhookDelivery"."id" = ? AND "WebhookDelivery"."status" = ? AND "WebhookDelivery"."attempts" = ?);

-- webhooks.failing
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "WebhookDelivery"."id" FROM "WebhookDelivery" WHERE ("WebhookDelivery"."status" = ? AND "WebhookDelivery"."heededAt" IS NULL) LIMIT ? OFFSET ?) AS "sub";
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "WebhookDelivery"."id" FROM "WebhookDelivery" WHERE ("WebhookDelivery"."status" IN (?,?) AND "WebhookDelivery"."reason" IS NOT NULL) LIMIT ? OFFSET ?) AS "sub";

-- webhooks.dead
SELECT "WebhookDelivery"."id", "WebhookDelivery"."webhookId", "WebhookDelivery"."event", "WebhookDelivery"."subject", "WebhookDelivery"."status", "WebhookDelivery"."attempts", "WebhookDelivery"."dueAt", "WebhookDelivery"."claimedAt", "WebhookDelivery"."doneAt", "WebhookDelivery"."reason", "WebhookDelivery"."heededAt", "WebhookDelivery"."createdAt" FROM "WebhookDelivery" WHERE "WebhookDelivery"."status" = ? ORDER BY "WebhookDelivery"."doneAt" DESC, "WebhookDelivery"."id" DESC LIMIT ? OFFSET ?;
SELECT "Webhook"."id", "Webhook"."sealed" FROM "Webhook" WHERE "Webhook"."id" IN (NULL) LIMIT ? OFFSET ?;

-- webhooks.again
UPDATE "WebhookDelivery" SET "status" = ?, "attempts" = ?, "doneAt" = ?, "heededAt" = ?, "dueAt" = ? WHERE ("WebhookDelivery"."id" = ? AND "WebhookDelivery"."status" = ?);

-- webhooks.intake
SELECT "Intake"."id", "Intake"."personId", "Intake"."version", "Intake"."lastInput", "Intake"."questionnaire", "Intake"."talk", "Intake"."sealed", "Intake"."ref", "Intake"."centreId", "Intake"."urgency", "Intake"."rank", "Intake"."callBack", "Intake"."source", "Intake"."status", "Intake"."createdAt", "Intake"."updatedAt", "Intake"."submittedAt", "Intake"."takenBy", "Intake"."bodyId", "Intake"."bodySince", "Intake"."walledAt", "Intake"."walledFor", "Intake"."calledAt", "Intake"."handedAt", "Intake"."recordAt", "Intake"."hasPhone", "Intake"."followUpOn", "Intake"."followUpSealed", "Intake"."followUpBy" FROM "Intake" WHERE ("Intake"."id" = ? AND "Intake"."submittedAt" IS NOT NULL) LIMIT ? OFFSET ?;

-- webhooks.appointment
SELECT "BookingRow"."id", "BookingRow"."ref", "BookingRow"."centreId", "BookingRow"."startsAt", "BookingRow"."endsAt", "BookingRow"."seat", "BookingRow"."state", "BookingRow"."channel", "BookingRow"."answer", "BookingRow"."intakeId", "BookingRow"."talk", "BookingRow"."sealed", "BookingRow"."urgency", "BookingRow"."rank", "BookingRow"."status", "BookingRow"."bodyId", "BookingRow"."takenByName", "BookingRow"."takenByBody", "BookingRow"."hasPhone", "BookingRow"."language", "BookingRow"."unreachable", "BookingRow"."channels", "BookingRow"."unread", "BookingRow"."orders", "BookingRow"."takenBy", "BookingRow"."changedAt" FROM "BookingRow" WHERE "BookingRow"."id" = ? LIMIT ? OFFSET ?;

-- webhooks.remove
DELETE FROM "Webhook" WHERE "Webhook"."id" = ?;

-- reminders.late
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Booking"."id" FROM "Booking" WHERE "Booking"."remindAt" < ? LIMIT ? OFFSET ?) AS "sub";

-- reminders.due
SELECT "Booking"."id", "Booking"."personId", "Booking"."startsAt", "Booking"."changedAt", "Booking"."state", "Booking"."remindAt" FROM "Booking" WHERE "Booking"."remindAt" <= ? ORDER BY "Booking"."remindAt" ASC LIMIT ? OFFSET ?;

-- people.forgetWrittenDown
UPDATE "Intake" SET "sealed" = ?, "hasPhone" = ? WHERE ("Intake"."sealed" IS NOT NULL AND EXISTS(SELECT "t0"."id" FROM "Person" AS "t0" WHERE (EXISTS(SELECT "t1"."personId" FROM "Address" AS "t1" WHERE ("t1"."channel" = ? AND "t1"."createdAt" < ? AND ("t0"."id") = ("t1"."personId") AND "t1"."personId" IS NOT NULL)) AND NOT EXISTS(SELECT "t2"."personId" FROM "Booking" AS "t2" WHERE ("t2"."endsAt" > ? AND ("t2"."state" IN (?,?,?,?) OR "t2"."changedBy" LIKE (? || '%') OR "t2"."changedBy" LIKE (? || '%')) AND ("t0"."id") = ("t2"."personId") AND "t2"."personId" IS NOT NULL)) AND ("Intake"."personId") = ("t0"."id") AND "t0"."id" IS NOT NULL)));

-- reminders.nextDue
SELECT MIN("remindAt") AS "_min$remindAt" FROM (SELECT "Booking"."remindAt" FROM "Booking" WHERE 1=1 LIMIT ? OFFSET ?) AS "sub";

-- reminders.answer
UPDATE "Booking" SET "answer" = ?, "answeredAt" = ? WHERE ("Booking"."id" = ? AND "Booking"."startsAt" = ? AND "Booking"."state" = ?);

-- reminders.set
UPDATE "Booking" SET "remind" = ?, "remindAt" = ?, "sequence" = ("Booking"."sequence" + ?) WHERE ("Booking"."id" = ? AND "Booking"."state" = ? AND "Booking"."remind" = ?);

-- cities.seed
-- raw: cities.version
INSERT INTO "City" ("id", "version", "profile", "updatedAt") VALUES (?,?,?,?);

-- cities.replace
INSERT INTO "City" ("id", "version", "profile", "updatedAt") VALUES (?,?,?,?) ON CONFLICT  ("id") DO UPDATE SET "version" = ("City"."version" + ?), "profile" = ?, "updatedAt" = ? WHERE ("City"."id" = ? AND 1=1) RETURNING "id" AS "id", "version" AS "version", "profile" AS "profile", "updatedAt" AS "updatedAt";

-- cities.replaceAt
UPDATE "City" SET "version" = ("City"."version" + ?), "profile" = ?, "updatedAt" = ? WHERE ("City"."id" = ? AND "City"."version" = ?);

-- cities.closures
SELECT "Closure"."id", "Closure"."centreId", "Closure"."seat", "Closure"."startsAt", "Closure"."endsAt", "Closure"."reason", "Closure"."createdAt", "Closure"."createdBy", "Closure"."pending" FROM "Closure" WHERE 1=1 LIMIT ? OFFSET ?;

-- referrals.find
SELECT "ReferralRow"."id", "ReferralRow"."intakeId", "ReferralRow"."personId", "ReferralRow"."target", "ReferralRow"."agreed", "ReferralRow"."createdAt", "ReferralRow"."answer", "ReferralRow"."answeredAt", "ReferralRow"."outcome" FROM "ReferralRow" WHERE "ReferralRow"."id" = ? LIMIT ? OFFSET ?;

-- referrals.latestOf
SELECT "ReferralRow"."id", "ReferralRow"."intakeId", "ReferralRow"."personId", "ReferralRow"."target", "ReferralRow"."agreed", "ReferralRow"."createdAt", "ReferralRow"."answer", "ReferralRow"."answeredAt", "ReferralRow"."outcome" FROM "ReferralRow" WHERE ("ReferralRow"."personId" = ? AND "ReferralRow"."outcome" IS NULL) ORDER BY "ReferralRow"."createdAt" DESC, "ReferralRow"."id" ASC LIMIT ? OFFSET ?;

-- referrals.of
SELECT "ReferralRow"."id", "ReferralRow"."intakeId", "ReferralRow"."personId", "ReferralRow"."target", "ReferralRow"."agreed", "ReferralRow"."createdAt", "ReferralRow"."answer", "ReferralRow"."answeredAt", "ReferralRow"."outcome" FROM "ReferralRow" WHERE "ReferralRow"."intakeId" = ? ORDER BY "ReferralRow"."createdAt" DESC LIMIT ? OFFSET ?;

-- referrals.answer
UPDATE "Referral" SET "answer" = ?, "textHash" = ?, "answeredAt" = ? WHERE ("Referral"."id" = ? AND "Referral"."outcome" IS NULL AND EXISTS(SELECT "t0"."id" FROM "Intake" AS "t0" WHERE ("t0"."personId" = ? AND ("Referral"."intakeId") = ("t0"."id") AND "t0"."id" IS NOT NULL)));

-- referrals.setOutcome
UPDATE "Referral" SET "outcome" = ?, "outcomeAt" = ? WHERE "Referral"."id" = ?;

-- returns.forgetSecret
DELETE FROM "Meta" WHERE "Meta"."key" = ?;

-- returns.anotherPin
UPDATE "Person" SET "pinCount" = ("Person"."pinCount" + ?) WHERE "Person"."id" = ? RETURNING "id" AS "id", "pinCount" AS "pinCount";
DELETE FROM "Address" WHERE ("Address"."personId" = ? AND "Address"."channel" = ? AND "Address"."key" NOT IN (?,?));
DELETE FROM "Tie" WHERE ("Tie"."personId" = ? AND "Tie"."usedBy" IS NULL);

-- returns.codesOf
SELECT "Person"."id", "Person"."pinCount" FROM "Person" WHERE "Person"."id" IN (?,?) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."personId", "Intake"."ref" FROM "Intake" WHERE ("Intake"."personId" IN (?,?) AND "Intake"."ref" IS NOT NULL) ORDER BY "Intake"."createdAt" DESC LIMIT ? OFFSET ?;

-- returns.pinBytes
SELECT "Meta"."key", "Meta"."value" FROM "Meta" WHERE ("Meta"."key" = ? AND 1=1) LIMIT ? OFFSET ?;
INSERT INTO "Meta" ("key", "value") VALUES (?,?);

-- returns.tries
SELECT "CountedTry"."key", "CountedTry"."until" FROM "CountedTry" WHERE "CountedTry"."key" IN (?) LIMIT ? OFFSET ?;

-- returns.count
INSERT INTO "CountedTry" ("key", "until") VALUES (?,?);

-- returns.find
SELECT "ReturnRow"."ref", "ReturnRow"."personId", "ReturnRow"."language", "ReturnRow"."pinCount", "ReturnRow"."relation", "ReturnRow"."sealedLabel" FROM "ReturnRow" WHERE "ReturnRow"."ref" = ? LIMIT ? OFFSET ?;

-- returns.stand
UPDATE "Person" SET "seenAt" = ? WHERE "Person"."id" = ?;
INSERT INTO "Address" ("personId", "channel", "key", "sealed", "current", "createdAt", "relation", "sealedLabel") VALUES (?,?,?,?,?,?,?,?);
DELETE FROM "CountedTry" WHERE "CountedTry"."key" = ?;

-- replies.setRead
UPDATE "Reply" SET "readAt" = ? WHERE ("Reply"."intakeId" = ? AND "Reply"."readAt" IS NULL AND "Reply"."createdAt" <= ?);

-- voiceMessages.keep
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Intake"."id" FROM "Intake" WHERE ("Intake"."id" = ? AND "Intake"."personId" = ?) LIMIT ? OFFSET ?) AS "sub";

-- voiceMessages.isKept
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "VoiceMessage"."id" FROM "VoiceMessage" WHERE "VoiceMessage"."input" = ? LIMIT ? OFFSET ?) AS "sub";

-- voiceMessages.countOf
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "VoiceMessage"."id" FROM "VoiceMessage" WHERE "VoiceMessage"."intakeId" = ? LIMIT ? OFFSET ?) AS "sub";

-- voiceMessages.of
SELECT "VoiceMessage"."id", "VoiceMessage"."input", "VoiceMessage"."about", "VoiceMessage"."type", "VoiceMessage"."seconds", "VoiceMessage"."createdAt" FROM "VoiceMessage" WHERE "VoiceMessage"."intakeId" = ? ORDER BY "VoiceMessage"."createdAt" ASC LIMIT ? OFFSET ?;

-- voiceMessages.file
SELECT "VoiceMessage"."id", "VoiceMessage"."type", "VoiceMessage"."sealed" FROM "VoiceMessage" WHERE ("VoiceMessage"."id" = ? AND "VoiceMessage"."intakeId" = ?) LIMIT ? OFFSET ?;

-- voiceMessages.soundsOf
SELECT "VoiceMessage"."id", "VoiceMessage"."intakeId", "VoiceMessage"."about", "VoiceMessage"."type", "VoiceMessage"."seconds", "VoiceMessage"."sealed", "VoiceMessage"."createdAt" FROM "VoiceMessage" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("VoiceMessage"."intakeId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "VoiceMessage"."createdAt" ASC LIMIT ? OFFSET ?;

-- barriers.add
INSERT INTO "BarrierReport" ("id", "input", "personId", "channel", "language", "sealed", "createdAt") VALUES (?,?,?,?,?,?,?);
-- raw: outbox.queue

-- barriers.countOf
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "BarrierReport"."id" FROM "BarrierReport" WHERE ("BarrierReport"."personId" = ? AND "BarrierReport"."input" <> ?) LIMIT ? OFFSET ?) AS "sub";

-- barriers.countOpen
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "BarrierReport"."id" FROM "BarrierReport" WHERE "BarrierReport"."settledAt" IS NULL LIMIT ? OFFSET ?) AS "sub";

-- barriers.openAt
SELECT "BarrierReport"."id", "BarrierReport"."channel" FROM "BarrierReport" WHERE ("BarrierReport"."id" = ? AND "BarrierReport"."settledAt" IS NULL) LIMIT ? OFFSET ?;

-- barriers.list
SELECT "BarrierReport"."id", "BarrierReport"."input", "BarrierReport"."personId", "BarrierReport"."channel", "BarrierReport"."language", "BarrierReport"."sealed", "BarrierReport"."createdAt", "BarrierReport"."settledAt" FROM "BarrierReport" WHERE 1=1 ORDER BY CASE WHEN "BarrierReport"."settledAt" IS NULL THEN 0 ELSE 1 END, "BarrierReport"."settledAt" ASC, "BarrierReport"."createdAt" ASC LIMIT ? OFFSET ?;

-- barriers.settle
UPDATE "BarrierReport" SET "settledAt" = ? WHERE "BarrierReport"."id" = ?;

-- barriers.erase
DELETE FROM "BarrierReport" WHERE "BarrierReport"."id" IN (?);
DELETE FROM "Erased" WHERE "Erased"."id" IN (?);
INSERT INTO "Erased" ("id", "at") VALUES (?,?);

-- barriers.eraseOver
SELECT "BarrierReport"."id" FROM "BarrierReport" WHERE ("BarrierReport"."settledAt" < ? OR "BarrierReport"."createdAt" < ?) ORDER BY "BarrierReport"."id" ASC LIMIT ? OFFSET ?;

-- barriers.of
SELECT "BarrierReport"."id", "BarrierReport"."channel", "BarrierReport"."language", "BarrierReport"."sealed", "BarrierReport"."createdAt", "BarrierReport"."settledAt" FROM "BarrierReport" WHERE "BarrierReport"."personId" = ? ORDER BY "BarrierReport"."createdAt" ASC LIMIT ? OFFSET ?;

-- retention.erase
SELECT "BarrierReport"."id" FROM "BarrierReport" WHERE ("BarrierReport"."settledAt" < ? OR "BarrierReport"."createdAt" < ?) ORDER BY "BarrierReport"."id" ASC LIMIT ? OFFSET ?;
-- raw: erase.count-stopped
-- raw: erase.requests
-- raw: erase.people
UPDATE "Booking" SET "personId" = ?, "ref" = ? WHERE ("Booking"."id") IN (SELECT "Booking"."id" FROM "Booking" WHERE ("Booking"."intakeId" IS NULL AND "Booking"."endsAt" < ? AND ("Booking"."personId" IS NOT NULL OR "Booking"."ref" <> ?)) LIMIT ?) RETURNING "id" AS "id";
DELETE FROM "InterpreterOrder" WHERE ("InterpreterOrder"."id") IN (SELECT "InterpreterOrder"."id" FROM "InterpreterOrder" WHERE "InterpreterOrder"."endsAt" < ? LIMIT ?);
DELETE FROM "Outbox" WHERE ("Outbox"."id") IN (SELECT "Outbox"."id" FROM "Outbox" WHERE "Outbox"."doneAt" < ? LIMIT ?);
DELETE FROM "WebhookDelivery" WHERE ("WebhookDelivery"."id") IN (SELECT "WebhookDelivery"."id" FROM "WebhookDelivery" WHERE "WebhookDelivery"."doneAt" < ? LIMIT ?);
DELETE FROM "AnsweredInput" WHERE ("AnsweredInput"."id") IN (SELECT "AnsweredInput"."id" FROM "AnsweredInput" WHERE "AnsweredInput"."at" < ? LIMIT ?);
DELETE FROM "AddressChange" WHERE ("AddressChange"."id") IN (SELECT "AddressChange"."id" FROM "AddressChange" WHERE "AddressChange"."at" < ? LIMIT ?);
UPDATE "AnsweredInput" SET "personId" = ?, "messages" = ? WHERE ("AnsweredInput"."id") IN (SELECT "AnsweredInput"."id" FROM "AnsweredInput" WHERE ("AnsweredInput"."messages" IS NOT NULL AND "AnsweredInput"."at" < ?) LIMIT ?) RETURNING "id" AS "id";
DELETE FROM "Tie" WHERE ("Tie"."hash") IN (SELECT "Tie"."hash" FROM "Tie" WHERE "Tie"."expiresAt" < ? LIMIT ?);
DELETE FROM "Told" WHERE ("Told"."personId","Told"."channel","Told"."messageId") IN (SELECT "Told"."personId", "Told"."channel", "Told"."messageId" FROM "Told" WHERE ("Told"."at" < ? AND ("Told"."lookAt" IS NULL OR "Told"."lookAt" < ?)) LIMIT ?);
DELETE FROM "ConsentProof" WHERE ("ConsentProof"."id") IN (SELECT "ConsentProof"."id" FROM "ConsentProof" WHERE "ConsentProof"."givenAt" < ? LIMIT ?);
DELETE FROM "Erased" WHERE ("Erased"."id") IN (SELECT "Erased"."id" FROM "Erased" WHERE "Erased"."at" < ? LIMIT ?);
SELECT "Audit"."id", "Audit"."at", "Audit"."hash" FROM "Audit" WHERE 1=1 ORDER BY "Audit"."id" ASC LIMIT ? OFFSET ?;
DELETE FROM "StaffSession" WHERE ("StaffSession"."id") IN (SELECT "StaffSession"."id" FROM "StaffSession" WHERE "StaffSession"."expiresAt" < ? LIMIT ?);
DELETE FROM "StaffVerification" WHERE ("StaffVerification"."id") IN (SELECT "StaffVerification"."id" FROM "StaffVerification" WHERE "StaffVerification"."expiresAt" < ? LIMIT ?);
DELETE FROM "StaffInvite" WHERE ("StaffInvite"."usedAt" IS NOT NULL OR "StaffInvite"."expiresAt" < ?);
DELETE FROM "StaffAttempt" WHERE ("StaffAttempt"."key") IN (SELECT "StaffAttempt"."key" FROM "StaffAttempt" WHERE "StaffAttempt"."lastAt" < ? LIMIT ?);
DELETE FROM "CountedTry" WHERE ("CountedTry"."key") IN (SELECT "CountedTry"."key" FROM "CountedTry" WHERE "CountedTry"."until" < ? LIMIT ?);
SELECT "Staff"."id" FROM "Staff" WHERE "Staff"."disabledAt" < ? LIMIT ? OFFSET ?;
UPDATE "BookingEvent" SET "by" = ? WHERE ("BookingEvent"."id") IN (SELECT "BookingEvent"."id" FROM "BookingEvent" WHERE ("BookingEvent"."by" LIKE (? || '%') AND "BookingEvent"."at" < ?) LIMIT ?) RETURNING "id" AS "id";
UPDATE "Booking" SET "changedBy" = ? WHERE ("Booking"."id") IN (SELECT "Booking"."id" FROM "Booking" WHERE ("Booking"."changedBy" LIKE (? || '%') AND "Booking"."changedAt" < ?) LIMIT ?) RETURNING "id" AS "id";

-- retention.report
SELECT "Erasure"."day", "Erasure"."at", "Erasure"."counts" FROM "Erasure" WHERE ("Erasure"."day" = ? AND 1=1) LIMIT ? OFFSET ?;
INSERT INTO "Erasure" ("day", "at", "counts") VALUES (?,?,?) ON CONFLICT  ("day") DO UPDATE SET "at" = ?, "counts" = ? WHERE ("Erasure"."day" = ? AND 1=1) RETURNING "day" AS "day", "at" AS "at", "counts" AS "counts";
DELETE FROM "Erasure" WHERE "Erasure"."at" < ?;

-- retention.reports
SELECT "Erasure"."day", "Erasure"."at", "Erasure"."counts" FROM "Erasure" WHERE 1=1 ORDER BY "Erasure"."day" DESC LIMIT ? OFFSET ?;

-- erased.stillHere
SELECT "Person"."id" FROM "Person" WHERE "Person"."id" > ? ORDER BY "Person"."id" ASC LIMIT ? OFFSET ?;
SELECT "Intake"."id" FROM "Intake" WHERE "Intake"."id" > ? ORDER BY "Intake"."id" ASC LIMIT ? OFFSET ?;
SELECT "Speaker"."id" FROM "Speaker" WHERE "Speaker"."id" > ? ORDER BY "Speaker"."id" ASC LIMIT ? OFFSET ?;
SELECT "BarrierReport"."id" FROM "BarrierReport" WHERE "BarrierReport"."id" > ? ORDER BY "BarrierReport"."id" ASC LIMIT ? OFFSET ?;

-- keys.noteRotated
UPDATE "Meta" SET "value" = ? WHERE "Meta"."key" = ?;

-- meta.knowsKey
-- raw: meta.fact
INSERT INTO "Meta" ("key", "value") VALUES (?,?);
-- raw: meta.fact

-- disk.settle
INSERT INTO "Meta" ("key", "value") VALUES (?,?) ON CONFLICT  ("key") DO UPDATE SET "value" = ? WHERE ("Meta"."key" = ? AND 1=1) RETURNING "key" AS "key", "value" AS "value";

-- meta.set
INSERT INTO "Meta" ("key", "value") VALUES (?,?) ON CONFLICT  ("key") DO UPDATE SET "value" = ? WHERE ("Meta"."key" = ? AND 1=1) RETURNING "key" AS "key", "value" AS "value";

-- meta.noteLive
-- raw: meta.fact
INSERT INTO "Meta" ("key", "value") VALUES (?,?);

-- copies.isFree
-- raw: copies.half
SELECT "Person"."id", "Person"."language", "Person"."createdAt", "Person"."seenAt", "Person"."unreachable", "Person"."pinCount" FROM "Person" WHERE 1=1 LIMIT ? OFFSET ?;

-- staff.displaced.list
SELECT "Booking"."id", "Booking"."centreId", "Booking"."startsAt", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."centreId" IN (?) AND "Booking"."startsAt" >= ? AND "Booking"."startsAt" < ? AND "Booking"."state" = ? AND "Booking"."changedBy" IN (?) AND "Booking"."intakeId" IS NOT NULL) ORDER BY "Booking"."startsAt" ASC, "Booking"."id" ASC LIMIT ? OFFSET ?;

-- staff.displaced.reasonOf
SELECT "Booking"."id", "Booking"."changedBy" FROM "Booking" WHERE "Booking"."id" = ? LIMIT ? OFFSET ?;
SELECT "Closure"."id", "Closure"."reason" FROM "Closure" WHERE "Closure"."id" = ? LIMIT ? OFFSET ?;

-- staff.counted.read
SELECT "CountedTry"."key", "CountedTry"."until" FROM "CountedTry" WHERE "CountedTry"."key" IN (?,?) LIMIT ? OFFSET ?;

-- staff.counted.count
INSERT INTO "CountedTry" ("key", "until") VALUES (?,?);
UPDATE "CountedTry" SET "until" = ? WHERE ("CountedTry"."key" = ? AND "CountedTry"."until" = ?);

-- staff.counted.giveBack
UPDATE "CountedTry" SET "until" = ? WHERE ("CountedTry"."key" = ? AND "CountedTry"."until" = ?);

-- staff.access.secret
SELECT "Meta"."key", "Meta"."value" FROM "Meta" WHERE ("Meta"."key" = ? AND 1=1) LIMIT ? OFFSET ?;
INSERT INTO "Meta" ("key", "value") VALUES (?,?);

-- staff.access.addInvite
INSERT INTO "StaffInvite" ("tokenHash", "staffId", "expiresAt") VALUES (?,?,?);

-- staff.access.dropInvites
DELETE FROM "StaffInvite" WHERE "StaffInvite"."staffId" = ?;

-- staff.access.readInvite
SELECT "StaffInvite"."tokenHash", "StaffInvite"."staffId", "StaffInvite"."expiresAt", "StaffInvite"."usedAt" FROM "StaffInvite" LEFT JOIN "Staff" AS "j0" ON ("j0"."id") = ("StaffInvite"."staffId") WHERE ("StaffInvite"."tokenHash" = ? AND "StaffInvite"."usedAt" IS NULL AND "StaffInvite"."expiresAt" > ? AND ("j0"."disabledAt" IS NULL AND ("j0"."id" IS NOT NULL))) LIMIT ? OFFSET ?;

-- staff.access.useInvite
UPDATE "StaffInvite" SET "usedAt" = ? WHERE ("StaffInvite"."usedAt" IS NULL AND EXISTS(SELECT "t0"."id" FROM "Staff" AS "t0" WHERE ("t0"."disabledAt" IS NULL AND EXISTS(SELECT "t1"."staffId" FROM "StaffInvite" AS "t1" WHERE ("t1"."tokenHash" = ? AND "t1"."usedAt" IS NULL AND "t1"."expiresAt" > ? AND ("t0"."id") = ("t1"."staffId") AND "t1"."staffId" IS NOT NULL)) AND ("StaffInvite"."staffId") = ("t0"."id") AND "t0"."id" IS NOT NULL))) RETURNING "tokenHash" AS "tokenHash", "staffId" AS "staffId";

-- staff.access.attempts
SELECT "StaffAttempt"."key", "StaffAttempt"."failures", "StaffAttempt"."lastAt" FROM "StaffAttempt" WHERE ("StaffAttempt"."key" = ? AND 1=1) LIMIT ? OFFSET ?;

-- staff.access.countAttempt
INSERT INTO "StaffAttempt" ("key", "failures", "lastAt") VALUES (?,?,?);

-- staff.access.clearAttempts
DELETE FROM "StaffAttempt" WHERE ("StaffAttempt"."key" = ? OR "StaffAttempt"."lastAt" < ?);

-- staff.access.useCode
DELETE FROM "StaffUsedCode" WHERE "StaffUsedCode"."at" < ?;
INSERT INTO "StaffUsedCode" ("key", "at") VALUES (?,?);

-- staff.calendars.make
DELETE FROM "StaffCalendar" WHERE ("StaffCalendar"."staffId" = ? AND "StaffCalendar"."centreId" IS NULL);
INSERT INTO "StaffCalendar" ("id", "hash", "staffId", "centreId", "detail", "createdAt") VALUES (?,?,?,?,?,?);

-- staff.calendars.of
SELECT "StaffCalendar"."id", "StaffCalendar"."hash", "StaffCalendar"."staffId", "StaffCalendar"."centreId", "StaffCalendar"."detail", "StaffCalendar"."createdAt", "StaffCalendar"."fetchedAt" FROM "StaffCalendar" WHERE "StaffCalendar"."staffId" = ? ORDER BY "StaffCalendar"."createdAt" ASC, "StaffCalendar"."id" ASC LIMIT ? OFFSET ?;

-- staff.calendars.find
SELECT "StaffCalendar"."id", "StaffCalendar"."hash", "StaffCalendar"."staffId", "StaffCalendar"."centreId", "StaffCalendar"."detail", "StaffCalendar"."createdAt", "StaffCalendar"."fetchedAt" FROM "StaffCalendar" LEFT JOIN "Staff" AS "j0" ON ("j0"."id") = ("StaffCalendar"."staffId") WHERE ("StaffCalendar"."hash" = ? AND ("j0"."disabledAt" IS NULL AND ("j0"."id" IS NOT NULL))) LIMIT ? OFFSET ?;
SELECT "Staff"."id", "Staff"."role", "Staff"."centres", "Staff"."body" FROM "Staff" WHERE "Staff"."id" IN (NULL) LIMIT ? OFFSET ?;

-- staff.calendars.noteFetch
UPDATE "StaffCalendar" SET "fetchedAt" = ? WHERE "StaffCalendar"."id" = ?;

-- staff.calendars.end
DELETE FROM "StaffCalendar" WHERE ("StaffCalendar"."id" = ? AND "StaffCalendar"."staffId" = ?);

-- staff.people.list
SELECT "StaffRow"."id", "StaffRow"."name", "StaffRow"."email", "StaffRow"."role", "StaffRow"."centres", "StaffRow"."body", "StaffRow"."closed", "StaffRow"."secondFactor", "StaffRow"."way" FROM "StaffRow" WHERE 1=1 ORDER BY "StaffRow"."email" ASC LIMIT ? OFFSET ?;

-- staff.people.find
SELECT "StaffRow"."id", "StaffRow"."name", "StaffRow"."email", "StaffRow"."role", "StaffRow"."centres", "StaffRow"."body", "StaffRow"."closed", "StaffRow"."secondFactor", "StaffRow"."way" FROM "StaffRow" WHERE "StaffRow"."id" = ? LIMIT ? OFFSET ?;

-- staff.people.change
-- raw: staff.unless-last
UPDATE "Staff" SET "name" = ?, "role" = ?, "body" = ?, "centres" = ?, "updatedAt" = ? WHERE ("Staff"."id" = ? AND "Staff"."disabledAt" IS NULL);

-- staff.people.close
-- raw: staff.unless-last
UPDATE "Staff" SET "disabledAt" = ?, "updatedAt" = ? WHERE "Staff"."id" = ?;
DELETE FROM "StaffCalendar" WHERE "StaffCalendar"."staffId" = ?;

-- staff.people.has
SELECT "Intake"."id" FROM "Intake" WHERE ("Intake"."takenBy" = ? AND "Intake"."bodyId" IS NOT NULL AND "Intake"."status" IN (?,?)) LIMIT ? OFFSET ?;
SELECT "Intake"."id" FROM "Intake" WHERE ("Intake"."takenBy" = ? AND "Intake"."bodyId" IS NOT NULL AND "Intake"."followUpOn" IS NOT NULL) LIMIT ? OFFSET ?;

-- staff.people.reopen
UPDATE "Staff" SET "disabledAt" = ?, "updatedAt" = ? WHERE ("Staff"."id" = ? AND "Staff"."disabledAt" IS NOT NULL);

-- staff.people.forget
DELETE FROM "StaffAccount" WHERE ("StaffAccount"."userId" = ? AND "StaffAccount"."providerId" = ?);
DELETE FROM "StaffTwoFactor" WHERE "StaffTwoFactor"."userId" = ?;
DELETE FROM "StaffPasskey" WHERE "StaffPasskey"."userId" = ?;
DELETE FROM "StaffCalendar" WHERE "StaffCalendar"."staffId" = ?;
UPDATE "Staff" SET "twoFactorEnabled" = ? WHERE "Staff"."id" = ?;

-- staff.people.eraseClosed
SELECT "Staff"."id" FROM "Staff" WHERE "Staff"."disabledAt" < ? LIMIT ? OFFSET ?;

-- undelivered.calls
SELECT COUNT(*) AS "_count$_all", MIN("WebhookDelivery"."doneAt") AS "_min$doneAt", MAX("WebhookDelivery"."doneAt") AS "_max$doneAt", "WebhookDelivery"."reason" FROM "WebhookDelivery" WHERE ("WebhookDelivery"."status" = ? AND "WebhookDelivery"."heededAt" IS NULL) GROUP BY "WebhookDelivery"."reason" LIMIT ? OFFSET ?;

-- undelivered.sendAgain
UPDATE "Outbox" SET "attempts" = ?, "doneAt" = ?, "status" = ?, "reason" = ?, "dueAt" = ? WHERE ("Outbox"."id" IN (?) AND "Outbox"."status" = ?);

-- undelivered.heed
UPDATE "Outbox" SET "heededAt" = ? WHERE "Outbox"."id" IN (?);

-- undelivered.callAgain
UPDATE "WebhookDelivery" SET "attempts" = ?, "doneAt" = ?, "status" = ?, "dueAt" = ? WHERE ("WebhookDelivery"."status" = ? AND "WebhookDelivery"."heededAt" IS NULL AND "WebhookDelivery"."reason" = ?);

-- undelivered.heedCalls
UPDATE "WebhookDelivery" SET "heededAt" = ? WHERE ("WebhookDelivery"."status" = ? AND "WebhookDelivery"."heededAt" IS NULL AND "WebhookDelivery"."reason" = ?);

-- outbox.followClock
UPDATE "Outbox" SET "dueAt" = ? WHERE ("Outbox"."status" = ? AND "Outbox"."dueAt" > ? AND (("Outbox"."createdAt" > ? AND "Outbox"."dueAt" <= "Outbox"."createdAt") OR ("Outbox"."claimedAt" > ? AND ("Outbox"."reason" IS NULL OR "Outbox"."reason" <> ?))));

-- meta.drop
DELETE FROM "Meta" WHERE "Meta"."key" = ?;

-- madeUp.takeAway
DELETE FROM "Person" WHERE 1=1;
DELETE FROM "Booking" WHERE 1=1;
DELETE FROM "BookingEvent" WHERE 1=1;
DELETE FROM "Closure" WHERE 1=1;
DELETE FROM "Outbox" WHERE 1=1;
DELETE FROM "WebhookDelivery" WHERE 1=1;
DELETE FROM "AnsweredInput" WHERE 1=1;
DELETE FROM "ConsentProof" WHERE 1=1;
DELETE FROM "AddressChange" WHERE 1=1;
DELETE FROM "Erasure" WHERE 1=1;
DELETE FROM "UsageWeek" WHERE 1=1;
DELETE FROM "UsageHour" WHERE 1=1;
DELETE FROM "UsageCount" WHERE 1=1;
DELETE FROM "UsageLanguage" WHERE 1=1;
DELETE FROM "SeatDay" WHERE 1=1;
DELETE FROM "Staff" WHERE "Staff"."email" LIKE ('%' || ?);

-- staff.audit.add
SELECT "Audit"."id", "Audit"."hash" FROM "Audit" WHERE 1=1 ORDER BY "Audit"."id" DESC LIMIT ? OFFSET ?;
-- raw: meta.fact
-- raw: audit.add-all

-- staff.audit.last
SELECT "Audit"."id", "Audit"."hash" FROM "Audit" WHERE 1=1 ORDER BY "Audit"."id" DESC LIMIT ? OFFSET ?;

-- staff.audit.holds
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Audit"."id" FROM "Audit" WHERE ("Audit"."id" = ? AND "Audit"."hash" = ?) LIMIT ? OFFSET ?) AS "sub";

-- staff.audit.noteEnd
-- raw: meta.fact
SELECT "Audit"."id", "Audit"."hash" FROM "Audit" WHERE 1=1 ORDER BY "Audit"."id" DESC LIMIT ? OFFSET ?;
INSERT INTO "Meta" ("key", "value") VALUES (?,?) ON CONFLICT  ("key") DO UPDATE SET "value" = ? WHERE ("Meta"."key" = ? AND 1=1) RETURNING "key" AS "key", "value" AS "value";

-- staff.audit.prune
SELECT "Audit"."id", "Audit"."at", "Audit"."hash" FROM "Audit" WHERE 1=1 ORDER BY "Audit"."id" ASC LIMIT ? OFFSET ?;

-- staff.audit.sentSince
SELECT "Audit"."id", "Audit"."subject" FROM "Audit" WHERE ("Audit"."centreId" IN (?) AND "Audit"."at" >= ? AND "Audit"."staffId" = ? AND "Audit"."action" = ?) LIMIT ? OFFSET ?;
SELECT "AuditSubject"."auditId", "AuditSubject"."subject" FROM "AuditSubject" WHERE "AuditSubject"."auditId" IN (NULL) LIMIT ? OFFSET ?;

-- staff.audit.recordOf
SELECT "Intake"."id", "Intake"."centreId", "Intake"."bodyId", "Intake"."urgency" FROM "Intake" WHERE ("Intake"."ref" = ? AND 1=1) LIMIT ? OFFSET ?;

-- staff.inspections.ask
INSERT INTO "Meta" ("key", "value") VALUES (?,?);

-- staff.inspections.all
SELECT "Meta"."key", "Meta"."value" FROM "Meta" WHERE ("Meta"."key" > ? AND "Meta"."key" < ?) LIMIT ? OFFSET ?;

-- staff.inspections.looks
SELECT "Audit"."id", "Audit"."at", "Audit"."staffId", "Audit"."subject", "Audit"."centreId", "Audit"."outcome" FROM "Audit" WHERE ("Audit"."centreId" IN (?) AND "Audit"."at" >= ? AND "Audit"."subject" IS NOT NULL AND "Audit"."staffId" IS NOT NULL AND ("Audit"."outcome" = ? OR "Audit"."action" IN (?,?))) ORDER BY "Audit"."id" ASC LIMIT ? OFFSET ?;

-- staff.inspections.change
UPDATE "Meta" SET "value" = ? WHERE ("Meta"."key" = ? AND "Meta"."value" = ?);

-- staff.inspections.forget
SELECT "Meta"."key", "Meta"."value" FROM "Meta" WHERE ("Meta"."key" > ? AND "Meta"."key" < ?) LIMIT ? OFFSET ?;
DELETE FROM "Meta" WHERE "Meta"."key" IN (?);

-- staff.intakes.page
SELECT "CaseRow"."id", "CaseRow"."personId", "CaseRow"."ref", "CaseRow"."questionnaire", "CaseRow"."submittedAt", "CaseRow"."centreId", "CaseRow"."language", "CaseRow"."talk", "CaseRow"."sealed", "CaseRow"."callBack", "CaseRow"."calledAt", "CaseRow"."source", "CaseRow"."hasPhone", "CaseRow"."unreachable", "CaseRow"."channels", "CaseRow"."unread", "CaseRow"."byChat", "CaseRow"."byPage", "CaseRow"."urgency", "CaseRow"."rank", "CaseRow"."status", "CaseRow"."takenBy", "CaseRow"."takenByName", "CaseRow"."takenByBody", "CaseRow"."bodyId", "CaseRow"."walledAt", "CaseRow"."walledFor", "CaseRow"."bookedCentre", "CaseRow"."startsAt", "CaseRow"."endsAt", "CaseRow"."state", "CaseRow"."changedAt", "CaseRow"."displaced", "CaseRow"."undelivered", "CaseRow"."untold", "CaseRow"."relation", "CaseRow"."findings", "CaseRow"."bookingId", "CaseRow"."seat", "CaseRow"."orders", "CaseRow"."voices", "CaseRow"."followUpOn", "CaseRow"."followUpSealed", "CaseRow"."followUpByName", "CaseRow"."calls", "CaseRow"."recordAt" FROM "CaseRow" WHERE ("CaseRow"."centreId" IN (?) AND "CaseRow"."submittedAt" >= ? AND ("CaseRow"."submittedAt" > ? OR "CaseRow"."id" > ?)) ORDER BY "CaseRow"."submittedAt" ASC, "CaseRow"."id" ASC LIMIT ? OFFSET ?;
SELECT "CaseRow"."id", "CaseRow"."personId", "CaseRow"."ref", "CaseRow"."questionnaire", "CaseRow"."submittedAt", "CaseRow"."centreId", "CaseRow"."language", "CaseRow"."talk", "CaseRow"."sealed", "CaseRow"."callBack", "CaseRow"."calledAt", "CaseRow"."source", "CaseRow"."hasPhone", "CaseRow"."unreachable", "CaseRow"."channels", "CaseRow"."unread", "CaseRow"."byChat", "CaseRow"."byPage", "CaseRow"."urgency", "CaseRow"."rank", "CaseRow"."status", "CaseRow"."takenBy", "CaseRow"."takenByName", "CaseRow"."takenByBody", "CaseRow"."bodyId", "CaseRow"."walledAt", "CaseRow"."walledFor", "CaseRow"."bookedCentre", "CaseRow"."startsAt", "CaseRow"."endsAt", "CaseRow"."state", "CaseRow"."changedAt", "CaseRow"."displaced", "CaseRow"."undelivered", "CaseRow"."untold", "CaseRow"."relation", "CaseRow"."findings", "CaseRow"."bookingId", "CaseRow"."seat", "CaseRow"."orders", "CaseRow"."voices", "CaseRow"."followUpOn", "CaseRow"."followUpSealed", "CaseRow"."followUpByName", "CaseRow"."calls", "CaseRow"."recordAt" FROM "CaseRow" WHERE ("CaseRow"."centreId" IN (?) AND "CaseRow"."recordAt" >= ? AND "CaseRow"."recordAt" >= ? AND ("CaseRow"."recordAt" > ? OR "CaseRow"."id" > ?)) ORDER BY "CaseRow"."recordAt" ASC, "CaseRow"."id" ASC LIMIT ? OFFSET ?;

-- staff.intakes.find
SELECT "CaseRow"."id", "CaseRow"."personId", "CaseRow"."ref", "CaseRow"."questionnaire", "CaseRow"."submittedAt", "CaseRow"."centreId", "CaseRow"."language", "CaseRow"."talk", "CaseRow"."sealed", "CaseRow"."callBack", "CaseRow"."calledAt", "CaseRow"."source", "CaseRow"."hasPhone", "CaseRow"."unreachable", "CaseRow"."channels", "CaseRow"."unread", "CaseRow"."byChat", "CaseRow"."byPage", "CaseRow"."urgency", "CaseRow"."rank", "CaseRow"."status", "CaseRow"."takenBy", "CaseRow"."takenByName", "CaseRow"."takenByBody", "CaseRow"."bodyId", "CaseRow"."walledAt", "CaseRow"."walledFor", "CaseRow"."bookedCentre", "CaseRow"."startsAt", "CaseRow"."endsAt", "CaseRow"."state", "CaseRow"."changedAt", "CaseRow"."displaced", "CaseRow"."undelivered", "CaseRow"."untold", "CaseRow"."relation", "CaseRow"."findings", "CaseRow"."bookingId", "CaseRow"."seat", "CaseRow"."orders", "CaseRow"."voices", "CaseRow"."followUpOn", "CaseRow"."followUpSealed", "CaseRow"."followUpByName", "CaseRow"."calls", "CaseRow"."recordAt" FROM "CaseRow" WHERE "CaseRow"."id" = ? LIMIT ? OFFSET ?;

-- staff.intakes.locate
SELECT "Intake"."id", "Intake"."ref", "Intake"."centreId", "Intake"."bodyId", "Intake"."urgency" FROM "Intake" WHERE ("Intake"."ref" IN (?) AND "Intake"."submittedAt" IS NOT NULL) LIMIT ? OFFSET ?;

-- staff.inbox.aliases
SELECT "Intake"."id", "Intake"."ref", "Intake"."bodyId", "Intake"."urgency", "Intake"."centreId", "Intake"."sealed" FROM "Intake" WHERE ("Intake"."centreId" IN (?) AND "Intake"."submittedAt" IS NOT NULL AND "Intake"."sealed" IS NOT NULL) ORDER BY "Intake"."submittedAt" DESC LIMIT ? OFFSET ?;

-- staff.intakes.others
SELECT "CaseRow"."id", "CaseRow"."personId", "CaseRow"."ref", "CaseRow"."questionnaire", "CaseRow"."submittedAt", "CaseRow"."centreId", "CaseRow"."language", "CaseRow"."talk", "CaseRow"."sealed", "CaseRow"."callBack", "CaseRow"."calledAt", "CaseRow"."source", "CaseRow"."hasPhone", "CaseRow"."unreachable", "CaseRow"."channels", "CaseRow"."unread", "CaseRow"."byChat", "CaseRow"."byPage", "CaseRow"."urgency", "CaseRow"."rank", "CaseRow"."status", "CaseRow"."takenBy", "CaseRow"."takenByName", "CaseRow"."takenByBody", "CaseRow"."bodyId", "CaseRow"."walledAt", "CaseRow"."walledFor", "CaseRow"."bookedCentre", "CaseRow"."startsAt", "CaseRow"."endsAt", "CaseRow"."state", "CaseRow"."changedAt", "CaseRow"."displaced", "CaseRow"."undelivered", "CaseRow"."untold", "CaseRow"."relation", "CaseRow"."findings", "CaseRow"."bookingId", "CaseRow"."seat", "CaseRow"."orders", "CaseRow"."voices", "CaseRow"."followUpOn", "CaseRow"."followUpSealed", "CaseRow"."followUpByName", "CaseRow"."calls", "CaseRow"."recordAt" FROM "CaseRow" WHERE ("CaseRow"."personId" = ? AND "CaseRow"."id" <> ?) ORDER BY "CaseRow"."submittedAt" DESC LIMIT ? OFFSET ?;

-- staff.intakes.meetWish
UPDATE "Intake" SET "callBack" = ? WHERE "Intake"."id" = ?;

-- staff.day.bookings
SELECT "BookingRow"."id", "BookingRow"."ref", "BookingRow"."centreId", "BookingRow"."startsAt", "BookingRow"."endsAt", "BookingRow"."seat", "BookingRow"."state", "BookingRow"."channel", "BookingRow"."answer", "BookingRow"."intakeId", "BookingRow"."talk", "BookingRow"."sealed", "BookingRow"."urgency", "BookingRow"."rank", "BookingRow"."status", "BookingRow"."bodyId", "BookingRow"."takenByName", "BookingRow"."takenByBody", "BookingRow"."hasPhone", "BookingRow"."language", "BookingRow"."unreachable", "BookingRow"."channels", "BookingRow"."unread", "BookingRow"."orders", "BookingRow"."takenBy", "BookingRow"."changedAt" FROM "BookingRow" WHERE ("BookingRow"."centreId" IN (?) AND "BookingRow"."startsAt" >= ? AND "BookingRow"."startsAt" < ? AND "BookingRow"."state" IN (?,?,?,?)) ORDER BY "BookingRow"."startsAt" ASC, "BookingRow"."rank" ASC, "BookingRow"."seat" ASC LIMIT ? OFFSET ?;

-- staff.changes.requestOf
SELECT "Booking"."id", "Booking"."intakeId" FROM "Booking" WHERE ("Booking"."id" = ? AND 1=1) LIMIT ? OFFSET ?;

-- staff.changes.since
SELECT "Booking"."id" FROM "Booking" WHERE "Booking"."intakeId" = ? LIMIT ? OFFSET ?;
SELECT "Audit"."id", "Audit"."at", "Audit"."staffId", "Audit"."action", "Audit"."outcome", "Audit"."subject", "Audit"."centreId", "Audit"."client", "Audit"."previous", "Audit"."hash" FROM "Audit" WHERE ("Audit"."subject" IN (?) AND "Audit"."at" > ? AND "Audit"."action" IN (?) AND "Audit"."outcome" = ?) ORDER BY "Audit"."id" DESC LIMIT ? OFFSET ?;
SELECT "BookingEvent"."id", "BookingEvent"."bookingId", "BookingEvent"."at", "BookingEvent"."by", "BookingEvent"."state", "BookingEvent"."centreId", "BookingEvent"."startsAt", "BookingEvent"."seat" FROM "BookingEvent" WHERE (1=0 AND "BookingEvent"."at" > ? AND (NOT "BookingEvent"."by" LIKE (? || '%'))) ORDER BY "BookingEvent"."id" DESC LIMIT ? OFFSET ?;
SELECT "Staff"."id", "Staff"."name", "Staff"."email", "Staff"."emailVerified", "Staff"."image", "Staff"."createdAt", "Staff"."updatedAt", "Staff"."twoFactorEnabled", "Staff"."role", "Staff"."centres", "Staff"."body", "Staff"."language", "Staff"."disabledAt" FROM "Staff" WHERE 1=0 LIMIT ? OFFSET ?;

-- staff.care.take
UPDATE "Intake" SET "takenBy" = ?, "status" = ?, "bodyId" = ?, "recordAt" = ?, "bodySince" = ? WHERE ("Intake"."id" = ? AND "Intake"."takenBy" IS NULL AND "Intake"."bodyId" IS NULL AND "Intake"."centreId" = ? AND "Intake"."status" = ?);
-- raw: owed.webhooks

-- staff.care.assign
UPDATE "Intake" SET "takenBy" = ?, "status" = ?, "bodyId" = ?, "recordAt" = ?, "bodySince" = ? WHERE ("Intake"."id" = ? AND "Intake"."takenBy" IS NULL AND "Intake"."bodyId" IS NULL AND "Intake"."centreId" = ? AND "Intake"."status" = ?);
INSERT INTO "StaffNote" ("id", "intakeId", "staffId", "sealed", "createdAt") VALUES (?,?,?,?,?);
-- raw: owed.webhooks

-- staff.calls.add
INSERT INTO "CallAttempt" ("id", "intakeId", "staffId", "outcome", "createdAt") VALUES (?,?,?,?,?);
UPDATE "Intake" SET "calledAt" = ? WHERE "Intake"."id" = ?;

-- staff.calls.undo
SELECT "CallAttempt"."id", "CallAttempt"."intakeId", "CallAttempt"."staffId", "CallAttempt"."outcome", "CallAttempt"."createdAt" FROM "CallAttempt" WHERE ("CallAttempt"."id" = ? AND "CallAttempt"."intakeId" = ?) LIMIT ? OFFSET ?;

-- staff.followUps.set
UPDATE "Intake" SET "followUpOn" = ?, "followUpSealed" = ?, "followUpBy" = ? WHERE "Intake"."id" = ?;
UPDATE "Intake" SET "recordAt" = ? WHERE ("Intake"."id" = ? AND "Intake"."bodyId" IS NOT NULL);
-- raw: owed.webhooks

-- staff.followUps.reopen
SELECT "Intake"."id" FROM "Intake" WHERE ("Intake"."followUpOn" <= ? AND "Intake"."status" = ?) ORDER BY "Intake"."followUpOn" ASC LIMIT ? OFFSET ?;

-- staff.followUps.end
UPDATE "Intake" SET "followUpOn" = ?, "followUpSealed" = ?, "followUpBy" = ? WHERE "Intake"."id" = ?;
UPDATE "Intake" SET "recordAt" = ? WHERE ("Intake"."id" = ? AND "Intake"."bodyId" IS NOT NULL);
-- raw: owed.webhooks

-- staff.care.takeArrived
SELECT "BookingRow"."id", "BookingRow"."ref", "BookingRow"."centreId", "BookingRow"."startsAt", "BookingRow"."endsAt", "BookingRow"."seat", "BookingRow"."state", "BookingRow"."channel", "BookingRow"."answer", "BookingRow"."intakeId", "BookingRow"."talk", "BookingRow"."sealed", "BookingRow"."urgency", "BookingRow"."rank", "BookingRow"."status", "BookingRow"."bodyId", "BookingRow"."takenByName", "BookingRow"."takenByBody", "BookingRow"."hasPhone", "BookingRow"."language", "BookingRow"."unreachable", "BookingRow"."channels", "BookingRow"."unread", "BookingRow"."orders", "BookingRow"."takenBy", "BookingRow"."changedAt" FROM "BookingRow" WHERE (("BookingRow"."bodyId" IS NULL OR ("BookingRow"."bodyId" = ? AND "BookingRow"."takenBy" IS NULL)) AND "BookingRow"."id" = ? AND "BookingRow"."intakeId" IS NOT NULL) LIMIT ? OFFSET ?;

-- staff.care.giveBackArrived
SELECT "Intake"."id", "Intake"."bodySince" FROM "Intake" WHERE ("Intake"."id" = ? AND 1=1) LIMIT ? OFFSET ?;
UPDATE "Intake" SET "takenBy" = ?, "status" = ?, "recordAt" = ? WHERE ("Intake"."id" = ? AND "Intake"."bodyId" = ? AND "Intake"."takenBy" IS NOT NULL AND "Intake"."status" = ? AND "Intake"."recordAt" = ?);

-- staff.care.setStatus
UPDATE "Intake" SET "status" = ?, "recordAt" = ? WHERE ("Intake"."id" = ? AND "Intake"."status" = ?);
-- raw: owed.webhooks

-- staff.care.handOver
UPDATE "Intake" SET "centreId" = ?, "takenBy" = ?, "status" = ?, "handedAt" = ?, "bodyId" = ?, "recordAt" = ?, "bodySince" = ?, "followUpOn" = ?, "followUpSealed" = ?, "followUpBy" = ? WHERE ("Intake"."id" = ? AND "Intake"."centreId" = ? AND "Intake"."bodyId" = ?);
INSERT INTO "StaffNote" ("id", "intakeId", "staffId", "sealed", "createdAt") VALUES (?,?,?,?,?);
-- raw: owed.notices
-- raw: owed.webhooks

-- staff.care.addNote
INSERT INTO "StaffNote" ("id", "intakeId", "staffId", "sealed", "createdAt") VALUES (?,?,?,?,?);

-- staff.care.find
INSERT INTO "Finding" ("intakeId", "rechtskreis", "verdict", "staffId", "at") VALUES (?,?,?,?,?) ON CONFLICT  ("intakeId","rechtskreis") DO UPDATE SET "verdict" = ?, "staffId" = ?, "at" = ? WHERE (("Finding"."intakeId" = ? AND "Finding"."rechtskreis" = ?) AND 1=1) RETURNING "intakeId" AS "intakeId", "rechtskreis" AS "rechtskreis", "verdict" AS "verdict", "staffId" AS "staffId", "at" AS "at";
UPDATE "Intake" SET "recordAt" = ? WHERE "Intake"."id" = ?;

-- staff.care.refer
UPDATE "Intake" SET "recordAt" = ? WHERE ("Intake"."id" = ? AND NOT EXISTS(SELECT "t0"."intakeId" FROM "Referral" AS "t0" WHERE ("t0"."target" = ? AND "t0"."agreed" = ? AND "t0"."outcome" IS NULL AND ("t0"."answer" IS NULL OR "t0"."answer" = ?) AND ("Intake"."id") = ("t0"."intakeId") AND "t0"."intakeId" IS NOT NULL)));
INSERT INTO "Referral" ("id", "intakeId", "staffId", "target", "agreed", "createdAt") VALUES (?,?,?,?,?,?);
UPDATE "Intake" SET "status" = ? WHERE ("Intake"."id" = ? AND "Intake"."status" <> ?);
SELECT "Referral"."id" FROM "Referral" WHERE ("Referral"."intakeId" = ? AND "Referral"."target" = ? AND "Referral"."agreed" = ? AND "Referral"."outcome" IS NULL AND ("Referral"."answer" IS NULL OR "Referral"."answer" = ?)) LIMIT ? OFFSET ?;

-- staff.care.entries
SELECT "CareEntryRow"."id", "CareEntryRow"."intakeId", "CareEntryRow"."kind", "CareEntryRow"."createdAt", "CareEntryRow"."by", "CareEntryRow"."sealed", "CareEntryRow"."text", "CareEntryRow"."agreed", "CareEntryRow"."status", "CareEntryRow"."language" FROM "CareEntryRow" WHERE "CareEntryRow"."intakeId" = ? ORDER BY "CareEntryRow"."createdAt" DESC LIMIT ? OFFSET ?;

-- staff.usage.weeks
SELECT "UsageWeek"."centreId", "UsageWeek"."week", "UsageWeek"."booked", "UsageWeek"."attended", "UsageWeek"."missed", "UsageWeek"."cancelled", "UsageWeek"."walkIns", "UsageWeek"."made", "UsageWeek"."leadHours", "UsageWeek"."unmarked", "UsageWeek"."refilled", "UsageWeek"."planned", "UsageWeek"."bookable" FROM "UsageWeek" WHERE ("UsageWeek"."centreId" IN (?) AND "UsageWeek"."week" >= ? AND "UsageWeek"."week" <= ?) ORDER BY "UsageWeek"."week" ASC, "UsageWeek"."centreId" ASC LIMIT ? OFFSET ?;

-- staff.usage.hours
SELECT "UsageHour"."centreId", "UsageHour"."block", "UsageHour"."weekday", "UsageHour"."hour", "UsageHour"."attended", "UsageHour"."missed", "UsageHour"."unmarked", "UsageHour"."cancelled", "UsageHour"."walkIns", "UsageHour"."refilled", "UsageHour"."planned", "UsageHour"."bookable" FROM "UsageHour" WHERE ("UsageHour"."centreId" IN (?) AND "UsageHour"."block" >= ? AND "UsageHour"."block" <= ?) ORDER BY "UsageHour"."centreId" ASC, "UsageHour"."block" ASC, "UsageHour"."weekday" ASC, "UsageHour"."hour" ASC LIMIT ? OFFSET ?;

-- staff.usage.firstMade
SELECT MIN("createdAt") AS "_min$createdAt" FROM (SELECT "Booking"."createdAt" FROM "Booking" WHERE 1=1 LIMIT ? OFFSET ?) AS "sub";

-- staff.usage.months
SELECT "UsageCount"."month", "UsageCount"."kind", "UsageCount"."code", "UsageCount"."centreId", "UsageCount"."bodyId", "UsageCount"."count" FROM "UsageCount" WHERE ("UsageCount"."month" >= ? AND "UsageCount"."month" <= ? AND "UsageCount"."centreId" = ?) ORDER BY "UsageCount"."kind" ASC, "UsageCount"."code" ASC, "UsageCount"."month" ASC LIMIT ? OFFSET ?;

-- staff.usageLanguages.firstSubmitted
SELECT MIN("submittedAt") AS "_min$submittedAt" FROM (SELECT "Intake"."submittedAt" FROM "Intake" WHERE 1=1 LIMIT ? OFFSET ?) AS "sub";

-- staff.usageLanguages.talks
SELECT "BookingRow"."id", "BookingRow"."ref", "BookingRow"."centreId", "BookingRow"."startsAt", "BookingRow"."endsAt", "BookingRow"."seat", "BookingRow"."state", "BookingRow"."channel", "BookingRow"."answer", "BookingRow"."intakeId", "BookingRow"."talk", "BookingRow"."sealed", "BookingRow"."urgency", "BookingRow"."rank", "BookingRow"."status", "BookingRow"."bodyId", "BookingRow"."takenByName", "BookingRow"."takenByBody", "BookingRow"."hasPhone", "BookingRow"."language", "BookingRow"."unreachable", "BookingRow"."channels", "BookingRow"."unread", "BookingRow"."orders", "BookingRow"."takenBy", "BookingRow"."changedAt" FROM "BookingRow" WHERE ("BookingRow"."state" IN (?,?,?,?) AND "BookingRow"."channel" <> ? AND "BookingRow"."startsAt" >= ? AND "BookingRow"."startsAt" < ? AND "BookingRow"."talk" IS NOT NULL) LIMIT ? OFFSET ?;
SELECT "InterpreterOrder"."id", "InterpreterOrder"."bookingId", "InterpreterOrder"."centreId", "InterpreterOrder"."startsAt", "InterpreterOrder"."endsAt", "InterpreterOrder"."language", "InterpreterOrder"."gender", "InterpreterOrder"."pool", "InterpreterOrder"."poolName", "InterpreterOrder"."mode", "InterpreterOrder"."state", "InterpreterOrder"."orderedAt", "InterpreterOrder"."changedAt", "InterpreterOrder"."changedBy" FROM "InterpreterOrder" WHERE ("InterpreterOrder"."startsAt" >= ? AND "InterpreterOrder"."startsAt" < ?) ORDER BY "InterpreterOrder"."orderedAt" ASC, "InterpreterOrder"."id" ASC LIMIT ? OFFSET ?;

-- staff.usageLanguages.add
INSERT INTO "Meta" ("key", "value") VALUES (?,?);
INSERT INTO "UsageLanguage" ("centreId", "month", "language", "understanding", "count") VALUES (?,?,?,?,?) ON CONFLICT  ("centreId","month","language","understanding") DO UPDATE SET "count" = ("UsageLanguage"."count" + ?) WHERE (("UsageLanguage"."centreId" = ? AND "UsageLanguage"."month" = ? AND "UsageLanguage"."language" = ? AND "UsageLanguage"."understanding" = ?) AND 1=1) RETURNING "centreId" AS "centreId", "month" AS "month", "language" AS "language", "understanding" AS "understanding", "count" AS "count";
-- raw: usage.count
UPDATE "Meta" SET "value" = ? WHERE ("Meta"."key" = ? AND "Meta"."value" = ?);
INSERT INTO "UsageLanguage" ("centreId", "month", "language", "understanding", "count") VALUES (?,?,?,?,?) ON CONFLICT  ("centreId","month","language","understanding") DO UPDATE SET "count" = ("UsageLanguage"."count" + ?) WHERE (("UsageLanguage"."centreId" = ? AND "UsageLanguage"."month" = ? AND "UsageLanguage"."language" = ? AND "UsageLanguage"."understanding" = ?) AND 1=1) RETURNING "centreId" AS "centreId", "month" AS "month", "language" AS "language", "understanding" AS "understanding", "count" AS "count";
-- raw: usage.count

-- staff.usageQuarters.taken
SELECT "Intake"."id", "Intake"."centreId", "Intake"."bodyId", "Intake"."urgency", "Intake"."talk", "Intake"."submittedAt", "Intake"."personId" FROM "Intake" WHERE ("Intake"."bodySince" >= ? AND "Intake"."bodySince" < ? AND "Intake"."bodyId" IS NOT NULL AND "Intake"."submittedAt" IS NOT NULL AND "Intake"."centreId" IS NOT NULL) LIMIT ? OFFSET ?;
SELECT "Person"."id" FROM "Person" WHERE "Person"."id" IN (NULL) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."submittedAt", "Intake"."personId" FROM "Intake" WHERE ("Intake"."submittedAt" IS NOT NULL AND "Intake"."personId" IN (NULL)) LIMIT ? OFFSET ?;

-- staff.usageQuarters.referred
SELECT "Referral"."id", "Referral"."target", "Referral"."intakeId" FROM "Referral" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("Referral"."intakeId") WHERE ("Referral"."createdAt" >= ? AND "Referral"."createdAt" < ? AND ("Referral"."answer" IS NULL OR "Referral"."answer" <> ?) AND ("j0"."bodyId" IS NOT NULL AND ("j0"."id" IS NOT NULL))) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."centreId", "Intake"."bodyId" FROM "Intake" WHERE "Intake"."id" IN (NULL) LIMIT ? OFFSET ?;

-- staff.usageQuarters.kept
SELECT "Booking"."id", "Booking"."centreId", "Booking"."intakeId" FROM "Booking" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("Booking"."intakeId") WHERE ("Booking"."centreId" IN (?) AND "Booking"."startsAt" >= ? AND "Booking"."startsAt" < ? AND "Booking"."state" = ? AND "Booking"."channel" <> ? AND ("j0"."bodyId" IS NOT NULL AND ("j0"."id" IS NOT NULL))) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."bodyId" FROM "Intake" WHERE "Intake"."id" IN (NULL) LIMIT ? OFFSET ?;

-- staff.usageQuarters.of
SELECT "UsageCount"."month", "UsageCount"."kind", "UsageCount"."code", "UsageCount"."centreId", "UsageCount"."bodyId", "UsageCount"."count" FROM "UsageCount" WHERE ("UsageCount"."month" = ? AND "UsageCount"."centreId" IN (?) AND "UsageCount"."bodyId" = ?) ORDER BY "UsageCount"."kind" ASC, "UsageCount"."code" ASC LIMIT ? OFFSET ?;

-- staff.usageLanguages.ever
SELECT "UsageLanguage"."centreId", "UsageLanguage"."month", "UsageLanguage"."language", "UsageLanguage"."understanding", "UsageLanguage"."count" FROM "UsageLanguage" WHERE "UsageLanguage"."month" <= ? LIMIT ? OFFSET ?;

-- staff.tokens.add
INSERT INTO "ApiToken" ("id", "name", "hash", "role", "centres", "createdAt", "expiresAt") VALUES (?,?,?,?,?,?,?);

-- staff.tokens.find
SELECT "ApiToken"."id", "ApiToken"."name", "ApiToken"."hash", "ApiToken"."role", "ApiToken"."centres", "ApiToken"."body", "ApiToken"."createdAt", "ApiToken"."revokedAt", "ApiToken"."expiresAt", "ApiToken"."usedAt" FROM "ApiToken" WHERE ("ApiToken"."id" = ? AND 1=1) LIMIT ? OFFSET ?;

-- staff.tokens.list
SELECT "ApiToken"."id", "ApiToken"."name", "ApiToken"."hash", "ApiToken"."role", "ApiToken"."centres", "ApiToken"."body", "ApiToken"."createdAt", "ApiToken"."revokedAt", "ApiToken"."expiresAt", "ApiToken"."usedAt" FROM "ApiToken" WHERE 1=1 ORDER BY "ApiToken"."createdAt" ASC LIMIT ? OFFSET ?;

-- staff.tokens.noteUse
UPDATE "ApiToken" SET "usedAt" = ? WHERE "ApiToken"."id" = ?;

-- staff.tokens.revoke
UPDATE "ApiToken" SET "revokedAt" = ? WHERE ("ApiToken"."id" = ? AND "ApiToken"."revokedAt" IS NULL);

-- staff.typed.keep
DELETE FROM "StaffVerification" WHERE ("StaffVerification"."identifier" = ? AND "StaffVerification"."expiresAt" < ?);
SELECT "StaffVerification"."id" FROM "StaffVerification" WHERE "StaffVerification"."identifier" = ? ORDER BY "StaffVerification"."createdAt" DESC, "StaffVerification"."id" ASC LIMIT ? OFFSET ?;
INSERT INTO "StaffVerification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt") VALUES (?,?,?,?,?,?);

-- staff.typed.open
SELECT "StaffVerification"."id", "StaffVerification"."identifier", "StaffVerification"."value", "StaffVerification"."expiresAt", "StaffVerification"."createdAt", "StaffVerification"."updatedAt" FROM "StaffVerification" WHERE ("StaffVerification"."id" = ? AND "StaffVerification"."identifier" = ? AND "StaffVerification"."expiresAt" > ?) LIMIT ? OFFSET ?;

-- staff.typed.drop
DELETE FROM "StaffVerification" WHERE ("StaffVerification"."id" = ? AND "StaffVerification"."identifier" = ?);

-- staff.typed.exchange
UPDATE "StaffVerification" SET "value" = ?, "updatedAt" = ? WHERE ("StaffVerification"."id" = ? AND "StaffVerification"."identifier" = ?);

-- holdings.of
SELECT "Person"."id", "Person"."language", "Person"."createdAt", "Person"."seenAt", "Person"."unreachable" FROM "Person" WHERE ("Person"."id" = ? AND 1=1) LIMIT ? OFFSET ?;
SELECT "Intake"."id", "Intake"."questionnaire", "Intake"."talk", "Intake"."sealed", "Intake"."ref", "Intake"."centreId", "Intake"."urgency", "Intake"."callBack", "Intake"."source", "Intake"."status", "Intake"."createdAt", "Intake"."updatedAt", "Intake"."submittedAt", "Intake"."takenBy", "Intake"."bodyId", "Intake"."bodySince", "Intake"."walledAt", "Intake"."walledFor", "Intake"."calledAt", "Intake"."handedAt", "Intake"."recordAt", "Intake"."hasPhone", "Intake"."followUpOn", "Intake"."followUpSealed" FROM "Intake" WHERE "Intake"."personId" = ? ORDER BY "Intake"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "Booking"."id", "Booking"."ref", "Booking"."personId", "Booking"."intakeId", "Booking"."centreId", "Booking"."startsAt", "Booking"."endsAt", "Booking"."seat", "Booking"."state", "Booking"."remind", "Booking"."channel", "Booking"."createdAt", "Booking"."changedAt", "Booking"."changedBy", "Booking"."remindAt", "Booking"."answer", "Booking"."answeredAt", "Booking"."heldUntil", "Booking"."heldFor", "Booking"."week", "Booking"."block", "Booking"."weekday", "Booking"."hour", "Booking"."sequence" FROM "Booking" WHERE "Booking"."personId" = ? ORDER BY "Booking"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "Outbox"."id", "Outbox"."key", "Outbox"."kind", "Outbox"."personId", "Outbox"."bookingId", "Outbox"."payload", "Outbox"."sealed", "Outbox"."status", "Outbox"."rank", "Outbox"."dueAt", "Outbox"."attempts", "Outbox"."claimedAt", "Outbox"."doneAt", "Outbox"."reason", "Outbox"."messageId", "Outbox"."fileMessageId", "Outbox"."heededAt", "Outbox"."createdAt" FROM "Outbox" WHERE "Outbox"."personId" = ? ORDER BY "Outbox"."dueAt" ASC, "Outbox"."id" ASC LIMIT ? OFFSET ?;
SELECT "Reply"."intakeId", "Reply"."input", "Reply"."language", "Reply"."sealed", "Reply"."createdAt", "Reply"."readAt" FROM "Reply" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("Reply"."intakeId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "Reply"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "BarrierReport"."id", "BarrierReport"."channel", "BarrierReport"."language", "BarrierReport"."sealed", "BarrierReport"."createdAt", "BarrierReport"."settledAt" FROM "BarrierReport" WHERE "BarrierReport"."personId" = ? ORDER BY "BarrierReport"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "Consent"."id", "Consent"."scope", "Consent"."textHash", "Consent"."language", "Consent"."givenAt", "Consent"."withdrawnAt" FROM "Consent" WHERE "Consent"."personId" = ? ORDER BY "Consent"."givenAt" ASC LIMIT ? OFFSET ?;
SELECT "StaffNote"."id", "StaffNote"."intakeId", "StaffNote"."createdAt" FROM "StaffNote" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("StaffNote"."intakeId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "StaffNote"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "CallAttempt"."id", "CallAttempt"."intakeId", "CallAttempt"."outcome", "CallAttempt"."createdAt" FROM "CallAttempt" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("CallAttempt"."intakeId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "CallAttempt"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "Referral"."id", "Referral"."intakeId", "Referral"."target", "Referral"."agreed", "Referral"."createdAt", "Referral"."answer", "Referral"."answeredAt", "Referral"."textHash", "Referral"."outcome", "Referral"."outcomeAt" FROM "Referral" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("Referral"."intakeId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "Referral"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "InterpreterOrder"."id", "InterpreterOrder"."bookingId", "InterpreterOrder"."centreId", "InterpreterOrder"."startsAt", "InterpreterOrder"."endsAt", "InterpreterOrder"."language", "InterpreterOrder"."gender", "InterpreterOrder"."pool", "InterpreterOrder"."poolName", "InterpreterOrder"."mode", "InterpreterOrder"."state", "InterpreterOrder"."orderedAt", "InterpreterOrder"."changedAt" FROM "InterpreterOrder" LEFT JOIN "Booking" AS "j0" ON ("j0"."id") = ("InterpreterOrder"."bookingId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "InterpreterOrder"."orderedAt" ASC LIMIT ? OFFSET ?;
SELECT "Waiting"."id", "Waiting"."wishes", "Waiting"."since", "Waiting"."state", "Waiting"."changedAt" FROM "Waiting" WHERE "Waiting"."personId" = ? ORDER BY "Waiting"."since" ASC LIMIT ? OFFSET ?;
SELECT "AnsweredInput"."id", "AnsweredInput"."at", "AnsweredInput"."messages" FROM "AnsweredInput" WHERE "AnsweredInput"."personId" = ? ORDER BY "AnsweredInput"."at" ASC LIMIT ? OFFSET ?;
SELECT "Told"."personId", "Told"."channel", "Told"."messageId", "Told"."kind", "Told"."centreId", "Told"."startsAt", "Told"."verdict", "Told"."at" FROM "Told" WHERE "Told"."personId" = ? ORDER BY "Told"."at" ASC, "Told"."messageId" ASC LIMIT ? OFFSET ?;
SELECT "Address"."key", "Address"."personId", "Address"."channel", "Address"."createdAt", "Address"."relation", "Address"."sealedLabel" FROM "Address" WHERE "Address"."personId" = ? ORDER BY "Address"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "Tie"."hash", "Tie"."channel", "Tie"."expiresAt", "Tie"."usedBy" FROM "Tie" WHERE "Tie"."personId" = ? LIMIT ? OFFSET ?;
SELECT "VoiceMessage"."id", "VoiceMessage"."intakeId", "VoiceMessage"."about", "VoiceMessage"."type", "VoiceMessage"."seconds", "VoiceMessage"."sealed", "VoiceMessage"."createdAt" FROM "VoiceMessage" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("VoiceMessage"."intakeId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "VoiceMessage"."createdAt" ASC LIMIT ? OFFSET ?;
SELECT "Finding"."intakeId", "Finding"."rechtskreis", "Finding"."verdict", "Finding"."at" FROM "Finding" LEFT JOIN "Intake" AS "j0" ON ("j0"."id") = ("Finding"."intakeId") WHERE ("j0"."personId" = ? AND ("j0"."id" IS NOT NULL)) ORDER BY "Finding"."at" ASC LIMIT ? OFFSET ?;

-- forgetting.request
INSERT INTO "UsageCount" ("month", "kind", "code", "count")
      SELECT strftime('%Y-%m', i."updatedAt", '+' || CAST(? AS INTEGER) || ' hours'), 'stopped',
        COALESCE(i."talk" ->> '$.place.id', i."talk" ->> '$.place.at'), count(*)
      FROM "Intake" i
      WHERE (i."id" = CAST(? AS TEXT) OR i."personId" = CAST(? AS TEXT))
        AND i."submittedAt" IS NULL AND i."talk" ->> '$.place.at' IS NOT NULL GROUP BY 1, 2, 3
      ON CONFLICT ("month", "kind", "code", "centreId", "bodyId") DO UPDATE SET "count" = "count" + excluded."count";
-- raw: requests.drop-messages
INSERT INTO "Outbox" ("key", "kind", "personId", "bookingId", "payload", "status", "rank", "dueAt", "attempts", "createdAt") VALUES (?,?,?,?,?,?,?,?,?,?);
DELETE FROM "Intake" WHERE "Intake"."id" = ?;

-- forgetting.personOwing
INSERT INTO "UsageCount" ("month", "kind", "code", "count")
      SELECT strftime('%Y-%m', i."updatedAt", '+' || CAST(? AS INTEGER) || ' hours'), 'stopped',
        COALESCE(i."talk" ->> '$.place.id', i."talk" ->> '$.place.at'), count(*)
      FROM "Intake" i
      WHERE (i."id" = CAST(? AS TEXT) OR i."personId" = CAST(? AS TEXT))
        AND i."submittedAt" IS NULL AND i."talk" ->> '$.place.at' IS NOT NULL GROUP BY 1, 2, 3
      ON CONFLICT ("month", "kind", "code", "centreId", "bodyId") DO UPDATE SET "count" = "count" + excluded."count";
DELETE FROM "Outbox" WHERE "Outbox"."personId" = ?;
INSERT INTO "Outbox" ("key", "kind", "personId", "bookingId", "payload", "status", "rank", "dueAt", "attempts", "createdAt") VALUES (?,?,?,?,?,?,?,?,?,?);
DELETE FROM "Waiting" WHERE "Waiting"."personId" = ?;
DELETE FROM "Tie" WHERE "Tie"."personId" = ?;
DELETE FROM "BarrierReport" WHERE "BarrierReport"."personId" = ?;
DELETE FROM "Consent" WHERE "Consent"."personId" = ?;
DELETE FROM "Intake" WHERE "Intake"."personId" = ?;

-- outbox.ofKinds
SELECT "Outbox"."id", "Outbox"."key", "Outbox"."kind", "Outbox"."personId", "Outbox"."bookingId", "Outbox"."payload", "Outbox"."sealed", "Outbox"."status", "Outbox"."rank", "Outbox"."dueAt", "Outbox"."attempts", "Outbox"."claimedAt", "Outbox"."doneAt", "Outbox"."reason", "Outbox"."messageId", "Outbox"."fileMessageId", "Outbox"."heededAt", "Outbox"."createdAt" FROM "Outbox" WHERE ("Outbox"."personId" IN (?) AND "Outbox"."kind" IN (?)) ORDER BY "Outbox"."id" ASC LIMIT ? OFFSET ?;

-- outbox.owedAbout
SELECT "Outbox"."id", "Outbox"."bookingId" FROM "Outbox" WHERE ("Outbox"."personId" = ? AND "Outbox"."status" IN (?,?) AND "Outbox"."bookingId" IS NOT NULL) LIMIT ? OFFSET ?;

-- outbox.goOn
UPDATE "Outbox" SET "bookingId" = ?, "payload" = ?, "attempts" = ?, "reason" = ?, "status" = ?, "dueAt" = ? WHERE ("Outbox"."id" = ? AND "Outbox"."attempts" = ? AND "Outbox"."status" = ?);

-- people.hasRequest
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "Intake"."id" FROM "Intake" WHERE "Intake"."personId" = ? LIMIT ? OFFSET ?) AS "sub";

-- people.leave
DELETE FROM "Person" WHERE ("Person"."id" = ? AND NOT EXISTS(SELECT "t0"."personId" FROM "Intake" AS "t0" WHERE (1=1 AND ("Person"."id") = ("t0"."personId") AND "t0"."personId" IS NOT NULL)));

-- forgetting.person
INSERT INTO "UsageCount" ("month", "kind", "code", "count")
      SELECT strftime('%Y-%m', i."updatedAt", '+' || CAST(? AS INTEGER) || ' hours'), 'stopped',
        COALESCE(i."talk" ->> '$.place.id', i."talk" ->> '$.place.at'), count(*)
      FROM "Intake" i
      WHERE (i."id" = CAST(? AS TEXT) OR i."personId" = CAST(? AS TEXT))
        AND i."submittedAt" IS NULL AND i."talk" ->> '$.place.at' IS NOT NULL GROUP BY 1, 2, 3
      ON CONFLICT ("month", "kind", "code", "centreId", "bodyId") DO UPDATE SET "count" = "count" + excluded."count";
DELETE FROM "Person" WHERE "Person"."id" = ?;
