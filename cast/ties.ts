/**
 * Other universities HUST has published ties with. Names, cities and coordinates are those of their ROR records (CC0); of each tie
 * stands what was published and nothing more. Where a source names no year, no partnership is claimed.
 */
import type { Institution, PartnershipState } from '#src/partners/index.ts'
import type { Fact } from './universities.ts'

export interface Tie {
  institution: Omit<Institution, 'ours'>
  /** Null where what was published does not say since when. */
  partnership: { state: PartnershipState; since: string } | null
  facts: Fact[]
}

type Pair = [en: string, zh: string]

interface Where {
  city: Pair
  country: string
  zone: string
  at: [latitude: number, longitude: number]
}

const pair = ([en, zh]: Pair) => ({ en, zh })

const university = (ror: string, name: Pair, short: Pair, website: string, where: Where): Tie['institution'] => ({
  ror,
  name: pair(name),
  short: pair(short),
  city: pair(where.city),
  country: where.country,
  zone: where.zone,
  website,
  coordinates: { latitude: where.at[0], longitude: where.at[1] },
})

const fact = (label: Pair, value: Pair, source: string, asOf: string): Fact => ({
  label: pair(label),
  value: pair(value),
  source,
  asOf,
})

const [britain, sydneyTime, eastern] = ['Europe/London', 'Australia/Sydney', 'America/New_York']
const sydney: Where = {
  city: ['Sydney', '悉尼'],
  country: 'AU',
  zone: sydneyTime,
  at: [-33.86785, 151.20732],
}

export const ties: Tie[] = [
  {
    institution: university(
      '03angcq70',
      ['University of Birmingham', '伯明翰大学'],
      ['Birmingham', '伯明翰大学'],
      'http://www.birmingham.ac.uk/index.aspx',
      { city: ['Birmingham', '伯明翰'], country: 'GB', zone: britain, at: [52.48142, -1.89983] },
    ),
    partnership: { state: 'cooperating', since: '2016' },
    facts: [
      fact(
        ['Agreement', '协议'],
        ['collaboration in teaching and research agreed in 2016', '2016年商定教学与科研合作'],
        'https://www.birmingham.ac.uk/news-archive/2016/the-university-of-birmingham-and-huazhong-university-of-science-and-technology-agree-teaching-and-research-collaboration',
        // The source names the year; what happened in a year is known at its end.
        '2016-12-31',
      ),
    ],
  },
  {
    institution: university(
      '027m9bs27',
      ['University of Manchester', '曼彻斯特大学'],
      ['Manchester', '曼彻斯特大学'],
      'http://www.manchester.ac.uk/',
      { city: ['Manchester', '曼彻斯特'], country: 'GB', zone: britain, at: [53.48095, -2.23743] },
    ),
    partnership: { state: 'cooperating', since: '2018-05-08' },
    facts: [
      fact(
        ['Joint training', '联合培养'],
        [
          '“2+2” programmes in physics, chemistry and environmental engineering',
          '物理、化学、环境工程专业“2+2”联合培养',
        ],
        'http://english.hust.edu.cn/info/1004/2660.htm',
        '2018-05-08',
      ),
    ],
  },
  {
    institution: university(
      '03f0f6041',
      ['University of Technology Sydney', '悉尼科技大学'],
      ['UTS', '悉尼科大'],
      'https://www.uts.edu.au',
      sydney,
    ),
    partnership: { state: 'cooperating', since: '2021-12-08' },
    facts: [
      fact(
        ['Key partnership', '重点合作'],
        [
          'ceremony of the Key Partnership Agreement and launch of the Research Seed Grants Scheme on 8 December 2021',
          '2021年12月8日举行重点合作伙伴协议签约仪式，启动科研种子基金计划',
        ],
        'http://english.hust.edu.cn/info/1102/3096.htm',
        '2021-12-13',
      ),
    ],
  },
  {
    institution: university(
      '03r8z3t63',
      ['UNSW Sydney', '新南威尔士大学'],
      ['UNSW', '新南威尔士大学'],
      'https://www.unsw.edu.au/',
      sydney,
    ),
    partnership: { state: 'cooperating', since: '2024-04-30' },
    facts: [
      fact(
        ['Partnership Day', '伙伴日'],
        [
          '30 April 2024: memorandum on a joint centre signed, six working groups',
          '2024年4月30日，签署共建联合中心谅解备忘录，设六个工作组',
        ],
        'https://english.hust.edu.cn/info/1102/3834.htm',
        '2024-05-08',
      ),
    ],
  },
  {
    institution: university('00py81415', ['Duke University', '杜克大学'], ['Duke', '杜克大学'], 'https://duke.edu', {
      city: ['Durham', '达勒姆'],
      country: 'US',
      zone: eastern,
      at: [35.99403, -78.89862],
    }),
    partnership: { state: 'cooperating', since: '2021' },
    facts: [
      fact(
        ['Seminar', '研讨会'],
        ['online seminar in December 2021', '2021年12月在线研讨会'],
        'Huazhong University of Science and Technology, news of December 2021',
        '2021-12-31',
      ),
    ],
  },
  {
    institution: university(
      '019wvm592',
      ['Australian National University', '澳大利亚国立大学'],
      ['ANU', '澳国立大学'],
      'https://www.anu.edu.au',
      { city: ['Canberra', '堪培拉'], country: 'AU', zone: sydneyTime, at: [-35.28346, 149.12807] },
    ),
    // A visit is a beginning, and no cooperation yet.
    partnership: { state: 'prospect', since: '2024-03-07' },
    facts: [
      fact(
        ['Visit', '来访'],
        ['visit on 7 March 2024', '2024年3月7日来访'],
        'https://english.hust.edu.cn/info/1102/3804.htm',
        '2024-03-07',
      ),
    ],
  },
  {
    institution: university(
      '04tj63d06',
      ['North Carolina State University', '北卡罗来纳州立大学'],
      ['NC State', '北卡州立大学'],
      'https://www.ncsu.edu/',
      { city: ['Raleigh', '罗利'], country: 'US', zone: eastern, at: [35.7721, -78.63861] },
    ),
    partnership: null,
    facts: [],
  },
  {
    institution: university(
      '00rqy9422',
      ['The University of Queensland', '昆士兰大学'],
      ['Queensland', '昆士兰大学'],
      'https://www.uq.edu.au',
      { city: ['Brisbane', '布里斯班'], country: 'AU', zone: 'Australia/Brisbane', at: [-27.46794, 153.02809] },
    ),
    partnership: null,
    facts: [],
  },
]
