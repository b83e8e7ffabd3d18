/**
 * The sample's ways of approval. Queen Mary's follows what it has published (School, Head, Faculty Executive, and for high risk the
 * Partnerships Board); HUST's is made up after what Chinese universities publish in general. Whoever holds a duty is invented.
 */
import type { Risk, Route, RouteStep } from '#src/procedures/index.ts'
import { hust, queenMary } from './universities.ts'

type Words = [en: string, zh: string]

export interface CastRoute {
  name: { en: string; zh: string }
  risks: Risk[]
  extent: Route['extent']
  steps: RouteStep[]
}

const step = (stage: number, duty: string, [en, zh]: Words, days: number): RouteStep => ({
  key: duty,
  stage,
  label: { en, zh },
  duty,
  account: null,
  days,
})

/** Duties beside the steps the configuration names, by ROR id. */
export const duties: Record<string, { key: string; label: { en: string; zh: string } }[]> = {
  [hust.ror]: [
    { key: 'faculty', label: { en: 'School', zh: '院系' } },
    { key: 'finance', label: { en: 'Finance', zh: '财务' } },
  ],
  [queenMary.ror]: [
    { key: 'head_of_school', label: { en: 'Head of School', zh: '学院院长' } },
    { key: 'faculty_executive', label: { en: 'Faculty Executive', zh: '学部执行委员会' } },
  ],
}

export const routes: Record<string, CastRoute[]> = {
  [hust.ror]: [
    {
      name: { en: 'High risk: vice-president', zh: '高风险：副校长审批' },
      risks: ['high'],
      extent: 'any',
      steps: [
        step(1, 'faculty', ['School', '院系'], 7),
        step(2, 'legal', ['Legal', '法务'], 7),
        step(2, 'finance', ['Finance', '财务'], 7),
        step(3, 'vice_president', ["Vice-president's office", '副校长办公室'], 14),
      ],
    },
    {
      name: { en: 'A school’s own agreement', zh: '院系协议' },
      risks: ['low', 'medium'],
      extent: 'unit',
      steps: [step(1, 'faculty', ['School', '院系'], 7), step(2, 'legal', ['Legal', '法务'], 7)],
    },
  ],
  [queenMary.ror]: [
    {
      name: { en: 'High risk: Partnerships Board', zh: '高风险：合作事务委员会审批' },
      risks: ['high'],
      extent: 'any',
      steps: [
        step(1, 'head_of_school', ['Head of School', '学院院长'], 7),
        step(2, 'faculty_executive', ['Faculty Executive', '学部执行委员会'], 14),
        step(3, 'partnerships_board', ['Partnerships Board', '合作事务委员会'], 28),
      ],
    },
    {
      name: { en: 'Low risk: the Faculty', zh: '低风险：学部审批' },
      risks: ['low', 'medium'],
      extent: 'unit',
      steps: [
        step(1, 'head_of_school', ['Head of School', '学院院长'], 7),
        step(2, 'faculty_executive', ['Faculty Executive', '学部执行委员会'], 14),
      ],
    },
  ],
}
