const DIGITS = '零一二三四五六七八九';

/** 1 to 999 as articles are counted: 一, 十, 十二, 二十, 一百零三. */
export function chineseNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const above = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  if (tens === 0) return above + (ones > 0 ? `${hundreds > 0 ? '零' : ''}${DIGITS[ones]}` : above ? '' : DIGITS[0]);
  return `${above}${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十${ones > 0 ? DIGITS[ones] : ''}`;
}
