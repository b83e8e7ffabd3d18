import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import {
  type HandAct,
  handActs,
  moveByHand,
  movePartnership,
  type PartnershipAct,
  type PartnershipState,
  partnershipLifecycle,
  partnershipStates,
} from './partnership.ts'

const tie = (state: PartnershipState) => ({ id: 'p', partner: '026zzn846', state, since: '2019' })

/** Written out by hand: what the table must say. */
const moves: Record<PartnershipAct, Partial<Record<PartnershipState, PartnershipState>>> = {
  begin_scoping: { prospect: 'scoping' },
  approve_in_principle: { scoping: 'approved_in_principle' },
  begin_cooperation: { approved_in_principle: 'cooperating' },
  nominate: { cooperating: 'nominated_key', stepped_down: 'nominated_key' },
  withdraw_nomination: { nominated_key: 'cooperating' },
  begin_review: { key_partner: 'under_review' },
  approve_renewal: { under_review: 'key_partner' },
  step_down: { under_review: 'stepped_down' },
  end: {
    prospect: 'ended',
    scoping: 'ended',
    approved_in_principle: 'ended',
    cooperating: 'ended',
    under_review: 'ended',
    stepped_down: 'ended',
  },
  take_up_again: { ended: 'scoping' },
  conclude_key_agreement: Object.fromEntries(partnershipStates.map((state) => [state, 'key_partner'])),
  key_agreement_ended: { key_partner: 'stepped_down', under_review: 'stepped_down' },
}
const acts = Object.keys(moves) as PartnershipAct[]
const expected = (state: PartnershipState, act: PartnershipAct) => moves[act][state]

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

const everything = { account: 'a', officer: true, approver: true }
const refused = (act: () => unknown, reason: string) =>
  assert.throws(act, (problem: unknown) => problem instanceof Refusal && problem.reason === reason)

test('no button of one person alone makes a key partner; a renewal is approved by another than began the review', () => {
  for (const state of partnershipStates) {
    const alone = handActs(tie(state), everything, 'a')
    assert.ok(!alone.some(({ to }) => to === 'key_partner'), state)
    assert.ok(!handActs(tie(state), everything, null).some(({ to }) => to === 'key_partner'), state)
  }
  const renewals = handActs(tie('under_review'), { ...everything, account: 'b' }, 'a').map(({ act }) => act)
  assert.ok(renewals.includes('approve_renewal'))
  const step = { act: 'approve_renewal' as HandAct, evidence: 'Board minutes 7' }
  refused(() => moveByHand(tie('under_review'), step, everything, 'a'), 'another_person_decides')
  const officer = { account: 'b', officer: true, approver: false }
  refused(() => moveByHand(tie('under_review'), step, officer, 'a'), 'approvers_only')
})

test('what binds the university says where it was decided', () => {
  const act = 'approve_in_principle'
  refused(() => moveByHand(tie('scoping'), { act, evidence: '' }, everything, null), 'evidence_missing')
  assert.equal(
    moveByHand(tie('scoping'), { act, evidence: 'Minutes 12' }, everything, null).to,
    'approved_in_principle',
  )
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
