/** Names of people: native script and Latin, with equal weight. */
import { attribute, type Html, html } from './html.ts'

export interface PersonName {
  latin: string
  /** Null where the name has no other form, or none is known. */
  native: string | null
}

/** A name in both scripts, each marked with its language and kept from machine translation. `nativeLang` is `zh-CN` when left out. */
export function person(name: PersonName, o: { nativeLang?: string } = {}): Html {
  const nativeLang = o.nativeLang ?? 'zh-CN'
  const latinLang = name.native && nativeLang.startsWith('zh') ? 'zh-Latn' : null
  const native = name.native && html` <span lang="${nativeLang}">${name.native}</span>`
  return html`<span class="person" translate="no"><span${attribute('lang', latinLang)}>${name.latin}</span>${native}</span>`
}
