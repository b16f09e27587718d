import { type DemoPerson, photo } from '../network.ts';

/** People who go up. */
export const mountains: readonly DemoPerson[] = [
  {
    username: 'mira',
    fullName: 'Mira Lindqvist',
    bio: 'Up before the kettle. Film at heart, mornings by trade.',
    avatar: ['rimLight', { subject: { kind: 'person', hair: 'bun' }, room: 'dawn', size: 1.05 }],
    posts: [
      {
        caption: 'Seven ridges and not one road. Counted them twice. #ridgeline #dawn #haze',
        place: { name: 'Vesterhei', lat: 61.2, lon: 8.9 },
        photos: [
          photo(
            '4:5',
            ['ridges', { hour: 'dawn', ground: 'hills' }],
            'Layers of blue hills fading into a peach dawn.',
            3,
          ),
          photo(
            '4:5',
            ['ridges', { hour: 'mist', ground: 'hills', trees: true }],
            'A line of firs in front of hills lost in mist.',
            4,
          ),
          photo(
            '4:5',
            ['ridges', { hour: 'golden', ground: 'hills', trees: true }],
            'The same firs half an hour later, in gold light.',
            2,
          ),
        ],
      },
      {
        caption: 'The lake kept perfectly still until I put the camera away. #reflection #mountains #lakelife',
        photos: [
          photo(
            '3:2',
            ['ridges', { hour: 'noon', ground: 'rock', trees: true, lake: true, clouds: 0.7 }],
            'Snowy peaks and a band of firs mirrored in a still lake.',
            22,
          ),
        ],
      },
      {
        caption: 'Self-portrait, waiting for the light to turn. It always does. #rimlight #selfportrait',
        photos: [
          photo(
            '4:5',
            ['rimLight', { subject: { kind: 'person', hair: 'bun' }, room: 'amber' }],
            'A person in profile with a bun, outlined by a thin warm rim of light.',
            1,
          ),
        ],
      },
      {
        caption:
          'Hut rule: whoever wakes first makes the coffee. I did not set an alarm. I was just awake. #coffee #hutlife',
        photos: [
          photo(
            '4:5',
            ['coffee', { table: 'walnut', drink: 'black' }],
            'Black coffee in a white cup on a wooden table, in bars of low sun.',
            6,
          ),
        ],
      },
      {
        caption: 'Walked down through this. Nobody spoke for an hour and it was not awkward. #forest #fog',
        photos: [
          photo('3:2', ['forest', { air: 'fog' }], 'Grey trunks thinning out into fog.', 12),
          photo('4:5', ['forest', { air: 'gold' }], 'Sun breaking through a forest in wide rays.', 21),
        ],
      },
      {
        caption: 'First snow, last tree. #lonetree #snow #minimal',
        photos: [
          photo(
            '1:1',
            ['loneTree', { season: 'snow', walker: true }],
            'A bare tree and a small walker on a white field.',
            8,
          ),
        ],
      },
    ],
  },
  {
    username: 'tenzin.norbu',
    fullName: 'Tenzin Norbu',
    bio: 'རི་བོ། Walks slowly, looks twice. Tea above 4,000 m tastes of smoke and is better for it.',
    avatar: ['ridges', { hour: 'blue', ground: 'rock' }],
    posts: [
      {
        caption: 'Last light leaves the top a full hour after it leaves us. #alpenglow #mountains',
        photos: [
          photo(
            '4:5',
            ['ridges', { hour: 'blue', ground: 'rock' }],
            'Dark blue rock faces under a copper sky after sunset.',
            3,
          ),
          photo(
            '4:5',
            ['ridges', { hour: 'rose', ground: 'rock', lake: true }],
            'Rose peaks doubled in a dark lake.',
            5,
          ),
        ],
      },
      {
        caption: 'Above the weather for once. #seaofclouds #morning',
        photos: [
          photo('3:2', ['clouds', { hour: 'noon' }], 'A sea of white cloud under a clear sky, seen from above.', 5),
        ],
      },
    ],
  },
  {
    username: 'okke.fjord',
    fullName: 'Okke Haugen',
    bio: 'Bergen on paper, tent in practice. I photograph the dark so you can stay in bed.',
    avatar: ['aurora', { colour: 'green' }],
    posts: [
      {
        caption:
          'It started as a grey smear and ended with me lying on my back saying things out loud to nobody. #aurora #northernlights #longexposure',
        place: { name: 'Lyngvatn', lat: 69.6, lon: 20.1 },
        photos: [
          photo(
            '3:2',
            ['aurora', { lake: true }],
            'Green northern lights folded across the sky and mirrored in a lake.',
            5,
          ),
          photo('4:5', ['aurora', { colour: 'violet' }], 'Violet and green curtains of light above dark hills.', 4),
          photo('4:5', ['aurora', { lake: true }], 'Green rays of aurora over a black shoreline.', 1),
        ],
      },
      {
        caption: 'Camp three. The stove is out of gas, the sky is not. #nightsky #milkyway #camping',
        photos: [photo('4:5', ['nightSky', { subject: 'tent' }], 'A glowing tent among firs under the Milky Way.', 1)],
      },
      {
        caption: 'One of those nights when you switch the headlamp off on purpose. #stargazing',
        photos: [
          photo(
            '9:16',
            ['nightSky', { subject: 'stargazer' }],
            'A small figure stands on a hill beneath the Milky Way.',
            2,
          ),
        ],
      },
    ],
  },
  {
    username: 'ines_do_vale',
    fullName: 'Inês do Vale',
    bio: 'Balões, névoa e pão quente. Piloto de balão, acordo às quatro.',
    avatar: ['balloons', { hour: 'dawn' }],
    posts: [
      {
        caption: 'Hoje o vento deixou. Nove balões, um silêncio enorme. #balloons #dawn #vale',
        photos: [
          photo(
            '1:1',
            ['balloons', { hour: 'golden' }],
            'Hot-air balloons over golden hills, the nearest one large and chequered.',
            9,
          ),
          photo('4:5', ['balloons', { hour: 'dawn' }], 'Striped balloons rise over misty hills at dawn.', 1),
        ],
      },
      {
        caption: 'Do outro lado da serra. #balloons #pinksky',
        photos: [
          photo(
            '9:16',
            ['balloons', { hour: 'rose' }],
            'Red, blue and striped balloons in a pink sky over violet hills.',
            5,
          ),
        ],
      },
    ],
  },
  {
    username: 'joon.walks',
    fullName: '한준서',
    bio: '숲길 기록. Forest paths, one every Sunday, whatever the weather.',
    avatar: ['forest', { air: 'green' }],
    posts: [
      {
        caption: '안개 낀 날이 제일 좋다. The path is only as long as you can see. #forest #fog #숲',
        photos: [
          photo('4:5', ['forest', { air: 'fog' }], 'Tall trunks fading one behind another into grey fog.', 1),
          photo('4:5', ['forest', { air: 'gold' }], 'Low sun fans through a forest in golden haze.', 2),
          photo('3:2', ['forest', { air: 'green' }], 'Green light between mossy trunks.', 3),
        ],
      },
      {
        caption: '혼자 선 나무. #lonetree #겨울',
        photos: [
          photo('4:5', ['loneTree', { season: 'snow' }], 'A bare tree alone on a snowfield under a pale sky.', 1),
        ],
      },
    ],
  },
];
