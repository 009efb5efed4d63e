-- A seat held for one person until an instant; `heldFor` names the wish or the booking it is for.
ALTER TABLE "Booking" ADD COLUMN "heldUntil" TEXT;
ALTER TABLE "Booking" ADD COLUMN "heldFor" TEXT;
-- One offer at a time for each wish, however many processes make offers.
CREATE UNIQUE INDEX "Booking_one_offer" ON "Booking"("heldFor") WHERE "state" = 'offered';
CREATE INDEX "Booking_offered" ON "Booking"("heldUntil") WHERE "state" = 'offered';

-- What a person waits for; one wish at a time.
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
CREATE UNIQUE INDEX "Waiting_one" ON "Waiting"("personId") WHERE "state" = 'waiting';
CREATE INDEX "Waiting_personId_idx" ON "Waiting"("personId");
CREATE INDEX "Waiting_state_since_idx" ON "Waiting"("state", "since");

-- A person who takes a time lets go of every seat held for them in the same moment: the one they
-- take changes hands, the others are free for the next person.
CREATE TRIGGER "Booking_made_takes_offer" BEFORE INSERT ON "Booking"
WHEN NEW."state" = 'booked' AND NEW."personId" IS NOT NULL BEGIN
  UPDATE "Booking" SET "seat" = NULL, "changedAt" = NEW."changedAt", "changedBy" = NEW."changedBy",
    "state" = CASE WHEN "centreId" = NEW."centreId" AND "startsAt" = NEW."startsAt"
      THEN 'offer-taken' ELSE 'offer-passed' END
  WHERE "personId" = NEW."personId" AND "state" = 'offered';
END;

CREATE TRIGGER "Booking_moved_takes_offer" BEFORE UPDATE OF "centreId", "startsAt" ON "Booking"
WHEN NEW."state" = 'booked' AND NEW."personId" IS NOT NULL BEGIN
  UPDATE "Booking" SET "seat" = NULL, "changedAt" = NEW."changedAt", "changedBy" = NEW."changedBy",
    "state" = CASE WHEN "centreId" = NEW."centreId" AND "startsAt" = NEW."startsAt"
      THEN 'offer-taken' ELSE 'offer-passed' END
  WHERE "personId" = NEW."personId" AND "state" = 'offered';
END;

CREATE TRIGGER "Booking_offer_taken" AFTER UPDATE OF "state" ON "Booking"
WHEN NEW."state" = 'offer-taken' BEGIN
  UPDATE "Waiting" SET "state" = 'done', "changedAt" = NEW."changedAt"
  WHERE "id" = NEW."heldFor" AND "state" = 'waiting';
END;
