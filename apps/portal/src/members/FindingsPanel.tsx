import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import { useQuery } from '@apollo/client/react';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { FindingBody, VerdictChip } from '../findings/FindingBody.tsx';
import { members } from './members.messages.ts';
import { FindingsDocument } from './members.generated.ts';

/** How the consortium stands by the rules of its founding today; nothing where there is no rule, or none to show. */
export function FindingsPanel() {
  const t = useMessages(members);
  const format = useFormat();
  const { data } = useQuery(FindingsDocument);
  const findings = data?.consortium?.findings;
  if (!findings?.length) return null;
  return (
    <Box component="section" aria-label={t('findings')} sx={{ mb: 2 }}>
      {findings.map((finding) => (
        <Accordion key={finding.ruleId} disableGutters variant="outlined" sx={{ '&:not(:first-of-type)': { borderTop: 0 } }}>
          <AccordionSummary expandIcon={<ExpandIcon />} sx={{ minHeight: 44, '& .MuiAccordionSummary-content': { my: 0.75, alignItems: 'center', flexWrap: 'wrap', gap: 1 } }}>
            <VerdictChip verdict={finding.verdict} />
            <Typography sx={{ fontWeight: 600 }}>{finding.title}</Typography>
            <Typography variant="body2" sx={{ color: 'own.faint' }}>{finding.verdict === 'PASS' ? '' : finding.message}</Typography>
          </AccordionSummary>
          <AccordionDetails><FindingBody finding={{ ...finding, checkedAt: format.dateTime(finding.checkedAt) }} /></AccordionDetails>
        </Accordion>
      ))}
    </Box>
  );
}
