/** The verdict on a package as the public page of this node shows it to browsers without scripts. */
import type { Language } from '#src/platform/i18n/words.ts'
import type { Verdict } from '#src/platform/pades/index.ts'
import type { Html } from '#src/platform/ui/index.ts'
import { isZip } from '#src/platform/zip.ts'
import type { PackageVerdict } from './package-verdict.ts'
import { fileVerdict } from './package-view.ts'
import { type Trust, verifyPackage } from './verify-package.ts'

export interface JudgedPackage {
  found: PackageVerdict
  document: Verdict
  drawn: Html
}

/** @returns undefined where the bytes are no ZIP file */
export async function judgePackage(
  bytes: Uint8Array,
  trust: Trust,
  language: Language,
): Promise<JudgedPackage | undefined> {
  if (!isZip(bytes)) return undefined
  const found = await verifyPackage(bytes, trust)
  return { found, document: found.document, drawn: fileVerdict(found, language) }
}
