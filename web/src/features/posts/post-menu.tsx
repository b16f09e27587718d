import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import type { PostMenuProps } from './open-post-menu.tsx';

const loadMenu = () => import('./open-post-menu.tsx');
const OpenPostMenu = lazy(loadMenu);

/** The button of a post's menu; the menu itself is loaded when somebody reaches for it. */
export function PostMenu(props: PostMenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <IconButton
      label="More"
      aria-haspopup="menu"
      onPointerEnter={loadMenu}
      onFocus={loadMenu}
      onClick={() => setWanted(true)}
    >
      <Ellipsis className="size-5" />
    </IconButton>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <OpenPostMenu {...props} />
    </Suspense>
  ) : (
    button
  );
}
