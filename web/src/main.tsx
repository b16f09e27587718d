import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hasSessionMark } from './api/session-mark.ts';
import { App } from './app/app.tsx';
import './app/app.css';
import { loadHome } from './app/home-gate.tsx';

// The content security policy forbids code from strings, which zod would try as soon as a schema is defined.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

// The feed's code travels while the session is restored.
if (hasSessionMark() && window.location.pathname === '/') void loadHome();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
