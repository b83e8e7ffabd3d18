/**
 * The drawing process: does one job and ends. It is a process of its own because a document may come from another node: what
 * takes too long, or too much memory, ends with the process and nothing else.
 */
import sharp from 'sharp'
import { differingShare } from './compare.ts'
import type { Comparison, Job, Outcome, PageImage, Result } from './messages.ts'
import { drawPages, readPages } from './pages.ts'

async function draw(pdf: Uint8Array, width: number): Promise<PageImage[]> {
  const images: PageImage[] = []
  for await (const { points, width: w, height } of drawPages(pdf, width)) {
    const raw = { width: w, height, channels: 4 as const }
    const png = await sharp(points, { raw }).removeAlpha().png({ compressionLevel: 9, palette: true }).toBuffer()
    images.push({ png, width: w, height })
  }
  return images
}

async function compare(a: Uint8Array, b: Uint8Array, width: number): Promise<Comparison> {
  const [left, right] = [drawPages(a, width), drawPages(b, width)]
  const found: Comparison = { sameText: true, pages: [] }
  for (let number = 1; ; number++) {
    const [one, other] = [(await left.next()).value, (await right.next()).value]
    if (!one && !other) return found
    if (one?.text !== other?.text) found.sameText = false
    found.pages.push({ number, differing: one && other ? differingShare(one, other) : 1 })
  }
}

function work(job: Job): Promise<Result> {
  if (job.task === 'draw') return draw(job.pdf, job.width)
  return job.task === 'read' ? readPages(job.pdf) : compare(job.a, job.b, job.width)
}

process.once('message', async (job: Job) => {
  const outcome: Outcome = await work(job).then(
    (result) => ({ done: true, result }),
    (error) => ({ done: false, message: String(error.message).slice(0, 200) }),
  )
  process.send!(outcome, () => process.exit(0))
})
process.once('disconnect', () => process.exit(0))
