/** The node's own Ed25519 keys, one for each duty: made when first asked for, sealed, the same ever after. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Db } from '#src/platform/database/tables.ts'
import { openSecret, sealSecret } from './seal.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    own_key: { name: string; public: string; sealed: Buffer; created_at: Temporal.Instant }
  }
}

export interface OwnKey {
  /** 32 bytes, base64url. */
  public: string
  privateKey: KeyObject
}

/** @param name the duty, e.g. `federation`; the sealed key opens under it alone */
export async function ownKey(db: Db, secretKey: Uint8Array, name: string, now: Temporal.Instant): Promise<OwnKey> {
  if (!(await find(db, name))) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const sealed = Buffer.from(sealSecret(secretKey, pem, name))
    // Where two processes start at once, the first key saved is the one both take.
    await db
      .insertInto('own_key')
      .values({ name, public: publicKey.export({ format: 'jwk' }).x!, sealed, created_at: now })
      .onConflict((c) => c.column('name').doNothing())
      .execute()
  }
  const held = (await find(db, name))!
  return { public: held.public, privateKey: createPrivateKey(openSecret(secretKey, held.sealed, name)) }
}

/** Whether this is the key the database was sealed with; of a database without any key yet, every key is. */
export async function isSealedWith(db: Db, secretKey: Uint8Array): Promise<boolean> {
  const held = await db.selectFrom('own_key').selectAll().limit(1).executeTakeFirst()
  try {
    return !held || openSecret(secretKey, held.sealed, held.name) !== ''
  } catch {
    return false
  }
}

async function find(db: Db, name: string) {
  return db.selectFrom('own_key').selectAll().where('name', '=', name).executeTakeFirst()
}
