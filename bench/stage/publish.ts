/** The measured servers' side of the orders they get: publish at a rate, say how much memory and time they used. */
import { readFileSync } from 'node:fs'

export interface Publishing {
  /** Messages a second. */
  rate: number
  seconds: number
  /** Bytes of one message. */
  bytes: number
}

export interface Usage {
  /** Resident kilobytes. */
  rss: number
  /** Seconds of processor time so far. */
  cpu: number
}

/** What the system says of a process; nothing where it says it in another way. */
export function usageOf(pid: number): Usage {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    return { rss, cpu: (Number(fields[11]) + Number(fields[12])) / 100 }
  } catch {
    return { rss: Number.NaN, cpu: Number.NaN }
  }
}

/** Calls `publish` with 1, 2, 3 … at even distances. @returns the number of the last one */
export async function publishAt(
  { rate, seconds, bytes }: Publishing,
  publish: (n: number, bytes: number) => unknown,
  from = 0,
): Promise<number> {
  const began = performance.now()
  const count = Math.round(rate * seconds)
  for (let i = 1; i <= count; i++) {
    const wait = began + (i * 1000) / rate - performance.now()
    if (wait > 0) await new Promise((done) => setTimeout(done, wait))
    await publish(from + i, bytes)
  }
  return from + count
}

export type Order = { order: 'publish'; publishing: Publishing } | { order: 'collect' }

/** Listens to the orders of the one who measures. */
export function obey(port: number, publish: (n: number, bytes: number) => unknown): void {
  let last = 0
  process.on('message', async (said: Order) => {
    if (said.order === 'collect') {
      globalThis.gc?.()
      globalThis.gc?.()
      process.send!({ collected: true })
    } else {
      last = await publishAt(said.publishing, publish, last)
      process.send!({ published: last })
    }
  })
  process.on('disconnect', () => process.exit(0))
  process.send!({ port })
}
