import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import {
  movePartnership,
  officerActs,
  type PartnershipAct,
  type PartnershipState,
  partnershipLifecycle,
  partnershipStates,
} from './partnership.ts'

const acts: PartnershipAct[] = ['nominate', 'withdraw_nomination', 'conclude_key_agreement']
const tie = (state: PartnershipState) => ({ id: 'p', partner: '026zzn846', state, since: '2019' })

function expected(state: PartnershipState, act: PartnershipAct): PartnershipState | undefined {
  if (act === 'nominate') return state === 'cooperating' ? 'nominated_key' : undefined
  if (act === 'withdraw_nomination') return state === 'nominated_key' ? 'cooperating' : undefined
  return state === 'ended' ? undefined : 'key_partner'
}

describe('every state × act', () => {
  for (const state of partnershipStates) {
    for (const act of acts) {
      const to = expected(state, act)
      test(`${state}, ${act}: ${to ?? 'refused'}`, () => {
        if (to) return assert.equal(movePartnership(tie(state), act), to)
        assert.throws(
          () => movePartnership(tie(state), act),
          (problem: unknown) => problem instanceof Refusal && problem.reason === 'partnership_does_not_allow',
        )
      })
    }
  }
})

test('no officer has a button that makes a key partner', () => {
  for (const state of partnershipStates) {
    for (const act of officerActs(tie(state))) assert.notEqual(movePartnership(tie(state), act), 'key_partner')
  }
})

test('the database knows the same states', () => {
  const sql = readFileSync(new URL('../../migrations/0010_partners.sql', import.meta.url), 'utf8')
  const listed = /partnership_state_is_known check \(state in \(([^)]*)\)/.exec(sql)![1]!.match(/[a-z_]+/g)
  assert.deepEqual(listed, [...partnershipStates])
})

test('the README shows the lifecycle as it is', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  assert.deepEqual(
    readme.split('\n').filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| from')),
    partnershipLifecycle.map(({ from, act, who, to }) => `| ${from} | ${act} | ${who} | ${to} |`),
  )
})
