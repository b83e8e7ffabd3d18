/** Our server under measurement: the stage's own document, rendered by its own code, sent by its own broadcast. No database stands behind it, as none stands behind the others. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Broadcast, broadcastHandler } from '#src/platform/broadcast/index.ts'
import type { LiveHub } from '#src/platform/live/index.ts'
import { stageRegions } from '#src/stage/regions.ts'
import { sentence } from './marker.ts'
import { obey } from './publish.ts'
import { sampleStage } from './sample-stage.ts'

const view = sampleStage()
let announce = () => {}
const live = {
  follow: async (_: string, follower: { send(bytes: Buffer): void }) => {
    announce = () => follower.send(Buffer.of())
    return () => {}
  },
} as unknown as LiveHub

const follows = [{ topic: 'stage', urgent: true }]
const read = async () => ({ regions: stageRegions(view), follows, open: true })
const broadcast = new Broadcast({ live, read })
const path = /^\/live\/(\w+)\/(events|snapshot\.json)$/
const { handle } = broadcastHandler(broadcast, { path, holdsKey: () => false, most: 50_000 })
const server = createServer({ keepAlive: false }, (request, response) => void handle(request, response))
server.listen(0, '127.0.0.1', 8_192, () => {
  obey((server.address() as AddressInfo).port, (n, bytes) => {
    const at = Temporal.Now.instant()
    view.captions.en = [{ id: String(n), at, party: '', text: sentence(n, bytes), byName: '' }]
    announce()
    return broadcast.settled()
  })
})
