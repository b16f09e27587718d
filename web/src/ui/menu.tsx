import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './class-names.ts';

interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom';
  defaultOpen?: boolean;
}

export function Menu({ trigger, children, align = 'end', side = 'bottom', defaultOpen = false }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={6} align={align} side={side}>
          <Base.Popup className="min-w-52 origin-[var(--transform-origin)] rounded-lg bg-surface p-1.5 shadow-[0_0_0_1px_var(--hairline),0_16px_48px_rgb(0_0_0/0.35)] outline-none transition data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  children: ReactNode;
  onSelect?: () => void;
  danger?: boolean;
  /** A link to render as, for items that go somewhere. */
  render?: ReactElement<Record<string, unknown>>;
}

export function MenuItem({ icon, children, onSelect, danger = false, render }: MenuItemProps) {
  const className = cx(
    'flex cursor-default select-none items-center gap-3 rounded-sm px-3 py-2.5 text-sm outline-none data-highlighted:bg-raised [&>svg]:size-4.5',
    danger && 'text-danger',
  );
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  if (render) {
    return (
      <Base.LinkItem className={className} render={render} closeOnClick>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item className={className} {...(onSelect ? { onClick: onSelect } : {})}>
      {content}
    </Base.Item>
  );
}

export function MenuLine() {
  return <Base.Separator className="mx-3 my-1.5 h-px bg-hairline" />;
}

export function MenuNote({ children }: { children: ReactNode }) {
  return <p className="max-w-60 px-3 py-2 text-xs text-faint">{children}</p>;
}
