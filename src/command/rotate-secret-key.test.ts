/** The secret key: rotated with everything sealed under it, and missed in words. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { ownAuthority } from '#src/keys/index.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { openSecret, ownKey } from '#src/platform/keys/index.ts'
import { checkSecretKey, readSecretKey } from '#src/secret-key.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { scratch } from '#test/support/scratch.ts'
import { rotate, sealedPlaces } from './rotate-secret-key.ts'

const at = Temporal.Instant.from('2026-09-23T08:30:00Z')
const file = join(scratch(), 'secret.key')
let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

const house = () => ({
  ...{ secretKey: readSecretKey(file), algorithm: 'p-256' as const, name: 'East', publicUrl: 'http://localhost' },
  partners: async () => [],
})
const root = async () => (await ownAuthority(database.db, house(), at)).privateKeyPem
const message = async () => (await ownKey(database.db, readSecretKey(file), 'federation', at)).privateKey

test('every sealed column is known to the rotation', async () => {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.columns where table_schema = 'public' and column_name = 'sealed' and data_type = 'bytea'`.execute(
    database.db,
  )
  const found = rows.map((row) => row.table_name).sort()
  assert.deepEqual(sealedPlaces.map(({ table }) => table).sort(), found)
})

test('all keys open with the new secret key and none with the old; the old file stays beside it', async () => {
  const [before, key] = [await root(), await message()]
  const old = readSecretKey(file)
  const count = await rotate(database.db, file, at)
  assert.equal(count, 2)
  assert.equal(await root(), before)
  assert.ok((await message()).equals(key))
  assert.notDeepEqual(readSecretKey(file), old)
  assert.deepEqual(readSecretKey(`${file}.old`), old)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const { sealed } = await database.db.selectFrom('signing_authority').select('sealed').executeTakeFirstOrThrow()
  assert.throws(() => openSecret(old, sealed!, 'signing-authority'), { reason: 'secret_unreadable' })
})

test('a rotation stopped after the database was sealed anew is finished by the next run', async () => {
  const before = await root()
  await rotate(database.db, file, at)
  // As it stood before the files changed places.
  const [next, old] = [readFileSync(file), readFileSync(`${file}.old`)]
  writeFileSync(`${file}.new`, next, { mode: 0o600 })
  writeFileSync(file, old)
  const told = checkSecretKey(database.db, file, { key: readSecretKey(file), wasThere: true })
  await assert.rejects(told, (error) => error instanceof CannotStart && /rotate-secret-key/.test(error.message))
  assert.equal(await rotate(database.db, file, at), 0)
  assert.equal(await root(), before)
})

test('a node whose secret key is lost or another does not start, says so, and seals nothing under a second one', async () => {
  const right = readFileSync(file)
  rmSync(file)
  const made = readSecretKey(file)
  const lost = checkSecretKey(database.db, file, { key: made, wasThere: false })
  await assert.rejects(
    lost,
    (error) => error instanceof CannotStart && /is not there, and this database/.test(error.message),
  )
  assert.equal(existsSync(file), false)
  writeFileSync(file, `${'ab'.repeat(32)}\n`)
  const wrong = checkSecretKey(database.db, file, { key: readSecretKey(file), wasThere: true })
  await assert.rejects(wrong, (error) => error instanceof CannotStart && /another key than/.test(error.message))
  await assert.rejects(rotate(database.db, file, at), /another key than this database/)
  writeFileSync(file, right)
  await checkSecretKey(database.db, file, { key: readSecretKey(file), wasThere: true })
})
