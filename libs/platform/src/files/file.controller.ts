import '@fastify/multipart';
import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '../errors.ts';
import { answer } from '../http.ts';
import { Platform } from '../platform.ts';
import { kindOf } from '../sheets/file-kind.ts';
import { SheetError } from '../sheets/sheet.types.ts';
import { contentPlace, StoredFile } from './file.entity.ts';

export const MAX_FILE_MEGABYTES = 20;
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp']);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Found from the bytes: a photo, a workbook, or text. Anything else is refused, whatever it calls itself. */
async function mediaTypeOf(content: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(content);
  if (found && (IMAGES.has(found.mime) || found.mime === XLSX)) return found.mime;
  if (found?.mime === 'application/zip') return XLSX;
  if (!found && content.length > 0) return 'text/csv';
  throw spreadsheetFault(content) ?? new DomainError('FILE_TYPE_REFUSED', { allowed: 'XLSX, CSV, JPG, PNG, WebP' });
}

/** A spreadsheet all the same: old, or with a password. Then its owner can do something about it, and is told what. */
function spreadsheetFault(content: Buffer): DomainError | null {
  try {
    kindOf(content);
  } catch (error) {
    if (error instanceof SheetError && /^FILE_IS_(OLD_EXCEL|PROTECTED)$/.test(error.code)) return new DomainError(error.code, error.params);
  }
  return null;
}

@Controller('files')
export class FileController {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  @Post()
  upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<unknown> {
    // A body comes once; a transaction that lost a race is done again.
    let sent: Promise<Sent> | undefined;
    return answer(
      this.platform,
      request,
      reply,
      async (ctx) => {
        ctx.authorize('create', StoredFile);
        const { name, content } = await (sent ??= read(request));
        const mediaType = await mediaTypeOf(content);
        const id = uuidv7();
        const [file] = await ctx.insert(StoredFile, {
          id,
          name,
          mediaType,
          size: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
          content: await ctx.seal(contentPlace(id), content),
          personId: ctx.actor.personId,
          organisationId: ctx.actor.organisationId,
        });
        return { id: file!.id, name: file!.name, mediaType, size: content.length };
      },
      { write: true, status: 201 },
    );
  }

  @Get(':id')
  read(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<unknown> {
    return answer(this.platform, request, reply, async (ctx) => {
      const file = await ctx.must(StoredFile, id);
      const content = await ctx.openBytes(contentPlace(file.id), file.content);
      const inline = IMAGES.has(file.mediaType);
      return reply
        .header('content-type', file.mediaType)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(content);
    });
  }
}

interface Sent {
  name: string;
  content: Buffer;
}

async function read(request: FastifyRequest): Promise<Sent> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: MAX_FILE_MEGABYTES * 1024 * 1024, files: 1 } }) : undefined;
  if (!part) throw new DomainError('FILE_MISSING');
  const content = await part.toBuffer().catch(() => {
    throw new DomainError('FILE_TOO_LARGE', { megabytes: MAX_FILE_MEGABYTES });
  });
  return { name: cleanName(part.filename), content };
}

/** A name for people, never a path. */
function cleanName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters have no place in a name
  return last.replace(/[\u0000-\u001F\u007F]/g, '').trim().slice(0, 255) || 'file';
}
