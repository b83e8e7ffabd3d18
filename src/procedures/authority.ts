/** Who may sign what for the university. Rules only. */
import { type Risk, risks, type Subject } from './route.ts'

export interface SignAuthority {
  id: string
  account: string
  /** None: every type. */
  kinds: string[]
  /** The highest risk it covers. */
  risk: Risk
  /** The most an agreement may be worth, in `currency`; null: any value. */
  valueUpTo: number | null
  currency: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate | null
  basis: string
}

export interface Signable extends Subject {
  value: number | null
  currency: string
}

/** Whether the authority covers the agreement on that day. A risk nobody judged counts as high; a value in another currency is not covered. */
export function covers(authority: SignAuthority, subject: Signable, day: Temporal.PlainDate): boolean {
  const { from, to, kinds, valueUpTo } = authority
  if (Temporal.PlainDate.compare(day, from) < 0 || (to && Temporal.PlainDate.compare(day, to) > 0)) return false
  if (kinds.length > 0 && !kinds.includes(subject.kind)) return false
  if (risks.indexOf(subject.risk ?? 'high') > risks.indexOf(authority.risk)) return false
  if (valueUpTo === null || subject.value === null) return true
  return subject.currency === authority.currency && subject.value <= valueUpTo
}

/** Where the house named nobody yet, everyone with the role may sign; else only who is covered. */
export const maySign = (all: SignAuthority[], account: string, subject: Signable, day: Temporal.PlainDate): boolean =>
  all.length === 0 || all.some((one) => one.account === account && covers(one, subject, day))
