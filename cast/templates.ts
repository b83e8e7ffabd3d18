/** Texts to begin from, written for the sample: a demonstration, no university's real template. */
import { sampleClauses } from './agreement.ts'

const both = (en: string, zh: string) => ({ en, zh })

export const templates = [
  {
    kind: 'key',
    name: both('Key partnership agreement', '重点合作伙伴协议范本'),
    title: both('Key Partnership Agreement', '重点合作伙伴协议'),
    clauses: sampleClauses,
  },
  {
    kind: 'exchange',
    name: both('Student exchange', '学生交换协议范本'),
    title: both('Student Exchange Agreement', '学生交换协议'),
    clauses: [
      {
        id: 'places',
        heading: both('Places', '名额'),
        body: both(
          'Each Party may send up to five students in each academic year. Two stays of one term count as one of a year.',
          '双方每学年各可派出不超过五名学生；两名学期制学生按一名学年制学生计算。',
        ),
      },
      {
        id: 'fees',
        heading: both('Fees', '学费'),
        body: both(
          'Students pay tuition at their home university only. Travel, housing and insurance are their own.',
          '学生仅向派出学校缴纳学费，旅费、住宿费和保险费自理。',
        ),
      },
      {
        id: 'balance',
        heading: both('Balance', '平衡'),
        body: both(
          'The Parties keep the numbers equal over three years and review them every year.',
          '双方在三年内保持人数平衡，并每年核对一次。',
        ),
      },
    ],
  },
]

export const libraryClauses = [
  {
    name: both('Personal data', '个人信息保护'),
    heading: both('Personal data', '个人信息保护'),
    body: both(
      'Each Party handles personal data under the law that binds it, and passes to the other only what an activity needs.',
      '双方各自依照对其适用的法律处理个人信息，仅向对方提供开展活动所必需的信息。',
    ),
  },
  {
    name: both('Settling differences', '争议解决'),
    heading: both('Settling differences', '争议解决'),
    body: both(
      'The Parties settle differences by talking to each other, first between their international offices, then between their leaders.',
      '双方通过友好协商解决分歧：先由国际事务部门协商，再由校领导协商。',
    ),
  },
]
