import { LazyMenuButton } from '../../ui/lazy-menu-button.tsx';
import type { PostMenuProps } from './open-post-menu.tsx';

const load = () => import('./open-post-menu.tsx');

export function PostMenu(props: PostMenuProps) {
  return <LazyMenuButton label="More" load={load} render={(Menu) => <Menu {...props} />} />;
}
