/** Photographs: what is read from them, what is left out of them, who gets them. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { colleague } from '#test/support/negotiation.ts'
import {
  approve,
  approvePhoto,
  approveStory,
  describe,
  described,
  openStories,
  permit,
  phonePhoto,
  type StoryPair,
  upload,
  writtenStory,
} from '#test/support/stories.ts'
import { photosOf } from './photo-store.ts'

let pair: StoryPair
before(async () => {
  pair = await openStories()
})
after(() => pair?.close())

const tagsOf = (bytes: ArrayBuffer) => ExifReader.load(bytes, { expanded: true })

async function withPhoto(bytes?: Uint8Array): Promise<string> {
  const id = await writtenStory(pair)
  await upload(await pair.hust.browser('officer'), id, bytes ?? (await phonePhoto()))
  return id
}

test('the photographer’s words are taken over; place, camera and serial number reach nobody', async () => {
  const original = await phonePhoto()
  assert.ok(tagsOf(new Uint8Array(original).buffer).gps, 'the test’s own photograph carries a position')
  const id = await withPhoto(original)
  const [photo] = await photosOf(pair.hust.database.db, id)
  assert.deepEqual(
    [photo!.creator, photo!.rights, photo!.takenAt],
    ['Some Photographer', '(c) HUST', '2026-11-20T16:05:00+08:00'],
  )
  assert.deepEqual(photo!.sizes, [480, 960, 1200])
  const officer = await pair.hust.browser('officer')
  for (const format of ['jpg', 'webp']) {
    const answer = await officer.get(`/stories/${id}/photos/1/1200.${format}`)
    assert.equal(answer.status, 200)
    const bytes = await answer.arrayBuffer()
    const tags = tagsOf(bytes)
    assert.deepEqual(
      [tags.gps, tags.exif?.Make, tags.exif?.Artist, tags.xmp],
      [undefined, undefined, undefined, undefined],
    )
    assert.ok(!Buffer.from(bytes).includes('SecretPhone'))
  }
})

test('only an approved photograph of a published story, permitted for the site, is public; the press copy says whose it is', async () => {
  const id = await withPhoto()
  const officer = await pair.hust.browser('officer')
  const anyone = await pair.hust.browser('public')
  await describe(officer, id, { ...described, credit: 'HUST <Press>', people: 'Wang Xiaoming, Ruth O’Brien' })
  const [photo] = await photosOf(pair.hust.database.db, id)
  const at = `/photos/${photo!.original}`
  const statusOf = async (file: string) => (await anyone.get(`${at}/${file}`)).status
  await permit(officer, id)
  await approvePhoto(pair.hustEditor, id)
  await approveStory(pair, id)
  assert.deepEqual([await statusOf('480.jpg'), await statusOf('press.jpg')], [404, 404], 'nothing before publication')
  await pair.hustEditor.post(`/stories/${id}/publish`)
  assert.deepEqual(
    [await statusOf('480.jpg'), await statusOf('960.webp'), await statusOf('press.jpg')],
    [200, 200, 404],
  )
  await permit(officer, id, 'press')
  const press = await anyone.get(`${at}/press.jpg`)
  const bytes = await press.arrayBuffer()
  const { xmp, gps, exif } = tagsOf(bytes)
  assert.equal(press.status, 200)
  assert.equal(gps, undefined)
  assert.equal(exif?.Make, undefined)
  assert.match(JSON.stringify(xmp?.description), /The signing in Wuhan.*武汉签约现场/)
  assert.match(JSON.stringify(xmp?.AltTextAccessibility), /Two people sign at a table/)
  assert.equal(xmp?.Credit?.description, 'HUST <Press>')
  assert.match(JSON.stringify(xmp?.PersonInImage), /Wang Xiaoming.*Ruth O’Brien/)
  await officer.post(`/stories/${id}/photos/1/permit`, { purpose: 'site', given_by: '', given_on: '' })
  assert.equal(await statusOf('480.jpg'), 404, 'a permission taken back counts at once')
})

test('new words take the approval of the photograph away, and a colleague’s change is not overwritten', async () => {
  const id = await withPhoto()
  const officer = await pair.hust.browser('officer')
  await approvePhoto(pair.hustEditor, id)
  const stale = { stamp: 'ffffffffffffffff', caption_en: 'Mine' }
  const late = await describe(officer, id, stale)
  assert.equal(late.status, 409)
  assert.match(await late.text(), />\s*Mine</)
  await describe(officer, id, described)
  assert.equal((await photosOf(pair.hust.database.db, id))[0]!.approved, null)
})

test('what is no photograph, too small, or a bomb is refused in words, and nothing of it is kept', async () => {
  const id = await writtenStory(pair)
  const officer = await pair.hust.browser('officer')
  const refusal = async (bytes: Uint8Array) => {
    const answer = await upload(officer, id, bytes)
    return `${answer.status} ${await answer.text()}`
  }
  assert.match(
    await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>')),
    /^422 [\s\S]*JPEG, PNG, WebP or AVIF/,
  )
  assert.match(await refusal(Buffer.from('not a picture at all')), /^422 [\s\S]*cannot be read as a picture/)
  assert.match(await refusal(await phonePhoto({ width: 300 })), /^422 [\s\S]*smaller than 480 pixels/)
  assert.match(await refusal(bomb()), /^413 [\s\S]*more than 100 million pixels/)
  const whole = await phonePhoto()
  assert.match(await refusal(whole.subarray(0, whole.length / 2)), /^422 /)
  assert.deepEqual(await photosOf(pair.hust.database.db, id), [])
})

/** A PNG of some bytes that declares 60,000 by 60,000 pixels. */
function bomb(): Uint8Array {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const size = Buffer.alloc(8)
  size.writeUInt32BE(60_000, 0)
  size.writeUInt32BE(60_000, 4)
  const rest = Buffer.from('0802000000', 'hex')
  const chunk = Buffer.concat([Buffer.from('IHDR'), size, rest])
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE(crc32(chunk))
  const data = Buffer.from('0000000a49444154789c6300010000050001', 'hex')
  return Buffer.concat([header, size, rest, crc, data])
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

test('a number always means the same photograph; the first not placed leads', async () => {
  const id = await withPhoto()
  const officer = await pair.hust.browser('officer')
  await upload(officer, id, await phonePhoto({ width: 800 }))
  await officer.post(`/stories/${id}/photos/2/forward`)
  const numbers = async () => (await photosOf(pair.hust.database.db, id)).map(({ number }) => number)
  assert.deepEqual(await numbers(), [2, 1])
  await officer.post(`/stories/${id}/photos/2/remove`)
  await upload(officer, id, await phonePhoto({ width: 700 }))
  assert.deepEqual(await numbers(), [1, 3])
  const preview = await officer.read(`/stories/${id}/preview`)
  assert.ok(preview.indexOf('/photos/1/') < preview.indexOf('/photos/3/'))
})

test('a photograph turned by its camera is shown upright', async () => {
  const turned = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#345' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const id = await withPhoto(turned)
  const [photo] = await photosOf(pair.hust.database.db, id)
  assert.deepEqual([photo!.width, photo!.height], [600, 1000])
  const second = await colleague(pair, pair.hust, 'editor')
  assert.equal(await approve(second, id).catch(() => undefined), undefined, 'a draft is not approved')
})
