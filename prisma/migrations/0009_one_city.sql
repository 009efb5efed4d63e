-- A database holds one city: nothing that is asked of it can reach another one's people.
CREATE TRIGGER "City_alone" BEFORE INSERT ON "City"
WHEN EXISTS (SELECT 1 FROM "City" WHERE "id" <> NEW."id") BEGIN
  SELECT RAISE(ABORT, 'a database holds one city');
END;
