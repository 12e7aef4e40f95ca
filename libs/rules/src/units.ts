/** What agreements count in, in minutes: a working day has eight hours (《国务院关于职工工作时间的规定》第三条), a class hour 45 minutes. */
export const MINUTES_OF = { HOURS: 60, MACHINE_HOURS: 60, DAYS: 480, CLASS_HOURS: 45 } as const;
