/** A filter of the register: read from an address, said in words, put back into an address. */
import { type Grouping, groupingName, type Institution } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { isId } from '#src/platform/id.ts'
import { entryKinds } from './entry.ts'
import { type EntryColumn, readColumns } from './entry-columns.ts'
import type { EntryFilter } from './entry-filter-store.ts'
import type { EntrySort } from './entry-search.ts'
import { standings } from './entry-standing.ts'
import { kindWords, sortWords, standingWords } from './entry-value-words.ts'

export interface Asked {
  filter: EntryFilter
  sort: EntrySort
  /** Chosen columns; none: the usual ones. */
  columns: EntryColumn[]
  /** The page of the list, from 1. */
  page: number
}

type Query = Partial<Record<string, string>>

const oneOf = <T extends string>(known: readonly T[], given: string | undefined): T | '' =>
  known.find((one) => one === given) ?? ''

/** Whatever an address says; what makes no sense counts as not said. */
export function readFilter(query: Query): Asked {
  const year = Number(query.year)
  return {
    filter: {
      words: (query.q ?? '').trim().slice(0, 200),
      partner: /^0[a-z0-9]{8}$/.test(query.partner ?? '') ? query.partner! : '',
      kind: oneOf(entryKinds, query.kind),
      standing: oneOf([...standings, 'living'] as const, query.standing),
      year: Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : null,
      unit: (query.unit ?? '').trim().slice(0, 100),
      grouping: isId(query.grouping ?? '') ? query.grouping! : '',
    },
    sort: oneOf(Object.keys(sortWords) as EntrySort[], query.sort) || 'end',
    columns: readColumns(query),
    page: Math.min(10_000, Math.max(1, Math.floor(Number(query.page)) || 1)),
  }
}

/** The query string of a filter, in a fixed order, without what is not asked. */
export function filterQuery({ filter, sort, columns, page }: Asked): string {
  const { words, partner, kind, standing, year, unit, grouping = '' } = filter
  const parts = { q: words, partner, kind, standing, year: year ? String(year) : '', unit, grouping }
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''))
  if (sort !== 'end') query.set('sort', sort)
  if (columns.length > 0) query.set('cols', columns.join(','))
  if (page > 1) query.set('page', String(page))
  return query.toString()
}

/** What a filter names by id. */
export interface Named {
  known: Institution[]
  groups: Pick<Grouping, 'id' | 'name_en' | 'name_zh'>[]
}

/** The filter as a sentence: `Agreements with Queen Mary that are in force, about “mobility”`. */
export function filterWords({ filter, sort }: Asked, { known, groups }: Named, language: Language): string {
  const { words, partner, kind, standing, year, unit } = filter
  const group = groups.find(({ id }) => id === filter.grouping)
  const university = known.find((i) => i.ror === partner)?.name
  const order = sort === 'end' ? '' : sortWords[sort][language]
  const what = kind ? kindWords[kind][language] : ''
  if (language === 'zh') {
    const parts = [
      university && `与${university.zh || university.en}`,
      group && `与“${groupingName(group, 'zh')}”成员`,
      year && `${year}年有效`,
      standing && `状态为“${standingWords[standing].zh}”`,
      what && `类型为“${what}”`,
      unit && `涉及单位“${unit}”`,
      words && `含有“${words}”`,
    ].filter(Boolean)
    return `${parts.length > 0 ? `${parts.join('，')}的协议` : '全部协议'}${order && `，按${order}排序`}`
  }
  const parts = [
    what && `of the type ${what}`,
    university && `with ${university.en}`,
    group && `with members of ${groupingName(group, 'en')}`,
    standing &&
      `${standing === 'ending' ? 'that' : 'that are'} ${standing === 'living' ? 'in force' : standingWords[standing].en.replace('ends', 'end')}`,
    year && `in force in ${year}`,
    unit && `of the unit “${unit}”`,
    words && `with the words “${words}”`,
  ].filter(Boolean)
  const all = parts.length > 0 ? `Agreements ${parts.join(', ')}` : 'All agreements'
  return `${all}${order && `, in order of ${order}`}`
}
