/** A zip file written as it is sent: one file of it in memory at a time, however much it holds; with the hashes of all as its last. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { utf8 } from './bytes.ts'
import { sha256 } from './canonical.ts'

export interface ZipFile {
  name: string
  bytes: Uint8Array
}

/** The list of hashes, as `sha256sum -c` reads it. */
export const sumsName = 'SHA256SUMS'

/** Nothing in it depends on the day it was made. */
const mtime = new Date(1980, 0, 1)
/** What is compressed already. */
const packed = /\.(pdf|zip|png|jpe?g|webp|xlsx)$/i

/** @param files with names of their own, below folders divided by `/` */
export function zipWithSums(files: AsyncIterable<ZipFile>): ReadableStream<Uint8Array> {
  const all = withSums(files)[Symbol.asyncIterator]()
  let zip: Zip
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((problem, chunk, final) => {
        if (problem) return controller.error(problem)
        controller.enqueue(chunk)
        if (final) controller.close()
      })
    },
    async pull() {
      const { done, value } = await all.next()
      if (done) return zip.end()
      const entry = packed.test(value.name) ? new ZipPassThrough(value.name) : new ZipDeflate(value.name, { level: 6 })
      entry.mtime = mtime
      zip.add(entry)
      entry.push(value.bytes, true)
    },
    async cancel() {
      await all.return?.(undefined)
    },
  })
}

async function* withSums(files: AsyncIterable<ZipFile>): AsyncGenerator<ZipFile> {
  const sums: string[] = []
  for await (const file of files) {
    sums.push(`${sha256(file.bytes)}  ${file.name}\n`)
    yield file
  }
  yield { name: sumsName, bytes: utf8(sums.join('')) }
}

/** A name that is one on every system, and stays in its folder. */
export const plainName = (name: string, longest = 120): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '')
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, longest).join('')
  return `${stem || 'file'}${ending}`
}
