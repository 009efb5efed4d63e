// The parameters of a Bot API request, in whichever of the shapes Telegram takes they come.
import { badRequest } from './api-error.ts'
import type { Upload } from './schema.ts'

/**
 * Query, JSON, urlencoded or multipart parameters as one record; files become uploads, and a
 * parameter "attach://name" the file of that name.
 * @throws ApiError 400 for a body that cannot be read
 */
export async function requestParams(request: Request): Promise<Record<string, unknown>> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const type = request.headers.get('content-type') ?? ''
  if (request.method === 'GET' || request.body === null) return query
  if (type.startsWith('application/json')) return { ...query, ...(await jsonParams(request)) }
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type)) {
    return { ...query, ...(await formParams(request)) }
  }
  if ((await request.text()) === '') return query
  throw badRequest('unsupported content type')
}

async function jsonParams(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // null stands for "not given".
      return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
    }
  } catch {
    // Refused below.
  }
  throw badRequest("can't parse JSON object")
}

async function formParams(request: Request) {
  const form = await request.formData().catch(() => {
    throw badRequest("can't parse the form in the request body")
  })
  const params: Record<string, unknown> = {}
  for (const [name, value] of form) {
    params[name] = typeof value === 'string' ? value : await asUpload(value)
  }
  for (const [name, value] of Object.entries(params)) {
    const attached = typeof value === 'string' && /^attach:\/\/(.+)$/.exec(value)?.[1]
    if (!attached) continue
    params[name] = params[attached]
    delete params[attached]
  }
  return params
}

async function asUpload(file: File): Promise<Upload> {
  return {
    name: file.name || 'file',
    type: file.type || 'application/octet-stream',
    bytes: new Uint8Array(await file.arrayBuffer()),
  }
}
