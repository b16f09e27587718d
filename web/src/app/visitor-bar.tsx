import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.tsx';
import { Wordmark } from '../ui/logo.tsx';

/** Above pages that anyone may see, for those without an account. */
export function VisitorBar() {
  return (
    <header className="border-b border-hairline pt-safe">
      <div className="mx-auto flex h-15 max-w-[1200px] items-center gap-2 px-4">
        <Link to="/" className="mr-auto rounded-sm">
          <Wordmark />
        </Link>
        <Link to="/login" className={buttonClass('plain', 'small')}>
          Log in
        </Link>
        <Link to="/signup" className={buttonClass('primary', 'small')}>
          Sign up
        </Link>
      </div>
    </header>
  );
}
