/** What stands in a log for one event: its kind, and a salted hash of everything else. Written by nodes, checked by anyone. */
import { z } from 'zod'
import { utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { sha256 } from './digest.ts'
import { foreignJson } from './foreign-json.ts'
import type { Json } from './record.ts'
import { toBase64 } from './tlog/base64.ts'

export interface ClearEvent {
  event: string
  about: { kind: string; id: string }
  at: Temporal.Instant
  facts: Record<string, Json>
}

const format = 'chirograph-log-1'
/** Bytes of salt before the clear text. */
const saltLength = 32

/** The hashed part in clear, as it is kept beside the log and goes into evidence: canonical JSON. */
export function clearText({ event, about, at, facts }: ClearEvent): string {
  return canonical({ format, event, about: `${about.kind}:${about.id}`, at: at.toString(), facts })
}

/**
 * The entry: three lines. Without the salt nobody can try out what was hashed, so once salt and clear text are erased the entry says
 * only that something of its kind happened.
 */
export function entryFor(event: ClearEvent, salt: Uint8Array): Uint8Array {
  const hash = toBase64(sha256(salt, utf8(clearText(event))))
  return utf8(`${format}\n${event.event}\n${hash}\n`)
}

const extraShape = z.object({
  format: z.literal(format),
  event: z.string(),
  about: z.string(),
  at: z.string(),
  facts: z.record(z.string(), foreignJson),
})

/** Salt and clear text as they go along with a proof, and the entry they make. @returns undefined where it is something else */
export function readExtra(
  extra: Uint8Array | undefined,
): (z.infer<typeof extraShape> & { entry: Uint8Array }) | undefined {
  if (!extra || extra.length <= saltLength) return undefined
  try {
    const said = extraShape.parse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(extra.subarray(saltLength))),
    )
    const hash = toBase64(sha256(extra))
    return { ...said, entry: utf8(`${format}\n${said.event}\n${hash}\n`) }
  } catch {
    return undefined
  }
}
