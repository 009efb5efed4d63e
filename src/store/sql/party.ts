// Everybody behind an address, as a part of other statements.

/** Everybody behind an address as a JSON list, whose it is first; `addresses`: which rows, of "Address" q. */
export const partyIn = (addresses: string) => `
  (SELECT json_group_array(json_object('id', m."personId", 'relation', m."relation", 'label', m."sealedLabel"))
    FROM (SELECT q."personId", q."relation", q."sealedLabel" FROM ${addresses}
      ORDER BY q."relation" IS NOT NULL, q."createdAt", q."rowid") m)`
