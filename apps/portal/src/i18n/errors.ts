import { configureErrors } from '@gongjian/api';
import { common } from './common.messages.ts';
import { currentLanguage } from './language.ts';
import { translator } from './messages.ts';

const words = () => translator(common, currentLanguage());

/** Words for errors that the server could not word itself. */
export function startErrors(): void {
  configureErrors({
    offline: () => words()('error.offline'),
    unreachable: () => words()('error.unreachable'),
    timeout: () => words()('error.timeout'),
    sessionEnded: () => words()('error.sessionEnded'),
    tooMany: (seconds) => words()('error.tooMany', { seconds }),
    unknown: () => words()('error.unknown'),
  });
}
