/** Waits until the process is told to stop. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * A second signal changes nothing but a line: people press Ctrl-C twice, and a node killed while it stops leaves its database
 * server running, to be found again and repaired at the next start.
 * @param say tells the person at the terminal
 */
export function untilTold(say: (line: string) => void): Promise<void> {
  return new Promise((done) => {
    let told = false
    const hear = () => {
      say(told ? `Still stopping. In need, kill -9 ${process.pid}: the next start repairs the database.` : 'Stopping.')
      told = true
      done()
    }
    for (const signal of signals) process.on(signal, hear)
  })
}
