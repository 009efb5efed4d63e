ALTER TABLE "Intake" ADD COLUMN "takenBy" TEXT;
ALTER TABLE "Intake" ADD COLUMN "bodyId" TEXT;
ALTER TABLE "Intake" ADD COLUMN "calledAt" TEXT;

-- Whoever asks to be called again is on the call list again.
CREATE TRIGGER "Intake_asks_again" AFTER UPDATE OF "callBack" ON "Intake"
WHEN NEW."callBack" IS NOT OLD."callBack" BEGIN
  UPDATE "Intake" SET "calledAt" = NULL WHERE "id" = NEW."id";
END;

-- Only codes stay in the open; what staff write about a person is sealed.
CREATE TABLE "StaffNote" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "intakeId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "StaffNote_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffNote_intakeId_idx" ON "StaffNote"("intakeId");

CREATE TABLE "Referral" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "intakeId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "agreed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "Referral_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Referral_intakeId_idx" ON "Referral"("intakeId");

-- The day page asks by centre and time; a released seat is not in the unique key's way.
CREATE INDEX "Booking_centreId_startsAt_idx" ON "Booking"("centreId", "startsAt");
