ALTER TABLE "UsageWeek" ADD COLUMN "unmarked" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "UsageWeek" ADD COLUMN "refilled" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "UsageWeek" ADD COLUMN "planned" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "UsageWeek" ADD COLUMN "bookable" INTEGER NOT NULL DEFAULT 0;

-- By weekday and hour over four whole weeks, so that no week and no part of one comes out when the
-- weeks are taken away. `unmarked` are those nobody marked, whether still open or let go of.
CREATE TABLE "UsageHour" (
  "centreId" TEXT NOT NULL,
  "block" TEXT NOT NULL,
  "weekday" INTEGER NOT NULL,
  "hour" INTEGER NOT NULL,
  "attended" INTEGER NOT NULL DEFAULT 0,
  "missed" INTEGER NOT NULL DEFAULT 0,
  "unmarked" INTEGER NOT NULL DEFAULT 0,
  "cancelled" INTEGER NOT NULL DEFAULT 0,
  "walkIns" INTEGER NOT NULL DEFAULT 0,
  "refilled" INTEGER NOT NULL DEFAULT 0,
  "planned" INTEGER NOT NULL DEFAULT 0,
  "bookable" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("centreId", "block", "weekday", "hour")
);

-- The seats of a day as its rules gave them, before rules are edited.
CREATE TABLE "SeatDay" (
  "centreId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "hour" INTEGER NOT NULL,
  "planned" INTEGER NOT NULL,
  "bookable" INTEGER NOT NULL,
  PRIMARY KEY ("centreId", "day", "hour")
);

CREATE TRIGGER "SeatDay_usage" AFTER INSERT ON "SeatDay" BEGIN
  INSERT INTO "UsageWeek" ("centreId", "week", "planned", "bookable")
  VALUES (NEW."centreId", date(NEW."day", 'weekday 0', '-6 days'), NEW."planned", NEW."bookable")
  ON CONFLICT ("centreId", "week") DO UPDATE SET "planned" = "planned" + excluded."planned",
    "bookable" = "bookable" + excluded."bookable";
  INSERT INTO "UsageHour" ("centreId", "block", "weekday", "hour", "planned", "bookable")
  VALUES (NEW."centreId",
    date('2000-01-03', (CAST((julianday(NEW."day") - julianday('2000-01-03')) / 28 AS INTEGER) * 28) || ' days'),
    (strftime('%w', NEW."day") + 6) % 7 + 1, NEW."hour", NEW."planned", NEW."bookable")
  ON CONFLICT ("centreId", "block", "weekday", "hour") DO UPDATE SET
    "planned" = "planned" + excluded."planned", "bookable" = "bookable" + excluded."bookable";
END;

-- Who had a seat before is asked each time one is taken.
CREATE INDEX "BookingEvent_centreId_startsAt_idx" ON "BookingEvent"("centreId", "startsAt");

DROP TRIGGER "Booking_made_usage";
DROP TRIGGER "Booking_changed_usage";

-- One booking counted (`sign` 1) or taken back (-1): a name for what both triggers below do. SQLite
-- knows no time zones; the clock in Germany changes on the last Sundays of March and October at 01:00
-- UTC, which is what the case says. A test compares it with the domain's clock.
CREATE VIEW "UsageStep" AS
SELECT '' AS "centreId", '' AS "startsAt", '' AS "createdAt", '' AS "state", '' AS "channel",
  0 AS "sign", 0 AS "refilled";

CREATE TRIGGER "UsageStep_counted" INSTEAD OF INSERT ON "UsageStep" BEGIN
  INSERT INTO "UsageWeek" ("centreId", "week", "booked", "attended", "missed", "cancelled",
    "unmarked", "walkIns", "refilled", "made", "leadHours")
  SELECT NEW."centreId", date(w."at", 'weekday 0', '-6 days'),
    NEW."sign" * (NEW."state" = 'booked'),
    NEW."sign" * (NEW."state" = 'attended' AND NEW."channel" <> 'walk-in'),
    NEW."sign" * (NEW."state" = 'missed'), NEW."sign" * (NEW."state" = 'cancelled'),
    NEW."sign" * (NEW."state" = 'unmarked'), NEW."sign" * (NEW."channel" = 'walk-in'),
    NEW."refilled", NEW."sign" * (NEW."channel" <> 'walk-in'),
    CASE WHEN NEW."channel" = 'walk-in' THEN 0 ELSE NEW."sign" * CAST(24 * (julianday(NEW."startsAt") - julianday(NEW."createdAt")) AS INTEGER) END
  FROM (SELECT datetime(NEW."startsAt",
    CASE WHEN NEW."startsAt" >= date(substr(NEW."startsAt", 1, 4) || '-04-01', 'weekday 0', '-7 days') || 'T01:00'
      AND NEW."startsAt" < date(substr(NEW."startsAt", 1, 4) || '-11-01', 'weekday 0', '-7 days') || 'T01:00'
      THEN '+2 hours' ELSE '+1 hour' END) AS "at") w WHERE 1
  ON CONFLICT ("centreId", "week") DO UPDATE SET "booked" = "booked" + excluded."booked",
    "attended" = "attended" + excluded."attended", "missed" = "missed" + excluded."missed",
    "cancelled" = "cancelled" + excluded."cancelled", "unmarked" = "unmarked" + excluded."unmarked",
    "walkIns" = "walkIns" + excluded."walkIns", "refilled" = "refilled" + excluded."refilled",
    "made" = "made" + excluded."made", "leadHours" = "leadHours" + excluded."leadHours";
  INSERT INTO "UsageHour" ("centreId", "block", "weekday", "hour", "attended", "missed", "unmarked",
    "cancelled", "walkIns", "refilled")
  SELECT NEW."centreId",
    date('2000-01-03', (CAST((julianday(date(w."at")) - julianday('2000-01-03')) / 28 AS INTEGER) * 28) || ' days'),
    (strftime('%w', w."at") + 6) % 7 + 1, CAST(strftime('%H', w."at") AS INTEGER),
    NEW."sign" * (NEW."state" = 'attended' AND NEW."channel" <> 'walk-in'),
    NEW."sign" * (NEW."state" = 'missed'), NEW."sign" * (NEW."state" IN ('booked', 'unmarked')),
    NEW."sign" * (NEW."state" = 'cancelled'), NEW."sign" * (NEW."channel" = 'walk-in'),
    NEW."refilled"
  FROM (SELECT datetime(NEW."startsAt",
    CASE WHEN NEW."startsAt" >= date(substr(NEW."startsAt", 1, 4) || '-04-01', 'weekday 0', '-7 days') || 'T01:00'
      AND NEW."startsAt" < date(substr(NEW."startsAt", 1, 4) || '-11-01', 'weekday 0', '-7 days') || 'T01:00'
      THEN '+2 hours' ELSE '+1 hour' END) AS "at") w WHERE 1
  ON CONFLICT ("centreId", "block", "weekday", "hour") DO UPDATE SET
    "attended" = "attended" + excluded."attended", "missed" = "missed" + excluded."missed",
    "unmarked" = "unmarked" + excluded."unmarked", "cancelled" = "cancelled" + excluded."cancelled",
    "walkIns" = "walkIns" + excluded."walkIns", "refilled" = "refilled" + excluded."refilled";
END;

CREATE TRIGGER "Booking_made_usage" AFTER INSERT ON "Booking"
WHEN NEW."state" IN ('booked', 'attended', 'missed', 'cancelled', 'unmarked') BEGIN
  INSERT INTO "UsageStep" ("centreId", "startsAt", "createdAt", "state", "channel", "sign", "refilled")
  SELECT NEW."centreId", NEW."startsAt", NEW."createdAt", NEW."state", NEW."channel", 1,
    NEW."state" = 'booked' AND EXISTS (SELECT 1 FROM "BookingEvent" e
      WHERE e."centreId" = NEW."centreId" AND e."startsAt" = NEW."startsAt"
      AND e."seat" = NEW."seat" AND e."state" = 'booked' AND e."bookingId" <> NEW."id");
END;

CREATE TRIGGER "Booking_changed_usage" AFTER UPDATE OF "state", "centreId", "startsAt" ON "Booking" BEGIN
  INSERT INTO "UsageStep" ("centreId", "startsAt", "createdAt", "state", "channel", "sign", "refilled")
  SELECT OLD."centreId", OLD."startsAt", OLD."createdAt", OLD."state", OLD."channel", -1, 0
  WHERE OLD."state" IN ('booked', 'attended', 'missed', 'cancelled', 'unmarked');
  INSERT INTO "UsageStep" ("centreId", "startsAt", "createdAt", "state", "channel", "sign", "refilled")
  SELECT NEW."centreId", NEW."startsAt", NEW."createdAt", NEW."state", NEW."channel", 1,
    NEW."state" = 'booked' AND OLD."state" = 'booked' AND EXISTS (SELECT 1 FROM "BookingEvent" e
      WHERE e."centreId" = NEW."centreId" AND e."startsAt" = NEW."startsAt"
      AND e."seat" = NEW."seat" AND e."state" = 'booked' AND e."bookingId" <> NEW."id")
  WHERE NEW."state" IN ('booked', 'attended', 'missed', 'cancelled', 'unmarked');
END;

-- Nobody had said that these came: their person booked again, and the system closed them so.
UPDATE "Booking" SET "state" = 'unmarked' WHERE "state" = 'attended' AND "changedBy" = 'system';

-- What was booked before this was counted.
DELETE FROM "UsageHour";
INSERT INTO "UsageHour" ("centreId", "block", "weekday", "hour", "attended", "missed", "unmarked",
  "cancelled", "walkIns")
SELECT b."centreId",
  date('2000-01-03', (CAST((julianday(date(b."at")) - julianday('2000-01-03')) / 28 AS INTEGER) * 28) || ' days'),
  (strftime('%w', b."at") + 6) % 7 + 1, CAST(strftime('%H', b."at") AS INTEGER),
  sum(b."state" = 'attended' AND b."channel" <> 'walk-in'), sum(b."state" = 'missed'),
  sum(b."state" IN ('booked', 'unmarked')), sum(b."state" = 'cancelled'), sum(b."channel" = 'walk-in')
FROM (SELECT "centreId", "state", "channel", datetime("startsAt",
  CASE WHEN "startsAt" >= date(substr("startsAt", 1, 4) || '-04-01', 'weekday 0', '-7 days') || 'T01:00'
    AND "startsAt" < date(substr("startsAt", 1, 4) || '-11-01', 'weekday 0', '-7 days') || 'T01:00'
    THEN '+2 hours' ELSE '+1 hour' END) AS "at" FROM "Booking"
  WHERE "state" IN ('booked', 'attended', 'missed', 'cancelled', 'unmarked')) b
GROUP BY 1, 2, 3, 4;

-- Where people stopped who never sent a request, counted when what they began is erased: in the month
-- in which it falls due, so that no month changes once it is over.
CREATE TRIGGER "Intake_stopped_usage" BEFORE DELETE ON "Intake"
WHEN OLD."submittedAt" IS NULL BEGIN
  INSERT INTO "UsageCount" ("month", "kind", "code", "count")
  SELECT substr(datetime(OLD."updatedAt", '+' || COALESCE((SELECT json_extract(c."profile", '$.retention.abandonedHours') FROM "City" c), 72) || ' hours', '+1 day'), 1, 7),
    'stopped', COALESCE(json_extract(OLD."talk", '$.place.id'), json_extract(OLD."talk", '$.place.at')), 1
  WHERE json_extract(OLD."talk", '$.place.at') IS NOT NULL
  ON CONFLICT ("month", "kind", "code") DO UPDATE SET "count" = "count" + 1;
END;

CREATE TRIGGER "Waiting_began_usage" AFTER INSERT ON "Waiting" WHEN NEW."state" = 'waiting' BEGIN
  INSERT INTO "UsageCount" ("month", "kind", "code", "count")
  VALUES (substr(NEW."since", 1, 7), 'waiting', 'began', 1)
  ON CONFLICT ("month", "kind", "code") DO UPDATE SET "count" = "count" + 1;
END;

CREATE TRIGGER "Waiting_ended_usage" AFTER UPDATE OF "state" ON "Waiting"
WHEN OLD."state" = 'waiting' AND NEW."state" IN ('done', 'stopped') BEGIN
  INSERT INTO "UsageCount" ("month", "kind", "code", "count")
  VALUES (substr(NEW."changedAt", 1, 7), 'waiting', NEW."state", 1)
  ON CONFLICT ("month", "kind", "code") DO UPDATE SET "count" = "count" + 1;
END;
