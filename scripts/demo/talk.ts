/** A message of the demo network: who writes to whom what, or which of the recipient's posts they send, by its place. */
export interface DemoMessage {
  from: string;
  to: string;
  text?: string;
  /** The post of this person that is sent, by its place among theirs. */
  post?: { by: string; place: number };
}

/** What is in the messages of the shown account at the first look, in the order in which it was written. */
export const talk: readonly DemoMessage[] = [
  { from: 'ines_do_vale', to: 'mira', text: 'Your fog made me pull over twice this week.' },
  { from: 'mira', to: 'ines_do_vale', text: 'Good. Drive slowly in it, though.' },
  { from: 'linh.noon', to: 'mira', post: { by: 'linh.noon', place: 0 }, text: 'Is this too bright, or am I tired?' },
  { from: 'sigrun.is', to: 'mira', text: 'Did you get down before the weather came in?' },
  { from: 'mira', to: 'sigrun.is', text: 'Just about. The last two bends were guesswork.' },
  { from: 'mira', to: 'sigrun.is', text: 'I waited on the pass for an hour first. Worth it.' },
  { from: 'sigrun.is', to: 'mira', post: { by: 'mira', place: 0 }, text: 'These ridges? I count eight.' },
  { from: 'mira', to: 'sigrun.is', text: 'You always count one more.' },
  {
    from: 'sigrun.is',
    to: 'mira',
    text: 'Same place on Friday, half past five? I bring the coffee and the long lens.',
  },
];
