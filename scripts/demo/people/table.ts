import { type DemoPerson, photo } from '../network.ts';

/** People of kitchens and workshops. */
export const table: readonly DemoPerson[] = [
  {
    username: 'casa.limon',
    fullName: 'Lucía Ferrer Soto',
    bio: 'Cocino con lo que hay. Market on Tuesdays and Saturdays, bring a basket.',
    avatar: ['fruit', { kind: 'lemons', table: 'stone' }],
    posts: [
      {
        caption: 'Las últimas naranjas del árbol de mi tía. #stilllife #fruit #naranjas',
        photos: [
          photo('4:5', ['fruit', { kind: 'oranges', table: 'oak' }], 'Oranges on a dark oak table in window light.', 1),
          photo('1:1', ['fruit', { kind: 'lemons', table: 'stone' }], 'Lemons on a grey stone table.', 3),
        ],
      },
      {
        caption: 'Ciruelas para mermelada, si sobra alguna. #plums #stilllife #kitchen',
        photos: [photo('4:5', ['fruit', { kind: 'plums', table: 'linen' }], 'Dusty purple plums on pale linen.', 2)],
      },
    ],
  },
  {
    username: 'wheel.and.kiln',
    fullName: 'Marit Oosterhuis',
    bio: 'Throws pots, occasionally on purpose. Seconds shelf is by the door.',
    avatar: ['vases', { palette: 'clay' }],
    posts: [
      {
        caption: 'Out of the kiln and nothing cracked. I am suspicious. #ceramics #pottery #stilllife',
        photos: [
          photo('4:5', ['vases', { palette: 'clay' }], 'Four clay pots on a shelf in slanting window light.', 1),
          photo('3:2', ['vases', { palette: 'celadon' }], 'Green-glazed jars and a white cup against a green wall.', 3),
          photo(
            '4:5',
            ['vases', { palette: 'chalk', branch: true }],
            'A white bottle with a bare branch, and its shadow.',
            2,
          ),
        ],
      },
      {
        caption: 'New blue. Took eleven tests and one small cry. #glaze #ceramics',
        photos: [
          photo(
            '4:5',
            ['vases', { palette: 'ink', branch: true }],
            'Blue and ochre vases in a dark room, one holding a branch.',
            4,
          ),
        ],
      },
    ],
  },
  {
    username: 'slow.pour',
    fullName: 'Ravi Menon',
    bio: 'കാപ്പി. Two cups a day: one to drink, one to photograph and drink cold.',
    avatar: ['coffee', { table: 'linen', drink: 'latte' }],
    posts: [
      {
        caption:
          'Sun through the blinds, so the table had stripes before I did anything. #coffee #morninglight #flatlay',
        photos: [
          photo(
            '1:1',
            ['coffee', { table: 'linen', drink: 'black' }],
            'Black coffee in a dark cup on linen, striped with sun.',
            2,
          ),
          photo(
            '4:5',
            ['coffee', { table: 'marble', drink: 'matcha' }],
            'A matcha with a leaf poured in milk, on marble.',
            3,
          ),
        ],
      },
      {
        caption: 'The leaf took four years. This one is mostly a leaf. #latteart',
        photos: [
          photo(
            '4:5',
            ['coffee', { table: 'walnut', drink: 'latte' }],
            'A cup of latte with a poured leaf on walnut.',
            12,
          ),
        ],
      },
    ],
  },
  {
    username: 'clementine.b',
    fullName: 'Clémentine Baudry',
    bio: 'Lumière du nord, pommes du marché. Natures mortes, très vivantes.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'long' }, room: 'wine', size: 1.05 }],
    posts: [
      {
        caption: 'Les pommes ont posé deux heures sans se plaindre. #naturemorte #stilllife #apples',
        photos: [
          photo('4:5', ['fruit', { kind: 'apples', table: 'oak' }], 'Red and green apples on a dark table.', 4),
          photo(
            '4:5',
            ['windowShadow', { wall: 'cream', behind: 'fern' }],
            'The shadow of a fern in a window on a cream wall.',
            1,
          ),
        ],
      },
      {
        caption: 'Cinq heures moins le quart. #light #window #shadow',
        photos: [
          photo(
            '1:1',
            ['windowShadow', { wall: 'blush', behind: 'palm' }],
            'Sun through a window with palm leaves, on a rose wall.',
            2,
          ),
        ],
      },
    ],
  },
  {
    username: 'grandpa.ilse',
    fullName: 'Ilse & Opa Henk',
    bio: 'She takes them, he writes the captions, nobody checks the spelling.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'hat' }, room: 'moss', size: 1.0 }],
    posts: [
      {
        caption: 'Forty years I have worn this hat, and only now it is art. —H. #rimlight #portrait #hat',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'hat' }, room: 'slate' }],
            'A man in a wide hat in profile, outlined in pale light.',
            4,
          ),
        ],
      },
      {
        caption: 'Plums again. She would not let me eat them first. —H. #stilllife #plums',
        photos: [photo('3:2', ['fruit', { kind: 'plums', table: 'oak' }], 'Plums on an oak table.', 6)],
      },
    ],
  },
];
