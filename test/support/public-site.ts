/** A university with something to tell: a signed agreement, ceremonies, stories, partners; and what the public sees of it. */
import { Hono } from 'hono'
import { ties } from '#cast/ties.ts'
import { hust } from '#cast/universities.ts'
import { saveLabel } from '#src/agreements/index.ts'
import { saveInstitution, startPartnership } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { chooseLanguage, safety } from '#src/platform/safety/index.ts'
import { assetRoutes } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { siteRoutes } from '#src/site/index.ts'
import type { StoryContent } from '#src/stories/content.ts'
import { insertEdition, insertNote } from '#src/stories/edition-store.ts'
import { storyRoutes } from '#src/stories/index.ts'
import { storyHouse } from '#src/story-house.ts'
import { confirm, confirmedCeremony, openCeremonies, saveFrame } from './ceremony.ts'
import type { Office } from './office.ts'
import type { Pair } from './postman.ts'
import { contentPhoto, type DrawnPhoto, hangPhoto } from './public-photo.ts'
import { consent } from './signing-play.ts'

export interface PublicSite {
  pair: Pair
  /** The office's pages with the public ones before them, as a node mounts them. */
  app: Hono<WebEnv>
  origin: string
  agreement: string
  ceremony: string
  /** Asks as anyone would, without a cookie. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** @throws where it does not answer 200 */
  read(path: string): Promise<string>
  close(): Promise<void>
}

/** HUST, with an agreement signed by both, its ceremony open to the public, and its other partners. */
export async function openPublicSite(): Promise<PublicSite> {
  const pair = await openCeremonies()
  const office = pair.hust
  const { id: ceremony, agreement } = await confirmedCeremony(pair, { date: '2026-10-20', time: '15:30' })
  await saveFrame(office, ceremony, { open: 'yes' })
  await pair.deliver()
  for (const side of [office, pair.queenMary]) await confirm(side, ceremony)
  await pair.deliver()
  await signAgreement(pair, agreement)
  await addTies(office)
  const app = appOf(pair)
  const origin = office.publicUrl
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(origin + path, { headers })
  const read = async (path: string) => {
    const answer = await get(path)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.text()
  }
  return { pair, app, origin, agreement, ceremony, get, read, close: () => pair.close() }
}

function appOf(pair: Pair): Hono<WebEnv> {
  const { hust: office } = pair
  const { institution, accent, publicUrl } = office
  const app = new Hono<WebEnv>()
  app.use(...safety({ publicUrl }))
  app.use(async (c, next) => {
    const contact = { address: { en: 'Luoyu Road 1037, Wuhan', zh: '武汉市珞喻路1037号' }, phone: '+86 27 87542457' }
    const { name, short, zone } = institution
    c.set('house', { name, short, accent, zone, contact, demonstration: true, tryIt: false })
    c.set('now', pair.now)
    c.set('visitor', null)
    return next()
  })
  app.use(chooseLanguage({ publicUrl }))
  app.route('/', assetRoutes())
  app.route('/', storyRoutes({ db: office.database.db, ...storyHouse(publicUrl) }))
  app.route('/', siteRoutes({ db: office.database.db, publicUrl }))
  app.route('/', office.app)
  return app
}

async function signAgreement(pair: Pair, agreement: string): Promise<void> {
  const officer = await pair.hust.browser('officer')
  const day = pair.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 7 })
  const at = `/agreements/${agreement}/signing-sessions`
  const answer = await officer.post(at, { date: day.toString(), time: '18:00' })
  const room = answer.headers.get('location') ?? ''
  await pair.deliver()
  const play = { agreement, room, session: room.split('/').pop() ?? '' }
  for (const office of [pair.hust, pair.queenMary]) await consent(office, play)
  await pair.deliver()
  await pair.hust.database.db.transaction().execute(async (tx) => {
    const type = { en: 'Key partnership agreement', zh: '重点合作伙伴协议' }
    await saveLabel(tx, agreement, 'ours', { title: type, type, reference: 'DEMO-2026-01' })
    const theirs = { en: 'Memorandum of Understanding', zh: '谅解备忘录' }
    await saveLabel(tx, agreement, 'theirs', { title: theirs, type: theirs, reference: 'DEMO-26-7' })
  })
}

async function addTies({ database: { db } }: Office): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await saveInstitution(tx, { ...hust, ours: true })
    for (const { institution, partnership } of ties) {
      await saveInstitution(tx, { ...institution, ours: false })
      if (partnership) await startPartnership(tx, { id: crypto.randomUUID(), partner: institution.ror, ...partnership })
    }
  })
}

export interface ToldStory {
  slug: string
  headline: { en: string; zh: string }
  summary?: { en: string; zh: string }
  body: { en: string; zh: string }
  languages?: Language[]
  partner?: string
  agreement?: string
  ceremony?: string
  heldOn?: string
  editors?: StoryContent['editors']
  publishedAt: string
  state?: 'draft' | 'published' | 'withdrawn'
  note?: { en: string; zh: string }
  /** Made with `drawnPhoto`. */
  photo?: DrawnPhoto
}

/** A story in the given state, as its acts leave it. @returns its id */
export async function tellStory({ database: { db } }: Office, told: ToldStory): Promise<string> {
  const id = crypto.randomUUID()
  const { slug, state = 'published', languages = ['en', 'zh'], editors = [] } = told
  const at = Temporal.Instant.from(told.publishedAt)
  const content = contentOf(told, languages)
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('story')
      .values({
        id,
        slug: state === 'draft' ? null : slug,
        state,
        partner: told.partner ?? null,
        agreement: told.agreement ?? null,
        ceremony: told.ceremony ?? null,
        held_on: told.heldOn ?? null,
        headline_en: told.headline.en,
        headline_zh: told.headline.zh,
        body_en: told.body.en,
        body_zh: told.body.zh,
        editors: JSON.stringify(editors),
        edition: state === 'draft' ? 0 : 1,
        published_at: state === 'draft' ? null : at,
        modified_at: state === 'draft' ? null : at,
        created_at: at,
      } as never)
      .execute()
    if (told.photo) await hangPhoto(tx, id, told.photo)
    if (state === 'draft') return
    await insertEdition(tx, { story: id, number: 1, content, hash: 'a'.repeat(64), at })
    if (told.note) await insertNote(tx, { story: id, kind: 'withdrawal', edition: 1, note: told.note, at })
  })
  return id
}

function contentOf(told: ToldStory, languages: Language[]): StoryContent {
  const say = (language: Language) => ({
    headline: told.headline[language],
    summary: told.summary?.[language] ?? '',
    body: told.body[language],
    ready: languages.includes(language),
  })
  return {
    section: { en: 'Partnerships', zh: '合作' },
    heldOn: told.heldOn ?? null,
    partner: told.partner ?? null,
    agreement: told.agreement ?? null,
    ceremony: told.ceremony ?? null,
    translations: { en: say('en'), zh: say('zh') },
    editors: told.editors ?? [],
    photos: told.photo ? [contentPhoto(told.photo)] : [],
  }
}
