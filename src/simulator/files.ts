// The files of the simulated Telegram, kept in memory.
import { badRequest } from './api-error.ts'
import type { Upload } from './schema.ts'

type StoredFile = Upload & { id: string }
// Clients often send a file without saying what it is; Telegram goes by the name then.
const TYPE_OF: Record<string, string> = {
  ics: 'text/calendar',
  json: 'application/json',
  mp3: 'audio/mpeg',
}

/** A store that hands out file ids, as the page needs them. */
export function createFiles() {
  const files = new Map<string, StoredFile>()

  function add(upload: Upload): StoredFile {
    const file = { ...upload, type: typeOf(upload), id: `file-${files.size + 1}` }
    files.set(file.id, file)
    return file
  }

  return {
    add,
    get: (id: string) => files.get(id),
    /**
     * The file a method was given: uploaded with the call, or known by its id.
     * @throws ApiError 400 for an unknown id; a web address, which nothing here fetches, included
     */
    take(input: string | Upload): StoredFile {
      if (typeof input !== 'string') return add(input)
      const known = files.get(input)
      if (known) return known
      throw /^https?:/.test(input)
        ? badRequest('failed to get HTTP URL content')
        : badRequest('wrong file identifier/HTTP URL specified')
    },
  }
}

/** The fields every kind of file has in a message. */
export function fileFields(file: StoredFile) {
  return {
    file_id: file.id,
    file_unique_id: `unique-${file.id}`,
    file_size: file.bytes.length,
  }
}

function typeOf({ name, type }: Upload) {
  if (type !== 'application/octet-stream') return type
  return TYPE_OF[/[^.]*$/.exec(name.toLowerCase())?.[0] ?? ''] ?? type
}
