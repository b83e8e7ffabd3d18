/** Agreements a row names by our number: what it stands under, and what it renews. Pure rules. */
import { fold } from '#src/platform/search/terms.ts'
import { askedFor, type Problem, type ProblemKind, type Relative, type RowPlan } from './row-plan.ts'

/** An agreement of the register by its number. */
export interface Numbered {
  id: string
  partner: string
  reference: string
}

/** Every row with the agreements it names: of the register, or of the list itself. A row that names none that can be is left out. */
export function relateRows(plan: RowPlan[], register: Numbered[]): RowPlan[] {
  const known = { register: byNumber(register), list: byNumber(plan.map(numberedRow)) }
  const lines = new Map(plan.map((row) => [row.line, row]))
  const resolved = plan.map((row) => (row.outcome === 'new' ? resolve(row, known, lines) : row))
  return withoutLost(withoutCircles(resolved))
}

const numberedRow = ({ line, details: { partner, reference } }: RowPlan): Numbered => ({
  id: String(line),
  partner,
  reference,
})

type ByNumber = Map<string, Numbered[]>

const byNumber = (all: Numbered[]): ByNumber =>
  Map.groupBy(
    all.filter(({ reference }) => fold(reference) !== ''),
    ({ reference }) => fold(reference),
  )

function resolve(row: RowPlan, known: { register: ByNumber; list: ByNumber }, lines: Map<number, RowPlan>): RowPlan {
  const { partner } = row.details
  const found = row.relatives.map((one): Relative | ProblemKind => {
    const number = fold(one.value)
    const [entered, listed] = [known.register.get(number) ?? [], known.list.get(number) ?? []]
    const theirs = entered.filter((other) => other.partner === partner)
    if (theirs.length > 1) return 'relative_several'
    if (theirs[0]) return { ...one, entry: theirs[0].id }
    const beside = listed.find((other) => other.partner === partner)
    if (beside) return inList(one, lines.get(Number(beside.id))!)
    if (listed.some((other) => other.partner === '')) return 'relative_left_out'
    return entered.length + listed.length > 0 ? 'relative_other_partner' : 'relative_unknown'
  })
  const relatives = row.relatives.map((one, n) => (typeof found[n] === 'object' ? found[n] : one))
  const problems = found.flatMap((why, n) => (typeof why === 'string' ? [problemOf(row.relatives[n]!, why)] : []))
  const entry = (field: Relative['field']) => relatives.find((one) => one.field === field)?.entry ?? null
  const details = { ...row.details, parent: entry('parent'), renews: entry('renews') }
  return withProblems({ ...row, relatives, details }, problems)
}

/** The row it names, or what that row is; a row that repeats another stands for it. */
const inList = (one: Relative, { line, there, repeats }: RowPlan): Relative =>
  there ? { ...one, entry: there } : { ...one, line: repeats ?? line }

const problemOf = ({ field, value }: Relative, why: ProblemKind): Problem => ({ field, why, value })

const withProblems = (row: RowPlan, more: Problem[]): RowPlan =>
  more.length === 0
    ? row
    : {
        ...row,
        problems: [...row.problems, ...more],
        outcome: more.every(({ why }) => askedFor.includes(why)) ? 'asked' : 'unreadable',
      }

/** Nothing stands under itself, or renews itself, by whatever way round. */
function withoutCircles(plan: RowPlan[]): RowPlan[] {
  const lines = new Map(plan.map((row) => [row.line, row]))
  const reaches = (from: RowPlan, line: number, seen: Set<number>): boolean =>
    from.relatives.some(({ line: next }) => {
      if (next === undefined || seen.has(next)) return false
      seen.add(next)
      return next === line || reaches(lines.get(next)!, line, seen)
    })
  return plan.map((row) => {
    if (row.outcome !== 'new') return row
    const round = row.relatives.filter(({ line }) => {
      if (line === undefined) return false
      return line === row.line || reaches(lines.get(line)!, row.line, new Set([line]))
    })
    return withProblems(
      row,
      round.map((one) => problemOf(one, 'relative_circle')),
    )
  })
}

/** What names a row that is not entered is not entered either; it waits where that row waits. */
function withoutLost(plan: RowPlan[]): RowPlan[] {
  const lines = new Map(plan.map((row) => [row.line, row]))
  const next = plan.map((row) => {
    if (row.outcome !== 'new') return row
    const lost = row.relatives.flatMap((one) => {
      const outcome = one.line === undefined ? 'new' : lines.get(one.line)!.outcome
      if (outcome === 'new') return []
      return [problemOf(one, outcome === 'asked' ? 'relative_waits' : 'relative_left_out')]
    })
    return withProblems(row, lost)
  })
  return next.some((row, n) => row.outcome !== plan[n]!.outcome) ? withoutLost(next) : next
}

/** Rows to be entered, each after those it names. */
export function inOrder(rows: RowPlan[]): RowPlan[] {
  const lines = new Map(rows.map((row) => [row.line, row]))
  const ordered = new Set<RowPlan>()
  const enter = (row: RowPlan) => {
    if (ordered.has(row)) return
    for (const { line } of row.relatives) if (line !== undefined) enter(lines.get(line)!)
    ordered.add(row)
  }
  for (const row of rows) enter(row)
  return [...ordered]
}
