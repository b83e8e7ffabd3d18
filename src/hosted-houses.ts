/** The nodes this process runs for partners without one: started with ours, under host names of their own on our port. */

import type { Pool } from 'pg'
import type { OwnNode } from '#src/federation/index.ts'
import {
  addressOf,
  type HostedNode,
  type House,
  type Houses,
  hostedNodes,
  hostedSecret,
  pairHosted,
  sealedFor,
} from '#src/hosting/index.ts'
import { findInstitution, type Institution, saveInstitution, saveKeeper } from '#src/partners/index.ts'
import { openToWriting } from '#src/platform/database/read-only.ts'
import { makeSibling, siblingUrl } from '#src/platform/database/sibling.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { sealSecret } from '#src/platform/keys/index.ts'
import type { Near } from '#src/platform/near.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Clock } from '#src/platform/time.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import type { Config } from './config.ts'
import type { HouseDoor } from './door.ts'
import { approvalSteps } from './house.ts'
import type { NodeOptions, RunningNode } from './main.ts'

export interface HostedHouses extends Houses {
  /** Starts those that should run, without being waited for. */
  begin(): void
  /** Starts and stops what another process or the command line has changed. */
  look(): Promise<void>
  /** One that runs here. */
  find(institution: string): RunningNode | undefined
  stop(): Promise<void>
}

export interface Host {
  config: Config
  clock: Clock
  db: Db
  pool: Pool
  /** Of our own database: theirs lie beside it. */
  url: string
  secretKey: Uint8Array
  typesetter: Typesetter
  tryIt: boolean
  log: (line: string) => void
  own: OwnNode
  near: Near
  /** Ours; undefined for a node that is run for a partner, which runs no others. */
  door: HouseDoor | undefined
  start: (options: NodeOptions) => Promise<RunningNode>
}

export function hostedHouses(host: Host): HostedHouses {
  return new Hosted(host)
}

interface Opened {
  node: RunningNode
  house: House
}

class Hosted implements HostedHouses {
  readonly #host: Host
  readonly #opening = new Map<string, Promise<Opened>>()
  readonly #opened = new Map<string, Opened>()
  readonly #byName = new Map<string, Promise<Opened>>()
  #stopped = false
  readonly pattern: string | null

  constructor(host: Host) {
    this.#host = host
    this.pattern = host.door ? host.config.hostingUrl : null
    if (host.door) host.door.awaiting = (name) => this.#byName.get(name)
  }

  async prepare(institution: string): Promise<string> {
    const database = `${new URL(this.#host.url).pathname.slice(1)}_hosted_${institution}`
    await makeSibling(this.#host.url, database)
    return database
  }

  async reopen({ database }: HostedNode): Promise<void> {
    await openToWriting(this.#host.pool, database)
  }

  seal(institution: string, secret: string): Uint8Array {
    return sealSecret(this.#host.secretKey, secret, sealedFor(institution))
  }

  async open(hosted: HostedNode): Promise<House> {
    return (await this.#openOnce(hosted)).house
  }

  #openOnce(hosted: HostedNode): Promise<Opened> {
    const { institution } = hosted
    const known = this.#opening.get(institution)
    if (known) return known
    if (this.#stopped || !this.pattern) return Promise.reject(new Refusal('hosted_node_not_up'))
    const opening = openHosted(this.#host, hosted, this.pattern)
    this.#opening.set(institution, opening)
    const name = new URL(addressOf(this.pattern, hosted.label)).hostname
    this.#byName.set(name, opening)
    opening
      .then(
        (opened) => this.#opened.set(institution, opened),
        () => this.#opening.delete(institution),
      )
      .finally(() => this.#byName.delete(name))
    return opening
  }

  async close(institution: string): Promise<void> {
    const opening = this.#opening.get(institution)
    this.#opening.delete(institution)
    this.#opened.delete(institution)
    await (await opening?.catch(() => undefined))?.node.stop()
  }

  find(institution: string): RunningNode | undefined {
    return this.#opened.get(institution)?.node
  }

  begin(): void {
    this.look().catch((problem) => this.#host.log(`nodes of partners: ${problem}`))
  }

  async look(): Promise<void> {
    if (!this.pattern || this.#stopped) return
    const wanted = (await hostedNodes(this.#host.db)).filter(({ state }) => state === 'running')
    for (const institution of this.#opening.keys())
      if (!wanted.some((one) => one.institution === institution)) await this.close(institution)
    for (const one of wanted)
      await this.#openOnce(one).catch((problem) => this.#host.log(`node of ${one.institution}: ${problem}`))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const institution of [...this.#opening.keys()]) await this.close(institution)
  }
}

async function openHosted(host: Host, hosted: HostedNode, pattern: string): Promise<Opened> {
  const { clock, db, tryIt, typesetter, log, near, own, door, start } = host
  const institution = (await findInstitution(db, hosted.institution))!
  const secretKey = await hostedSecret(db, hosted.institution, host.secretKey)
  const keptBy = { ror: own.document.institution.ror, name: own.document.institution.name }
  const config = configOf(host, hosted, institution, addressOf(pattern, hosted.label))
  const node = await start({
    config,
    clock,
    tryIt,
    typesetter,
    log: (line) => log(`${hosted.label}: ${line}`),
    prepare: (theirs) => introduce(theirs, institution, keptBy.ror),
    guest: { secretKey, keptBy, door: door!.beside, near },
  })
  try {
    await pairHosted({ db, document: own.document }, { db: node.db, document: node.own.document }, clock())
  } catch (problem) {
    await node.stop()
    throw problem
  }
  return { node, house: { db: node.db, document: node.own.document, approvalSteps: approvalSteps(config), secretKey } }
}

/** What our register knows of the partner, where its own half does not know it yet. */
async function introduce(db: Db, institution: Institution, keeper: string): Promise<void> {
  const known = await findInstitution(db, institution.ror)
  await db.transaction().execute(async (tx) => {
    if (!known?.city.en && !known?.city.zh) await saveInstitution(tx, { ...institution, ours: true })
    await saveKeeper(tx, institution.ror, keeper)
  })
}

/** A quiet green that is neither our colour nor, to most, our other partners'. */
const accent = { light: '#35605a', dark: '#7fc1b4' }

/** Nothing of ours is lent but the mail server; nobody there signs in by our university's account. */
function configOf({ config, url }: Host, hosted: HostedNode, institution: Institution, address: string): Config {
  const { ror, name, short, country, zone, website } = institution
  const inBoth = ({ en, zh }: { en: string; zh: string }) => ({ en: en || zh, zh: zh || en })
  return {
    ...config,
    databaseUrl: siblingUrl(url, hosted.database),
    publicUrl: address,
    federationUrl: address,
    hostingUrl: null,
    institution: { ror, country, name: inBoth(name), short: inBoth(short) },
    administratorEmail: null,
    zone,
    contact: website ? { website } : {},
    accent,
    oidc: null,
    witness: null,
    meetings: { bigBlueButton: null, jitsi: null, opensBefore: config.meetings.opensBefore },
    approvalSteps: ['management'],
  }
}
