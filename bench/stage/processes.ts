/** Starts a measured process on a core of its own, with as many files as the system allows. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientOrder } from './client.ts'
import { sentence } from './marker.ts'
import { type Publishing, publishAt, type Usage, usageOf } from './publish.ts'
import type { Protocol } from './viewer.ts'

const found = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export const pins = found('taskset')

/** Through a shell that raises the limit of open files and pins the process to a core. */
function start(core: number, command: string[], ipc = true): ChildProcess {
  const pinned = pins ? `taskset -c ${core} ` : ''
  const quoted = command.map((part) => `'${part}'`).join(' ')
  const line = `ulimit -n $(ulimit -Hn) 2>/dev/null; exec ${pinned}${quoted}`
  return spawn('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit', ...(ipc ? ['ipc' as const] : [])] })
}

const node = (core: number, script: string): ChildProcess =>
  start(core, [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--expose-gc',
    join(import.meta.dirname, script),
  ])

const heard = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done, fail) => {
    child.once('message', (said) => done(said as T))
    child.once('exit', (code) => fail(new Error(`a measured process ended with ${code}`)))
  })

async function ask<T>(child: ChildProcess, order: object): Promise<T> {
  const answer = heard<T>(child)
  child.send(order)
  const said = await answer
  child.removeAllListeners('exit')
  return said
}

export interface Client {
  ask<T>(order: ClientOrder): Promise<{ result: T; ms: number }>
  end(): void
}

export async function startClient(): Promise<Client> {
  const child = node(1, 'client.ts')
  await heard(child)
  return { ask: (order) => ask(child, order), end: () => child.kill() }
}

export interface Measured {
  name: string
  port: number
  path: string
  protocol: Protocol
  /** @returns the number of the last message */
  publish(publishing: Publishing): Promise<number>
  /** After its garbage is collected, where it has any. */
  usage(): Promise<Usage>
  end(): void
}

export async function startOurs(script: string, name: string, path: string, protocol: Protocol): Promise<Measured> {
  const child = node(0, script)
  const { port } = await heard<{ port: number }>(child)
  return {
    name,
    port,
    path,
    protocol,
    publish: async (publishing) =>
      (await ask<{ published: number }>(child, { order: 'publish', publishing })).published,
    async usage() {
      await ask(child, { order: 'collect' })
      return usageOf(child.pid!)
    },
    end: () => child.kill(),
  }
}

const modules = ['/usr/lib/nginx/modules', '/usr/share/nginx/modules', '/usr/lib64/nginx/modules']

/** nginx with the Nchan module; null where there is none. */
export async function startNchan(): Promise<Measured | null> {
  const module = modules.map((folder) => join(folder, 'ngx_nchan_module.so')).find(existsSync)
  if (!module || !(found('nginx') || existsSync('/usr/sbin/nginx'))) return null
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-nchan-'))
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  writeFileSync(join(folder, 'nginx.conf'), nchanConfig(folder, module, port))
  const child = start(
    0,
    [existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx', '-p', folder, '-c', 'nginx.conf'],
    false,
  )
  await until(() => fetch(`http://127.0.0.1:${port}/state`).then((answer) => answer.ok))
  const post = (n: number, bytes: number) =>
    fetch(`http://127.0.0.1:${port}/publish`, { method: 'POST', body: sentence(n, bytes) }).then((answer) =>
      answer.text(),
    )
  let last = 0
  return {
    name: 'Nchan (nginx)',
    port,
    path: '/watch',
    protocol: 'sse',
    async publish(publishing) {
      last = await publishAt(publishing, post, last)
      return last
    },
    usage: async () => usageOf(child.pid!),
    end() {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const nchanConfig = (folder: string, module: string, port: number) => `
load_module ${module};
daemon off; master_process off; worker_rlimit_nofile 20000; pid ${folder}/pid; error_log /dev/null;
events { worker_connections 19000; }
http {
  access_log off; keepalive_timeout 300s; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=8192;
    location = /publish { nchan_publisher; nchan_channel_id stage; nchan_message_buffer_length 20; client_max_body_size 1m; }
    location = /watch { nchan_subscriber eventsource; nchan_channel_id stage; nchan_subscriber_first_message newest; }
    location = /state { return 200; }
  }
}
`

async function until(so: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await so().catch(() => false)) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('nginx did not answer')
}
