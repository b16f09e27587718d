import { type DemoPerson, photo } from '../network.ts';

/** People of wide places. */
export const desertAndSky: readonly DemoPerson[] = [
  {
    username: 'yusuf.sand',
    fullName: 'Yusuf Al-Harthi',
    bio: 'دليل صحراء. Desert guide. The map is a suggestion, the wind is the editor.',
    avatar: ['dunes', { hour: 'golden' }],
    posts: [
      {
        caption: 'أثر واحد فقط. Somebody was here before us, and not long ago. #dunes #desert #صحراء',
        place: { name: 'Ramlat al-Sabah', lat: 20.1, lon: 56.3 },
        photos: [
          photo(
            '3:2',
            ['dunes', { hour: 'noon', walker: true }],
            'A tiny walker on the crest of pale dunes under a deep blue sky.',
            4,
          ),
          photo('4:5', ['dunes', { hour: 'golden' }], 'Golden dunes with rippled sand in evening light.', 1),
          photo(
            '4:5',
            ['dunes', { hour: 'blue', sand: 'white' }],
            'Dunes after sunset, blue hollows and copper ripples.',
            3,
          ),
        ],
      },
      {
        caption: 'Red sand at six in the morning, cold enough for two jackets. #dunes #dawn #rednotedited',
        photos: [
          photo(
            '4:5',
            ['dunes', { hour: 'dawn', sand: 'red', walker: true }],
            'A lone walker far off on red dunes at dawn.',
            2,
          ),
        ],
      },
    ],
  },
  {
    username: 'amara.stars',
    fullName: 'Amara Diallo-Reyes',
    bio: 'Teaches physics to teenagers by day. At night the same lesson, without the teenagers.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'curls', glasses: true }, room: 'slate', size: 1.05 }],
    posts: [
      {
        caption: 'Each of those is somebody’s sun. Please switch off your porch light. #milkyway #nightsky #darksky',
        photos: [
          photo('4:5', ['nightSky', { subject: 'trees' }], 'The Milky Way rising behind tall firs.', 3),
          photo(
            '3:2',
            ['nightSky', { subject: 'stargazer' }],
            'A figure with a headlamp beam under a star-filled sky.',
            8,
          ),
        ],
      },
      {
        caption: 'Class of 23 pupils, one telescope, zero phones out. I counted. #rimlight #portrait',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'curls' }, room: 'wine', mirrored: true }],
            'A curly-haired person in profile, edged by warm light against deep red.',
            3,
          ),
        ],
      },
    ],
  },
  {
    username: 'window.seat',
    fullName: 'Petra Novotná',
    bio: 'Always the window seat. Cabin crew, 214 sunrises this year.',
    avatar: ['clouds', { hour: 'dawn' }],
    posts: [
      {
        caption: 'Somewhere between two time zones it was briefly nobody’s morning. #clouds #fromthewindow #sunrise',
        photos: [
          photo('4:5', ['clouds', { hour: 'dawn' }], 'Soft violet clouds below a low, pale sun.', 1),
          photo('1.91:1', ['clouds', { hour: 'golden' }], 'A carpet of cloud lit gold from one side.', 2),
        ],
      },
      {
        caption: 'Layover. Rain. Best seat in the house. #rain #city #bokeh',
        photos: [
          photo(
            '1:1',
            ['rainWindow', { street: 'amber' }],
            'Amber street lights blurred behind raindrops on glass.',
            2,
          ),
        ],
      },
    ],
  },
  {
    username: 'bruna.campos',
    fullName: 'Bruna Campos Teixeira',
    bio: 'Veterinária rural. Estrada de terra, porteira aberta, cachorro no banco da frente.',
    avatar: ['rimLight', { subject: { kind: 'dog' }, room: 'moss', size: 1.0 }],
    posts: [
      {
        caption: 'A árvore do seu Anselmo continua de pé. #lonetree #campo #goldenhour',
        photos: [
          photo('4:5', ['loneTree', { season: 'meadow' }], 'A single tree on a green hill against a warm sky.', 2),
        ],
      },
      {
        caption: 'Meu copiloto, fim de plantão. #dogsofrimlight #rimlight',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'dog' }, room: 'teal', mirrored: true }],
            'A dog in profile, its outline glowing in warm light.',
            8,
          ),
        ],
      },
      {
        caption: 'Seis da tarde, ninguém na estrada. #dusk #campo',
        photos: [
          photo(
            '3:2',
            ['loneTree', { season: 'dusk', walker: true }],
            'A bare tree and a small walker under a red evening sky.',
            7,
          ),
        ],
      },
    ],
  },
  {
    username: 'sigrun.is',
    fullName: 'Sigrún Hallsdóttir',
    bio: 'Veðurfræðingur. I forecast it, then I go out and check.',
    avatar: ['aurora', { colour: 'violet' }],
    posts: [
      {
        caption: 'Storm front at 14:10, as promised. You are welcome. #weather #mountains #storm',
        photos: [
          photo(
            '1.91:1',
            ['ridges', { hour: 'storm', ground: 'rock', clouds: 1 }],
            'Grey rock ridges under a heavy sky.',
            6,
          ),
        ],
      },
      {
        caption: 'Kp 6 and nobody believed me. #aurora #northernlights',
        photos: [photo('4:5', ['aurora', { colour: 'violet', lake: true }], 'Violet aurora above a lake.', 9)],
      },
    ],
  },
];
