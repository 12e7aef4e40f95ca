import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { readDelimited } from './csv.ts';
import { decodeText, kindOf } from './file-kind.ts';
import { refusedWorkbook } from './refused-workbook.ts';
import { pack, unpack } from './workbook-parts.ts';
import { readWorkbook } from './workbook.ts';

/** A zip archive with compressed parts; `lie` is the size that it claims for each. */
function zip(parts: Record<string, string | Buffer>, lie?: number): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text as string);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lie ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

const RELATIONS = '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
const book = (rows: string, more: Record<string, string> = {}, workbook = WORKBOOK) =>
  zip({ 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`, ...more });
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const code = (error: unknown) => (error as { code?: string }).code;

describe('workbooks', () => {
  it('gives stored values of formulas, days as days, and numbers without noise', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('台账');
    sheet.addRow(['a', { formula: '1+1', result: 2 }, { formula: 'HYPERLINK("http://x.invalid")', result: '' }, new Date(Date.UTC(2021, 8, 8)), 0.1 + 0.2, 20238500000, true, '=1+1']);
    sheet.getCell('D1').numFmt = 'yyyy"年"m"月"d"日"';
    const [read] = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(read!.rows).toEqual([['a', '2', '', '2021-09-08', '0.3', '20238500000', 'TRUE', '=1+1']]);
  });

  it('fills merged cells, tells hidden sheets and workbooks that count from 1904', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('台账');
    sheet.addRows([['名称', '部门'], ['甲', '机械'], ['乙', ''], ['丙', '']]);
    sheet.mergeCells('B2:B4');
    workbook.addWorksheet('藏', { state: 'hidden' }).addRow(['x']);
    workbook.properties.date1904 = true;
    const sheets = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(sheets.map(({ name, hidden, date1904 }) => [name, hidden, date1904])).toEqual([['台账', false, true], ['藏', true, true]]);
    expect(sheets[0]!.rows.map((row) => row[1])).toEqual(['部门', '机械', '机械', '机械']);
  });

  it('reads what other programs write: no positions, no styles, formatted lines down to the end of the sheet', async () => {
    const read = async (rows: string) => (await readWorkbook(book(rows)))[0]!.rows;
    expect(await read('<row><c><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row><row><c><v>3</v></c></row>')).toEqual([['1', 'x'], ['3', '']]);
    expect(await read(`<row r="1">${text('A1', '甲')}<c r="B1" s="7"><v>2</v></c></row><row r="1048576" s="3"><c r="XFD1048576" s="3"/></row>`)).toEqual([['甲', '2']]);
  });

  it.each([
    ['TOO_MANY_ROWS', `<row r="1">${text('A1', 'x')}</row><row r="1048576">${text('XFD1048576', 'x')}</row>`],
    ['TOO_MANY_COLUMNS', `<row r="1">${text('XFD1', 'x')}</row>`],
    ['FILE_DAMAGED', '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
  ])('refuses with %s before anything is built', async (expected, rows) => {
    await expect(readWorkbook(book(rows))).rejects.toMatchObject({ code: expected });
  });

  it('refuses archives that unpack to more than they say or than is safe', async () => {
    const parts = { 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONS };
    const megabytes = (n: number) => Object.fromEntries(Array.from({ length: n / 4 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, Buffer.alloc(4 * 1024 * 1024, 0x20)]));
    const bomb = zip({ ...parts, ...megabytes(104) });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(unpack(bomb)).rejects.toMatchObject({ code: 'FILE_UNPACKS_TOO_LARGE' });
    await expect(unpack(zip({ ...parts, ...megabytes(4) }, 100))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    const many = Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`xl/x${i}.xml`, '']));
    await expect(unpack(zip({ ...parts, ...many }))).rejects.toMatchObject({ code: 'FILE_UNPACKS_TOO_LARGE' });
  });

  it('refuses entities and damaged archives', async () => {
    const evil = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>';
    await expect(readWorkbook(zip({ 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/worksheets/sheet1.xml': evil }))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    await expect(readWorkbook(book('').subarray(0, 300))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  it('reads the parts that were checked and no others', async () => {
    // a second archive in front of the first, which only a reader of local headers would see
    const hidden = book(`<row r="1">${text('A1', 'hidden')}</row>`);
    const parts = await unpack(book(`<row r="1">${text('A1', 'seen')}</row>`));
    expect((await readWorkbook(Buffer.concat([...pack(parts)])))[0]!.rows).toEqual([['seen']]);
    await expect(readWorkbook(Buffer.concat([hidden, Buffer.from('x')]))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });
});

describe('what a file is', () => {
  const kind = (bytes: Buffer | string) => {
    try {
      return kindOf(Buffer.from(bytes as string));
    } catch (error) {
      return code(error);
    }
  };
  it.each([
    ['an empty file', '', 'FILE_IS_EMPTY'],
    ['blanks', ' \n ', 'FILE_IS_EMPTY'],
    ['a web page', '<html><table></table></html>', 'FILE_NOT_A_TABLE'],
    ['an XML table', '<?xml version="1.0"?><Workbook/>', 'FILE_NOT_A_TABLE'],
    ['a PDF', '%PDF-1.7\n', 'FILE_NOT_A_TABLE'],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), 'FILE_NOT_A_TABLE'],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000', 'latin1'), 'FILE_NOT_A_TABLE'],
    ['an old workbook', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('Workbook', 'utf16le')]), 'FILE_IS_OLD_EXCEL'],
    ['an old document', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('WordDocument', 'utf16le')]), 'FILE_NOT_A_TABLE'],
    ['a workbook with a password', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), 'FILE_IS_PROTECTED'],
    ['a document in an archive', zip({ 'word/document.xml': 'x' }), 'FILE_NOT_A_TABLE'],
    ['a binary workbook', zip({ 'xl/workbook.bin': 'x' }), 'FILE_IS_OLD_EXCEL'],
    ['a workbook', book(''), 'XLSX'],
    ['text', '设备名称,编号\n', 'TEXT'],
  ])('%s is told by its bytes', (_, bytes, expected) => expect(kind(bytes)).toBe(expected));

  it('reads every usual encoding', () => {
    const words = '设备名称,编号\n车床,A1\n';
    const gbk = Buffer.from([0xc9, 0xe8, 0xb1, 0xb8, 0x2c, 0x41]);
    const utf16be = Buffer.from(words, 'utf16le').swap16();
    expect(decodeText(gbk)).toBe('设备,A');
    for (const bytes of [Buffer.from(words), Buffer.from(`\ufeff${words}`), Buffer.from(`\ufeff${words}`, 'utf16le'), Buffer.from(words, 'utf16le'), Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), utf16be]) {
      expect(decodeText(bytes)).toBe(words);
    }
    // four bytes of GB 18030: 㛃
    expect(decodeText(Buffer.from([0x82, 0x30, 0xf5, 0x37, 0x2c, 0x31]))).toMatch(/^.,1$/u);
  });
});

describe('delimited text', () => {
  const rows = (source: string) => readDelimited(source, 'x').rows;
  it.each([
    ['a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
    ['a;b;c\n1,5;2;3\n', [['a', 'b', 'c'], ['1,5', '2', '3']]],
    ['a\tb\n1\t"x, y"\n', [['a', 'b'], ['1', 'x, y']]],
    ['a，b\n1，2\n', [['a', 'b'], ['1', '2']]],
    ['a|b\r\n1|2\r\n', [['a', 'b'], ['1', '2']]],
    ['a,b,c\n1\n1,2,3,4\n', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
    ['a,b\n"x\ny",2\n', [['a', 'b'], ['x\ny', '2']]],
    ['a,b\n5" 屏,2\n', [['a', 'b'], ['5" 屏', '2']]],
    ['a,b\n"未闭合,2\n', [['a', 'b'], ['"未闭合', '2']]],
    ['sep=;\na;b\n', [[], ['a', 'b']]],
    ['a,b\n="0012",2\n', [['a', 'b'], ['0012', '2']]],
  ])('%j', (source, expected) => expect(rows(source)).toEqual(expected));
  it('refuses too many rows and columns', () => {
    expect(() => rows('a,b\n'.repeat(50_001))).toThrow('TOO_MANY_ROWS');
    expect(() => rows(`${'a,'.repeat(201)}\n`)).toThrow('TOO_MANY_COLUMNS');
  });
});

describe('the file of refused rows', () => {
  it('keeps every cell a text, formulas too, and gives the reasons last', async () => {
    const file = await refusedWorkbook(['名称', '编号'], [{ cells: ['=cmd|calc', '0012'], problems: [{ column: 1, code: 'CODE_DUPLICATE' }, { column: 0, code: 'W', warning: true }] }], { sheet: '退回的行', reason: '原因', text: ({ code: c }) => c });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(file as never);
    const row = workbook.getWorksheet('退回的行')!.getRow(2);
    expect(row.getCell(1).type).toBe(exceljs.ValueType.String);
    expect([1, 2, 3].map((column) => row.getCell(column).value)).toEqual(['=cmd|calc', '0012', '编号：CODE_DUPLICATE']);
    expect((await readWorkbook(file))[0]!.rows).toEqual([['名称', '编号', '原因'], ['=cmd|calc', '0012', '编号：CODE_DUPLICATE']]);
  });
});
