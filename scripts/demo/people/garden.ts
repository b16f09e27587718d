import { type DemoPerson, photo } from '../network.ts';

/** People with soil under their nails. */
export const garden: readonly DemoPerson[] = [
  {
    username: 'anjali.leaf',
    fullName: 'अंजलि देशपांडे',
    bio: 'Botanist. पत्तियाँ पढ़ती हूँ। I read leaves, the green kind.',
    avatar: ['leaf', { season: 'spring' }],
    posts: [
      {
        caption: 'धूप के सामने रखो, और पत्ती खुद बता देती है। Hold it to the sun and it explains itself. #leaf #macro #botany',
        photos: [
          photo('4:5', ['leaf', { season: 'spring' }], 'A young leaf lit from behind, every vein visible.', 1),
          photo('4:5', ['leaf', { season: 'summer', dew: true }], 'A dark green leaf with drops of water.', 2),
        ],
      },
      {
        caption: 'October’s contribution. #autumn #leaf #macro',
        photos: [
          photo('3:2', ['leaf', { season: 'autumn' }], 'An orange autumn leaf against the light, half in shadow.', 3),
        ],
      },
    ],
  },
  {
    username: 'meadowlark',
    fullName: 'Rowan Achterberg',
    bio: 'I lie down in fields professionally. Seed saver, reluctant mower.',
    avatar: ['meadow', { flower: 'poppy' }],
    posts: [
      {
        caption: 'Let one strip grow and this is what it does. #meadow #poppies #wildflowers',
        photos: [
          photo('4:5', ['meadow', { flower: 'poppy' }], 'Poppies in tall grass against a low sun.', 1),
          photo('3:2', ['meadow', { flower: 'cornflower' }], 'Blue cornflowers in golden grass.', 3),
        ],
      },
      {
        caption: 'Daisies, before the dew is off. #meadow #daisies #morning',
        photos: [
          photo(
            '4:5',
            ['meadow', { flower: 'daisy', light: 'morning' }],
            'White daisies in green grass in pale morning light.',
            2,
          ),
        ],
      },
    ],
  },
  {
    username: 'shira.bloom',
    fullName: 'שירה אלמוג',
    bio: 'גינה קהילתית, בוקר מוקדם. Community garden, plot 17, the one with the crooked fence.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'ponytail' }, room: 'moss', size: 1.05 }],
    posts: [
      {
        caption: 'בוקר טוב מהמדשאה. Good morning from plot 17. #garden #morning #green',
        photos: [
          photo(
            '4:5',
            ['leaf', { season: 'summer', dew: true }],
            'Water drops on a broad green leaf, half in shade.',
            9,
          ),
        ],
      },
      {
        caption: 'The wheat nobody planted. #meadow #goldenhour',
        photos: [photo('4:5', ['meadow', { flower: 'grass' }], 'Ears of grass in golden evening light.', 4)],
      },
      {
        caption: 'Portrait by my daughter, nine. She said stand still and think of soup. #portrait #rimlight',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'ponytail' }, room: 'moss' }],
            'A woman with a ponytail in profile, edged with gold light.',
            6,
          ),
        ],
      },
    ],
  },
  {
    username: 'fernroom',
    fullName: 'Mateo Quispe',
    bio: 'Too many ferns, one window. Send advice or a larger flat.',
    avatar: ['windowShadow', { wall: 'sage', behind: 'fern' }],
    posts: [
      {
        caption: 'For twenty minutes a day they have twice as many leaves. #shadow #plants #light',
        photos: [
          photo(
            '4:5',
            ['windowShadow', { wall: 'sage', behind: 'fern' }],
            'A fern’s shadow inside a window of sunlight on a green wall.',
            5,
          ),
          photo('1:1', ['windowShadow', { wall: 'cream', behind: 'palm' }], 'Palm leaves’ shadow on a cream wall.', 6),
        ],
      },
      {
        caption: 'New arrival. #leaf #plants',
        photos: [photo('1:1', ['leaf', { season: 'spring', dew: true }], 'A bright leaf with small drops.', 11)],
      },
    ],
  },
];
