/** The sample's Key Partnership Agreement: written for this software, a demonstration, not the text of any real agreement. */
import type { AgreementText, Clause, TypesetterIdentity } from '#src/agreements/index.ts'
import { hust, queenMary } from './universities.ts'

export const sampleAgreementId = '5e1f0d5a-7c2b-4a57-9a0e-2f0923b1c0de'

const clause = (id: string, heading: [string, string], body: [string, string]): Clause => ({
  id,
  heading: { en: heading[0], zh: heading[1] },
  body: { en: body[0], zh: body[1] },
})

export const sampleClauses: Clause[] = [
  clause(
    'purpose',
    ['Purpose', '宗旨'],
    [
      'The Parties establish a key partnership in order to pool resources for targeted exchanges of mutual interest and benefit, and to build lasting brands of cooperation between their schools, institutes and hospitals.',
      '双方建立重点合作伙伴关系，汇聚资源，围绕共同关切开展目标明确、互利共赢的交流，在双方院系、研究院所和附属医院之间打造持久的合作品牌。',
    ],
  ),
  clause(
    'fields',
    ['Fields of cooperation', '合作领域'],
    [
      'Cooperation begins in medicine, engineering, materials science, industrial design, economics and management. The Parties may add further fields by an exchange of letters between their international offices.',
      '合作首先在医学、工程、材料科学、工业设计、经济与管理等领域开展。双方国际事务部门可通过换文增加其他领域。',
    ],
  ),
  clause(
    'training',
    ['Joint student training', '联合培养'],
    [
      'The Parties shall develop joint training programmes for students at every level. Each programme is governed by a specific agreement, which names its awarding body, its quality assurance and its costs.',
      '双方共同开展各层次学生的联合培养项目。每一项目另订专项协议，写明学位授予单位、质量保障及费用安排。',
    ],
  ),
  clause(
    'research',
    ['Joint research and seed funding', '联合研究与种子基金'],
    [
      'The Parties intend to open a joint call for seed projects each year. Each university funds its own researchers. A project has one lead on each side, and an award needs the approval of both universities.',
      '双方拟每年联合发布一次种子项目征集。各校资助本校研究人员。每个项目双方各设一名负责人，立项须经两校共同批准。',
    ],
  ),
  clause(
    'dialogue',
    ['Strategic dialogue', '战略对话'],
    [
      'The senior leadership of the Parties meets once a year, in person or online, to review the cooperation and to agree an action plan. A Partner University Day is held in turn at each university.',
      '双方校领导每年举行一次线下或线上战略对话，回顾合作情况并商定行动计划。双方轮流举办伙伴大学日活动。',
    ],
  ),
  clause(
    'coordination',
    ['Coordination', '协调机制'],
    [
      'The international offices coordinate the partnership. Each Party names a relationship lead and a senior sponsor, and informs the other without delay when either changes.',
      '双方国际事务部门负责协调本合作关系。各方指定一名关系负责人和一名校级支持人；如有变更，应及时通知对方。',
    ],
  ),
  clause(
    'finance',
    ['Finance', '经费'],
    [
      'This Agreement creates no financial obligation for either Party. Costs of an activity are agreed in writing before it begins.',
      '本协议不为任何一方设定财务义务。各项活动的费用应在活动开始前以书面形式商定。',
    ],
  ),
  clause(
    'knowledge',
    ['Knowledge, names and data', '知识产权、名称与数据'],
    [
      'Intellectual property and the protection of personal data are settled in the specific agreement of each activity. Neither Party uses the name or mark of the other without its written consent.',
      '知识产权与个人信息保护由各项活动的专项协议约定。未经对方书面同意，任何一方不得使用对方的名称或标识。',
    ],
  ),
  clause(
    'term',
    ['Effect, term and review', '生效、期限与评估'],
    [
      'This Agreement takes effect when both signatures exist, and lasts five years. A review begins one year before it ends. Either Party may end it by six months’ notice in writing; activities already begun are completed.',
      '本协议自双方签名齐备时生效，有效期五年。期满前一年启动评估。任何一方可提前六个月书面通知终止本协议；已开始的活动应予完成。',
    ],
  ),
  clause(
    'languages',
    ['Languages and signature', '文本与签署'],
    [
      'This Agreement is made in English and Chinese; both texts are equally authentic. It is signed electronically by both Parties, each on its own system, in one document of which both hold the same copy.',
      '本协议以英文和中文写成，两种文本同等作准。双方在各自系统上以电子方式签署同一份文件，并持有相同的文本。',
    ],
  ),
]

/** The draft as the officer in Wuhan finds it. */
export function sampleText(typesetter: TypesetterIdentity, agreement = sampleAgreementId): AgreementText {
  return {
    format: 'chirograph-agreement-1',
    agreement,
    demonstration: true,
    title: { en: 'Key Partnership Agreement', zh: '重点合作伙伴协议' },
    prevails: 'both',
    parties: [hust, queenMary].map(({ ror, name }) => ({ ror, name })),
    clauses: sampleClauses,
    seats: [
      {
        id: 'seat-a',
        party: hust.ror,
        order: 1,
        name: { latin: 'Li Yuanyuan', native: null },
        title: { en: 'President', zh: '校长' },
      },
      {
        id: 'seat-b',
        party: queenMary.ror,
        order: 2,
        name: { latin: 'Colin Bailey', native: null },
        title: { en: 'President and Principal', zh: '校长' },
      },
    ],
    effect: 'both_signatures',
    term: { ends: { kind: 'years', years: 5 }, noticeMonths: 6 },
    typesetter,
  }
}
