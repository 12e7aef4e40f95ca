import { Outlet } from 'react-router';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { BootSkeleton } from './BootSkeleton.tsx';

export default function Shell() {
  return <SessionProvider loading={<BootSkeleton />}><Outlet /></SessionProvider>;
}
