/** The wire between two nodes, in a test's hands: it sees each message before and after the other side has answered it. */
import { createServer, request } from 'node:http'
import { freePort } from '#src/command/self-test/free-port.ts'

export interface Passing {
  /** Kind of message, e.g. `agreement.freeze`. */
  kind: string
  id: string
  /** What the message is about: in these areas, an agreement's id. */
  about: string
  /** How often this message came by so far, this time included. */
  times: number
}

/** What a test may do to a message. Anything left out: the message passes unharmed. */
export interface Meddler {
  /** Before the receiver sees it; as long as this waits, the message does. `lose`: the sender's connection breaks and the receiver hears nothing. */
  before?(passing: Passing): Promise<'pass' | 'lose'>
  /** After the receiver has answered (so after its commit). `lose`: the sender never hears the answer. */
  after?(passing: Passing): Promise<'pass' | 'lose'>
  /** Whether the receiver gets a copy of the same bytes after it has answered. */
  twice?(passing: Passing): boolean
}

export interface Wire {
  /** The address the other node is told: it signs its messages for this. */
  address: string
  /** One more hand on the wire, after those already there. @returns what takes it away again */
  meddle(meddler: Meddler): () => void
  close(): Promise<void>
}

/** @param target port of the node at the far end */
export async function stretchWire(target: number): Promise<Wire> {
  const port = await freePort()
  const times = new Map<string, number>()
  const meddlers = new Set<Meddler>()
  const loses = async (when: 'before' | 'after', passing: Passing) => {
    for (const meddler of [...meddlers]) if ((await meddler[when]?.(passing)) === 'lose') return true
    return false
  }
  const server = createServer(async (incoming, outgoing) => {
    const body = await bytesOf(incoming)
    const { url: path, method, headers } = incoming
    const passing = look(path, body)
    if (passing) {
      passing.times = (times.get(same(passing)) ?? 0) + 1
      times.set(same(passing), passing.times)
      if (await loses('before', passing)) return void incoming.socket.destroy()
    }
    const send = () => forward({ port: target, path, method, headers }, body)
    try {
      const answer = await send()
      // The copy is a replay, nonce and all: the receiver must turn it away.
      if (passing && [...meddlers].some((m) => m.twice?.(passing))) await send().catch(() => undefined)
      if (passing && (await loses('after', passing))) return void incoming.socket.destroy()
      outgoing.writeHead(answer.status, answer.headers).end(answer.body)
    } catch {
      incoming.socket.destroy()
    }
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${port}`,
    meddle(meddler) {
      meddlers.add(meddler)
      return () => void meddlers.delete(meddler)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** What two nodes ask each other about themselves is asked anew each time: to the wire it is the same, come again. */
const same = ({ kind, id }: Passing) => (kind.startsWith('federation.') ? kind : id)

function look(path: string | undefined, body: Buffer): Passing | undefined {
  if (path !== '/federation/messages') return undefined
  const { kind, id, about } = JSON.parse(body.toString('utf8'))
  return { kind, id, about, times: 0 }
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

interface Answer {
  status: number
  headers: import('node:http').IncomingHttpHeaders
  body: Buffer
}

function forward(to: import('node:http').RequestOptions, body: Buffer): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', ...to, agent: false }, async (response) => {
      const answer = await bytesOf(response).catch(fail)
      if (answer) done({ status: response.statusCode!, headers: response.headers, body: answer })
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
