import { Bookmark, House, type LucideIcon, SquarePlus } from 'lucide-react';

export interface Destination {
  to: '/' | '/compose' | '/saved';
  label: string;
  icon: LucideIcon;
}

/** Where the rail and the tabs lead, in this order; one's own profile follows them. */
export const DESTINATIONS: Destination[] = [
  { to: '/', label: 'Home', icon: House },
  { to: '/compose', label: 'New post', icon: SquarePlus },
  { to: '/saved', label: 'Saved', icon: Bookmark },
];
