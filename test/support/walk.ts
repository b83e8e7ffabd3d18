/** The house the permission walk goes through: two nodes, one run for a third university, everything they do, and everybody who may look. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { sampleNodes } from '#cast/nodes.ts'
import { type Browser, openBrowser } from '#src/command/self-test/browser.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { type Stage, wholePlay } from '#src/command/self-test/play.ts'
import { stageOf } from '#src/command/self-test.ts'
import { startSample } from '#src/command/try.ts'
import { readConfig } from '#src/config.ts'
import type { RunningNode } from '#src/main.ts'
import { rowSecret, trySignInPath } from '#src/platform/people/index.ts'
import { readSecretKey } from '#src/secret-key.ts'
import { fillAfter, fillCeremonies, fillOffice, newcomer } from './filled.ts'
import { draftWithTongshan, follow, guests, letterTo, linkIn, saveTongshan, tongshan } from './hosting.ts'
import type { Audience } from './internal-fields.ts'
import { plant } from './planted.ts'

export interface Walk {
  nodes: RunningNode[]
  /** The node ours runs for a third university. */
  hosted: RunningNode
  stage: Stage
  /** An agreement that is still being drafted. */
  draft: string
  visitors: Record<string, Browser>
  /** Pages that open by a secret in their address, and as whom. */
  byLink: Record<string, string[]>
  bare: string[]
  folder: string
}

/** Who of the house belongs to which audience. */
const office = ['officer', 'legal', 'reader', 'administrator', 'auditor']
/** An officer of one faculty and a reader of one type, of which there is nothing: whatever they see beyond what everybody does is a leak. */
const ofAPart = ['faculty', 'typeReader']
export const members: Record<Audience, string[]> = {
  own: ['officer'],
  nobody: [],
  journal: ['administrator', 'auditor'],
  administrators: ['administrator'],
  officers: ['officer'],
  notes: ['officer', 'administrator', 'auditor'],
  office,
  invited: [...office, 'invited'],
  writing: [...office, 'editor'],
  roles: [...office, 'editor', 'president', ...ofAPart],
}
export const signedIn = members.roles

export async function openWalk(): Promise<Walk> {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-walk-'))
  const ports: [number, number] = [await freePort(), await freePort()]
  const nodes = await startSample(sampleNodes({ folder, ports }).map((environment) => readConfig(environment)))
  try {
    return { ...(await prepare(nodes)), folder }
  } catch (problem) {
    // Nodes left running would keep the test from ending.
    await closeWalk({ nodes, folder })
    throw problem
  }
}

async function prepare(nodes: RunningNode[]): Promise<Omit<Walk, 'folder'>> {
  const stage = stageOf(nodes)
  const [ours] = nodes as [RunningNode]
  const { db, config } = ours
  const visitors: Record<string, Browser> = {}
  for (const part of ['officer', 'legal', 'reader', 'administrator', 'editor', 'president'])
    visitors[part] = await stage.first.as(part)
  visitors.auditor = await signIn(ours, await newcomer(db, 'Auditor', [{ name: 'auditor', scope: '' }]))
  visitors.public = openBrowser(config.publicUrl)
  visitors.invited = openBrowser(config.publicUrl)
  visitors.partner = (await stage.second.as('officer')).on(config.publicUrl)
  const { hosted, guest, draft } = await hostThird(ours, visitors.officer!)
  visitors.guest = guest.on(config.publicUrl)
  await fillOffice(db, visitors.officer!, stage.agreement)
  const { id: unit } = await db
    .selectFrom('unit')
    .select('id')
    .where('name_en', '=', 'Faculty of Management')
    .executeTakeFirstOrThrow()
  const faculty = { name: 'officer' as const, scope: '', limit: { units: [unit], kinds: [] } }
  visitors.faculty = await signIn(ours, await newcomer(db, 'Faculty Manager', [faculty]))
  const typed = { name: 'reader' as const, scope: '', limit: { units: [], kinds: ['seed_fund'] } }
  visitors.typeReader = await signIn(ours, await newcomer(db, 'Type Reader', [typed]))
  for (const [n, step] of wholePlay.entries()) {
    await step.run(stage)
    if (n === 2) await comment(ours, visitors.officer!, stage.agreement)
    if (n < 4) await plant(db)
  }
  await fillAfter(ours, visitors.officer!, stage.agreement)
  await fillCeremonies(db, visitors.officer!, stage.agreement)
  const bare = await plant(db)
  const byLink = await linksOf(ours, visitors.reader!)
  return { nodes, hosted, stage, draft, visitors, byLink, bare }
}

export async function closeWalk({ nodes, folder }: Pick<Walk, 'nodes' | 'folder'>): Promise<void> {
  for (const node of nodes) await node.stop()
  rmSync(folder, { recursive: true, force: true })
}

export async function signIn(node: RunningNode, account: string): Promise<Browser> {
  const browser = openBrowser(node.config.publicUrl)
  const path = trySignInPath(account)
  await browser.send(await browser.open(path), path)
  return browser
}

async function comment({ db }: RunningNode, officer: Browser, agreement: string): Promise<void> {
  const at = `/agreements/${agreement}`
  await officer.send(await officer.open(at), `${at}/comments`, { body: 'To be replaced', clause: '' })
  await sql`update agreement_comment set internal = true where side = 'ours'`.execute(db)
}

/** A partner without a node, one agreement sent to it and one still being drafted, and one of its people with a link to our machine. */
async function hostThird(ours: RunningNode, officer: Browser) {
  await saveTongshan(ours.db)
  const [draft, sent] = [await draftWithTongshan(ours), await draftWithTongshan(ours)]
  await officer.post(`/agreements/${draft}/class`, { kind: 'key', unit: 'x', risk: 'low', value: '', currency: '' })
  const at = `/partners/${tongshan.ror}/hosting`
  await officer.send(await officer.open(at), at, { label: 'tongshan' })
  const hosted = ours.hosted.find(tongshan.ror)
  if (!hosted) throw new Error('the partner’s node does not run')
  const { latin, native, email, language } = guests.officer
  const typed = { latin, native, email, language, role_officer: 'yes' }
  await officer.send(await officer.open(at), `${at}/guests`, typed)
  const path = `/agreements/${sent}`
  await officer.send(await officer.open(path), `${path}/versions`, { note: '' })
  const letter = await letterTo(hosted, email, '/sign-in/link/')
  const { browser } = await follow(hosted.config.publicUrl, linkIn(letter))
  return { hosted, guest: browser, draft }
}

/** A ceremony's guest has a link to answer, a reader one to the calendar. */
async function linksOf({ db, config }: RunningNode, reader: Browser): Promise<Record<string, string[]>> {
  const key = readSecretKey(config.secretKeyFile)
  const invitation = await db.selectFrom('ceremony_invitation').select('id').executeTakeFirstOrThrow()
  const reply = `/reply/${rowSecret(key, { kind: 'reply-link', id: invitation.id })}`
  const page = await reader.post('/account/reminders/calendar', {})
  const feed = /https?:\/\/[^\s"<]+(\/reminders\/[^\s"<]+\/calendar\.ics)/.exec(page.html)?.[1]
  if (!feed) throw new Error('the reader has no calendar')
  return { invited: [reply, `${reply}/invitation.ics`], reader: [feed] }
}
