-- When to look at the reminders of a booking again, and what the person answered to the last one.
ALTER TABLE "Booking" ADD COLUMN "remindAt" TEXT;
ALTER TABLE "Booking" ADD COLUMN "answer" TEXT;
ALTER TABLE "Booking" ADD COLUMN "answeredAt" TEXT;
CREATE INDEX "Booking_remindAt_idx" ON "Booking"("remindAt");

-- Whatever changes a booking, its reminders are looked at again: no statement can forget it.
CREATE TRIGGER "Booking_made_reminders" AFTER INSERT ON "Booking" WHEN NEW."remind" BEGIN
  UPDATE "Booking" SET "remindAt" = NEW."changedAt" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "Booking_changed_reminders" AFTER UPDATE OF "state", "centreId", "startsAt", "remind"
ON "Booking" BEGIN
  UPDATE "Booking" SET
    "remindAt" = CASE WHEN NEW."remind" AND NEW."state" IN ('booked', 'missed')
      THEN NEW."changedAt" END,
    "answer" = CASE WHEN NEW."startsAt" = OLD."startsAt" AND NEW."centreId" = OLD."centreId"
      THEN NEW."answer" END,
    "answeredAt" = CASE WHEN NEW."startsAt" = OLD."startsAt" AND NEW."centreId" = OLD."centreId"
      THEN NEW."answeredAt" END
  WHERE "id" = NEW."id";
END;

CREATE TABLE "Outbox" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
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
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "Outbox_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- What is owed is owed once, whoever notices it and however often.
CREATE UNIQUE INDEX "Outbox_key_key" ON "Outbox"("key");
CREATE INDEX "Outbox_status_rank_dueAt_idx" ON "Outbox"("status", "rank", "dueAt");
CREATE INDEX "Outbox_bookingId_idx" ON "Outbox"("bookingId");
CREATE INDEX "Outbox_personId_idx" ON "Outbox"("personId");
