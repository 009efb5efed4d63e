// The files of the simulated Telegram, kept in memory.
import { badRequest } from './api-error.ts'
import type { Upload } from './schema.ts'

export type StoredFile = Upload & { id: string; path: string }
// Clients often send a file without saying what it is; Telegram goes by the name then.
const TYPE_OF: Record<string, string> = {
  ics: 'text/calendar',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  wav: 'audio/wav',
}

/** A store that hands out file ids, as getFile and the page need them. */
export function createFiles() {
  const files = new Map<string, StoredFile>()

  function add(folder: string, upload: Upload): StoredFile {
    const number = files.size + 1
    const file = {
      ...upload,
      type: typeOf(upload),
      id: `file-${number}`,
      path: `${folder}/${number}-${upload.name}`,
    }
    files.set(file.id, file)
    return file
  }

  return {
    add,
    get: (id: string) => files.get(id),
    atPath: (path: string) => [...files.values()].find((file) => file.path === path),
    /**
     * The file a method was given: uploaded with the call, or known by its id.
     * @throws ApiError 400 for an unknown id; a web address, which nothing here fetches, included
     */
    take(folder: string, input: string | Upload): StoredFile {
      if (typeof input !== 'string') return add(folder, input)
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
