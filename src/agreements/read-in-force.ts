/** Reads an agreement as it is in force: the whole text after every concluded change, and what last changed each clause. */
import type { Db } from '#src/platform/database/tables.ts'
import type { SeenAgreement } from './access.ts'
import type { Link } from './chain.ts'
import { readChain } from './chain-store.ts'
import { findAgreement } from './store.ts'
import { terminationsOf } from './termination-store.ts'
import type { AgreementText, Clause } from './text.ts'
import { findVersion } from './version-store.ts'

export interface Instrument extends Link {
  text: AgreementText
  textHash: string
}

export type InForce = Awaited<ReturnType<typeof readInForce>>

export async function readInForce(db: Db, seen: SeenAgreement) {
  const chain = await readChain(db, seen.agreement.id)
  const instruments = await Promise.all(chain.line.map((link) => instrument(db, link)))
  const terminations = await terminationsOf(db, chain.root.id)
  return { ...seen, chain, terminations, instruments, changedBy: lastChanges(instruments) }
}

async function instrument(db: Db, link: Link): Promise<Instrument> {
  const { version } = (await findAgreement(db, link.id))!
  const { text, textHash } = (await findVersion(db, link.id, version))!
  return { ...link, text, textHash }
}

/** By clause id, the change that gave it its present words; nothing for what stands as it was first signed. */
function lastChanges(instruments: Instrument[]): Map<string, Instrument> {
  const found = new Map<string, Instrument>()
  for (const [i, after] of instruments.entries()) {
    const before = instruments[i - 1]
    if (!before) continue
    const words = new Map(before.text.clauses.map((clause) => [clause.id, wordsOf(clause)]))
    for (const clause of after.text.clauses) if (words.get(clause.id) !== wordsOf(clause)) found.set(clause.id, after)
  }
  return found
}

const wordsOf = ({ heading, body }: Clause): string => JSON.stringify([heading.en, heading.zh, body.en, body.zh])
