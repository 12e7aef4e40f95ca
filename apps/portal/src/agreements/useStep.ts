import { useState } from 'react';
import { errorText } from '@gongjian/api';
import { useToast } from '@gongjian/ui';

/** Does one thing at a time and says what came of it; the answer of the mutation is what the page shows next. */
export function useStep(): [run: (work: () => Promise<unknown>, done: string) => Promise<boolean>, busy: boolean] {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await work();
      toast.show(done, { tone: 'success' });
      return true;
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return [run, busy];
}
