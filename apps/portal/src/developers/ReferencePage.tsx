import { useState } from 'react';
import { Box, Button, Checkbox, FormControlLabel, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, SearchInput, SkeletonPage } from '@gongjian/ui';
import { useDoor } from '../account/useDoor.ts';
import { useMessages } from '../i18n/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { Developers } from './Developers.tsx';
import { developers } from './developers.messages.ts';
import { OperationView } from './OperationView.tsx';
import { found } from './reference.types.ts';
import type { Reference } from './reference.types.ts';
import { ReferenceList } from './ReferenceList.tsx';
import { Start } from './Start.tsx';
import { TypeView } from './TypeView.tsx';

/** The documented graph: each operation with who may and an example, each type with what leads to it. */
export default function ReferencePage() {
  const t = useMessages(developers);
  const { data, error, reload } = useDoor<Reference>('/reference/schema.json');
  const content = () => {
    if (error !== undefined && !data) return <ErrorState message={errorText(error)} onRetry={() => void reload()} />;
    return data ? <Browser reference={data} /> : <SkeletonPage />;
  };
  return <Developers part="reference" actions={<Button component="a" href="/reference/schema.graphql" download="gongjian.graphql">{t('download')}</Button>}>{content()}</Developers>;
}

function Browser({ reference }: { reference: Reference }) {
  const t = useMessages(developers);
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const [url, set] = useUrlState({ show: '', find: '', people: '' });
  const [listed, setListed] = useState(false);
  const operation = reference.operations.find(({ name }) => name === url.show);
  const type = reference.types.find(({ name }) => name === url.show);
  const operations = found(url.people ? reference.operations : reference.operations.filter(({ scopes }) => scopes.length > 0), url.find);
  const types = found(reference.types, url.find);
  const onShow = () => setListed(false);
  const detail = operation ?? type;
  const showList = !narrow || !detail || listed;

  return (
    <Box sx={{ display: 'grid', gap: 3, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '280px minmax(0, 1fr)' } }}>
      {showList && (
        <Box sx={{ minWidth: 0, position: { md: 'sticky' }, top: 0, maxHeight: { md: 'calc(100vh - 80px)' }, overflowY: { md: 'auto' }, pr: { md: 1 } }}>
          {narrow && !url.find && <Box sx={{ mb: 2 }}><Start /></Box>}
          <Box role="search" sx={{ mb: 1 }}><SearchInput value={url.find} onChange={(find) => set({ find })} placeholder={t('searchReference')} width={264} /></Box>
          <FormControlLabel sx={{ mb: 1, ml: 0 }} label={t('withPeople')} control={<Checkbox checked={url.people !== ''} onChange={(_, on) => set({ people: on ? 'on' : '' })} />} />
          {operations.length + types.length === 0
            ? <EmptyState dense title={t('nothingFound', { text: url.find })} />
            : <ReferenceList operations={operations} types={types} find={url.find} here={detail?.name ?? ''} onShow={onShow} />}
        </Box>
      )}
      {(!narrow || (detail && !listed)) && (
        <Box sx={{ minWidth: 0 }}>
          {narrow && <Button size="small" onClick={() => setListed(true)} sx={{ mb: 1.5 }}>{t('toList')}</Button>}
          {operation && <OperationView key={operation.name} operation={operation} find={url.find} />}
          {!operation && type && <TypeView key={type.name} type={type} find={url.find} />}
          {!detail && <Start />}
        </Box>
      )}
    </Box>
  );
}
