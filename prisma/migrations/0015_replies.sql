-- What a person answered to a message of staff: sealed, in the language they read, once an update.
CREATE TABLE "Reply" (
  "intakeId" TEXT NOT NULL,
  "updateId" BIGINT NOT NULL,
  "language" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "readAt" TEXT,
  PRIMARY KEY ("intakeId", "updateId"),
  CONSTRAINT "Reply_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Few are unread at any time: the day page looks for them whatever the day.
CREATE INDEX "Reply_unread" ON "Reply"("intakeId") WHERE "readAt" IS NULL;

-- What staff found of a Rechtskreis that was suggested, or that they added themselves.
CREATE TABLE "Finding" (
  "intakeId" TEXT NOT NULL,
  "rechtskreis" TEXT NOT NULL,
  "verdict" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  PRIMARY KEY ("intakeId", "rechtskreis"),
  CONSTRAINT "Finding_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
