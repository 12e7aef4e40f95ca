export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day in the consortium's time zone, such as 2026-11-23. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 in UTC, such as 2026-11-23T01:00:00.000Z. Ranges are half-open: the end is not part of them. */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

export type AccessAction =
  /** Take it for maintenance. */
  | 'BLOCK'
  | 'BOOK'
  /** Change its record. */
  | 'CHANGE'
  | 'SEE';

export type AccessAnswer = {
  action: AccessAction;
  allowed: Scalars['Boolean']['output'];
  steps: Array<AccessStep>;
};

/** One link of the chain from a person to a record. */
export type AccessStep = {
  clause: Maybe<Clause>;
  /** The chain ends at the first that does not hold. */
  holds: Scalars['Boolean']['output'];
  kind: AccessStepKind;
  /** In the viewer's language. */
  text: Scalars['String']['output'];
};

export type AccessStepKind =
  | 'CLAUSE'
  | 'ORGANISATION'
  | 'PERSON'
  | 'POOL'
  | 'RECORD'
  | 'ROLE';

export type AddMemberInput = {
  kind?: InputMaybe<MembershipKind>;
  /** The organisation; one that is known by its 统一社会信用代码 joins as it is. */
  organisation: CreateOrganisationInput;
  /** Today when left out. */
  since?: InputMaybe<Scalars['Date']['input']>;
};

export type AddPersonInput = {
  account: CreateAccountInput;
  organisationId: Scalars['ID']['input'];
  /** One or more. */
  roles: Array<Role>;
};

export type AdmitPersonInput = {
  /** The code that the person made with createJoinCode where they are signed in. */
  joinCode: Scalars['String']['input'];
  organisationId: Scalars['ID']['input'];
  /** One or more. */
  roles: Array<Role>;
};

/** An agreement between members of the consortium (职业教育法 第四十条): what they sign decides what they may do with each other's things. */
export type Agreement = {
  /** The version that replaces this one, or is to. */
  amendedBy: Maybe<Agreement>;
  /** The version that this one replaces. */
  amends: Maybe<Agreement>;
  clauses: Array<Clause>;
  /** Latest last. */
  comments: Array<AgreementComment>;
  createdAt: Scalars['DateTime']['output'];
  draftedBy: Maybe<Person>;
  draftedFor: Organisation;
  endReason: Maybe<Scalars['String']['output']>;
  /** It was ended: the first day without it. */
  endsOn: Maybe<Scalars['Date']['output']>;
  /** What the rules of the catalogue say about it. */
  findings: Array<Finding>;
  id: Scalars['ID']['output'];
  kind: AgreementKind;
  /** How many days ahead one has to say that one ends it. */
  noticeDays: Scalars['Int']['output'];
  /** 编号, given once in the consortium: 2026-001. */
  number: Scalars['String']['output'];
  /** 甲方 first. */
  parties: Array<AgreementParty>;
  /** 合作宗旨 */
  purpose: Maybe<Scalars['String']['output']>;
  /** 已续签为: the one that follows on, or is to. */
  renewedBy: Maybe<Agreement>;
  /** 续签自: the agreement after which this one follows on. */
  renews: Maybe<Agreement>;
  signatures: Array<AgreementSignature>;
  signedAt: Maybe<Scalars['DateTime']['output']>;
  since: Scalars['Date']['output'];
  state: AgreementState;
  suspendReason: Maybe<Scalars['String']['output']>;
  suspendedAt: Maybe<Scalars['DateTime']['output']>;
  suspendedFor: Maybe<Organisation>;
  /** SHA-256 of the text as it stands, 64 hexadecimal digits: what one signs. */
  textHash: Scalars['String']['output'];
  title: Scalars['String']['output'];
  /** The first day on which it is not in force any more; `endsOn` may be before it. */
  until: Scalars['Date']['output'];
  version: Scalars['Int']['output'];
  /** May accept clauses and sign, for the own organisation. */
  viewerCanDecide: Scalars['Boolean']['output'];
  /** Everything is accepted, the own organisation has not signed, and nothing forbids it. */
  viewerCanSign: Scalars['Boolean']['output'];
  /** May change the draft: its parties' administrators, as long as nobody has signed. */
  viewerCanUpdate: Scalars['Boolean']['output'];
};

export type AgreementComment = {
  /** The clause it is about; null is the whole. */
  clauseId: Maybe<Scalars['ID']['output']>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  organisation: Organisation;
  person: Maybe<Person>;
  settledAt: Maybe<Scalars['DateTime']['output']>;
  settledBy: Maybe<Person>;
  text: Scalars['String']['output'];
};

export type AgreementConnection = {
  nodes: Array<Agreement>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** What signing or ending an agreement would do, worked out and not done. */
export type AgreementEffects = {
  effects: Array<Effect>;
  /** Coming bookings that would not be covered any more. */
  hits: Array<GrantUse>;
};

export type AgreementFilter = {
  /** A party. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the title or the number. */
  search?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<Array<AgreementState>>;
};

export type AgreementKind =
  /** 校企合作协议 */
  | 'COOPERATION'
  /** 共建共享协议 */
  | 'SHARING';

export type AgreementParty = {
  /** How many of the clauses it has accepted. */
  accepted: Scalars['Int']['output'];
  /** As whose member it signs, where that is another consortium than the viewer's. */
  consortium: Maybe<PartnerConsortium>;
  /** It signs as the lead of its consortium, for all of its members. */
  forConsortium: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** 甲方, 乙方, 丙方 …; Party A, Party B … */
  letter: Scalars['String']['output'];
  organisation: Organisation;
  signature: Maybe<AgreementSignature>;
};

export type AgreementSignature = {
  id: Scalars['ID']['output'];
  /** In which office: 校长, 总经理. */
  office: Scalars['String']['output'];
  organisation: Organisation;
  /** Null where they belong to another consortium; `personName` says who they are. */
  person: Maybe<Person>;
  personName: Maybe<Scalars['String']['output']>;
  signedAt: Scalars['DateTime']['output'];
  /** Of the text that was signed. */
  textHash: Scalars['String']['output'];
};

/** Whether an agreement counts today, as its signatures and days say. */
export type AgreementState =
  /** 待生效: signed by all, its first day is to come. */
  | 'COMING'
  /** 起草中: every party may change it. */
  | 'DRAFT'
  /** 已到期 */
  | 'EXPIRED'
  | 'IN_FORCE'
  /** 已被新版本替代 */
  | 'REPLACED'
  /** 签署中: somebody has signed, its text is frozen. */
  | 'SIGNING'
  /** 已中止: one party lets it rest. */
  | 'SUSPENDED'
  /** 已终止: ended before its time. */
  | 'TERMINATED'
  /** 已撤回: never signed by all. */
  | 'WITHDRAWN';

/** One resource taken for a time, by a booking or by maintenance. */
export type Allocation = {
  /** With the buffers around it: nobody else gets the resource in this time. */
  blockedFrom: Scalars['DateTime']['output'];
  blockedUntil: Scalars['DateTime']['output'];
  /** Null when it is maintenance, or when the viewer may know only that the resource is taken. */
  booking: Maybe<Booking>;
  endsAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  maintenance: Maybe<Maintenance>;
  resource: Resource;
  startsAt: Scalars['DateTime']['output'];
  state: AllocationState;
};

export type AllocationState =
  | 'CONFIRMED'
  /** 维护 */
  | 'MAINTENANCE'
  | 'PENDING'
  /** No longer takes the resource. */
  | 'RELEASED';

/** A way to book that was legal when it was computed. */
export type Alternative = {
  endsAt: Scalars['DateTime']['output'];
  kind: AlternativeKind;
  /** For RESOURCE: what is replaced, and by what. */
  replacements: Array<Replacement>;
  resources: Array<Resource>;
  startsAt: Scalars['DateTime']['output'];
};

export type AlternativeKind =
  /** Same time, another resource of the same model or kind. */
  | 'RESOURCE'
  /** Other time, same resources. */
  | 'TIME';

export type AnswerCorrectionInput = {
  /** Why not, when it is refused. Up to 500 characters. */
  answer?: InputMaybe<Scalars['String']['input']>;
  /** It has been corrected; a name is corrected by this answer. */
  done: Scalars['Boolean']['input'];
};

/** With what a program of an organisation comes in: sent as `Authorization: Bearer gj_…`. The key itself is shown once, when it is made. */
export type ApiKey = {
  createdAt: Scalars['DateTime']['output'];
  createdBy: Maybe<Person>;
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** To the minute; null when it was never used. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  organisation: Organisation;
  /** How the key begins, to recognise it by: `gj_` and eight characters. */
  prefix: Scalars['String']['output'];
  /** The key before this one, while both are good. */
  previousPrefix: Maybe<Scalars['String']['output']>;
  previousUntil: Maybe<Scalars['DateTime']['output']>;
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  revokedBy: Maybe<Person>;
  scopes: Array<ApiScope>;
  state: ApiKeyState;
  viewerCanRevoke: Scalars['Boolean']['output'];
  viewerCanRotate: Scalars['Boolean']['output'];
};

export type ApiKeyState =
  /** 有效 */
  | 'ACTIVE'
  /** 已到期 */
  | 'EXPIRED'
  /** 已停用 */
  | 'REVOKED';

/** What an API key may be made for. A scope narrows what the role behind it may do, and adds nothing. */
export type ApiScope =
  /** 审批预约: answer for the organisation's resources (and read bookings) */
  | 'DECIDE_BOOKINGS'
  /** 导入台账: upload registers and write them */
  | 'IMPORT_REGISTERS'
  /** 读取预约: bookings that concern the organisation, with the names under them */
  | 'READ_BOOKINGS'
  /** 读取人员: names and roles of the organisation's people; never numbers of identity cards or telephones */
  | 'READ_PEOPLE'
  /** 读取资源: resources, maintenance and when they are taken */
  | 'READ_RESOURCES'
  /** 提交和修改预约: request, change, cancel bookings for the organisation (and read them) */
  | 'WRITE_BOOKINGS'
  /** 维护资源: add and change the organisation's resources, plan maintenance (and read them) */
  | 'WRITE_RESOURCES';

export type Approval = {
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  decidedBy: Maybe<Person>;
  id: Scalars['ID']['output'];
  /** The owner who answers. */
  owner: Organisation;
  reason: Maybe<Scalars['String']['output']>;
  /** The owner's resources in this booking. */
  resources: Array<Resource>;
  state: ApprovalState;
};

export type ApprovalState =
  | 'APPROVED'
  | 'REJECTED'
  | 'WAITING';

export type AskCorrectionInput = {
  field: CorrectionField;
  /** Up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters; a name 1 to 50. */
  wanted: Scalars['String']['input'];
};

export type AskMinorAccessInput = {
  /** What it is needed for, 1 to 500 characters. Whoever answers and the person read it. */
  reason: Scalars['String']['input'];
  resourceId: Scalars['ID']['input'];
};

/** The chain that holds the entries of this consortium, and its signed end. */
export type AuditChain = {
  /** Entries up to this one were taken away after their time; what is left hangs on it. */
  anchorSeq: Scalars['Int']['output'];
  /** Entries that are forged or were taken away before they were sealed. */
  faultCount: Scalars['Int']['output'];
  /** Of the public key: short enough to be compared by people. */
  fingerprint: Scalars['String']['output'];
  hash: Scalars['String']['output'];
  /** When the oldest entry that is kept was written. */
  oldestAt: Maybe<Scalars['DateTime']['output']>;
  /** Ed25519 public key of this installation, base64. */
  publicKey: Scalars['String']['output'];
  sealedAt: Maybe<Scalars['DateTime']['output']>;
  seq: Scalars['Int']['output'];
};

/** What an operation did to one record, or looked at in it. */
export type AuditChange = {
  /** Such as create, update, reveal. */
  action: Scalars['String']['output'];
  actionText: Scalars['String']['output'];
  after: Maybe<Scalars['JSON']['output']>;
  before: Maybe<Scalars['JSON']['output']>;
  /** Field by field, in words of the language of the request. */
  fields: Array<AuditFieldChange>;
  ordinal: Scalars['Int']['output'];
  subjectId: Scalars['String']['output'];
  /** The record's name where it is known. */
  subjectName: Maybe<Scalars['String']['output']>;
  /** The kind of record in words. */
  subjectText: Scalars['String']['output'];
  subjectType: Scalars['String']['output'];
};

/** One operation in the audit log: who did what, when, from where, and how it ended. */
export type AuditEntry = {
  /** The network address that it came from. */
  address: Maybe<Scalars['String']['output']>;
  /** How the API key begins with which a program did it; null where a person did. */
  apiKeyPrefix: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  /** A job did it, on behalf of the person. */
  bySystem: Scalars['Boolean']['output'];
  changeCount: Scalars['Int']['output'];
  /** What it did to each record, in order, at most 200. Behind `after` (an ordinal) the list goes on. */
  changes: Array<AuditChange>;
  /** Why it was refused, as a code and in words. */
  code: Maybe<Scalars['String']['output']>;
  codeText: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: AuditKind;
  /** The mutation's name, `auth.signIn` and the like, a job's name, or the path of a file. */
  operation: Scalars['String']['output'];
  /** The operation in words, in the language of the request. */
  operationText: Scalars['String']['output'];
  /** For which organisation they acted. */
  organisation: Maybe<Organisation>;
  /** Who did it, or ordered the job that did. Null where nobody knows, and for the system itself. */
  person: Maybe<Person>;
  requestId: Scalars['String']['output'];
  result: AuditResult;
  roles: Array<Scalars['String']['output']>;
  /** Its place in the chain; null for a moment, until it is sealed. */
  seal: Maybe<AuditSeal>;
};


/** One operation in the audit log: who did what, when, from where, and how it ended. */
export type AuditEntryChangesArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type AuditEntryConnection = {
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AuditFieldChange = {
  after: Maybe<Scalars['String']['output']>;
  /** Null: there was none. Values that are sealed are not told. */
  before: Maybe<Scalars['String']['output']>;
  field: Scalars['String']['output'];
  label: Scalars['String']['output'];
};

export type AuditFilter = {
  /** What was done to a record, such as update. */
  action?: InputMaybe<Scalars['String']['input']>;
  address?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  kind?: InputMaybe<AuditKind>;
  operation?: InputMaybe<Scalars['String']['input']>;
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  result?: InputMaybe<AuditResult>;
  /** Part of a person's name (also pinyin, initials), of a record's name, or the whole of an id, address or request number. */
  search?: InputMaybe<Scalars['String']['input']>;
  subjectId?: InputMaybe<Scalars['String']['input']>;
  subjectType?: InputMaybe<Scalars['String']['input']>;
  /** Not included. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What kind of thing happened. */
export type AuditKind =
  /** Somebody signed in or out, changed the seat, or was turned away at the door. */
  | 'ACCESS'
  /** Records were created, changed or removed. */
  | 'CHANGE'
  /** Data left the product as a file. */
  | 'EXPORT'
  /** Somebody looked at personal data in full. */
  | 'LOOK';

export type AuditResult =
  | 'DONE'
  /** Somebody tried what was not theirs to do. */
  | 'REFUSED';

export type AuditSeal = {
  /** SHA-256, in hexadecimal digits. */
  hash: Scalars['String']['output'];
  seq: Scalars['Int']['output'];
  state: SealState;
};

export type BeyondQuota =
  /** Waits for the owner's answer. */
  | 'APPROVE'
  /** Refused, with the balance. */
  | 'REFUSE';

/** Several resources of any owners for one time, all or nothing. */
export type Booking = {
  /** Of a booking across consortia: all for whoever booked, the own ones for the others. */
  allocations: Array<Allocation>;
  /** One for each owner who must answer. */
  approvals: Array<Approval>;
  attendees: Maybe<Scalars['Int']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** Consortia other than the viewer's in which it takes something, or from which it comes. */
  elsewhere: Array<Scalars['String']['output']>;
  endsAt: Scalars['DateTime']['output'];
  /** When a pending booking lets go of its slots. */
  holdUntil: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  notes: Maybe<Scalars['String']['output']>;
  /** The organisation it is for. */
  organisation: Organisation;
  purpose: Purpose;
  /** Null where they belong to another consortium. */
  requestedBy: Maybe<Person>;
  startsAt: Scalars['DateTime']['output'];
  state: BookingState;
  /** Why it was rejected, cancelled or released, in the words of the person who did it. */
  stateReason: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** What it uses of agreements. */
  uses: Array<GrantUse>;
  version: Scalars['Int']['output'];
  viewerCanCancel: Scalars['Boolean']['output'];
  /** True while the viewer's organisation has still to answer and the viewer may answer for it. */
  viewerCanDecide: Scalars['Boolean']['output'];
  viewerCanUpdate: Scalars['Boolean']['output'];
};

/** Whether a booking would work, without writing anything. */
export type BookingCheck = {
  alternatives: Array<Alternative>;
  /** The owners that would have to approve. */
  approvalsNeededFrom: Array<Organisation>;
  /** Bookings of others that still wait for an answer and would end as rejected, since an agreement puts this one first. */
  endsWaiting: Scalars['Int']['output'];
  /** Empty when it would work. */
  reasons: Array<RefusalReason>;
};

/** Somebody changed the booking meanwhile; nothing was written. */
export type BookingConflict = {
  changedAt: Scalars['DateTime']['output'];
  changedBy: Maybe<Person>;
  /** Names of the fields that differ from the version that the caller knew. */
  changedFields: Array<Scalars['String']['output']>;
  current: Booking;
};

export type BookingConnection = {
  nodes: Array<Booking>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type BookingDutyAction =
  | 'CANCEL'
  | 'HAND_OVER'
  | 'KEEP';

export type BookingDutyInput = {
  action: BookingDutyAction;
  bookingId: Scalars['ID']['input'];
  /** Who takes over a booking of a person. */
  toPersonId?: InputMaybe<Scalars['ID']['input']>;
};

export type BookingFilter = {
  /** Overlapping this time. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those that I requested. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  purposes?: InputMaybe<Array<Purpose>>;
  resourceId?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the title. */
  search?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<Array<BookingState>>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those that wait for an answer that I may give. */
  waitingForMe?: InputMaybe<Scalars['Boolean']['input']>;
};

export type BookingHit = {
  booking: Booking;
  matchedBy: SearchMatch;
  /** The booked resource in whose name or code the words are. */
  matchedResource: Maybe<Resource>;
};

export type BookingOrder =
  | 'CREATED_LAST'
  | 'STARTS_FIRST'
  | 'STARTS_LAST';

/** Nothing was written; this is why, and what would work instead. */
export type BookingRefusal = {
  alternatives: Array<Alternative>;
  reasons: Array<RefusalReason>;
};

export type BookingResult = Booking | BookingConflict | BookingRefusal;

export type BookingState =
  /** 已取消 */
  | 'CANCELLED'
  /** 已确认 */
  | 'CONFIRMED'
  /** 已过期: nobody answered in time, the slots are free again */
  | 'EXPIRED'
  /** 待审批: holds its slots until each owner has answered or the hold ends */
  | 'PENDING'
  /** 已驳回 */
  | 'REJECTED';

/** What of calendars the signed-in person may change. */
export type CalendarAccess = {
  /** Import holidays: platform operators. */
  canImportHolidays: Scalars['Boolean']['output'];
  /** The consortium's own and everybody's. */
  canKeepAll: Scalars['Boolean']['output'];
  /** That of one's own organisation. */
  canKeepOwn: Scalars['Boolean']['output'];
};

/** What a day is, for one organisation. */
export type CalendarDay = {
  day: Scalars['Date']['output'];
  /** A week of exams. */
  exams: Scalars['Boolean']['output'];
  kind: DayKind;
  /** The holiday; of a day of work the holiday that it makes up for. */
  name: Maybe<Scalars['String']['output']>;
  /** One of the 13 statutory holidays (全国年节及纪念日放假办法). */
  statutory: Scalars['Boolean']['output'];
  /** Such as 2026-2027-1; null between terms and where no calendar is kept. */
  term: Maybe<Scalars['String']['output']>;
  termKind: Maybe<TermKind>;
  /** 第几周, from 1; counted through holidays. */
  week: Maybe<Scalars['Int']['output']>;
  /** The weekday whose timetable holds, 1 Monday to 7 Sunday: another one than the day's own where that was decided for a 调休 day. */
  weekday: Scalars['Int']['output'];
};

/** What is left out stays as it is; `until: null` is without end. */
export type ChangeRoleInput = {
  /** Only while it has not begun. */
  since?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};

export type CheckBookingInput = {
  attendees?: InputMaybe<Scalars['Int']['input']>;
  /** A booking that is to be moved: its own slots do not count. */
  bookingId?: InputMaybe<Scalars['ID']['input']>;
  endsAt: Scalars['DateTime']['input'];
  /** For whom; the own organisation where it is left out. Agreements are asked for it. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** Agreements may allow some purposes and not others; where it is left out none is held against it. */
  purpose?: InputMaybe<Purpose>;
  resourceIds: Array<Scalars['ID']['input']>;
  startsAt: Scalars['DateTime']['input'];
};

export type ClaimOwnEntryInput = {
  /** The ID number as in the register, or the telephone where it has no ID number. */
  proof: Scalars['String']['input'];
  resourceId: Scalars['ID']['input'];
};

/** One thing that a party gives another one. */
export type Clause = {
  /** The parties that have accepted it as it stands. */
  acceptedBy: Array<Organisation>;
  agreement: Agreement;
  giver: Organisation;
  id: Scalars['ID']['output'];
  kind: ClauseKind;
  /** From 1. */
  number: Scalars['Int']['output'];
  /** It in one sentence, in the viewer's language. */
  sentence: Scalars['String']['output'];
  taker: Organisation;
  /** By its kind. */
  terms: ClauseTerms;
  version: Scalars['Int']['output'];
  /** What it says besides, in words. */
  wording: Maybe<Scalars['String']['output']>;
};

/** Exactly the part of its kind. */
export type ClauseInput = {
  data?: InputMaybe<DataInput>;
  exchange?: InputMaybe<ExchangeInput>;
  /** Both are parties. */
  giverId: Scalars['ID']['input'];
  interns?: InputMaybe<InternsInput>;
  kind: ClauseKind;
  programme?: InputMaybe<ProgrammeInput>;
  resourceUse?: InputMaybe<ResourceUseInput>;
  takerId: Scalars['ID']['input'];
  /** Up to 2,000 characters. */
  wording?: InputMaybe<Scalars['String']['input']>;
};

export type ClauseKind =
  /** 数据共享 */
  | 'DATA'
  /** 人员互聘互派 */
  | 'EXCHANGE'
  /** 接收实习生 */
  | 'INTERNS'
  /** 人才培养方案 */
  | 'PROGRAMME'
  /** 设备场地使用 */
  | 'RESOURCE_USE';

export type ClausePriority =
  | 'NORMAL'
  /** Before others whose wish waits. */
  | 'PREFERRED';

export type ClauseTerms = DataTerms | ExchangeTerms | InternTerms | ProgrammeTerms | ResourceUseTerms;

/** Somebody's wish to close their account (注销), as it stands in this consortium. */
export type Closing = {
  /** Answered by then (DAT-17: 15 days). */
  answerBy: Scalars['DateTime']['output'];
  askedAt: Scalars['DateTime']['output'];
  /** Why it could not be done when it was due, in words. */
  blockedText: Maybe<Scalars['String']['output']>;
  /** When it is done, unless it is taken back. */
  dueAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Until when the entry in a register is kept, where a law asks for it. */
  keepUntil: Maybe<Scalars['Date']['output']>;
  /** Why it was refused, or why something is kept. */
  reason: Maybe<Scalars['String']['output']>;
  state: ClosingState;
};

/** What has to be settled before one's account can be closed. */
export type ClosingObstacle = {
  /** Such as DUTIES_OPEN, LAST_SECRETARY. */
  code: Scalars['String']['output'];
  /** Where it is settled: a path of the portal. */
  link: Maybe<Scalars['String']['output']>;
  /** What it is, and the way on. */
  text: Scalars['String']['output'];
};

export type ClosingState =
  /** An administrator decides, since teaching or internship files may have to be kept. */
  | 'ASKED'
  | 'DONE'
  | 'REFUSED'
  /** It will be done on `dueAt`; until then the person can take it back. */
  | 'WAITING'
  /** Taken back by the person, or ended by another consortium's refusal. */
  | 'WITHDRAWN';

export type CommentAgreementInput = {
  agreementId: Scalars['ID']['input'];
  clauseId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 1,000 characters. */
  text: Scalars['String']['input'];
};

export type ConfirmRegistrationInput = {
  /** One or more of those that the viewer may give; need not be the wished one. */
  roles: Array<Role>;
  /** From when they count; today when left out. */
  since?: InputMaybe<Scalars['Date']['input']>;
  /** The first day on which they do not count any more; without end when left out. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** Something that needs my consent apart: optional, or specially protected. */
export type Consent = {
  /** Such as PHOTO. */
  item: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  purpose: Scalars['String']['output'];
  /** 敏感个人信息: needs a consent of its own. */
  sensitive: Scalars['Boolean']['output'];
  /** Since when it stands so. */
  since: Maybe<Scalars['DateTime']['output']>;
  state: ConsentState;
  /** What is different for me without it. */
  without: Scalars['String']['output'];
};

export type ConsentState =
  | 'GIVEN'
  /** Nobody has asked yet, which is a no. */
  | 'OPEN'
  /** It was given for a purpose that has changed since, so it counts no more. */
  | 'OUTDATED'
  | 'WITHDRAWN';

/** A consortium: the tenant in which organisations share what they have. */
export type Consortium = {
  createdAt: Scalars['DateTime']['output'];
  /** How it stands by the rules of founding today. Null to those who do not answer for it. */
  findings: Maybe<Array<Finding>>;
  id: Scalars['ID']['output'];
  kind: ConsortiumKind;
  /** Address of its logo; null when there is none, and of consortia that one does not work in. */
  logoUrl: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** Its administrators (secretaries, the three administrators, park and organisation administrators, auditors) get nothing before they have added a second factor. */
  secondFactorForAdministrators: Scalars['Boolean']['output'];
  /** 三员分立: accounts, roles and the audit log each have an administrator of their own, and the secretary does none of it. */
  separated: Scalars['Boolean']['output'];
  /** How it is set up; null for one that one does not work in. */
  settings: Maybe<ConsortiumSettings>;
  /** At most 12 characters, for narrow places. */
  shortName: Scalars['String']['output'];
  /** IANA time zone in which its calendar is shown. */
  timeZone: Scalars['String']['output'];
  /** May require it, or require it no longer. */
  viewerCanRequireSecondFactor: Scalars['Boolean']['output'];
  /** May turn that on or off. */
  viewerCanSeparate: Scalars['Boolean']['output'];
};

export type ConsortiumConnection = {
  nodes: Array<Consortium>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The four kinds of tenant (rules.md section 9). */
export type ConsortiumKind =
  /** 行业产教融合共同体 */
  | 'INDUSTRY_COMMUNITY'
  /** 市域产教联合体 */
  | 'MUNICIPAL_CONSORTIUM'
  /** 园区产教融合实践中心 */
  | 'PRACTICE_CENTRE'
  /** 市级职业教育培训中心 */
  | 'TRAINING_CENTRE';

/** How a consortium is set up. */
export type ConsortiumSettings = {
  /** The one that they see before they choose. */
  defaultLanguage: Scalars['String']['output'];
  /** What new resources get that bring no opening hours of their own; empty means always open. */
  defaultOpeningHours: Array<WeeklyHours>;
  /** Languages in which its people may use the portal: zh-CN, en. */
  languages: Array<Scalars['String']['output']>;
  /** Grows by one with each change; hand it back to change the settings. */
  version: Scalars['Int']['output'];
  viewerCanUpdate: Scalars['Boolean']['output'];
};

/** A wish to have something corrected that is known about oneself (PIPL 第四十六条). */
export type Correction = {
  answer: Maybe<Scalars['String']['output']>;
  /** Answered by then (DAT-17: 15 days). */
  answerBy: Scalars['DateTime']['output'];
  answeredBy: Maybe<Person>;
  askedAt: Scalars['DateTime']['output'];
  field: CorrectionField;
  id: Scalars['ID']['output'];
  overdue: Scalars['Boolean']['output'];
  person: Person;
  reason: Maybe<Scalars['String']['output']>;
  state: CorrectionState;
  viewerCanAnswer: Scalars['Boolean']['output'];
  /** What it should say. For the person and whoever answers. */
  wanted: Scalars['String']['output'];
};

export type CorrectionField =
  /** 身份证号, in a register */
  | 'ID_NUMBER'
  /** 姓名: changed at once when it is answered with done. */
  | 'NAME'
  | 'OTHER'
  /** 电话, in a register */
  | 'PHONE'
  /** 职称, 技能等级 and the like, in a register */
  | 'PROFESSION'
  /** 席位与角色 */
  | 'ROLE';

export type CorrectionState =
  | 'ASKED'
  | 'DONE'
  | 'REFUSED'
  | 'WITHDRAWN';

export type CreateAccountInput = {
  /** Where to write to; counts for the account once its holder has confirmed it. Up to 254 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** 3 to 64 letters, digits, `.`, `-`, `_` or `@`; unique in this installation, upper and lower case alike. */
  login: Scalars['String']['input'];
  /** 1 to 50 characters; rare characters are welcome. */
  name: Scalars['String']['input'];
  /** At least 10 characters, with 3 of: lower case, upper case, digits, others (GB/T 22239 item 身份鉴别); neither usual nor with login, name or address in it. */
  password: Scalars['String']['input'];
};

export type CreateAgreementInput = {
  /** The own organisation signs for all members of its consortium; only the lead can. */
  forConsortium?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of the parties those that are members of another consortium, and of which. */
  guests?: InputMaybe<Array<GuestPartyInput>>;
  kind: AgreementKind;
  /** 0 to 365. */
  noticeDays?: InputMaybe<Scalars['Int']['input']>;
  /** 2 to 20 members, 甲方 first, the own organisation among them. */
  partyIds: Array<Scalars['ID']['input']>;
  /** Up to 2,000 characters. */
  purpose?: InputMaybe<Scalars['String']['input']>;
  since: Scalars['Date']['input'];
  /** 1 to 80 characters. */
  title: Scalars['String']['input'];
  until: Scalars['Date']['input'];
};

export type CreateApiKeyInput = {
  /** For how many days it is good, 1 to 365. */
  days: Scalars['Int']['input'];
  /** 1 to 50 characters: which program it is for. Bookings and the audit log show it. */
  name: Scalars['String']['input'];
  scopes: Array<ApiScope>;
};

export type CreateBookingInput = {
  /** 1 to 10,000. */
  attendees?: InputMaybe<Scalars['Int']['input']>;
  endsAt: Scalars['DateTime']['input'];
  /** At most 2,000 characters. */
  notes?: InputMaybe<Scalars['String']['input']>;
  organisationId: Scalars['ID']['input'];
  purpose: Purpose;
  /** 1 to 20, each once. */
  resourceIds: Array<Scalars['ID']['input']>;
  startsAt: Scalars['DateTime']['input'];
  /** 1 to 100 characters. */
  title: Scalars['String']['input'];
};

export type CreateConsortiumInput = {
  documents?: InputMaybe<FoundingDocumentsInput>;
  kind: ConsortiumKind;
  /** The organisation that leads it; it becomes the first member. */
  lead: CreateOrganisationInput;
  leadQualities?: InputMaybe<LeadQualitiesInput>;
  /** All others that found it, at most 100: more lead units, council members, members. */
  members?: InputMaybe<Array<FoundingMemberInput>>;
  /** 2 to 80 characters. */
  name: Scalars['String']['input'];
  /** The person who runs its office (秘书处); gets the role SECRETARY for the lead organisation. */
  secretary: CreateAccountInput;
  /** 1 to 12 characters. */
  shortName: Scalars['String']['input'];
};

export type CreateMaintenanceInput = {
  /** Cancel the bookings that are in the way; their requesters are told why. */
  displace?: InputMaybe<Scalars['Boolean']['input']>;
  endsAt: Scalars['DateTime']['input'];
  /** 1 to 200 characters. */
  reason: Scalars['String']['input'];
  resourceId: Scalars['ID']['input'];
  startsAt: Scalars['DateTime']['input'];
};

export type CreateOrganisationInput = {
  kind: OrganisationKind;
  /** 2 to 80 characters. */
  name: Scalars['String']['input'];
  /** 1 to 16 characters; the first characters of the name when left out. */
  shortName?: InputMaybe<Scalars['String']['input']>;
  uscc: Scalars['String']['input'];
};

export type CreatePoolInput = {
  /** 1 to 60 characters, once for each owner. */
  name: Scalars['String']['input'];
  /** Up to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Whose pool it is; all that is in it is theirs. */
  ownerId: Scalars['ID']['input'];
  /** 1 to 500 machines and venues of the owner. */
  resourceIds: Array<Scalars['ID']['input']>;
};

export type CreateResourceInput = {
  bufferAfter?: InputMaybe<Scalars['Int']['input']>;
  bufferBefore?: InputMaybe<Scalars['Int']['input']>;
  capacity?: InputMaybe<Scalars['Int']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  department?: InputMaybe<Scalars['String']['input']>;
  holdHours?: InputMaybe<Scalars['Int']['input']>;
  horizonDays?: InputMaybe<Scalars['Int']['input']>;
  keeper?: InputMaybe<Scalars['String']['input']>;
  kind: ResourceKind;
  manufacturer?: InputMaybe<Scalars['String']['input']>;
  maxMinutes?: InputMaybe<Scalars['Int']['input']>;
  model?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
  needsApproval?: InputMaybe<Scalars['Boolean']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  openingHours?: InputMaybe<Array<OpeningPeriodInput>>;
  ownerId: Scalars['ID']['input'];
  place?: InputMaybe<Scalars['String']['input']>;
  sharing?: InputMaybe<Sharing>;
  state?: InputMaybe<ResourceState>;
};

export type CreateWebhookInput = {
  events: Array<WebhookEvent>;
  /** https, without user or password; an address of the public Internet, or of a network that the operator has opened. */
  url: Scalars['String']['input'];
};

/** How much a leak of it would harm (数据安全法 §21; PIPL §4, §28). */
export type DataClass =
  /** 内部: what a consortium does, about nobody */
  | 'INTERNAL'
  /** 无: keys, times, versions */
  | 'NONE'
  /** 个人信息 */
  | 'PERSONAL'
  /** 鉴别数据: shown to nobody */
  | 'SECRET'
  /** 敏感个人信息 */
  | 'SENSITIVE';

/** One column of the product, as the register of data (个人信息处理清单) has it. Texts are in the reader's language. */
export type DataColumn = {
  /** PIPL §13; null where it is about nobody. */
  basis: Maybe<Scalars['String']['output']>;
  class: DataClass;
  /** How long, and what happens then. */
  kept: Scalars['String']['output'];
  /** What it tells of somebody; null where it tells nothing. */
  kind: Maybe<Scalars['String']['output']>;
  /** `schema.table.column` */
  name: Scalars['String']['output'];
  protection: Scalars['String']['output'];
  purpose: Scalars['String']['output'];
  /** What the table keeps. */
  record: Scalars['String']['output'];
  /** Who sees it in full, who sees it masked; null where what may be read of the record decides. */
  shown: Maybe<Scalars['String']['output']>;
  /** The law or decision that says so. */
  source: Scalars['String']['output'];
  /** The person whose data it is. */
  whose: Maybe<Scalars['String']['output']>;
};

export type DataInput = {
  /** 1 to 1,000 characters. */
  duties: Scalars['String']['input'];
  fields: Array<SharedData>;
  mask: DataMask;
};

/** One of the consortium's keys. */
export type DataKey = {
  createdAt: Scalars['DateTime']['output'];
  destroyedAt: Maybe<Scalars['DateTime']['output']>;
  number: Scalars['Int']['output'];
  state: DataKeyState;
};

export type DataKeyState =
  | 'ACTIVE'
  | 'DESTROYED'
  /** What it has sealed is being sealed anew. */
  | 'RETIRING';

/** With what the consortium's sealed data is sealed. */
export type DataKeys = {
  /** The key that everything is sealed with now; null when all were destroyed. */
  active: Maybe<DataKey>;
  done: Scalars['Int']['output'];
  /** Latest first. */
  history: Array<DataKey>;
  /** Values that an older key has sealed are being sealed anew. */
  rotating: Scalars['Boolean']['output'];
  /** Of `todo` values, `done`. */
  todo: Scalars['Int']['output'];
  viewerCanRotate: Scalars['Boolean']['output'];
};

export type DataMask =
  /** Numbers of records alone. */
  | 'COUNTS'
  /** In full. */
  | 'FULL'
  /** The middle of names and numbers hidden. */
  | 'PARTLY';

/** What should be gone by the register, and is still there. */
export type DataOverdue = {
  kept: Scalars['String']['output'];
  /** The oldest of them. */
  oldestAt: Scalars['DateTime']['output'];
  record: Scalars['String']['output'];
  rows: Scalars['Int']['output'];
  table: Scalars['String']['output'];
};

export type DataTerms = {
  /** Rights and duties of both who handle it (PIPL 第二十条, DAT-11). */
  duties: Scalars['String']['output'];
  fields: Array<SharedData>;
  mask: DataMask;
};

export type DayKind =
  /** 放假: a holiday or a day off around one, or a day that the school itself gives off */
  | 'HOLIDAY'
  /** 调休上班日, or a day on which the school itself teaches */
  | 'MAKEUP_WORKDAY'
  /** 周末 */
  | 'WEEKEND'
  /** 工作日 */
  | 'WORKING_DAY';

export type DayLoad = {
  day: Scalars['Date']['output'];
  /** Booked hours of equipment, venues, and people (teachers and engineers). */
  equipmentHours: Scalars['Float']['output'];
  peopleHours: Scalars['Float']['output'];
  venueHours: Scalars['Float']['output'];
};

/** Whether one is off or works on days that are not what their weekday says. */
export type DayOffKind =
  /** 放假 */
  | 'OFF'
  /** 上班, 上课 */
  | 'WORK';

export type DecideClosingInput = {
  approve: Scalars['Boolean']['input'];
  /** The entry in a register of teachers or engineers is kept until this day; contact data goes all the same. */
  keepUntil?: InputMaybe<Scalars['Date']['input']>;
  /** Needed when it is refused or something is kept: the law and the reason. 1 to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type DecideMinorAccessInput = {
  /** Needed when it is refused. Up to 500 characters. */
  answer?: InputMaybe<Scalars['String']['input']>;
  approve: Scalars['Boolean']['input'];
};

export type Decision =
  | 'APPROVE'
  | 'REJECT';

export type DepartPersonInput = {
  /** Roles that somebody else takes over on that day. All others end. */
  handOvers?: InputMaybe<Array<RoleHandOverInput>>;
  /** The first day on which nothing counts any more; today when left out. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Leaves this organisation only; all of them when left out. Organisation administrators let people go from their own. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  personId: Scalars['ID']['input'];
};

/** What hangs on a person or an organisation in bookings and resources. */
export type Duties = {
  bookingCount: Scalars['Int']['output'];
  /** By time, at most 200. */
  bookings: Array<DutyBooking>;
  resourceCount: Scalars['Int']['output'];
  /** For a person, those that name them as their keeper; for an organisation, those that it owns. At most 200. */
  resources: Array<DutyResource>;
};

/** A coming booking, as far as somebody has to know it who decides what becomes of it. */
export type DutyBooking = {
  endsAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: DutyKind;
  organisation: Organisation;
  /** For WAITING: how many others may answer. */
  othersWhoAnswer: Scalars['Int']['output'];
  /** Null for somebody of another consortium who has booked a lent thing: they are nobody's person here. */
  requestedBy: Maybe<Person>;
  startsAt: Scalars['DateTime']['output'];
  state: BookingState;
  title: Scalars['String']['output'];
  /** May decide what becomes of it. */
  viewerCanSettle: Scalars['Boolean']['output'];
};

/** Why a booking hangs on somebody who goes. */
export type DutyKind =
  /** It takes resources of the organisation, for others. */
  | 'LENT'
  /** The person requested it, or it is for the organisation. */
  | 'OWN'
  /** It waits for an answer that the person may give, or that the organisation has to give. */
  | 'WAITING';

export type DutyResource = {
  id: Scalars['ID']['output'];
  kind: ResourceKind;
  name: Scalars['String']['output'];
  owner: Organisation;
};

/** What somebody gains or loses. */
export type Effect = {
  /** The clause that gives it, or gave it. */
  clause: Maybe<Clause>;
  kind: EffectKind;
  resource: Resource;
  taker: Organisation;
};

export type EffectKind =
  /** Could before and can after, on other terms. */
  | 'CHANGES'
  | 'GAINS'
  | 'LOSES';

export type ExchangeInput = {
  /** 1 to 1,000,000 each year. */
  amount: Scalars['Int']['input'];
  unit: ExchangeUnit;
  who: ExchangeWho;
};

export type ExchangeTerms = {
  /** Each year. */
  amount: Scalars['Int']['output'];
  unit: ExchangeUnit;
  who: ExchangeWho;
};

export type ExchangeUnit =
  /** 课时, of 45 minutes. */
  | 'CLASS_HOURS'
  | 'DAYS';

export type ExchangeWho =
  | 'ENGINEER'
  | 'TEACHER';

/** One rule looked at once, with what it takes to understand and to contest it. Texts are in the language of whoever asks. */
export type Finding = {
  /** Who may let it pass with a reason; null where nobody may. */
  approver: Maybe<Scalars['String']['output']>;
  article: Maybe<Scalars['String']['output']>;
  checkedAt: Scalars['DateTime']['output'];
  /** V, V~, H, M: how sure we are of the text. */
  confidence: Scalars['String']['output'];
  /** The document with its number; the article is null where nobody has looked it up. */
  document: Scalars['String']['output'];
  /** What it looked at, as it was known. */
  inputs: Array<FindingInput>;
  /** NATIONAL, PROVINCIAL, MUNICIPAL, LOCAL or BATCH. */
  layer: Scalars['String']['output'];
  message: Scalars['String']['output'];
  number: Scalars['String']['output'];
  /** The rule pack and its version. */
  packId: Scalars['String']['output'];
  packVersion: Scalars['Int']['output'];
  quote: Scalars['String']['output'];
  /** What to do; null where there is nothing to do. */
  remedy: Maybe<Scalars['String']['output']>;
  requirements: Array<FindingRequirement>;
  /** Such as ALL-08. */
  ruleId: Scalars['String']['output'];
  ruleVersion: Scalars['Int']['output'];
  /** MUST, MUST_F, SHOULD_R or INFO: from the verb of the text. */
  severity: Scalars['String']['output'];
  sourceAddress: Scalars['String']['output'];
  title: Scalars['String']['output'];
  verdict: Verdict;
};

export type FindingInput = {
  label: Scalars['String']['output'];
  path: Scalars['String']['output'];
  value: Maybe<Scalars['JSON']['output']>;
};

export type FindingRequirement = {
  computed: Maybe<Scalars['String']['output']>;
  id: Scalars['String']['output'];
  label: Scalars['String']['output'];
  /** Null where facts are missing. */
  met: Maybe<Scalars['Boolean']['output']>;
  threshold: Maybe<Scalars['String']['output']>;
};

/** Whether there is such a paper or body; left out where it is not known. */
export type FoundingDocumentsInput = {
  /** 利益共享机制 */
  benefitSharing?: InputMaybe<Scalars['Boolean']['input']>;
  /** 章程 */
  charter?: InputMaybe<Scalars['Boolean']['input']>;
  /** 成立大会 */
  foundingMeeting?: InputMaybe<Scalars['Boolean']['input']>;
  /** 领导小组（理事会或董事会） */
  leadingGroup?: InputMaybe<Scalars['Boolean']['input']>;
  /** 建设方案 */
  plan?: InputMaybe<Scalars['Boolean']['input']>;
  /** 组织架构与职责 */
  structure?: InputMaybe<Scalars['Boolean']['input']>;
};

export type FoundingMemberInput = {
  kind: MembershipKind;
  organisation: CreateOrganisationInput;
  qualities?: InputMaybe<LeadQualitiesInput>;
};

/** What a signed clause on a pool, or on an exchange of people, gives while it is in force. */
export type Grant = {
  /** Null for whoever may not read the agreement. */
  clause: Maybe<Clause>;
  /** Every member of the taker's consortium. */
  forConsortium: Scalars['Boolean']['output'];
  giver: Organisation;
  /** That of its clause. */
  id: Scalars['ID']['output'];
  inForce: Scalars['Boolean']['output'];
  taker: Organisation;
  validFrom: Scalars['DateTime']['output'];
  /** The first instant without it. */
  validUntil: Scalars['DateTime']['output'];
};

export type GrantRoleInput = {
  organisationId: Scalars['ID']['input'];
  personId: Scalars['ID']['input'];
  role: Role;
  /** Today when left out; not before. */
  since?: InputMaybe<Scalars['Date']['input']>;
  /** The first day on which it does not count any more; without end when left out. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** What a booking uses of a clause. */
export type GrantUse = {
  /** Of these so many beyond the quota, with the giver's consent. */
  beyond: Scalars['Int']['output'];
  booking: Maybe<Booking>;
  clause: Maybe<Clause>;
  /** Yuan, two decimals. */
  fee: Scalars['Float']['output'];
  id: Scalars['ID']['output'];
  /** Its grant does not cover it any more: the giver decides what becomes of it. */
  inQuestion: Scalars['Boolean']['output'];
  /** Of the clock or of machines, as the clause counts. */
  minutes: Scalars['Int']['output'];
  /** The first day of the period that it counts to. */
  period: Scalars['Date']['output'];
  state: GrantUseState;
};

export type GrantUseState =
  /** Given back: the booking ended before its time. */
  | 'RELEASED'
  /** Taken from the quota, until the booking is over. */
  | 'RESERVED'
  | 'USED';

export type GuestPartyInput = {
  /** Another consortium, of which it is a member. */
  consortiumId: Scalars['ID']['input'];
  /** It signs for all members; only the lead can. */
  forConsortium?: InputMaybe<Scalars['Boolean']['input']>;
  organisationId: Scalars['ID']['input'];
};

/** A day that is not what its weekday says. */
export type HolidayDay = {
  day: Scalars['Date']['output'];
  /** The weekday whose timetable a day of work takes, where that was said. */
  follows: Maybe<Scalars['Int']['output']>;
  kind: DayOffKind;
  name: Scalars['String']['output'];
};

export type HolidayImportInput = {
  /** Where the notice can be read. */
  address: Scalars['String']['input'];
  /** The number of the notice. */
  notice: Scalars['String']['input'];
  /** The notice's words, or the content of a CSV, ICS or JSON file; at most 100,000 characters. */
  text: Scalars['String']['input'];
  year: Scalars['Int']['input'];
};

/** What an import would bring, before it happens. */
export type HolidayPreview = {
  address: Maybe<Scalars['String']['output']>;
  /** How many days would be new, otherwise, or gone, where the year is known already. */
  changes: Scalars['Int']['output'];
  days: Array<HolidayDay>;
  known: Scalars['Boolean']['output'];
  /** As far as the text names them itself. */
  notice: Maybe<Scalars['String']['output']>;
  /** None: it can be imported. */
  problems: Array<HolidayProblem>;
};

export type HolidayProblem = {
  code: Scalars['String']['output'];
  /** The line or entry; 0 for the whole. */
  line: Scalars['Int']['output'];
  message: Scalars['String']['output'];
};

/** The holidays of one year by the State Council's notice. */
export type HolidayYear = {
  /** Where it can be read. */
  address: Scalars['String']['output'];
  days: Array<HolidayDay>;
  /** When it was imported. */
  importedAt: Maybe<Scalars['DateTime']['output']>;
  /** The number of the notice, such as 国办发明电〔2025〕7号. */
  notice: Scalars['String']['output'];
  /** It came with the product; else an operator imported it. */
  shipped: Scalars['Boolean']['output'];
  year: Scalars['Int']['output'];
};

/** 单位统一身份认证: an organisation's own sign-in by OpenID Connect. */
export type IdentityProvider = {
  /** The name under which the provider knows us. */
  clientId: Scalars['String']['output'];
  /** `/sign-in/<code>` leads to it. */
  code: Scalars['String']['output'];
  /** What stands behind the @ of mail addresses that it may vouch for. */
  domains: Array<Scalars['String']['output']>;
  /** People may sign in by it. */
  enabled: Scalars['Boolean']['output'];
  /** Whether a client secret is kept. It is shown to nobody. */
  hasClientSecret: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** The provider's address, which its discovery document repeats. */
  issuer: Scalars['String']['output'];
  /** How many people have linked their account. */
  linkedPeople: Scalars['Int']['output'];
  /** As its people call it; stands on the button. 1 to 40 characters. */
  name: Scalars['String']['output'];
  organisation: Organisation;
  version: Scalars['Int']['output'];
  viewerCanUpdate: Scalars['Boolean']['output'];
};

export type IdentityProviderInput = {
  /** 1 to 200 characters. */
  clientId: Scalars['String']['input'];
  /** 1 to 500 characters; kept as it is when left out, taken away when empty. */
  clientSecret?: InputMaybe<Scalars['String']['input']>;
  /** 2 to 32 lower-case letters, digits and hyphens; not taken in this installation. */
  code: Scalars['String']['input'];
  /** 1 to 20 domains such as example.edu.cn; none that gives addresses to everybody. */
  domains: Array<Scalars['String']['input']>;
  enabled: Scalars['Boolean']['input'];
  /** An https address without query, at most 300 characters. Links of accounts end when it changes. */
  issuer: Scalars['String']['input'];
  /** 1 to 40 characters. */
  name: Scalars['String']['input'];
};

export type Import = {
  columns: Array<ImportColumn>;
  counts: ImportCounts;
  createdAt: Scalars['DateTime']['output'];
  /** What went wrong, in the viewer's language, when FAILED. */
  error: Maybe<Scalars['String']['output']>;
  fileId: Scalars['ID']['output'];
  fileName: Scalars['String']['output'];
  /** Other sheets of the file that look like the same register and have not been imported: each is an import of its own. */
  furtherSheets: Array<Scalars['String']['output']>;
  /** Row number of the headings, 1-based. */
  headingRow: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  owner: Organisation;
  /** 0 to 1 while READING and APPLYING. */
  progress: Scalars['Float']['output'];
  register: Register;
  /** Where the refused rows can be had as XLSX with the reasons in a column; null when there are none. */
  rejectedUrl: Maybe<Scalars['String']['output']>;
  rows: ImportRowConnection;
  sheet: Maybe<Scalars['String']['output']>;
  sheets: Array<Scalars['String']['output']>;
  state: ImportState;
};


export type ImportRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<ImportRowState>;
};

export type ImportChange = {
  after: Maybe<Scalars['String']['output']>;
  before: Maybe<Scalars['String']['output']>;
  field: Scalars['String']['output'];
  label: Scalars['String']['output'];
};

export type ImportColumn = {
  /** How sure the guess is, 0 to 1. */
  confidence: Scalars['Float']['output'];
  /** Name of the field that it fills, e.g. name, code, model; null when it is left out. */
  field: Maybe<Scalars['String']['output']>;
  heading: Scalars['String']['output'];
  /** 0-based. */
  index: Scalars['Int']['output'];
  samples: Array<Scalars['String']['output']>;
};

export type ImportColumnInput = {
  field?: InputMaybe<Scalars['String']['input']>;
  index: Scalars['Int']['input'];
};

export type ImportConnection = {
  nodes: Array<Import>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ImportCounts = {
  /** Lines that stay out. */
  bad: Scalars['Int']['output'];
  /** Resources that are known and differ. */
  changed: Scalars['Int']['output'];
  /** Resources that would be (were) created; one line of 10 units makes 10. */
  created: Scalars['Int']['output'];
  /** Blank rows, totals, repeated headings. */
  skipped: Scalars['Int']['output'];
  /** Lines that speak of something; those skipped are not among them. */
  total: Scalars['Int']['output'];
  /** Resources that are known and as the file says. */
  unchanged: Scalars['Int']['output'];
};

/** A field that a register can fill. */
export type ImportField = {
  /** In the viewer's language. */
  label: Scalars['String']['output'];
  name: Scalars['String']['output'];
  required: Scalars['Boolean']['output'];
};

export type ImportMappingInput = {
  columns?: InputMaybe<Array<ImportColumnInput>>;
  headingRow?: InputMaybe<Scalars['Int']['input']>;
  register?: InputMaybe<Register>;
  sheet?: InputMaybe<Scalars['String']['input']>;
};

export type ImportProblem = {
  /** Stable, e.g. NAME_MISSING, CODE_DUPLICATE, DATE_UNREADABLE, ID_NUMBER_INVALID, USCC_INVALID, STATE_UNKNOWN. */
  code: Scalars['String']['output'];
  /** 0-based column; null when the whole row is meant. */
  column: Maybe<Scalars['Int']['output']>;
  message: Scalars['String']['output'];
  /** True for a remark that does not keep the row out. */
  warning: Scalars['Boolean']['output'];
};

export type ImportRow = {
  /** As written in the file, one per column. */
  cells: Array<Scalars['String']['output']>;
  changes: Array<ImportChange>;
  /** Row number in the sheet, 1-based. */
  number: Scalars['Int']['output'];
  problems: Array<ImportProblem>;
  state: ImportRowState;
  /** How many resources this row makes. */
  units: Scalars['Int']['output'];
};

export type ImportRowConnection = {
  nodes: Array<ImportRow>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ImportRowState =
  | 'BAD'
  | 'CHANGED'
  | 'NEW'
  | 'SKIPPED'
  | 'UNCHANGED';

export type ImportState =
  | 'APPLYING'
  | 'DONE'
  | 'FAILED'
  /** The file is being read. */
  | 'READING'
  /** Ready to look at: mapping and preview. */
  | 'REVIEW';

export type InternPeriod =
  | 'TERM'
  | 'YEAR';

export type InternTerms = {
  majors: Maybe<Scalars['String']['output']>;
  per: InternPeriod;
  posts: Scalars['Int']['output'];
};

export type InternsInput = {
  majors?: InputMaybe<Scalars['String']['input']>;
  per: InternPeriod;
  /** 1 to 100,000. */
  posts: Scalars['Int']['input'];
};

/** Somebody was asked by mail to come in: for one organisation, with roles. */
export type Invitation = {
  acceptedAt: Maybe<Scalars['DateTime']['output']>;
  email: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Who sent it last and answers for it. */
  invitedBy: Maybe<Person>;
  /** Whether the mail has left; null once the outbox has forgotten it. */
  mail: Maybe<MailState>;
  name: Scalars['String']['output'];
  organisation: Organisation;
  /** Who has accepted it, under the name of their account. */
  person: Maybe<Person>;
  roles: Array<Role>;
  sentAt: Scalars['DateTime']['output'];
  /** From when the roles count; from the day of acceptance when null, and never from an earlier one. */
  since: Maybe<Scalars['Date']['output']>;
  state: InvitationState;
  /** The first day on which they do not count any more. */
  until: Maybe<Scalars['Date']['output']>;
  /** May send it again. */
  viewerCanResend: Scalars['Boolean']['output'];
  /** May withdraw it. */
  viewerCanWithdraw: Scalars['Boolean']['output'];
};

export type InvitationConnection = {
  nodes: Array<Invitation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type InvitationFilter = {
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** OPEN and EXPIRED ones when left out. */
  state?: InputMaybe<InvitationState>;
};

export type InvitationLine = {
  email: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Row number in the sheet, 1-based. */
  number: Scalars['Int']['output'];
  /** As written where it is unknown. */
  organisation: Scalars['String']['output'];
  problems: Array<InvitationLineProblem>;
  roles: Array<Role>;
  state: InvitationLineState;
};

export type InvitationLineProblem = {
  /** Stable: REQUIRED, BAD_EMAIL, TOO_LONG_TEXT, ORGANISATION_NOT_INVITABLE, ROLE_UNKNOWN, LINE_TWICE, and those of invitePerson. */
  code: Scalars['String']['output'];
  /** Null when the whole line is meant. */
  field: Maybe<InvitationListField>;
  message: Scalars['String']['output'];
};

export type InvitationLineState =
  /** Stays out; its problems say why. */
  | 'BAD'
  /** Has an invitation that waits for its answer, or has accepted one and holds these roles. */
  | 'INVITED'
  /** Would be sent an invitation. */
  | 'NEW';

/** A table of people to invite, as it is read now. Nothing of it is kept but the uploaded file. */
export type InvitationList = {
  columns: Array<InvitationListColumn>;
  counts: InvitationListCounts;
  fileName: Scalars['String']['output'];
  /** Row number of the headings, 1-based. */
  headingRow: Scalars['Int']['output'];
  /** All lines that speak of somebody, in the order of the sheet; at most 1,000. */
  lines: Array<InvitationLine>;
  /** Where the lines that stay out can be had as XLSX with the reasons in a column; null when there are none. */
  refusedUrl: Maybe<Scalars['String']['output']>;
  sheet: Scalars['String']['output'];
  /** Sheets with a heading of names and one of addresses come first; hidden ones are left out. */
  sheets: Array<Scalars['String']['output']>;
};

export type InvitationListColumn = {
  /** Null when it is left out. */
  field: Maybe<InvitationListField>;
  heading: Scalars['String']['output'];
  /** 0-based. */
  index: Scalars['Int']['output'];
  samples: Array<Scalars['String']['output']>;
};

export type InvitationListColumnInput = {
  field?: InputMaybe<InvitationListField>;
  index: Scalars['Int']['input'];
};

export type InvitationListCounts = {
  bad: Scalars['Int']['output'];
  invited: Scalars['Int']['output'];
  new: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

export type InvitationListField =
  /** 邮箱 */
  | 'EMAIL'
  /** 姓名 */
  | 'NAME'
  /** 单位: its name, short name or 统一社会信用代码 */
  | 'ORGANISATION'
  /** 角色: one or more, with 、, or ; between them */
  | 'ROLES';

export type InvitationListInput = {
  /** What columns mean; those left out are guessed by their headings. */
  columns?: InputMaybe<Array<InvitationListColumnInput>>;
  /** From POST /files, by the viewer's organisation. */
  fileId: Scalars['ID']['input'];
  /** For lines that name no organisation. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** For lines that name no role. */
  roles?: InputMaybe<Array<Role>>;
  /** Found by the headings when left out. */
  sheet?: InputMaybe<Scalars['String']['input']>;
};

export type InvitationListResult = {
  list: InvitationList;
  /** Invitations that were sent now. */
  sent: Scalars['Int']['output'];
};

export type InvitationState =
  | 'ACCEPTED'
  /** Was not answered in time; can be sent again. */
  | 'EXPIRED'
  /** Was sent and waits for its answer. */
  | 'OPEN'
  | 'WITHDRAWN';

export type InvitePersonInput = {
  /** Where the invitation goes. Up to 254 characters. */
  email: Scalars['String']['input'];
  /** How many days the link is good, 1 to 60. */
  goodDays?: InputMaybe<Scalars['Int']['input']>;
  /** In which language the mail is written; the viewer's when left out. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 50 characters; rare characters are welcome. The person may write it differently. */
  name: Scalars['String']['input'];
  organisationId: Scalars['ID']['input'];
  /** One or more. */
  roles: Array<Role>;
  /** From when the roles count; from the day of acceptance when left out. */
  since?: InputMaybe<Scalars['Date']['input']>;
  /** The first day on which they do not count any more; without end when left out. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** A person's consent, good once, to be given roles in another consortium. They read it there, or send it to whoever adds them. */
export type JoinCode = {
  /** Such as 7KQ2M-…; 20 letters and digits in groups of five. */
  code: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
};

export type KindLoad = {
  bookedHours: Scalars['Float']['output'];
  kind: ResourceKind;
  /** Opening hours of bookable resources in the time; resources without opening hours count 10 hours a day. */
  openHours: Scalars['Float']['output'];
  resourceCount: Scalars['Int']['output'];
  /** bookedHours / openHours, 0 to 1 and more. */
  share: Scalars['Float']['output'];
};

/** What a lead unit is; left out where it is not known. */
export type LeadQualitiesInput = {
  /** Entitled to give master's or doctor's degrees. */
  givesDegrees?: InputMaybe<Scalars['Boolean']['input']>;
  /** Has a training or continuing-education unit of its own. */
  hasTrainingUnit?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What an agreement's clauses that lend things or people have come to in a year; the same figures for all parties. */
export type Ledger = {
  agreement: Agreement;
  clauses: Array<LedgerClause>;
  year: Scalars['Int']['output'];
};

export type LedgerClause = {
  grant: Grant;
  periods: Array<LedgerPeriod>;
};

/** One line of the books: minutes from one account to another. */
export type LedgerEntry = {
  at: Scalars['DateTime']['output'];
  /** Null where the viewer may not read it. */
  booking: Maybe<Booking>;
  credit: Scalars['String']['output'];
  debit: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: LedgerKind;
  minutes: Scalars['Int']['output'];
};

export type LedgerKind =
  /** The quota of a period, or what was allotted without one. */
  | 'ALLOT'
  /** Beyond the quota, with consent; and back. */
  | 'EXCEED'
  | 'RELEASE'
  | 'RESERVE'
  | 'USE';

/** The books of one clause in one period. Minutes: allotted + beyond = available + reserved + used. */
export type LedgerPeriod = {
  allotted: Scalars['Int']['output'];
  available: Scalars['Int']['output'];
  beyond: Scalars['Int']['output'];
  /** Yuan, of what is reserved and used. */
  fee: Scalars['Float']['output'];
  /** Its first day. */
  period: Scalars['Date']['output'];
  reserved: Scalars['Int']['output'];
  used: Scalars['Int']['output'];
};

/** 第1-2节: from one lesson to another. */
export type LessonPeriod = {
  ends: Scalars['String']['output'];
  first: Scalars['Int']['output'];
  last: Scalars['Int']['output'];
  /** HH:MM */
  starts: Scalars['String']['output'];
};

export type LessonPeriodInput = {
  ends: Scalars['String']['input'];
  first: Scalars['Int']['input'];
  last: Scalars['Int']['input'];
  starts: Scalars['String']['input'];
};

/** A timetable that holds from a day of the year until the next one begins, such as 夏季作息. */
export type LessonSeason = {
  name: Scalars['String']['output'];
  periods: Array<LessonPeriod>;
  /** MM-DD */
  since: Scalars['String']['output'];
};

export type LessonSeasonInput = {
  name: Scalars['String']['input'];
  /** 1 to 20, in order and without common times. */
  periods: Array<LessonPeriodInput>;
  since: Scalars['String']['input'];
};

/** 作息时间: when lessons are. */
export type LessonTimetable = {
  id: Scalars['ID']['output'];
  /** Null: the consortium's own, for those who have none. */
  organisation: Maybe<Organisation>;
  seasons: Array<LessonSeason>;
  version: Scalars['Int']['output'];
};

export type LessonTimetableInput = {
  /** The organisation whose timetable it is; the consortium's own when left out. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 4; none takes the timetable away, and the consortium's holds. */
  seasons: Array<LessonSeasonInput>;
};

/** A mail in the outbox, without what stands in it. */
export type Mail = {
  /** What it is about, such as INVITATION. */
  about: Scalars['String']['output'];
  /** The consortium whose mail it is; null for mails of the installation itself, such as a new password. */
  consortium: Maybe<Consortium>;
  createdAt: Scalars['DateTime']['output'];
  /** When it is tried next. */
  dueAt: Scalars['DateTime']['output'];
  /** Not sent after this. */
  goodUntil: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Masked: z…@school.edu.cn. */
  recipient: Scalars['String']['output'];
  sentAt: Maybe<Scalars['DateTime']['output']>;
  state: MailState;
  /** How often it was tried. */
  tries: Scalars['Int']['output'];
  /** Codes of the last refusal, such as `EENVELOPE 550 RCPT TO`. */
  trouble: Maybe<Scalars['String']['output']>;
};

export type MailConnection = {
  nodes: Array<Mail>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** `WAITING` to be sent, `SENDING` taken by a sender, `SENT` accepted by the mail server, `FAILED` refused or tried too often, `LAPSED` too old to be of use before it could leave. */
export type MailState =
  | 'FAILED'
  | 'LAPSED'
  | 'SENDING'
  | 'SENT'
  | 'WAITING';

/** How a kind of message is mailed. */
export type MailWish =
  /** Gathered, once a day. */
  | 'DAILY'
  /** At once, outside of quiet hours. */
  | 'NOW'
  /** Not at all; it is told in the portal all the same. */
  | 'OFF';

export type MailWishInput = {
  kind: Scalars['String']['input'];
  mail: MailWish;
};

/** A time in which a resource is looked after and cannot be booked. */
export type Maintenance = {
  cancelled: Scalars['Boolean']['output'];
  createdBy: Person;
  endsAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  reason: Scalars['String']['output'];
  resource: Resource;
  startsAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCanUpdate: Scalars['Boolean']['output'];
};

/** The bookings that the maintenance would hit; nothing was written. Ask again with `displace: true` to cancel them with this reason. */
export type MaintenanceHits = {
  /** Those that the viewer may read. */
  bookings: Array<Booking>;
  count: Scalars['Int']['output'];
};

export type MaintenanceResult = Maintenance | MaintenanceHits;

export type MarkMessagesInput = {
  /** 1 to 200. */
  ids: Array<Scalars['ID']['input']>;
  read: Scalars['Boolean']['input'];
};

/** The signed-in person, where they sit now and where else they could sit. */
export type Me = {
  /** Null for a platform operator. */
  consortium: Maybe<Consortium>;
  /** The confirmed mail address of one's account; null when there is none. */
  email: Maybe<Scalars['String']['output']>;
  organisation: Maybe<Organisation>;
  person: Person;
  roles: Array<Role>;
  seats: Array<Seat>;
  /** May give people accounts without a role. */
  viewerCanAddAccount: Scalars['Boolean']['output'];
  /** May take organisations into the consortium. */
  viewerCanAddMember: Scalars['Boolean']['output'];
  /** May give people accounts and roles in one go. */
  viewerCanAddPerson: Scalars['Boolean']['output'];
  /** Makes API keys for the own organisation. */
  viewerCanCreateApiKey: Scalars['Boolean']['output'];
  /** May found consortia. */
  viewerCanCreateConsortium: Scalars['Boolean']['output'];
  /** May give and take roles. */
  viewerCanGrant: Scalars['Boolean']['output'];
  /** May ask people to come in by mail. */
  viewerCanInvite: Scalars['Boolean']['output'];
  /** May give people accounts or roles. */
  viewerCanManagePeople: Scalars['Boolean']['output'];
  /** May suspend people and members. */
  viewerCanSuspend: Scalars['Boolean']['output'];
  /** Sees the pages for developers: keys, webhooks, the documented schema. */
  viewerDevelops: Scalars['Boolean']['output'];
  /** The roles that the viewer may give, at least for the own organisation. */
  viewerGrantableRoles: Array<Role>;
  /** Gives and takes roles for every organisation, not the own one alone. */
  viewerGrantsForAll: Scalars['Boolean']['output'];
  /** May set up the sign-in by an identity provider, of any organisation or of the own one. */
  viewerKeepsIdentityProviders: Scalars['Boolean']['output'];
  /** May let people ask by themselves to come in for the own organisation, and answers them. */
  viewerKeepsRegistrations: Scalars['Boolean']['output'];
  /** Reads the audit log. */
  viewerReadsAudit: Scalars['Boolean']['output'];
  /** Reads the register of data, and what of it is overdue. */
  viewerReadsDataRegister: Scalars['Boolean']['output'];
  /** Sees what the consortium shares. The three administrators and operators do not. */
  viewerSharesContent: Scalars['Boolean']['output'];
};

/** An organisation in the current consortium, from a day until a day (not included), or without end. */
export type Membership = {
  id: Scalars['ID']['output'];
  kind: MembershipKind;
  since: Scalars['Date']['output'];
  state: TermState;
  /** In force; null when there is none. */
  suspension: Maybe<Suspension>;
  until: Maybe<Scalars['Date']['output']>;
  viewerCanSuspend: Scalars['Boolean']['output'];
  /** May change its kind and let it go. */
  viewerCanUpdate: Scalars['Boolean']['output'];
};

export type MembershipKind =
  /** 理事单位 */
  | 'COUNCIL_MEMBER'
  /** 牵头单位 */
  | 'LEAD'
  /** 成员单位 */
  | 'MEMBER';

/** What one person is told. The texts are in the reader's language. */
export type Message = {
  /** What the one button says. */
  button: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Such as APPROVAL_ASKED; see messageKinds. */
  kind: Scalars['String']['output'];
  /** Where it leads: a path of the portal. */
  link: Scalars['String']['output'];
  /** More of it, such as a reason that was given. */
  more: Maybe<Scalars['String']['output']>;
  /** The organisation for which the reader is told; null for what concerns them wherever they sit. */
  organisation: Maybe<Organisation>;
  readAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened, in one line. */
  what: Scalars['String']['output'];
  /** Why the reader is told. */
  why: Scalars['String']['output'];
};

export type MessageConnection = {
  nodes: Array<Message>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MessageFilter = {
  kind?: InputMaybe<Scalars['String']['input']>;
  /** Only those that are not read. */
  unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A kind of message, and how it is mailed to the reader. */
export type MessageKind = {
  kind: Scalars['String']['output'];
  mail: MailWish;
  /** Such as 有人请我审批. */
  name: Scalars['String']['output'];
  /** How it is mailed to those who have not decided. */
  usual: MailWish;
};

/** How one person wants to be told in this consortium. */
export type MessageSettings = {
  /** The hour at which the day's messages are mailed, 0 to 23. */
  digestHour: Scalars['Int']['output'];
  kinds: Array<MessageKind>;
  /** Of mails: zh-CN or en. */
  language: Scalars['String']['output'];
  /** No mail from this full hour, 0 to 23, to `quietUntil`; null for none. */
  quietFrom: Maybe<Scalars['Int']['output']>;
  quietUntil: Maybe<Scalars['Int']['output']>;
  /** IANA time zone of the hours below. */
  timeZone: Scalars['String']['output'];
};

export type MessageSettingsInput = {
  digestHour: Scalars['Int']['input'];
  language: Scalars['String']['input'];
  /** Kinds that are left out keep what they have. */
  mail: Array<MailWishInput>;
  quietFrom?: InputMaybe<Scalars['Int']['input']>;
  quietUntil?: InputMaybe<Scalars['Int']['input']>;
  timeZone: Scalars['String']['input'];
};

/** A wish to see the personal data of somebody under 18 (《未成年人网络保护条例》第三十六条). */
export type MinorAccess = {
  /** Why it was refused, or what to mind. */
  answer: Maybe<Scalars['String']['output']>;
  askedAt: Scalars['DateTime']['output'];
  askedBy: Person;
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  decidedBy: Maybe<Person>;
  id: Scalars['ID']['output'];
  /** It lets whoever asked look at the data now. */
  inForce: Scalars['Boolean']['output'];
  /** How often the data was looked at by it. */
  looks: Scalars['Int']['output'];
  owner: Organisation;
  reason: Scalars['String']['output'];
  resource: Resource;
  state: MinorAccessState;
  /** A day after the approval. */
  until: Maybe<Scalars['DateTime']['output']>;
  viewerCanDecide: Scalars['Boolean']['output'];
};

export type MinorAccessConnection = {
  nodes: Array<MinorAccess>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MinorAccessState =
  /** The data can be seen until `until`. */
  | 'APPROVED'
  | 'REFUSED'
  | 'WAITING';

/** What the yearly audit of minors' data asks for (第三十七条): of this consortium, or of the viewer's organisation. */
export type MinorsAudit = {
  approved: Scalars['Int']['output'];
  /** Wishes of this year, how many were approved, and looks by them. */
  asked: Scalars['Int']['output'];
  looks: Scalars['Int']['output'];
  /** People under 18 in the registers today. */
  minors: Scalars['Int']['output'];
  year: Scalars['Int']['output'];
};

export type Mutation = {
  /** For the own organisation, the clause as it stands. Error: STALE_VERSION, AGREEMENT_FROZEN. */
  acceptClause: Agreement;
  /** I have read the privacy notice. Error: NOTICE_OUTDATED when it is not the version in force. */
  acknowledgeNotice: NoticeStanding;
  /** Gives a person an account without a role, for whoever answers for accounts. Error: LOGIN_TAKEN, PASSWORD_WEAK, BAD_INPUT. */
  addAccount: Person;
  /** Error: AGREEMENT_FROZEN, CLAUSE_PARTIES, POOL_NOT_GIVERS, CLAUSES_CONTRADICT, BAD_INPUT. */
  addClause: Agreement;
  /** Takes an organisation into the consortium. For those who answer for accounts. Error: USCC_INVALID, ALREADY_MEMBER, BAD_INPUT. */
  addMember: Organisation;
  /** Gives a person an account and roles. Secretaries for all organisations, organisation administrators for their own. Error: LOGIN_TAKEN, PASSWORD_WEAK, PASSWORD_COMMON, PASSWORD_PERSONAL, ROLE_NOT_GRANTABLE, BAD_INPUT. */
  addPerson: Person;
  /** Gives roles to a person who works in another consortium already and hands over a join code. Same rights as addPerson. Error: JOIN_CODE_INVALID, ROLE_NOT_GRANTABLE. */
  admitPerson: Person;
  /** A draft with the same parties and clauses; when all have signed it, it replaces this one. Error: AMENDED_ALREADY, AGREEMENT_NOT_IN_FORCE. */
  amendAgreement: Agreement;
  /** For the administrator of the organisation from which it was asked, and whoever administers accounts; never for oneself. Error: NOT_FOUND, BAD_INPUT. */
  answerCorrection: Correction;
  /** Writes all good rows, in one transaction, in the background. Error: IMPORT_NOT_READY. */
  applyImport: Import;
  /** Error: CORRECTION_OPEN when the last wish about this field has not been answered, BAD_INPUT. */
  askCorrection: Correction;
  /** For those who may look at personal data. Error: NOT_FOUND, FORBIDDEN, NOT_A_MINOR, MINOR_ACCESS_OPEN, BAD_INPUT. */
  askMinorAccess: MinorAccess;
  /** Gives all slots back. `reason` at most 500 characters. */
  cancelBooking: BookingResult;
  /** The resource can be booked again in that time. What somebody else has ended meanwhile comes back as it is: nothing of a maintenance is changed but this. */
  cancelMaintenance: Maintenance;
  /** Makes a member a lead unit, a council member or a plain member, from today on. Error: LEAD_STAYS, MEMBERSHIP_OVER. */
  changeMembership: Membership;
  /** Extends or shortens a role. Error: as grantRole, ROLE_ENDED, LAST_SECRETARY, LAST_ORGANISATION_ADMINISTRATOR, LAST_ADMINISTRATOR. */
  changeRole: RoleGrant;
  /** Shows that this teacher or engineer is me. Five wrong tries a day. Needs the consent ID_NUMBER. Error: NOT_FOUND, CONSENT_NEEDED, CLAIM_WRONG, CLAIM_TOO_OFTEN, CLAIM_UNPROVABLE, BAD_INPUT. */
  claimOwnEntry: Array<OwnEntry>;
  /** Asks for one's account to be closed, in all consortia. After a fresh proof. Error: PROOF_NEEDED, CLOSING_OBSTACLE, CLOSING_ASKED_ALREADY. */
  closeAccount: MyClosing;
  /** The link is worth nothing from now on, nor are mails that were not answered; requests that wait stay. Error: FORBIDDEN, REGISTRATION_OFF. */
  closeSelfRegistration: SelfRegistration;
  /** Error: BAD_INPUT. */
  commentAgreement: Agreement;
  /** Takes the person in, with roles; they hear of it by mail. Confirmed already: stays as it is. Error: REGISTRATION_OVER, ROLE_NOT_GRANTABLE, MEMBERSHIP_OVER, NOT_FOUND, BAD_INPUT. */
  confirmRegistration: Registration;
  /** Takes back an end that is to come; roles that were to end with it stay so until they are extended. Error: MEMBERSHIP_OVER. */
  continueMembership: Membership;
  /** A draft that all of its parties may change. For organisation administrators. Error: AGREEMENT_OF_ONE, AGREEMENT_WITHOUT_SELF, PARTY_NO_MEMBER, PARTY_NOT_LEAD, TERM_EMPTY, AGREEMENT_TOO_LONG, BAD_INPUT. */
  createAgreement: Agreement;
  /** Makes a key for the own organisation, for somebody who has proved who they are within 15 minutes. Error: FORBIDDEN, PROOF_NEEDED, API_KEY_NAME_TAKEN, API_KEYS_ENOUGH, BAD_INPUT. */
  createApiKey: NewApiKey;
  /** All or nothing. Error: BAD_INPUT, NOT_FOUND for an unknown resource. */
  createBooking: BookingResult;
  /** Founds a consortium with its members and its secretary. For platform operators. Error: FOUNDING_BLOCKED with `details.findings` where a rule that must hold does not, USCC_INVALID, LOGIN_TAKEN, BAD_INPUT. */
  createConsortium: Consortium;
  /** Sets up an organisation's sign-in; at most 5 each. For who administers the roles, and while administration is not separated for an organisation's administrator. Error: SIGN_IN_CODE_TAKEN, PROVIDERS_ENOUGH, MEMBERSHIP_OVER, BAD_INPUT. */
  createIdentityProvider: IdentityProvider;
  /** Makes a code by which the signed-in person lets another consortium give them roles there. Good for a day and once; an earlier one ends. */
  createJoinCode: JoinCode;
  /** Takes a resource out of use for a time. Bookings in its way are cancelled where that is said, else it tells which they are. */
  createMaintenance: MaintenanceResult;
  /** For those who keep the owner's things. Error: POOL_NAME_TAKEN, POOL_FOREIGN (not the owner's, or neither machine nor venue), NOT_FOUND, BAD_INPUT. */
  createPool: Pool;
  /** For the owner's keepers and administrators. With an idempotencyKey a second try makes no second one. Error: FORBIDDEN, NOT_FOUND for an unknown owner, BAD_INPUT. */
  createResource: Resource;
  /** Error: FORBIDDEN, WEBHOOKS_ENOUGH, BAD_INPUT (at input.url: where the address may not be reached). */
  createWebhook: NewWebhook;
  /** The answer of the viewer's organisation for its part. A rejection needs a reason and releases the whole bundle. */
  decideBooking: BookingResult;
  /** For whoever administers accounts, and administrators of the person's organisations; never for oneself. Error: NOT_FOUND, FORBIDDEN, CLOSING_REASON_NEEDED, BAD_INPUT. */
  decideClosing: Closing;
  /** For the security administrator (the secretary while administration is not separated) and the owner's administrator, never for whoever asked. Error: NOT_FOUND, FORBIDDEN, MINOR_ACCESS_ONESELF, BAD_INPUT. */
  decideMinorAccess: MinorAccess;
  /** The giver's answer to a booking whose grant is over. A cancellation needs a reason. Error: NOT_FOUND, REASON_NEEDED, USE_NOT_IN_QUESTION. */
  decideUse: GrantUse;
  /** Refuses, with a reason of 1 to 300 characters, which is mailed and not kept. What they had written is deleted, and so is an account that was made for nothing else. Error: REGISTRATION_OVER, NOT_FOUND, BAD_INPUT. */
  declineRegistration: Registration;
  /** Ends a person's roles on a day and hands over those named, all or nothing; the same again changes nothing. Bookings and resources are settled with settleDuties before. Error: ROLE_NOT_GRANTABLE, GRANT_TO_ONESELF, ADMINISTRATORS_APART, LAST_SECRETARY, LAST_ORGANISATION_ADMINISTRATOR, LAST_ADMINISTRATOR, NOT_FOUND, BAD_INPUT. */
  departPerson: Person;
  /** Forgets the lines of the file; what was written stays. Error: IMPORT_NOT_READY while it is being written. */
  discardImport: Scalars['Boolean']['output'];
  /** Lets a member go from a day on (today when left out): its people cannot work here any more, at the next request, and their roles for it end. Error: LEAD_STAYS, LAST_SECRETARY, LAST_ADMINISTRATOR, UNTIL_BEFORE_SINCE. */
  endMembership: Membership;
  /** Error: NOT_FOUND. */
  giveConsent: Array<Consent>;
  /** Gives a person one more role, from a day until a day. Error: ROLE_NOT_GRANTABLE, ALREADY_GRANTED, ADMINISTRATORS_APART, GRANT_TO_ONESELF, MEMBERSHIP_OVER, BAD_INPUT. */
  grantRole: RoleGrant;
  /** Takes over a year's holidays, instead of what was known of it. For platform operators. Error: BAD_INPUT with all reasons. */
  importHolidays: HolidayYear;
  /** Invites the good lines of a table, all or none; bad lines stay out. The same table again invites nobody twice, so no key is needed. Answers with the list as it is then. Error: as invitationList. */
  inviteFromList: InvitationListResult;
  /** Asks somebody by mail to come in. The link in the mail is good for some days and once; whoever opens it makes an account, or comes in with the one they have. Same rights as addPerson. Error: ROLE_NOT_GRANTABLE, ADMINISTRATORS_APART, INVITED_ALREADY, ACCEPTED_ALREADY, MEMBERSHIP_OVER, BAD_INPUT. */
  invitePerson: Invitation;
  /** They work again at the next request. */
  liftSuspension: Suspension;
  /** Marks all messages that are there until an instant as read. Returns the ids of those that were not. */
  markAllMessages: Array<Scalars['ID']['output']>;
  /** Marks messages as read or not read. Marking twice changes nothing. Error: NOT_FOUND. */
  markMessages: Array<Message>;
  /** Takes from a role what `denied` names, and gives back what it does not; counts at the next request. Never gives more than the role does. For the organisation's administrator; RESOURCE_KEEPER, TEACHER, ENGINEER, COORDINATOR and STUDENT. Error: FORBIDDEN, NOT_FOUND, ROLE_NOT_NARROWED. */
  narrowRole: Organisation;
  /** Shows one mail in full, and records in its consortium that it was looked at. For platform operators. Error: NOT_FOUND. */
  openMail: OpenedMail;
  /** People may register themselves for the own organisation. Makes a new link; one that is on stays as it is. Error: FORBIDDEN, MEMBERSHIP_OVER. */
  openSelfRegistration: SelfRegistration;
  /** It is not me after all. */
  releaseOwnEntry: Array<OwnEntry>;
  removeClause: Agreement;
  /** Takes it away, with the links of all who signed in by it; they sign in by their password. Error: STALE_VERSION. */
  removeIdentityProvider: Scalars['Boolean']['output'];
  /** Error: STALE_VERSION, POOL_IN_USE (a clause names it), NOT_FOUND. */
  removePool: Scalars['Boolean']['output'];
  /** Takes a school calendar away; the consortium's then holds. */
  removeSchoolCalendar: Scalars['Boolean']['output'];
  /** With all its deliveries. */
  removeWebhook: Scalars['ID']['output'];
  /** 续签: a draft with the same parties and clauses for as long again, from the day on which this one ends, or today where it has ended. Error: RENEWED_ALREADY, AGREEMENT_NOT_IN_FORCE. */
  renewAgreement: Agreement;
  /** Takes the signatures away, so that it can be changed again; not when all have signed. Error: AGREEMENT_SIGNED. */
  reopenAgreement: Agreement;
  /** Sends all news since a time again, at most 90 days, also those that were missed. Error: WEBHOOK_IS_OFF, BAD_INPUT. */
  replayWebhook: Webhook;
  /** Sends a piece of news again. Error: WEBHOOK_IS_OFF. */
  replayWebhookDelivery: WebhookDelivery;
  /** Requires a second factor of the consortium's administrators, or requires it no longer; it counts at their next request. For who administers the roles, and has one. Error: SECOND_FACTOR_MISSING, FORBIDDEN. */
  requireSecondFactor: Consortium;
  /** Sends a new link in the name of the viewer; the one before ends. Error: INVITATION_OVER, ROLE_NOT_GRANTABLE, MEMBERSHIP_OVER. */
  resendInvitation: Invitation;
  /** Takes a cancellation back, within a minute and as long as the slots are still free. */
  restoreBooking: BookingResult;
  /** Error: NOT_SUSPENDED, SUSPENDED_BY_OTHER. */
  resumeAgreement: Agreement;
  /** Tries a failed mail again, now. For platform operators. Error: NOT_FOUND, MAIL_NOT_FAILED, MAIL_TOO_OLD. */
  retryMail: Mail;
  /** The same with everything in full; the look is recorded. Error: PROOF_NEEDED when the last proof in this session is older than 15 minutes. */
  revealMyData: Array<OwnArea>;
  /** Personal data in full, for those who may; each look is in the audit log. */
  revealPersonalData: PersonalData;
  /** The people of one of them, by kind and name, at most 500. Nobody where the clause gives numbers alone. A mutation, since each look is in the audit log, of both consortia. Error: NOT_FOUND, FORBIDDEN. */
  revealSharedPeople: Array<SharedDataPerson>;
  /** The next request with it is refused. */
  revokeApiKey: ApiKey;
  /** Takes a role away from a day on (today when left out); then it counts at the next request. Error: ROLE_NOT_GRANTABLE, GRANT_TO_ONESELF, LAST_SECRETARY, LAST_ORGANISATION_ADMINISTRATOR, LAST_ADMINISTRATOR. */
  revokeRole: RoleGrant;
  /** Makes a new key in place of this one; the old one stays good for some hours. Error: PROOF_NEEDED, API_KEY_REVOKED, BAD_INPUT. */
  rotateApiKey: NewApiKey;
  /** Gives the consortium a new key and has everything sealed anew, while work goes on; then the old one is destroyed. Error: ROTATION_RUNS. */
  rotateDataKey: DataKeys;
  /** A new link; the one before ends. Error: FORBIDDEN, REGISTRATION_OFF. */
  rotateRegistrationLink: SelfRegistration;
  /** Makes a new secret; for some hours (0 to 168) deliveries are signed with both. */
  rotateWebhookSecret: NewWebhook;
  /** Keeps a timetable of lessons; rights and errors as above. */
  saveLessonTimetable: LessonTimetable;
  /** Keeps a school calendar; `version` when it is known already. For the consortium's administrators, and an organisation's for its own. Error: STALE_VERSION, BAD_INPUT. */
  saveSchoolCalendar: SchoolCalendar;
  /** Turns 三员分立 on or off; it counts at the next request. On needs one person for each of the three roles. Error: SEPARATION_NEEDS. */
  separateAdministration: Consortium;
  settleComment: Agreement;
  /** Hands over, cancels or keeps, all or nothing; the same again changes nothing. Error: FORBIDDEN, NOT_FOUND, SUCCESSOR_CANNOT, BAD_INPUT. */
  settleDuties: SettledDuties;
  /** Signs for the own organisation, after who one is was proven in the last 15 minutes. The first signature freezes the text. Error: PROOF_NEEDED, TEXT_CHANGED, CLAUSES_OPEN, SIGNED_ALREADY, AGREEMENT_BLOCKED, AGREEMENT_OVERLAPS, TERM_OVER. */
  signAgreement: Agreement;
  /** Reads the file in the background. Error: FILE_NOT_A_TABLE, FILE_IS_EMPTY, FILE_IS_OLD_EXCEL, FILE_IS_PROTECTED, NOT_FOUND. What shows only later is told in Import.error. */
  startImport: Import;
  /** What follows from it rests from this moment, until the same party takes it up again. Error: AGREEMENT_NOT_IN_FORCE. */
  suspendAgreement: Agreement;
  /** The same for all people of a member, as far as they work for it. Error: SUSPENDED_ALREADY, SUSPEND_ONESELF, LEAD_STAYS, LAST_SECRETARY, BAD_INPUT. */
  suspendMember: Membership;
  /** From this moment on the person cannot work in this consortium: the next request is refused, open pages end. Error: SUSPENDED_ALREADY, SUSPEND_ONESELF, LAST_SECRETARY and the like, BAD_INPUT. */
  suspendPerson: Person;
  /** Error: NOTICE_TOO_SHORT, TERM_PAST_END, AGREEMENT_NOT_IN_FORCE. */
  terminateAgreement: Agreement;
  /** Sends `webhook.test`. Error: WEBHOOK_IS_OFF. */
  testWebhook: WebhookDelivery;
  /** Error: AGREEMENT_FROZEN, STALE_VERSION, PARTY_HAS_CLAUSES, and as above. */
  updateAgreement: Agreement;
  /** Moves, resizes, swaps resources or edits, in all consortia that it takes something in. What needs approval anew waits for it again. */
  updateBooking: BookingResult;
  /** What was accepted of it is not accepted any more. Error: STALE_VERSION, and as above. */
  updateClause: Agreement;
  /** Changes how one's consortium is set up. For its administrators. Error: STALE_VERSION, BAD_INPUT. */
  updateConsortium: Consortium;
  /** Rights as above. Error: STALE_VERSION, SIGN_IN_CODE_TAKEN, BAD_INPUT. */
  updateIdentityProvider: IdentityProvider;
  /** Reads the file again with another mapping; columns that are left out stay as they were said or guessed. Error: IMPORT_NOT_READY, BAD_INPUT. */
  updateImportMapping: Import;
  /** Error: BAD_INPUT. */
  updateMessageSettings: MessageSettings;
  /** Changes name, note and content. Error: STALE_VERSION, POOL_NAME_TAKEN, POOL_FOREIGN, NOT_FOUND, BAD_INPUT. */
  updatePool: Pool;
  /** Error: STALE_VERSION with what changed, BAD_INPUT. */
  updateResource: Resource;
  /** Turning it on sends what waited; what happened while it was off is sent by replayWebhook. Error: STALE_VERSION, BAD_INPUT. */
  updateWebhook: Webhook;
  /** Takes it back, as long as nobody has signed. Error: AGREEMENT_FROZEN. */
  withdrawAcceptance: Agreement;
  /** Error: AGREEMENT_SIGNED. */
  withdrawAgreement: Agreement;
  /** Takes it back. Error: NOT_FOUND when there is nothing to take back any more. */
  withdrawClosing: MyClosing;
  /** As easily as given, and what was done until now stays lawful. Error: NOT_FOUND. */
  withdrawConsent: Array<Consent>;
  /** Error: NOT_FOUND. */
  withdrawCorrection: Correction;
  /** The link is worth nothing from now on. Error: INVITATION_OVER. */
  withdrawInvitation: Invitation;
};


export type MutationAcceptClauseArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationAcknowledgeNoticeArgs = {
  version: Scalars['Int']['input'];
};


export type MutationAddAccountArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CreateAccountInput;
};


export type MutationAddClauseArgs = {
  agreementId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ClauseInput;
};


export type MutationAddMemberArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: AddMemberInput;
};


export type MutationAddPersonArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: AddPersonInput;
};


export type MutationAdmitPersonArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: AdmitPersonInput;
};


export type MutationAmendAgreementArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAnswerCorrectionArgs = {
  id: Scalars['ID']['input'];
  input: AnswerCorrectionInput;
};


export type MutationApplyImportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAskCorrectionArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: AskCorrectionInput;
};


export type MutationAskMinorAccessArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: AskMinorAccessInput;
};


export type MutationCancelBookingArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};


export type MutationCancelMaintenanceArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationChangeMembershipArgs = {
  id: Scalars['ID']['input'];
  kind: MembershipKind;
};


export type MutationChangeRoleArgs = {
  id: Scalars['ID']['input'];
  input: ChangeRoleInput;
};


export type MutationClaimOwnEntryArgs = {
  input: ClaimOwnEntryInput;
};


export type MutationCommentAgreementArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CommentAgreementInput;
};


export type MutationConfirmRegistrationArgs = {
  id: Scalars['ID']['input'];
  input: ConfirmRegistrationInput;
};


export type MutationContinueMembershipArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateAgreementArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CreateAgreementInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateBookingArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CreateBookingInput;
};


export type MutationCreateConsortiumArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CreateConsortiumInput;
};


export type MutationCreateIdentityProviderArgs = {
  input: IdentityProviderInput;
  organisationId: Scalars['ID']['input'];
};


export type MutationCreateMaintenanceArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CreateMaintenanceInput;
};


export type MutationCreatePoolArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CreatePoolInput;
};


export type MutationCreateResourceArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CreateResourceInput;
};


export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


export type MutationDecideBookingArgs = {
  decision: Decision;
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDecideClosingArgs = {
  input: DecideClosingInput;
  personId: Scalars['ID']['input'];
};


export type MutationDecideMinorAccessArgs = {
  id: Scalars['ID']['input'];
  input: DecideMinorAccessInput;
};


export type MutationDecideUseArgs = {
  decision: UseDecision;
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDeclineRegistrationArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDepartPersonArgs = {
  input: DepartPersonInput;
};


export type MutationDiscardImportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEndMembershipArgs = {
  id: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationGiveConsentArgs = {
  item: Scalars['ID']['input'];
};


export type MutationGrantRoleArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: GrantRoleInput;
};


export type MutationImportHolidaysArgs = {
  input: HolidayImportInput;
};


export type MutationInviteFromListArgs = {
  goodDays?: InputMaybe<Scalars['Int']['input']>;
  input: InvitationListInput;
  language?: InputMaybe<Scalars['String']['input']>;
};


export type MutationInvitePersonArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: InvitePersonInput;
};


export type MutationLiftSuspensionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationMarkAllMessagesArgs = {
  kind?: InputMaybe<Scalars['String']['input']>;
  until: Scalars['DateTime']['input'];
};


export type MutationMarkMessagesArgs = {
  input: MarkMessagesInput;
};


export type MutationNarrowRoleArgs = {
  denied: Array<Narrowable>;
  organisationId: Scalars['ID']['input'];
  role: Role;
};


export type MutationOpenMailArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReleaseOwnEntryArgs = {
  resourceId: Scalars['ID']['input'];
};


export type MutationRemoveClauseArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemoveIdentityProviderArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemovePoolArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemoveSchoolCalendarArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemoveWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRenewAgreementArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationReopenAgreementArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReplayWebhookArgs = {
  id: Scalars['ID']['input'];
  since: Scalars['DateTime']['input'];
};


export type MutationReplayWebhookDeliveryArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRequireSecondFactorArgs = {
  required: Scalars['Boolean']['input'];
};


export type MutationResendInvitationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRestoreBookingArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationResumeAgreementArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRetryMailArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevealPersonalDataArgs = {
  resourceId: Scalars['ID']['input'];
};


export type MutationRevealSharedPeopleArgs = {
  grantId: Scalars['ID']['input'];
};


export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokeRoleArgs = {
  id: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationRotateApiKeyArgs = {
  id: Scalars['ID']['input'];
  input: RotateApiKeyInput;
};


export type MutationRotateWebhookSecretArgs = {
  id: Scalars['ID']['input'];
  keepHours?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationSaveLessonTimetableArgs = {
  input: LessonTimetableInput;
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationSaveSchoolCalendarArgs = {
  input: SchoolCalendarInput;
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationSeparateAdministrationArgs = {
  on: Scalars['Boolean']['input'];
};


export type MutationSettleCommentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSettleDutiesArgs = {
  input: SettleDutiesInput;
};


export type MutationSignAgreementArgs = {
  id: Scalars['ID']['input'];
  input: SignAgreementInput;
};


export type MutationStartImportArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: StartImportInput;
};


export type MutationSuspendAgreementArgs = {
  id: Scalars['ID']['input'];
  input: SuspendAgreementInput;
};


export type MutationSuspendMemberArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: SuspendInput;
  membershipId: Scalars['ID']['input'];
};


export type MutationSuspendPersonArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: SuspendInput;
  personId: Scalars['ID']['input'];
};


export type MutationTerminateAgreementArgs = {
  id: Scalars['ID']['input'];
  input: TerminateAgreementInput;
};


export type MutationTestWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateAgreementArgs = {
  id: Scalars['ID']['input'];
  input: UpdateAgreementInput;
  version: Scalars['Int']['input'];
};


export type MutationUpdateBookingArgs = {
  id: Scalars['ID']['input'];
  input: UpdateBookingInput;
  version: Scalars['Int']['input'];
};


export type MutationUpdateClauseArgs = {
  id: Scalars['ID']['input'];
  input: ClauseInput;
  version: Scalars['Int']['input'];
};


export type MutationUpdateConsortiumArgs = {
  input: UpdateConsortiumInput;
  version: Scalars['Int']['input'];
};


export type MutationUpdateIdentityProviderArgs = {
  id: Scalars['ID']['input'];
  input: IdentityProviderInput;
  version: Scalars['Int']['input'];
};


export type MutationUpdateImportMappingArgs = {
  id: Scalars['ID']['input'];
  input: ImportMappingInput;
};


export type MutationUpdateMessageSettingsArgs = {
  input: MessageSettingsInput;
};


export type MutationUpdatePoolArgs = {
  id: Scalars['ID']['input'];
  input: UpdatePoolInput;
  version: Scalars['Int']['input'];
};


export type MutationUpdateResourceArgs = {
  id: Scalars['ID']['input'];
  input: UpdateResourceInput;
  version: Scalars['Int']['input'];
};


export type MutationUpdateWebhookArgs = {
  id: Scalars['ID']['input'];
  input: UpdateWebhookInput;
  version: Scalars['Int']['input'];
};


export type MutationWithdrawAcceptanceArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawAgreementArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawConsentArgs = {
  item: Scalars['ID']['input'];
};


export type MutationWithdrawCorrectionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawInvitationArgs = {
  id: Scalars['ID']['input'];
};

export type MyClosing = {
  /** The latest wish; null when there was none. */
  closing: Maybe<Closing>;
  /** How many days one has to take it back. */
  days: Scalars['Int']['output'];
  /** Somebody has to decide first. */
  needsDecision: Scalars['Boolean']['output'];
  obstacles: Array<ClosingObstacle>;
};

/** What an organisation can take from a role. */
export type Narrowable =
  /** To take things for maintenance. */
  | 'BLOCK'
  /** To book, and to change and cancel bookings. */
  | 'BOOK'
  /** To answer bookings of the organisation's things. */
  | 'DECIDE'
  | 'EXPORT'
  | 'IMPORT'
  /** To keep the register: things and pools. */
  | 'KEEP'
  /** To see personal data in full. */
  | 'REVEAL';

/** A role as an organisation leaves it to its people. */
export type NarrowedRole = {
  /** What the organisation has taken from it. */
  denied: Array<Narrowable>;
  role: Role;
};

/** A key that was just made. */
export type NewApiKey = {
  key: ApiKey;
  /** The whole key. It is shown this once and kept nowhere. */
  secret: Scalars['String']['output'];
};

export type NewWebhook = {
  /** The whole secret, `whsec_…`. It is shown this once. */
  secret: Scalars['String']['output'];
  webhook: Webhook;
};

/** Where I stand with the privacy notice. */
export type NoticeStanding = {
  acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** Which version I have read, and when; null: none yet. */
  acknowledgedVersion: Maybe<Scalars['Int']['output']>;
  /** What has changed since the version that I read. */
  changes: Array<Scalars['String']['output']>;
  publishedOn: Scalars['Date']['output'];
  /** The notice that is in force. */
  version: Scalars['Int']['output'];
};

/** A mail as its recipient gets it. */
export type OpenedMail = {
  html: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  recipient: Scalars['String']['output'];
  /** Name and address. */
  recipientName: Scalars['String']['output'];
  /** Null when the content has been erased, as it is once a mail has left. */
  subject: Maybe<Scalars['String']['output']>;
  text: Maybe<Scalars['String']['output']>;
};

/** From `opens` to `closes` on one weekday; a period over midnight is two periods. */
export type OpeningPeriod = {
  /** HH:MM; 24:00 is the end of the day. */
  closes: Scalars['String']['output'];
  /** HH:MM */
  opens: Scalars['String']['output'];
  /** 1 Monday to 7 Sunday. */
  weekday: Scalars['Int']['output'];
};

export type OpeningPeriodInput = {
  closes: Scalars['String']['input'];
  opens: Scalars['String']['input'];
  weekday: Scalars['Int']['input'];
};

/** A legal entity. It exists once and may be a member of many consortia. */
export type Organisation = {
  /** From a day on (today when left out). Null to those who do not decide about it, and of whoever belongs to another consortium. */
  duties: Maybe<Duties>;
  id: Scalars['ID']['output'];
  kind: OrganisationKind;
  /** How it belongs to the current consortium; null for one of another consortium, which is met under agreements and bookings alone. */
  membership: Maybe<Membership>;
  name: Scalars['String']['output'];
  /** Roles from which it has taken something. */
  narrowedRoles: Array<NarrowedRole>;
  /** Its terms before the present one, latest first. */
  pastMemberships: Array<PastMembership>;
  /** At most 16 characters, for narrow places such as the timeline. */
  shortName: Scalars['String']['output'];
  /** 统一社会信用代码, 18 characters, checked by GB 32100-2015. */
  uscc: Scalars['String']['output'];
  viewerCanNarrow: Scalars['Boolean']['output'];
};


/** A legal entity. It exists once and may be a member of many consortia. */
export type OrganisationDutiesArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
};

export type OrganisationConnection = {
  nodes: Array<Organisation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OrganisationFilter = {
  /** Those that have left. */
  former?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<OrganisationKind>;
  membershipKind?: InputMaybe<MembershipKind>;
  /** Part of the name, the pinyin, its initials, or the 统一社会信用代码. */
  search?: InputMaybe<Scalars['String']['input']>;
};

export type OrganisationHit = {
  matchedBy: OrganisationMatch;
  organisation: Organisation;
};

export type OrganisationKind =
  /** 行业协会 */
  | 'ASSOCIATION'
  /** 企业 */
  | 'ENTERPRISE'
  /** 政府部门 */
  | 'GOVERNMENT'
  /** 科研院所 */
  | 'INSTITUTE'
  /** 园区 */
  | 'PARK'
  /** 职业学校 */
  | 'SCHOOL';

/** What of an organisation a search was found in. */
export type OrganisationMatch =
  | 'NAME'
  /** 统一社会信用代码 */
  | 'USCC';

export type OutboxFilter = {
  states?: InputMaybe<Array<MailState>>;
};

/** One kind of records that are kept about me: why, on what basis, for how long, and who sees them. */
export type OwnArea = {
  /** The ground in law (《个人信息保护法》第十三条). */
  basis: Scalars['String']['output'];
  count: Scalars['Int']['output'];
  kept: Scalars['String']['output'];
  /** Such as BOOKINGS. */
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  purpose: Scalars['String']['output'];
  /** The latest 20; the export has all. */
  records: Array<OwnRecord>;
  seenBy: Scalars['String']['output'];
};

/** A line of a register of teachers or engineers that may be me: it has my name, and I have or had a role at its owner. */
export type OwnEntry = {
  /** I have shown that it is me. */
  mine: Scalars['Boolean']['output'];
  /** The register has an ID number or a telephone by which I can show it. */
  provable: Scalars['Boolean']['output'];
  resource: Resource;
};

export type OwnField = {
  key: Scalars['String']['output'];
  label: Scalars['String']['output'];
  /** In part only, until one has proved oneself anew. */
  masked: Scalars['Boolean']['output'];
  value: Scalars['String']['output'];
};

/** One record about me, in words. */
export type OwnRecord = {
  at: Maybe<Scalars['DateTime']['output']>;
  fields: Array<OwnField>;
  id: Scalars['ID']['output'];
};

export type OwnerLoad = {
  bookedHours: Scalars['Float']['output'];
  owner: Organisation;
  resourceCount: Scalars['Int']['output'];
  /** Hours used by other organisations. */
  sharedHours: Scalars['Float']['output'];
};

/** Where a page of a list ends and whether there is more. */
export type PageInfo = {
  /** Hand this back as `after` to get the next page; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** True when the list goes on behind this page. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** How full the park is. */
export type ParkLoad = {
  bookableCount: Scalars['Int']['output'];
  /** Bookings that overlap the time. */
  bookingCount: Scalars['Int']['output'];
  byDay: Array<DayLoad>;
  byKind: Array<KindLoad>;
  byOwner: Array<OwnerLoad>;
  pendingCount: Scalars['Int']['output'];
  resourceCount: Scalars['Int']['output'];
};

/** An organisation of another consortium that can be a party. */
export type Partner = {
  consortium: PartnerConsortium;
  /** The lead of its consortium: it can sign for all of its members. */
  isLead: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  organisationId: Scalars['ID']['output'];
};

/** A consortium with which the own one has a paper. */
export type PartnerConsortium = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  shortName: Scalars['String']['output'];
};

/** How an organisation belonged before: it left and came back, or was of another kind. */
export type PastMembership = {
  id: Scalars['ID']['output'];
  kind: MembershipKind;
  since: Scalars['Date']['output'];
  until: Scalars['Date']['output'];
};

/** A human being with a role in the current consortium. */
export type Person = {
  /** Their wish to close the account, for those who decide about it. */
  closing: Maybe<Closing>;
  /** What they want corrected and nobody has answered, for those who answer. */
  corrections: Array<Correction>;
  /** From a day on (today when left out). Null to those who do not decide about it, and of whoever belongs to another consortium. */
  duties: Maybe<Duties>;
  id: Scalars['ID']['output'];
  /** Since when the consortium knows the person. Null to those who do not answer for everybody. */
  knownSince: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** The roles in the current consortium that have not ended, also those that begin later. */
  roleGrants: Array<RoleGrant>;
  /** The same and those that ended, latest first. */
  roleHistory: Array<RoleGrant>;
  /** In force; null when there is none, or when it is not the viewer's business. */
  suspension: Maybe<Suspension>;
  /** All there were, latest first, for those who may suspend. */
  suspensions: Array<Suspension>;
  /** May let the person go, from the own organisation at least. */
  viewerCanDepart: Scalars['Boolean']['output'];
  viewerCanSuspend: Scalars['Boolean']['output'];
};


/** A human being with a role in the current consortium. */
export type PersonDutiesArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
};

export type PersonConnection = {
  nodes: Array<Person>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type PersonFilter = {
  /** Those who have no role any more, or not yet. */
  former?: InputMaybe<Scalars['Boolean']['input']>;
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  role?: InputMaybe<Role>;
  /** Part of the name, its pinyin or initials. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Those who are suspended. */
  suspended?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Encrypted at rest. Masked here, e.g. 430***********9079 and 199****7194. */
export type PersonalData = {
  idNumber: Maybe<Scalars['String']['output']>;
  /** Under 18: masked altogether, and seen in full with an approval alone. */
  minor: Scalars['Boolean']['output'];
  phone: Maybe<Scalars['String']['output']>;
};

/** A named set of an owner's machines and venues (资源池), to which clauses of agreements point. */
export type Pool = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  note: Maybe<Scalars['String']['output']>;
  owner: Organisation;
  /** What is in it, by name. */
  resources: Array<Resource>;
  /** How many are in it. */
  size: Scalars['Int']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCanUpdate: Scalars['Boolean']['output'];
};

export type Profession = {
  /** 双师型级别: 初级, 中级, 高级, or null. */
  dualQualified: Maybe<Scalars['String']['output']>;
  /** 近五年企业实践, months. */
  practiceMonths: Maybe<Scalars['Float']['output']>;
  /** 技能等级 */
  skillLevel: Maybe<Scalars['String']['output']>;
  /** 任教课程, 专长 */
  subjects: Array<Scalars['String']['output']>;
  /** 职称 */
  title: Maybe<Scalars['String']['output']>;
  /** 每年可兼职学时 */
  yearlyHours: Maybe<Scalars['Int']['output']>;
};

export type ProgrammeInput = {
  /** Up to 200 characters. */
  majors?: InputMaybe<Scalars['String']['input']>;
  rights: Array<ProgrammeRight>;
};

export type ProgrammeRight =
  /** 采用 */
  | 'ADOPT'
  /** 共同编写 */
  | 'CO_AUTHOR'
  | 'READ';

export type ProgrammeTerms = {
  /** 专业, in words; null is all. */
  majors: Maybe<Scalars['String']['output']>;
  rights: Array<ProgrammeRight>;
};

/** What a booking is for (ALL-12 of the rule catalogue, and pilot tests). */
export type Purpose =
  /** 中试 */
  | 'PILOT_TEST'
  /** 实践教学 */
  | 'PRACTICE_TEACHING'
  /** 真实生产 */
  | 'REAL_PRODUCTION'
  /** 社会培训 */
  | 'SOCIAL_TRAINING'
  /** 技术服务 */
  | 'TECHNICAL_SERVICE';

export type Query = {
  agreement: Maybe<Agreement>;
  /** What would follow if an agreement that is being drafted were signed by all now; or, of one that was signed, if it ended on a day. For the parties. */
  agreementEffects: AgreementEffects;
  /** Those that the viewer may read, the latest changed first. */
  agreements: AgreementConnection;
  /** Every allocation of the given resources that overlaps the time, at most 62 days. Others' bookings that the viewer may not read come without details. */
  allocations: Array<Allocation>;
  /** Keys of the own organisation for its administrators, all keys of the consortium for those who answer for roles and keys; latest first. */
  apiKeys: Array<ApiKey>;
  auditChain: AuditChain;
  /** The audit log, latest first. For auditors and secretaries; platform operators see the installation's own. Error: FORBIDDEN. */
  auditEntries: AuditEntryConnection;
  auditEntry: Maybe<AuditEntry>;
  /** Null when it is unknown, or not one that the viewer may read. */
  booking: Maybe<Booking>;
  /** Those that the viewer may read: of the own organisation, by oneself, of the own organisation's resources; who coordinates sees all. */
  bookings: BookingConnection;
  calendarAccess: CalendarAccess;
  /** What each day is, from the first to the last one, at most 400. For one's own organisation when left out; where it keeps no calendar, by the consortium's. */
  calendarDays: Array<CalendarDay>;
  /** What createBooking or updateBooking would say, with alternatives; writes nothing and takes no slot. */
  checkBooking: BookingCheck;
  /** All consortia of this installation. For platform operators; everyone else sees their own. */
  consortia: ConsortiumConnection;
  /** The consortium that the signed-in person works in; null for a platform operator. */
  consortium: Maybe<Consortium>;
  /** Null to those who do not administer roles and keys. */
  dataKeys: Maybe<DataKeys>;
  /** For administrators and auditors. */
  dataOverdue: Array<DataOverdue>;
  /** Every column of the product. For administrators and auditors. */
  dataRegister: Array<DataColumn>;
  /** Who did something to my own record or looked at it, latest first. */
  entriesAboutMe: AuditEntryConnection;
  /** All years whose holidays are known, newest first. */
  holidayYears: Array<HolidayYear>;
  /** Organisations for which one may set one up: all members of today, or the own one. */
  identityProviderOrganisations: Array<Organisation>;
  /** The identity providers that one may see, by organisation and name. */
  identityProviders: Array<IdentityProvider>;
  /** Null when it is unknown, or another organisation's. */
  import: Maybe<Import>;
  /** What can be filled, in the order in which it is offered. */
  importFields: Array<ImportField>;
  /** Of the own organisation, latest first; who coordinates sees all. */
  imports: ImportConnection;
  /** Reads a table of people and says what would become of each line. Whether an address has an account is not told. Error: NOT_FOUND, FILE_NOT_A_TABLE, FILE_IS_EMPTY, FILE_IS_OLD_EXCEL, FILE_IS_PROTECTED, FILE_DAMAGED, SHEET_UNKNOWN, INVITATION_LIST_HEADINGS, TOO_MANY_ROWS, FORBIDDEN. */
  invitationList: InvitationList;
  /** Those who were asked to come in, latest first, as far as the viewer answers for them. */
  invitations: InvitationConnection;
  /** For the parties and whoever answers for the consortium. Error: NOT_FOUND. */
  ledger: Ledger;
  /** Lines of the books of one clause in one period, the latest first, at most 500. */
  ledgerEntries: Array<LedgerEntry>;
  /** The lessons of a day, by the timetable that holds then; empty where none is kept. Organisation as above. */
  lessonPeriods: Array<LessonPeriod>;
  /** The timetable of an organisation, or with null the consortium's own. */
  lessonTimetable: Maybe<LessonTimetable>;
  /** Whether a mail server is set up; without one, mails stay in the outbox. For platform operators. Error: FORBIDDEN. */
  mailServer: Scalars['Boolean']['output'];
  me: Me;
  /** The kinds of messages that there are, with how each is mailed to the reader. */
  messageKinds: Array<MessageKind>;
  messageSettings: MessageSettings;
  /** The reader's own messages in this consortium, the newest first. */
  messages: MessageConnection;
  /** For whoever answers: those of the consortium, or of the own organisation; for others their own. */
  minorAccesses: MinorAccessConnection;
  /** Null to those who do not answer for it. */
  minorsAudit: Maybe<MinorsAudit>;
  /** Years whose holidays should be known by now: from 1 November the next one. Empty for whoever cannot do anything about it. */
  missingHolidayYears: Array<Scalars['Int']['output']>;
  myClosing: MyClosing;
  myConsents: Array<Consent>;
  /** My own, latest first. */
  myCorrections: Array<Correction>;
  /** What is known about me in this consortium, and about my account. ID number and telephone are masked. */
  myData: Array<OwnArea>;
  myRegisterEntries: Array<OwnEntry>;
  noticeStanding: NoticeStanding;
  /** Reads opening hours as people write them, to show what they mean before saving. Error: OPENING_HOURS_UNREADABLE. */
  openingHours: Array<OpeningPeriod>;
  /** Null when it is unknown in this consortium, now and before. */
  organisation: Maybe<Organisation>;
  /** The member organisations of the current consortium, by name. */
  organisations: OrganisationConnection;
  /** All mails of this installation, the newest first. For platform operators. Error: FORBIDDEN. */
  outbox: MailConnection;
  /** From `from` (included) to `until` (not included), at most 93 days. */
  parkLoad: ParkLoad;
  /** Members of other consortia with this 统一社会信用代码, 18 characters: whoever has it from them can ask them to be a party. For organisation administrators. */
  partners: Array<Partner>;
  /** People with a role that the viewer may know of: of the own organisation, or all for those who answer for everybody. */
  people: PersonConnection;
  /** Null when the consortium does not know the person. */
  person: Maybe<Person>;
  pool: Maybe<Pool>;
  /** By owner and name; all of them, or one owner's. */
  pools: Array<Pool>;
  /** Reads a year's holidays and says what is wrong with them. For platform operators. */
  previewHolidays: HolidayPreview;
  /** The requests that wait for an answer, the oldest first; to administrators of the organisation alone. */
  registrations: RegistrationConnection;
  /** Null when it is unknown. */
  resource: Maybe<Resource>;
  /** Why somebody may do something with a thing, or may not. Without a person: the viewer. For others: administrators of their organisation, and whoever answers for the consortium. Error: NOT_FOUND, FORBIDDEN. */
  resourceAccess: Array<AccessAnswer>;
  /** Who can reach a thing, through which clause, and who used it. For its owner and whoever answers for the consortium. */
  resourceReach: Array<ResourceReach>;
  /** All that the consortium shares, whoever owns it. */
  resources: ResourceConnection;
  schedulingAccess: SchedulingAccess;
  /** The calendars of an organisation, or with null the consortium's own; newest first. */
  schoolCalendars: Array<SchoolCalendar>;
  /** The same among the bookings that the person may read; those of these months first. */
  searchBookings: Array<BookingHit>;
  /** The same among members that have not left, also by 统一社会信用代码. */
  searchOrganisations: Array<OrganisationHit>;
  /** The best matches among the people with a role whose roles the person may see; never those who left. Chinese, pinyin, initials; all words count. Error: BAD_INPUT for less than one Chinese character or two others, or more than 100. */
  searchPeople: Array<Person>;
  /** The best matches among resources: codes first, then names that begin so. Chinese, pinyin, initials and codes; all words count. Error: BAD_INPUT for less than one Chinese character or two others, or more than 100. */
  searchResources: Array<ResourceHit>;
  /** Of the own organisation, for its administrators; null to others, and until it is turned on for the first time. */
  selfRegistration: Maybe<SelfRegistration>;
  /** Clauses on data in force through which the viewer's organisation sees something of another one. For its administrators and coordinators. */
  sharedData: Array<SharedDataSet>;
  /** What was used of the giver's things, the most used first, at most 200. Nothing where the clause gives numbers alone. Error: NOT_FOUND. */
  sharedDataUsage: Array<SharedDataUsage>;
  /** Things of other consortia that the viewer's organisation may use, by kind and name. */
  sharedThings: SharedThingConnection;
  /** How many of them are not read; counts to 100 at most. */
  unreadMessageCount: Scalars['Int']['output'];
  /** Coming bookings whose grant does not cover them any more: of the own organisation's things, or for it. At most 200, the next first. */
  usesInQuestion: Array<GrantUse>;
  /** Latest first. */
  webhookDeliveries: WebhookDeliveryConnection;
  /** The webhooks of the own organisation, for its administrators. */
  webhooks: Array<Webhook>;
};


export type QueryAgreementArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAgreementEffectsArgs = {
  agreementId: Scalars['ID']['input'];
  endsOn?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryAgreementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAllocationsArgs = {
  from: Scalars['DateTime']['input'];
  resourceIds: Array<Scalars['ID']['input']>;
  until: Scalars['DateTime']['input'];
};


export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAuditEntryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBookingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBookingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BookingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<BookingOrder>;
};


export type QueryCalendarDaysArgs = {
  from: Scalars['Date']['input'];
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  until: Scalars['Date']['input'];
};


export type QueryCheckBookingArgs = {
  input: CheckBookingInput;
};


export type QueryConsortiaArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEntriesAboutMeArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryImportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImportFieldsArgs = {
  register: Register;
};


export type QueryImportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInvitationListArgs = {
  input: InvitationListInput;
};


export type QueryInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InvitationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLedgerArgs = {
  agreementId: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
};


export type QueryLedgerEntriesArgs = {
  grantId: Scalars['ID']['input'];
  period: Scalars['Date']['input'];
};


export type QueryLessonPeriodsArgs = {
  day: Scalars['Date']['input'];
  organisationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryLessonTimetableArgs = {
  organisationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMinorAccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  waiting?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryOpeningHoursArgs = {
  text: Scalars['String']['input'];
};


export type QueryOrganisationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOutboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OutboxFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryParkLoadArgs = {
  from: Scalars['Date']['input'];
  until: Scalars['Date']['input'];
};


export type QueryPartnersArgs = {
  uscc: Scalars['String']['input'];
};


export type QueryPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPoolArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPoolsArgs = {
  ownerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPreviewHolidaysArgs = {
  text: Scalars['String']['input'];
  year: Scalars['Int']['input'];
};


export type QueryRegistrationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryResourceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryResourceAccessArgs = {
  personId?: InputMaybe<Scalars['ID']['input']>;
  resourceId: Scalars['ID']['input'];
};


export type QueryResourceReachArgs = {
  resourceId: Scalars['ID']['input'];
};


export type QueryResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ResourceOrder>;
};


export type QuerySchoolCalendarsArgs = {
  organisationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySearchBookingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySearchOrganisationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySearchPeopleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySearchResourcesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySharedDataUsageArgs = {
  grantId: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
};


export type QuerySharedThingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SharedThingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<WebhookDeliveryState>>;
  webhookId: Scalars['ID']['input'];
};

export type Quota = {
  amount: Scalars['Int']['output'];
  per: QuotaPeriod;
  unit: QuotaUnit;
};

export type QuotaInput = {
  /** 1 to 1,000,000. */
  amount: Scalars['Int']['input'];
  per: QuotaPeriod;
  unit: QuotaUnit;
};

export type QuotaPeriod =
  | 'MONTH'
  /** 学期, as the taker's school calendar has it. */
  | 'TERM'
  | 'WEEK'
  /** The whole time of the agreement. */
  | 'WHOLE'
  | 'YEAR';

export type QuotaUnit =
  /** 小时: of the clock, however many machines. */
  | 'HOURS'
  /** 机时: hours times machines. */
  | 'MACHINE_HOURS';

export type RefusalCode =
  | 'IN_THE_PAST'
  /** Its state does not allow bookings (维修, 外借, 报废 …). */
  | 'NOT_BOOKABLE'
  /** Its owner lends it by agreement alone, and there is none in force with this organisation. */
  | 'NO_AGREEMENT'
  /** The agreement is not in force at that time. */
  | 'OUTSIDE_AGREEMENT'
  | 'OUTSIDE_OPENING_HOURS'
  /** More attendees than the venue takes. */
  | 'OVER_CAPACITY'
  /** More than the agreement allows in the period; the message says what is left. */
  | 'OVER_QUOTA'
  /** There is an agreement, for other purposes. */
  | 'PURPOSE_NOT_AGREED'
  /** Somebody else has it. */
  | 'TAKEN'
  | 'TOO_FAR_AHEAD'
  | 'TOO_LONG'
  /** Maintenance. */
  | 'UNDER_MAINTENANCE';

/** One reason against a booking. All reasons are given at once. */
export type RefusalReason = {
  /** What is in the way, for TAKEN and UNDER_MAINTENANCE. */
  allocation: Maybe<Allocation>;
  code: RefusalCode;
  /** In the viewer's language. */
  message: Scalars['String']['output'];
  /** Null when the reason lies in the booking as a whole. */
  resource: Maybe<Resource>;
};

/** The registers that can be imported. */
export type Register =
  /** 企业技术人员名单 */
  | 'ENGINEERS'
  /** 教学仪器设备台账 */
  | 'EQUIPMENT'
  /** 教师名册 */
  | 'TEACHERS'
  /** 实训室一览表 */
  | 'VENUES';

/** Somebody has asked by themselves to come in for an organisation, and has shown that the mail address is theirs. */
export type Registration = {
  /** When they asked. */
  askedAt: Scalars['DateTime']['output'];
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  decidedBy: Maybe<Person>;
  /** Proven by a link that was mailed there. */
  email: Maybe<Scalars['String']['output']>;
  /** Without an answer by then it is forgotten, and they are told. */
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** As on their account. Null once it is answered, as are email and note: nothing of it is kept. */
  name: Maybe<Scalars['String']['output']>;
  /** What they wrote to the administrator. */
  note: Maybe<Scalars['String']['output']>;
  organisation: Organisation;
  /** Whoever asked, where the consortium knows them already or has taken them in by this. */
  person: Maybe<Person>;
  state: RegistrationState;
  viewerCanDecide: Scalars['Boolean']['output'];
  /** As what they want to come in. */
  wishedRole: Role;
};

export type RegistrationConnection = {
  nodes: Array<Registration>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RegistrationState =
  | 'CONFIRMED'
  | 'REFUSED'
  /** Waits for an administrator of the organisation. */
  | 'WAITING'
  /** Taken back by whoever asked. */
  | 'WITHDRAWN';

export type Replacement = {
  original: Resource;
  /** True when it is of the same model. */
  sameModel: Scalars['Boolean']['output'];
  substitute: Resource;
};

/** Anything with a calendar: a machine, a room, a teacher, an engineer. It belongs to one organisation. */
export type Resource = {
  /** True in states 在用 and 闲置: only then can it be booked. */
  bookable: Scalars['Boolean']['output'];
  /** Minutes kept free after each booking, 0 to 240. */
  bufferAfter: Scalars['Int']['output'];
  /** Minutes kept free before each booking, 0 to 240. */
  bufferBefore: Scalars['Int']['output'];
  /** How many people it takes; null when it does not matter. */
  capacity: Maybe<Scalars['Int']['output']>;
  /** What others of its kind share: the class of a machine, the use of a room, the speciality of a person. */
  category: Maybe<Scalars['String']['output']>;
  /** 资产编号, 房间号 or 工号, as in the owner's register; units of one line carry a suffix such as -02. */
  code: Maybe<Scalars['String']['output']>;
  /** Where it is at home, if that is another consortium than the viewer's. */
  consortium: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** The part of the owner that uses it (使用单位, 部门). */
  department: Maybe<Scalars['String']['output']>;
  /** 经费来源 */
  fundingSource: Maybe<Scalars['String']['output']>;
  /** How many hours an unanswered request holds the slot, 1 to 336. */
  holdHours: Scalars['Int']['output'];
  /** How many days ahead it may be booked, 1 to 730. */
  horizonDays: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** The person in charge of it (领用人, 管理员), as in the register. */
  keeper: Maybe<Scalars['String']['output']>;
  kind: ResourceKind;
  /** 生产厂家 */
  manufacturer: Maybe<Scalars['String']['output']>;
  /** The longest booking in minutes, 15 to 43200. */
  maxMinutes: Scalars['Int']['output'];
  /** My latest wish to see the data of this minor; null when there was none. */
  minorAccess: Maybe<MinorAccess>;
  /** 规格型号 */
  model: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** Whether the owner has to approve each booking. */
  needsApproval: Scalars['Boolean']['output'];
  note: Maybe<Scalars['String']['output']>;
  /** When it may be booked, in the consortium's time zone; empty means at any time. */
  openingHours: Array<OpeningPeriod>;
  owner: Organisation;
  /** For teachers and engineers: personal data, masked. */
  personalData: Maybe<PersonalData>;
  /** Address of the photo; null when there is none. */
  photoUrl: Maybe<Scalars['String']['output']>;
  /** 校区, 楼栋, 房间, as people say it. */
  place: Maybe<Scalars['String']['output']>;
  /** For teachers and engineers: title, skill level and what they teach. */
  profession: Maybe<Profession>;
  /** 购置日期 */
  purchasedOn: Maybe<Scalars['Date']['output']>;
  /** Who of the consortium may book it. */
  sharing: Sharing;
  state: ResourceState;
  /** 单价, yuan. */
  unitPrice: Maybe<Scalars['Float']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change; hand it back to change the record. */
  version: Scalars['Int']['output'];
  viewerCanBlock: Scalars['Boolean']['output'];
  viewerCanBook: Scalars['Boolean']['output'];
  viewerCanReveal: Scalars['Boolean']['output'];
  viewerCanUpdate: Scalars['Boolean']['output'];
};

export type ResourceConnection = {
  nodes: Array<Resource>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ResourceDutyAction =
  /** To another keeper, or to another owner. */
  | 'HAND_OVER'
  | 'KEEP'
  /** Cannot be booked any more. For organisations. */
  | 'WITHDRAW';

export type ResourceDutyInput = {
  action: ResourceDutyAction;
  /** Those meant; all when left out. */
  resourceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The new owner. */
  toOrganisationId?: InputMaybe<Scalars['ID']['input']>;
  /** The new keeper. */
  toPersonId?: InputMaybe<Scalars['ID']['input']>;
};

export type ResourceFilter = {
  /** Only those that can be booked. */
  bookable?: InputMaybe<Scalars['Boolean']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  kinds?: InputMaybe<Array<ResourceKind>>;
  model?: InputMaybe<Scalars['String']['input']>;
  needsApproval?: InputMaybe<Scalars['Boolean']['input']>;
  ownerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Chinese, pinyin or initials of the name, model, code, place or keeper. */
  search?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<Array<ResourceState>>;
};

export type ResourceHit = {
  matchedBy: SearchMatch;
  resource: Resource;
};

export type ResourceKind =
  /** 企业工程师 */
  | 'ENGINEER'
  /** 设备 */
  | 'EQUIPMENT'
  /** 教师 */
  | 'TEACHER'
  /** 场地 */
  | 'VENUE';

export type ResourceOrder =
  | 'CODE'
  | 'KIND_THEN_NAME'
  | 'NAME'
  | 'OWNER_THEN_NAME'
  | 'PLACE'
  | 'UPDATED_LAST';

/** Who can reach a thing, and what they did with it. */
export type ResourceReach = {
  /** Bookings that used it so far, or will. */
  bookings: Scalars['Int']['output'];
  grant: Grant;
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** Minutes reserved and used. */
  minutes: Scalars['Int']['output'];
};

export type ResourceState =
  /** 闲置 */
  | 'IDLE'
  /** 在用 */
  | 'IN_USE'
  /** 外借 */
  | 'LENT_OUT'
  /** 报废 */
  | 'SCRAPPED'
  /** 待报废 */
  | 'TO_BE_SCRAPPED'
  /** 维修 */
  | 'UNDER_REPAIR'
  /** 已撤出: its owner took it along when it left the consortium */
  | 'WITHDRAWN';

export type ResourceUseInput = {
  approval?: InputMaybe<Scalars['Boolean']['input']>;
  beyondQuota?: InputMaybe<BeyondQuota>;
  /** 1 to 731. */
  horizonDays?: InputMaybe<Scalars['Int']['input']>;
  /** A pool of the giver. */
  poolId: Scalars['ID']['input'];
  /** 0 to 100,000 yuan, two decimals. */
  pricePerHour?: InputMaybe<Scalars['Float']['input']>;
  priority?: InputMaybe<ClausePriority>;
  /** 0 to 100. */
  publicBenefitShare?: InputMaybe<Scalars['Int']['input']>;
  purposes: Array<Purpose>;
  quota?: InputMaybe<QuotaInput>;
};

export type ResourceUseTerms = {
  /** Each booking waits for the owner's answer. */
  approval: Scalars['Boolean']['output'];
  beyondQuota: BeyondQuota;
  /** How many days ahead it may be booked; null is as others. */
  horizonDays: Maybe<Scalars['Int']['output']>;
  poolId: Scalars['ID']['output'];
  /** As its owner calls it; null when it is gone. */
  poolName: Maybe<Scalars['String']['output']>;
  /** Yuan, two decimals; 0 is free. */
  pricePerHour: Scalars['Float']['output'];
  priority: ClausePriority;
  /** 公益使用占比, percent of the hours that are free (ALL-13). */
  publicBenefitShare: Scalars['Int']['output'];
  purposes: Array<Purpose>;
  /** Null is without limit. */
  quota: Maybe<Quota>;
};

export type Role =
  /** 审计员: reads everything, changes nothing */
  | 'AUDITOR'
  /** 审计管理员: reads the audit log, nothing else */
  | 'AUDIT_ADMINISTRATOR'
  /** 协调员: schedules classes and internships for one organisation */
  | 'COORDINATOR'
  /** 理事会成员 */
  | 'COUNCIL_MEMBER'
  /** 企业工程师 */
  | 'ENGINEER'
  /** 单位管理员: answers for one organisation */
  | 'ORGANISATION_ADMINISTRATOR'
  /** 园区管理员: coordinates all resources of the park */
  | 'PARK_ADMINISTRATOR'
  /** 平台运营: founds consortia; sees no consortium's content */
  | 'PLATFORM_OPERATOR'
  /** 设备管理员: keeps one organisation's resources */
  | 'RESOURCE_KEEPER'
  /** 秘书处秘书: runs the consortium's office */
  | 'SECRETARY'
  /** 安全管理员: roles, policy of security and keys */
  | 'SECURITY_ADMINISTRATOR'
  /** 学生 */
  | 'STUDENT'
  /** 系统管理员: accounts, members and settings, where administration is separated (三员分立) */
  | 'SYSTEM_ADMINISTRATOR'
  /** 教师 */
  | 'TEACHER';

/** A person's role for one organisation in one consortium. */
export type RoleGrant = {
  id: Scalars['ID']['output'];
  organisation: Organisation;
  person: Person;
  role: Role;
  since: Scalars['Date']['output'];
  state: TermState;
  /** The first day on which it does not count any more; null is without end. */
  until: Maybe<Scalars['Date']['output']>;
  /** May extend, shorten or end it. */
  viewerCanChange: Scalars['Boolean']['output'];
};

export type RoleHandOverInput = {
  roleGrantId: Scalars['ID']['input'];
  /** Gets the same role for the same organisation, until the same day. */
  toPersonId: Scalars['ID']['input'];
};

export type RotateApiKeyInput = {
  /** For how many days the new one is good, 1 to 365. */
  days: Scalars['Int']['input'];
  /** For how many hours the old one stays good, 0 to 168. */
  keepHours?: InputMaybe<Scalars['Int']['input']>;
};

/** What the signed-in person may do here; the portal shows only that. */
export type SchedulingAccess = {
  /** The organisations for which the person may book: their own, or every member (null). */
  bookForOrganisationIds: Maybe<Array<Scalars['ID']['output']>>;
  canApprove: Scalars['Boolean']['output'];
  canBlock: Scalars['Boolean']['output'];
  canBook: Scalars['Boolean']['output'];
  canCreateResource: Scalars['Boolean']['output'];
  canExport: Scalars['Boolean']['output'];
  canImport: Scalars['Boolean']['output'];
  canSeeAllBookings: Scalars['Boolean']['output'];
  /** What others show by clauses on data. */
  canSeeSharedData: Scalars['Boolean']['output'];
  /** The organisations whose registers the person may import: their own, or every member (null). */
  importForOrganisationIds: Maybe<Array<Scalars['ID']['output']>>;
};

/** 校历: a school year's terms and own days. */
export type SchoolCalendar = {
  days: Array<SchoolDays>;
  id: Scalars['ID']['output'];
  /** Null: the consortium's own, for those who have none. */
  organisation: Maybe<Organisation>;
  /** 2026 for 2026-2027, from 1 September to 31 August. */
  schoolYear: Scalars['Int']['output'];
  terms: Array<SchoolTerm>;
  version: Scalars['Int']['output'];
};

export type SchoolCalendarInput = {
  days: Array<SchoolDaysInput>;
  /** The organisation whose calendar it is; the consortium's own when left out. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** 2025 to 2050. */
  schoolYear: Scalars['Int']['input'];
  /** At most one of each kind, without common weeks. */
  terms: Array<SchoolTermInput>;
};

/** Days that a school itself gives off, or on which it teaches although others do not. */
export type SchoolDays = {
  firstDay: Scalars['Date']['output'];
  /** The weekday whose timetable a single day of lessons takes. */
  follows: Maybe<Scalars['Int']['output']>;
  kind: DayOffKind;
  lastDay: Scalars['Date']['output'];
  name: Scalars['String']['output'];
};

export type SchoolDaysInput = {
  firstDay: Scalars['Date']['input'];
  follows?: InputMaybe<Scalars['Int']['input']>;
  kind: DayOffKind;
  /** The first day when left out; at most 90 days later. */
  lastDay?: InputMaybe<Scalars['Date']['input']>;
  /** 1 to 40 characters. */
  name: Scalars['String']['input'];
};

export type SchoolTerm = {
  /** Weeks of exams after the teaching weeks. */
  examWeeks: Scalars['Int']['output'];
  /** The first day with lessons; week 1 begins on its Monday. */
  firstDay: Scalars['Date']['output'];
  kind: TermKind;
  /** Such as 2026-2027-1. */
  label: Scalars['String']['output'];
  /** The Sunday of the last week. */
  lastDay: Scalars['Date']['output'];
  teachingWeeks: Scalars['Int']['output'];
};

export type SchoolTermInput = {
  /** 0 to 6. */
  examWeeks?: InputMaybe<Scalars['Int']['input']>;
  firstDay: Scalars['Date']['input'];
  kind: TermKind;
  /** 1 to 30. */
  teachingWeeks: Scalars['Int']['input'];
};

/** How an entry stands in the chain. */
export type SealState =
  /** From before there was a chain. */
  | 'ADOPTED'
  /** Not written by this installation. */
  | 'FORGED'
  /** Taken away before it was sealed. */
  | 'MISSING'
  /** Written by this installation, unchanged. */
  | 'PROVEN';

/** What of a record a search was found in; RECORD when the words are in several parts of it. */
export type SearchMatch =
  /** 资产编号, 房间号, 工号 */
  | 'CODE'
  | 'KEEPER'
  /** 规格型号 */
  | 'MODEL'
  | 'NAME'
  /** The organisation for which a booking is. */
  | 'ORGANISATION'
  | 'PLACE'
  | 'RECORD'
  /** A resource of a booking. */
  | 'RESOURCE';

/** A place from which a signed-in person can work: one organisation in one consortium, with the roles held there. */
export type Seat = {
  consortium: Consortium;
  organisation: Organisation;
  roles: Array<Role>;
};

/** Whether people may ask by themselves to come in for an organisation, by a link that its administrators hand out. */
export type SelfRegistration = {
  changedAt: Scalars['DateTime']['output'];
  /** Who turned it on or off last, or renewed the link. */
  changedBy: Maybe<Person>;
  id: Scalars['ID']['output'];
  /** The address to hand out, such as https://…/register#…; null while it is off. */
  link: Maybe<Scalars['String']['output']>;
  /** Off until an administrator of the organisation turns it on. */
  on: Scalars['Boolean']['output'];
  organisation: Organisation;
};

export type SettleDutiesInput = {
  /** What is not named stays. At most 200. */
  bookings?: InputMaybe<Array<BookingDutyInput>>;
  /** The day on which they go; today when left out. Resources change hands on that day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** … or an organisation. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** Either a person … */
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** Told to whoever is concerned. At most 300 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  resources?: InputMaybe<ResourceDutyInput>;
  /** Who for bookings of an organisation takes over, for all of them. */
  toOrganisationId?: InputMaybe<Scalars['ID']['input']>;
};

/** What was done; what had been done before is not counted again. */
export type SettledDuties = {
  cancelled: Scalars['Int']['output'];
  handedOver: Scalars['Int']['output'];
  resources: Scalars['Int']['output'];
};

export type SharedData =
  /** 预约记录 */
  | 'BOOKINGS'
  /** 实习记录 */
  | 'INTERNSHIP_RECORDS'
  /** 联系方式 */
  | 'PERSON_CONTACT'
  /** 姓名 */
  | 'PERSON_NAME'
  /** 职称与技能等级 */
  | 'PROFESSION'
  /** 人才需求 */
  | 'TALENT_DEMAND'
  /** 使用机时 */
  | 'USAGE_HOURS';

/** Numbers of records; null where the clause does not name any of their fields. */
export type SharedDataCounts = {
  /** Of the calendar year, confirmed, of the giver's things and people. */
  bookings: Maybe<Scalars['Int']['output']>;
  /** Of the same bookings, by the head, one decimal. */
  hours: Maybe<Scalars['Float']['output']>;
  /** Teachers and engineers. */
  people: Maybe<Scalars['Int']['output']>;
};

/** A teacher or engineer of the giver. What the clause does not name is null. */
export type SharedDataPerson = {
  /** A telephone number; or 138****1234 where the clause masks. */
  contact: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: ResourceKind;
  /** 李工; or 李* where the clause masks. */
  name: Maybe<Scalars['String']['output']>;
  skillLevel: Maybe<Scalars['String']['output']>;
  title: Maybe<Scalars['String']['output']>;
};

/** What a clause on data shows of the giver, while it is in force: the fields that it names, masked as it says (PIPL 第二十条, 第二十三条). */
export type SharedDataSet = {
  clause: Maybe<Clause>;
  counts: SharedDataCounts;
  fields: Array<SharedData>;
  giver: Organisation;
  /** That of its clause. */
  id: Scalars['ID']['output'];
  mask: DataMask;
  /** The first instant without it. */
  validUntil: Scalars['DateTime']['output'];
};

/** How much one of the giver's things was used in a calendar year. What the clause does not name is null. */
export type SharedDataUsage = {
  bookings: Maybe<Scalars['Int']['output']>;
  /** One decimal. */
  hours: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  kind: ResourceKind;
  /** Null for people where the clause does not name them. */
  name: Maybe<Scalars['String']['output']>;
};

/** A thing of another consortium that a grant in force shows. */
export type SharedThing = {
  /** Name of the consortium in which it is at home. */
  consortium: Scalars['String']['output'];
  grant: Grant;
  id: Scalars['ID']['output'];
  resource: Resource;
};

export type SharedThingConnection = {
  nodes: Array<SharedThing>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type SharedThingFilter = {
  kinds?: InputMaybe<Array<ResourceKind>>;
  /** Chinese, pinyin or initials of the name, model, code or place. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Who of the consortium may book a thing. */
export type Sharing =
  /** Only those with an agreement in force about it. */
  | 'AGREEMENTS'
  /** Every member, by the owner's own rules; clauses that speak of it come first. */
  | 'MEMBERS';

export type SignAgreementInput = {
  /** 校长, 总经理: 1 to 40 characters. */
  office: Scalars['String']['input'];
  /** Of the text that one has read. */
  textHash: Scalars['String']['input'];
};

export type StartImportInput = {
  /** From POST /files. */
  fileId: Scalars['ID']['input'];
  /** Whose resources these are; engineers' rows may name other enterprises by 统一社会信用代码. */
  ownerId: Scalars['ID']['input'];
  /** Guessed from the headings when left out. */
  register?: InputMaybe<Register>;
  /** Found by the headings when left out. */
  sheet?: InputMaybe<Scalars['String']['input']>;
};

export type SuspendAgreementInput = {
  /** 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

export type SuspendInput = {
  /** 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The first day on which it does not count any more; until somebody lifts it when left out. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** A person or a member who may not work in this consortium for a time. Roles and membership stay, and count again afterwards. */
export type Suspension = {
  id: Scalars['ID']['output'];
  reason: Scalars['String']['output'];
  since: Scalars['Date']['output'];
  state: TermState;
  suspendedBy: Person;
  /** The first day on which it does not count any more; null is until somebody lifts it. */
  until: Maybe<Scalars['Date']['output']>;
};

export type TermKind =
  /** 第一学期 */
  | 'FIRST'
  /** 第二学期 */
  | 'SECOND'
  /** 短学期 */
  | 'SHORT';

/** Where a term with a first and a last day stands today. */
export type TermState =
  /** 尚未开始 */
  | 'COMING'
  /** 已结束 */
  | 'ENDED'
  /** 有效 */
  | 'IN_FORCE';

export type TerminateAgreementInput = {
  /** The first day without it, at least the agreed notice ahead. */
  on: Scalars['Date']['input'];
  /** 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

export type UpdateAgreementInput = {
  /** The own organisation signs for all members of its consortium; only the lead can. */
  forConsortium?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of the parties those that are members of another consortium, and of which. */
  guests?: InputMaybe<Array<GuestPartyInput>>;
  noticeDays?: InputMaybe<Scalars['Int']['input']>;
  partyIds: Array<Scalars['ID']['input']>;
  purpose?: InputMaybe<Scalars['String']['input']>;
  since: Scalars['Date']['input'];
  title: Scalars['String']['input'];
  until: Scalars['Date']['input'];
};

/** Only what is given is changed. */
export type UpdateBookingInput = {
  attendees?: InputMaybe<Scalars['Int']['input']>;
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Purpose>;
  resourceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

/** Only what is given is changed. */
export type UpdateConsortiumInput = {
  /** One of the languages. */
  defaultLanguage?: InputMaybe<Scalars['String']['input']>;
  /** At most 70. */
  defaultOpeningHours?: InputMaybe<Array<WeeklyHoursInput>>;
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A picture from POST /files, at most 1 MB; an empty string removes the logo. */
  logoFileId?: InputMaybe<Scalars['String']['input']>;
  /** 2 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 12 characters. */
  shortName?: InputMaybe<Scalars['String']['input']>;
  /** IANA time zone. Instants stay what they are; the clock by which they are shown changes. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type UpdatePoolInput = {
  name: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  /** All that is to be in it. */
  resourceIds: Array<Scalars['ID']['input']>;
};

/** Only what is given is changed. */
export type UpdateResourceInput = {
  bufferAfter?: InputMaybe<Scalars['Int']['input']>;
  bufferBefore?: InputMaybe<Scalars['Int']['input']>;
  capacity?: InputMaybe<Scalars['Int']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  department?: InputMaybe<Scalars['String']['input']>;
  holdHours?: InputMaybe<Scalars['Int']['input']>;
  horizonDays?: InputMaybe<Scalars['Int']['input']>;
  keeper?: InputMaybe<Scalars['String']['input']>;
  manufacturer?: InputMaybe<Scalars['String']['input']>;
  maxMinutes?: InputMaybe<Scalars['Int']['input']>;
  model?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  needsApproval?: InputMaybe<Scalars['Boolean']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  openingHours?: InputMaybe<Array<OpeningPeriodInput>>;
  /** Opening hours as people write them, e.g. 周一至周五 08:00-17:30; instead of openingHours. */
  openingHoursText?: InputMaybe<Scalars['String']['input']>;
  /** A file from POST /files; an empty string removes the photo. */
  photoFileId?: InputMaybe<Scalars['String']['input']>;
  place?: InputMaybe<Scalars['String']['input']>;
  sharing?: InputMaybe<Sharing>;
  state?: InputMaybe<ResourceState>;
};

/** What is left out stays as it is. */
export type UpdateWebhookInput = {
  events?: InputMaybe<Array<WebhookEvent>>;
  on?: InputMaybe<Scalars['Boolean']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

export type UseDecision =
  /** The whole booking is cancelled. */
  | 'CANCEL'
  /** It stands, although its grant is over. */
  | 'KEEP';

/** What came of one rule. */
export type Verdict =
  /** 不通过: nothing is written */
  | 'BLOCK'
  /** 豁免 */
  | 'EXEMPT'
  /** 资料不足: never a pass */
  | 'NOT_ENOUGH_DATA'
  /** 符合 */
  | 'PASS'
  /** 提示 */
  | 'WARN';

/** Where an organisation's programs hear what changed: each piece of news is sent by POST, signed as Standard Webhooks says, until it is answered with 2xx. */
export type Webhook = {
  createdAt: Scalars['DateTime']['output'];
  createdBy: Maybe<Person>;
  events: Array<WebhookEvent>;
  /** Deliveries that were given up, of those that are kept. */
  failedCount: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  offReason: Maybe<WebhookOffReason>;
  organisation: Organisation;
  /** Until then deliveries are signed with the secret before as well. */
  previousUntil: Maybe<Scalars['DateTime']['output']>;
  state: WebhookState;
  url: Scalars['String']['output'];
  version: Scalars['Int']['output'];
  /** Deliveries that are on their way. */
  waitingCount: Scalars['Int']['output'];
};

export type WebhookAttempt = {
  /** The first 1,024 characters of the answer; addresses and long numbers are left out. */
  answer: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  milliseconds: Scalars['Int']['output'];
  /** HTTP status of the answer; null when there was none. */
  status: Maybe<Scalars['Int']['output']>;
  /** Why there was no answer, such as TIMED_OUT. */
  trouble: Maybe<Scalars['String']['output']>;
};

/** One piece of news for one webhook. Kept for 90 days. */
export type WebhookDelivery = {
  /** Latest first. */
  attempts: Array<WebhookAttempt>;
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** When it is tried next. */
  dueAt: Scalars['DateTime']['output'];
  happenedAt: Scalars['DateTime']['output'];
  /** Sent as `webhook-id`: the same for each try and each replay, so that a receiver knows what it has had. */
  id: Scalars['ID']['output'];
  state: WebhookDeliveryState;
  /** The record that it is about; the receiver reads it with its API key. */
  subjectId: Scalars['ID']['output'];
  subjectVersion: Maybe<Scalars['Int']['output']>;
  tries: Scalars['Int']['output'];
  /** Such as `booking.confirmed`, or `webhook.test`. */
  type: Scalars['String']['output'];
};

export type WebhookDeliveryConnection = {
  nodes: Array<WebhookDelivery>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type WebhookDeliveryState =
  | 'DELIVERED'
  | 'FAILED'
  | 'SENDING'
  | 'WAITING';

/** What a webhook can hear of. On the wire it is written `booking.confirmed`. */
export type WebhookEvent =
  /** It was cancelled, or maintenance took its place. */
  | 'BOOKING_CANCELLED'
  /** Its time, resources or text changed, or it waits for an answer again. */
  | 'BOOKING_CHANGED'
  /** All who had to agree have agreed. */
  | 'BOOKING_CONFIRMED'
  /** A booking was requested or made. */
  | 'BOOKING_CREATED'
  /** An owner said no, or nobody answered in time: what it held is free. */
  | 'BOOKING_RELEASED'
  /** A register was written, or could not be; its resources are not told one by one. */
  | 'IMPORT_FINISHED'
  /** Maintenance was planned, changed or cancelled. */
  | 'MAINTENANCE_CHANGED'
  /** An organisation came, went, was suspended or changed its part in the consortium. */
  | 'MEMBERSHIP_CHANGED'
  /** Roles of one of the organisation's people began, changed or ended, or the person was suspended. */
  | 'PERSON_CHANGED'
  | 'RESOURCE_CHANGED'
  | 'RESOURCE_CREATED';

export type WebhookOffReason =
  /** 手动关闭 */
  | 'BY_HAND'
  /** 连续三天推送失败 */
  | 'FAILING'
  /** 对方答复 410 Gone */
  | 'GONE';

export type WebhookState =
  /** 启用 */
  | 'ACTIVE'
  /** 停用 */
  | 'INACTIVE';

/** From `opens` to `closes` on one weekday. */
export type WeeklyHours = {
  /** HH:MM; 24:00 is the end of the day. */
  closes: Scalars['String']['output'];
  /** HH:MM */
  opens: Scalars['String']['output'];
  /** 1 Monday to 7 Sunday. */
  weekday: Scalars['Int']['output'];
};

export type WeeklyHoursInput = {
  closes: Scalars['String']['input'];
  opens: Scalars['String']['input'];
  weekday: Scalars['Int']['input'];
};
