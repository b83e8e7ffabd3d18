/** The grounds and inks of `styles/tokens.css` that accents are measured against; a test holds the two files together. */
export const ground = {
  light: { paper: '#faf7f1', sheet: '#fffefa', ink: '#1c1a17' },
  dark: { paper: '#171512', sheet: '#201d19', ink: '#ece7dc' },
} as const
