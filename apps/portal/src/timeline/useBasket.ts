import { useCallback, useMemo, useState } from 'react';
import { useToast } from '@gongjian/ui';
import type { PickedResourceFragment } from '../booking/booking.generated.ts';
import { MOST_RESOURCES } from '../booking/booking-form.ts';
import { useMessages } from '../i18n/index.ts';
import { timelineTexts } from './timeline.messages.ts';

/** The resources chosen for one booking. They stay chosen while one filters and scrolls. */
export function useBasket(loaded: readonly PickedResourceFragment[]) {
  const t = useMessages(timelineTexts);
  const toast = useToast();
  const [chosen, setChosen] = useState<readonly PickedResourceFragment[]>([]);

  const toggle = useCallback(
    (id: string) => {
      if (chosen.some((resource) => resource.id === id)) {
        setChosen(chosen.filter((resource) => resource.id !== id));
        return;
      }
      if (chosen.length >= MOST_RESOURCES) {
        toast.show(t('basketFull'), { tone: 'error' });
        return;
      }
      const resource = loaded.find((each) => each.id === id);
      if (resource) setChosen([...chosen, resource]);
    },
    [chosen, loaded, toast, t],
  );
  const clear = useCallback(() => setChosen([]), []);
  return useMemo(() => ({ chosen, toggle, clear }), [chosen, toggle, clear]);
}
