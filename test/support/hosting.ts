/** The first node of the sample on a database of the tests, and a partner without a node for it to run one for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleText } from '#cast/agreement.ts'
import { loadSample } from '#cast/load-sample.ts'
import { sampleNodes } from '#cast/nodes.ts'
import { accounts } from '#cast/people.ts'
import { beginDraft, saveSignatory, typesetterIdentity } from '#src/agreements/index.ts'
import { type Browser, openBrowser, type Page } from '#src/command/self-test/browser.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { type Office, openOffice } from '#src/command/self-test/office.ts'
import { readConfig } from '#src/config.ts'
import { type RunningNode, startNode } from '#src/main.ts'
import { saveInstitution } from '#src/partners/index.ts'
import { connect } from '#src/platform/database/connect.ts'
import { siblingUrl } from '#src/platform/database/sibling.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { openTypesetter } from '#src/platform/typeset/index.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

/** Invented. */
export const tongshan = {
  ror: '0tngshn39',
  name: { en: 'Tongshan University', zh: '通山大学' },
  short: { en: 'Tongshan', zh: '通山大学' },
  city: { en: 'Tongshan', zh: '通山' },
  country: 'CN',
  zone: 'Asia/Shanghai',
  website: null,
}

export interface Hosting {
  node: RunningNode
  office: Office
  /** Connections to our own database. */
  pool: TestDatabase['pool']
  /** Works on the hosted node's database, whether it runs or not. */
  atTheirs<T>(work: (pool: TestDatabase['pool']) => Promise<T>): Promise<T>
  /** The hosted node, once it runs. @throws where it does not */
  theirs(): RunningNode
  /** Stops ours with all it runs and starts it again on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

export const saveTongshan = (db: Db) =>
  db.transaction().execute((tx) => saveInstitution(tx, { ...tongshan, ours: false }))

export async function openHosting(): Promise<Hosting> {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-hosting-'))
  const port = await freePort()
  const [environment] = sampleNodes({ folder, ports: [port, port + 1] })
  const database = await freshDatabase()
  const config = readConfig({ ...environment, DATABASE_URL: database.url })
  const typesetter = openTypesetter()
  const start = () =>
    startNode({
      config,
      typesetter,
      tryIt: true,
      prepare: (db, own, at) => loadSample(db, typesetterIdentity(own), at),
      log: (line) => console.error(line),
    })
  const held = { node: await start() }
  await saveTongshan(held.node.db)
  const emails = Object.fromEntries(accounts[config.institution.ror]!.map((p) => [p.key, p.email]))
  const site = config.publicUrl
  const office = openOffice({ site, address: config.federationUrl, db: database.db, emails })
  return {
    get node() {
      return held.node
    },
    office,
    pool: database.pool,
    async atTheirs(work) {
      const names = database.db.selectFrom('hosted_node').select('database')
      const { database: name } = await names.executeTakeFirstOrThrow()
      const theirs = await connect(siblingUrl(database.url, name))
      return work(theirs.pool).finally(theirs.close)
    },
    theirs: () => {
      const found = held.node.hosted.find(tongshan.ror)
      if (!found) throw new Error('the partner’s node does not run')
      return found
    },
    async restart() {
      await held.node.stop()
      held.node = await start()
    },
    async close() {
      const names = await database.db.selectFrom('hosted_node').select('database').execute()
      await held.node.stop()
      for (const { database: name } of names)
        await database.pool.query(`drop database if exists "${name}" with (force)`)
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An agreement our officer has drafted with the partner, ready to be sent; our president has the seat. @returns its id */
export async function draftWithTongshan({ db, config }: RunningNode): Promise<string> {
  const id = crypto.randomUUID()
  const drafts = db.selectFrom('agreement').select('draft').where('draft', 'is not', null)
  const { draft } = await drafts.executeTakeFirstOrThrow()
  const sample = sampleText(draft!.typesetter, id)
  const us = config.institution.ror
  const text = {
    ...sample,
    parties: [sample.parties[0]!, { ror: tongshan.ror, name: tongshan.name }],
    seats: sample.seats.map((seat) => (seat.party === us ? seat : { ...seat, ...theirSeat })),
  }
  const presidents = db.selectFrom('account').select('id').where('email', '=', 'president@hust.example')
  const president = await presidents.executeTakeFirstOrThrow()
  await db.transaction().execute(async (tx) => {
    await beginDraft(tx, text, { kind: 'key', partner: tongshan.ror, at: Temporal.Now.instant() })
    await saveSignatory(tx, id, 'seat-a', president.id)
  })
  return id
}

const theirSeat = {
  party: tongshan.ror,
  name: { latin: 'Mei Andi', native: '梅安迪' },
  title: { en: 'President', zh: '校长' },
}

/** The officer has us run a node for the partner. */
export async function beginHosting({ office }: Hosting): Promise<Page> {
  const officer = await office.as('officer')
  const at = `/partners/${tongshan.ror}/hosting`
  return officer.send(await officer.open(at), at, { label: 'tongshan' })
}

export interface Guest {
  latin: string
  native: string
  email: string
  language: 'en' | 'zh'
  roles: string[]
}

/** Invented. */
export const guests = {
  officer: {
    latin: 'Luo Qing',
    native: '罗青',
    email: 'luo.qing@tongshan.example',
    language: 'zh',
    roles: ['officer'],
  },
  president: {
    latin: 'Mei Andi',
    native: '梅安迪',
    email: 'president@tongshan.example',
    language: 'en',
    roles: ['signatory', 'approver_management'],
  },
} satisfies Record<string, Guest>

export async function invite({ office }: Hosting, guest: Guest): Promise<Page> {
  const officer = await office.as('officer')
  const { roles, latin, native, email, language } = guest
  const at = `/partners/${tongshan.ror}/hosting`
  const ticked = Object.fromEntries(roles.map((role) => [`role_${role}`, 'yes']))
  return officer.send(await officer.open(at), `${at}/guests`, { latin, native, email, language, ...ticked })
}

/** The links in letters to this address, the newest first; waits until a letter with these words is there. */
export async function letterTo(node: RunningNode, address: string, words: string): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const letters = node.db.selectFrom('mailbox').select('body_text').where('to_address', '=', address)
    const found = (await letters.orderBy('id', 'desc').execute()).find(({ body_text }) => body_text.includes(words))
    if (found) return found.body_text
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error(`no letter to ${address} says “${words}”`)
}

export const linkIn = (letter: string): string => new URL(/https?:\S+\/sign-in\/link\/\S+/.exec(letter)![0]).pathname

/** Opens the link of a letter and presses its button. */
export async function follow(site: string, link: string, browser: Browser = openBrowser(site)) {
  const asked = await browser.open(link)
  return { browser, page: await browser.send(asked, link) }
}
