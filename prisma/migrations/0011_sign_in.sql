-- How the city's identity provider is called here, on the sessions that it opened.
ALTER TABLE "StaffSession" ADD COLUMN "provider" TEXT;
