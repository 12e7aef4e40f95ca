import type { Messages } from '../errors.ts';

/** Why a file is no table, and what the file is called that brings lines back. */
export const sheetMessages: Messages = {
  'zh-CN': {
    FILE_IS_EMPTY: '文件是空的，请重新选择',
    FILE_IS_OLD_EXCEL: '这是旧版或其他格式的表格，请在 Excel 或 WPS 中另存为 .xlsx 后上传',
    FILE_IS_PROTECTED: '文件有密码，请去掉密码后上传',
    FILE_NOT_A_TABLE: '这不是表格文件（以内容为准，与文件名无关），请上传 .xlsx 或 .csv',
    FILE_UNPACKS_TOO_LARGE: '文件展开后太大，为安全起见没有读取，请拆分后上传',
    FILE_DAMAGED: '文件已损坏，无法读取，请在 Excel 或 WPS 中打开后另存一份再上传',
    FILE_TOO_SLOW: '文件读取超时，请拆分后上传',
    TOO_MANY_ROWS: '行数太多，最多 {max} 行，请拆分后上传',
    TOO_MANY_COLUMNS: '列数太多，最多 {max} 列，请删去多余的列',
    SHEET_UNKNOWN: '文件中没有工作表“{sheet}”',
    REJECTED_SHEET: '退回的行',
    REJECTED_REASON: '原因',
  },
  en: {
    FILE_IS_EMPTY: 'The file is empty. Choose another one',
    FILE_IS_OLD_EXCEL: 'This is an old or other kind of spreadsheet. Save it as .xlsx in Excel or WPS, then upload it',
    FILE_IS_PROTECTED: 'The file has a password. Remove it, then upload the file',
    FILE_NOT_A_TABLE: 'This is not a table, whatever its name says. Upload .xlsx or .csv',
    FILE_UNPACKS_TOO_LARGE: 'The file unpacks to more than is safe, so it was not read. Split it',
    FILE_DAMAGED: 'The file is damaged. Open it in Excel or WPS, save a copy, and upload that',
    FILE_TOO_SLOW: 'Reading the file took too long. Split it',
    TOO_MANY_ROWS: 'Too many rows: at most {max}. Split the file',
    TOO_MANY_COLUMNS: 'Too many columns: at most {max}. Remove those that are not needed',
    SHEET_UNKNOWN: 'The file has no sheet "{sheet}"',
    REJECTED_SHEET: 'Refused rows',
    REJECTED_REASON: 'Reason',
  },
};
