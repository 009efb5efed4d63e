-- What is agreed to in a step of a talk is written with the talk: one fact, one statement.
ALTER TABLE "Intake" ADD COLUMN "given" TEXT;

CREATE TRIGGER "Intake_made_consents" AFTER INSERT ON "Intake" WHEN NEW."given" IS NOT NULL BEGIN
  INSERT INTO "Consent" ("id", "personId", "scope", "textHash", "language", "givenAt")
  SELECT g."value" ->> 'id', NEW."personId", g."value" ->> 'scope', g."value" ->> 'textHash',
    g."value" ->> 'language', NEW."updatedAt"
  FROM json_each(NEW."given") g WHERE NOT EXISTS (SELECT 1 FROM "Consent" k
    WHERE k."personId" = NEW."personId" AND k."scope" = g."value" ->> 'scope'
    AND k."textHash" = g."value" ->> 'textHash' AND k."withdrawnAt" IS NULL);
END;

CREATE TRIGGER "Intake_changed_consents" AFTER UPDATE OF "given" ON "Intake"
WHEN NEW."given" IS NOT NULL BEGIN
  INSERT INTO "Consent" ("id", "personId", "scope", "textHash", "language", "givenAt")
  SELECT g."value" ->> 'id', NEW."personId", g."value" ->> 'scope', g."value" ->> 'textHash',
    g."value" ->> 'language', NEW."updatedAt"
  FROM json_each(NEW."given") g WHERE NOT EXISTS (SELECT 1 FROM "Consent" k
    WHERE k."personId" = NEW."personId" AND k."scope" = g."value" ->> 'scope'
    AND k."textHash" = g."value" ->> 'textHash' AND k."withdrawnAt" IS NULL);
END;
