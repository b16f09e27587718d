import { useRef } from 'react';
import type { Message, Person } from '../../../../shared/contracts/index.ts';

interface IncomingNewsProps {
  other: Person;
  newest: Message | undefined;
}

/** Reads out what arrives while the conversation is open; older messages that are scrolled to are not read out. */
export function IncomingNews({ other, newest }: IncomingNewsProps) {
  const atFirst = useRef(newest?.id);
  const isNew = newest !== undefined && newest.id !== atFirst.current;
  return (
    <p aria-live="polite" className="sr-only">
      {isNew && `${other.username}: ${newest.text || 'sent a post'}`}
    </p>
  );
}
