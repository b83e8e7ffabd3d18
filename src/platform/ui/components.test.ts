import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import {
  day,
  daysFor,
  diff,
  hash,
  moments,
  person,
  refusalText,
  room,
  type SeatState,
  table,
  textArea,
  verdict,
} from './index.ts'

const london = { zone: 'Europe/London', city: { en: 'London', zh: '伦敦' } }
const wuhan = { zone: 'Asia/Shanghai', city: { en: 'Wuhan', zh: '武汉' } }
const text = (drawn: unknown) => String(drawn).replace(/<[^>]*>/g, '')

test('an instant in the time of both sides, summer and winter, same day or not', () => {
  const at = (iso: string, language: 'en' | 'zh' = 'en') =>
    text(moments(Temporal.Instant.from(iso), { places: [london, wuhan], language }))
  assert.equal(at('2021-09-06T14:20:00Z'), '6 Sept 2021, 15:20 London, 22:20 Wuhan')
  assert.equal(at('2021-12-06T14:20:00Z'), '6 Dec 2021, 14:20 London, 22:20 Wuhan')
  assert.equal(at('2021-10-14T22:59:00Z'), '14 Oct 2021, 23:59 London, 15 Oct 2021, 06:59 Wuhan')
  assert.equal(at('2021-09-06T14:20:00Z', 'zh'), '2021年9月6日 伦敦 15:20，武汉 22:20')
})

test('an hour that is said without its day has one where the day is not the same in both places', () => {
  const at = (iso: string) =>
    text(moments(Temporal.Instant.from(iso), { places: [wuhan, london], language: 'en', date: false }))
  assert.equal(at('2021-09-06T14:20:00Z'), '22:20 Wuhan, 15:20 London')
  assert.equal(at('2021-12-31T16:20:00Z'), '1 Jan 2022, 00:20 Wuhan, 31 Dec 2021, 16:20 London')
})

test('a date is the date of its place', () => {
  const at = Temporal.Instant.from('2021-10-14T22:59:00Z')
  assert.equal(
    String(day(at, { zone: 'Asia/Shanghai', language: 'zh' })),
    '<time class="day" datetime="2021-10-15">2021年10月15日</time>',
  )
  assert.equal(text(day(at, { zone: 'Europe/London', language: 'en' })), '14 October 2021')
})

test('days in words', () => {
  assert.deepEqual(
    [0, 1, 58].map((n) => daysFor(n, 'en')),
    ['today', '1 day', '58 days'],
  )
  assert.equal(daysFor(58, 'zh'), '58 天')
})

test('a hash in groups of four: what is not shown can still be read out and copied', () => {
  const drawn = String(hash('0123456789abcdef', { language: 'en', groups: 2 }))
  assert.match(drawn, /value="0123456789abcdef"/)
  assert.match(drawn, /<code translate="no">0123 4567<span class="visually-hidden"> 89ab cdef<\/span>/)
})

test('a person has both names, marked; no second name is made up', () => {
  assert.equal(
    String(person({ latin: 'Wang Xiaoming', native: '王小明' })),
    '<span class="person" translate="no"><span lang="zh-Latn">Wang Xiaoming</span> <span lang="zh-CN">王小明</span></span>',
  )
  assert.equal(
    String(person({ latin: 'O’Brien', native: null })),
    '<span class="person" translate="no"><span>O’Brien</span></span>',
  )
})

test('changes are said in words, and user text in them is escaped', () => {
  const drawn = String(
    diff(
      [
        { kind: 'same', text: 'a ' },
        { kind: 'removed', text: '<b>' },
        { kind: 'added', text: 'c' },
      ],
      'zh',
    ),
  )
  assert.match(drawn, /^a <del><span class="visually-hidden">删除：<\/span>&lt;b&gt;/)
  assert.match(drawn, /<ins><span class="visually-hidden">新增：<\/span>c/)
})

test('a text area gives back a text that begins with a line break', () => {
  assert.match(String(textArea({ name: 'a', label: 'A', value: '\nx' })), /<textarea[^>]*>\n\nx<\/textarea>/)
})

test('the word is whole only when both halves are signed', () => {
  const state = (left: SeatState[], right: SeatState[]) => {
    const half = (side: 'ours' | 'theirs', seats: SeatState[]) => ({
      name: { en: 'A', zh: '甲' },
      seal: 'A',
      side,
      seats: seats.map((one) => ({ name: { latin: 'N', native: null }, title: { en: 'T', zh: '职' }, state: one })),
    })
    const drawn = String(room({ left: half('ours', left), right: half('theirs', right), language: 'en' }))
    return /chirograph tall state-(\w+)/.exec(drawn)?.[1]
  }
  assert.equal(state(['signed'], ['signed']), 'both')
  assert.equal(state(['signed'], ['consented']), 'left')
  assert.equal(state(['reading'], ['signed']), 'right')
  assert.equal(state(['signed', 'consented'], ['signed']), 'right')
  assert.equal(state(['consented'], ['consented']), 'none')
  assert.equal(state([], []), 'none')
})

test('one signature of two is said loudly, and nowhere else', () => {
  const said = (state: 'complete' | 'partial' | 'altered', language: 'en' | 'zh' = 'en') =>
    text(verdict({ state, title: '', signed: 1, of: 2, language }))
  assert.equal(said('partial'), 'Incomplete: signed by 1 of 21/2')
  assert.equal(said('partial', 'zh'), '签名不全：2 方中仅 1 方已签名1/2')
  assert.equal(said('complete'), 'Complete')
  assert.equal(said('altered'), 'Altered')
})

test('a table’s cells carry their column’s label for narrow screens; rows are named', () => {
  const drawn = String(
    table({
      caption: 'C',
      columns: [
        { label: 'Name', head: true },
        { label: 'Places', numeric: true },
      ],
      rows: [['<x>', 0]],
    }),
  )
  assert.match(drawn, /<th scope="row">&lt;x&gt;<\/th><td data-label="Places" class="numeric">0<\/td>/)
})

test('a refusal nobody has words for is named, also when its reason is a word of the language itself', () => {
  assert.equal(refusalText(new Refusal('constructor'), {}, 'en'), 'The request was refused. (constructor)')
})
