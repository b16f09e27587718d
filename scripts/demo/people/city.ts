import { type DemoPerson, photo } from '../network.ts';

/** People of streets and stairwells. */
export const city: readonly DemoPerson[] = [
  {
    username: 'haruto.dusk',
    fullName: '森 晴斗',
    bio: '夕方六時の街。 The city at six in the evening, when the lamps and the sky agree.',
    avatar: ['facade', { wall: 'plaster' }],
    posts: [
      {
        caption: '灯りがひとつずつ。 One lamp, then another, then dinner. #dusk #windows #街',
        photos: [
          photo('4:5', ['skyline', { hour: 'blue' }], 'Blocks of flats at dusk with hundreds of lit windows.', 1),
          photo(
            '1:1',
            ['facade', { wall: 'plaster' }],
            'A house front at night, three rooms lit and the others dark.',
            2,
          ),
          photo(
            '3:2',
            ['skyline', { hour: 'rose', river: true }],
            'A pink evening over a row of buildings by a river.',
            2,
          ),
        ],
      },
      {
        caption: '雨の日は窓の内側で。 #rain #bokeh #neon',
        photos: [
          photo(
            '4:5',
            ['rainWindow', { street: 'neon' }],
            'Pink and blue neon lights as discs behind a wet window.',
            1,
          ),
        ],
      },
    ],
  },
  {
    username: 'zeynep.y',
    fullName: 'Zeynep Yıldırım',
    bio: 'Duvarlar ve gölgeler. Minimal by accident: the rest of the street was scaffolding.',
    avatar: ['walls', { motif: 'corner', paint: 'ochre' }],
    posts: [
      {
        caption: 'Öğlen güneşi cetvel gibi. Noon draws with a ruler. #minimal #architecture #shadow',
        photos: [
          photo(
            '4:5',
            ['walls', { motif: 'corner', paint: 'ochre' }],
            'An ochre house corner with one small window against deep blue sky.',
            5,
          ),
          photo(
            '4:5',
            ['walls', { motif: 'stairs', paint: 'terracotta' }],
            'Terracotta steps and their jagged shadow.',
            1,
          ),
          photo('1:1', ['walls', { motif: 'corner', paint: 'rose' }], 'A rose-coloured house, one side in shade.', 8),
        ],
      },
      {
        caption: 'Aynı merdiven, başka saat. #stairs #colour',
        photos: [
          photo(
            '1:1',
            ['walls', { motif: 'stairs', paint: 'ochre', figure: true }],
            'A small figure beneath ochre stairs.',
            11,
          ),
        ],
      },
    ],
  },
  {
    username: 'opposite.no9',
    fullName: 'Bea Whitcombe',
    bio: 'Fourth floor, facing number 9. I water my plants and mind everyone’s business kindly.',
    avatar: ['rimLight', { subject: { kind: 'cat' }, room: 'amber', size: 0.95 }],
    posts: [
      {
        caption: 'Third floor left has repotted the ficus. We are all very pleased. #windows #neighbours #dusk',
        photos: [
          photo('4:5', ['facade', { wall: 'brick' }], 'A brick house at night with two warm windows.', 1),
          photo(
            '3:2',
            ['facade', { wall: 'concrete' }],
            'Rows of windows at night, some lit, with plants on the sills.',
            3,
          ),
        ],
      },
      {
        caption: 'Management has taken up position. #catsofrimlight #rimlight #window',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'cat' }, room: 'amber' }],
            'A cat seen from behind on a window sill, whiskers glowing.',
            3,
          ),
          photo(
            '4:5',
            ['windowShadow', { wall: 'blue', behind: 'cat' }],
            'The shadow of a cat in a window, thrown on a blue wall.',
            3,
          ),
        ],
      },
    ],
  },
  {
    username: 'deji.builds',
    fullName: 'Ayọ̀dèjì Bankole',
    bio: 'Structural engineer. I like it best before the furniture arrives.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'short', beard: true }, room: 'teal', size: 1.05 }],
    posts: [
      {
        caption: 'Handover tomorrow. Today it belongs to the light. #architecture #arches #minimal',
        photos: [
          photo(
            '4:5',
            ['walls', { motif: 'arches', paint: 'terracotta' }],
            'A terracotta wall with an arch opening on the sea.',
            3,
          ),
          photo('1.91:1', ['walls', { motif: 'arches', paint: 'rose' }], 'A row of arches in a rose-coloured wall.', 5),
        ],
      },
      {
        caption: 'River side, eleven floors, every lamp somebody’s evening. #city #skyline #night',
        photos: [
          photo(
            '4:5',
            ['skyline', { hour: 'night', river: true }],
            'Lit windows of a city at night, doubled in a river.',
            5,
          ),
        ],
      },
    ],
  },
  {
    username: 'olha.kadr',
    fullName: 'Ольга Кравець',
    bio: 'Скло, світло, трохи терпіння. Glass, light, some patience. Studio on the third yard.',
    avatar: ['reededGlass', { palette: 'ember' }],
    posts: [
      {
        caption:
          'Ребристе скло і три настільні лампи. Reeded glass, three desk lamps, no tricks. #abstract #glass #light',
        photos: [
          photo(
            '4:5',
            ['reededGlass', { palette: 'ember' }],
            'Orange and yellow light broken into vertical ribs by glass.',
            1,
          ),
          photo('4:5', ['reededGlass', { palette: 'sea' }], 'Teal and cream light behind ribbed glass.', 2),
          photo('1:1', ['reededGlass', { palette: 'orchid' }], 'Violet and pink light behind ribbed glass.', 7),
        ],
      },
      {
        caption: 'Для кухні. #abstract #citrus',
        photos: [
          photo(
            '4:5',
            ['reededGlass', { palette: 'citrus', ribs: 'flat' }],
            'Green and orange light in flat, horizontal ribs.',
            4,
          ),
        ],
      },
    ],
  },
];
