/** Where a process listens: its own node's pages and streams, and under their host names those of the nodes it runs for partners. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CannotStart } from '#src/platform/database/cannot-start.ts'

export type Handle = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Door {
  /** From now on what comes under this address is answered so. @returns what ends it */
  open(address: string, handle: Handle): Promise<() => Promise<void>>
}

export interface Place {
  host: string
  port: number
}

export interface HouseDoor extends Door {
  /** Waits for the node of a host name this process knows and that is only starting. */
  awaiting?: (hostname: string) => Promise<unknown> | undefined
  /** A door beside, on the same port: for a node under a host name of its own. */
  beside: Door
}

/** The door of a process: what comes under no other node's name is its own. */
export function openDoor(place: Place): HouseDoor {
  const others = new Map<string, Handle>()
  const nameOf = (address: string) => new URL(address).hostname
  const beside: Door = {
    async open(address, handle) {
      const name = nameOf(address)
      others.set(name, handle)
      return async () => void (others.get(name) === handle && others.delete(name))
    },
  }
  const door: HouseDoor = {
    beside,
    async open(_, own) {
      const server = createServer(async (request, response) => {
        const name = hostnameOf(request)
        await door.awaiting?.(name)?.catch(() => {})
        const handle = others.get(name) ?? own
        handle(request, response)
      })
      await listenOn(server, place)
      return async () => {
        server.closeAllConnections()
        await new Promise((done) => server.close(done))
      }
    },
  }
  return door
}

/** The Host header without its port, in small letters. */
const hostnameOf = ({ headers: { host = '' } }: IncomingMessage): string => host.toLowerCase().replace(/:\d*$/, '')

async function listenOn(server: Server, { host, port }: Place): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      fail(
        taken
          ? new CannotStart(`PORT ${port} on ${host} is taken: another program listens there. Set PORT to a free one.`)
          : error,
      )
    })
    server.listen(port, host, done)
  })
}
