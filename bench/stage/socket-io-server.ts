/** Socket.IO under the same measurement: WebSocket only, no compression, the request dropped, as its own advice for many clients says. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { sentence } from './marker.ts'
import { obey } from './publish.ts'

const server = createServer()
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })
let last = ''
io.engine.on('connection', (raw: { request: unknown }) => {
  raw.request = null
})
io.on('connection', (socket) => {
  // Whoever comes back is told how things stand, as on our side.
  if (last) socket.emit('caption', last)
})
server.listen(0, '127.0.0.1', 8_192, () => {
  obey((server.address() as AddressInfo).port, (n, bytes) => {
    last = sentence(n, bytes)
    io.emit('caption', last)
  })
})
