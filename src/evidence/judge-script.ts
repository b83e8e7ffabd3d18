/** What the public page loads to judge a file in the browser. Bundled into one module, served by this node. */
import type { Language } from '#src/platform/i18n/words.ts'
import type { RootText } from '#src/platform/pades/trust.ts'
import { fromBase64 } from '#src/platform/tlog/base64.ts'
import { fileVerdict } from './package-view.ts'
import { verifyFile } from './verify-package.ts'

/** What this node believes, as it says in `/verify/trust.json`. */
interface Trusted {
  roots: RootText[]
  stampRoots: string[]
  /** Revocation lists, in Base64. */
  lists: string[]
}

/** The verdict on a file, drawn, and the hash of the document before its signatures. */
export async function judge(bytes: Uint8Array, trusted: Trusted, lang: string) {
  const { roots, stampRoots, lists } = trusted
  const language: Language = lang.startsWith('zh') ? 'zh' : 'en'
  const known = lists.flatMap((list) => fromBase64(list) ?? [])
  const found = await verifyFile(bytes, { roots, stampRoots, lists: known, at: Temporal.Now.instant() })
  return { html: String(fileVerdict(found, language)), document: found.document.revisionZeroSha256 }
}
