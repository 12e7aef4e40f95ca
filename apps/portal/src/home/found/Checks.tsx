import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import type { Finding, Words } from '@gongjian/rules';
import { useFormat } from '@gongjian/ui';
import { FindingBody, VerdictChip } from '../../findings/FindingBody.tsx';
import { useLanguage, useMessages } from '../../i18n/index.ts';
import { found } from './found.messages.ts';

/** What the rules say about the form as it stands. */
export function Checks({ findings }: { findings: readonly Finding[] }) {
  const t = useMessages(found);
  const language = useLanguage();
  const format = useFormat();
  const say = (words: Words) => (language === 'en' ? words.en : words.zh);
  return (
    <Box component="section" aria-label={t('checks')}>
      <Typography variant="h2" sx={{ mb: 1 }}>{t('checks')}</Typography>
      {findings.length === 0 && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('checksNone')}</Typography>}
      <Box aria-live="polite">
        {findings.map(({ citation, requirements, title, message, remedy, approver, ...finding }) => (
          <Box key={finding.ruleId} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', mb: 1, overflow: 'hidden' }}>
            <Box sx={{ px: 1.5, pt: 1 }}>
              <VerdictChip verdict={finding.verdict} />
              <Typography sx={{ fontWeight: 600, mt: 0.5 }}>{say(title)}</Typography>
              <Typography variant="body2" sx={{ color: finding.verdict === 'BLOCK' ? 'error.main' : 'own.faint' }}>{say(message)}</Typography>
            </Box>
            <Accordion disableGutters elevation={0} square sx={{ bgcolor: 'transparent', '&::before': { display: 'none' } }}>
              <AccordionSummary expandIcon={<ExpandIcon />} sx={{ px: 1.5, minHeight: 36, '& .MuiAccordionSummary-content': { my: 0.5 } }}>
                <Typography variant="body2">{t('details')} {finding.ruleId}</Typography>
              </AccordionSummary>
              <AccordionDetails sx={{ px: 1.5, pt: 0 }}>
                <FindingBody
                  finding={{
                    ...finding,
                    document: citation.document, number: citation.number, article: citation.article, quote: citation.quote, sourceAddress: citation.source.address,
                    remedy: remedy && say(remedy), approver: approver && say(approver), checkedAt: format.dateTime(finding.checkedAt),
                    requirements: requirements.map((requirement) => ({ ...requirement, label: say(requirement.label) })),
                  }}
                />
              </AccordionDetails>
            </Accordion>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
