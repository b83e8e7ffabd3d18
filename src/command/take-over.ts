/** `chirograph take-over`: begins this node with what a partner kept for us until now. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { type Config, readConfig } from '#src/config.ts'
import { takeOver } from '#src/hosting/index.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { readLines } from '#src/platform/parcel/index.ts'
import { withOwnDatabase } from './own-database.ts'
import { refusalOf } from './told-refusal.ts'

const usage = `usage: chirograph take-over FILE

Fills the empty node the environment configures with the node in FILE. The passphrase is asked for, or read from PASSPHRASE.
Then: chirograph serve. It tells the partners its new address, and they compare the fingerprint with you.`

/** @returns 0 when the node can be started; 1 where the file or the node does not fit; 2 for wrong use */
export async function takeOverNode([file]: string[]): Promise<number> {
  if (!file) {
    console.error(usage)
    return 2
  }
  const config = readConfig(process.env)
  const { administratorEmail, secretKeyFile, institution } = config
  if (!administratorEmail) throw new CannotStart('ADMINISTRATOR_EMAIL must be set: nobody administers this node yet.')
  if (existsSync(secretKeyFile))
    throw new CannotStart(`There is a secret key in ${secretKeyFile} already: this node has begun.`)
  const passphrase = process.env.PASSPHRASE ?? (await asked())
  const refused = await withOwnDatabase((_, { pool }) =>
    refusalOf(async () => {
      const hostname = new URL(config.publicUrl).hostname
      const node = { pool, institution: institution.ror, hostname, administratorEmail, at: Temporal.Now.instant() }
      await takeOver({ ...node, keepKey: (hex) => keepKey(config, hex) }, readLines(file, passphrase))
    }),
  )
  if (refused) console.error(refused)
  else console.log('The node is here. Start it: npm run chirograph -- serve')
  return refused ? 1 : 0
}

async function asked(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const passphrase = await terminal.question('Passphrase: ')
  terminal.close()
  return passphrase
}

function keepKey({ secretKeyFile }: Config, hex: string): void {
  mkdirSync(dirname(secretKeyFile), { recursive: true })
  writeFileSync(secretKeyFile, `${hex}\n`, { mode: 0o600, flag: 'wx', flush: true })
}
