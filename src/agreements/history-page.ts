/** Below the text: every version that crossed, and everything that happened. */
import { type Phrase, speak, type Words } from '#src/platform/i18n/words.ts'
import { type Content, day, type Html, html, section, sideDot, table, timeline } from '#src/platform/ui/index.ts'
import { textAddress } from './clauses-page.ts'
import { agreementJournalWords, type Detail } from './journal-words.ts'
import { historyWords, textWords } from './negotiation-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'

/** The versions, latest first, each to be read. */
export function versionsSection(n: Negotiation, reader: Reader): Content {
  if (n.versions.length === 0) return ''
  const w = speak(historyWords, reader.language)
  const t = speak(textWords, reader.language)
  const rows = n.versions
    .toReversed()
    .map((version) => [
      t.version(version.number),
      html`${sideDot(version.side)}${w.by(reader.short[version.side], version.by_name)}`,
      day(version.sent_at, { zone: reader.places[0]!.zone, language: reader.language }),
      version.note && html`<span class="as-written">${version.note}</span>`,
      html`<a href="${textAddress(n, { version: version.number, show: 'changes' })}">${w.read}<span class="visually-hidden"> ${w.readWhich(version.number)}</span></a>`,
    ])
  const columns = [
    { label: w.version, head: true },
    { label: w.from },
    { label: w.sent },
    { label: w.note },
    { label: w.read },
  ]
  return section({
    title: w.versions,
    id: 'versions',
    body: table({ caption: w.versions, captionHidden: true, columns, rows }),
  })
}

/** The journal of this agreement, latest first. Acts of areas that come later are told in the words handed down. */
export function historySection(n: Negotiation, reader: Reader, others: Words): Content {
  if (n.history.length === 0) return ''
  const w = speak(historyWords, reader.language)
  const words: Words = { ...others, ...agreementJournalWords }
  const entries = n.history.map((entry) => {
    const side =
      entry.actor_kind === 'partner'
        ? ('theirs' as const)
        : entry.actor_kind === 'account'
          ? ('ours' as const)
          : undefined
    return {
      at: entry.at,
      what: told(words[entry.act], entry, reader),
      who: side ? w.by(reader.short[side], entry.actor_name) : w.node,
      side,
    }
  })
  const list = timeline({ entries, places: reader.places, language: reader.language, label: w.history })
  return section({ title: w.history, id: 'history', body: list })
}

// biome-ignore lint/suspicious/noExplicitAny: phrases are strings or functions of the entry's detail
function told(phrase: Phrase<any> | undefined, entry: { act: string; detail: unknown }, reader: Reader): Html | string {
  const said = phrase?.[reader.language] as string | ((d: Detail) => string) | undefined
  if (said === undefined) return entry.act
  return typeof said === 'function' ? said(entry.detail as Detail) : said
}
