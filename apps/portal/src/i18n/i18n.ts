import { createInstance } from 'i18next';

/** Catalogues are added by `useMessages` when the route that brings them is drawn. */
export const i18n = createInstance();

export function startI18n(language: string): void {
  void i18n.init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: {},
    initAsync: false,
    // Keys are flat: 'state.PENDING' is one key, not a path.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
}
