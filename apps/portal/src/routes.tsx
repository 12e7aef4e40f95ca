import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { NotFoundPage, PageErrorBoundary } from './shell/PageError.tsx';
import { BootSkeleton } from './shell/BootSkeleton.tsx';

/** Each page is a chunk of its own: its code and its texts come when it is opened. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({ Component: (await load()).default });

/** `crumbs` names the way to the page by keys of the shell's catalogue; a record's page adds its own name. */
export interface RouteHandle {
  crumbs: readonly string[];
  /** The page wants the full width and height, without margins. */
  bleed?: boolean;
}
const handle = (crumbs: readonly string[], bleed?: boolean): RouteHandle => ({ crumbs, ...(bleed && { bleed }) });

export const createRouter = () => createBrowserRouter([
  {
    path: '/sign-in',
    lazy: page(() => import('./session/SignInPage.tsx')),
    HydrateFallback: BootSkeleton,
    ErrorBoundary: PageErrorBoundary,
  },
  { path: '/privacy', lazy: page(() => import('./privacy/NoticePage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/sign-in/find', lazy: page(() => import('./session/FindProviderPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/sign-in/return', lazy: page(() => import('./session/ReturnPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/sign-in/:code', lazy: page(() => import('./session/ProviderPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/forgot', lazy: page(() => import('./account/ForgotPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/reset', lazy: page(() => import('./account/ResetPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/confirm-email', lazy: page(() => import('./account/ConfirmEmailPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/invitation', lazy: page(() => import('./invitation/InvitationPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/register', lazy: page(() => import('./registration/RegisterPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/registration', lazy: page(() => import('./registration/ConfirmPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/registration/waiting', lazy: page(() => import('./registration/WaitingPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  { path: '/add-second-factor', lazy: page(() => import('./account/AddFactorPage.tsx')), HydrateFallback: BootSkeleton, ErrorBoundary: PageErrorBoundary },
  {
    path: '/',
    lazy: page(() => import('./shell/Shell.tsx')),
    HydrateFallback: BootSkeleton,
    ErrorBoundary: PageErrorBoundary,
    children: [
      {
        ErrorBoundary: PageErrorBoundary,
        children: [
          { index: true, handle: handle(['home']), lazy: page(() => import('./home/HomePage.tsx')) },
          { path: 'timeline', handle: handle(['timeline'], true), lazy: page(() => import('./timeline/TimelinePage.tsx')) },
          { path: 'resources', handle: handle(['resources']), lazy: page(() => import('./resources/ResourcesPage.tsx')) },
          { path: 'resources/shared', handle: handle(['resources']), lazy: page(() => import('./resources/SharedPage.tsx')) },
          { path: 'resources/:id', handle: handle(['resources']), lazy: page(() => import('./resources/ResourcePage.tsx')) },
          { path: 'pools', handle: handle(['pools']), lazy: page(() => import('./pools/PoolsPage.tsx')) },
          { path: 'agreements', handle: handle(['agreements']), lazy: page(() => import('./agreements/AgreementsPage.tsx')) },
          { path: 'agreements/uses', handle: handle(['agreements']), lazy: page(() => import('./grants/UsesPage.tsx')) },
          { path: 'agreements/shared-data', handle: handle(['agreements']), lazy: page(() => import('./shared-data/SharedDataPage.tsx')) },
          { path: 'agreements/network', handle: handle(['agreements']), lazy: page(() => import('./grants/NetworkPage.tsx')) },
          { path: 'agreements/:id/ledger', handle: handle(['agreements']), lazy: page(() => import('./grants/LedgerPage.tsx')) },
          { path: 'grants', handle: handle(['grants']), lazy: page(() => import('./grants/GrantsPage.tsx')) },
          { path: 'agreements/:id', handle: handle(['agreements']), lazy: page(() => import('./agreements/AgreementPage.tsx')) },
          { path: 'imports', handle: handle(['imports']), lazy: page(() => import('./imports/ImportsPage.tsx')) },
          { path: 'imports/:id', handle: handle(['imports']), lazy: page(() => import('./imports/ImportPage.tsx')) },
          { path: 'bookings', handle: handle(['bookings']), lazy: page(() => import('./bookings/BookingsPage.tsx')) },
          { path: 'bookings/:id', handle: handle(['bookings']), lazy: page(() => import('./bookings/BookingPage.tsx')) },
          { path: 'members', handle: handle(['members']), lazy: page(() => import('./members/MembersPage.tsx')) },
          { path: 'members/:id', handle: handle(['members']), lazy: page(() => import('./members/MemberPage.tsx')) },
          { path: 'people/invitations', handle: handle(['people', 'invitations']), lazy: page(() => import('./people/InvitationsPage.tsx')) },
          { path: 'people/registrations', handle: handle(['people', 'registrations']), lazy: page(() => import('./registration/RegistrationsPage.tsx')) },
          { path: 'people/invitations/list', handle: handle(['people', 'invitations', 'inviteList']), lazy: page(() => import('./people/InviteListPage.tsx')) },
          { path: 'people/:id', handle: handle(['people']), lazy: page(() => import('./people/PersonPage.tsx')) },
          { path: 'found', handle: handle(['home']), lazy: page(() => import('./home/FoundPage.tsx')) },
          { path: 'people', handle: handle(['people']), lazy: page(() => import('./people/PeoplePage.tsx')) },
          { path: 'calendar', handle: handle(['calendar']), lazy: page(() => import('./calendar/CalendarPage.tsx')) },
          { path: 'holidays', handle: handle(['holidays']), lazy: page(() => import('./calendar/HolidaysPage.tsx')) },
          { path: 'identity-providers', handle: handle(['providers']), lazy: page(() => import('./identity/ProvidersPage.tsx')) },
          { path: 'settings', handle: handle(['settings']), lazy: page(() => import('./settings/SettingsPage.tsx')) },
          { path: 'developers', handle: handle(['developers']), lazy: page(() => import('./developers/KeysPage.tsx')) },
          { path: 'developers/webhooks', handle: handle(['developers']), lazy: page(() => import('./developers/WebhooksPage.tsx')) },
          { path: 'developers/webhooks/:id', handle: handle(['developers']), lazy: page(() => import('./developers/WebhookPage.tsx')) },
          { path: 'developers/reference', handle: handle(['developers']), lazy: page(() => import('./developers/ReferencePage.tsx')) },
          { path: 'data-protection', handle: handle(['dataProtection']), lazy: page(() => import('./data-protection/DataProtectionPage.tsx')) },
          { path: 'audit', handle: handle(['audit']), lazy: page(() => import('./audit/AuditPage.tsx')) },
          { path: 'audit/mine', handle: handle(['aboutMe']), lazy: page(() => import('./audit/AboutMePage.tsx')) },
          { path: 'audit/:id', handle: handle(['audit']), lazy: page(() => import('./audit/AuditEntryPage.tsx')) },
          { path: 'messages', handle: handle(['messages']), lazy: page(() => import('./messages/MessagesPage.tsx')) },
          { path: 'account/messages', handle: handle(['messageSettings']), lazy: page(() => import('./messages/MessageSettingsPage.tsx')) },
          { path: 'outbox', handle: handle(['outbox']), lazy: page(() => import('./outbox/OutboxPage.tsx')) },
          { path: 'minor-access', handle: handle(['minorAccess']), lazy: page(() => import('./privacy/MinorAccessPage.tsx')) },
          { path: 'account/data', handle: handle(['myData']), lazy: page(() => import('./my-data/MyDataPage.tsx')) },
          { path: 'account/security', handle: handle(['security']), lazy: page(() => import('./account/SecurityPage.tsx')) },
          { path: '*', handle: handle([]), Component: NotFoundPage },
        ],
      },
    ],
  },
]);
