import { createRoot } from 'react-dom/client';
import { Toaster } from 'sonner';

export { toast } from 'sonner';

/** Toasts stand beside the app, so that they are there for every page and outlive each. */
const place = document.createElement('div');
document.body.append(place);
createRoot(place).render(
  <Toaster
    position="bottom-center"
    offset={{ bottom: 'calc(var(--tabbar) + var(--foot) + 1rem)' }}
    mobileOffset={{ bottom: 'calc(var(--tabbar) + var(--foot) + 0.75rem)' }}
    toastOptions={{ unstyled: true, classNames: { toast: 'rim-toast' } }}
  />,
);
