import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pageTexts } from '#src/platform/render/index.ts'
import { type Around, holdIt, openAround } from '#test/support/around.ts'
import { planAt, saveSheet, sharedCeremony } from '#test/support/ceremony.ts'
import { formOf } from '#test/support/negotiation.ts'

let pair: Around
let id: string
before(async () => {
  pair = await openAround()
  id = (await sharedCeremony(pair)).id
})
after(() => pair.close())

/** The words of a paper, page by page, spaces evened out. */
async function paper(name: string, ceremony = id): Promise<string[]> {
  const officer = await pair.hust.browser('officer')
  const answer = await officer.get(`/ceremonies/${ceremony}/papers/${name}`)
  assert.equal(answer.status, 200, `${name}: ${answer.status === 200 ? '' : await answer.text()}`)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  const pages = await pageTexts(new Uint8Array(await answer.arrayBuffer()))
  return pages.map((page) => page.replace(/\s+/g, ' '))
}

test('the programme prints each item at the right hour in both cities, whatever the season', async () => {
  const seasons = [
    ['2027-03-10', '16:00', '08:00'],
    ['2027-07-10', '16:00', '09:00'],
    ['2027-10-10', '16:00', '09:00'],
    ['2027-12-10', '16:00', '08:00'],
  ] as const
  for (const [date, time, london] of seasons) {
    const made = await sharedCeremony(pair, { date, time })
    const [page] = await paper('programme.pdf', made.id)
    const [first, second] = (await planAt(pair.hust, made.id)).items
    assert.match(page!, new RegExp(`${time}[–-]\\d\\d:\\d\\d Wuhan`), date)
    assert.match(page!, new RegExp(`${london}[–-]\\d\\d:\\d\\d London`), date)
    const next = first!.startsAt.add({ minutes: first!.minutes })
    assert.ok(second!.startsAt.equals(next))
    const minute = String(first!.minutes).padStart(2, '0')
    assert.ok(
      page!.includes(`${time.slice(0, 2)}:${minute}`) && page!.includes(`${london.slice(0, 2)}:${minute}`),
      date,
    )
  }
})

test('the programme names speakers in both scripts with their titles, and both languages of each item', async () => {
  const text = (await paper('programme.pdf')).join(' ')
  for (const words of ['王小明', 'Wang Xiaoming', 'President', '校长', '武汉', 'Wuhan', '签署', 'Signing'])
    assert.ok(text.includes(words), words)
})

test('there is a place card for each guest who has not declined, both names on both faces', async () => {
  const pages = await paper('place-cards.pdf?side=ours')
  const plan = await planAt(pair.hust, id)
  assert.equal(pages.length, plan.guests[pair.hust.ror]!.length)
  assert.equal(pages[0]!.match(/Wang Xiaoming/g)?.length, 2)
  assert.equal(pages[0]!.match(/王小明/g)?.length, 2)
  const all = await paper('place-cards.pdf')
  assert.equal(all.length, plan.guests[pair.hust.ror]!.length + plan.guests[pair.queenMary.ror]!.length)
  assert.equal((await saveSheet(pair.hust, id, { guest_0_attending: 'declined' })).status, 303)
  assert.equal((await paper('place-cards.pdf?side=ours')).length, pages.length - 1)
  assert.equal((await saveSheet(pair.hust, id, { guest_0_attending: 'unknown' })).status, 303)
})

test('the list of names and the attendance list keep each side’s order', async () => {
  for (const name of ['names.pdf', 'attendance.pdf']) {
    const text = (await paper(name)).join(' ')
    const places = ['Wang Xiaoming', 'Deputy of HUST', 'Dean of HUST', "Ruth O'Brien", 'Deputy of Queen Mary'].map(
      (who) => text.indexOf(who),
    )
    assert.ok(!places.includes(-1), `${name}: ${places}`)
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      name,
    )
  }
})

test('a briefing has the speaker’s part, what to say, the register’s ties with sources, what is to be signed, who is who and the running order', async () => {
  const officer = await pair.hust.browser('officer')
  const [head] = (await planAt(pair.hust, id)).guests[pair.hust.ror]!
  const [opposite] = (await planAt(pair.hust, id)).guests[pair.queenMary.ror]!
  const { db } = pair.hust.database
  const fact = {
    institution: pair.queenMary.ror,
    position: 1,
    label_en: 'Founded',
    label_zh: '创办',
    value_en: '1785',
    value_zh: '1785年',
  }
  await db
    .insertInto('institution_fact')
    .values({ ...fact, source: 'http://example.org/profile', as_of: '2021-09-28' })
    .execute()
  const at = `/ceremonies/${id}/briefing`
  const points = { points_en: '- Thank the hosts\n- Name the joint laboratory', points_zh: '- 感谢主办方' }
  const mine = formOf(await officer.read(`${at}?guest=${head!.id}`), at)
  assert.equal((await officer.post(at, { ...mine, ...points })).status, 303)
  const theirs = formOf(await officer.read(`${at}?guest=${opposite!.id}`), at)
  assert.equal(
    (await officer.post(at, { ...theirs, life_en: 'Leads the university; a chemist.', life_zh: '化学家。' })).status,
    303,
  )
  const common = formOf(await officer.read(at), `/ceremonies/${id}/background`)
  assert.equal(
    (await officer.post(`/ceremonies/${id}/background`, { ...common, ties_en: 'Two exchanges since 2019.' })).status,
    303,
  )

  const text = (await paper(`briefing.pdf?guest=${head!.id}`)).join(' ')
  const wanted = [
    'Wang Xiaoming',
    'Your part',
    'Name the joint laboratory',
    '感谢主办方',
    'Founded',
    'http://example.org/profile (2021-09-28)',
    'Two exchanges since 2019.',
    'cooperating, since 2019',
    "Ruth O'Brien",
    'Leads the university; a chemist.',
    'Running order',
  ]
  for (const words of wanted) assert.ok(text.includes(words), words)
  const crossing = await db.selectFrom('outbox').select('body').where('topic', '=', 'message').execute()
  assert.ok(!JSON.stringify(crossing).includes('joint laboratory'))
})

test('two who write one briefing lose no word', async () => {
  const officer = await pair.hust.browser('officer')
  const guest = (await planAt(pair.hust, id)).guests[pair.hust.ror]![1]!
  const at = `/ceremonies/${id}/briefing`
  const fields = formOf(await officer.read(`${at}?guest=${guest.id}`), at)
  assert.equal((await officer.post(at, { ...fields, points_en: 'First thought' })).status, 303)
  const late = await officer.post(at, { ...fields, points_en: 'Second thought' })
  assert.equal(late.status, 409)
  const page = await late.text()
  assert.match(page, /Second thought/)
  assert.match(page, /What a colleague saved[\s\S]*First thought/)
})

test('a character the fonts do not have is named, on a page, in the reader’s language', async () => {
  const officer = await pair.hust.browser('officer', 'zh')
  assert.equal((await saveSheet(pair.hust, id, { guest_1_native: '丁𰻞' })).status, 303)
  const answer = await officer.get(`/ceremonies/${id}/papers/names.pdf`)
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /现有字体中没有“𰻞”的字形/)
  assert.equal((await saveSheet(pair.hust, id, { guest_1_native: '' })).status, 303)
})

test('what people wrote is printed as it is, and never run', async () => {
  const hall = '#eval("1+1") $x^2$ *bold* @ref \\\\ `code`'
  assert.equal((await saveSheet(pair.hust, id, { hall_en: hall })).status, 303)
  const text = (await paper('programme.pdf')).join(' ')
  assert.ok(text.includes('#eval("1+1") $x^2$ *bold* @ref'), text.slice(0, 400))
  assert.equal((await saveSheet(pair.hust, id, { hall_en: '' })).status, 303)
})

test('minutes are printed with the times both nodes recorded and the hash both agreed to', async () => {
  const made = await sharedCeremony(pair)
  await holdIt(pair, made.id)
  const officer = await pair.hust.browser('officer')
  const at = `/ceremonies/${made.id}/minutes`
  assert.equal((await officer.post(at, formOf(await officer.read(`${at}/edit`), at))).status, 303)
  const text = (await paper('minutes.pdf', made.id)).join(' ')
  for (const words of ['16:05', '08:05', 'Draft, not yet proposed', '1240', 'Wang Xiaoming'])
    assert.ok(text.includes(words), words)
  const other = await pair.queenMary.browser('officer')
  assert.equal((await other.get(`/ceremonies/${made.id}/papers/minutes.pdf`)).status, 404)
})

test('past midnight in one of the cities, briefing and minutes give that city’s own day with its hour', async () => {
  const made = await sharedCeremony(pair, { date: '2027-03-10', time: '07:56' })
  const [head] = (await planAt(pair.hust, made.id)).guests[pair.hust.ror]!
  const briefing = (await paper(`briefing.pdf?guest=${head!.id}`, made.id)).join(' ')
  assert.match(briefing, /London 00:\d\d[–-]00:\d\d 10 March 2027 2027 ?年 ?3 ?月 ?10 ?日/)
  assert.match(briefing.split('Running order')[1]!, /00:\d\d 10 March 2027 2027 ?年 ?3 ?月 ?10 ?日/)
  assert.equal(briefing.split('Running order')[1]!.match(/10 March 2027/g)?.length, 1, 'once, where midnight passes')
  // Held five minutes late: it begins at 23:55 in London.
  const { id: late } = await sharedCeremony(pair, { date: '2027-03-10', time: '07:50' })
  await holdIt(pair, late)
  const officer = await pair.hust.browser('officer')
  const at = `/ceremonies/${late}/minutes`
  const edit = await officer.read(`${at}/edit`)
  assert.match(edit.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), /London 10 March 2027, 00:\d\d–00:\d\d/)
  assert.equal((await officer.post(at, formOf(edit, at))).status, 303)
  const minutes = (await paper('minutes.pdf', late)).join(' ')
  assert.match(minutes, /London 00:\d\d[–-]00:\d\d 10 March 2027 2027 ?年 ?3 ?月 ?10 ?日/)
  const shown = (await (await pair.hust.browser('officer', 'zh')).read(at))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  assert.match(shown, /伦敦 2027年3月10日 00:\d\d–00:\d\d/)
})

test('papers are the office’s: the public and people without a role get none', async () => {
  for (const who of ['public', 'nobody'] as const) {
    const browser = await pair.hust.browser(who)
    for (const name of ['', '/programme.pdf', '/briefing.pdf', '/names.pdf'])
      assert.equal((await browser.get(`/ceremonies/${id}/papers${name}`)).status, 404, `${who} ${name}`)
    assert.equal((await browser.get(`/ceremonies/${id}/briefing`)).status, 404)
  }
  assert.equal((await (await pair.hust.browser('reader')).get(`/ceremonies/${id}/briefing`)).status, 403)
})
