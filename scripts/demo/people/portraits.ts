import { type DemoPerson, photo } from '../network.ts';

/** People who photograph people. */
export const portraits: readonly DemoPerson[] = [
  {
    username: 'selam.edge',
    fullName: 'ሰላም ተስፋዬ',
    bio: 'One lamp, one wall, one person. Portraits by the edge of the light.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'curls' }, room: 'amber', size: 1.05 }],
    posts: [
      {
        caption: 'Four neighbours, one lamp behind each. You know them by the outline. #rimlight #portrait #silhouette',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'curls' }, room: 'amber' }],
            'A person with curly hair in profile, edged in amber light.',
            7,
          ),
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'bald', beard: true }, room: 'teal' }],
            'A bearded man in profile against teal.',
            8,
          ),
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'scarf' }, room: 'moss', mirrored: true }],
            'A person in a headscarf, outlined in gold.',
            9,
          ),
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'long' }, room: 'dawn' }],
            'A person with long hair against a rose wall.',
            6,
          ),
        ],
      },
      {
        caption: 'My brother pretending not to pose. #portrait #rimlight',
        photos: [
          photo(
            '1:1',
            ['rimLight', { subject: { kind: 'person', hair: 'short', glasses: true }, room: 'wine' }],
            'A man with glasses in profile against deep red.',
            10,
          ),
        ],
      },
    ],
  },
  {
    username: 'nico.backlit',
    fullName: 'Niccolò Ferrante',
    bio: 'Controluce. Stand in front of the sun, I will do the rest.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'short' }, room: 'dawn', size: 1.05 }],
    posts: [
      {
        caption: 'Mai chiesto a nessuno di sorridere. #controluce #portrait #rimlight',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'beanie' }, room: 'slate', mirrored: true }],
            'A person in a woollen hat, outlined in white light.',
            12,
          ),
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'bun' }, room: 'wine' }],
            'A person with a bun against dark red.',
            13,
          ),
        ],
      },
      {
        caption: 'Due minuti dopo il tramonto. #sea #sunset',
        photos: [photo('1.91:1', ['sea', { hour: 'blue', subject: 'boat' }], 'A boat on a dark sea after sunset.', 14)],
      },
    ],
  },
  {
    username: 'grace.otieno',
    fullName: 'Grace Otieno',
    bio: 'Wedding photographer, so I know where to stand. Nairobi, mostly.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'bun' }, room: 'teal', mirrored: true, size: 1.05 }],
    posts: [
      {
        caption: 'They asked for two minutes alone. I had a long lens and no shame. #sunset #couple #love',
        photos: [
          photo(
            '4:5',
            ['sea', { hour: 'golden', subject: 'couple' }],
            'A couple on the shore before a golden sea.',
            15,
          ),
        ],
      },
      {
        caption: 'The bride’s grandmother, who did not want to be photographed, and then did. #portrait #rimlight',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'scarf' }, room: 'wine' }],
            'An older woman in a headscarf, edged with warm light.',
            16,
          ),
        ],
      },
    ],
  },
  {
    username: 'rui.analog',
    fullName: '陈若瑜',
    bio: '胶片，慢。 Thirty-six frames a month, no more. Grain is not a filter.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'long' }, room: 'slate', mirrored: true, size: 1.05 }],
    posts: [
      {
        caption: '第七张。 Frame seven: I nearly kept walking. #film #dunes #白',
        photos: [photo('4:5', ['dunes', { hour: 'mist', sand: 'white' }], 'White dunes under a flat, pale sky.', 7)],
      },
      {
        caption: '第十九张，山。 Frame nineteen. #film #ridgeline #mist',
        photos: [
          photo(
            '4:5',
            ['ridges', { hour: 'mist', ground: 'hills', layers: 9 }],
            'Nine grey hills, each paler than the last.',
            19,
          ),
          photo(
            '3:2',
            ['ridges', { hour: 'blue', ground: 'hills', lake: true, trees: true }],
            'Hills and firs above a lake in blue light.',
            20,
          ),
        ],
      },
    ],
  },
  {
    username: 'pixel.and.paws',
    fullName: 'Dana Kowalczyk',
    bio: 'Shelter volunteer. Every one of these is looking for a sofa.',
    avatar: ['rimLight', { subject: { kind: 'cat' }, room: 'wine', size: 0.95 }],
    posts: [
      {
        caption: 'Pickle, eleven, enjoys radiators and silence. #adopt #catsofrimlight #rimlight',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'cat' }, room: 'teal' }],
            'A cat from behind, its edge lit gold against teal.',
            21,
          ),
        ],
      },
      {
        caption: 'Bruno saw a squirrel in 2019 and is still ready. #adopt #dogsofrimlight',
        photos: [
          photo(
            '1:1',
            ['rimLight', { subject: { kind: 'dog' }, room: 'amber' }],
            'A dog in profile, alert, outlined in amber.',
            22,
          ),
        ],
      },
    ],
  },
];
