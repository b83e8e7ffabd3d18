import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair
let officer: OfficeBrowser
let known: string

const nobody = {
  latin: '',
  native: '',
  language: '',
  email: '',
  phone: '',
  assistant: '',
  basis: 'none',
  basisNote: '',
  note: '',
}
const add = (more: Partial<Record<string, string>>) =>
  officer.post('/contacts', { ...nobody, ...more } as Record<string, string>)

before(async () => {
  pair = await openNegotiation()
  officer = await pair.hust.browser('officer')
  const answer = await add({
    latin: 'Ouyang Xiaoming',
    native: '欧阳小明',
    email: 'o.xm@hust.example',
    basis: 'published',
  })
  known = answer.headers.get('location')!.split('?')[0]!
})
after(() => pair.close())

test('somebody known is not written down twice unnoticed: any order, spaces, accents, script or the same address', async () => {
  for (const more of [
    { latin: 'Ouyang Xiaoming' },
    { latin: 'Xiaoming Ouyang' },
    { latin: 'OUYANG Xiao-Ming' },
    { latin: 'Ōuyáng Xiǎomíng' },
    { latin: 'Ouyangxiaoming' },
    { latin: 'O. Y.', native: '欧阳 小明' },
    { latin: 'Somebody Else', email: 'O.XM@hust.example', basis: 'published' },
  ]) {
    const answer = await add(more)
    assert.equal(answer.status, 409, JSON.stringify(more))
    const page = await answer.text()
    assert.match(page, /This person may be here already/)
    assert.ok(page.includes(`href="${known}"`), JSON.stringify(more))
    assert.ok(page.includes(`value="${more.latin}"`), 'what was typed comes back')
  }
  const people = await pair.hust.database.db
    .selectFrom('person')
    .select('id')
    .where('joined', 'like', '%ouyang%')
    .execute()
  assert.equal(people.length, 1)
})

test('who is somebody else is added with one more press; who is like nobody at once', async () => {
  assert.equal((await add({ latin: 'Ouyang Xiao' })).status, 303)
  assert.equal((await add({ latin: 'Ouyang Xiaoming', anyway: 'yes' })).status, 303)
  const chinese = await pair.hust.browser('officer', 'zh')
  assert.match(
    await (await chinese.post('/contacts', { ...nobody, latin: 'Ouyang Xiaoming' })).text(),
    /确为另一人，仍要添加/,
  )
})

test('while a name is typed, those like it are shown, to officers only', async () => {
  const part = async (fields: Record<string, string>, who = officer) => {
    const answer = await who.post('/contacts/alike', fields)
    return answer.status === 200 ? answer.text() : String(answer.status)
  }
  assert.match(await part({ latin: 'ouyang xia' }), /Already here, perhaps/)
  assert.match(await part({ latin: '', native: '小明' }), /欧阳小明/)
  assert.equal(await part({ latin: 'ou' }), '')
  assert.equal(await part({ latin: 'Nobody Known' }), '')
  assert.equal(await part({ latin: 'ouyang' }, await pair.hust.browser('reader')), '403')
})
