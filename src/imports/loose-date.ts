/** Reading a day as people write it in lists. What may mean two days is said to, never guessed. Pure rules. */
import { serialDay } from '#src/platform/spreadsheet/index.ts'

export const dateOrders = ['day_first', 'month_first'] as const
export type DateOrder = (typeof dateOrders)[number]

export type LooseDate =
  | { is: 'nothing' }
  | { is: 'day'; day: string }
  /** `长期`, open-ended. */
  | { is: 'open' }
  /** 01/03/2019: the two days it may mean, day first and month first. */
  | { is: 'ambiguous'; either: [string, string] }
  | { is: 'wrong'; why: 'not_a_date' | 'no_such_day' | 'day_missing' | 'short_year' | 'against_order' }

/** @param order how the file writes days and months of figures, once somebody said so */
export function readLooseDate(typed: string, order: DateOrder | null, from1904 = false): LooseDate {
  const text = typed
    .normalize('NFKC')
    .replace(/[T\s]+00:00(:00(\.0+)?)?Z?$/, '')
    .replace(/^(自|从|至|到|截至)\s*/, '')
    .trim()
  if (/^[-–—/.]*$/.test(text) || /^(n\/?a|none|unknown|无|不详|tbc)$/i.test(text)) return { is: 'nothing' }
  if (openWords.test(text)) return { is: 'open' }
  return yearFirst(text) ?? figures(text, order) ?? monthNamed(text) ?? serial(text, from1904) ?? wrong(whyWrong(text))
}

const openWords =
  /^(长期(有效)?|永久(有效)?|无固定期限|无(截止|终止)?期限|不定期|(open[- ]?ended|indefinite(ly)?|unlimited|perpetual|no (end|expiry)( date)?|evergreen|rolling|permanent))$/i

const wrong = (why: (LooseDate & { is: 'wrong' })['why']): LooseDate => ({ is: 'wrong', why })

function dayOf(year: number, month: number, day: number): LooseDate {
  try {
    if (year < 1850 || year > 2200) return wrong('no_such_day')
    return { is: 'day', day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() }
  } catch {
    return wrong('no_such_day')
  }
}

/** 2019-3-1, 2019/03/01, 2019.3.1, 20190301, 2019年3月1日, 二〇一九年三月一日. */
function yearFirst(text: string): LooseDate | null {
  const plain = /^[〇○零一二三四五六七八九十年月日号\s]+$/.test(text) ? figuresOf(text) : text
  const found =
    /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号]?\.?$/.exec(plain) ??
    /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(plain)
  return found && dayOf(Number(found[1]), Number(found[2]), Number(found[3]))
}

/** 01/03/2019, 1.3.2019, 01-03-2019. */
function figures(text: string, order: DateOrder | null): LooseDate | null {
  const found = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4})\.?$/.exec(text)
  if (!found) return null
  const [a, b, year] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const [dayFirst, monthFirst] = [dayOf(year, b, a), dayOf(year, a, b)]
  if (dayFirst.is === 'day' && monthFirst.is === 'day' && a !== b) {
    if (order === null) return { is: 'ambiguous', either: [dayFirst.day, monthFirst.day] }
    return order === 'day_first' ? dayFirst : monthFirst
  }
  const only = dayFirst.is === 'day' ? dayFirst : monthFirst
  const against = a !== b && order !== null && only.is === 'day' && (order === 'day_first') !== (only === dayFirst)
  return against ? wrong('against_order') : only
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const whole =
  'january|february|march|april|may|june|july|august|september|october|november|december|sept|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec'

/** 1 March 2019, 1st Mar 2019, 01-Mar-2019, March 1, 2019. */
function monthNamed(text: string): LooseDate | null {
  const tail = text.replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[,.]?\s+/i, '')
  const before = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-\\s.,]*(?:of\\s+)?(${whole})\\.?[-\\s,]*(\\d{4})$`, 'i').exec(
    tail,
  )
  const after = new RegExp(`^(${whole})\\.?[-\\s]*(\\d{1,2})(?:st|nd|rd|th)?[-\\s,]+(\\d{4})$`, 'i').exec(tail)
  const month = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (before) return dayOf(Number(before[3]), month(before[2]!), Number(before[1]))
  return after && dayOf(Number(after[3]), month(after[1]!), Number(after[2]))
}

/** 43525: the number a spreadsheet keeps a day as. */
function serial(text: string, from1904: boolean): LooseDate | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const day = serialDay(Number(text), from1904)
  return day ? { is: 'day', day } : null
}

function whyWrong(text: string): (LooseDate & { is: 'wrong' })['why'] {
  if (/^\d{4}(\s*[-/.年]\s*\d{0,2}\s*月?)?$/.test(text) || new RegExp(`^(${whole})\\.?[-\\s]*\\d{4}$`, 'i').test(text))
    return 'day_missing'
  return /^\d{1,2}\s*[-/.\s]\s*(\d{1,2}|[a-z]+)\s*[-/.\s]\s*\d{2}$/i.test(text) ? 'short_year' : 'not_a_date'
}

const digits = '〇一二三四五六七八九'

/** Chinese figures of a date: 二〇一九年十二月三十一日 as 2019年12月31日. */
function figuresOf(text: string): string {
  return text
    .replace(/[○零]/g, '〇')
    .replace(/([一二三])?十([一二三四五六七八九])?(?=[月日号])/g, (_, tens, ones) =>
      String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (one) => String(digits.indexOf(one)))
}

/** Years of a term: `5`, `5 years`, `五年`, `5年`. Null where it says no number of years. */
export function readYears(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  const chinese = /^([一二三四五六七八九十])年$/.exec(text)?.[1]
  const years = chinese
    ? chinese === '十'
      ? 10
      : digits.indexOf(chinese)
    : Number(/^(\d{1,2})\s*(年|years?|yrs?)?$/i.exec(text)?.[1])
  return years >= 1 && years <= 50 ? years : null
}

/** Whether a text means an agreement without an end. */
export const saysOpen = (typed: string): boolean => openWords.test(typed.normalize('NFKC').trim())
