export type Theme = 'system' | 'dark' | 'light';

/** Also read by `public/theme-boot.js`, before the first paint. */
const KEY = 'rimlight.theme';

export function readTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'dark' || theme === 'light' ? theme : 'system';
}

/** Shows a theme now and on the next visit. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts until the next load.
  }
}
