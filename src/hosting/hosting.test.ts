/** A partner without a node: started by an officer, its people invited, and what they get by their links and nobody else. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser } from '#src/command/self-test/browser.ts'
import {
  beginHosting,
  follow,
  guests,
  type Hosting,
  invite,
  letterTo,
  linkIn,
  openHosting,
  tongshan,
} from '#test/support/hosting.ts'

let hosting: Hosting
const at = `/partners/${tongshan.ror}/hosting`

before(async () => {
  hosting = await openHosting()
})
after(() => hosting?.close())

test('the partner’s page says that it has no node, and leads an officer to invite its people', async () => {
  const page = await (await hosting.office.as('officer')).open(`/partners/${tongshan.ror}`)
  assert.match(page.html, new RegExp(`href="${at}"`))
  const reader = await (await hosting.office.as('reader')).open(`/partners/${tongshan.ror}`)
  assert.doesNotMatch(reader.html, new RegExp(`href="${at}"`))
  assert.equal((await (await hosting.office.as('reader')).open(at)).status, 403)
})

test('an officer starts their half: a node of its own, paired, and marked as kept by us on both', async () => {
  const page = await beginHosting(hosting)
  assert.equal(page.status, 200)
  const theirs = hosting.theirs()
  assert.equal(new URL(theirs.config.publicUrl).hostname, 'tongshan.hust.localhost')
  const us = hosting.node.config.institution.ror
  for (const { db } of [hosting.node, theirs]) {
    const rows = await db
      .selectFrom('institution')
      .select(['ror', 'kept_by'])
      .where('kept_by', 'is not', null)
      .execute()
    assert.deepEqual(rows, [{ ror: tongshan.ror, kept_by: us }])
  }
  const [ours, other] = await Promise.all(
    [hosting.node, theirs].map(({ db }) => db.selectFrom('peer').select('fingerprint').executeTakeFirstOrThrow()),
  )
  assert.equal(ours!.fingerprint, other!.fingerprint)
  const again = await (await hosting.office.as('officer')).post(at, { label: 'other' })
  assert.equal(again.status, 409)
})

test('a guest comes by the link of a letter, on a press, once, and is shown the page', async () => {
  assert.equal((await invite(hosting, guests.officer)).status, 200)
  const theirs = hosting.theirs()
  const site = theirs.config.publicUrl
  const link = linkIn(await letterTo(theirs, guests.officer.email, 'invites you'))
  const stranger = openBrowser(site)
  assert.match((await stranger.open(link)).html, new RegExp(`action="${link}"`))
  const { browser, page } = await follow(site, link)
  assert.equal(page.status, 200)
  assert.match(page.html, /Luo Qing|罗青/)
  assert.match(page.html, /由华中科技大学代为托管/)
  const used = await stranger.post(link, {})
  assert.equal(used.status, 409)
  assert.doesNotMatch((await browser.open(link)).html, /This did not work/, 'the one it let in is led on by it')
  const listed = await (await hosting.office.as('officer')).open(at)
  assert.match(listed.html, new RegExp(guests.officer.email))
  const { account } = await theirs.db
    .selectFrom('account')
    .select('id as account')
    .where('email', '=', guests.officer.email)
    .executeTakeFirstOrThrow()
  const officer = await hosting.office.as('officer')
  await officer.send(listed, `${at}/guests/${account}/revocation`)
  assert.match((await browser.open('/agreements')).url, /sign-in/, 'signed out at once')
})

test('nobody acts for both sides, nobody comes without a role, no address twice; nothing is saved of what was refused', async () => {
  const theirs = hosting.theirs()
  const count = () => theirs.db.selectFrom('account').select('id').execute()
  const before = await count()
  for (const [guest, status] of [
    [{ ...guests.president, email: 'officer@hust.example' }, 422],
    [{ ...guests.president, roles: [] }, 422],
    [{ ...guests.president, roles: ['administrator'] }, 422],
    [{ ...guests.president, email: guests.officer.email.toUpperCase() }, 409],
  ] as const) {
    const page = await invite(hosting, { ...guest, roles: [...guest.roles] })
    assert.equal(page.status, status)
    assert.match(page.html, /Mei Andi/, 'what was typed is kept')
  }
  assert.equal((await count()).length, before.length)
})

test('those invited before are told of a newcomer', async () => {
  assert.equal((await invite(hosting, guests.president)).status, 200)
  const letter = await letterTo(hosting.theirs(), guests.officer.email, 'can now act for your university')
  assert.match(letter, /president@tongshan\.example/)
})

test('the public gets nothing of their half; a guest gets nothing of ours', async () => {
  const theirs = hosting.theirs()
  const link = linkIn(await letterTo(theirs, guests.president.email, 'invites you'))
  const { browser } = await follow(theirs.config.publicUrl, link)
  assert.equal((await browser.open('/account')).status, 200)
  const guest = browser.on(hosting.node.config.publicUrl)
  const stranger = openBrowser(theirs.config.publicUrl)
  const filled = (path: string) =>
    path.replace(':ror', tongshan.ror).replaceAll(/:(\w+)(\{[^}]*\})?/g, '5e1f0d5a-7c2b-4a57-9a0e-2f0923b1c0de')
  const answers = (page: { status: number; url: string }) => page.status === 200 && !page.url.startsWith('/sign-in')
  for (const [routes, visitor] of [
    [hosting.node.routes, guest],
    [theirs.routes, stranger],
  ] as const) {
    for (const { method, path } of routes.filter((r) => !r.path.includes('*') && !r.path.startsWith('/assets'))) {
      const page = method === 'POST' ? await visitor.post(filled(path), {}) : await visitor.open(filled(path))
      assert.ok(page.status < 500, `${method} ${path}: ${page.status}`)
      if (!isOpen(path)) assert.ok(!answers(page), `${method} ${path} answers: ${page.status}`)
    }
  }
})

/** What anyone at all may open or send; of it nothing is an agreement’s. `try` shows its mailbox to all. */
const isOpen = (path: string) =>
  /^\/(sign-(in|out)|verify|roots|federation|log\/|mailbox|reply|webmention|robots|sitemap|calendar|en\b|zh\b)/.test(
    path,
  ) || path === '/'

test('links taken back work no more, and an ended account gets no letters', async () => {
  const officer = await hosting.office.as('officer')
  const theirs = hosting.theirs()
  const { id } = await theirs.db
    .selectFrom('account')
    .select('id')
    .where('email', '=', guests.officer.email)
    .executeTakeFirstOrThrow()
  const action = `${at}/guests/${id}`
  const unused = linkIn(await letterTo(theirs, guests.officer.email, 'can now act'))
  await officer.send(await officer.open(at), `${action}/revocation`)
  assert.equal((await openBrowser(theirs.config.publicUrl).post(unused, {})).status, 409)
  for (const status of [200, 200, 200, 429])
    assert.equal((await officer.send(await officer.open(at), `${action}/reminder`)).status, status)
  await officer.send(await officer.open(at), `${action}/ending`, { reason: 'Left the office.' })
  assert.equal((await officer.post(`${action}/reminder`, {})).status, 404)
  const noted = await hosting.node.db.selectFrom('journal').select('act').where('act', 'like', 'hosting.%').execute()
  assert.ok(noted.some(({ act }) => act === 'hosting.guest_ended'))
})

test('their half starts again with ours, stops when an officer says so, and nothing of it is lost', async () => {
  await hosting.restart()
  await hosting.node.hosted.look()
  const kept = await hosting.theirs().db.selectFrom('account').select('email').execute()
  assert.equal(kept.length, 2)
  const officer = await hosting.office.as('officer')
  const site = hosting.theirs().config.publicUrl
  await officer.send(await officer.open(at), `${at}/changes`, { act: 'end', reason: 'They change their mind.' })
  assert.equal((await openBrowser(site).open('/sign-in')).status, 421)
  await officer.send(await officer.open(at), `${at}/changes`, { act: 'resume', reason: 'And again.' })
  await officer.open(at)
  assert.equal((await openBrowser(site).open('/sign-in')).status, 200)
})
