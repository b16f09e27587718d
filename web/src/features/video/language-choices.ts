/** The most spoken ones; a reader's own come first. */
const COMMON =
  'en es pt fr de it nl pl sv da nb fi cs hu ro el tr uk ru ar he fa hi bn ur ta te id ms vi th zh ja ko sw am'.split(
    ' ',
  );

export interface LanguageChoice {
  tag: string;
  /** As the language calls itself. */
  name: string;
}

/** Languages to choose from: those of the browser, then the common ones. */
export function languageChoices(own: readonly string[]): LanguageChoice[] {
  const tags = [...new Set([...own.map((tag) => tag.split('-')[0] ?? tag), ...COMMON])];
  return tags.map((tag) => ({ tag, name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag }));
}
