-- Where a centre hears of new and urgent requests: its staff group in Telegram, a mailbox. The chat and
-- the address are sealed.
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

-- A used code is gone in the moment in which it is used, and so are the others of the centre.
CREATE TRIGGER "NoticeTarget_made" AFTER INSERT ON "NoticeTarget" WHEN NEW."kind" = 'group' BEGIN
  DELETE FROM "GroupCode" WHERE "centreId" = NEW."centreId";
END;
CREATE TRIGGER "NoticeTarget_changed" AFTER UPDATE OF "setAt" ON "NoticeTarget" WHEN NEW."kind" = 'group' BEGIN
  DELETE FROM "GroupCode" WHERE "centreId" = NEW."centreId";
END;

-- Each centre hears once of a request that is new to it, and once more when it becomes urgent. Who was
-- written down by staff themselves needs no notice.
CREATE TRIGGER "Intake_notice" AFTER UPDATE OF "submittedAt", "urgency", "centreId" ON "Intake"
WHEN NEW."submittedAt" IS NOT NULL AND (OLD."submittedAt" IS NULL OR NEW."centreId" IS NOT OLD."centreId"
  OR (NEW."urgency" IN ('red', 'orange') AND OLD."urgency" NOT IN ('red', 'orange'))) BEGIN
  INSERT INTO "Outbox" ("key", "kind", "personId", "payload", "rank", "dueAt", "createdAt")
  SELECT 'notice:' || t."kind" || ':' || NEW."id" || ':' || NEW."centreId" || ':' || (NEW."urgency" IN ('red', 'orange')),
    'notice-' || t."kind", NEW."personId", json_object('intake', NEW."id"), 0, NEW."updatedAt", NEW."updatedAt"
  FROM "NoticeTarget" t WHERE t."centreId" = NEW."centreId"
    AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = NEW."personId" AND p."unreachable" = 'no-chat')
  ON CONFLICT ("key") DO NOTHING;
END;
