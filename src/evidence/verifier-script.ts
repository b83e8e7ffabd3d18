/** What runs in `verifier.html`: takes a file from the disk, judges it, draws the verdict. Bundled into that one page. */
import type { Language } from '#src/platform/i18n/words.ts'
import { fileVerdict } from './package-view.ts'
import { verifierWords } from './package-words.ts'
import { verifyFile } from './verify-package.ts'

const languages: Language[] = ['en', 'zh']
const file = document.querySelector<HTMLInputElement>('#file')
const roots = document.querySelector<HTMLInputElement>('#roots')
const out = document.querySelector<HTMLElement>('#verdict')
let dropped: File | undefined

async function check(): Promise<void> {
  const chosen = dropped ?? file?.files?.[0]
  if (!chosen || !out) return
  out.textContent = languages.map((language) => verifierWords.working[language]).join(' ')
  const pems = await Promise.all([...(roots?.files ?? [])].map((one) => one.text()))
  try {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const found = await verifyFile(bytes, { roots: pems, at: Temporal.Now.instant() })
    out.innerHTML = languages
      .map((language) => `<div lang="${language === 'zh' ? 'zh-CN' : 'en'}">${fileVerdict(found, language)}</div>`)
      .join('')
  } catch (error) {
    out.textContent = String(error)
  }
}

/** Listens to the page. */
export function startVerifier(): void {
  file?.addEventListener('change', () => {
    dropped = undefined
    void check()
  })
  roots?.addEventListener('change', () => void check())
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('drop', (event) => {
    event.preventDefault()
    dropped = event.dataTransfer?.files[0]
    void check()
  })
}

startVerifier()
