/** A process of its own that holds an embedded PostgreSQL, as a node does: for tests that kill it. */
import { startEmbedded } from '#src/platform/database/embedded.ts'

const folder = process.argv[2] ?? ''
try {
  const embedded = await startEmbedded({ folder })
  process.send?.({ url: embedded.url, pid: embedded.pid(), found: embedded.found })
  process.on('SIGTERM', async () => {
    await embedded.stop()
    process.exit(0)
  })
  // Held open by the channel to the test; when the test is gone, so is this.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
} catch (error) {
  process.send?.({ refused: (error as Error).message })
  process.disconnect?.()
}
