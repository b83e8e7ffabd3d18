/** `chirograph hand-over`: packs the node we run for a partner into a sealed file, to be taken over on a server of its own. */
import { readConfig } from '#src/config.ts'
import { handOver } from '#src/hosting/index.ts'
import { newPassphrase, writeLines } from '#src/platform/parcel/index.ts'
import { readSecretKey } from '#src/secret-key.ts'
import { withOwnDatabase } from './own-database.ts'
import { refusalOf } from './told-refusal.ts'

const usage = `usage: chirograph hand-over ROR FILE

Stops running the partner's node here and packs all it holds, with its keys, into FILE, sealed with a passphrase that is shown once.
A node with an embedded database must be stopped meanwhile. On the partner's own server: chirograph take-over FILE`

/** @returns 0 when the file is written; 1 where it may not be; 2 for wrong use */
export async function handOverNode([institution, file]: string[]): Promise<number> {
  if (!institution || !file) {
    console.error(usage)
    return 2
  }
  const ourKey = readSecretKey(readConfig(process.env).secretKeyFile)
  const passphrase = newPassphrase()
  const refused = await withOwnDatabase((db, { pool, url }) =>
    refusalOf(() =>
      handOver({ db, pool, url, ourKey, institution, at: Temporal.Now.instant() }, (lines) =>
        writeLines(file, passphrase, lines),
      ),
    ),
  )
  if (refused) {
    console.error(refused)
    return 1
  }
  console.log(
    `${file} holds the node of ${institution}. Send it as you like; read the passphrase to them on the telephone:\n\n  ${passphrase}\n`,
  )
  return 0
}
