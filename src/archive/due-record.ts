/** A record that is due, as the list shows it. */
import type { lettersDue } from '#src/platform/mail/index.ts'
import type { photosDue } from '#src/stories/index.ts'
import { dueTitleWords as w } from './words.ts'

export interface DueRecord {
  id: string
  /** An empty one is shown in the other language. */
  title: { en: string; zh: string }
  /** Of a person: shown in both scripts. */
  person?: { latin: string; native: string | null }
  /** The day from which the years are counted. */
  ended: string
  /** Its own page; null where it has none. */
  href: string | null
}

interface Titled {
  id: string
  en: string
  zh: string
  ended: Temporal.PlainDate
}

export const titled =
  (at: string) =>
  ({ id, en, zh, ended }: Titled): DueRecord => ({
    id,
    title: { en, zh },
    ended: ended.toString(),
    href: `${at}/${id}`,
  })

type Due<Ask extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Ask>>[number]

export function photoRecord({ id, story, number, en, zh, ended }: Due<typeof photosDue>): DueRecord {
  const words = number === null ? w.offered : { en: by(w.photo.en, number), zh: by(w.photo.zh, number) }
  const none = !en && !zh
  const title = {
    en: en || none ? words.en(en || w.untitled.en) : '',
    zh: zh || none ? words.zh(zh || w.untitled.zh) : '',
  }
  const href = number === null ? `/stories/offers/${story}` : `/stories/${story}/photos`
  return { id, title, ended: ended.toString(), href }
}

const by = (say: (headline: string, n: number) => string, n: number) => (headline: string) => say(headline, n)

/** A month is one record. */
export function letterRecord({ month, letters, ended }: Due<typeof lettersDue>): DueRecord {
  const of = Temporal.PlainDate.from(`${month}-01`)
  const en = of.toLocaleString('en-GB', { year: 'numeric', month: 'long' })
  const title = { en: w.letters.en(en, letters), zh: w.letters.zh(`${of.year}年${of.month}月`, letters) }
  return { id: month, title, ended: ended.toString(), href: null }
}
