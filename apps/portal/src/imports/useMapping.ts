import { useEffect, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import type { ImportMappingInput } from '@gongjian/api/schema.types.ts';
import { UpdateImportMappingDocument } from './imports.generated.ts';
import type { ImportPartsFragment } from './imports.generated.ts';

/** Changes that follow each other quickly are read together. */
const REST_MILLISECONDS = 500;

/** By the index of the column. */
export type Fields = Record<number, string | null>;

/** What a person changes about the reading of the file. It is read again at once, one reading at a time. */
export function useMapping(found: ImportPartsFragment) {
  const [update, { loading, error }] = useMutation(UpdateImportMappingDocument);
  const [own, setOwn] = useState<Fields>({});
  const [waiting, setWaiting] = useState<ImportMappingInput>();

  // What is chosen while the file is being read waits for its end.
  useEffect(() => {
    if (!waiting || loading || found.state === 'READING') return;
    const timer = setTimeout(() => {
      setWaiting(undefined);
      void update({ variables: { id: found.id, input: waiting } }).catch(() => undefined);
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [waiting, loading, found.state, found.id, update]);

  const fieldOf = (index: number): string | null =>
    index in own ? (own[index] ?? null) : (found.columns.find((each) => each.index === index)?.field ?? null);

  /** A field is filled by one column: who takes it, takes it from the other. Answers that other column. */
  const choose = (index: number, field: string | null): ImportPartsFragment['columns'][number] | undefined => {
    const former = field === null ? undefined : found.columns.find((each) => each.index !== index && fieldOf(each.index) === field);
    const next: Fields = { ...own, [index]: field, ...(former && { [former.index]: null }) };
    setOwn(next);
    setWaiting({ columns: found.columns.map((each) => ({ index: each.index, field: each.index in next ? next[each.index] : each.field })) });
    return former;
  };

  /** Another sheet, row or register brings other columns: choices for the old ones have no meaning there. */
  const reread = (input: ImportMappingInput) => {
    setOwn({});
    setWaiting(input);
  };

  return { own, fieldOf, choose, reread, error, reading: found.state === 'READING' || loading || waiting !== undefined };
}
