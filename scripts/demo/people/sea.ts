import { type DemoPerson, photo } from '../network.ts';

/** People who live by the water. */
export const sea: readonly DemoPerson[] = [
  {
    username: 'nadia.tides',
    fullName: 'Nadia Berrada',
    bio: 'مدّ وجزر. I keep a tide table where others keep a calendar.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'scarf' }, room: 'teal', size: 1.05 }],
    posts: [
      {
        caption: 'كل موجة تحمل قطعة من الشمس. Every wave carries a piece of the sun ashore. #sea #goldenhour #بحر',
        photos: [
          photo(
            '4:5',
            ['sea', { hour: 'golden' }],
            'Low sun over the open sea, a path of glitter running to the viewer.',
            1,
          ),
        ],
      },
      {
        caption: 'The ferry was late, so I was early for this. #sunset #boat #sea',
        photos: [
          photo(
            '4:5',
            ['sea', { hour: 'dawn', subject: 'boat' }],
            'A small sailing boat beside the sun’s reflection at dawn.',
            2,
          ),
          photo(
            '4:5',
            ['sea', { hour: 'blue', swell: 1.2 }],
            'A dark, choppy sea with a copper sun close to the horizon.',
            3,
          ),
        ],
      },
    ],
  },
  {
    username: 'kofi_surfs',
    fullName: 'Kofi Mensah-Addo',
    bio: 'Board repairs, bad puns, good mornings. If the flag is red I am sanding something.',
    avatar: ['coast', { sea: 'turquoise' }],
    posts: [
      {
        caption: 'From the drone you can see exactly where I fell in. #fromabove #beach #surf',
        photos: [
          photo(
            '4:5',
            ['coast', { sea: 'turquoise' }],
            'Turquoise surf meeting a sandy beach, seen from straight above.',
            1,
          ),
          photo(
            '1:1',
            ['coast', { sea: 'turquoise', parasols: true }],
            'A beach from above with a row of coloured parasols by the water.',
            7,
          ),
        ],
      },
      {
        caption: 'Black sand, cold feet, no regrets. #fromabove #coast',
        photos: [photo('4:5', ['coast', { sea: 'slate' }], 'White foam on black sand, seen from above.', 2)],
      },
    ],
  },
  {
    username: 'eleni.k',
    fullName: 'Ελένη Καραλή',
    bio: 'Άσπρος τοίχος, μπλε θάλασσα. Architect of small shadows.',
    avatar: ['walls', { motif: 'arches', paint: 'white' }],
    posts: [
      {
        caption: 'Τρεις καμάρες, μία θάλασσα. Three arches, one sea, noon. #arches #architecture #white',
        photos: [
          photo(
            '3:2',
            ['walls', { motif: 'arches', paint: 'white' }],
            'Three white arches opening on a flat blue sea.',
            2,
          ),
          photo(
            '4:5',
            ['walls', { motif: 'corner', paint: 'white' }],
            'The corner of a white house, half in sun and half in blue shade.',
            6,
          ),
        ],
      },
      {
        caption: 'The neighbours finally painted the steps. #stairs #blue #minimal',
        photos: [
          photo(
            '1:1',
            ['walls', { motif: 'stairs', paint: 'blue', figure: true }],
            'A tiny figure below a huge blue staircase and its zigzag shadow.',
            4,
          ),
        ],
      },
    ],
  },
  {
    username: 'old.harbour',
    fullName: 'Tomasz Wrona',
    bio: 'Retired pilot-boat skipper. I used to read this water for a living; now I only look.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'beanie', beard: true }, room: 'slate', size: 1.05 }],
    posts: [
      {
        caption: 'Fog so thick you could lean on it. One sail, then none. #fog #sea #minimal',
        photos: [
          photo(
            '3:2',
            ['sea', { hour: 'mist', subject: 'boat' }],
            'A single sailing boat on a grey, calm sea in fog.',
            4,
          ),
        ],
      },
      {
        caption: 'Forty-one years and it still gets me. #sunset #sea',
        photos: [
          photo(
            '4:5',
            ['sea', { hour: 'rose', subject: 'couple' }],
            'Two people stand on the shore and watch a pink sunset over the sea.',
            5,
          ),
        ],
      },
      {
        caption: 'Drizzle on the wheelhouse window. #rain #bokeh #harbour',
        photos: [
          photo(
            '3:2',
            ['rainWindow', { street: 'harbour' }],
            'Harbour lights as soft discs behind a window with raindrops.',
            3,
          ),
        ],
      },
    ],
  },
  {
    username: 'linh.noon',
    fullName: 'Nguyễn Khánh Linh',
    bio: 'Nắng trưa, muối và cà phê đá. Everything here was taken before lunch.',
    avatar: ['sea', { hour: 'noon' }],
    posts: [
      {
        caption: 'Biển hôm nay sáng như gương. #biển #sea #noon',
        photos: [photo('4:5', ['sea', { hour: 'noon' }], 'A bright blue sea sparkling under a high sun.', 6)],
      },
      {
        caption: 'Cà phê trước đã, rồi tính. Coffee first, then we talk. #coffee #morninglight',
        photos: [
          photo(
            '4:5',
            ['coffee', { table: 'walnut', drink: 'latte' }],
            'A latte on a dark wooden table striped by morning sun.',
            1,
          ),
        ],
      },
    ],
  },
];
