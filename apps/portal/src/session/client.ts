import { createClient } from '@gongjian/api';
import { currentLanguage } from '../i18n/index.ts';
import { setMemory, tellRegistrationWaits, tellSecondFactorRequired, tellUnauthenticated } from './memory.ts';

export const client = createClient({ language: currentLanguage, onUnauthenticated: tellUnauthenticated, onSecondFactorRequired: tellSecondFactorRequired, onRegistrationWaits: tellRegistrationWaits });

setMemory({
  forget: () => client.clearStore(),
  readAgain: () => client.refetchQueries({ include: 'active' }),
});
