/** `chirograph rotate-secret-key`: seals every key of this node anew under a new secret key, and puts its file in place. */
import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readConfig } from '#src/config.ts'
import { sealedFor } from '#src/hosting/index.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isSealedWith, reseal, type SealedPlace } from '#src/platform/keys/index.ts'
import { record } from '#src/platform/record.ts'
import { readSecretKey } from '#src/secret-key.ts'
import { withOwnDatabase } from './own-database.ts'

const same = (context: string) => () => context

/** Every table with a column `sealed`; a test compares this with the database. */
export const sealedPlaces: SealedPlace[] = [
  { table: 'own_key', id: 'name', context: (name) => name },
  { table: 'signing_authority', id: 'id', context: same('signing-authority') },
  { table: 'signing_certificate', id: 'holder', context: (holder) => `office-holder:${holder}` },
  { table: 'tlog_stamp_authority', id: 'only_one', context: same('tlog-stamps') },
  { table: 'key_act', id: 'id', context: (id) => `key-act:${id}` },
  { table: 'own_certificate', id: 'id', context: (id) => `own-certificate:${id}` },
  { table: 'hosted_node', id: 'institution', context: sealedFor },
]

/** @returns 0 when the new file is in place */
export async function rotateSecretKey(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.error('usage: chirograph rotate-secret-key (the node is the one the environment configures; stop it first)')
    return 2
  }
  const { secretKeyFile: file } = readConfig(process.env)
  if (!existsSync(file)) throw new CannotStart(`SECRET_KEY_FILE ${file} is not there: there is no key to rotate.`)
  const count = await withOwnDatabase((db) => rotate(db, file, Temporal.Now.instant()))
  console.log(`${count} keys sealed anew. ${file} is the new secret key, ${file}.old the one before.`)
  console.log('Copy the new file to its place, apart from the backups; keep the old one as long as a backup needs it.')
  return 0
}

/**
 * The new key is on the disk before anything is sealed with it. Stopped in between, a second run finds that the database opens
 * with the new key already, and only puts the file in place.
 * @throws CannotStart where the file is not the key of this database
 */
export async function rotate(db: Db, file: string, at: Temporal.Instant): Promise<number> {
  const draft = `${file}.new`
  const begun = existsSync(draft)
  if (!begun) writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  const [old, next] = [readSecretKey(file), readSecretKey(draft)]
  const count = (await isSealedWith(db, old)) ? await sealAnew(db, { old, next }, at) : 0
  if (!(await isSealedWith(db, next))) {
    if (!begun) rmSync(draft)
    throw new CannotStart(
      `SECRET_KEY_FILE ${file} is another key than this database was sealed with. Nothing was changed.`,
    )
  }
  renameSync(file, `${file}.old`)
  renameSync(draft, file)
  return count
}

async function sealAnew(db: Db, keys: { old: Uint8Array; next: Uint8Array }, at: Temporal.Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    let count = 0
    for (const place of sealedPlaces) count += await reseal(tx, place, keys)
    const about = { kind: 'keys', id: 'secret-key' }
    await record(tx, { at, by: { kind: 'node' }, about, act: 'keys.secret_key_rotated', detail: { count } })
    return count
  })
}
