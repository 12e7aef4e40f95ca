import { Chance } from '../common/numbers.mjs';

/** Values that are nowhere else in the world, each remembered with what it stands for. */
export class Canaries {
  /** @type {Map<string, { kind: string, of: string, sealed: boolean }>} */
  all = new Map();
  #chance;
  #count = 0;

  constructor(seed) {
    this.#chance = new Chance(seed);
  }

  #keep(text, kind, of, sealed = false) {
    this.all.set(text, { kind, of, sealed });
    return text;
  }

  #mark() {
    return `zq${(++this.#count).toString(36)}${Array.from({ length: 10 }, () => this.#chance.pick([...'bcdfghjkmnpqrstvwxz23456789'])).join('')}`;
  }

  name(of) {
    return this.#keep(`隐${this.#mark()}`, 'name', of);
  }

  login(of) {
    return this.#keep(`l-${this.#mark()}`, 'login', of);
  }

  email(of) {
    return this.#keep(`m-${this.#mark()}@privacy.example`, 'email', of);
  }

  text(of) {
    return this.#keep(`记${this.#mark()}`, 'text', of);
  }

  /** Never in clear in the database: passwords, and whatever somebody types who is not let in. */
  password(of) {
    return this.#keep(`Pw-7${this.#mark()}`, 'password', of, true);
  }

  typed(of) {
    return this.#keep(`t-${this.#mark()}`, 'typed', of, true);
  }

  /** What somebody writes who asks to come in: for the administrators of that organisation alone. */
  applicant(of) {
    return this.#keep(`申${this.#mark()}`, 'applicant', of, true);
  }

  document(of) {
    return this.#keep(`档${this.#mark()}`, 'document', of, true);
  }

  phone(of) {
    return this.#keep(`139${String(Math.floor(this.#chance.next() * 1e8)).padStart(8, '0')}`, 'phone', of, true);
  }

  /** GB 11643: with the right check character. */
  idNumber(of) {
    const body = `430102198${this.#chance.below(10)}0${1 + this.#chance.below(9)}1${this.#chance.below(10)}${String(this.#chance.below(1000)).padStart(3, '0')}`;
    const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
    return this.#keep(body + '10X98765432'[sum % 11], 'id', of, true);
  }

  /** What is to be in nobody's log, answer, mail or file. */
  texts(fits = () => true) {
    return [...this.all].filter(([, canary]) => fits(canary)).map(([text]) => text);
  }
}

/** Which of the texts stand in it. */
export function found(texts, haystack) {
  const bytes = Buffer.isBuffer(haystack) ? haystack : Buffer.from(haystack, 'utf8');
  return texts.filter((text) => bytes.includes(text));
}
