-- A page of the list of requests is chosen in this index alone, before any of them is read.
CREATE INDEX "Intake_listed" ON "Intake"("centreId", "status", "urgency", "submittedAt", "bodyId")
WHERE "submittedAt" IS NOT NULL;
