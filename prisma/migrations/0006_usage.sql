-- How full the hours are, counted while bookings change: no person is in here, so it stays when
-- people are forgotten, and a year costs the same however many came.
CREATE TABLE "UsageWeek" (
  "centreId" TEXT NOT NULL,
  "week" TEXT NOT NULL,
  "booked" INTEGER NOT NULL DEFAULT 0,
  "attended" INTEGER NOT NULL DEFAULT 0,
  "missed" INTEGER NOT NULL DEFAULT 0,
  "cancelled" INTEGER NOT NULL DEFAULT 0,
  "walkIns" INTEGER NOT NULL DEFAULT 0,
  "made" INTEGER NOT NULL DEFAULT 0,
  "leadHours" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("centreId", "week")
);

-- Topics, languages and sources of submitted requests, for the whole city and by month only.
CREATE TABLE "UsageCount" (
  "month" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "count" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("month", "kind", "code")
);

-- SQLite knows no time zones; the clock in Germany changes on the last Sundays of March and October
-- at 01:00 UTC, which is what the cases below say. A test compares them with the domain's clock.
CREATE TRIGGER "Booking_made_usage" AFTER INSERT ON "Booking" BEGIN
  INSERT INTO "UsageWeek" ("centreId", "week", "booked", "attended", "missed", "cancelled", "walkIns", "made", "leadHours")
  VALUES (NEW."centreId", date(datetime(NEW."startsAt", CASE WHEN NEW."startsAt" >= date(substr(NEW."startsAt", 1, 4) || '-04-01', 'weekday 0', '-7 days') || 'T01:00'
      AND NEW."startsAt" < date(substr(NEW."startsAt", 1, 4) || '-11-01', 'weekday 0', '-7 days') || 'T01:00'
      THEN '+2 hours' ELSE '+1 hour' END), 'weekday 0', '-6 days'),
    (NEW."state" = 'booked'), (NEW."state" = 'attended' AND NOT NEW."channel" = 'walk-in'), (NEW."state" = 'missed'),
    (NEW."state" = 'cancelled'), (NEW."channel" = 'walk-in'),
    (NOT NEW."channel" = 'walk-in' AND NEW."state" IN ('booked', 'attended', 'missed', 'cancelled')),
    (CASE WHEN NEW."channel" = 'walk-in' OR NEW."state" NOT IN ('booked', 'attended', 'missed', 'cancelled') THEN 0 ELSE CAST(24 * (julianday(NEW."startsAt") - julianday(NEW."createdAt")) AS INTEGER) END))
  ON CONFLICT ("centreId", "week") DO UPDATE SET "booked" = "booked" + excluded."booked",
    "attended" = "attended" + excluded."attended", "missed" = "missed" + excluded."missed",
    "cancelled" = "cancelled" + excluded."cancelled", "walkIns" = "walkIns" + excluded."walkIns",
    "made" = "made" + excluded."made", "leadHours" = "leadHours" + excluded."leadHours";
END;

CREATE TRIGGER "Booking_changed_usage" AFTER UPDATE OF "state", "centreId", "startsAt" ON "Booking" BEGIN
  INSERT INTO "UsageWeek" ("centreId", "week", "booked", "attended", "missed", "cancelled", "walkIns", "made", "leadHours")
  VALUES (OLD."centreId", date(datetime(OLD."startsAt", CASE WHEN OLD."startsAt" >= date(substr(OLD."startsAt", 1, 4) || '-04-01', 'weekday 0', '-7 days') || 'T01:00'
      AND OLD."startsAt" < date(substr(OLD."startsAt", 1, 4) || '-11-01', 'weekday 0', '-7 days') || 'T01:00'
      THEN '+2 hours' ELSE '+1 hour' END), 'weekday 0', '-6 days'),
    -(OLD."state" = 'booked'), -(OLD."state" = 'attended' AND NOT OLD."channel" = 'walk-in'), -(OLD."state" = 'missed'),
    -(OLD."state" = 'cancelled'), -(OLD."channel" = 'walk-in'),
    -(NOT OLD."channel" = 'walk-in' AND OLD."state" IN ('booked', 'attended', 'missed', 'cancelled')),
    -(CASE WHEN OLD."channel" = 'walk-in' OR OLD."state" NOT IN ('booked', 'attended', 'missed', 'cancelled') THEN 0 ELSE CAST(24 * (julianday(OLD."startsAt") - julianday(OLD."createdAt")) AS INTEGER) END))
  ON CONFLICT ("centreId", "week") DO UPDATE SET "booked" = "booked" + excluded."booked",
    "attended" = "attended" + excluded."attended", "missed" = "missed" + excluded."missed",
    "cancelled" = "cancelled" + excluded."cancelled", "walkIns" = "walkIns" + excluded."walkIns",
    "made" = "made" + excluded."made", "leadHours" = "leadHours" + excluded."leadHours";
  INSERT INTO "UsageWeek" ("centreId", "week", "booked", "attended", "missed", "cancelled", "walkIns", "made", "leadHours")
  VALUES (NEW."centreId", date(datetime(NEW."startsAt", CASE WHEN NEW."startsAt" >= date(substr(NEW."startsAt", 1, 4) || '-04-01', 'weekday 0', '-7 days') || 'T01:00'
      AND NEW."startsAt" < date(substr(NEW."startsAt", 1, 4) || '-11-01', 'weekday 0', '-7 days') || 'T01:00'
      THEN '+2 hours' ELSE '+1 hour' END), 'weekday 0', '-6 days'),
    (NEW."state" = 'booked'), (NEW."state" = 'attended' AND NOT NEW."channel" = 'walk-in'), (NEW."state" = 'missed'),
    (NEW."state" = 'cancelled'), (NEW."channel" = 'walk-in'),
    (NOT NEW."channel" = 'walk-in' AND NEW."state" IN ('booked', 'attended', 'missed', 'cancelled')),
    (CASE WHEN NEW."channel" = 'walk-in' OR NEW."state" NOT IN ('booked', 'attended', 'missed', 'cancelled') THEN 0 ELSE CAST(24 * (julianday(NEW."startsAt") - julianday(NEW."createdAt")) AS INTEGER) END))
  ON CONFLICT ("centreId", "week") DO UPDATE SET "booked" = "booked" + excluded."booked",
    "attended" = "attended" + excluded."attended", "missed" = "missed" + excluded."missed",
    "cancelled" = "cancelled" + excluded."cancelled", "walkIns" = "walkIns" + excluded."walkIns",
    "made" = "made" + excluded."made", "leadHours" = "leadHours" + excluded."leadHours";
END;

CREATE TRIGGER "Intake_submitted_usage" AFTER UPDATE OF "submittedAt" ON "Intake"
WHEN OLD."submittedAt" IS NULL AND NEW."submittedAt" IS NOT NULL BEGIN
  INSERT INTO "UsageCount" ("month", "kind", "code", "count")
  SELECT substr(NEW."submittedAt", 1, 7), 'topic', t."value", 1
  FROM json_each(NEW."talk", '$.answers.topics') t WHERE t."value" IS NOT NULL
  ON CONFLICT ("month", "kind", "code") DO UPDATE SET "count" = "count" + 1;
  INSERT INTO "UsageCount" ("month", "kind", "code", "count")
  SELECT substr(NEW."submittedAt", 1, 7), 'language', p."language", 1
  FROM "Person" p WHERE p."id" = NEW."personId"
  ON CONFLICT ("month", "kind", "code") DO UPDATE SET "count" = "count" + 1;
  INSERT INTO "UsageCount" ("month", "kind", "code", "count")
  SELECT substr(NEW."submittedAt", 1, 7), 'source', NEW."source", 1 WHERE NEW."source" IS NOT NULL
  ON CONFLICT ("month", "kind", "code") DO UPDATE SET "count" = "count" + 1;
END;

-- What was booked before this was counted.
INSERT INTO "UsageWeek" ("centreId", "week", "booked", "attended", "missed", "cancelled", "walkIns", "made", "leadHours")
SELECT b."centreId", date(datetime(b."startsAt", '+1 hour'), 'weekday 0', '-6 days'),
  sum(b."state" = 'booked'), sum(b."state" = 'attended' AND b."channel" <> 'walk-in'), sum(b."state" = 'missed'),
  sum(b."state" = 'cancelled'), sum(b."channel" = 'walk-in'), sum(b."channel" <> 'walk-in'), 0
FROM "Booking" b WHERE b."state" IN ('booked', 'attended', 'missed', 'cancelled') GROUP BY 1, 2;
