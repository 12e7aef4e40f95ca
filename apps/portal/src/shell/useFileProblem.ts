import { errorCode, errorText } from '@gongjian/api';
import { useMessages } from '../i18n/index.ts';
import { fileDrop } from './fileDrop.messages.ts';

/** Whatever the store says of a file is about the file, and told beside it; what else the store takes, such as photos, is no table. */
export function useFileProblem(): (error: unknown) => string | undefined {
  const t = useMessages(fileDrop);
  return (error) => {
    const code = errorCode(error);
    if (code === 'FILE_TYPE_REFUSED') return t('notATable');
    return code.startsWith('FILE_') ? errorText(error) : undefined;
  };
}
