// Secrets that lie in files, as containers, systemd and secret stores hand them over: DATA_KEY_FILE names the
// file with DATA_KEY. And what machines call by small letters.

type Env = Record<string, unknown>
type Faults = { faults: string[] }

const SECRETS = [
  'BOT_TOKEN',
  'WEBHOOK_SECRET',
  'DATA_KEY',
  'STAFF_OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'MAIL_KEY',
  'HTTPS_PROXY',
  'METRICS_TOKEN',
  'CLOUDFLARE_API_TOKEN',
] as const

const LARGEST_SECRET = 4096

/**
 * Reads settings with what lies in files put in its place: DATA_KEY_FILE for DATA_KEY, and for a city
 * DATA_KEY_FILE_DUISBURG for DATA_KEY_DUISBURG. One line break at the end of a file is no part of it.
 * @param open gives a file as text, or throws; no fault repeats the name of a file or what is in it
 * @param read reads the settings themselves
 * @returns what `read` returns, or every fault at once
 */
export function withFiles<T extends object>(
  env: Env,
  open: (file: string) => string,
  read: (env: Env) => T | Faults,
): T | Faults {
  const whole: Env = { ...env }
  for (const name of ['HTTPS_PROXY', 'NO_PROXY']) whole[name] ||= env[name.toLowerCase()]
  const faults: string[] = []
  const unread = new Set<string>()
  for (const [key, file] of Object.entries(env)) {
    const setting = settingIn(key)
    if (setting === undefined || typeof file !== 'string' || file === '') continue
    const fault = env[setting] ? `given beside ${setting}: take one of them out` : undefined
    const held = fault ? { fault } : secretIn(file, open)
    if ('fault' in held) {
      faults.push(`${key}: ${held.fault}`)
      unread.add(setting)
    } else {
      whole[setting] = held.secret
    }
  }
  const settings = read(whole)
  if (faults.length === 0) return settings
  const others = 'faults' in settings ? settings.faults : []
  // That it is missing has been said by the name of its file.
  return {
    faults: [...faults, ...others.filter((fault) => !unread.has(fault.split(':')[0] ?? ''))],
  }
}

/** The setting whose file a name is: `DATA_KEY_FILE_UNNA` → `DATA_KEY_UNNA`. */
function settingIn(key: string): string | undefined {
  const secret = SECRETS.find((name) => key === `${name}_FILE` || key.startsWith(`${name}_FILE_`))
  return secret && secret + key.slice(`${secret}_FILE`.length)
}

function secretIn(
  file: string,
  open: (file: string) => string,
): { secret: string } | { fault: string } {
  let text: string
  try {
    text = open(file)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
    return { fault: `the file it names cannot be read (${code})` }
  }
  if (text.length > LARGEST_SECRET) return { fault: 'the file it names is too long for a secret' }
  const secret = text.replace(/\r?\n$/, '')
  return secret === '' ? { fault: 'the file it names is empty' } : { secret }
}
