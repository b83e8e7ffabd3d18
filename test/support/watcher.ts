/** A viewer of the stage as a browser is one: listens, keeps what it was sent, comes back with what it has seen. */
import { type ClientRequest, get, type IncomingMessage } from 'node:http'

export interface Watcher {
  cursor: string
  /** What the page shows, by region. */
  parts: Record<string, string>
  /** How often a connection was opened. */
  opened: number
  close(): void
}

/** @param address of the stream; its host is looked for on this machine @param pause milliseconds before coming back */
export function watch(address: string, pause = 500): Watcher {
  const watcher: Watcher = { cursor: '', parts: {}, opened: 0, close: () => {} }
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let asked: ClientRequest | undefined
  watcher.close = () => {
    closed = true
    clearTimeout(timer)
    asked?.destroy()
  }
  const again = () => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(open, pause * (0.5 + Math.random()))
  }
  const open = () => {
    const url = new URL(address)
    url.searchParams.delete('at')
    const { host, pathname, search, port } = url
    const headers = { host, ...(watcher.cursor && { 'last-event-id': watcher.cursor }) }
    asked = get({ host: '127.0.0.1', port, path: pathname + search, headers, agent: false }, (response) =>
      read(watcher, response, again),
    )
    asked.on('error', again)
  }
  open()
  return watcher
}

function read(watcher: Watcher, response: IncomingMessage, again: () => void): void {
  if (response.statusCode !== 200) {
    response.resume()
    again()
    return
  }
  watcher.opened++
  let rest = ''
  response.setEncoding('utf8')
  response.on('data', (text: string) => {
    const events = (rest + text).split('\n\n')
    rest = events.pop()!
    for (const event of events) take(watcher, event)
  })
  response.on('error', again)
  response.on('close', again)
}

function take(watcher: Watcher, event: string): void {
  if (!/^event: parts$/m.test(event)) return
  watcher.cursor = /^id: (.*)$/m.exec(event)![1]!
  Object.assign(watcher.parts, JSON.parse(/^data: (.*)$/m.exec(event)![1]!))
}
