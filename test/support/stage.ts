/** Two offices with the stage: its pages, messages and streams, and a ceremony ready to be played. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { liveHandler, openLiveHub } from '#src/platform/live/index.ts'
import { visitorOfCookie } from '#src/platform/people/index.ts'
import { liveTopic } from '#src/signing/index.ts'
import { type Greeting, greetStages } from '#src/stage/greet-stages.ts'
import { type StageStream, stageLiveTopic, stageMessages, stageRoutes, stageStream } from '#src/stage/index.ts'
import type { StageAct, StageState } from '#src/stage/stage.ts'
import { stageOf } from '#src/stage/store.ts'
import { confirmedCeremony, openCeremonies, planAt } from './ceremony.ts'
import type { Office } from './office.ts'
import { handOver, type Pair } from './postman.ts'

export interface StagedPair extends Pair {
  streams: Map<Office, StageStream>
  /** Where an office's pages and streams are served. */
  address(office: Office): string
}

/** `openCeremonies` with the stage on both sides. @param ports of the two offices' servers; any unless given */
export async function openStages(ports: [number, number] = [0, 0]): Promise<StagedPair> {
  const pair = (await openCeremonies()) as StagedPair
  pair.streams = new Map()
  const servers = new Map<Office, Server>()
  for (const [i, office] of [pair.hust, pair.queenMary].entries()) {
    const { db } = office.database
    Object.assign(office.messages, stageMessages)
    const live = await openLiveHub(db, await office.database.listen())
    const { secretKey } = office.signing
    const stream = stageStream({ db, clock: () => pair.now, live, secretKey, countEvery: 50 })
    const { publicUrl } = office
    office.app.route('/', stageRoutes({ db, broadcast: stream.broadcast, secretKey, publicUrl }))
    const pageLive = liveHandler(live, async (request, { pathname }) => {
      const config = { publicUrl, sessionDays: 14 }
      const visitor = await visitorOfCookie({ db, clock: () => pair.now, config }, request.headers.cookie)
      const ofStage = pathname.startsWith('/ceremonies/')
      return ofStage ? stageLiveTopic(db, visitor, pathname) : liveTopic(db, visitor, pathname)
    })
    const pages = getRequestListener(office.app.fetch)
    const server = createServer(
      (request, response) =>
        void (stream.handle(request, response) || pageLive.handle(request, response) || pages(request, response)),
    )
    await new Promise<void>((done) => server.listen(ports[i], '127.0.0.1', done))
    pair.streams.set(office, stream)
    servers.set(office, server)
  }
  pair.address = (office) => `http://127.0.0.1:${(servers.get(office)!.address() as AddressInfo).port}`
  const { close } = pair
  pair.close = async () => {
    for (const stream of pair.streams.values()) stream.close()
    for (const server of servers.values()) {
      server.closeAllConnections()
      server.close()
    }
    await close()
  }
  return pair
}

/** A confirmed signing, convened by HUST. `open`: the public may watch. */
export async function stagedCeremony(
  pair: Pair,
  { open = true, ...when }: { open?: boolean; date?: string; time?: string } = {},
): Promise<{ id: string; agreement: string }> {
  const made = await confirmedCeremony(pair, { date: '2026-11-20', time: '16:00', ...when })
  for (const office of [pair.hust, pair.queenMary])
    await office.database.db.updateTable('ceremony').set({ open }).where('id', '=', made.id).execute()
  return made
}

/** The stage as an office's node has it. */
export async function stageAt(office: Office, id: string): Promise<StageState> {
  return stageOf(office.database.db, await planAt(office, id))
}

/** Presses a button as the office's officer sees it now, or as seen before. */
export async function press(
  office: Office,
  id: string,
  act: StageAct,
  more: Record<string, string> = {},
): Promise<Response> {
  const { term, rev } = await stageAt(office, id)
  const fields = { act, term: String(term), rev: String(rev), ...more }
  return (await office.browser('officer')).post(`/ceremonies/${id}/stage`, fields)
}

/** The office's node greets the other one about every stage it plays. */
export async function greet(pair: Pair, office: Office): Promise<void> {
  const other = office === pair.hust ? pair.queenMary : pair.hust
  const clock = () => pair.now
  await greetStages({
    db: office.database.db,
    clock,
    async tell({ kind, about, body }) {
      if (other.down) throw new Error('not reached')
      const answer = await handOver(pair, office, other, { kind, about, body: body as Greeting })
      if ('retry' in answer) throw new Error(answer.retry)
      const sent = { to: other.ror, about, body, at: pair.now }
      await office.database.db.transaction().execute(async (tx) => office.messages[kind]!.answered?.(tx, sent, answer))
    },
  })
}
