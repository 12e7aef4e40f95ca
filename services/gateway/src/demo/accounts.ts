import type { Role } from '@gongjian/platform';

export interface DemoAccount {
  login: string;
  password: string;
  /** The person's name. */
  name: string;
  /** What the list on the sign-in page calls it. */
  role: string;
  roleInEnglish: string;
  consortium: string;
}

/** Works in the demo alone: the demo is never sown in production unless it is asked for. */
const PASSWORD = 'Gongjian-2026';

const account = (login: string, name: string, role: string, roleInEnglish: string, consortium: string): DemoAccount => ({ login, password: PASSWORD, name, role, roleInEnglish, consortium });

export const RAIL = '湘江轨道交通产教联合体';
export const MACHINERY = '工程机械行业产教融合共同体';
export const VEHICLES = '新能源汽车产教融合实践中心';

export const demoAccounts: readonly DemoAccount[] = [
  account('park', '林晓雯', '园区管理员', 'Park administrator', RAIL),
  account('secretary', '周思远', '秘书处秘书', 'Secretary', RAIL),
  account('system', '唐立新', '系统管理员', 'System administrator', RAIL),
  account('security', '欧阳静', '安全管理员', 'Security administrator', RAIL),
  account('audit', '阿依古丽·买买提', '审计管理员', 'Audit administrator', RAIL),
  account('council', '贺建国', '理事会成员', 'Council member', RAIL),
  account('admin', '陈丽华', '单位管理员（职院）', 'Organisation administrator (college)', RAIL),
  account('keeper', '孙建国', '设备管理员（职院）', 'Resource keeper (college)', RAIL),
  account('factory', '郭建平', '设备管理员（机车厂）', 'Resource keeper (enterprise)', RAIL),
  account('engine', '邓志远', '单位管理员（航发）', 'Organisation administrator (enterprise)', RAIL),
  account('teacher', '吴晓雯', '教师', 'Teacher', RAIL),
  account('engineer', '罗明轩', '企业工程师', 'Engineer', RAIL),
  account('coordinator', '刘雨桐', '协调员', 'Coordinator', RAIL),
  account('student', '赵一鸣', '学生', 'Student', RAIL),
  account('auditor', '谭文博', '审计员', 'Auditor', RAIL),
  account('machinery', '彭浩然', '秘书处秘书', 'Secretary', MACHINERY),
  account('centre', '何思敏', '单位管理员（实践中心）', 'Organisation administrator (practice centre)', VEHICLES),
  account('vehicles', '肖雅琴', '秘书处秘书', 'Secretary', VEHICLES),
  account('operator', '平台运营', '平台运营', 'Platform operator', '—'),
];

export interface DemoSeat {
  login: string;
  /** Short name of the organisation, as in organisations.ts. */
  organisation: string;
  roles: Role[];
}

/** Secretaries come with their consortium; here are all other seats. `park` and `coordinator` work in two consortia. */
export const demoSeats: Record<string, readonly DemoSeat[]> = {
  [RAIL]: [
    { login: 'park', organisation: '高新园区', roles: ['PARK_ADMINISTRATOR'] },
    { login: 'system', organisation: '高新园区', roles: ['SYSTEM_ADMINISTRATOR'] },
    { login: 'security', organisation: '轨道职院', roles: ['SECURITY_ADMINISTRATOR'] },
    { login: 'audit', organisation: '市教育局', roles: ['AUDIT_ADMINISTRATOR'] },
    { login: 'council', organisation: '市教育局', roles: ['COUNCIL_MEMBER'] },
    { login: 'admin', organisation: '轨道职院', roles: ['ORGANISATION_ADMINISTRATOR'] },
    { login: 'keeper', organisation: '轨道职院', roles: ['RESOURCE_KEEPER'] },
    { login: 'factory', organisation: '示例机车', roles: ['RESOURCE_KEEPER'] },
    { login: 'engine', organisation: '示例航发', roles: ['ORGANISATION_ADMINISTRATOR'] },
    { login: 'teacher', organisation: '轨道职院', roles: ['TEACHER'] },
    { login: 'engineer', organisation: '示例机车', roles: ['ENGINEER'] },
    { login: 'coordinator', organisation: '轨道职院', roles: ['COORDINATOR'] },
    { login: 'student', organisation: '轨道职院', roles: ['STUDENT'] },
    { login: 'auditor', organisation: '高新园区', roles: ['AUDITOR'] },
  ],
  [VEHICLES]: [{ login: 'centre', organisation: '汽车职院', roles: ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER'] }],
};
