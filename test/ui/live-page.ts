/** A server with one live page whose state a test changes, and the event stream that says so. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import * as ui from '#src/platform/ui/index.ts'
import { specimenApp } from './specimen.ts'

const { html } = ui

export interface LivePage {
  url: string
  /** What the page shows; change it, then `announce`. */
  state: { seats: [ui.SeatState, ui.SeatState]; notice: boolean; moved: boolean; broken: boolean }
  announce(): void
  /** Breaks every open stream. */
  cut(): void
  streams(): number
  close(): void
}

function body(state: LivePage['state']): ui.Html {
  const half = (side: ui.Side, seat: ui.SeatState, latin: string): ui.Half => ({
    name: { en: latin, zh: latin },
    seal: 'X',
    side,
    seats: [{ name: { latin, native: null }, title: { en: 'President', zh: '校长' }, state: seat }],
  })
  const decline = ui.actWithReason({
    id: 'decline',
    action: '/decline',
    open: 'Decline',
    title: 'Decline?',
    explain: 'Nothing is signed.',
    confirm: 'Decline it',
    language: 'en',
    reason: { label: 'Reason' },
  })
  const note = ui.form({
    action: '/note',
    body: ui.textArea({ name: 'note', label: 'Note' }),
    guard: true,
    language: 'en',
  })
  return html`${ui.head({ title: 'Signing' })}${state.notice && ui.notice({ kind: 'done', title: 'Signed' })}${note}
    ${ui.room({ language: 'en', left: half('ours', state.seats[0], 'Ann'), right: half('theirs', state.seats[1], 'Bob'), action: decline })}
    <p>${ui.hash('abcd1234', { language: 'en' })}</p>`
}

/** Starts the server on a free port of this machine. */
export async function startLivePage(): Promise<LivePage> {
  const state: LivePage['state'] = { seats: ['signed', 'reading'], notice: false, moved: false, broken: false }
  const open = new Set<ServerResponse>()
  const app = specimenApp()
  app.get('/signing', (c) => {
    const live = state.moved ? undefined : { url: '/signing/live?since=0' }
    const shown = state.moved ? ui.head({ title: 'Moved on' }) : body(state)
    return ui.page(c, { title: 'Signing', body: shown, aside: state.moved ? undefined : ui.panel({ body: 'x' }), live })
  })
  const pages = getRequestListener(app.fetch)
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/signing/live')) return void pages(request, response)
    if (state.broken) return void response.writeHead(503).end()
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('retry: 200\n\n')
    open.add(response.on('close', () => open.delete(response)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/signing`,
    state,
    announce: () => open.forEach((response) => void response.write('data: 1\n\n')),
    cut: () => open.forEach((response) => void response.destroy()),
    streams: () => open.size,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
