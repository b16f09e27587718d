import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hasSessionMark } from './api/session-mark.ts';
import { App } from './app/app.tsx';
import './app/app.css';
import { loadHome } from './app/home-gate.tsx';
import { plainPath } from './app/plain-path.ts';
import { preloadPages } from './app/preload-pages.ts';

/** By then the first page has what it needs. */
const QUIET_AFTER_MS = 4_000;

/** A second failure this soon is not cured by another reload. */
const RELOAD_AGAIN_AFTER_MS = 60_000;

// The content security policy forbids code from strings, which zod would try as soon as a schema is defined.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const { pathname, search, hash } = window.location;
if (plainPath(pathname) !== pathname) {
  window.history.replaceState(window.history.state, '', plainPath(pathname) + search + hash);
}

// A page opened before a deployment asks for code that is gone: it is loaded anew, once.
window.addEventListener('vite:preloadError', () => {
  if (!navigator.onLine) return;
  const key = 'rimlight.reloaded';
  const last = Number(sessionStorage.getItem(key) ?? 0);
  if (Date.now() - last < RELOAD_AGAIN_AFTER_MS) return;
  sessionStorage.setItem(key, String(Date.now()));
  window.location.reload();
});

// What every visit may need soon travels when nothing else does, so that it is there also when the line is gone.
window.addEventListener('load', () => {
  setTimeout(() => {
    void import('./ui/toasts.tsx');
    if (hasSessionMark()) void preloadPages();
  }, QUIET_AFTER_MS);
});

// The feed's code travels while the session is restored.
if (hasSessionMark() && window.location.pathname === '/') void loadHome();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
