import type { Words } from '../audit/audit.words.ts';

/** How the audit log speaks of agreements and pools. */
export const agreementWords: Record<'operations' | 'actions' | 'subjects' | 'fields' | 'values', Words> = {
  operations: {
    createPool: ['新建资源池', 'Make a pool'], updatePool: ['修改资源池', 'Change a pool'], removePool: ['删除资源池', 'Remove a pool'],
    createAgreement: ['起草协议', 'Draft an agreement'], updateAgreement: ['修改协议', 'Change an agreement'], amendAgreement: ['发起协议变更', 'Start an amendment'], renewAgreement: ['发起协议续签', 'Renew an agreement'],
    addClause: ['增加条款', 'Add a clause'], updateClause: ['修改条款', 'Change a clause'], removeClause: ['删除条款', 'Remove a clause'], acceptClause: ['接受条款', 'Accept a clause'], withdrawAcceptance: ['收回对条款的接受', 'Take back the acceptance of a clause'],
    commentAgreement: ['对协议提出意见', 'Comment on an agreement'], settleComment: ['标记意见已处理', 'Settle a comment'],
    signAgreement: ['签署协议', 'Sign an agreement'], reopenAgreement: ['把协议退回起草', 'Take an agreement back to drafting'], withdrawAgreement: ['撤回协议', 'Withdraw an agreement'],
    suspendAgreement: ['中止协议', 'Suspend an agreement'], resumeAgreement: ['恢复协议', 'Resume an agreement'], terminateAgreement: ['终止协议', 'Terminate an agreement'], 'GET /agreements/:id/agreement.docx': ['打印协议（Word）', 'Print an agreement (Word)'], 'GET /agreements/:id/agreement.pdf': ['打印协议（PDF）', 'Print an agreement (PDF)'],
    narrowRole: ['收窄单位的角色', 'Narrow a role for an organisation'], decideUse: ['决定协议结束后的预约', 'Decide on a booking after its agreement'], 'uses.settle': ['结算协议用量', 'Enter what agreements were used for'],
    'agreement.warn': ['提醒协议到期', 'Warn of an agreement that ends'],
  },
  actions: { parties: ['设定签约方', 'parties set'], fill: ['调整内容', 'content changed'], copy: ['同步到本联合体', 'copied to this consortium'] },
  subjects: { Pool: ['资源池', 'Pool'], Agreement: ['协议', 'Agreement'], Clause: ['条款', 'Clause'], ClauseAcceptance: ['对条款的接受', 'Acceptance of a clause'], AgreementComment: ['对协议的意见', 'Comment on an agreement'], AgreementSignature: ['签署', 'Signature'], RoleNarrowing: ['角色收窄', 'Narrowed role'], GrantUse: ['按协议的使用', 'Use under an agreement'] },
  fields: {
    number: ['编号', 'Number'], noticeDays: ['提前通知天数', 'Notice (days)'], partyIds: ['签约方', 'Parties'], draftedById: ['起草人', 'Drafted by'], draftedForId: ['起草单位', 'Drafted for'], textHash: ['文本校验值', 'Hash of the text'], signedAt: ['签署完成于', 'Signed at'],
    suspendedAt: ['中止于', 'Suspended at'], suspendedForId: ['中止单位', 'Suspended for'], suspendReason: ['中止原因', 'Why suspended'], endsOn: ['终止于', 'Ends on'], endReason: ['终止原因', 'Why it ends'], amendsId: ['变更自', 'Amends'], renewsId: ['续签自', 'Renews'], replacedOn: ['被替代于', 'Replaced on'],
    agreementId: ['协议', 'Agreement'], clauseId: ['条款', 'Clause'], ordinal: ['次序', 'Order'], giverId: ['提供方', 'Giver'], takerId: ['使用方', 'Taker'], poolId: ['资源池', 'Pool'], terms: ['约定', 'Terms'], wording: ['补充约定', 'Wording'], text: ['意见', 'Comment'],
    settledById: ['处理人', 'Settled by'], settledAt: ['处理于', 'Settled at'], office: ['职务', 'Office'], form: ['格式', 'Format'], poolName: ['资源池名称', 'Name of the pool'], personName: ['签署人', 'Signed by'], denied: ['不给的权限', 'Not left to it'], shared: ['跨联合体', 'Across consortia'], sharing: ['出借方式', 'Lent to'], keptAt: ['保留于', 'Kept at'], keptById: ['决定保留的人', 'Kept by'], tenants: ['涉及的联合体', 'Consortia'],
  },
  values: {
    BOOK: ['预约', 'Book'], DECIDE: ['审批', 'Decide'], BLOCK: ['安排维护', 'Maintenance'], KEEP: ['管理台账', 'Keep the register'], IMPORT: ['导入', 'Import'], EXPORT: ['导出', 'Export'], REVEAL: ['查看完整个人信息', 'Personal data in full'], MEMBERS: ['全体成员', 'All members'], AGREEMENTS: ['仅限有协议的单位', 'By agreement alone'], COOPERATION: ['校企合作协议', 'Cooperation'], SHARING: ['共建共享协议', 'Sharing'], DRAFT: ['起草中', 'Draft'], SIGNING: ['签署中', 'Being signed'], SIGNED: ['已签署', 'Signed'],
    RESOURCE_USE: ['设备场地使用', 'Use of resources'], EXCHANGE: ['人员互聘互派', 'Exchange of people'], PROGRAMME: ['人才培养方案', 'Training programmes'], INTERNS: ['接收实习生', 'Interns'], DATA: ['数据共享', 'Data'],
  },
};
