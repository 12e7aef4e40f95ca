import { useEffect, useState } from 'react';
import { client } from '../session/index.ts';
import { SearchEverywhereDocument } from './search.generated.ts';
import type { SearchEverywhereQuery } from './search.generated.ts';
import { folded, isEnough } from './typed.ts';

/** Long enough not to ask for each key, short enough not to be felt. */
const PAUSE = 120;

export interface Search {
  /** What was found, for the text in `asked`; stays while the next answer is on its way. */
  data?: SearchEverywhereQuery;
  asked?: string;
  error?: unknown;
  loading: boolean;
  retry: () => void;
}

type Answer = Pick<Search, 'data' | 'asked' | 'error'>;

/** Asks when somebody pauses; an answer that comes after the next question is dropped. */
export function useSearch(text: string, content: boolean): Search {
  const [answer, setAnswer] = useState<Answer>({});
  const [again, setAgain] = useState(0);
  const wanted = isEnough(text) ? folded(text) : '';

  useEffect(() => {
    if (!wanted) {
      setAnswer({});
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      client
        .query({ query: SearchEverywhereDocument, variables: { text: wanted, content }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal: stop.signal } } })
        .then(({ data, error }) => !stop.signal.aborted && setAnswer({ data, error, asked: wanted }))
        .catch((error: unknown) => !stop.signal.aborted && setAnswer({ error, asked: wanted }));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, content, again]);

  return { ...answer, loading: wanted !== '' && answer.asked !== wanted, retry: () => { setAnswer({}); setAgain((count) => count + 1); } };
}
