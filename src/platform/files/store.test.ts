import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { getFile, putFile } from './index.ts'

let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

const put = (bytes: Uint8Array, type = 'application/pdf', limit?: number) =>
  database.db.transaction().execute((tx) => putFile(tx, bytes, type, limit))
const count = async () => (await database.db.selectFrom('file').select(countRows.as('n')).executeTakeFirstOrThrow()).n

test('what is put is got back byte for byte, under its hash', async () => {
  const bytes = randomBytes(200_000)
  const hash = await put(bytes)
  assert.equal(hash, createHash('sha256').update(bytes).digest('hex'))
  const file = await getFile(database.db, hash)
  assert.equal(file?.type, 'application/pdf')
  assert.deepEqual(Buffer.from(file.bytes), bytes)
  assert.equal(await getFile(database.db, 'f'.repeat(64)), undefined)
})

test('the same bytes are kept once, also when two put them at the same time', async () => {
  const before = await count()
  const bytes = randomBytes(1_000)
  const hashes = await Promise.all([put(bytes), put(bytes), put(bytes, 'image/png')])
  assert.equal(new Set(hashes).size, 1)
  assert.equal(await count(), before + 1)
})

test('empty and too large files are refused', async () => {
  await assert.rejects(put(new Uint8Array()), (error) => error instanceof Refusal && error.reason === 'file_empty')
  await assert.rejects(put(new Uint8Array(11), 'image/png', 10), (error: Refusal) => {
    assert.deepEqual([error.reason, error.status, error.details], ['file_too_large', 413, { limit: 10, size: 11 }])
    return true
  })
})

test('the database itself refuses bytes under another hash', async () => {
  const forged = sql`insert into file values (${'0'.repeat(64)}, 'image/png', ${Buffer.from('x')})`
  await assert.rejects(forged.execute(database.db), /file_is_named_by_its_hash/)
})
