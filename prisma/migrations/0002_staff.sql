CREATE TABLE "Staff" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "emailVerified" BOOLEAN NOT NULL DEFAULT false,
  "image" TEXT,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  "twoFactorEnabled" BOOLEAN DEFAULT false,
  "role" TEXT NOT NULL,
  "centres" TEXT NOT NULL DEFAULT '[]',
  "body" TEXT,
  "language" TEXT NOT NULL DEFAULT 'de',
  "disabledAt" DATETIME
);
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

CREATE TABLE "StaffSession" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "expiresAt" DATETIME NOT NULL,
  "token" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  "ipAddress" TEXT,
  "userAgent" TEXT,
  "userId" TEXT NOT NULL,
  CONSTRAINT "StaffSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "StaffSession_token_key" ON "StaffSession"("token");
CREATE INDEX "StaffSession_userId_idx" ON "StaffSession"("userId");

CREATE TABLE "StaffAccount" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "accountId" TEXT NOT NULL,
  "providerId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "accessToken" TEXT,
  "refreshToken" TEXT,
  "idToken" TEXT,
  "accessTokenExpiresAt" DATETIME,
  "refreshTokenExpiresAt" DATETIME,
  "scope" TEXT,
  "password" TEXT,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  CONSTRAINT "StaffAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffAccount_userId_idx" ON "StaffAccount"("userId");

CREATE TABLE "StaffVerification" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "identifier" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "expiresAt" DATETIME NOT NULL,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL
);
CREATE INDEX "StaffVerification_identifier_idx" ON "StaffVerification"("identifier");

CREATE TABLE "StaffTwoFactor" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "secret" TEXT NOT NULL,
  "backupCodes" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "verified" BOOLEAN DEFAULT true,
  "failedVerificationCount" INTEGER DEFAULT 0,
  "lockedUntil" DATETIME,
  CONSTRAINT "StaffTwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffTwoFactor_secret_idx" ON "StaffTwoFactor"("secret");
CREATE INDEX "StaffTwoFactor_userId_idx" ON "StaffTwoFactor"("userId");

CREATE TABLE "StaffInvite" (
  "tokenHash" TEXT NOT NULL PRIMARY KEY,
  "staffId" TEXT NOT NULL,
  "expiresAt" TEXT NOT NULL,
  "usedAt" TEXT,
  CONSTRAINT "StaffInvite_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffInvite_staffId_idx" ON "StaffInvite"("staffId");

CREATE TABLE "StaffAttempt" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "failures" INTEGER NOT NULL,
  "lastAt" TEXT NOT NULL
);

CREATE TABLE "StaffUsedCode" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL
);

CREATE TABLE "Audit" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "at" TEXT NOT NULL,
  "staffId" TEXT,
  "action" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "subject" TEXT,
  "centreId" TEXT,
  "client" TEXT,
  "previous" TEXT NOT NULL,
  "hash" TEXT NOT NULL
);
-- Two rows cannot follow the same one: the chain has no branches, however many write at once.
CREATE UNIQUE INDEX "Audit_previous_key" ON "Audit"("previous");
CREATE UNIQUE INDEX "Audit_hash_key" ON "Audit"("hash");
CREATE INDEX "Audit_subject_idx" ON "Audit"("subject");
CREATE INDEX "Audit_centreId_at_idx" ON "Audit"("centreId", "at");

CREATE TRIGGER "Audit_never_changes" BEFORE UPDATE ON "Audit" BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;

-- Retention is months; what is younger than one stays whatever a job believes.
CREATE TRIGGER "Audit_stays" BEFORE DELETE ON "Audit"
WHEN OLD."at" > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 month') BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;
