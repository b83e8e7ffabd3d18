/** The forms of authority and of types, read. Rules only. */

import { readDay } from '#src/platform/day.ts'
import { idOf } from '#src/platform/id.ts'
import type { NewAuthority } from './give-authority.ts'
import { refuse } from './refusals.ts'
import { risks } from './route.ts'
import type { TypeInput } from './save-type.ts'
import type { AgreementType } from './type-store.ts'

type Fields = Partial<Record<string, string>>

/** @throws Refusal `dates_wrong`, `value_wrong` */
export function readAuthorityForm(fields: Fields, types: AgreementType[]): NewAuthority {
  const { account, risk, to = '', basis = '' } = fields
  return {
    account: idOf(account),
    kinds: types.map(({ key }) => key).filter((key) => fields[`kind_${key}`]),
    risk: risks.find((one) => one === risk) ?? 'low',
    ...readMoney(fields),
    from: readDay(fields.from ?? '') ?? refuse('dates_wrong', {}, 422),
    to: to === '' ? null : (readDay(to) ?? refuse('dates_wrong', {}, 422)),
    basis: basis.trim().slice(0, 500),
  }
}

function readMoney({ value = '', currency = '' }: Fields): { valueUpTo: number | null; currency: string } {
  const [plain, code] = [value.replace(/[\s,，]/g, ''), currency.trim().toUpperCase()]
  if (plain === '' && code === '') return { valueUpTo: null, currency: '' }
  if (!/^\d{1,14}(\.\d{1,2})?$/.test(plain) || !/^[A-Z]{3}$/.test(code)) refuse('value_wrong', {}, 422)
  return { valueUpTo: Number(plain), currency: code }
}

export function readTypeForm(fields: Fields): Omit<TypeInput, 'at'> {
  const months = (text = '') => (text.trim() === '' ? null : Number(text))
  const { key = '', name_en = '', name_zh = '', counts_as = '' } = fields
  return {
    key: key || null,
    revision: Number(fields.revision) || 0,
    details: {
      name: { en: name_en.trim().slice(0, 120), zh: name_zh.trim().slice(0, 120) },
      countsAs: counts_as,
      termMonths: months(fields.term),
      noticeMonths: months(fields.notice),
      retired: key !== '' && fields.in_use === undefined,
    },
  }
}
