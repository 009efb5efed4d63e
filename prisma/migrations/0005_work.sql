-- When staff handed a request to another centre: from then on the talk does not move it again.
ALTER TABLE "Intake" ADD COLUMN "handedAt" TEXT;

CREATE TRIGGER "Referral_made" AFTER INSERT ON "Referral" BEGIN
  UPDATE "Intake" SET "status" = 'referred' WHERE "id" = NEW."intakeId" AND "status" <> 'closed';
END;

-- A request is where its appointment is: whoever expects the person must be able to read it.
CREATE TRIGGER "Booking_made_takes_intake" AFTER INSERT ON "Booking"
WHEN NEW."state" = 'booked' AND NEW."intakeId" IS NOT NULL BEGIN
  UPDATE "Intake" SET "centreId" = NEW."centreId", "takenBy" = NULL, "bodyId" = NULL
  WHERE "id" = NEW."intakeId" AND "centreId" <> NEW."centreId";
END;

CREATE TRIGGER "Booking_moved_takes_intake" AFTER UPDATE OF "centreId" ON "Booking"
WHEN NEW."state" = 'booked' AND NEW."intakeId" IS NOT NULL BEGIN
  UPDATE "Intake" SET "centreId" = NEW."centreId", "takenBy" = NULL, "bodyId" = NULL
  WHERE "id" = NEW."intakeId" AND "centreId" <> NEW."centreId";
END;
