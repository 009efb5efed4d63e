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

CREATE TABLE "Closure" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "centreId" TEXT,
  "seat" INTEGER,
  "startsAt" TEXT NOT NULL,
  "endsAt" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "createdBy" TEXT NOT NULL
);

CREATE TABLE "AnsweredUpdate" (
  "id" BIGINT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL
);

CREATE TABLE "Person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "chatKey" TEXT NOT NULL,
  "sealedChat" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "seenAt" TEXT NOT NULL,
  "unreachable" TEXT
);
CREATE UNIQUE INDEX "Person_chatKey_key" ON "Person"("chatKey");

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

CREATE TABLE "Intake" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "lastUpdate" BIGINT,
  "questionnaire" INTEGER NOT NULL,
  "talk" TEXT NOT NULL,
  "sealed" TEXT,
  "ref" TEXT,
  "centreId" TEXT,
  "urgency" TEXT,
  "callBack" TEXT,
  "source" TEXT,
  "status" TEXT NOT NULL DEFAULT 'open',
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "submittedAt" TEXT,
  CONSTRAINT "Intake_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Intake_ref_key" ON "Intake"("ref");
CREATE INDEX "Intake_personId_createdAt_idx" ON "Intake"("personId", "createdAt");
CREATE INDEX "Intake_centreId_submittedAt_idx" ON "Intake"("centreId", "submittedAt");

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
  CONSTRAINT "Booking_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "Booking_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- No seat can be sold twice, whatever the code above it does.
CREATE UNIQUE INDEX "Booking_centreId_startsAt_seat_key" ON "Booking"("centreId", "startsAt", "seat");
-- One open appointment a person, across all centres.
CREATE UNIQUE INDEX "Booking_one_open" ON "Booking"("personId") WHERE "state" = 'booked';
CREATE INDEX "Booking_intakeId_idx" ON "Booking"("intakeId");
CREATE INDEX "Booking_personId_state_idx" ON "Booking"("personId", "state");

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

CREATE TRIGGER "Booking_made" AFTER INSERT ON "Booking" BEGIN
  INSERT INTO "BookingEvent" ("bookingId", "at", "by", "state", "centreId", "startsAt", "seat")
  VALUES (NEW."id", NEW."changedAt", NEW."changedBy", NEW."state", NEW."centreId", NEW."startsAt", NEW."seat");
END;

CREATE TRIGGER "Booking_changed" AFTER UPDATE OF "state", "centreId", "startsAt", "seat" ON "Booking" BEGIN
  INSERT INTO "BookingEvent" ("bookingId", "at", "by", "state", "centreId", "startsAt", "seat")
  VALUES (NEW."id", NEW."changedAt", NEW."changedBy", NEW."state", NEW."centreId", NEW."startsAt", NEW."seat");
END;

-- A closed day is a change of the calendar: whoever holds the profile in memory loads it again.
CREATE TRIGGER "Closure_made" AFTER INSERT ON "Closure" BEGIN
  UPDATE "City" SET "version" = "version" + 1;
END;

CREATE TRIGGER "Closure_removed" AFTER DELETE ON "Closure" BEGIN
  UPDATE "City" SET "version" = "version" + 1;
END;
