import { useEffect, useEffectEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** For pages that the search sends somebody to so that they do something there, once: `useArrival('new', () => setAdding(true))`. */
export function useArrival(what: string, run: () => void): void {
  const location = useLocation();
  const navigate = useNavigate();
  const arrived = useEffectEvent(() => {
    run();
    void navigate(location, { replace: true, state: null });
  });
  const wanted = (location.state as { does?: string } | null)?.does === what;
  useEffect(() => {
    if (wanted) arrived();
  }, [wanted]);
}
