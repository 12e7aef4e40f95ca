import { configureErrors, createClient } from '@gongjian/api';
import { common, currentLanguage, translator } from '../i18n/index.ts';

const words = () => translator(common, currentLanguage());

configureErrors({
  offline: () => words()('error.offline'),
  unreachable: () => words()('error.unreachable'),
  timeout: () => words()('error.timeout'),
  sessionEnded: () => words()('error.sessionEnded'),
  tooMany: (seconds) => words()('error.tooMany', { seconds }),
  unknown: () => words()('error.unknown'),
});

let unauthenticated: () => void = () => undefined;
/** What happens when the server says that nobody is signed in. */
export function whenUnauthenticated(run: () => void): void {
  unauthenticated = run;
}

export const client = createClient({ language: currentLanguage, onUnauthenticated: () => unauthenticated() });
