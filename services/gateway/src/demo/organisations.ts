import { MACHINERY, RAIL, VEHICLES } from './accounts.ts';

export interface DemoOrganisation {
  name: string;
  shortName: string;
  kind: 'SCHOOL' | 'ENTERPRISE' | 'PARK' | 'INSTITUTE' | 'GOVERNMENT' | 'ASSOCIATION';
  uscc: string;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Adds the check character of GB 32100-2015 to 17 invented characters. */
function coded(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + ALPHABET.indexOf(character) * (3 ** index % 31), 0);
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

const organisation = (name: string, shortName: string, kind: DemoOrganisation['kind'], body: string): DemoOrganisation => ({ name, shortName, kind, uscc: coded(body) });

export const organisations: readonly DemoOrganisation[] = [
  organisation('示例轨道交通职业技术学院', '轨道职院', 'SCHOOL', '12430000400000101'),
  organisation('示例高新技术产业园区管理委员会', '高新园区', 'PARK', '11430000400000202'),
  organisation('示例机车制造有限公司', '示例机车', 'ENTERPRISE', '91430200MA0DEM003'),
  organisation('示例航空发动机有限公司', '示例航发', 'ENTERPRISE', '91430200MA0DEM004'),
  organisation('示例电子信息科技有限公司', '示例电子', 'ENTERPRISE', '91430100MA0DEM005'),
  organisation('示例市教育局', '市教育局', 'GOVERNMENT', '11430200400000606'),
  organisation('示例工程机械集团有限公司', '示例重工', 'ENTERPRISE', '91430100MA0DEM007'),
  organisation('示例机电职业技术学院', '机电职院', 'SCHOOL', '12430000400000808'),
  organisation('示例理工大学', '示例理工', 'SCHOOL', '12430000400000909'),
  organisation('示例工程机械行业协会', '机械协会', 'ASSOCIATION', '51430000400001010'),
  organisation('示例新能源汽车有限公司', '示例汽车', 'ENTERPRISE', '91430300MA0DEM011'),
  organisation('示例汽车工程职业学院', '汽车职院', 'SCHOOL', '12430000400001212'),
];

export interface DemoConsortium {
  name: string;
  shortName: string;
  kind: 'MUNICIPAL_CONSORTIUM' | 'INDUSTRY_COMMUNITY' | 'PRACTICE_CENTRE';
  secretary: string;
  /** Short names; the first one leads, and the secretary works for it. */
  members: readonly string[];
  /** Those of them that lead with it, or sit in the council. */
  leads?: Record<string, { givesDegrees: boolean; hasTrainingUnit?: boolean }>;
  council?: readonly string[];
}

export const consortia: readonly DemoConsortium[] = [
  { name: RAIL, shortName: '湘江轨道', kind: 'MUNICIPAL_CONSORTIUM', secretary: 'secretary', members: ['轨道职院', '高新园区', '示例机车', '示例航发', '示例电子', '市教育局', '示例理工'], council: ['高新园区', '示例机车', '市教育局'] },
  { name: MACHINERY, shortName: '工程机械', kind: 'INDUSTRY_COMMUNITY', secretary: 'machinery', members: ['示例重工', '机电职院', '示例理工', '机械协会', '轨道职院'], leads: { 示例理工: { givesDegrees: true }, 机电职院: { givesDegrees: false, hasTrainingUnit: true } }, council: ['机械协会'] },
  { name: VEHICLES, shortName: '新能源汽车', kind: 'PRACTICE_CENTRE', secretary: 'vehicles', members: ['汽车职院', '示例汽车', '机电职院', '示例电子'] },
];
