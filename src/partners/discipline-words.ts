/** Disciplines in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Discipline } from './discipline.ts'

export const disciplineWords: Record<Discipline, Phrase> = {
  agricultural_and_biological_sciences: { en: 'Agricultural and Biological Sciences', zh: '农业与生物科学' },
  arts_and_humanities: { en: 'Arts and Humanities', zh: '艺术与人文' },
  biochemistry_genetics_and_molecular_biology: {
    en: 'Biochemistry, Genetics and Molecular Biology',
    zh: '生物化学、遗传学与分子生物学',
  },
  business_management_and_accounting: { en: 'Business, Management and Accounting', zh: '商业、管理与会计' },
  chemical_engineering: { en: 'Chemical Engineering', zh: '化学工程' },
  chemistry: { en: 'Chemistry', zh: '化学' },
  computer_science: { en: 'Computer Science', zh: '计算机科学' },
  decision_sciences: { en: 'Decision Sciences', zh: '决策科学' },
  dentistry: { en: 'Dentistry', zh: '口腔医学' },
  earth_and_planetary_sciences: { en: 'Earth and Planetary Sciences', zh: '地球与行星科学' },
  economics_econometrics_and_finance: { en: 'Economics, Econometrics and Finance', zh: '经济学、计量经济学与金融' },
  energy: { en: 'Energy', zh: '能源' },
  engineering: { en: 'Engineering', zh: '工程学' },
  environmental_science: { en: 'Environmental Science', zh: '环境科学' },
  health_professions: { en: 'Health Professions', zh: '卫生健康' },
  immunology_and_microbiology: { en: 'Immunology and Microbiology', zh: '免疫学与微生物学' },
  materials_science: { en: 'Materials Science', zh: '材料科学' },
  mathematics: { en: 'Mathematics', zh: '数学' },
  medicine: { en: 'Medicine', zh: '医学' },
  neuroscience: { en: 'Neuroscience', zh: '神经科学' },
  nursing: { en: 'Nursing', zh: '护理学' },
  pharmacology_toxicology_and_pharmaceutics: {
    en: 'Pharmacology, Toxicology and Pharmaceutics',
    zh: '药理学、毒理学与药剂学',
  },
  physics_and_astronomy: { en: 'Physics and Astronomy', zh: '物理与天文学' },
  psychology: { en: 'Psychology', zh: '心理学' },
  social_sciences: { en: 'Social Sciences', zh: '社会科学' },
  veterinary: { en: 'Veterinary', zh: '兽医学' },
}
