import type { MessageKinds } from '@gongjian/platform';

const MINE = { 'zh-CN': '这是您提交的预约', en: 'You made this booking' };
const OURS = { 'zh-CN': '您负责{organisation}的资源', en: 'You look after the resources of {organisation}' };
const SEE = { 'zh-CN': '查看预约', en: 'See the booking' };
const AGAIN = { 'zh-CN': '查看并改约', en: 'See it and book anew' };

/** What scheduling tells people. */
export const messageKinds: MessageKinds = {
  APPROVAL_ASKED: {
    mail: 'NOW',
    'zh-CN': { name: '有人请我审批', what: '{by}请您审批“{title}”，{when}', more: '涉及{resources}', why: OURS['zh-CN'], button: '去审批' },
    en: { name: 'My approval is asked for', what: '{by} asks you to approve “{title}”, {when}', more: 'It needs {resources}', why: OURS.en, button: 'Review the request' },
  },
  BOOKING_APPROVED: {
    mail: 'OFF',
    'zh-CN': { name: '我的预约得到一家单位同意', what: '{organisation}同意了“{title}”，{when}', more: '还在等其他单位答复', why: MINE['zh-CN'], button: SEE['zh-CN'] },
    en: { name: 'One owner has approved my booking', what: '{organisation} approved “{title}”, {when}', more: 'Others have yet to answer', why: MINE.en, button: SEE.en },
  },
  BOOKING_CONFIRMED: {
    mail: 'NOW',
    'zh-CN': { name: '我的预约已确认', what: '“{title}”已确认，{when}', more: '需要同意的单位都已同意', why: MINE['zh-CN'], button: SEE['zh-CN'] },
    en: { name: 'My booking is confirmed', what: '“{title}” is confirmed, {when}', more: 'All who had to agree have agreed', why: MINE.en, button: SEE.en },
  },
  BOOKING_REJECTED: {
    mail: 'NOW',
    'zh-CN': { name: '我的预约被驳回', what: '{organisation}驳回了“{title}”，{when}', more: '原因：{reason}', why: MINE['zh-CN'], button: AGAIN['zh-CN'] },
    en: { name: 'My booking was rejected', what: '{organisation} rejected “{title}”, {when}', more: 'Reason: {reason}', why: MINE.en, button: AGAIN.en },
  },
  BOOKING_EXPIRED: {
    mail: 'NOW',
    'zh-CN': { name: '我的预约过期未获答复', what: '“{title}”没有在期限内得到答复，时段已释放', more: '原定{when}', why: MINE['zh-CN'], button: AGAIN['zh-CN'] },
    en: { name: 'My booking ran out without an answer', what: '“{title}” was not answered in time and its slots are free again', more: 'It was for {when}', why: MINE.en, button: AGAIN.en },
  },
  BOOKING_CHANGED: {
    mail: 'NOW',
    'zh-CN': { name: '别人改了我的预约', what: '{by}修改了“{title}”，现在是{when}', why: MINE['zh-CN'], button: SEE['zh-CN'] },
    en: { name: 'Somebody changed my booking', what: '{by} changed “{title}”; it is now {when}', why: MINE.en, button: SEE.en },
  },
  BOOKING_HANDED_OVER: {
    mail: 'NOW',
    'zh-CN': { name: '别人的预约交接给我', what: '{by}把{person}的“{title}”交接给您，时间是{when}', why: '您是接手人', button: SEE['zh-CN'] },
    en: { name: 'A booking was handed over to me', what: '{by} handed “{title}” of {person} over to you; it is {when}', why: 'You take it over', button: SEE.en },
  },
  BOOKING_CANCELLED: {
    mail: 'NOW',
    'zh-CN': { name: '别人取消了我的预约', what: '{by}取消了“{title}”，{when}', more: '原因：{reason}', why: MINE['zh-CN'], button: AGAIN['zh-CN'] },
    en: { name: 'Somebody cancelled my booking', what: '{by} cancelled “{title}”, {when}', more: 'Reason: {reason}', why: MINE.en, button: AGAIN.en },
  },
  MAINTENANCE_HIT: {
    mail: 'NOW',
    'zh-CN': { name: '维护占用了我的预约', what: '{resource}要在{maintenance}维护，“{title}”（{when}）已取消', more: '原因：{reason}', why: MINE['zh-CN'], button: AGAIN['zh-CN'] },
    en: { name: 'Maintenance displaced my booking', what: '{resource} is under maintenance {maintenance}; “{title}” ({when}) was cancelled', more: 'Reason: {reason}', why: MINE.en, button: AGAIN.en },
  },
  BOOKING_GAVE_WAY: {
    mail: 'NOW',
    'zh-CN': { name: '我的预约让给了协议优先的预约', what: '“{title}”（{when}）还没有审批完，时段让给了协议约定优先安排的预约', more: '已经确认的预约不会被让出；请改个时间，或换一个资源', why: MINE['zh-CN'], button: AGAIN['zh-CN'] },
    en: { name: 'My booking made way for one that goes first', what: '“{title}” ({when}) was still waiting for approval and made way for a booking that an agreement puts first', more: 'What is confirmed never has to; choose another time, or another resource', why: MINE.en, button: AGAIN.en },
  },
  REQUEST_GAVE_WAY: {
    mail: 'DAILY',
    'zh-CN': { name: '请我审批的预约让给了协议优先的预约', what: '“{title}”（{when}）不用再审批，时段让给了协议约定优先安排的预约', why: OURS['zh-CN'], button: SEE['zh-CN'] },
    en: { name: 'A booking that I was asked about made way', what: '“{title}” ({when}) needs no answer any more; it made way for a booking that an agreement puts first', why: OURS.en, button: SEE.en },
  },
  REQUEST_WITHDRAWN: {
    mail: 'DAILY',
    'zh-CN': { name: '请我审批的预约被取消', what: '{by}取消了“{title}”，{when}', more: '原因：{reason}', why: OURS['zh-CN'], button: SEE['zh-CN'] },
    en: { name: 'A booking that I was asked about was cancelled', what: '{by} cancelled “{title}”, {when}', more: 'Reason: {reason}', why: OURS.en, button: SEE.en },
  },
  USES_IN_QUESTION: {
    mail: 'NOW',
    'zh-CN': { name: '协议到期后的预约等我决定', what: '协议“{title}”不再覆盖 {count} 项以后的预约，请决定保留还是取消', why: '您负责这些资源', button: '去决定' },
    en: { name: 'Bookings after the end of an agreement wait for me', what: 'The agreement “{title}” does not cover {count} coming bookings any more; decide whether they stand', why: 'You look after these resources', button: 'Decide' },
  },
  IMPORT_READY: {
    mail: 'OFF',
    'zh-CN': { name: '导入可以核对了', what: '“{file}”已读完，请核对后写入', more: '共 {total} 行，其中 {bad} 行需要修改', why: '您上传了这份台账', button: '核对' },
    en: { name: 'An import is ready for review', what: '“{file}” has been read; please review it', more: '{total} lines, {bad} of them need a correction', why: 'You uploaded this register', button: 'Review it' },
  },
  IMPORT_DONE: {
    mail: 'DAILY',
    'zh-CN': { name: '导入完成', what: '“{file}”导入完成：新建 {created}，更新 {changed}', more: '{bad} 行没有写入，可以下载后修改', why: '您上传了这份台账', button: '查看结果' },
    en: { name: 'An import is done', what: '“{file}” is imported: {created} new, {changed} changed', more: '{bad} lines were not; download and correct them', why: 'You uploaded this register', button: 'See the result' },
  },
  IMPORT_FAILED: {
    mail: 'DAILY',
    'zh-CN': { name: '导入失败', what: '“{file}”没有导入成功，什么都没有写入', why: '您上传了这份台账', button: '查看原因' },
    en: { name: 'An import has failed', what: '“{file}” could not be imported; nothing was written', why: 'You uploaded this register', button: 'See why' },
  },
  MINOR_ACCESS_ASKED: {
    mail: 'NOW',
    'zh-CN': { name: '有人申请查看未成年人信息', what: '{by}申请查看一位未成年人的信息', more: '用途：{reason}', why: '您是负责人，查看前须经您批准', button: '去答复' },
    en: { name: 'Somebody asks to see a minor\'s data', what: '{by} asks to see the data of a minor', more: 'For: {reason}', why: 'You answer for it, and it is not shown without you', button: 'Answer' },
  },
  MINOR_ACCESS_APPROVED: {
    mail: 'NOW',
    'zh-CN': { name: '可以查看未成年人信息', what: '{by}批准了您查看未成年人信息的申请，至 {until} 有效', more: '{answer}', why: '您提出了申请，每次查看都有记录', button: '查看' },
    en: { name: 'I may see a minor\'s data', what: '{by} approved that you see the data of a minor, until {until}', more: '{answer}', why: 'You asked for it; each look is recorded', button: 'See it' },
  },
  MINOR_ACCESS_REFUSED: {
    mail: 'NOW',
    'zh-CN': { name: '不能查看未成年人信息', what: '{by}没有批准您查看未成年人信息的申请', more: '理由：{answer}', why: '您提出了申请', button: '查看' },
    en: { name: 'I may not see a minor\'s data', what: '{by} did not approve that you see the data of a minor', more: 'Reason: {answer}', why: 'You asked for it', button: 'See it' },
  },
};
