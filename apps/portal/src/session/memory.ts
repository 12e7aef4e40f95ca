/**
 * What the portal does with what it has read, for code that must not load the client of the graph: the sign-in page
 * stays small without it.
 */
interface Memory {
  /** Nothing of one person or consortium may stay for the next. */
  forget: () => Promise<unknown>;
  /** What is on the screen is asked for again, for example in another language. */
  readAgain: () => unknown;
}

let memory: Memory = { forget: () => Promise.resolve(), readAgain: () => undefined };
let unauthenticated: () => void = () => undefined;

export const setMemory = (value: Memory) => {
  memory = value;
};
export const forgetEverything = () => memory.forget();
export const readEverythingAgain = () => void memory.readAgain();

/** What happens when the server says that nobody is signed in. */
export const whenUnauthenticated = (run: () => void) => {
  unauthenticated = run;
};
export const tellUnauthenticated = () => unauthenticated();

let secondFactorRequired: () => void = () => undefined;

/** What happens when the consortium wants a second factor first. */
export const whenSecondFactorRequired = (run: () => void) => {
  secondFactorRequired = run;
};
export const tellSecondFactorRequired = () => secondFactorRequired();

let registrationWaits: () => void = () => undefined;

/** What happens when whoever is signed in waits to be taken in. */
export const whenRegistrationWaits = (run: () => void) => {
  registrationWaits = run;
};
export const tellRegistrationWaits = () => registrationWaits();
