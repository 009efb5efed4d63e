-- Who is told by HTTP of what happens; address and secret are sealed together.
CREATE TABLE "Webhook" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "sealed" TEXT NOT NULL,
  "events" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "createdBy" TEXT NOT NULL
);

-- What is owed to a webhook: an event and the id it is about. What it says is read when it is sent.
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
  "createdAt" TEXT NOT NULL,
  CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "WebhookDelivery_status_dueAt_idx" ON "WebhookDelivery"("status", "dueAt");
CREATE INDEX "WebhookDelivery_webhookId_idx" ON "WebhookDelivery"("webhookId");
CREATE INDEX "WebhookDelivery_subject_idx" ON "WebhookDelivery"("subject");

CREATE TRIGGER "Intake_submitted_webhook" AFTER UPDATE OF "submittedAt" ON "Intake"
WHEN OLD."submittedAt" IS NULL AND NEW."submittedAt" IS NOT NULL BEGIN
  INSERT INTO "WebhookDelivery" ("webhookId", "event", "subject", "dueAt", "createdAt")
  SELECT w."id", 'intake.submitted', NEW."id", NEW."submittedAt", NEW."submittedAt"
  FROM "Webhook" w WHERE EXISTS (SELECT 1 FROM json_each(w."events") e WHERE e."value" = 'intake.submitted');
END;

CREATE TRIGGER "Booking_made_webhook" AFTER INSERT ON "Booking"
WHEN NEW."state" = 'booked' BEGIN
  INSERT INTO "WebhookDelivery" ("webhookId", "event", "subject", "dueAt", "createdAt")
  SELECT w."id", 'appointment.changed', NEW."id", NEW."changedAt", NEW."changedAt"
  FROM "Webhook" w WHERE EXISTS (SELECT 1 FROM json_each(w."events") e WHERE e."value" = 'appointment.changed');
END;

CREATE TRIGGER "Booking_changed_webhook" AFTER UPDATE OF "state", "centreId", "startsAt" ON "Booking"
WHEN NEW."state" IN ('booked', 'cancelled', 'attended', 'missed', 'unmarked') AND (NEW."state" <> OLD."state"
  OR NEW."centreId" <> OLD."centreId" OR NEW."startsAt" <> OLD."startsAt") BEGIN
  INSERT INTO "WebhookDelivery" ("webhookId", "event", "subject", "dueAt", "createdAt")
  SELECT w."id", 'appointment.changed', NEW."id", NEW."changedAt", NEW."changedAt"
  FROM "Webhook" w WHERE EXISTS (SELECT 1 FROM json_each(w."events") e WHERE e."value" = 'appointment.changed');
END;
