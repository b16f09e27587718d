import { Bell, Bookmark, House, type LucideIcon, MessageCircleMore, Search, SquarePlus } from 'lucide-react';

export interface Destination {
  to: '/' | '/find' | '/compose' | '/messages' | '/notifications' | '/saved';
  label: string;
  icon: LucideIcon;
  /** Among the tabs of a phone too. The others are reached there from home and from one's profile. */
  tab: boolean;
}

/** Where the rail and the tabs lead, in this order; one's own profile follows them. */
export const DESTINATIONS: Destination[] = [
  { to: '/', label: 'Home', icon: House, tab: true },
  { to: '/find', label: 'Find people', icon: Search, tab: true },
  { to: '/compose', label: 'New post', icon: SquarePlus, tab: true },
  { to: '/messages', label: 'Messages', icon: MessageCircleMore, tab: true },
  { to: '/notifications', label: 'Notifications', icon: Bell, tab: false },
  { to: '/saved', label: 'Saved', icon: Bookmark, tab: false },
];
