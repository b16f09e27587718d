import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Wordmark } from '../../ui/logo.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';

/** What a visitor without an account sees at the door. */
export default function WelcomePage() {
  useDocumentTitle(undefined);
  return (
    <main className="limb-scene limb-scene-tall flex min-h-dvh flex-col px-5 pt-safe pb-safe sm:px-10">
      <header className="flex items-center justify-between py-5">
        <Wordmark />
        <Link to="/login" className={buttonClass('plain', 'small')}>
          Log in
        </Link>
      </header>
      <div className="appear relative flex flex-1 flex-col justify-center pb-[34vh]">
        <h1 className="max-w-[13ch] text-[clamp(2.5rem,8vw,5rem)] font-semibold leading-[1.02] tracking-[-0.045em] text-balance">
          A quiet room for photographs.
        </h1>
        <p className="mt-5 max-w-[42ch] text-base text-soft text-pretty sm:text-lg">
          Follow the people whose pictures you want to see. They arrive whole, uncropped and in good light.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Link to="/signup" className={buttonClass('primary', 'large')}>
            Create an account
          </Link>
          <Link to="/login" className={buttonClass('outline', 'large', 'bg-ground/40 backdrop-blur-sm')}>
            Log in
          </Link>
        </div>
      </div>
    </main>
  );
}
