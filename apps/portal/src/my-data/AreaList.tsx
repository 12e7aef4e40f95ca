import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import OpenIcon from '@mui/icons-material/ExpandMoreOutlined';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Facts } from '../shell/Facts.tsx';
import type { OwnAreaPartsFragment } from './my-data.generated.ts';
import { myData } from './my-data.messages.ts';

/** One line for each kind of record; opened, it says why it is kept, and shows the latest. */
export function AreaList({ areas }: { areas: readonly OwnAreaPartsFragment[] }) {
  const t = useMessages(myData);
  return (
    <Box component="section" aria-label={t('known')}>
      {areas.map((area) => <Area key={area.key} area={area} />)}
    </Box>
  );
}

function Area({ area: { key, name, purpose, basis, kept, seenBy, count, records } }: { area: OwnAreaPartsFragment }) {
  const t = useMessages(myData);
  const format = useFormat();
  return (
    <Accordion
      disableGutters elevation={0} slotProps={{ transition: { unmountOnExit: true }, heading: { component: 'h2' } }}
      sx={{ border: 1, borderColor: 'divider', bgcolor: 'background.paper', '&:not(:first-of-type)': { borderTop: 0 }, '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<OpenIcon />} id={`area-${key}`} aria-controls={`area-${key}-content`}>
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline', minWidth: 0 }}>
          <Box component="span" sx={{ fontWeight: 600, minWidth: 160 }}>{name}</Box>
          <Box component="span" sx={{ fontSize: 13, color: 'own.faint' }}>{t('count', { count })}</Box>
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 1.5 }}>
        <Facts
          items={[
            { label: t('purpose'), value: purpose },
            { label: t('basis'), value: basis },
            { label: t('kept'), value: kept },
            { label: t('seenBy'), value: seenBy },
          ]}
        />
        <Box component="ul" aria-label={name} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {records.map((record) => (
            <Box component="li" key={record.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
              {record.at && <Typography sx={{ fontSize: 12, color: 'own.faint', mb: 0.5 }}>{format.dateTime(record.at)}</Typography>}
              <Facts columns={2} items={record.fields.map(({ label, value }) => ({ label, value }))} />
            </Box>
          ))}
        </Box>
        {count > records.length && <Typography sx={{ fontSize: 13, color: 'own.faint' }}>{t('latest', { shown: records.length, count })}</Typography>}
      </AccordionDetails>
    </Accordion>
  );
}
