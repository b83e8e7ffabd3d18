/** The words of handing what is kept to an archive: of an agreement, of a partner. */

export const archiveWords = {
  archive: { en: 'Archive', zh: '存档' },
  archiveOffice: { en: 'Everything, for our archive (ZIP)', zh: '全部资料，供本校存档（ZIP）' },
  archiveShared: { en: 'To hand on, nothing internal (ZIP)', zh: '对外提供，不含内部信息（ZIP）' },
}
