-- What the person answered when they were asked in their language, to which text; and what came of it.
ALTER TABLE "Referral" ADD COLUMN "answer" TEXT;
ALTER TABLE "Referral" ADD COLUMN "answeredAt" TEXT;
ALTER TABLE "Referral" ADD COLUMN "textHash" TEXT;
ALTER TABLE "Referral" ADD COLUMN "outcome" TEXT;
ALTER TABLE "Referral" ADD COLUMN "outcomeAt" TEXT;
