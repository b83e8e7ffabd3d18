/** What is asked of the journal: read from an address, put back into one. Pure rules. */

export interface JournalFilter {
  who: string
  act: string
  /** Kind of thing. */
  about: string
  /** One thing. */
  id: string
  /** Days, `2026-09-23`; '' for any. */
  from: string
  to: string
  page: number
}

type Query = Partial<Record<string, string>>

/** Whatever an address says; what makes no sense counts as not said. */
export function readJournalFilter(query: Query): JournalFilter {
  const of = (name: string) => (query[name] ?? '').trim().slice(0, 100)
  return {
    ...{ who: of('who'), act: of('act'), about: of('about'), id: of('id') },
    ...{ from: day(of('from')), to: day(of('to')) },
    page: Math.min(100_000, Math.max(1, Math.floor(Number(query.page)) || 1)),
  }
}

function day(typed: string): string {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(typed)) return ''
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' }).toString()
  } catch {
    return ''
  }
}

export function journalQuery({ page, ...filter }: JournalFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (page > 1) query.set('page', String(page))
  return query.toString()
}
