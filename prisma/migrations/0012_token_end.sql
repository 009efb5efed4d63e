-- Tokens end by themselves, and tell when they were last used.
ALTER TABLE "ApiToken" ADD COLUMN "expiresAt" TEXT;
ALTER TABLE "ApiToken" ADD COLUMN "usedAt" TEXT;
