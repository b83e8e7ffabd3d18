import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { draftedAgreement, openNegotiation } from '#test/support/negotiation.ts'
import type { Pair } from '#test/support/postman.ts'
import { type Happened, stageTimes, stretches } from './stage-clock.ts'

const start = Temporal.Instant.from('2026-09-01T08:00:00Z')
const day = (n: number) => start.add({ minutes: Math.round(24 * 60 * n) })
const act = (n: number, name: string, more: Partial<Happened> = {}): Happened => ({
  act: `agreement.${name}`,
  at: day(n),
  byPartner: false,
  complete: false,
  ...more,
})
const targets = { drafting: 14, negotiating: 14, freezing: 7, approving: 14, signing: 14 }
const told = (happened: Happened[], until: number) =>
  stageTimes(stretches(start, happened), targets, day(until)).map((t) => [
    t.stage,
    t.side,
    t.days,
    t.runningDays,
    t.tooLong,
  ])

describe('whose time it was', () => {
  test('drafting, back and forth, freezing, approving side by side, signing', () => {
    const whole = [
      act(3, 'sent'),
      act(3.5, 'edited'),
      act(8, 'received', { byPartner: true }),
      act(9, 'sent'),
      act(12, 'freeze_received', { byPartner: true }),
      act(14, 'freeze_proposed'),
      act(14, 'frozen'),
      act(15, 'approved'),
      act(17, 'approved', { complete: true }),
      act(20, 'approved_by_partner', { byPartner: true }),
      act(20, 'approved_by_both'),
      act(24, 'concluded'),
    ]
    assert.deepEqual(told(whole, 100), [
      ['drafting', 'ours', 3, null, false],
      ['negotiating', 'theirs', 8, null, false],
      ['negotiating', 'ours', 1, null, false],
      ['freezing', 'ours', 2, null, false],
      ['approving', 'ours', 3, null, false],
      ['approving', 'theirs', 6, null, false],
      ['signing', 'both', 4, null, false],
    ])
  })

  test('a text that is reopened is negotiated again; its approvals begin anew', () => {
    const again = [
      act(1, 'sent'),
      act(2, 'freeze_proposed'),
      act(3, 'frozen'),
      act(5, 'approvals_cleared'),
      act(5, 'rejected'),
      act(6, 'freeze_proposed'),
      act(7, 'frozen'),
    ]
    assert.deepEqual(told(again, 30), [
      ['drafting', 'ours', 1, null, false],
      ['negotiating', 'theirs', 1, null, false],
      ['freezing', 'theirs', 2, null, false],
      ['approving', 'ours', 25, 23, true],
      ['approving', 'theirs', 25, 23, true],
      ['negotiating', 'ours', 1, null, false],
    ])
  })

  test('what waits is measured against the target, not what is over', () => {
    assert.deepEqual(told([act(20, 'sent')], 34), [
      ['drafting', 'ours', 20, null, false],
      ['negotiating', 'theirs', 14, 14, false],
    ])
    assert.deepEqual(told([act(20, 'sent')], 34.2).at(-1), ['negotiating', 'theirs', 14.2, 14.2, true])
  })
})

describe('on the pages', () => {
  let pair: Pair
  before(async () => {
    pair = await openNegotiation()
  })
  after(() => pair.close())
  const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

  test('each side sees its own days and the partner’s, and what waits too long by its own target', async () => {
    const id = await draftedAgreement(pair)
    pair.wait({ hours: 48 })
    await (await pair.hust.browser('officer')).post(`/agreements/${id}/versions`)
    await pair.deliver()
    const admin = await pair.queenMary.browser('administrator')
    const days = { drafting: '14', negotiating: '3', freezing: '7', approving: '14', signing: '14' }
    assert.equal((await admin.post('/procedures/targets', days)).status, 303)
    pair.wait({ hours: 24 * 5 })
    const page = async (office = pair.hust, language: 'en' | 'zh' = 'en', path = `/agreements/${id}`) =>
      plain(await (await office.browser('officer', language)).read(path))
    assert.match(await page(), /Time so far ?Drafting, HUST2 days ?Negotiating, Queen Mary5 days/)
    assert.match(await page(pair.queenMary), /Negotiating, Queen Mary5 days too long: target 3/)
    assert.match(await page(pair.queenMary, 'zh'), /磋商，玛丽女王5 天 超时：时限 3 天/)
    assert.match(
      await page(pair.queenMary, 'en', '/agreements/clocks'),
      /Key Partnership Agreement HUST ?Negotiating, us: 5 days ?too long: target 3/,
    )
    assert.match(await page(pair.hust, 'en', '/agreements/clocks'), /Negotiating, the partner: 5 days ?in time ?2 ?5/)
    const nobody = await pair.queenMary.browser('nobody')
    assert.equal((await nobody.get('/agreements/clocks')).status, 404)
  })
})
