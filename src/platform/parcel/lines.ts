/** Lines of text, packed small and sealed into a file; and out of it again. */
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { openStream, sealStream } from './seal-stream.ts'

/** Writes a new file only its owner can read. @throws where there is a file of this name already */
export async function writeLines(path: string, passphrase: string, lines: AsyncIterable<string>): Promise<void> {
  const text = async function* () {
    for await (const line of lines) yield `${line}\n`
  }
  const seal = (packed: AsyncIterable<Buffer>) => sealStream(passphrase, packed)
  await pipeline(Readable.from(text()), createGzip(), seal, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
}

/** @throws Refusal `parcel_unreadable` */
export async function* readLines(path: string, passphrase: string): AsyncGenerator<string> {
  const plain = Readable.from(openStream(passphrase, createReadStream(path)))
  const unpacked = createGunzip()
  // A fault on the way in is the reader's to hear.
  plain.on('error', (problem) => unpacked.destroy(problem))
  const text = new TextDecoder()
  let held = ''
  for await (const chunk of plain.pipe(unpacked)) {
    const lines = (held + text.decode(chunk, { stream: true })).split('\n')
    held = lines.pop() ?? ''
    yield* lines
  }
  if (held) yield held
}
