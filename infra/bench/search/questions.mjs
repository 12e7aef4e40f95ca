import { nameKeys } from '../../../services/directory/dist/index.js';

const spoken = (text) => nameKeys(text).search.split('\n');
const full = (text) => spoken(text)[1];
const initials = (text) => spoken(text)[2];
/** A piece of so many characters from anywhere in it. */
const piece = (text, length, chance) => {
  const characters = [...text];
  const from = chance.below(Math.max(1, characters.length - length + 1));
  return characters.slice(from, from + length).join('').trim();
};

/** What people type, of each kind in turn; for what is one record's alone, whether the answer has it. */
export function questions({ resources, bookings, people, members }, chance, count) {
  const machine = () => chance.pick(resources);
  const whole = (one, text) => ({ text, finds: (data) => data.resources.some(({ resource }) => resource.id === one.id) });
  const kinds = {
    'one character': () => ({ text: piece(machine().name.replaceAll(/[^\p{Script=Han}]/gu, '') || '机', 1, chance) }),
    'two characters': () => ({ text: piece(machine().name.replaceAll(/[^\p{Script=Han}]/gu, '') || '机床', 2, chance) }),
    'a name': () => ({ text: machine().name }),
    pinyin: () => ({ text: full(piece(machine().name, 4, chance)).slice(0, 4 + chance.below(10)).padEnd(2, 'a') }),
    initials: () => ({ text: initials(machine().name).slice(0, 2 + chance.below(4)).padEnd(2, 'a') }),
    'two letters': () => ({ text: chance.pick(['ck', 'sk', 'jg', 'sx', 'sb', 'zh', 'an', '20', 'vm', '号 s']) }),
    'a whole code': () => {
      const one = machine();
      return whole(one, chance.next() < 0.5 ? one.code : one.code.toLowerCase().replaceAll('-', ''));
    },
    'the end of a code': () => {
      // The number of a room alone may be inside of others.
      const one = chance.pick(resources.filter(({ kind }) => kind !== 'VENUE').slice(0, 5000));
      return whole(one, one.code.slice(2));
    },
    'a model': () => ({ text: chance.pick(['CK6140', 'vmc850', 'irb', 'ｓ７－１２００', 'TruLaser']) }),
    'a room': () => ({ text: chance.pick(['A座 302', '机房201', '中试基地', '主楼 105', 'gch 204']) }),
    'two words': () => ({ text: `${piece(machine().name, 2, chance)} ${chance.pick(['沈阳', '实训楼', 'ck6140', '2021', 'skcc'])}`.trim() }),
    'a title': () => ({ text: piece(chance.pick(bookings).title.split('（')[0], 4, chance) }),
    'a title and a class': () => {
      const { title } = chance.pick(bookings);
      return { text: `${title.slice(0, 3)} ${title.split('（')[1].slice(0, 6)}` };
    },
    'a person': () => ({ text: chance.pick(people).name }),
    'a family name': () => ({ text: [...chance.pick(people).name][0] }),
    'a person by initials': () => ({ text: initials(chance.pick(people).name) }),
    'an organisation': () => ({ text: piece(chance.pick(members).name, 4, chance) }),
    'a credit code': () => {
      const { id, uscc } = chance.pick(members);
      return { text: uscc, finds: (data) => data.organisations[0]?.organisation.id === id };
    },
    nothing: () => ({ text: chance.pick(['量子对撞机', 'zzzzqq', 'XX-0000-9999999', '䶮龘', '%%__']) }),
  };
  const names = Object.keys(kinds);
  return Array.from({ length: count }, (_, n) => ({ kind: names[n % names.length], ...kinds[names[n % names.length]]() }));
}
