/** The words for an agreement that all have signed and that is not in effect yet. */
export const waitWords = {
  title: {
    en: 'Signed by both, waiting for both logs. The agreement takes effect once each log is cosigned by the other side.',
    zh: '双方均已签名，待双方日志联署。两份日志均经对方联署后，协议即告生效。',
  },
  cosigned: {
    en: (whose: string, by: string) => `${whose}’s log holds it, cosigned by ${by}:`,
    zh: (whose: string, by: string) => `${whose}的日志已记载，并经${by}联署：`,
  },
  notCosigned: {
    en: (whose: string, by: string) => `${whose}’s log: ${by}’s cosignature is not here yet`,
    zh: (whose: string, by: string) => `${whose}的日志：尚未收到${by}的联署`,
  },
  next: {
    en: 'This follows by itself, usually within seconds, as soon as both nodes reach each other. Until then nothing has changed in what is in force.',
    zh: '两个节点恢复联系后会自动完成，通常只需数秒。在此之前，现行有效的内容不变。',
  },
}
