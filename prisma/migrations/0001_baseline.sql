-- The tables of Lotse, each with its indexes and triggers. Until 0.1.0 this file is edited in place and a
-- database is made anew; from then on migrations are added (docs/decisions/0029). Triggers hold no rule of
-- the house: they refuse what must never happen, and write down what a cascade or a change of many rows
-- would hide.

CREATE TABLE "Meta" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
);

CREATE TABLE "City" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL DEFAULT 1,
  "profile" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL
);

-- A database holds one city: nothing that is asked of it can reach another one’s people.
CREATE TRIGGER "City_alone" BEFORE INSERT ON "City"
WHEN EXISTS (SELECT 1 FROM "City" WHERE "id" <> NEW."id") BEGIN
  SELECT RAISE(ABORT, 'a database holds one city');
END;

CREATE TABLE "Closure" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "centreId" TEXT,
  "seat" INTEGER,
  "startsAt" TEXT NOT NULL,
  "endsAt" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "createdBy" TEXT NOT NULL,
  -- Not everybody under it may have made way yet.
  "pending" BOOLEAN NOT NULL DEFAULT false
);

CREATE INDEX "Closure_pending_idx" ON "Closure"("pending");

CREATE TABLE "Person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "language" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "seenAt" TEXT NOT NULL,
  "unreachable" TEXT,
  "pinCount" INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX "Person_unreachable" ON "Person"("id") WHERE "unreachable" <> 'no-chat';

-- Tries at what can be guessed, by what is tried and by who tries, all as HMAC.
CREATE TABLE "CountedTry" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "until" TEXT NOT NULL
);
CREATE INDEX "CountedTry_until_idx" ON "CountedTry"("until");

-- As for requests (Intake_erased): by whichever statement a person goes.
CREATE TRIGGER "Person_erased" AFTER DELETE ON "Person" BEGIN
  INSERT INTO "Erased" ("id", "at") VALUES (OLD."id", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ON CONFLICT ("id") DO NOTHING;
END;

-- Who stands behind an address: `key` is the HMAC of channel and id, by which it is found, `sealed` the
-- id. Several people may stand behind one address and one behind several, so each pair is a row of its
-- own and goes with its person. `relation` is what they are to whose address it is (NULL: it is theirs),
-- `sealedLabel` what they are called there.
CREATE TABLE "Address" (
  "personId" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "current" BOOLEAN NOT NULL DEFAULT true,
  "createdAt" TEXT NOT NULL,
  "relation" TEXT,
  "sealedLabel" TEXT,
  PRIMARY KEY ("key", "personId"),
  CONSTRAINT "Address_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- One of them at a time is who speaks there.
CREATE UNIQUE INDEX "Address_current" ON "Address"("key") WHERE "current";
-- Nobody else’s it is at the same time, however many are tied to it at once.
CREATE UNIQUE INDEX "Address_own" ON "Address"("key") WHERE "relation" IS NULL;
CREATE INDEX "Address_personId_idx" ON "Address"("personId");

-- Whoever was erased leaves to the others behind the address what they changed of appointments, for the week
-- in which it counts: else one could change without end by bringing people and erasing them.
CREATE TABLE "AddressChange" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "at" TEXT NOT NULL
);
CREATE INDEX "AddressChange_key_idx" ON "AddressChange"("key");
CREATE INDEX "AddressChange_at_idx" ON "AddressChange"("at");
-- A trigger, since people are erased by many statements; what they had is cancelled before.
CREATE TRIGGER "Person_leaves" BEFORE DELETE ON "Person" BEGIN
  INSERT INTO "AddressChange" ("key", "what", "at")
  SELECT a."key", e."state", e."at" FROM "Address" a JOIN "Booking" z ON z."personId" = a."personId"
    JOIN "BookingEvent" e ON e."bookingId" = z."id"
  WHERE a."personId" = OLD."id" AND e."by" = 'person' AND e."state" IN ('booked', 'cancelled')
    AND EXISTS (SELECT 1 FROM "BookingEvent" f WHERE f."bookingId" = z."id" AND f."id" < e."id")
    AND EXISTS (SELECT 1 FROM "Address" o WHERE o."key" = a."key" AND o."personId" <> a."personId");
END;
-- Whoever spoke there and is gone leaves it to whose address it is, else to who came first; with the last of
-- them nothing of the address is left.
CREATE TRIGGER "Address_left" AFTER DELETE ON "Address" BEGIN
  UPDATE "Address" SET "current" = 1 WHERE OLD."current" AND "rowid" = (SELECT a."rowid" FROM "Address" a
    WHERE a."key" = OLD."key" ORDER BY a."relation" IS NOT NULL, a."createdAt", a."rowid" LIMIT 1);
  DELETE FROM "AddressChange" WHERE "key" = OLD."key"
    AND NOT EXISTS (SELECT 1 FROM "Address" a WHERE a."key" = OLD."key");
END;

-- A link by which a person is tied to another address of theirs, once: `hash` of its word, by which it is
-- found, and the word sealed, so that the page with the link can be shown again. `usedBy`: the key of the
-- address it tied, which may come with it again.
CREATE TABLE "Tie" (
  "hash" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "expiresAt" TEXT NOT NULL,
  "usedBy" TEXT,
  CONSTRAINT "Tie_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Tie_personId_idx" ON "Tie"("personId");
CREATE INDEX "Tie_expiresAt_idx" ON "Tie"("expiresAt");

-- Whom staff wrote down: looked through each minute, and few.
CREATE INDEX "Address_staff" ON "Address"("personId") WHERE "channel" = 'staff';

CREATE TABLE "Consent" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "textHash" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "givenAt" TEXT NOT NULL,
  "withdrawnAt" TEXT,
  CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Consent_personId_idx" ON "Consent"("personId");
-- One consent in force for each person, purpose and text, however often the button is pressed.
CREATE UNIQUE INDEX "Consent_in_force" ON "Consent"("personId", "scope", "textHash") WHERE "withdrawnAt" IS NULL;

-- The proof that a consent was given outlives the person’s data and names nobody. A trigger, since
-- consents go by the cascade from their person, which no statement of ours sees.
CREATE TRIGGER "Consent_forgotten" AFTER DELETE ON "Consent" BEGIN
  INSERT INTO "ConsentProof" ("id", "scope", "textHash", "language", "givenAt", "withdrawnAt")
  VALUES (OLD."id", OLD."scope", OLD."textHash", OLD."language", OLD."givenAt", OLD."withdrawnAt");
END;

CREATE TABLE "ConsentProof" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "scope" TEXT NOT NULL,
  "textHash" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "givenAt" TEXT NOT NULL,
  "withdrawnAt" TEXT
);
CREATE INDEX "ConsentProof_givenAt_idx" ON "ConsentProof"("givenAt");

-- One request. Only codes stay in the open. `handedAt`: staff handed it to another centre, the
-- talk does not move it again; `lastInput`: the input that decided it last; `hasPhone`: among what is
-- sealed is a telephone number.
CREATE TABLE "Intake" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "lastInput" TEXT,
  "questionnaire" INTEGER NOT NULL,
  "talk" TEXT NOT NULL,
  "sealed" TEXT,
  "ref" TEXT,
  "centreId" TEXT,
  "urgency" TEXT,
  "rank" INTEGER NOT NULL DEFAULT 3,
  "callBack" TEXT,
  "source" TEXT,
  "status" TEXT NOT NULL DEFAULT 'open',
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "submittedAt" TEXT,
  "takenBy" TEXT,
  "bodyId" TEXT,
  "bodySince" TEXT,
  "walledAt" TEXT,
  "walledFor" TEXT,
  "calledAt" TEXT,
  "handedAt" TEXT,
  "recordAt" TEXT,
  "hasPhone" BOOLEAN NOT NULL DEFAULT false,
  "followUpOn" TEXT,
  "followUpSealed" TEXT,
  "followUpBy" TEXT,
  CONSTRAINT "Intake_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Intake_ref_key" ON "Intake"("ref");
CREATE INDEX "Intake_personId_createdAt_idx" ON "Intake"("personId", "createdAt");
CREATE INDEX "Intake_centreId_submittedAt_idx" ON "Intake"("centreId", "submittedAt");
CREATE INDEX "Intake_submittedAt_id_idx" ON "Intake"("submittedAt", "id");
CREATE INDEX "Intake_centreId_recordAt_id_idx" ON "Intake"("centreId", "recordAt", "id");
CREATE INDEX "Intake_bodySince_idx" ON "Intake"("bodySince");
CREATE INDEX "Intake_followUpOn_idx" ON "Intake"("followUpOn");
-- A night looks for what is old enough to go, piece by piece.
CREATE INDEX "Intake_updatedAt_idx" ON "Intake"("updatedAt");
-- A page of the list of requests is chosen in this index alone, before any of them is read.
CREATE INDEX "Intake_listed" ON "Intake"("centreId", "status", "rank", "submittedAt", "bodyId", "id", "followUpOn")
WHERE "submittedAt" IS NOT NULL;
-- What somebody has themselves is counted for each page.
CREATE INDEX "Intake_taken" ON "Intake"("takenBy") WHERE "takenBy" IS NOT NULL;
-- Whom staff have to call is counted for each page, too: every reason has an index of its own with few rows.
CREATE INDEX "Intake_waits" ON "Intake"("centreId", "bodyId", "id", "submittedAt", "callBack", "calledAt", "status")
WHERE "callBack" IS NOT NULL AND "calledAt" IS NULL AND "status" <> 'closed';

-- Who was erased, by ids that lead nowhere any more: a backup that is brought back holds them
-- again, and then they are erased again. A trigger, since requests also go by the cascade from their
-- person, and in lots at night.
CREATE TRIGGER "Intake_erased" AFTER DELETE ON "Intake" BEGIN
  INSERT INTO "Erased" ("id", "at") VALUES (OLD."id", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ON CONFLICT ("id") DO NOTHING;
END;



-- What staff found of a Rechtskreis that was suggested, or that they added themselves.
CREATE TABLE "Finding" (
  "intakeId" TEXT NOT NULL,
  "rechtskreis" TEXT NOT NULL,
  "verdict" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  PRIMARY KEY ("intakeId", "rechtskreis"),
  CONSTRAINT "Finding_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What staff write about a person is sealed.
CREATE TABLE "StaffNote" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "intakeId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "StaffNote_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffNote_intakeId_idx" ON "StaffNote"("intakeId");

-- That staff called a person, and whether somebody answered.
CREATE TABLE "CallAttempt" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "intakeId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "CallAttempt_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "CallAttempt_intakeId_idx" ON "CallAttempt"("intakeId");
CREATE INDEX "CallAttempt_reached" ON "CallAttempt"("createdAt", "intakeId") WHERE "outcome" = 'reached';

-- What a person answered to a message of staff: sealed, in the language they read, once an
-- input.
CREATE TABLE "Reply" (
  "intakeId" TEXT NOT NULL,
  "input" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "readAt" TEXT,
  PRIMARY KEY ("intakeId", "input"),
  CONSTRAINT "Reply_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Few are unread at any time: the day page looks for them whatever the day.
CREATE INDEX "Reply_unread" ON "Reply"("intakeId") WHERE "readAt" IS NULL;

CREATE TABLE "VoiceMessage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "intakeId" TEXT NOT NULL,
  "input" TEXT NOT NULL,
  "about" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "seconds" INTEGER NOT NULL,
  "sealed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "VoiceMessage_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "VoiceMessage_input_key" ON "VoiceMessage"("input");
CREATE INDEX "VoiceMessage_intakeId_idx" ON "VoiceMessage"("intakeId");

-- That something here keeps somebody out. It goes with its person, who is kept as long as it is (erase.people).
CREATE TABLE "BarrierReport" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "input" TEXT NOT NULL,
  "personId" TEXT,
  "channel" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "settledAt" TEXT,
  CONSTRAINT "BarrierReport_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "BarrierReport_input_key" ON "BarrierReport"("input");
CREATE INDEX "BarrierReport_personId_idx" ON "BarrierReport"("personId");

CREATE TABLE "Referral" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "intakeId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "agreed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "answer" TEXT,
  "answeredAt" TEXT,
  "textHash" TEXT,
  "outcome" TEXT,
  "outcomeAt" TEXT,
  CONSTRAINT "Referral_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Referral_intakeId_idx" ON "Referral"("intakeId");


-- A seat in a Sprechstunde; `remindAt`: when to look at its reminders again; `heldUntil`,
-- `heldFor`: held for one person until then, for a wish or a booking that has to be moved; `week`,
-- `block`, `weekday`, `hour`: where its start stands in the figures, on the wall, which SQLite does not know.
CREATE TABLE "Booking" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ref" TEXT NOT NULL,
  "personId" TEXT,
  "intakeId" TEXT,
  "centreId" TEXT NOT NULL,
  "startsAt" TEXT NOT NULL,
  "endsAt" TEXT NOT NULL,
  "seat" INTEGER,
  "state" TEXT NOT NULL,
  "remind" BOOLEAN NOT NULL DEFAULT false,
  "channel" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  "changedBy" TEXT NOT NULL,
  "remindAt" TEXT,
  "answer" TEXT,
  "answeredAt" TEXT,
  "heldUntil" TEXT,
  "heldFor" TEXT,
  "week" TEXT NOT NULL,
  "block" TEXT NOT NULL,
  "weekday" INTEGER NOT NULL,
  "hour" INTEGER NOT NULL,
  "sequence" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Booking_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "Booking_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- No seat can be sold twice, whatever the code above it does. A released seat is NULL and in
-- nobody’s way.
CREATE UNIQUE INDEX "Booking_centreId_startsAt_seat_key" ON "Booking"("centreId", "startsAt", "seat");
-- One open appointment a person, across all centres.
CREATE UNIQUE INDEX "Booking_one_open" ON "Booking"("personId") WHERE "state" = 'booked';
CREATE INDEX "Booking_intakeId_idx" ON "Booking"("intakeId");
CREATE INDEX "Booking_personId_state_idx" ON "Booking"("personId", "state");
CREATE INDEX "Booking_remindAt_idx" ON "Booking"("remindAt");
-- The day page asks by centre and time, also for seats that are released.
CREATE INDEX "Booking_centreId_startsAt_idx" ON "Booking"("centreId", "startsAt");
-- One offer at a time for each wish, however many processes make offers.
CREATE UNIQUE INDEX "Booking_one_offer" ON "Booking"("heldFor") WHERE "state" = 'offered';
CREATE INDEX "Booking_displaced" ON "Booking"("intakeId") WHERE "state" = 'cancelled'
  AND "changedBy" >= 'closure:' AND "changedBy" < 'closure;' AND "intakeId" IS NOT NULL;
CREATE INDEX "Booking_coming" ON "Booking"("startsAt", "intakeId") WHERE "state" = 'booked';
CREATE INDEX "Booking_offered" ON "Booking"("heldUntil") WHERE "state" = 'offered';

-- A pool that was asked for an interpreter, and what came of it. Place and times are those it was asked for:
-- where the appointment is elsewhere by now, the order has to be cancelled with the pool. Its id is the number
-- that the pool is given; it says nothing of the person.
CREATE TABLE "InterpreterOrder" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "bookingId" TEXT NOT NULL,
  "centreId" TEXT NOT NULL,
  "startsAt" TEXT NOT NULL,
  "endsAt" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "gender" TEXT,
  "pool" TEXT NOT NULL,
  "poolName" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "orderedAt" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  "changedBy" TEXT NOT NULL,
  CONSTRAINT "InterpreterOrder_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Nobody is asked twice for the same talk, however many press at once.
CREATE UNIQUE INDEX "InterpreterOrder_in_force" ON "InterpreterOrder"("bookingId", "centreId", "startsAt", "language")
WHERE "state" IN ('ordered', 'confirmed');
CREATE INDEX "InterpreterOrder_bookingId_idx" ON "InterpreterOrder"("bookingId");
CREATE INDEX "InterpreterOrder_centreId_startsAt_idx" ON "InterpreterOrder"("centreId", "startsAt");

-- History of a booking: a trigger, since many rows may change at once and each has its line. What its person
-- was told is compared again, whatever changed it; what follows is decided in domain/appointment/told.ts.
CREATE TRIGGER "Booking_made" AFTER INSERT ON "Booking" BEGIN
  INSERT INTO "BookingEvent" ("bookingId", "at", "by", "state", "centreId", "startsAt", "seat")
  VALUES (NEW."id", NEW."changedAt", NEW."changedBy", NEW."state", NEW."centreId", NEW."startsAt", NEW."seat");
  UPDATE "Told" SET "lookAt" = NEW."changedAt", "attempts" = 0
  WHERE NEW."state" = 'booked' AND "personId" = NEW."personId";
  UPDATE "Intake" SET "recordAt" = NEW."changedAt"
  WHERE "id" = NEW."intakeId" AND "recordAt" < NEW."changedAt";
END;

CREATE TRIGGER "Booking_changed" AFTER UPDATE OF "state", "centreId", "startsAt", "seat" ON "Booking" BEGIN
  INSERT INTO "BookingEvent" ("bookingId", "at", "by", "state", "centreId", "startsAt", "seat")
  VALUES (NEW."id", NEW."changedAt", NEW."changedBy", NEW."state", NEW."centreId", NEW."startsAt", NEW."seat");
  UPDATE "Told" SET "lookAt" = NEW."changedAt", "attempts" = 0 WHERE "personId" = NEW."personId";
  UPDATE "Intake" SET "recordAt" = NEW."changedAt"
  WHERE "id" = NEW."intakeId" AND "recordAt" < NEW."changedAt";
END;

-- An appointment stays for the figures; once nobody stands behind it, its code leads nowhere. A trigger,
-- since the key is set to NULL by a cascade.
CREATE TRIGGER "Booking_forgotten" AFTER UPDATE OF "personId" ON "Booking"
WHEN NEW."personId" IS NULL AND OLD."personId" IS NOT NULL BEGIN
  UPDATE "Booking" SET "ref" = '', "answer" = NULL, "answeredAt" = NULL, "remindAt" = NULL
  WHERE "id" = NEW."id";
  DELETE FROM "Told" WHERE "bookingId" = NEW."id";
END;

-- How full the hours are, counted while bookings change: no person is in here, so it stays when
-- people are forgotten. Triggers, since many rows may change at once and each is taken from one count
-- and added to another. A seat is taken anew (`refilled`) if whoever had it last called the appointment off: so each
-- is counted once at most, and neither who moved, nor whom a closure displaced, nor who takes their own back. A closure
-- is no cancellation either.
CREATE TRIGGER "Booking_made_usage" AFTER INSERT ON "Booking"
WHEN NEW."state" IN ('booked', 'attended', 'missed', 'cancelled', 'unmarked') BEGIN
  INSERT INTO "UsageStep" ("centreId", "week", "block", "weekday", "hour", "lead", "state", "channel", "sign", "refilled")
  SELECT NEW."centreId", NEW."week", NEW."block", NEW."weekday", NEW."hour",
    julianday(NEW."startsAt") - julianday(NEW."createdAt"),
    iif(NEW."state" = 'cancelled' AND NEW."changedBy" LIKE 'closure:%', 'displaced', NEW."state"), NEW."channel", 1,
    NEW."state" = 'booked' AND EXISTS (SELECT 1 FROM "BookingEvent" e JOIN "Booking" b ON b."id" = e."bookingId"
      WHERE e."id" = (SELECT MAX(l."id") FROM "BookingEvent" l WHERE l."centreId" = NEW."centreId"
        AND l."startsAt" = NEW."startsAt" AND l."seat" = NEW."seat" AND l."state" = 'booked'
        AND l."bookingId" <> NEW."id")
      AND b."state" = 'cancelled' AND b."changedBy" NOT LIKE 'closure:%' AND b."startsAt" = e."startsAt"
      AND COALESCE(b."personId" <> NEW."personId", 1)
      AND e."id" = (SELECT MAX(o."id") FROM "BookingEvent" o
        WHERE o."bookingId" = b."id" AND o."seat" IS NOT NULL));
END;

-- Whoever moves away from a seat that was given up, and back to it, took it once: `m` is their stay before.
CREATE TRIGGER "Booking_changed_usage" AFTER UPDATE OF "state", "centreId", "startsAt" ON "Booking" BEGIN
  INSERT INTO "UsageStep" ("centreId", "week", "block", "weekday", "hour", "lead", "state", "channel", "sign", "refilled")
  SELECT OLD."centreId", OLD."week", OLD."block", OLD."weekday", OLD."hour",
    julianday(OLD."startsAt") - julianday(OLD."createdAt"),
    iif(OLD."state" = 'cancelled' AND OLD."changedBy" LIKE 'closure:%', 'displaced', OLD."state"), OLD."channel", -1, 0
  WHERE OLD."state" IN ('booked', 'attended', 'missed', 'cancelled', 'unmarked');
  INSERT INTO "UsageStep" ("centreId", "week", "block", "weekday", "hour", "lead", "state", "channel", "sign", "refilled")
  SELECT NEW."centreId", NEW."week", NEW."block", NEW."weekday", NEW."hour",
    julianday(NEW."startsAt") - julianday(NEW."createdAt"),
    iif(NEW."state" = 'cancelled' AND NEW."changedBy" LIKE 'closure:%', 'displaced', NEW."state"), NEW."channel", 1,
    NEW."state" = 'booked' AND OLD."state" = 'booked' AND EXISTS (SELECT 1 FROM "BookingEvent" e JOIN "Booking" b ON b."id" = e."bookingId"
      WHERE e."id" = (SELECT MAX(l."id") FROM "BookingEvent" l WHERE l."centreId" = NEW."centreId"
        AND l."startsAt" = NEW."startsAt" AND l."seat" = NEW."seat" AND l."state" = 'booked'
        AND l."bookingId" <> NEW."id")
      AND b."state" = 'cancelled' AND b."changedBy" NOT LIKE 'closure:%' AND b."startsAt" = e."startsAt"
      AND COALESCE(b."personId" <> NEW."personId", 1)
      AND e."id" = (SELECT MAX(o."id") FROM "BookingEvent" o
        WHERE o."bookingId" = b."id" AND o."seat" IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM "BookingEvent" m WHERE m."bookingId" = NEW."id" AND m."id" > e."id"
        AND m."centreId" = NEW."centreId" AND m."startsAt" = NEW."startsAt" AND m."seat" = NEW."seat"
        AND m."id" <= (SELECT MAX(w."id") FROM "BookingEvent" w WHERE w."bookingId" = NEW."id"
          AND w."centreId" = OLD."centreId" AND w."startsAt" = OLD."startsAt" AND w."seat" = OLD."seat")))
  WHERE NEW."state" IN ('booked', 'attended', 'missed', 'cancelled', 'unmarked');
END;

CREATE TABLE "BookingEvent" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "bookingId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "centreId" TEXT NOT NULL,
  "startsAt" TEXT NOT NULL,
  "seat" INTEGER
);
CREATE INDEX "BookingEvent_bookingId_idx" ON "BookingEvent"("bookingId");
-- Who had a seat before is asked each time one is taken.
CREATE INDEX "BookingEvent_centreId_startsAt_idx" ON "BookingEvent"("centreId", "startsAt");

-- What a person waits for.
CREATE TABLE "Waiting" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "intakeId" TEXT,
  "wishes" TEXT NOT NULL,
  "since" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  CONSTRAINT "Waiting_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "Waiting_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- One wish at a time.
CREATE UNIQUE INDEX "Waiting_one" ON "Waiting"("personId") WHERE "state" = 'waiting';
CREATE INDEX "Waiting_personId_idx" ON "Waiting"("personId");
CREATE INDEX "Waiting_state_since_idx" ON "Waiting"("state", "since");

-- Inputs that have been answered, by channel and id within it as one text; and for two days which messages
-- the answer left with the person, so that they can have them gone.
CREATE TABLE "AnsweredInput" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL,
  "personId" TEXT,
  "messages" TEXT,
  CONSTRAINT "AnsweredInput_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "AnsweredInput_personId_idx" ON "AnsweredInput"("personId");
CREATE INDEX "AnsweredInput_at_idx" ON "AnsweredInput"("at");

-- The numbers of messages in a chat say nothing once nobody stands behind them. The foreign key does it
-- when a person is erased, where no statement of ours sees it.
CREATE TRIGGER "AnsweredInput_forgotten" AFTER UPDATE OF "personId" ON "AnsweredInput"
WHEN NEW."personId" IS NULL AND OLD."personId" IS NOT NULL BEGIN
  UPDATE "AnsweredInput" SET "messages" = NULL WHERE "id" = NEW."id";
END;

-- What a message in a chat says of an appointment or an offer, so that it can be corrected once it no
-- longer holds; gone with the person or the appointment.
CREATE TABLE "Told" (
  "personId" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "messageId" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "bookingId" TEXT,
  "centreId" TEXT,
  "startsAt" TEXT,
  "verdict" TEXT,
  "at" TEXT NOT NULL,
  "lookAt" TEXT,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("personId", "channel", "messageId"),
  CONSTRAINT "Told_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Told_lookAt_idx" ON "Told"("lookAt");
CREATE INDEX "Told_bookingId_idx" ON "Told"("bookingId");

-- Without a person: about somebody who has been forgotten, to staff or a pool.
CREATE TABLE "Outbox" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "personId" TEXT,
  "bookingId" TEXT,
  "payload" TEXT NOT NULL,
  "sealed" TEXT,
  "status" TEXT NOT NULL DEFAULT 'queued',
  "rank" INTEGER NOT NULL DEFAULT 1,
  "dueAt" TEXT NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "claimedAt" TEXT,
  "doneAt" TEXT,
  "reason" TEXT,
  "messageId" INTEGER,
  "fileMessageId" INTEGER,
  "heededAt" TEXT,
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "Outbox_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- What is owed is owed once, whoever notices it and however often.
CREATE UNIQUE INDEX "Outbox_key_key" ON "Outbox"("key");
CREATE INDEX "Outbox_status_rank_dueAt_idx" ON "Outbox"("status", "rank", "dueAt");
CREATE INDEX "Outbox_bookingId_idx" ON "Outbox"("bookingId");
CREATE INDEX "Outbox_personId_idx" ON "Outbox"("personId");
-- Few stand unread on a page at any time, and every look at one asks for them.
CREATE INDEX "Outbox_kept" ON "Outbox"("personId") WHERE "status" = 'kept';
CREATE INDEX "Outbox_refused" ON "Outbox"("bookingId") WHERE "status" IN ('blocked', 'failed');

-- Where a centre hears of new and urgent requests. The chat and the address are sealed.
CREATE TABLE "NoticeTarget" (
  "centreId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "setAt" TEXT NOT NULL,
  "setBy" TEXT NOT NULL,
  PRIMARY KEY ("centreId", "kind")
);

-- A code that links a group once; only its hash is kept.
CREATE TABLE "GroupCode" (
  "hash" TEXT NOT NULL PRIMARY KEY,
  "centreId" TEXT NOT NULL,
  "madeBy" TEXT NOT NULL,
  "expiresAt" TEXT NOT NULL
);

-- Who is told by HTTP of what happens; address and secret are sealed together.
CREATE TABLE "Webhook" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "sealed" TEXT NOT NULL,
  "events" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "createdBy" TEXT NOT NULL
);

-- What is owed to a webhook: an event and the id it is about. What it says is read when it is
-- sent.
CREATE TABLE "WebhookDelivery" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "webhookId" TEXT NOT NULL,
  "event" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'queued',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "dueAt" TEXT NOT NULL,
  "claimedAt" TEXT,
  "doneAt" TEXT,
  "reason" TEXT,
  "heededAt" TEXT,
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "WebhookDelivery_status_dueAt_idx" ON "WebhookDelivery"("status", "dueAt");
CREATE INDEX "WebhookDelivery_webhookId_idx" ON "WebhookDelivery"("webhookId");
CREATE INDEX "WebhookDelivery_subject_idx" ON "WebhookDelivery"("subject");

-- No person is in the figures: they stay when people are forgotten, and a year costs the same
-- however many came.
CREATE TABLE "UsageWeek" (
  "centreId" TEXT NOT NULL,
  "week" TEXT NOT NULL,
  "booked" INTEGER NOT NULL DEFAULT 0,
  "attended" INTEGER NOT NULL DEFAULT 0,
  "missed" INTEGER NOT NULL DEFAULT 0,
  "cancelled" INTEGER NOT NULL DEFAULT 0,
  "walkIns" INTEGER NOT NULL DEFAULT 0,
  "made" INTEGER NOT NULL DEFAULT 0,
  "leadHours" INTEGER NOT NULL DEFAULT 0,
  "unmarked" INTEGER NOT NULL DEFAULT 0,
  "refilled" INTEGER NOT NULL DEFAULT 0,
  "planned" INTEGER NOT NULL DEFAULT 0,
  "bookable" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("centreId", "week")
);

-- By weekday and hour over four whole weeks, since the hour of one day can be one counsellor. `unmarked` are those
-- nobody marked.
CREATE TABLE "UsageHour" (
  "centreId" TEXT NOT NULL,
  "block" TEXT NOT NULL,
  "weekday" INTEGER NOT NULL,
  "hour" INTEGER NOT NULL,
  "attended" INTEGER NOT NULL DEFAULT 0,
  "missed" INTEGER NOT NULL DEFAULT 0,
  "unmarked" INTEGER NOT NULL DEFAULT 0,
  "cancelled" INTEGER NOT NULL DEFAULT 0,
  "walkIns" INTEGER NOT NULL DEFAULT 0,
  "refilled" INTEGER NOT NULL DEFAULT 0,
  "planned" INTEGER NOT NULL DEFAULT 0,
  "bookable" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("centreId", "block", "weekday", "hour")
);

CREATE TABLE "UsageCount" (
  "month" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "centreId" TEXT NOT NULL DEFAULT '',
  "bodyId" TEXT NOT NULL DEFAULT '',
  "count" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("month", "kind", "code", "centreId", "bodyId")
);

-- How the language somebody needs was understood, counted when the day of the appointment is over: by month
-- alone, since a day would tell who came.
CREATE TABLE "UsageLanguage" (
  "centreId" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "understanding" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  PRIMARY KEY ("centreId", "month", "language", "understanding")
);

-- The seats of a day as its rules gave them, before rules are edited.
CREATE TABLE "SeatDay" (
  "centreId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "hour" INTEGER NOT NULL,
  "planned" INTEGER NOT NULL,
  "bookable" INTEGER NOT NULL,
  "week" TEXT NOT NULL,
  "block" TEXT NOT NULL,
  "weekday" INTEGER NOT NULL,
  PRIMARY KEY ("centreId", "day", "hour")
);

-- The seats of a day join the week and the hour they belong to: a trigger, since many days may be
-- written at once and those that stand are passed over.
CREATE TRIGGER "SeatDay_usage" AFTER INSERT ON "SeatDay" BEGIN
  INSERT INTO "UsageWeek" ("centreId", "week", "planned", "bookable")
  VALUES (NEW."centreId", NEW."week", NEW."planned", NEW."bookable")
  ON CONFLICT ("centreId", "week") DO UPDATE SET "planned" = "planned" + excluded."planned",
    "bookable" = "bookable" + excluded."bookable";
  INSERT INTO "UsageHour" ("centreId", "block", "weekday", "hour", "planned", "bookable")
  VALUES (NEW."centreId", NEW."block", NEW."weekday", NEW."hour", NEW."planned", NEW."bookable")
  ON CONFLICT ("centreId", "block", "weekday", "hour") DO UPDATE SET
    "planned" = "planned" + excluded."planned", "bookable" = "bookable" + excluded."bookable";
END;

CREATE TABLE "Staff" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "emailVerified" BOOLEAN NOT NULL DEFAULT false,
  "image" TEXT,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  "twoFactorEnabled" BOOLEAN DEFAULT false,
  "role" TEXT NOT NULL,
  "centres" TEXT NOT NULL DEFAULT '[]',
  "body" TEXT,
  "language" TEXT NOT NULL DEFAULT 'de',
  "disabledAt" DATETIME
);
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

CREATE TABLE "StaffSession" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "expiresAt" DATETIME NOT NULL,
  "token" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  "ipAddress" TEXT,
  "userAgent" TEXT,
  "userId" TEXT NOT NULL,
  "provider" TEXT,
  CONSTRAINT "StaffSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "StaffSession_token_key" ON "StaffSession"("token");
CREATE INDEX "StaffSession_userId_idx" ON "StaffSession"("userId");

CREATE TABLE "StaffAccount" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "accountId" TEXT NOT NULL,
  "providerId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "accessToken" TEXT,
  "refreshToken" TEXT,
  "idToken" TEXT,
  "accessTokenExpiresAt" DATETIME,
  "refreshTokenExpiresAt" DATETIME,
  "scope" TEXT,
  "password" TEXT,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  CONSTRAINT "StaffAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffAccount_userId_idx" ON "StaffAccount"("userId");

CREATE TABLE "StaffVerification" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "identifier" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "expiresAt" DATETIME NOT NULL,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL
);
CREATE INDEX "StaffVerification_identifier_idx" ON "StaffVerification"("identifier");

CREATE TABLE "StaffTwoFactor" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "secret" TEXT NOT NULL,
  "backupCodes" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "verified" BOOLEAN DEFAULT true,
  "failedVerificationCount" INTEGER DEFAULT 0,
  "lockedUntil" DATETIME,
  CONSTRAINT "StaffTwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffTwoFactor_secret_idx" ON "StaffTwoFactor"("secret");
CREATE INDEX "StaffTwoFactor_userId_idx" ON "StaffTwoFactor"("userId");

CREATE TABLE "StaffPasskey" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "publicKey" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "credentialID" TEXT NOT NULL,
  "counter" INTEGER NOT NULL,
  "deviceType" TEXT NOT NULL,
  "backedUp" BOOLEAN NOT NULL,
  "transports" TEXT,
  "createdAt" DATETIME,
  "aaguid" TEXT,
  CONSTRAINT "StaffPasskey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "StaffPasskey_credentialID_key" ON "StaffPasskey"("credentialID");
CREATE INDEX "StaffPasskey_userId_idx" ON "StaffPasskey"("userId");

CREATE TABLE "StaffInvite" (
  "tokenHash" TEXT NOT NULL PRIMARY KEY,
  "staffId" TEXT NOT NULL,
  "expiresAt" TEXT NOT NULL,
  "usedAt" TEXT,
  CONSTRAINT "StaffInvite_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffInvite_staffId_idx" ON "StaffInvite"("staffId");

-- An address that calendar programs subscribe to, found by the hash of its secret: somebody's own appointments, or
-- those of a centre.
CREATE TABLE "StaffCalendar" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "hash" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "centreId" TEXT,
  "detail" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "fetchedAt" TEXT,
  CONSTRAINT "StaffCalendar_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "StaffCalendar_hash_key" ON "StaffCalendar"("hash");
CREATE INDEX "StaffCalendar_staffId_idx" ON "StaffCalendar"("staffId");

CREATE TABLE "StaffAttempt" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "failures" INTEGER NOT NULL,
  "lastAt" TEXT NOT NULL
);

CREATE TABLE "StaffUsedCode" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL
);

-- Only the hash of a token’s secret is kept; the token itself is shown once.
CREATE TABLE "ApiToken" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "centres" TEXT NOT NULL DEFAULT '[]',
  "body" TEXT,
  "createdAt" TEXT NOT NULL,
  "revokedAt" TEXT,
  "expiresAt" TEXT,
  "usedAt" TEXT
);

CREATE TABLE "Audit" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "at" TEXT NOT NULL,
  "staffId" TEXT,
  "action" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "subject" TEXT,
  "centreId" TEXT,
  "client" TEXT,
  "previous" TEXT NOT NULL,
  "hash" TEXT NOT NULL
);
-- Two rows cannot follow the same one: the chain has no branches, however many write at once.
CREATE UNIQUE INDEX "Audit_previous_key" ON "Audit"("previous");
CREATE UNIQUE INDEX "Audit_hash_key" ON "Audit"("hash");
CREATE INDEX "Audit_subject_idx" ON "Audit"("subject");
CREATE INDEX "Audit_centreId_at_idx" ON "Audit"("centreId", "at");

-- Append-only.
CREATE TRIGGER "Audit_never_changes" BEFORE UPDATE ON "Audit" BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;

-- Retention is months; what is younger than one stays whatever a job believes.
CREATE TRIGGER "Audit_stays" BEFORE DELETE ON "Audit"
WHEN OLD."at" > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 month') BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;

-- The records of a page that was shown; its line holds them in its hash.
CREATE TABLE "AuditSubject" (
  "auditId" INTEGER NOT NULL,
  "subject" TEXT NOT NULL,
  PRIMARY KEY ("auditId", "subject"),
  CONSTRAINT "AuditSubject_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "Audit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "AuditSubject_subject_idx" ON "AuditSubject"("subject");

-- What the nightly job erased: how many of what, never which.
CREATE TABLE "Erasure" (
  "day" TEXT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL,
  "counts" TEXT NOT NULL
);

CREATE TABLE "Erased" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL
);
CREATE INDEX "Erased_at_idx" ON "Erased"("at");

CREATE TABLE "Speaker" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "voice" TEXT NOT NULL,
  "sealed" TEXT,
  "computer" BOOLEAN NOT NULL DEFAULT false,
  "consentHash" TEXT,
  "consentedAt" TEXT NOT NULL,
  "origin" TEXT,
  "addedBy" TEXT NOT NULL
);
CREATE INDEX "Speaker_voice_idx" ON "Speaker"("voice");

CREATE TABLE "Clip" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "voice" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "textHash" TEXT NOT NULL,
  "sound" TEXT NOT NULL,
  "milliseconds" INTEGER NOT NULL,
  "loudness" TEXT NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'recorded',
  "speakerId" TEXT NOT NULL,
  "recordedAt" TEXT NOT NULL,
  "recordedBy" TEXT NOT NULL,
  "releasedAt" TEXT,
  "releasedBy" TEXT,
  CONSTRAINT "Clip_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Clip_voice_key_state_key" ON "Clip"("voice", "key", "state");
CREATE INDEX "Clip_speakerId_idx" ON "Clip"("speakerId");
CREATE INDEX "Clip_state_voice_key_textHash_id_idx" ON "Clip"("state", "voice", "key", "textHash", "id");

CREATE TABLE "TelegramFile" (
  "bot" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "fileId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  PRIMARY KEY ("bot", "hash")
);
CREATE INDEX "TelegramFile_at_idx" ON "TelegramFile"("at");

-- One booking counted (`sign` 1) or taken back (-1): a name for what the two triggers of Booking do.
-- `lead`: days from booking to start; whoever walks in has none.
CREATE VIEW "UsageStep" AS
SELECT '' AS "centreId", '' AS "week", '' AS "block", 0 AS "weekday", 0 AS "hour", 0.0 AS "lead",
  '' AS "state", '' AS "channel", 0 AS "sign", 0 AS "refilled";

CREATE TRIGGER "UsageStep_counted" INSTEAD OF INSERT ON "UsageStep" BEGIN
  INSERT INTO "UsageWeek" ("centreId", "week", "booked", "attended", "missed", "cancelled",
    "unmarked", "walkIns", "refilled", "made", "leadHours")
  VALUES (NEW."centreId", NEW."week",
    NEW."sign" * (NEW."state" = 'booked'),
    NEW."sign" * (NEW."state" = 'attended' AND NEW."channel" <> 'walk-in'),
    NEW."sign" * (NEW."state" = 'missed'), NEW."sign" * (NEW."state" = 'cancelled'),
    NEW."sign" * (NEW."state" = 'unmarked'), NEW."sign" * (NEW."channel" = 'walk-in'),
    NEW."refilled", NEW."sign" * (NEW."channel" <> 'walk-in'),
    NEW."sign" * (NEW."channel" <> 'walk-in') * CAST(24 * NEW."lead" AS INTEGER))
  ON CONFLICT ("centreId", "week") DO UPDATE SET "booked" = "booked" + excluded."booked",
    "attended" = "attended" + excluded."attended", "missed" = "missed" + excluded."missed",
    "cancelled" = "cancelled" + excluded."cancelled", "unmarked" = "unmarked" + excluded."unmarked",
    "walkIns" = "walkIns" + excluded."walkIns", "refilled" = "refilled" + excluded."refilled",
    "made" = "made" + excluded."made", "leadHours" = "leadHours" + excluded."leadHours";
  INSERT INTO "UsageHour" ("centreId", "block", "weekday", "hour", "attended", "missed", "unmarked",
    "cancelled", "walkIns", "refilled")
  VALUES (NEW."centreId", NEW."block", NEW."weekday", NEW."hour",
    NEW."sign" * (NEW."state" = 'attended' AND NEW."channel" <> 'walk-in'),
    NEW."sign" * (NEW."state" = 'missed'), NEW."sign" * (NEW."state" IN ('booked', 'unmarked')),
    NEW."sign" * (NEW."state" = 'cancelled'), NEW."sign" * (NEW."channel" = 'walk-in'),
    NEW."refilled")
  ON CONFLICT ("centreId", "block", "weekday", "hour") DO UPDATE SET
    "attended" = "attended" + excluded."attended", "missed" = "missed" + excluded."missed",
    "unmarked" = "unmarked" + excluded."unmarked", "cancelled" = "cancelled" + excluded."cancelled",
    "walkIns" = "walkIns" + excluded."walkIns", "refilled" = "refilled" + excluded."refilled";
END;

-- By which way a person can be reached: the channels they are met at, why no message arrives in their chat, and
-- whether something that they must know stands unread on their page. An offer that is over is no news, nor what
-- has changed since: by staff there is another message, else the person did it.
CREATE VIEW "ReachRow" AS
SELECT p."id" AS "personId", p."unreachable",
  COALESCE((SELECT group_concat(a."channel") FROM "Address" a WHERE a."personId" = p."id"), '') AS "channels",
  EXISTS (SELECT 1 FROM "Outbox" k LEFT JOIN "Booking" h ON h."id" = k."bookingId"
    WHERE k."personId" = p."id" AND k."status" = 'kept' AND (k."kind" <> 'offer' OR h."state" = 'offered')
    AND (h."id" IS NULL OR h."changedAt" <= k."doneAt")
    AND k."kind" IN ('closure', 'reopened', 'staff-change', 'staff-message', 'offer', 'referral',
      'interpreter-missing', 'other-counsellor')) AS "unread"
FROM "Person" p;

-- A submitted request as staff see it: with its person, who has taken it, what was found, and its latest
-- booking, an open one before any other. `displaced`: their day was closed and they have no other time yet.
CREATE VIEW "CaseRow" AS
SELECT i."id", i."personId", i."ref", i."questionnaire", i."submittedAt", i."centreId",
  p."language", i."talk", i."sealed", i."callBack", i."calledAt", i."source", i."hasPhone",
  r."unreachable", r."channels", r."unread", r."unreachable" IS NULL AND r."channels" LIKE '%telegram%' AS "byChat",
  COALESCE(r."unreachable", '') <> 'no-chat' AND r."channels" LIKE '%web%' AS "byPage", i."urgency", i."rank",
  i."status", i."takenBy", s."name" AS "takenByName", s."body" AS "takenByBody", i."bodyId", i."walledAt", i."walledFor",
  b."centreId" AS "bookedCentre", b."startsAt", b."endsAt", b."state", b."changedAt",
  COALESCE(b."state" = 'cancelled' AND b."changedBy" LIKE 'closure:%', 0) AS "displaced",
  COALESCE((SELECT o."status" = 'failed' AND o."doneAt" > COALESCE(i."calledAt", '') FROM "Outbox" o
    WHERE o."bookingId" = b."id" AND o."status" IN ('sent', 'blocked', 'failed') ORDER BY o."id" DESC LIMIT 1), 0)
    AS "undelivered",
  COALESCE((SELECT o."status" = 'blocked' AND o."doneAt" > COALESCE(i."calledAt", '') FROM "Outbox" o
    WHERE o."bookingId" = b."id" AND o."kind" IN ('interpreter-found', 'interpreter-lost', 'interpreter-missing',
      'other-counsellor')
    AND o."status" <> 'dropped' ORDER BY o."id" DESC LIMIT 1), 0) AS "untold",
  (SELECT a."relation" FROM "Address" a WHERE a."personId" = i."personId"
    AND a."relation" IS NOT NULL LIMIT 1) AS "relation",
  (SELECT json_group_array(json_object('rechtskreis', f."rechtskreis", 'verdict', f."verdict",
      'by', COALESCE(z."name", ''), 'at', f."at")) FROM "Finding" f
    LEFT JOIN "Staff" z ON z."id" = f."staffId" WHERE f."intakeId" = i."id") AS "findings",
  b."id" AS "bookingId", b."seat",
  (SELECT json_group_array(json_object('id', n."id", 'bookingId', n."bookingId", 'centreId', n."centreId",
      'startsAt', n."startsAt", 'endsAt', n."endsAt", 'language', n."language", 'gender', n."gender",
      'pool', n."pool", 'poolName', n."poolName", 'mode', n."mode", 'state', n."state", 'orderedAt', n."orderedAt",
      'changedAt', n."changedAt", 'changedBy', n."changedBy")) FROM "InterpreterOrder" n
    WHERE n."bookingId" = b."id") AS "orders",
  (SELECT json_group_array(json_object('id', v."id", 'about', v."about", 'type', v."type",
      'seconds', v."seconds", 'at', v."createdAt") ORDER BY v."createdAt", v."id") FROM "VoiceMessage" v
    WHERE v."intakeId" = i."id") AS "voices",
  i."followUpOn", i."followUpSealed", (SELECT w."name" FROM "Staff" w WHERE w."id" = i."followUpBy") AS "followUpByName",
  (SELECT json_group_array(json_object('id', c."id", 'outcome', c."outcome", 'at', c."createdAt")
      ORDER BY c."createdAt", c."id") FROM "CallAttempt" c WHERE c."intakeId" = i."id") AS "calls", i."recordAt"
FROM "Intake" i LEFT JOIN "Person" p ON p."id" = i."personId"
  LEFT JOIN "ReachRow" r ON r."personId" = i."personId"
  LEFT JOIN "Staff" s ON s."id" = i."takenBy"
  LEFT JOIN "Booking" b ON b."id" = (SELECT y."id" FROM "Booking" y WHERE y."intakeId" = i."id"
    AND y."state" IN ('booked', 'cancelled', 'attended', 'missed', 'unmarked')
    ORDER BY y."state" = 'booked' DESC, y."changedAt" DESC LIMIT 1)
WHERE i."submittedAt" IS NOT NULL;

-- By which code who comes back, and what they are and are called where they came first: looked up as one, so
-- that a code that leads nowhere takes the same statement. Who never came by the web has no PIN.
CREATE VIEW "ReturnRow" AS
SELECT i."ref", p."id" AS "personId", p."language", p."pinCount", a."relation", a."sealedLabel"
FROM "Intake" i JOIN "Person" p ON p."id" = i."personId"
  JOIN "Address" a ON a."rowid" = (SELECT w."rowid" FROM "Address" w WHERE w."personId" = p."id"
    AND w."channel" = 'web' ORDER BY w."createdAt", w."rowid" LIMIT 1)
WHERE i."ref" IS NOT NULL;

-- An appointment as staff see it: with its request, who comes, and who has taken the request over.
CREATE VIEW "BookingRow" AS
SELECT b."id", b."ref", b."centreId", b."startsAt", b."endsAt", b."seat", b."state", b."channel", b."answer",
  i."id" AS "intakeId", i."talk", i."sealed", i."urgency", COALESCE(i."rank", 3) AS "rank", i."status",
  i."bodyId", s."name" AS "takenByName", s."body" AS "takenByBody", i."hasPhone", p."language", r."unreachable", r."channels", r."unread",
  (SELECT json_group_array(json_object('id', n."id", 'bookingId', n."bookingId", 'centreId', n."centreId",
      'startsAt', n."startsAt", 'endsAt', n."endsAt", 'language', n."language", 'gender', n."gender",
      'pool', n."pool", 'poolName', n."poolName", 'mode', n."mode", 'state', n."state", 'orderedAt', n."orderedAt",
      'changedAt', n."changedAt", 'changedBy', n."changedBy")) FROM "InterpreterOrder" n
    WHERE n."bookingId" = b."id") AS "orders", s."id" AS "takenBy", b."changedAt"
FROM "Booking" b LEFT JOIN "Intake" i ON i."id" = b."intakeId"
  LEFT JOIN "Person" p ON p."id" = i."personId" LEFT JOIN "ReachRow" r ON r."personId" = i."personId" LEFT JOIN "Staff" s ON s."id" = i."takenBy";

-- An open appointment whose person needs a language: not who speaks German, nor who brings somebody. Read for
-- all appointments to come, so it asks for nothing else.
CREATE VIEW "InterpretingRow" AS
SELECT b."id", b."centreId", b."startsAt", b."endsAt", b."seat", b."changedAt",
  i."id" AS "intakeId", i."personId", i."bodyId",
  i."talk" ->> '$.answers.spoken' AS "spoken", i."talk" ->> '$.answers.counsellor' AS "counsellor",
  i."talk" -> '$.answers.topics' AS "topics"
FROM "Booking" b JOIN "Intake" i ON i."id" = b."intakeId"
WHERE b."state" = 'booked' AND i."talk" ->> '$.answers.spoken' NOT IN ('de', 'own');

-- An order with where its appointment stands by now.
CREATE VIEW "InterpreterOrderRow" AS
SELECT o.*, b."centreId" AS "nowCentreId", b."startsAt" AS "nowStartsAt", b."state" AS "nowState", b."personId"
FROM "InterpreterOrder" o JOIN "Booking" b ON b."id" = o."bookingId";

-- What happened with a request: notes, referrals, messages of staff and what was answered to them, calls.
CREATE VIEW "CareEntryRow" AS
SELECT n."id", n."intakeId", 'note' AS "kind", n."createdAt", s."name" AS "by", n."sealed",
  NULL AS "text", NULL AS "agreed", NULL AS "status", NULL AS "language"
FROM "StaffNote" n LEFT JOIN "Staff" s ON s."id" = n."staffId"
UNION ALL
SELECT r."id", r."intakeId", 'referral', r."createdAt", s."name", NULL, r."target", r."agreed", NULL, NULL
FROM "Referral" r LEFT JOIN "Staff" s ON s."id" = r."staffId"
UNION ALL
SELECT CAST(o."id" AS TEXT), i."id", 'message', o."createdAt", s."name", o."sealed", o."payload" ->> 'template',
  NULL, o."status", NULL
FROM "Intake" i JOIN "Outbox" o ON o."personId" = i."personId" AND o."kind" = 'staff-message'
  AND o."payload" ->> 'intake' = i."id" LEFT JOIN "Staff" s ON s."id" = o."payload" ->> 'by'
UNION ALL
SELECT c."id", c."intakeId", 'call', c."createdAt", s."name", NULL, NULL, NULL, c."outcome", NULL
FROM "CallAttempt" c LEFT JOIN "Staff" s ON s."id" = c."staffId"
UNION ALL
SELECT y."input", y."intakeId", 'reply', y."createdAt", NULL, y."sealed", NULL, NULL,
  iif(y."readAt" IS NULL, 'unread', NULL), y."language"
FROM "Reply" y;

-- A referral with whose it is.
CREATE VIEW "ReferralRow" AS
SELECT r."id", r."intakeId", i."personId", r."target", r."agreed", r."createdAt", r."answer",
  r."answeredAt", r."outcome"
FROM "Referral" r JOIN "Intake" i ON i."id" = r."intakeId";

-- A session with whose it is: every page of the desk asks for both.
CREATE VIEW "SessionRow" AS
SELECT v."id", v."expiresAt", v."token", v."createdAt", v."updatedAt", v."ipAddress", v."userAgent", v."provider",
  v."userId", s."name", s."email", s."emailVerified", s."image", s."createdAt" AS "joinedAt",
  s."updatedAt" AS "changedAt", s."twoFactorEnabled", s."role", s."centres", s."body", s."language", s."disabledAt"
FROM "StaffSession" v JOIN "Staff" s ON s."id" = v."userId";

-- An account, with how its owner has signed in so far.
CREATE VIEW "StaffRow" AS
SELECT s."id", s."name", s."email", s."role", s."centres", s."body", s."disabledAt" IS NOT NULL AS "closed",
  COALESCE(s."twoFactorEnabled", 0) AS "secondFactor",
  (SELECT MAX(iif(a."providerId" = 'credential', 'password', 'provider'))
    FROM "StaffAccount" a WHERE a."userId" = s."id") AS "way"
FROM "Staff" s;
