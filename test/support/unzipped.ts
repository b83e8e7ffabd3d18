/** All files of a ZIP as one text: a workbook's cells among them. */
import yauzl from 'yauzl'

export async function unzipped(bytes: Buffer): Promise<string> {
  const texts: string[] = []
  const zip = await yauzl.fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    texts.push(Buffer.concat(parts).toString('utf8'))
  }
  return texts.join('\n')
}
