import AddIcon from '@mui/icons-material/AddCircleOutlineOutlined';
import AddPersonIcon from '@mui/icons-material/PersonAddAltOutlined';
import AddMemberIcon from '@mui/icons-material/AddBusinessOutlined';
import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import WaitingIcon from '@mui/icons-material/PendingActionsOutlined';
import MineIcon from '@mui/icons-material/EventNoteOutlined';
import MyDataIcon from '@mui/icons-material/BadgeOutlined';
import RegistrationsIcon from '@mui/icons-material/HowToRegOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { Access, Me } from '../session/index.ts';
import { navigationFor } from '../shell/navigation.ts';
import { shell } from '../shell/shell.messages.ts';
import { search } from './search.messages.ts';

/** A page or an action, with all the ways in which people say it. */
export interface Place {
  key: string;
  group: 'pages' | 'actions';
  icon: SvgIconComponent;
  href: string;
  does?: string;
  ways: string[];
}

/** Pinyin, syllable by syllable, of what stands in the navigation and of the actions: a dictionary would weigh more than the portal. */
export const SPOKEN: Record<string, string> = {
  home: 'yun xing zong lan',
  consortia: 'lian he ti',
  timeline: 'zi yuan yu yue',
  bookings: 'yu yue dan',
  resources: 'zi yuan tai zhang',
  pools: 'zi yuan chi',
  agreements: 'he zuo xie yi',
  grants: 'shou quan cha xun',
  imports: 'tai zhang dao ru',
  members: 'cheng yuan dan wei',
  people: 'ren yuan yu jue se',
  calendar: 'xiao li yu zuo xi',
  providers: 'tong yi shen fen ren zheng',
  settings: 'lian he ti she zhi',
  holidays: 'jie jia ri shu ju',
  audit: 'shen ji ji lu',
  developers: 'kai fa zhe',
  dataProtection: 'shu ju bao hu',
  outbox: 'fa jian xiang',
  myData: 'wo de ge ren xin xi',
  registrations: 'zi zhu zhu ce',
  'action.newBooking': 'xin jian yu yue',
  'action.newResource': 'xin jian zi yuan',
  'action.import': 'dao ru tai zhang',
  'action.addMember': 'tian jia cheng yuan dan wei',
  'action.addPerson': 'tian jia ren yuan',
  'action.inviteList': 'cong ming dan yao qing ren yuan',
  'action.waiting': 'dai wo chu li de yu yue',
  'action.mine': 'wo de yu yue',
  'action.dark': 'qie huan dao shen se',
  'action.light': 'qie huan dao qian se',
  'action.language': 'qie huan yu yan',
};

/** In both languages, in pinyin and by initials. */
export function waysOf(key: string): string[] {
  const spoken = SPOKEN[key];
  const texts = [shell, search].flatMap((catalogue) => [catalogue['zh-CN'], catalogue.en]).map((words) => (words as Record<string, string>)[key]);
  return [...texts, ...(spoken ? [spoken, spoken.replaceAll(' ', ''), spoken.split(' ').map((syllable) => syllable[0]).join('')] : [])].filter((way) => way !== undefined);
}

/** The pages and actions of this person: what one may not do is not there. */
export function placesFor(me: Me, access: Access): Place[] {
  const pages = navigationFor(me, access).flatMap(({ items }) => items.map(({ key, href, icon }) => ({ key: key as string, group: 'pages' as const, href, icon })));
  if (me.viewerKeepsRegistrations) pages.push({ key: 'registrations', group: 'pages', href: '/people/registrations', icon: RegistrationsIcon });
  pages.push({ key: 'myData', group: 'pages', href: '/account/data', icon: MyDataIcon });
  const inside = me.consortium !== null && me.viewerSharesContent;
  const actions = [
    access.canBook && inside && { key: 'action.newBooking', href: '/timeline', icon: AddIcon, does: 'new' },
    access.canApprove && inside && { key: 'action.waiting', href: '/bookings?tab=waiting', icon: WaitingIcon },
    access.canBook && inside && { key: 'action.mine', href: '/bookings?tab=mine', icon: MineIcon },
    access.canCreateResource && inside && { key: 'action.newResource', href: '/resources', icon: AddIcon, does: 'new' },
    access.canImport && inside && { key: 'action.import', href: '/imports', icon: ImportIcon },
    me.viewerCanAddMember && { key: 'action.addMember', href: '/members', icon: AddMemberIcon, does: 'new' },
    me.viewerCanInvite && inside && { key: 'action.inviteList', href: '/people/invitations/list', icon: AddPersonIcon },
    me.viewerCanAddPerson && { key: 'action.addPerson', href: '/people', icon: AddPersonIcon, does: 'new' },
  ].filter((action) => action !== false);
  return [...actions.map((action) => ({ ...action, group: 'actions' as const })), ...pages].map((place) => ({ ...place, ways: waysOf(place.key) }));
}
