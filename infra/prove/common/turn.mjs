/**
 * So many clients, each asking again as soon as it was answered, for a while.
 * @param {(n: number) => Promise<number>} ask asks for the n-th time, and says how many milliseconds that took
 */
export async function turn(ask, duration, clients) {
  const milliseconds = [];
  const started = performance.now();
  let next = 0;
  const client = async () => {
    while (performance.now() - started < duration) milliseconds.push(await ask(next++));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: (milliseconds.length * 1000) / (performance.now() - started), milliseconds };
}
