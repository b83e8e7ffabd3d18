/** A pairing as a line of a list. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { html, type RegisterItem } from '#src/platform/ui/index.ts'
import { disciplineWords } from './discipline-words.ts'
import type { UnitPairing } from './pairing-store.ts'
import { unitName } from './unit-form.ts'
import { pairingStateWords, pairingWords } from './unit-words.ts'

export function pairingRow(p: UnitPairing, language: Language): RegisterItem {
  const [ours, theirs] = pairedNames(p, language)
  const w = speak(pairingWords, language)
  const lead = (latin: string | null, native: string | null) =>
    latin ? `${latin}${native ? ` ${native}` : ''}` : w.nobody
  const fields = p.disciplines.map((d) => disciplineWords[d][language]).join(language === 'en' ? ', ' : '、')
  const leads = `${lead(p.our_latin, p.our_native)} · ${lead(p.their_latin, p.their_native)}`
  return {
    title: html`${ours} <span aria-hidden="true">↔</span> ${theirs}`,
    href: `/partners/${p.partner}/pairings#pairing-${p.id}`,
    sub: [leads, fields].filter(Boolean).join(' — '),
    note: pairingStateWords[p.state][language],
  }
}

export const pairedNames = (p: UnitPairing, language: Language): [string, string] => [
  unitName({ name_en: p.our_en, name_zh: p.our_zh }, language),
  unitName({ name_en: p.their_en, name_zh: p.their_zh }, language),
]
