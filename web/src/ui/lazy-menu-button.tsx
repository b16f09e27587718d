import { Ellipsis } from 'lucide-react';
import { type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { IconButton } from './icon-button.tsx';

interface LazyMenuButtonProps<P> {
  label: string;
  load: () => Promise<{ default: ComponentType<P> }>;
  render: (Menu: ComponentType<P>) => ReactNode;
}

/** A menu's button; the menu itself, which opens at once, is loaded when somebody reaches for it. */
export function LazyMenuButton<P>({ label, load, render }: LazyMenuButtonProps<P>) {
  const [wanted, setWanted] = useState(false);
  const Menu = useMemo(() => lazy(load) as unknown as ComponentType<P>, [load]);
  const button = (
    <IconButton label={label} aria-haspopup="menu" onPointerEnter={load} onFocus={load} onClick={() => setWanted(true)}>
      <Ellipsis className="size-5" />
    </IconButton>
  );
  return wanted ? <Suspense fallback={button}>{render(Menu)}</Suspense> : button;
}
