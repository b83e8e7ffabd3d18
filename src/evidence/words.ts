/** Why a package is not given out, in words. */
import type { RefusalWords } from '#src/platform/ui/index.ts'

export type EvidenceRefusal = 'not_concluded' | 'evidence_not_ready'

export const evidenceRefusalWords = {
  not_concluded: {
    en: 'There is no evidence package yet: the agreement is not concluded.',
    zh: '协议尚未缔结，暂无证据包。',
  },
  evidence_not_ready: {
    en: 'The evidence package is not ready: the two universities’ logs have not cosigned the conclusion yet. This happens by itself within minutes once both nodes reach each other. An agreement concluded before the logs were kept has no package.',
    zh: '证据包尚未就绪：双方日志尚未联署缔结记录。两个节点恢复联系后，数分钟内会自动完成。日志启用之前缔结的协议没有证据包。',
  },
} satisfies Record<EvidenceRefusal, RefusalWords[string]>
