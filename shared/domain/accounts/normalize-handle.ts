/** The form in which usernames and e-mail addresses are compared: NFKC, lower case, no outer spaces. */
export function normalizeHandle(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
