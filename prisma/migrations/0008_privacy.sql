-- Which messages an answer left in the chat, for two days, so that the person can have them gone.
ALTER TABLE "AnsweredUpdate" ADD COLUMN "personId" TEXT REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "AnsweredUpdate" ADD COLUMN "messages" TEXT;
CREATE INDEX "AnsweredUpdate_personId_idx" ON "AnsweredUpdate"("personId");
CREATE INDEX "AnsweredUpdate_at_idx" ON "AnsweredUpdate"("at");

-- The proof that a consent was given outlives the person's data and names nobody.
CREATE TABLE "ConsentProof" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "scope" TEXT NOT NULL,
  "textHash" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "givenAt" TEXT NOT NULL,
  "withdrawnAt" TEXT
);
CREATE INDEX "ConsentProof_givenAt_idx" ON "ConsentProof"("givenAt");

CREATE TRIGGER "Consent_forgotten" AFTER DELETE ON "Consent" BEGIN
  INSERT INTO "ConsentProof" ("id", "scope", "textHash", "language", "givenAt", "withdrawnAt")
  VALUES (OLD."id", OLD."scope", OLD."textHash", OLD."language", OLD."givenAt", OLD."withdrawnAt");
END;

-- An appointment stays for the figures; once nobody stands behind it, its code leads nowhere.
CREATE TRIGGER "Booking_forgotten" AFTER UPDATE OF "personId" ON "Booking"
WHEN NEW."personId" IS NULL AND OLD."personId" IS NOT NULL BEGIN
  UPDATE "Booking" SET "ref" = '', "answer" = NULL, "answeredAt" = NULL, "remindAt" = NULL
  WHERE "id" = NEW."id";
END;

-- What the nightly job erased: how many of what, never which.
CREATE TABLE "Erasure" (
  "day" TEXT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL,
  "counts" TEXT NOT NULL
);
