/** A public site on a port of its own, for browsers. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { PublicSite } from './public-site.ts'

export interface ServedSite {
  url: string
  close(): Promise<void>
}

/** Serves the site under this machine's name; to the site itself every request comes under its own. */
export async function serveSite({ app, origin }: PublicSite): Promise<ServedSite> {
  const listener = getRequestListener((request) => {
    const { pathname, search } = new URL(request.url)
    return app.request(new Request(origin + pathname + search, request))
  })
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
