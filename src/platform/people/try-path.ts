/** Where one signs in as a person of the sample; there under `chirograph try` only. */
export const trySignInPath = (account: string): string => `/sign-in/try/${account}`
