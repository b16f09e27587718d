import { useState } from 'react';
import type { DraftTag } from '../compose/draft.ts';
import { describePlace } from './describe-place.ts';
import { freePlace } from './free-place.ts';
import { keepOnPhoto, type Place } from './place-in-frame.ts';

export interface Tagging {
  people: DraftTag[];
  isOpen: boolean;
  /** Where the next tag goes; null leaves it to us. */
  point: Place | null;
  /** What was done last, for those who do not see it. */
  news: string;
  open: (isOpen: boolean) => void;
  pointAt: (point: Place) => void;
  tag: (person: Pick<DraftTag, 'userId' | 'username'>) => void;
  move: (userId: string, to: Place) => void;
  change: (people: DraftTag[]) => void;
}

/** Naming the people on one photo: the layer over its picture and the fields beneath share this. */
export function useTagging(people: DraftTag[], change: (people: DraftTag[]) => void): Tagging {
  const [isOpen, setOpen] = useState(false);
  const [point, setPoint] = useState<Place | null>(null);
  const [news, setNews] = useState('');
  const put = (tag: DraftTag) => {
    const isKnown = people.some(({ userId }) => userId === tag.userId);
    change(isKnown ? people.map((other) => (other.userId === tag.userId ? tag : other)) : [...people, tag]);
    setNews(describePlace(tag));
  };
  return {
    people,
    isOpen,
    point,
    news,
    open: (next) => {
      setOpen(next);
      setPoint(null);
    },
    pointAt: (at) => setPoint(keepOnPhoto(at)),
    tag: ({ userId, username }) => {
      const place = point ?? people.find((other) => other.userId === userId) ?? freePlace(people);
      put({ userId, username, x: place.x, y: place.y });
      setPoint(null);
    },
    move: (userId, to) => {
      const tag = people.find((other) => other.userId === userId);
      if (tag) put({ ...tag, ...keepOnPhoto(to) });
    },
    change,
  };
}
