/**
 * The people of the sample. Real people only with what was published about the ceremony of 23 September 2021, and without a
 * native form of their name where none was published. Everyone who does something in the sample's offices is invented.
 */
import type { RoleName } from '#src/platform/people/index.ts'
import { hust, queenMary } from './universities.ts'

export interface CastPost {
  institution: string
  name: { latin: string; native: string | null }
  title: { en: string; zh: string }
  unit?: { en: string; zh: string }
  rank: number
  /** Key of the account this person signs in with, if any. */
  account?: string
}

export const source = 'http://english.hust.edu.cn/info/1102/2934.htm'

const at =
  (institution: string) =>
  (rank: number, latin: string, en: string, zh: string, more: Partial<CastPost> = {}): CastPost => ({
    institution,
    name: { latin, native: null },
    title: { en, zh },
    rank,
    ...more,
  })

const hustPost = at(hust.ror)
const queenMaryPost = at(queenMary.ror)

/** Those who attended, with the titles of that day. */
export const posts: CastPost[] = [
  hustPost(10, 'Li Yuanyuan', 'President', '校长', { account: 'president' }),
  hustPost(20, 'Chen Jianguo', 'Vice President', '副校长'),
  hustPost(40, 'Tian Wan', 'Office of International Affairs', '国际交流处'),
  hustPost(50, 'Yang Zhi', 'Dean', '院长', { unit: { en: 'School of Management', zh: '管理学院' } }),
  hustPost(60, 'Xu Jianfeng', 'Deputy Dean', '副院长', {
    unit: { en: 'School of Mechanical Science and Engineering', zh: '机械科学与工程学院' },
  }),
  queenMaryPost(10, 'Colin Bailey', 'President and Principal', '校长', { account: 'president' }),
  queenMaryPost(20, 'Colin Grant', 'Vice-Principal (International)', '副校长（国际事务）'),
  queenMaryPost(40, 'Richard Grose', 'Dean for International', '国际事务院长', {
    unit: { en: 'Faculty of Medicine and Dentistry', zh: '医学与牙医学院' },
  }),
  queenMaryPost(50, 'Ioannis Kokkoris', 'Director of International and External Engagement', '国际与对外合作主任', {
    unit: { en: 'Faculty of Humanities and Social Sciences', zh: '人文与社会科学学院' },
  }),
]

export interface CastAccount {
  key: string
  email: string
  name: { latin: string; native: string | null }
  language: 'en' | 'zh'
  roles: { name: RoleName; scope: string }[]
}

/** Invented office staff, and the seat of each president, by ROR id. */
export const accounts: Record<string, CastAccount[]> = {
  [hust.ror]: [
    {
      key: 'officer',
      email: 'officer@hust.example',
      name: { latin: 'Zhou Lan', native: '周岚' },
      language: 'zh',
      roles: [{ name: 'officer', scope: '' }],
    },
    {
      key: 'legal',
      email: 'legal@hust.example',
      name: { latin: 'He Ping', native: '何苹' },
      language: 'zh',
      roles: [{ name: 'approver', scope: 'legal' }],
    },
    {
      key: 'vice_president',
      email: 'vp-office@hust.example',
      name: { latin: 'Deng Wei', native: '邓蔚' },
      language: 'zh',
      roles: [{ name: 'approver', scope: 'vice_president' }],
    },
    {
      key: 'faculty',
      email: 'school@hust.example',
      name: { latin: 'Lu Qing', native: '陆青' },
      language: 'zh',
      roles: [{ name: 'approver', scope: 'faculty' }],
    },
    {
      key: 'finance',
      email: 'finance@hust.example',
      name: { latin: 'Tang Min', native: '唐敏' },
      language: 'zh',
      roles: [{ name: 'approver', scope: 'finance' }],
    },
    {
      key: 'president',
      email: 'president@hust.example',
      name: { latin: 'Li Yuanyuan', native: null },
      language: 'zh',
      roles: [{ name: 'signatory', scope: '' }],
    },
    {
      key: 'editor',
      email: 'editor@hust.example',
      name: { latin: 'Fang Xiu', native: '方岫' },
      language: 'zh',
      roles: [{ name: 'editor', scope: '' }],
    },
    {
      key: 'reader',
      email: 'reader@hust.example',
      name: { latin: 'Ouyang Moumou', native: '欧阳某某' },
      language: 'zh',
      roles: [{ name: 'reader', scope: '' }],
    },
    {
      key: 'administrator',
      email: 'admin@hust.example',
      name: { latin: 'Wang Xiaoming', native: '王小明' },
      language: 'zh',
      roles: [{ name: 'administrator', scope: '' }],
    },
  ],
  [queenMary.ror]: [
    {
      key: 'officer',
      email: 'officer@qmul.example',
      name: { latin: 'Alice Morton', native: null },
      language: 'en',
      roles: [{ name: 'officer', scope: '' }],
    },
    {
      key: 'partnerships_board',
      email: 'board@qmul.example',
      name: { latin: "Ruth O'Brien", native: null },
      language: 'en',
      roles: [{ name: 'approver', scope: 'partnerships_board' }],
    },
    {
      key: 'head_of_school',
      email: 'head@qmul.example',
      name: { latin: 'Priya Nair', native: null },
      language: 'en',
      roles: [{ name: 'approver', scope: 'head_of_school' }],
    },
    {
      key: 'faculty_executive',
      email: 'faculty@qmul.example',
      name: { latin: 'Owen Hughes', native: null },
      language: 'en',
      roles: [{ name: 'approver', scope: 'faculty_executive' }],
    },
    {
      key: 'president',
      email: 'president@qmul.example',
      name: { latin: 'Colin Bailey', native: null },
      language: 'en',
      roles: [{ name: 'signatory', scope: '' }],
    },
    {
      key: 'editor',
      email: 'editor@qmul.example',
      name: { latin: 'Grace Adeyemi', native: null },
      language: 'en',
      roles: [{ name: 'editor', scope: '' }],
    },
    {
      key: 'reader',
      email: 'reader@qmul.example',
      name: { latin: 'Zoltán Szőke', native: null },
      language: 'en',
      roles: [{ name: 'reader', scope: '' }],
    },
    {
      key: 'administrator',
      email: 'admin@qmul.example',
      name: { latin: 'Daniel Okoro', native: null },
      language: 'en',
      roles: [{ name: 'administrator', scope: '' }],
    },
  ],
}
