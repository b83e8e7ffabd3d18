/** The running orders new plans begin with, by kind of ceremony. Everything in them can be changed. */

import type { Block, FrameItem, Kind, Tongue } from './frame.ts'
import type { Bilingual, Party } from './plan.ts'

interface Named {
  ror: Party
  short: Bilingual
  /** ISO 3166 */
  country: string
}

type Line = [block: Block, minutes: number, whose: 'convenor' | 'partner' | null, title: Bilingual]

const b = (en: string, zh: string): Bilingual => ({ en, zh })

/** As a signing of two universities goes: speeches, what has been done, what may come, then the signatures. */
const signing = (us: Bilingual, them: Bilingual): Line[] => [
  ['welcome', 5, 'convenor', b('Opening and introduction of guests', '开幕与嘉宾介绍')],
  ['speech', 8, 'convenor', b(`Address on behalf of ${us.en}`, `${us.zh}致辞`)],
  ['speech', 8, 'partner', b(`Address on behalf of ${them.en}`, `${them.zh}致辞`)],
  ['speech', 5, 'convenor', b('Address by a guest of honour', '特邀嘉宾致辞')],
  ['review', 10, 'convenor', b('Review of the cooperation', '合作回顾')],
  ['dialogue', 20, null, b('Strategic dialogue', '战略对话')],
  ['proposals', 10, 'convenor', b(`Proposals of the schools of ${us.en}`, `${us.zh}院系合作建议`)],
  ['proposals', 10, 'partner', b(`Proposals of the faculties of ${them.en}`, `${them.zh}院系合作建议`)],
  ['signing', 10, null, b('Signing of the agreement', '签署协议')],
  ['photograph', 5, null, b('Photograph', '合影')],
  ['closing', 4, 'convenor', b('Closing', '闭幕')],
]

const without = (lines: Line[], ...left: Block[]) => lines.filter(([block]) => !left.includes(block))

function linesOf(kind: Kind, us: Bilingual, them: Bilingual): Line[] {
  const all = signing(us, them)
  if (kind === 'signing') return all
  if (kind === 'launch' || kind === 'partner_day') return without(all, 'signing')
  if (kind === 'dialogue') return without(all, 'signing', 'photograph')
  return without(all, 'signing', 'review', 'proposals')
}

/** What people of a university are expected to speak; the side can say otherwise. */
const tongueOf = ({ country }: Named): Tongue => (country === 'CN' ? 'zh' : 'en')

const spoken: Block[] = ['speech', 'review', 'proposals']

/** @param newId makes the id of an item */
export function runningOrder(kind: Kind, convenor: Named, partner: Named, newId: () => string): FrameItem[] {
  return linesOf(kind, convenor.short, partner.short).map(([block, minutes, whose, title]) => {
    const side = whose === 'convenor' ? convenor : whose === 'partner' ? partner : null
    const language = side && spoken.includes(block) ? tongueOf(side) : 'both'
    return { id: newId(), block, title, minutes, party: side?.ror ?? null, language }
  })
}

/** An item as it is put in by hand. */
export const emptyItem = (id: string): FrameItem => ({
  id,
  block: 'other',
  title: { en: '', zh: '' },
  minutes: 5,
  party: null,
  language: 'both',
})
