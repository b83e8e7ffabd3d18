/** Two offices with every page a story needs, editors on both sides, and a ceremony that was held. */
import sharp from 'sharp'
import { noteHeld, noteLive } from '#src/ceremonies/index.ts'
import { type StoryHouse, storyMessages, storyRoutes } from '#src/stories/index.ts'
import { confirmedCeremony, openCeremonies, planAt, saveSheet } from './ceremony.ts'
import { colleague, formOf } from './negotiation.ts'
import type { Office, OfficeBrowser } from './office.ts'
import type { Pair } from './postman.ts'

export interface StoryPair extends Pair {
  /** An editor who approves; officers write. */
  hustEditor: OfficeBrowser
  queenMaryEditor: OfficeBrowser
}

/** What stories know of an office and of its one partner. */
export const houseOf = (office: Office, other: Office): StoryHouse => ({
  publicUrl: office.publicUrl,
  sites: async () => [{ ror: other.ror, origin: other.publicUrl }],
})

export async function openStories(): Promise<StoryPair> {
  const pair = (await openCeremonies()) as StoryPair
  for (const [office, other] of [
    [pair.hust, pair.queenMary],
    [pair.queenMary, pair.hust],
  ] as const) {
    Object.assign(office.messages, storyMessages)
    office.app.route('/', storyRoutes({ db: office.database.db, ...houseOf(office, other) }))
  }
  // Close to what the tests are about: a session ends after two weeks.
  pair.now = Temporal.Instant.from('2026-11-19T08:00:00Z')
  pair.hustEditor = await colleague(pair, pair.hust, 'editor')
  pair.queenMaryEditor = await colleague(pair, pair.queenMary, 'editor')
  return pair
}

/** A ceremony confirmed by both and held at HUST, each item ten minutes. @returns its id */
export async function heldCeremony(pair: Pair): Promise<string> {
  const { id } = await confirmedCeremony(pair)
  for (const office of [pair.hust, pair.queenMary]) await everybodyComes(office, id)
  await pair.deliver()
  const { startsAt, items } = await planAt(pair.hust, id)
  pair.now = startsAt
  await pair.hust.database.db.transaction().execute(async (tx) => {
    await noteLive(tx, id, startsAt)
    const played = items.map(({ id: item }, n) => ({
      item,
      startedAt: startsAt.add({ minutes: 10 * n }),
      endedAt: startsAt.add({ minutes: 10 * n + 10 }),
    }))
    const endedAt = startsAt.add({ minutes: 10 * items.length })
    await noteHeld(tx, id, { startedAt: startsAt, endedAt, items: played, audience: 12, at: endedAt })
  })
  pair.wait({ hours: 2 })
  return id
}

async function everybodyComes(office: Office, id: string): Promise<void> {
  const guests = (await planAt(office, id)).guests[office.ror]!
  await saveSheet(office, id, Object.fromEntries(guests.map((_, n) => [`guest_${n}_attending`, 'accepted'])))
}

export interface Wanted {
  joint?: boolean
  /** Languages that are complete. */
  ready?: ('en' | 'zh')[]
  partner?: string
}

/** A story begun blank by HUST's officer and written. @returns its id */
export async function writtenStory(pair: Pair, { joint = false, ready = ['en', 'zh'], partner }: Wanted = {}) {
  const officer = await pair.hust.browser('officer')
  const id = idOf(await officer.post('/stories'))
  await saveText(officer, id, {
    headline_en: 'HUST and Queen Mary sign, together online',
    headline_zh: '华中科技大学与伦敦玛丽女王大学在线签约',
    body_en: 'Both universities met online.\n\n## What was said\n\n> We look ahead.\n> — The President',
    body_zh: '两校在线举行签约仪式。',
    held_on: '2026-11-20',
    partner: partner ?? pair.queenMary.ror,
    ...(joint && { joint: 'yes' }),
    ...Object.fromEntries(ready.map((language) => [`ready_${language}`, 'yes'])),
  })
  return id
}

export const idOf = (answer: Response): string => {
  const id = /^\/stories\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`no story in ${answer.status} ${answer.headers.get('location')}`)
  return id
}

/** Saves the text as its page shows it, with some fields changed. */
export async function saveText(browser: OfficeBrowser, id: string, change: Record<string, string>): Promise<Response> {
  const form = formOf(await browser.read(`/stories/${id}/edit`), `/stories/${id}/text`)
  return browser.post(`/stories/${id}/text`, { ...form, ...change })
}

/** Hands the story in and has an editor approve it. */
export async function approveStory(pair: StoryPair, id: string): Promise<Response> {
  await (await pair.hust.browser('officer')).post(`/stories/${id}/submit`)
  return approve(pair.hustEditor, id)
}

export async function approve(editor: OfficeBrowser, id: string): Promise<Response> {
  const at = `/stories/${id}/approve`
  return editor.post(at, formOf(await editor.read(`/stories/${id}`), at))
}

/** A photograph with EXIF and GPS in it, as a phone would write them. */
export function phonePhoto(o: { width?: number; taken?: string; artist?: string } = {}): Promise<Buffer> {
  const { width = 1200, taken = '2026:11:20 16:05:00', artist = 'Some Photographer' } = o
  const picture = { width, height: Math.round(width * 0.66), channels: 3 as const, background: '#8a7b60' }
  return sharp({ create: picture })
    .jpeg()
    .withExif({
      IFD0: { Artist: artist, Copyright: '(c) HUST', Make: 'SecretPhone', Model: 'Serial 42' },
      IFD2: { DateTimeOriginal: taken, OffsetTimeOriginal: '+08:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '114/1 24/1 0/1' },
    })
    .toBuffer()
}

/** Sends a photograph through the form. */
export async function upload(browser: OfficeBrowser, id: string, bytes: Uint8Array, name = 'a.jpg'): Promise<Response> {
  const form = new FormData()
  form.append('photos', new File([new Uint8Array(bytes)], name))
  return browser.post(`/stories/${id}/photos`, form)
}

/** Saves a photograph's words as the page shows them, with some fields changed. */
export async function describe(
  browser: OfficeBrowser,
  id: string,
  change: Record<string, string>,
  number = 1,
): Promise<Response> {
  const at = `/stories/${id}/photos/${number}`
  return browser.post(at, { ...formOf(await browser.read(`/stories/${id}/photos`), at), ...change })
}

export const described = {
  caption_en: 'The signing in Wuhan',
  caption_zh: '武汉签约现场',
  alt_en: 'Two people sign at a table.',
  alt_zh: '两人在桌前签字。',
}

export async function approvePhoto(editor: OfficeBrowser, id: string, number = 1): Promise<Response> {
  const at = `/stories/${id}/photos/${number}/approve`
  return editor.post(at, formOf(await editor.read(`/stories/${id}/photos`), at))
}

export function permit(browser: OfficeBrowser, id: string, purpose = 'site', number = 1): Promise<Response> {
  return browser.post(`/stories/${id}/photos/${number}/permit`, {
    purpose,
    given_by: 'Press office',
    given_on: '2026-11-20',
  })
}
