/** What is answered below the web framework: the streams of live pages, and the stage that thousands follow. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Listener } from '#src/platform/database/listen.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { liveHandler, openLiveHub } from '#src/platform/live/index.ts'
import { type PeopleConfig, visitorOfCookie } from '#src/platform/people/index.ts'
import type { Clock } from '#src/platform/time.ts'
import { liveTopic } from '#src/signing/index.ts'
import { type StageStream, stageLiveTopic, stageStream } from '#src/stage/index.ts'

export interface StreamsParts {
  db: Db
  clock: Clock
  listener: Listener
  people: PeopleConfig
  log: (line: string) => void
}

export interface Streams {
  stage: StageStream
  /** Returns false, without touching the request, when it is for a page. */
  handle(request: IncomingMessage, response: ServerResponse): boolean
  close(): void
}

export async function openStreams({ db, clock, listener, people, log }: StreamsParts): Promise<Streams> {
  const hub = await openLiveHub(db, listener)
  const live = liveHandler(hub, async (request, { pathname }) => {
    const visitor = await visitorOfCookie({ db, clock, config: people }, request.headers.cookie)
    const ofStage = pathname.startsWith('/ceremonies/')
    return ofStage ? stageLiveTopic(db, visitor, pathname) : liveTopic(db, visitor, pathname)
  })
  const stage = stageStream({ db, clock, live: hub, secretKey: people.secretKey, log })
  return {
    stage,
    handle: (request, response) => stage.handle(request, response) || live.handle(request, response),
    close() {
      stage.close()
      live.close()
      hub.close()
    },
  }
}
