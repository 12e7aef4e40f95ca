/** The day of birth in an ID number of 18 characters (GB 11643); null for other papers. */
export function bornOn(idNumber: string): string | null {
  const found = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/i.exec(idNumber);
  return found && `${found[1]}-${found[2]}-${found[3]}`;
}

/** Somebody is of age on their 18th birthday (《民法典》第十七条); born on 29 February, on 1 March of other years. */
export function isMinor(idNumber: string | null, today: string): boolean {
  const born = idNumber && bornOn(idNumber);
  if (!born) return false;
  return `${Number(born.slice(0, 4)) + 18}${born.slice(4)}` > today;
}
