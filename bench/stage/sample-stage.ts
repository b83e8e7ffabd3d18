/** A ceremony in the middle of a speech, for the measured server to show. */

import { hust, queenMary } from '#cast/universities.ts'
import type { PlanItem } from '#src/ceremonies/index.ts'
import type { StageView } from '#src/stage/read-stage.ts'
import { firstState } from '#src/stage/stage.ts'

const startsAt = Temporal.Instant.from('2021-09-23T07:30:00Z')

function items(): PlanItem[] {
  const blocks = [
    'welcome',
    'speech',
    'speech',
    'review',
    'dialogue',
    'proposals',
    'signing',
    'photograph',
    'closing',
  ] as const
  return blocks.map((block, i) => ({
    id: `item-${i}`,
    block,
    title: { en: `Item ${i} of the ceremony`, zh: `典礼第${i}项` },
    minutes: 10,
    startsAt: startsAt.add({ minutes: 10 * i }),
    party: hust.ror,
    speaker: null,
    language: 'both',
    interpreter: '',
    note: '',
  }))
}

export function sampleStage(): StageView {
  const id = '00000000-0000-4000-8000-000000000000'
  const place = ({ city, zone }: typeof hust) => ({ city, zone, hall: { en: '', zh: '' }, contact: '' })
  const plan = {
    id,
    rehearsalOf: null,
    title: { en: 'Signing of the Key Partnership Agreement', zh: '重点合作伙伴协议签约仪式' },
    startsAt,
    parties: [hust.ror, queenMary.ror],
    places: { [hust.ror]: place(hust), [queenMary.ror]: place(queenMary) },
    items: items(),
  } as unknown as StageView['plan']
  const itemStartedAt = startsAt.toString()
  const itemEndsAt = startsAt.add({ minutes: 10 }).toString()
  const state = {
    ...firstState(id, hust.ror),
    phase: 'live',
    scene: 'speech',
    item: 'item-1',
    itemStartedAt,
    itemEndsAt,
  } as const
  return {
    plan,
    state,
    us: { ...hust, ours: true },
    partner: { ...queenMary, ours: false },
    signing: null,
    captions: { en: [], zh: [] },
    decks: [],
    silentSince: null,
    watching: { here: 5_000, there: 0 },
  }
}
