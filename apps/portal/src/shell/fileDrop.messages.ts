import { defineMessages } from '../i18n/messages.ts';

export const fileDrop = defineMessages('fileDrop', {
  'zh-CN': {
    dropTitle: '把文件拖到这里，或', dropButton: '选择文件', dropHelp: '.xlsx 或 .csv，不超过 20 MB；UTF-8、GBK 编码都可以，合并的标题行、合计行会自动跳过。',
    dropWrongType: '请选择 .xlsx 或 .csv 文件。旧的 .xls 请先用表格软件另存为 .xlsx。', dropTooLarge: '这个文件超过 20 MB，请分成几份再传。', dropEmpty: '这个文件是空的。',
    notATable: '这不是表格文件（以内容为准，与文件名无关），请选择 .xlsx 或 .csv。', dropMany: '一次上传一个文件。', chosen: '{{name}}（{{size}}）', otherFile: '换一个文件',
  },
  en: {
    dropTitle: 'Drop the file here, or', dropButton: 'Choose a file', dropHelp: '.xlsx or .csv, at most 20 MB; UTF-8 and GBK both work, title rows and totals are skipped by themselves.',
    dropWrongType: 'Please choose an .xlsx or .csv file. Save an old .xls as .xlsx first.', dropTooLarge: 'This file is larger than 20 MB. Please split it.', dropEmpty: 'This file is empty.',
    notATable: 'This is not a table, whatever its name says. Please choose an .xlsx or .csv file.', dropMany: 'One file at a time, please.', chosen: '{{name}} ({{size}})', otherFile: 'Another file',
  },
});
