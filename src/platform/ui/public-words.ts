/** The words around every public page. */
export const publicWords = {
  skip: { en: 'Skip to the content', zh: '跳到正文' },
  navigation: { en: 'Main', zh: '主导航' },
  language: { en: 'Language', zh: '语言' },
  home: { en: 'Home', zh: '首页' },
  search: { en: 'Search', zh: '搜索' },
  follow: { en: 'Follow', zh: '订阅' },
  contact: { en: 'Contact', zh: '联系方式' },
  staff: { en: 'Sign in for staff', zh: '工作人员登录' },
  website: { en: 'University website', zh: '学校网站' },
  more: { en: 'Also here', zh: '更多' },
}
