/** Which institutions the partners of a list are: those of our register first, then of the whole directory; by any of their names. */
import { findInDirectory, institutions, recordsNamed, searchDirectory, zonesOf } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { fold } from '#src/platform/search/terms.ts'
import { namesIn, rorIn } from './partner-name.ts'

export interface PartnerChoice {
  ror: string
  name: { en: string; zh: string }
  place: string
  /** In our register already; otherwise it is taken into it. */
  ours: boolean
  /** Time zones of its country, the likeliest first. */
  zones: string[]
}

export interface PartnerMatch {
  /** As it stands in the list. */
  cell: string
  rows: number
  /** `known`: one institution goes by that name. `several`: more do. `alike`: none does, these look like it. */
  how: 'known' | 'several' | 'alike'
  choices: PartnerChoice[]
}

/** Misspelt names looked up one by one: enough for any list, and bounded. */
const mostGuessed = 40

/** @param cells what stands in the column of partners, row by row */
export async function matchPartners(db: Db, cells: string[]): Promise<PartnerMatch[]> {
  const counts = new Map<string, number>()
  for (const cell of cells) if (cell) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  const distinct = [...counts.keys()]
  const byName = await namesKnown(db, distinct)
  const matches: PartnerMatch[] = []
  let guessed = 0
  for (const cell of distinct) {
    const found = await exact(db, cell, byName)
    const choices = found.length > 0 || guessed++ >= mostGuessed ? found : await alike(db, cell)
    const how = found.length === 1 ? 'known' : found.length > 1 ? 'several' : 'alike'
    matches.push({ cell, rows: counts.get(cell)!, how, choices: choices.slice(0, 12) })
  }
  return matches
}

type Names = Map<string, PartnerChoice[]>

/** Every institution that goes by a name in one of these cells, by that name. */
async function namesKnown(db: Db, cells: string[]): Promise<Names> {
  const names: Names = new Map()
  const add = (name: string, choice: PartnerChoice) => {
    const all = names.get(name) ?? []
    if (!all.some(({ ror }) => ror === choice.ror)) names.set(name, [...all, choice])
  }
  const registered = new Map<string, PartnerChoice>()
  const all = await institutions(db)
  for (const { ror, name, short, city, country, ours } of all.filter(({ movedTo }) => !movedTo)) {
    const choice = { ror, name, place: `${city.en}, ${country}`, ours: true, zones: [] }
    registered.set(ror, choice)
    if (ours) continue
    for (const one of [name.en, name.zh, short.en, short.zh]) if (one) add(fold(one), choice)
    add(ror, choice)
  }
  // An old list names what was merged since by its old name or id: the successor is meant.
  for (const { ror, name, short, movedTo } of all) {
    const now = movedTo && registered.get(movedTo)
    if (!now) continue
    registered.set(ror, now)
    for (const one of [name.en, name.zh, short.en, short.zh]) if (one) add(fold(one), now)
    add(ror, now)
  }
  const asked = [...new Set(cells.flatMap((cell) => namesIn(cell).flat()))]
  for (let n = 0; n < asked.length; n += 1_000)
    for (const record of await recordsNamed(db, asked.slice(n, n + 1_000))) {
      const known = registered.get(record.ror)
      // Nobody has an agreement with themselves.
      if (known && !names.get(record.ror)) continue
      add(record.folded, known ?? choiceOf(record))
    }
  return names
}

interface Named {
  ror: string
  name: string
  city: string
  country: string
}

const choiceOf = (r: Named & { name_zh?: string | null; nameZh?: string | null }): PartnerChoice => ({
  ror: r.ror,
  name: { en: r.name, zh: r.name_zh ?? r.nameZh ?? '' },
  place: `${r.city}, ${r.country}`,
  ours: false,
  zones: zonesOf(r.country),
})

async function exact(db: Db, cell: string, names: Names): Promise<PartnerChoice[]> {
  const ror = rorIn(cell)
  if (ror) {
    const known = names.get(ror)
    if (known) return known
    const record = await findInDirectory(db, ror)
    return record?.status === 'active' ? [choiceOf(record)] : []
  }
  for (const group of namesIn(cell)) {
    const found = group.flatMap((name) => names.get(name) ?? [])
    const distinct = [...new Map(found.map((choice) => [choice.ror, choice])).values()]
    if (distinct.length > 0) return distinct.sort((a, b) => Number(b.ours) - Number(a.ours))
  }
  return []
}

async function alike(db: Db, cell: string): Promise<PartnerChoice[]> {
  const found = (await searchDirectory(db, cell.slice(0, 200), 5)).filter(({ status }) => status === 'active')
  const ours = new Map((await institutions(db)).map((one) => [one.ror, one]))
  return found.filter(({ ror }) => !ours.get(ror)?.ours).map((one) => ({ ...choiceOf(one), ours: ours.has(one.ror) }))
}
