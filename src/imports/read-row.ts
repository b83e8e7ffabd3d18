/** One row of a list as an agreement of the register, with everything that cannot be read named. Pure rules. */
import { type EntryDetails, type EntryKind, emptyEntry } from '#src/agreements/index.ts'
import { type ColumnField, gathered } from './column.ts'
import { readLooseDate, readYears, saysOpen } from './loose-date.ts'
import type { PartnerMatch } from './match-partners.ts'
import { kindNamed } from './read-kind.ts'
import type { Problem, ProblemKind, Relative } from './row-plan.ts'
import type { Settings } from './settings.ts'

export interface Understood {
  heading: string[]
  columns: (ColumnField | null)[]
  settings: Settings
  from1904: boolean
  partners: Map<string, PartnerMatch>
}

export interface ReadRow {
  details: EntryDetails
  problems: Problem[]
  relatives: Relative[]
  /** The register's own id, where the list was exported from it. */
  id: string
}

/** The cell of every field; a field several columns fill has each under its heading. */
export function cellsOf(cells: string[], { columns, heading }: Pick<Understood, 'columns' | 'heading'>) {
  const by = {} as Partial<Record<ColumnField, string>>
  columns.forEach((field, n) => {
    // Our own exports put an apostrophe before what another program would take for a formula.
    const value = (cells[n] ?? '').replace(/^'(?=[=+\-@\t\r])/, '')
    if (!field || value === '') return
    const several = gathered.includes(field) && columns.filter((other) => other === field).length > 1
    const said = several ? `${heading[n] ?? ''}: ${value}` : value
    by[field] = by[field] === undefined ? said : `${by[field]}\n${said}`
  })
  return by
}

/** @throws nothing: what is wrong is a problem of the row */
export function readRow(cells: string[], understood: Understood): ReadRow {
  const by = cellsOf(cells, understood)
  const found: Problem[] = []
  const of = (field: ColumnField) => by[field] ?? ''
  const wrong = (field: ColumnField, why: ProblemKind) => found.push({ field, why, value: of(field) })
  const text = (field: ColumnField, longest = 300) => {
    if (of(field).length > longest) wrong(field, 'too_long')
    return of(field).slice(0, longest)
  }
  const details: EntryDetails = {
    ...emptyEntry,
    ...titles(text('title'), text('titleEn'), text('titleZh')),
    reference: text('reference'),
    partner: partnerOf(of('partner'), understood, (why) => wrong('partner', why)),
    kind: kindOf(of('kind'), understood.settings, () => wrong('kind', 'kind_unknown')),
    signedHow: understood.settings.signedHow ?? 'ink',
    ...{ theirTitle: text('theirTitle'), theirType: text('theirType'), theirReference: text('theirReference') },
    ...{ fields: text('fields'), units: text('units') },
    ...{ obligations: text('obligations', 20_000), note: text('note', 20_000) },
    ...datesIn(of, understood, wrong),
  }
  if (!details.titleEn && !details.titleZh) wrong('title', 'title_missing')
  const relatives = (['parent', 'renews'] as const).flatMap((field) => (of(field) ? [{ field, value: of(field) }] : []))
  return { details, problems: found, relatives, id: of('id') }
}

function titles(any: string, en: string, zh: string): { titleEn: string; titleZh: string } {
  const chinese = /\p{Script=Han}/u.test(any)
  return { titleEn: en || (chinese ? '' : any), titleZh: zh || (chinese ? any : '') }
}

function partnerOf(cell: string, { partners, settings }: Understood, wrong: (why: ProblemKind) => void): string {
  if (cell === '') {
    wrong('partner_missing')
    return ''
  }
  const chosen = settings.partners?.[cell]
  if (chosen === 'leave_out') wrong('partner_left_out')
  if (chosen) return chosen === 'leave_out' ? '' : chosen
  const match = partners.get(cell)
  if (match?.how === 'known') return match.choices[0]!.ror
  wrong(match?.how === 'several' ? 'partner_several' : 'partner_unknown')
  return ''
}

function kindOf(cell: string, { kinds }: Settings, wrong: () => void): EntryKind {
  if (cell === '') return 'other'
  const kind = kinds?.[cell] ?? kindNamed(cell)
  if (!kind) wrong()
  return kind ?? 'other'
}

type Wrong = (field: ColumnField, why: ProblemKind) => void
const dated = ['signedOn', 'effectiveOn', 'endsOn', 'reviewOn', 'terminatedOn'] as const

function datesIn(of: (field: ColumnField) => string, { settings, from1904 }: Understood, wrong: Wrong) {
  const days = Object.fromEntries(dated.map((field) => [field, null])) as Record<(typeof dated)[number], string | null>
  let open = saysOpen(of('term'))
  for (const field of dated) {
    const read = readLooseDate(of(field), settings.dates ?? null, from1904)
    if (read.is === 'day') days[field] = read.day
    else if (read.is === 'open' && field === 'endsOn') open = true
    else if (read.is === 'ambiguous') wrong(field, 'ambiguous')
    else if (read.is === 'wrong') wrong(field, read.why)
    else if (read.is === 'open') wrong(field, 'not_a_date')
  }
  const failed = of('endsOn') !== '' && !days.endsOn && !open
  if (!days.endsOn && !open && of('term') !== '' && !failed) days.endsOn = endOfTerm(of('term'), days, wrong)
  const toldEnd = days.endsOn !== null || open || failed || (of('term') !== '' && !open)
  if (!toldEnd && !days.terminatedOn && !days.reviewOn && settings.noEnd !== 'open') wrong('endsOn', 'no_end')
  if ((open || (!toldEnd && settings.noEnd === 'open')) && !days.terminatedOn && !days.reviewOn) {
    days.reviewOn = settings.review ?? null
    if (!days.reviewOn) wrong('reviewOn', 'no_review')
  }
  const begins = days.effectiveOn ?? days.signedOn
  if (begins && days.endsOn && days.endsOn < begins) wrong('endsOn', 'ends_before_it_begins')
  return { ...days, noticeMonths: noticeIn(of('noticeMonths'), wrong) }
}

/** The last day of so many years: five from 1 March 2019 end on 29 February 2024. */
function endOfTerm(
  term: string,
  { signedOn, effectiveOn }: Record<string, string | null>,
  wrong: Wrong,
): string | null {
  const [years, begins] = [readYears(term), effectiveOn ?? signedOn]
  if (years === null) wrong('term', 'not_years')
  else if (!begins) wrong('term', 'term_without_begin')
  else return Temporal.PlainDate.from(begins).add({ years }).subtract({ days: 1 }).toString()
  return null
}

function noticeIn(cell: string, wrong: Wrong): number | null {
  if (cell === '') return null
  const months = Number(/^(\d{1,2})\s*(个?月|months?)?$/i.exec(cell.normalize('NFKC').trim())?.[1] ?? Number.NaN)
  if (Number.isInteger(months) && months <= 36) return months
  wrong('noticeMonths', 'not_months')
  return null
}
