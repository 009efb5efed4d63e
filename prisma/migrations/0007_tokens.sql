-- Only the hash of a token's secret is kept; the token itself is shown once.
CREATE TABLE "ApiToken" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "centres" TEXT NOT NULL DEFAULT '[]',
  "body" TEXT,
  "createdAt" TEXT NOT NULL,
  "revokedAt" TEXT
);
CREATE INDEX "Intake_submittedAt_id_idx" ON "Intake"("submittedAt", "id");
