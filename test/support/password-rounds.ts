/** Of scrypt, in tests: a sixteenth of the library's. Both engines have to agree. */
export const rounds = { N: 1024 }
