import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLooseDate, readYears } from './loose-date.ts'

const day = (text: string, order: 'day_first' | 'month_first' | null = null) => {
  const read = readLooseDate(text, order)
  return read.is === 'day' ? read.day : read.is === 'wrong' ? read.why : read.is
}

test('one day in every form an office writes it', () => {
  for (const text of [
    ...['2019-3-1', '2019-03-01', '2019/3/1', '2019.03.01', '20190301', '2019-03-01 00:00:00', '２０１９－３－１'],
    ...[
      '2019年3月1日',
      '2019 年 3 月 1 日',
      '2019年03月01号',
      '二〇一九年三月一日',
      '二○一九年三月一日',
      '自2019年3月1日',
    ],
    ...[
      '1 March 2019',
      '1st March 2019',
      '01-Mar-2019',
      '1 Mar. 2019',
      'March 1, 2019',
      'Mar 1st 2019',
      'Friday, 1 March 2019',
    ],
    ...['43525', '43525.0', '43525.75'],
  ])
    assert.equal(day(text), '2019-03-01', text)
  assert.equal(day('二〇二〇年十二月三十一日'), '2020-12-31')
  assert.equal(day('二〇二〇年十月十日'), '2020-10-10')
  assert.equal(day('29 February 2020'), '2020-02-29')
})

test('what may mean two days is said to, until somebody says which comes first', () => {
  assert.deepEqual(readLooseDate('01/03/2019', null), { is: 'ambiguous', either: ['2019-03-01', '2019-01-03'] })
  assert.equal(day('01/03/2019', 'day_first'), '2019-03-01')
  assert.equal(day('01/03/2019', 'month_first'), '2019-01-03')
  assert.equal(day('25/03/2019'), '2019-03-25')
  assert.equal(day('03/25/2019'), '2019-03-25')
  assert.equal(day('5.5.2019'), '2019-05-05')
  assert.equal(day('03/25/2019', 'day_first'), 'against_order')
})

test('open-ended, nothing, and what is no day are told apart', () => {
  for (const text of ['长期', '长期有效', '无固定期限', 'open-ended', 'Open ended', 'indefinite', '永久'])
    assert.equal(day(text), 'open', text)
  for (const text of ['', '-', '—', 'n/a', '/', '无']) assert.equal(day(text), 'nothing', text)
  assert.equal(day('2019-02-30'), 'no_such_day')
  assert.equal(day('31/04/2019'), 'no_such_day')
  for (const text of ['2019', '2019年3月', 'March 2019', '2019-03']) assert.equal(day(text), 'day_missing', text)
  for (const text of ['01/03/19', '1-Mar-19']) assert.equal(day(text), 'short_year', text)
  for (const text of ['soon', '2019-03-01 to 2024-02-29', '99999999', '1']) assert.equal(day(text), 'not_a_date', text)
})

test('years of a term', () => {
  for (const text of ['5', '5 years', '五年', '5年', '５年']) assert.equal(readYears(text), 5, text)
  for (const text of ['', 'long', '0', '500', '长期']) assert.equal(readYears(text), null, text)
})
