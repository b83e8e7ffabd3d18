/** What counts as a right value of a variable of the environment. */
import { cosignatureV1, readVerifierKey } from '#src/platform/tlog/index.ts'

/** A host that never leaves this machine: browsers let passkeys work there without TLS. */
const onThisMachine = /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/

/** A ROR id, `0` + six letters or digits + two check digits (ISO/IEC 7064, MOD 97-10): https://ror.readme.io/docs/identifier */
export function isRor(value: string): boolean {
  const [, body, check] = /^0([0-9a-hjkmnp-tv-z]{6})(\d{2})$/.exec(value) ?? []
  if (!body) return false
  const digits = '0123456789abcdefghjkmnpqrstvwxyz'
  const number = [...body].reduce((sum, letter) => sum * 32 + digits.indexOf(letter), 0)
  return 98 - ((number * 100) % 97) === Number(check)
}

/** An IANA zone by its name. Abbreviations are refused: CST is a zone in Shanghai, Chicago and Havana. */
export function isZone(value: string): boolean {
  if (value !== 'UTC' && !value.includes('/')) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value)
    return true
  } catch {
    return false
  }
}

/** An address of another scheme, host and port only. */
export function isOrigin(value: string): boolean {
  const url = URL.parse(value)
  return !!url && /^https?:$/.test(url.protocol) && value.replace(/\/$/, '').toLowerCase() === url.origin
}

/** What browsers see: TLS, save on this machine. */
export function isPublicOrigin(value: string): boolean {
  return isOrigin(value) && (value.startsWith('https:') || onThisMachine.test(new URL(value).hostname))
}

/** As a public address, its first label a star: `https://*.example.edu`. */
export function isHostingPattern(value: string): boolean {
  return /^https?:\/\/\*\.[^*]+$/.test(value) && isPublicOrigin(value.replace('*', 'partner'))
}

export function isWebAddress(value: string): boolean {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '')
}

export function isDatabaseUrl(value: string): boolean {
  const url = URL.parse(value)
  return !!url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}

export function isSmtpUrl(value: string): boolean {
  const url = URL.parse(value)
  return !!url && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}

/** A key that cosigns, in the form C2SP's signed-note gives verifier keys. */
export function isCosignerKey(value: string): boolean {
  return readVerifierKey(value)?.type === cosignatureV1
}
