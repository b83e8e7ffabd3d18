import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pageTexts } from '#src/platform/render/index.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair

before(async () => {
  pair = await openNegotiation()
  const officer = await pair.hust.browser('officer')
  const person = await officer.post('/contacts', { latin: 'Ouyang Moumou', native: '欧阳某某', basis: 'none' })
  const id = person.headers.get('location')!.replace(/\?.*/, '')
  await officer.post(`${id}/posts`, {
    institution: 'Queen Mary',
    title_en: 'President',
    title_zh: '校长',
    since: '2019-01-01',
    rank: '10',
  })
  const entry = {
    partner: pair.queenMary.ror,
    titleEn: 'Student exchange',
    titleZh: '学生交换协议',
    kind: 'exchange',
    endsOn: '2027-03-01',
    signedOn: '2022-03-02',
    note: 'zanzibar',
  }
  assert.equal((await officer.post('/register', entry)).status, 303)
})
after(() => pair.close())

test('one field finds partners, agreements and people, in English and Chinese', async () => {
  const officer = await pair.hust.browser('officer')
  for (const [typed, expected] of [
    ['queen mary', /href="\/partners\/026zzn846"[\s\S]*href="\/register\//],
    ['玛丽女王', /href="\/partners\/026zzn846"/],
    ['学生交换', /Student exchange/],
    ['moumou ouyang', /href="\/contacts\/[^"]+"><span class="person"[\s\S]*欧阳某某/],
    ['zanzibar', /Nothing found/],
  ] as const)
    assert.match(await officer.read(`/find?q=${encodeURIComponent(typed)}`), expected, typed)
  assert.match(await officer.read('/find?q=exchange&part=found'), /^<section/)
  assert.equal((await (await pair.hust.browser('public')).get('/find?q=x')).status, 303)
  assert.equal((await (await pair.hust.browser('nobody')).get('/find?q=x')).status, 404)
})

test('the morning says what ends within a year, of how many in force', async () => {
  const page = await (await pair.hust.browser('officer')).read('/')
  assert.match(page, /Ends within a year[\s\S]*1 of 1 in force[\s\S]*Student exchange[\s\S]*1 March 2027/)
})

test('“brief me” is a document in the reader’s language with what the register holds, and nothing internal', async () => {
  const path = `/partners/${pair.queenMary.ror}/brief.pdf`
  const read = async (language: 'en' | 'zh') => {
    const answer = await (await pair.hust.browser('reader', language)).get(path)
    assert.equal(answer.status, 200)
    return (await pageTexts(new Uint8Array(await answer.arrayBuffer()))).join('\n')
  }
  const english = await read('en')
  for (const words of [
    'Queen Mary University of London',
    'Ouyang Moumou',
    'Student exchange',
    'ends on 1 March 2027',
    'counted in the register on 23 September 2026',
  ])
    assert.ok(english.replace(/\s+/g, ' ').includes(words), words)
  assert.ok(!english.includes('zanzibar'))
  assert.ok(!english.includes('asks for nothing'))
  const chinese = (await read('zh')).replace(/\s+/g, '')
  for (const words of ['伦敦玛丽女王大学', '欧阳某某', '学生交换协议', '将于2027年3月1日到期'])
    assert.ok(chinese.includes(words), words)
  assert.equal((await (await pair.hust.browser('public')).get(path)).status, 303)
  assert.equal((await (await pair.hust.browser('nobody')).get(path)).status, 404)
  assert.equal((await (await pair.hust.browser('officer')).get(`/partners/${pair.hust.ror}/brief.pdf`)).status, 404)
})
