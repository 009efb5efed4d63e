-- The numbers of messages in a chat say nothing once nobody stands behind them.
CREATE TRIGGER "AnsweredUpdate_forgotten" AFTER UPDATE OF "personId" ON "AnsweredUpdate"
WHEN NEW."personId" IS NULL AND OLD."personId" IS NOT NULL BEGIN
  UPDATE "AnsweredUpdate" SET "messages" = NULL WHERE "id" = NEW."id";
END;

-- Who was erased, by ids that lead nowhere any more: a backup that is brought back holds them again,
-- and then they are erased again.
CREATE TABLE "Erased" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL
);
CREATE INDEX "Erased_at_idx" ON "Erased"("at");

CREATE TRIGGER "Person_erased" AFTER DELETE ON "Person" BEGIN
  INSERT INTO "Erased" ("id", "at") VALUES (OLD."id", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ON CONFLICT ("id") DO NOTHING;
END;

CREATE TRIGGER "Intake_erased" AFTER DELETE ON "Intake" BEGIN
  INSERT INTO "Erased" ("id", "at") VALUES (OLD."id", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ON CONFLICT ("id") DO NOTHING;
END;
