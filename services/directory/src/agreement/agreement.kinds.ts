import type { MessageKinds } from '@gongjian/platform';

const WHY = ['您是签约单位的单位管理员', 'You administer one of the parties'] as const;
const SEE = ['查看协议', 'See the agreement'] as const;
type Pair = readonly [zh: string, en: string];
const kind = (name: Pair, what: Pair, more?: Pair, button: Pair = SEE): MessageKinds[string] => ({
  mail: 'NOW',
  'zh-CN': { name: name[0], what: what[0], ...(more && { more: more[0] }), why: WHY[0], button: button[0] },
  en: { name: name[1], what: what[1], ...(more && { more: more[1] }), why: WHY[1], button: button[1] },
});

/** What parties are told about their agreements. */
export const agreementKinds: MessageKinds = {
  AGREEMENT_DRAFTED: kind(['有协议请本单位一起起草', 'An agreement to draft together'], ['{by}起草了协议“{title}”，请本单位一起修改', '{by} drafted the agreement “{title}” with your organisation as a party'], ['编号 {number}', 'Number {number}'], ['查看并修改', 'See and change it']),
  AGREEMENT_AMENDED: kind(['协议有变更要起草', 'An amendment to draft'], ['{by}对协议“{title}”发起了变更', '{by} started an amendment of “{title}”'], ['新编号 {number}；签署完成前原协议继续有效', 'New number {number}; until it is signed the present one counts'], ['查看并修改', 'See and change it']),
  AGREEMENT_RENEWED: kind(['协议要续签', 'An agreement to renew'], ['{by}对协议“{title}”发起了续签', '{by} started to renew “{title}”'], ['新编号 {number}；接着原协议的期限', 'New number {number}; it follows on the present one'], ['查看并修改', 'See and change it']),
  AGREEMENT_COMMENTED: { ...kind(['协议有新的意见', 'A comment on an agreement'], ['{by}对协议“{title}”提出了意见', '{by} commented on the agreement “{title}”'], ['{text}', '{text}'], ['查看并答复', 'See and answer']), mail: 'DAILY' },
  AGREEMENT_TO_SIGN: kind(['有协议等待本单位签署', 'An agreement waits for our signature'], ['协议“{title}”的条款各方已全部接受，可以签署', 'All clauses of “{title}” are accepted; it can be signed'], ['编号 {number}', 'Number {number}'], ['阅读并签署', 'Read and sign']),
  AGREEMENT_SIGNED: kind(['协议签署完成', 'An agreement was signed by all'], ['协议“{title}”各方已签署', 'All have signed the agreement “{title}”'], ['编号 {number}，自 {since} 起生效', 'Number {number}, in force from {since}']),
  AGREEMENT_REOPENED: kind(['协议退回起草', 'An agreement is drafted again'], ['{by}把协议“{title}”退回起草，已有的签署作废', '{by} took “{title}” back to drafting; signatures so far are void']),
  AGREEMENT_WITHDRAWN: kind(['协议被撤回', 'An agreement was withdrawn'], ['{by}撤回了协议“{title}”', '{by} withdrew the agreement “{title}”']),
  AGREEMENT_SUSPENDED: kind(['协议被中止', 'An agreement was suspended'], ['{by}中止了协议“{title}”', '{by} suspended the agreement “{title}”'], ['原因：{reason}', 'Reason: {reason}']),
  AGREEMENT_RESUMED: kind(['协议恢复', 'An agreement was resumed'], ['{by}恢复了协议“{title}”', '{by} resumed the agreement “{title}”']),
  AGREEMENT_TERMINATED: kind(['协议将被终止', 'An agreement will end early'], ['{by}终止了协议“{title}”', '{by} terminated the agreement “{title}”'], ['自 {until} 起不再有效。原因：{reason}', 'No longer in force from {until}. Reason: {reason}']),
  AGREEMENT_ENDING: kind(['协议快要到期', 'An agreement ends soon'], ['协议“{title}”（{number}）将于 {until} 起不再有效', 'The agreement “{title}” ({number}) is no longer in force from {until}'], undefined, ['查看，或发起续签', 'See it, or renew it']),
};
