export { common } from './common.messages.ts';
export { startErrors } from './errors.ts';
export { startI18n } from './i18n.ts';
export { changeLanguage, currentLanguage, hasChosenLanguage, languages, storedLanguage, useLanguage } from './language.ts';
export { defineMessages, translator, useMessages } from './messages.ts';
export type { Catalogue, Translate } from './messages.ts';
