/** What the log calls things: [中文, English], by the names that the code uses. */
export type Words = Readonly<Record<string, readonly [string, string]>>;

export const OPERATIONS: Words = {
  'auth.signIn': ['登录', 'Sign in'],
  'auth.signOut': ['退出登录', 'Sign out'],
  'auth.switchSeat': ['切换席位', 'Switch seat'],
  createConsortium: ['开通联合体', 'Found a consortium'],
  addMember: ['添加成员单位', 'Add a member'],
  endMembership: ['结束成员关系', 'End a membership'],
  addPerson: ['添加人员', 'Add a person'],
  admitPerson: ['凭加入码接纳人员', 'Admit a person by join code'],
  createJoinCode: ['生成加入码', 'Make a join code'],
  changeMembership: ['修改成员关系', 'Change a membership'],
  changeRole: ['修改角色期限', 'Change a role\'s term'],
  suspendPerson: ['停用人员', 'Suspend a person'],
  suspendMember: ['停用成员单位', 'Suspend a member'],
  liftSuspension: ['恢复使用', 'Lift a suspension'],
  separateAdministration: ['设置三员分立', 'Separate the administrators'],
  grantRole: ['授予角色', 'Grant a role'],
  revokeRole: ['收回角色', 'Take a role back'],
  updateConsortium: ['修改联合体设置', 'Change the settings'],
  saveSchoolCalendar: ['保存校历', 'Save a school calendar'],
  removeSchoolCalendar: ['删除校历', 'Remove a school calendar'],
  saveLessonTimetable: ['保存作息时间', 'Save the lessons'],
  importHolidays: ['导入放假安排', 'Import holidays'],
  createResource: ['新建资源', 'Create a resource'],
  updateResource: ['修改资源', 'Change a resource'],
  revealPersonalData: ['查看个人信息', 'Look at personal data'],
  createBooking: ['提交预约', 'Request a booking'],
  updateBooking: ['修改预约', 'Change a booking'],
  cancelBooking: ['取消预约', 'Cancel a booking'],
  restoreBooking: ['恢复预约', 'Restore a booking'],
  decideBooking: ['审批预约', 'Decide on a booking'],
  createMaintenance: ['安排维护', 'Plan maintenance'],
  cancelMaintenance: ['取消维护', 'Cancel maintenance'],
  startImport: ['上传台账', 'Upload a register'],
  updateImportMapping: ['调整台账列的对应', 'Map the columns of a register'],
  applyImport: ['确认导入', 'Confirm an import'],
  discardImport: ['放弃导入', 'Discard an import'],
  'import.read': ['读取台账', 'Read a register'],
  'import.apply': ['写入台账', 'Write a register'],
  'booking.expire': ['预约到期释放', 'Release an unanswered booking'],
  'audit.purge': ['清理到期审计记录', 'Purge old audit entries'],
  'POST /files': ['上传文件', 'Upload a file'],
  'GET /exports/resources.xlsx': ['导出资源', 'Export resources'],
  'GET /imports/:id/rejected.xlsx': ['下载未导入的行', 'Download refused rows'],
  'GET /audit-files/entries.jsonl': ['导出审计记录（可核验）', 'Export the audit log (verifiable)'],
  'GET /audit-files/entries.xlsx': ['导出审计记录（表格）', 'Export the audit log (workbook)'],
  'GET /audit-files/head.json': ['下载链尾签名', 'Download the signed head'],
  auditEntries: ['查看审计记录', 'Read the audit log'],
  auditChain: ['查看审计链', 'Read the audit chain'],
  before: ['启用审计链之前的操作', 'Before the chain was begun'],
  system: ['系统', 'System'],
};

export const ACTIONS: Words = {
  create: ['新建', 'created'], update: ['修改', 'changed'], remove: ['删除', 'removed'], cancel: ['取消', 'cancelled'], reveal: ['查看全文', 'looked at in full'],
  export: ['导出', 'exported'], apply: ['确认导入', 'import confirmed'], displace: ['因维护取消', 'displaced by maintenance'], expire: ['到期释放', 'released unanswered'],
  issueJoinCode: ['生成加入码', 'join code made'], admit: ['接纳', 'admitted'], purge: ['清理', 'purged'], signIn: ['登录', 'signed in'], signOut: ['退出', 'signed out'],
  switchSeat: ['切换席位', 'changed seat'], read: ['查看', 'read'], grant: ['授权', 'grant'], decide: ['审批', 'decide'], block: ['安排维护', 'plan maintenance'],
  import: ['导入', 'import'], register: ['登记', 'registered'], book: ['预约', 'book'], refused: ['尝试', 'tried'],
};

export const SUBJECTS: Words = {
  Consortium: ['联合体', 'Consortium'], Organisation: ['单位', 'Organisation'], Membership: ['成员关系', 'Membership'], Person: ['人员', 'Person'], RoleGrant: ['角色', 'Role'],
  Account: ['未知账号', 'Unknown account'], Resource: ['资源', 'Resource'], Booking: ['预约', 'Booking'], Allocation: ['占用', 'Allocation'], Approval: ['审批', 'Approval'], Suspension: ['停用', 'Suspension'], PastMembership: ['以往成员关系', 'Former membership'], Founding: ['组建', 'Founding'], Mail: ['邮件', 'Mail'],
  SchoolCalendar: ['校历', 'School calendar'], LessonTimetable: ['作息时间', 'Lessons'], HolidayYear: ['节假日数据', 'Holidays'],
  Maintenance: ['维护', 'Maintenance'], Import: ['台账导入', 'Import'], StoredFile: ['文件', 'File'], AuditEntry: ['审计记录', 'Audit entry'], Operation: ['操作', 'Operation'],
};

export const FIELDS: Words = {
  name: ['名称', 'Name'], shortName: ['简称', 'Short name'], kind: ['类别', 'Kind'], uscc: ['统一社会信用代码', 'USCC'], login: ['登录名', 'Login'], timeZone: ['时区', 'Time zone'],
  personId: ['人员', 'Person'], organisationId: ['单位', 'Organisation'], role: ['角色', 'Role'], since: ['自', 'Since'], until: ['至', 'Until'], ownerId: ['所属单位', 'Owner'],
  code: ['编号', 'Code'], model: ['型号', 'Model'], manufacturer: ['厂家', 'Manufacturer'], category: ['分类', 'Category'], place: ['地点', 'Place'], capacity: ['容量', 'Capacity'],
  department: ['部门', 'Department'], keeper: ['管理员', 'Keeper'], state: ['状态', 'State'], openingHours: ['开放时间', 'Opening hours'], weekday: ['星期', 'Weekday'], opens: ['开', 'opens'], closes: ['关', 'closes'],
  bufferBefore: ['准备时间（分钟）', 'Buffer before (min)'], bufferAfter: ['整理时间（分钟）', 'Buffer after (min)'], needsApproval: ['需要审批', 'Needs approval'], holdHours: ['保留时长（小时）', 'Hold (h)'],
  maxMinutes: ['最长（分钟）', 'Longest (min)'], horizonDays: ['可提前（天）', 'Days ahead'], note: ['备注', 'Note'], notes: ['备注', 'Notes'], photoFileId: ['照片', 'Photo'], profession: ['职业信息', 'Profession'],
  quantity: ['数量', 'Quantity'], purchasedOn: ['购置日期', 'Bought on'], price: ['价格', 'Price'], idNumberSealed: ['身份证号', 'ID number'], phoneSealed: ['电话', 'Telephone'],
  title: ['标题', 'Title'], purpose: ['用途', 'Purpose'], attendees: ['人数', 'Attendees'], startsAt: ['开始', 'Starts'], endsAt: ['结束', 'Ends'], requestedById: ['申请人', 'Requested by'],
  stateReason: ['原因', 'Reason'], reason: ['原因', 'Reason'], cancelledAt: ['取消于', 'Cancelled at'], decidedAt: ['答复于', 'Answered at'], decidedById: ['答复人', 'Answered by'], holdUntil: ['保留至', 'Held until'],
  bookingId: ['预约', 'Booking'], resourceId: ['资源', 'Resource'], maintenanceId: ['维护', 'Maintenance'], blockedFrom: ['占用自', 'Blocked from'], blockedUntil: ['占用至', 'Blocked until'], createdById: ['创建人', 'Created by'], cancelled: ['已取消', 'Cancelled'], separated: ['三员分立', 'Administrators separated'],
  fileId: ['文件', 'File'], fileName: ['文件名', 'File name'], mediaType: ['文件类型', 'File type'], size: ['大小（字节）', 'Size (bytes)'], sha256: ['SHA-256', 'SHA-256'], counts: ['计数', 'Counts'], rows: ['行数', 'Rows'], inFull: ['含完整个人信息', 'Personal data in full'],
  languages: ['可用语言', 'Languages'], defaultLanguage: ['默认语言', 'Default language'], defaultOpeningHours: ['默认开放时间', 'Default opening hours'], logoFileId: ['标志', 'Logo'], schoolYear: ['学年', 'School year'], terms: ['学期', 'Terms'], days: ['放假与补课', 'Days'], seasons: ['作息', 'Seasons'],
  firstDay: ['开始', 'First day'], lastDay: ['结束', 'Last day'], teachingWeeks: ['教学周数', 'Teaching weeks'], examWeeks: ['考试周数', 'Exam weeks'], follows: ['按周几上课', 'Lessons of'], periods: ['节次', 'Lessons'], first: ['第几节', 'From lesson'], last: ['到第几节', 'To lesson'], starts: ['上课', 'Begins'], ends: ['下课', 'Ends'], year: ['年份', 'Year'], notice: ['通知文号', 'Notice'], address: ['网址', 'Address'],
  filter: ['筛选条件', 'Filter'], entries: ['记录数', 'Entries'], throughSeq: ['截至序号', 'Through'], before: ['早于', 'Before'], from: ['从', 'From'], to: ['到', 'To'], register: ['台账种类', 'Register'], ok: ['可导入', 'Good'],
};

export const VALUES: Words = {
  FIRST: ['第一学期', 'First term'], SECOND: ['第二学期', 'Second term'], SHORT: ['短学期', 'Short term'], OFF: ['放假', 'Off'], WORK: ['上班', 'Work'],
  true: ['是', 'yes'], false: ['否', 'no'], '[sealed]': ['（已加密，不显示）', '(sealed, not shown)'],
  SECRETARY: ['秘书处秘书', 'Secretary'], PARK_ADMINISTRATOR: ['园区管理员', 'Park administrator'], COUNCIL_MEMBER: ['理事会成员', 'Council member'], ORGANISATION_ADMINISTRATOR: ['单位管理员', 'Organisation administrator'],
  RESOURCE_KEEPER: ['设备管理员', 'Resource keeper'], TEACHER: ['教师', 'Teacher'], ENGINEER: ['企业工程师', 'Engineer'], COORDINATOR: ['协调员', 'Coordinator'], STUDENT: ['学生', 'Student'], SYSTEM_ADMINISTRATOR: ['系统管理员', 'System administrator'], SECURITY_ADMINISTRATOR: ['安全管理员', 'Security administrator'], AUDIT_ADMINISTRATOR: ['审计管理员', 'Audit administrator'], AUDITOR: ['审计员', 'Auditor'],
  EQUIPMENT: ['设备', 'Equipment'], VENUE: ['场地', 'Venue'], IN_USE: ['在用', 'In use'], IDLE: ['闲置', 'Idle'], UNDER_REPAIR: ['维修', 'Under repair'], LENT_OUT: ['外借', 'Lent out'], TO_BE_SCRAPPED: ['待报废', 'To be scrapped'], SCRAPPED: ['报废', 'Scrapped'],
  PRACTICE_TEACHING: ['实践教学', 'Practice teaching'], SOCIAL_TRAINING: ['社会培训', 'Social training'], REAL_PRODUCTION: ['真实生产', 'Real production'], TECHNICAL_SERVICE: ['技术服务', 'Technical service'], PILOT_TEST: ['中试', 'Pilot test'],
  PENDING: ['待审批', 'Waiting'], CONFIRMED: ['已确认', 'Confirmed'], REJECTED: ['已驳回', 'Rejected'], CANCELLED: ['已取消', 'Cancelled'], EXPIRED: ['已过期', 'Expired'], WAITING: ['待答复', 'Waiting'], APPROVED: ['已同意', 'Approved'], RELEASED: ['已释放', 'Released'], MAINTENANCE: ['维护', 'Maintenance'],
  LEAD: ['牵头单位', 'Lead'], MEMBER: ['成员单位', 'Member'], SCHOOL: ['职业学校', 'School'], ENTERPRISE: ['企业', 'Enterprise'], PARK: ['园区', 'Park'], INSTITUTE: ['科研院所', 'Institute'], GOVERNMENT: ['政府部门', 'Government'], ASSOCIATION: ['行业协会', 'Association'],
  READING: ['读取中', 'Being read'], REVIEW: ['待核对', 'To be reviewed'], APPLYING: ['写入中', 'Being written'], DONE: ['完成', 'Done'], FAILED: ['失败', 'Failed'], DISCARDED: ['已放弃', 'Discarded'],
};

/** Why somebody was refused, where the words are the door's or say more to a reader than to whoever was refused. */
export const REFUSALS: Words = {
  FORBIDDEN: ['角色不允许', 'Not allowed by the role'], NOT_FOUND: ['无权知晓该记录', 'May not know of the record'], SIGN_IN_FAILED: ['登录名或密码不正确', 'Wrong login or password'],
  TOO_MANY_ATTEMPTS: ['尝试次数过多', 'Too many tries'], NO_SEAT: ['没有任何角色', 'No role anywhere'], ROLE_NOT_GRANTABLE: ['无权授予该角色', 'May not give this role'],
};
