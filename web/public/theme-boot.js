// Runs before the first paint, so that a chosen theme never flashes. The system's choice needs no script.
try {
  const theme = localStorage.getItem('rimlight.theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme applies.
}
