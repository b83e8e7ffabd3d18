/** The first wording of minutes, from what happened. The office writes on from there. */
import { clockTime, daysApart } from '#src/platform/time.ts'
import type { CeremonyRecord } from './ceremony-record.ts'
import type { Block } from './frame.ts'
import type { Speaker } from './guest.ts'
import type { Prose } from './minutes.ts'
import type { Bilingual, Plan, PlanItem } from './plan.ts'

interface Named {
  en: string
  zh: string
}

/** @param names of the two universities, in the order of the plan's parties */
export function draftProse(record: CeremonyRecord, names: [Named, Named]): Prose {
  const summaries = record.items.map(({ item }) => [item.id, summaryOf(item)] as const)
  return { opening: openingOf(record, names), closing: closingOf(record), summaries: Object.fromEntries(summaries) }
}

/** When it was in each hall, the convenor's first; the other's own day where it is another there. */
function clocks({ plan, startedAt, endedAt }: CeremonyRecord, language: 'en' | 'zh'): string[] {
  const zones = plan.parties.map((party) => plan.places[party]!.zone)
  const days = daysApart(startedAt, zones, language)
  return plan.parties.map((party, n) => {
    const { zone, city } = plan.places[party]!
    const [from, to] = [clockTime(startedAt, zone), clockTime(endedAt, zone)]
    const [day, on] = [days[n]!, n === 0 ? 'On' : 'on']
    if (language === 'en') return `${day && `${on} ${day}, `}from ${from} to ${to} in ${city.en}`
    return n === 0 ? `${day}，${city.zh || city.en}时间${from}至${to}` : `${city.zh || city.en}时间${day}${from}至${to}`
  })
}

function openingOf(record: CeremonyRecord, [first, second]: [Named, Named]): Bilingual {
  const [en, zh] = [clocks(record, 'en'), clocks(record, 'zh')]
  const title = titleOf(record.plan)
  return {
    en: `${en[0]} and ${en[1]}, ${first.en} and ${second.en} met for “${title.en}”.`,
    zh: `${zh[0]}（${zh[1]}），${first.zh}与${second.zh}举行“${title.zh}”。`,
  }
}

const titleOf = ({ title }: Plan): Bilingual => ({ en: title.en || title.zh, zh: title.zh || title.en })

function closingOf({ commitments }: CeremonyRecord): Bilingual {
  const n = commitments.length
  if (n === 0) return { en: 'The ceremony closed as planned.', zh: '典礼按议程圆满结束。' }
  return {
    en: `${n === 1 ? 'One commitment was' : `${n} commitments were`} noted during the ceremony; both offices will follow ${n === 1 ? 'it' : 'them'} up.`,
    zh: `典礼期间共记录${n}项承诺，由双方国际事务部门跟进落实。`,
  }
}

/** Not who said what, which nobody has read yet: only who spoke, or what was done. */
function summaryOf({ block, speaker }: PlanItem): Bilingual {
  if (!speaker) return done[block] ?? { en: '', zh: '' }
  const [en, zh] = [nameAnd(speaker, 'en'), nameAnd(speaker, 'zh')]
  if (block === 'speech') return { en: `${en}, gave an address.`, zh: `${zh}致辞。` }
  if (block === 'welcome') return { en: `${en}, opened the ceremony.`, zh: `${zh}主持开幕。` }
  return { en: `${en}, spoke.`, zh: `${zh}发言。` }
}

const nameAnd = ({ name, title }: Speaker, language: 'en' | 'zh'): string =>
  language === 'en' ? `${name.latin}, ${title.en || title.zh}` : `${title.zh || title.en}${name.native ?? name.latin}`

const done: Partial<Record<Block, Bilingual>> = {
  signing: { en: 'Both sides proceeded to the signing.', zh: '双方进行签署。' },
  photograph: { en: 'A photograph was taken together.', zh: '双方合影留念。' },
  closing: { en: 'The ceremony was closed.', zh: '典礼闭幕。' },
}
