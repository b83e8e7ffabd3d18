/** What the pages of signing need of their node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { Verdict } from '#src/platform/pades/index.ts'
import type { RootText } from '#src/platform/pades/trust.ts'
import type { PageShelf } from '#src/platform/render/index.ts'
import type { Html } from '#src/platform/ui/index.ts'
import type { RootOf } from './receive-signature.ts'

export interface SigningParts {
  db: Db
  /** The node's address for people, to which passkeys are bound. */
  publicUrl: string
  secretKey: Uint8Array
  rootOf: RootOf
  /** PEM of the roots of time-stamping authorities that are no partner's. */
  stampRoots?: string[]
  shelf: PageShelf
  judgePackage: JudgePackage
}

/** Judges an evidence package; undefined where the bytes are none. The area above knows how. */
export type JudgePackage = (
  bytes: Uint8Array,
  trust: { roots: RootText[]; stampRoots?: string[]; lists: Uint8Array[]; at: Temporal.Instant },
  language: Language,
) => Promise<{ found: unknown; document: Verdict; drawn: Html } | undefined>
