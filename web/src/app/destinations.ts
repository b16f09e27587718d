import { Bell, Bookmark, House, type LucideIcon, Search, SquarePlus } from 'lucide-react';

export interface Destination {
  to: '/' | '/find' | '/compose' | '/notifications' | '/saved';
  label: string;
  icon: LucideIcon;
}

/** Where the rail and the tabs lead, in this order; one's own profile follows them. */
export const DESTINATIONS: Destination[] = [
  { to: '/', label: 'Home', icon: House },
  { to: '/find', label: 'Find people', icon: Search },
  { to: '/compose', label: 'New post', icon: SquarePlus },
  { to: '/notifications', label: 'Notifications', icon: Bell },
  { to: '/saved', label: 'Saved', icon: Bookmark },
];
