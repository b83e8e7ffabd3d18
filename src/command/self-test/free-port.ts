/** A TCP port nobody listens on at the moment, for a process that is started a little later. */
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below those from which systems take ports for connections and for whoever asks for any: between now and its use only somebody who
 * wants this very port can take it.
 */
const range = [20_000, 32_000] as const
const mostTries = 50

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries++) {
    const port = randomInt(...range)
    if (await isFree(port)) return port
  }
  throw new Error('no free port')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
}
