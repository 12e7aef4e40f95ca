import { defineMessages } from '../i18n/messages.ts';

export const pools = defineMessages('pools', {
  'zh-CN': {
    title: '资源池', count: '{{count}} 个', list: '资源池列表', help: '把可以共享的设备和场地归为一个池，协议的条款指向它。', emptyTitle: '还没有资源池', emptyHelp: '把本单位可以共享的设备和场地归为一个池，起草协议时选用。',
    name: '名称', owner: '所属单位', size: '内容', sizeOf: '{{count}} 台（间）', things: '设备和场地', note: '说明', create: '新建资源池', edit: '修改', editNamed: '修改资源池“{{name}}”', remove: '删除', removeNamed: '删除资源池“{{name}}”', removeHelp: '里面的设备和场地不受影响。', removed: '已删除', saved: '已保存', created: '已建立',
    nameMissing: '请填写名称', thingsMissing: '请至少选一台设备或一间场地', namePlaceholder: '例如：五轴加工资源池', addThing: '添加设备或场地', removeThing: '移出{{name}}', noneFound: '没有找到“{{text}}”', typeToSearch: '输入名称、拼音或编号', save: '保存', more: '{{names}} 等 {{count}} 项',
  },
  en: {
    title: 'Pools', count_one: '{{count}} pool', count: '{{count}} pools', list: 'Pools', help: 'Machines and venues that can be shared, as one set to which clauses of agreements point.', emptyTitle: 'No pools yet', emptyHelp: 'Put the machines and venues that your organisation shares into a pool; agreements choose from them.',
    name: 'Name', owner: 'Owner', size: 'Content', sizeOf_one: '{{count}} machine or venue', sizeOf: '{{count}} machines and venues', things: 'Machines and venues', note: 'Note', create: 'New pool', edit: 'Edit', editNamed: 'Edit the pool “{{name}}”', remove: 'Remove', removeNamed: 'Remove the pool “{{name}}”', removeHelp: 'The machines and venues in it stay as they are.', removed: 'Removed', saved: 'Saved', created: 'Made',
    nameMissing: 'Enter a name', thingsMissing: 'Choose one machine or venue at least', namePlaceholder: 'Such as: five-axis machining', addThing: 'Add a machine or venue', removeThing: 'Take {{name}} out', noneFound: 'Nothing found for “{{text}}”', typeToSearch: 'Type a name, pinyin or number', save: 'Save', more: '{{names}} and others, {{count}} in all',
  },
});
