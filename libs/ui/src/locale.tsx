import { createContext, useContext } from 'react';
import { createFormat } from './format.ts';
import type { Format } from './format.ts';

const Locale = createContext<Format>(createFormat('zh-CN', 'Asia/Shanghai'));

/** Texts of dates, times and numbers in the user's language and the consortium's time zone. */
export const useFormat = () => useContext(Locale);
export const FormatProvider = Locale.Provider;
