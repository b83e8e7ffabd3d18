/** A process of its own that delivers an outbox until it is told to stop: for tests of several processes, and of killed ones. */
import { sql } from 'kysely'
import { connect } from '#src/platform/database/connect.ts'
import { listen } from '#src/platform/database/listen.ts'
import { startOutbox } from '#src/platform/outbox/index.ts'
import { systemClock } from '#src/platform/time.ts'

const url = process.argv[2] ?? ''
const { db, close } = await connect(url)
const listener = await listen(url)

const outbox = await startOutbox({
  db,
  listener,
  clock: systemClock,
  backOff: () => 1,
  deliverers: {
    /** Notes the item in the table `delivered`; fails at the first attempt when the body says so. */
    note: {
      async inTransaction(tx, item) {
        await sql`insert into delivered (item, stream, process) values (${item.id}, ${item.stream}, ${process.pid})`.execute(
          tx,
        )
        const { failsOnce } = item.body as { failsOnce: boolean }
        if (failsOnce && item.attempts === 0) throw new Error('not yet')
      },
    },
    /** Writes and then never comes back, so that the process can be killed in the middle. */
    hang: {
      async inTransaction(tx, item) {
        await sql`insert into delivered (item, stream, process) values (${item.id}, ${item.stream}, ${process.pid})`.execute(
          tx,
        )
        process.send?.('hanging')
        await new Promise(() => {})
      },
    },
  },
})
process.send?.('started')
process.on('message', async () => {
  await outbox.stop()
  await listener.close()
  await close()
  process.disconnect?.()
})
